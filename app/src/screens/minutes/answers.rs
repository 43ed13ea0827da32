//! What a speaker says of the words that were read out, kept by one tap.

use std::rc::Rc;

use domain::{
    Act, Id, Kind, SessionAct,
    burden::Task,
    session::{Check, How, Word, minutes::Standing},
};

use super::{
    Papers,
    boxes::{Deed, Trouble, keep},
    check::Reading,
    otherwise::{Deny, Mend},
    room::{Said, edit, writes},
    says,
};
use crate::{
    burden, clock,
    desk::desk,
    parts::{Choice, CommitTrouble, Icon, TakePicture, copy_text},
    picture::Taken,
    prelude::*,
};

/// A form that is open under a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Mend,
    Deny,
}

/// That a statement was put before its speaker, and what came of it.
pub(super) fn confirm(
    papers: &Papers,
    (statement, of): (Id, &str),
    (word, how): (Word, How),
    words: Option<String>,
    named: Option<bool>,
) -> Deed {
    let check = Check { statement, of: of.to_owned(), word, how, words, named };
    let act = SessionAct::Confirm(check).into();
    (Kind::Confirmation, clock::fresh(), papers.scope(), act)
}

/// All answers, as the reader may give them: for oneself, or for whoever was asked.
#[component]
pub(super) fn Answers(reading: Reading, said: Memo<Option<Said>>) -> AnyView {
    let open = RwSignal::new(None::<Open>);
    let trouble = Trouble::new();
    let first = said.get_untracked();
    let named = RwSignal::new(first.as_ref().and_then(Said::named));
    let own = first.as_ref().is_some_and(|said| untrack(|| reading.own(said)));
    let nobody = first.as_ref().is_some_and(|said| said.statement.seat.is_none());
    // a word whose speaker nobody knows is put before nobody
    if nobody {
        return ().into_any();
    }
    let how = if own { How::Own } else { How::Here };
    let cost = burden::task(Task::Confirm);
    let answer = Callback::new(move |(word, how): (Word, How)| {
        let Some(said) = said.get_untracked() else { return };
        reading.told.set("");
        let deed = reading.shown.with_untracked(|papers| {
            confirm(papers, (said.id, said.words()), (word, how), None, named.get_untracked())
        });
        keep(trouble, vec![deed], move || {
            cost.done(1);
            reading.next_open();
        });
    });
    let toggle = move |to: Open| open.update(|open| *open = (*open != Some(to)).then_some(to));
    let form = move || match open.get() {
        Some(Open::Mend) => {
            view! { <Mend reading=reading said=said named=named own=own open=open /> }
        }
        Some(Open::Deny) => {
            view! { <Deny reading=reading said=said named=named own=own open=open /> }
        }
        None => ().into_any(),
    };
    let m = says().check;
    let expanded = move |of: Open| move || (open.get() == Some(of)).to_string();
    view! {
        <div class="col answers">
            <Wanted reading=reading said=said />
            <div class="btns thirds">
                <button type="button" class="btn do" on:click=move |_| answer.run((Word::Confirmed, how))>
                    <Icon name="check" />{m.nod}</button>
                <button type="button" class="btn" aria-expanded=expanded(Open::Mend) on:click=move |_| toggle(Open::Mend)>
                    <Icon name="pen" />{m.mend}</button>
                <button type="button" class="btn" aria-expanded=expanded(Open::Deny) on:click=move |_| toggle(Open::Deny)>
                    <Icon name="no" />{m.deny}</button>
            </div>
            {form}
            {(!own).then(|| view! { <Away reading=reading answer=answer said=said /> })}
            <Named reading=reading said=said named=named trouble=trouble />
            <CommitTrouble error=trouble.said />
        </div>
    }
}

/// The speaker is not here: by telephone, on paper, or asked and waited for.
#[component]
fn Away(reading: Reading, answer: Callback<(Word, How)>, said: Memo<Option<Said>>) -> AnyView {
    let m = says().check;
    // what is to be pasted into the chat lies on the clipboard at once
    let copy = move || {
        let text = reading.shown.with_untracked(|papers| {
            let said = said.get_untracked()?;
            let name = papers.seat(said.statement.seat)?.name.clone();
            Some((m.chat_text)(&name, &papers.session.title, said.words()))
        });
        leptos::task::spawn_local(async move {
            if copy_text(&text.unwrap_or_default()).await {
                reading.told.try_update(|told| *told = m.copied);
            }
        });
    };
    let all = [
        (Word::Confirmed, How::Phone, "tel", m.phone_nod),
        (Word::Confirmed, How::Paper, "doc", m.paper_nod),
        (Word::Asked, How::Phone, "clock", m.asked_phone),
        (Word::Asked, How::Chat, "clock", m.asked_chat),
    ];
    let buttons = all.map(|(word, how, icon, name)| {
        view! {
            <button type="button" class="btn" on:click=move |_| {
                answer.run((word, how));
                if how == How::Chat {
                    copy();
                }
            }>
                <Icon name=icon />{name}
            </button>
        }
    });
    let paper = Memo::new(move |_| {
        said.with(|said| said.as_ref().is_some_and(|said| said.how() == Some(How::Paper)))
    });
    view! {
        <details class="away">
            <summary><Icon name="tel" />{m.away}<span class="end"><Icon name="down" /></span></summary>
            <div class="btns">{buttons.into_iter().collect_view()}</div>
        </details>
        {move || paper.get().then(|| view! { <Slip said=said /> })}
    }
}

