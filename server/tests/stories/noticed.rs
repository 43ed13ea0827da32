//! Each figure is written over by hand once, and the one that is wrong is noticed by its name.

use domain::figures::{Figure, Figures};
use server::demo::valley::Valley;
use sqlx::PgPool;

use crate::figures::{differs, read, valley};
use crate::recount::All;

/// What is written over by hand, and the figure that must notice.
const CHANGED: [(Figure, &str); 11] = [
    (
        Figure::Sessions,
        "update record set fields = fields || '{\"off\": true}' where id = (select id from plan where not off limit 1)",
    ),
    (Figure::Issues, "update record set gone = true where id = (select id from issue limit 1)"),
    (
        Figure::Advice,
        "update record set fields = fields || '{\"verdict\": \"declined\"}' where id = (select id from advice where verdict = 'adopted' limit 1)",
    ),
    (
        Figure::Reasons,
        "update record set fields = fields || '{\"why\": \" \"}' where id = (select id from advice where verdict = 'partly' limit 1)",
    ),
    (
        Figure::Actions,
        "update record set fields = fields || '{\"due\": 1}' where id = (select id from action where done_at is null and state <> 'unclaimed' and due > 1795000000000 limit 1)",
    ),
    (
        Figure::Redone,
        "update record set fields = fields || jsonb_build_object('trail', fields->'trail' || jsonb_build_object('to', 'redo', 'by', id, 'at', 1794000000000)) where id = (select id from action where done_at is not null and redone_at = '{}' limit 1)",
    ),
    (
        Figure::Days,
        "update record set fields = jsonb_set(fields, '{trail,0,at}', '1') where id = (select issue from action where done_at is not null and issue is not null limit 1)",
    ),
    (
        Figure::Echoes,
        "update record set fields = fields - 'echoes' where id = (select id from advice where echoes <> '[]' limit 1)",
    ),
    (
        Figure::Satisfaction,
        "update record set fields = jsonb_set(fields, '{ratings,0,result}', '\"not\"') where id = (select action from rating where result = 'satisfied' and nth = 1 limit 1)",
    ),
    (Figure::Voice, "delete from record where kind = 'seat' and fields->>'group' = '一组'"),
    (
        Figure::Round,
        "update record set gone = true where kind = 'seat' and fields->>'group' = '二组'",
    ),
];

#[sqlx::test]
async fn a_figure_that_is_wrong_is_noticed_by_name(pool: PgPool) {
    let village = valley(pool, 3, 300).await;
    let office = village.phone(Valley::office()).await;
    let region = Valley::region();
    let path = format!("/api/v1/district/{region}/figures");
    let mut before = All::read(village.pool()).await;
    for (figure, change) in CHANGED {
        let changed = sqlx::query(change).execute(village.pool()).await.unwrap();
        assert!(changed.rows_affected() > 0, "{figure:?}: nothing was written over");
        let told: Figures = read(&village, &office, &path).await;
        // what was counted before the change is another figure now
        let found = differs(&told, &before, region);
        let name = format!("{} of", figure.as_str());
        assert!(found.iter().any(|one| one.starts_with(&name)), "{figure:?}: {found:?}");
        before = All::read(village.pool()).await;
        assert_eq!(differs(&told, &before, region), Vec::<String>::new());
    }
}
