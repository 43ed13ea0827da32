//! What was written on one phone goes to another as pieces of text, through a chat or before a camera.

use domain::{
    Act, Form, form,
    sync::{
        Carried, Meta, NotCarried, Writes,
        pieces::{Bag, Found, cut},
    },
};
use proptest::prelude::{Strategy, any, prop};

use crate::{
    cast::{CHEN, LAMP, NOW, WU, id, on_lamp, said},
    courier::{Office, Phone},
};

const PARCEL: &[u8] = "第三组的路灯坏了，晚上看不见。北渠冬天结冰溢水。".as_bytes();

fn pieces() -> Vec<String> {
    cut(PARCEL, 60).expect("it fits")
}

fn found(fresh: usize, known: usize, damaged: &[usize]) -> Found {
    Found { fresh, known, damaged: damaged.to_vec() }
}

#[test]
fn no_piece_is_longer_than_it_may_be_and_the_same_parcel_gives_the_same_pieces() {
    let all = pieces();
    assert!(all.len() > 2);
    assert!(all.iter().all(|piece| piece.len() <= 60), "{all:?}");
    assert_eq!(all, pieces());
}

#[test]
fn a_whole_chat_is_pasted_with_names_and_times_in_between() {
    let all = pieces();
    let mut bag = Bag::default();
    let chat = format!(
        "陈素琴 14:05\n{}\n\n王彩娣 14:06\n收到，bandeng.cn 上看到了。\n陈素琴 14:07\n{} {}",
        all[2], all[0], all[2],
    );
    assert_eq!(bag.take(&chat), found(2, 1, &[]));
    let gathered = bag.gathered();
    assert_eq!((gathered.len(), gathered[0].of), (1, all.len()));
    let missing: Vec<_> = (1..=all.len()).filter(|number| ![1, 3].contains(number)).collect();
    assert_eq!(gathered[0].missing, missing);
    assert_eq!(bag.whole(&gathered[0].parcel, gathered[0].of), None);
    bag.take(&all.join("\n"));
    let gathered = bag.gathered();
    assert!(gathered[0].missing.is_empty());
    assert_eq!(bag.whole(&gathered[0].parcel, gathered[0].of).as_deref(), Some(PARCEL));
}

#[test]
fn a_piece_that_a_chat_broke_into_lines_is_whole() {
    let piece = &pieces()[0];
    let broken: String = piece
        .chars()
        .enumerate()
        .flat_map(|(at, c)| (at > 8 && at % 9 == 0).then_some('\n').into_iter().chain([c]))
        .collect();
    assert_ne!(&broken, piece);
    assert_eq!(Bag::default().take(&broken), found(1, 0, &[]));
}

#[test]
fn a_damaged_piece_is_named_by_its_number_and_not_kept() {
    let all = pieces();
    let mut bag = Bag::default();
    let torn = &all[1][..all[1].len() - 9];
    assert_eq!(bag.take(torn), found(0, 0, &[2]));
    let at = all[0].len() - 12;
    let other = if all[0].as_bytes()[at] == b'A' { "B" } else { "A" };
    let mut wrong = all[0].clone();
    wrong.replace_range(at..=at, other);
    assert_eq!(bag.take(&wrong), found(0, 0, &[1]));
    assert_eq!(bag.gathered(), []);
}

#[test]
fn pieces_of_two_parcels_are_told_apart_and_one_is_let_go() {
    let (mine, theirs) = (pieces(), cut(b"another parcel", 60).expect("it fits"));
    let mut bag = Bag::default();
    bag.take(&format!("{}\n{}\n{}", mine[1], theirs[0], mine[0]));
    let gathered = bag.gathered();
    assert_eq!(gathered.len(), 2);
    let whole = bag.whole(&gathered[1].parcel, gathered[1].of);
    assert_eq!(whole.as_deref(), Some(&b"another parcel"[..]));
    bag.let_go(&gathered[0].parcel, gathered[0].of);
    assert_eq!(bag.gathered(), gathered[1..]);
}

#[test]
fn a_parcel_cut_large_and_small_is_put_together_from_pieces_of_one_size() {
    let (large, small) = (cut(PARCEL, 80).expect("it fits"), pieces());
    let mut bag = Bag::default();
    bag.take(&large[..large.len() - 1].join(" "));
    bag.take(&small.join(" "));
    let gathered = bag.gathered();
    let whole = gathered.iter().find(|held| held.missing.is_empty()).expect("the small ones");
    assert_eq!(whole.of, small.len());
    assert_eq!(bag.whole(&whole.parcel, whole.of).as_deref(), Some(PARCEL));
}

#[test]
fn what_would_take_a_thousand_pieces_is_not_cut() {
    let parcel = vec![7; 40_000];
    assert_eq!(cut(&parcel, 60), None);
    assert!(cut(&parcel, 1_000).is_some());
}

