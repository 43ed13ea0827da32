//! The sheet for the notice board: roles, and no names but of those who want it.

use domain::session::edition::{Edition, Quote, hands};
use domain::session::seal;
use words::{Lang, session};

use super::Matter;
use crate::pages::{role_of, spaced, who};
use crate::papers::{Action, Block, Fact, Paper, Said, Seal};
use crate::sync::now;

/// It hangs for a week.
const HANGS: i64 = 7 * domain::DAY;

/// The paper, with no more than a notice board bears; nothing when the content is of a shape that this version does not
/// know.
pub(super) fn paper(matter: &Matter) -> Option<Paper> {
    let lang = matter.lang;
    let role = |role| role_of(lang, role).to_owned();
    let edition = Edition::of(&matter.content, &matter.village.names, &role)?;
    let says = lang.words().edition();
    let mut blocks = vec![Block::Facts(facts(&edition, lang))];
    let mut under = |heading: &str, within: Vec<Block>| {
        if !within.is_empty() {
            // the frame of a dissent says what it is, and needs no heading
            let named = !heading.is_empty();
            blocks.extend(named.then(|| Block::Heading(heading.to_owned())));
            blocks.extend(within);
        }
    };
    under(says.consensus, edition.consensus.iter().cloned().map(Block::Item).collect());
    let said = |quote: &Quote| {
        let speaker = quote.speaker.as_ref().map_or(String::new(), |speaker| who(speaker, lang));
        Said { speaker, text: quote.words.clone() }
    };
    under("", edition.dissent.iter().map(said).map(Block::Dissent).collect());
    let counts = edition.counts.iter().map(|count| {
        let hands = hands(count).map(|(hand, n)| format!("{} {n}", session::hand(lang, hand)));
        Block::Item(format!("{} {}", count.words, hands.join(" · ")))
    });
    under(says.hands, counts.collect());
    let tasks: Vec<Action> = edition
        .tasks
        .iter()
        .map(|task| {
            let (what, who) = (task.what.clone(), task.owner.clone());
            Action { what, who, partners: None, by: task.due, done_when: None }
        })
        .collect();
    if !tasks.is_empty() {
        under(says.tasks, vec![Block::Actions(tasks)]);
    }
    let door = format!("{}/raise/{}", matter.origin, matter.convened.village);
    Some(Paper { door: Some(door), ..framed(matter, &edition.title, blocks) })
}

fn facts(edition: &Edition, lang: Lang) -> Vec<Fact> {
    let says = lang.words().edition();
    let fact = |label: &str, text: String| Fact { label: label.to_owned(), text };
    let mut present: Vec<String> = edition
        .present
        .iter()
        .map(|(role, count)| (says.count)(role_of(lang, *role), *count))
        .collect();
    if edition.remote > 0 {
        present.push((says.remote)(edition.remote));
    }
    let mut facts = Vec::new();
    facts.extend(edition.on.map(|on| fact(says.when, lang.moment(on, 0))));
    facts.extend(edition.place.clone().map(|place| fact(says.place, place)));
    let between = match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    };
    facts.push(fact(says.present, present.join(between)));
    facts
}

/// A paper of the village around these blocks.
pub(super) fn framed(matter: &Matter, title: &str, blocks: Vec<Block>) -> Paper {
    let Matter { lang, village, seal: sealed, .. } = matter;
    let says = lang.words().edition();
    let called = village.called(*lang);
    let issued = sealed.as_ref().map_or_else(now, |seal| seal.at);
    let number = sealed.as_ref().and_then(|seal| seal.number);
    let year = words::civil(issued).year;
    let seal = sealed.as_ref().filter(|sealed| seal::typed(&sealed.code).is_some());
    Paper {
        lang: *lang,
        head: (says.head)(called),
        number: number.map(|number| (says.paper_number)(year, number)),
        issuer: (says.issuer)(called),
        issued,
        series: number
            .map_or_else(|| called.to_owned(), |number| (says.series)(called, year, number)),
        until: sealed.as_ref().map(|_| issued + HANGS),
        title: title.replace(" · ", "\n"),
        blocks,
        draft: sealed.is_none(),
        seal: seal.map(|sealed| Seal {
            code: spaced(&sealed.code),
            link: format!("{}/verify/{}", matter.origin, sealed.code),
        }),
        door: None,
        copies: None,
    }
}
