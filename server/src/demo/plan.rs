//! The blueprint of last year, as the team before left it, and of this; and the team that took over.

use domain::follow::term::Inaugurate;
use domain::follow::{LineState, Section, blueprint_of, version_of};
use domain::{Act, FollowAct, Id, Kind};

use super::after::After;
use super::directory::Who::{ChenSuqin, LiYuanhang, ShiJianlin};
use super::directory::{VILLAGE, named, place};
use super::matter::{Told, at, issue};

/// The lines of the blueprint: section, what they said last year (nothing for a new one), what they say now, why, which is
/// done first, how far it is, and the issue they come from.
type Entry = (u32, Section, &'static str, &'static str, &'static str, u32, &'static str, u8);

pub(super) const LINES: [Entry; 9] = [
    (
        0,
        Section::Industry,
        "",
        "“枫溪小食”先合做一样，试一季",
        "一家做不大，合起来先试",
        3,
        "刚起步",
        14,
    ),
    (
        1,
        Section::Industry,
        "竹山全面林下种植",
        "竹山先做 30 亩林下试验",
        "一年看成活再扩，不要一次铺开",
        0,
        "明年春",
        13,
    ),
    (
        2,
        Section::Living,
        "",
        "学校段太阳能路灯 12 盏，装在转弯头",
        "照得着两头，不碍秧田",
        2,
        "",
        2,
    ),
    (
        3,
        Section::Living,
        "三组机耕路全线拓宽到 5 米",
        "三组机耕路设三处错车道",
        "投资省一半，不碰永久基本农田",
        1,
        "已认领",
        1,
    ),
    (4, Section::Living, "村口建停车场", "", "占永久基本农田，依法不可", 0, "", 8),
    (
        5,
        Section::Livelihood,
        "老年食堂一律 5 元",
        "老年食堂分 3、5、8 元三档",
        "五块钱一餐有人吃不起",
        0,
        "",
        6,
    ),
    (6, Section::Livelihood, "周三下午卫生室有人坐诊", "", "", 0, "", 11),
    (7, Section::Culture, "祠堂边闲置宅基地，给老人做活动场地", "", "", 0, "在平整", 7),
    (
        8,
        Section::Governance,
        "",
        "每月 15 日晚 7 点，古樟树下坐一坐",
        "有事就坐，不勉强",
        0,
        "有事就坐",
        22,
    ),
];

/// The id of a line.
pub(super) fn line(number: u32) -> Id {
    named(14, number)
}

/// Last year's blueprint, as the team before left it, and the team that takes over.
pub(super) fn last_year() -> Vec<Told> {
    let mut after = After::new(1);
    let here = (at(2, 25, 9, 0), ChenSuqin);
    let plan = blueprint_of(place(VILLAGE));
    after.does(here, Kind::Blueprint, plan, FollowAct::Envision);
    after.writes(here, Kind::Blueprint, plan, "vision", "路通灯亮\n老少有去处");
    for (number, section, before, .., from) in LINES {
        if before.is_empty() {
            continue;
        }
        after.does(here, Kind::Line, line(number), sketch(section, before, 0, &[issue(from)], ""));
    }
    let frozen = version_of(place(VILLAGE), 2025);
    let freeze = FollowAct::Freeze { year: 2025 };
    after.does((at(2, 26, 9, 0), ShiJianlin), Kind::Version, frozen, freeze);
    let team = Inaugurate {
        team: "2026 届村班子".into(),
        secretary: ShiJianlin.id(),
        name: "施建林".into(),
        from: at(2, 20, 0, 0),
        until: None,
        members: Some("施建林 书记兼主任\n陈素琴 委员、记录\n叶美芳 委员".into()),
    };
    after.begins((at(2, 26, 10, 0), LiYuanhang), FollowAct::Inaugurate(team));
    after.told
}

fn sketch(section: Section, words: &str, first: u32, cites: &[Id], why: &str) -> FollowAct {
    FollowAct::Sketch {
        section,
        words: words.into(),
        words_en: None,
        first: (first > 0).then_some(first),
        cites: cites.into(),
        why: (!why.is_empty()).then(|| why.to_owned()),
    }
}

/// This year's blueprint. `session` is the evening it was made on, `tasks` what is done of it.
pub(super) fn this_year(session: Id, tasks: &[Id], canteen: Id, clinic: Id) -> Vec<Told> {
    let mut after = After::new(2);
    let here = (at(9, 24, 9, 0), ChenSuqin);
    let plan = blueprint_of(place(VILLAGE));
    let vision = Act::Edit {
        field: "vision".into(),
        from: "路通灯亮\n老少有去处".into(),
        to: "老街有人气\n山上有活路\n晚上有灯亮".into(),
    };
    after.does(here, Kind::Blueprint, plan, vision);
    after.writes(here, Kind::Blueprint, plan, "years", "2026–2028");
    for (number, section, before, now, why, first, progress, _) in LINES {
        let of_task = match number {
            2 => tasks.get(1).copied(),
            3 => tasks.first().copied(),
            5 => Some(canteen),
            6 => Some(clinic),
            _ => None,
        };
        let cites: Vec<Id> = [Some(session), of_task].into_iter().flatten().collect();
        let id = line(number);
        match (before, now) {
            ("", now) => after.does(here, Kind::Line, id, sketch(section, now, first, &cites, why)),
            (_, "") if !why.is_empty() => {
                let why = Some(why.to_owned());
                let drop = FollowAct::Carry { to: LineState::Dropped, why, cites };
                after.does(here, Kind::Line, id, drop);
            }
            (_, "") => {
                let to = LineState::CarriedOut;
                after.does(here, Kind::Line, id, FollowAct::Carry { to, why: None, cites });
            }
            (_, now) => {
                let rewrite = FollowAct::Rewrite { words: now.into(), why: why.into(), cites };
                after.does(here, Kind::Line, id, rewrite);
                if first > 0 {
                    after.writes(here, Kind::Line, id, "first", first);
                }
            }
        }
        if !progress.is_empty() {
            after.writes(here, Kind::Line, id, "progress", progress);
        }
    }
    after.told
}
