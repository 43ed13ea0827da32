//! The picture beside the vision: bamboo hills, the old street, a camphor tree, a lamp, and a bench under the tree. Its
//! colours are those of the theme.

use super::says;
use crate::prelude::*;

const HILLS: &str = "M0 96c26-40 52-52 78-26 14-34 46-44 72-6 18-18 44-14 70 18";
const BAMBOO: &str = "M24 98V70m8 24V64m8 28V72m-16 8 7-6m1 0 7-5m1 10 6-5M176 92V66m9 28V62m8 32V72m-17 6 8-6m1 4 7-6";
const CROWN: &str = "M96 128c-16 0-24-12-18-24-8-14 6-28 20-24 6-14 30-14 36 0 16-4 28 12 18 24 8 14-4 26-18 24-8 8-30 8-38 0z";
const TRUNK: &str = "M112 160c4-14 2-26 2-38m4 38c-2-12 0-24 2-36m-6 12-10-10m14 6 10-10";
const WALLS: &str =
    "M10 160v-30l26-14 26 14v30zM58 160v-24l20-11 20 11v24zM150 160v-28l24-13 24 13v28z";
const ROOFS: &str = "M4 133l32-18 32 18M20 160v-16h12v16M42 140h10v9H42zM53 139l25-14 25 14M72 160v-13h11v13M144 135l30-17 30 17M166 160v-15h14v15M184 141h8v8h-8z";
const POST: &str = "M138 160v-46c0-8-14-8-15 0";
const GROUND: &str = "M0 160h220";
const BENCH: &str = "M88 172h44v5H88zm8 5-3 10m31-10 3 10";
const FIELDS: &str = "M20 170h30m110 6h40M30 182h22m86 4h30";

/// The picture.
#[component]
pub(super) fn Drawing() -> AnyView {
    let land = format!("{HILLS}v94H0z");
    view! {
        <svg class="village" viewBox="0 0 220 190" role="img" aria-label=says().plan.picture>
            <path class="land" d=land></path>
            <path class="hills" d=HILLS></path>
            <path class="hills" d=BAMBOO></path>
            <path class="crown" d=CROWN></path>
            <path class="trunk" d=TRUNK></path>
            <path class="walls" d=WALLS></path>
            <path class="roofs" d=ROOFS></path>
            <path class="roofs" d=POST></path>
            <circle class="glow" cx="123" cy="117" r="4"></circle>
            <path class="roofs" d=GROUND></path>
            <path class="seat" d=BENCH></path>
            <path class="rows" d=FIELDS></path>
        </svg>
    }
}
