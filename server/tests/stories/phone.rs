//! A phone as simple as can be: it numbers its changes, keeps its cursors, and tells what it hears
//! in one line a record.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use domain::act::Raise;
use domain::sync::{Cursor, Outcome, PROTO, Pull, PullReply, PushReply};
use domain::{Act, Category, Change, Form, Id, Kind, Record, Scope, Sorted};
use serde_json::{Value, json};
use server::sync::now;

use crate::village::{Answer, SHANGFENG, answer};

pub(crate) struct Phone {
    pub(crate) app: Router,
    pub(crate) person: Id,
    pub(crate) cookie: String,
    pub(crate) client: Id,
    pub(crate) seq: u64,
    pub(crate) epoch: Option<String>,
    pub(crate) cursors: Sorted<Scope, Cursor>,
}

impl Phone {
    pub(crate) fn new(app: Router, person: Id, cookie: String) -> Self {
        let (client, cursors) = (Id::now_v7(), Sorted::new());
        Self { app, person, cookie, client, seq: 0, epoch: None, cursors }
    }

    /// Writes a change down.
    pub(crate) fn change(&mut self, kind: Kind, id: Id, scope: Scope, act: Act) -> Change {
        self.seq += 1;
        Change { uuid: Id::now_v7(), seq: self.seq, at: now(), kind, id, scope, act, made_on: None }
    }

    /// An issue raised in the village.
    pub(crate) fn raise(&mut self, words: &str) -> Change {
        self.raise_in(Scope::Village(SHANGFENG), words)
    }

    pub(crate) fn raise_in(&mut self, scope: Scope, words: &str) -> Change {
        self.change(Kind::Issue, Id::now_v7(), scope, raise(scope.owner(), words))
    }

    /// Any act on an issue of the village.
    pub(crate) fn act(&mut self, issue: Id, act: Act) -> Change {
        self.change(Kind::Issue, issue, Scope::Village(SHANGFENG), act)
    }

    pub(crate) fn edit(&mut self, issue: Id, field: &str, from: &Value, to: &Value) -> Change {
        let (field, from, to) = (field.to_owned(), from.clone(), to.clone());
        self.act(issue, Act::Edit { field, from, to })
    }

    /// Sends changes, and tells the answers in one line each.
    pub(crate) async fn push(&self, changes: &[Change]) -> String {
        self.push_values(changes.iter().map(|change| change.form()).collect()).await
    }

    pub(crate) async fn push_values(&self, changes: Vec<Value>) -> String {
        let answer = self.post("/api/v1/push", &self.pushed(&changes)).await;
        if !answer.status.is_success() {
            return answer.told();
        }
        match Form::read(answer.body).unwrap() {
            PushReply::Fork { .. } => "fork".to_owned(),
            PushReply::Taken(taken) => {
                taken.results.iter().map(|answer| told(&answer.outcome, answer.dup)).collect()
            }
        }
    }

    pub(crate) fn pushed(&self, changes: &[Value]) -> Value {
        json!({ "proto": PROTO, "build": "test", "epoch": self.epoch, "client": self.client,
                "sent_at": now(), "changes": changes })
    }

    /// Asks for news until there is no more, and tells it.
    pub(crate) async fn pull(&mut self) -> String {
        let mut heard = String::new();
        loop {
            let (build, epoch) = ("test".to_owned(), self.epoch.clone());
            let (client, cursors) = (self.client, self.cursors.clone());
            let asked = Pull { proto: PROTO, build, epoch, person: None, client, cursors };
            let answer = self.post("/api/v1/pull", &asked.form()).await;
            if !answer.status.is_success() {
                return answer.told();
            }
            let reply: PullReply = Form::read(answer.body).unwrap();
            heard += &self.hear(&reply);
            if !reply.more {
                return heard;
            }
        }
    }

    fn hear(&mut self, reply: &PullReply) -> String {
        let mut heard = String::new();
        if reply.reset {
            heard += "reset\n";
            self.cursors.clear();
        }
        self.epoch = Some(reply.epoch.clone());
        for scope in &reply.revoked {
            heard += &format!("revoked {}\n", name(*scope));
            self.cursors.remove(scope);
        }
        for page in &reply.pages {
            for (_, rev) in &page.left {
                heard += &format!("{} left at {rev}\n", name(page.scope));
            }
            for record in page.rows.records(page.scope).unwrap() {
                heard += &format!("{} {}\n", name(page.scope), line(&record));
            }
            self.cursors.insert(page.scope, page.to);
        }
        heard
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, &self.cookie)
            .body(Body::from(body.to_string()))
            .unwrap();
        answer(&self.app, request).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        answer(&self.app, request.body(Body::empty()).unwrap()).await
    }
}

pub(crate) fn raise(village: Id, words: &str) -> Act {
    Act::Raise(Raise {
        words: words.to_owned(),
        title: None,
        title_en: None,
        village,
        category: Category::Road,
        group: None,
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: None,
    })
}

fn told(outcome: &Outcome, dup: bool) -> String {
    let again = if dup { " again" } else { "" };
    match outcome {
        Outcome::Ok => format!("ok{again}\n"),
        Outcome::Merged => format!("merged{again}\n"),
        Outcome::Both => format!("both{again}\n"),
        Outcome::Refused { refusal } => format!("refused: {}{again}\n", refusal.code()),
    }
}

/// `v`, `d`, `u`, `g`.
fn name(scope: Scope) -> String {
    scope.to_string()[..1].to_owned()
}

/// One line: what it is, what it says, where it stands.
pub(crate) fn line(record: &Record) -> String {
    let says = |field: &str| {
        record.fields.get(field).map(|value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    };
    let parts = match &record.kind {
        Kind::Issue => {
            [says("number").map(|n| format!("no. {n}")), says("words"), says("standing")]
        }
        Kind::Clash => [says("field"), says("mine"), says("theirs")],
        Kind::Membership => [says("role"), says("scope").map(|scope| scope[..1].to_owned()), None],
        _ => [says("name"), says("words"), None],
    };
    let gone = if record.gone { " gone" } else { "" };
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} {} rev {}{gone}", record.kind.as_str(), parts.join(", "), record.rev)
}
