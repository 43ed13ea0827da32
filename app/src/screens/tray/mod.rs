//! 来信: what came by a door that needs no account. Ratings are taken over or laid aside by a cadre who did not do the
//! thing itself; complaints and suggestions about the tool are answered by the office; leads are links to their issues.

mod answer;
mod aside;
mod letter;
mod rating;
mod writing;

use domain::Id;
use words::Tray;

use self::letter::Card;
use crate::{
    clock,
    desk::{Desk, Lead, Posted, desk},
    look::words,
    parts::{Bar, Frame, Icon, tongue},
    prelude::*,
    routes::Route,
};

/// So many of those that were looked at stay in sight.
const SEEN: usize = 20;

/// What the screen says.
fn says() -> &'static Tray {
    words().tray()
}

/// All letters on this phone, from anywhere in this screen.
type All = Memo<Vec<Posted>>;

/// The screen.
#[component]
pub(crate) fn TrayScreen() -> AnyView {
    let (t, desk) = (says(), desk());
    let all: All = Memo::new(move |_| desk.letters());
    let leads = Memo::new(move |_| desk.leads());
    let held = Memo::new(move |_| ids(&all.get(), true));
    let seen = Memo::new(move |_| ids(&all.get(), false));
    let none = Memo::new(move |_| held.with(Vec::is_empty) && leads.with(Vec::is_empty));
    let top = view! { <Bar back=Route::Me title=t.title /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            <p class="sm">{move || if desk.has_tray() { t.hint } else { t.not_yours }}</p>
            {move || none.get().then(nothing)}
            {move || (!leads.with(Vec::is_empty)).then(|| raised(desk, leads))}
            {move || (!held.with(Vec::is_empty)).then(|| view! {
                <section class="col" aria-labelledby="held">
                    <div class="head"><h2 id="held">{move || (t.letters)(held.with(Vec::len))}</h2></div>
                    <ul class="col">
                        <For each=move || held.get() key=|id| id.to_string()
                            children=move |id| view! { <Card id=id all=all /> } />
                    </ul>
                </section>
            })}
            {move || (!seen.with(Vec::is_empty)).then(|| view! {
                <details class="slip">
                    <summary>{t.seen}</summary>
                    <ul class="col">
                        <For each=move || seen.get() key=|id| id.to_string()
                            children=move |id| view! { <Card id=id all=all /> } />
                    </ul>
                </details>
            })}
            {move || desk.village().filter(|_| desk.has_tray()).map(|village| view! {
                <a class="btn" href=format!("/raise/{village}/sheet")><Icon name="print" />{t.sheet}</a>
            })}
        </Frame>
    }
}

fn ids(all: &[Posted], held: bool) -> Vec<Id> {
    let most = if held { usize::MAX } else { SEEN };
    all.iter().filter(|one| one.held() == held).map(|one| one.id).take(most).collect()
}

fn nothing() -> AnyView {
    let (heading, means) = says().none;
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{heading}</h2>
            <p>{means}</p>
            <a class="btn" href=Route::Board.path()>{words().common.issues}</a>
        </div>
    }
}

/// Issues that nobody has looked at: each leads to its page, where it is received.
fn raised(desk: Desk, leads: Memo<Vec<Lead>>) -> AnyView {
    let t = says();
    let row = move |lead: Lead| {
        let issue = lead.issue;
        let (title, name) = (issue.title.clone(), desk.by_door(&issue).unwrap_or_default());
        let name = if name.is_empty() { t.stranger.to_owned() } else { name };
        let when = words().lang.ago(issue.raised_at(), clock::now());
        view! {
            <li><a href=Route::Issue(lead.id).path()>
                <Icon name="slip" />
                <span><b lang=tongue(&title)>{title.clone()}</b>
                    <small><span lang=tongue(&name)>{name.clone()}</span>" · "{when}</small></span>
                <span class="end"><Icon name="right" /></span>
            </a></li>
        }
    };
    view! {
        <section aria-labelledby="leads">
            <div class="head"><h2 id="leads">{move || (t.leads)(leads.with(Vec::len))}</h2></div>
            <p class="sm dim">{t.leads_hint}</p>
            <ul class="list">
                <For each=move || leads.get() key=|lead| lead.id.to_string() children=row />
            </ul>
        </section>
    }
}
