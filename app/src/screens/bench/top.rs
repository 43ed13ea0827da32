//! Over the ring: where everything is kept, what the evening is about, and how far the agenda has come.

use domain::{Millis, session::Part};

use super::{
    rules::RulesWay,
    table::{Sheet, part_of, table},
};
use crate::{look::words, parts::Icon, prelude::*, replica::Line, routes::Route};

/// The head of the screen.
#[component]
pub(super) fn Top(by_day: RwSignal<bool>, may: Memo<bool>) -> AnyView {
    let table = table();
    let b = words().bench();
    let title = Memo::new(move |_| {
        table.session.with(|s| s.as_ref().map(|s| s.title.clone()).unwrap_or_default())
    });
    let colours = move || b.colours[usize::from(by_day.get())];
    let flip = move |_| by_day.update(|day| *day = !*day);
    let end = move |_| table.sheet.set(Some(Sheet::End));
    view! {
        <header class="bench-top">
            <div class="row wrap">
                <Kept />
                <span class="end row tight">
                    {(!night_anyway()).then(|| view! {
                        <button class="ib" aria-label=colours on:click=flip>
                            {move || if by_day.get() {
                                view! { <Icon name="moon" /> }
                            } else {
                                view! { <Icon name="sun" /> }
                            }}
                        </button>
                    })}
                    {move || may.get().then(|| view! {
                        <button class="btn bare" aria-haspopup="dialog" on:click=end>{b.end[0]}</button>
                    })}
                </span>
            </div>
            <h1 tabindex="-1" lang="zh-CN">{move || title.get()}</h1>
            <Agenda />
            <Now may=may />
        </header>
    }
}

/// Whether the whole app wears the colours of the evening: then there are none of the day to turn to.
fn night_anyway() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.get_attribute("data-theme").is_some())
}

/// Where everything is; a way to what needs eyes.
#[component]
fn Kept() -> AnyView {
    let table = table();
    let b = words().bench();
    let at = Memo::new(move |_| match table.desk.line.get() {
        Line::Offline => 0,
        Line::Unreachable | Line::Busy | Line::Portal => 1,
        Line::Quiet { .. } | Line::Asking | Line::Sending { .. } | Line::SignedOut => 2_usize,
    });
    let eyes = Memo::new(move |_| table.desk.wants_eyes());
    child(move || {
        let eyes = eyes.get();
        if eyes > 0 {
            let told = (words().common.attention)(eyes);
            return view! {
                <p class="net off"><Icon name="warn" /><a href=Route::Phone.path()>{told}</a></p>
            };
        }
        let icon = if at.get() == 2 { "phone" } else { "plane" };
        view! { <p class="net"><Icon name=icon /><span>{b.kept[at.get()]}</span></p> }
    })
}

/// The agenda as a bar: each part as long as it should take, the one that runs filled by the time gone by.
#[component]
fn Agenda() -> AnyView {
    let (w, table) = (words(), table());
    let parts = Memo::new(move |_| {
        table.session.with(|s| s.as_ref().map(|s| s.agenda.clone()).unwrap_or_default())
    });
    let at = Memo::new(move |_| table.session.with(|s| s.as_ref()?.part).unwrap_or(0));
    let filled = Memo::new(move |_| {
        let (gone, lasts) = elapsed().unwrap_or((0, 1));
        (gone * 100 / lasts.max(1)).clamp(0, 100)
    });
    child(move || {
        let parts = parts.get();
        let total: u32 = parts.iter().map(|part| part.minutes).sum();
        let piece = |(n, part): (u32, &Part)| {
            let told = (w.bench().part)(&words::session::part(w.lang, part), part.minutes);
            let now = move || at.get() == n;
            let fill = move || now().then(|| filled.get().to_string());
            view! {
                <li
                    style:--m=part.minutes.to_string()
                    style:--v=fill
                    class:on=move || n < at.get()
                    class:now=now
                    aria-current=move || now().then_some("step")
                >
                    <span class="sr">{told}</span>
                </li>
            }
        };
        view! {
            <ol class="agenda" aria-label=(w.bench().agenda)(total)>
                {(0..).zip(&parts).map(piece).collect_view()}
            </ol>
        }
    })
}

/// How long the part that runs has taken, and how long it should; tracked, and so once a second.
fn elapsed() -> Option<(Millis, Millis)> {
    let table = table();
    let now = table.now.get();
    table.session.with(|session| {
        let session = session.as_ref()?;
        let since = session.part_at.or(session.began)?;
        Some(((now - since).max(0), part_of(session)?.lasts()))
    })
}

/// Which part runs and how much of it is left; the way to the next.
#[component]
fn Now(may: Memo<bool>) -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let told = Memo::new(move |_| {
        table.session.with(|session| {
            let session = session.as_ref()?;
            let name = words::session::part(w.lang, part_of(session)?);
            Some(format!("{}/{} {name}", session.part.unwrap_or(0) + 1, session.agenda.len()))
        })
    });
    let left = Memo::new(move |_| {
        let (gone, lasts) = elapsed()?;
        // the minute that has begun counts, before the end and after
        let minutes =
            if gone <= lasts { (lasts - gone + 59_999) / 60_000 } else { (lasts - gone) / 60_000 };
        Some((minutes, (b.left)(minutes)))
    });
    let over = move || left.get().is_some_and(|(minutes, _)| minutes <= 0);
    let next = Memo::new(move |_| {
        table.session.with(|session| {
            let session = session.as_ref()?;
            let next = session.part.unwrap_or(0) + 1;
            let part = session.agenda.get(next as usize)?;
            Some((next, words::session::part(w.lang, part)))
        })
    });
    let reach = move |_| {
        table.soon(move |table| {
            if let Some((part, name)) = next.get_untracked() {
                table.reach(part, name);
            }
        });
    };
    view! {
        <div class="row wrap sm">
            <b>{move || told.get()}</b>
            <span class="dim" class:och=over>{move || left.get().map(|(_, told)| told)}</span>
            <RulesWay />
            {move || (may.get() && next.with(Option::is_some)).then(|| view! {
                <button class="btn bare end sm" on:click=reach>{b.next}<Icon name="right" /></button>
            })}
        </div>
    }
}
