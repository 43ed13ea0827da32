//! Advice by paper, by telephone or from the public page: the words, whose they are, and by which way they came.

use domain::{
    Form, Id, Kind, Role, SessionAct,
    session::advice::{Advise, Via, Voice},
};

use super::{Advised, says, table::Table};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Choice, CommitTrouble, Icon, Trouble, keep},
    prelude::*,
    screens::issue::{Line, draft},
};

/// The ways that are not the bench's and not an expert's letter.
const WAYS: [(Via, &str); 3] = [(Via::Paper, "doc"), (Via::Phone, "tel"), (Via::Public, "link")];

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Slip {
    words: String,
    name: String,
    shy: bool,
    role: Option<Role>,
    group: Option<String>,
    /// From paper, unless it is said.
    via: Option<Via>,
}

impl Slip {
    fn advise(&self, nameless: [&str; 2], issue: Option<Id>) -> Advise {
        let (name, label) = if self.shy {
            (nameless[0].to_owned(), Some(nameless[1].to_owned()))
        } else {
            (self.name.trim().to_owned(), None)
        };
        let (role, group) = (self.role, self.group.clone().filter(|group| !group.is_empty()));
        let voice = Voice { name, role, label, group, person: None };
        let via = Some(self.via.unwrap_or(Via::Paper));
        Advise { statement: None, words: self.words.clone(), issue, via, voice: Some(voice) }
    }
}

/// The form.
#[component]
pub(super) fn OtherForm(table: Table, about: RwSignal<Option<Id>>) -> AnyView {
    let s = says().sources;
    let id = table.shown.with_untracked(|all| all.id);
    let slip = draft::<Slip>(format!("bandeng.advice.{id}.slip"));
    let trouble = Trouble::new();
    let wrong = RwSignal::new("");
    let told = RwSignal::new("");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let now = slip.get_untracked();
        let (scope, late) =
            table.shown.with_untracked(|all| (Advised::scope(all), all.handed_over()));
        let issue = about.get_untracked();
        wrong.set(match () {
            () if now.words.trim().is_empty() => s.words_missing,
            () if !now.shy && now.name.trim().is_empty() => s.who_missing,
            () if late && issue.is_none() => s.issue_missing,
            () => "",
        });
        if wrong.get_untracked().is_empty() {
            let act = SessionAct::Advise(now.advise(table.says.nameless, issue)).into();
            keep(trouble, vec![(Kind::Advice, clock::fresh(), scope, act)], move || {
                slip.set(Slip::default());
                told.set(s.taken);
            });
        }
    };
    let (text, name) = (
        Signal::derive(move || slip.with(|slip| slip.words.clone())),
        Signal::derive(move || slip.with(|slip| slip.name.clone())),
    );
    view! {
        <form class="col" on:submit=save>
            <Line label=s.words value=text long=true set=Callback::new(move |to| slip.update(|slip| slip.words = to)) />
            <Line label=s.who value=name set=Callback::new(move |to| slip.update(|slip| slip.name = to)) />
            <label class="tick">
                <input type="checkbox" prop:checked=move || slip.with(|slip| slip.shy)
                    on:change=move |event| slip.update(|slip| slip.shy = event_target_checked(&event)) />
                <span class="sm">{s.shy}</span>
            </label>
            <Ways slip=slip />
            <Around table=table slip=slip />
            <div role="alert">
                {move || Some(wrong.get()).filter(|wrong| !wrong.is_empty()).map(|wrong| view! {
                    <p class="err"><Icon name="warn" /><span>{wrong}</span></p>
                })}
            </div>
            <button class="btn do">{s.take}</button>
            <CommitTrouble error=trouble.said />
            <p class="sm pine b" role="status">{move || told.get()}</p>
        </form>
    }
}

/// By which way it came.
#[component]
fn Ways(slip: RwSignal<Slip>) -> AnyView {
    let (w, s) = (words(), says().sources);
    let ways = WAYS.map(|(via, icon)| {
        let on = Signal::derive(move || slip.with(|slip| slip.via.unwrap_or(Via::Paper) == via));
        let pick = Callback::new(move |()| slip.update(|slip| slip.via = Some(via)));
        view! { <Choice name="via" chosen=on pick=pick><Icon name=icon />{words::follow::via(w.lang, via)}</Choice> }
    });
    view! {
        <fieldset class="field"><legend>{s.via}</legend>
            <div class="opts wide">{ways.into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// What the person is, and in which group; neither need be said.
#[component]
fn Around(table: Table, slip: RwSignal<Slip>) -> AnyView {
    let (w, s, desk) = (words(), says().sources, desk());
    let village = table.shown.with_untracked(|all| all.session.village);
    let groups = Memo::new(move |_| {
        desk.groups(village).into_iter().map(|(_, place)| place.name).collect::<Vec<_>>()
    });
    let roles = Role::ALL.map(|role| {
        let on = move || slip.with(|slip| slip.role == Some(role));
        view! { <option value=role.as_str() selected=on>{(w.names.role)(role)}</option> }
    });
    let group = move |name: String| {
        let this = name.clone();
        let on = move || slip.with(|slip| slip.group.as_ref() == Some(&this));
        view! { <option value=name.clone() selected=on lang="zh-CN">{name.clone()}</option> }
    };
    let pick_role = move |event| {
        slip.update(|slip| slip.role = Role::of(&event_target_value(&event)));
    };
    let pick_group = move |event| {
        slip.update(|slip| slip.group = Some(event_target_value(&event)));
    };
    view! {
        <div class="two">
            <label class="field"><span class="lab">{s.role}</span>
                <select class="in" on:change=pick_role><option value="">{s.unsaid}</option>{roles.into_iter().collect_view()}</select></label>
            <label class="field"><span class="lab">{s.group}</span>
                <select class="in" on:change=pick_group><option value="">{s.unsaid}</option>
                    {move || groups.get().into_iter().map(group).collect_view()}</select></label>
        </div>
    }
}
