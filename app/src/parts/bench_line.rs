//! The bench line, lying down: 提 查 坐 言 纳 办 评, with legs under the station where the issue is.

use domain::Station;

use crate::{look::words, prelude::*};

/// Seven stations; the one reached stands on two legs.
#[component]
pub(crate) fn BenchLine(at: Station) -> AnyView {
    let w = words();
    let name = (w.board.line_at)(at.number(), (w.names.station)(at));
    let stations = Station::ALL.map(|station| {
        let (class, current) = match station.cmp(&at) {
            std::cmp::Ordering::Less => ("on", None),
            std::cmp::Ordering::Equal => ("now", Some("step")),
            std::cmp::Ordering::Greater => ("", None),
        };
        view! {
            <li class=class aria-current=current>
                {(w.names.mark)(station)}<span class="sr">{format!("：{}", (w.names.station)(station))}</span>
            </li>
        }
    });
    view! {
        <ol class="line" aria-label=name style:--at=at.number().to_string()>
            {stations.into_iter().collect_view()}
        </ol>
    }
}
