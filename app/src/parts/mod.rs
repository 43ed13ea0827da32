//! What two screens or more share.

mod bench_line;
mod dialog;
mod frame;
mod icon;
mod net_line;
mod whereabouts;

pub(crate) use bench_line::BenchLine;
pub(crate) use dialog::Dialog;
pub(crate) use frame::{Bar, Frame};
pub(crate) use icon::{Icon, category_icon};
pub(crate) use net_line::NetLine;
pub(crate) use whereabouts::WhereaboutsBadge;
