//! 谁懂行: for twenty matters such as villages bring, whom the directory suggests, and why; and that nobody is asked all
//! the time.

use domain::form::Value;
use domain::matching::{Suggestion, Suggestions};
use domain::session::seal;
use domain::{Act, DAY, Id, Kind, Scope, SessionAct, Stage};
use serde_json::json;
use server::sync::now;
use sqlx::PgPool;

use crate::directory::{Desk, cells, told};
use crate::village::{REGION, SHANGFENG};

/// The title, what was said, the drawer, the village; whom one would ask, and the reasons that are told.
const MATTERS: &str = "\
毛竹卖不掉，价钱低     | 竹山没人收，一百斤才二十块。     | economy | 上枫村 | 杨院士团队 | knows 林下; words 竹山; place 上枫村
竹山上一片片枯黄       | 怕是虫害，打药又怕伤了笋。       | field   | 上枫村 | 杨院士团队 | knows plant_care; words 竹山; place 上枫村
污水管接户，三户倒灌   | 低洼的三户一下雨就倒灌。         | living  | 竹口村 | 沈佩文 | knows plumbing; place 竹口村
早班公交能不能六点半   | 赶不上早市，菜都蔫了。           | road    | 渔浦村 | 陈开明 | knows transport; words 公交
老年食堂一天收几块     | 五组太远，送餐送不送。           | care    | 上枫村 | 周敏之 | knows care; place 石桥镇
村卫生室周三下午关门   | 老人买药要跑镇上。               | health  | 上枫村 | 周敏之 | knows medicine; place 石桥镇
电瓶车飞线充电         | 晚上从三楼放下来，底下堆着纸板。 | safety  | 渔浦村 | 丁卫国 | knows fire; words 飞线充电; place 石桥镇
老街停车乱             | 周末游客堵住救护车通道。         | road    | 上枫村 | 陈开明 | knows transport
戏台没人唱了           | 想请婺剧班子用方言教孩子。       | customs | 古岙村 | 俞秀英 | knows 婺剧; place 古岙村
秸秆不让烧怎么办       | 一烧就罚，堆着又烂。             | field   | 古岙村 | 田耕 | knows farming; words 秸秆; place 古岙村
老楼加装电梯           | 楼上老人下不来，一楼怕挡光。     | living  | 上枫村 | 马建设 | knows 加装电梯
上学那段路太黑         | 一盏路灯也没有，放学天就黑了。   | living  | 渔浦村 | 何工 | knows electricity; place 渔浦村
北渠冬天结冰溢水       | 清淤谁出工谁出钱。               | field   | 上枫村 | 沈科 | knows irrigation; place 石桥镇
机耕路三米宽会车难     | 两辆车碰上要倒半里。             | road    | 上枫村 | 郑股长 | knows roads; place 石桥镇
闲置农房租给谁         | 十二幢空着，租金怎么分。         | economy | 上枫村 | 胡尚云 | knows business; place 上枫村
快递到镇上就不送了     | 一个包裹跑半天。                 | digital | 上枫村 | 王小满 | knows trade; place 上枫村
三组屋后没信号         | 5G 有了，打电话要爬到坡上。      | digital | 上枫村 | 罗工 | knows telecoms; words 5G
祠堂漏雨               | 老屋修缮的老料买不到。           | customs | 古岙村 | 吕师傅 | knows heritage; words 祠堂; place 古岙村
借地做议事亭           | 怕私地变公地，要不要写合同。     | customs | 上枫村 | 许文静 | knows law
三点半没人接孩子       | 放学早，作业没人看。             | care    | 渔浦村 | 何老师 | knows schooling; place 渔浦村
";

