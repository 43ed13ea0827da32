//! 中文。

use domain::report::Period;

use super::Report;

pub(super) static ZH: Report = Report {
    head: |name| format!("{name}协商工作报告"),
    issuer: |name| format!("{name}政协办公室"),
    title: |Period { year, quarter }| match quarter {
        Some(quarter) => {
            let nth =
                ["一", "二", "三", "四"].get(quarter.saturating_sub(1) as usize).unwrap_or(&"");
            format!("{year} 年第{nth}季度")
        }
        None => format!("{year} 年度"),
    },
    between: "，",
    apart: "；",
    opening: |(from, until), [held, raised, advised, done]| {
        format!(
            "{from}到{until}，全区坐下来协商 {held} 次，收到议题 {raised} 件，提出建议 {advised} 条，办成事项 {done} 件。现将情况报告如下。"
        )
    },
    so_far: |day| format!("这一期还没有过完，数到{day}为止。"),
    without: "报告里只写身份，不写名字。各镇各村按行政区划排列，不排名次，不作考核。",
    sessions: "坐下来谈了什么",
    no_sessions: "这一期没有坐下来的协商。",
    session: |place, day, title, present| {
        let present = present.map(|who| format!("坐下来的：{who}。")).unwrap_or_default();
        format!("{place}，{day}：{title}。{present}")
    },
    came: |agreed, tasks, done| {
        let agreed = if agreed > 0 {
            format!("形成共识 {agreed} 条")
        } else {
            "没有形成共识".into()
        };
        match tasks {
            0 => format!("{agreed}。"),
            tasks => format!("{agreed}，交办 {tasks} 件，已办成 {done} 件。"),
        }
    },
    unsealed: "纪要还没有定稿。",
    figures: "数字",
    figure: |says, row| format!("{says}。其中：{row}。"),
    cancelled: |count| format!("另有 {count} 次取消。"),
    burden: "这个工具添的麻烦",
    cost: |task, times, fields, seconds| {
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let long = if minutes > 0 {
            format!("{minutes} 分 {seconds} 秒")
        } else {
            format!("{seconds} 秒")
        };
        format!("{task} {times} 次，平均填 {fields} 格、用 {long}")
    },
    no_cost: "做的次数太少，不单独说。",
    counted: "怎样数的。",
    means: |name, means| format!("{name}：{means}"),
    reasons: "没有采纳的，理由在这里",
    no_reasons: "这一期的建议里，没有留作参考、暂缓或不采纳的。",
    more: |count| format!("另有 {count} 条，见公开数据。"),
    stories: "三条板凳线",
    chosen: "怎样选的：这一期办结、有回音、有人评过的议题里，取最近的三件，先取不同镇的；不看结果好坏。",
    no_stories: "这一期还没有走完的线。",
    story: |place, title| format!("{place}：{title}"),
    raised: |day, who, words| format!("{day}，{who}提：“{words}”"),
    asked: |question| format!("拟的题：{question}"),
    sat: |day, place, count| {
        let place = place.map(|place| format!("在{place}")).unwrap_or_default();
        let count = count.map(|count| format!("，{count} 人")).unwrap_or_default();
        format!("{day}，{place}坐下来谈{count}。")
    },
    advised: |who, words, verdict, why| {
        let verdict = verdict.map_or("还没答复", |verdict| verdict);
        let why = why.map(|why| format!("理由：{why}")).unwrap_or_default();
        format!("{who}建议：“{words}”——{verdict}。{why}")
    },
    done: |what, owner, day, why| {
        let owner = owner.map(|owner| format!("{owner}办，")).unwrap_or_default();
        let why = why.map(|why| format!("：{why}")).unwrap_or_default();
        format!("{what}：{owner}{day}办完{why}。").replace("。。", "。")
    },
    doing: |what, owner, state| {
        let owner = owner.map(|owner| format!("{owner}办，")).unwrap_or_default();
        format!("{what}：{owner}{state}。")
    },
    heard: |day, how| format!("{day}，{how}告诉了提的人。"),
    rated: |row| format!("大家评：{row}。"),
    owed: "还欠着的",
    owed_on: |day| format!("到{day}为止："),
    no_owed: "没有欠着的。",
    owing: |place, row| format!("{place}：{row}。"),
    next: "下一步",
    no_next: "还没有排上的协商。",
    ahead: |place, day, title| format!("{day}，{place}：{title}。"),
    signs: "签发人",
    signed_on: ["日期", "        年    月    日"],
};
