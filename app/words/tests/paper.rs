//! What comes out of a sealed session as text: for a chat, for the loudspeaker, for the page.

#![expect(clippy::expect_used, reason = "what is told here is there")]

use domain::form::{self, Value};
use words::paper::{Block, Head, Paper, blocks, lasts, letters, plain, script, top};

/// What was sealed after an evening on the benches.
fn content() -> Value {
    let text = r#"{
        "kind": "session", "title": "北渠清淤，谁出工谁出钱", "mode": "b", "on": 1789729200000, "where": "老街古樟树下",
        "agenda": [{"topic": "facts", "minutes": 8}, {"topic": "villagers", "minutes": 25}],
        "seats": [
            {"name": "施建林", "role": "secretary", "label": "村书记", "duty": "host", "present": true},
            {"name": "陈素琴", "role": "recorder", "label": "村委委员", "duty": "recorder", "present": true},
            {"name": "王彩娣", "role": "representative", "group": "三组", "present": true},
            {"name": "徐根土", "role": "representative", "group": "五组", "present": true},
            {"name": "方其正", "role": "expert", "label": "规划专家", "remote": true, "present": true},
            {"name": "施国富", "role": "representative", "group": "四组", "present": false}],
        "facts": ["北渠 430 米，淤了半边。"],
        "consensus": ["先清上游 430 米，材料费补 60%", "误工一天补 120 元。"],
        "statements": [
            {"seat": 2, "part": 1, "sort": "opinion", "words": "我家 2 亩田靠这条渠。", "at": 1, "check": "confirmed", "how": "own", "named": true},
            {"seat": 4, "part": 1, "sort": "answer", "words": "分 2 段清，王彩娣说得对。", "at": 2, "check": "silent", "how": "", "named": false},
            {"seat": null, "part": 1, "sort": "opinion", "words": "早点动手。", "at": 3, "check": "silent", "how": "", "named": false},
            {"seat": 3, "part": 1, "sort": "dissent", "words": "不同意按户出工。", "at": 4, "check": "disputed", "how": "phone",
             "against": "我说的是按田亩。", "named": false}],
        "counts": [{"words": "先清上游", "part": 1, "asked_at": 5, "yes": 19, "no": 2}],
        "actions": [{"what": "清北渠上游", "owner": "沈科", "due": 1794830400000}]
    }"#;
    form::perhaps(Some(text.to_owned())).expect("it can be read")
}

fn head(code: Option<&str>) -> Head {
    Head {
        village: "上枫村".into(),
        at: 1_789_779_600_000,
        code: code.map(str::to_owned),
        number: code.map(|_| 9),
        address: "https://bandeng.example/verify/4F7K92QM".into(),
    }
}

#[test]
fn the_text_for_a_chat_names_roles_and_whoever_wants_to_be_named() {
    let paper = Paper::public(&content(), &["沈科".to_owned()]).unwrap();
    let told = plain(&paper, &head(Some("4F7K92QM")));
    let wanted = "\
上枫村板凳会：北渠清淤，谁出工谁出钱
2026 年 9 月 18 日 19:00，老街古樟树下
到场 4 人（村民代表 2，村书记 1，记录员 1），远程 1 人

【情况】
北渠 430 米，淤了半边。

【大家的共识】
一、先清上游 430 米，材料费补 60%
二、误工一天补 120 元。

【谁来办】
1. 清北渠上游：村民，11 月 16 日前

【保留意见（原话照写）】
五组村民代表：“不同意按户出工。”（本人不认：“我说的是按田亩。”）

【村民发言】
王彩娣（三组村民代表）（意见）：“我家 2 亩田靠这条渠。”
规划专家，电话里（解答）：“分 2 段清，三组村民代表说得对。”（问过，三天没有回话）
有人（意见）：“早点动手。”

【举手】
先清上游（同意 19，不同意 2，说不清 0）

当众核定，第 9 号。校验码 上 4F7K 92QM
谁都能对一对，改一个字就对不上：https://bandeng.example/verify/4F7K92QM
";
    assert_eq!(told, wanted);
}

#[test]
fn a_draft_says_so_and_has_neither_code_nor_seal() {
    let paper = Paper::public(&content(), &[]).unwrap();
    let told = plain(&paper, &head(None));
    assert!(told.starts_with("【草稿，还没定稿】\n"));
    assert!(!told.contains("校验码") && !told.contains("当众核定"));
    assert!(script(&paper, &head(None)).starts_with("（草稿，还没定稿，先不要广播。）"));
    assert_eq!(top(&head(None)).draft, Some("草稿"));
}

#[test]
fn the_loudspeaker_says_figures_and_days_as_people_do() {
    let paper = Paper::public(&content(), &["沈科".to_owned()]).unwrap();
    let told = script(&paper, &head(Some("4F7K92QM")));
    let wanted = "\
上枫村的乡亲们，请听一听。
九月十八日晚上七点，大家在老街古樟树下坐下来谈了一场板凳会，谈的是：北渠清淤，谁出工谁出钱。到场四个人，还有一个人在电话里。
大家谈成了两条。
第一，先清上游四百三十米，材料费补百分之六十。
第二，误工一天补一百二十元。
谁来办，也定下来了。
清北渠上游，由村民来办，十一月十六日以前办好。
也有不同的意见，原话照念。五组村民代表说：不同意按户出工。
这份纪要当众念过、核过，已经定稿，贴在公告栏里。谁有话要说，找村里的记录员。
大家提的话，条条都要有回音。";
    assert_eq!(told, wanted);
    let seconds = lasts(&told);
    assert!((60..=120).contains(&seconds) && seconds.is_multiple_of(5), "{seconds}");
}

#[test]
fn those_who_were_there_read_names_and_who_kept_silent() {
    let paper = Paper::internal(&content()).unwrap();
    assert_eq!((paper.came(), paper.remote, paper.checked), (4, 1, 2));
    let page = blocks(&paper, true);
    let said: Vec<_> = page
        .iter()
        .filter_map(|block| match block {
            Block::Said(who, _, note) => Some((who.as_str(), note.as_deref())),
            _ => None,
        })
        .collect();
    assert_eq!(
        said,
        [
            ("王彩娣（三组村民代表） 意见", None),
            ("方其正（规划专家，电话里） 解答", Some("问过，三天没有回话")),
            ("意见", None)
        ]
    );
    let draft = blocks(&paper, false);
    let waits = |block: &&Block| matches!(block, Block::Said(_, _, Some(note)) if note == "还没核");
    assert_eq!(draft.iter().filter(waits).count(), 1);
}

#[test]
fn a_code_is_read_out_in_two_groups_of_four() {
    assert_eq!(letters("上枫村", "4F7K92QM"), "上 4F7K 92QM");
    assert_eq!(letters("", "4F7K92QM"), "4F7K 92QM");
}
