//! The year's plan of a village: what is entered before people are called together, and slots that stay open, are moved or
//! called off.

use domain::plan::{Enter, Month, entry_of, slot_of};
use domain::session::Mode;
use domain::{DAY, Id, Kind, Millis, PlanAct, Role};
use words::moment_of;

use super::book::{Book, Done};
use super::chance::Chance;
use super::names;

/// Enters the issue of an evening, for most of them: some for the month before, and moved. Gives the entry.
pub(super) fn enter(
    book: &mut Book,
    chance: &mut Chance,
    (issue, ready): (Id, Millis),
    on: Millis,
) -> Done<Option<Id>> {
    if chance.percent(35) {
        return Ok(None);
    }
    let at = ready.max(on - 24 * DAY);
    let moved = chance.percent(20);
    let when = Month::of(if moved { on - 32 * DAY } else { on });
    let id = entry_of(issue, when.year);
    let enter = Enter { village: book.place, when, issue: Some(issue), ..Enter::default() };
    plans(book, at, id, PlanAct::Enter(enter))?;
    if moved {
        let why = "那个月在收稻子。".to_owned();
        plans(book, at + DAY / 24, id, PlanAct::Shift { to: Month::of(on), why })?;
    }
    Ok(Some(id))
}

/// A session was convened for an entry.
pub(super) fn bind(book: &mut Book, at: Millis, entry: Id, session: Id) -> Done {
    let about = (Kind::Plan, entry, book.scope());
    book.does((at, Role::Recorder), about, PlanAct::Bind { session })
}

/// Slots of a rhythm from the beginning on and a season ahead: some with a topic, some moved, some called off.
pub(super) fn slots(book: &mut Book, chance: &mut Chance, opening: Millis) -> Done {
    let mut when = Month::of(opening + 60 * DAY);
    let last = Month::of(book.until + 90 * DAY);
    while when <= last {
        let at = begins(when) - 45 * DAY;
        // the ids of these villages are neighbours, as drawn ones are not: their slots are kept apart
        let apart = (book.place.as_u128() & 0xFFFF) << 17;
        let id = Id::from_u128(slot_of(book.place, when).as_u128() ^ apart);
        let village = book.place;
        let topic = if chance.percent(40) { chance.pick(&names::MATTERS) } else { None };
        let topic = topic.map(|(title, ..)| title.to_owned());
        let enter = Enter { village, when, mode: Mode::B, topic, ..Enter::default() };
        if at < book.until {
            plans(book, at, id, PlanAct::Enter(enter))?;
            let later = at + 20 * DAY;
            match chance.between(0, 100) {
                _ if later >= book.until => {}
                0..30 => {
                    let why = "这个月没有要坐下来谈的。".to_owned();
                    plans(book, later, id, PlanAct::Cancel { why })?;
                }
                30..55 => {
                    let why = "跟镇里的会撞了日子。".to_owned();
                    plans(book, later, id, PlanAct::Shift { to: when.after(1), why })?;
                }
                _ => {}
            }
        }
        when = when.after(4);
    }
    Ok(())
}

fn plans(book: &mut Book, at: Millis, entry: Id, act: PlanAct) -> Done {
    let about = (Kind::Plan, entry, book.scope());
    book.does((at, Role::Secretary), about, act)
}

/// The first moment of a month.
fn begins(when: Month) -> Millis {
    moment_of(when.year.into(), when.month, 1, 0, 0).unwrap_or_default()
}
