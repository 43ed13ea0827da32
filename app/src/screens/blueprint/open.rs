//! One line, opened: the way it has come, and for those who write it, how it goes on.

use domain::Id;

use super::{
    Shown,
    line::words_of,
    rewrite::{Arrange, Carry, Rewrite},
    says,
    trail::Trail,
};
use crate::{
    desk::Outlook,
    look::words,
    parts::{Dialog, WhereaboutsBadge, tongue},
    prelude::*,
};

/// The line that is open, in these forms.
pub(super) type Opened = Memo<Option<Outlook>>;

/// The sheet over the page.
#[component]
pub(super) fn LineSheet(
    village: Id,
    plan: Shown,
    which: RwSignal<Option<Id>>,
    open: RwSignal<bool>,
    writes: Memo<bool>,
) -> AnyView {
    let l = says().line;
    view! {
        <Dialog open=open title=l.title sheet=true>
            <div class="main opened">
                {which.get().map(|id| view! { <One village=village id=id plan=plan writes=writes /> })}
            </div>
        </Dialog>
    }
}

#[component]
fn One(village: Id, id: Id, plan: Shown, writes: Memo<bool>) -> AnyView {
    let (l, lang) = (says().line, words().lang);
    let one: Opened = Memo::new(move |_| plan.with(|plan| plan.line(id).cloned()));
    let head = move || {
        let one = one.get()?;
        let line = &one.since.says;
        let says = words_of(line);
        let section = words::follow::section(lang, line.section);
        let state = words::follow::line_state(lang, line.state);
        Some(view! {
            <p class="song b lg" lang=tongue(&says)>{says.clone()}</p>
            <p class="row wrap sm">{(l.stands)(section, state)}<span class="end"><WhereaboutsBadge at=one.whereabouts /></span></p>
        })
    };
    let forms = move || {
        writes.get().then(|| {
            view! {
                <Rewrite village=village id=id one=one />
                <Carry village=village id=id one=one />
                <Arrange village=village id=id one=one />
            }
        })
    };
    view! {
        {head}
        <Trail one=one />
        {forms}
    }
}
