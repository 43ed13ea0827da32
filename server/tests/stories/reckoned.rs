//! The figures of a report: what the desk tells of the same days, what is counted anew from all records, and what of a
//! village goes on paper at all.

use std::collections::BTreeMap;

use domain::figures::{Figure, Figures, Part, Told};
use domain::report::{Period, Preview, Sort};
use domain::waits::Debt;
use domain::{Form, Id, form};
use server::demo::valley::Valley;
use sqlx::{AssertSqlSafe, PgPool};
use words::Lang;

use crate::figures::{read, valley};
use crate::phone::Phone;
use crate::recount::{All, Asked};
use crate::reports::{LI_YUANHANG, YUNXI, sample};
use crate::village::Village;
use crate::waits::page;

async fn preview(phone: &Phone, region: Id, period: &str) -> Preview {
    let answer = phone.get(&format!("/api/v1/district/{region}/report/{period}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Preview::read(answer.body).unwrap()
}

/// The figures on the paper, by name.
fn facts(preview: &Preview) -> BTreeMap<&str, &str> {
    let facts = preview.pieces.iter().filter(|piece| piece.sort == Sort::Fact);
    facts.map(|piece| (piece.label.as_deref().unwrap(), &*piece.text)).collect()
}

/// What stands under a heading.
fn under<'a>(preview: &'a Preview, heading: &str) -> Vec<&'a str> {
    let after = preview.pieces.iter().skip_while(|piece| piece.text != heading).skip(1);
    let own = after.take_while(|piece| piece.sort != Sort::Heading);
    own.map(|piece| &*piece.text).collect()
}

/// How a figure stands on the paper.
fn printed(told: &Told) -> String {
    let words = Lang::Zh.words();
    let part = |one: &Part| format!("{} {}", words.figure_part(told.figure, &one.part), one.count);
    match (told.few, told.all) {
        (true, _) => "不到五个人，不数：数了就看得出是谁。".to_owned(),
        (_, 0) => "还没有可数的。".to_owned(),
        _ => {
            let parts = told.parts.iter().map(part).collect::<Vec<_>>().join("，");
            format!("{}。其中：{parts}。", (words.figures().says)(told))
        }
    }
}

/// Everything on a paper that is not what was told.
fn differs(paper: &Preview, told: &[Told]) -> Vec<String> {
    let facts = facts(paper);
    assert_eq!((told.len(), facts.len()), (Figure::ALL.len(), Figure::ALL.len() + 2));
    let differs = told.iter().filter_map(|one| {
        let name = (Lang::Zh.words().figures().name)(one.figure);
        let (found, expected) = (facts[name], printed(one));
        let rest = found.strip_prefix(&*expected);
        // sessions that were cancelled are in no figure, and stand behind this one
        let same = rest.is_some_and(|rest| {
            rest.is_empty() || one.figure == Figure::Sessions && rest.ends_with(" 次取消。")
        });
        (!same).then(|| format!("{name}: {found} and not {expected}"))
    });
    differs.collect()
}

/// The figures of a period, counted anew.
fn counted(all: &All, region: Id, word: &str) -> Vec<Told> {
    let of: Period = word.parse().unwrap();
    let villages = all.villages(region);
    let asked = Asked { villages: &villages, of: Some(of), now: server::sync::now() };
    let told = |figure| {
        let counted = all.count(figure, &asked);
        let few = counted.is_none();
        let (parts, median) = counted.unwrap_or_default();
        let part = |(part, count): (&str, u32)| Part { part: part.into(), count };
        let parts: Vec<_> = parts.into_iter().map(part).collect();
        Told { figure, all: parts.iter().map(|one| one.count).sum(), parts, median, few }
    };
    Figure::ALL.map(told).into()
}

#[sqlx::test]
async fn a_report_says_what_the_desk_says_of_the_same_days(pool: PgPool) {
    let village = valley(pool, 6, 400).await;
    let office = village.phone(Valley::office()).await;
    let region = Valley::region();
    let all = All::read(village.pool()).await;
    for year in [2025, 2026] {
        let desk = format!("/api/v1/district/{region}/figures?year={year}");
        let desk: Figures = read(&village, &office, &desk).await;
        let paper = preview(&office, region, &year.to_string()).await;
        assert_eq!(differs(&paper, &desk.told), Vec::<String>::new());
    }
    let mut seen = Vec::new();
    for quarter in ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] {
        let paper = preview(&office, region, quarter).await;
        let told = counted(&all, region, quarter);
        assert_eq!(differs(&paper, &told), Vec::<String>::new(), "{quarter}");
        seen.extend(told);
    }
    // it is not the same nothing everywhere
    for figure in Figure::ALL {
        assert!(seen.iter().filter(|one| one.figure == figure && one.all > 0).count() > 3);
    }
    // and what few said is not on paper either
    let one = "update record set fields = jsonb_set(fields, '{ratings}', (
                 select jsonb_agg(rating || '{\"name\": \"周一\"}') from jsonb_array_elements(fields->'ratings') as rating))
               where kind = 'action' and fields ? 'ratings'";
    sqlx::query(one).execute(village.pool()).await.unwrap();
    let all = All::read(village.pool()).await;
    let paper = preview(&office, region, "2026").await;
    assert_eq!(differs(&paper, &counted(&all, region, "2026")), Vec::<String>::new());
    // six villages have a 周一 each; of one village alone it is told as few
    assert!(facts(&paper)["满意不满意"].starts_with("评了"), "{:?}", facts(&paper));
    let one = "update record set gone = true where kind = 'action' and fields ? 'ratings' and scope not in (
                 select min(scope) from record where kind = 'action' and fields ? 'ratings')";
    sqlx::query(one).execute(village.pool()).await.unwrap();
    let paper = preview(&office, region, "2026").await;
    assert!(facts(&paper)["满意不满意"].starts_with("不到五个人"), "{:?}", facts(&paper));
}

