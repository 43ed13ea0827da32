//! 惯例: what a district keeps its own way, who may write it, what may not stand there, and what holds where it is silent.

use domain::{
    Act, Category, Custom, Customs, Id, Kind, Record, Refusal, Role, Scope, apply,
    customs::{HINT, HINTS, RULE, RULES},
    may,
    place::{Level, Place},
    session::{Mode, Part, Topic, agenda::template},
};

use crate::cast::{CHEN, JIANG, NOW, change, id, who};

const DISTRICT: Id = id(9);
const REGION: Scope = Scope::Region(DISTRICT);

/// A place as it was laid on the map.
fn laid(name: Id, level: Level) -> Record {
    let place = Place { name: "云溪区".into(), level, ..Place::default() };
    let begun = apply(None, &change(1, Kind::Place, name, REGION, Act::Found(place)), CHEN, NOW);
    begun.expect("it can be founded").record
}

fn does(record: &Record, custom: Custom) -> Result<Record, Refusal> {
    let change = change(2, record.kind.clone(), record.id, record.scope, custom.into());
    apply(Some(record), &change, JIANG, NOW + 5).map(|applied| applied.record)
}

fn after(customs: impl IntoIterator<Item = Custom>) -> Record {
    let told =
        customs.into_iter().try_fold(laid(DISTRICT, Level::District), |r, one| does(&r, one));
    told.expect("it can be said")
}

