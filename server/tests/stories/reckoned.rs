//! The figures of a report, reckoned once more from the bare fields of all records, in another way.

use std::collections::{BTreeMap, BTreeSet};

use domain::report::{Preview, Sort};
use domain::{Form, form};
use serde_json::Value;
use sqlx::PgPool;
use words::{calendar_day, moment_of};

use crate::phone::Phone;
use crate::reports::{LI_YUANHANG, YUNXI, sample};

async fn preview(phone: &Phone, period: &str) -> Preview {
    let answer = phone.get(&format!("/api/v1/district/{YUNXI}/report/{period}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Preview::read(answer.body).unwrap()
}

/// All records, in their bare fields.
struct Raw(Vec<(String, String, String, Value)>);

impl Raw {
    async fn of(pool: &PgPool) -> Self {
        let all = "select id::text, kind, scope, fields from record where not gone";
        Self(sqlx::query_as(all).fetch_all(pool).await.unwrap())
    }

    fn kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a Value)> {
        let of = self.0.iter().filter(move |(_, of, ..)| of == kind);
        of.map(|(id, _, scope, fields)| (&**id, &**scope, fields))
    }

    fn get(&self, id: Option<&str>) -> Option<&Value> {
        self.0.iter().find(|(of, ..)| Some(&**of) == id).map(|(.., fields)| fields)
    }
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    value[field].as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// From a moment until before another.
type Within<'a> = &'a dyn Fn(&Value) -> bool;
/// A figure by its label.
type Told = BTreeMap<&'static str, String>;

/// The figures as they stand in the paper, reckoned from bare fields.
fn reckoned(raw: &Raw, (from, until): (i64, i64)) -> Told {
    let within = |at: &Value| at.as_i64().is_some_and(|at| from <= at && at < until);
    let mut told = Told::new();
    benches(raw, &within, &mut told);
    issues(raw, &within, &mut told);
    advice(raw, &within, &mut told);
    deeds(raw, &within, &mut told);
    groups(raw, &within, &mut told);
    told
}

/// What of a kind lies with villages and has its moment within.
fn of<'a>(
    raw: &'a Raw,
    kind: &'a str,
    moment: fn(&Value) -> &Value,
    within: Within<'_>,
) -> Vec<(&'a str, &'a Value)> {
    let all = raw.kind(kind).filter(|(_, scope, _)| scope.starts_with("v:"));
    all.filter(|(.., one)| within(moment(one))).map(|(id, _, one)| (id, one)).collect()
}

fn raised<'a>(raw: &'a Raw, within: Within<'_>) -> Vec<(&'a str, &'a Value)> {
    of(raw, "issue", |one| &one["trail"][0]["at"], within)
}

fn benches(raw: &Raw, within: Within<'_>, told: &mut Told) {
    let all = of(raw, "session", |one| &one["on"], within);
    let sat = "in_session drafting checking sealed handed_over acting closed revisited archived";
    let sat: Vec<&str> = sat.split(' ').collect();
    let held = all.iter().filter(|(_, one)| sat.contains(&one["stage"].as_str().unwrap())).count();
    let cancelled = all.iter().filter(|(_, one)| one["stage"] == "cancelled").count();
    let off = if cancelled > 0 { format!("，取消 {cancelled} 次") } else { String::new() };
    let planned = all.len() - cancelled;
    told.insert("协商", format!("打算坐 {planned} 次，坐下来 {held} 次{off}。"));
}

fn issues(raw: &Raw, within: Within<'_>, told: &mut Told) {
    let raised = raised(raw, within);
    let names = words::Lang::Zh.words().names;
    let count = |at: domain::Standing| {
        raised.iter().filter(|(_, one)| one["standing"] == at.as_str()).count()
    };
    let row: Vec<String> = domain::Standing::ALL
        .into_iter()
        .filter(|at| count(*at) > 0)
        .map(|at| format!("{} {}", (names.standing)(at), count(at)))
        .collect();
    let text = match raised.len() {
        0 => "没有新提的。".to_owned(),
        n => format!("新提 {n} 件。现在：{}。", row.join("，")),
    };
    told.insert("议题", text);
}

