//! A script in every word of an evening: what is sealed and read by everybody is the letters it is written in.

use domain::session::{Seat, Sort};
use domain::{Act, Id, Kind, Role, SessionAct};
use serde_json::json;
use sqlx::PgPool;

use crate::editions::founded;
use crate::evening::{Crew, seat};
use crate::verify::page;

const SCRIPT: &str = "\"'></textarea><script>alert(1)</script><img src=x onerror=\"alert(2)\">";

/// What would be left of it as anything but letters.
fn caught(told: &str) -> Vec<&str> {
    ["<script>", "<img src=x", "onerror=\"", "</textarea>", "'>"]
        .into_iter()
        .filter(|part| told.contains(part))
        .collect()
}

#[sqlx::test]
async fn a_script_in_what_was_sealed_is_letters_on_every_page(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let evening = crew.planned(&format!("先干哪三件{SCRIPT}")).await;
    let nasty = |words: &str| format!("{words}{SCRIPT}");
    let guest = Seat {
        label: Some(nasty("大户")),
        group: Some(nasty("四组")),
        ..seat(&nasty("某人"), Role::Expert, None, None)
    };
    let laid = evening.begin(&mut crew.chen, SessionAct::Seat(guest));
    crew.writes(&[laid]).await;
    let said = [(Sort::Opinion, nasty("灯装在转弯头")), (Sort::Dissent, nasty("先修五组路"))];
    let said: Vec<(Sort, &str)> = said.iter().map(|(sort, words)| (*sort, &**words)).collect();
    crew.talks(evening, &said).await;
    crew.promises(evening, &nasty("清淤"), &nasty("四组")).await;
    let papers: Id = domain::session::papers_of(evening.id);
    let written: Vec<_> = ["facts", "consensus", "background"]
        .map(|field| {
            let act = Act::Edit { field: field.into(), from: json!(null), to: json!(nasty(field)) };
            crew.chen.change(Kind::Minutes, papers, evening.bench(), act)
        })
        .into();
    crew.writes(&written).await;
    let code = crew.seal(evening).await.code;
    for lang in ["zh-CN", "en"] {
        for (path, words) in [
            ("s", &["先干哪三件", "灯装在转弯头", "先修五组路", "清淤", "consensus"][..]),
            ("verify", &["先干哪三件"]),
        ] {
            let path = format!("/{path}/{code}?lang={lang}");
            let (status, told) = page(&crew.village, &path).await;
            assert_eq!(status, 200, "{path}");
            assert_eq!(caught(&told), <[&str; 0]>::default(), "{path}: {told}");
            for words in words {
                let escaped = format!("{words}&quot;'&gt;&lt;/textarea&gt;&lt;script&gt;");
                assert!(told.contains(&escaped), "{path} shows {escaped}: {told}");
            }
        }
    }
}
