//! 念一遍，核一遍: every statement is put before whoever said it, one lit at a time.

use domain::{
    Id, SessionAct,
    session::{Check, How, Sort, Word},
};

use super::{
    Papers, Shown,
    aloud::{self, hush, speak},
    bar,
    draft::part_name,
    room::Said,
    says,
    statement::One,
    tally::{Foot, Tally},
};
use crate::{
    desk::desk,
    parts::{Frame, Icon},
    prelude::*,
    routes::Room,
};

/// What the rows of this room share.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) shown: Shown,
    /// Which statement is lit.
    pub(super) lit: RwSignal<Option<Id>>,
    /// Whether the reader notes answers for others, too.
    pub(super) notes: Memo<bool>,
    /// Whether the phone reads aloud.
    pub(super) playing: RwSignal<bool>,
    /// Who reads here.
    pub(super) person: Id,
    /// What became of the last answer, where there is something to be known of it.
    pub(super) told: RwSignal<&'static str>,
}

impl Reading {
    /// Whether a statement is the reader's own.
    pub(super) fn own(self, said: &Said) -> bool {
        self.shown.with(|papers| papers.is_of(said, self.person))
    }

    /// Lights the next statement that waits: the first one behind the one that is lit, or the first of all.
    pub(super) fn next_open(self) {
        let next = self.shown.with_untracked(|papers| {
            let quoted = papers.quoted();
            let lit = self.lit.get_untracked();
            let at = quoted.iter().position(|said| Some(said.id) == lit).map_or(0, |at| at + 1);
            let (before, behind) = quoted.split_at(at.min(quoted.len()));
            let mut open = behind.iter().chain(before).filter(|said| said.open());
            open.find(|said| self.notes.get_untracked() || untrack(|| self.own(said)))
                .map(|said| said.id)
        });
        if next.is_some() {
            self.lit.set(next);
        }
    }
}

/// The whole room.
#[component]
pub(super) fn CheckRoom(shown: Shown) -> AnyView {
    let (m, desk) = (says().check, desk());
    let id = shown.with_untracked(|papers| papers.id);
    let notes = Memo::new(move |_| {
        let check = Check {
            statement: id,
            of: String::new(),
            word: Word::Asked,
            how: How::Here,
            words: None,
            named: None,
        };
        let scope = domain::Scope::Session(id);
        desk.may(domain::Kind::Confirmation, Id::nil(), scope, SessionAct::Confirm(check).into())
            .is_ok()
    });
    let (lit, playing) = (RwSignal::new(None), RwSignal::new(false));
    let person = desk.person();
    let told = RwSignal::new("");
    let reading = Reading { shown, lit, notes, playing, person, told };
    reading.next_open();
    on_cleanup(hush);
    let groups = Memo::new(move |_| shown.with(groups));
    let own = Memo::new(move |_| {
        shown.with(|papers| {
            let own = papers.quoted().into_iter().filter(|said| papers.is_of(said, person));
            own.map(|said| said.id).collect::<Vec<_>>()
        })
    });
    let mine = move || (!notes.get()).then(|| view! { <Own reading=reading ids=own /> });
    let top = bar(shown, Room::Minutes, m.title, m.note);
    let foot = view! { <Foot reading=reading /> };
    view! {
        <Frame top=top foot=Some(foot) over=None>
            {move || notes.get().then(|| view! { <Player reading=reading /> })}
            {mine}
            <For each=move || groups.get() key=|group| format!("{group:?}")
                children=move |group| view! { <Group reading=reading group=group /> } />
            <Agreed shown=shown />
            <Tally shown=shown />
        </Frame>
    }
}

/// A part of the agenda, or dissent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Part(u32),
    Dissent,
}

fn groups(papers: &Papers) -> Vec<Of> {
    let mut groups = Vec::new();
    for said in papers.quoted() {
        let of = group_of(said);
        if !groups.contains(&of) {
            groups.push(of);
        }
    }
    groups
}

fn group_of(said: &Said) -> Of {
    match said.statement.sort {
        Sort::Dissent => Of::Dissent,
        Sort::Opinion | Sort::Question | Sort::Answer | Sort::Promise => {
            Of::Part(said.statement.part)
        }
    }
}

