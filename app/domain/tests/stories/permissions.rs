//! Who may do what, as one table.

use std::fmt::Write;

use domain::{
    Act, Custom, Id, Kind, Record, Refusal, Role, Scope, Standing,
    act::Raise,
    expertise::Profess,
    form::Value,
    may,
    place::{Person, Place},
};

use crate::cast::{
    self, CHEN, DRAFTS, JIANG, LAMP, VILLAGE, attach, change, edit, id, lamp, lamp_at, moves, said,
    say, who,
};

/// Rows: what is done. Columns: villager, representative, secretary, recorder, supervisor, first secretary, member,
/// expert, department, office. The last column: the author of the record without any of these rights.
pub(crate) const TABLE: &str = "\
what                 V R S K U F M E D O  author
raise                x x x x x x x . . x  .
raise as received    . . x x . x . . . x  .
say                  x x x x x x x x x x  .
attach               x x x x x x x x x x  .
edit issue           . . x x . x . . . x  x
edit drafted issue   . . x x . x . . . x  .
edit comment         . . . . . . . . . .  x
withdraw comment     . . . . . . . . . .  x
withdraw photo       . . . . . . . . . .  x
lay down clash       . . . . . . . . . .  x
edit place           . . . . . . . . . x  .
edit person          . . . . . . . . . x  .
found                . . . . . . . . . x  .
introduce            . . . . . . . . . x  .
profess              . . . . . . . . . x  .
profess oneself      . . . . . . . . . x  x
unite                . . . . . . . . . x  .
edit own past        . . . . . . . . . x  x
edit own name        . . . . . . . . . x  .
keep customs         . . . . . . . . . x  .
edit membership      . . . . . . . . . .  .
receive              . . x x . x . . . x  .
triage               . . x x . x . . . x  .
settle               . . x x . x . . . x  .
redirect             . . x x . x . . . x  .
merge                . . x x . x . . . x  .
park                 . . x x . x . . . x  .
draft                . . x x . x . . . x  .
approve              . . x . . . . . . x  .
post                 . . x x . x . . . x  .
schedule             . . x x . x . . . x  .
consult              . . x x . x . . . x  .
close                . . x . . . . . . x  .
decline              . . x . . . . . . x  .
resume               . . x x . x . . . x  .
";

/// A record of 姜月仙's, begun by `act`; or one that the server laid into a scope.
fn begun(kind: Kind, act: Act) -> Record {
    let begun = domain::apply(None, &change(2, kind, id(31), VILLAGE, act), JIANG, cast::NOW);
    begun.expect("it can be begun").record
}

fn laid(kind: Kind, scope: Scope) -> Record {
    Record { rev: 1, ..Record::blank(kind, id(32), scope) }
}

/// Each thing that is done, and on which record.
pub(crate) fn deeds() -> Vec<(&'static str, Act, Option<Record>)> {
    let comment = || Some(begun(Kind::Comment, say("对")));
    let place = || Place { name: "上枫村".into(), ..Place::default() };
    let person = || Person { name: "陈素琴".into(), ..Person::default() };
    let myself = || Some(Record { id: JIANG, ..laid(Kind::Person, VILLAGE) });
    let customs = Custom::Rules { lines: vec!["先举手".into()] };
    let mut deeds = vec![
        ("raise", Act::Raise(said()), None),
        ("raise as received", Act::Raise(Raise { received: true, ..said() }), None),
        ("say", say("对"), None),
        ("attach", attach(), None),
        ("edit issue", edit("title", "a", "b"), Some(lamp())),
        ("edit drafted issue", edit("title", "a", "b"), Some(lamp_at(Standing::Drafted))),
        ("edit comment", edit("words", "对", "不对"), comment()),
        ("withdraw comment", Act::Withdraw, comment()),
        ("withdraw photo", Act::Withdraw, Some(begun(Kind::Photo, attach()))),
        ("lay down clash", Act::LayDown, Some(laid(Kind::Clash, Scope::User(JIANG)))),
        ("edit place", edit("name", "a", "b"), Some(laid(Kind::Place, VILLAGE))),
        ("edit person", edit("name", "a", "b"), Some(laid(Kind::Person, VILLAGE))),
        ("found", Act::Found(place()), None),
        ("introduce", Act::Introduce(person()), None),
        ("profess", Act::Profess(Profess::default()), Some(laid(Kind::Person, VILLAGE))),
        ("profess oneself", Act::Profess(Profess::default()), myself()),
        ("unite", Act::Unite { into: id(33) }, Some(laid(Kind::Person, VILLAGE))),
        ("edit own past", edit("past", Value::Null, "修过路"), myself()),
        ("edit own name", edit("name", "a", "b"), myself()),
        ("keep customs", customs.into(), Some(laid(Kind::Place, VILLAGE))),
        (
            "edit membership",
            edit("role", "a", "b"),
            Some(laid(Kind::Membership, Scope::User(JIANG))),
        ),
    ];
    deeds.extend(moves().map(|(word, act)| (word, act, Some(lamp()))));
    deeds
}

