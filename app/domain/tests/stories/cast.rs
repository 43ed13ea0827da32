//! The people, the village and the issue of these stories.

use domain::{
    Act, Applied, Category, Change, Id, Kind, Millis, Record, Refusal, Role, Scope, Standing, Who,
    act::Raise, apply,
};
use serde_json::Value;

/// A moment in the spring of 2026.
pub(crate) const NOW: Millis = 1_775_000_000_000;

pub(crate) const fn id(n: u128) -> Id {
    Id::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// 上枫村
pub(crate) const SHANGFENG: Id = id(1);
pub(crate) const VILLAGE: Scope = Scope::Village(SHANGFENG);
pub(crate) const DRAFTS: Scope = Scope::Draft(SHANGFENG);
/// 陈素琴, recorder
pub(crate) const CHEN: Id = id(11);
/// 吴国良, secretary
pub(crate) const WU: Id = id(12);
/// 姜月仙, villager
pub(crate) const JIANG: Id = id(13);
/// The issue about the street lamp.
pub(crate) const LAMP: Id = id(21);

pub(crate) fn who(person: Id, roles: &[(Role, Scope)]) -> Who {
    Who { person, roles: roles.to_vec() }
}

pub(crate) fn said() -> Raise {
    Raise {
        words: "村口的路灯坏了，晚上走不了。".into(),
        title: None,
        title_en: None,
        village: SHANGFENG,
        category: Category::Living,
        group: None,
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: None,
    }
}

/// An act as it lies in an outbox: number `n` of the phone.
pub(crate) fn change(n: u64, kind: Kind, id_: Id, scope: Scope, act: Act) -> Change {
    let at = NOW + Millis::try_from(n).unwrap_or(0);
    Change { uuid: id(1000 + u128::from(n)), seq: n, at, kind, id: id_, scope, act, made_on: None }
}

/// An act on the issue about the lamp.
pub(crate) fn on_lamp(act: Act) -> Change {
    change(1, Kind::Issue, LAMP, VILLAGE, act)
}

/// What an act of the recorder makes of the issue about the lamp.
pub(crate) fn does(before: Option<&Record>, act: Act) -> Result<Applied, Refusal> {
    apply(before, &on_lamp(act), CHEN, NOW)
}

/// The issue about the lamp as 姜月仙 raised it.
pub(crate) fn lamp() -> Record {
    let raised = apply(None, &on_lamp(Act::Raise(said())), JIANG, NOW);
    raised.expect("anybody's words can be raised").record
}

/// The same, come to a standing by the shortest way.
pub(crate) fn lamp_at(standing: Standing) -> Record {
    use Standing as S;
    let way: &[Act] = match standing {
        S::Lead => &[],
        S::Received => &[Act::Receive],
        S::Triaged => &[Act::Receive, triage()],
        S::Settled => &[Act::Receive, triage(), settle()],
        S::Redirected => &[Act::Receive, triage(), redirect()],
        S::Merged => &[merge()],
        S::Parked => &[Act::Receive, triage(), park()],
        S::Drafted => &[Act::Receive, triage(), draft()],
        S::Approved => &[Act::Receive, triage(), draft(), Act::Approve],
        S::Posted => &[Act::Receive, triage(), draft(), Act::Approve, Act::Post],
        S::Scheduled => &[Act::Receive, triage(), draft(), Act::Approve, Act::Post, schedule()],
        S::Consulted => {
            &[Act::Receive, triage(), draft(), Act::Approve, Act::Post, schedule(), consult()]
        }
        S::Closed => &[
            Act::Receive,
            triage(),
            draft(),
            Act::Approve,
            Act::Post,
            schedule(),
            consult(),
            close(),
        ],
        S::Declined => &[decline()],
    };
    way.iter().fold(lamp(), |lamp, act| {
        does(Some(&lamp), act.clone()).expect("the shortest way is open").record
    })
}

pub(crate) fn triage() -> Act {
    Act::Triage { answers: domain::triage::Triage { small: Some(true), ..Default::default() } }
}

pub(crate) fn settle() -> Act {
    Act::Settle { how: "换了灯泡".into() }
}

pub(crate) fn redirect() -> Act {
    Act::Redirect { to: "供电所".into(), why: "线路归他们管".into() }
}

pub(crate) fn merge() -> Act {
    Act::Merge { into: id(22) }
}

pub(crate) fn park() -> Act {
    Act::Park { why: "等经费".into() }
}

pub(crate) fn draft() -> Act {
    Act::Draft { question: "路灯装在哪几处？".into() }
}

pub(crate) fn schedule() -> Act {
    Act::Schedule { on: NOW, place: "祠堂".into(), session: None }
}

pub(crate) fn consult() -> Act {
    Act::Consult { outcome: "装六盏".into(), session: None }
}

pub(crate) fn close() -> Act {
    Act::Close { how: "六盏都亮了".into() }
}

pub(crate) fn decline() -> Act {
    Act::Decline { why: "已经修好".into() }
}

pub(crate) fn resume() -> Act {
    Act::Resume { why: "又坏了".into() }
}

pub(crate) fn edit(field: &str, from: impl Into<Value>, to: impl Into<Value>) -> Act {
    Act::Edit { field: field.into(), from: from.into(), to: to.into() }
}

pub(crate) fn say(words: &str) -> Act {
    Act::Say { issue: LAMP, words: words.into() }
}

pub(crate) fn attach() -> Act {
    let sha256 = "0f".repeat(32);
    Act::Attach { issue: LAMP, sha256, bytes: 180_000, mime: "image/webp".into() }
}

/// The acts that move an issue, with the word each is told by.
pub(crate) fn moves() -> [(&'static str, Act); 14] {
    [
        ("receive", Act::Receive),
        ("triage", triage()),
        ("settle", settle()),
        ("redirect", redirect()),
        ("merge", merge()),
        ("park", park()),
        ("draft", draft()),
        ("approve", Act::Approve),
        ("post", Act::Post),
        ("schedule", schedule()),
        ("consult", consult()),
        ("close", close()),
        ("decline", decline()),
        ("resume", resume()),
    ]
}
