//! The public edition names nobody who did not consent, and gives no telephone away, whatever was said on the bench.

use domain::{
    Form, Role,
    session::edition::{Edition, Quote},
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

/// Names that begin alike, stand in one another, or are of another alphabet.
const NAMES: [&str; 9] =
    ["陈素", "陈素琴", "素琴", "吴国良", "国良", "施建林", "王彩娣", "Hill", "老王２"];
/// Telephones, as people write them.
const TELEPHONES: [&str; 14] = [
    "13800000000",
    "138 0000 0000",
    "138-0000-0000",
    "１３８００００００００",
    "138 ０000　0000",
    "0574-88881234",
    "(0574) 8888-1234",
    "（0574）88881234",
    "+86 138 0000 0000",
    "138.0000.0000",
    "138·0000·0000",
    "138—0000—0000",
    "13 80 00 00 00 0",
    "138\u{200b}0000\u{feff}0000",
];
/// What has digits and is no telephone.
const FIGURES: [&str; 12] = [
    "2026-11-30",
    "2026 11 30",
    "2026.1.5",
    "2026-2027",
    "2026年11月30日 19:00",
    "620 米",
    "3.5 米宽",
    "62 万元",
    "1200000 元",
    "第 12 户、13 户、14 户",
    "2026-11-30 19 点",
    "123456",
];

fn role(role: Role) -> String {
    format!("〔{}〕", role.as_str())
}

/// A text of the field with names, telephones and figures in it.
fn text() -> impl Strategy<Value = Vec<String>> {
    let words = ["，", "说", "路灯", "的", "\n", "电话", "找", " ", "打给", "。"];
    let some = |from: &[&'static str]| select(from.to_vec()).prop_map(str::to_owned);
    let part = prop_oneof![
        3 => some(&words),
        2 => some(&NAMES),
        // set apart from other figures, as in a sentence
        1 => some(&TELEPHONES).prop_map(|number| format!("，{number}，")),
        1 => some(&FIGURES).prop_map(|figure| format!("；{figure}；")),
    ];
    vec(part, 1..12)
}

#[derive(Clone, Debug)]
struct Drawn {
    texts: Vec<Vec<String>>,
    named: Vec<bool>,
    others: usize,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (vec(text(), 16), vec(any::<bool>(), 4), 0..NAMES.len())
        .prop_map(|(texts, named, others)| Drawn { texts, named, others })
}

/// An evening on which the first `NAMES.len() - others` sit, the others being of the directory.
fn content(drawn: &Drawn) -> Value {
    let told: Vec<String> = drawn.texts.iter().map(|text| text.concat()).collect();
    let sit = &NAMES[drawn.others..];
    let seat = |(at, name): (usize, &&str)| {
        let role = Role::ALL[at % Role::ALL.len()];
        json!({"name": name, "role": role.as_str(), "label": told[at % 16], "group": told[(at + 1) % 16],
            "order": at, "remote": at == 3, "present": true})
    };
    let seats: Vec<Value> = sit.iter().enumerate().map(seat).collect();
    let said = |(at, named): (usize, &bool)| {
        let dissent = if at == 0 { "dissent" } else { "opinion" };
        json!({"seat": at % sit.len(), "sort": dissent, "words": told[at], "against": told[at + 4], "part": 0,
            "check": "confirmed", "named": named})
    };
    let said: Vec<Value> = drawn.named.iter().enumerate().map(said).collect();
    json!({
        "title": told[8], "mode": "b", "on": 5, "where": told[9], "facts": [told[10], told[11]],
        "agenda": [{"topic": "other", "name": told[12], "minutes": 5}], "seats": seats, "statements": said,
        "consensus": [told[13]], "counts": [{"words": told[14], "asked_at": 5, "yes": 3}],
        "actions": [{"what": told[15], "owner": told[0], "due": 5}, {"what": null, "owner": told[1], "due": null}],
    })
}

/// All texts of an edition, each with the name that may stand in it.
fn texts(edition: &Edition) -> Vec<(Option<String>, String)> {
    let mut all = vec![edition.title.clone()];
    all.extend(edition.place.clone());
    all.extend(edition.agenda.iter().filter_map(|part| part.name.clone()));
    all.extend(edition.facts.iter().chain(&edition.consensus).cloned());
    all.extend(edition.counts.iter().map(|count| count.words.clone()));
    all.extend(edition.tasks.iter().flat_map(|task| [task.what.clone(), task.owner.clone()]));
    let mut all: Vec<(Option<String>, String)> = all.into_iter().map(|text| (None, text)).collect();
    let quote = |Quote { speaker, words, against, .. }: &Quote| {
        let name = speaker.as_ref().and_then(|speaker| speaker.name.clone());
        let beside = speaker.clone().into_iter().flat_map(|s| [s.label, s.group]);
        let texts = beside.chain([Some(words.clone()), against.clone()]).flatten();
        texts.map(|text| (name.clone(), text)).collect::<Vec<_>>()
    };
    all.extend(edition.quotes.iter().chain(&edition.dissent).flat_map(quote));
    all
}

/// The longest run of digits, whatever stands between them that no word is made of.
fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        match c {
            c if c.is_numeric() => run += 1,
            c if c.is_alphabetic() || "，；。、\n".contains(c) => run = 0,
            _ => {}
        }
        longest = longest.max(run);
    }
    longest
}