fn read(record: &Record) -> Customs {
    Customs::of(&record.fields)
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn rules(lines: &[&str]) -> Custom {
    Custom::Rules { lines: words(lines) }
}

fn hints(drawer: Category, of: &[&str]) -> Custom {
    Custom::Hints { drawer, words: words(of) }
}

fn drawers(drawers: &[Category]) -> Custom {
    Custom::Drawers { drawers: drawers.to_vec() }
}

fn part(topic: Topic, minutes: u32) -> Part {
    Part { topic, name: None, minutes }
}

fn short() -> Vec<Part> {
    vec![part(Topic::Opening, 2), part(Topic::Villagers, 30), part(Topic::Tasks, 5)]
}

fn agenda(mode: Mode, parts: Vec<Part>) -> Custom {
    Custom::Agenda { mode, parts }
}

#[test]
fn a_district_that_has_said_nothing_goes_by_the_products_own() {
    let none = read(&laid(DISTRICT, Level::District));
    assert_eq!(none, Customs::default());
    for mode in [Mode::A, Mode::B] {
        assert_eq!(none.agenda(mode), template(mode));
        assert!(none.own_agenda(mode).is_empty());
    }
    assert_eq!((none.drawers(), none.all_offered()), (Category::ALL.to_vec(), true));
    assert!(none.rules().is_empty() && !none.teaches() && none.hand(&["rules"]).is_none());
}

#[test]
fn each_mode_has_its_own_agenda_and_the_last_word_stands() {
    let long = template(Mode::A);
    let said = after([agenda(Mode::B, long), agenda(Mode::B, short())]);
    let said = read(&said);
    assert_eq!((said.agenda(Mode::B), said.agenda(Mode::A)), (short(), template(Mode::A)));
    let hand = said.hand(&["agenda_b", "agenda_a"]).expect("somebody wrote it");
    assert_eq!((hand.by, hand.at), (JIANG, NOW + 5));
}

#[test]
fn an_agenda_has_the_bounds_of_a_sessions() {
    let district = laid(DISTRICT, Level::District);
    let refused = |parts| does(&district, agenda(Mode::A, parts)).err();
    let field = |field: &str| Some(Refusal::WrongValue { field: field.into() });
    assert_eq!(refused(vec![part(Topic::Facts, 0)]), field("minutes"));
    assert_eq!(refused(vec![part(Topic::Facts, 241)]), field("minutes"));
    assert_eq!(refused(vec![part(Topic::Facts, 5); 21]), field("agenda"));
    assert_eq!(refused(vec![part(Topic::Other, 5)]), Some(Refusal::Empty { field: "name".into() }));
}

#[test]
fn what_says_nothing_goes_back_and_leaves_only_whose_hand_it_was() {
    let said = after([
        agenda(Mode::A, short()),
        rules(&["先举手"]),
        drawers(&[Category::Road]),
        hints(Category::Road, &["便道"]),
        agenda(Mode::A, Vec::new()),
        rules(&[]),
        drawers(&Category::ALL),
        hints(Category::Road, &[]),
    ]);
    let read = read(&said);
    for field in ["agenda_a", "rules", "drawers", "hints"] {
        assert!(!said.fields.contains_key(field), "{field}");
        assert!(read.hand(&[field]).is_some(), "{field}");
    }
    assert_eq!(read.agenda(Mode::A), template(Mode::A));
}

#[test]
fn a_card_has_nine_lines_at_most_and_each_is_short_enough_to_be_read_out() {
    let district = laid(DISTRICT, Level::District);
    let nine: Vec<String> = (0..RULES).map(|n| format!("第 {n} 条")).collect();
    assert_eq!(read(&after([Custom::Rules { lines: nine.clone() }])).rules(), nine);
    let ten = [nine, words(&["第十条"])].concat();
    let refused = does(&district, Custom::Rules { lines: ten });
    assert_eq!(refused, Err(Refusal::TooMany { field: "rules".into(), max: RULES }));
    let long = "长".repeat(RULE + 1);
    let refused = does(&district, rules(&[&long]));
    assert_eq!(refused, Err(Refusal::TooLong { field: "rules".into(), max: RULE }));
    assert_eq!(does(&district, rules(&[" "])), Err(Refusal::Empty { field: "rules".into() }));
    assert_eq!(read(&after([rules(&[" 先举手 ", "先举手"])])).rules(), ["先举手"]);
}

#[test]
fn a_drawer_that_was_set_aside_is_not_offered_and_keeps_what_lies_in_it() {
    use Category::{Economy, Living, Road};
    let said = read(&after([drawers(&[Road, Living])]));
    assert_eq!(said.drawers(), [Road, Living]);
    assert!(said.offers(Living) && !said.offers(Economy) && !said.all_offered());
    assert_eq!(said.drawers_with(Some(Economy)), [Road, Living, Economy]);
    assert_eq!(said.drawers_with(Some(Road)), [Road, Living]);
    let district = laid(DISTRICT, Level::District);
    let twice = does(&district, drawers(&[Road, Road]));
    assert_eq!(twice, Err(Refusal::WrongValue { field: "drawers".into() }));
}

#[test]
fn the_districts_own_words_guess_with_the_products() {
    use Category::{Care, Economy, Field, Living, Road};
    let guess = |said: &Customs, words| said.guess(words).map(|(of, word)| (of, word.to_owned()));
    let of = |drawer, word: &str| Some((drawer, word.to_owned()));
    let none = Customs::default();
    assert_eq!(guess(&none, "竹山上的路灯"), of(Economy, "竹"));
    let said = read(&after([hints(Care, &["竹山", "路灯"]), hints(Road, &["山上"])]));
    // what was said first, and of two that begin there the longer
    assert_eq!(guess(&said, "竹山上的路灯"), of(Care, "竹山"));
    assert_eq!(guess(&said, "卖竹子"), of(Economy, "竹"));
    // of two alike the district's
    assert_eq!(guess(&none, "路灯坏了"), of(Living, "路灯"));
    assert_eq!(guess(&said, "路灯坏了"), of(Care, "路灯"));
    assert_eq!(guess(&said, "渠在山上"), of(Field, "渠"));
    assert_eq!(guess(&said, "大家好"), None);
}

#[test]
fn nothing_is_guessed_into_a_drawer_that_was_set_aside() {
    use Category::{Economy, Living, Road};
    let said = read(&after([drawers(&[Economy, Road]), hints(Living, &["歇脚"])]));
    assert_eq!(said.guess("路灯坏了，竹子卖不掉"), Some((Economy, "竹")));
    assert_eq!(said.guess("歇脚亭"), None);
    assert_eq!((said.sort("歇脚亭"), said.sort("会车难")), (Economy, Road));
    assert_eq!(Customs::default().sort("歇脚亭"), Living);
}

#[test]
fn a_word_means_the_drawer_it_was_taught_last() {
    use Category::{Living, Road};
    let said = read(&after([hints(Road, &["便道", "亭子"]), hints(Living, &["亭子"])]));
    assert_eq!(
        (said.hints(Road), said.hints(Living)),
        (&words(&["便道"])[..], &words(&["亭子"])[..])
    );
    let district = laid(DISTRICT, Level::District);
    let many: Vec<String> = (0..=HINTS).map(|n| format!("话{n}")).collect();
    let refused = does(&district, Custom::Hints { drawer: Road, words: many });
    assert_eq!(refused, Err(Refusal::TooMany { field: "hints".into(), max: HINTS }));
    let refused = does(&district, hints(Road, &[&"长".repeat(HINT + 1)]));
    assert_eq!(refused, Err(Refusal::TooLong { field: "hints".into(), max: HINT }));
}

#[test]
fn only_the_districts_own_place_has_customs() {
    // what stands on the map by other ways than being founded, too
    for (name, level) in [(id(2), "town"), (id(1), "village"), (id(3), "district")] {
        let mut place = Record { id: name, ..laid(DISTRICT, Level::District) };
        place.fields.insert("level".to_owned(), level.into());
        assert_eq!(does(&place, rules(&["先举手"])), Err(Refusal::WrongKind));
    }
    // a record that says it is one, where no region is
    let village = Scope::Village(DISTRICT);
    let elsewhere = Record { scope: village, ..laid(DISTRICT, Level::District) };
    assert_eq!(does(&elsewhere, rules(&["先举手"])), Err(Refusal::WrongKind));
}

#[test]
fn what_a_newer_version_keeps_is_refused_as_unknown() {
    let act = Act::Custom { says: serde_json::json!({"of": "songs", "lines": ["山歌"]}) };
    let change = change(2, Kind::Place, DISTRICT, REGION, act);
    let told = apply(Some(&laid(DISTRICT, Level::District)), &change, JIANG, NOW);
    assert_eq!(told.map(|applied| applied.record), Err(Refusal::UnknownAct));
    // a field more is passed by
    let act =
        Act::Custom { says: serde_json::json!({"of": "rules", "lines": ["先举手"], "tune": 3}) };
    let change = crate::cast::change(2, Kind::Place, DISTRICT, REGION, act);
    let told = apply(Some(&laid(DISTRICT, Level::District)), &change, JIANG, NOW);
    assert_eq!(told.map(|applied| read(&applied.record).rules().to_vec()), Ok(words(&["先举手"])));
}

#[test]
fn only_the_regions_office_keeps_them() {
    let district = laid(DISTRICT, Level::District);
    let ask = change(2, Kind::Place, DISTRICT, REGION, rules(&["先举手"]).into());
    let asks = |held: &[(Role, Scope)]| may(&who(CHEN, held), &ask, Some(&district));
    assert_eq!(asks(&[(Role::Office, REGION)]), Ok(()));
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Office) {
        let refused = asks(&[(role, REGION), (Role::Office, Scope::Village(id(1)))]);
        assert_eq!(refused, Err(Refusal::NotYourPart { needs: vec![Role::Office] }), "{role:?}");
    }
    assert_eq!(asks(&[(Role::Office, Scope::Region(id(8)))]), Err(Refusal::NotAMember));
}

#[test]
fn what_a_newer_version_wrote_and_this_one_does_not_know_is_as_if_unsaid() {
    let mut record = after([rules(&["先举手"]), drawers(&[Category::Road])]);
    record.fields.insert("drawers".into(), vec!["road", "harbour"].into());
    record.fields.insert("agenda_b".into(), "by heart".into());
    let said = read(&record);
    assert_eq!((said.drawers(), said.rules()), (Category::ALL.to_vec(), &words(&["先举手"])[..]));
    assert_eq!(said.agenda(Mode::B), template(Mode::B));
}
