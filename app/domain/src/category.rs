//! What an issue is about: the twelve drawers of the notice board.

use crate::Form;

/// 类别
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Category {
    /// 人居环境
    Living,
    /// 道路交通
    Road,
    /// 农田水利
    Field,
    /// 饮水安全
    Water,
    /// 养老托幼
    Care,
    /// 医疗健康
    Health,
    /// 集体经济
    Economy,
    /// 文旅产业
    Tourism,
    /// 数字便民
    Digital,
    /// 乡风文明
    Customs,
    /// 安全应急
    Safety,
    /// 邻里矛盾
    Neighbours,
}

impl Category {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::Living,
        Self::Road,
        Self::Field,
        Self::Water,
        Self::Care,
        Self::Health,
        Self::Economy,
        Self::Tourism,
        Self::Digital,
        Self::Customs,
        Self::Safety,
        Self::Neighbours,
    ];

    /// The word used in SQL, on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Living => "living",
            Self::Road => "road",
            Self::Field => "field",
            Self::Water => "water",
            Self::Care => "care",
            Self::Health => "health",
            Self::Economy => "economy",
            Self::Tourism => "tourism",
            Self::Digital => "digital",
            Self::Customs => "customs",
            Self::Safety => "safety",
            Self::Neighbours => "neighbours",
        }
    }

    /// The category of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.as_str() == word)
    }
}

/// Words people say about each drawer, everywhere.
pub(crate) const HINTS: [(&str, Category); 48] = [
    ("墙界", Category::Neighbours),
    ("吵", Category::Neighbours),
    ("邻居", Category::Neighbours),
    ("路灯", Category::Living),
    ("垃圾", Category::Living),
    ("污水", Category::Living),
    ("厕", Category::Living),
    ("埠头", Category::Living),
    ("停车", Category::Road),
    ("公交", Category::Road),
    ("机耕路", Category::Road),
    ("会车", Category::Road),
    ("公路", Category::Road),
    ("桥", Category::Road),
    ("渠", Category::Field),
    ("秧", Category::Field),
    ("田", Category::Field),
    ("秸秆", Category::Field),
    ("水费", Category::Water),
    ("自来水", Category::Water),
    ("供水", Category::Water),
    ("喝水", Category::Water),
    ("食堂", Category::Care),
    ("老人", Category::Care),
    ("老年", Category::Care),
    ("孩子", Category::Care),
    ("卫生室", Category::Health),
    ("看病", Category::Health),
    ("医", Category::Health),
    ("药", Category::Health),
    ("集体", Category::Economy),
    ("租金", Category::Economy),
    ("竹", Category::Economy),
    ("农家乐", Category::Tourism),
    ("民宿", Category::Tourism),
    ("游客", Category::Tourism),
    ("快递", Category::Digital),
    ("信号", Category::Digital),
    ("5G", Category::Digital),
    ("手机", Category::Digital),
    ("红白", Category::Customs),
    ("祠堂", Category::Customs),
    ("议事亭", Category::Customs),
    ("充电", Category::Safety),
    ("消防", Category::Safety),
    ("着火", Category::Safety),
    ("路滑", Category::Safety),
    ("滑", Category::Safety),
];
