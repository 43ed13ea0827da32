//! The page by which somebody without an account raises an issue.

/// What the page says.
#[derive(Debug)]
pub struct Raising {
    /// What the page is called.
    pub title: &'static str,
    /// What stands below the village's name.
    pub about: &'static str,
    /// Above the list of villages.
    pub which: &'static str,
    /// Above the box.
    pub words: &'static str,
    /// Below it.
    pub hint: &'static str,
    /// Above the drawers.
    pub category: &'static str,
    /// The drawer is chosen by the words.
    pub by_words: &'static str,
    /// Above the groups.
    pub group: &'static str,
    /// No group.
    pub no_group: &'static str,
    /// Above the name.
    pub name: &'static str,
    /// Below it.
    pub name_hint: &'static str,
    /// Above the picture.
    pub photo: &'static str,
    /// Below it.
    pub photo_hint: &'static str,
    /// The button.
    pub send: &'static str,
    /// What comes of it.
    pub means: &'static str,
    /// It is here.
    pub thanks: &'static str,
    /// It was here before.
    pub again: &'static str,
    /// Above the number.
    pub slip: &'static str,
    /// To keep it.
    pub keep: &'static str,
    /// Why.
    pub keep_why: &'static str,
    /// Which drawer it lies in.
    pub sorted: fn(&str) -> String,
    /// What comes next.
    pub next: &'static str,
    /// The button that asks.
    pub ask: &'static str,
    /// The way to ask later: what stands before and behind the address.
    pub ask_later: [&'static str; 2],
    /// To raise another.
    pub another: &'static str,
    /// The picture is here.
    pub photo_taken: &'static str,
    /// The picture cannot be opened.
    pub photo_broken: &'static str,
    /// The picture is too large.
    pub photo_large: &'static str,
    /// The picture has not come whole.
    pub photo_slow: &'static str,
    /// Nothing was written.
    pub empty: &'static str,
    /// Too much was written.
    pub too_long: &'static str,
    /// The name is too long.
    pub name_long: &'static str,
    /// Something in it cannot be taken.
    pub unclear: &'static str,
    /// The box that must stay empty, to those who hear it.
    pub trap: &'static str,
    /// Something stood in it.
    pub trapped: &'static str,
    /// Too many wait for a look.
    pub full: &'static str,
    /// Too many came from one address.
    pub slow_down: &'static str,
    /// The heading of the sheet for the notice board.
    pub sheet: &'static str,
    /// Its square code, for whoever does not see it.
    pub square: &'static str,
    /// How it goes.
    pub steps: [&'static str; 3],
    /// To print it.
    pub print: &'static str,
    /// There is no such village.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
}

pub(crate) static ZH: Raising = Raising {
    title: "提一件事",
    about: "一分钟 · 不用登录，不用手机号",
    which: "哪个村的事",
    words: "什么事",
    hint: "想到什么写什么，最多两千字。",
    category: "哪一类",
    by_words: "按话里的意思分",
    group: "哪个组（可不选）",
    no_group: "全村的事，或不好说",
    name: "怎么称呼您（可不填）",
    name_hint: "只给村里办事的人看，公开时不写。",
    photo: "一张照片（可不加）",
    photo_hint: "会缩小，拍照的地点和时间会去掉。",
    send: "发给村里",
    means: "先由村里的干部看，看过才会公开。公开时只写身份，不写名字。",
    thanks: "收到了，谢谢您",
    again: "这一件已经收到，没有再记一遍。",
    slip: "您的单号",
    keep: "抄下来或拍下来",
    keep_why: "单号只显示这一次，忘了谁也查不出来。凭它问办到哪一步，别给外人看。",
    sorted: |category| format!("归在“{category}”，不对的话村里会换。"),
    next: "接下来：村里的干部看过以后写明是收下、转办，还是为什么不办。",
    ask: "问问办到哪一步",
    ask_later: ["以后打开 ", "，填上单号就能问。"],
    another: "再提一件",
    photo_taken: "照片也收到了。",
    photo_broken: "话收到了，照片打不开，没有收下。照片可以当面给村里的记录员。",
    photo_large: "话收到了，照片太大，没有收下。照片可以当面给村里的记录员。",
    photo_slow: "话收到了，照片没有传完。照片可以当面给村里的记录员。",
    empty: "先写一句是什么事。",
    too_long: "太长了，请压到两千字以内。",
    name_long: "称呼太长了，写个姓就行。",
    unclear: "有的字认不出来，请改一改。",
    trap: "这一格请空着",
    trapped: "有一格要空着，已经替您清掉，请再按一次。您写的都在。",
    full: "等着看的太多了，村里看过一些才能再收。急的事请直接找村委会。您写的都在，可以先抄下来。",
    slow_down: "从您这里发来的太多了，过几分钟再按一次。您写的都在。",
    sheet: "有事要说？扫码提一件",
    square: "提事二维码",
    steps: [
        "扫码，写一句是什么事，可以加一张照片。不用登录，不用手机号。",
        "抄下单号。先由村里的干部看，看过才公开，公开时不写名字。",
        "凭单号问办到哪一步。没有手机的，请记录员或家里人代提。",
    ],
    print: "用浏览器的“打印”印出来，贴在公示栏和桥头。",
    unknown: "没有这个村",
    unknown_do: "地址可能没有抄全，请看看公示栏上的码。",
};

pub(crate) static EN: Raising = Raising {
    title: "Raise an issue",
    about: "One minute · no signing in, no telephone number",
    which: "Which village is it about?",
    words: "What is the matter?",
    hint: "In your own words; 2,000 characters at most.",
    category: "What kind of matter",
    by_words: "Go by my words",
    group: "Which group (may stay open)",
    no_group: "The whole village, or hard to say",
    name: "What to call you (may stay empty)",
    name_hint: "Only those who look after it see this; in public it is left out.",
    photo: "One picture (may be left out)",
    photo_hint: "It is made smaller, and where and when it was taken is removed.",
    send: "Send it to the village",
    means: "The village’s cadres look at it before anybody else. In public there are roles and no names.",
    thanks: "It is here. Thank you",
    again: "This had arrived before, and is not noted twice.",
    slip: "Your number",
    keep: "Write it down, or take a picture of it",
    keep_why: "It is shown only once, and nobody can look it up. It lets you ask how far things are; keep it to yourself.",
    sorted: |category| {
        format!("Filed under “{category}”; the village changes that if it is wrong.")
    },
    next: "Next: a cadre of the village looks at it and says whether it is taken up, passed on, or why not.",
    ask: "Ask how far it is",
    ask_later: ["Later, open ", " and type the number."],
    another: "Raise another",
    photo_taken: "The picture has arrived, too.",
    photo_broken: "Your words have arrived; the picture cannot be opened and was not kept. You can show it to the village’s recorder.",
    photo_large: "Your words have arrived; the picture is too large and was not kept. You can show it to the village’s recorder.",
    photo_slow: "Your words have arrived; the picture did not come whole. You can show it to the village’s recorder.",
    empty: "Say first what the matter is.",
    too_long: "That is too long; 2,000 characters at most.",
    name_long: "That name is too long; a surname is enough.",
    unclear: "Some signs in it cannot be read; please change it.",
    trap: "Please leave this empty",
    trapped: "One box must stay empty. It has been emptied for you; press once more. All you wrote is here.",
    full: "Too many wait for a look; the village must read some first. If it is urgent, go to the village office. All you wrote is here; you may copy it.",
    slow_down: "Too many came from where you are. Press again in a few minutes. All you wrote is here.",
    sheet: "Something to say? Scan, and raise it",
    square: "Square code to raise an issue",
    steps: [
        "Scan, and say what the matter is; a picture may go with it. No signing in, no telephone number.",
        "Write the number down. A cadre looks first; in public there are no names.",
        "Ask by the number how far it is. Whoever has no phone asks the recorder or the family.",
    ],
    print: "Print it by your browser, and hang it on the notice board.",
    unknown: "There is no such village",
    unknown_do: "The address may not be whole; look at the code on the notice board.",
};
