//! The minutes with names, for those who were there.

use domain::Form;
use domain::session::edition::hands;
use domain::session::sealed::{Content, Said as Line};
use domain::session::{Duty, Seat, Sort};
use words::{Lang, session};

use super::Matter;
use super::poster::framed;
use crate::papers::{Action, Block, Fact, Paper, Said, Signature};

/// The paper; nothing when the content is of a shape that this version does not know.
pub(super) fn paper(matter: &Matter) -> Option<Paper> {
    let content = Content::read(matter.content.clone()).ok()?;
    let lang = matter.lang;
    let says = lang.words().edition();
    let mut blocks = vec![Block::Facts(facts(&content, lang))];
    let mut under = |heading: &str, within: Vec<Block>| {
        if !within.is_empty() {
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.extend(within);
        }
    };
    under(says.facts, content.facts.iter().cloned().map(Block::Paragraph).collect());
    let (dissent, said): (Vec<&Line>, Vec<&Line>) =
        content.statements.iter().partition(|line| line.sort == Sort::Dissent);
    for chunk in said.chunk_by(|one, other| one.part == other.part) {
        let part =
            chunk.first().and_then(|line| content.agenda.get(usize::try_from(line.part).ok()?));
        let heading = part.map_or(says.said.to_owned(), |part| session::part(lang, part));
        let lines = chunk.iter().filter_map(|line| said_by(&content, line, lang));
        under(&heading, lines.map(Block::Statement).collect());
    }
    let dissent = dissent.into_iter().filter_map(|line| said_by(&content, line, lang));
    under(says.dissent, dissent.map(Block::Dissent).collect());
    under(says.consensus, content.consensus.iter().cloned().map(Block::Item).collect());
    under(says.hands, counts(&content, lang));
    under(says.tasks, actions(&content));
    blocks.push(Block::Signatures(signatures(matter, &content)));
    Some(framed(matter, &content.title, blocks))
}

/// When, where, and the roll.
fn facts(content: &Content, lang: Lang) -> Vec<Fact> {
    let says = lang.words().edition();
    let fact = |label: &str, text: String| Fact { label: label.to_owned(), text };
    let names = |far: bool| {
        let names = content.here().filter(|seat| seat.remote == far);
        names.map(|seat| seat.name.clone()).collect::<Vec<_>>().join(between(lang))
    };
    let mut facts = Vec::new();
    facts.extend(content.on.map(|on| fact(says.when, lang.moment(on, 0))));
    facts.extend(content.place.clone().map(|place| fact(says.place, place)));
    facts.push(fact(says.present, names(false)));
    if content.here().any(|seat| seat.remote) {
        facts.push(fact(says.by_phone, names(true)));
    }
    facts.push(fact(says.mode, session::mode(lang, content.mode).to_owned()));
    facts
}

pub(super) fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

fn said_by(content: &Content, line: &Line, lang: Lang) -> Option<Said> {
    let mut text = line.words.clone()?;
    if let Some(against) = &line.against {
        text = format!("{text}（{}{against}）", lang.words().edition().against);
    }
    let speaker = content.speaker(line).map_or(String::new(), |seat| named(seat, lang));
    Some(Said { speaker, text })
}

/// 王彩娣（三组村民代表）
pub(super) fn named(seat: &Seat, lang: Lang) -> String {
    let says = lang.words().edition();
    let role = (lang.words().names.role)(seat.role);
    let place = match (&seat.label, &seat.group) {
        (Some(label), _) => label.clone(),
        (None, Some(group)) => (says.of_group)(group, role),
        (None, None) => role.to_owned(),
    };
    (says.named)(&seat.name, &place)
}

fn counts(content: &Content, lang: Lang) -> Vec<Block> {
    let line = |count| {
        let hands = hands(count).map(|(hand, n)| format!("{} {n}", session::hand(lang, hand)));
        Block::Item(format!("{} {}", count.words, hands.join(between(lang))))
    };
    content.counts.iter().map(line).collect()
}

fn actions(content: &Content) -> Vec<Block> {
    let actions: Vec<Action> = content
        .actions
        .iter()
        .filter_map(|doing| {
            let (what, who) = (doing.what.clone()?, doing.owner.clone());
            Some(Action { what, who, partners: None, by: doing.due, done_when: None })
        })
        .collect();
    if actions.is_empty() { Vec::new() } else { vec![Block::Actions(actions)] }
}

/// Who signs, and since when it is signed.
fn signatures(matter: &Matter, content: &Content) -> Vec<Signature> {
    let sign = |duty: Duty| {
        let signed = matter.seal.as_ref();
        let signed = signed.and_then(|seal| seal.signed.iter().find(|one| one.duty == duty));
        let seat = content.seats.iter().map(|sat| &sat.seat).find(|seat| match signed {
            Some(signed) => seat.person == Some(signed.by),
            None => seat.duty == Some(duty),
        });
        let name = seat.map(|seat| seat.name.clone());
        let role = session::duty(matter.lang, duty).to_owned();
        Signature { role, name, on: signed.map(|signed| signed.at) }
    };
    [Duty::Host, Duty::Recorder, Duty::Witness].map(sign).into()
}