/// Advice lies with its session until that is handed over.
fn given<'a>(raw: &'a Raw, within: Within<'_>) -> Vec<&'a Value> {
    let all = raw.kind("advice").filter(|(.., one)| within(&one["offered_at"]));
    all.map(|(.., one)| one).collect()
}

fn advice(raw: &Raw, within: Within<'_>, told: &mut Told) {
    let verdict = |one: &Value| {
        let head = one["with"].as_str();
        let head = if head.is_some() { raw.get(head).unwrap().clone() } else { one.clone() };
        head["verdict"].as_str().map(str::to_owned)
    };
    let given: Vec<_> = given(raw, within).into_iter().map(verdict).collect();
    let waiting = given.iter().filter(|one| one.is_none()).count();
    let answers = [
        ("adopted", "采纳"),
        ("partly", "部分采纳"),
        ("reference", "留作参考"),
        ("deferred", "暂缓"),
        ("declined", "不采纳"),
    ];
    let row: Vec<String> = answers
        .iter()
        .map(|(word, zh)| (zh, given.iter().filter(|one| one.as_deref() == Some(word)).count()))
        .filter(|(_, n)| *n > 0)
        .map(|(zh, n)| format!("{zh} {n}"))
        .collect();
    let text = match (given.len(), waiting) {
        (0, _) => "没有。".to_owned(),
        (n, 0) => format!("{n} 条，条条有答复：{}。", row.join("，")),
        (n, waiting) => format!("{n} 条：{}；还有 {waiting} 条没答复。", row.join("，")),
    };
    told.insert("建议", text);
}

fn groups(raw: &Raw, within: Within<'_>, told: &mut Told) {
    let groups: Vec<(&str, &str, &str)> = raw
        .kind("place")
        .filter(|(.., one)| one["level"] == "group")
        .map(|(id, _, one)| (id, one["parent"].as_str().unwrap(), one["name"].as_str().unwrap()))
        .collect();
    let mut heard = BTreeSet::new();
    heard.extend(raised(raw, within).into_iter().filter_map(|(_, one)| one["group"].as_str()));
    let mut spoke = |session: &Value, name: &Value| {
        let village = session["village"].as_str().unwrap();
        let group = groups.iter().find(|(_, of, called)| *of == village && name == called);
        heard.extend(group.map(|(id, ..)| *id));
    };
    for one in given(raw, within) {
        spoke(raw.get(one["session"].as_str()).unwrap(), &one["voice"]["group"]);
    }
    for (id, session) in of(raw, "session", |one| &one["on"], within) {
        let said = raw.kind("statement").filter(|(_, scope, _)| scope[2..] == *id);
        for seat in said.filter_map(|(.., said)| raw.get(said["seat"].as_str())) {
            spoke(session, &seat["group"]);
        }
    }
    let (all, silent) = (groups.len(), groups.len() - heard.len());
    let text = format!("全区 {all} 个组里，{silent} 个组这一期没有一句话记下来。");
    told.insert("没听到的组", text);
}

/// When an action was done, as it now is, and how often it was begun anew within.
fn walked(action: &Value, within: Within<'_>) -> (Value, usize) {
    let (mut at, mut was, mut again) = (Value::Null, "unclaimed", 0);
    for step in list(action, "trail") {
        let to = step["to"].as_str().unwrap();
        again += usize::from(to == "redo" && was != "redo" && within(&step["at"]));
        match to {
            "done" => at = step["at"].clone(),
            "claimed" | "acting" | "redo" | "unclaimed" => at = Value::Null,
            _ => {}
        }
        was = to;
    }
    (at, again)
}

/// When the issue was raised that an action is about.
fn first_word(raw: &Raw, action: &Value) -> Option<i64> {
    let advice = raw.get(action["advice"].as_str());
    let session = raw.get(action["session"].as_str());
    let only = session.and_then(|one| one["issues"].as_array()).filter(|issues| issues.len() == 1);
    let issue = action["issue"].as_str();
    let issue = issue.or_else(|| advice?["issue"].as_str()).or_else(|| only?[0].as_str());
    raw.get(issue)?["trail"][0]["at"].as_i64()
}

