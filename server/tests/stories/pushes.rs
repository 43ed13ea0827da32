//! What a phone sends, what it is answered, what is stored.

use domain::triage::Triage;
use domain::{Act, Form, Id, Kind, Scope};
use serde_json::json;
use sqlx::PgPool;

use crate::phone::raise;
use crate::village::{CHEN, GUAO, SHANGFENG, STRANGER, Village, WANG};

const V: Scope = Scope::Village(SHANGFENG);

#[sqlx::test]
async fn an_issue_raised_on_one_phone_is_on_the_other_after_the_next_pull(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    chen.pull().await;
    let issue = wang.raise("井干了");
    assert_eq!(wang.push(&[issue]).await, "ok\n");
    assert_eq!(chen.pull().await, "v issue no. 1, 井干了, lead rev 1\n");
    assert_eq!(chen.pull().await, "");
}

#[sqlx::test]
async fn the_same_push_again_is_answered_the_same_and_changes_nothing(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let issue = wang.raise("井干了");
    let refused = wang.act(issue.id, Act::Approve);
    let sent = [issue, refused];
    assert_eq!(wang.push(&sent).await, "ok\nrefused: not_your_part\n");
    chen.pull().await;
    let before = village.ver(V).await;
    assert_eq!(wang.push(&sent).await, "ok again\nrefused: not_your_part again\n");
    assert_eq!(village.ver(V).await, before);
    assert_eq!(chen.pull().await, "");
    assert_eq!(village.count("select count(*) from change").await, 2);
    assert_eq!(village.count("select count(*) from audit where deed = 'accepted'").await, 1);
}

#[sqlx::test]
async fn a_change_sent_twice_in_one_push_is_done_once(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise("井干了");
    assert_eq!(wang.push(&[issue.clone(), issue]).await, "ok\nok again\n");
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 1);
}

#[sqlx::test]
async fn what_says_what_already_stands_moves_no_counter(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let issue = wang.raise("井干了");
    let id = issue.id;
    wang.push(&[issue]).await;
    let many = [chen.edit(id, "households", &json!(null), &json!(30))];
    assert_eq!(chen.push(&many).await, "ok\n");
    let before = village.ver(V).await;
    let same = [wang.edit(id, "households", &json!(null), &json!(30))];
    let answer = wang.post("/api/v1/push", &wang.pushed(&[same[0].form()])).await;
    assert_eq!(answer.body["results"][0]["r"], "ok");
    assert_eq!(answer.body["results"][0]["seen"], json!([V.form(), before]));
    assert_eq!(village.ver(V).await, before);
}

#[sqlx::test]
async fn a_stranger_reads_nothing_and_writes_nothing(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut stranger) = (village.phone(WANG).await, village.phone(STRANGER).await);
    let issue = wang.raise("井干了");
    let id = issue.id;
    wang.push(&[issue]).await;
    let before = village.ver(V).await;
    let heard = stranger.pull().await;
    assert!(!heard.contains("issue"), "{heard}");
    let mut sent = vec![
        stranger.raise("我也来一条"),
        stranger.edit(id, "words", &json!("井干了"), &json!("没干")),
        stranger.act(id, Act::Receive),
        // the scope a phone claims does not count; the record's own does
        stranger.raise_in(Scope::Village(GUAO), "自己村的"),
    ];
    let edit = Act::Edit { field: "words".into(), from: json!("井干了"), to: json!("没干") };
    sent.push(stranger.change(Kind::Issue, id, Scope::Village(GUAO), edit));
    assert_eq!(
        stranger.push(&sent).await,
        "refused: not_a_member\nrefused: not_a_member\nrefused: not_a_member\nok\n\
         refused: not_a_member\n"
    );
    assert_eq!(village.ver(V).await, before);
    assert_eq!(village.count("select count(*) from audit where code = 'not_a_member'").await, 4);
}

#[sqlx::test]
async fn a_change_that_cannot_be_read_does_not_stop_those_behind_it(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let (good, last) = (wang.raise("一"), wang.raise("二"));
    let mut unknown = wang.raise("三").form();
    unknown["act"] = json!({ "do": "sing", "loud": true });
    let mut wrong = wang.raise("四").form();
    wrong["act"]["words"] = json!(["not", "words"]);
    let mut kind = wang.raise("五").form();
    kind["kind"] = json!("bench");
    let mut nul = wang.raise("六").form();
    nul["act"]["words"] = json!("六\u{0}");
    let long = wang.raise(&"长".repeat(2001)).form();
    let sent = vec![good.form(), unknown, wrong, kind, nul, long, json!(7), last.form()];
    assert_eq!(
        wang.push_values(sent).await,
        "ok\nrefused: unknown_act\nrefused: malformed\nrefused: wrong_kind\nrefused: malformed\n\
         refused: too_long\nrefused: malformed\nok\n"
    );
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 2);
}

