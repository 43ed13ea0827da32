//! The notice board `/`: issues that are posted or later, with roles instead of names.

use std::collections::BTreeMap;

use domain::follow::thread;
use domain::form::Value;
use domain::{Fields, Form, Id, Issue, Kind, Millis, Record, Role, Scope, Standing, Station};
use maud::{Markup, html};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use words::Lang;

use super::paper::Paper;
use super::sayings::{self, Sayings};
use super::village as known;
use crate::sync::naming::{ACTIONS_OF_ADVICE, OF_ISSUES, STAGES_OF_ISSUES, naming};

/// A village with what is posted in it.
#[derive(Debug)]
pub(super) struct Village {
    scope: Scope,
    name: String,
    name_en: Option<String>,
    issues: Vec<Posted>,
}

/// One posted issue, without anything that names somebody.
#[derive(Debug)]
struct Posted {
    id: Id,
    issue: Issue,
    /// How far it has come, by itself or by what has come of it.
    station: Station,
    group: Option<String>,
    group_en: Option<String>,
    role: Option<Role>,
    /// The check codes of sealed sessions in which it was talked through.
    editions: Vec<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    scope: String,
    village: String,
    village_en: Option<String>,
    group_name: Option<String>,
    group_en: Option<String>,
    role: Option<String>,
    fields: Json<Fields>,
    editions: Vec<String>,
}

/// The standings of what hangs on the board; of nothing else has the public a page.
pub(super) const POSTED: [Standing; 4] =
    [Standing::Posted, Standing::Scheduled, Standing::Consulted, Standing::Closed];

/// An issue that hangs on the board.
pub(crate) fn posted(record: Record) -> Option<(Record, Issue)> {
    let lies = matches!(record.scope, Scope::Village(_));
    let here = record.kind == Kind::Issue && !record.gone && lies;
    let issue = here.then(|| record.read::<Issue>().ok())??;
    POSTED.contains(&issue.standing).then_some((record, issue))
}

/// What is posted, by village, what moved last first. The standing is asked of each record's own
/// fields, and only published scopes are read.
pub(super) async fn board(pool: &PgPool, lang: Lang) -> sqlx::Result<Vec<Village>> {
    let mut tx = pool.begin_with("begin isolation level repeatable read read only").await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select issue.id, issue.scope, place.fields->>'name' as village, place.fields->>'name_en' as village_en,
                part.fields->>'name' as group_name, part.fields->>'name_en' as group_en,
                raiser.fields->>'role' as role, issue.fields,
                array(select seal.code from seal join record session on session.id = seal.record
                      where seal.scope = issue.scope and session.kind = 'session'
                        and session.fields->'issues' ? issue.id::text
                      order by seal.number) as editions
         from record issue
         join record place on place.id = substring(issue.scope from 3)::uuid
         left join record part on part.id = (issue.fields->>'group')::uuid
         left join record raiser on raiser.id = (issue.fields->>'raised_by')::uuid
         where issue.kind = 'issue' and issue.scope like 'v:%' and not issue.gone
           and issue.fields->>'standing' = any($1)
         order by village, issue.scope, issue.at desc, issue.id
         limit 60",
    )
    .bind(POSTED.map(Standing::as_str))
    .fetch_all(&mut *tx)
    .await?;
    let hanging = hanging(&mut tx, &rows).await?;
    let stations = thread::stations(hanging.values());
    let mut villages = Vec::<Village>::new();
    for row in rows {
        // fields of a newer version may have another shape; then the issue is left out
        let Ok(issue) = Issue::read(Value::Object(row.fields.0)) else { continue };
        let Ok(scope) = row.scope.parse::<Scope>() else { continue };
        let role = row.role.as_deref().and_then(Role::of);
        let (group, group_en, editions) = (row.group_name, row.group_en, row.editions);
        let station = stations.get(&row.id).copied().unwrap_or(issue.standing.station());
        let posted = Posted { id: row.id, issue, station, group, group_en, role, editions };
        match villages.last_mut().filter(|village| village.scope == scope) {
            Some(village) => village.issues.push(posted),
            None => villages.push(Village {
                scope,
                name: row.village,
                name_en: row.village_en,
                issues: vec![posted],
            }),
        }
    }
    for village in &mut villages {
        veiled(&mut tx, village, lang).await?;
    }
    tx.commit().await?;
    Ok(villages)
}

/// Lays the veil of its village over all that is written on the board.
async fn veiled(db: &mut PgConnection, village: &mut Village, lang: Lang) -> sqlx::Result<()> {
    let veil = known::Village::find(db, village.scope.owner()).await?.veil(lang);
    let over = |text: &mut String| *text = veil.over(text, None);
    for Posted { issue, group, group_en, .. } in &mut village.issues {
        over(&mut issue.title);
        let texts = [&mut issue.title_en, &mut issue.scheduled_where, group, group_en];
        texts.into_iter().flatten().for_each(over);
        issue.trail.iter_mut().filter_map(|step| step.why.as_mut()).for_each(over);
    }
    Ok(())
}

