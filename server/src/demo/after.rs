//! What came of it all: actions on their way, who was told and how it was rated.

use domain::follow::echo::Tell;
use domain::follow::progress::Report;
use domain::follow::rating::{Rate, Way};
use domain::follow::{Satisfaction, Tidings, Undertaking};
use domain::form::Value;
use domain::{Act, Change, FollowAct, Id, Kind, Millis, Scope};

use super::directory::Who::{
    ChenSuqin, LiYuanhang, ShiJianlin, WangCaidi, WuGuoliang, XuZhiqiang, ZhouMinzhi, Zhu,
};
use super::directory::{VILLAGE, Who, named, place};
use super::matter::{Told, at, issue};

type Here = (Millis, Who);

/// What is told, act by act.
pub(super) struct After {
    pub(super) told: Vec<Told>,
    drawn: u32,
    drawer: u32,
}

impl After {
    /// `drawer` keeps the names of one telling apart from those of another.
    pub(super) fn new(drawer: u32) -> Self {
        Self { told: Vec::new(), drawn: 0, drawer }
    }

    pub(super) fn does(&mut self, (at, who): Here, kind: Kind, id: Id, act: impl Into<Act>) {
        self.drawn += 1;
        let uuid = named(12, self.drawer << 16 | self.drawn);
        let (scope, act) = (Scope::Village(place(VILLAGE)), act.into());
        self.told.push((who, Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None }));
    }

    pub(super) fn begins(&mut self, here: Here, act: FollowAct) -> Id {
        let id = named(13, self.drawer << 16 | (self.drawn + 1));
        let kind = act.begins().unwrap_or(Kind::Action);
        self.does(here, kind, id, act);
        id
    }

    fn acts(&mut self, here: Here, action: Id, act: FollowAct) {
        self.does(here, Kind::Action, action, act);
    }

    pub(super) fn writes(
        &mut self,
        here: Here,
        kind: Kind,
        id: Id,
        field: &str,
        to: impl Into<Value>,
    ) {
        let act = Act::Edit { field: field.into(), from: Value::Null, to: to.into() };
        self.does(here, kind, id, act);
    }

    fn reports(&mut self, here: Here, action: Id, words: &str, done: Option<(u32, u32, &str)>) {
        let report = Report {
            action,
            words: words.into(),
            done: done.map(|(done, ..)| done),
            of: done.map(|(_, of, _)| of),
            unit: done.map(|(.., unit)| unit.to_owned()),
        };
        self.begins(here, FollowAct::Report(report));
    }

    /// It is done, and somebody else has looked.
    fn finishes(
        &mut self,
        here: Here,
        action: Id,
        words: &str,
        (at, by, seen): (Millis, Who, &str),
    ) {
        self.acts(here, action, FollowAct::Finish { words: words.into() });
        let words = (!seen.is_empty()).then(|| seen.to_owned());
        self.acts((at, by), action, FollowAct::Check { ok: true, words });
    }

    /// So many say so, each on paper; the last says a word.
    fn rates(
        &mut self,
        here: Here,
        action: Id,
        (result, names): (Satisfaction, &[&str]),
        word: &str,
    ) {
        for (n, name) in names.iter().enumerate() {
            let last = n + 1 == names.len();
            let words = (last && !word.is_empty()).then(|| word.to_owned());
            let name = Some((*name).to_owned());
            let rate =
                Rate { result, heard: Some(true), words, name, way: Way::Paper, letter: None };
            self.acts(here, action, FollowAct::Rate(rate));
        }
    }

    fn tells(&mut self, here: Here, action: Id, to: (&str, Option<Who>), how: Tidings) {
        let person = to.1.map(Who::id);
        let tell = Tell { to: to.0.into(), person, how, words: None };
        self.acts(here, action, FollowAct::Tell(tell));
    }
}

