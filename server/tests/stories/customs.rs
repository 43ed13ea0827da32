//! 惯例 over the server's door: who may keep them, and what somebody without an account is offered by them.

use domain::place::{Level, Place};
use domain::session::{Mode, Part};
use domain::{Category, Change, Custom, Id, Kind, Role, Scope};
use server::accounts::member;
use sqlx::PgPool;

use crate::evening::Crew;
use crate::leaflet::open;
use crate::phone::Phone;
use crate::raising::{leads, path, raises, village};
use crate::village::{CHEN, LI, REGION, SHI, Village};

const ELSEWHERE: Id = Id::from_u128(0x99);
const STRANGE: Id = Id::from_u128(0xb1);

fn keeps(phone: &mut Phone, custom: Custom) -> Change {
    phone.change(Kind::Place, REGION, Scope::Region(REGION), custom.into())
}

/// The village, its district laid on the map, and the phone of the district's office.
async fn district(pool: PgPool) -> (Crew, Phone) {
    let crew = village(pool).await;
    let mut li = crew.village.phone(LI).await;
    let place = Place { name: "云溪区".into(), level: Level::District, ..Place::default() };
    let founded = domain::Act::Found(place);
    let change = li.change(Kind::Place, REGION, Scope::Region(REGION), founded);
    assert_eq!(li.push(&[change]).await, "ok\n");
    (crew, li)
}

fn rules(line: &str) -> Custom {
    Custom::Rules { lines: vec![line.into()] }
}

/// The office of another district.
async fn another(village: &Village) -> Phone {
    let mut tx = village.pool().begin().await.unwrap();
    member::enrol(&mut tx, STRANGE).await.unwrap();
    member::grant(&mut tx, STRANGE, Role::Office, Scope::Region(ELSEWHERE)).await.unwrap();
    tx.commit().await.unwrap();
    village.phone(STRANGE).await
}

#[sqlx::test]
async fn only_the_districts_own_office_keeps_its_customs(pool: PgPool) {
    let (crew, mut li) = district(pool).await;
    for person in [SHI, CHEN] {
        let mut phone = crew.village.phone(person).await;
        let change = keeps(&mut phone, rules("谁先到谁先说"));
        assert_eq!(phone.push(&[change]).await, "refused: not_your_part\n");
    }
    let mut strange = another(&crew.village).await;
    let change = keeps(&mut strange, rules("谁先到谁先说"));
    assert_eq!(strange.push(&[change]).await, "refused: not_a_member\n");
    let kept = "select count(*) from record where fields ? 'rules'";
    assert_eq!(crew.village.count(kept).await, 0);
    let too_long = Custom::Agenda { mode: Mode::B, parts: vec![Part::default()] };
    let changes = [keeps(&mut li, rules("先举手")), keeps(&mut li, too_long)];
    assert_eq!(li.push(&changes).await, "ok\nrefused: wrong_value\n");
    assert_eq!(crew.village.count(kept).await, 1);
    // the office and the supervisor read who did it, in a word of its own
    let noted = "select count(*) from audit where deed = 'accepted' and act = 'custom'";
    assert_eq!(crew.village.count(noted).await, 1);
}

#[sqlx::test]
async fn a_form_without_an_account_offers_what_the_district_offers_and_guesses_by_its_words(
    pool: PgPool,
) {
    let (crew, mut li) = district(pool).await;
    let all = open(&crew.village, &path()).await;
    all.has(&["人居环境", "道路交通", "集体经济", "邻里矛盾"]).hasnt(&[]);
    let drawers = vec![Category::Road, Category::Water, Category::Economy];
    let hints = Custom::Hints { drawer: Category::Water, words: vec!["老井".into()] };
    let changes = [keeps(&mut li, Custom::Drawers { drawers }), keeps(&mut li, hints)];
    assert_eq!(li.push(&changes).await, "ok\nok\n");
    let form = open(&crew.village, &path()).await;
    form.has(&["道路交通", "饮水安全", "集体经济"]).hasnt(&["人居环境", "邻里矛盾"]);
    let at = |name: &str| form.text.find(name).unwrap();
    assert!(at("道路交通") < at("饮水安全") && at("饮水安全") < at("集体经济"));
    // by the district's word; nothing into a drawer set aside; the first on offer where nobody can say
    for words in ["老井边上要围一围", "路灯坏了，竹子也卖不掉", "路灯坏了"] {
        raises(&crew, &[("words", words)], None).await.has(&["收到了"]).hasnt(&[]);
    }
    // a form that was opened before, and says what was offered then
    raises(&crew, &[("words", "溪边"), ("category", "living")], None).await.has(&["收到了"]);
    let told: Vec<_> =
        leads(&crew).await.into_iter().map(|(_, _, fields)| fields["category"].clone()).collect();
    assert_eq!(told, ["water", "economy", "road", "living"]);
}
