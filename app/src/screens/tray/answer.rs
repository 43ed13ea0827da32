//! The office answers a complaint or a suggestion about the tool.

use domain::{FollowAct, Id, Kind, Scope};

use super::{says, writing::Writing};
use crate::{
    desk::desk,
    parts::{Icon, why_not},
    prelude::*,
};

/// The box and its button; or why they are not there.
#[component]
pub(super) fn Answer(id: Id, scope: Scope, listed: bool) -> AnyView {
    let (t, desk) = (says(), desk());
    let act = |words: &str| FollowAct::Answer { words: words.to_owned() }.into();
    let barred = Memo::new(move |_| desk.may(Kind::Letter, id, scope, act("")).err());
    let writing = Writing::new(id, scope, format!("bandeng.answer.{id}"), act);
    let [alone, all] = t.answer_hint;
    child(move || {
        why_not(t.answer, barred.get()).unwrap_or_else(|| {
            let below = view! {
                <p class="hint">{if listed { all } else { alone }}</p>
                <button class="btn do"><Icon name="check" />{t.answer}</button>
            };
            writing.form(t.answer_label, below.into_any())
        })
    })
}
