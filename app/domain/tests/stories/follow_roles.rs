//! Who may do what after the bench: the whole table, to be read.

use std::fmt::Write as _;

use domain::{
    Act, Change, FollowAct, Id, Kind, Record, Role, Scope,
    follow::{
        LineState, Section, Undertaking,
        echo::Tell,
        letter::Write,
        progress::Report,
        rating::{Rate, Way},
        term::{Inaugurate, Inherited},
    },
    may,
};

use crate::cast::{JIANG, SHANGFENG, VILLAGE, change, id, who};

/// A column a role, in the order of `Role::ALL`: villager, representative, secretary, recorder, supervisor, first
/// secretary, member, expert, department, office. The last is a villager who has the action, wrote the note.
pub(crate) const MAY: &str = "\
undertake     . . x x . x . . x x  .
claim         . x x x x x x . x x  .
accept        . x x x x x x . x x  x
report        . x x x x x x . x x  .
ask time      . x x x x x x . x x  x
give time     . . x . x x . . . x  .
finish        . x x x x x x . x x  x
check         . x x x x x x . . x  .
rate          x x . . x . x . . .  x
rate for      . x x x x x x . . x  .
close         . . x x . x . . . x  .
revisit       . x x x x x x . . x  .
reassign      . . x . . . . . . x  .
tell          x x x x x x x x x x  x
send          . . x x . x . . . x  .
enclose       x x x x x x x x x x  x
ballot        . . x x x x . . . x  .
write letter  x x x x x x x x x x  x
answer letter . . . . . . . . . x  .
take letter   . x x x x x x . . x  .
lay by letter . x x x x x x . . x  .
group         . . x x . x . . . x  .
envision      . . x x . x . . . x  .
sketch        . . x x . x . . . x  .
rewrite       . . x x . x . . . x  .
carry         . . x x . x . . . x  .
freeze        . . x . . . . . . x  .
inaugurate    . . x . . . . . . x  .
acknowledge   . . x . . . . . . .  .
edit action   . . x x . x . . . x  .
edit line     . . x x . x . . . x  .
edit vision   . . x x . x . . . x  .
edit note     . . . . . . . . . .  x
unsay note    . . . . . . . . . .  x
edit version  . . . . . . . . . .  .
unsay ballot  . . x x . x . . . x  .
";

pub(crate) fn acts() -> Vec<(&'static str, Kind, Act)> {
    use FollowAct as F;
    let why = || "因为".to_owned();
    let rate = |name: Option<&str>| {
        let way = if name.is_some() { Way::Paper } else { Way::Own };
        F::Rate(Rate { name: name.map(str::to_owned), way, ..Rate::default() })
    };
    let action = |name, act: F| (name, Kind::Action, Act::from(act));
    let begins = |name, act: F| {
        let kind = act.begins().expect("it begins something");
        (name, kind, Act::from(act))
    };
    let (sha256, mime) = ("0e".repeat(32), "image/jpeg".to_owned());
    let mut acts = vec![
        begins("undertake", F::Undertake(Undertaking::default())),
        action("claim", F::Claim { owner: "四组".into() }),
        action("accept", F::Accept),
        begins("report", F::Report(Report::default())),
        action("ask time", F::AskTime { due: 1, why: why() }),
        action("give time", F::GiveTime { due: None, why: None }),
        action("finish", F::Finish { words: why() }),
        action("check", F::Check { ok: true, words: None }),
        action("rate", rate(None)),
        action("rate for", rate(Some("施阿根"))),
        action("close", F::Close { how: None }),
        action("revisit", F::Revisit { holds: true, words: why() }),
        action("reassign", F::Reassign { owner: "四组".into(), lead: None, why: why() }),
        action("tell", F::Tell(Tell::default())),
        action("send", F::Send { to: "施阿根".into(), who: JIANG }),
        begins("enclose", F::Enclose { about: id(32), sha256, bytes: 1, mime }),
        begins("ballot", F::Ballot { action: id(32), name: "施阿根".into(), key: String::new() }),
    ];
    acts.extend(on_letters());
    acts.extend(on_the_plan());
    acts
}

fn on_the_plan() -> Vec<(&'static str, Kind, Act)> {
    use FollowAct as F;
    let why = || "因为".to_owned();
    let begins = |name, act: F| {
        let kind = act.begins().expect("it begins something");
        (name, kind, Act::from(act))
    };
    let edit = |field: &str| Act::Edit { field: field.into(), from: "".into(), to: "字".into() };
    let sketch = F::Sketch {
        section: Section::Living,
        words: "灯".into(),
        words_en: None,
        first: None,
        cites: Vec::new(),
        why: None,
    };
    vec![
        ("group", Kind::Advice, F::Group { with: None }.into()),
        begins("envision", F::Envision),
        begins("sketch", sketch),
        ("rewrite", Kind::Line, F::Rewrite { words: why(), why: why(), cites: Vec::new() }.into()),
        (
            "carry",
            Kind::Line,
            F::Carry { to: LineState::Done, why: None, cites: Vec::new() }.into(),
        ),
        begins("freeze", F::Freeze { year: 2026 }),
        begins("inaugurate", F::Inaugurate(Inaugurate::default())),
        ("acknowledge", Kind::Term, F::Acknowledge(Inherited::default()).into()),
        ("edit action", Kind::Action, edit("criterion")),
        ("edit line", Kind::Line, edit("progress")),
        ("edit vision", Kind::Blueprint, edit("vision")),
        ("edit note", Kind::Progress, edit("words")),
        ("unsay note", Kind::Progress, Act::Withdraw),
        ("edit version", Kind::Version, edit("vision")),
        ("unsay ballot", Kind::Ballot, Act::Withdraw),
    ]
}

fn on_letters() -> [(&'static str, Kind, Act); 4] {
    use FollowAct as F;
    let why = || "因为".to_owned();
    let on = |name, act: F| (name, Kind::Letter, act.into());
    [
        on("write letter", F::Write(Write::default())),
        on("answer letter", F::Answer { words: why() }),
        on("take letter", F::Take { action: id(32) }),
        on("lay by letter", F::LayAside { why: why(), action: None }),
    ]
}

pub(crate) fn laid(kind: Kind, scope: Scope) -> Record {
    let mut record = Record { rev: 1, by: Some(JIANG), ..Record::blank(kind, id(32), scope) };
    for field in ["lead", "said_by"] {
        record.fields.insert(field.to_owned(), JIANG.to_string().into());
    }
    record
}

#[test]
fn each_role_may_do_after_the_bench_what_the_table_says() {
    let mut table = String::new();
    for (name, kind, act) in acts() {
        let scope = if kind == Kind::Ballot { Scope::Draft(SHANGFENG) } else { VILLAGE };
        let before = act.begins().is_none().then(|| laid(kind.clone(), scope));
        let asked = |person: Id, role: Role| {
            let change = Change { scope, ..change(9, kind.clone(), id(32), scope, act.clone()) };
            may(&who(person, &[(role, scope)]), &change, before.as_ref()).is_ok()
        };
        let mark = |may: bool| if may { "x" } else { "." };
        let roles: Vec<&str> = Role::ALL.map(|role| mark(asked(id(77), role))).into();
        let own = mark(asked(JIANG, Role::Villager));
        writeln!(table, "{name:<13} {}  {own}", roles.join(" ")).expect("a string takes all");
    }
    assert_eq!(table, MAY);
}
