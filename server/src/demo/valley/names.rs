//! What things and people of the valley are called. All of it is made up.

use domain::Category;

use super::chance::Chance;

pub(super) const DISTRICT: (&str, &str) = ("云谷区", "Yungu District");

pub(super) const TOWNS: [(&str, &str); 6] = [
    ("云谷街道", "Yungu Subdistrict"),
    ("石埠镇", "Shibu Town"),
    ("竹坞镇", "Zhuwu Town"),
    ("南岭镇", "Nanling Town"),
    ("溪头镇", "Xitou Town"),
    ("白鹭滩乡", "Bailutan Township"),
];

const FIRST: [(&str, &str); 10] = [
    ("上", "Shang"),
    ("下", "Xia"),
    ("前", "Qian"),
    ("后", "Hou"),
    ("东", "Dong"),
    ("西", "Xi"),
    ("大", "Da"),
    ("里", "Li"),
    ("外", "Wai"),
    ("新", "Xin"),
];
const SECOND: [(&str, &str); 6] = [
    ("梅岙", "mei’ao"),
    ("樟塘", "zhangtang"),
    ("石浦", "shipu"),
    ("竹溪", "zhuxi"),
    ("枫林", "fenglin"),
    ("茶坪", "chaping"),
];

/// The name of the how-manyth village, in Chinese and in English: sixty of them differ.
pub(super) fn village(nth: usize) -> (String, String) {
    let (first, second) = (FIRST[nth % FIRST.len()], SECOND[nth / FIRST.len() % SECOND.len()]);
    (format!("{}{}村", first.0, second.0), format!("{}{}", first.1, second.1))
}

pub(super) const GROUPS: [&str; 6] = ["一组", "二组", "三组", "四组", "五组", "六组"];

const FAMILIES: [&str; 12] =
    ["沈", "陆", "潘", "倪", "俞", "傅", "盛", "钱", "柳", "骆", "汤", "翁"];
const GIVEN: [&str; 20] = [
    "水根", "月珍", "阿明", "招娣", "建国", "秋菊", "志明", "彩凤", "根土", "小兰", "永康", "雅琴",
    "福林", "玉英", "国强", "春燕", "长生", "桂花", "海平", "美玲",
];

/// Somebody's name.
pub(super) fn person(chance: &mut Chance) -> String {
    let family = chance.pick(&FAMILIES).unwrap_or_default();
    format!("{family}{}", chance.pick(&GIVEN).unwrap_or_default())
}

/// What an issue is about: a heading, the words, and which drawer.
pub(super) const MATTERS: [(&str, &str, Category); 14] = [
    ("机耕路会车难", "两头来车就顶住，秋收的时候天天顶。", Category::Road),
    ("村口的路灯不亮", "晚上走那一段要打手电，孩子放学怕。", Category::Road),
    ("水渠漏水", "放水两个钟头，田尾还是干的。", Category::Field),
    ("自来水下午没压力", "三点以后楼上放不出水。", Category::Water),
    ("食堂饭菜的价钱", "八块一餐，有的老人嫌贵，有的嫌少一个菜。", Category::Care),
    ("卫生室开门的日子", "周三下午去了两趟都关着。", Category::Health),
    ("毛竹卖不掉", "去年一百斤十八块，今年没人来收。", Category::Economy),
    ("游客的车停在晒场", "晒谷的时候没地方铺。", Category::Tourism),
    ("快递要到镇上取", "七十多岁的人坐车去拿一个包裹。", Category::Digital),
    ("红白喜事的桌数", "一家比一家多，都说办不起。", Category::Customs),
    ("溪边的护栏断了", "小孩放学在那里玩水。", Category::Safety),
    ("垃圾桶摆在谁家门口", "夏天有味道，谁家都不肯。", Category::Living),
    ("早班车的时间", "六点四十那班赶不上镇里的门诊。", Category::Road),
    ("文化礼堂晚上几点关", "跳舞的和写作业的说不到一处。", Category::Customs),
];

/// What those of the directory know, by fields of the catalogue.
pub(super) const KNOWS: [[&str; 2]; 10] = [
    ["roads", "transport"],
    ["plumbing", "rivers"],
    ["irrigation", "farming"],
    ["forestry", "trade"],
    ["medicine", "care"],
    ["food", "business"],
    ["building", "hazards"],
    ["electricity", "telecoms"],
    ["law", "mediation"],
    ["tourism", "arts"],
];

pub(super) const REMARKS: [&str; 6] = [
    "我家也是这样。",
    "去年提过一次，后来没有下文。",
    "先量一量有多长，再说要多少钱。",
    "这件事大家坐下来讲一讲。",
    "我去看过，比说的还要厉害些。",
    "村里先垫一点，后面再想办法。",
];

pub(super) const SAID: [&str; 8] = [
    "先修最要紧的一段，别的明年再说。",
    "出工我们组来，料请村里出。",
    "请供电所先来看一趟，定下位置。",
    "价钱分三档，七十岁以上的少收。",
    "那块地是基本农田，不能动。",
    "去年隔壁村也做过，可以去看看。",
    "做好以后谁来管，要先说清楚。",
    "钱不够的话，先做一半，做好一半。",
];

pub(super) const TASKS: [&str; 6] = [
    "把那一段量出来，贴在公告栏",
    "请人来看一趟，定下位置",
    "买料，月底前运到",
    "先试行三个月，记下每天的人数",
    "写一份值班表，贴在门口",
    "把断的地方补上",
];

pub(super) const REASONS: [&str; 5] = [
    "今年的钱已经排满，明年头一批再议。",
    "涉及基本农田，依法不可。",
    "道理都认，眼下先做最要紧的一段。",
    "要等镇里的规划定下来。",
    "已经有一处相近的，先把那一处用好。",
];
