//! The sessions of the village: coming up, going on, waiting to be written up, sealed, put off.

use domain::{
    Id, Kind, Scope, SessionAct, Stage,
    session::{Convene, Mode},
};

use super::{Away, card::Card, you::You};
use crate::{
    desk::desk,
    look::words,
    parts::{Frame, Icon, NetLine},
    prelude::*,
    routes::Route,
    screens::planning::{CalendarLinks, HintLine, VillageYear},
};

/// The lane a session lies in, in the order of the list.
pub(super) fn lane(stage: Stage) -> usize {
    match stage {
        Stage::Planned | Stage::Researching | Stage::Noticed | Stage::Ready => 0,
        Stage::InSession => 1,
        Stage::Drafting | Stage::Checking => 2,
        Stage::Sealed
        | Stage::HandedOver
        | Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived => 3,
        Stage::Postponed | Stage::Cancelled => 4,
    }
}

/// The screen.
#[component]
pub(super) fn ListScreen() -> AnyView {
    let (w, desk) = (words(), desk());
    let l = w.gather().list;
    let village = Memo::new(move |_| desk.village());
    let all = Memo::new(move |_| {
        let evenings = desk.evenings().into_iter();
        evenings.map(|evening| (evening.id, lane(evening.session.stage))).collect::<Vec<_>>()
    });
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    let top = view! {
        <header class="top">
            <h1 tabindex="-1">{l.title}</h1>
            <NetLine />
        </header>
    };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || match (village.get(), none.get()) {
                (None, _) => view! { <Away told=l.away /> },
                (Some(village), true) => view! {
                    <Empty village=village />
                    <VillageYear village=village />
                    {links(village)}
                }
                .into_any(),
                (Some(village), false) => view! {
                    <Yours all=all />
                    <PlanButton village=village />
                    {hint(village)}
                    {lanes(all)}
                    <VillageYear village=village />
                    {links(village)}
                }
                .into_any(),
            }}
        </Frame>
    }
}

/// For those who call sessions: whether it might be time for one.
fn hint(village: Id) -> AnyView {
    let desk = desk();
    let calls = Memo::new(move |_| may_plan(desk, village).is_ok());
    child(move || calls.get().then(|| view! { <HintLine village=village /> }))
}

/// For the same, folded away: links for calendars.
fn links(village: Id) -> AnyView {
    let desk = desk();
    let calls = Memo::new(move |_| may_plan(desk, village).is_ok());
    let open = RwSignal::new(false);
    let turn = move |_| open.update(|open| *open = !*open);
    let title = words().planning().feed.title;
    child(move || {
        calls.get().then(|| {
            view! {
                <div class="col">
                    <div class="btns"><button class="btn" aria-expanded=move || open.get().to_string() on:click=turn>
                        <Icon name="cal" />{title}
                    </button></div>
                    {move || open.get().then(|| view! { <CalendarLinks place=village /> })}
                </div>
            }
        })
    })
}

/// What the reader is invited to, on top.
#[component]
fn Yours(all: Memo<Vec<(Id, usize)>>) -> AnyView {
    view! {
        <For each=move || all.get() key=|(id, _)| id.to_string() let:one>
            <You id=one.0 linked=true />
        </For>
    }
}

fn lanes(all: Memo<Vec<(Id, usize)>>) -> AnyView {
    let l = words().gather().list;
    // going on first: whoever opens this with an evening at hand wants that
    let order = [1, 0, 2, 3, 4];
    let lanes = order.map(|lane| {
        let ids = Memo::new(move |_| {
            let mut ids: Vec<Id> = all
                .with(|all| all.iter().filter(|(_, of)| *of == lane).map(|(id, _)| *id).collect());
            // what is over is read from its end
            if lane > 2 {
                ids.reverse();
            }
            ids
        });
        let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
        child(move || {
            any.get().then(|| {
                view! {
                    <section class="col" aria-label=l.lanes[lane]>
                        <div class="head"><h2>{l.lanes[lane]}</h2></div>
                        <ul class="col">
                            <For each=move || ids.get() key=|id| id.to_string() let:id>
                                <li><Card id=id /></li>
                            </For>
                        </ul>
                    </section>
                }
            })
        })
    });
    lanes.into_iter().collect_view().into_any()
}

/// Nothing was ever planned here.
#[component]
fn Empty(village: Id) -> AnyView {
    let (heading, hint) = words().gather().list.empty;
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{heading}</h2>
            <p>{hint}</p>
            <PlanButton village=village />
        </div>
    }
}

/// The way to a new session; those who may not go it are told who may.
#[component]
fn PlanButton(village: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let l = w.gather().list;
    let why = Memo::new(move |_| {
        let refusal = may_plan(desk, village).err()?;
        Some(w.refusal(&refusal, |id| desk.name_of(id)))
    });
    child(move || match why.get() {
        None => view! {
            <a class="btn do big" href=Route::Plan(None).path()><Icon name="plus" />{l.plan}</a>
        }
        .into_any(),
        Some(why) => view! {
            <div class="col tight">
                <button class="btn big" aria-disabled="true" aria-describedby="may-plan">
                    <Icon name="plus" />{l.plan}
                </button>
                <p class="sm dim" id="may-plan">{why}</p>
            </div>
        }
        .into_any(),
    })
}

/// Whether the reader may plan a session; tracked.
pub(crate) fn may_plan(desk: crate::desk::Desk, village: Id) -> Result<(), domain::Refusal> {
    let convene = Convene {
        title: String::new(),
        title_en: None,
        village,
        mode: Mode::B,
        issues: Vec::new(),
        on: None,
        place: None,
        agenda: Vec::new(),
        follows: None,
    };
    let act = SessionAct::Convene(convene).into();
    desk.may(Kind::Session, Id::nil(), Scope::Village(village), act)
}
