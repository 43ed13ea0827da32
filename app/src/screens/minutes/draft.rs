//! The minutes as the app drafts them from what was taken down: facts, what was said part by part, consensus, dissent,
//! who does what.

use domain::{
    Kind, SessionAct, Stage,
    session::{Sort, papers_of},
};

use super::{
    Papers, Shown, bar,
    boxes::{Deed, Editor, Trouble, Writing, keep},
    consensus::Consensus,
    flag::Flag,
    hands::Hands,
    room::{edit, writes},
    row::{Blank, Row},
    says,
    tasks::Tasks,
};
use crate::{
    desk::desk,
    look::words,
    parts::{CommitTrouble, Frame, Icon},
    prelude::*,
    routes::{Room, Route, way},
};

/// The whole draft.
#[component]
pub(super) fn DraftRoom(shown: Shown) -> AnyView {
    let (m, desk) = (says(), desk());
    let id = shown.with_untracked(|papers| papers.id);
    let writer = Memo::new(move |_| writes(desk, id).is_ok());
    let parts = Memo::new(move |_| shown.with(Papers::parts));
    let reader = move || {
        (!writer.get())
            .then(|| view! { <p class="note"><Icon name="lock" /><span>{m.only}</span></p> })
    };
    let changed = move || {
        let checking = shown.with(|papers| papers.session.stage == Stage::Checking);
        (checking && writer.get()).then(
            || view! { <p class="note wait"><Icon name="info" /><span>{m.changed}</span></p> },
        )
    };
    let none = move || {
        let none = shown.with(|papers| papers.said.is_empty());
        none.then(|| view! { <p class="dim">{m.said_none}</p> })
    };
    let foot = view! { <Foot shown=shown writer=writer /> };
    let top = bar(shown, Room::Overview, m.title, m.note);
    view! {
        <Frame top=top foot=Some(foot) over=None>
            {reader}{changed}
            <Facts shown=shown writer=writer />
            {none}
            <For each=move || parts.get() key=|part| part.to_string()
                children=move |part| view! { <Part shown=shown part=part writer=writer /> } />
            <Hands shown=shown writer=writer />
            <Consensus shown=shown writer=writer />
            <Dissent shown=shown writer=writer />
            <Tasks shown=shown writer=writer />
            <Blanks shown=shown writer=writer />
        </Frame>
    }
}

/// What was reported, in a few sentences.
#[component]
fn Facts(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let id = shown.with_untracked(|papers| papers.id);
    let papers = papers_of(id);
    let facts =
        Memo::new(move |_| shown.with(|papers| papers.minutes.facts.clone().unwrap_or_default()));
    let flags = Signal::derive(move || checked(shown, "facts"));
    let writing = Writing::of(papers, "facts");
    let begin = move |_| writing.set(Writing::begin(&facts.get_untracked()));
    let deeds = Callback::new(move |now: Writing| in_papers(shown, "facts", now.from, &now.to));
    let open = Memo::new(move |_| writer.get() && writing.with(|writing| writing.begun));
    let told = move || {
        let facts = facts.get();
        let lines = facts.lines().map(|line| view! { <p lang="zh-CN">{line.to_owned()}</p> });
        let blank = facts.is_empty().then(|| view! { <p class="dim sm">{m.facts_none}</p> });
        view! { <div class="slip">{lines.collect_view()}{blank}{writer.get().then(|| view! {
            <div><button type="button" class="btn" on:click=begin><Icon name="pen" />{m.write}
                <span class="sr">{m.facts}</span></button></div>
        })}</div> }
    };
    view! {
        <section aria-labelledby="facts">
            <div class="head"><h2 id="facts">{m.facts}</h2></div>
            <Flag kind=Kind::Minutes id=papers scope=shown.with_untracked(Papers::scope) check=flags />
            {move || if open.get() {
                view! { <div class="slip"><Editor writing=writing label=m.facts long=true deeds=deeds /></div> }
            } else {
                told()
            }}
        </section>
    }
}

/// One field of the papers, where it waits for eyes.
pub(super) fn checked(shown: Shown, field: &str) -> Vec<String> {
    shown
        .with(|papers| papers.minutes.check.iter().filter(|name| *name == field).cloned().collect())
}

/// Writes a field of the papers; begins them where nobody has.
pub(super) fn in_papers(shown: Shown, field: &str, from: String, to: &str) -> Vec<Deed> {
    let (id, scope, begun) =
        shown.with_untracked(|papers| (papers_of(papers.id), papers.scope(), papers.begun));
    let begin = (!begun).then(|| (Kind::Minutes, id, scope, SessionAct::Minute.into()));
    let write = (Kind::Minutes, id, scope, edit(field, from, to.trim()));
    begin.into_iter().chain([write]).collect()
}

/// What was said in one part of the agenda, dissent apart.
#[component]
fn Part(shown: Shown, part: u32, writer: Memo<bool>) -> AnyView {
    let (w, m) = (words(), says());
    let ids = Memo::new(move |_| {
        shown.with(|papers| {
            let here = papers.said.iter().filter(|said| said.statement.part == part);
            let worded = here.filter(|said| said.worded() && said.statement.sort != Sort::Dissent);
            worded.map(|said| said.id).collect::<Vec<_>>()
        })
    });
    let name = shown.with_untracked(|papers| part_name(papers, part));
    let (name_id, lang) = (format!("part-{part}"), (w.lang == words::Lang::En).then_some("en"));
    let note = move || ids.with(|ids| (m.part_count)(part + 1, ids.len()));
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    child(move || {
        let (name, name_id) = (name.clone(), name_id.clone());
        any.get().then(|| {
            view! {
                <section aria-labelledby=name_id.clone()>
                    <div class="head"><h2 id=name_id lang=lang>{name}</h2><span class="dim">{note}</span></div>
                    <ol class="slip ruled">
                        <For each=move || ids.get() key=|id| id.to_string()
                            children=move |id| view! { <Row shown=shown id=id writer=writer /> } />
                    </ol>
                </section>
            }
        })
    })
}

