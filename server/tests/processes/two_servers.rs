//! Two servers over one database.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use domain::act::Raise;
use domain::sync::PROTO;
use domain::{Act, Category, Change, Form, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::{invite, member};
use server::sync::now;
use sqlx::PgPool;

use crate::server::{Data, Server, bandeng, said};

const VILLAGE: Scope = Scope::Village(Id::from_u128(0x10));
const WANG: Id = Id::from_u128(0xa3);

/// The address of the story's own database.
pub(crate) fn url(pool: &PgPool) -> String {
    let cluster = std::env::var("DATABASE_URL").unwrap();
    let name = pool.connect_options().get_database().unwrap().to_owned();
    let (before, parameters) = cluster.split_once('?').unwrap_or((&cluster, ""));
    let (server, _) = before.rsplit_once('/').unwrap();
    format!("{server}/{name}?{parameters}")
}

/// Somebody of the village, signed in at a server: the cookie.
async fn sign_in(pool: &PgPool, server: &Server) -> String {
    let mut tx = pool.begin().await.unwrap();
    member::enrol(&mut tx, WANG).await.unwrap();
    member::grant(&mut tx, WANG, Role::Representative, VILLAGE).await.unwrap();
    tx.commit().await.unwrap();
    let code = invite::mint(pool, WANG, None).await.unwrap();
    let body = json!({ "code": code.reveal() }).to_string();
    let answer = server.post("/api/v1/invites/redeem", "", &body);
    let (_, cookie) = answer.split_once("set-cookie: ").expect("a session");
    cookie.split(';').next().unwrap().to_owned()
}

/// The push of one issue, by a phone that is new each time.
fn raised(words: &str) -> String {
    let raise = Raise {
        words: words.to_owned(),
        title: None,
        title_en: None,
        village: VILLAGE.owner(),
        category: Category::Road,
        group: None,
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: None,
    };
    let (uuid, id, at) = (Id::now_v7(), Id::now_v7(), now());
    let (kind, scope, act) = (Kind::Issue, VILLAGE, Act::Raise(raise));
    let change = Change { uuid, seq: 1, at, kind, id, scope, act, made_on: None };
    json!({ "proto": PROTO, "build": "test", "client": Id::now_v7(), "sent_at": at,
            "changes": [change.form()] })
    .to_string()
}

/// The events of an open stream, as they come.
fn events(stream: TcpStream) -> Receiver<String> {
    let (told, events) = mpsc::channel();
    std::thread::spawn(move || {
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        for line in lines.filter(|line| line.starts_with("data:")) {
            if told.send(line).is_err() {
                return;
            }
        }
    });
    events
}

#[sqlx::test(migrations = "./migrations")]
async fn what_is_pushed_to_one_server_wakes_the_phones_of_the_other(pool: PgPool) {
    let (data, url) = (Data::new("two"), url(&pool));
    let (one, other) =
        (Server::share(&data.0, &url, "shared"), Server::share(&data.0, &url, "shared"));
    // whoever writes is not knocked at: it is another device that listens
    let (cookie, listens) = (sign_in(&pool, &one).await, sign_in(&pool, &other).await);
    let events = events(other.ask("GET", "/api/v1/poke", &listens, ""));
    let soon = Duration::from_secs(10);
    // the first event is how far each scope is: from here on the stream hears what is new
    assert!(events.recv_timeout(soon).unwrap().contains(&format!("[\"{VILLAGE}\",0]")));
    for ver in 1..=3 {
        let answer = one.post("/api/v1/push", &cookie, &raised(&"井干了。".repeat(200)));
        assert!(answer.contains("\"r\":\"ok\""), "{answer}");
        let news = format!("data: [[\"{VILLAGE}\",{ver}]]");
        // a server that has just begun to listen may say once more how far each scope is
        while events.recv_timeout(soon).expect("the other server was not told") != news {}
    }
    // what is little is brought whole, whichever server it was sent to
    one.post("/api/v1/push", &cookie, &raised("井干了"));
    let brought = |event: String| !event.starts_with("data: [");
    while !brought(events.recv_timeout(soon).expect("the other server was not told")) {}
}

#[sqlx::test(migrations = "./migrations")]
async fn a_second_server_that_is_not_told_the_epoch_does_not_start(pool: PgPool) {
    let (data, other, url) = (Data::new("told"), Data::new("untold"), url(&pool));
    let first = Server::share(&data.0, &url, "shared");
    let second = bandeng(&other.0).env("DATABASE_URL", &url).output().unwrap();
    assert!(!second.status.success());
    assert!(said(&second).contains("BANDENG_EPOCH"), "{}", said(&second));
    assert!(first.stop());
}
