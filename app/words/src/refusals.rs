//! Why something was not accepted, in the reader's words, with the way out.

use domain::{Refusal, Role};

use crate::{Lang, Words};

impl Words {
    /// A refusal as a sentence. `name` says who a person is.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal, name: impl Fn(domain::Id) -> String) -> String {
        match self.lang {
            Lang::Zh => self.refusal_zh(refusal, &name),
            Lang::En => self.refusal_en(refusal, &name),
        }
    }

    fn refusal_zh(&self, refusal: &Refusal, name: &dyn Fn(domain::Id) -> String) -> String {
        match refusal {
            Refusal::NotAMember => "您现在看不到这一件，写不进去：不在名单里，或者身份收回了、到期了。请找村里的记录员。".into(),
            Refusal::NotYourPart { needs } if needs.is_empty() => "只有写的人自己能改。".into(),
            Refusal::NotYourPart { needs } => format!("这一步由{}来做。", self.roles(needs, "、")),
            Refusal::WrongStanding { now, wanted, by, at } => {
                let who = by.map_or_else(String::new, name);
                format!(
                    "{who}已在 {} 把它改成“{}”，不能再改成“{}”。",
                    self.lang.moment(*at, *at),
                    (self.names.standing)(*now),
                    (self.names.standing)(*wanted)
                )
            }
            Refusal::Finished { now, by: Some(by), at: Some(at) } => format!(
                "{}已在 {} 把它改成“{}”，不再改了。",
                name(*by),
                self.lang.moment(*at, *at),
                (self.names.standing)(*now)
            ),
            Refusal::Finished { now, .. } => {
                format!("这件事已经“{}”，不再改了。", (self.names.standing)(*now))
            }
            Refusal::NeedsReason => "请写一句为什么。".into(),
            Refusal::Empty { field } => format!("“{}”还空着。", self.field(field)),
            Refusal::TooLong { field, max } => {
                format!("“{}”太长，最多 {max} 个字。", self.field(field))
            }
            Refusal::TooMany { field, max } => {
                format!("“{}”太多，最多 {max} 样。", self.field(field))
            }
            Refusal::WrongValue { field } => format!("“{}”填得不对，请看一看。", self.field(field)),
            Refusal::NotEditable { field } => format!("“{}”不能改。", self.field(field)),
            Refusal::NoSuchRecord => "村里没有找到这一件，可能它还没送到。".into(),
            Refusal::AlreadyThere => "村里已经有这一件了。".into(),
            Refusal::Gone { by: Some(by), at: Some(at) } => {
                format!("{}已在 {} 把这一条收回了。", name(*by), self.lang.moment(*at, *at))
            }
            Refusal::Gone { .. } => "这一条已经被收回了。".into(),
            Refusal::IntoItself => "不能并到它自己。".into(),
            Refusal::WrongStage { .. }
            | Refusal::Frozen { .. }
            | Refusal::Lacks { .. }
            | Refusal::NotTheSpeaker
            | Refusal::NotTheHost
            | Refusal::OwnWitness
            | Refusal::ContentChanged
            | Refusal::NotSealed => self.session_refusal(refusal, name),
            Refusal::WrongState { .. }
            | Refusal::WrongLine { .. }
            | Refusal::OwnDeed
            | Refusal::NotThePerson
            | Refusal::NothingAsked => self.follow_refusal(refusal, name),
            Refusal::OffThePlan { .. } | Refusal::HasSession { .. } | Refusal::Unripe { .. } => {
                self.plan_refusal(refusal, name)
            }
            Refusal::Apart { why } => self.apart(*why),
            Refusal::WrongKind => "这里不能这样做。".into(),
            Refusal::UnknownAct => "村里的服务器还不认识这一步，请过几天再送。".into(),
            Refusal::Malformed => "这一条读不出来，请重写一遍，或导出后交给村里。".into(),
        }
    }

    fn refusal_en(&self, refusal: &Refusal, name: &dyn Fn(domain::Id) -> String) -> String {
        match refusal {
            Refusal::NotAMember => "You cannot see this now, so it cannot be taken: you are not on the list, or your role was taken back or has ended. Please ask the village’s recorder.".into(),
            Refusal::NotYourPart { needs } if needs.is_empty() => "Only its author can change this.".into(),
            Refusal::NotYourPart { needs } => format!("This step is for: {}.", self.roles(needs, ", ")),
            Refusal::WrongStanding { now, wanted, by, at } => {
                let who = by.map_or_else(|| self.common.somebody.into(), name);
                format!(
                    "{who} made it “{}” on {}, so it cannot become “{}”.",
                    (self.names.standing)(*now),
                    self.lang.moment(*at, *at),
                    (self.names.standing)(*wanted)
                )
            }
            Refusal::Finished { now, by: Some(by), at: Some(at) } => format!(
                "{} made it “{}” on {}; it is not changed any more.",
                name(*by),
                (self.names.standing)(*now),
                self.lang.moment(*at, *at)
            ),
            Refusal::Finished { now, .. } => {
                format!("This is “{}” and is not changed any more.", (self.names.standing)(*now))
            }
            Refusal::NeedsReason => "Please say why, in a sentence.".into(),
            Refusal::Empty { field } => format!("“{}” is still empty.", self.field(field)),
            Refusal::TooLong { field, max } => {
                format!("“{}” is too long; {max} characters at most.", self.field(field))
            }
            Refusal::TooMany { field, max } => {
                format!("“{}” lists too much; {max} at most.", self.field(field))
            }
            Refusal::WrongValue { field } => format!("“{}” does not look right.", self.field(field)),
            Refusal::NotEditable { field } => format!("“{}” cannot be changed.", self.field(field)),
            Refusal::NoSuchRecord => "The village does not have this one; perhaps it has not arrived yet.".into(),
            Refusal::AlreadyThere => "The village has this one already.".into(),
            Refusal::Gone { by: Some(by), at: Some(at) } => {
                format!("{} withdrew this on {}.", name(*by), self.lang.moment(*at, *at))
            }
            Refusal::Gone { .. } => "This was withdrawn meanwhile.".into(),
            Refusal::IntoItself => "It cannot be merged into itself.".into(),
            Refusal::WrongStage { .. }
            | Refusal::Frozen { .. }
            | Refusal::Lacks { .. }
            | Refusal::NotTheSpeaker
            | Refusal::NotTheHost
            | Refusal::OwnWitness
            | Refusal::ContentChanged
            | Refusal::NotSealed => self.session_refusal(refusal, name),
            Refusal::WrongState { .. }
            | Refusal::WrongLine { .. }
            | Refusal::OwnDeed
            | Refusal::NotThePerson
            | Refusal::NothingAsked => self.follow_refusal(refusal, name),
            Refusal::OffThePlan { .. } | Refusal::HasSession { .. } | Refusal::Unripe { .. } => {
                self.plan_refusal(refusal, name)
            }
            Refusal::Apart { why } => self.apart(*why),
            Refusal::WrongKind => "That cannot be done here.".into(),
            Refusal::UnknownAct => "The village’s server does not know this step yet; send it again in a few days.".into(),
            Refusal::Malformed => "This could not be read; please write it again, or export it and hand it to the village.".into(),
        }
    }

    fn roles(&self, roles: &[Role], between: &str) -> String {
        roles.iter().map(|role| (self.names.role)(*role)).collect::<Vec<_>>().join(between)
    }

    /// The name of a field as the forms say it.
    #[must_use]
    pub fn field(&self, field: &str) -> &'static str {
        let [zh, en] = match field {
            "words" => ["什么事", "What it is"],
            "title" | "title_en" => ["标题", "Heading"],
            "category" => ["哪一类", "Category"],
            "group" => ["哪个组", "Group"],
            "households" => ["大概几户", "Households"],
            "proxy" | "name" => ["谁说的", "Who said it"],
            "question" => ["拿来谈的问题", "Question for the bench"],
            "to" => ["转给谁", "Where it goes"],
            "why" => ["为什么", "Why"],
            "where" | "scheduled_where" => ["在哪里谈", "Where"],
            "scheduled_on" => ["哪天谈", "When"],
            "named" => ["公开时写不写名字", "Named in public"],
            "merged_into" => ["并到哪一件", "Merge into"],
            "what" => ["要办的事", "What is to be done"],
            "owner" => ["谁来办", "Who does it"],
            "partners" => ["谁协办", "Who helps"],
            "money" => ["钱从哪来", "Where the money comes from"],
            "criterion" => ["怎样算办成", "How one can tell that it is done"],
            "due" => ["哪天前", "By when"],
            "done" => ["做了多少", "How much is done"],
            "topic" => ["谈什么", "What about"],
            "lead" => ["谁牵头", "Who leads"],
            "mode" => ["谁搭台", "Who prepares the bench"],
            "month" => ["哪个月", "Which month"],
            "choice" => ["选哪一个", "Which of the two"],
            "knows" => ["懂什么", "What they know"],
            "places" => ["熟悉哪里", "Places they know"],
            "tongues" => ["会说什么话", "Languages"],
            "past" => ["做过什么", "Past work"],
            _ => ["这一格", "This field"],
        };
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
