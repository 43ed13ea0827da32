//! 交办单: what is handed over with a session, as PDF, for Word and in words alone: the same in all three.

use domain::follow::{Section, blueprint_of};
use domain::session::{Answer, Sort, Verdict};
use domain::{FollowAct, Id, Kind, Stage};
use sqlx::PgPool;

use crate::after::{follow, undertaking};
use crate::evening::{Crew, Evening};
use crate::papers::{as_read, tight};
use crate::phone::Phone;
use crate::village::{SHANGFENG, STRANGER, WANG};

/// All that a reader reads of a handover.
async fn read(phone: &Phone, evening: Evening, kind: &str) -> String {
    let answer = phone.get(&format!("/papers/{}/handover.{kind}?lang=zh-CN", evening.id)).await;
    assert_eq!(answer.status, 200, "{kind}");
    assert_eq!(answer.header("cache-control"), "no-store");
    as_read(answer.bytes, kind)
}

#[track_caller]
fn tells(text: &str, told: &[&str]) {
    let mut rest = text;
    for words in told {
        let words = tight(words);
        let at = rest.find(&words).unwrap_or_else(|| panic!("{words} in its place: {text}"));
        rest = &rest[at + words.len()..];
    }
}

/// An evening with three pieces of advice: adopted, said by somebody else as well, and declined.
async fn advised(crew: &mut Crew) -> (Evening, Id) {
    let said = [(Sort::Opinion, "用旧青石，别抹水泥。"), (Sort::Opinion, "干脆两边都装栏杆。")];
    let (evening, _, said) = crew.sits("埠头塌了一角", &said).await;
    crew.promises(evening, "先把松的石阶搬开", "一组").await;
    crew.seal(evening).await;
    let stone = crew.advises(evening, Some(said[0]), "用旧青石，别抹水泥。").await;
    let rail = crew.advises(evening, Some(said[1]), "干脆两边都装栏杆。").await;
    let same = crew.advises(evening, Some(said[0]), "青石好，不打滑。").await;
    let with = FollowAct::Group { with: Some(stone) };
    let with = crew.chen.change(Kind::Advice, same, evening.bench(), with.into());
    crew.writes(&[with]).await;
    let (line, blueprint) = (Id::now_v7(), blueprint_of(SHANGFENG));
    let sketch = FollowAct::Sketch {
        section: Section::Living,
        words: "修好七处埠头".into(),
        words_en: None,
        first: None,
        cites: vec![evening.id],
        why: None,
    };
    let lines = [
        follow(&mut crew.chen, Kind::Blueprint, blueprint, FollowAct::Envision),
        follow(&mut crew.chen, Kind::Line, line, sketch),
    ];
    crew.writes(&lines).await;
    let adopted = Answer { line: Some(line), ..Answer::of(Verdict::Adopted, None) };
    crew.answers(stone, evening.bench(), adopted).await;
    let why = "挑担下来要转身，外侧有栏杆反而会碰。";
    crew.answers(rail, evening.bench(), Answer::of(Verdict::Declined, Some(why))).await;
    let mut deed = undertaking(Some(stone), "旧青石重砌五级");
    (deed.owner, deed.partners) = (Some("上枫村委会".into()), Some("区水利局".into()));
    deed.money = Some("村集体".into());
    crew.undertakes(deed).await;
    (evening, stone)
}

#[sqlx::test]
async fn what_is_handed_over_stands_on_one_paper_in_three_forms(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _) = advised(&mut crew).await;
    let wang = crew.village.phone(WANG).await;
    for kind in ["pdf", "docx", "txt"] {
        let draft = read(&wang, evening, kind).await;
        assert!(draft.contains("草稿"), "{kind}: {draft}");
    }
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    let code = crew.sealed(evening).await.code;
    for kind in ["pdf", "docx", "txt"] {
        let told = read(&wang, evening, kind).await;
        assert!(!told.contains("草稿"), "{kind}: {told}");
        tells(
            &told,
            &[
                "协商交办单",
                "埠头塌了一角",
                "老街古樟树下",
                "纪要校验码",
                &code,
                "交办日期",
                "一、意见建议和答复",
                "王彩娣（三组村民）：用旧青石，别抹水泥。",
                "同样意见：王彩娣（三组村民）。",
                "答复：采纳。",
                "落到：旧青石重砌五级，上枫村委会牵头，",
                "怎样算办好：雨后不打滑",
                "写进蓝图：修好七处埠头",
                "王彩娣（三组村民）：干脆两边都装栏杆。",
                "答复：不采纳。理由：挑担下来要转身，外侧有栏杆反而会碰。",
                "二、要办的事",
                "先把松的石阶搬开",
                "旧青石重砌五级",
                "三、怎样算办好",
                "旧青石重砌五级：雨后不打滑（钱从哪里来：村集体）",
                "交办人（签名）：施建林",
                "一组（签名）：",
                "上枫村委会（签名）：",
            ],
        );
    }
    let english = wang.get(&format!("/papers/{}/handover.txt?lang=en", evening.id)).await;
    let english = String::from_utf8(english.bytes).unwrap();
    assert!(english.contains("Answer: not adopted. Because: 挑担"), "{english}");
}

#[sqlx::test]
async fn the_paper_of_a_hand_over_is_for_those_who_were_there(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, ..) = crew.handed_over("用旧青石").await;
    let code = crew.sealed(evening).await.code;
    let stranger = crew.village.phone(STRANGER).await;
    for kind in ["pdf", "docx", "txt"] {
        let path = format!("/papers/{}/handover.{kind}", evening.id);
        assert_eq!(stranger.get(&path).await.told(), "404 no_such_address");
        let nobody = Phone::new(crew.village.app.clone(), STRANGER, String::new());
        assert_eq!(nobody.get(&path).await.told(), "401 signed_out");
        // the check code opens the sheet of the board, and nothing with names
        let by_code = nobody.get(&format!("/papers/{code}/handover.{kind}")).await;
        assert_eq!(by_code.told(), "404 no_such_address");
        assert_eq!(crew.shi.get(&path).await.status, 200);
    }
}
