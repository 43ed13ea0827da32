//! The blueprint of the village as it stands.

use domain::{
    Id,
    follow::{LineState, Section, version::Mark},
};

use super::{
    Shown, add::Add, barred, decides, freeze::Freeze, line::Row, not_printed, open::LineSheet,
    print_button, says, shown, tiles::Tiles, vision::Vision, years::Years,
};
use crate::{
    desk::{Plan, desk},
    look::words,
    parts::{Frame, Icon, NetLine, why_not},
    prelude::*,
    routes::Route,
};

/// The page.
#[component]
pub(super) fn Page() -> AnyView {
    let (p, desk) = (says().plan, desk());
    let village = Memo::new(move |_| desk.village());
    let failed = RwSignal::new(false);
    let title = move || {
        let name = village.get().and_then(|village| desk.place_name(village));
        (p.title)(&name.unwrap_or_default())
    };
    let top = view! {
        <header class="top">
            <div class="row">
                <h1 class="grow" tabindex="-1">{title}</h1>
                {print_button(failed)}
            </div>
            <NetLine />
        </header>
    };
    view! {
        <Frame top=top foot=None over=None>
            {not_printed(failed)}
            <p class="print-title song">{title}</p>
            {move || match village.get() {
                Some(village) => view! { <Whole village=village /> },
                None => view! { <p class="sm dim">{p.no_village}</p> },
            }}
            <a class="btn noprint" href=Route::Terms.path()><Icon name="people" />{p.terms}</a>
        </Frame>
    }
}

#[component]
fn Whole(village: Id) -> AnyView {
    let desk = desk();
    let plan = shown(village);
    let barred = Memo::new(move |_| barred(desk, village));
    let writes = Memo::new(move |_| barred.with(Option::is_none));
    let decides = Memo::new(move |_| decides(desk, village));
    let drawn =
        Memo::new(move |_| plan.with(|plan| !plan.lines.is_empty() || !plan.kept.is_empty()));
    let (open, which) = (RwSignal::new(false), RwSignal::new(None::<Id>));
    let show = Callback::new(move |id| {
        which.set(Some(id));
        open.set(true);
    });
    view! {
        <Vision plan=plan writes=writes />
        <Tiles plan=plan writes=writes />
        {move || if drawn.get() {
            view! {
                <div class="col tight">
                    <Years plan=plan year=None />
                    <Changed plan=plan />
                </div>
                {Section::ALL.map(|section| view! { <Lines section=section plan=plan show=show /> })
                    .into_iter().collect_view()}
            }
        } else {
            empty(writes)
        }}
        {move || match barred.get() {
            None => Some(view! { <Add village=village /> }),
            barred => why_not(says().line.add, barred),
        }}
        {move || (decides.get() && drawn.get()).then(|| view! { <Freeze plan=plan /> })}
        <LineSheet village=village plan=plan which=which open=open writes=writes />
    }
}

/// No plan yet: one question on a bench is how it begins.
fn empty(writes: Memo<bool>) -> AnyView {
    let [heading, hint, bench] = says().plan.empty;
    let way = move || match writes.get() {
        true => {
            view! { <a class="btn do noprint" href=Route::Plan(None).path()><Icon name="ring" />{bench}</a> }
        }
        // whoever calls no sessions can say what they are to be about
        false => view! {
            <a class="btn do noprint" href=Route::Raise.path()><Icon name="mic" />{words().board.raise}</a>
        },
    };
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{heading}</h2>
            <p>{hint}</p>
            {way}
        </div>
    }
}

/// How many lines became something else, and how many of those do not say who spoke up.
fn counted(plan: &Plan) -> (usize, usize) {
    let changed = || plan.lines.iter().filter(|line| line.since.mark != Mark::Same);
    let bare = changed().filter(|line| line.since.says.cites().is_empty());
    (changed().count(), bare.count())
}

#[component]
fn Changed(plan: Shown) -> AnyView {
    let p = says().plan;
    child(move || {
        let ((changed, bare), last) =
            plan.with(|plan| (counted(plan), plan.kept.last().map(|kept| kept.year)));
        if let (0, Some(year)) = (changed, last) {
            return view! { <p class="sm">{(p.unchanged)(year)}</p> };
        }
        // it is not claimed that somebody spoke up where nobody is named
        let (before, behind) = match bare {
            0 => {
                let (before, behind) = (p.changed)(changed);
                (before, behind.to_owned())
            }
            _ => (p.changed_some)(bare),
        };
        view! { <p class="sm">{before}<b class="song lg pine">{changed.to_string()}</b>{behind}</p> }
    })
}

/// A section with its lines.
#[component]
fn Lines(section: Section, plan: Shown, show: Callback<Id>) -> AnyView {
    let p = says().plan;
    let ids = Memo::new(move |_| {
        plan.with(|plan| {
            let mine = plan.lines.iter().filter(|line| line.since.says.section == section);
            // what is dropped stays, behind what is to be
            let dropped =
                |line: &&crate::desk::Outlook| line.since.says.state == LineState::Dropped;
            let (gone, there): (Vec<_>, Vec<_>) = mine.partition(dropped);
            there.into_iter().chain(gone).map(|line| line.since.line).collect::<Vec<Id>>()
        })
    });
    let name = format!("s-{}", section.as_str());
    let none = move || ids.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.none}</p> });
    view! {
        <section aria-labelledby=name.clone()>
            <div class="head">
                <h2 id=name>{words::follow::section(words().lang, section)}</h2>
                <span class="dim sm">{move || (p.lines)(ids.with(Vec::len))}</span>
            </div>
            {none}
            <ul class="bps">
                <For each=move || ids.get() key=|id| id.to_string()
                    children=move |id| view! { <Row id=id plan=plan open=show /> } />
            </ul>
        </section>
    }
}
