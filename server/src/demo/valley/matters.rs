//! What a village raises, and how each issue goes its way until it waits for a bench or is answered otherwise.

use domain::act::{Confirmed, Proxy, Raise};
use domain::follow::Tidings;
use domain::follow::echo::Tell;
use domain::triage::Triage;
use domain::{Act, DAY, FollowAct, Id, Kind, Millis, Role};

use super::book::{Book, Done};
use super::names;

/// An issue that waits for a bench.
#[derive(Clone, Debug)]
pub(super) struct Posted {
    pub(super) id: Id,
    pub(super) title: String,
    /// Since when.
    pub(super) at: Millis,
}

/// Raises one issue and takes it as far as it comes. Gives it if people are to sit down over it.
pub(super) fn issue(book: &mut Book, at: Millis, groups: &[Id]) -> Done<Option<Posted>> {
    let (title, words, category) = book.chance.pick(&names::MATTERS).unwrap_or(names::MATTERS[0]);
    let own = book.chance.percent(55);
    let by = if own { Role::Representative } else { Role::Recorder };
    let proxy = (!own).then(|| names::person(&mut book.chance));
    let group = if book.chance.percent(70) { book.chance.pick(groups) } else { None };
    let households = u32::try_from(book.chance.between(3, 90)).ok();
    let raise = Raise {
        words: format!("{title}。{words}"),
        title: Some(title.to_owned()),
        title_en: None,
        village: book.place,
        category,
        group,
        households,
        proxy: proxy.clone().map(|name| Proxy { name, confirmed: Confirmed::Face }),
        named: false,
        received: !own,
        door: None,
    };
    let id = book.begins((at, by), Act::Raise(raise))?;
    for _ in 0..book.chance.between(1, 6) {
        let words = book.chance.pick(&names::REMARKS).unwrap_or_default().to_owned();
        let said = at + book.chance.days(0, 9);
        if said < book.until {
            book.begins((said, Role::Representative), Act::Say { issue: id, words })?;
        }
    }
    // what else is said goes by a chance of its own: all other things happen as they would without it
    let mut aside = book.chance.aside(2);
    for _ in 0..aside.between(0, 3) {
        let words = aside.pick(&names::REMARKS).unwrap_or_default().to_owned();
        let said = at + aside.days(1, 30);
        if said < book.until {
            let about = (Kind::Comment, aside.id(said), book.scope());
            book.does((said, Role::Representative), about, Act::Say { issue: id, words })?;
        }
    }
    let mut now = at;
    if own && !step(book, &mut now, id, (Role::Recorder, 1, 4), || Act::Receive)? {
        return Ok(None);
    }
    let fit = book.chance.percent(22);
    let yes = Some(true);
    let answers =
        Triage { small: yes, several: Some(fit), actor: yes, lawful: yes, quarrel: Some(false) };
    if !step(book, &mut now, id, (Role::Recorder, 1, 8), || Act::Triage { answers })? {
        return Ok(None);
    }
    if !fit {
        return laid_aside(book, now, id, proxy.as_deref()).map(|()| None);
    }
    let question = format!("{title}，怎么办好？");
    let there = step(book, &mut now, id, (Role::Recorder, 2, 20), || Act::Draft { question })?
        && step(book, &mut now, id, (Role::Secretary, 1, 6), || Act::Approve)?
        && step(book, &mut now, id, (Role::Recorder, 1, 5), || Act::Post)?;
    Ok(there.then(|| Posted { id, title: title.to_owned(), at: now }))
}

/// Takes one step some days later; no if that is not yet.
fn step(
    book: &mut Book,
    now: &mut Millis,
    id: Id,
    (by, from, to): (Role, i64, i64),
    act: impl FnOnce() -> Act,
) -> Done<bool> {
    *now += book.chance.days(from, to);
    if *now >= book.until {
        return Ok(false);
    }
    book.acts((*now, by), id, act())?;
    Ok(true)
}

/// What need not be talked through is answered otherwise, and whoever raised it is told, mostly.
fn laid_aside(book: &mut Book, mut now: Millis, id: Id, proxy: Option<&str>) -> Done {
    let why = book.chance.pick(&names::REASONS).unwrap_or_default().to_owned();
    let nth = book.chance.between(0, 100);
    let came = step(book, &mut now, id, (Role::Secretary, 1, 12), || match nth {
        0..40 => Act::Settle { how: "当天就叫人弄好了。".into() },
        40..65 => Act::Redirect { to: "镇里的调解室".into(), why },
        65..92 => Act::Park { why },
        _ => Act::Decline { why },
    })?;
    let told = now + book.chance.days(1, 20);
    if came && told < book.until && book.chance.percent(85) {
        let named = book.person(Role::Representative);
        let known = || super::land::name_of(named);
        let to = proxy.map_or_else(known, str::to_owned);
        let person = proxy.is_none().then_some(named);
        let tell = Tell { to, person, how: Tidings::Door, words: None };
        book.acts((told, Role::Recorder), id, FollowAct::Tell(tell))?;
    }
    Ok(())
}

/// What a bench made of its issues: consulted on the evening, and closed long after, for the most part.
pub(super) fn consulted(book: &mut Book, on: Millis, issues: &[Id], session: Id) -> Done {
    for id in issues {
        let outcome = "大家说好了，照会上定的办。".to_owned();
        let act = Act::Consult { outcome, session: Some(session) };
        book.acts((on + DAY / 8, Role::Recorder), *id, act)?;
        let closed = on + book.chance.days(60, 220);
        if closed < book.until && book.chance.percent(60) {
            let how = "会上定的几样都做了。".to_owned();
            book.acts((closed, Role::Secretary), *id, Act::Close { how })?;
        }
    }
    Ok(())
}
