//! One letter: what it says, and what can be done with it.

use domain::{
    Id, Scope,
    follow::letter::{Fate, Letter, Sort},
};

use super::{
    All,
    answer::Answer,
    aside::Aside,
    rating::{Over, deeds},
    says,
};
use crate::{
    clock,
    desk::{Desk, Posted, Whereabouts, desk},
    look::words,
    parts::{Icon, WhereaboutsBadge, satisfaction_icon, tongue},
    prelude::*,
    routes::Route,
};

/// A slip. It is rebuilt in place, so that what has the focus keeps it.
#[component]
pub(super) fn Card(id: Id, all: All) -> AnyView {
    let desk = desk();
    let one = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let local = move || one.get().is_some_and(|one| one.whereabouts == Whereabouts::Local);
    let held = Memo::new(move |_| one.get().is_some_and(|one| one.held()));
    view! {
        <li class=move || if local() { "slip local" } else { "slip" }>
            {move || one.get().map(|one| told(desk, &one))}
            {move || one.get_untracked().filter(|_| held.get()).map(|one| moves(&one))}
        </li>
    }
}

fn told(desk: Desk, posted: &Posted) -> AnyView {
    let (t, w) = (says(), words());
    let letter = &posted.letter;
    let [rating, complaint, suggestion] = t.sorts;
    let sort = match letter.sort {
        Sort::Rating => rating,
        Sort::Complaint => complaint,
        Sort::Suggestion => suggestion,
    };
    let when = w.lang.ago(letter.written_at, clock::now());
    let said = letter.words.clone();
    let name = letter.name.clone().unwrap_or_else(|| t.stranger.to_owned());
    view! {
        <div class="row wrap">
            <span class="tag">{sort}</span>
            <span class="end"><WhereaboutsBadge at=posted.whereabouts /></span>
        </div>
        {(letter.sort == Sort::Rating).then(|| about(desk, posted))}
        {said.map(|said| view! { <p class="say" lang=tongue(&said)>{said.clone()}</p> })}
        <p class="who"><b lang=tongue(&name)>{name.clone()}</b><time class="xs dim">{when}</time></p>
        {looked(desk, letter)}
    }
    .into_any()
}

/// What a rating is of, and what it says.
fn about(desk: Desk, posted: &Posted) -> AnyView {
    let (t, w) = (says(), words());
    let doing = posted.letter.action.and_then(|id| desk.doing(id));
    let what = match doing {
        // a link in a heading would lie over the whole slip, and over its buttons
        Some(doing) => view! {
            <a class="btn bare" lang=tongue(&doing.what) href=Route::Action(doing.id).path()>{doing.what.clone()}</a>
        }
        .into_any(),
        None => view! { <p class="sm dim">{t.gone}</p> }.into_any(),
    };
    let result = posted.letter.result.map(|result| {
        let says = words::follow::satisfaction(w.lang, result);
        view! { <b class="row"><Icon name=satisfaction_icon(result) />{says}</b> }
    });
    let [yes, no] = t.heard;
    let heard = posted.letter.heard.map(|heard| if heard { yes } else { no });
    view! { {what}<p class="row wrap">{result}<span class="sm dim">{heard}</span></p> }.into_any()
}

/// What has become of it, by whom and when.
fn looked(desk: Desk, letter: &Letter) -> Option<AnyView> {
    let (t, w) = (says(), words());
    let [answered, taken, aside] = t.fates;
    let (fate, words) = match letter.fate {
        Fate::Held => return None,
        Fate::Answered => (answered, letter.answer.clone()),
        Fate::Taken => (taken, None),
        Fate::Aside => (aside, letter.why.clone()),
    };
    let by = letter.looked_by.map(|by| desk.name_of(by));
    let when = w.lang.ago(letter.looked_at, clock::now());
    Some(view! {
        <p class="row wrap"><span class="tag go">{fate}</span>
            <span class="sm" lang=by.as_deref().map(tongue)>{by.clone()}</span><time class="xs dim">{when}</time></p>
        {words.map(|words| view! { <p class="why" lang=tongue(&words)>{words.clone()}</p> })}
    })
}

/// What can be done with a letter that waits.
fn moves(posted: &Posted) -> AnyView {
    let (id, scope, letter) = (posted.id, posted.scope, &posted.letter);
    let first = match (letter.sort, scope) {
        (Sort::Rating, Scope::Draft(village)) => letter
            .action
            .map(|action| view! { <Over deeds=deeds(id, village, action, letter) /> })
            .into_any(),
        (Sort::Rating, _) => ().into_any(),
        (Sort::Complaint | Sort::Suggestion, _) => {
            view! { <Answer id=id scope=scope listed=letter.listed /> }
        }
    };
    view! { {first}<Aside id=id scope=scope action=letter.action /> }.into_any()
}
