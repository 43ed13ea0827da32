//! News of what was written, from whichever server wrote it to every phone that listens.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::Scope;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast::Sender;
use uuid::Uuid;

const CHANNEL: &str = "bandeng";

/// One piece of news. It is only a hint: whoever misses it finds out at the next pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// Something was written in a scope, which is now at this version.
    Written(Scope, u64),
    /// A device was signed out.
    Revoked(Uuid),
    /// Some news may have been missed.
    Missed,
    /// This server is about to stop.
    Closing,
}

impl News {
    fn parse(told: &str) -> Option<Self> {
        match told.split_once(' ')? {
            ("device", id) => Uuid::parse_str(id).ok().map(Self::Revoked),
            (scope, ver) => Some(Self::Written(scope.parse().ok()?, ver.parse().ok()?)),
        }
    }
}

/// Tells every server what was written. A failure is logged and no more: the writing is done.
///
/// To be called after the commit: a notice inside the writing transaction would make all writers
/// of the database queue for one lock.
pub(crate) async fn tell(pool: &PgPool, written: &BTreeMap<Scope, u64>) {
    if written.is_empty() {
        return;
    }
    let told: Vec<String> = written.iter().map(|(scope, ver)| format!("{scope} {ver}")).collect();
    announce(pool, told).await;
}

/// Tells every server that a device was signed out.
pub(crate) async fn tell_revoked(pool: &PgPool, device: Uuid) {
    announce(pool, vec![format!("device {device}")]).await;
}

async fn announce(pool: &PgPool, told: Vec<String>) {
    let sent = sqlx::query("select pg_notify($1, told) from unnest($2::text[]) as told")
        .bind(CHANNEL)
        .bind(told)
        .execute(pool)
        .await;
    if let Err(error) = sent {
        tracing::warn!(%error, "phones could not be told that there is news");
    }
}

/// Passes on what any server tells, for as long as the server runs.
pub(crate) async fn listen(pool: PgPool, phones: Sender<News>) {
    loop {
        let outcome = pass_on(&pool, &phones).await;
        if pool.is_closed() {
            return;
        }
        if let Err(error) = outcome {
            tracing::warn!(%error, "listening for news again in a moment");
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn pass_on(pool: &PgPool, phones: &Sender<News>) -> sqlx::Result<()> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // only now: what was told until here was told to nobody. No phone may be there yet
    let _ = phones.send(News::Missed);
    loop {
        // nothing instead of a notice: the connection was lost and made anew
        let notice = listener.try_recv().await?;
        let news = notice.map_or(Some(News::Missed), |notice| News::parse(notice.payload()));
        if let Some(news) = news {
            let _ = phones.send(news);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_is_told_in_one_line() {
        let id = Uuid::from_u128(7);
        let scope = Scope::Village(id);
        assert_eq!(News::parse(&format!("{scope} 12")), Some(News::Written(scope, 12)));
        assert_eq!(News::parse(&format!("device {id}")), Some(News::Revoked(id)));
        assert_eq!(News::parse("something else"), None);
    }
}
