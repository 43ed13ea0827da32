//! Where a screen should be whose part did not arrive: no signal, and this browser keeps nothing.

use crate::{look::words, prelude::*, routes::Route};

/// Why there is no screen here, and the ways on.
#[component]
pub(crate) fn NotHere(again: Callback<()>) -> AnyView {
    let w = words();
    view! {
        <main class="main state" id="main">
            <h1 tabindex="-1">{w.common.app}</h1>
            <p role="alert">{w.trouble.far}</p>
            <div class="btns">
                <button type="button" class="btn do" on:click=move |_| again.run(())>{w.trouble.again}</button>
                <a class="btn" href=Route::Board.path()>{w.common.issues}</a>
            </div>
        </main>
    }
}
