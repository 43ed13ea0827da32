//! The parcel as square codes, one after the other, for the camera of another phone.

use std::time::Duration;

use domain::square::Square;

use super::says;
use crate::{parts::Icon, prelude::*};

/// How long each is shown: long enough for a slow camera to see it once.
const PAUSE: Duration = Duration::from_millis(500);

/// A button that shows them, round and round, until it is tapped again.
#[component]
pub(super) fn Squares(texts: Vec<String>) -> AnyView {
    let w = says();
    let shown = RwSignal::new(false);
    let texts = StoredValue::new(texts);
    let frames = move || shown.get().then(|| view! { <Frames texts=texts.get_value() /> });
    view! {
        <button class="btn" aria-expanded=move || shown.get().to_string()
            on:click=move |_| shown.update(|shown| *shown = !*shown)>
            <Icon name="qr" />{move || if shown.get() { w.hide } else { w.show }}
        </button>
        {frames}
    }
}

#[component]
fn Frames(texts: Vec<String>) -> AnyView {
    let w = says();
    let squares: Vec<Square> = texts.iter().filter_map(|text| Square::of(text)).collect();
    let of = squares.len();
    let squares = StoredValue::new(squares);
    let at = RwSignal::new(0_usize);
    if let Ok(turning) =
        set_interval_with_handle(move || at.update(|at| *at = (*at + 1) % of.max(1)), PAUSE)
    {
        on_cleanup(move || turning.clear());
    }
    let drawn = move || {
        let number = at.get();
        let square = squares.with_value(|squares| squares.get(number).cloned())?;
        let side = square.size + 8;
        // dark on light by day and by night: readers want it so
        let ground = format!("M0 0h{side}v{side}h-{side}z");
        Some(view! {
            <svg viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges"
                aria-label=(w.square)(number + 1, of)>
                <path fill="#fff" d=ground></path>
                <path fill="#000" d=square.path()></path>
            </svg>
            <p class="sm mid">{(w.square)(number + 1, of)}</p>
        })
    };
    view! { <div class="frames col"><p class="sm dim">{w.show_how}</p>{drawn}</div> }
}
