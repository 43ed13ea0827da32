//! People and roles: who is what in the village, asking somebody in, giving a role and taking it.

use domain::Role;

use crate::{Lang, Words};

/// What the screen says.
#[derive(Debug)]
pub struct People {
    /// Its heading, and the way to it.
    pub title: &'static str,
    /// Where roles are held: the question over the places.
    pub place: &'static str,
    /// The whole district.
    pub region: &'static str,
    /// Without a signal there is nothing to change here.
    pub offline: &'static str,
    /// The list is as this phone last heard it.
    pub as_known: &'static str,
    /// Who may change it, with their names for it.
    pub who_may: fn(&str) -> String,
    /// Nobody is known yet.
    pub nobody: &'static str,
    /// This is the reader.
    pub myself: &'static str,
    /// Until a day.
    pub until: fn(&str) -> String,
    /// Nobody has come in by this name yet.
    pub never_in: &'static str,
    /// Signed in on so many devices, last heard of on a day.
    pub signed_in: fn(i64, &str) -> String,
    /// So many open invites.
    pub open_invites: fn(usize) -> String,
    /// Ask somebody in.
    pub ask_in: &'static str,
    /// Out of the directory, or new.
    pub who: [&'static str; 2],
    /// A new name, in the choice.
    pub new_name: &'static str,
    /// The boxes: name, what is said beside it, group, role, until.
    pub boxes: [&'static str; 5],
    /// No group.
    pub no_group: &'static str,
    /// Left empty it is for good.
    pub until_hint: &'static str,
    /// Only these may be given.
    pub only: &'static str,
    /// The button that makes the invite.
    pub make: &'static str,
    /// It needs a name.
    pub needs_name: &'static str,
    /// Again, for somebody who is known.
    pub again: fn(&str) -> String,
    /// Roles, in a person's sheet.
    pub roles: &'static str,
    /// Give another role.
    pub give: &'static str,
    /// The button of that.
    pub give_yes: &'static str,
    /// Take this role.
    pub take: fn(&str) -> String,
    /// The button on the row.
    pub take_short: &'static str,
    /// What will happen, with the name and the role.
    pub take_means: fn(&str, &str) -> String,
    /// Take the open invite back.
    pub take_back: &'static str,
    /// An open invite, until a day.
    pub invite_until: fn(&str) -> String,
    /// Done: role and name.
    pub given: fn(&str, &str) -> String,
    /// It is done: role and name.
    pub taken: fn(&str, &str) -> String,
    /// Done.
    pub taken_back: &'static str,
    /// The invite is made: for whom.
    pub made: fn(&str) -> String,
    /// How long it is good, and that it is good once.
    pub once: fn(&str) -> String,
    /// Under the square code.
    pub scan: &'static str,
    /// The square code's name for readers.
    pub square: fn(&str) -> String,
    /// What to say in a chat: village, name, role, link.
    pub chat: fn(&str, &str, &str, &str) -> String,
    /// Heading over that.
    pub chat_head: &'static str,
    /// Print the slip.
    pub print: &'static str,
    /// What stands on the slip, line by line.
    pub slip: [&'static str; 3],
    /// Whoever has it comes in as that person.
    pub careful: fn(&str) -> String,
    /// Done with it.
    pub back: &'static str,
    /// What a role is for, in a short sentence.
    pub does: fn(Role) -> &'static str,
}

impl Words {
    /// Who is what here, and who may ask whom in.
    #[must_use]
    pub fn people(&self) -> &'static People {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: People = People {
    title: "人和身份",
    place: "哪里的人",
    region: "全区",
    offline: "没信号。给身份、请人进来都要有网；下面是这部手机上记着的。",
    as_known: "下面是村里名单上记着的。",
    who_may: |who| format!("要改，请找{who}。"),
    nobody: "名单上还没有人。",
    myself: "就是您",
    until: |day| format!("到 {day}"),
    never_in: "还没进来过",
    signed_in: |devices, day| format!("登录在 {devices} 部设备上，{day}用过"),
    open_invites: |count| format!("有 {count} 个邀请还没用"),
    ask_in: "请一个人进来",
    who: ["请谁", "新的人"],
    new_name: "名单上没有，写一个新名字",
    boxes: ["怎么称呼", "名字边上写什么（可不填）", "哪个组", "什么身份", "到哪天（可不填）"],
    no_group: "不分组",
    until_hint: "不填就一直有效。填了，那天过完自动收回。",
    only: "这里只列出归您给的身份。",
    make: "做一个邀请",
    needs_name: "请写上名字。",
    again: |name| format!("再请 {name} 一次（换手机、没进来）"),
    roles: "身份",
    give: "再给一个身份",
    give_yes: "给",
    take: |role| format!("收回“{role}”"),
    take_short: "收回",
    take_means: |name, role| {
        format!(
            "{name} 不再是{role}。{name} 的手机下次连上网，只有{role}看得到的会从手机上清掉；写好没送出去的不会丢，留在“要看一眼”里。"
        )
    },
    take_back: "收回邀请",
    invite_until: |day| format!("邀请还没用，{day}前有效"),
    given: |role, name| format!("{name} 现在是{role}。"),
    taken: |role, name| format!("{name} 不再是{role}。"),
    taken_back: "邀请收回了，那个网址打不开了。",
    made: |name| format!("给 {name} 的邀请做好了"),
    once: |day| format!("只能用一次，{day}前有效。网址只在这里显示这一次。"),
    scan: "让对方用手机相机对着扫。",
    square: |name| format!("给 {name} 的邀请，方块码"),
    chat: |village, name, role, link| {
        format!(
            "{name}，{village}请您来坐板凳会，身份是{role}。点开这个网址就能进来，7 天内有效，只能您自己用一次：\n{link}"
        )
    },
    chat_head: "发到聊天里可以这样说",
    print: "打印成一张纸条",
    slip: [
        "扫这个方块码，或在浏览器里打开下面的网址：",
        "7 天内有效，只能用一次。进来以后，这张纸就没用了。",
        "打不开？拿着这张纸找记录员。",
    ],
    careful: |name| format!("谁拿到它，谁就能用 {name} 的名字进来。请直接交给本人。"),
    back: "好了",
    does: |role| match role {
        Role::Villager => "提事、听回音、打分",
        Role::Representative => "还核对纪要、验收",
        Role::Secretary => "挑议题、主持、定下来",
        Role::Recorder => "记会、代录、整理",
        Role::Supervisor => "见证、会签、盯着办",
        Role::FirstSecretary => "调研、牵线请专家",
        Role::Member => "认领、调研、发言、回访",
        Role::Expert => "看一页纸，答一个问题",
        Role::Department => "答复、领办、报进展",
        Role::Office => "安排、督促、管名单",
    },
};

static EN: People = People {
    title: "People and roles",
    place: "People of",
    region: "the whole district",
    offline: "No signal. Giving roles and asking people in needs one; below is what this phone knows.",
    as_known: "As the village’s list has it:",
    who_may: |who| format!("To change it, ask: {who}."),
    nobody: "Nobody is on the list yet.",
    myself: "this is you",
    until: |day| format!("until {day}"),
    never_in: "has not come in yet",
    signed_in: |devices, day| {
        let devices = if devices == 1 { "1 device".into() } else { format!("{devices} devices") };
        format!("signed in on {devices}, last used {day}")
    },
    open_invites: |count| {
        if count == 1 {
            "1 invitation not used yet".into()
        } else {
            format!("{count} invitations not used yet")
        }
    },
    ask_in: "Ask somebody in",
    who: ["Who", "Somebody new"],
    new_name: "Not on the list: write a new name",
    boxes: [
        "What to call them",
        "What to say beside the name (may be left empty)",
        "Group",
        "Role",
        "Until (may be left empty)",
    ],
    no_group: "no group",
    until_hint: "Left empty it is for good. Otherwise it ends with that day, by itself.",
    only: "Only the roles that are yours to give are listed.",
    make: "Make an invitation",
    needs_name: "Please write a name.",
    again: |name| format!("Ask {name} in once more (new phone, never came)"),
    roles: "Roles",
    give: "Give another role",
    give_yes: "Give it",
    take: |role| format!("Take “{role}” away"),
    take_short: "Take away",
    take_means: |name, role| {
        format!(
            "{name} will no longer be {role}. When {name}’s phone is next online, what only this role may read is cleared from it; what was written and not sent is not lost, and waits there for {name}’s eyes."
        )
    },
    take_back: "Take the invitation back",
    invite_until: |day| format!("invitation not used yet, good until {day}"),
    given: |role, name| format!("{name} is {role} now."),
    taken: |role, name| format!("{name} is no longer {role}."),
    taken_back: "The invitation is taken back; its address opens nothing any more.",
    made: |name| format!("The invitation for {name} is ready"),
    once: |day| format!("Good once, until {day}. Its address is shown here this one time."),
    scan: "Let them point their phone’s camera at it.",
    square: |name| format!("Invitation for {name}, square code"),
    chat: |village, name, role, link| {
        format!(
            "{name}, {village} keeps a seat for you on Bandeng, as {role}. Open this address to come in; it is good for 7 days, once, for you alone:\n{link}"
        )
    },
    chat_head: "What to say in a chat",
    print: "Print it as a slip",
    slip: [
        "Scan this square, or open this address in a browser:",
        "Good for 7 days, once. After that this paper is of no use.",
        "It does not open? Take this paper to the recorder.",
    ],
    careful: |name| format!("Whoever holds it can come in as {name}. Hand it to nobody else."),
    back: "Done",
    does: |role| match role {
        Role::Villager => "raises issues, hears back, rates",
        Role::Representative => "also checks minutes and work",
        Role::Secretary => "picks topics, hosts, decides",
        Role::Recorder => "takes notes, writes for others",
        Role::Supervisor => "witnesses, co-signs, watches",
        Role::FirstSecretary => "researches, brings in experts",
        Role::Member => "claims, researches, revisits",
        Role::Expert => "reads one page, answers one question",
        Role::Department => "answers, takes on, reports",
        Role::Office => "plans, chases, keeps the list",
    },
};
