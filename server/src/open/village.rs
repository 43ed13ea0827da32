//! The rows of one village: what its public pages show, and no more.

use std::collections::{BTreeMap, BTreeSet};

use domain::follow::{Action, Line, Thread, rating::tally};
use domain::session::advice::Advice;
use domain::session::edition::{Edition, Quote, Speaker};
use domain::session::sealed::Content;
use domain::session::{Mode, seal};
use domain::{Form, Id, Issue, Kind, Record, Role, Scope, Standing};
use sqlx::PgConnection;
use words::{Lang, civil};

use super::table::Cell;
use crate::office::veils::Veils;
use crate::pages::{kept, notice, role_of, who};
use crate::sync::{chain, records};

type Rows = Vec<Vec<Cell>>;

/// A village with the veil over it.
struct Look<'a> {
    id: Id,
    veils: &'a Veils,
}

impl Look<'_> {
    fn over(&self, text: &str) -> Cell {
        self.veils.over(self.id, text).into()
    }

    fn perhaps(&self, text: Option<&String>) -> Cell {
        text.map_or(Cell::None, |text| self.over(text))
    }
}

/// A sealed session that is sound.
struct Sealed {
    code: String,
    content: Content,
}

/// Sessions, what was said in them, issues, advice, actions, lines.
pub(super) async fn rows(db: &mut PgConnection, id: Id, veils: &Veils) -> sqlx::Result<[Rows; 6]> {
    let look = Look { id, veils };
    let all = records::within(db, &BTreeSet::from([Scope::Village(id)])).await?;
    let (mut sessions, mut said, mut sealed) = (Rows::new(), Rows::new(), BTreeMap::new());
    let codes: Vec<String> =
        sqlx::query_scalar("select code from seal where scope = $1 order by number")
            .bind(Scope::Village(id).to_string())
            .fetch_all(&mut *db)
            .await?;
    for code in codes {
        let Some(link) = sound(db, &code).await? else { continue };
        let Some((session, row, words)) = session(&look, &link) else { continue };
        sessions.push(row);
        said.extend(words);
        sealed.insert(link.record.id, session);
    }
    let posted: Vec<(Record, Issue)> = all.values().cloned().filter_map(notice::posted).collect();
    let hung = Hung::of(&posted, &all, &sealed);
    let of = |ids: &BTreeSet<Id>| ids.iter().filter_map(|id| all.get(id)).collect::<Vec<_>>();
    Ok([
        sessions,
        said,
        posted.iter().map(|(record, issue)| issue_row(&look, record.id, issue)).collect(),
        of(&hung.advice).into_iter().filter_map(|record| advice_row(&look, record)).collect(),
        of(&hung.actions)
            .into_iter()
            .filter_map(|record| action_row(&look, record, (&all, &sealed)))
            .collect(),
        of(&hung.lines).into_iter().filter_map(|record| line_row(&look, record)).collect(),
    ])
}

/// What hangs on the posted issues and the sealed sessions of a village, by its id.
struct Hung {
    advice: BTreeSet<Id>,
    actions: BTreeSet<Id>,
    lines: BTreeSet<Id>,
}

impl Hung {
    fn of(
        posted: &[(Record, Issue)],
        all: &BTreeMap<Id, Record>,
        sealed: &BTreeMap<Id, Sealed>,
    ) -> Self {
        let kinds = [Kind::Session, Kind::Advice, Kind::Action, Kind::Line];
        let records: Vec<&Record> =
            all.values().filter(|record| kinds.contains(&record.kind)).collect();
        let promised = |record: &&&Record| {
            let of = record.link("session");
            record.kind == Kind::Action
                && !record.gone
                && of.is_some_and(|id| sealed.contains_key(&id))
        };
        let actions = records.iter().filter(promised).map(|record| record.id).collect();
        let mut hung = Self { advice: BTreeSet::new(), actions, lines: BTreeSet::new() };
        for (issue, _) in posted {
            let thread = Thread::of(issue.id, &records);
            let ids = |of: &[&Record]| of.iter().map(|record| record.id).collect::<Vec<_>>();
            hung.advice.extend(ids(&thread.advice));
            hung.actions.extend(ids(&thread.actions));
            hung.lines.extend(ids(&thread.lines));
        }
        hung
    }
}

/// A seal of a session that is as it was pressed.
async fn sound(db: &mut PgConnection, code: &str) -> sqlx::Result<Option<chain::Link>> {
    let Some(code) = seal::typed(code) else { return Ok(None) };
    let found = chain::by_code(db, &code).await?;
    Ok(found.filter(|(link, flaw)| flaw.is_none() && !link.is_annex()).map(|(link, _)| link))
}

fn session(look: &Look<'_>, link: &chain::Link) -> Option<(Sealed, Vec<Cell>, Rows)> {
    let seal = link.seal.as_ref()?;
    let clear = seal.clear();
    let role = |role| role_of(Lang::Zh, role).to_owned();
    let edition = Edition::of(&clear, look.veils.names(look.id), &role)?;
    let present: Vec<String> = edition
        .present
        .iter()
        .map(|(role, n)| format!("{} {n}", role_of(Lang::Zh, *role)))
        .collect();
    let mode = match edition.mode {
        Mode::A => "a",
        Mode::B => "b",
    };
    let row = vec![
        seal.code.clone().into(),
        look.id.to_string().into(),
        seal.number.into(),
        day(edition.on),
        look.perhaps(edition.place.as_ref()),
        look.over(&edition.title),
        mode.into(),
        present.join("，").into(),
        edition.present.iter().map(|(_, n)| n).sum::<usize>().into(),
        edition.remote.into(),
        edition.consensus.len().into(),
        day(Some(seal.at)),
    ];
    let words = said(look, &seal.code, &edition);
    Some((Sealed { code: seal.code.clone(), content: Content::read(clear).ok()? }, row, words))
}

