//! Every address of the server, asked by everybody: one table to read. A row that is missing fails, and so does a door
//! that opens to somebody else than the table says.

use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::place::Person;
use domain::{Act, Id, Kind, Scope};
use serde_json::{Value, json};
use server::sync::now;
use sqlx::PgPool;

use crate::editions::founded;
use crate::evening::{Crew, V};
use crate::phone::Phone;
use crate::village::{CHEN, LI, REGION, SHANGFENG, SHI, STRANGER, WANG};

/// Columns: somebody without a cookie, a device that was sent away, a recorder of another village; then of 上枫村 its
/// representative, recorder, supervisor and secretary; the district's office.
const TABLE: &str = "\
GET   /                                200 200 200 200 200 200 200 200
POST  /api/v1/audit                    401 401 403 403 403 200 403 200
POST  /api/v1/burden                   401 401 400 400 400 400 400 400
GET   /api/v1/burden/sums              401 401 403 403 403 200 403 200
POST  /api/v1/calendars/close          401 401 400 400 400 400 400 400
GET   /api/v1/calendars/{place}        401 401 403 403 200 403 200 200
POST  /api/v1/calendars/{place}        401 401 403 403 200 403 200 200
GET   /api/v1/devices                  401 401 200 200 200 200 200 200
POST  /api/v1/devices/revoke           401 401 404 404 404 404 404 404
GET   /api/v1/digest                   401 401 200 200 200 200 200 200
GET   /api/v1/district/{region}/asked  401 401 403 403 403 403 403 200
GET   /api/v1/district/{region}/doubles 401 401 403 403 403 403 403 200
POST  /api/v1/district/{region}/doubles/asunder 401 401 403 403 403 403 403 404
GET   /api/v1/district/{region}/doubles/{one}/{other} 401 401 403 403 403 403 403 404
GET   /api/v1/district/{region}/figures 401 401 403 403 403 403 403 200
GET   /api/v1/district/{region}/figures/{figure}/rows 401 401 403 403 403 403 403 200
GET   /api/v1/district/{region}/matches 401 401 403 403 403 403 400 400
GET   /api/v1/district/{region}/needs  401 401 403 403 403 403 403 200
GET   /api/v1/district/{region}/report/{period} 401 401 403 403 403 403 403 200
GET   /api/v1/district/{region}/roster 401 401 403 403 403 403 403 200
POST  /api/v1/district/{region}/sheets 401 401 403 403 403 403 403 400
GET   /api/v1/district/{region}/waits  401 401 403 403 403 403 403 200
POST  /api/v1/erase                    401 401 403 403 403 403 403 404
POST  /api/v1/erase/look               401 401 403 403 403 403 403 200
POST  /api/v1/export                   401 401 403 403 403 403 403 200
POST  /api/v1/invites/look             400 400 400 400 400 400 400 400
POST  /api/v1/invites/redeem           400 400 400 400 400 400 400 400
GET   /api/v1/me                       401 401 200 200 200 200 200 200
POST  /api/v1/pairing                  401 401 200 200 200 200 200 200
POST  /api/v1/pairing/enter            400 400 400 400 400 400 400 400
GET   /api/v1/passkeys                 401 401 200 200 200 200 200 200
POST  /api/v1/passkeys/add             401 401 400 400 400 400 400 400
POST  /api/v1/passkeys/ask             200 200 200 200 200 200 200 200
POST  /api/v1/passkeys/begin           401 401 200 200 200 200 200 200
POST  /api/v1/passkeys/enter           400 400 400 400 400 400 400 400
POST  /api/v1/passkeys/remove          401 401 200 200 200 200 200 200
GET   /api/v1/password                 401 401 200 200 200 200 200 200
POST  /api/v1/password                 401 401 400 400 400 400 400 400
POST  /api/v1/password/enter           400 400 400 400 400 400 400 400
POST  /api/v1/password/remove          401 401 200 200 200 200 200 200
POST  /api/v1/past                     401 401 404 404 200 200 200 200
POST  /api/v1/people/grant             401 401 403 403 200 403 200 200
POST  /api/v1/people/invite            401 401 403 403 200 403 200 200
POST  /api/v1/people/take-back         401 401 404 404 404 404 404 404
POST  /api/v1/people/withdraw          401 401 403 403 200 403 200 200
GET   /api/v1/people/{place}           401 401 403 403 200 403 200 200
GET   /api/v1/photos/{id}              401 401 404 404 200 200 200 200
HEAD  /api/v1/photos/{id}              401 401 404 404 204 404 404 404
PATCH /api/v1/photos/{id}              401 401 404 404 409 404 404 404
GET   /api/v1/ping                     200 200 200 200 200 200 200 200
POST  /api/v1/pull                     401 401 200 200 200 200 200 200
POST  /api/v1/push                     401 401 200 200 200 200 200 200
GET   /api/v1/still/{word}             401 401 200 200 200 200 200 200
GET   /ask                             200 200 200 200 200 200 200 200
POST  /ask                             404 404 404 404 404 404 404 404
GET   /brief/{secret}                  404 404 404 404 404 404 404 404
POST  /brief/{secret}                  404 404 404 404 404 404 404 404
GET   /calendar/{secret}               404 404 404 404 404 404 404 404
GET   /complain                        200 200 200 200 200 200 200 200
POST  /complain                        422 422 422 422 422 422 422 422
GET   /health                          200 200 200 200 200 200 200 200
GET   /open/{region}                   200 200 200 200 200 200 200 200
GET   /papers/district/{region}/archive.tar 401 401 403 403 403 403 403 200
GET   /papers/district/{region}/{report} 401 401 403 403 403 403 403 200
GET   /papers/{session}/{paper}        401 401 404 200 200 200 200 200
GET   /policy                          200 200 200 200 200 200 200 200
GET   /public.css                      200 200 200 200 200 200 200 200
GET   /raise                           303 303 303 303 303 303 303 303
GET   /raise/{village}                 200 200 200 200 200 200 200 200
POST  /raise/{village}                 400 400 400 400 400 400 400 400
GET   /raise/{village}/sheet           200 200 200 200 200 200 200 200
GET   /rate/{secret}                   404 404 404 404 404 404 404 404
POST  /rate/{secret}                   404 404 404 404 404 404 404 404
GET   /s/{code}                        200 200 200 200 200 200 200 200
GET   /s/{code}/rate/{action}          404 404 404 404 404 404 404 404
POST  /s/{code}/rate/{action}          404 404 404 404 404 404 404 404
GET   /t/{issue}                       200 200 200 200 200 200 200 200
GET   /verify                          200 200 200 200 200 200 200 200
GET   /verify/{code}                   200 200 200 200 200 200 200 200
";

