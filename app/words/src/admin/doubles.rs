//! 重复登记: two entries that are one person, two villages' issues that are one matter; and why two stay apart.

use domain::doubles::Alike;
use domain::refusal::Apart;

use crate::{Lang, Words};

/// What the page of doubles says.
#[derive(Debug)]
pub struct Doubles {
    /// What it is for.
    pub about: &'static str,
    /// While the server looks.
    pub looking: &'static str,
    /// Without a signal.
    pub offline: &'static str,
    /// The heading over people.
    pub people: &'static str,
    /// The heading over issues.
    pub issues: &'static str,
    /// Nothing looks like it.
    pub none: [&'static str; 2],
    /// There are more than are shown.
    pub more: fn(u32) -> String,
    /// Why two look like one.
    pub alike: fn(Alike) -> &'static str,
    /// Why two issues do, before the words they share.
    pub shared: &'static str,
    /// The region's own directory.
    pub region: &'static str,
    /// Signed in on a phone.
    pub phone: &'static str,
    /// The button under an entry, and under an issue.
    pub into: [&'static str; 2],
    /// Of which village, and by which number there.
    pub of: fn(&str, Option<u32>) -> String,
    /// These are two.
    pub two: [&'static str; 2],
    /// They will not be suggested any more.
    pub parted: &'static str,
    /// A search for two that are not suggested.
    pub search: &'static str,
    /// The hint under it.
    pub search_hint: &'static str,
    /// Nobody of that name.
    pub nobody: &'static str,
    /// Two were chosen.
    pub chosen: &'static str,
    /// The heading of the question before it is done: who into whom.
    pub sure: fn(&str, &str) -> String,
    /// What goes over, line by line.
    pub goes: [&'static str; 4],
    /// What stays.
    pub stays: [&'static str; 2],
    /// The headings over both.
    pub heads: [&'static str; 2],
    /// That it cannot be undone.
    pub no_way_back: &'static str,
    /// What happens to an issue.
    pub carried: [&'static str; 3],
    /// Do it.
    pub yes: [&'static str; 2],
    /// Do it not.
    pub no: &'static str,
    /// It was done.
    pub done: [&'static str; 2],
    /// An issue that is not public cannot carry on another.
    pub hidden: &'static str,
    /// An issue that has come too far cannot be merged.
    pub too_far: &'static str,
    /// The double has a phone, so it cannot be struck.
    pub has_phone: &'static str,
    /// Both have one.
    pub both_phones: &'static str,
}

const ZH: Doubles = Doubles {
    about: "同一个人登记了两次，或者两个村提的是同一件事，在这里并成一个。先后按地方的顺序，不按别的。",
    looking: "正在找……",
    offline: "没信号。像不像同一个，要有网才找得出来。",
    people: "像是同一个人",
    issues: "像是同一件事",
    none: ["没有看着像同一个人的。", "没有两个村提了看着像同一件的事。"],
    more: |n| format!("还有 {n} 对没有列出来，这些看完了再来。"),
    alike: |alike| match alike {
        Alike::Name => "名字一样",
        Alike::Within => "一个名字里有另一个",
        Alike::Sign => "名字只差一个字，备注一样",
        Alike::Chosen => "您选的两个人",
    },
    shared: "同一类，都说到：",
    region: "区里的名册",
    phone: "在自己的手机上用着",
    into: ["留下这一个", "由这一件接着办"],
    of: |village, number| match number {
        Some(number) => format!("{village}第 {number} 号"),
        None => format!("{village}，还没编号"),
    },
    two: ["这是两个人", "这是两件事"],
    parted: "记下了，以后不再提。",
    search: "按名字找",
    search_hint: "没有列出来的：找到以后，选两个人。",
    nobody: "没有叫这个名字的。",
    chosen: "已选",
    sure: |double, into| format!("把“{double}”并到“{into}”？"),
    goes: [
        "身份和期限",
        "还没盖印的协商里的座位",
        "正在牵头的事",
        "同一本名册里，另一个没有写的：备注、懂什么、熟悉哪里",
    ],
    stays: ["盖了印的，一个字也不动", "说过的话、做过的记录，照原样留着"],
    heads: ["会过去的", "不动的"],
    no_way_back: "没有用过的邀请作废。这一步不能撤回。",
    carried: [
        "这一件写上“在那个村的议题里接着办”，附那一件的标题和公开页，不写别的。",
        "提的人照样要有人去告诉。",
        "这一步不能撤回。",
    ],
    yes: ["并成一个人", "并成一件事"],
    no: "先不并",
    done: ["并好了，送到以后大家都看得到。", "并好了，送到以后两个村都看得到。"],
    hidden: "还没有公示，另一个村的人看不到，不能由它接着办。",
    too_far: "另一件已经走得太远，不能再并过来。",
    has_phone: "另一个在自己的手机上用着，不能划掉；请留下另一个，或者先请本人在手机上退出。",
    both_phones: "两个都在自己的手机上用着：请本人先在其中一部手机上退出，再来并。",
};

const EN: Doubles = Doubles {
    about: "One person who was entered twice, or one matter that two villages raised, is made one here. The order is that of the map, and no other.",
    looking: "Looking …",
    offline: "No signal. Who looks like one is found with a signal only.",
    people: "These look like one person",
    issues: "These look like one matter",
    none: [
        "Nobody looks as if entered twice.",
        "No two villages have raised what looks like one matter.",
    ],
    more: |n| format!("{n} more pairs are not shown; come again when these are done."),
    alike: |alike| match alike {
        Alike::Name => "The same name",
        Alike::Within => "One name is part of the other",
        Alike::Sign => "One character apart, with the same words beside it",
        Alike::Chosen => "The two you chose",
    },
    shared: "The same category, and both say: ",
    region: "the district’s directory",
    phone: "signed in on a phone",
    into: ["Keep this one", "This one carries on"],
    of: |village, number| match number {
        Some(number) => format!("{village}, no. {number}"),
        None => format!("{village}, no number yet"),
    },
    two: ["These are two people", "These are two matters"],
    parted: "Noted; they will not be suggested again.",
    search: "Find by name",
    search_hint: "Not suggested? Find them and choose two.",
    nobody: "Nobody of that name.",
    chosen: "Chosen",
    sure: |double, into| format!("Make “{double}” one with “{into}”?"),
    goes: [
        "roles, with the day they end",
        "seats in consultations that are not sealed",
        "what they lead at present",
        "within one directory, what the other entry does not say: the note, what they know and where",
    ],
    stays: ["what is sealed, to the letter", "what was said and noted down"],
    heads: ["What goes over", "What stays as it is"],
    no_way_back: "Open invitations are taken back. This cannot be undone.",
    carried: [
        "This issue will say that it goes on in the other village’s, with that one’s heading and public page, and nothing else.",
        "Whoever raised it is still to be told.",
        "This cannot be undone.",
    ],
    yes: ["Make them one", "Make them one"],
    no: "Not now",
    done: [
        "Done; all will see it once it has arrived.",
        "Done; both villages will see it once it has arrived.",
    ],
    hidden: "Not public yet: people of the other village could not read it, so it cannot carry on theirs.",
    too_far: "The other one has come too far to be merged.",
    has_phone: "The other is signed in on a phone and cannot be struck: keep the other one, or have the person sign out there first.",
    both_phones: "Both are signed in on a phone: have the person sign out on one of them first.",
};

/// What was done, in a list of what this phone did.
#[must_use]
pub fn did_unite(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "把重复登记的并成了一个：",
        Lang::En => "Made one of a double entry: ",
    }
}

impl Words {
    /// The page of doubles.
    #[must_use]
    pub fn doubles(&self) -> &'static Doubles {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// Why two stay apart.
    pub(crate) fn apart(&self, why: Apart) -> String {
        let [zh, en] = match why {
            Apart::Phone => [
                "要划掉的这一个在自己的手机上用着，那上面没送出的会丢。请倒过来并；两个都有手机的，请本人先在其中一部上退出。",
                "The entry to be struck is signed in on a phone of its own, and what is unsent there would be lost. Do it the other way round; if both have one, have the person sign out on one of them first.",
            ],
            Apart::Region => [
                "两个不在同一个区，不能并。",
                "They belong to two districts and cannot be made one.",
            ],
            Apart::Watched => [
                "一个是监督的人，另一个是受监督的人：先收回其中一个身份，再来并。",
                "One watches over what the other does: take one of the two roles back first.",
            ],
            Apart::Own => [
                "这样并，您就给自己添了身份。请另一位政协办的同事来并。",
                "That would give roles to yourself. Please have another of the office do it.",
            ],
            Apart::Hidden => [
                "那一件还没有公示，另一个村的人看不到，不能由它接着办。",
                "That issue is not public: people of the other village could not read it, so it cannot carry on theirs.",
            ],
            Apart::Joined => [
                "那一件自己也并到别处了，请选接着办的那一件。",
                "That issue is carried on by another itself; please choose the one that carries on.",
            ],
        };
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
        .to_owned()
    }
}
