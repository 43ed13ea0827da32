//! The same in Chinese.

use super::{Bench, minutes};
use crate::session;

pub(crate) static ZH: Bench = Bench {
    kept: ["飞行模式 · 都存在这部手机", "没信号 · 都存在这部手机", "都存在这部手机，有信号自己送"],
    colours: ["换成白天的颜色", "换成夜里的颜色"],
    agenda: |minutes| format!("议程，共 {minutes} 分钟"),
    part: |name, minutes| format!("{name} {minutes} 分钟"),
    left: |minutes| match minutes {
        ..0 => format!("超了 {} 分", -minutes),
        0 => "时间到了".into(),
        minutes => format!("还有 {minutes} 分"),
    },
    next: "下一项",
    end: ["散会", "现在散会吗？", "记下的都在，接下来看纪要。散了还能接着开。", "散会，看纪要"],
    before: ["还没开会", "开会前还差这些：", "人和地方都定了，坐好就能开。"],
    begin: ["开会", "摆凳子", "看这场会"],
    over: ["散会了", "看纪要", "还有话说，接着开"],
    missing: ["这部手机上没有这场会", "它可能还在路上，也可能不归您看。有信号的时候再来看一眼。"],
    reader: "这里由记录的人来点；您看得到记下的话。",
    off: |millis| {
        let (minutes, seconds) = minutes(millis);
        match minutes {
            0 => format!("中间断了 {seconds} 秒，记下的都在，接着来。"),
            1..60 => format!("中间断了 {minutes} 分 {seconds} 秒，记下的都在，接着来。"),
            _ => {
                format!("中间断了 {} 小时 {} 分，记下的都在，接着来。", minutes / 60, minutes % 60)
            }
        }
    },
    roll: [
        "点名",
        "都到了",
        "加一个人",
        "点好了",
        "来了的点一下。没点到的，点好以后记作没来；晚到的随时再点。",
    ],
    here: |here, far| match far {
        0 => format!("到了 {here} 人"),
        far => format!("到了 {here} 人，远程 {far} 人"),
    },
    present: ["到了", "没到"],
    late: ["加一张凳子", "姓名", "是什么人", "哪个组", "在电话那头", "坐下"],
    ring: "围坐图：里圈村民，外圈委员、干部、部门和远程",
    far: "远程",
    comma: "，",
    tile: |now, times, queue| {
        let mut told = match (now, times) {
            (true, _) => "，正在说".to_owned(),
            (false, 0) => "，还没说过".to_owned(),
            (false, times) => format!("，说过 {times} 次"),
        };
        if let Some(place) = queue {
            told.push_str(&format!("，举手第 {place}"));
        }
        told
    },
    middle: ["还没人说", "点名字就开始", "点一下停", "点一下，请他说"],
    spoken: ["正在说，还剩 ", "正在说，已经超过 "],
    hands_up: ["举手", "现在点名字是记举手；再点“举手”就回来"],
    silent: |people, groups| {
        let people_told = match people {
            0 => ["人人都说过了".to_owned(), String::new()],
            n => [format!("{n} 人"), "还没说（虚线）".to_owned()],
        };
        let [count, rest] = people_told;
        if groups.is_empty() {
            [count, rest, String::new(), String::new()]
        } else {
            [count, format!("{rest}，"), groups.join("、"), "还没声音".to_owned()]
        }
    },
    silent_title: "还没说的人",
    taken: "记下了：",
    stated: |lang, sort, length| match length {
        Some(length) => format!("{}，录音 {length}", session::sort(lang, sort)),
        None => session::sort(lang, sort).to_owned(),
    },
    undo: ["撤回", "撤回了"],
    write: ["写几个字", "他怎么说的，写几个字就行", "存下"],
    did: ["开始说", "说完了", "举手", "放下手", "到了", "没到", "坐下了"],
    all_did: ["都到了", "点好名了", "到了这一项", "数了一只手"],
    capture: |name| match name {
        Some(name) => format!("记下{name}说的"),
        None => "记下说的话".into(),
    },
    whose: ["谁说的", "大家说的，不算在谁头上"],
    due: ["哪天前办好", "一周内", "月底前", "三个月内", "选日子", "先不定"],
    due_by: |day| format!("{day}前"),
    owner: |name, label| format!("{name}，{label}"),
    hands: ["举手：", "数一次手", "再数一次", "拿来举手的一句话", "开始数", "减一", "从这些里挑"],
    counted: |n| format!("数到 {n} 人"),
    hand: |name, n, more| format!("{name} {n} 人，{}", if more { "加一" } else { "减一" }),
    log: (|n| format!("今晚记下 {n} 条"), "今晚记下的", "还没有记下什么。"),
    by: |name| format!("{name} 记的"),
    spoke: (|length| format!("说了 {length}"), "正在说"),
    wordless: "还没写字",
    voice: [
        "按住录",
        "在录，松手就存",
        "在录，再按一下就存",
        "按住别松，说完再松手",
        "这部手机没有话筒，别的都照常用",
        "话筒没让用。要录音，请在浏览器的设置里允许话筒；不录也都照常用",
        "这一段没录上，别的都在",
        "按住录音",
    ],
    play: ["听录音", "录音还不在这部手机上"],
};
