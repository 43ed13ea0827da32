//! One person: what they are here and until when, asking them in once more, another role, and taking one away.

use domain::Role;

use super::{
    Table,
    api::{AskIn, Grant, Open, People, Post, Somebody},
    ask::{RolePick, UntilBox, end_of},
    called,
    link::Made,
    list::{last_day, said},
    open_of,
};
use crate::{
    clock,
    look::words,
    parts::{Dialog, Icon, net_words},
    prelude::*,
    replica::NetError,
};

/// The sheet of whoever was tapped.
#[component]
pub(super) fn Sheet(
    table: Table,
    people: StoredValue<People>,
    shown: RwSignal<Option<Somebody>>,
    open: RwSignal<bool>,
) -> AnyView {
    let w = words().people();
    view! {
        <Dialog open=open title=w.title sheet=true>
            {move || shown.get().map(|one| {
                let name = StoredValue::new(called(&one));
                let failed = RwSignal::new(None);
                let sheet = One { table, name, one: StoredValue::new(one), open, failed };
                page(sheet, people)
            })}
        </Dialog>
    }
}

/// The person of a sheet.
#[derive(Clone, Copy)]
struct One {
    table: Table,
    one: StoredValue<Somebody>,
    name: StoredValue<String>,
    open: RwSignal<bool>,
    failed: RwSignal<Option<NetError>>,
}

impl One {
    fn name(self) -> String {
        self.name.get_value()
    }

    fn grant(self, role: Role) -> Grant {
        let person = self.one.with_value(|one| one.person);
        Grant { person, place: self.table.id(), role, until: None }
    }

    /// Does something online, and says what was done or why not.
    fn carry(self, deed: impl Future<Output = Result<(), NetError>> + 'static, done: String) {
        leptos::task::spawn_local(async move {
            match deed.await {
                Ok(()) => {
                    self.open.set(false);
                    self.table.say(done);
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

fn page(sheet: One, people: StoredValue<People>) -> AnyView {
    let w = words().people();
    let one = sheet.one.get_value();
    let (name, me) = (sheet.name(), one.person == sheet.table.desk.person());
    let grants = people.with_value(|all| all.grants.clone());
    let invites = people.with_value(|all| open_of(all, one.person));
    let seen = one.devices.map(|devices| match one.seen_on {
        Some(day) if devices > 0 => (w.signed_in)(devices, &words().lang.date(day, clock::now())),
        _ => w.never_in.to_owned(),
    });
    let posts = one.posts.iter().map(|post| {
        let takes = !me && grants.contains(&post.role);
        view! { <TakeAway sheet=sheet post=post.clone() takes=takes /> }
    });
    let posts: Vec<AnyView> = posts.collect();
    let held: Vec<Role> = one.posts.iter().map(|post| post.role).collect();
    let more: Vec<Role> = grants.into_iter().filter(|role| !held.contains(role)).collect();
    let role = held.first().copied();
    view! {
        <div class="main col">
        <p class="hero-t song" lang="zh-CN">{name.clone()}</p>
        {one.note.clone().map(|note| view! { <p class="dim" lang="zh-CN">{note}</p> })}
        <p class="sm dim">{seen}</p>
        <h3>{w.roles}</h3>
        <ul class="queue">{posts.into_iter().collect_view()}</ul>
        {invites.into_iter().map(|open| open_row(sheet, open)).collect_view()}
        {role.filter(|_| one.invitable).map(|role| again(sheet, role))}
        {(!me && !more.is_empty()).then(|| view! { <GiveMore sheet=sheet roles=more /> })}
        <div role="alert">{move || sheet.failed.get().map(|error| view! {
            <p class="err"><Icon name="warn" /><span>{net_words(&error, w.offline)}</span></p>
        })}</div>
        </div>
    }
    .into_any()
}

/// One role, and what taking it away does, asked before it is done.
#[component]
fn TakeAway(sheet: One, post: Post, takes: bool) -> AnyView {
    let w = words();
    let p = w.people();
    let asked = RwSignal::new(false);
    let (role, word) = (post.role, (w.names.role)(post.role));
    let name = sheet.name();
    let yes = move |_| {
        let done = (p.taken)(word, &sheet.name());
        let grant = sheet.grant(role);
        sheet.carry(async move { grant.take().await }, done);
    };
    let question = move || {
        asked.get().then(|| view! {
        <p class="note wait"><Icon name="warn" /><span>{(p.take_means)(&sheet.name(), word)}</span></p>
        <div class="btns">
            <button class="btn refuse" on:click=yes>{(p.take)(word)}</button>
            <button class="btn" on:click=move |_| asked.set(false)>{w.common.cancel}</button>
        </div>
    })
    };
    let label = format!("{}：{name}", (p.take)(word));
    view! {
        <li>
            <p class="row">
                <span class="grow lh"><b>{said(&post)}</b><small>{(p.does)(role)}</small></span>
                {takes.then(|| view! {
                    <button class="btn" aria-label=label aria-expanded=move || asked.get().to_string()
                        on:click=move |_| asked.update(|asked| *asked = !*asked)>{p.take_short}</button>
                })}
            </p>
            {question}
        </li>
    }
}

/// An invite that waits, and taking it back.
fn open_row(sheet: One, open: Open) -> AnyView {
    let w = words().people();
    let until = (w.invite_until)(&last_day(open.expires_at));
    let back = move |_| {
        let open = open.clone();
        sheet.carry(async move { open.take_back().await }, w.taken_back.to_owned());
    };
    view! {
        <p class="row">
            <span class="grow sm"><Icon name="clock" />" "{until}</span>
            <button class="btn" on:click=back>{w.take_back}</button>
        </p>
    }
    .into_any()
}

/// An invite once more.
fn again(sheet: One, role: Role) -> AnyView {
    let w = words().people();
    let name = sheet.name();
    let busy = RwSignal::new(false);
    let ask = move |_| {
        // a second tap would make a second invite
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let name = sheet.name();
        let asked = AskIn {
            place: sheet.table.id(),
            person: Some(sheet.one.with_value(|one| one.person)),
            name: None,
            note: None,
            group: None,
            role,
            until: None,
        };
        leptos::task::spawn_local(async move {
            match asked.ask().await {
                Ok(invite) => {
                    sheet.open.set(false);
                    let made = Made { name, role, invite };
                    sheet.table.made.set(Some(made));
                    sheet.table.load();
                }
                Err(error) => sheet.failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    view! {
        <div><button class="btn" aria-busy=move || busy.get().then_some("true") on:click=ask>
            <Icon name="qr" />{(w.again)(&name)}
        </button></div>
    }
    .into_any()
}

/// Another role for somebody who is here.
#[component]
fn GiveMore(sheet: One, roles: Vec<Role>) -> AnyView {
    let w = words();
    let p = w.people();
    let role = RwSignal::new(roles.first().copied());
    let until = RwSignal::new(String::new());
    let give = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(role) = role.get_untracked() else { return };
        let grant = Grant { until: end_of(&until.get_untracked()), ..sheet.grant(role) };
        let done = (p.given)((w.names.role)(role), &sheet.name());
        sheet.carry(async move { grant.give().await }, done);
    };
    view! {
        <details>
            <summary><Icon name="plus" />{p.give}</summary>
            <form class="col" on:submit=give>
                <RolePick role=role roles=roles name="more-role" />
                <UntilBox until=until />
                <button class="btn do">{p.give_yes}</button>
            </form>
        </details>
    }
}