/// What is done: of the evening of 18 September, and of benches before it. Gives the canteen's and the clinic's.
pub(super) fn actions(tasks: &[Id]) -> (Vec<Told>, Id, Id) {
    let mut after = After::new(3);
    let shi = |month, day, hour| (at(month, day, hour, 0), ShiJianlin);
    let chen = |month, day, hour| (at(month, day, hour, 0), ChenSuqin);
    if let [bays, lamps, ditch, ..] = *tasks {
        for (id, partners, criterion) in [
            (bays, "区交通运输局", "两辆农用车可错车"),
            (lamps, "镇政府、供电所", "晚 7 点在三个点都能看清路面"),
            (ditch, "区水利局", "放水 2 小时不溢"),
        ] {
            after.writes(chen(9, 22, 9), Kind::Action, id, "partners", partners);
            after.writes(chen(9, 22, 9), Kind::Action, id, "criterion", criterion);
        }
        after.acts(shi(9, 25, 8), lamps, FollowAct::Accept);
        after.reports(chen(10, 20, 16), lamps, "转弯头先装了四盏。", Some((4, 12, "盏")));
        after.reports(chen(11, 8, 16), lamps, "又装了五盏，还差祠堂边三盏。", Some((9, 12, "盏")));
        after.acts(chen(10, 8, 9), ditch, FollowAct::Accept);
        after.reports(
            chen(11, 12, 17),
            ditch,
            "四组出了 37 个工，清了 300 米。",
            Some((300, 430, "米")),
        );
        after.writes((at(9, 23, 9, 0), ChenSuqin), Kind::Action, bays, "money", "农村公路小修");
    }
    let canteen = canteen(&mut after);
    let clinic = clinic(&mut after);
    let street = after.begins(
        chen(7, 12, 9),
        undertake(
            "老街周末交通引导",
            "村委会",
            "文旅企业",
            8,
            at(8, 31, 18, 0),
            "消防通道周末不被占",
        ),
    );
    after.acts(shi(7, 14, 9), street, FollowAct::Accept);
    let seen = (at(9, 1, 9, 0), WuGuoliang, "连着四个周末去看过，通道是空的。");
    after.finishes(shi(8, 30, 18), street, "每个周末两个人指挥，通道画了黄线。", seen);
    let caidi = Rate { heard: Some(true), ..Rate::default() };
    after.acts((at(9, 5, 20, 0), WangCaidi), street, FollowAct::Rate(caidi));
    (after.told, canteen, clinic)
}

/// Late, and it says why.
fn canteen(after: &mut After) -> Id {
    let shi = |month, day, hour| (at(month, day, hour, 0), ShiJianlin);
    let chen = |month, day, hour| (at(month, day, hour, 0), ChenSuqin);
    let canteen = after.begins(
        chen(6, 28, 9),
        undertake(
            "老年食堂分档试行",
            "村委会",
            "镇民政办",
            6,
            at(9, 30, 18, 0),
            "连续 60 天开餐，日均 25 人以上",
        ),
    );
    after.acts(shi(7, 1, 9), canteen, FollowAct::Accept);
    after.reports(chen(9, 20, 13), canteen, "灶台 8 月坏了两周，补上了。", Some((41, 60, "天")));
    let due = at(12, 10, 18, 0);
    after.acts(
        shi(9, 29, 9),
        canteen,
        FollowAct::AskTime { due, why: "灶台 8 月坏了两周。".into() },
    );
    after.acts(
        (at(9, 29, 15, 0), LiYuanhang),
        canteen,
        FollowAct::GiveTime { due: Some(due), why: None },
    );
    canteen
}

