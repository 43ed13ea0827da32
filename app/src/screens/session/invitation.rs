//! The invitation as a text: it goes into the village's chat, so it is Chinese in every language.

use domain::{Millis, session::Convened};
use words::{Lang, gather::Invite};

/// What the invitation needs to know beside the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct More {
    /// The questions that are talked through.
    pub(super) questions: Vec<String>,
    /// Who hosts.
    pub(super) host: Option<String>,
    /// The district's own rules; the product's where there are none.
    pub(super) rules: Vec<String>,
}

/// The text; nothing before there is a day.
pub(super) fn text(w: &Invite, session: &Convened, more: &More, now: Millis) -> Option<String> {
    let on = session.on?;
    let [when, place, host, long] = w.lines;
    let mut lines = vec![(w.call)(&session.title), when(&Lang::Zh.whole_evening(on, now))];
    lines.extend(session.place.as_deref().map(place));
    lines.extend(more.host.as_deref().map(host));
    lines.push(long(&(w.minutes)(minutes(session))));
    // one question is the topic itself
    if more.questions.len() > 1 {
        let numbered = (1..).zip(&more.questions);
        lines.extend(numbered.map(|(at, question)| (w.about)(at, question)));
    }
    lines.push(w.bring.to_owned());
    lines.push(words::customs::in_a_line(&more.rules));
    Some(lines.join("\n"))
}

/// How long the agenda takes.
pub(super) fn minutes(session: &Convened) -> u32 {
    session.agenda.iter().map(|part| part.minutes).sum()
}

/// How often its day was moved after it was first set.
pub(super) fn moves(session: &Convened) -> usize {
    session.trail.iter().filter(|step| step.moved_from.is_some()).count()
}

#[cfg(test)]
mod tests {
    use domain::{
        Id, Stage,
        session::{Mode, agenda::template},
    };

    use super::*;

    fn session() -> Convened {
        Convened {
            title: "新班子 新蓝图 · 先干哪三件".into(),
            title_en: None,
            village: Id::nil(),
            mode: Mode::B,
            issues: Vec::new(),
            on: Some(1_789_729_200_000),
            place: Some("古樟树下（下雨改文化礼堂）".into()),
            agenda: template(Mode::B),
            follows: None,
            convened_by: Id::nil(),
            stage: Stage::Planned,
            trail: Vec::new(),
            began: None,
            ended: None,
            part: None,
            part_at: None,
            seal: None,
        }
    }

    #[test]
    fn an_invitation_says_what_when_where_who_and_what_to_bring() {
        let w = Lang::Zh.words().gather().invite;
        let questions = vec!["清淤谁出工？".to_owned(), "路灯装几盏？".to_owned()];
        let rules = vec!["手机放一边".into()];
        let more = More { questions, host: Some("吴国梁".into()), rules };
        let text = text(w, &session(), &more, 1_789_000_000_000).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "请您来坐板凳会：新班子 新蓝图 · 先干哪三件");
        assert_eq!(lines[1], "时间：9 月 18 日 周五 19:00");
        assert_eq!(lines[2], "地点：古樟树下（下雨改文化礼堂）");
        assert_eq!(lines[3], "主持：吴国梁");
        assert_eq!(lines[4], "大约：80 分钟");
        assert_eq!(lines[5..7], ["1. 清淤谁出工？", "2. 路灯装几盏？"]);
        assert!(lines[7].contains("带一张板凳"));
        assert_eq!(lines[8], "手机放一边。");
    }

    #[test]
    fn without_a_day_there_is_no_invitation() {
        let w = Lang::En.words().gather().invite;
        let session = Convened { on: None, ..session() };
        assert_eq!(text(w, &session, &More::default(), 0), None);
    }
}
