//! One's own entry, for experts and members: they say themselves what they know.

use domain::{Id, Kind, Role, Scope};

use super::entry::Sheet;
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::Icon,
    prelude::*,
};

/// The region in whose directory the reader speaks for themselves; tracked.
fn home(desk: Desk) -> Option<Id> {
    let record = desk.record(desk.person()).filter(|record| record.kind == Kind::Person)?;
    let Scope::Region(region) = record.scope else { return None };
    let speaks = |role| matches!(role, Role::Expert | Role::Member);
    desk.who().roles_in(record.scope).any(speaks).then_some(region)
}

/// The way to it; nothing for everybody else.
#[component]
pub(crate) fn MyEntry() -> AnyView {
    let ([heading, why, button], desk) = (words().experts().mine, desk());
    let region = Memo::new(move |_| home(desk));
    let open = RwSignal::new(false);
    let shown = RwSignal::new(Some(desk.person()));
    child(move || {
        region.get().map(|region| {
            view! {
                <section class="col" aria-labelledby="my-entry">
                    <div class="head"><h2 id="my-entry">{heading}</h2></div>
                    <p class="sm">{why}</p>
                    <div><button type="button" class="btn" on:click=move |_| open.set(true)><Icon name="pen" />{button}</button></div>
                    <Sheet region=region shown=shown open=open />
                </section>
            }
        })
    })
}
