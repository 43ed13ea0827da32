//! A year that is kept: the blueprint and the facts as they stood, and what has changed since.

use domain::{
    Id,
    follow::{
        LineState, Section,
        version::{Frozen, Version},
    },
};

use super::{
    Shown, cites::Cites, not_printed, print_button, says, shown, since::Since, tiles::told,
    years::Years,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, Frame, Icon, tongue},
    prelude::*,
    routes::Route,
};

/// The page.
#[component]
pub(super) fn YearPage(year: u32) -> AnyView {
    let (y, desk) = (says().year, desk());
    let village = Memo::new(move |_| desk.village());
    let failed = RwSignal::new(false);
    let title = (y.title)(year);
    let top = view! {
        <Bar back=Route::Blueprint title=title.clone()>{print_button(failed)}</Bar>
    };
    view! {
        <Frame top=top foot=None over=None>
            {not_printed(failed)}
            <p class="print-title song">{title}</p>
            {move || village.get().map(|village| view! { <Whole village=village year=year /> })}
        </Frame>
    }
}

#[component]
fn Whole(village: Id, year: u32) -> AnyView {
    let (y, desk) = (says().year, desk());
    let plan = shown(village);
    let kept = Memo::new(move |_| {
        plan.with(|plan| plan.kept.iter().find(|kept| kept.year == year).cloned())
    });
    view! {
        <Years plan=plan year=Some(year) />
        {move || match kept.get() {
            Some(version) => stood(desk, plan, &version),
            None => view! {
                <div class="state">
                    <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                    <p>{(y.missing)(year)}</p>
                    <a class="btn" href=Route::Blueprint.path()>{y.back}</a>
                </div>
            },
        }}
    }
}

fn stood(desk: Desk, plan: Shown, version: &Version) -> AnyView {
    let (w, y) = (words(), says().year);
    let by = version.frozen_by.map(|by| untrack(|| desk.name_of(by))).unwrap_or_default();
    let at = w.lang.date(version.frozen_at, clock::now());
    let by = (y.by)(&by, &at);
    let lang = tongue(&by);
    let vision = version.vision.clone().map(|vision| {
        view! { <p class="song b lg stood" lang=tongue(&vision)>{vision.clone()}</p> }
    });
    let facts = version.facts.iter().map(|fact| {
        view! { <li><div class="slip">{told(&fact.name, &fact.value)}</div></li> }
    });
    let facts = (!version.facts.is_empty()).then(|| {
        view! {
            <section class="col tight known" aria-label=y.facts>
                <h2 class="sm b">{y.facts}</h2>
                <ul class="facts">{facts.collect_view()}</ul>
            </section>
        }
    });
    let sections = Section::ALL.map(|section| lines(version, section));
    view! {
        <p class="note go mid"><Icon name="lock" /><span lang=lang>{by}</span></p>
        {vision}
        <Since plan=plan version=version.clone() />
        {facts}
        <h2 class="sm b">{y.lines}</h2>
        {sections.into_iter().flatten().collect_view()}
    }
}

fn lines(version: &Version, section: Section) -> Option<AnyView> {
    let lang = words().lang;
    let rows: Vec<AnyView> =
        version.lines.iter().filter(|line| line.section == section).map(row).collect();
    let name = format!("k-{}", section.as_str());
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby=name.clone()>
                <div class="head">
                    <h3 id=name>{words::follow::section(lang, section)}</h3>
                    <span class="dim sm">{(says().plan.lines)(rows.len())}</span>
                </div>
                <ul class="bps">{rows.into_iter().collect_view()}</ul>
            </section>
        }
    })
}

/// A line as it stood.
fn row(line: &Frozen) -> AnyView {
    let words = line.words.clone();
    let lang = tongue(&words);
    let first = line.first.map(|first| {
        view! { <b class="tag go">{(says().plan.first)(first)}</b>" " }
    });
    let said = if line.state == LineState::Dropped {
        view! { <del lang=lang>{words}</del> }
    } else {
        view! { <span lang=lang>{words}</span> }
    };
    view! {
        <li class="bp plain">
            <p class="song">{first}{said}</p>
            <p class="xs dim">{words::follow::line_state(crate::look::words().lang, line.state)}</p>
            <Cites ids=line.cites.clone() />
        </li>
    }
}
