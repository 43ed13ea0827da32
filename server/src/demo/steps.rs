//! The evening by the washing steps on 20 May: a small one, sealed, handed over, done and closed.

use domain::session::{Advise, Answer, Convene, Duty, How, Mode, Sort, Stage, Verdict};
use domain::{Id, Kind, Millis, Role, SessionAct};

use super::bench::{Bench, Place};
use super::directory::Who::{
    ChenSuqin, LinXiaozhou, ShiAgen, ShiJianlin, WangCaidi, WuGuoliang, XuZhiqiang, ZhouMinzhi, Zhu,
};
use super::directory::{VILLAGE, place};
use super::matter::{Told, at, issue};

const ON: Millis = at(5, 20, 19, 0);

/// When host and witness signed.
pub(super) const SIGNED: Millis = at(5, 22, 9, 0);

const PLACES: [Place; 16] = [
    Place::of(ShiJianlin, "村党支部", 0).as_(Duty::Host),
    Place::of(ChenSuqin, "村委委员", 2).as_(Duty::Recorder),
    Place::of(WuGuoliang, "村务监督委员会", 6).as_(Duty::Witness),
    Place::of(LinXiaozhou, "区农业农村局", 0),
    Place::of(ShiAgen, "", 1),
    Place::of(WangCaidi, "", 3),
    Place::of(XuZhiqiang, "", 5),
    Place::of(ZhouMinzhi, "区政协委员", 0),
    Place::of(Zhu, "镇农办", 0),
    Place::typed("施火根", Role::Representative, "", 1),
    Place::typed("周小芬", Role::Representative, "", 2),
    Place::typed("徐桂香", Role::Representative, "", 2),
    Place::typed("金月娥", Role::Representative, "", 5),
    Place::typed("叶长根", Role::Representative, "", 6),
    Place::typed("施银花", Role::Villager, "", 1),
    Place::typed("施老太", Role::Villager, "", 4),
];

/// Who said what, and how it was answered.
const SAID: [(usize, &str, Verdict, &str); 3] = [
    (5, "用旧青石，别抹水泥。水泥一年就长青苔，更滑。", Verdict::Adopted, ""),
    (7, "靠里一侧加一根扶手，花不了两百块。", Verdict::Adopted, ""),
    (
        6,
        "干脆两边都装栏杆。",
        Verdict::Declined,
        "挑担下来要转身，外侧有栏杆反而会碰。里侧扶手已经够用。",
    ),
];

/// All of it up to the signatures.
pub(super) fn told() -> Bench {
    let mut bench = Bench::new(3);
    let chen = |at| (at, ChenSuqin);
    let day = at(5, 7, 9, 0);
    bench.begin(
        chen(day),
        SessionAct::Convene(Convene {
            title: "埠头修成什么样，谁来修".into(),
            title_en: Some("What should the washing steps be, and who mends them".into()),
            village: place(VILLAGE),
            mode: Mode::B,
            issues: vec![issue(23)],
            on: Some(ON),
            place: Some("河边埠头樟树下".into()),
            agenda: Vec::new(),
            follows: None,
        }),
    );
    bench.begin(chen(day), SessionAct::Minute);
    bench.lay(chen(day), &PLACES);
    bench.proceed(chen(day), Stage::Planned, Stage::Noticed);
    bench.proceed(chen(at(5, 20, 17, 0)), Stage::Noticed, Stage::Ready);
    for seat in bench.seats.clone() {
        let here = SessionAct::Attend { present: Some(true) };
        bench.does(chen(ON), Kind::Seat, seat, here.into());
    }
    bench.proceed(chen(ON), Stage::Ready, Stage::InSession);
    let mut minute = 10;
    let mut said = Vec::new();
    for (seat, words, ..) in SAID {
        let seat = bench.seats[seat];
        let here = chen(ON + minute * 60_000);
        said.push(bench.says(here, seat, (3, Sort::Opinion), words, false));
        minute += 6;
    }
    bench.proceed(chen(ON + 50 * 60_000), Stage::InSession, Stage::Drafting);
    bench.write(
        chen(at(5, 21, 9, 0)),
        "facts",
        "五级石阶松了三级，基脚被水掏空 40 厘米。早晚各去看了一次，一早上 22 个人用。",
    );
    bench.write(
        chen(at(5, 21, 9, 0)),
        "consensus",
        "石阶重砌，用旧青石。\n靠里一侧加扶手。\n村里出料，一组出工，6 月底前修好。",
    );
    bench.proceed(chen(at(5, 21, 9, 30)), Stage::Drafting, Stage::Checking);
    for (statement, (_, words, ..)) in said.into_iter().zip(SAID) {
        bench.nods(chen(at(5, 21, 19, 0)), statement, words, How::Here);
    }
    bench
}

/// After the seal: what was advised, how it was answered, and that it is handed over. Gives the advice.
pub(super) fn answered(bench: &mut Bench, statements: &[Id]) -> Vec<Id> {
    bench.told.clear();
    let mut advice = Vec::new();
    for (statement, (_, words, ..)) in statements.iter().zip(SAID) {
        let advise = Advise { issue: Some(issue(23)), ..Advise::said(Some(*statement), words) };
        advice.push(bench.begin((SIGNED, ChenSuqin), SessionAct::Advise(advise)));
    }
    for (id, (_, _, verdict, why)) in advice.iter().zip(SAID) {
        let why = (!why.is_empty()).then_some(why);
        let answer = Answer { ends: verdict.adopts(), ..Answer::of(verdict, why) };
        let here = (at(5, 25, 9, 0), ShiJianlin);
        bench.does(here, Kind::Advice, *id, SessionAct::Answer(answer).into());
    }
    bench.proceed((at(5, 25, 10, 0), ShiJianlin), Stage::Sealed, Stage::HandedOver);
    bench.proceed((at(5, 25, 10, 0), ShiJianlin), Stage::HandedOver, Stage::Acting);
    advice
}

/// Once all of it is done.
pub(super) fn closed(bench: &mut Bench) -> Vec<Told> {
    bench.told.clear();
    bench.proceed((at(7, 6, 9, 30), ShiJianlin), Stage::Acting, Stage::Closed);
    std::mem::take(&mut bench.told)
}
