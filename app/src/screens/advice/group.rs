//! Several say the same: one is put beside another, and one answer is for both.

use domain::{FollowAct, Form, Id, Kind};

use super::{act, says, table::Table, voice::name};
use crate::{
    desk::desk,
    parts::{CommitTrouble, Icon, Trouble, keep, tongue},
    prelude::*,
    screens::issue::draft,
};

/// So many characters of the other's words tell which it is.
const TOLD: usize = 18;

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Choosing {
    with: Option<Id>,
}

/// The choice of another, where the reader may put it there and there is one.
#[component]
pub(super) fn Grouping(table: Table, id: Id) -> AnyView {
    let (a, desk) = (says(), desk());
    let shown = table.shown;
    let others = Memo::new(move |_| {
        shown.with(|all| {
            let Some(piece) = all.one(id) else { return Vec::new() };
            // whoever speaks for others speaks for itself
            let free = piece.advice.verdict.is_none() && all.beside(id).is_empty();
            let may = FollowAct::Group { with: Some(id) };
            if !free || act::barred(desk, piece, may.into()).is_some() {
                return Vec::new();
            }
            let fits = all.heads().filter(|head| head.id != id && head.scope == piece.scope);
            fits.map(|head| (head.id, told(&name(&head.advice), &head.advice.words))).collect()
        })
    });
    child(move || {
        (!others.with(Vec::is_empty)).then(|| {
            view! {
                <details class="same">
                    <summary><Icon name="merge" />{a.same}</summary>
                    <Together table=table id=id others=others />
                </details>
            }
        })
    })
}

/// 徐根土：路太窄，会不了车……
fn told(name: &str, words: &str) -> String {
    let short: String = words.chars().take(TOLD).collect();
    let more = if words.chars().count() > TOLD { "…" } else { "" };
    format!("{name} · {short}{more}")
}

#[component]
fn Together(table: Table, id: Id, others: Memo<Vec<(Id, String)>>) -> AnyView {
    let a = says();
    let trouble = Trouble::new();
    let choosing = draft::<Choosing>(format!("bandeng.advice.{id}.with"));
    let with = Memo::new(move |_| {
        let first = others.with(|all| all.first().map(|(id, _)| *id));
        let chosen = choosing.with(|choosing| choosing.with);
        chosen.filter(|with| others.with(|all| all.iter().any(|(id, _)| id == with))).or(first)
    });
    let pick = move |event| {
        let with = Id::try_parse(&event_target_value(&event)).ok();
        choosing.set(Choosing { with });
    };
    let group = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scope = table.shown.with_untracked(|all| all.one(id).map(|piece| piece.scope));
        let (Some(scope), Some(with)) = (scope, with.get_untracked()) else { return };
        let act = FollowAct::Group { with: Some(with) }.into();
        keep(trouble, vec![(Kind::Advice, id, scope, act)], move || {
            choosing.set(Choosing::default());
            super::table::go_to(&super::table::card(with));
        });
    };
    let options = move || {
        let options = others.get().into_iter().map(|(other, told)| {
            let lang = tongue(&told);
            view! { <option value=other.to_string() selected=move || with.get() == Some(other) lang=lang>{told}</option> }
        });
        options.collect_view()
    };
    view! {
        <form class="col" on:submit=group>
            <p class="hint">{a.same_hint}</p>
            <label class="field"><span class="lab">{a.with}</span>
                <select class="in" on:change=pick>{options}</select></label>
            <div><button class="btn"><Icon name="merge" />{a.group}</button></div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
