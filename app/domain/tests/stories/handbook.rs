//! The tables of who may do what, as a page to read: `docs/roles.md` is made of the very tables that the other stories
//! hold against the rules, so it cannot say anything else. With `BANDENG_REWRITE=1` it is written anew.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use super::{follow_roles, permissions, plan_roles, session_roles, trust};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/roles.md");
/// Each row's word with its names in Chinese and English.
const NAMES: &str = include_str!("handbook.tsv");
/// In the order of `Role::ALL`.
const ROLES: [(&str, &str); 10] = [
    ("村民", "villager"),
    ("村民代表", "representative"),
    ("村书记", "secretary"),
    ("记录员", "recorder"),
    ("村务监督", "supervisor"),
    ("第一书记", "first secretary"),
    ("政协委员", "member"),
    ("专家", "expert"),
    ("部门", "department"),
    ("政协办", "office"),
];
const HEAD: &str = "\
# 谁可以做什么 · Who may do what

This page is made of the rules themselves (`app/domain/src/may.rs`, `app/domain/src/trust.rs`) by a test that fails where
the two differ. A role is held in one village (an office in its district), and counts there alone. What a record's state
allows is asked beside this; whoever did something neither checks nor rates it, whatever the role.

这一页由程序里的规则直接生成，两边不一致测试就通不过。身份只在所在的村有效（政协办在全区有效）。● 可以做；○ 是自己的那一件时可以做。
";

/// The names of a row.
fn names() -> BTreeMap<&'static str, (&'static str, &'static str)> {
    let named = NAMES.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        Some((parts.next()?, (parts.next()?, parts.next()?)))
    });
    named.collect()
}

/// A row of a table: its word, and its marks.
fn row(line: &str) -> (&str, Vec<bool>) {
    let marks: Vec<&str> =
        line.split_whitespace().rev().take_while(|m| matches!(*m, "x" | ".")).collect();
    let word = line.split("  ").next().unwrap_or(line).trim();
    let word = if word.len() > 20 { word.trim_end_matches(['x', '.', ' ']) } else { word };
    (word, marks.into_iter().rev().map(|mark| mark == "x").collect())
}

fn head(page: &mut String, first: &str, last: &str) {
    let zh = ROLES.map(|(zh, _)| zh).join(" | ");
    let en = ROLES.map(|(_, en)| en).join(" | ");
    let line = "|---".repeat(ROLES.len() + 1 + usize::from(!last.is_empty()));
    let (zh_last, en_last) = last
        .split_once('/')
        .map_or((String::new(), String::new()), |(a, b)| (format!(" {a} |"), format!(" {b} |")));
    writeln!(page, "\n| {first} | {zh} |{zh_last}\n{line}|\n| | {en} |{en_last}")
        .expect("takes all");
}

/// One table, `from` which of its marks on; the last mark is the author's where there is one.
fn table(page: &mut String, heading: &str, lines: &str, columns: (usize, bool)) {
    let (names, (from, author)) = (names(), columns);
    write!(page, "\n## {heading}\n").expect("takes all");
    head(page, "", if author { "自己的那一件/one’s own" } else { "" });
    for line in lines.lines().filter(|line| !line.starts_with("what ")) {
        let (word, marks) = row(line);
        let (zh, en) =
            names.get(word).unwrap_or_else(|| panic!("{word} has no name in handbook.tsv"));
        write!(page, "| {zh}<br>{en} |").expect("takes all");
        for mark in marks.iter().skip(from).take(ROLES.len()) {
            write!(page, " {} |", if *mark { "●" } else { "" }).expect("takes all");
        }
        if author {
            let own = marks.last().copied().unwrap_or_default();
            write!(page, " {} |", if own { "○" } else { "" }).expect("takes all");
        }
        page.push('\n');
    }
}

/// Who gives which role where.
fn given(page: &mut String) {
    let places = [("在村里给", "given in a village"), ("在全区给", "given in the district")];
    let mut at = 0;
    for line in trust::TABLE.lines() {
        if line.starts_with("given in") {
            let (zh, en) = places[at];
            at += 1;
            write!(page, "\n### {zh} · {en}\n").expect("takes all");
            head(page, "↓ 这个身份由谁给 →", "");
            continue;
        }
        let (word, marks) = row(line);
        let role = ROLES.iter().find(|(_, en)| *en == word.replace('_', " "));
        let (zh, en) = role.expect("a role");
        write!(page, "| {zh}<br>{en} |").expect("takes all");
        for mark in marks {
            write!(page, " {} |", if mark { "●" } else { "" }).expect("takes all");
        }
        page.push('\n');
    }
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    table(&mut page, "议题和名单 · Issues and the directory", permissions::TABLE, (0, true));
    let session = session_roles::TABLE;
    table(
        &mut page,
        "协商：在村里有身份 · A session, by a role in the village",
        session,
        (0, true),
    );
    table(
        &mut page,
        "协商：只有一张凳子 · A session, by a seat alone",
        session,
        (ROLES.len(), false),
    );
    table(&mut page, "会后 · After the bench", follow_roles::MAY, (0, true));
    table(&mut page, "年度计划 · The year’s plan", plan_roles::MAY, (0, true));
    page.push_str(
        "\n## 给身份、请人进来 · Giving roles, asking people in\n\n\
         不能给自己；监督的人不能同时是书记、记录员、第一书记或政协办的人；谁请人进来，就要能给对方所有的身份。\n\n\
         Nobody gives a role to themselves; whoever supervises is none of those who are supervised; an invite is made only by whoever could give the guest every role the guest holds. The same rule says who may enter a new name in a village’s directory.\n",
    );
    given(&mut page);
    page
}

#[test]
fn the_page_of_roles_says_what_the_rules_say() {
    let page = page();
    if env::var_os("BANDENG_REWRITE").is_some() {
        fs::write(PAGE, &page).expect("the page can be written");
    }
    let kept = fs::read_to_string(Path::new(PAGE)).unwrap_or_default();
    assert!(
        kept == page,
        "docs/roles.md is not what the rules say: write it anew with BANDENG_REWRITE=1"
    );
}

#[test]
fn every_name_in_the_page_is_of_something_that_is_done() {
    let tables = [permissions::TABLE, session_roles::TABLE, follow_roles::MAY, plan_roles::MAY];
    let done: Vec<&str> =
        tables.iter().flat_map(|table| table.lines()).map(|line| row(line).0).collect();
    let idle: Vec<&str> = names().into_keys().filter(|word| !done.contains(word)).collect();
    assert!(idle.is_empty(), "named and never done: {idle:?}");
}
