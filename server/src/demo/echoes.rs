//! Who was told what has become of what they said; a few still wait.

use domain::follow::Tidings;
use domain::follow::echo::Tell;
use domain::{FollowAct, Id, Kind, Millis};

use super::after::After;
use super::bench::Bench;
use super::directory::Who::{
    self, ChenSuqin, ChenXiaoyan, FangQizheng, HuShangyun, LinXiaozhou, ShiAgen, ShiGuofu,
    WangCaidi, XuZhiqiang, YangTeam, ZhouMinzhi,
};
use super::matter::{Told, at, issue};

/// Which issue, whose words they were, and how and when they were told.
const ISSUES: [(u8, &str, Option<Who>, Tidings, Millis); 7] = [
    (16, "六组 老叶", None, Tidings::Door, at(3, 29, 9, 0)),
    (24, "二组 一户人家", None, Tidings::Phone, at(6, 14, 10, 0)),
    (23, "施阿根", Some(ShiAgen), Tidings::Door, at(7, 2, 16, 0)),
    (13, "六组 老叶", None, Tidings::Door, at(7, 8, 17, 0)),
    (10, "二组 小周", None, Tidings::Paper, at(8, 10, 9, 0)),
    (22, "林晓舟", Some(LinXiaozhou), Tidings::Phone, at(9, 26, 10, 0)),
    (4, "施国富", Some(ShiGuofu), Tidings::Phone, at(10, 28, 10, 0)),
];

/// Whose advice of 18 September was answered, and how they were told: in the order of the advice.
const AUTUMN: [(usize, &str, Who, Tidings); 6] = [
    (0, "王彩娣", WangCaidi, Tidings::Door),
    (1, "施国富", ShiGuofu, Tidings::Phone),
    (4, "陈小燕", ChenXiaoyan, Tidings::Chat),
    (5, "胡尚云", HuShangyun, Tidings::Chat),
    (6, "方其正", FangQizheng, Tidings::Phone),
    (7, "杨院士团队", YangTeam, Tidings::Phone),
];

/// The same for the evening by the washing steps.
const SPRING: [(&str, Who); 3] =
    [("王彩娣", WangCaidi), ("周敏之", ZhouMinzhi), ("徐志强", XuZhiqiang)];

fn tell(to: &str, person: Option<Who>, how: Tidings) -> FollowAct {
    FollowAct::Tell(Tell { to: to.into(), person: person.map(Who::id), how, words: None })
}

/// Those who raised an issue.
pub(super) fn of_issues() -> Vec<Told> {
    let mut after = After::new(5);
    for (number, to, person, how, at) in ISSUES {
        after.does((at, ChenSuqin), Kind::Issue, issue(number), tell(to, person, how));
    }
    after.told
}

/// Those who advised by the washing steps, once their advice lies with the village.
pub(super) fn of_spring(advice: &[Id]) -> Vec<Told> {
    let mut after = After::new(6);
    for (id, (to, person)) in advice.iter().zip(SPRING) {
        let here = (at(5, 26, 18, 0), ChenSuqin);
        after.does(here, Kind::Advice, *id, tell(to, Some(person), Tidings::Door));
    }
    after.told
}

/// Those who advised under the camphor tree; the others still wait.
pub(super) fn of_autumn(bench: &mut Bench, advice: &[Id]) {
    for (which, to, person, how) in AUTUMN {
        let Some(id) = advice.get(which) else { continue };
        let here = (at(9, 23, 18, 0), ChenSuqin);
        bench.does(here, Kind::Advice, *id, tell(to, Some(person), how).into());
    }
}
