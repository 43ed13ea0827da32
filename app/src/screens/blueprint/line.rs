//! A line of the blueprint on the page: what became of it, what it says, how far it is, and who spoke up.

use domain::{
    Id,
    follow::{Line, LineState, version::Mark},
};

use super::{Shown, cites::Cites, says, turn::turned};
use crate::{
    desk::{HowFar, Outlook, Whereabouts},
    look::words,
    parts::{Icon, WhereaboutsBadge, tongue},
    prelude::*,
};

/// The line; a tap tells how it came to be.
#[component]
pub(super) fn Row(
    /// The line.
    id: Id,
    /// The blueprint.
    plan: Shown,
    /// Opens its sheet.
    open: Callback<Id>,
) -> AnyView {
    let one = Memo::new(move |_| plan.with(|plan| plan.line(id).cloned()));
    child(move || one.get().map(|one| row(&one, open)))
}

fn row(one: &Outlook, open: Callback<Id>) -> AnyView {
    let since = &one.since;
    let (id, line) = (since.line, &since.says);
    let local = one.whereabouts != Whereabouts::Sent;
    let badge = local.then(|| view! { <p><WhereaboutsBadge at=one.whereabouts /></p> });
    let dropped = line.state == LineState::Dropped;
    let why = dropped.then(|| line.trail.last().and_then(|step| step.why.clone())).flatten();
    view! {
        <li class="bp" class:local=local data-state=line.state.as_str()>
            {mark(&since.mark)}
            <button class="song" aria-haspopup="dialog" on:click=move |_| open.run(id)>
                <span>{rank(line)}{told(line, &since.mark)}</span>
                <Icon name="right" />
            </button>
            {far(one)}
            <Cites ids=line.cites() note=why />
            {badge}
        </li>
    }
}

/// What became of it, in a word.
pub(super) fn mark(mark: &Mark) -> Option<AnyView> {
    let [new, changed, dropped, _] = says().plan.marks;
    let (tone, word) = match mark {
        Mark::Same => return None,
        Mark::New => ("tag mk go", new),
        Mark::Changed { .. } => ("tag mk wait", changed),
        Mark::Dropped => ("tag mk", dropped),
    };
    Some(view! { <b class=tone>{word}</b> })
}

fn rank(line: &Line) -> Option<AnyView> {
    let first = line.first.filter(|_| line.state != LineState::Dropped)?;
    Some(view! { <b class="tag go">{(says().plan.first)(first)}</b>" " })
}

/// What it says, in the reader's language where somebody wrote it so.
pub(super) fn words_of(line: &Line) -> String {
    let english = line.words_en.clone().filter(|_| words().lang == words::Lang::En);
    english.unwrap_or_else(|| line.words.clone())
}

/// What it says, beside what it said.
pub(super) fn told(line: &Line, mark: &Mark) -> AnyView {
    let says = words_of(line);
    let lang = tongue(&says);
    if line.state == LineState::Dropped {
        return view! { <del lang=lang>{says}</del> };
    }
    match mark {
        Mark::Changed { was } if says == line.words => {
            let [before, old, new, behind] = turned(was, &says);
            view! { <span lang=lang>{before}<del>{old}</del>" "<ins>{new}</ins>{behind}</span> }
        }
        _ => view! { <span lang=lang>{says}</span> },
    }
}

/// How far it is: a bar where it is counted, or else a word.
fn far(one: &Outlook) -> Option<AnyView> {
    let (p, lang) = (says().plan, words().lang);
    let line = &one.since.says;
    if matches!(line.state, LineState::Dropped | LineState::Done) {
        let told = words::follow::line_state(lang, line.state);
        return Some(view! { <p class="xs dim">{told}</p> });
    }
    let told = match one.far.as_ref()? {
        HowFar::Counted { done, of, unit } => {
            let told = (p.counted)(*done, *of, unit);
            let percent = (u64::from(*done) * 100 / u64::from(*of).max(1)).to_string();
            let (name, lang) = (told.clone(), tongue(&told));
            return Some(view! {
                <div class="row">
                    <span class="prog grow" role="img" aria-label=name lang=lang style:--v=percent><i></i></span>
                    <span class="xs nw" aria-hidden="true" lang=lang>{told}</span>
                </div>
            });
        }
        HowFar::Words(told) => told.clone(),
        HowFar::State(state) => words::follow::state(lang, *state).to_owned(),
    };
    let name = told.clone();
    let lang = tongue(&told);
    Some(view! { <p class="far-word xs dim" lang=lang><Icon name="half" />{name}</p> })
}
