//! 议程与规则: what a district keeps its own way, in three cards. Each is changed on the page and stored by one tap, so that
//! no phone hears of half a change; what was begun stays here until then.

mod agenda;
mod drawers;
mod rules;

use domain::{Category, Custom, Customs, Form, Id, Kind, Scope, session::Part};
use words::admin::Keeping;

use self::{agenda::AgendaCard, drawers::DrawersCard, rules::RulesCard};
use crate::{
    desk::{CommitError, Desk, desk},
    look::words,
    parts::{CommitTrouble, tongue},
    prelude::*,
    screens::{district::region, issue::draft},
};

/// What was changed and is not stored yet.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    /// The agendas of the modes A and B.
    agenda_a: Option<Vec<Part>>,
    agenda_b: Option<Vec<Part>>,
    /// The rules, one a line.
    rules: Option<String>,
    /// The drawers.
    drawers: Option<Vec<Drawer>>,
}

/// A drawer as the card has it.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
struct Drawer {
    of: Category,
    on: bool,
    words: String,
}

const KEY: &str = "bandeng.customs";

/// What the cards share.
#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    region: Id,
    form: RwSignal<Draft>,
    customs: Memo<Customs>,
}

impl Page {
    /// Stores some customs, all or none; says so, and why not.
    fn keep(self, customs: Vec<Custom>, said: Said, clear: fn(&mut Draft)) {
        let (place, scope) = (self.region, Scope::Region(self.region));
        let acts = customs.into_iter().map(|custom| (Kind::Place, place, custom.into()));
        let acts: Vec<_> = acts.collect();
        leptos::task::spawn_local(async move {
            let kept = self.desk.commit_all(scope, acts).await;
            if kept.is_ok() {
                self.form.update(clear);
            }
            said.stored.set(kept.is_ok());
            said.error.set(kept.err());
        });
    }
}

/// What came of the last tap on a card's buttons.
#[derive(Clone, Copy)]
struct Said {
    stored: RwSignal<bool>,
    error: RwSignal<Option<CommitError>>,
}

impl Said {
    fn nothing() -> Self {
        Self { stored: RwSignal::new(false), error: RwSignal::new(None) }
    }
}

/// What the page says.
fn says() -> &'static Keeping {
    words().keeping()
}

/// The page.
#[component]
pub(super) fn CustomsPage() -> AnyView {
    let desk = desk();
    let form = draft::<Draft>(KEY.to_owned());
    let here = Memo::new(move |_| region(desk).filter(|region| desk.place(*region).is_some()));
    child(move || {
        let Some(region) = here.get() else {
            return view! { <p class="note"><span>{says().missing}</span></p> }.into_any();
        };
        let customs = Memo::new(move |_| {
            desk.record(region).map(|record| Customs::of(&record.fields)).unwrap_or_default()
        });
        let page = Page { desk, region, form, customs };
        view! {
            <div class="customs">
                <AgendaCard page=page />
                <RulesCard page=page />
                <DrawersCard page=page />
            </div>
        }
        .into_any()
    })
}

/// Under a card: how it stands, and its buttons.
#[component]
fn Foot(
    page: Page,
    said: Said,
    /// The fields that the card is about.
    fields: &'static [&'static str],
    /// Whether the district has said anything of its own.
    own: Memo<bool>,
    changed: Memo<bool>,
    save: Callback<()>,
    leave: Callback<()>,
    back: Callback<()>,
) -> AnyView {
    let (w, k) = (words(), says());
    let state = move || {
        if changed.get() {
            return view! { <span>{k.state[1]}</span> }.into_any();
        }
        let stored = said.stored.get().then(|| [k.state[2], w.board.colon].concat());
        let hand = page.customs.with(|customs| customs.hand(fields).cloned());
        let Some(hand) = hand.filter(|_| own.get()) else {
            return view! { <span>{stored}{k.state[0]}</span> }.into_any();
        };
        let who = page.desk.name_of(hand.by);
        let when = (k.by)(&w.lang.moment(hand.at, page.desk.now()));
        view! { <span>{stored}<span lang=tongue(&who)>{who.clone()}</span>{when}</span> }.into_any()
    };
    let tap = move |may: Memo<bool>, deed: Callback<()>| {
        move |_| {
            if may.get_untracked() {
                deed.run(());
            }
        }
    };
    let barred = move |may: Memo<bool>| move || (!may.get()).then_some("true");
    view! {
        <p class="xs dim" role="status">{state}</p>
        <CommitTrouble error=said.error />
        <div class="btns">
            <button type="button" class="btn do" aria-disabled=barred(changed) on:click=tap(changed, save)>{k.save[0]}</button>
            {move || changed.get().then(|| view! {
                <button type="button" class="btn" on:click=move |_| leave.run(())>{k.save[1]}</button>
            })}
            <button type="button" class="btn bare" aria-disabled=barred(own) on:click=tap(own, back)>{k.save[2]}</button>
        </div>
    }
}
