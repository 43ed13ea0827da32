//! 请人跑一趟: somebody of the directory is asked to knock at a door.

use domain::{FollowAct, Id, follow::echo::Owed};

use super::{
    deed::{Deed, Trouble, bar, keep},
    script::{Matter, choices},
    telling_says,
};
use crate::{
    desk::desk,
    parts::{CommitTrouble, Icon},
    prelude::*,
};

fn sends(owed: &Owed, matter: &Matter, who: Id) -> Deed {
    let to = owed.to.name.clone();
    let act = FollowAct::Send { to, who }.into();
    (matter.kind.clone(), owed.about, matter.scope, act)
}

/// The choice and its button; nothing for those who may not ask.
#[component]
pub(super) fn Send(owed: Owed, matter: Matter) -> AnyView {
    let (t, desk) = (telling_says(), desk());
    let chosen = RwSignal::new(None::<Id>);
    let trouble = Trouble::new();
    let deed = StoredValue::new((owed, matter));
    let may = Memo::new(move |_| {
        deed.with_value(|(owed, matter)| bar(desk, sends(owed, matter, desk.person())).is_none())
    });
    let choose = move |event| chosen.set(Id::try_parse(&event_target_value(&event)).ok());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(who) = chosen.get_untracked() else { return };
        let deed = deed.with_value(|(owed, matter)| sends(owed, matter, who));
        keep(trouble, vec![deed], move || chosen.set(None));
    };
    child(move || {
        may.get().then(|| {
            view! {
                <details>
                    <summary><Icon name="door" />{t.send}</summary>
                    <form class="col" on:submit=send>
                        <label class="field">
                            <span class="lab">{t.whom}</span>
                            <select class="in" on:change=choose>
                                {choices(desk, "—", move || chosen.get())}
                            </select>
                        </label>
                        <button class="btn" aria-disabled=move || chosen.get().is_none().then_some("true")>{t.send_do}</button>
                        <CommitTrouble error=trouble.said />
                    </form>
                </details>
            }
        })
    })
}
