//! Raising an issue, for oneself or for somebody, and the page that says it is safe.

/// What the screens say.
#[derive(Debug)]
pub struct Raise {
    /// Its heading.
    pub title: &'static str,
    /// Under the heading: every word is kept.
    pub kept: &'static str,
    /// Who raises it: the question over the next two.
    pub who_raises: &'static str,
    /// I do.
    pub mine: &'static str,
    /// I write for somebody.
    pub for_somebody: &'static str,
    /// What is the matter?
    pub what: &'static str,
    /// The keyboard's own microphone can be used.
    pub keyboard: &'static str,
    /// Which drawer?
    pub category: &'static str,
    /// Guessed from a word of the sentence.
    pub guessed: fn(&str) -> String,
    /// Nothing gave it away: put here for now.
    pub unguessed: &'static str,
    /// Opens all twelve.
    pub other_category: &'static str,
    /// Heading of what is asked when somebody else's words are written.
    pub for_whom: &'static str,
    /// Who said it?
    pub speaker: &'static str,
    /// Which group?
    pub group: &'static str,
    /// How was it checked with them?
    pub confirmed: &'static str,
    /// It was not said how.
    pub confirm_first: &'static str,
    /// Publicly no name but “villager of that group”; the group may be empty.
    pub unnamed: fn(&str) -> String,
    /// Only cadres read it at first.
    pub held: &'static str,
    /// More, if one likes.
    pub details: &'static str,
    /// About how many households?
    pub households: &'static str,
    /// Under the button: what saving does.
    pub save_note: &'static str,
    /// What was begun before is here again.
    pub restored: &'static str,
    /// Throw it away and begin anew.
    pub anew: &'static str,
    /// No village has arrived on this phone yet.
    pub no_village: &'static str,
    /// A way out when the phone cannot store it.
    pub export: &'static str,
    /// Heading of the page after saving.
    pub saved: &'static str,
    /// What happens next.
    pub next: &'static str,
    /// Step 1, and what it says.
    pub now: (&'static str, &'static str),
    /// Step 2 until it has arrived, and what it says.
    pub signal: (&'static str, &'static str),
    /// Step 2 when it has arrived.
    pub arrived: &'static str,
    /// Step 3, and what it says.
    pub soon: (&'static str, &'static str),
    /// Step 3 of an issue that only cadres read.
    pub soon_held: &'static str,
    /// Step 4.
    pub result: &'static str,
    /// Who brings the answer to whom, in which group.
    pub brought: fn(&str, &str, &str) -> String,
    /// The answer to one's own issue.
    pub read_here: &'static str,
    /// Print a slip for the person it was written for.
    pub print: &'static str,
    /// Mend it.
    pub mend: &'static str,
    /// The name of the buttons at the end.
    pub after: &'static str,
    /// Raise another.
    pub another: &'static str,
    /// Back to the board.
    pub to_board: &'static str,
}

pub(crate) static ZH: Raise = Raise {
    title: "提一件事",
    kept: "写到哪留到哪，关掉也不丢",
    who_raises: "谁来提",
    mine: "我自己提",
    for_somebody: "替人代录",
    what: "什么事",
    keyboard: "不想打字，可点键盘上的话筒说话",
    category: "哪一类",
    guessed: |word| format!("按话里的“{word}”猜的，不对就换"),
    unguessed: "先放在这一类，不对就换",
    other_category: "换一类",
    for_whom: "替谁代录",
    speaker: "谁说的",
    group: "哪个组",
    confirmed: "怎么跟他核对过",
    confirm_first: "请选一下怎么跟他核对的。没核对过，先念一遍给他听。",
    unnamed: |group| format!("公开时只写“{group}村民”，不写名字"),
    held: "先只给村干部看，收到后再给全村看",
    details: "还想说细点（可不填）",
    households: "大概几户",
    save_note: "先存在这部手机，有网自动送",
    restored: "接着上次写的",
    anew: "重新写",
    no_village: "村里的名单还没搬到这部手机。字都留着，有网打开一次，再来存下。",
    export: "导出成文件",
    saved: "存好了",
    next: "接下来",
    now: ("现在", "在这部手机里，关机也在。"),
    signal: ("有网", "自动送到村里，不用您管。"),
    arrived: "已经送到村里了。",
    soon: ("三天内", "村里分一分：当场办，还是坐下来谈。"),
    soon_held: "村干部先看，收到后全村都看得到。",
    result: "有结果",
    brought: |wrote, group, name| format!("{wrote}去{group}，当面告诉{name}。"),
    read_here: "写在这一件里，打开就看得到。",
    print: "打张条子给他",
    mend: "改一改",
    after: "下一步",
    another: "再提一件",
    to_board: "回议题板",
};

pub(crate) static EN: Raise = Raise {
    title: "Raise an issue",
    kept: "Every word is kept, even if you close this",
    who_raises: "Who raises it",
    mine: "For myself",
    for_somebody: "For somebody",
    what: "What is the matter?",
    keyboard: "Rather speak? Use the microphone on your keyboard",
    category: "Category",
    guessed: |word| format!("guessed from “{word}”; change it if wrong"),
    unguessed: "put here for now; change it if wrong",
    other_category: "Another",
    for_whom: "For whom you write",
    speaker: "Who said it",
    group: "Group",
    confirmed: "How you checked it with them",
    confirm_first: "Please say how you checked it with them. If you have not, read it to them first.",
    unnamed: |group| {
        if group.is_empty() {
            "In public say only “a villager”, no name".into()
        } else {
            format!("In public say only “a villager of {group}”, no name")
        }
    },
    held: "For the cadres’ eyes first; for all once received",
    details: "Say more, if you like",
    households: "About how many households",
    save_note: "Saved on this phone first; goes by itself when there is a signal",
    restored: "Going on from what you wrote last time",
    anew: "Start afresh",
    no_village: "The village’s list is not on this phone yet. Your words are kept; open the app once with a signal, then save.",
    export: "Export to a file",
    saved: "Saved",
    next: "What happens next",
    now: ("Now", "It is on this phone, and stays when it is switched off."),
    signal: ("Signal", "It goes to the village by itself."),
    arrived: "It has arrived in the village.",
    soon: ("3 days", "The village sorts it: settled at once, or talked over on a bench."),
    soon_held: "The cadres look at it first; once received, all can read it.",
    result: "Result",
    brought: |wrote, group, name| format!("{wrote} goes to {group} and tells {name} in person."),
    read_here: "It is written under this issue; open it to read.",
    print: "Print a slip",
    mend: "Change it",
    after: "Then",
    another: "Raise another",
    to_board: "To the board",
};
