//! What two screens or more say.

/// Shared phrases.
#[derive(Debug)]
pub struct Common {
    /// 板凳会
    pub app: &'static str,
    /// The link over everything for people who use the keyboard.
    pub skip: &'static str,
    /// Main menu.
    pub menu: &'static str,
    /// Menu: issues.
    pub issues: &'static str,
    /// Menu: sessions.
    pub sessions: &'static str,
    /// Menu: what is done.
    pub actions: &'static str,
    /// Menu: the blueprint.
    pub blueprint: &'static str,
    /// What is on this phone.
    pub phone: &'static str,
    /// Menu: me.
    pub me: &'static str,
    /// Back.
    pub back: &'static str,
    /// Close a dialog.
    pub close: &'static str,
    /// Cancel.
    pub cancel: &'static str,
    /// Save.
    pub save: &'static str,
    /// Large type.
    pub elder: &'static str,
    /// Whereabouts: only on this phone.
    pub local: &'static str,
    /// Whereabouts: on the server.
    pub sent: &'static str,
    /// Whereabouts: it was not accepted.
    pub bad: &'static str,
    /// Net line: no signal, all works; so many are on this phone only.
    pub offline: fn(usize) -> String,
    /// The reader knows now.
    pub understood: &'static str,
    /// Net line: sending, done of all.
    pub sending: fn(usize, usize) -> String,
    /// Net line: asking for news.
    pub asking: &'static str,
    /// Net line: all arrived, and when.
    pub quiet: fn(&str) -> String,
    /// Net line: all words arrived, and so many pictures are on their way.
    pub pictures: fn(usize) -> String,
    /// Net line: so many need eyes.
    pub attention: fn(usize) -> String,
    /// Net line: the server does not answer; tried again by itself.
    pub unreachable: fn(usize) -> String,
    /// Net line: the device was signed out by somebody.
    pub signed_out: &'static str,
    /// Toast: stored.
    pub stored: &'static str,
    /// So many households.
    pub households: fn(u32) -> String,
    /// The whole village.
    pub whole_village: &'static str,
    /// Number n in the village.
    pub number: fn(u32) -> String,
    /// A new issue has no number before it has arrived.
    pub no_number: &'static str,
    /// Said by one, written by another.
    pub said_by: fn(&str, &str) -> String,
    /// Written for somebody by somebody, and how it was checked.
    pub entered: fn(&str, &str) -> String,
    /// Raised without an account, by a code.
    pub by_door: &'static str,
    /// Somebody whose name this phone does not have.
    pub somebody: &'static str,
    /// The server asks for a newer version; nothing is lost until then.
    pub outdated: &'static str,
    /// There is a new version; tap to update.
    pub update: &'static str,
    /// The button of that.
    pub update_now: &'static str,
    /// Lays a text on the clipboard.
    pub copy: &'static str,
    /// It lies there; the browser did not let us.
    pub copied: [&'static str; 2],
    /// Hands a text to another app.
    pub share: &'static str,
    /// Several places to choose from.
    pub choose_village: &'static str,
}

pub(crate) static ZH: Common = Common {
    app: "板凳会",
    skip: "跳到正文",
    menu: "主菜单",
    issues: "议题",
    sessions: "协商",
    actions: "办理",
    blueprint: "蓝图",
    phone: "本机",
    me: "我的",
    back: "返回",
    close: "关上",
    cancel: "算了",
    save: "存下",
    elder: "大字版",
    local: "存在本机",
    sent: "已送达",
    bad: "没送成",
    offline: |n| {
        if n == 0 {
            "没信号，照常用".into()
        } else {
            format!("没信号，照常用。{n} 条存在本机，有网自动送")
        }
    },
    understood: "知道了",
    sending: |done, all| format!("正在送，{done} / {all}"),
    asking: "在问有没有新的，可以先看",
    quiet: |when| format!("都送到了 · {when}"),
    pictures: |count| format!("文字到了，还有 {count} 张照片在送"),
    attention: |n| format!("有 {n} 条要您看一眼"),
    unreachable: |n| {
        if n == 0 {
            "村里的服务器没应声，过一会儿自己再试".into()
        } else {
            format!("村里的服务器没应声，{n} 条存在本机，过一会儿自己再试")
        }
    },
    signed_out: "这部手机已退出登录。没送的都还在，请向村里要一个新的邀请",
    stored: "存在这部手机了",
    households: |n| format!("{n} 户"),
    whole_village: "全村",
    number: |n| format!("第 {n} 号"),
    no_number: "送到后编号",
    said_by: |said, wrote| format!("{said} 说，{wrote} 代录"),
    entered: |wrote, how| format!("{wrote}代录，{how}"),
    by_door: "扫码提的",
    somebody: "村里人",
    outdated: "这个版本旧了，村里请您更新；不更新也照样能写、能存",
    update: "有新版本",
    update_now: "点此更新",
    copy: "复制",
    copied: ["复制好了，到群里长按粘贴", "这个浏览器不让复制，请长按文字自己选"],
    share: "发给别人",
    choose_village: "换一个村",
};

pub(crate) static EN: Common = Common {
    app: "Bandeng",
    skip: "Skip to the content",
    menu: "Main menu",
    issues: "Issues",
    sessions: "Sessions",
    actions: "Actions",
    blueprint: "Blueprint",
    phone: "This phone",
    me: "Me",
    back: "Back",
    close: "Close",
    cancel: "Never mind",
    save: "Save",
    elder: "Large type",
    local: "On this phone",
    sent: "Arrived",
    bad: "Not accepted",
    offline: |n| match n {
        0 => "No signal; all works as usual".into(),
        1 => "No signal; all works. 1 item is on this phone and goes by itself".into(),
        n => format!("No signal; all works. {n} items are on this phone and go by themselves"),
    },
    understood: "I see",
    sending: |done, all| format!("Sending, {done} of {all}"),
    asking: "Asking for news; read on meanwhile",
    quiet: |when| format!("All arrived · {when}"),
    pictures: |count| match count {
        1 => "The words arrived, 1 picture is on its way".into(),
        count => format!("The words arrived, {count} pictures are on their way"),
    },
    attention: |n| match n {
        1 => "1 item needs your eyes".into(),
        n => format!("{n} items need your eyes"),
    },
    unreachable: |n| {
        match n {
        0 => "The village's server does not answer; it is tried again by itself".into(),
        1 => "The village's server does not answer. 1 item is safe on this phone; it is tried again by itself".into(),
        n => format!("The village's server does not answer. {n} items are safe on this phone; it is tried again by itself"),
    }
    },
    signed_out: "This phone is signed out. What was not sent is still here; ask the village for a new invitation",
    stored: "Saved on this phone",
    households: |n| if n == 1 { "1 household".into() } else { format!("{n} households") },
    whole_village: "Whole village",
    number: |n| format!("No. {n}"),
    no_number: "Numbered on arrival",
    said_by: |said, wrote| format!("{said}’s words, entered by {wrote}"),
    entered: |wrote, how| format!("Entered by {wrote}, {how}"),
    by_door: "by the code",
    somebody: "Somebody of the village",
    outdated: "This version is old, please update; until then all works as before",
    update: "There is a new version",
    update_now: "Update now",
    copy: "Copy",
    copied: [
        "Copied; paste it into the chat",
        "This browser does not let us copy; press on the text to select it",
    ],
    share: "Share",
    choose_village: "Choose another village",
};
