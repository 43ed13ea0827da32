//! Every deed has a sentence of its own, in both languages.

use std::collections::BTreeSet;

use domain::{Act, Form, form, ledger::Line};
use words::Lang;

/// Acts as they are frozen, one a line.
const ACTS: [&str; 4] = [
    include_str!("../../domain/tests/frozen/acts.json"),
    include_str!("../../domain/tests/frozen/session_acts.json"),
    include_str!("../../domain/tests/frozen/follow_acts.json"),
    include_str!("../../domain/tests/frozen/plan_acts.json"),
];

fn line(deed: &str, act: Option<&str>) -> Line {
    let act = act.map(str::to_owned);
    let (device, about, kind, code) = (None, None, Some("seat".to_owned()), None);
    Line {
        id: 1,
        at: 0,
        person: None,
        device,
        deed: deed.into(),
        act,
        about,
        kind,
        number: 0,
        code,
    }
}

#[test]
fn every_act_is_told_in_words_of_its_own() {
    let mut words = BTreeSet::new();
    for text in ACTS.iter().flat_map(|acts| acts.lines()) {
        let Ok(act) = form::parse::<Act>(text) else { continue };
        let form = act.form();
        let word = ["step", "move", "entry", "do"].iter().find_map(|tag| form.get(tag)?.as_str());
        words.extend(word.map(str::to_owned));
    }
    assert!(words.len() > 60, "{words:?}");
    let mut plain = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        let told =
            |act: Option<&str>| lang.words().deed(&line("accepted", act), &|_| String::new());
        let nothing = told(None);
        plain.extend(
            words
                .iter()
                .filter(|word| told(Some(word)) == nothing)
                .map(|word| (lang, word.clone())),
        );
        assert!(words.iter().all(|word| !told(Some(word)).contains("{}")));
    }
    assert!(plain.is_empty(), "no sentence for {plain:?}");
}

#[test]
fn a_field_that_was_changed_is_named() {
    let title =
        Line { kind: Some("issue".into()), number: 3, ..line("accepted", Some("edit title")) };
    assert_eq!(Lang::Zh.words().deed(&title, &|_| String::new()), "改了第 3 号议题的标题");
    assert_eq!(Lang::En.words().deed(&title, &|_| String::new()), "changed issue no. 3: Heading");
    let raise = Line { kind: Some("issue".into()), number: 3, ..line("accepted", Some("raise")) };
    assert_eq!(Lang::Zh.words().deed(&raise, &|_| String::new()), "提了第 3 号议题");
    let hand = line("accepted", Some("raise"));
    assert_eq!(Lang::Zh.words().deed(&hand, &|_| String::new()), "在一个座位举手或放下");
    assert_eq!(Lang::Zh.words().phone_called("Android · Chrome"), "安卓 Chrome");
    assert_eq!(Lang::Zh.words().why_not("frozen"), "已经定稿");
    assert_eq!(Lang::Zh.words().why_not("some_new_code"), "规则不许");
}