#[sqlx::test]
async fn a_twin_of_a_phone_is_told_to_take_another_name(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let first = wang.raise("一");
    wang.push(&[first]).await;
    wang.seq = 0;
    let (twin, next) = (wang.raise("另一部手机上的一"), wang.raise("二"));
    assert_eq!(wang.push(&[twin.clone(), next.clone()]).await, "fork");
    assert_eq!(village.count("select count(*) from change").await, 1);
    wang.client = Id::now_v7();
    assert_eq!(wang.push(&[twin, next]).await, "ok\nok\n");
    // nor may anybody speak for another person's phone
    let mut chen = village.phone(CHEN).await;
    chen.client = wang.client;
    chen.seq = 10;
    let change = chen.raise("三");
    assert_eq!(chen.push(&[change]).await, "fork");
}

#[sqlx::test]
async fn issues_are_numbered_in_the_village_and_no_number_is_lost(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    wang.pull().await;
    let (one, bad, two) = (wang.raise("一"), wang.raise(""), wang.raise("二"));
    assert_eq!(wang.push(&[one, bad, two]).await, "ok\nrefused: empty\nok\n");
    let held = chen.raise_in(Scope::Draft(SHANGFENG), "先不说");
    let (id, three) = (held.id, chen.raise("三"));
    assert_eq!(chen.push(&[held, three]).await, "ok\nok\n");
    let publish = chen.change(Kind::Issue, id, Scope::Draft(SHANGFENG), Act::Receive);
    assert_eq!(chen.push(&[publish]).await, "ok\n");
    let heard = wang.pull().await;
    let mut heard: Vec<_> = heard.lines().collect();
    heard.sort_unstable();
    assert_eq!(
        heard,
        [
            "v issue no. 1, 一, lead rev 1",
            "v issue no. 2, 二, lead rev 1",
            "v issue no. 3, 三, lead rev 1",
            "v issue no. 4, 先不说, received rev 2",
        ]
    );
}

#[sqlx::test]
async fn what_was_raised_first_has_the_smaller_number_whatever_its_id(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    // the phone's clock was set back in between, so that the later id is the smaller one
    let sent = [Id::max(), Id::from_u128(1)]
        .map(|id| wang.change(Kind::Issue, id, V, raise(SHANGFENG, "一件事")));
    assert_eq!(wang.push(&sent).await, "ok\nok\n");
    let first: Id = sqlx::query_scalar("select id from record where fields->>'number' = '1'")
        .fetch_one(village.pool())
        .await
        .unwrap();
    assert_eq!(first, Id::max());
}

#[sqlx::test]
async fn an_issue_goes_its_whole_way_in_one_push(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = village.phone(CHEN).await;
    chen.pull().await;
    let issue = chen.raise("井干了");
    let id = issue.id;
    let answers = Triage { several: Some(false), ..Triage::default() };
    let sent = [
        issue,
        chen.act(id, Act::Receive),
        chen.act(id, Act::Triage { answers }),
        chen.act(id, Act::Settle { how: "修好了".into() }),
    ];
    assert_eq!(chen.push(&sent).await, "ok\nok\nok\nok\n");
    assert_eq!(chen.pull().await, "v issue no. 1, 井干了, settled rev 4\n");
}

#[sqlx::test]
async fn two_phones_that_begin_one_record_at_once_do_not_stop_each_other(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let id = Id::now_v7();
    let one = [wang.change(Kind::Issue, id, V, raise(SHANGFENG, "一"))];
    let other = [chen.change(Kind::Issue, id, V, raise(SHANGFENG, "二"))];
    let (one, other) = tokio::join!(wang.push(&one), chen.push(&other));
    let mut told = [one.as_str(), other.as_str()];
    told.sort_unstable();
    assert_eq!(told, ["ok\n", "refused: already_there\n"]);
}

