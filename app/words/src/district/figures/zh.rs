//! In Chinese.

use domain::figures::Figure;

use super::Figures;
use super::Span;

pub(super) const ZH: Figures = Figures {
    name: |figure| match figure {
        Figure::Sessions => "协商",
        Figure::Issues => "议题",
        Figure::Advice => "意见建议",
        Figure::Reasons => "没照办的理由",
        Figure::Actions => "办理事项",
        Figure::Redone => "重办",
        Figure::Days => "从提到办成",
        Figure::Echoes => "回音",
        Figure::Satisfaction => "满意不满意",
        Figure::Voice => "哪些组说上话",
        Figure::Round => "坐得全不全",
    },
    means: |figure| match figure {
        Figure::Sessions => {
            "这段时间打算坐的：列入年度计划、没有作罢的，和没列入计划、定了日子、没有取消的协商。召集了的按开会那天，没开的按定的日子，没定日子的按计划的月份；计划里的协商取消了，那一条还在计划里。坐下来指开过会。"
        }
        Figure::Issues => {
            "这段时间提出、全村看得到的议题，按现在走到哪一步分。压着还没人看过的不算。"
        }
        Figure::Advice => {
            "这段时间提出的每一条意见建议，会上说的、会后写条子的都算，按现在的答复分。几条并拢答复的，各算一条，答复算同一个。"
        }
        Figure::Reasons => "这段时间提出、答复不是“采纳”的意见建议里，写了理由的和没写的。",
        Figure::Actions => {
            "这段时间要办的事项：这段时间里定的，和以前定了、到第一天还没办完的。办成是报了办完、后来没有重办；过期是今天还没办完，过了说好的日子一天以上。"
        }
        Figure::Redone => {
            "这段时间要办的事项里，这段时间有人评了不满意、或回头看不算数，重新办过的。"
        }
        Figure::Days => {
            "这段时间办成、说得出是哪个议题来的事项，从议题提出那天到办成那天，按日历数有几天。中位数是排在正中间的那一个。"
        }
        Figure::Echoes => {
            "这段时间里该有人去回音的每一位：意见答复了、事项办成了、议题有了着落（没有公开的也算），各算一次。转告发生在那以后，才算到了。"
        }
        Figure::Satisfaction => {
            "这段时间里对办成的事项的评价，每人每次办算一个。只数各有几个，不打分；评的人不到五个就不数。"
        }
        Figure::Voice => {
            "各村的每个组，在这段时间的会上有没有人到场、有没有人发言被记下来。只看组，不看人；到场不到五个人的组，不说有没有发言。"
        }
        Figure::Round => "这段时间开了的协商里，本村各组都有人到场的、到了一半以上的、不到一半的。",
    },
    says: |told| {
        let (all, count) = (told.all, |part| told.count(part));
        match told.figure {
            Figure::Sessions => format!("打算坐 {all} 次，坐下来 {} 次", count("held")),
            Figure::Issues => {
                format!("提了 {all} 件，办结和当场办了 {} 件", count("closed") + count("settled"))
            }
            Figure::Advice => {
                format!(
                    "提了 {all} 条，采纳 {} 条，没答复 {} 条",
                    count("adopted"),
                    count("unanswered")
                )
            }
            Figure::Reasons => format!("没照办的 {all} 条，写了理由的 {} 条", count("reasoned")),
            Figure::Actions => {
                format!("要办 {all} 件，办成 {} 件，过期 {} 件", count("done"), count("overdue"))
            }
            Figure::Redone => format!("{all} 件里重办了 {} 件", count("redone")),
            Figure::Days => {
                format!("办成的 {all} 件，正中间的一件用了 {} 天", told.median.unwrap_or(0))
            }
            Figure::Echoes => format!("该回音 {all} 次，到了 {} 次", count("told")),
            Figure::Satisfaction => {
                format!("评了 {all} 次，满意 {} 次，不满意 {} 次", count("satisfied"), count("not"))
            }
            Figure::Voice => format!("{all} 个组，{} 个组还没有人上过桌", count("never")),
            Figure::Round => format!("坐下来 {all} 次，各组都到的 {} 次", count("whole")),
        }
    },
    part: |part| match part {
        "held" => "已坐",
        "ahead" => "召集了，还没坐",
        "postponed" => "延期",
        "unconvened" => "还没召集",
        "unanswered" => "没答复",
        "reasoned" => "写了理由",
        "bare" => "没写理由",
        "done" => "办成",
        "later" => "后来才办成",
        "open" => "在办",
        "overdue" => "过期",
        "redone" => "重办过",
        "once" => "没重办",
        "month" => "30 天以内",
        "season" => "31 到 90 天",
        "half" => "91 到 180 天",
        "longer" => "180 天以上",
        "told" => "回音到了",
        "waiting" => "还在等",
        "spoke" => "说上话",
        "sat" => "到场没发言",
        "few" => "到场不到五个人",
        "never" => "没上过桌",
        "whole" => "各组都到",
        "halfway" => "到了一半以上",
        "fewer" => "不到一半",
        _ => "别的",
    },
    few: "不到五个人，不数：数了就看得出是谁。",
    few_rows: "一个村里说同样话的不到五个人，就不列在这里：列了就看得出是谁。",
    nothing: "还没有可数的。",
    year: "哪一年",
    every_year: "历年",
    year_of: |year| format!("{year} 年"),
    place: "哪里",
    whole: "全区",
    rows: |count, name| format!("看这 {count} 行：{name}"),
    which: "看哪些",
    every_part: "全部",
    more: "再看一些",
    back: "回到数字",
    table: "用表格看",
    parts: "分项",
    count: "数目",
    offline: "没有信号。这些数要联网才数得出来。",
    kept: |moment| format!("没有信号，先看 {moment} 数的。"),
    lead: |span| {
        let when = match span {
            Span::Now => "今年".to_owned(),
            Span::Year(year) => format!("{year} 年"),
            Span::All => "历年一共".to_owned(),
        };
        let rest = [" 次，坐下来 ", " 次。提了 ", " 条建议，还有 ", " 条没答复。"];
        let [a, b, c, d] = rest.map(str::to_owned);
        [format!("{when}打算坐 "), a, b, c, d]
    },
    advice_card: "建议去哪了",
    reasons: |all, bare| match (all, bare) {
        (0, _) => "没有不照办的。".to_owned(),
        (_, 0) => format!("没照办的 {all} 条，条条写了理由。"),
        _ => format!("没照办的 {all} 条，还有 {bare} 条没写理由。"),
    },
    done_card: "办成了多少",
    done_of: |done, all| format!("{all} 件里办成 {done}"),
    by_month: |months| {
        let told = (1..).zip(months).map(|(month, count)| format!("{month} 月 {count}"));
        format!("每月办成：{}", told.collect::<Vec<_>>().join("，"))
    },
    month: |month| format!("{month} 月"),
    median: ("从提到办成", "天，中位"),
    echoes: ("回音到人", |all| format!("/ {all} 次")),
    redone: ("评了重办", "件"),
    burden: "这个工具添了多少麻烦",
    burden_means: "所有手机上，每样事平均填几格、用多少秒。只有合计，没有是谁；不到五次的不说。不分地方，是整个服务器的。",
    due: |date| format!("说好 {date}"),
    took: |days| format!("用了 {days} 天"),
};
