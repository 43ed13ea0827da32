//! The expert's page: what it is about, the one question, and the answer.

use std::collections::BTreeSet;

use domain::session::minutes::{Minutes, lines};
use domain::session::{Convened, Fact, papers_of};
use domain::{Kind, Record, Refusal, Role, Scope};
use maud::{Markup, html};
use sqlx::PgConnection;
use words::Lang;

use super::edition::role_of;
use super::paper::Paper;
use super::village::Village;
use crate::sync::{now, records, reply};

/// The most facts and voices of villagers that one page holds.
const MOST: usize = 8;

/// All that the page says.
#[derive(Debug)]
pub(super) struct Question {
    lang: Lang,
    asked: reply::Asked,
    convened: Option<Convened>,
    village: Village,
    papers: Minutes,
    facts: Vec<Fact>,
    /// What was raised: the words, and by whom, without a name.
    voices: Vec<(String, String)>,
    /// Who asks.
    asker: Option<String>,
    open: bool,
}

impl Question {
    /// Looks up what stands around a brief.
    pub(super) async fn of(
        db: &mut PgConnection,
        asked: reply::Asked,
        lang: Lang,
    ) -> sqlx::Result<Self> {
        let convened = asked.session.read::<Convened>().ok();
        let home = asked.session.scope;
        let village = Village::find(db, home.owner()).await?;
        let papers = papers_of(asked.session.id);
        let papers = records::seen(db, BTreeSet::from([papers])).await?.remove(&papers);
        let papers = papers.and_then(|papers| papers.read().ok()).unwrap_or_default();
        let issues = convened.as_ref().map(|convened| convened.issues.clone()).unwrap_or_default();
        let issues = records::seen(db, issues.into_iter().collect()).await?;
        let issues = issues.values().filter(|issue| issue.scope == home && !issue.gone);
        let mut voices = Vec::new();
        for issue in issues.take(MOST) {
            voices.extend(voice(db, issue, lang).await?);
        }
        let asker = sqlx::query_scalar(
            "select fields->>'name' from record where id = $1 and kind = 'person'
             union all select fields->>'name' from record
             where kind = 'seat' and not gone and fields->>'person' = $1::text and scope = $2",
        )
        .bind(asked.brief.asked_by)
        .bind(Scope::Session(asked.session.id).to_string())
        .fetch_optional(&mut *db)
        .await?;
        let facts = facts(db, home).await?;
        let open = asked.open(now());
        Ok(Self { lang, asked, convened, village, papers, facts, voices, asker, open })
    }
}

/// What is known of the village now: of several values with one name the last.
async fn facts(db: &mut PgConnection, home: Scope) -> sqlx::Result<Vec<Fact>> {
    let ids: Vec<domain::Id> =
        sqlx::query_scalar("select id from record where scope = $1 and kind = $2 and not gone")
            .bind(home.to_string())
            .bind(Kind::Fact.as_str())
            .fetch_all(&mut *db)
            .await?;
    let known = records::seen(db, ids.into_iter().collect()).await?;
    let known: Vec<&Record> = known.values().collect();
    let facts = domain::session::facts(&known).into_iter().map(|(_, fact)| fact);
    Ok(facts.take(MOST).collect())
}

/// What was raised, and by whom, without a name.
async fn voice(
    db: &mut PgConnection,
    issue: &Record,
    lang: Lang,
) -> sqlx::Result<Option<(String, String)>> {
    let Some(words) = issue.text("words") else { return Ok(None) };
    let role = role_of(lang, Role::Villager);
    let Some(group) = issue.link("group") else { return Ok(Some((words.into(), role.into()))) };
    let group = records::seen(db, BTreeSet::from([group])).await?.remove(&group);
    let name = |field: &str| group.as_ref().and_then(|group| group.text(field));
    let who = match (lang, name("name"), name("name_en")) {
        (Lang::En, _, Some(english)) => format!("{role}, {english}"),
        (Lang::En, Some(group), None) => format!("{role}, {group}"),
        (Lang::Zh, Some(group), _) => format!("{group}{role}"),
        (_, None, _) => role.to_owned(),
    };
    Ok(Some((words.to_owned(), who)))
}