#[sqlx::test]
async fn a_remark_a_picture_and_a_merge_name_only_what_their_author_can_see(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let (hidden, open) = (chen.raise_in(Scope::Draft(SHANGFENG), "先不说"), chen.raise("井干了"));
    let (secret, seen) = (hidden.id, open.id);
    assert_eq!(chen.push(&[hidden, open]).await, "ok\nok\n");
    let attach =
        |issue| Act::Attach { issue, sha256: "0a".repeat(32), bytes: 9, mime: "image/png".into() };
    let say = |issue| Act::Say { issue, words: "我也遇到了".into() };
    let own = wang.raise("一起说");
    let mine = own.id;
    let sent = [
        wang.change(Kind::Comment, Id::now_v7(), V, say(secret)),
        wang.change(Kind::Photo, Id::now_v7(), V, attach(secret)),
        // whether it is hidden or not there at all, the answer is the same
        wang.change(Kind::Comment, Id::now_v7(), V, say(Id::now_v7())),
        wang.change(Kind::Comment, Id::now_v7(), V, say(seen)),
        // what was raised a moment before on the same phone can be named
        own,
        wang.change(Kind::Photo, Id::now_v7(), V, attach(mine)),
        wang.change(Kind::Comment, Id::now_v7(), V, say(WANG)),
    ];
    assert_eq!(
        wang.push(&sent).await,
        "refused: no_such_record\nrefused: no_such_record\nrefused: no_such_record\nok\nok\nok\n\
         refused: no_such_record\n"
    );
    let remark = sent[3].id;
    let merges = [
        chen.act(mine, Act::Receive),
        chen.act(mine, Act::Triage { answers: Triage::default() }),
        chen.act(mine, Act::Merge { into: Id::now_v7() }),
        chen.act(mine, Act::Merge { into: remark }),
        chen.act(mine, Act::Merge { into: mine }),
        chen.act(mine, Act::Merge { into: seen }),
    ];
    assert_eq!(
        chen.push(&merges).await,
        "ok\nok\nrefused: no_such_record\nrefused: wrong_kind\nrefused: into_itself\nok\n"
    );
}

#[sqlx::test]
async fn what_was_said_beside_an_issue_that_was_held_back_comes_before_the_village_with_it(
    pool: PgPool,
) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let draft = Scope::Draft(SHANGFENG);
    let (held, other) = (chen.raise_in(draft, "先不说"), chen.raise_in(draft, "也先不说"));
    let (issue, still) = (held.id, other.id);
    let say = |issue, words: &str| Act::Say { issue, words: words.into() };
    let (first, apart) = (say(issue, "我问过了"), say(still, "这件再等等"));
    let first = chen.change(Kind::Comment, Id::now_v7(), draft, first);
    let apart = chen.change(Kind::Comment, Id::now_v7(), draft, apart);
    assert_eq!(chen.push(&[held, other, first, apart]).await, "ok\nok\nok\nok\n");
    // said for the village by a phone that knows no better: it stays with the issue, out of sight
    let loud = chen.change(Kind::Comment, Id::now_v7(), V, say(issue, "大声说的"));
    assert_eq!(chen.push(&[loud]).await, "ok\n");
    let heard = wang.pull().await;
    assert!(!heard.contains("issue") && !heard.contains("comment"), "{heard}");
    chen.pull().await;

    // one more in the same push, before the issue is taken up, and one that comes late from a phone that had no signal
    let last = chen.change(Kind::Comment, Id::now_v7(), draft, say(issue, "可以说了"));
    let receive = chen.change(Kind::Issue, issue, draft, Act::Receive);
    let late = chen.change(Kind::Comment, Id::now_v7(), draft, say(issue, "晚到的"));
    assert_eq!(chen.push(&[last, receive]).await, "ok\nok\n");
    assert_eq!(chen.push(&[late]).await, "ok\n");
    let mut heard: Vec<_> = wang.pull().await.lines().map(str::to_owned).collect();
    heard.sort();
    assert_eq!(
        heard,
        [
            "v comment 可以说了 rev 2",
            "v comment 大声说的 rev 2",
            "v comment 我问过了 rev 2",
            "v comment 晚到的 rev 1",
            "v issue no. 1, 先不说, received rev 2",
        ]
    );
    // who reads both finds them moved, and none twice; what never stood there for a moment leaves a word, too
    let heard = chen.pull().await;
    assert_eq!(heard.matches("d left at 2").count(), 4, "{heard}");
    assert_eq!(heard.matches("comment").count(), 4, "{heard}");
    assert!(!heard.contains("再等等"), "{heard}");
}
