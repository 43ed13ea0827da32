//! 简体中文

use super::{Planning, feed};

pub(super) static ZH: Planning = Planning {
    title: "年度计划",
    order: "按行政区划排，不排名次",
    marks: ["坐了", "打算", "改期", "取消"],
    table: "计划表，可左右滑",
    heads: ["镇街", "坐了 / 打算", "下一次"],
    month: |month, now| {
        if now { format!("{month} 月，这个月") } else { format!("{month} 月") }
    },
    cell: |sat, planned, moved| {
        let parts = [("坐了", sat), ("打算", planned), ("改期", moved)];
        let some: Vec<String> = parts
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(word, n)| if *n == 1 { (*word).to_owned() } else { format!("{word} {n} 次") })
            .collect();
        if some.is_empty() { "空着".to_owned() } else { some.join("，") }
    },
    tally: |sat, meant| format!("坐了 {sat} 次，打算 {meant} 次"),
    no_next: "还没有",
    moved_to: |month| format!("改到 {month} 月"),
    year: |year| format!("{year} 年"),
    turn: ["上一年", "下一年"],
    villages: |town| format!("{town}的各村"),
    whole: "打开年度计划",
    sheet: |place, year, month| format!("{place} · {year} 年 {month} 月"),
    empty: "这个月还没有打算。",
    slot: "题目还没定",
    lead: |who| format!("{who}牵头"),
    moved_from: |year, month, why| format!("从 {year} 年 {month} 月改来：{why}"),
    off: |why| format!("不坐了：{why}"),
    ways: ["看这场板凳会", "约大家坐下来", "看这件事"],
    shift: ["改期", "改到哪个月", "为什么改期", "改到这个月"],
    cancel: ["不坐了", "为什么不坐了", "从计划里取消"],
    take_back: "记错了，收回",
    detail: ["谁牵头、怎么开", "记下了。"],
    fill: "排一件事进来",
    add: [
        "添一条",
        "哪个村",
        "哪个月",
        "谈什么",
        "题目可以先空着，到时候再排。",
        "谁牵头",
        "谁搭台",
        "列进计划",
    ],
    rhythm: [
        "隔几个月坐一次",
        "从那个月起一年里，每隔几个月留一个空档；已经有打算的月份不重复。",
        "从哪个月起",
        "都列进计划",
    ],
    every: |n| match n {
        1 => "每个月".to_owned(),
        2 => "每两个月".to_owned(),
        n => format!("每 {n} 个月"),
    },
    laid: |n| match n {
        0 => "这些月份都已经有打算了。".to_owned(),
        n => format!("留了 {n} 个空档。"),
    },
    ripe: [
        "可以排进来的",
        "审定、公示了的，和先放着、只等时候的。点一下就排进去。",
        "现在没有等着排的事。",
    ],
    into: ("排进哪个月", |month| format!("排进 {month} 月")),
    went: |title, year, month| format!("“{title}”排进了 {year} 年 {month} 月。"),
    households: |n| format!("{n} 户"),
    hints: ["也许该坐一坐了", "只提个醒，不考核", "眼下没有要提的。"],
    last: |days| match days {
        None => "还没坐下来过。".to_owned(),
        Some(days) => format!("上次坐下来是 {days} 天前。"),
    },
    parked: |parked, title, households| match households {
        Some(n) => format!("搁着的 {parked} 件里，“{title}”已有 {n} 户提到。"),
        None => format!("搁着的 {parked} 件里，“{title}”也许是时候了。"),
    },
    waits: |ripe, title, households| {
        let which = if ripe == 1 {
            format!("“{title}”")
        } else {
            format!("{ripe} 件事里，“{title}”")
        };
        match households {
            Some(n) => format!("等着谈的{which}牵涉 {n} 户。"),
            None => format!("等着谈的有{which}。"),
        }
    },
    village: ["今年的打算", "今年还没有打算。"],
    short_month: |month| format!("{month} 月"),
    when: |year, month| format!("{year} 年 {month} 月"),
    feed: &feed::ZH,
};
