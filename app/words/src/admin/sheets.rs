//! 邀请页: a page for each village, to print, cut and hand out. What stands on the paper is read in the village, and is
//! Chinese in every language.

use crate::{Lang, Words};

/// What the page says before anything is made, and around what was made.
#[derive(Debug)]
pub struct Sheets {
    /// What it does, in two sentences.
    pub about: [&'static str; 2],
    /// All villages, none.
    pub all: [&'static str; 2],
    /// Which villages.
    pub which: &'static str,
    /// So many of a town's villages are chosen.
    pub chosen: fn(usize, usize) -> String,
    /// So many people of a village are ticked.
    pub ticked: fn(usize) -> String,
    /// Those of the list who have no role yet.
    pub others: fn(usize) -> String,
    /// They are given this one.
    pub given: fn(&str) -> String,
    /// Nobody came in by this name yet.
    pub away: &'static str,
    /// They are in already.
    pub came: &'static str,
    /// An invite is open until a day, and stays good.
    pub open: fn(&str) -> String,
    /// Nobody is on the list.
    pub nobody: &'static str,
    /// Among those ticked so many have an open invite.
    pub older: fn(usize) -> String,
    /// The button: villages, people.
    pub make: fn(usize, usize) -> String,
    /// No village is chosen.
    pub needs: &'static str,
    /// More than one sheet takes.
    pub too_many: fn(usize) -> String,
    /// It needs a signal.
    pub offline: &'static str,
    /// So many pages are ready.
    pub made: fn(usize) -> String,
    /// They are shown this once, and how to take one back.
    pub once: [&'static str; 2],
    /// For these none was made.
    pub left: fn(&str) -> String,
    /// Print.
    pub print: &'static str,
    /// Done with it: they are forgotten.
    pub done: &'static str,
    /// The square code's name for whoever hears it: of whom.
    pub square: fn(&str) -> String,
    /// A village's page.
    pub page_of: fn(&str) -> String,
}

/// What stands on the paper.
#[derive(Debug)]
pub struct Paper {
    /// Over the village's name.
    pub head: &'static str,
    /// What this is.
    pub about: [&'static str; 2],
    /// Over the slips.
    pub cut: &'static str,
    /// Under a square: how to come in by it.
    pub scan: &'static str,
    /// Until when it is good.
    pub until: fn(&str) -> String,
    /// The village's two addresses: the board, raising an issue.
    pub ways: [[&'static str; 2]; 2],
}

impl Words {
    /// The invite sheets.
    #[must_use]
    pub fn sheets(&self) -> &'static Sheets {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

/// What stands on the paper, for the village.
pub static PAPER: Paper = Paper {
    head: "板凳会",
    about: [
        "板凳会是村里商量事情的地方：谁有事都可以提，大家坐下来谈，谈好的事有人办、有回音。",
        "下面每一格是一个人的入场条：剪下来交给本人，用手机扫一扫就能进来；没有手机的，找记录员代写，一样算数。",
    ],
    cut: "入场条（沿虚线剪开，一人一张）",
    scan: "用手机相机扫方块码，或者在浏览器里打开：",
    until: |day| format!("只能用一次，{day}前有效。别给旁人看。"),
    ways: [["看公示", "谁都能看，不用登记"], ["提一件事", "不用登记，提了给一个号，随时问得到"]],
};

static ZH: Sheets = Sheets {
    about: [
        "挑几个村，一次做好邀请，打印出来每村一页，剪开交给本人。",
        "已经打勾的是有身份、还没用手机进来过的人。",
    ],
    all: ["全选", "全不选"],
    which: "哪些村",
    chosen: |some, all| format!("选了 {some} 个，共 {all} 个村"),
    ticked: |count| format!("{count} 张邀请"),
    others: |count| format!("名单上其他人 {count} 个"),
    given: |role| format!("会给身份：{role}"),
    away: "还没进来过",
    came: "已经进来了",
    open: |day| format!("有一张邀请还没用，{day}前有效"),
    nobody: "名单上还没有人；请先在“人和身份”里添。",
    older: |count| {
        format!(
            "勾上的人里有 {count} 个手上已有没用过的邀请。再做一张，旧的那张照样能用；不想让旧的再用，到“人和身份”里收回。"
        )
    },
    make: |villages, people| format!("做好 {villages} 个村的邀请页，{people} 张邀请"),
    needs: "请先挑村。",
    too_many: |most| format!("一次最多 {most} 张邀请，请少选几个村。"),
    offline: "没信号。做邀请要有网。",
    made: |count| format!("{count} 页做好了"),
    once: [
        "邀请只在这里显示这一次，离开这一页就看不到了。",
        "做错了，到“人和身份”里收回就不能用了。",
    ],
    left: |names| format!("没有给这些人做：{names}。他们的身份不归区政协办给，或者就是您自己。"),
    print: "打印",
    done: "好了，收起来",
    square: |name| format!("给 {name} 的邀请，方块码"),
    page_of: |name| format!("{name}的邀请页"),
};

static EN: Sheets = Sheets {
    about: [
        "Choose villages, make their invitations in one go, and print a page for each village, to cut and hand out.",
        "Ticked are those who hold a role and have not come in with a phone yet.",
    ],
    all: ["Choose all", "Choose none"],
    which: "Which villages",
    chosen: |some, all| format!("{some} of {all} villages chosen"),
    ticked: |count| {
        if count == 1 { "1 invitation".into() } else { format!("{count} invitations") }
    },
    others: |count| format!("Others on the list: {count}"),
    given: |role| format!("will be given the role: {role}"),
    away: "has not come in yet",
    came: "has come in",
    open: |day| format!("has an invitation that is not used yet, good until {day}"),
    nobody: "Nobody is on the list yet; add people under “People and roles” first.",
    older: |count| {
        format!(
            "{count} of those ticked have an invitation that is not used yet. It stays good beside the new one; to end it, take it back under “People and roles”."
        )
    },
    make: |villages, people| {
        let pages = if villages == 1 { "1 village".into() } else { format!("{villages} villages") };
        let slips =
            if people == 1 { "1 invitation".into() } else { format!("{people} invitations") };
        format!("Make the pages of {pages}, with {slips}")
    },
    needs: "Please choose a village first.",
    too_many: |most| format!("At most {most} invitations at once: please choose fewer villages."),
    offline: "No signal. Making invitations needs one.",
    made: |count| {
        if count == 1 { "1 page is ready".into() } else { format!("{count} pages are ready") }
    },
    once: [
        "The invitations are shown here this one time, and are gone when you leave this page.",
        "Whatever went wrong can be taken back under “People and roles”.",
    ],
    left: |names| {
        format!(
            "None was made for: {names}. Their roles are not the office’s to give, or it is you."
        )
    },
    print: "Print",
    done: "Done, put away",
    square: |name| format!("Invitation for {name}, square code"),
    page_of: |name| format!("Page of {name}"),
};
