//! 报告: what goes out from the district's desk. The server makes all of it; here one reads what it will say first.

use domain::{
    Id,
    report::{Period, Piece, Preview, Sort},
};

use super::{frame::Sheet, region};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{HandOut, Icon, in_chat_app},
    prelude::*,
    replica::{Net, NetError},
    routes::Wing,
    screens::office::trouble,
    session,
};

/// So many years can be looked back on.
const BACK: u32 = 3;

/// The period that is chosen, and what came of asking for it.
#[derive(Clone, Copy)]
struct Chosen {
    region: Id,
    period: RwSignal<Period>,
    told: RwSignal<Option<Result<Preview, NetError>>>,
    heard: RwSignal<Option<i64>>,
}

impl Chosen {
    /// Asks what the report of the period says.
    fn ask(self) {
        let period = self.period.get_untracked();
        let path = format!("/api/v1/district/{}/report/{period}", self.region);
        self.told.set(None);
        leptos::task::spawn_local(async move {
            let told = Net::read::<Preview>(&path).await;
            // somebody has chosen otherwise meanwhile, or has left
            if self.period.try_get_untracked() == Some(period) {
                self.heard.set(told.is_ok().then(clock::now));
                self.told.set(Some(told));
            }
        });
    }

    fn choose(self, period: Period) {
        self.period.set(period);
        self.ask();
    }

    /// Where a paper of it lies; a link cannot say whose it is but by the number.
    fn file(self, kind: &str) -> String {
        let (region, period) = (self.region, self.period.get());
        let (slot, lang) = (session::slot(), words().lang.tag());
        format!("/papers/district/{region}/{period}.{kind}?slot={slot}&lang={lang}")
    }
}

/// The wing.
#[component]
pub(super) fn Reports() -> AnyView {
    let (w, desk) = (words(), desk());
    let Some(region) = untrack(|| region(desk)) else { return ().into_any() };
    let words::Day { year, month, .. } = words::civil(clock::now());
    let year = u32::try_from(year).unwrap_or_default();
    let period = Period { year, quarter: Some(month.div_ceil(3)) };
    let (period, told) = (RwSignal::new(period), RwSignal::new(None));
    let heard = RwSignal::new(None);
    let chosen = Chosen { region, period, told, heard };
    chosen.ask();
    let heard = move || {
        let words::Day { hour, minute, .. } = words::civil(chosen.heard.get()?);
        Some(
            view! { <p class="sm dim">{(w.district().heard)(&format!("{hour:02}:{minute:02}"))}</p> },
        )
    };
    view! {
        <Sheet wing=Wing::Reports end=Some(child(heard))>
            <div class="reports">
                <Report chosen=chosen year=year />
                <div class="col noprint">
                    <Open region=region />
                    <Archive region=region />
                </div>
            </div>
        </Sheet>
    }
    .into_any()
}

/// The report of a period: chosen, read, taken along.
#[component]
fn Report(chosen: Chosen, year: u32) -> AnyView {
    let s = words().reports();
    let years = (0..BACK).map(|back| {
        let year = year - back;
        view! { <option value=year.to_string()>{year.to_string()}</option> }
    });
    let parts = Period::of_year(year).map(|part| {
        let (quarter, name) = (part.quarter.unwrap_or_default(), (s.period)(part));
        let now = part.quarter == chosen.period.get_untracked().quarter;
        view! { <option value=quarter.to_string() selected=now>{name}</option> }
    });
    let of_year = move |event| {
        let year = event_target_value(&event).parse().unwrap_or(year);
        chosen.choose(Period { year, ..chosen.period.get_untracked() });
    };
    let of_part = move |event| {
        let quarter = event_target_value(&event).parse().ok().filter(|quarter| *quarter > 0);
        chosen.choose(Period { quarter, ..chosen.period.get_untracked() });
    };
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("this browser does not print");
        }
    };
    let known = move || match chosen.told.get() {
        Some(Ok(told)) => told.title,
        _ => String::new(),
    };
    let files = [("print", s.pdf, "pdf"), ("pen", s.word, "docx")];
    let files = files.map(|(icon, [name, hint], kind)| {
        view! {
            <li><a href=move || chosen.file(kind) target="_blank" rel="noopener"><Icon name=icon />
                <span>{name}<small>{hint}</small></span><span class="end"><Icon name="right" /></span></a></li>
        }
    });
    let chat = in_chat_app();
    let text = Signal::derive(move || {
        chosen.told.get().and_then(Result::ok).map_or_else(String::new, |told| plain(&told))
    });
    let out = if chat {
        view! {
            <p class="note wait"><Icon name="warn" /><span>{s.in_chat}</span></p>
            <HandOut text=text />
        }
        .into_any()
    } else {
        view! {
            <ul class="list">
                {files.into_iter().collect_view()}
                <li><button type="button" on:click=print><Icon name="print" /><span>{s.print}</span></button></li>
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="slip col" aria-labelledby="report">
            <div class="head noprint"><h2 id="report">{s.report}</h2></div>
            <p class="sm dim noprint">{s.made_of}</p>
            <div class="when noprint">
                <label class="field"><span class="lab">{s.year}</span>
                    <select class="in" on:change=of_year>{years.collect_view()}</select></label>
                <label class="field"><span class="lab">{s.part}</span>
                    <select class="in" on:change=of_part>{parts.collect_view()}</select></label>
            </div>
            <p class="sr" role="status">{known}</p>
            <div class="col">{move || read(&chosen)}</div>
            <div class="col noprint">{out}</div>
        </section>
    }
    .into_any()
}

