//! 存下: on the phone at once, whatever the network does; what fails is said where it failed.

use std::rc::Rc;

use domain::{Act, Id, Kind, Refusal, Role, Scope, burden::Task};
use wasm_bindgen::JsCast;
use words::Words;

use super::{Wrong, draft::Draft, own_group};
use crate::{
    burden, clock,
    desk::{CommitError, Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, propose},
    picture::Taken,
    prelude::*,
    replica::Keeper,
    routes::{Route, way},
    screens::phone::{file::ExportButton, room},
};

/// The roles whose own entry counts as received.
const CADRES: [Role; 4] = [Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Office];

/// The button, with one quiet line that says what it does.
#[component]
pub(super) fn SaveButton(
    draft: RwSignal<Draft>,
    keeper: StoredValue<Option<Rc<Keeper<Draft>>>>,
    wrong: RwSignal<Option<Wrong>>,
) -> AnyView {
    let (w, desk, way, own) = (words(), desk(), way(), own_group());
    let village = StoredValue::new(None);
    Effect::new(move |_| village.set_value(desk.village()));
    let busy = RwSignal::new(false);
    let cost = burden::task(Task::Raise);
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let form = draft.get_untracked();
            let saved = match village.get_value() {
                None => Err(Wrong::NoVillage),
                Some(village) => store(desk, w, &form, village, own).await,
            };
            busy.set(false);
            match saved {
                Ok(id) => {
                    // what, which sort, which group, how many, whose words, a picture
                    cost.done(6);
                    if let Some(keeper) = keeper.get_value() {
                        keeper.forget().await;
                    }
                    way.replace(Route::Saved(id));
                    room::ask_once().await;
                }
                Err(error) => complain(wrong, error),
            }
        });
    };
    view! {
        <section class="dock foot" aria-label=w.common.save>
            <Failed draft=draft wrong=wrong />
            <button class="btn do big" aria-busy=move || busy.get().then_some("true") on:click=save>
                {w.common.save}
            </button>
            <p class="net mid"><Icon name="phone" /><span>{w.raise().save_note}</span></p>
        </section>
    }
}

/// What failed as a whole, with the way out.
#[component]
fn Failed(draft: RwSignal<Draft>, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    let (w, desk, own) = (words(), desk(), own_group());
    let error = RwSignal::new(None);
    let no_village = Memo::new(move |_| wrong.with(|wrong| *wrong == Some(Wrong::NoVillage)));
    Effect::new(move |_| {
        error.set(match wrong.get() {
            Some(Wrong::Commit(error)) => Some(error),
            Some(Wrong::Field(..) | Wrong::NoVillage) | None => None,
        });
    });
    let unstored = Callback::new(move |()| {
        let village = untrack(|| desk.village())?;
        let customs = desk.customs(village);
        let act = draft.get_untracked().act((village, &customs), own, false).ok()?;
        propose(desk, Kind::Issue, clock::fresh(), Scope::Village(village), act).ok()
    });
    view! {
        <CommitTrouble error=error />
        <div role="alert">
            {move || no_village.get().then(|| view! {
                <p class="err"><Icon name="warn" /><span>{w.raise().no_village}</span></p>
            })}
        </div>
        {move || matches!(error.get(), Some(CommitError::Store(_))).then(|| view! {
            <ExportButton extra=unstored><Icon name="out" />{w.raise().export}</ExportButton>
        })}
    }
}

async fn store(
    desk: Desk,
    w: &Words,
    form: &Draft,
    village: Id,
    own: Option<Id>,
) -> Result<Id, Wrong> {
    let open = Scope::Village(village);
    let scope = if form.held { Scope::Draft(village) } else { open };
    let who = desk.replica.with_untracked(|replica| replica.who());
    let received = who.roles_in(open).any(|role| CADRES.contains(&role));
    let customs = untrack(|| desk.customs(village));
    let act: Result<Act, Refusal> = form.act((village, &customs), own, received);
    let act = act.map_err(|refusal| placed(refusal.into(), w))?;
    let issue = clock::fresh();
    let mut acts = vec![(Kind::Issue, issue, act)];
    let lay = |taken: &Taken| (Kind::Photo, taken.id, taken.act(issue));
    acts.extend(form.pictures.iter().map(lay));
    desk.commit_all(scope, acts).await.map_err(|error| placed(error, w))?;
    Ok(issue)
}

/// An error at the field it is about, where it is about one.
fn placed(error: CommitError, w: &Words) -> Wrong {
    let field = match &error {
        CommitError::Refused(
            Refusal::Empty { field }
            | Refusal::TooLong { field, .. }
            | Refusal::WrongValue { field },
        ) => field.clone(),
        CommitError::Refused(_) | CommitError::Store(_) => return Wrong::Commit(error),
    };
    let CommitError::Refused(refusal) = &error else { return Wrong::Commit(error) };
    match field.as_str() {
        "confirmed" => Wrong::Field(field, w.raise().confirm_first.to_owned()),
        "words" | "proxy" | "households" => {
            Wrong::Field(field, w.refusal(refusal, |_| String::new()))
        }
        _ => Wrong::Commit(error),
    }
}

/// Shows what is wrong, and goes there.
fn complain(wrong: RwSignal<Option<Wrong>>, error: Wrong) {
    let field = match &error {
        Wrong::Field(field, _) => Some(field.clone()),
        Wrong::NoVillage | Wrong::Commit(_) => None,
    };
    wrong.set(Some(error));
    let Some(field) = field else { return };
    // a folded box opens first
    request_animation_frame(move || {
        let place = document().get_element_by_id(&field);
        let place = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok());
        if place.is_none_or(|place| place.focus().is_err()) {
            leptos::logging::warn!("the cursor could not be set to {field}");
        }
    });
}
