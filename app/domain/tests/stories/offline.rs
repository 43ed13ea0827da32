//! Stories of phones in a valley: from a sentence to a lamp that shines, with and without a signal.

use domain::{Act, Kind, Refusal, Scope, Standing, sync::Trouble};
use serde_json::Value;

use crate::{
    cast::{
        self, CHEN, DRAFTS, JIANG, LAMP, VILLAGE, WU, change, consult, draft, edit, id, lamp_at,
        on_lamp, said, say, schedule, triage,
    },
    courier::{Office, Phone},
};

const SAID: &str = "村口的路灯坏了，晚上走不了。";

/// The office, and the phones of the recorder, the secretary and the villager, who have each talked to it once.
fn village() -> (Office, Phone, Phone, Phone) {
    let mut office = Office::of_shangfeng();
    let mut phones = [CHEN, WU, JIANG].map(Phone::of);
    phones.iter_mut().for_each(|phone| phone.talks(&mut office));
    let [chen, wu, jiang] = phones;
    (office, chen, wu, jiang)
}

#[test]
fn from_a_sentence_to_a_lamp_that_shines() {
    let (mut office, mut chen, mut wu, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    jiang.talks(&mut office);
    chen.talks(&mut office);
    for (n, act) in (10..).zip([Act::Receive, triage(), draft()]) {
        chen.writes(change(n, Kind::Issue, LAMP, VILLAGE, act)).expect("a recorder may");
    }
    chen.talks(&mut office);
    wu.talks(&mut office);
    for (n, act) in (20..).zip([Act::Approve, Act::Post, schedule(), consult(), cast::close()]) {
        wu.writes(change(n, Kind::Issue, LAMP, VILLAGE, act)).expect("a secretary may");
    }
    wu.talks(&mut office);
    jiang.talks(&mut office);
    assert_eq!(jiang.reads(LAMP, "standing"), Some("closed"));
    assert_eq!(jiang.replica.view()[&LAMP].rev, 9);
    assert_eq!(jiang.replica.view()[&LAMP].by, Some(WU));
}

#[test]
fn what_is_held_back_is_read_by_the_village_only_when_it_is_received() {
    let (mut office, mut chen, _, mut jiang) = village();
    let raise = change(10, Kind::Issue, LAMP, DRAFTS, Act::Raise(said()));
    chen.writes(raise).expect("a recorder may hold it back");
    chen.talks(&mut office);
    jiang.talks(&mut office);
    assert_eq!(jiang.reads(LAMP, "words"), None);
    chen.writes(change(11, Kind::Issue, LAMP, DRAFTS, Act::Receive)).expect("a recorder may");
    assert_eq!(chen.replica.view()[&LAMP].scope, VILLAGE);
    chen.talks(&mut office);
    jiang.talks(&mut office);
    assert_eq!(jiang.reads(LAMP, "words"), Some(SAID));
    assert_eq!(chen.replica.view()[&LAMP].scope, VILLAGE);
}

#[test]
fn what_was_written_is_on_the_screen_before_during_and_after_it_is_sent() {
    let (mut office, _, _, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    assert_eq!((jiang.reads(LAMP, "words"), jiang.replica.unsent().len()), (Some(SAID), 1));
    jiang.sends(&mut office);
    assert_eq!((jiang.reads(LAMP, "words"), jiang.replica.unsent().len()), (Some(SAID), 0));
    jiang.asks(&office);
    assert_eq!(jiang.reads(LAMP, "words"), Some(SAID));
    assert!(
        jiang.replica.journal().all(|kept| kept.seen.is_none()),
        "nothing is replayed any more"
    );
}

#[test]
fn a_value_that_gave_way_is_shown_to_its_author_until_it_is_laid_down() {
    let (mut office, mut chen, mut wu, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    [&mut jiang, &mut chen, &mut wu].into_iter().for_each(|phone| phone.talks(&mut office));
    let title =
        |n, to: &str| change(n, Kind::Issue, LAMP, VILLAGE, edit("title", "村口的路灯坏了", to));
    chen.writes(title(10, "路灯")).expect("a recorder may");
    wu.writes(title(20, "村口的灯")).expect("a secretary may");
    chen.talks(&mut office);
    wu.talks(&mut office);
    chen.talks(&mut office);
    assert_eq!(chen.reads(LAMP, "title"), Some("村口的灯"));
    let clash = chen
        .replica
        .view()
        .values()
        .find(|record| record.kind == Kind::Clash)
        .expect("she is told")
        .clone();
    let told: domain::small::Clash = clash.read().expect("it is a clash");
    assert_eq!((told.about, told.field.as_str(), told.theirs_by), (LAMP, "title", WU));
    assert_eq!(
        [told.mine, told.theirs, told.before],
        ["路灯", "村口的灯", "村口的路灯坏了"].map(Value::from)
    );
    chen.writes(change(11, Kind::Clash, clash.id, clash.scope, Act::LayDown)).expect("it is hers");
    chen.talks(&mut office);
    assert!(chen.replica.view()[&clash.id].gone);
    assert!(office.over.iter().any(|lost| lost.value == "路灯"), "the history has it too");
}

#[test]
fn two_texts_written_apart_become_one() {
    let (mut office, mut chen, _, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    [&mut jiang, &mut chen].into_iter().for_each(|phone| phone.talks(&mut office));
    let words =
        |n, from: &str, to: &str| change(n, Kind::Issue, LAMP, VILLAGE, edit("words", from, to));
    chen.writes(words(10, SAID, "村口的路灯坏了，晚上走不了。已经问过电工。"))
        .expect("a recorder may");
    chen.talks(&mut office);
    let one = "桥头的路灯坏了，晚上走不了。";
    jiang.writes(words(20, SAID, one)).expect("they are her words");
    jiang.writes(words(21, one, "桥头的路灯坏了，夜里走不了。")).expect("they are her words");
    jiang.talks(&mut office);
    chen.talks(&mut office);
    for phone in [&jiang, &chen] {
        assert_eq!(phone.reads(LAMP, "words"), Some("桥头的路灯坏了，夜里走不了。已经问过电工。"));
    }
}

#[test]
fn a_step_that_somebody_else_took_first_comes_to_attention_and_can_be_let_go() {
    let (mut office, mut chen, mut wu, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    [&mut jiang, &mut chen, &mut wu].into_iter().for_each(|phone| phone.talks(&mut office));
    chen.writes(change(10, Kind::Issue, LAMP, VILLAGE, Act::Receive)).expect("a recorder may");
    wu.writes(change(20, Kind::Issue, LAMP, VILLAGE, cast::decline())).expect("a secretary may");
    wu.talks(&mut office);
    chen.talks(&mut office);
    let troubled = chen.replica.attention().next().expect("she is told").clone();
    assert!(matches!(
        troubled.trouble,
        Trouble::Refused {
            refusal: Refusal::WrongStanding { now: Standing::Declined, by: Some(WU), .. }
        }
    ));
    assert_eq!(chen.reads(LAMP, "standing"), Some("declined"));
    let writes = chen.replica.let_go(troubled.change.uuid);
    chen.keep(writes);
    assert_eq!(chen.replica.attention().len(), 0);
}

#[test]
fn words_for_an_issue_that_was_closed_meanwhile_come_back_with_who_closed_it_and_when() {
    let (mut office, mut chen, mut wu, _) = village();
    wu.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    for (n, act) in (20..).zip([Act::Receive, triage(), draft(), Act::Approve, Act::Post]) {
        wu.writes(change(n, Kind::Issue, LAMP, VILLAGE, act)).expect("a secretary may");
    }
    [&mut wu, &mut chen].into_iter().for_each(|phone| phone.talks(&mut office));
    let renamed = change(10, Kind::Issue, LAMP, VILLAGE, edit("title", "村口的路灯坏了", "路灯"));
    chen.writes(renamed).expect("a recorder may");
    for (n, act) in (30..).zip([schedule(), consult(), cast::close()]) {
        wu.writes(change(n, Kind::Issue, LAMP, VILLAGE, act)).expect("a secretary may");
    }
    [&mut wu, &mut chen].into_iter().for_each(|phone| phone.talks(&mut office));
    let troubled = chen.replica.attention().next().expect("she is told");
    let (now, at) = (Standing::Closed, change(32, Kind::Issue, LAMP, VILLAGE, Act::Post).at);
    let refusal = Refusal::Finished { now, by: Some(WU), at: Some(at) };
    assert_eq!(troubled.trouble, Trouble::Refused { refusal });
}

#[test]
fn a_remark_mended_on_one_phone_and_taken_back_on_another_comes_back_with_when() {
    let (mut office, _, _, mut jiang) = village();
    let mut other = Phone::of(JIANG);
    jiang.writes(change(10, Kind::Comment, id(31), VILLAGE, say("对"))).expect("anybody may");
    [&mut jiang, &mut other].into_iter().for_each(|phone| phone.talks(&mut office));
    let withdraw = change(11, Kind::Comment, id(31), VILLAGE, Act::Withdraw);
    let at = withdraw.at;
    jiang.writes(withdraw).expect("it is hers");
    let mended = change(12, Kind::Comment, id(31), VILLAGE, edit("words", "对", "不对"));
    other.writes(mended).expect("it is hers");
    [&mut jiang, &mut other].into_iter().for_each(|phone| phone.talks(&mut office));
    let troubled = other.replica.attention().next().expect("her words are kept");
    let refusal = Refusal::Gone { by: Some(JIANG), at: Some(at) };
    assert_eq!(troubled.trouble, Trouble::Refused { refusal });
}

#[test]
fn a_remark_is_said_mended_and_taken_back() {
    let (mut office, mut chen, _, mut jiang) = village();
    jiang.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    let remark = id(41);
    jiang.writes(change(10, Kind::Comment, remark, VILLAGE, say("三天了"))).expect("anybody may");
    jiang
        .writes(change(11, Kind::Comment, remark, VILLAGE, edit("words", "三天了", "四天了")))
        .expect("it is hers");
    jiang.talks(&mut office);
    chen.talks(&mut office);
    assert_eq!(chen.reads(remark, "words"), Some("四天了"));
    let refused = chen.writes(change(20, Kind::Comment, remark, VILLAGE, Act::Withdraw));
    assert_eq!(refused, Err(Refusal::NotYourPart { needs: Vec::new() }));
    jiang.writes(change(12, Kind::Comment, remark, VILLAGE, Act::Withdraw)).expect("it is hers");
    jiang.talks(&mut office);
    chen.talks(&mut office);
    assert!(chen.replica.view()[&remark].gone);
}

#[test]
fn what_was_refused_is_sent_again_as_a_new_change() {
    let (mut office, mut chen, mut wu, _) = village();
    chen.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    office.admit(domain::Who { person: CHEN, roles: Vec::new() });
    chen.sends(&mut office);
    let refused = chen.replica.attention().next().expect("she is told").clone();
    assert_eq!(refused.trouble, Trouble::Refused { refusal: Refusal::NotAMember });
    assert_eq!(chen.reads(LAMP, "words"), None);
    office.admit(cast::who(CHEN, &[(domain::Role::Recorder, VILLAGE)]));
    let writes = chen.replica.send_again(refused.change.uuid, id(77));
    chen.keep(writes);
    chen.talks(&mut office);
    wu.talks(&mut office);
    assert_eq!((wu.reads(LAMP, "words"), chen.replica.attention().len()), (Some(SAID), 0));
}

#[test]
fn what_another_phone_put_into_a_file_is_taken_in_once() {
    let (mut office, mut chen, _, _) = village();
    let mut second = Phone::of(CHEN);
    second.talks(&mut office);
    chen.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    let file: Vec<_> = chen.replica.unsent().cloned().collect();
    let twice = [file.clone(), file.clone()].concat();
    let writes = second.replica.take_in(twice);
    assert_eq!(writes.outbox_add.len(), 1);
    second.keep(writes);
    assert!(second.replica.take_in(file.clone()).is_empty());
    second.talks(&mut office);
    assert!(second.replica.take_in(file).is_empty());
    assert_eq!(second.reads(LAMP, "words"), Some(SAID));
}

#[test]
fn nothing_can_be_done_before_the_first_word_with_the_office() {
    let mut chen = Phone::of(CHEN);
    assert_eq!(chen.writes(on_lamp(Act::Raise(said()))), Err(Refusal::NotAMember));
    assert!(chen.replica.push(200, "1", cast::NOW).is_none());
}

#[test]
fn a_push_is_no_larger_than_a_thin_line_carries() {
    let (mut office, mut chen, ..) = village();
    chen.talks(&mut office);
    for n in 0..60 {
        let raise = domain::act::Raise { words: "灯".repeat(1999), ..said() };
        chen.writes(change(
            n + 1,
            Kind::Issue,
            id(600 + u128::from(n)),
            VILLAGE,
            Act::Raise(raise),
        ))
        .expect("she may");
    }
    let sent = chen.replica.push(200, "1", cast::NOW).expect("there is much to send");
    let bytes = domain::form::text(&sent).len();
    assert!(bytes < 200 * 1024 && sent.changes.len() > 20, "{bytes} bytes");
    assert_eq!(chen.replica.push(5, "1", cast::NOW).map(|push| push.changes.len()), Some(5));
}

#[test]
fn a_wrong_clock_is_set_right_by_the_office() {
    let (mut office, mut chen, ..) = village();
    chen.talks(&mut office);
    let sent = chen.replica.pull("1");
    let years = 3 * 365 * 24 * 3_600_000;
    let writes = chen
        .replica
        .hear_pull(&sent, &crate::courier::reply(Vec::new()), cast::NOW - years, id(9))
        .expect("whole");
    chen.keep(writes);
    let mut raise = on_lamp(Act::Raise(said()));
    raise.at = cast::NOW - years;
    chen.writes(raise).expect("she may");
    assert_eq!(chen.replica.view()[&LAMP].at, cast::NOW);
}

#[test]
fn a_record_of_a_newer_version_is_kept_and_passed_by() {
    let (_, mut chen, ..) = village();
    let poem =
        domain::Record { kind: Kind::Other("poem".into()), rev: 1, ..lamp_at(Standing::Lead) };
    let poem = domain::Record { id: id(99), ..poem };
    let sent = chen.replica.pull("1");
    let page = crate::courier::page(Scope::Session(id(5)), None, 1, std::slice::from_ref(&poem));
    chen.hears(&sent, &crate::courier::reply(vec![page]));
    assert_eq!(chen.replica.view()[&poem.id].fields, poem.fields);
}