/// What is posted, with what was advised and done since: of what lies with the villages.
async fn hanging(db: &mut PgConnection, rows: &[Row]) -> sqlx::Result<BTreeMap<Id, Record>> {
    let issue = |row: &Row| {
        let scope = row.scope.parse().ok()?;
        let issue = Record::blank(Kind::Issue, row.id, scope);
        Some((row.id, Record { fields: row.fields.0.clone(), ..issue }))
    };
    let mut hanging: BTreeMap<Id, Record> = rows.iter().filter_map(issue).collect();
    let ids = |hanging: &BTreeMap<Id, Record>| hanging.keys().copied().collect::<Vec<Id>>();
    for question in [STAGES_OF_ISSUES, OF_ISSUES, ACTIONS_OF_ADVICE] {
        let found = naming(db, question, &ids(&hanging)).await?;
        hanging.extend(found);
    }
    hanging.retain(|_, record| matches!(record.scope, Scope::Village(_)));
    Ok(hanging)
}

/// The page.
pub(super) fn page(villages: &[Village], lang: Lang, now: Millis) -> Markup {
    let says = sayings::in_(lang);
    let paper =
        Paper { lang, title: says.title, about: says.about, here: Some("/"), beside: html! {} };
    paper.page(html! {
        h1 { (says.title) }
        p { (says.about) }
        @if villages.is_empty() { p.dim { (says.empty) } }
        @for village in villages { (section(village, lang, now)) }
        p { a.btn.do href="/app/" { (says.open) } " " a.btn href="/verify" { (lang.words().verify().title) } }
        footer { p.xs.dim { (says.roles) } }
    })
}

fn section(village: &Village, lang: Lang, now: Millis) -> Markup {
    html! {
        section {
            h2.head { (named(lang, &village.name, village.name_en.as_deref())) }
            @for posted in &village.issues { (slip(posted, lang, now)) }
            p { a.btn href={ "/raise/" (village.scope.owner()) "?lang=" (lang.tag()) } { (lang.words().raising().title) } }
        }
    }
}

fn slip(posted: &Posted, lang: Lang, now: Millis) -> Markup {
    let Posted { id, issue, station, group, group_en, role, editions } = posted;
    let (says, names) = (sayings::in_(lang), lang.words().names);
    html! {
        article.slip {
            h3 { (title(issue, lang)) }
            (line(*station, says, lang))
            p.meta {
                @if let Some(number) = issue.number { span { ((says.number)(number)) } }
                span { ((names.category)(issue.category)) }
                @if let Some(group) = group { span { (named(lang, group, group_en.as_deref())) } }
                @if let Some(count) = issue.households { span { ((says.households)(count)) } }
                span { (says.raised_by) ((names.role)(role.unwrap_or(Role::Villager)))
                    @if issue.proxy.is_some() { (says.for_somebody) } }
            }
            p { span.tag.go { ((names.standing)(issue.standing)) } " " (standing(issue, lang, now)) }
            p.row.wrap {
                a.btn href={ "/t/" (id) "?lang=" (lang.tag()) } { (lang.words().line().read) }
                @for code in editions {
                    " " a.btn href={ "/s/" (code) } { (lang.words().edition().read) }
                }
            }
        }
    }
}

/// In English the heading's own English, with the words that were really said below it.
fn title(issue: &Issue, lang: Lang) -> Markup {
    match (lang, &issue.title_en) {
        (Lang::En, Some(english)) => html! {
            (english) br; small.dim lang="zh-CN" { (issue.title) }
        },
        (Lang::En, None) => html! { span lang="zh-CN" { (issue.title) } },
        (Lang::Zh, _) => html! { (issue.title) },
    }
}

pub(super) fn named<'a>(lang: Lang, name: &'a str, english: Option<&'a str>) -> &'a str {
    match lang {
        Lang::Zh => name,
        Lang::En => english.unwrap_or(name),
    }
}

/// 提 查 坐 言 纳 办 评, and where the issue is; in words for those who listen.
fn line(at: Station, says: &Sayings, lang: Lang) -> Markup {
    let names = lang.words().names;
    html! {
        p.sr { (says.way) ((names.station)(at)) }
        ol.line data-at=(at.number()) aria-hidden="true" {
            @for station in Station::ALL {
                @if station == at { li.now { ((names.mark)(station)) } }
                @else if station < at { li.on { ((names.mark)(station)) } }
                @else { li { ((names.mark)(station)) } }
            }
        }
    }
}

/// When and where the bench is, or what came of it.
fn standing(issue: &Issue, lang: Lang, now: Millis) -> Markup {
    let bench = issue.scheduled_on.map(|on| lang.moment(on, now));
    let came_of_it = issue.last_step().and_then(|step| step.why.as_deref());
    match (issue.standing, bench, came_of_it) {
        (Standing::Scheduled, Some(day), _) => {
            let place = issue.scheduled_where.as_deref().unwrap_or_default();
            html! { ((sayings::in_(lang).bench)(&day, place)) }
        }
        (Standing::Consulted | Standing::Closed, _, Some(words)) => {
            html! { span lang="zh-CN" { (words) } }
        }
        _ => html! {},
    }
}