fn said(look: &Look<'_>, code: &str, edition: &Edition) -> Rows {
    let mut rows = Rows::new();
    let mut push = |sort: &str, role: Cell, words: &str, hands: [Cell; 3]| {
        let nth = rows.len() + 1;
        let first = [code.into(), nth.into(), sort.into(), role, look.over(words)];
        rows.push(first.into_iter().chain(hands).collect());
    };
    let none = || [Cell::None, Cell::None, Cell::None];
    edition.facts.iter().for_each(|text| push("fact", Cell::None, text, none()));
    edition.consensus.iter().for_each(|text| push("agreed", Cell::None, text, none()));
    for Quote { speaker, sort, words, .. } in edition.quotes.iter().chain(&edition.dissent) {
        push(
            sort.as_str(),
            speaker.as_ref().map_or(Cell::None, |one| voice(look, one)),
            words,
            none(),
        );
    }
    for count in &edition.counts {
        let hands = [count.yes, count.no, count.unsure].map(Cell::from);
        push("hands", Cell::None, &count.words, hands);
    }
    rows
}

/// 三组村民代表; never by name, not even where a page may say it.
fn voice(look: &Look<'_>, speaker: &Speaker) -> Cell {
    look.over(&who(&Speaker { name: None, ..speaker.clone() }, Lang::Zh))
}

fn issue_row(look: &Look<'_>, id: Id, issue: &Issue) -> Vec<Cell> {
    let step = |to: Standing| issue.trail.iter().rev().find(|step| step.to == to);
    let on = |to| day(step(to).map(|step| step.at));
    let came = matches!(issue.standing, Standing::Consulted | Standing::Closed);
    let outcome = issue.last_step().and_then(|step| step.why.as_ref()).filter(|_| came);
    vec![
        id.to_string().into(),
        issue.number.into(),
        look.id.to_string().into(),
        issue.group.map(|id| id.to_string()).into(),
        issue.category.as_str().into(),
        issue.households.into(),
        look.over(&issue.title),
        look.over(&issue.words),
        day(Some(issue.raised_at())),
        on(Standing::Posted),
        on(Standing::Consulted),
        on(Standing::Closed),
        issue.standing.as_str().into(),
        look.perhaps(outcome),
    ]
}

fn advice_row(look: &Look<'_>, record: &Record) -> Option<Vec<Cell>> {
    let advice: Advice = record.read().ok()?;
    let named = |id: Option<Id>| Cell::from(id.map(|id| id.to_string()));
    let voice = advice.voice.as_ref().map_or(Cell::None, |of| {
        let role = of.role.unwrap_or(Role::Villager);
        let label = of.label.clone().filter(|_| role != Role::Villager);
        voice(look, &Speaker { name: None, role, label, group: of.group.clone(), remote: false })
    });
    Some(vec![
        record.id.to_string().into(),
        look.id.to_string().into(),
        named(advice.issue),
        voice,
        advice.via.unwrap_or_default().as_str().into(),
        look.over(&advice.words),
        named(advice.with),
        advice.verdict.map(|verdict| verdict.as_str()).into(),
        look.perhaps(advice.why.as_ref()),
        day(advice.answered_at),
    ])
}

fn action_row(
    look: &Look<'_>,
    record: &Record,
    (all, sealed): (&BTreeMap<Id, Record>, &BTreeMap<Id, Sealed>),
) -> Option<Vec<Cell>> {
    let action: Action = record.read().ok()?;
    let named = |id: Option<Id>| Cell::from(id.map(|id| id.to_string()));
    let from = action.session.and_then(|id| Some((id, sealed.get(&id)?)));
    // what was promised in a statement has the words that were sealed
    let promised = || {
        let (session, sealed) = from?;
        let actions: Vec<&Record> =
            all.values().filter(|record| record.kind == Kind::Action).collect();
        let kept = kept::promised(&actions, session);
        let at = kept.iter().position(|one| one.id == record.id)?;
        let fits = kept.len() == sealed.content.actions.len();
        sealed.content.actions.get(at).filter(|_| fits)?.what.clone()
    };
    let what = action.what.clone().or_else(promised);
    let tally = tally(&action.ratings, action.round());
    Some(vec![
        record.id.to_string().into(),
        look.id.to_string().into(),
        named(action.issue),
        named(action.advice),
        from.map(|(_, sealed)| sealed.code.clone()).into(),
        look.perhaps(what.as_ref()),
        look.perhaps(action.owner.as_ref()),
        look.perhaps(action.partners.as_ref()),
        look.perhaps(action.criterion.as_ref()),
        day(action.due),
        action.state().as_str().into(),
        day(action.done_at()),
        action.round().into(),
        day(action.last_at(domain::follow::State::Closed)),
        action.echoes.len().into(),
        tally.satisfied.into(),
        tally.basically.into(),
        tally.not.into(),
    ])
}

fn line_row(look: &Look<'_>, record: &Record) -> Option<Vec<Cell>> {
    let line: Line = record.read().ok()?;
    Some(vec![
        record.id.to_string().into(),
        look.id.to_string().into(),
        line.section.as_str().into(),
        look.over(&line.words),
        line.state.as_str().into(),
        look.perhaps(line.progress.as_ref()),
    ])
}

/// 2026-09-18
fn day(at: Option<i64>) -> Cell {
    at.map(|at| {
        let words::Day { year, month, day, .. } = civil(at);
        format!("{year:04}-{month:02}-{day:02}")
    })
    .into()
}
