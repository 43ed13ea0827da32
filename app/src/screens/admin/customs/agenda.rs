//! The agenda that a session of a mode begins with.

use domain::{
    Custom, Customs,
    session::{Mode, Part, agenda::template},
};

use super::{Draft, Foot, Page, Said, says};
use crate::{
    look::words,
    parts::{Choice, Icon},
    prelude::*,
    screens::session::{OneMore, Timetable, whole},
};

fn place(draft: &mut Draft, mode: Mode) -> &mut Option<Vec<Part>> {
    match mode {
        Mode::A => &mut draft.agenda_a,
        Mode::B => &mut draft.agenda_b,
    }
}

/// As it is meant: changed here, or as it stands.
fn meant(draft: &Draft, customs: &Customs, mode: Mode) -> Vec<Part> {
    let changed = match mode {
        Mode::A => &draft.agenda_a,
        Mode::B => &draft.agenda_b,
    };
    changed.clone().unwrap_or_else(|| customs.agenda(mode))
}

/// The card, with a switch between the modes.
#[component]
pub(super) fn AgendaCard(page: Page) -> AnyView {
    let (w, k) = (words(), says());
    let mode = RwSignal::new(Mode::B);
    let said = Said::nothing();
    let parts = Memo::new(move |_| {
        let mode = mode.get();
        page.form.with(|draft| page.customs.with(|customs| meant(draft, customs, mode)))
    });
    let changed =
        Memo::new(move |_| page.customs.with(|customs| customs.agenda(mode.get()) != parts.get()));
    let own =
        Memo::new(move |_| page.customs.with(|customs| !customs.own_agenda(mode.get()).is_empty()));
    let always = Memo::new(|_| true);
    let arrange = Callback::new(move |parts: Vec<Part>| {
        said.stored.set(false);
        page.form.update(|draft| *place(draft, mode.get_untracked()) = Some(parts));
    });
    let keep = move |parts: Vec<Part>| {
        let mode = mode.get_untracked();
        let clear: fn(&mut Draft) = match mode {
            Mode::A => |draft| draft.agenda_a = None,
            Mode::B => |draft| draft.agenda_b = None,
        };
        let parts = if parts == template(mode) { Vec::new() } else { parts };
        page.keep(vec![Custom::Agenda { mode, parts }], said, clear);
    };
    let save = Callback::new(move |()| keep(parts.get_untracked()));
    let back = Callback::new(move |()| keep(Vec::new()));
    let leave = Callback::new(move |()| {
        page.form.update(|draft| *place(draft, mode.get_untracked()) = None);
    });
    let foot = move || {
        let fields: &'static [&'static str] = match mode.get() {
            Mode::A => &["agenda_a"],
            Mode::B => &["agenda_b"],
        };
        view! { <Foot page=page said=said fields=fields own=own changed=changed save=save leave=leave back=back /> }
    };
    view! {
        <section class="slip col" aria-labelledby="customs-agenda">
            <div class="head"><h2 id="customs-agenda">{k.agenda[0]}</h2></div>
            <p class="sm dim">{k.agenda[1]}</p>
            <Modes mode=mode said=said />
            <p class="b" role="status">{move || (w.gather().agenda.total)(parts.with(|parts| whole(parts)), None)}</p>
            <Timetable parts=parts mends=always arrange=arrange />
            <details>
                <summary><Icon name="plus" />{k.add}</summary>
                <OneMore parts=parts arrange=arrange />
            </details>
            {foot}
        </section>
    }
}

/// The switch between the modes.
#[component]
fn Modes(mode: RwSignal<Mode>, said: Said) -> AnyView {
    let k = says();
    let choice = |of: Mode, name: &'static str| {
        let chosen = Signal::derive(move || mode.get() == of);
        let pick = Callback::new(move |()| {
            said.stored.set(false);
            mode.set(of);
        });
        view! { <Choice name="custom-mode" chosen=chosen pick=pick>{name}</Choice> }
    };
    view! {
        <fieldset class="seg">
            <legend class="sr">{k.mode}</legend>
            {choice(Mode::B, k.modes[1])}
            {choice(Mode::A, k.modes[0])}
        </fieldset>
    }
}