/// The page; `failed` is what was written and why it was not taken.
pub(super) fn page(question: &Question, failed: Option<(&str, &Refusal)>) -> Markup {
    let Question { lang, asked, convened, village, papers, voices, .. } = question;
    let says = lang.words().brief();
    let name = asked.seat.as_ref().and_then(|seat| seat.text("name")).unwrap_or_default();
    let beside = html! { p.xs.dim { (village.called(*lang)) " · " ((says.to)(name)) } };
    let paper = Paper { lang: *lang, title: says.title, about: "", here: Some(""), beside };
    let background = papers.background.as_deref().unwrap_or_default();
    let body = html! {
        @if let Some(convened) = convened { h1 lang="zh-CN" { (convened.title) } }
        @if !background.is_empty() {
            section { h2 { (says.background) }
                @for line in lines(background) { p lang="zh-CN" { (line) } } }
        }
        (known(question))
        @if !voices.is_empty() {
            section.col.tight { h2 { (says.said) }
                @for (words, who) in voices {
                    p.say lang="zh-CN" { (words) }
                    p.who { (who) }
                }
            }
        }
        section.ask {
            p.xs.b.pine { (says.question) }
            h2 id="question" lang="zh-CN" { (asked.brief.question) }
        }
        (answered(question, failed))
    };
    paper.sheet("notice brief", &body)
}

fn known(question: &Question) -> Markup {
    let says = question.lang.words().brief();
    let told = lines(question.papers.facts.as_deref().unwrap_or_default());
    html! {
        @if !told.is_empty() || !question.facts.is_empty() {
            section { h2 { (says.facts) }
                ol.nums.facts-l lang="zh-CN" {
                    @for line in told.iter().take(MOST) { li { (line) } }
                    @for fact in &question.facts {
                        li { (fact.name) " " b { (fact.value) }
                            @if let Some(source) = source(fact) {
                                span.xs.dim { ((says.source)(&source)) }
                            } }
                    }
                }
            }
        }
    }
}

fn source(fact: &Fact) -> Option<String> {
    match (&fact.of, &fact.source) {
        (Some(of), Some(source)) => Some(format!("{of}，{source}")),
        (of, source) => of.clone().or_else(|| source.clone()),
    }
}

/// The answer that was given, the form for it, or whom to ring.
fn answered(question: &Question, failed: Option<(&str, &Refusal)>) -> Markup {
    let Question { lang, asked, asker, open, village, .. } = question;
    let says = lang.words().brief();
    match &asked.brief.answer {
        Some(answer) => html! {
            section.note.go role="status" {
                div.col.tight {
                    h2 { (says.answered) }
                    p { (says.answered_means) }
                    p.say lang="zh-CN" { (answer) }
                    p.xs.dim { @if asked.brief.named { (says.by_name) } @else { (says.by_role) } }
                }
            }
        },
        None if *open => form(question, failed),
        None => html! {
            section.note.wait role="status" {
                div.col.tight {
                    h2 { (says.over) }
                    p { ((says.over_do)(asker.as_deref().unwrap_or(village.called(*lang)))) }
                }
            }
        },
    }
}

fn form(question: &Question, failed: Option<(&str, &Refusal)>) -> Markup {
    let Question { lang, asked, convened, village, .. } = question;
    let says = lang.words().brief();
    let seat = asked.seat.as_ref();
    let label = seat.and_then(|seat| seat.text("label")).map(str::to_owned);
    let role = seat.and_then(|seat| seat.text("role")).and_then(Role::of);
    let role = label.unwrap_or_else(|| role_of(*lang, role.unwrap_or(Role::Expert)).to_owned());
    let on = convened.as_ref().and_then(|convened| convened.on);
    let wrong = failed.map(|(_, refusal)| match refusal {
        Refusal::TooLong { .. } => says.too_long,
        _ => says.empty,
    });
    html! {
        form method="post" aria-labelledby="question" {
            input type="hidden" name="lang" value=(lang.tag());
            div.field {
                label for="answer" { (says.answer) }
                textarea.in id="answer" name="answer" rows="6" maxlength="2000" required aria-describedby="room" aria-invalid=[wrong.map(|_| "true")] {
                    (failed.map(|(words, _)| words).unwrap_or_default())
                }
                p.hint id="room" { @match wrong {
                    Some(wrong) => { span.err role="alert" { (wrong) } }
                    None => { (says.room) }
                } }
            }
            label.tick { input type="checkbox" name="named" value="yes"; span.sm.lh { ((says.named)(&role)) } }
            p { button.btn.do.big { ((says.send)(village.called(*lang))) } }
            p.xs.dim { @match on {
                Some(on) => { ((says.read_out)(&lang.moment(on, now()))) }
                None => { (says.read_out_some_day) }
            } }
        }
    }
}
