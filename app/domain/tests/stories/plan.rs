//! The year's plan: entered by hand, from an issue or as a rhythm; moved and called off with a reason; met by a session,
//! which alone says whether people sat down.

use std::collections::BTreeMap;

use domain::{
    Act, Id, Kind, Millis, PlanAct, Record, Refusal, SessionAct, Stage, Standing, apply_among,
    civil::moment_of,
    plan::{
        Bench, Enter, Entry, Hint, Month, Tally, cadence, entry_of, hint, slot_of, tally, year_of,
    },
    session::{Convene, Mode},
};

use crate::cast::{CHEN, DRAFTS, LAMP, SHANGFENG, VILLAGE, WU, change, edit, id, lamp_at};

pub(crate) const SLOT: Id = id(901);
pub(crate) const SESSION: Id = id(911);

pub(crate) const fn month(year: u32, month: u32) -> Month {
    Month { year, month }
}

/// Noon of a day in Shanghai.
pub(crate) fn noon(year: i64, month: u32, day: u32) -> Millis {
    moment_of(year, month, day, 12, 0).expect("a day")
}

fn why(why: &str) -> String {
    why.to_owned()
}

/// A village through a year.
pub(crate) struct Told {
    pub(crate) records: BTreeMap<Id, Record>,
    pub(crate) now: Millis,
    n: u64,
}

impl Told {
    pub(crate) fn new() -> Self {
        Self { records: BTreeMap::new(), now: noon(2026, 1, 10), n: 0 }
    }

    pub(crate) fn act(
        &mut self,
        by: Id,
        (kind, of): (Kind, Id),
        act: impl Into<Act>,
    ) -> Result<(), Refusal> {
        self.n += 1;
        self.now += 1;
        let change = change(self.n, kind, of, VILLAGE, act.into());
        let before = self.records.get(&of);
        let applied = apply_among(before, &change, (by, self.now), &self.records)?;
        self.records.insert(of, applied.record);
        Ok(())
    }

    pub(crate) fn plans(&mut self, of: Id, act: PlanAct) -> Result<(), Refusal> {
        self.act(WU, (Kind::Plan, of), act)
    }

    /// A session with a day, come as far as a stage.
    pub(crate) fn convenes(&mut self, of: Id, on: Millis, stage: Stage) {
        let convene = Convene {
            title: "路灯装在哪".into(),
            title_en: None,
            village: SHANGFENG,
            mode: Mode::A,
            issues: Vec::new(),
            on: Some(on),
            place: Some("晒谷场".into()),
            agenda: Vec::new(),
            follows: None,
        };
        self.act(CHEN, (Kind::Session, of), SessionAct::Convene(convene)).expect("it may");
        self.stands(of, stage);
    }

    /// The guards of sessions have stories of their own.
    pub(crate) fn stands(&mut self, of: Id, stage: Stage) {
        let session = self.records.get_mut(&of).expect("it was convened");
        session.fields.insert("stage".into(), stage.as_str().into());
    }

    fn entry(&self, of: Id) -> Entry {
        self.records[&of].read().expect("an entry")
    }

    pub(crate) fn year(&self, year: u32) -> Vec<Bench> {
        year_of(self.records.values(), year)
    }

