//! 谁懂行: the directory of who can help, one entry each, and whom to ask for what. The directory is read from the phone's
//! own copy; who fits is asked of the server.

mod ask;
mod boxes;
mod card;
mod entry;
mod list;
mod mine;
mod others;
mod says;
mod suggest;

use domain::Form;

pub(crate) use self::{
    card::ExpertsCard, list::Experts, mine::MyEntry, others::WhoKnows, suggest::MayAsk,
};
use crate::{
    prelude::*,
    replica::{Net, NetError},
};

/// What the server tells, once it has.
type Heard<T> = RwSignal<Option<Result<T, NetError>>>;

/// Asks the server, and lays the answer down where somebody may still look.
fn hear<T: Form + Clone + PartialEq + 'static>(path: String, heard: Heard<T>) {
    leptos::task::spawn_local(async move {
        lay_down(heard, Net::read(&path).await);
    });
}

/// Shows what was heard; nothing where the screen is gone by then. What is the same, or was heard before, stays as it is.
fn lay_down<T: Clone + PartialEq + 'static>(heard: Heard<T>, told: Result<T, NetError>) {
    let stays = match (heard.try_get_untracked().flatten(), &told) {
        (Some(Ok(had)), Ok(told)) => had == *told,
        (Some(Ok(_)), Err(_)) => true,
        _ => false,
    };
    if !stays {
        heard.set(Some(told));
    }
}
