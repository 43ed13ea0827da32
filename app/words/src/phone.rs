//! This phone: what is only here, what needs eyes, what waits, and how to keep a copy.

use crate::me::size;

/// What the screen says.
#[derive(Debug)]
pub struct Phone {
    /// Its heading.
    pub title: &'static str,
    /// Nothing is only here.
    pub all_sent: &'static str,
    /// Before the number of unsent ones.
    pub unsent_before: &'static str,
    /// After it.
    pub unsent_after: fn(usize) -> &'static str,
    /// How large they are together, in bytes.
    pub weight: fn(u64) -> String,
    /// The same, when pictures are among them.
    pub weight_pictures: fn(u64) -> String,
    /// Try now.
    pub send_now: &'static str,
    /// When the server last answered.
    pub last_heard: fn(&str) -> String,
    /// It was compared with the village, when, and all is the same.
    pub agreed: fn(&str) -> String,
    /// Something was amiss and has been read anew, when.
    pub healed: fn(&str) -> String,
    /// The server has never answered this phone.
    pub never_heard: &'static str,
    /// Heading over what needs eyes.
    pub eyes: &'static str,
    /// So many.
    pub items: fn(usize) -> String,
    /// Two people wrote one field.
    pub clash: &'static str,
    /// The tag of that.
    pub clash_tag: &'static str,
    /// Behind the issue's heading: the field's name.
    pub clash_where: fn(&str) -> String,
    /// My value.
    pub mine: &'static str,
    /// The other's value.
    pub theirs: &'static str,
    /// Where my value is: here, and in the history.
    pub mine_from: fn(&str) -> String,
    /// Where theirs is: on the server.
    pub theirs_from: fn(&str) -> String,
    /// Before what stood there before.
    pub before: &'static str,
    /// After it: both values are kept in the history.
    pub history: &'static str,
    /// Keep mine.
    pub keep_mine: &'static str,
    /// Keep theirs.
    pub keep_theirs: &'static str,
    /// Keep both: theirs in the field, mine as a remark.
    pub keep_both: &'static str,
    /// The remark of that: field and value.
    pub both_remark: fn(&str, &str) -> String,
    /// An empty value.
    pub nothing: &'static str,
    /// Yes and no, as values.
    pub yes_no: [&'static str; 2],
    /// A change that was not accepted.
    pub refused: &'static str,
    /// A change in a scope the person may no longer read.
    pub revoked: &'static str,
    /// What to do about that.
    pub revoked_why: &'static str,
    /// Before the refusal's words.
    pub village_says: &'static str,
    /// Mend it and send it.
    pub mend: &'static str,
    /// Send it as it is.
    pub send_again: &'static str,
    /// Goes and looks at what is there now.
    pub see: &'static str,
    /// Let go of it.
    pub let_go: &'static str,
    /// The question before that.
    pub let_go_sure: &'static str,
    /// Yes, let go.
    pub let_go_yes: &'static str,
    /// The button of the mended form.
    pub send_mended: &'static str,
    /// Heading over what waits for a signal.
    pub queue: &'static str,
    /// Under a line of that: bytes and when it was written.
    pub small: fn(u64, &str) -> String,
    /// After that, of what another phone of the same person brought.
    pub brought: &'static str,
    /// An issue whose heading this phone does not have.
    pub some_issue: &'static str,
    /// Raised; the heading follows, as in all of these.
    pub did_raise: &'static str,
    /// Edited: which field.
    pub did_edit: fn(&str) -> String,
    /// Said under an issue.
    pub did_say: &'static str,
    /// Moved: where to.
    pub did_move: fn(&str) -> String,
    /// Withdrew something.
    pub did_withdraw: &'static str,
    /// Laid a picture beside an issue.
    pub did_attach: &'static str,
    /// Wrote in the directory: name.
    pub did_enter: &'static str,
    /// Looked at a clash.
    pub did_lay_down: &'static str,
    /// Heading over export and import.
    pub keep_copy: &'static str,
    /// Why one would.
    pub only_here: &'static str,
    /// Export, and what one can do with it.
    pub export: (&'static str, &'static str),
    /// Import, and where from.
    pub import: (&'static str, &'static str),
    /// Nothing to export.
    pub nothing_to_export: &'static str,
    /// It was exported; the file's name.
    pub exported: fn(&str) -> String,
    /// Chat apps download nothing: copy the text.
    pub copy_instead: &'static str,
    /// The button of that.
    pub copy: &'static str,
    /// It is copied.
    pub copied: &'static str,
    /// Not a file of this app, or a torn one.
    pub not_ours: &'static str,
    /// A file of somebody else.
    pub not_yours: fn(&str) -> String,
    /// Written by a newer version.
    pub too_new: &'static str,
    /// So many taken in, so many known already.
    pub taken_in: fn(usize, usize) -> String,
    /// Somebody else wants to use this phone.
    pub other_person: (&'static str, fn(&str) -> String),
}

pub(crate) static ZH: Phone = Phone {
    title: "这部手机上的东西",
    all_sent: "都送到了",
    unsent_before: "还有 ",
    unsent_after: |_| " 条没送出去",
    weight: |bytes| format!("一共 {}。文字很小，一有信号就走。", size(bytes)),
    weight_pictures: |bytes| format!("一共 {}。文字先走，照片后走，断了接着送。", size(bytes)),
    send_now: "现在送一次",
    last_heard: |when| format!("上次送到：{when}"),
    agreed: |when| format!("和村里的一条一条对过，都一样：{when}"),
    healed: |when| format!("和村里对出了不一样的，已经重新取来：{when}"),
    never_heard: "这部手机还没连上过村里",
    eyes: "要您看一眼",
    items: |n| format!("{n} 条"),
    clash: "两个人改了同一处",
    clash_tag: "对不上",
    clash_where: |field| format!("，“{field}”这一格"),
    mine: "我的",
    theirs: "对方的",
    mine_from: |name| format!("{name}，您写的"),
    theirs_from: |name| format!("{name}，现在是这个"),
    before: "原来写的是 ",
    history: "。没选的那个也留底。",
    keep_mine: "保留我的",
    keep_theirs: "用对方的",
    keep_both: "都保留",
    both_remark: |field, value| format!("“{field}”还有一个说法：{value}"),
    nothing: "空着",
    yes_no: ["写", "不写"],
    refused: "被退回来了",
    revoked: "没有送出去",
    revoked_why: "这一条所在的地方您已经看不到了（身份收回了，或者到期了），村里收不到。写的都在，可以导出，或请村里把身份给回来再送。",
    village_says: "村里说：",
    mend: "改了再送",
    send_again: "再送一次",
    see: "去看看",
    let_go: "不要了",
    let_go_sure: "这一条就从这部手机里拿掉，找不回来了。",
    let_go_yes: "拿掉",
    send_mended: "存下，再送",
    queue: "排队等网",
    small: |bytes, when| format!("{when}写的，{}", size(bytes)),
    brought: "，从您另一部手机带来",
    some_issue: "一件事",
    did_raise: "提一件事：",
    did_edit: |field| format!("改“{field}”："),
    did_say: "说一句：",
    did_move: |to| format!("{to}："),
    did_withdraw: "收回一条",
    did_attach: "一张照片：",
    did_enter: "名录：",
    did_lay_down: "看过一处对不上",
    keep_copy: "留一份，放心",
    only_here: "没送出去的，只在这一部手机里。清浏览器数据之前，先导出。",
    export: ("导出成一个文件", "可以发微信、拷到 U 盘，换手机再读进来"),
    import: ("读进一个导出的文件", "从您另一部手机上导出的"),
    nothing_to_export: "都送到了，没有要导出的。",
    exported: |name| format!("导出好了：{name}"),
    copy_instead: "聊天软件里下载不了文件。请复制下面这段，发给自己或村里的记录员，存成文件再读进来。",
    copy: "复制",
    copied: "复制好了",
    not_ours: "这不是板凳会导出的文件，或者文件坏了。什么都没动。",
    not_yours: |name| format!("这是 {name} 导出的，请 {name} 在自己的手机上读进来。什么都没动。"),
    too_new: "这个文件是新版本导出的，请先更新板凳会。什么都没动。",
    taken_in: |taken, known| match (taken, known) {
        (0, _) => "里面的这部手机都有了，没有新的。".into(),
        (taken, 0) => format!("读进来 {taken} 条。"),
        (taken, known) => format!("读进来 {taken} 条，{known} 条本来就有。"),
    },
    other_person: ("换人用这部手机", |name| format!("现在是 {name}。各人的东西各人名下")),
};

pub(crate) static EN: Phone = Phone {
    title: "What is on this phone",
    all_sent: "All has arrived",
    unsent_before: "",
    unsent_after: |n| if n == 1 { " item not sent" } else { " items not sent" },
    weight: |bytes| {
        format!("{} in all. Text is small and goes with the first signal.", size(bytes))
    },
    weight_pictures: |bytes| {
        format!("{} in all. Words go first, then pictures; what breaks off goes on.", size(bytes))
    },
    send_now: "Send now",
    last_heard: |when| format!("Last arrived: {when}"),
    agreed: |when| format!("Compared with the village, all the same: {when}"),
    healed: |when| format!("Differed from the village and was fetched anew: {when}"),
    never_heard: "This phone has not reached the village yet",
    eyes: "For your eyes",
    items: |n| if n == 1 { "1 item".into() } else { format!("{n} items") },
    clash: "Two people changed one thing",
    clash_tag: "differs",
    clash_where: |field| format!(": “{field}”"),
    mine: "Mine",
    theirs: "The other’s",
    mine_from: |name| format!("{name}, you wrote it"),
    theirs_from: |name| format!("{name}, what stands now"),
    before: "Before it was ",
    history: ". The one you do not choose is kept in the history.",
    keep_mine: "Keep mine",
    keep_theirs: "Keep theirs",
    keep_both: "Keep both",
    both_remark: |field, value| format!("Another version of “{field}”: {value}"),
    nothing: "empty",
    yes_no: ["yes", "no"],
    refused: "Not accepted",
    revoked: "Not sent",
    revoked_why: "You may no longer see where this belongs (your role was taken back, or has ended), so it cannot be taken. Your words are kept: export them, or ask for the role back and send them again.",
    village_says: "The village says: ",
    mend: "Mend and send",
    send_again: "Send again",
    see: "Look at it",
    let_go: "Let it go",
    let_go_sure: "It will be taken off this phone and cannot be brought back.",
    let_go_yes: "Take it off",
    send_mended: "Save and send",
    queue: "Waiting for a signal",
    small: |bytes, when| format!("Written {when}, {}", size(bytes)),
    brought: ", brought from your other phone",
    some_issue: "an issue",
    did_raise: "Raise: ",
    did_edit: |field| format!("Change “{field}”: "),
    did_say: "Remark: ",
    did_move: |to| format!("{to}: "),
    did_withdraw: "Take something back",
    did_attach: "A picture: ",
    did_enter: "Directory: ",
    did_lay_down: "Looked at a difference",
    keep_copy: "Keep a copy",
    only_here: "What was not sent is on this phone alone. Export it before you clear the browser’s data.",
    export: (
        "Export to a file",
        "Send it by chat, copy it to a stick, read it in on another phone",
    ),
    import: ("Read in an exported file", "From your other phone"),
    nothing_to_export: "All has arrived; there is nothing to export.",
    exported: |name| format!("Exported: {name}"),
    copy_instead: "Chat apps cannot download files. Copy the text below, send it to yourself or the recorder, and keep it as a file to read in.",
    copy: "Copy",
    copied: "Copied",
    not_ours: "This is not a file that Bandeng exported, or it is damaged. Nothing was changed.",
    not_yours: |name| {
        format!(
            "{name} exported this; it is to be read in on {name}’s own phone. Nothing was changed."
        )
    },
    too_new: "A newer version exported this; please update first. Nothing was changed.",
    taken_in: |taken, known| match (taken, known) {
        (0, _) => "This phone has all of it already.".into(),
        (1, 0) => "1 item taken in.".into(),
        (taken, 0) => format!("{taken} items taken in."),
        (taken, known) => format!("{taken} taken in, {known} were here already."),
    },
    other_person: ("Somebody else uses this phone", |name| {
        format!("Now it is {name}. Everybody’s things are under their own name")
    }),
};