fn asks(
    person: Id,
    roles: &[(Role, Scope)],
    act: &Act,
    before: Option<&Record>,
) -> Result<(), Refusal> {
    let kind =
        before.map(|record| record.kind.clone()).or(act.begins()).expect("a record or a beginning");
    let id = before.map_or(LAMP, |record| record.id);
    may(&who(person, roles), &change(3, kind, id, VILLAGE, act.clone()), before)
}

#[test]
fn each_role_may_do_what_the_table_says() {
    let mut table = format!("{:21}V R S K U F M E D O  author\n", "what");
    let mark = |may: Result<(), Refusal>| if may.is_ok() { 'x' } else { '.' };
    for (word, act, before) in deeds() {
        write!(table, "{word:20}").expect("a string takes all");
        for role in Role::ALL {
            let may = asks(CHEN, &[(role, VILLAGE), (role, DRAFTS)], &act, before.as_ref());
            write!(table, " {}", mark(may)).expect("a string takes all");
        }
        // somebody who may read, and no more: an expert who does not even speak for the village
        let author = before.as_ref().map_or('.', |record| {
            let reads = [(Role::Expert, VILLAGE)];
            mark(asks(JIANG, &reads, &act, Some(record)))
        });
        writeln!(table, "  {author}").expect("a string takes all");
    }
    assert_eq!(table, TABLE);
}

#[test]
fn a_stranger_may_nothing() {
    let elsewhere =
        [(Role::Office, Scope::Village(id(2))), (Role::Secretary, Scope::Region(id(3)))];
    for (word, act, before) in deeds() {
        let refused = asks(CHEN, &elsewhere, &act, before.as_ref());
        assert_eq!(refused, Err(Refusal::NotAMember), "{word}");
    }
}

#[test]
fn who_lost_the_role_may_no_longer_touch_even_the_own_words() {
    for (word, act, before) in deeds().into_iter().filter(|(_, _, before)| before.is_some()) {
        let own_scope = before.as_ref().is_some_and(|record| record.scope == Scope::User(JIANG));
        let may = asks(JIANG, &[], &act, before.as_ref());
        assert_eq!(may.is_ok(), own_scope && word == "lay down clash", "{word}");
    }
}

#[test]
fn a_role_counts_where_the_record_lies_and_not_where_the_sender_says() {
    let held = Record { scope: DRAFTS, ..lamp() };
    let refused = asks(CHEN, &[(Role::Secretary, VILLAGE)], &Act::Receive, Some(&held));
    assert_eq!(refused, Err(Refusal::NotAMember));
}

#[test]
fn a_member_is_told_whose_part_it_is() {
    let refused = asks(CHEN, &[(Role::Villager, VILLAGE)], &Act::Approve, Some(&lamp()));
    assert_eq!(refused, Err(Refusal::NotYourPart { needs: vec![Role::Secretary, Role::Office] }));
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let refused = asks(CHEN, &[(Role::Villager, VILLAGE)], &Act::Raise(said()), None);
    assert_eq!(refused, Ok(()));
    let edit = change(1, Kind::Issue, LAMP, VILLAGE, edit("title", "a", "b"));
    let refused = may(&who(CHEN, &[(Role::Villager, VILLAGE)]), &edit, None);
    assert_eq!(refused, Err(Refusal::NoSuchRecord));
}