proptest! {
    #[test]
    fn no_text_names_anybody_who_did_not_consent(drawn in drawn()) {
        let others: Vec<String> = NAMES[..drawn.others].iter().map(|name| (*name).to_owned()).collect();
        let edition = Edition::of(&content(&drawn), &others, &role).expect("it is a session's");
        for (may_stand, text) in texts(&edition) {
            for name in NAMES.map(|name| name.replace('２', "2")) {
                // its own speaker's name may stand, and what is part of it; not a longer name around it
                let own = may_stand.as_ref().map(|own| own.replace('２', "2"));
                let own = own.filter(|own| *own == name || !name.contains(own.as_str()));
                let stripped = own.map_or(text.clone(), |own| text.replace(&own, "|"));
                prop_assert!(!stripped.contains(&name), "{name} in {text} of {may_stand:?}");
            }
        }
    }

    #[test]
    fn no_text_gives_a_telephone_away(drawn in drawn()) {
        let edition = Edition::of(&content(&drawn), &[], &role).expect("it is a session's");
        let figures: Vec<String> = FIGURES.iter().map(|figure| (*figure).to_owned()).collect();
        for (_, mut text) in texts(&edition) {
            figures.iter().for_each(|figure| text = text.replace(figure.as_str(), ""));
            prop_assert!(longest_run(&text) < 7, "{text}");
        }
    }

    #[test]
    fn what_names_nobody_stays_word_for_word(words in vec(select(FIGURES.to_vec()), 1..4)) {
        let text = words.join("，");
        let content = json!({"title": text, "mode": "b", "on": null, "where": null});
        let edition = Edition::of(&content, &[], &role).expect("it is a session's");
        let struck = text.replace("1200000 元", "… 元");
        prop_assert_eq!(edition.title, struck);
    }
}

#[test]
fn each_way_of_writing_a_telephone_is_struck() {
    for number in TELEPHONES {
        let title = format!("打 {number} 找老何");
        let content = json!({"title": title, "mode": "b", "on": null, "where": null});
        let edition = Edition::of(&content, &[], &role).expect("it is a session's");
        assert!(longest_run(&edition.title) < 3, "{number}: {}", edition.title);
        assert!(edition.title.ends_with(" 找老何"), "{}", edition.title);
    }
}

#[test]
fn a_name_that_may_stand_stands_whole() {
    let seat = |name: &str| json!({"name": name, "role": "villager", "order": 0, "present": true});
    let said = |at: usize, words: &str| {
        json!({"seat": at, "sort": "opinion", "words": words, "check": "confirmed",
        "named": true, "part": 0})
    };
    let content = json!({"title": "灯", "mode": "b", "on": null, "where": null,
        "seats": [seat("陈素琴"), seat("陈素")],
        "statements": [said(0, "我陈素琴和陈素一起。"), said(1, "我陈素和陈素琴一起。")]});
    let edition = Edition::of(&content, &[], &|_| "村民".into()).expect("it is a session's");
    let words: Vec<&str> = edition.quotes.iter().map(|quote| quote.words.as_str()).collect();
    assert_eq!(words, ["我陈素琴和村民一起。", "我陈素和村民一起。"]);
}

#[test]
fn silence_is_told_of_those_who_were_asked() {
    let said = |seat: Value| json!({"seat": seat, "sort": "opinion", "words": "好", "check": "silent", "part": 0});
    let seat = json!({"name": "陈素琴", "role": "villager", "order": 0});
    let content = json!({"title": "灯", "mode": "b", "on": null, "where": null, "seats": [seat],
        "statements": [said(json!(0)), said(Value::Null), said(json!(7))]});
    let edition = Edition::of(&content, &[], &role).expect("it is a session's");
    let silent: Vec<bool> = edition.quotes.iter().map(|quote| quote.silent).collect();
    assert_eq!(silent, [true, false, false]);
    assert_eq!(
        Role::read(json!("villager")),
        Ok(edition.present[0].0),
        "no roll was called: all count"
    );
}