/// What the report says: the figures first, and the whole of it on demand.
fn read(chosen: &Chosen) -> AnyView {
    let s = words().reports();
    let preview = match chosen.told.get() {
        None => return view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(NetError::Silent)) => {
            return view! { <p class="note wait"><Icon name="off" /><span>{s.online}</span></p> }
                .into_any();
        }
        Some(Err(error)) => {
            return view! { <p class="note wait"><Icon name="info" /><span>{trouble(&error)}</span></p> }.into_any();
        }
        Some(Ok(preview)) => preview,
    };
    let figures = preview.pieces.iter().filter(|piece| piece.sort == Sort::Fact);
    // the day of signing is for the paper
    let figures =
        figures.filter(|piece| !piece.text.trim().is_empty() && !piece.text.starts_with(' '));
    let rows = figures.map(|piece| {
        view! { <dt>{piece.label.clone()}</dt><dd lang=tongue_of(&piece.text)>{piece.text.clone()}</dd> }
    });
    let pieces = || preview.pieces.iter().map(shown).collect_view();
    // what is folded up is not printed, however somebody comes to print: all of it stands there once more
    let (folded, printed) = (pieces(), pieces());
    let (head, title) = (preview.head.clone(), preview.title.clone());
    let draft = preview.draft.then(|| view! { <p class="sm dim noprint">{s.draft}</p> });
    view! {
        <h3 class="lg">{head}" · "{title}</h3>
        {draft}
        <section class="col tight noprint" aria-label=s.figures><dl class="kv">{rows.collect_view()}</dl></section>
        <details class="slip noprint"><summary><Icon name="doc" />{s.whole}<span class="end"><Icon name="down" /></span></summary>
            <div class="sheet-of">{folded}</div></details>
        <div class="sheet-of printed">{printed}</div>
    }
    .into_any()
}

fn shown(piece: &Piece) -> AnyView {
    let (text, label, lang) = (piece.text.clone(), piece.label.clone(), tongue_of(&piece.text));
    match piece.sort {
        Sort::Heading => view! { <h4>{text}</h4> }.into_any(),
        Sort::Paragraph => view! { <p lang=lang>{text}</p> }.into_any(),
        Sort::Item => view! { <p class="item" lang=lang>{text}</p> }.into_any(),
        Sort::Fact | Sort::Sign => {
            let room = text.starts_with(' ').then_some("sign");
            view! { <p class=room><b>{label}</b>" "<span lang=lang>{text}</span></p> }.into_any()
        }
    }
}

/// What was said stays Chinese, also in an English report: whoever listens is told so.
fn tongue_of(text: &str) -> Option<&'static str> {
    text.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)).then_some("zh-CN")
}

/// The same as a text.
fn plain(preview: &Preview) -> String {
    let line = |piece: &Piece| match (piece.sort, &piece.label) {
        (Sort::Heading, _) => format!("\n{}", piece.text),
        (_, Some(label)) => format!("{label} {}", piece.text),
        (_, None) => piece.text.clone(),
    };
    let lines: Vec<String> = preview.pieces.iter().map(line).collect();
    format!("{}\n{}\n{}\n", preview.head, preview.title, lines.join("\n"))
}

/// Open data, with what each table has.
#[component]
fn Open(region: Id) -> AnyView {
    let s = words().reports();
    let path = format!("/open/{region}.zip");
    let origin = window().location().origin().unwrap_or_default();
    let address = format!("{origin}{path}");
    let address = Signal::derive(move || address.clone());
    let rows = s.tables.iter().map(|(name, has)| {
        view! { <dt lang="en">{*name}</dt><dd>{*has}</dd> }
    });
    let get = (!in_chat_app()).then(|| {
        view! { <p><a class="btn" href=path download=""><Icon name="out" />{s.open_get}</a></p> }
    });
    view! {
        <section class="slip col" aria-labelledby="open">
            <div class="head"><h2 id="open">{s.open}</h2></div>
            <p class="sm">{s.open_means}</p>
            {get}
            <details class="slip"><summary>{s.inside}<span class="end"><Icon name="down" /></span></summary>
                <dl class="kv">{rows.collect_view()}</dl></details>
            <p class="sm dim">{s.open_link}</p>
            <HandOut text=address />
        </section>
    }
    .into_any()
}

/// The whole archive, with what is in it and who may have it.
#[component]
fn Archive(region: Id) -> AnyView {
    let s = words().reports();
    let path = format!("/papers/district/{region}/archive.tar?slot={}", session::slot());
    let rows = s.archive_has.iter().map(|(name, has)| view! { <dt>{*name}</dt><dd>{*has}</dd> });
    let get = if in_chat_app() {
        view! { <p class="sm dim">{s.in_chat}</p> }.into_any()
    } else {
        view! { <p><a class="btn" href=path download=""><Icon name="out" />{s.archive_get}</a></p> }
            .into_any()
    };
    view! {
        <section class="slip col" aria-labelledby="archive">
            <div class="head"><h2 id="archive">{s.archive}</h2></div>
            <p class="sm">{s.archive_means}</p>
            <dl class="kv">{rows.collect_view()}</dl>
            <p class="note wait"><Icon name="warn" /><span>{s.careful}</span></p>
            {get}
            <p class="sm dim">{s.archive_back}</p>
        </section>
    }
    .into_any()
}
