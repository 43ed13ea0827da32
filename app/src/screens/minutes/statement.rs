//! One statement as it is read back: its words, with what the speaker struck and put in, and where it stands.

use domain::{
    Id, Millis,
    session::{How, Word, minutes::Standing},
};

use super::{answers::Answers, check::Reading, room::Said, row::who, says};
use crate::{
    clock,
    look::words,
    parts::{Icon, Picture},
    prelude::*,
};

/// One statement: lit, it is large and has the answers under it.
#[component]
pub(super) fn One(reading: Reading, id: Id) -> AnyView {
    let m = says().check;
    let Reading { shown, lit, notes, .. } = reading;
    let said = Memo::new(move |_| shown.with(|papers| papers.one(id).cloned()));
    let on = Memo::new(move |_| lit.get() == Some(id));
    let able = Memo::new(move |_| {
        notes.get() || said.with(|said| said.as_ref().is_some_and(|said| reading.own(said)))
    });
    let row = Place::<web_sys::HtmlElement>::new();
    let was = StoredValue::new(true);
    Effect::new(move |_| {
        let (now, before) = (on.get(), was.get_value());
        was.set_value(now);
        if now
            && !before
            && let Some(row) = row.get_untracked()
        {
            row.scroll_into_view_with_bool(true);
            request_animation_frame(move || take_up(&row));
        }
    });
    let head = move || {
        said.with(|said| {
            let said = said.as_ref()?;
            Some(shown.with(|papers| who(papers.seat(said.statement.seat), said.statement.sort)))
        })
    };
    let words_of = move || said.with(|said| said.as_ref().map(text));
    let light = move || {
        (able.get() && !on.get()).then(|| view! {
            <button type="button" class="light" on:click=move |_| lit.set(Some(id))>
                <span class="sr">{m.light}{move || said.with(|said| said.as_ref().map(|said| said.words().to_owned()))}</span>
            </button>
        })
    };
    view! {
        <li class="stmt" class:on=move || on.get() aria-current=move || on.get().then_some("true") node_ref=row tabindex="-1">
            {head}
            <p class="say" class:lg=move || on.get() lang="zh-CN">{words_of}</p>
            {move || said.with(|said| said.as_ref().map(status))}
            {light}
            {move || (on.get() && able.get()).then(|| view! { <Answers reading=reading said=said /> })}
        </li>
    }
}

/// Whoever goes by keyboard goes on where the light is, where the button just pressed is gone.
fn take_up(row: &web_sys::HtmlElement) {
    let here = document().active_element();
    let lost = here.is_none_or(|here| here.tag_name() == "BODY");
    if lost && row.focus().is_err() {
        leptos::logging::warn!("a statement could not take the focus");
    }
}

/// The words, with what the speaker struck and put in.
fn text(said: &Said) -> AnyView {
    let words = said.words().to_owned();
    let Some(before) = said.before() else { return words.into_any() };
    let [start, old, new, end] = turn(before, &words);
    view! { {start}<del>{old}</del><ins>{new}</ins>{end} }
}

/// What two texts begin with, what each has of its own, and what both end with.
pub(super) fn turn(old: &str, new: &str) -> [String; 4] {
    let (was, now): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let same = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let behind = was[same..].iter().rev().zip(now[same..].iter().rev());
    let tail = behind.take_while(|(a, b)| a == b).count();
    let text = |chars: &[char]| chars.iter().collect::<String>();
    [
        text(&now[..same]),
        text(&was[same..was.len() - tail]),
        text(&now[same..now.len() - tail]),
        text(&now[now.len() - tail..]),
    ]
}

/// Where it stands, in a line with its sign; a slip of paper can be looked at.
fn status(said: &Said) -> AnyView {
    let m = says().check;
    let (tone, icon, told) = standing(said);
    let class = format!("xs row tight {tone}");
    let slips = said.photos.iter().map(|id| {
        let id = *id;
        view! { <details><summary>{m.slip}</summary><div class="pic"><Picture id=id name=m.slip.to_owned() /></div></details> }
    });
    let against = match &said.standing {
        Standing::Answered(answer) => answer.check.words.clone(),
        Standing::Unasked | Standing::Asked(_) | Standing::Silent(_) => None,
    };
    let named = said
        .named()
        .map(|named| view! { <span>{if named { m.named_yes } else { m.named_no }}</span> });
    view! {
        {against.map(|words| view! { <p class="why"><b>{m.against}</b><span lang="zh-CN">{words}</span></p> })}
        <p class=class><Icon name=icon /><span>{told}</span>{named}</p>
        {slips.collect_view()}
    }
}

/// The tone, the sign and the words of where a statement stands.
fn standing(said: &Said) -> (&'static str, &'static str, String) {
    let (m, lang) = (says().check, words().lang);
    let how = said.how().unwrap_or(How::Here);
    let until = |at: Millis| lang.moment(at + domain::session::minutes::SILENCE, clock::now());
    match &said.standing {
        _ if said.statement.seat.is_none() => ("dim", "info", m.nobody.to_owned()),
        Standing::Answered(answer) => match answer.check.word {
            Word::Corrected => {
                let [_, old, new, _] = turn(said.before().unwrap_or_default(), said.words());
                let letters = old.chars().count().max(new.chars().count());
                ("dim", "check", (m.corrected)(how, letters))
            }
            Word::Disputed => ("plum b", "no", (m.disputed)(how).to_owned()),
            Word::Confirmed | Word::Asked => ("dim", "check", (m.confirmed)(how).to_owned()),
        },
        Standing::Silent(_) => ("dim", "clock", m.silent.to_owned()),
        Standing::Asked(at) => ("och b", "clock", (m.asked)(how, &until(*at))),
        Standing::Unasked if said.wanted().is_some() => ("och b", "pen", m.wants.to_owned()),
        Standing::Unasked if !said.checks.is_empty() => ("och b", "redo", m.again.to_owned()),
        Standing::Unasked => ("dim", "dot", m.unasked.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::turn;

    #[test]
    fn what_a_speaker_mended_is_told_apart_from_what_stays() {
        let told = |old, new| turn(old, new);
        assert_eq!(told("照得着一头。", "照得着两头。"), ["照得着", "一", "两", "头。"]);
        assert_eq!(told("好。", "好。"), ["好。", "", "", ""]);
        assert_eq!(told("好", "好好"), ["好", "", "好", ""]);
        assert_eq!(told("", "好"), ["", "", "好", ""]);
    }
}
