//! In Chinese.

use domain::waits::{Debt, Ower, Waiter};

use super::Waits;
use crate::Lang;

pub(super) static ZH: Waits = Waits {
    order: "等得最久的在前",
    debt: |debt| match debt {
        Debt::Advice => "建议没答复",
        Debt::Unclaimed => "没人认领",
        Debt::Overdue => "过了日子",
        Debt::Echo => "回音没到",
        Debt::Brief => "一页纸没回",
        Debt::Minutes => "纪要没定稿",
        Debt::Letter => "来信没答复",
    },
    all: "全部",
    ours: "我们欠的",
    filter: "只看",
    waiter: |waiter, count, village| match (waiter, count) {
        (Waiter::Village, _) => village.to_owned(),
        (Waiter::Villagers, 0..=1) => "一位村民".to_owned(),
        (Waiter::Villagers, count) => format!("{count} 位村民"),
        (Waiter::Advisers, _) => "提建议的人".to_owned(),
        (Waiter::Writer, _) => "写信的人".to_owned(),
    },
    waits_for: "在等",
    ower: |ower, village, name| match ower {
        Ower::Office => "本办公室".to_owned(),
        Ower::Committee => committee(village),
        Ower::Department => name.unwrap_or("部门").to_owned(),
        Ower::Holder => name.unwrap_or("认领的人").to_owned(),
        Ower::Expert => name.unwrap_or("被请教的人").to_owned(),
        Ower::Nobody => "有人认领".to_owned(),
    },
    owed: |debt, count, session| match (debt, session) {
        (Debt::Advice, true) => format!("{count} 条建议没答复"),
        (Debt::Advice, false) => "这条建议没答复".to_owned(),
        (Debt::Unclaimed, _) => "没人认领".to_owned(),
        (Debt::Overdue, _) => "还没办好".to_owned(),
        (Debt::Echo, _) => "回音还没到人".to_owned(),
        (Debt::Brief, _) => "请教的一页纸没回".to_owned(),
        (Debt::Minutes, _) => "纪要没定稿".to_owned(),
        (Debt::Letter, _) => "还没答复".to_owned(),
    },
    due: |due, asked, now| match (due, asked) {
        (_, Some(asked)) => Some(format!("新日子 {}", Lang::Zh.date(asked, now))),
        (Some(due), None) => Some(format!("说好 {}", Lang::Zh.date(due, now))),
        (None, None) => None,
    },
    both: |day, owed| format!("{day}，{owed}"),
    again: "重办",
    days: |_| "天",
    unknown: "这件事的记录还没到这部手机",
    say: "递个话",
    remind: "提个醒",
    answer: "去答复",
    of: |what, about| format!("{what}：{about}"),
    hint: "发出去之前看一遍。里面没有村民的名字，也没有只给一个人的链接。",
    sms: "用短信发",
    none: ("谁也没在等谁", "有建议没答复、事情过了日子，这里会写出来。"),
    none_of: "这一类没有等着的。",
    more: "再看一些",
    to_all: |count| format!("看全部 {count} 件"),
    overdue: "说好的日子过了",
    first: |all, shown| format!("{all} 件，先看这 {shown} 件"),
    letters: "写给办公室的信",
    letters_wait: |count| {
        if count == 0 {
            "没有等着看的信。".to_owned()
        } else {
            format!("{count} 封信等着看")
        }
    },
    ahead: "接下来的板凳",
    ahead_order: "按日子排",
    ahead_none: "没有定下日子的板凳。",
};

/// 上枫村 has a 上枫村委会, a neighbourhood a 居委会.
pub(super) fn committee(village: &str) -> String {
    match village {
        _ if village.ends_with('村') => format!("{village}委会"),
        _ if village.ends_with("社区") => format!("{village}居委会"),
        "" => "村委会".to_owned(),
        _ => format!("{village}村委会"),
    }
}
