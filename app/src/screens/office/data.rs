//! 我的资料: what is kept about the reader, as a file; and what the bench has cost them this month.

use super::file::FileButton;
use crate::{
    burden,
    look::words,
    parts::{Bar, Frame, Icon},
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(super) fn DataScreen() -> AnyView {
    let o = words().office();
    let (fields, seconds) = burden::all(&burden::this_month().sums);
    let top = view! { <Bar back=Route::Me title=o.data /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            <section class="col" aria-label=o.data>
                <p>{o.data_means}</p>
                <FileButton person=Signal::derive(|| None) says=o.export />
                <p class="note"><Icon name="info" /><span>{o.rights}</span></p>
            </section>
            <section class="slip col tight" aria-labelledby="month">
                <h2 class="lg" id="month">{(o.month)(seconds.div_ceil(60), fields)}</h2>
                <p class="xs dim">{o.month_means}</p>
            </section>
        </Frame>
    }
}
