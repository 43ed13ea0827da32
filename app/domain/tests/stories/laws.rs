//! Laws of the small things that everything rests on.

use domain::{
    Act, Category, Customs, Form, Id, Kind, Record, Role, Scope, Standing,
    act::{Confirmed, Proxy, Raise},
    form,
    place::{Level, Person, Place},
    sync::{Columns, Cursor},
    triage::{Triage, Way},
};
use proptest::{option, prelude::*};
use serde_json::{Value, json};

use crate::cast;

pub(crate) fn id() -> impl Strategy<Value = Id> {
    any::<u128>().prop_map(Id::from_u128)
}

pub(crate) fn scope() -> impl Strategy<Value = Scope> {
    let all =
        [Scope::Region, Scope::Village, Scope::Draft, Scope::Session, Scope::User, Scope::District];
    (id(), prop::sample::select(all.to_vec())).prop_map(|(id, scope)| scope(id))
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!([{"to": "lead", "at": 1}])),
    ]
}

prop_compose! {
    pub(crate) fn record(scope: Scope)(
        kind in "issue|comment|clash|poem", id in id(), rev in 1_u64.., by in option::of(id()), at: i64,
        gone: bool, fields in prop::collection::btree_map("[a-z_]{1,6}", value(), 0..6),
    ) -> Record {
        Record { kind: Kind::from(kind), id, scope, rev, by, at, gone, fields: fields.into_iter().collect() }
    }
}

fn raise() -> impl Strategy<Value = Act> {
    let text = || option::of("\\PC{0,9}");
    let proxy = option::of((
        "\\PC{1,5}",
        prop::sample::select(vec![Confirmed::Face, Confirmed::Phone, Confirmed::Paper]),
    ));
    let marks = (any::<bool>(), any::<bool>(), option::of(any::<u32>()));
    (
        "\\PC{0,20}",
        text(),
        text(),
        id(),
        prop::sample::select(Category::ALL.to_vec()),
        option::of(id()),
        proxy,
        marks,
    )
        .prop_map(
            |(
                words,
                title,
                title_en,
                village,
                category,
                group,
                proxy,
                (named, received, households),
            )| {
                let proxy = proxy.map(|(name, confirmed)| Proxy { name, confirmed });
                Act::Raise(Raise {
                    words,
                    title,
                    title_en,
                    village,
                    category,
                    group,
                    households,
                    proxy,
                    named,
                    received,
                    door: None,
                })
            },
        )
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let level =
        prop::sample::select(vec![Level::District, Level::Town, Level::Village, Level::Group]);
    let place = ("\\PC{0,9}", option::of("\\PC{0,9}"), level, option::of(id()), any::<u32>());
    let person = (
        "\\PC{0,9}",
        option::of("\\PC{0,9}"),
        option::of(id()),
        option::of(prop::sample::select(Role::ALL.to_vec())),
    );
    prop_oneof![
        raise(),
        ("[a-z_]{1,9}", value(), value()).prop_map(|(field, from, to)| Act::Edit {
            field,
            from,
            to
        }),
        prop::sample::select(cast::moves().map(|(_, act)| act).to_vec()),
        (id(), "\\PC{0,20}").prop_map(|(issue, words)| Act::Say { issue, words }),
        prop::sample::select(vec![Act::Withdraw, Act::LayDown, cast::attach()]),
        place.prop_map(|(name, name_en, level, parent, order)| Act::Found(Place {
            name,
            name_en,
            level,
            parent,
            order
        })),
        person.prop_map(|(name, note, group, role)| Act::Introduce(Person {
            name,
            note,
            group,
            role
        })),
    ]
}

