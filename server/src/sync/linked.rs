//! What is done by a link, without an account: one act, judged and stored as any other, noted, and told to every phone.

use domain::sync::Outcome;
use domain::{Change, Refusal};
use sqlx::{PgConnection, Postgres, Transaction};

use super::Notice;
use super::push::{self, News};
use super::sitting::Sitting;
use crate::accounts::audit::{self, Deed};
use crate::error::Error;
use crate::hall::Hall;

/// Puts the one act before the judge, over what its sitting was opened with, and stores what comes of it. What is noted
/// stands under the name of whoever the link says.
pub(super) async fn settle(
    hall: &Hall,
    mut tx: Transaction<'_, Postgres>,
    mut sitting: Sitting,
    change: &Change,
    deed: &'static str,
) -> Result<Result<(), Refusal>, Error> {
    let (outcome, news) = lay(&mut tx, &mut sitting, change, deed).await?;
    close(hall, tx, news).await?;
    Ok(outcome)
}

/// The same, with the transaction still open for what belongs to it.
pub(super) async fn lay(
    db: &mut PgConnection,
    sitting: &mut Sitting,
    change: &Change,
    deed: &'static str,
) -> Result<(Result<(), Refusal>, News), Error> {
    let person = Some(sitting.who.person);
    let outcome = match sitting.judge(change).outcome {
        Outcome::Refused { refusal } => Err(refusal),
        Outcome::Ok | Outcome::Merged | Outcome::Both => Ok(()),
    };
    let code = outcome.as_ref().err().map(Refusal::code);
    let scope = sitting.sheets.get(&change.id).map_or(change.scope, |sheet| sheet.record.scope);
    let (about, scope) = (Some(change.id), Some(scope));
    let act = Some(audit::word(&change.act));
    let deed = Deed { person, deed, about, scope, code, act, device: None };
    audit::note(db, &[deed]).await?;
    let news = push::store(db, sitting).await?;
    Ok((outcome, news))
}

/// Commits, and tells every phone: it was written by none.
pub(super) async fn close(
    hall: &Hall,
    tx: Transaction<'_, Postgres>,
    news: News,
) -> Result<(), Error> {
    tx.commit().await?;
    let (epoch, vers) = (hall.epoch.to_string(), news.into_iter().collect());
    super::tell(&hall.pool, &Notice { epoch, vers, ..Notice::default() }).await;
    Ok(())
}
