//! Two people wrote one field: both values side by side, and the three ways on.

use domain::{
    Act, Category, Change, Id, Kind, Record, Refusal, Scope,
    small::Clash,
    sync::{Intent, Writes},
};
use serde_json::Value;

use crate::{
    clock,
    desk::{CommitError, Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
};

/// What its author does about a value that gave way.
#[derive(Clone, Copy)]
enum Way {
    Mine,
    Theirs,
    Both,
}

/// A clash that waits for its author's look; it goes away by itself once one of the ways is taken.
#[component]
pub(crate) fn ClashCard(
    /// The clash record.
    record: Record,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let Ok(clash) = record.read::<Clash>() else { return ().into_any() };
    let p = w.phone();
    let field = w.field(&clash.field);
    let title = title_of(desk, clash.about);
    let now = clock::now();
    let said = |value: &Value| value_words(desk, &clash.field, value);
    let (mine, theirs, before) = (said(&clash.mine), said(&clash.theirs), said(&clash.before));
    let (me, other) = (desk.name_of(desk.person()), desk.name_of(clash.theirs_by));
    let about_issue = desk.issue(clash.about).is_some();
    let remark = StoredValue::new((p.both_remark)(field, &mine));
    let wrong = RwSignal::new(None);
    let clash = StoredValue::new((record, clash));
    let take = move |way: Way| {
        leptos::task::spawn_local(async move {
            let (record, clash) = clash.get_value();
            wrong.set(settle(desk, &record, &clash, way, remark.get_value()).await.err());
        });
    };
    let times = clash.with_value(|(_, clash)| (clash.mine_at, clash.theirs_at));
    let (mine_at, theirs_at) = (w.lang.ago(times.0, now), w.lang.ago(times.1, now));
    view! {
        <article class="slip">
            <div class="row">
                <h3>{p.clash}</h3>
                <span class="end tag wait"><Icon name="merge" />{p.clash_tag}</span>
            </div>
            <p class="sm dim"><span lang=tongue(&title)>{title.clone()}</span>{(p.clash_where)(field)}</p>
            <div class="two vs">
                <div>
                    <p class="xs b">{p.mine}" "<span class="dim">{mine_at}</span></p>
                    <p><ins lang=tongue(&mine)>{mine.clone()}</ins></p>
                    <p class="xs dim">{(p.mine_from)(&me)}</p>
                </div>
                <div>
                    <p class="xs b">{p.theirs}" "<span class="dim">{theirs_at}</span></p>
                    <p><ins lang=tongue(&theirs)>{theirs.clone()}</ins></p>
                    <p class="xs dim">{(p.theirs_from)(&other)}</p>
                </div>
            </div>
            <p class="xs dim">{p.before}<s lang=tongue(&before)>{before.clone()}</s>{p.history}</p>
            <div class="btns thirds">
                <button class="btn" on:click=move |_| take(Way::Mine)>{p.keep_mine}</button>
                <button class="btn" on:click=move |_| take(Way::Theirs)>{p.keep_theirs}</button>
                {about_issue.then(|| view! {
                    <button class="btn" on:click=move |_| take(Way::Both)>{p.keep_both}</button>
                })}
            </div>
            <CommitTrouble error=wrong />
        </article>
    }
    .into_any()
}

/// Writes the chosen way and lays the clash down, both or neither.
async fn settle(
    desk: Desk,
    record: &Record,
    clash: &Clash,
    way: Way,
    remark: String,
) -> Result<(), CommitError> {
    let about = desk.replica.with_untracked(|replica| replica.view().get(&clash.about).cloned());
    let about = about.ok_or(Refusal::NoSuchRecord)?;
    let mut acts: Vec<(Kind, Id, Scope, Act)> = Vec::new();
    match way {
        Way::Mine => {
            let (field, to) = (clash.field.clone(), clash.mine.clone());
            let from = about.fields.get(&field).cloned().unwrap_or(Value::Null);
            acts.push((about.kind, about.id, about.scope, Act::Edit { field, from, to }));
        }
        Way::Theirs => {}
        Way::Both => {
            let say = Act::Say { issue: about.id, words: remark };
            acts.push((Kind::Comment, clock::fresh(), about.scope, say));
        }
    }
    acts.push((Kind::Clash, record.id, record.scope, Act::LayDown));
    let mut outbox_add = Vec::with_capacity(acts.len());
    for (kind, id, scope, act) in acts {
        outbox_add.push(propose(desk, kind, id, scope, act)?);
    }
    desk.keep(Writes { outbox_add, ..Writes::default() }).await?;
    desk.nudge();
    Ok(())
}

/// Judges an act as the phone knows things now, and gives the change to keep.
pub(crate) fn propose(
    desk: Desk,
    kind: Kind,
    id: Id,
    scope: Scope,
    act: Act,
) -> Result<Change, Refusal> {
    let intent = Intent { uuid: clock::fresh(), at: clock::now(), kind, id, scope, act };
    desk.replica.with_untracked(|replica| replica.propose(intent))
}

/// A field's value as people say it.
pub(crate) fn value_words(desk: Desk, field: &str, value: &Value) -> String {
    let w = words();
    let id = || value.as_str().and_then(|text| Id::try_parse(text).ok());
    match (field, value) {
        ("group", Value::Null) => w.common.whole_village.to_owned(),
        (_, Value::Null) => w.phone().nothing.to_owned(),
        ("category", Value::String(word)) => {
            Category::of(word).map_or_else(|| word.clone(), |of| (w.names.category)(of).to_owned())
        }
        ("group", _) => {
            id().and_then(|id| desk.place_name(id)).unwrap_or_else(|| w.common.somebody.to_owned())
        }
        ("scheduled_on", value) => {
            value.as_i64().map_or_else(String::new, |at| w.lang.moment(at, clock::now()))
        }
        ("households", value) => {
            let count = value.as_u64().and_then(|count| u32::try_from(count).ok());
            count.map_or_else(String::new, |count| (w.common.households)(count))
        }
        (_, Value::Bool(yes)) => w.phone().yes_no[usize::from(!yes)].to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

/// What an issue, an action or something with a name is called, or a word for one that this phone does not have.
pub(crate) fn title_of(desk: Desk, id: Id) -> String {
    match desk.issue(id) {
        Some(seen) => seen.issue.title.clone(),
        None => match desk.record(id) {
            Some(record) => {
                let called = record.text("name").or_else(|| record.text("what"));
                called.unwrap_or(words().phone().some_issue).to_owned()
            }
            None => words().phone().some_issue.to_owned(),
        },
    }
}
