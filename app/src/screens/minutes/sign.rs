//! Host and witness sign what they have read, each on a phone of their own, with four digits.

use domain::{
    Id, Kind, SessionAct,
    session::{
        Duty, Room,
        seal::{Signature, Signed},
    },
};

use words::Words;

use super::{
    Shown,
    boxes::{Deed, Text, Trouble, begin_in, keep},
    room::judged,
    says,
};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    pin::{Pin, Tried, four},
    prelude::*,
};

/// Where the signature of one duty stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    /// Nobody has signed.
    Waits,
    /// Somebody has, and what was signed has changed since.
    Void(Id),
    /// Somebody has signed what stands.
    Good(Signed),
}

/// Both signatures, and the buttons for whoever may.
#[component]
pub(super) fn Signing(
    shown: Shown,
    /// The session, or an annex to it.
    about: Id,
    /// The digest of what stands now.
    digest: Signal<String>,
) -> AnyView {
    let s = says().seal;
    let rows = [Duty::Host, Duty::Witness].map(|duty| {
        view! { <One shown=shown about=about digest=digest duty=duty /> }
    });
    view! {
        <div class="col">
            <ul class="slip ruled">{rows.into_iter().collect_view()}</ul>
            <p class="xs dim">{s.unsigned_by_change}</p>
        </div>
    }
}

fn standing(room: &Room<'_>, about: Id, digest: &str, duty: Duty) -> Standing {
    if let Some(good) = room.signatures(about, digest).into_iter().find(|one| one.duty == duty) {
        return Standing::Good(good);
    }
    let all = room.within().iter().filter(|record| record.kind == Kind::Signature && !record.gone);
    let mut all = all.filter_map(|record| record.read::<Signature>().ok());
    let void = all.find(|one| one.about == about && one.duty == duty && one.digest != digest);
    void.map_or(Standing::Waits, |one| Standing::Void(one.signed_by))
}

#[component]
fn One(shown: Shown, about: Id, digest: Signal<String>, duty: Duty) -> AnyView {
    let (w, s, desk) = (words(), says().seal, desk());
    let id = shown.with_untracked(|papers| papers.id);
    let now = Memo::new(move |_| {
        let digest = digest.get();
        desk.in_room(id, |room| standing(room, about, &digest, duty)).unwrap_or(Standing::Waits)
    });
    // whose duty it is, by the seats
    let holder = Memo::new(move |_| {
        shown.with(|papers| {
            let seat = papers.seats.iter().find(|(_, seated)| seated.seat.duty == Some(duty));
            seat.map(|(_, seated)| seated.seat.name.clone())
        })
    });
    let may = Memo::new(move |_| {
        let digest = digest.get();
        judged(desk, id, SessionAct::Sign { about, duty, digest }).is_none()
    });
    let open = RwSignal::new(false);
    let told = move || match now.get() {
        Standing::Good(signed) => {
            let when = w.lang.moment(signed.at, clock::now());
            line("check", "pine b", (s.signed)(&desk.name_of(signed.by), &when))
        }
        Standing::Void(by) => line("redo", "och b", (s.void)(&desk.name_of(by))),
        Standing::Waits => match holder.get() {
            Some(name) => line("clock", "dim", (s.waits)(&name)),
            None if duty == Duty::Host => line("warn", "och b", s.no_host.to_owned()),
            None => line("clock", "dim", s.any_witness.to_owned()),
        },
    };
    let wanted = Memo::new(move |_| may.get() && !matches!(now.get(), Standing::Good(_)));
    let sign = move || {
        view! {
            <div><button type="button" class="btn do" on:click=move |_| open.set(true)>
                <Icon name="pen" />{(s.sign)(words::session::duty(w.lang, duty))}
            </button></div>
        }
    };
    let digits =
        move || view! { <Digits shown=shown about=about digest=digest duty=duty open=open /> };
    view! {
        <li class="stmt">
            <p class="b">{words::session::duty(w.lang, duty)}</p>
            {told}
            {move || wanted.get().then(|| if open.get() { digits() } else { sign() })}
        </li>
    }
}

fn line(icon: &'static str, tone: &'static str, told: String) -> AnyView {
    let class = format!("sm row tight {tone}");
    view! { <p class=class role="status"><Icon name=icon /><span lang=tongue(&told)>{told}</span></p> }
}

/// The four digits: set the first time somebody signs on this phone, asked every time.
#[component]
fn Digits(
    shown: Shown,
    about: Id,
    digest: Signal<String>,
    duty: Duty,
    open: RwSignal<bool>,
) -> AnyView {
    let (w, s, p) = (words(), says().seal, words().pin());
    let pin = Pin::of(desk().person());
    let fresh = !pin.there();
    let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let trouble = Trouble::new();
    let scope = shown.with_untracked(super::Papers::scope);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (typed, twice, pin) = (first.get_untracked(), again.get_untracked(), pin.clone());
        // what was read when the button was tapped, and not what it may have become meanwhile
        let digest = digest.get_untracked();
        leptos::task::spawn_local(async move {
            let why = if fresh {
                set(w, &pin, &typed, &twice).await
            } else {
                tried(w, &pin, &typed).await
            };
            busy.set(false);
            first.set(String::new());
            again.set(String::new());
            wrong.set(why.clone());
            if why.is_none() {
                let act = SessionAct::Sign { about, duty, digest };
                let deed: Deed = (Kind::Signature, clock::fresh(), scope, act.into());
                keep(trouble, vec![deed], move || open.set(false));
            }
        });
    };
    let form = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| begin_in(form.get()));
    let (one, two) = (Signal::derive(move || first.get()), Signal::derive(move || again.get()));
    view! {
        <form class="col" on:submit=save node_ref=form autocomplete="off">
            <p class="sm">{if fresh { p.why_new } else { p.why }}</p>
            <Text label=if fresh { p.new } else { p.digits } kind="pin" typed=one set=Callback::new(move |to| first.set(to)) />
            {fresh.then(|| view! {
                <Text label=p.again kind="pin" typed=two set=Callback::new(move |to| again.set(to)) />
            })}
            <div role="alert">{move || wrong.get().map(|why| view! { <p class="err"><Icon name="warn" /><span>{why}</span></p> })}</div>
            <div class="btns">
                <button class="btn do">{s.sign_now}</button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// Sets the digits; says why not.
async fn set(w: &Words, pin: &Pin, typed: &str, twice: &str) -> Option<String> {
    let p = w.pin();
    if !four(typed) {
        Some(p.short.to_owned())
    } else if typed != twice {
        Some(p.differs.to_owned())
    } else if pin.set(typed).await {
        None
    } else {
        Some(p.broken.to_owned())
    }
}

/// Tries the digits; says why not.
async fn tried(w: &Words, pin: &Pin, typed: &str) -> Option<String> {
    let p = w.pin();
    match pin.attempt(typed).await {
        Tried::Good => None,
        Tried::Wrong(left) => Some((p.wrong)(left)),
        Tried::Wait(seconds) => Some((p.wait)(seconds)),
        Tried::Broken => Some(p.broken.to_owned()),
    }
}
