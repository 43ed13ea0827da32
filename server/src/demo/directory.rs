//! The sample district: its places and people. All of them are made up.

use domain::place::Level;
use domain::{Id, Role};

/// A place of the sample district.
pub(super) struct Spot {
    pub(super) id: u8,
    pub(super) parent: u8,
    pub(super) level: Level,
    pub(super) name: &'static str,
    pub(super) name_en: &'static str,
}

pub(super) const DISTRICT: u8 = 1;
pub(super) const VILLAGE: u8 = 10;
/// The first of the six groups of the village.
const GROUP: u8 = 20;

/// The id of a place.
pub(super) fn place(number: u8) -> Id {
    named(1, u32::from(number))
}

/// The id of the village's group of that number.
pub(super) fn group(number: u8) -> Id {
    place(GROUP + number)
}

/// An id that is the same at every seeding, so that seeding twice changes nothing.
pub(super) fn named(drawer: u32, number: u32) -> Id {
    let name = (u128::from(drawer) << 32) | u128::from(number);
    Id::from_u128(0x019c_a65e_0000_7000_8000_0000_0000_0000 | name)
}

const fn spot(
    (id, parent): (u8, u8),
    level: Level,
    name: &'static str,
    name_en: &'static str,
) -> Spot {
    Spot { id, parent, level, name, name_en }
}

/// Every place after the one it is part of.
pub(super) const PLACES: [Spot; 13] = [
    spot((DISTRICT, 0), Level::District, "云溪区", "Yunxi District"),
    spot((2, DISTRICT), Level::Town, "石桥镇", "Shiqiao Town"),
    spot((VILLAGE, 2), Level::Village, "上枫村", "Shangfeng"),
    spot((11, 2), Level::Village, "枫桥头村", "Fengqiaotou"),
    spot((12, 2), Level::Village, "古岙村", "Gu’ao"),
    spot((13, 2), Level::Village, "南山下村", "Nanshanxia"),
    spot((14, 2), Level::Village, "渔浦村", "Yupu"),
    spot((21, VILLAGE), Level::Group, "一组", "Group 1"),
    spot((22, VILLAGE), Level::Group, "二组", "Group 2"),
    spot((23, VILLAGE), Level::Group, "三组", "Group 3"),
    spot((24, VILLAGE), Level::Group, "四组", "Group 4"),
    spot((25, VILLAGE), Level::Group, "五组", "Group 5"),
    spot((26, VILLAGE), Level::Group, "六组", "Group 6"),
];

/// Somebody of the sample district.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    ShiJianlin,
    ChenSuqin,
    WuGuoliang,
    LinXiaozhou,
    HuShangyun,
    ZhouMinzhi,
    LiYuanhang,
    FangQizheng,
    YangTeam,
    ShiAgen,
    WangCaidi,
    XuZhiqiang,
    ChenXiaoyan,
    ShiGuofu,
    Shen,
    Zheng,
    Zhu,
    He,
}

/// What the directory says of somebody.
pub(super) struct Entry {
    pub(super) who: Who,
    pub(super) name: &'static str,
    pub(super) role: Role,
    pub(super) note: Option<&'static str>,
    pub(super) group: Option<u8>,
}

impl Who {
    /// The person's id.
    pub(super) fn id(self) -> Id {
        named(2, self as u32 + 1)
    }
}

const fn entry(who: Who, name: &'static str, role: Role, note: &'static str, group: u8) -> Entry {
    Entry {
        who,
        name,
        role,
        note: if note.is_empty() { None } else { Some(note) },
        group: if group == 0 { None } else { Some(group) },
    }
}

