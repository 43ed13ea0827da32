//! The people, by role, each a row to tap.

use domain::{Millis, Role};

use super::{
    Table,
    api::{People, Post, Somebody},
    called, open_of,
    sheet::Sheet,
};
use crate::{
    clock,
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// The list, and the sheet of whoever was tapped.
#[component]
pub(super) fn List(table: Table, people: People) -> AnyView {
    let w = words();
    let open = RwSignal::new(false);
    let shown = RwSignal::new(None::<Somebody>);
    let people = StoredValue::new(people);
    let groups = Role::ALL.into_iter().filter_map(|role| {
        let those = people.with_value(|all| {
            let first = |one: &&Somebody| one.posts.first().is_some_and(|post| post.role == role);
            all.people.iter().filter(first).cloned().collect::<Vec<_>>()
        });
        let rows = those.into_iter().map(|one| {
            let invites = people.with_value(|all| open_of(all, one.person).len());
            let tapped = one.clone();
            let tap = move |_| {
                shown.set(Some(tapped.clone()));
                open.set(true);
            };
            row(table, &one, invites, tap)
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <div class="head"><h2>{(w.names.role)(role)}</h2></div>
                    <ul class="queue folk">{rows.into_iter().collect_view()}</ul>
                </section>
            }
        })
    });
    let none = people.with_value(|all| all.people.is_empty());
    let groups: Vec<_> = groups.collect();
    view! {
        {none.then(|| view! { <p class="sm dim">{w.people().nobody}</p> })}
        {groups.into_iter().collect_view()}
        <Sheet table=table people=people shown=shown open=open />
    }
}

fn row(
    table: Table,
    one: &Somebody,
    invites: usize,
    tap: impl Fn(web_sys::MouseEvent) + 'static,
) -> AnyView {
    let w = words().people();
    let name = called(one);
    let note = one.note.clone().unwrap_or_default();
    let me = one.person == table.desk.person();
    let posts = one.posts.iter().map(said).collect::<Vec<_>>().join(" · ");
    let tag = if me {
        Some(view! { <span class="tag go"><Icon name="check" />{w.myself}</span> }.into_any())
    } else if invites > 0 {
        Some(view! { <span class="tag wait"><Icon name="clock" />{(w.open_invites)(invites)}</span> }.into_any())
    } else if one.devices == Some(0) {
        Some(view! { <span class="tag"><Icon name="dot" />{w.never_in}</span> }.into_any())
    } else {
        None
    };
    view! {
        <li>
            <button class="btn bare person" on:click=tap>
                <span class="pine"><Icon name="me" /></span>
                <span class="grow lh">
                    <b lang="zh-CN">{name}</b>
                    <small>{posts}{(!note.is_empty()).then(|| view! { " · "<span lang=tongue(&note)>{note.clone()}</span> })}</small>
                </span>
                {tag}
                <Icon name="right" />
            </button>
        </li>
    }
    .into_any()
}

/// A role with its end.
pub(super) fn said(post: &Post) -> String {
    let w = words();
    let role = (w.names.role)(post.role);
    match post.until {
        Some(until) => format!("{role} {}", (w.people().until)(&last_day(until))),
        None => role.to_owned(),
    }
}

/// The last day on which a role is held that ends at a moment.
pub(super) fn last_day(until: Millis) -> String {
    words().lang.date(until - 1, clock::now())
}
