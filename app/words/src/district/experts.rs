//! 谁懂行: the directory of who can help, and whom to ask for what.

mod fields;

use domain::{
    Category,
    expertise::{Field, Manner},
};

use crate::{Lang, Words};

/// What the wing, the card and the block on the seats say.
#[derive(Debug)]
pub struct Experts {
    /// What the list is, and how it is ordered.
    pub lead: &'static str,
    /// The search box, the choice of a field, and no choice.
    pub find: [&'static str; 3],
    /// So many people.
    pub count: fn(usize) -> String,
    /// Nobody fits what was searched for.
    pub none: &'static str,
    /// Enter somebody; change an entry.
    pub add: &'static str,
    /// Heading over one entry.
    pub entry: fn(&str) -> String,
    /// The boxes: name, beside it, role, languages, past work.
    pub boxes: [&'static str; 5],
    /// What they know, where, how to ask.
    pub legends: [&'static str; 3],
    /// A word of somebody's own: the box, the button.
    pub own_word: [&'static str; 2],
    /// A place is added: the choice over the places.
    pub add_place: &'static str,
    /// How somebody likes to be asked.
    pub manner: fn(Manner) -> &'static str,
    /// Not at present: the box, and the tag.
    pub away: [&'static str; 2],
    /// No numbers here.
    pub no_number: &'static str,
    /// It is kept.
    pub saved: &'static str,
    /// A name is needed.
    pub needs_name: &'static str,
    /// How often somebody was asked within a year.
    pub asked: fn(u32) -> String,
    /// The card: its heading and what it goes by.
    pub card: [&'static str; 2],
    /// Nothing lacks anybody.
    pub all_have: &'static str,
    /// The directory has nobody who fits.
    pub nobody: &'static str,
    /// So many more were not looked at.
    pub more: fn(u32) -> String,
    /// So many households.
    pub households: fn(u32) -> String,
    /// No day yet.
    pub no_day: &'static str,
    /// The buttons: a page, a seat.
    pub ask: [&'static str; 2],
    /// What sending a page brings along where there is no session yet.
    pub plans: &'static str,
    /// A page is ready, for whom.
    pub sent: fn(&str) -> String,
    /// Somebody has a seat.
    pub invited: fn(&str) -> String,
    /// The question of a page that was sent in one tap, by the title of the matter.
    pub question: fn(&str) -> String,
    /// On the seats: who could be asked.
    pub whom: [&'static str; 2],
    /// Who else could be asked.
    pub others: &'static str,
    /// Without a signal.
    pub offline: &'static str,
    /// The directory itself needs none.
    pub offline_list: &'static str,
    /// Reasons: knows, knows of such matters, said in the same words, lives there, knows the place.
    pub because: [fn(&str) -> String; 5],
    /// Sat on benches about such matters: how many, which.
    pub past: fn(u32, &str) -> String,
    /// Between two reasons, and at their end.
    pub between: [&'static str; 2],
    /// To experts and members, about themselves: heading, what it is for, the button.
    pub mine: [&'static str; 3],
    /// A field of the catalogue.
    pub field: fn(Field) -> &'static str,
}

impl Words {
    /// Who can help whom.
    #[must_use]
    pub fn experts(&self) -> &'static Experts {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// What somebody knows, as it is read: a field by its name, a word of their own as it stands.
    #[must_use]
    pub fn known(&self, word: &str) -> String {
        match Field::of(word) {
            Some(field) => (self.experts().field)(field).to_owned(),
            None => word.to_owned(),
        }
    }

    /// The field that goes by this name, in either language; a word of somebody's own otherwise.
    #[must_use]
    pub fn knowing(typed: &str) -> String {
        let typed = typed.trim();
        let named = |field: &Field| {
            [&ZH, &EN].iter().any(|words| (words.field)(*field).eq_ignore_ascii_case(typed))
        };
        Field::all().find(named).map_or_else(|| typed.to_owned(), |field| field.as_str().to_owned())
    }

    /// How many benches about matters of a category somebody sat on.
    #[must_use]
    pub fn sat_before(&self, times: u32, category: Category) -> String {
        (self.experts().past)(times, (self.names.category)(category))
    }
}

static ZH: Experts = Experts {
    lead: "谁懂什么、熟悉哪里、怎么请。按身份和名字排，不排好坏。",
    find: ["找名字、专长、做过的事", "专长", "全部专长"],
    count: |n| format!("{n} 个人"),
    none: "没找到。换个词试试，或者记一位。",
    add: "记一位",
    entry: |name| format!("{name}懂什么"),
    boxes: [
        "怎么称呼",
        "名字边上写什么（可不填）",
        "什么身份",
        "会说什么话（可不填）",
        "做过什么，一句话（可不填）",
    ],
    legends: ["懂什么", "熟悉哪里", "怎么请"],
    own_word: ["上面没有的，写一个词", "加上"],
    add_place: "加一个地方",
    manner: |manner| match manner {
        Manner::Phone => "打电话",
        Manner::Link => "发一页纸",
        Manner::Person => "当面请",
    },
    away: ["眼下请不了", "眼下请不了"],
    no_number: "别写电话号码，名单里不放。",
    saved: "记好了。",
    needs_name: "请写上名字。",
    asked: |n| {
        if n == 0 { "近一年没请过".into() } else { format!("近一年请过 {n} 次") }
    },
    card: ["缺个懂行的人", "按专长和离得近不近配，请不请您定"],
    all_have: "眼下每件事都有懂行的人。",
    nobody: "名单里还没有合适的人。",
    more: |n| format!("还有 {n} 件，先办完上面的再看。"),
    households: |n| format!("{n} 户"),
    no_day: "日子没定",
    ask: ["发一页纸", "请来坐"],
    plans: "还没排协商的，发一页纸会先给它排一场，日子以后定。",
    sent: |name| format!("给{name}的一页纸写好了。把链接发过去，答了您就看得到。"),
    invited: |name| format!("给{name}留了座。"),
    question: |title| format!("“{title}”，您看怎么办好？要当心什么？"),
    whom: ["可以请谁", "按专长和离得近不近配，请不请您定"],
    others: "还有谁",
    offline: "没信号。谁合适要有网才配得出来。",
    offline_list: "没信号，下面是这部手机上记着的。",
    because: [
        |word| format!("懂{word}"),
        |word| format!("这类事懂{word}"),
        |words| format!("名单上写着“{words}”"),
        |place| format!("就住{place}"),
        |place| format!("熟悉{place}"),
    ],
    past: |n, category| format!("谈过 {n} 场{category}的事"),
    between: ["，", "。"],
    mine: [
        "我能帮什么忙",
        "懂什么、熟悉哪里、怎么请您：区里找懂行的人时看得到。",
        "看一看，改一改",
    ],
    field: fields::zh,
};

static EN: Experts = Experts {
    lead: "Who knows what, where, and how to ask them. In the order of roles and names, not of merit.",
    find: ["Find a name, a field, past work", "Field", "All fields"],
    count: |n| if n == 1 { "1 person".into() } else { format!("{n} people") },
    none: "Nobody found. Try another word, or enter somebody.",
    add: "Enter somebody",
    entry: |name| format!("What {name} knows"),
    boxes: [
        "What to call them",
        "What to say beside the name (may be left empty)",
        "Role",
        "Languages (may be left empty)",
        "Past work, in a line (may be left empty)",
    ],
    legends: ["What they know", "Places they know", "How to ask them"],
    own_word: ["Not listed? Write a word", "Add"],
    add_place: "Add a place",
    manner: |manner| match manner {
        Manner::Phone => "by telephone",
        Manner::Link => "by a page with a link",
        Manner::Person => "in person",
    },
    away: ["Cannot be asked at present", "not at present"],
    no_number: "No telephone numbers, please: the directory keeps none.",
    saved: "Kept.",
    needs_name: "Please write a name.",
    asked: |n| match n {
        0 => "not asked within a year".into(),
        1 => "asked once within a year".into(),
        n => format!("asked {n} times within a year"),
    },
    card: [
        "Somebody who knows is missing",
        "Matched by field and distance; you decide whom to ask",
    ],
    all_have: "Every matter has somebody who knows.",
    nobody: "The directory has nobody who fits yet.",
    more: |n| format!("{n} more, once these are seen to."),
    households: |n| if n == 1 { "1 household".into() } else { format!("{n} households") },
    no_day: "no day yet",
    ask: ["Send a page", "Invite"],
    plans: "Where no session is planned yet, sending a page plans one; its day can wait.",
    sent: |name| {
        format!("The page for {name} is ready. Pass the link on; you will see the answer.")
    },
    invited: |name| format!("{name} has a seat."),
    question: |title| format!("“{title}”: what would you do about it, and what should be minded?"),
    whom: ["Who could be asked", "Matched by field and distance; you decide whom to ask"],
    others: "Who else",
    offline: "No signal. Finding who fits needs one.",
    offline_list: "No signal: this is what this phone knows.",
    because: [
        |word| format!("knows {word}"),
        |word| format!("knows {word}, which such matters need"),
        |words| format!("their entry says “{words}”"),
        |place| format!("lives in {place}"),
        |place| format!("knows {place}"),
    ],
    past: |n, category| {
        let benches = if n == 1 { "1 bench".into() } else { format!("{n} benches") };
        format!("sat on {benches} about {category}")
    },
    between: ["; ", "."],
    mine: [
        "What I can help with",
        "What you know, where, and how to ask you: it is seen when the district looks for somebody who knows.",
        "Look and change",
    ],
    field: fields::en,
};

#[cfg(test)]
mod tests {
    use domain::expertise::Field;

    use super::*;

    #[test]
    fn a_field_is_known_by_its_name_in_either_language_and_other_words_stay() {
        for field in Field::all() {
            for words in [&ZH, &EN] {
                assert_eq!(Words::knowing((words.field)(field)), field.as_str());
            }
        }
        assert_eq!(Words::knowing(" 化粪池 "), "化粪池");
        assert_eq!(Lang::Zh.words().known("forestry"), "林业");
        assert_eq!(Lang::En.words().known("化粪池"), "化粪池");
    }
}
