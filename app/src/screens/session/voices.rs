//! What people have said before the evening: remarks under the issues, notes of research, experts' answers. They
//! stand in the order in which they were said: an expert beside villagers, and never above them.

use domain::{
    Act, Id, Kind, Millis, Role, Scope, SessionAct,
    session::{
        minutes::{Brief, Note},
        seat::Seated,
    },
};

use super::people::{ExpertTag, expert, introduced, seats};
use crate::{
    clock,
    desk::{Desk, Evening, desk},
    look::words,
    order::oldest_first,
    parts::{CommitTrouble, tongue},
    picture::Taken,
    prelude::*,
    screens::issue::{Line, Shots, draft, part_of},
};

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Voice {
    id: Id,
    words: String,
    at: Millis,
    /// Whose words, where the person has an account.
    by: Option<Id>,
    /// The seat of whoever said it, where there is one.
    seat: Option<Seated>,
    /// The question it answers.
    question: Option<String>,
    /// Whether it is a note of research.
    note: bool,
}

/// All of it, the oldest first; tracked.
pub(super) fn voices(desk: Desk, evening: &Evening) -> Vec<Voice> {
    let seats = seats(desk, evening.id);
    let sits =
        |by: Id| seats.iter().find(|(_, s)| s.seat.person == Some(by)).map(|(_, s)| s.clone());
    let mut all: Vec<Voice> = Vec::new();
    for issue in &evening.session.issues {
        all.extend(desk.comments(*issue).into_iter().map(|(id, said, _)| Voice {
            id,
            words: said.words,
            at: said.said_at,
            by: Some(said.said_by),
            seat: sits(said.said_by),
            question: None,
            note: false,
        }));
    }
    for (id, note) in within::<Note>(desk, evening.id, &Kind::Note) {
        // what is said of a sentence of the evening is read beside it
        if note.about.is_none() {
            let (by, seat) = (Some(note.said_by), sits(note.said_by));
            all.push(Voice {
                id,
                words: note.words,
                at: note.said_at,
                by,
                seat,
                question: None,
                note: true,
            });
        }
    }
    for (id, brief) in within::<Brief>(desk, evening.id, &Kind::Brief) {
        let seat = seats.iter().find(|(id, _)| *id == brief.seat).map(|(_, s)| s.clone());
        if let Some((words, at)) = brief.answer.zip(brief.answered_at) {
            let (by, question) = (None, Some(brief.question));
            all.push(Voice { id, words, at, by, seat, question, note: false });
        }
    }
    all.sort_by_cached_key(|voice| oldest_first(0, voice.at, voice.id));
    all
}

/// The records of a kind that lie in a session, read; tracked.
pub(super) fn within<T: domain::Form>(desk: Desk, session: Id, kind: &Kind) -> Vec<(Id, T)> {
    let found = desk.in_room(session, |room| {
        let all = room.within().iter().filter(|r| r.kind == *kind && !r.gone);
        all.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    });
    found.unwrap_or_default()
}

/// The section: what was said, and a box for a note.
#[component]
pub(super) fn Voices(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let id = shown.with_untracked(|evening| evening.id);
    let all = Memo::new(move |_| voices(desk, &shown.get()));
    let may = Memo::new(move |_| {
        let act = SessionAct::Note { about: None, words: String::new() };
        desk.may(Kind::Note, Id::nil(), Scope::Session(id), act.into()).is_ok()
    });
    view! {
        <section class="col" aria-labelledby="voices">
            <div class="head"><h2 id="voices">{w.voices}</h2></div>
            <ul class="col">
                <For each=move || all.get() key=|voice| voice.id.to_string() let:voice>
                    <li><One voice=voice session=id /></li>
                </For>
            </ul>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="sm dim">{w.no_voices}</p> })}
            {move || may.get().then(|| view! { <NoteBox session=id /> })}
        </section>
    }
}

/// One voice, labelled for what it is.
#[component]
fn One(voice: Voice, session: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().paper;
    let by = voice.by;
    let sits = voice.seat.clone();
    let as_expert = Memo::new(move |_| {
        sits.as_ref().is_some_and(|seated| seated.seat.role == Role::Expert)
            || by.is_some_and(|by| expert(desk, by))
    });
    let name = {
        let seat = voice.seat.as_ref().map(|seated| seated.seat.name.clone());
        move || seat.clone().or_else(|| by.map(|by| desk.name_of(by))).unwrap_or_default()
    };
    // an expert without a label is called one by the tag
    let called = |seated: &&Seated| seated.seat.label.is_some() || seated.seat.role != Role::Expert;
    let part = voice.seat.as_ref().filter(called).map(introduced);
    let known = move || by.and_then(|by| part_of(desk, by));
    let part = part.unwrap_or_else(|| child(known));
    let question = voice.question.clone().map(|question| {
        let asked = (p.answer)(&question);
        view! { <p class="xs dim" lang=tongue(&asked)>{asked.clone()}</p> }
    });
    let pictures = voice.note.then(|| {
        view! { <Shots beside=voice.id scope=Scope::Session(session) act=Taken::enclose /> }
    });
    let note = voice.note.then(|| view! { <span class="tag">{p.research}</span> });
    view! {
        <article class="slip">
            {question}
            <p class="say written" lang="zh-CN">{voice.words}</p>
            <p class="who">
                <b lang="zh-CN">{name}</b>
                {part}
                {move || as_expert.get().then(|| view! { <ExpertTag /> })}
                {note}
                <time class="end xs">{w.lang.ago(voice.at, clock::now())}</time>
            </p>
            {pictures}
        </article>
    }
}

#[component]
fn NoteBox(session: Id) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let form = draft::<String>(format!("bandeng.note.{session}"));
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act: Act = SessionAct::Note { about: None, words: form.get_untracked() }.into();
        leptos::task::spawn_local(async move {
            let kept = desk.commit(Kind::Note, clock::fresh(), Scope::Session(session), act).await;
            if kept.is_ok() {
                form.set(String::new());
            }
            error.set(kept.err());
        });
    };
    let set = Callback::new(move |typed| form.set(typed));
    view! {
        <form class="col" on:submit=save>
            <Line label=w.note.0 value=form set=set long=true />
            <button class="btn">{w.note.1}</button>
            <CommitTrouble error=error />
        </form>
    }
}
