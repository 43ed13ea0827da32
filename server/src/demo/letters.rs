//! What came to the sample village by its doors: an issue that nobody has looked at, a rating that waits, and two letters
//! about the tool, of which one is answered.

use domain::act::{Door, Raise};
use domain::follow::letter::{Sort, Write};
use domain::follow::{FollowAct, Satisfaction};
use domain::{Category, Change, Id, Kind, Millis, Scope};

use super::directory::{DISTRICT, VILLAGE, Who, group, named, place};
use super::matter::{Told, at};
use super::{DemoError, Numbers, tell};
use crate::Hall;
use crate::slip::Slip;
use crate::sync::door::{self, Came, Sent};

/// The number of the issue, said at every start.
pub(super) const SLIP: &str = "2B7K 9MQX";
/// The number of the complaint that is answered.
const ANSWERED: &str = "4H8N R3TW";
/// What is rated.
const RATED: &str = "老街周末交通引导";

/// All of them; true if some were not there yet.
pub(super) async fn seed(hall: &Hall, numbers: &mut Numbers) -> Result<bool, DemoError> {
    let mut fresh = comes(hall, lead(), at(11, 20, 19, 40)).await?;
    if let Some(action) = rated(hall).await? {
        fresh |= comes(hall, rating(action), at(11, 21, 8, 5)).await?;
    }
    let office = Scope::District(place(DISTRICT));
    let complaint = Write {
        sort: Sort::Complaint,
        words: Some("念纪要那一页的字还是小，老人看不清。".into()),
        slip: Some(Slip::typed(ANSWERED).key()),
        listed: true,
        ..Write::default()
    };
    let suggestion = Write {
        sort: Sort::Suggestion,
        words: Some("赶集那天在桥头贴一张码，路过就能提。".into()),
        name: Some("小周".into()),
        ..Write::default()
    };
    let id = named(15, 3);
    fresh |= comes(hall, Sent::letter(id, office, complaint), at(11, 10, 9, 0)).await?;
    let other = Sent::letter(named(15, 4), office, suggestion);
    fresh |= comes(hall, other, at(11, 22, 20, 10)).await?;
    fresh |= tell(hall, numbers, &[answer(id, office)]).await?;
    Ok(fresh)
}

async fn comes(hall: &Hall, sent: Sent, at: Millis) -> Result<bool, DemoError> {
    match door::take(hall, &sent, at).await? {
        Came::Now => Ok(true),
        Came::Before | Came::Full => Ok(false),
        Came::Refused(refusal) => Err(DemoError::Refused(sent.id, refusal)),
    }
}

fn lead() -> Sent {
    let raise = Raise {
        words: "桥头的公交站牌歪了，雨天积水，等车的人没处站。".into(),
        title: None,
        title_en: Some("The bus stop by the bridge leans, and stands in water".into()),
        village: place(VILLAGE),
        category: Category::Road,
        group: Some(group(2)),
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: Some(Door { slip: Slip::typed(SLIP).key(), name: Some("老周".into()) }),
    };
    Sent::issue(named(15, 1), raise)
}

fn rating(action: Id) -> Sent {
    let write = Write {
        sort: Sort::Rating,
        words: Some("周末是通了，平时还有人乱停。".into()),
        action: Some(action),
        result: Some(Satisfaction::Basically),
        heard: Some(true),
        ..Write::default()
    };
    Sent::letter(named(15, 2), Scope::Draft(place(VILLAGE)), write)
}

async fn rated(hall: &Hall) -> sqlx::Result<Option<Id>> {
    sqlx::query_scalar(
        "select id from record where kind = 'action' and scope = $1 and fields->>'what' = $2
           and fields->>'state' = 'checked'",
    )
    .bind(Scope::Village(place(VILLAGE)).to_string())
    .bind(RATED)
    .fetch_optional(&hall.pool)
    .await
}

fn answer(id: Id, scope: Scope) -> Told {
    let words = "收到。右上角点“大字版”，全部页面一起变大；纪要那一页下个月再放大一号。".to_owned();
    let (uuid, at, kind) = (named(15, 5), at(11, 12, 10, 30), Kind::Letter);
    let act = FollowAct::Answer { words }.into();
    (Who::LiYuanhang, Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None })
}
