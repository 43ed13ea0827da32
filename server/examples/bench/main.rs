//! A phone without a browser, for the bench: the replica that phones run, over a plain connection.
//!
//! `bench HOST:PORT ROWS.json WRITER READER VILLAGE TOKEN…` prints one line of JSON a figure: name, milliseconds, bytes
//! up, bytes down. `bench thin ROWS.json NEAR FAR WRITER READER VILLAGE` does so over a thin line.
//! `end2end/bench/bare.mjs` starts both.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a program that measures prints what it measured, and stops when something is amiss"
)]

mod line;
mod phone;
mod thin;

use std::{env, fs, thread, time::Instant};

use domain::{Act, Category, Id, Kind, Scope, act::Raise, form};
use line::Line;
use phone::Phone;
use serde_json::{Value, json};

fn main() {
    let mut given = env::args().skip(1);
    let mut next = || given.next().expect("address, rows, writer, reader, village, tokens");
    let (address, rows) = (next(), next());
    let rows: Vec<Value> = serde_json::from_str(&fs::read_to_string(rows).unwrap()).unwrap();
    if address == "thin" {
        return thin::thin(&rows, given);
    }
    let [writer, reader] = [next(), next()].map(|signed| signed.split_once('=').map(pair).unwrap());
    let village: Id = next().parse().unwrap();
    let tokens: Vec<String> = given.collect();

    let mut one = Phone::new(writer.0, Line::to(&address, &writer.1));
    let mut other = Phone::new(reader.0, Line::to(&address, &reader.1));
    one.pull();
    other.pull();
    let ids: Vec<Id> = rows.iter().map(|row| id(&row["id"])).collect();
    let acts = rows.iter().zip(&ids).map(|(row, id)| (*id, raise(row, village)));
    one.write(Scope::Village(village), acts.collect());

    figure("push of all records", &mut [&mut one], |phones| phones[0].push());
    let before = other.replica.cursors().clone();
    figure("pull of all records", &mut [&mut other], |phones| phones[0].pull());
    let held =
        |phone: &Phone| ids.iter().filter(|id| phone.replica.view().contains_key(id)).count();
    assert_eq!(held(&other), ids.len(), "all that one wrote has come to the other");
    assert_ne!(before, *other.replica.cursors());
    one.pull();

    one.open(Line::to(&address, &writer.1));
    other.open(Line::to(&address, &reader.1));
    one.write(Scope::Village(village), vec![(ids[7], households(37))]);
    figure("one field edit, up and down", &mut [&mut one, &mut other], |phones| {
        phones[0].send();
        phones[1].hear_knock();
    });
    for phone in [&one, &other] {
        assert_eq!(phone.replica.view()[&ids[7]].fields["households"], json!(37));
    }
    // whoever wrote it is not told twice, and a look finds nothing that was not told
    assert!(one.is_left_alone());
    one.look();
    figure("an idle round", &mut [&mut other], |phones| phones[0].look());

    let told = one.last.clone().expect("a push was sent");
    let before = one.heads();
    one.line.ask("/api/v1/push", &form::text(&told));
    one.pull();
    assert_eq!(before, one.heads(), "a push that comes twice bumps no counter");

    let changed = ids.iter().step_by(20).map(|id| (*id, households(91)));
    one.write(Scope::Village(village), changed.collect());
    one.push();
    figure("30 days away, 5 % changed", &mut [&mut other], |phones| phones[0].pull());
    reconnect(&address, &other, &tokens);
    println!(
        "{}",
        json!({ "up": one.passed().0 + other.passed().0, "down": one.passed().1 + other.passed().1 })
    );
}

/// All phones of the district come back at the same moment, each with all but the last change.
fn reconnect(address: &str, like: &Phone, tokens: &[String]) {
    let body = form::text(&like.replica.pull(phone::BUILD));
    let begun = Instant::now();
    thread::scope(|all| {
        for token in tokens {
            all.spawn(|| Line::to(address, token).ask("/api/v1/pull", &body));
        }
    });
    told("phones reconnecting", begun, (0, 0));
}

fn figure(name: &str, phones: &mut [&mut Phone], act: impl FnOnce(&mut [&mut Phone])) {
    let sum = |phones: &[&mut Phone]| {
        let passed = phones.iter().map(|phone| phone.passed());
        passed.fold((0, 0), |(up, down), more| (up + more.0, down + more.1))
    };
    let (up, down) = sum(phones);
    let begun = Instant::now();
    act(phones);
    let after = sum(phones);
    told(name, begun, (after.0 - up, after.1 - down));
}

fn told(name: &str, begun: Instant, (up, down): (usize, usize)) {
    let ms = begun.elapsed().as_millis();
    println!(
        "{}",
        json!({ "name": name, "ms": u64::try_from(ms).unwrap(), "up": up, "down": down })
    );
}

fn raise(row: &Value, village: Id) -> (Kind, Act) {
    let priority = row["priority"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let raise = Raise {
        words: row["body"].as_str().unwrap().to_owned(),
        title: None,
        title_en: None,
        village,
        category: Category::ALL[priority as usize % Category::ALL.len()],
        group: None,
        households: Some(priority + 1),
        proxy: None,
        named: false,
        received: row["status"] != "open",
        door: None,
    };
    (Kind::Issue, Act::Raise(raise))
}

fn households(to: u32) -> (Kind, Act) {
    let field = "households".to_owned();
    (Kind::Issue, Act::Edit { field, from: Value::Null, to: json!(to) })
}

fn id(text: &Value) -> Id {
    text.as_str().unwrap().parse().unwrap()
}

fn pair((person, token): (&str, &str)) -> (Id, String) {
    (person.parse().unwrap(), token.to_owned())
}
