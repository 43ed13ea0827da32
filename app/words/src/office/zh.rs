//! 中文

use domain::burden::Task;

use super::{Office, deeds};

pub(crate) static ZH: Office = Office {
    title: "谁动过什么",
    online: "这一页要有信号才看得到，没有信号时什么也不留在手机上。",
    kept: "只记编号，不记内容；留两年，到期自动清掉。您看这一页，也会记上一笔。",
    who_may: "这一页给政协办和本村村务监督看。您想知道谁动过哪一条，可以请他们查，也可以在那一条里看“改过什么”。",
    person: "看谁的",
    everybody: "所有人",
    refused_only: "只看没收下的",
    older: "再往前看",
    nothing: "没有这样的记录。",
    by_link: "扫码的人",
    a_phone: "一部手机",
    by_hand: "看管服务器的人",
    refused: |why| format!("没收下：{why}"),
    cost: "板凳会占了大家多少工夫",
    cost_means: "近 90 天，每做一次平均用多少时间、要填几格。时间只算表格摆在眼前、最后存下的那一段；各人手机上自己数，过了当天只报总数，不报是谁、哪个村。不到五次的不显示。",
    cost_none: "还没有数，或者做的次数太少。",
    mean: |times, fields, seconds| format!("{times} 次，平均 {fields} 格，{}", spent(seconds)),
    task: |task| match task {
        Task::Raise => "提议题",
        Task::Triage => "分类定去向",
        Task::Plan => "排一场会",
        Task::Seat => "请人入座",
        Task::Confirm => "念给本人听",
        Task::Answer => "答复建议",
        Task::Report => "记进度",
        Task::Rate => "评一评",
        Task::Else => "别的",
    },
    data: "我的资料",
    data_means: "板凳会里和您有关的全部：您是谁、说过什么、评过什么、谁在什么时候告诉过您、登录过哪些手机。一份文件，开头写着每一段是什么。",
    export: "存一份我的资料",
    exported: |name| format!("已存成 {name}。里面有您的话，请收好。"),
    copy_instead: "这里存不了文件，请把下面的字拷走。",
    month: |minutes, fields| format!("这个月板凳会占了您 {minutes} 分钟，问了 {fields} 格。"),
    month_means: "只在这部手机上数，只算表格摆在您眼前、最后存下的时间。过了当天，只把总数报给村里的服务器，不报是谁。",
    rights: "写错了要改，或者不想再留名字，请找政协办：可以把您的名字从所有记录里换成身份。换了就换不回来。",
    others: "替人办资料",
    others_means: "没有手机的人，可以请政协办存一份资料给他，或者把名字去掉。",
    office_only: "这一页给政协办用。要存自己的资料，请到“我的资料”。",
    choose: "是谁",
    export_theirs: "存一份这个人的资料",
    erase: "去掉这个人的名字",
    places: |name, records, past, struck| {
        let seals = if struck > 0 {
            format!("其中 {struck} 份早先定稿的文字以后只能核对次序，不能再重算校验码。")
        } else {
            String::new()
        };
        format!("“{name}”在 {records} 条记录和 {past} 处旧文字里。{seals}")
    },
    erase_means: "所有这些地方都换成身份，比如“村民”；这个人的手机退出登录，邀请作废，身份收回。定稿的印记不变，照样核得上。换了就换不回来，之前的备份里还有，要另外销毁。",
    type_name: |name| format!("请把“{name}”再写一遍"),
    other_name: "写得不一样，没有去掉。",
    erase_yes: "去掉名字",
    erased: |places| format!("已去掉，一共 {places} 处。别的手机有信号时会跟着去掉。"),
    deeds: &deeds::ZH,
};

fn spent(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} 秒"),
        (minutes, 0) => format!("{minutes} 分钟"),
        (minutes, seconds) => format!("{minutes} 分 {seconds} 秒"),
    }
}
