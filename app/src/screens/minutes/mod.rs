//! To be written.

use domain::Id;

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::{Room, Route},
};

/// To be written.
#[component]
pub(crate) fn MinutesScreen(id: Id, room: Room) -> AnyView {
    let _here = room;
    let back = Route::Session(id, Room::Overview);
    let top = view! { <Bar back=back title=words().common.app /> }.into_any();
    view! { <Frame top=top foot=None over=None><p></p></Frame> }
}