proptest! {
    #[test]
    fn what_is_written_of_an_act_is_read_as_the_same_act(act in act()) {
        prop_assert_eq!(form::parse::<Act>(&form::text(&act)).expect("it is an act"), act);
    }

    #[test]
    fn records_laid_out_in_columns_are_the_same_records(
        mut records in scope().prop_flat_map(|scope| prop::collection::vec(record(scope), 1..9))
    ) {
        let scope = records[0].scope;
        let text = form::text(&Columns::of(&records));
        let columns: Columns = form::parse(&text).expect("they are columns");
        let mut again = columns.records(scope).expect("they are whole");
        let key = |record: &Record| (record.kind.clone(), record.id, record.rev, record.at);
        records.sort_by_key(key);
        again.sort_by_key(key);
        prop_assert_eq!(again, records);
    }

    #[test]
    fn a_scope_is_read_as_it_is_written(scope in scope()) {
        prop_assert_eq!(scope.to_string().parse::<Scope>(), Ok(scope));
        prop_assert_eq!(Scope::read(scope.form()).ok(), Some(scope));
    }

    #[test]
    fn what_is_no_scope_is_not_read_as_one(text in "\\PC{0,12}|[a-z]:[0-9a-f-]{30,38}") {
        if let Ok(scope) = text.parse::<Scope>() {
            prop_assert_eq!(scope.to_string().len(), 38);
        }
    }

    #[test]
    fn cursors_stand_in_the_order_of_reading(a: u64, b: u64, one in id(), other in id()) {
        let within = Cursor::within;
        prop_assert_eq!(within(a, one).cmp(&within(b, other)), (a, one).cmp(&(b, other)));
        prop_assert!(within(a, one) <= Cursor::whole(a));
        prop_assert_eq!(Cursor::whole(a).cmp(&Cursor::whole(b)), a.cmp(&b));
        let text = form::text(&within(a, one));
        prop_assert_eq!(form::parse::<Cursor>(&text).ok(), Some(within(a, one)));
    }

    #[test]
    fn a_scope_can_be_read_to_its_end_in_pages_of_any_size(
        vers in prop::collection::btree_map(any::<u16>().prop_map(u128::from), 1_u64..40, 1..30), size in 1_usize..9, floor in 0_u64..40,
    ) {
        let head = 40;
        let mut rows: Vec<(u64, Id)> = vers.iter().map(|(id, ver)| (*ver, Id::from_u128(*id))).collect();
        rows.sort_unstable();
        let (mut from, mut read) = (None::<Cursor>, 0);
        for _ in 0..=rows.len() {
            let on = from.filter(|from| from.follows(floor, head));
            prop_assert_eq!(on, from, "it began anew");
            let start = on.unwrap_or_default();
            let news: Vec<_> = rows.iter().filter(|(ver, id)| Cursor::within(*ver, *id) > start).collect();
            let page = &news[..news.len().min(size)];
            let last = page.last().filter(|_| news.len() > size).map(|(ver, id)| Cursor::within(*ver, *id));
            let to = last.unwrap_or(Cursor::whole(head)).on(on, head);
            (from, read) = (Some(to), read + page.len());
            if to == Cursor::whole(head) {
                break;
            }
        }
        prop_assert_eq!((read, from), (rows.len(), Some(Cursor::whole(head))));
        prop_assert_eq!(from.and_then(|from| from.begun), None);
    }
}

#[test]
fn a_phone_that_was_away_for_too_long_begins_anew() {
    assert!(Cursor::whole(5).follows(5, 9));
    assert!(!Cursor::whole(4).follows(5, 9));
    assert!(
        !Cursor::within(5, cast::LAMP).follows(5, 9),
        "the end of that version is forgotten too"
    );
    let begun = Cursor { begun: Some(7), ..Cursor::within(2, cast::LAMP) };
    assert!(begun.follows(7, 9) && !begun.follows(8, 9));
    assert!(!Cursor::whole(10).follows(0, 9), "the server does not know that far");
}

#[test]
fn the_five_answers_propose_a_way_law_first() {
    let well = Triage {
        small: Some(true),
        several: Some(true),
        actor: Some(true),
        lawful: Some(true),
        quarrel: Some(false),
    };
    let ways = [
        (well, Way::Draft),
        (Triage { lawful: Some(false), quarrel: Some(true), ..well }, Way::Decline),
        (Triage { quarrel: Some(true), actor: Some(false), ..well }, Way::Redirect),
        (Triage { actor: Some(false), small: Some(false), ..well }, Way::Park),
        (Triage { small: Some(false), several: Some(false), ..well }, Way::Redirect),
        (Triage { several: Some(false), ..well }, Way::Settle),
        (Triage { lawful: None, ..well }, Way::Park),
        (Triage::default(), Way::Park),
    ];
    for (answers, way) in ways {
        assert_eq!(answers.proposes(), way, "{answers:?}");
    }
}

#[test]
fn every_word_is_read_as_it_is_written() {
    for category in Category::ALL {
        assert_eq!(Category::of(category.as_str()), Some(category));
        assert_eq!(category.form(), json!(category.as_str()));
    }
    for role in Role::ALL {
        assert_eq!(Role::of(role.as_str()), Some(role));
        assert_eq!(role.form(), json!(role.as_str()));
    }
    for standing in Standing::ALL {
        assert_eq!(standing.form(), json!(standing.as_str()));
    }
    let customs = Customs::default();
    assert_eq!(customs.guess("村口的路灯不亮"), Some((Category::Living, "路灯")));
    assert_eq!(customs.guess("大家好"), None);
}
