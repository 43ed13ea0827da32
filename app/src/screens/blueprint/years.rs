//! Which year is shown: those that are kept, and this year's draft.

use super::{Shown, says};
use crate::{clock, desk::Plan, parts::Icon, prelude::*, routes::Route};

/// The year that is being written: this one, or the one after the last that is kept.
pub(super) fn draft(plan: &Plan) -> u32 {
    let now = u32::try_from(words::civil(clock::now()).year).unwrap_or(2026);
    plan.kept.last().map_or(now, |last| now.max(last.year + 1))
}

/// The switch; nothing while no year is kept and nobody has to choose.
#[component]
pub(super) fn Years(
    /// The blueprint.
    plan: Shown,
    /// The year that is shown; the draft without one.
    year: Option<u32>,
) -> AnyView {
    let p = says().plan;
    let all = Memo::new(move |_| {
        plan.with(|plan| (plan.kept.iter().map(|kept| kept.year).collect::<Vec<_>>(), draft(plan)))
    });
    child(move || {
        let (kept, draft) = all.get();
        let kept = kept.into_iter().map(|kept| {
            let here = (year == Some(kept)).then_some("page");
            view! {
                <a href=Route::Version(kept).path() aria-current=here>{(p.kept)(kept)}<Icon name="lock" /></a>
            }
        });
        let here = year.is_none().then_some("page");
        view! {
            <nav class="seg tri years" aria-label=p.years>
                {kept.collect_view()}
                <a href=Route::Blueprint.path() aria-current=here>{(p.draft)(draft)}</a>
            </nav>
        }
    })
}
