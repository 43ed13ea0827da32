//! 谁动过什么: the deeds, the newest first, day by day; asked for each time, and kept nowhere on the phone.

use domain::{
    Id,
    ledger::{AskLedger, Ledger, Line},
};

use super::{cost::Cost, looks_over, others::people, trouble};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, Frame, Icon, shut, tongue},
    prelude::*,
    replica::{Net, NetError},
    routes::Route,
};

/// What was asked for and what came.
#[derive(Clone, Copy)]
struct Asked {
    person: RwSignal<Option<Id>>,
    refused: RwSignal<bool>,
    lines: RwSignal<Vec<Line>>,
    more: RwSignal<bool>,
    wrong: RwSignal<Option<NetError>>,
    busy: RwSignal<bool>,
}

impl Asked {
    fn new() -> Self {
        Self {
            person: RwSignal::new(None),
            refused: RwSignal::new(false),
            lines: RwSignal::new(Vec::new()),
            more: RwSignal::new(false),
            wrong: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// Asks anew, or for what is older than what is shown.
    fn ask(self, older: bool) {
        if !older {
            self.lines.set(Vec::new());
            self.more.set(false);
        }
        let last = self.lines.with_untracked(|lines| lines.last().map(|line| line.id));
        let (person, refused) = (self.person.get_untracked(), self.refused.get_untracked());
        let ask = AskLedger { before: last, person, refused };
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let told = Net::ask::<Ledger>("/api/v1/audit", &ask).await;
            self.busy.set(false);
            // somebody has chosen otherwise meanwhile, or has left
            let now = (self.person.try_get_untracked(), self.refused.try_get_untracked());
            if now != (Some(person), Some(refused)) {
                return;
            }
            match told {
                Ok(page) => {
                    self.wrong.set(None);
                    self.lines.update(|lines| lines.extend(page.lines));
                    self.more.set(page.more);
                }
                Err(error) => self.wrong.set(Some(error)),
            }
        });
    }
}

/// The screen.
#[component]
pub(super) fn DeedsScreen() -> AnyView {
    let (o, desk) = (words().office(), desk());
    let may = Memo::new(move |_| looks_over(desk));
    let top = view! { <Bar back=Route::Me title=o.title /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || if may.get() {
                view! { <All /> }.into_any()
            } else {
                shut("", o.who_may)
            }}
        </Frame>
    }
}

#[component]
fn All() -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.office();
    let asked = Asked::new();
    asked.ask(false);
    let choose = move |event| {
        asked.person.set(Id::try_parse(&event_target_value(&event)).ok());
        asked.ask(false);
    };
    let only = move |event| {
        asked.refused.set(event_target_checked(&event));
        asked.ask(false);
    };
    let options = people(desk).into_iter().map(|(id, name)| {
        view! { <option value=id.to_string() lang="zh-CN">{name}</option> }
    });
    let state = move || {
        match (asked.wrong.get(), asked.busy.get()) {
        (Some(error), _) => Some(view! {
            <p class="note wait" role="status"><Icon name="info" /><span>{trouble(&error)}</span></p>
            <div><button type="button" class="btn" on:click=move |_| asked.ask(true)><Icon name="redo" />{w.trouble.again}</button></div>
        }.into_any()),
        (None, true) => Some(view! { <span class="skel w3"></span> }.into_any()),
        (None, false) => asked.lines.with(Vec::is_empty).then(|| view! { <p class="dim">{o.nothing}</p> }.into_any()),
    }
    };
    let older = move || {
        (asked.more.get() && !asked.busy.get()).then(|| view! {
            <button type="button" class="btn" on:click=move |_| asked.ask(true)>{o.older}</button>
        })
    };
    view! {
        <p class="sm dim">{o.kept}</p>
        <form class="col tight" on:submit=move |event: leptos::ev::SubmitEvent| event.prevent_default()>
            <label class="field"><span class="lab">{o.person}</span>
                <select class="in" on:change=choose><option value="">{o.everybody}</option>{options.collect_view()}</select>
            </label>
            <label class="opt"><input type="checkbox" on:change=only /><span>{o.refused_only}</span></label>
        </form>
        <div class="col" aria-live="polite">{move || asked.lines.with(|lines| days(desk, lines))}</div>
        {state}
        {older}
        <Cost />
    }
}

/// The lines under their days.
fn days(desk: Desk, lines: &[Line]) -> AnyView {
    let (w, now) = (words(), clock::now());
    let day = |line: &Line| words::calendar_day(line.at);
    let days = lines.chunk_by(|one, other| day(one) == day(other));
    let days = days.map(|lines| {
        let head = lines.first().map(|line| w.lang.date(line.at, now));
        let rows = lines.iter().map(|line| row(desk, line)).collect_view();
        view! {
            <section class="col tight">
                <h2 class="lab">{head}</h2>
                <ul class="queue">{rows}</ul>
            </section>
        }
    });
    days.collect_view().into_any()
}

fn row(desk: Desk, line: &Line) -> AnyView {
    let w = words();
    let o = w.office();
    let named = |id: Id| desk.person_of(id).map(|person| person.name);
    let who = line.person.map(|id| {
        named(id).unwrap_or_else(|| {
            if line.device.is_some() { o.a_phone.to_owned() } else { o.by_link.to_owned() }
        })
    });
    // nobody who is known came in by a phone, or did it where the server stands
    let nobody = if line.deed == "sign_in_failed" { o.a_phone } else { o.by_hand };
    let who = who.unwrap_or_else(|| nobody.to_owned());
    let what = w.deed(line, &|id| named(id).unwrap_or_else(|| w.common.somebody.to_owned()));
    let words::Day { hour, minute, .. } = words::civil(line.at);
    let device = line.device.as_deref().map(|name| format!(" · {}", w.phone_called(name)));
    let small = format!("{hour:02}:{minute:02}{}", device.unwrap_or_default());
    let refused = line.refused();
    let why = line.code.as_deref().filter(|_| refused).map(|code| (o.refused)(w.why_not(code)));
    let (icon, class) = if refused { ("no", "bad") } else { ("pen", "pine") };
    let lang = tongue(&who);
    view! {
        <li class="row">
            <span class=class><Icon name=icon /></span>
            <span class="grow lh">
                <span class="sm"><b lang=lang>{who}</b>" "<span lang=tongue(&what)>{what.clone()}</span></span>
                {why.map(|why| view! { <span class="sm err">{why}</span> })}
                <small>{small}</small>
            </span>
        </li>
    }
    .into_any()
}
