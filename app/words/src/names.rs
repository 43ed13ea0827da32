//! The field's own names, one for each word of `domain`.

use domain::{Category, Lane, Role, Standing, Station, act::Confirmed};

/// Names of roles, categories, standings, lanes and stations.
#[derive(Debug)]
pub struct Names {
    /// What a person is.
    pub role: fn(Role) -> &'static str,
    /// What an issue is about.
    pub category: fn(Category) -> &'static str,
    /// Where an issue stands.
    pub standing: fn(Standing) -> &'static str,
    /// A lane of the board.
    pub lane: fn(Lane) -> &'static str,
    /// The station's one character, the same in both languages: it is the product's mark.
    pub mark: fn(Station) -> &'static str,
    /// The station in words.
    pub station: fn(Station) -> &'static str,
    /// How something was checked with the person it was written for.
    pub confirmed: fn(Confirmed) -> &'static str,
}

fn mark(station: Station) -> &'static str {
    match station {
        Station::Raised => "提",
        Station::Researched => "查",
        Station::Sat => "坐",
        Station::Advised => "言",
        Station::Answered => "纳",
        Station::Done => "办",
        Station::Rated => "评",
    }
}

pub(crate) static ZH: Names = Names {
    role: |role| match role {
        Role::Villager => "村民",
        Role::Representative => "村民代表",
        Role::Secretary => "村书记",
        Role::Recorder => "记录员",
        Role::Supervisor => "村务监督",
        Role::FirstSecretary => "第一书记",
        Role::Member => "政协委员",
        Role::Expert => "专家",
        Role::Department => "部门",
        Role::Office => "政协办",
    },
    category: |category| match category {
        Category::Living => "人居环境",
        Category::Road => "道路交通",
        Category::Field => "农田水利",
        Category::Water => "饮水安全",
        Category::Care => "养老托幼",
        Category::Health => "医疗健康",
        Category::Economy => "集体经济",
        Category::Tourism => "文旅产业",
        Category::Digital => "数字便民",
        Category::Customs => "乡风文明",
        Category::Safety => "安全应急",
        Category::Neighbours => "邻里矛盾",
    },
    standing: |standing| match standing {
        Standing::Lead => "刚提出",
        Standing::Received => "收到了",
        Standing::Triaged => "分过了",
        Standing::Settled => "当场办了",
        Standing::Redirected => "转出去了",
        Standing::Merged => "并到别处",
        Standing::Parked => "先放着",
        Standing::Drafted => "拟了题",
        Standing::Approved => "审定了",
        Standing::Posted => "公示了",
        Standing::Scheduled => "定了日子",
        Standing::Consulted => "谈过了",
        Standing::Closed => "办结了",
        Standing::Declined => "不协商",
    },
    lane: |lane| match lane {
        Lane::New => "新提的",
        Lane::Looking => "在查",
        Lane::Waiting => "等坐下来谈",
        Lane::Answering => "在答复",
        Lane::Done => "办成了",
        Lane::Parked => "先放着",
        Lane::Away => "转出",
    },
    mark,
    station: |station| match station {
        Station::Raised => "提出来",
        Station::Researched => "查清楚",
        Station::Sat => "坐下来谈",
        Station::Advised => "提建议",
        Station::Answered => "给答复",
        Station::Done => "办理",
        Station::Rated => "评一评",
    },
    confirmed: |confirmed| match confirmed {
        Confirmed::Face => "当面念过",
        Confirmed::Phone => "打过电话",
        Confirmed::Paper => "有纸条",
    },
};

pub(crate) static EN: Names = Names {
    role: |role| match role {
        Role::Villager => "villager",
        Role::Representative => "villagers’ representative",
        Role::Secretary => "village secretary",
        Role::Recorder => "recorder",
        Role::Supervisor => "supervisor",
        Role::FirstSecretary => "first secretary",
        Role::Member => "member of the conference",
        Role::Expert => "expert",
        Role::Department => "department",
        Role::Office => "conference office",
    },
    category: |category| match category {
        Category::Living => "Living environment",
        Category::Road => "Roads and transport",
        Category::Field => "Irrigation and drainage",
        Category::Water => "Drinking water",
        Category::Care => "Care for old and young",
        Category::Health => "Health",
        Category::Economy => "Collective economy",
        Category::Tourism => "Culture and tourism",
        Category::Digital => "Digital convenience",
        Category::Customs => "Village customs",
        Category::Safety => "Safety",
        Category::Neighbours => "Neighbour disputes",
    },
    standing: |standing| match standing {
        Standing::Lead => "just raised",
        Standing::Received => "received",
        Standing::Triaged => "sorted",
        Standing::Settled => "settled on the spot",
        Standing::Redirected => "handed on",
        Standing::Merged => "merged",
        Standing::Parked => "laid aside",
        Standing::Drafted => "drafted",
        Standing::Approved => "approved",
        Standing::Posted => "posted",
        Standing::Scheduled => "scheduled",
        Standing::Consulted => "talked through",
        Standing::Closed => "closed",
        Standing::Declined => "declined",
    },
    lane: |lane| match lane {
        Lane::New => "New",
        Lane::Looking => "Being looked into",
        Lane::Waiting => "Waiting for a bench",
        Lane::Answering => "Being answered",
        Lane::Done => "Done",
        Lane::Parked => "Laid aside",
        Lane::Away => "Handed on",
    },
    mark,
    station: |station| match station {
        Station::Raised => "raised",
        Station::Researched => "looked into",
        Station::Sat => "sat together",
        Station::Advised => "advised",
        Station::Answered => "answered",
        Station::Done => "done",
        Station::Rated => "rated",
    },
    confirmed: |confirmed| match confirmed {
        Confirmed::Face => "read back face to face",
        Confirmed::Phone => "checked by phone",
        Confirmed::Paper => "on paper",
    },
};
