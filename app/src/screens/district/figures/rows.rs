//! The rows behind a figure: villages in administrative order, in each the older first; each row leads into the app.

use domain::{
    Millis, Stage, Standing,
    figures::{Figure, Row, Rows},
    follow::State,
    plan::Month,
    session::Verdict,
};

use super::{
    choice::Choices,
    heading,
    heard::{Heard, excuse},
};
use crate::{
    clock,
    look::words,
    parts::tongue,
    prelude::*,
    replica::{Net, NetError},
    routes::{Room, Route, Wing},
    screens::district::{
        Sheet,
        live::{Heard as LastHeard, Live},
    },
};

/// What was asked for and what has come.
#[derive(Clone, Copy)]
struct Page {
    figure: Figure,
    heard: Heard,
    part: RwSignal<Option<String>>,
    rows: RwSignal<Vec<Row>>,
    /// How many there are; nothing before it is known.
    all: RwSignal<Option<u32>>,
    few: RwSignal<bool>,
    /// Why there are none, or no more.
    wrong: RwSignal<Option<NetError>>,
}

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// Others than those that are shown.
    Others,
    /// The same as they now are.
    Same,
    /// Those that come after.
    More,
}

impl Page {
    /// Nothing yet of a figure.
    fn of(figure: Figure, heard: Heard) -> Self {
        Self {
            figure,
            heard,
            part: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
            all: RwSignal::new(None),
            few: RwSignal::new(false),
            wrong: RwSignal::new(None),
        }
    }

    fn ask(self, ask: Ask) {
        if ask == Ask::Others {
            self.rows.set(Vec::new());
            self.all.set(None);
            self.wrong.set(None);
        }
        let shown = self.rows.with_untracked(Vec::len);
        let from = if ask == Ask::More { shown } else { 0 };
        let part = self.part.get_untracked();
        let (year, place) = (self.heard.year.get_untracked(), self.heard.place.get_untracked());
        let mut asks = format!("{}&from={from}", self.heard.asks());
        if let Some(part) = &part {
            asks = format!("{asks}&part={part}");
        }
        let path = self.heard.path(&format!("/{}/rows", self.figure.as_str()), &asks);
        leptos::task::spawn_local(async move {
            let told = Net::read::<Rows>(&path).await;
            // somebody has chosen otherwise meanwhile, or has left
            let asked = self.part.try_get_untracked() == Some(part)
                && self.heard.year.try_get_untracked() == Some(year)
                && self.heard.place.try_get_untracked() == Some(place)
                && self.rows.try_get_untracked().is_some_and(|rows| rows.len() == shown);
            if !asked {
                return;
            }
            match told {
                Ok(told) => {
                    self.wrong.set(None);
                    self.few.set(told.few);
                    self.all.set(Some(told.all));
                    let more = from > 0;
                    // what is the same stays, with what somebody has opened below it
                    if more || !self.rows.with_untracked(|rows| rows.starts_with(&told.rows)) {
                        let keep = if more { from } else { 0 };
                        self.rows.update(|rows| {
                            rows.truncate(keep);
                            rows.extend(told.rows);
                        });
                    }
                }
                Err(error) => self.wrong.set(Some(error)),
            }
        });
    }
}

impl Page {
    /// The figure in a sentence, and whether it is of too few people for one; tracked.
    fn told(self) -> Option<(bool, String)> {
        self.heard.told.with(|told| {
            let one = told.as_ref()?.figure(self.figure)?;
            Some((one.few, (words().figures().says)(one)))
        })
    }

    fn says(self) -> Option<String> {
        self.told().and_then(|(few, says)| (!few).then_some(says))
    }

    /// Of a few nothing is told, or no row of what they said.
    fn fewer(self) -> Option<&'static str> {
        let f = words().figures();
        let whole = self.told().is_some_and(|(few, _)| few);
        self.few.get().then_some(if whole { f.few } else { f.few_rows })
    }
}