/// Everybody.
pub(super) const PEOPLE: [Entry; 18] = [
    entry(Who::ShiJianlin, "施建林", Role::Secretary, "村党支部书记兼主任", 0),
    entry(Who::ChenSuqin, "陈素琴", Role::Recorder, "村委委员", 2),
    entry(Who::WuGuoliang, "吴国梁", Role::Supervisor, "村务监督委员会主任", 6),
    entry(Who::LinXiaozhou, "林晓舟", Role::FirstSecretary, "区农业农村局", 0),
    entry(Who::HuShangyun, "胡尚云", Role::Member, "区政协委员，文旅企业负责人", 0),
    entry(Who::ZhouMinzhi, "周敏之", Role::Member, "区政协委员，乡镇卫生院副院长", 0),
    entry(Who::LiYuanhang, "李远航", Role::Office, "区政协办公室副主任", 0),
    entry(Who::FangQizheng, "方其正", Role::Expert, "大学乡村规划专家", 0),
    entry(Who::YangTeam, "杨院士团队", Role::Expert, "植物保护，远程", 0),
    entry(Who::ShiAgen, "施阿根", Role::Representative, "72 岁", 1),
    entry(Who::WangCaidi, "王彩娣", Role::Representative, "66 岁", 3),
    entry(Who::XuZhiqiang, "徐志强", Role::Representative, "开民宿", 5),
    entry(Who::ChenXiaoyan, "陈小燕", Role::Representative, "返乡做电商", 3),
    entry(Who::ShiGuofu, "施国富", Role::Representative, "种粮大户", 4),
    entry(Who::Shen, "沈科", Role::Department, "区水利局", 0),
    entry(Who::Zheng, "郑股长", Role::Department, "区交通运输局", 0),
    entry(Who::Zhu, "朱主任", Role::Department, "镇农办", 0),
    entry(Who::He, "老何", Role::Department, "供电所", 0),
];

/// What somebody of the sample district can help with.
pub(super) struct Skill {
    pub(super) who: Who,
    /// Codes of the catalogue, and words of their own.
    pub(super) knows: &'static [&'static str],
    /// The numbers of the places they know.
    pub(super) places: &'static [u8],
    /// What they speak, how they like to be asked, what they have done.
    pub(super) says: [&'static str; 3],
}

const fn skill(
    who: Who,
    knows: &'static [&'static str],
    places: &'static [u8],
    says: [&'static str; 3],
) -> Skill {
    Skill { who, knows, places, says }
}

/// The experts and members, and those of departments who know about something.
pub(super) const SKILLS: [Skill; 8] = [
    skill(
        Who::HuShangyun,
        &["tourism", "business", "food"],
        &[VILLAGE, 11],
        ["本地话、普通话", "phone", "带过三家农家乐合做一个牌子，账公开算"],
    ),
    skill(
        Who::ZhouMinzhi,
        &["medicine", "care"],
        &[2],
        ["本地话、普通话", "phone", "镇卫生院排班和村卫生室合表，做过老人送餐的体检"],
    ),
    skill(
        Who::FangQizheng,
        &["planning", "roads", "错车道"],
        &[VILLAGE],
        ["普通话、英语", "link", "做过六个山村的规划，只改最窄的几处路，不占基本农田"],
    ),
    skill(
        Who::YangTeam,
        &["plant_care", "forestry", "林下试种"],
        &[VILLAGE, 12],
        ["普通话", "link", "看过这片竹山，先做 30 亩林下试验"],
    ),
    skill(
        Who::LinXiaozhou,
        &["farming", "trade"],
        &[VILLAGE],
        ["普通话", "person", "帮三个村把笋干和茶叶挂到网上卖"],
    ),
    skill(
        Who::Shen,
        &["irrigation", "plumbing", "rivers"],
        &[2],
        ["本地话、普通话", "phone", "北渠清淤和集中供水的方案"],
    ),
    skill(
        Who::Zheng,
        &["roads", "transport"],
        &[2],
        ["普通话", "phone", "公交延到村口，弯道加镜子"],
    ),
    skill(
        Who::He,
        &["electricity", "fire"],
        &[VILLAGE, 14],
        ["本地话", "phone", "给老街换过电线，装过集中充电"],
    ),
];
