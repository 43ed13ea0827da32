//! Two entries side by side, why they look like one, and the buttons: keep this one, or they are two.

use domain::{
    Act, Kind, Scope,
    doubles::{Alike, Entry, Pair},
};

use super::{Table, sure::Question};
use crate::{
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// The pair.
#[component]
pub(super) fn PairCard(table: Table, pair: Pair) -> AnyView {
    let d = words().doubles();
    let Pair { alike, both } = pair;
    let [one, other] = &both[..] else { return ().into_any() };
    let (a, b) = (one.person, other.person);
    let cards = [(one, other), (other, one)]
        .map(|(into, double)| view! { <li>{card(table, into, double)}</li> });
    let parted = d.parted;
    let why_not = match (one.phone, other.phone) {
        (true, true) => Some(d.both_phones),
        (true, false) | (false, true) => Some(d.has_phone),
        (false, false) => None,
    };
    let two = (alike != Alike::Chosen).then(|| {
        let tap = move |_| table.part(a, b, parted);
        let label = format!("{}{}{} / {}", d.two[0], words().board.colon, one.name, other.name);
        view! { <button type="button" class="btn" aria-label=label on:click=tap>{d.two[0]}</button> }
    });
    view! {
        <p class="xs dim">{(d.alike)(alike)}</p>
        <ul class="side">{cards.into_iter().collect_view()}</ul>
        {why_not.map(|why| view! { <p class="note why-not"><Icon name="lock" /><span>{why}</span></p> })}
        <div class="btns">{two}</div>
    }
    .into_any()
}

/// The entry that would carry on, with the button to keep it; the other one would be struck.
fn card(table: Table, into: &Entry, double: &Entry) -> AnyView {
    let w = words();
    let d = w.doubles();
    let place = called(table, into);
    let group = into.group.and_then(|group| untrack(|| table.desk.place_name(group)));
    let role = into.role.map(w.names.role);
    let question = Question {
        title: (d.sure)(&double.name, &into.name),
        from: format!("{} → {}", called(table, double), place),
        deed: (
            Kind::Person,
            double.person,
            double.village.map_or(Scope::Region(table.region), Scope::Village),
            Act::Unite { into: into.person },
        ),
        ids: [double.person, into.person],
        issue: false,
    };
    let keep = (!double.phone).then(|| {
        let tap = move |_| {
            table.asked.set(Some(question.clone()));
            table.open.set(true);
        };
        let label = format!("{}{}{}, {place}", d.into[0], w.board.colon, into.name);
        view! { <button type="button" class="btn do" aria-label=label on:click=tap>{d.into[0]}</button> }
    });
    let name = into.name.clone();
    let note = into.note.clone();
    view! {
        <p><b lang=tongue(&name)>{name.clone()}</b></p>
        <p class="meta">
            {role.map(|role| view! { <span>{role}</span> })}
            {note.map(|note| view! { <span lang=tongue(&note)>{note.clone()}</span> })}
            <span lang=tongue(&place)>{place.clone()}</span>
            {group.map(|group| view! { <span lang=tongue(&group)>{group.clone()}</span> })}
        </p>
        {into.phone.then(|| view! { <p class="xs dim">{d.phone}</p> })}
        {keep}
    }
    .into_any()
}

/// In whose directory somebody stands.
fn called(table: Table, entry: &Entry) -> String {
    let village = entry.village.and_then(|village| untrack(|| table.desk.place_name(village)));
    village.unwrap_or_else(|| words().doubles().region.to_owned())
}