/// The screen.
#[component]
pub(in super::super) fn RowsPage(figure: Figure) -> AnyView {
    let w = words();
    let f = w.figures();
    let live = Live::start();
    let heard = Heard::chosen(live);
    let end = view! { <LastHeard live=live /> };
    let page = Page::of(figure, heard);
    let mut before = None;
    Effect::new(move |_| {
        live.tick();
        let now = Some((heard.year.get(), heard.place.get()));
        page.ask(if now == std::mem::replace(&mut before, now) { Ask::Same } else { Ask::Others });
    });
    let part = move |event| {
        let chosen = event_target_value(&event);
        page.part.set(Some(chosen).filter(|part| !part.is_empty()));
        page.ask(Ask::Others);
    };
    let options = figure.parts().into_iter().map(move |part| {
        view! { <option value=part>{w.figure_part(figure, part)}</option> }
    });
    let more = move || {
        let shown = page.rows.with(Vec::len);
        let left = page.all.get().is_some_and(|all| shown < all as usize && shown > 0);
        left.then(|| view! {
            <button type="button" class="btn" on:click=move |_| page.ask(Ask::More)>{f.more}</button>
        })
    };
    let empty = move || page.all.get() == Some(0) && !page.few.get();
    view! {
        <Sheet wing=Wing::Rows(figure) end=Some(end.into_any())>
            <p><a class="btn" href=Route::District(Wing::Figures).path()>{f.back}</a></p>
            <section class="slip col" aria-labelledby="rows">
                <div class="head"><h2 id="rows">{heading(figure)}</h2></div>
                <p class="b" role="status">{move || page.says()}</p>
                {move || page.fewer().map(|few| view! { <p class="sm">{few}</p> })}
                <p class="xs dim">{(f.means)(figure)}</p>
                <Choices heard=heard />
                <label class="field choose"><span class="lab">{f.which}</span>
                    <select class="in" on:change=part><option value="">{f.every_part}</option>{options.collect_view()}</select>
                </label>
                {excuse(heard.told, page.wrong)}
                <ul class="queue">
                    <For each=move || numbered(&page.rows.get()) key=|(nth, _)| nth.to_string() let:one>
                        {line(figure, &one.1)}
                    </For>
                </ul>
                {move || empty().then(|| view! { <p class="sm dim">{f.nothing}</p> })}
                {more}
            </section>
        </Sheet>
    }
}

/// Rows with their numbers: one thing may stand in several.
fn numbered(rows: &[Row]) -> Vec<(usize, Row)> {
    rows.iter().cloned().enumerate().collect()
}

/// One row.
fn line(figure: Figure, row: &Row) -> AnyView {
    let w = words();
    let f = w.figures();
    let now = clock::now();
    let title = match &row.title_en {
        Some(title) if w.lang == words::Lang::En => title.clone(),
        _ => row.title.clone(),
    };
    // what is planned for a month may have no topic yet
    let open = row.kind == "plan" && title.is_empty();
    let title = if open { w.planning().slot.to_owned() } else { title };
    let lang = tongue(&title);
    let head = match to(row) {
        Some(route) => view! { <a class="b" href=route.path() lang=lang>{title}</a> }.into_any(),
        None => view! { <span class="b" lang=lang>{title}</span> }.into_any(),
    };
    let part = w.figure_part(figure, &row.part);
    let state =
        row.state.as_deref().and_then(|state| called(row, state)).filter(|state| *state != part);
    let day = row.at.map(|at| match row.kind.as_str() {
        "plan" => month(at),
        _ => w.lang.date(at, now),
    });
    let due = row.due.map(|due| (f.due)(&w.lang.date(due, now)));
    let took = row.days.map(f.took);
    let small = [Some(part.to_owned()), state.map(str::to_owned), day, due, took];
    let small = small.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let why = row
        .why
        .clone()
        .map(|why| view! { <span class="sm lh" lang=tongue(&why)>{why.clone()}</span> });
    view! {
        <li class="figure-row">
            <span class="sm dim" lang=tongue(&row.village_name)>{row.village_name.clone()}</span>
            <span class="lh">{head}{why}<small>{small}</small></span>
        </li>
    }
    .into_any()
}

/// The month that a moment is in.
fn month(at: Millis) -> String {
    let (f, month) = (words().figures(), Month::of(at));
    format!("{} {}", (f.year_of)(month.year), (f.month)(month.month as usize))
}

/// Where a row stands, in the words of its kind.
fn called(row: &Row, state: &str) -> Option<&'static str> {
    let w = words();
    match row.kind.as_str() {
        "issue" => {
            Standing::ALL.into_iter().find(|one| one.as_str() == state).map(w.names.standing)
        }
        "session" => Stage::ALL
            .into_iter()
            .find(|one| one.as_str() == state)
            .map(|one| words::session::stage(w.lang, one)),
        "advice" => Verdict::of(state).map(|one| words::session::verdict(w.lang, one)),
        "action" => State::ALL
            .into_iter()
            .find(|one| one.as_str() == state)
            .map(|one| words::follow::state(w.lang, one)),
        _ => None,
    }
}

/// Where a row leads: into the thread it belongs to.
fn to(row: &Row) -> Option<Route> {
    match row.kind.as_str() {
        "issue" => Some(Route::Issue(row.id)),
        "session" => Some(Route::Session(row.id, Room::Overview)),
        "action" => Some(Route::Action(row.id)),
        "plan" => Some(Route::District(Wing::Year)),
        "advice" => {
            let session = row.session.map(|session| Route::Session(session, Room::Advice));
            session.or(row.issue.map(Route::Issue))
        }
        _ => None,
    }
}
