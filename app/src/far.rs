//! The screens behind the board. The first download is what the board needs; these come in parts once it is
//! on the screen, and are kept on the phone with it.

mod part;

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use domain::Id;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use self::part::Part;
use crate::{
    prelude::*,
    routes::{Chamber, Kept, Room, Route, Wing},
    screens::{
        ActionsScreen, AdminScreen, AdviceScreen, BenchScreen, BlueprintScreen, CourierScreen,
        DistrictScreen, DoorScreen, IssueScreen, MeScreen, MinutesScreen, NotHere, NowhereScreen,
        OfficeScreen, PaperScreen, PeopleScreen, PhoneScreen, PlanningScreen, RaiseScreen,
        SavedScreen, SealScreen, SessionScreen, TrayScreen, TriageScreen,
    },
};

/// A part did not arrive: no signal, and this browser keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Away;

impl From<SplitLoaderError> for Away {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Screens about issues.
#[wasm_split(issue, fallible, preload(issue_part))]
fn about_issue(route: Route) -> Result<AnyView, Away> {
    Ok(match route {
        Route::Issue(id) => view! { <IssueScreen id=id /> }.into_any(),
        Route::Triage(id) => view! { <TriageScreen id=id /> }.into_any(),
        Route::Saved(id) => view! { <SavedScreen id=id /> }.into_any(),
        _ => view! { <RaiseScreen /> }.into_any(),
    })
}

/// Screens about this phone and whose it is.
#[wasm_split(phone, fallible, preload(phone_part))]
fn about_phone(route: Route) -> Result<AnyView, Away> {
    Ok(match route {
        Route::Phone => view! { <PhoneScreen /> }.into_any(),
        Route::Me => view! { <MeScreen /> }.into_any(),
        Route::Welcome => view! { <DoorScreen /> }.into_any(),
        _ => view! { <NowhereScreen /> }.into_any(),
    })
}

/// Who is what, and who is asked in.
#[wasm_split(people, fallible, preload(people_part))]
fn about_people(place: Option<Id>) -> Result<AnyView, Away> {
    Ok(view! { <PeopleScreen place=place /> }.into_any())
}

/// The screen that passes things on without a signal.
#[wasm_split(courier, fallible, preload(courier_part))]
fn about_courier() -> Result<AnyView, Away> {
    Ok(view! { <CourierScreen /> }.into_any())
}

/// Screens around a session, but for the evening itself and what comes of it.
#[wasm_split(session, fallible, preload(session_part))]
fn about_session(route: Route) -> Result<AnyView, Away> {
    Ok(view! { <SessionScreen route=route /> }.into_any())
}

/// What is read before an evening, and what is printed for it.
#[wasm_split(paper, fallible, preload(paper_part))]
fn about_paper(id: Id, room: Room) -> Result<AnyView, Away> {
    Ok(view! { <PaperScreen id=id room=room /> }.into_any())
}

/// The evening itself.
#[wasm_split(bench, fallible, preload(bench_part))]
fn about_bench(id: Id) -> Result<AnyView, Away> {
    Ok(view! { <BenchScreen id=id /> }.into_any())
}

/// What comes of an evening: minutes and read-back.
#[wasm_split(minutes, fallible, preload(minutes_part))]
fn about_minutes(id: Id, room: Room) -> Result<AnyView, Away> {
    Ok(view! { <MinutesScreen id=id room=room /> }.into_any())
}

/// Signatures, the seal, and what goes out from there.
#[wasm_split(seal, fallible, preload(seal_part))]
fn about_seal(id: Id) -> Result<AnyView, Away> {
    Ok(view! { <SealScreen id=id /> }.into_any())
}

/// What waits for an answer: what was advised in a session, and what came by a door that needs no account.
#[wasm_split(advice, fallible, preload(advice_part))]
fn about_advice(route: Route) -> Result<AnyView, Away> {
    Ok(match route {
        Route::Session(id, _) => view! { <AdviceScreen id=id /> }.into_any(),
        _ => view! { <TrayScreen /> }.into_any(),
    })
}

/// What is done, who is told, how it is rated.
#[wasm_split(actions, fallible, preload(actions_part))]
fn about_actions(route: Route) -> Result<AnyView, Away> {
    Ok(view! { <ActionsScreen route=route /> }.into_any())
}

/// The blueprint and the teams that hand it on.
#[wasm_split(blueprint, fallible, preload(blueprint_part))]
fn about_blueprint(route: Route) -> Result<AnyView, Away> {
    Ok(view! { <BlueprintScreen route=route /> }.into_any())
}

/// Who did what, what is kept about somebody, what the bench costs.
#[wasm_split(office, fallible, preload(office_part))]
fn about_office(kept: Kept) -> Result<AnyView, Away> {
    Ok(view! { <OfficeScreen kept=kept /> }.into_any())
}

/// The district's desk: who waits for whom, and the figures.
#[wasm_split(district, fallible, preload(district_part))]
fn about_district(wing: Wing) -> Result<AnyView, Away> {
    Ok(view! { <DistrictScreen wing=wing /> }.into_any())
}

/// The year's plan of a district.
#[wasm_split(planning, fallible, preload(planning_part))]
fn about_planning() -> Result<AnyView, Away> {
    Ok(view! { <PlanningScreen /> }.into_any())
}

/// What the district's office keeps in order.
#[wasm_split(admin, fallible, preload(admin_part))]
fn about_admin(chamber: Chamber) -> Result<AnyView, Away> {
    Ok(view! { <AdminScreen chamber=chamber /> }.into_any())
}

/// The rules of sessions and of what comes after, which the screens about them write by.
#[wasm_split(rules, fallible, preload(rules_part))]
fn learn_rules() -> Result<(), Away> {
    domain::rules::learn();
    Ok(())
}

/// Gives the program the rules of sessions; whether they are here.
pub(crate) async fn rules() -> bool {
    learn_rules().await.is_ok()
}

impl Part {
    async fn fetch(self) -> Result<(), Away> {
        // issues are judged without them
        if !matches!(self, Self::Issue | Self::Phone | Self::People | Self::Courier | Self::Office)
        {
            learn_rules().await?;
        }
        let came = match self {
            Self::Issue => issue_part().await,
            Self::Phone => phone_part().await,
            Self::People => people_part().await,
            Self::Courier => courier_part().await,
            Self::Session => session_part().await,
            Self::Paper => paper_part().await,
            Self::Bench => bench_part().await,
            Self::Minutes => minutes_part().await,
            Self::Seal => seal_part().await,
            Self::Advice => advice_part().await,
            Self::Actions => actions_part().await,
            Self::Blueprint => blueprint_part().await,
            Self::Office => office_part().await,
            Self::District => district_part().await,
            Self::Planning => planning_part().await,
            Self::Admin => admin_part().await,
        };
        came.map_err(Away::from)
    }

