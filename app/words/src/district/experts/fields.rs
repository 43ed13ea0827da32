//! The fields of the catalogue, as people call them.

use domain::expertise::Field;

/// 中文
pub(super) fn zh(field: Field) -> &'static str {
    match field {
        Field::Planning => "乡村规划",
        Field::Roads => "道路桥梁",
        Field::Transport => "公交停车",
        Field::Plumbing => "给排水",
        Field::Irrigation => "农田水利",
        Field::Farming => "种植",
        Field::Forestry => "林业",
        Field::PlantCare => "植物保护",
        Field::Livestock => "养殖",
        Field::Food => "食品小吃",
        Field::Tourism => "文旅",
        Field::Business => "经营算账",
        Field::Trade => "电商快递",
        Field::Law => "法律",
        Field::Mediation => "调解",
        Field::Medicine => "医疗",
        Field::Care => "养老托幼",
        Field::Schooling => "教育",
        Field::Arts => "戏曲非遗",
        Field::Building => "房屋建筑",
        Field::Heritage => "古建修缮",
        Field::Electricity => "供电用电",
        Field::Fire => "消防",
        Field::Waste => "垃圾环卫",
        Field::Rivers => "河道",
        Field::Telecoms => "通信网络",
        Field::Hazards => "地质防灾",
    }
}

/// English
pub(super) fn en(field: Field) -> &'static str {
    match field {
        Field::Planning => "rural planning",
        Field::Roads => "roads and bridges",
        Field::Transport => "buses and parking",
        Field::Plumbing => "water and sewage",
        Field::Irrigation => "irrigation",
        Field::Farming => "farming",
        Field::Forestry => "forestry",
        Field::PlantCare => "plant protection",
        Field::Livestock => "livestock",
        Field::Food => "food",
        Field::Tourism => "tourism",
        Field::Business => "running a business",
        Field::Trade => "online trade and parcels",
        Field::Law => "law",
        Field::Mediation => "mediation",
        Field::Medicine => "medicine",
        Field::Care => "care for old and young",
        Field::Schooling => "schooling",
        Field::Arts => "opera and crafts",
        Field::Building => "building",
        Field::Heritage => "old buildings",
        Field::Electricity => "electricity",
        Field::Fire => "fire safety",
        Field::Waste => "waste",
        Field::Rivers => "rivers",
        Field::Telecoms => "telecoms",
        Field::Hazards => "natural hazards",
    }
}
