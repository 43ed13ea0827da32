//! One entry: what somebody knows, where, and how to ask them; written by the office, and by experts and members about
//! themselves.

use domain::{
    Act, Form, Id, Kind, Role, Scope,
    expertise::{Entry, Manner, Profess},
    form::Value,
    place::Person,
};

use super::boxes::Boxes;
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Deed, Dialog, Icon, Trouble, keep, spend},
    prelude::*,
    screens::issue::draft,
};

/// The entry as it is typed; kept at every keystroke.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(super) struct Draft {
    /// The entry as the writer saw it, where there was one: what others write meanwhile is not undone.
    before: Option<Entry>,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) role: Option<Role>,
    pub(super) knows: Vec<String>,
    /// A word that is being typed.
    pub(super) word: String,
    pub(super) places: Vec<Id>,
    pub(super) tongues: String,
    pub(super) manner: Option<Manner>,
    pub(super) past: String,
    pub(super) away: bool,
}

impl From<&Entry> for Draft {
    fn from(entry: &Entry) -> Self {
        let before = Some(entry.clone());
        let Entry { person, knows, places, tongues, manner, past, away } = entry.clone();
        let (tongues, past) = (tongues.unwrap_or_default(), past.unwrap_or_default());
        let (name, note, role) = (person.name, person.note.unwrap_or_default(), person.role);
        let word = String::new();
        Self { before, name, note, role, knows, word, places, tongues, manner, past, away }
    }
}

impl Draft {
    /// As somebody begins it.
    fn begun(entry: Option<&Entry>) -> Self {
        entry.map_or_else(|| Self { role: Some(Role::Expert), ..Self::default() }, Self::from)
    }

    /// Whether nothing is in it that was not there before.
    fn idle(&self) -> bool {
        let same = self.before.is_some() && acts(self).is_empty() && self.word.is_empty();
        same || *self == Self::default()
    }
}

/// What is in one list and not in the other.
fn beyond<T: Clone + PartialEq>(these: &[T], those: &[T]) -> Vec<T> {
    these.iter().filter(|one| !those.contains(one)).cloned().collect()
}

fn some(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() { Value::Null } else { text.into() }
}

/// The acts that make an entry what was typed; none where nothing was changed.
fn acts(now: &Draft) -> Vec<Act> {
    let before = now.before.as_ref();
    let blank = Entry::default();
    let was = before.unwrap_or(&blank);
    let mut acts = Vec::new();
    let mut edits = Vec::new();
    let text = |text: &Option<String>| text.as_deref().map_or(Value::Null, Value::from);
    if before.is_none() {
        let note = Some(now.note.trim().to_owned()).filter(|note| !note.is_empty());
        let name = now.name.trim().to_owned();
        acts.push(Act::Introduce(Person { name, note, group: None, role: now.role }));
    } else {
        edits.push(("note", text(&was.person.note), some(&now.note)));
    }
    let profess = Profess {
        knows: beyond(&now.knows, &was.knows),
        forgets: beyond(&was.knows, &now.knows),
        places: beyond(&now.places, &was.places),
        leaves: beyond(&was.places, &now.places),
    };
    if profess != Profess::default() {
        acts.push(Act::Profess(profess));
    }
    let manner = |manner: Option<Manner>| manner.map_or(Value::Null, |one| one.as_str().into());
    edits.push(("tongues", text(&was.tongues), some(&now.tongues)));
    edits.push(("manner", manner(was.manner), manner(now.manner)));
    edits.push(("past", text(&was.past), some(&now.past)));
    edits.push(("away", was.away.into(), now.away.into()));
    let edits = edits.into_iter().filter(|(_, from, to)| from != to);
    acts.extend(edits.map(|(field, from, to)| Act::Edit { field: field.to_owned(), from, to }));
    acts
}

/// The sheet of somebody; of somebody new while nobody is shown.
#[component]
pub(crate) fn Sheet(region: Id, shown: RwSignal<Option<Id>>, open: RwSignal<bool>) -> AnyView {
    let (e, desk) = (words().experts(), desk());
    // the dialog keeps one title: the name stands in its first line
    view! {
        <Dialog open=open title=e.legends[0]>
            {move || view! { <Sheeted region=region who=shown.get() open=open desk=desk /> }}
        </Dialog>
    }
}

#[component]
fn Sheeted(region: Id, who: Option<Id>, open: RwSignal<bool>, desk: Desk) -> AnyView {
    let e = words().experts();
    let before = who.and_then(|id| untrack(|| entry_of(desk, id)));
    let key = format!("bandeng.expert.{region}.{}", who.unwrap_or_default());
    let form = draft::<Draft>(key.clone());
    if form.with_untracked(Draft::idle) {
        form.set(Draft::begun(before.as_ref()));
    }
    let heading = before.as_ref().map(|entry| (e.entry)(&entry.person.name));
    let fresh = before.is_none();
    let lacks = RwSignal::new(false);
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut now = form.get_untracked();
        // a word that was typed and not added yet is meant, too
        let word = words::Words::knowing(&now.word);
        if !word.is_empty() && !now.knows.contains(&word) {
            now.knows.push(word);
        }
        lacks.set(now.name.trim().is_empty());
        if lacks.get_untracked() {
            return;
        }
        let (acts, key) = (acts(&now), key.clone());
        let (id, scope) = (who.unwrap_or_else(clock::fresh), Scope::Region(region));
        let deeds: Vec<Deed> = acts.into_iter().map(|act| (Kind::Person, id, scope, act)).collect();
        keep(trouble, deeds, move || {
            spend(form, &key);
            open.set(false);
        });
    };
    view! {
        <form class="col entry" on:submit=save>
            {heading.map(|heading| view! { <p class="song b" lang="zh-CN">{heading}</p> })}
            <Boxes region=region form=form fresh=fresh own=who == Some(desk.person()) />
            <button class="btn do big"><Icon name="check" />{words().common.save}</button>
            <div role="alert">
                {move || lacks.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{e.needs_name}</span></p> })}
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The entry of somebody; tracked.
fn entry_of(desk: Desk, id: Id) -> Option<Entry> {
    desk.record(id).filter(|record| record.kind == Kind::Person)?.read().ok()
}
