//! 替别人记一个评价: for somebody who said it on paper, by telephone or face to face.

use domain::{
    FollowAct,
    follow::{
        Satisfaction,
        rating::{Rate, Way},
    },
};

use super::{
    deed::{Trouble, bar, keep, on_action, spend},
    one::Shown,
    rate::{Rest, Results, Saying},
    rate_says,
};
use crate::{
    desk::desk,
    look::words,
    parts::{Choice, CommitTrouble, Icon},
    prelude::*,
    screens::issue::{Line, draft},
};

/// The ways of those who do not rate on a phone of their own.
const WAYS: [Way; 3] = [Way::Paper, Way::Phone, Way::Here];

/// The form; nothing for those who may not write it down.
#[component]
pub(super) fn RateOther(shown: Shown) -> AnyView {
    let (r, desk) = (rate_says(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let may = Memo::new(move |_| {
        let result = Satisfaction::Satisfied;
        let rate =
            Rate { result, name: Some("—".to_owned()), way: Way::Paper, ..Rate::default() };
        bar(desk, on_action(id, scope, FollowAct::Rate(rate))).is_none()
    });
    let key = StoredValue::new(format!("bandeng.rate-other.{id}"));
    let form = draft::<Saying>(key.get_value());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let rate =
            form.with_untracked(|form| Rate { way: form.way.unwrap_or(Way::Paper), ..form.rate() });
        keep(trouble, vec![on_action(id, scope, FollowAct::Rate(rate))], move || {
            spend(form, &key.get_value());
        });
    };
    child(move || {
        may.get().then(|| {
            view! {
                <details class="slip">
                    <summary><Icon name="pen" />{r.other}</summary>
                    <form class="col" on:submit=save aria-label=r.other>
                        {whose(form)}
                        <Results form=form />
                        <Rest form=form />
                        <CommitTrouble error=trouble.said />
                    </form>
                </details>
            }
        })
    })
}

fn whose(form: RwSignal<Saying>) -> AnyView {
    let (r, lang) = (rate_says(), words().lang);
    let name = Signal::derive(move || form.with(|form| form.name.clone()));
    let set = Callback::new(move |to| form.update(|form| form.name = to));
    let ways = WAYS.map(|way| {
        let is = Signal::derive(move || form.with(|form| form.way.unwrap_or(Way::Paper) == way));
        let pick = Callback::new(move |()| form.update(|form| form.way = Some(way)));
        view! { <Choice name="rated-by" chosen=is pick=pick>{words::follow::way(lang, way)}</Choice> }
    });
    view! {
        <Line label=r.whose value=name set=set />
        <div class="field" role="radiogroup" aria-label=r.how>
            <p class="lab">{r.how}</p>
            <div class="seg tri">{ways.into_iter().collect_view()}</div>
        </div>
    }
    .into_any()
}