/// What is read, one after the other: by the phone, or by the recorder from large letters.
#[component]
fn Player(reading: Reading) -> AnyView {
    let m = says().check;
    let Reading { shown, lit, playing, .. } = reading;
    let able = aloud::able();
    let place = Memo::new(move |_| {
        shown.with(|papers| {
            let quoted = papers.quoted();
            let at = quoted.iter().position(|said| Some(said.id) == lit.get());
            (at.map_or(0, |at| at + 1), quoted.len())
        })
    });
    let text = move |id: Id| {
        shown.with_untracked(|papers| {
            let said = papers.one(id)?;
            let name = papers.seat(said.statement.seat).map(|seat| seat.name.clone());
            Some(words::paper::spoken(&(m.said_aloud)(&name.unwrap_or_default(), said.words())))
        })
    };
    Effect::new(move |_| match (playing.get(), lit.get()) {
        (true, Some(id)) => {
            if let Some(text) = text(id) {
                speak(&text, || ());
            }
        }
        (true, None) => {}
        (false, _) => hush(),
    });
    let next = move |_| {
        let next = shown.with_untracked(|papers| {
            let quoted = papers.quoted();
            let at = quoted.iter().position(|said| Some(said.id) == lit.get_untracked());
            let at = at.map_or(0, |at| at + 1);
            quoted.get(at).or_else(|| quoted.first()).map(|said| said.id)
        });
        lit.set(next);
    };
    let told = move || {
        let (at, of) = place.get();
        match (of, playing.get()) {
            (0, _) => m.none.to_owned(),
            (_, true) => (m.reading)(at, of),
            (_, false) => (m.place)(at, of),
        }
    };
    let button = move || {
        able.get().then(|| view! {
            <button type="button" class="ib" aria-label=if playing.get() { m.pause } else { m.play }
                on:click=move |_| playing.update(|playing| *playing = !*playing)>
                <Icon name=if playing.get() { "pause" } else { "play" } />
            </button>
        })
    };
    let how = move || if able.get() { m.by_phone } else { m.by_person };
    view! {
        <div class="mic" role="group" aria-label=m.player>
            <span>{button}</span>
            <span><span role="status">{told}</span><small>{how}</small></span>
            <button type="button" class="ib" aria-label=m.next on:click=next><Icon name="right" /></button>
        </div>
    }
}

/// What the reader said, on the reader's own phone.
#[component]
fn Own(reading: Reading, ids: Memo<Vec<Id>>) -> AnyView {
    let m = says().check;
    let none = move || ids.with(Vec::is_empty).then(|| view! { <p class="dim">{m.own_none}</p> });
    view! {
        <section aria-labelledby="own">
            <div class="head"><h2 id="own">{m.own}</h2></div>
            <p class="sm dim">{m.own_hint}</p>
            {none}
            {move || ids.with(|ids| !ids.is_empty()).then(|| view! {
                <ol class="slip ruled">
                    <For each=move || ids.get() key=|id| id.to_string()
                        children=move |id| view! { <One reading=reading id=id /> } />
                </ol>
            })}
        </section>
    }
}

#[component]
fn Group(reading: Reading, group: Of) -> AnyView {
    let (m, shown) = (says(), reading.shown);
    let ids = Memo::new(move |_| {
        shown.with(|papers| {
            let here = papers.quoted().into_iter().filter(|said| group_of(said) == group);
            // one's own stand above, on one's own phone
            let notes = reading.notes.get();
            let rest = here.filter(|said| notes || !reading.own(said));
            rest.map(|said| said.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = move || {
        view! {
            <For each=move || ids.get() key=|id| id.to_string()
                children=move |id| view! { <One reading=reading id=id /> } />
        }
    };
    let note = move |part: u32| move || ids.with(|ids| (m.part_count)(part + 1, ids.len()));
    child(move || {
        any.get().then(|| match group {
            Of::Part(part) => {
                let (name, head) = (shown.with_untracked(|papers| part_name(papers, part)), format!("part-{part}"));
                view! {
                    <section aria-labelledby=head.clone()>
                        <div class="head"><h2 id=head lang=crate::parts::tongue(&name)>{name}</h2><span class="dim">{note(part)}</span></div>
                        <ol class="slip ruled">{rows()}</ol>
                    </section>
                }
            }
            Of::Dissent => view! {
                <section class="dissent col tight" aria-labelledby="dissent">
                    <h2 id="dissent" class="row wrap"><Icon name="flag" />{m.dissent}" "<span class="dim xs">{m.dissent_hint}</span></h2>
                    <ol class="ruled">{rows()}</ol>
                </section>
            },
        })
    })
}

/// What was agreed on, read back as well.
#[component]
fn Agreed(shown: Shown) -> AnyView {
    let m = says();
    let points = Memo::new(move |_| shown.with(|papers| papers.minutes.points()));
    child(move || {
        let points = points.get();
        (!points.is_empty()).then(|| {
            let points = points.into_iter().map(|point| view! { <li>{point}</li> });
            view! {
                <section aria-labelledby="agreed">
                    <div class="head"><h2 id="agreed">{m.agreed}</h2></div>
                    <ol class="slip nums" lang="zh-CN">{points.collect_view()}</ol>
                </section>
            }
        })
    })
}