    /// The year in a line: month and mark of each bench.
    pub(crate) fn told(&self, year: u32) -> String {
        let told = |bench: &Bench| format!("{} {}", bench.when.month, bench.mark.as_str());
        self.year(year).iter().map(told).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn hint(&self, now: Millis) -> Option<Hint> {
        hint(self.records.values(), now)
    }
}

pub(crate) fn slot(year: u32, of: u32) -> PlanAct {
    PlanAct::Enter(Enter { village: SHANGFENG, when: month(year, of), ..Enter::default() })
}

fn for_lamp(of: Month) -> PlanAct {
    PlanAct::Enter(Enter {
        village: SHANGFENG,
        when: of,
        issue: Some(LAMP),
        lead: Some(" 区政协办 ".into()),
        ..Enter::default()
    })
}

pub(crate) fn shift(to: Month, reason: &str) -> PlanAct {
    PlanAct::Shift { to, why: why(reason) }
}

pub(crate) fn cancel(reason: &str) -> PlanAct {
    PlanAct::Cancel { why: why(reason) }
}

#[test]
fn an_entry_is_of_its_village_and_of_a_month_that_there_is() {
    let mut told = Told::new();
    for (act, field) in [
        (slot(2026, 13), "month"),
        (slot(2026, 0), "month"),
        (slot(26, 5), "year"),
        (
            PlanAct::Enter(Enter { village: id(2), when: month(2026, 5), ..Enter::default() }),
            "scope",
        ),
    ] {
        let wrong = Refusal::WrongValue { field: field.to_owned() };
        assert_eq!(told.plans(SLOT, act), Err(wrong));
    }
    told.plans(SLOT, slot(2026, 5)).expect("an open slot is enough");
    assert_eq!(told.told(2026), "5 planned");
    assert_eq!(told.told(2027), "");
    let Entry { says, trail, .. } = told.entry(SLOT);
    assert_eq!((says.topic, says.issue, trail.len()), (None, None, 1));
}

#[test]
fn only_what_was_sorted_and_is_not_over_goes_into_the_plan() {
    use Standing as S;
    for now in Standing::ALL {
        let mut told = Told::new();
        told.records.insert(LAMP, lamp_at(now));
        let entered = told.plans(entry_of(LAMP, 2026), for_lamp(month(2026, 6)));
        let may = matches!(
            now,
            S::Triaged | S::Parked | S::Drafted | S::Approved | S::Posted | S::Scheduled
        );
        assert_eq!(entered, if may { Ok(()) } else { Err(Refusal::Unripe { now }) }, "{now:?}");
    }
    let mut told = Told::new();
    assert_eq!(told.plans(SLOT, for_lamp(month(2026, 6))), Err(Refusal::NoSuchRecord));
    // what is held back for the cadres' eyes is not told to the village by its plan
    let held = Record { scope: DRAFTS, ..lamp_at(Standing::Triaged) };
    told.records.insert(LAMP, held);
    assert_eq!(told.plans(SLOT, for_lamp(month(2026, 6))), Err(Refusal::NoSuchRecord));
}

#[test]
fn a_slot_is_given_its_issue_when_the_time_comes() {
    let mut told = Told::new();
    told.records.insert(LAMP, lamp_at(Standing::Approved));
    told.plans(SLOT, slot(2026, 5)).expect("it may");
    told.plans(SLOT, PlanAct::Fill { issue: LAMP }).expect("it is ripe");
    assert_eq!(told.entry(SLOT).says.issue, Some(LAMP));
    told.records.insert(LAMP, lamp_at(Standing::Lead));
    let lead = told.plans(SLOT, PlanAct::Fill { issue: LAMP });
    assert_eq!(lead, Err(Refusal::Unripe { now: Standing::Lead }));
    told.act(WU, (Kind::Plan, SLOT), edit("lead", "", "施建林")).expect("it is edited");
    told.act(WU, (Kind::Plan, SLOT), edit("mode", "b", "a")).expect("it is edited");
    let other = told.act(WU, (Kind::Plan, SLOT), edit("mode", "a", "c"));
    assert_eq!(other, Err(Refusal::WrongValue { field: "mode".into() }));
    // the month is not written over: it is moved, and says why
    let month = told.act(WU, (Kind::Plan, SLOT), edit("month", "", "7"));
    assert_eq!(month, Err(Refusal::NotEditable { field: "month".into() }));
}

#[test]
fn it_is_moved_and_called_off_with_a_reason_only() {
    let mut told = Told::new();
    told.plans(SLOT, slot(2026, 9)).expect("it may");
    assert_eq!(told.plans(SLOT, shift(month(2026, 11), " ")), Err(Refusal::NeedsReason));
    told.plans(SLOT, shift(month(2026, 11), "下雨，没坐成")).expect("it says why");
    assert_eq!(told.told(2026), "11 moved");
    let moved = told.entry(SLOT);
    let step = moved.moved().expect("it was moved");
    assert_eq!(
        (step.moved_from, step.why.as_deref()),
        (Some(month(2026, 9)), Some("下雨，没坐成"))
    );
    // to where it is is no move
    let before = told.records[&SLOT].clone();
    told.plans(SLOT, shift(month(2026, 11), "再说一遍")).expect("it is there");
    assert_eq!(told.records[&SLOT], before);

    assert_eq!(told.plans(SLOT, cancel("")), Err(Refusal::NeedsReason));
    told.plans(SLOT, cancel("并到镇里一起谈")).expect("it says why");
    assert_eq!(told.told(2026), "11 off");
    assert_eq!(tally(&told.year(2026)), Tally { sat: 0, meant: 0 });
    let off = Refusal::OffThePlan { by: Some(WU), at: Some(told.now) };
    assert_eq!(told.plans(SLOT, shift(month(2026, 12), "还是坐")), Err(off));
    let edited = told.act(WU, (Kind::Plan, SLOT), edit("topic", "", "灯"));
    assert_eq!(edited, Err(Refusal::NotEditable { field: "topic".into() }));
}

#[test]
fn whether_people_sat_down_is_the_sessions_to_say() {
    let mut told = Told::new();
    told.plans(SLOT, slot(2026, 3)).expect("it may");
    let nowhere = told.plans(SLOT, PlanAct::Bind { session: SESSION });
    assert_eq!(nowhere, Err(Refusal::NoSuchRecord));
    told.convenes(SESSION, noon(2026, 4, 2), Stage::Noticed);
    told.plans(SLOT, PlanAct::Bind { session: SESSION }).expect("it is of this village");
    // one bench, in the month of its day, under the session's own topic
    assert_eq!(told.told(2026), "4 planned");
    assert_eq!(told.year(2026)[0].topic.as_deref(), Some("路灯装在哪"));
    for act in [shift(month(2026, 6), "忙"), cancel("忙"), PlanAct::Bind { session: id(77) }] {
        let bound = Refusal::HasSession { now: Stage::Noticed };
        assert_eq!(told.plans(SLOT, act), Err(bound));
    }
    for stage in [Stage::InSession, Stage::Drafting, Stage::Sealed, Stage::Archived] {
        told.stands(SESSION, stage);
        assert_eq!(told.told(2026), "4 sat");
    }
    told.stands(SESSION, Stage::Postponed);
    assert_eq!(told.told(2026), "4 moved");
    // a session that is not to be leaves the entry as it was
    told.stands(SESSION, Stage::Cancelled);
    assert_eq!(told.told(2026), "3 planned");
    told.plans(SLOT, shift(month(2026, 6), "人没来齐")).expect("it waits again");
    told.convenes(id(912), noon(2026, 6, 5), Stage::Sealed);
    told.plans(SLOT, PlanAct::Bind { session: id(912) }).expect("another session");
    assert_eq!(told.told(2026), "6 sat");
}

#[test]
fn two_who_plan_without_a_signal_have_one_plan() {
    let mut told = Told::new();
    told.records.insert(LAMP, lamp_at(Standing::Posted));
    let lamp = entry_of(LAMP, 2026);
    // both tapped the same issue into the same month, and the same rhythm
    for _ in 0..2 {
        told.plans(lamp, for_lamp(month(2026, 6))).expect("the second means what the first did");
        for (of, enter) in cadence(SHANGFENG, (month(2026, 2), 3), Mode::B, &[]) {
            told.plans(of, PlanAct::Enter(enter)).expect("it is one rhythm");
        }
    }
    assert_eq!(told.told(2026), "2 planned, 5 planned, 6 planned, 8 planned, 11 planned");
    // who meant another month is told
    assert_eq!(told.plans(lamp, for_lamp(month(2026, 8))), Err(Refusal::AlreadyThere));
    // both moved it: the last to arrive stands, and both reasons are kept
    told.plans(lamp, shift(month(2026, 8), "农忙")).expect("the first");
    told.plans(lamp, shift(month(2026, 9), "等学校开学")).expect("the second");
    let reasons: Vec<_> = told.entry(lamp).trail.into_iter().filter_map(|step| step.why).collect();
    assert_eq!(reasons, ["农忙", "等学校开学"]);
    assert_eq!(told.entry(lamp).says.when, month(2026, 9));
    // both called it off: nobody is told off
    let slot = slot_of(SHANGFENG, month(2026, 11));
    told.plans(slot, cancel("年底忙")).expect("the first");
    told.plans(slot, cancel("没有题目")).expect("the second meant the same");
    assert_eq!(told.entry(slot).trail.len(), 2);
    // one called it off, the other had moved it: that one is told who, and when
    let late = told.plans(slot, shift(month(2026, 12), "改期"));
    assert!(matches!(late, Err(Refusal::OffThePlan { by: Some(WU), .. })), "{late:?}");
    // and what was called off is not entered anew by a tap that came late
    let again = Enter { village: SHANGFENG, when: month(2026, 11), ..Enter::default() };
    assert_eq!(told.plans(slot, PlanAct::Enter(again)), Err(Refusal::AlreadyThere));
}