/// The name of a part in the reader's language.
pub(super) fn part_name(papers: &Papers, part: u32) -> String {
    let found = usize::try_from(part).ok().and_then(|part| papers.session.agenda.get(part));
    found.map_or_else(
        || says().some_part.to_owned(),
        |part| words::session::part(words().lang, part),
    )
}

/// Dissent: whole, in its double rule, each by itself.
#[component]
fn Dissent(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let ids = Memo::new(move |_| {
        shown.with(|papers| {
            let dissent = papers
                .said
                .iter()
                .filter(|said| said.worded() && said.statement.sort == Sort::Dissent);
            dissent.map(|said| said.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    child(move || {
        any.get().then(|| view! {
            <section class="dissent col tight" aria-labelledby="dissent">
                <h2 id="dissent" class="row wrap"><Icon name="flag" />{m.dissent}" "<span class="dim xs">{m.dissent_hint}</span></h2>
                <ol class="ruled">
                    <For each=move || ids.get() key=|id| id.to_string()
                        children=move |id| view! { <Row shown=shown id=id writer=writer /> } />
                </ol>
            </section>
        })
    })
}

/// What was only tapped: a recording and a box to write in. It is not quoted.
#[component]
fn Blanks(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let ids = Memo::new(move |_| {
        shown.with(|papers| {
            let blank = papers.said.iter().filter(|said| !said.worded());
            blank.map(|said| said.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    child(move || {
        any.get().then(|| view! {
            <section aria-labelledby="blank">
                <div class="head"><h2 id="blank">{m.blank}</h2>
                    <span class="dim">{move || ids.with(|ids| (m.pieces)(ids.len()))}</span></div>
                <p class="sm dim">{m.blank_hint}</p>
                <ol class="slip ruled">
                    <For each=move || ids.get() key=|id| id.to_string()
                        children=move |id| view! { <Blank shown=shown id=id writer=writer /> } />
                </ol>
            </section>
        })
    })
}

/// On to the read-back, or back to the bench if one more word is said.
#[component]
fn Foot(shown: Shown, writer: Memo<bool>) -> AnyView {
    let (w, m, desk, way) = (words(), says(), desk(), way());
    let id = shown.with_untracked(|papers| papers.id);
    let stage = Memo::new(move |_| shown.with(|papers| papers.session.stage));
    let trouble = Trouble::new();
    let lacks = Memo::new(move |_| {
        shown.with(|_| ());
        let lacks = desk.in_room(id, |room| {
            domain::session::lacking(Stage::Checking, room.session, room, crate::clock::now())
        });
        let names: Vec<_> = lacks.unwrap_or_default().into_iter().collect();
        names.into_iter().map(|what| words::session::lacking(w.lang, what)).collect::<Vec<_>>()
    });
    let go = move |steps: &[(Stage, Stage)], room: Room| {
        let village = shown.with_untracked(|papers| papers.session.village);
        let deed = |(from, to): &(Stage, Stage)| -> Deed {
            let step = SessionAct::Proceed { from: *from, to: *to, why: None };
            (Kind::Session, id, domain::Scope::Village(village), step.into())
        };
        keep(trouble, steps.iter().map(deed).collect(), move || way.go(Route::Session(id, room)));
    };
    let check = move |_| match stage.get_untracked() {
        Stage::Checking => way.go(Route::Session(id, Room::Check)),
        _ if lacks.with_untracked(Vec::is_empty) => {
            go(&[(Stage::Drafting, Stage::Checking)], Room::Check);
        }
        _ => {}
    };
    let bench = move |_| match stage.get_untracked() {
        Stage::Checking => go(
            &[(Stage::Checking, Stage::Drafting), (Stage::Drafting, Stage::InSession)],
            Room::Bench,
        ),
        _ => go(&[(Stage::Drafting, Stage::InSession)], Room::Bench),
    };
    let barred = Memo::new(move |_| {
        stage.get() == Stage::Drafting && (!writer.get() || lacks.with(|lacks| !lacks.is_empty()))
    });
    let why = move || match lacks.with(|lacks| lacks.join("；")) {
        _ if stage.get() == Stage::Checking => m.checking_now.to_owned(),
        why if why.is_empty() => m.to_check_hint.to_owned(),
        why => (m.lacks)(&why),
    };
    view! {
        <section class="dock foot" aria-label=m.next>
            <p class="sm lh" id="why">{why}</p>
            <CommitTrouble error=trouble.said />
            <div class="btns">
                {move || writer.get().then(|| view! {
                    <button type="button" class="btn" on:click=bench><Icon name="back" />{m.back_bench}</button>
                })}
                <button type="button" class="btn do" aria-disabled=move || barred.get().then_some("true")
                    aria-describedby="why" on:click=check>{m.to_check}</button>
            </div>
        </section>
    }
}