    /// What has arrived is built at once, where the page around it is known.
    fn screen(self, route: Route) -> Option<AnyView> {
        match self {
            Self::Issue => at_once(about_issue(route)),
            Self::Phone => at_once(about_phone(route)),
            Self::People => {
                let Route::People(place) = route else { return None };
                at_once(about_people(place))
            }
            Self::Courier => at_once(about_courier()),
            Self::Session => at_once(about_session(route)),
            Self::Actions => at_once(about_actions(route)),
            Self::Blueprint => at_once(about_blueprint(route)),
            Self::Office => {
                let Route::Kept(kept) = route else { return None };
                at_once(about_office(kept))
            }
            Self::District => {
                let Route::District(wing) = route else { return None };
                at_once(about_district(wing))
            }
            Self::Planning => at_once(about_planning()),
            Self::Admin => {
                let Route::District(Wing::Admin(chamber)) = route else { return None };
                at_once(about_admin(chamber))
            }
            Self::Advice => at_once(about_advice(route)),
            Self::Paper | Self::Bench | Self::Minutes | Self::Seal => {
                let Route::Session(id, room) = route else { return None };
                match self {
                    Self::Paper => at_once(about_paper(id, room)),
                    Self::Bench => at_once(about_bench(id)),
                    Self::Seal => at_once(about_seal(id)),
                    _ => at_once(about_minutes(id, room)),
                }
            }
        }
    }
}

fn at_once(screen: impl Future<Output = Result<AnyView, Away>>) -> Option<AnyView> {
    match pin!(screen).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(screen) => screen.ok(),
        Poll::Pending => None,
    }
}

/// A screen, as soon as its part is here.
pub(crate) fn screen(route: Route) -> AnyView {
    let came = RwSignal::new(None);
    fetch(route, came);
    let again = Callback::new(move |()| {
        came.set(None);
        fetch(route, came);
    });
    child(move || match came.get() {
        None => view! { <main id="main" aria-busy="true"></main> }.into_any(),
        Some(true) => Part::of(route)
            .screen(route)
            .unwrap_or_else(|| view! { <NotHere again=again /> }.into_any()),
        Some(false) => view! { <NotHere again=again /> }.into_any(),
    })
}

/// Fetches every part, so that a phone whose browser keeps nothing has them before the signal goes.
pub(crate) fn fetch_all() {
    leptos::task::spawn_local(async {
        if !all_here().await {
            leptos::logging::warn!("a part of the program is not here yet");
        }
    });
}

/// Whether every part is here, after asking for those that were not.
pub(crate) async fn all_here() -> bool {
    let mut all = true;
    for part in [
        Part::Issue,
        Part::Session,
        Part::Paper,
        Part::Bench,
        Part::Minutes,
        Part::Seal,
        Part::Advice,
        Part::Actions,
        Part::Blueprint,
        Part::Phone,
        Part::People,
        Part::Courier,
        Part::Office,
        Part::District,
        Part::Planning,
        Part::Admin,
    ] {
        all &= part.fetch().await.is_ok();
    }
    all
}

fn fetch(route: Route, came: RwSignal<Option<bool>>) {
    leptos::task::spawn_local(async move { came.set(Some(Part::of(route).fetch().await.is_ok())) });
}
