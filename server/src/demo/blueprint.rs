//! The evening of 18 September under the camphor tree: which three things first. It is read back and sealed.

use domain::session::{Convene, Duty, Hand, How, Mode, Part, Promise, Sort, Stage, Topic};
use domain::{Kind, Millis, Role, SessionAct};

use super::bench::{Bench, Place};
use super::directory::Who::{
    ChenSuqin, ChenXiaoyan, FangQizheng, HuShangyun, LiYuanhang, LinXiaozhou, Shen, ShiAgen,
    ShiGuofu, ShiJianlin, WangCaidi, WuGuoliang, XuZhiqiang, YangTeam, Zheng, ZhouMinzhi, Zhu,
};
use super::directory::{VILLAGE, place};
use super::matter::{at, issue};
use super::settled::TREE;

const MINUTE: Millis = 60_000;
const ON: Millis = at(9, 18, 19, 0);

/// When host and witness signed.
pub(super) const SIGNED: Millis = at(9, 20, 9, 30);

const PLACES: [Place; 25] = [
    Place::of(WuGuoliang, "村务监督委员会", 6).as_(Duty::Host),
    Place::of(ChenSuqin, "村委委员", 2).as_(Duty::Recorder),
    Place::of(ShiJianlin, "村党支部", 0).as_(Duty::Witness),
    Place::of(LinXiaozhou, "区农业农村局", 0),
    Place::typed("叶美芳", Role::Recorder, "村委委员", 6),
    Place::of(ShiAgen, "", 1),
    Place::of(WangCaidi, "", 3),
    Place::of(XuZhiqiang, "", 5),
    Place::of(ChenXiaoyan, "", 3),
    Place::of(ShiGuofu, "", 4),
    Place::typed("施火根", Role::Representative, "", 1),
    Place::typed("周小芬", Role::Representative, "", 2),
    Place::typed("徐桂香", Role::Representative, "", 2),
    Place::typed("金月娥", Role::Representative, "", 5),
    Place::typed("叶长根", Role::Representative, "", 6),
    Place::typed("郑水明", Role::Representative, "", 6),
    Place::of(HuShangyun, "区政协委员", 0),
    Place::of(ZhouMinzhi, "区政协委员", 0),
    Place::typed("钱立新", Role::Member, "区政协委员", 0),
    Place::of(Shen, "区水利局", 0),
    Place::of(Zheng, "区交通运输局", 0),
    Place::of(Zhu, "镇农办", 0),
    Place::of(LiYuanhang, "区政协办公室", 0),
    Place::of(FangQizheng, "大学乡村规划专家", 0).far(),
    Place::of(YangTeam, "植物保护专家", 0).far(),
];

const AGENDA: [(Topic, u32); 8] = [
    (Topic::Opening, 3),
    (Topic::Facts, 8),
    (Topic::Questions, 15),
    (Topic::Villagers, 25),
    (Topic::Experts, 6),
    (Topic::Departments, 10),
    (Topic::Consensus, 8),
    (Topic::Tasks, 5),
];

/// Which seat said what, in which part; the expert wants to be named.
pub(super) const SAID: [(usize, u32, Sort, &str, bool); 14] = [
    (13, 2, Sort::Question, "三件都干，钱从哪里来？", false),
    (2, 2, Sort::Answer, "村集体一年 52 万元，今年能拿 30 万，其余报镇里和区里的项目。", false),
    (6, 3, Sort::Opinion, "灯杆别立在我家秧田边，装在转弯头，照得着两头。", false),
    (9, 3, Sort::Opinion, "北渠村里出钱买管子，我们组出工，一户一个工。", false),
    (7, 3, Sort::Opinion, "停车场收五块，本村车不收，钱拿来请人指挥。", false),
    (5, 3, Sort::Opinion, "食堂五块钱一餐太贵，我自己烧两块。", false),
    (8, 3, Sort::Opinion, "“枫溪小食”先合做一样，牌子大家用，账一起算。", false),
    (13, 3, Sort::Dissent, "不同意先修老街再修五组路，请写进纪要。", false),
    (16, 4, Sort::Opinion, "办村就要像办企业一样算账，先选一样，把故事讲好，不要样样都做。", false),
    (
        23,
        4,
        Sort::Opinion,
        "620 米不必全线拓宽，设三处 20 米错车道，投资可省约一半，不碰永久基本农田。",
        true,
    ),
    (24, 4, Sort::Opinion, "竹山先做 30 亩林下试验，一年看成活再扩，不要一次铺开。", false),
    (
        19,
        5,
        Sort::Promise,
        "北渠清淤可列入今年冬修，材料费补 60%，请村里 10 月底前报点位图。",
        false,
    ),
    (17, 5, Sort::Promise, "卫生室和镇卫生院排班合表，周三下午由医共体补一个全科医生。", false),
    (21, 5, Sort::Promise, "三处错车道镇里牵头，明年三月底前两辆农用车能错车。", false),
];

