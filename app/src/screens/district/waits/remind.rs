//! 递个话: the sheet with a reminder's text, to copy, to share or to send.

use words::district::waits::{Reminder, reminder};

use super::{super::region, about::Line};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Dialog, HandOut, Icon, tongue},
    prelude::*,
};

/// Which debt somebody is to be reminded of, and whether the sheet is open.
#[derive(Clone, Copy)]
pub(in super::super) struct Remind {
    open: RwSignal<bool>,
    of: RwSignal<Option<Line>>,
}

impl Remind {
    /// A sheet that is not open yet.
    pub(in super::super) fn new() -> Self {
        Self { open: RwSignal::new(false), of: RwSignal::new(None) }
    }

    /// Opens it for a debt.
    pub(super) fn open(self, line: &Line) {
        self.of.set(Some(line.clone()));
        self.open.set(true);
    }
}

/// The sheet. One is enough for all rows of a wing.
#[component]
pub(in super::super) fn ReminderSheet(remind: Remind) -> AnyView {
    let (w, desk) = (words().waits(), desk());
    // made beforehand: a tap that copies it knows of no context
    let text = Memo::new(move |_| {
        let of = remind.of.get();
        of.map(|line| untrack(|| text(desk, &line))).unwrap_or_default()
    });
    let text = Signal::derive(move || text.get());
    let sms = move || format!("sms:?&body={}", js_sys::encode_uri_component(&text.get()));
    view! {
        <Dialog open=remind.open title=w.say sheet=true>
            <div class="main col">
                <blockquote class="script" lang=move || tongue(&text.get())>{move || text.get()}</blockquote>
                <p class="sm dim">{w.hint}</p>
                <HandOut text=text />
                <div class="btns"><a class="btn" href=sms><Icon name="comment" />{w.sms}</a></div>
            </div>
        </Dialog>
    }
}

fn text(desk: Desk, line: &Line) -> String {
    let w = words();
    let office = region(desk).and_then(|region| desk.place_name(region)).unwrap_or_default();
    let what = line.what.clone().unwrap_or_default();
    let what = line.wait.village.map_or(what.clone(), |id| desk.veil(id).over(&what, None));
    let said = Reminder {
        wait: &line.wait,
        village: &line.village,
        to: &line.whom,
        what: &what,
        from: &(w.district().office_of)(&office),
        now: clock::now(),
    };
    reminder(w.lang, &said)
}
