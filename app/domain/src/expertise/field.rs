//! The catalogue of fields that people know about: well-known words, told by code. What else people know, they say in
//! words of their own.

use crate::Form;

/// 专长
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Field {
    /// 乡村规划
    Planning,
    /// 道路桥梁
    Roads,
    /// 交通公交
    Transport,
    /// 给排水
    Plumbing,
    /// 农田水利
    Irrigation,
    /// 种植
    Farming,
    /// 林业
    Forestry,
    /// 植物保护
    PlantCare,
    /// 养殖
    Livestock,
    /// 食品小吃
    Food,
    /// 文旅
    Tourism,
    /// 经营算账
    Business,
    /// 电商快递
    Trade,
    /// 法律
    Law,
    /// 调解
    Mediation,
    /// 医疗
    Medicine,
    /// 养老托幼
    Care,
    /// 教育
    Schooling,
    /// 戏曲非遗
    Arts,
    /// 房屋建筑
    Building,
    /// 古建修缮
    Heritage,
    /// 供电用电
    Electricity,
    /// 消防安全
    Fire,
    /// 垃圾环卫
    Waste,
    /// 河道水环境
    Rivers,
    /// 通信网络
    Telecoms,
    /// 地质防灾
    Hazards,
}

impl Field {
    /// All of them with their words, in the order of the form.
    const WORDS: [(Self, &str); 27] = [
        (Self::Planning, "planning"),
        (Self::Roads, "roads"),
        (Self::Transport, "transport"),
        (Self::Plumbing, "plumbing"),
        (Self::Irrigation, "irrigation"),
        (Self::Farming, "farming"),
        (Self::Forestry, "forestry"),
        (Self::PlantCare, "plant_care"),
        (Self::Livestock, "livestock"),
        (Self::Food, "food"),
        (Self::Tourism, "tourism"),
        (Self::Business, "business"),
        (Self::Trade, "trade"),
        (Self::Law, "law"),
        (Self::Mediation, "mediation"),
        (Self::Medicine, "medicine"),
        (Self::Care, "care"),
        (Self::Schooling, "schooling"),
        (Self::Arts, "arts"),
        (Self::Building, "building"),
        (Self::Heritage, "heritage"),
        (Self::Electricity, "electricity"),
        (Self::Fire, "fire"),
        (Self::Waste, "waste"),
        (Self::Rivers, "rivers"),
        (Self::Telecoms, "telecoms"),
        (Self::Hazards, "hazards"),
    ];

    /// All of them, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(field, _)| *field)
    }

    /// The word in an entry, on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(field, _)| *field == self).map_or("", |(_, word)| word)
    }

    /// The field of that word; nothing where it is a word of somebody's own.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(field, _)| *field)
    }
}