#[test]
fn a_bag_survives_a_closed_page() {
    let mut bag = Bag::default();
    bag.take(&pieces()[1]);
    let kept = form::text(&bag);
    assert_eq!(form::parse::<Bag>(&kept).map(|bag| bag.form()).ok(), Some(bag.form()));
}

#[test]
fn what_another_phone_brings_is_seen_there_as_its_authors_and_says_where_it_was_written() {
    let mut office = Office::of_shangfeng();
    let (mut first, mut second) = (Phone::of(CHEN), Phone::of(CHEN));
    first.talks(&mut office);
    second.talks(&mut office);
    // two copies of the app have two names
    let renamed = Meta { client: id(77), ..first.replica.meta().clone() };
    first.keep(Writes { meta: Some(renamed), ..Writes::default() });
    first.writes(on_lamp(Act::Raise(said()))).expect("anybody may raise");
    let parcel = form::text(&first.replica.carry("陈素琴".into(), NOW, None));
    let mut bag = Bag::default();
    let mut pieces = cut(parcel.as_bytes(), 200).expect("it fits");
    pieces.reverse();
    bag.take(&pieces.join("\n"));
    let held = &bag.gathered()[0];
    let come = bag.whole(&held.parcel, held.of).expect("it is whole");
    let come = String::from_utf8(come).expect("a text");

    assert_eq!(Carried::read_for(WU, &come), Err(NotCarried::NotYours("陈素琴".into())));
    let carried = Carried::read_for(CHEN, &come).expect("hers");
    let writes = second.replica.unpack(carried.clone());
    assert_eq!(writes.outbox_add[0].made_on, Some(id(77)));
    second.keep(writes);
    assert!(second.replica.unpack(carried.clone()).is_empty());
    assert_eq!(second.replica.view()[&LAMP].link("raised_by"), Some(CHEN));
    // carried on once more, it still says where it was written; back at home, nothing of it is new
    let on = second.replica.carry("陈素琴".into(), NOW, None);
    assert_eq!(on.changes[0].made_on, Some(id(77)));
    assert!(first.replica.unpack(on).is_empty());
}

#[test]
fn a_parcel_that_says_it_is_somebody_elses_gives_nothing_away_to_whoever_forges_it() {
    let mut office = Office::of_shangfeng();
    let mut wu = Phone::of(WU);
    wu.talks(&mut office);
    let change = on_lamp(Act::Raise(said()));
    let mut forged = wu.replica.carry("陈素琴".into(), NOW, Some(change)).form();
    // a name on the cover is no name in the village: what is taken in goes out as its bringer's
    forged["changes"][0]["by"] = CHEN.form();
    forged["changes"][0]["act"]["raised_by"] = CHEN.form();
    let carried = Carried::read_for(WU, &forged.to_string()).expect("it says it is his");
    let writes = wu.replica.unpack(carried);
    wu.keep(writes);
    wu.talks(&mut office);
    assert_eq!(office.rows[&LAMP].0.link("raised_by"), Some(WU));
    assert_eq!(wu.replica.view()[&LAMP].link("raised_by"), Some(WU));
}

proptest::proptest! {
    #[test]
    fn any_parcel_comes_through_a_chat_in_any_order(
        parcel in prop::collection::vec(any::<u8>(), 1..600),
        longest in 34_usize..1_000,
        order in any::<u64>(),
        noise in "[^b]{0,40}",
    ) {
        let mut pieces = cut(&parcel, longest).expect("it fits");
        let count = pieces.len();
        pieces.extend(pieces.clone());
        let shuffle = |piece: &String| piece.bytes().fold(order, |sum, b| sum.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(b));
        pieces.sort_by_key(shuffle);
        let mut bag = Bag::default();
        let found = bag.take(&pieces.join(&format!("\n{noise}\n")));
        proptest::prop_assert_eq!((found.fresh, found.known, found.damaged.len()), (count, count, 0));
        let gathered = &bag.gathered()[0];
        proptest::prop_assert_eq!(bag.whole(&gathered.parcel, gathered.of), Some(parcel));
    }

    #[test]
    fn nothing_that_is_pasted_makes_it_stumble(
        text in prop::collection::vec(prop::sample::select(vec!["bandeng.", "AbCd+=", ".", "1", "999", "0", "陈", "\n", "QUJD"]), 0..80)
            .prop_map(|words| words.concat()),
    ) {
        let mut bag = Bag::default();
        bag.take(&text);
        for held in bag.gathered() {
            proptest::prop_assert!(held.of <= 999);
            let whole = bag.whole(&held.parcel, held.of);
            proptest::prop_assert!(whole.is_none() || held.missing.is_empty());
        }
    }
}