/// Done once, found wanting, and being done again.
fn clinic(after: &mut After) -> Id {
    let zhou = |month, day, hour| (at(month, day, hour, 0), ZhouMinzhi);
    let chen = |month, day, hour| (at(month, day, hour, 0), ChenSuqin);
    let clinic = after.begins(
        chen(5, 9, 9),
        undertake(
            "周三下午卫生室有人坐诊",
            "镇卫生院",
            "医共体",
            11,
            at(5, 31, 18, 0),
            "连续 8 周有人坐诊",
        ),
    );
    after.acts(zhou(5, 12, 9), clinic, FollowAct::Accept);
    after.reports(zhou(6, 10, 17), clinic, "头四周都有人。", Some((4, 8, "周")));
    let seen = (at(7, 9, 9, 0), WuGuoliang, "去看了两次，有人。");
    after.finishes(zhou(7, 8, 17), clinic, "排班合表，周三下午有人。", seen);
    after.rates(chen(8, 20, 9), clinic, (Satisfaction::Satisfied, &["周小芬", "徐桂香"]), "");
    after.rates(chen(8, 20, 9), clinic, (Satisfaction::Basically, &["金月娥"]), "");
    after.rates(
        chen(8, 20, 10),
        clinic,
        (Satisfaction::Not, &["施老太"]),
        "前四周有人，第五周起门又关了。",
    );
    after.acts(zhou(8, 25, 9), clinic, FollowAct::Accept);
    let why = "医共体 10 月才派得出全科医生。".to_owned();
    after.acts(zhou(10, 9, 9), clinic, FollowAct::AskTime { due: at(12, 15, 18, 0), why });
    let due = Some(at(12, 15, 18, 0));
    after.acts((at(10, 9, 15, 0), LiYuanhang), clinic, FollowAct::GiveTime { due, why: None });
    after.reports(zhou(11, 18, 17), clinic, "新派的医生来了两周。", Some((2, 8, "周")));
    clinic
}

pub(super) fn undertake(
    what: &str,
    owner: &str,
    partners: &str,
    about: u8,
    due: Millis,
    criterion: &str,
) -> FollowAct {
    FollowAct::Undertake(Undertaking {
        what: what.into(),
        owner: Some(owner.into()),
        partners: Some(partners.into()),
        due: Some(due),
        criterion: Some(criterion.into()),
        issue: Some(issue(about)),
        ..Undertaking::default()
    })
}

/// The washing steps, from the first step to the last: they were mended, checked after the rain, told at the door, rated.
pub(super) fn steps(after_bench: Id, advice: Id) -> Vec<Told> {
    let mut after = After::new(4);
    let chen = |month, day, hour| (at(month, day, hour, 0), ChenSuqin);
    let mend = FollowAct::Undertake(Undertaking {
        what: "河边洗衣埠头修补".into(),
        owner: Some("上枫村委会".into()),
        lead: Some(ShiJianlin.id()),
        partners: Some("镇农办".into()),
        due: Some(at(6, 30, 18, 0)),
        money: Some("村里出料，一组出工".into()),
        criterion: Some("五个石阶不晃，雨后不打滑".into()),
        advice: Some(advice),
        issue: Some(issue(23)),
        session: Some(after_bench),
        ..Undertaking::default()
    });
    let mend = after.begins(chen(5, 26, 9), mend);
    after.acts((at(5, 27, 9, 0), ShiJianlin), mend, FollowAct::Accept);
    after.reports((at(6, 12, 17, 0), Zhu), mend, "旧青石运到了。", Some((2, 5, "级")));
    let seen = (at(6, 28, 8, 0), WuGuoliang, "雨后去踩过，不晃不滑。");
    after.finishes((at(6, 27, 17, 0), ShiJianlin), mend, "五级都重砌了，里侧加了扶手。", seen);
    after.tells(chen(6, 28, 10), mend, ("王彩娣", Some(WangCaidi)), Tidings::Door);
    let names: [&str; 9] =
        ["施火根", "周小芬", "徐桂香", "金月娥", "叶长根", "郑水明", "施老太", "老叶", "叶美芳"];
    after.rates(chen(7, 5, 9), mend, (Satisfaction::Satisfied, &names), "");
    after.rates(chen(7, 5, 10), mend, (Satisfaction::Basically, &["施银花", "徐大"]), "");
    let caidi =
        Rate { heard: Some(true), words: Some("现在蹲得稳了。".into()), ..Rate::default() };
    after.acts((at(7, 5, 20, 0), WangCaidi), mend, FollowAct::Rate(caidi));
    let xu = Rate { heard: Some(true), ..Rate::default() };
    after.acts((at(7, 5, 21, 0), XuZhiqiang), mend, FollowAct::Rate(xu));
    let how = Some("修好了，提的人都告诉了。".to_owned());
    after.acts((at(7, 6, 9, 0), ShiJianlin), mend, FollowAct::Close { how });
    after.told
}
