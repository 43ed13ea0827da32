//! The speaker says it otherwise, or stands by something else: the two forms under a statement.

use domain::{
    Kind,
    session::{How, Word},
};

use super::{
    answers::{Open, confirm},
    boxes::{Text, Trouble, begin_in, keep},
    check::Reading,
    room::{Said, edit, writes},
    says,
};
use crate::{
    desk::desk,
    look::words,
    parts::{Choice, CommitTrouble},
    prelude::*,
};

/// How somebody was asked, for a form: face to face, by telephone, on paper.
#[component]
fn Ways(how: RwSignal<How>) -> AnyView {
    let (m, lang) = (says().check, words().lang);
    let all = [How::Here, How::Phone, How::Paper].map(|of| {
        let chosen = Signal::derive(move || how.get() == of);
        let pick = Callback::new(move |()| how.set(of));
        view! { <Choice name="how" chosen=chosen pick=pick>{words::session::how(lang, of)}</Choice> }
    });
    view! {
        <fieldset class="field"><legend>{m.how}</legend>
            <div class="seg tri">{all.into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// The speaker says it otherwise.
#[component]
pub(super) fn Mend(
    reading: Reading,
    said: Memo<Option<Said>>,
    named: RwSignal<Option<bool>>,
    own: bool,
    open: RwSignal<Option<Open>>,
) -> AnyView {
    let (w, m, desk) = (words(), says().check, desk());
    let trouble = Trouble::new();
    let how = RwSignal::new(if own { How::Own } else { How::Here });
    let first = said.get_untracked().map(|said| said.words().to_owned()).unwrap_or_default();
    let typed = RwSignal::new(first.clone());
    let id = reading.shown.with_untracked(|papers| papers.id);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(said) = said.get_untracked() else { return };
        let (to, how) =
            (typed.with_untracked(|typed| typed.trim().to_owned()), how.get_untracked());
        if to.is_empty() || to == said.words() {
            return open.set(None);
        }
        let writer = untrack(|| writes(desk, id)).is_ok();
        let deeds = reading.shown.with_untracked(|papers| {
            let named = named.get_untracked();
            let good = confirm(papers, (said.id, &to), (Word::Corrected, how), None, named);
            if !writer {
                return vec![good];
            }
            // that the old words were read out is noted, too: what was mended stays to be seen
            let read = confirm(papers, (said.id, said.words()), (Word::Asked, how), None, None);
            let written =
                (Kind::Statement, said.id, papers.scope(), edit("words", said.words(), to));
            vec![read, written, good]
        });
        keep(trouble, deeds, move || {
            open.set(None);
            reading.next_open();
        });
    };
    let form = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| begin_in(form.get()));
    let set = Callback::new(move |to| typed.set(to));
    view! {
        <form class="col" on:submit=save node_ref=form>
            <Text label=m.new_words typed=Signal::derive(move || typed.get()) set=set long=true />
            {(!own).then(|| view! { <Ways how=how /> })}
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| open.set(None)>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The speaker stands by something else: the objection is quoted beside the words.
#[component]
pub(super) fn Deny(
    reading: Reading,
    said: Memo<Option<Said>>,
    named: RwSignal<Option<bool>>,
    own: bool,
    open: RwSignal<Option<Open>>,
) -> AnyView {
    let (w, m) = (words(), says().check);
    let trouble = Trouble::new();
    let how = RwSignal::new(if own { How::Own } else { How::Here });
    let typed = RwSignal::new(String::new());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(said) = said.get_untracked() else { return };
        let words = typed.with_untracked(|typed| typed.trim().to_owned());
        let words = (!words.is_empty()).then_some(words);
        let deed = reading.shown.with_untracked(|papers| {
            let word = (Word::Disputed, how.get_untracked());
            confirm(papers, (said.id, said.words()), word, words, named.get_untracked())
        });
        keep(trouble, vec![deed], move || {
            open.set(None);
            reading.next_open();
        });
    };
    let form = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| begin_in(form.get()));
    let set = Callback::new(move |to| typed.set(to));
    view! {
        <form class="col" on:submit=save node_ref=form>
            <Text label=m.objection typed=Signal::derive(move || typed.get()) set=set long=true />
            {(!own).then(|| view! { <Ways how=how /> })}
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| open.set(None)>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
