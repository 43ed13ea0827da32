//! The welcome page behind an invite, and how to put the app on the home screen.

/// What the screen says.
#[derive(Debug)]
pub struct Welcome {
    /// Its heading.
    pub title: &'static str,
    /// What the picture shows.
    pub picture: &'static str,
    /// The words in the picture.
    pub motto: &'static str,
    /// The invite is being looked at.
    pub looking: &'static str,
    /// Place and person who invite; either may be empty.
    pub invites: fn(&str, &str) -> String,
    /// As what, before the roles.
    pub invited_as: &'static str,
    /// Under which name the person is on the list.
    pub listed_as: &'static str,
    /// What to do when the name is wrong.
    pub wrong_name: &'static str,
    /// Larger type, larger buttons.
    pub elder_note: &'static str,
    /// The button that signs in.
    pub sit_down: &'static str,
    /// It is being done.
    pub sitting: &'static str,
    /// Look around without a name.
    pub look_around: &'static str,
    /// As many people as fit use this phone already.
    pub phone_full: &'static str,
    /// Nobody is signed in and there is no invite.
    pub no_code: &'static str,
    /// Paste the address of an invite.
    pub paste: &'static str,
    /// The button of that.
    pub open_invite: &'static str,
    /// What was pasted is no invite.
    pub not_an_invite: &'static str,
    /// No signal: the invite cannot be looked at.
    pub no_signal: &'static str,
    /// What is written down about people, and what is not.
    pub purpose: &'static str,
    /// How to put the app on the home screen.
    pub install: &'static Install,
}

/// The browsers that have a way of their own to put something on the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// iPhone and iPad.
    Ios,
    /// 小米
    Xiaomi,
    /// 华为
    Huawei,
    /// OPPO, 真我, 一加
    Oppo,
    /// vivo
    Vivo,
    /// QQ and UC.
    QqOrUc,
    /// Firefox on a phone.
    Firefox,
    /// Any other on a phone.
    Phone,
    /// Any on a computer.
    Computer,
}

/// The offer to put the app on the home screen.
#[derive(Debug)]
pub struct Install {
    /// Its heading.
    pub title: &'static str,
    /// Why one would.
    pub why: &'static str,
    /// The button where the browser can do it.
    pub button: &'static str,
    /// Not now.
    pub dismiss: &'static str,
    /// Done.
    pub done: &'static str,
    /// What to tap, step by step.
    pub steps: fn(Browser) -> &'static [&'static str],
    /// Copy the address of this page.
    pub copy: &'static str,
    /// It is copied.
    pub copied: &'static str,
    /// It could not be copied.
    pub not_copied: &'static str,
}

pub(crate) static ZH: Welcome = Welcome {
    title: "给您留了张凳子",
    picture: "插画：樟树下一盏灯，两圈板凳围着坐",
    motto: "一条板凳线",
    looking: "在看这个邀请…",
    invites: |place, person| match (place, person) {
        ("", "") => "村里请您来".into(),
        (one, "") | ("", one) => format!("{one}请您来"),
        (place, person) => format!("{place} {person} 请您来"),
    },
    invited_as: "，身份是 ",
    listed_as: "村里的名单上，您叫 ",
    wrong_name: "写错了？进来以后告诉请您的人，他来改。",
    elder_note: "字更大，按钮更大",
    sit_down: "坐下来",
    sitting: "正在坐下来…",
    look_around: "先看看，不留名",
    phone_full: "这部手机上已经坐了八个人，坐不下了。请先有一位退出登录，或换一部手机。",
    no_code: "进门要一个邀请。请村里的记录员发一个给您，点开就行。",
    paste: "有邀请？把网址粘在这里",
    open_invite: "看看这个邀请",
    not_an_invite: "这不像是邀请的网址，请整条复制过来。",
    no_signal: "没信号，邀请要有网才能打开。邀请还在，找个有信号的地方再试一次。",
    purpose: "只记您说的事和怎么称呼您，用来给您回音。不签到，不打分，不排名。",
    install: &INSTALL_ZH,
};