fn deeds(raw: &Raw, within: Within<'_>, told: &mut Told) {
    let (mut done, mut again, mut heard, mut days, mut rated) = (0, 0, 0, Vec::new(), [0; 3]);
    for (.., action) in raw.kind("action").filter(|(_, scope, _)| scope.starts_with("v:")) {
        let (at, anew) = walked(action, within);
        again += anew;
        for rating in list(action, "ratings").filter(|rating| within(&rating["at"])) {
            let words = ["satisfied", "basically", "not"];
            rated[words.iter().position(|word| rating["result"] == **word).unwrap()] += 1;
        }
        if !within(&at) {
            continue;
        }
        done += 1;
        let since = at.as_i64().unwrap();
        let echoed = |name: Option<&Value>| {
            list(action, "echoes").any(|echo| {
                echo["at"].as_i64() >= Some(since) && name.is_none_or(|name| echo["to"] == *name)
            })
        };
        let all = list(action, "tell").all(|one| echoed(Some(&one["name"])));
        heard += usize::from(echoed(None) && all);
        days.extend(first_word(raw, action).map(|at| calendar_day(since) - calendar_day(at)));
    }
    days.sort_unstable();
    let anew = match again {
        0 => format!("办成 {done} 件，没有重办的。"),
        again => format!("办成 {done} 件，评了不满意、重办 {again} 次。"),
    };
    let days = match days.len() {
        0 => "这一期还没有办成的。".to_owned(),
        n => format!("{} 天（中位数）。", days[(n - 1) / 2]),
    };
    let [good, fair, bad] = rated;
    let rated = match good + fair + bad {
        0 => "还没有人评。".to_owned(),
        all => format!("{all} 人次：满意 {good}，基本满意 {fair}，不满意 {bad}。"),
    };
    let echoes = format!("办成的 {done} 件里，{heard} 件已告诉提的人。");
    told.extend([("事项", anew), ("从提到办成", days), ("回音", echoes), ("评价", rated)]);
}

#[sqlx::test]
async fn the_figures_add_up_from_raw_records(pool: PgPool) {
    let village = sample(pool).await;
    let li = village.phone(LI_YUANHANG).await;
    let raw = Raw::of(village.pool()).await;
    let mut seen = BTreeSet::new();
    for (period, from, until) in [
        ("2026", (2026, 1), (2027, 1)),
        ("2026-Q1", (2026, 1), (2026, 4)),
        ("2026-Q2", (2026, 4), (2026, 7)),
        ("2026-Q3", (2026, 7), (2026, 10)),
        ("2026-Q4", (2026, 10), (2027, 1)),
        ("2024", (2024, 1), (2025, 1)),
    ] {
        let at = |(year, month)| moment_of(year, month, 1, 0, 0).unwrap();
        let preview = preview(&li, period).await;
        assert_eq!(form::text(&preview).matches("云溪区协商工作报告").count(), 1);
        let facts = preview.pieces.iter().filter(|piece| piece.sort == Sort::Fact);
        let facts: BTreeMap<&str, &str> =
            facts.map(|piece| (piece.label.as_deref().unwrap(), &*piece.text)).collect();
        for (label, text) in reckoned(&raw, (at(from), at(until))) {
            assert_eq!(facts[label], text, "{period}: {label}");
            seen.insert(text);
        }
        let cost = facts["这个工具添的麻烦"];
        let told = ["2026", "2026-Q2"].contains(&period);
        // what fewer than five did is not told
        assert_eq!(cost.contains("7 次，平均填 5 格、用 1 分 40 秒"), told, "{period}: {cost}");
        assert!(!cost.contains("4 次"), "{cost}");
    }
    // it is not the same nothing everywhere
    for some in ["重办 1 次", "基本满意 3，不满意 1", "条条有答复"] {
        assert!(seen.iter().any(|text| text.contains(some)), "{some}: {seen:#?}");
    }
}
