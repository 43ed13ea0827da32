//! The meeting of the sample village as a paper: how one is filled in.

use domain::Millis;
use domain::session::Verdict;
use words::{Lang, moment_of};

use super::{Action, Answer, Block, Fact, Paper, Said, Seal, Signature};

fn day(year: i64, month: u32, day: u32) -> Millis {
    moment_of(year, month, day, 0, 0).unwrap()
}

fn heading(text: &str) -> Block {
    Block::Heading(text.into())
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn item(text: &str) -> Block {
    Block::Item(text.into())
}

fn said(speaker: &str, text: &str) -> Said {
    Said { speaker: speaker.into(), text: text.into() }
}

fn fact(label: &str, text: &str) -> Fact {
    Fact { label: label.into(), text: text.into() }
}

fn answer(verdict: Verdict, advice: &str, reason: Option<&str>) -> Answer {
    Answer { verdict, advice: advice.into(), reason: reason.map(str::to_owned) }
}

fn action(what: &str, who: &str, partners: &str, by: Millis, done_when: &str) -> Action {
    let (what, who, partners) = (what.into(), who.into(), Some(partners.into()));
    Action { what, who, partners, by: Some(by), done_when: Some(done_when.into()) }
}

fn signature(role: &str, name: Option<&str>) -> Signature {
    let on = name.map(|_| day(2026, 9, 19));
    Signature { role: role.into(), name: name.map(str::to_owned), on }
}

/// What sixty people might say: short and concrete, a number here and a condition there.
const SAYINGS: &[(&str, &str)] = &[
    ("王彩娣（三组村民代表）", "灯杆别立在我家秧田边，装在转弯头，照得着两头。"),
    ("施国富（四组种粮大户）", "北渠村里出钱买管子，我们组出工，一户一个工。"),
    ("徐志强（村民代表）", "停车场收五块，本村车不收，钱拿来请人指挥。"),
    ("施阿根（一组村民代表）", "食堂五块钱一餐太贵，我自己烧两块。"),
    ("胡尚云（区政协委员）", "办村就要像办企业一样算账，先选一样，把故事讲好，不要样样都做。"),
    ("周敏之（区政协委员）", "卫生室和镇卫生院排班合表，周三下午由医共体补一个全科医生。"),
    (
        "方其正（规划专家，远程）",
        "620 米不必全线拓宽，设三处 20 米错车道，投资可省约一半，不碰永久基本农田。",
    ),
    ("沈科（区水利局）", "北渠清淤可列入今年冬修，材料费补 60%，请村里 10 月底前报点位图。"),
    ("陈小燕（村民代表）", "“枫溪小食”先合做一样，用同一个牌子、同一种包装；卖得好再加第二样。"),
    ("老何（供电所）", "太阳能路灯不用拉线，12 盏一周能装完，坏了打 24 小时电话。"),
];

/// The minutes with names, as the village keeps them, and `statements` things that were said.
pub(super) fn minutes(statements: usize) -> Paper {
    let mut blocks = vec![
        paragraph(
            "2026 年 9 月 18 日 19:00，在上枫老街古樟树下召开协商会议，就新班子三年蓝图先干哪三件事进行协商。会议由吴国梁主持，陈素琴记录。纪要如下：",
        ),
        heading("情况通报"),
        paragraph(
            "全村 412 户 1236 人，常住 780 人。2025 年村集体经济收入 52 万元。三组机耕路全长 620 米、宽 3 米；学校段夜间无灯。",
        ),
        heading("主要意见"),
    ];
    let sayings = SAYINGS.iter().cycle().take(statements);
    blocks.extend(sayings.map(|(speaker, text)| Block::Statement(said(speaker, text))));
    blocks.push(heading("保留意见"));
    blocks.push(Block::Dissent(said(
        "徐根土（五组村民代表）",
        "不同意先修老街再修五组路，请写进纪要。",
    )));
    blocks.push(heading("形成的共识"));
    blocks.extend(consensus());
    blocks.extend([heading("意见答复"), answers(), heading("事项分工"), actions()]);
    blocks.push(Block::Facts(vec![
        fact("出席", "村民代表 11 人、委员 3 人、村干部 5 人、部门 3 人、其他 1 人（名单附后）。"),
        fact("核对", "当面 19 人，手印 2 人，电话 2 人。"),
    ]));
    blocks.push(Block::Signatures(vec![
        signature("主持人", Some("吴国梁")),
        signature("记录员", Some("陈素琴")),
        signature("村务监督", None),
    ]));
    of(blocks)
}

/// The edition for everybody: roles, and no more than a notice board bears.
pub(super) fn poster() -> Paper {
    let mut blocks = vec![
        Block::Facts(vec![
            fact("时间", "2026 年 9 月 18 日 19:00"),
            fact("地点", "上枫老街古樟树下"),
            fact(
                "坐下来的",
                "村民代表 11 人，区政协委员 3 人，村干部 5 人，部门 3 人，其他 1 人；远程专家 2 人",
            ),
        ]),
        heading("大家的共识"),
    ];
    blocks.extend(consensus());
    blocks.push(Block::Dissent(said("五组村民代表", "不同意先修老街再修五组路，请写进纪要。")));
    blocks.extend([
        heading("14 条建议，条条有答复"),
        paragraph("采纳 7 · 部分采纳 3 · 留作参考 2 · 暂缓 1 · 不采纳 1"),
        answers(),
        heading("谁来办，哪天前"),
        actions(),
    ]);
    let door = "https://bandeng.example/raise/019ca65e-0000-7000-8000-00010000000a";
    Paper { door: Some(door.into()), ..of(blocks) }
}

/// A block of each kind that is made of several texts, with the same text everywhere.
pub(super) fn filled_with(text: &str) -> [Block; 4] {
    [
        Block::Answers(vec![answer(Verdict::Deferred, text, Some(text))]),
        Block::Actions(vec![action(text, text, text, day(2026, 11, 15), text)]),
        Block::Facts(vec![fact("出席", text), fact(text, text)]),
        Block::Signatures(vec![signature(text, Some(text)), signature("主持人", None)]),
    ]
}

fn of(blocks: Vec<Block>) -> Paper {
    Paper {
        lang: Lang::Zh,
        head: "上枫村协商纪要".into(),
        number: Some("〔2026〕9 号".into()),
        issuer: "上枫村村民委员会".into(),
        issued: day(2026, 9, 19),
        series: "上枫村 · 2026 年第 9 次".into(),
        until: Some(day(2026, 9, 26)),
        title: "新班子 新蓝图\n先干哪三件".into(),
        blocks,
        draft: false,
        seal: Some(Seal {
            code: "枫4F7K 92QM".into(),
            link: "https://bandeng.example/v/4F7K92QM".into(),
        }),
        door: None,
        copies: Some("区政协办公室，石桥镇人民政府".into()),
    }
}

fn consensus() -> [Block; 3] {
    [
        item("先修三处错车道，不拓宽整条路。"),
        item("学校段装 12 盏太阳能路灯，灯杆立在转弯头。"),
        item("“枫溪小食”先合做一样，试一季再说。"),
    ]
}

fn answers() -> Block {
    Block::Answers(vec![
        answer(Verdict::Adopted, "灯杆装在转弯头，不立在秧田边。", None),
        answer(Verdict::Partly, "停车收费请人指挥。", Some("先试行周末；平日车少，收费不够请人。")),
        answer(
            Verdict::Reference,
            "食堂五块钱一餐太贵。",
            Some("分 3、5、8 元三档试行三个月再议。"),
        ),
        answer(Verdict::Deferred, "五组路一起修。", Some("等明年的农村公路资金。")),
        answer(Verdict::Declined, "在基本农田边建停车场。", Some("涉及永久基本农田，依法不可。")),
    ])
}

fn actions() -> Block {
    Block::Actions(vec![
        action("三处错车道", "镇农办", "区交通运输局", day(2027, 3, 31), "两辆农用车可错车"),
        action(
            "学校段安装太阳能路灯 12 盏",
            "村委会",
            "镇政府、供电所",
            day(2026, 11, 15),
            "晚 7 点在三个点都能看清路面",
        ),
        action("北渠清淤 430 米", "四组", "区水利局", day(2026, 11, 30), "放水 2 小时不溢"),
    ])
}