static INSTALL_ZH: Install = Install {
    title: "放到桌面，没信号也打得开",
    why: "像别的应用一样，点一下就开。",
    button: "放到桌面",
    dismiss: "先不放",
    done: "放好了，去桌面上找“板凳会”。",
    steps: |browser| match browser {
        Browser::Ios => &[
            "请用 Safari 打开这一页，点底下的“分享”（方框里一个向上的箭头）。",
            "往下翻，点“添加到主屏幕”，再点“添加”。",
            "先等这里都送到了再添加。从桌面第一次打开时还要一个新邀请，请村里再发一个，粘进去就行。",
        ],
        Browser::Xiaomi => &[
            "您用的是小米浏览器。点右下角“菜单”。",
            "点“添加到桌面”，10 秒内点“允许”。",
            "没弹出来？手机设置里打开“桌面快捷方式”。",
        ],
        Browser::Huawei => &[
            "您用的是华为浏览器。点下面的“更多”（四个点）。",
            "点“添加至”，再点“桌面”，点“添加”。",
            "没弹出来？手机设置里允许浏览器“创建桌面快捷方式”。",
        ],
        Browser::Oppo => &[
            "您用的是 OPPO 浏览器。点底下的“菜单”。",
            "点“添加书签”，选“桌面”。",
            "没弹出来？手机设置里允许浏览器“桌面快捷方式”。",
        ],
        Browser::Vivo => &[
            "您用的是 vivo 浏览器。点底下的“菜单”。",
            "点“添加书签”，选“桌面”。",
            "没弹出来？到 i 管家里允许浏览器“桌面快捷方式”。",
        ],
        Browser::QqOrUc => &[
            "点底下的“菜单”（三条横线）。",
            "点“添加书签”或“收藏”，选“添加到桌面”。",
            "没弹出来？手机设置里允许浏览器“桌面快捷方式”。",
        ],
        Browser::Firefox => &["点地址栏旁边的“⋮”。", "点“添加到主屏幕”，再点“添加”。"],
        Browser::Phone => &[
            "点浏览器的“菜单”（“⋮”或三条横线）。",
            "点“添加到主屏幕”或“添加到桌面”。",
            "没弹出来？手机设置里允许浏览器“桌面快捷方式”。",
        ],
        Browser::Computer => {
            &["用 Chrome 或 Edge：点地址栏右边的“安装”图标。", "没有那个图标？把这一页存成书签。"]
        }
    },
    copy: "复制网址",
    copied: "复制好了，到浏览器里粘上打开。",
    not_copied: "没复制成，请长按网址自己复制：",
};

pub(crate) static EN: Welcome = Welcome {
    title: "A seat is kept for you",
    picture: "Drawing: a lamp under a camphor tree, two rings of benches around it",
    motto: "一条板凳线",
    looking: "Looking at the invitation…",
    invites: |place, person| match (place, person) {
        ("", "") => "The village invites you".into(),
        (place, "") => format!("{place} invites you"),
        ("", person) => format!("{person} invites you"),
        (place, person) => format!("{person} of {place} invites you"),
    },
    invited_as: ", as ",
    listed_as: "On the village’s list you are ",
    wrong_name: "Misspelt? Once inside, tell the person who invited you.",
    elder_note: "Larger letters, larger buttons",
    sit_down: "Sit down",
    sitting: "Sitting down…",
    look_around: "Look around first, no name",
    phone_full: "Eight people use this phone already. One of them has to sign out first, or take another phone.",
    no_code: "You come in by an invitation. Ask the village’s recorder to send you one and tap it.",
    paste: "Have an invitation? Paste its address here",
    open_invite: "Look at this invitation",
    not_an_invite: "This does not look like the address of an invitation; please copy all of it.",
    no_signal: "No signal: an invitation needs one. It is still good; try again where there is a signal.",
    purpose: "Only what you say and what to call you is written down, so that you get an answer. No check-in, no points, no ranks.",
    install: &INSTALL_EN,
};

static INSTALL_EN: Install = Install {
    title: "On the home screen it opens without a signal",
    why: "One tap opens it, like any other app.",
    button: "Put it there",
    dismiss: "Not now",
    done: "Done; look for “板凳会” on the home screen.",
    steps: |browser| match browser {
        Browser::Ios => &[
            "Open this page in Safari and tap Share (the box with an arrow) at the bottom.",
            "Scroll down, tap “Add to Home Screen”, then “Add”.",
            "Wait until all has arrived before you do. The first start from the home screen needs a new invitation: ask for one and paste it.",
        ],
        Browser::Xiaomi | Browser::Oppo | Browser::Vivo | Browser::QqOrUc => &[
            "Tap the browser’s menu at the bottom.",
            "Tap “Add to desktop”, or “Add bookmark” and then “Desktop”, and allow it.",
            "Nothing appears? Allow “Home screen shortcuts” for the browser in the phone’s settings.",
        ],
        Browser::Huawei => &[
            "Tap “More” (four dots) at the bottom.",
            "Tap “Add to”, then “Home screen”, then “Add”.",
            "Nothing appears? Allow the browser to create shortcuts in the phone’s settings.",
        ],
        Browser::Firefox => {
            &["Tap “⋮” beside the address.", "Tap “Add to Home screen”, then “Add”."]
        }
        Browser::Phone => &[
            "Tap the browser’s menu.",
            "Tap “Add to Home screen”.",
            "Nothing appears? Allow shortcuts for the browser in the phone’s settings.",
        ],
        Browser::Computer => &[
            "In Chrome or Edge, click the install icon at the right end of the address.",
            "No such icon? Keep this page as a bookmark.",
        ],
    },
    copy: "Copy the address",
    copied: "Copied; paste it into a browser.",
    not_copied: "It could not be copied; press the address long and copy it yourself:",
};
