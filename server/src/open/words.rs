//! What the open data say of themselves.

use super::columns::{ACTIONS, ADVICE, ISSUES, LINES, PLACES, SESSIONS, WORDS};
use super::table::{Column, Table};

const README: &str = "\u{feff}板凳会公开数据 · Open data of Bandeng\r\n\
\r\n\
这里是公示页上看得到的东西，做成表：定稿的协商、公示的议题、建议和答复、办理事项、蓝图。只写身份，不写名字；电话号码隐去。\
没有草稿、没有登录信息、没有个人评价（只有评价的数目）。按行政区划排列，不排名次。\r\n\
每张表有两份：.csv（UTF-8，可用表格软件打开）和 .json。每一列是什么，见 dictionary.csv。\r\n\
以 = + - @ 开头的文字，CSV 里前面加了一个撇号（'），免得被当成公式；JSON 里是原样。日期按东八区。\r\n\
\r\n\
This is what the public pages show, as tables: sealed sessions, posted issues, advice and its answers, actions, lines of the \
blueprint. There are roles and no names, and no telephone numbers; no drafts, nothing anybody signs in by, and of ratings the \
counts alone. Places stand in administrative order; nothing is ranked.\r\n\
Each table is there twice: as .csv (UTF-8, for spreadsheets) and as .json. What each column is stands in dictionary.csv.\r\n\
A text that begins with = + - @ has an apostrophe before it in the CSV, so that no spreadsheet takes it for a formula; in the \
JSON it stands as it is. Dates are of the calendar of Asia/Shanghai.\r\n\
\r\n";

/// The tables without rows, in the order in which they are filled.
pub(super) fn empty() -> Vec<Table> {
    let table = |name, zh, en, columns: &'static [Column]| Table {
        name,
        zh,
        en,
        columns,
        rows: Vec::new(),
    };
    vec![
        table("places", "区、镇、村、组", "District, towns, villages, groups", PLACES),
        table("sessions", "定稿的协商", "Sealed sessions", SESSIONS),
        table("session_words", "协商里说了什么", "What was said in them", WORDS),
        table("issues", "公示的议题", "Posted issues", ISSUES),
        table("advice", "建议和答复", "Advice and its answers", ADVICE),
        table("actions", "办理事项", "Actions", ACTIONS),
        table("blueprint_lines", "蓝图项目", "Lines of the blueprint", LINES),
    ]
}

/// What is to be read first.
pub(super) fn readme(tables: &[Table]) -> String {
    let line = |table: &Table| {
        format!("{} · {} · {} ({})\r\n", table.name, table.zh, table.en, table.rows.len())
    };
    README.to_owned() + &tables.iter().map(line).collect::<String>()
}
