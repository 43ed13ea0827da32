//! The form of one step along the life-cycle: it asks what the step asks for, and becomes its act.

use domain::{Act, Id, Refusal, Standing, triage::Triage};

use super::{
    lines::{Line, moment},
    merge::MergeInto,
};
use crate::{look::words, prelude::*};

/// What is written for a step; one form serves all, so that nothing is lost when somebody picks another step.
#[derive(Clone, Debug, Default, PartialEq, domain::Form)]
#[form(default)]
pub(crate) struct Form {
    /// The sentence: a reason, an outcome, the question, the place.
    pub(crate) says: String,
    /// To whom it goes.
    pub(crate) to: String,
    /// When people sit down, as the browser writes it.
    pub(crate) on: String,
    /// The issue that carries it on.
    pub(crate) into: Option<Id>,
}

impl Form {
    /// A form with every box filled, to ask whether the person may do the step at all.
    pub(crate) fn sample() -> Self {
        Self { on: "2026-01-01T00:00".into(), into: Some(Id::nil()), ..Self::default() }
    }

    /// The act of the step that leads to `to`.
    ///
    /// # Errors
    /// When a box that the act cannot do without is empty; the rest is for the act's own guard.
    pub(crate) fn act(&self, to: Standing) -> Result<Act, Refusal> {
        let says = || self.says.clone();
        let empty = |field: &str| Refusal::Empty { field: field.to_owned() };
        Ok(match to {
            Standing::Lead => return Err(Refusal::WrongKind),
            Standing::Received => Act::Receive,
            Standing::Triaged => Act::Resume { why: says() },
            Standing::Settled => Act::Settle { how: says() },
            Standing::Redirected => Act::Redirect { to: self.to.clone(), why: says() },
            Standing::Merged => Act::Merge { into: self.into.ok_or_else(|| empty("merged_into"))? },
            Standing::Parked => Act::Park { why: says() },
            Standing::Drafted => Act::Draft { question: says() },
            Standing::Approved => Act::Approve,
            Standing::Posted => Act::Post,
            Standing::Scheduled => Act::Schedule {
                on: moment(&self.on).ok_or_else(|| empty("scheduled_on"))?,
                place: says(),
                session: None,
            },
            Standing::Consulted => Act::Consult { outcome: says(), session: None },
            Standing::Closed => Act::Close { how: says() },
            Standing::Declined => Act::Decline { why: says() },
        })
    }
}

/// The act to ask `may` about for a step from `now` to `to`.
pub(crate) fn sample(now: Standing, to: Standing) -> Option<Act> {
    if to == Standing::Triaged && !now.laid_aside() {
        return Some(Act::Triage { answers: Triage::default() });
    }
    Form::sample().act(to).ok()
}

/// The boxes of a step.
#[component]
pub(crate) fn WayBoxes(id: Id, to: Standing, form: RwSignal<Form>) -> AnyView {
    let w = words();
    let says = Signal::derive(move || form.with(|form| form.says.clone()));
    let set_says = Callback::new(move |typed| form.update(|form| form.says = typed));
    let asks = (w.issue().asks)(to);
    match to {
        Standing::Lead | Standing::Received | Standing::Approved | Standing::Posted => {
            view! { <p class="sm">{(w.issue().means)(to)}</p> }.into_any()
        }
        Standing::Merged => view! { <MergeInto id=id form=form /> }.into_any(),
        Standing::Redirected => {
            let whom = Signal::derive(move || form.with(|form| form.to.clone()));
            let set = Callback::new(move |typed| form.update(|form| form.to = typed));
            view! {
                <Line label=w.field("to") value=whom set=set />
                <Line label=asks value=says set=set_says long=true />
            }
            .into_any()
        }
        Standing::Scheduled => {
            let on = Signal::derive(move || form.with(|form| form.on.clone()));
            let set = Callback::new(move |typed| form.update(|form| form.on = typed));
            view! {
                <Line label=w.field("scheduled_on") value=on set=set kind="datetime-local" />
                <Line label=asks value=says set=set_says />
            }
            .into_any()
        }
        Standing::Triaged
        | Standing::Settled
        | Standing::Parked
        | Standing::Drafted
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => {
            view! { <Line label=asks value=says set=set_says long=true /> }.into_any()
        }
    }
}