/// What a door is asked with.
struct Things {
    /// A lead that only cadres read, its picture, and somebody of the directory.
    lead: Id,
    photo: Id,
    somebody: Id,
    session: Id,
    posted: Id,
    code: String,
}

impl Things {
    fn path(&self, path: &str) -> String {
        path.replace("/open/{region}", &format!("/open/{REGION}.zip"))
            .replace("{region}", &REGION.to_string())
            .replace("{report}", "2026.docx")
            .replace("{period}", "2026-Q3")
            .replace("{session}", &self.session.to_string())
            .replace("{paper}", "session.ics")
            .replace("{id}", &self.photo.to_string())
            .replace("{place}", &SHANGFENG.to_string())
            .replace("{region}", &REGION.to_string())
            .replace("{village}", &SHANGFENG.to_string())
            .replace("{region}", &REGION.to_string())
            .replace("{issue}", &self.posted.to_string())
            .replace("{action}", &self.lead.to_string())
            .replace("{code}", &self.code)
            .replace("{secret}", &"k".repeat(24))
            .replace("{word}", "0000000000000000")
            .replace("{region}", &REGION.to_string())
            .replace("{figure}", "issues")
            .replace("{one}", &self.somebody.to_string())
            .replace("{other}", &self.somebody.to_string())
    }

    /// What is sent to a door: as little as it takes, and nothing that changes who may what.
    fn body(&self, path: &str) -> Value {
        let (proto, build, client) = (1, "test", Id::now_v7());
        match path {
            "/api/v1/push" => {
                json!({ "proto": proto, "build": build, "client": client, "sent_at": now(), "changes": [] })
            }
            "/api/v1/pull" => {
                json!({ "proto": proto, "build": build, "client": client, "cursors": {} })
            }
            "/api/v1/past" => json!({ "record": self.lead }),
            "/api/v1/devices/revoke" => json!({ "device": self.lead }),
            // without the name nobody is erased, not even by whoever may
            "/api/v1/export" | "/api/v1/erase/look" | "/api/v1/erase" => {
                json!({ "person": self.somebody })
            }
            "/api/v1/people/grant" | "/api/v1/people/withdraw" | "/api/v1/people/invite" => {
                json!({ "person": self.somebody, "place": SHANGFENG, "role": "villager" })
            }
            "/api/v1/people/take-back" => json!({ "invite": self.lead }),
            "/api/v1/district/{region}/doubles/asunder" => {
                json!({ "one": self.somebody, "other": self.somebody })
            }
            "/api/v1/password" => json!({ "login": "某人", "password": "short" }),
            "/api/v1/burden" => json!({ "day": 0, "sums": [] }),
            "/api/v1/passkeys/remove" => json!({ "passkey": self.lead, "id": self.lead }),
            _ => json!({}),
        }
    }
}