#[sqlx::test]
async fn the_figures_of_the_sample_add_up_on_paper(pool: PgPool) {
    let village = sample(pool).await;
    for odd in [
        // done on the day before it was said, by a clock that was wrong
        "update record set fields = jsonb_set(fields, '{trail,0,at}', '1795000000000')
         where id in (select issue from action where done_at is not null)",
        "update record set fields = fields || '{\"stage\": \"cancelled\"}'
         where id = (select id from session where sat order by day limit 1)",
    ] {
        let changed = sqlx::query(odd).execute(village.pool()).await.unwrap();
        assert!(changed.rows_affected() > 0, "{odd}");
    }
    let li = village.phone(LI_YUANHANG).await;
    let all = All::read(village.pool()).await;
    for period in ["2026", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2024"] {
        let paper = preview(&li, YUNXI, period).await;
        assert_eq!(form::text(&paper).matches("云溪区协商工作报告").count(), 1);
        assert_eq!(
            differs(&paper, &counted(&all, YUNXI, period)),
            Vec::<String>::new(),
            "{period}"
        );
        let cost = facts(&paper)["这个工具添的麻烦"];
        let told = ["2026", "2026-Q2"].contains(&period);
        // what fewer than five did is not told
        assert_eq!(cost.contains("7 次，平均填 5 格、用 1 分 40 秒"), told, "{period}: {cost}");
        assert!(!cost.contains("4 次"), "{cost}");
    }
    let paper = preview(&li, YUNXI, "2026").await;
    let facts = facts(&paper);
    assert!(facts["协商"].ends_with("另有 1 次取消。"), "{facts:?}");
    assert!(facts["从提到办成"].contains("用了 0 天"), "{facts:?}");
    assert!(facts["重办"].contains("重办了 2 件"), "{facts:?}");
}

/// Lays a piece of advice beside the others, that was answered with no.
async fn declines(village: &Village, words: &str, scope: &str, session: &str) {
    let lays = format!(
        "insert into record (scope, ver, kind, id, rev, by, at, gone, fields, stamps)
         select {scope}, ver + 10000, kind, gen_random_uuid(), rev, by, at, gone,
           (fields - 'session' - 'statement' - 'with' - 'voice' - 'echoes') || {session}
             || jsonb_build_object('words', '{words}', 'verdict', 'declined', 'why', '{words}，不行',
                  'offered_at', 1790000000000, 'answered_at', 1790000000000), stamps
         from record where id = (select id from advice where scope like 'v:%' order by id limit 1)"
    );
    let laid = sqlx::query(AssertSqlSafe(lays)).execute(village.pool()).await.unwrap();
    assert_eq!(laid.rows_affected(), 1);
}

#[sqlx::test]
async fn what_no_bench_has_handed_over_is_on_no_paper_and_a_slip_is(pool: PgPool) {
    let village = sample(pool).await;
    let li = village.phone(LI_YUANHANG).await;
    let paper = preview(&li, YUNXI, "2026").await;
    let named = (Lang::Zh.words().figures().name)(Figure::Advice);
    let all = |paper: &Preview| -> u32 {
        let text = facts(paper)[named].to_owned();
        text.strip_prefix("提了 ").and_then(|rest| rest.split(' ').next()?.parse().ok()).unwrap()
    };
    let was = all(&paper);
    declines(&village, "条子上写的", "scope", "'{}'").await;
    let checking = "update record set fields = (fields || '{\"stage\": \"checking\"}') - 'seal'
                    where id = (select id from session where stage = 'planned' or sat order by day limit 1) returning id::text";
    let session: String = sqlx::query_scalar(checking).fetch_one(village.pool()).await.unwrap();
    let of = format!("jsonb_build_object('session', '{session}')");
    declines(&village, "会上还在对的", &format!("'s:{session}'"), &of).await;
    let paper = preview(&li, YUNXI, "2026").await;
    // both are counted; one may be read
    assert_eq!(all(&paper), was + 2);
    let text = form::text(&paper);
    assert!(text.contains("条子上写的，不行"), "{text}");
    assert!(!text.contains("会上还在对的"), "{text}");
}

#[sqlx::test]
async fn what_is_owed_on_paper_is_what_waits_in_the_queue(pool: PgPool) {
    let village = valley(pool, 6, 300).await;
    let office = village.phone(Valley::office()).await;
    let region = Valley::region();
    let paper = preview(&office, region, "2026").await;
    let owed = under(&paper, "还欠着的");
    let mut counted = BTreeMap::<String, u32>::new();
    for row in &owed[1..] {
        let (place, row) = row.trim_end_matches('。').split_once('：').unwrap();
        assert!(place.ends_with('村'), "{place}");
        for part in row.split('，') {
            let (sort, count) = part.rsplit_once(' ').unwrap();
            *counted.entry(sort.to_owned()).or_default() += count.parse::<u32>().unwrap();
        }
    }
    let words = Lang::Zh.words().waits();
    let tally = page(&office, region, "").await.tally.into_iter().filter(|one| one.count > 0);
    let queue: BTreeMap<String, u32> =
        tally.map(|one| ((words.debt)(one.debt).to_owned(), one.count)).collect();
    assert_eq!(counted, queue);
    for sort in [Debt::Advice, Debt::Unclaimed, Debt::Overdue, Debt::Echo] {
        assert!(queue.contains_key((words.debt)(sort)), "{sort:?}: {queue:?}");
    }
}