#[sqlx::test]
async fn for_each_of_twenty_matters_who_would_be_asked_is_among_the_first_three(pool: PgPool) {
    let mut desk = Desk::whole(pool).await;
    let mut wrong = Vec::new();
    for line in MATTERS.lines() {
        let [title, words, category, village, who, why] = cells(line)[..] else { panic!("{line}") };
        let issue = desk.raises(title, words, category, village).await;
        let people = desk.suggests(issue).await;
        let said = |one: &Suggestion| {
            format!(
                "{} ({})",
                one.name,
                one.reasons.iter().map(told).collect::<Vec<_>>().join("; ")
            )
        };
        let all: Vec<String> = people.iter().map(said).collect();
        let first = people.iter().take(3).find(|one| one.name == who);
        let reasons = first.map(|one| one.reasons.iter().map(told).collect::<Vec<_>>());
        let given =
            |reasons: &Vec<String>| why.split("; ").all(|r| reasons.iter().any(|one| one == r));
        if people.len() > 5 || !reasons.as_ref().is_some_and(given) {
            wrong.push(format!("{title}: {who} ({why}), not\n    {}", all.join("\n    ")));
        }
    }
    assert!(MATTERS.lines().count() == 20 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[sqlx::test]
async fn of_two_who_fit_alike_who_was_asked_less_comes_first(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    for name in ["甲", "乙"] {
        desk.enters(name, "expert", "forestry", "上枫村", "").await;
    }
    let issue = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    assert_eq!(desk.names(issue).await, ["甲", "乙"]);
    let (session, seats) = desk.plans(vec![], Some(now() - 30 * DAY), &["甲"]).await;
    assert_eq!(desk.names(issue).await, ["乙", "甲"]);
    assert_eq!((desk.asked("甲").await, desk.asked("乙").await), (1, 0));
    // the page that was sent for that evening is the same asking, the next one is another
    for (n, times) in [("1", 1), ("2", 2)] {
        let key = seal::digest_of(n);
        let act = SessionAct::Brief { seat: seats[0], question: "怎么办？".into(), key }.into();
        let change = desk.li.change(Kind::Brief, Id::now_v7(), Scope::Session(session), act);
        desk.writes(&[change]).await;
        assert_eq!(desk.asked("甲").await, times);
    }
    let first = desk.suggests(issue).await;
    assert_eq!((first[0].asked, first[1].asked), (0, 2));
    // what is more than a year ago counts no more, nor what is not to be
    desk.plans(vec![], Some(now() - 400 * DAY), &["乙"]).await;
    let (off, _) = desk.plans(vec![], Some(now() + 3 * DAY), &["乙"]).await;
    assert_eq!(desk.asked("乙").await, 1);
    let why = Some("下雨".to_owned());
    let cancel = SessionAct::Proceed { from: Stage::Planned, to: Stage::Cancelled, why };
    let cancel = desk.li.change(Kind::Session, off, Scope::Village(SHANGFENG), cancel.into());
    desk.writes(&[cancel]).await;
    assert_eq!(desk.asked("乙").await, 0);
}

#[sqlx::test]
async fn who_is_away_or_gone_or_sits_there_is_not_suggested(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    for name in ["甲", "乙", "丙"] {
        desk.enters(name, "expert", "forestry", "", "").await;
    }
    let issue = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    let away = Act::Edit { field: "away".into(), from: json!(false), to: json!(true) };
    let away = desk.li.change(Kind::Person, desk.people["甲"], Scope::Region(REGION), away);
    desk.writes(&[away]).await;
    assert_eq!(desk.names(issue).await, ["乙", "丙"]);
    let (session, _) = desk.plans(vec![issue], Some(now() + 3 * DAY), &["乙"]).await;
    assert_eq!(desk.names(issue).await, ["丙"]);
    let told: Suggestions = desk.asks(&format!("matches?session={session}")).await;
    assert_eq!(told.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["丙"]);
    let erased =
        desk.li.post("/api/v1/erase", &json!({ "person": desk.people["丙"], "name": "丙" })).await;
    assert_eq!(erased.status, 200, "{}", erased.body);
    assert!(desk.names(issue).await.is_empty());
    let left = "select count(*) from record where fields ? 'knows' and gone";
    assert_eq!(desk.village.count(left).await, 0);
    let told =
        "select count(*) from change join record on record.id = change.record and record.gone
                where act ? 'knows' or act ? 'to'";
    assert_eq!(desk.village.count(told).await, 0, "nor do the changes say it that said so");
}

#[sqlx::test]
async fn what_was_talked_through_before_counts_and_so_does_where_somebody_lives(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let old = desk.raises("竹林怎么管", "老竹子没人砍。", "economy", "上枫村").await;
    for name in ["甲", "乙"] {
        desk.enters(name, "expert", "forestry", "", "").await;
    }
    let (session, _) = desk.plans(vec![old], Some(now() - 500 * DAY), &["乙"]).await;
    let held = "update record set fields = fields || '{\"stage\": \"closed\"}' where id = $1";
    sqlx::query(held).bind(session).execute(desk.village.pool()).await.unwrap();
    let issue = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    let people = desk.suggests(issue).await;
    assert_eq!(people[0].name, "乙");
    assert_eq!(
        people[0].reasons.iter().map(told).collect::<Vec<_>>(),
        ["knows forestry", "past economy 1"]
    );
    let group =
        Act::Edit { field: "group".into(), from: Value::Null, to: json!(Id::from_u128(0x23)) };
    let group = desk.li.change(Kind::Person, desk.people["甲"], Scope::Region(REGION), group);
    desk.writes(&[group]).await;
    let people = desk.suggests(issue).await;
    assert_eq!(people[0].name, "甲");
    assert_eq!(
        people[0].reasons.iter().map(told).collect::<Vec<_>>(),
        ["knows forestry", "lives 上枫村"]
    );
}
