//! The report of a district: read back from paper, without names, and its figures reckoned once more from raw records.

use domain::Id;
use lopdf::{Document, Object};
use server::demo;
use sqlx::PgPool;

use crate::papers::{as_read, tight};
use crate::phone::Phone;
use crate::village::{LI, Village};

/// The sample's district, and the head of its office.
pub(crate) const YUNXI: Id = Id::from_u128(0x019c_a65e_0000_7000_8000_0001_0000_0001);
pub(crate) const LI_YUANHANG: Id = Id::from_u128(0x019c_a65e_0000_7000_8000_0002_0000_0007);

/// The sample district, with what it has little of: something that was done anew, ratings of all sorts, a group that
/// nobody was heard from, tasks that cost something.
pub(crate) async fn sample(pool: PgPool) -> Village {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    for odd in [
        "update record set fields = jsonb_set(fields, '{trail}', (fields->'trail') || jsonb_build_array(
           jsonb_build_object('to', 'redo', 'by', id, 'at', 1791000000000, 'why', '还是滑'),
           jsonb_build_object('to', 'acting', 'by', id, 'at', 1791100000000),
           jsonb_build_object('to', 'done', 'by', id, 'at', 1791200000000, 'why', '又铺了一遍')))
         where id = (select min(id::text)::uuid from record where kind = 'action' and fields->>'state' = 'closed')",
        "insert into burden values (date '2026-05-20', 'raise', 7, 35, 700), (date '2026-05-20', 'rate', 4, 4, 40)",
    ] {
        sqlx::query(odd).execute(village.pool()).await.unwrap();
    }
    village
}

/// Every name of the directory and of any seat, and every name that stands in some record.
pub(crate) async fn names(pool: &PgPool) -> Vec<String> {
    let names: Vec<String> = sqlx::query_scalar(
        "select distinct name #>> '{}' from record
         join lateral jsonb_path_query(fields, 'strict $.**.name') name on true
         where kind in ('person', 'seat', 'issue', 'advice', 'action') and jsonb_typeof(name) = 'string'
         union select distinct fields#>>'{proxy,name}' from record where fields ? 'proxy'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let names: Vec<String> = names.into_iter().filter(|name| name.chars().count() > 1).collect();
    assert!(names.len() > 25, "{names:?}");
    names
}

async fn report(phone: &Phone, paper: &str) -> Vec<u8> {
    let answer = phone.get(&format!("/papers/district/{YUNXI}/{paper}")).await;
    assert_eq!(answer.status, 200, "{paper}");
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.bytes
}

/// Whether every font of the document has its outlines within.
fn embedded(bytes: &[u8]) -> bool {
    let document = Document::load_mem(bytes).unwrap();
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
    let mut descriptors = fonts.filter(|dict| dict.has_type(b"FontDescriptor")).peekable();
    let holds = |dict: &lopdf::Dictionary| {
        [b"FontFile2".as_slice(), b"FontFile3"].iter().any(|key| {
            matches!(dict.get(key), Ok(Object::Reference(id)) if document.get_object(*id).is_ok())
        })
    };
    descriptors.peek().is_some() && descriptors.all(holds)
}

/// What is read on the paper, in this order.
const ORDER: [(&str, &[&str]); 2] = [
    (
        "zh-CN",
        &[
            "云溪区协商工作报告",
            "云溪区政协办公室",
            "2026年度",
            "一、坐下来谈了什么",
            "石桥镇上枫村",
            "村民代表",
            "二、数字",
            "协商：打算坐",
            "三、没有采纳的，理由在这里",
            "——不采纳。理由：",
            "四、三条板凳线",
            "（一）石桥镇上枫村：",
            "五、还欠着的",
            "六、下一步",
            "签发人（签名）：",
            "日期：",
            "年月日",
        ],
    ),
    (
        "en",
        &[
            "Consultation report of Yunxi District",
            "The year 2026",
            "What was talked through",
            "Shangfeng, Shiqiao Town",
            "Figures",
            "Three bench lines",
            "What is owed",
            "Signed by (signature):",
            "Date:",
        ],
    ),
];

#[sqlx::test]
async fn a_leader_can_sign_what_a_quarter_and_a_year_were(pool: PgPool) {
    let village = sample(pool).await;
    let li = village.phone(LI_YUANHANG).await;
    let names = names(village.pool()).await;
    for (lang, order) in ORDER {
        for kind in ["pdf", "docx"] {
            let bytes = report(&li, &format!("2026.{kind}?lang={lang}")).await;
            assert!(kind == "docx" || embedded(&bytes));
            let told = as_read(bytes, kind);
            let mut at = 0;
            for piece in order {
                let piece = tight(piece);
                let found = told[at..].find(&piece);
                at += found.unwrap_or_else(|| {
                    panic!("{lang} {kind}: {piece} is not after {}", &told[..at])
                });
            }
            let named: Vec<_> = names.iter().filter(|name| told.contains(&tight(name))).collect();
            assert!(named.is_empty(), "{lang} {kind}: {named:?}");
        }
    }
    let quarter = as_read(report(&li, "2026-Q2.docx").await, "docx");
    assert!(
        quarter.contains("2026年第二季度")
            && quarter.contains("埠头")
            && !quarter.contains("枫溪小食")
    );
    // nothing happened before there was a village
    let before = as_read(report(&li, "2025-Q1.docx").await, "docx");
    assert!(
        before.contains("这一期没有坐下来的协商。") && before.contains("这一期还没有走完的线。")
    );
}

#[sqlx::test]
async fn a_report_is_for_the_office_of_its_own_district(pool: PgPool) {
    let village = sample(pool).await;
    let (li, other) = (village.phone(LI_YUANHANG).await, village.phone(LI).await);
    let path = |paper: &str| format!("/papers/district/{YUNXI}/{paper}");
    // the office of the next district, and whoever sits in a village of this one
    let chen = village.phone(Id::from_u128(LI_YUANHANG.as_u128() - 5)).await;
    for phone in [&other, &chen] {
        assert_eq!(phone.get(&path("2026.docx")).await.told(), "403 not_yours");
        let preview = phone.get(&format!("/api/v1/district/{YUNXI}/report/2026")).await;
        assert_eq!(preview.told(), "403 not_yours");
    }
    for paper in ["2026", "2026.exe", "2026-Q5.pdf", "now.pdf", "2026-Q1.pdf.docx"] {
        assert_eq!(li.get(&path(paper)).await.told(), "404 no_such_address", "{paper}");
    }
}
