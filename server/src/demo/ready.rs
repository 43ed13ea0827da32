//! The evening that is to come: the north ditch, on the threshing floor of group 4. All is ready.

use domain::session::{Convene, Duty, How, Mode, Stage};
use domain::{Kind, Millis, Role, SessionAct};

use super::bench::{Bench, Place};
use super::directory::Who::{
    ChenSuqin, FangQizheng, HuShangyun, Shen, ShiGuofu, ShiJianlin, WuGuoliang,
};
use super::directory::{VILLAGE, place};
use super::matter::{at, issue};

const ON: Millis = at(11, 28, 19, 0);
const FLOOR: &str = "四组晒谷场";

/// What opens the expert's page in the sample. It is no secret: it is printed.
pub(super) const SECRET: &str = "sampleyangpenyizhangmakebench";

const PLACES: [Place; 11] = [
    Place::of(ShiJianlin, "村党支部", 0).as_(Duty::Host),
    Place::of(ChenSuqin, "村委委员", 2).as_(Duty::Recorder),
    Place::of(WuGuoliang, "村务监督委员会", 6).as_(Duty::Witness),
    Place::of(ShiGuofu, "", 4),
    Place::typed("施阿木", Role::Villager, "", 4),
    Place::typed("何秋莲", Role::Villager, "", 4),
    Place::typed("施文标", Role::Villager, "", 4),
    Place::typed("郑银花", Role::Villager, "", 5),
    Place::of(HuShangyun, "区政协委员", 0),
    Place::of(Shen, "区水利局", 0),
    Place::of(FangQizheng, "大学乡村规划专家", 0).far(),
];

/// What is known of the village.
const FACTS: [(&str, &str, &str, &str); 9] = [
    ("户数", "412 户", "2025 年", "村委会台账"),
    ("人口", "1,236 人", "2025 年", "村委会台账"),
    ("常住", "780 人", "2025 年", "村委会台账"),
    ("60 岁以上", "38 %", "2025 年", "村委会台账"),
    ("集体收入", "52 万元", "2025 年", "镇三资平台"),
    ("在外务工", "310 人", "2025 年", "村委会台账"),
    ("耕地", "1,180 亩", "2025 年", "区农业农村局"),
    ("竹山", "3,400 亩", "2025 年", "区农业农村局"),
    ("村民小组", "6 个", "2025 年", "村委会台账"),
];

/// All of it up to today.
pub(super) fn told() -> Bench {
    let mut bench = Bench::new(2);
    let chen = |at| (at, ChenSuqin);
    let day = at(11, 12, 9, 30);
    for (name, value, of, source) in FACTS {
        let (name, value) = (name.to_owned(), value.to_owned());
        let (of, source) = (Some(of.to_owned()), Some(source.to_owned()));
        bench.begin(chen(day), SessionAct::Know { name, value, of, source });
    }
    bench.begin(
        chen(day),
        SessionAct::Convene(Convene {
            title: "北渠 430 米清淤，谁出工，谁出钱".into(),
            title_en: Some("Dredging 430 m of the north ditch: who works, who pays".into()),
            village: place(VILLAGE),
            mode: Mode::B,
            issues: vec![issue(3)],
            on: Some(ON),
            place: Some(FLOOR.into()),
            agenda: Vec::new(),
            follows: None,
        }),
    );
    bench.begin(chen(day), SessionAct::Minute);
    bench.lay(chen(day), &PLACES);
    bench.write(
        chen(at(11, 13, 9, 0)),
        "background",
        "北渠淤了半边，冬天水漫到路上结成冰，四组 37 户进出都难。\n区水利局说清淤可列入今年冬修，材料费补 60%。余下的钱和工，大家坐下来商量。",
    );
    bench.write(
        chen(at(11, 13, 9, 0)),
        "facts",
        "北渠全长 430 米，最浅处只有 20 厘米。\n去年冬天结冰 11 天，摔了两个人。\n管子和水泥约 4.6 万元，要 60 个工。",
    );
    bench.proceed(chen(at(11, 14, 9, 0)), Stage::Planned, Stage::Noticed);
    for (at_, seat, how) in [(3, 3, How::Here), (4, 4, How::Phone), (9, 9, How::Phone)] {
        let (on, where_) = (ON, FLOOR.to_owned());
        let tell = SessionAct::Tell { on, place: where_, how };
        let seat = bench.seats[seat];
        bench.does(chen(at(11, 15, 9, at_)), Kind::Seat, seat, tell.into());
    }
    bench.begin(
        chen(at(11, 16, 10, 0)),
        SessionAct::Brief {
            seat: bench.seats[10],
            question: "渠底放管子，还是清淤砌边？哪一种五年里最省？".into(),
            key: domain::session::seal::digest_of(SECRET),
        },
    );
    bench.proceed(chen(at(11, 26, 18, 0)), Stage::Noticed, Stage::Ready);
    bench
}
