//! Who may do what to the year's plan: the whole table, to be read.

use std::fmt::Write as _;

use domain::{
    Act, Id, Kind, PlanAct, Record, Role, may,
    plan::{Enter, Month},
};

use crate::cast::{JIANG, SHANGFENG, VILLAGE, change, id, who};

/// A column a role, in the order of `Role::ALL`. The last is a villager whose words the issue is.
pub(crate) const MAY: &str = "\
plan enter    . . x . . . . . . x  .
plan fill     . . x . . . . . . x  .
plan shift    . . x . . . . . . x  .
plan cancel   . . x . . . . . . x  .
plan bind     . . x x . x . . . x  .
edit plan     . . x . . . . . . x  .
withdraw plan . . . . . . . . . .  x
";

pub(crate) fn acts() -> Vec<(&'static str, Act)> {
    let when = Month { year: 2026, month: 5 };
    let why = || "农忙".to_owned();
    let enter = Enter { village: SHANGFENG, when, ..Enter::default() };
    vec![
        ("plan enter", PlanAct::Enter(enter).into()),
        ("plan fill", PlanAct::Fill { issue: id(21) }.into()),
        ("plan shift", PlanAct::Shift { to: when, why: why() }.into()),
        ("plan cancel", PlanAct::Cancel { why: why() }.into()),
        ("plan bind", PlanAct::Bind { session: id(500) }.into()),
        ("edit plan", Act::Edit { field: "topic".into(), from: "".into(), to: "灯".into() }),
        ("withdraw plan", Act::Withdraw),
    ]
}

pub(crate) fn laid() -> Record {
    let mut record =
        Record { rev: 1, by: Some(JIANG), ..Record::blank(Kind::Plan, id(32), VILLAGE) };
    for (field, value) in [("year", 2026), ("month", 9)] {
        record.fields.insert(field.to_owned(), value.into());
    }
    record
}

#[test]
fn each_role_may_do_to_the_plan_what_the_table_says() {
    let mut table = String::new();
    for (name, act) in acts() {
        let before = act.begins().is_none().then(laid);
        let asked = |person: Id, role: Role| {
            let change = change(9, Kind::Plan, id(32), VILLAGE, act.clone());
            may(&who(person, &[(role, VILLAGE)]), &change, before.as_ref()).is_ok()
        };
        let mark = |may: bool| if may { "x" } else { "." };
        let roles: Vec<&str> = Role::ALL.map(|role| mark(asked(id(77), role))).into();
        let own = mark(asked(JIANG, Role::Villager));
        writeln!(table, "{name:<13} {}  {own}", roles.join(" ")).expect("a string takes all");
    }
    assert_eq!(table, MAY);
}