/// A picture of the slip of paper that was signed; nobody has to take one.
#[component]
fn Slip(said: Memo<Option<Said>>) -> AnyView {
    let (m, desk) = (says().check, desk());
    let trouble = Trouble::new();
    let there =
        Signal::derive(move || said.with(|said| said.as_ref().map_or(0, |said| said.photos.len())));
    let taken = StoredValue::new(Rc::new(move |taken: Taken| {
        let Some(about) = said.with_untracked(|said| said.as_ref().map(|said| said.id)) else {
            return;
        };
        let Act::Attach { sha256, bytes, mime, .. } = taken.act(about) else { return };
        let scope = untrack(|| desk.record(about)).map(|record| record.scope);
        let Some(scope) = scope else { return };
        let act = SessionAct::Enclose { about, sha256, bytes, mime, lasts: 0 };
        keep(trouble, vec![(Kind::Photo, taken.id, scope, act.into())], || ());
    }) as Rc<dyn Fn(Taken)>);
    view! {
        <div class="col tight">
            <p class="xs dim">{m.slip_hint}</p>
            <TakePicture there=there taken=taken />
            <CommitTrouble error=trouble.said />
        </div>
    }
}

/// Whether the speaker wants to be named before everybody for this statement.
#[component]
fn Named(
    reading: Reading,
    said: Memo<Option<Said>>,
    named: RwSignal<Option<bool>>,
    trouble: Trouble,
) -> AnyView {
    let m = says().check;
    let pick = move |to: Option<bool>| {
        Callback::new(move |()| {
            named.set(to);
            // what was answered already is noted anew with it
            let Some(said) = said.get_untracked() else { return };
            let Standing::Answered(last) = &said.standing else { return };
            let Check { word, how, words, .. } = last.check.clone();
            let deed = reading.shown.with_untracked(|papers| {
                confirm(papers, (said.id, said.words()), (word, how), words, to)
            });
            keep(trouble, vec![deed], || ());
        })
    };
    let chosen = move |of: Option<bool>| Signal::derive(move || named.get() == of);
    view! {
        <fieldset class="field">
            <legend>{m.named}</legend>
            <div class="seg tri">
                <Choice name="named" chosen=chosen(None) pick=pick(None)>{m.named_unasked}</Choice>
                <Choice name="named" chosen=chosen(Some(false)) pick=pick(Some(false))>{m.named_no}</Choice>
                <Choice name="named" chosen=chosen(Some(true)) pick=pick(Some(true))>{m.named_yes}</Choice>
            </div>
            <p class="hint">{m.named_hint}</p>
        </fieldset>
    }
}

/// What the speaker wrote on a phone that may not mend the words: one tap mends them so, and the answer is good.
#[component]
fn Wanted(reading: Reading, said: Memo<Option<Said>>) -> AnyView {
    let (m, desk) = (says().check, desk());
    let trouble = Trouble::new();
    let wanted = Memo::new(move |_| {
        said.with(|said| said.as_ref().and_then(|said| said.wanted().map(str::to_owned)))
    });
    let (id, scope) = reading.shown.with_untracked(|papers| (papers.id, papers.scope()));
    let writer = Memo::new(move |_| writes(desk, id).is_ok());
    let apply = move |_| {
        let (Some(said), Some(to)) = (said.get_untracked(), wanted.get_untracked()) else { return };
        let deed = (Kind::Statement, said.id, scope, edit("words", said.words(), to));
        keep(trouble, vec![deed], move || reading.next_open());
    };
    child(move || {
        wanted.get().map(|wanted| view! {
            <div class="why col tight">
                <p class="b">{m.wants}</p>
                <p class="say" lang="zh-CN">{wanted}</p>
                {move || if writer.get() {
                    view! { <div><button type="button" class="btn do" on:click=apply>{m.apply}</button></div> }
                } else {
                    view! { <p class="xs">{m.wants_hint}</p> }
                }}
                <CommitTrouble error=trouble.said />
            </div>
        })
    })
}