async fn things(crew: &mut Crew) -> Things {
    founded(crew).await;
    let evening = crew.planned("先干哪三件").await;
    let (_, seal) = crate::verify::sealed(crew, "上一回").await;
    let lead = crew.chen.raise_in(Scope::Draft(SHANGFENG), "还没人看过");
    let posted = crew.chen.raise("路灯坏了");
    let photo = Id::now_v7();
    let (sha256, mime) = ("0f".repeat(32), "image/jpeg".to_owned());
    let attach = Act::Attach { issue: lead.id, sha256, bytes: 3, mime };
    let attach = crew.chen.change(Kind::Photo, photo, Scope::Draft(SHANGFENG), attach);
    crew.writes(&[lead.clone(), posted.clone(), attach]).await;
    for laid in [
        "insert into photo (id, mime) select id, 'image/jpeg' from record where kind = 'photo'",
        "insert into photo_piece (photo, at, bytes) select id, 0, 'abc' from photo",
        "update record set fields = fields || '{\"standing\": \"posted\"}' where kind = 'issue' and scope like 'v:%'",
        // the region itself is on the map
        "insert into record (scope, ver, kind, id, rev, at, fields)
         select 'g:' || id, 1, 'place', id::uuid, 1, 0, '{\"name\": \"区\", \"level\": \"district\"}'
         from (values ('00000000-0000-0000-0000-000000000001')) region (id)",
    ] {
        sqlx::query(laid).execute(crew.village.pool()).await.unwrap();
    }
    let mut li = crew.village.phone(LI).await;
    let person = Person { name: "张三".into(), note: None, group: None, role: None };
    let change = li.change(Kind::Person, Id::now_v7(), V, Act::Introduce(person));
    assert_eq!(li.push(std::slice::from_ref(&change)).await, "ok\n");
    let (session, posted) = (evening.id, posted.id);
    let code = seal.code;
    Things { lead: lead.id, photo, somebody: change.id, session, posted, code }
}

/// Every address, by method, as the server's own sources write it down.
fn doors() -> Vec<(Method, String)> {
    let sources = [
        ("/api/v1", include_str!("../../src/http.rs")),
        ("/api/v1/district", include_str!("../../src/office.rs")),
        ("", include_str!("../../src/pages.rs")),
        ("", include_str!("../../src/printing.rs")),
        ("", include_str!("../../src/open.rs")),
    ];
    let mut doors = Vec::new();
    for (nest, source) in sources {
        for route in source.split(".route(").skip(1) {
            let path = route.split('"').nth(1).unwrap();
            let rest = route.split_once(',').unwrap().1;
            let rest = rest.split(".route(").next().unwrap().lines().take(3).collect::<String>();
            let nest = if path == "/health" { "" } else { nest };
            for method in [Method::GET, Method::HEAD, Method::POST, Method::PATCH] {
                if rest.contains(&format!("{}(", method.as_str().to_lowercase())) {
                    doors.push((method, format!("{nest}{path}")));
                }
            }
        }
    }
    doors.sort_by(|a, b| (&a.1, a.0.as_str()).cmp(&(&b.1, b.0.as_str())));
    doors
}

async fn ask(crew: &Crew, cookie: &str, method: &Method, path: &str, body: &Value) -> u16 {
    let page = !path.starts_with("/api");
    let kind = if page { "application/x-www-form-urlencoded" } else { "application/json" };
    let sent = match *method {
        Method::POST if page => Body::from("words=&lang=zh-CN"),
        Method::POST => Body::from(body.to_string()),
        Method::PATCH => Body::from("abc"),
        _ => Body::empty(),
    };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, kind)
        .header(header::COOKIE, cookie)
        .header("upload-offset", "0");
    crew.village.send(request.body(sent).unwrap()).await.status.as_u16()
}

#[sqlx::test]
async fn every_door_opens_to_whom_the_table_says(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let things = things(&mut crew).await;
    let mut gone: Phone = crew.village.phone(CHEN).await;
    gone.post("/api/v1/sign-out", &json!({})).await;
    let mut cookies = vec![String::new(), std::mem::take(&mut gone.cookie)];
    for person in [STRANGER, WANG, CHEN, crate::evening::WU, SHI, LI] {
        cookies.push(crew.village.phone(person).await.cookie);
    }
    let mut table = String::new();
    for (method, door) in doors() {
        let path = things.path(&door);
        // these end what they are asked with, and stand in stories of their own; the stream of knocks has no end
        if matches!(&*door, "/api/v1/sign-out" | "/api/v1/devices/not-me" | "/api/v1/poke") {
            continue;
        }
        let body = things.body(&door);
        let mut told = Vec::new();
        for cookie in &cookies {
            told.push(ask(&crew, cookie, &method, &path, &body).await.to_string());
        }
        table += &format!("{:<6}{door:<32} {}\n", method.as_str(), told.join(" "));
    }
    assert!(table == TABLE, "the doors open otherwise:\n{table}");
}
