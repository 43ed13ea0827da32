//! Keeping a year for good: a clear question before, since nothing undoes it.

use domain::{FollowAct, Kind, Scope, follow::version_of};

use super::{Shown, says, years::draft};
use crate::{
    desk::Plan,
    look::words,
    parts::{CommitTrouble, Dialog, Icon, Trouble, keep},
    prelude::*,
    routes::{Route, way},
};

/// The button and its question.
#[component]
pub(super) fn Freeze(plan: Shown) -> AnyView {
    let y = says().year;
    let open = RwSignal::new(false);
    let year = Memo::new(move |_| plan.with(draft));
    view! {
        <div class="noprint">
            <button class="btn big" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                <Icon name="lock" />{move || (y.freeze)(year.get())}
            </button>
            {move || view! { <Question plan=plan year=year.get() open=open /> }}
        </div>
    }
}

#[component]
fn Question(plan: Shown, year: u32, open: RwSignal<bool>) -> AnyView {
    let (y, way) = (says().year, way());
    let trouble = Trouble::new();
    let bare =
        |plan: &Plan| plan.lines.iter().filter(|line| line.since.says.cites().is_empty()).count();
    let asks = move || plan.with(|plan| (y.ask)(year, plan.lines.len(), bare(plan)));
    let yes = move |_| {
        let village = plan.with_untracked(|plan| plan.village);
        let act = FollowAct::Freeze { year }.into();
        let deed = (Kind::Version, version_of(village, year), Scope::Village(village), act);
        keep(trouble, vec![deed], move || way.go(Route::Version(year)));
    };
    view! {
        <Dialog open=open title=(y.freeze)(year)>
            <p>{asks}</p>
            <p class="note wait"><Icon name="lock" /><span>{y.means}</span></p>
            <div class="btns">
                <button class="btn do" on:click=yes>{y.yes}</button>
                <button class="btn" on:click=move |_| open.set(false)>{words().common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </Dialog>
    }
}