const TASKS: [(&str, &str, Millis); 3] = [
    ("三处错车道", "镇农办", at(12, 31, 18, 0) + 90 * 1440 * MINUTE),
    ("学校段安装太阳能路灯 12 盏", "上枫村委会", at(11, 15, 18, 0)),
    ("北渠清淤 430 米", "四组", at(11, 30, 18, 0)),
];

/// All of it up to the signatures.
pub(super) fn told() -> Bench {
    let mut bench = Bench::new(1);
    announce(&mut bench);
    sit(&mut bench);
    read_back(&mut bench);
    bench
}

fn announce(bench: &mut Bench) {
    let chen = |at| (at, ChenSuqin);
    let part = |(topic, minutes)| Part { topic, name: None, minutes };
    let day = at(9, 8, 9, 0);
    bench.begin(
        chen(day),
        SessionAct::Convene(Convene {
            title: "新班子 新蓝图 · 先干哪三件".into(),
            title_en: Some("New team, new blueprint: which three things first".into()),
            village: place(VILLAGE),
            mode: Mode::B,
            issues: [22, 1, 2, 14].map(issue).into(),
            on: Some(ON),
            place: Some(TREE.into()),
            agenda: AGENDA.map(part).into(),
            follows: None,
        }),
    );
    bench.begin(chen(day), SessionAct::Minute);
    bench.lay(chen(day), &PLACES);
    bench.write(
        chen(day),
        "background",
        "换届以后大家都在问，三年里先干什么。样样都想干，样样干不成，请大家坐下来挑三件。",
    );
    let why = "要三个部门一起来，区政协搭台，村里照旧主持。".to_owned();
    bench.step((at(9, 9, 10, 0), LiYuanhang), SessionAct::Escalate { why });
    bench.proceed(chen(at(9, 10, 9, 0)), Stage::Planned, Stage::Noticed);
    bench.proceed(chen(at(9, 18, 17, 0)), Stage::Noticed, Stage::Ready);
}

fn sit(bench: &mut Bench) {
    let chen = |minutes: Millis| (ON + minutes * MINUTE, ChenSuqin);
    for seat in bench.seats.clone() {
        let here = SessionAct::Attend { present: Some(true) };
        bench.does(chen(-5), Kind::Seat, seat, here.into());
    }
    bench.proceed(chen(0), Stage::Ready, Stage::InSession);
    let mut minute = 12;
    let mut said = Vec::new();
    for (seat, part, sort, words, named) in SAID {
        bench.step(chen(minute), SessionAct::Reach { part });
        let seat = bench.seats[seat];
        said.push(bench.says(chen(minute), seat, (part, sort), words, named));
        minute += 4;
    }
    bench.step(chen(minute), SessionAct::Reach { part: 6 });
    let words = "先干这三件：错车道、路灯、枫溪小食？".to_owned();
    let count = bench.begin(chen(minute), SessionAct::Ask { words, part: 6 });
    for (hand, by) in [(Hand::Yes, 19), (Hand::No, 1), (Hand::Unsure, 2)] {
        bench.does(chen(minute), Kind::Count, count, SessionAct::Count { hand, by }.into());
    }
    bench.step(chen(minute + 5), SessionAct::Reach { part: 7 });
    for (what, owner, due) in TASKS {
        let (what, owner, due) = (Some(what.to_owned()), owner.to_owned(), Some(due));
        bench.begin(
            chen(minute + 6),
            SessionAct::Promise(Promise { statement: None, what, owner, due }),
        );
    }
    bench.proceed(chen(minute + 12), Stage::InSession, Stage::Drafting);
}

fn read_back(bench: &mut Bench) {
    let chen = |at| (at, ChenSuqin);
    let day = at(9, 19, 8, 30);
    bench.write(
        chen(day),
        "facts",
        "全村 412 户 1,236 人，常住 780 人。\n村集体经济收入 52 万元（2025 年）。\n三组到村口 620 米机耕路只有 3 米宽，其中 410 米紧挨永久基本农田。",
    );
    bench.write(
        chen(day),
        "consensus",
        "先修三处错车道，不拓宽整条路。\n学校段装 12 盏太阳能路灯，灯杆立在转弯头。\n“枫溪小食”先合做一样，试一季再说。",
    );
    bench.proceed(chen(day), Stage::Drafting, Stage::Checking);
    let said: Vec<_> = bench
        .told
        .iter()
        .filter(|(_, change)| change.kind == Kind::Statement)
        .map(|(_, change)| change.id)
        .collect();
    for (statement, (seat, _, _, words, _)) in said.into_iter().zip(SAID) {
        let how = if PLACES[seat].remote { How::Phone } else { How::Here };
        bench.nods(chen(at(9, 19, 19, 0)), statement, words, how);
    }
}
