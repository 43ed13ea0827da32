//! News of what was written, from whichever server wrote it to every phone that listens.

use std::sync::Arc;
use std::time::Duration;

use domain::sync::Step;
use domain::{Form, Id, Scope, form};
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast::Sender;
use uuid::Uuid;

const CHANNEL: &str = "bandeng";
/// PostgreSQL carries less than 8,000 bytes a notice.
const LONGEST: usize = 7_900;
/// So many versions fit into a notice, each with the name of its scope.
const MANY: usize = 100;

/// What a push wrote.
#[derive(Clone, Debug, Default, PartialEq, Form)]
pub struct Notice {
    /// The epoch in which it was written.
    pub(crate) epoch: String,
    /// The device that wrote it, which has its answer.
    pub(crate) device: Id,
    /// The scopes that have news, and the version of each.
    pub(crate) vers: Vec<(Scope, u64)>,
    /// What the news is, if that is little.
    #[form(sparse)]
    pub(crate) steps: Vec<Step>,
}

/// One piece of news. It is only a hint: whoever misses it finds out at the next pull.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum News {
    /// Something was written.
    Written(Arc<Notice>),
    /// A device was signed out.
    Revoked(Uuid),
    /// Some news may have been missed.
    Missed,
    /// This server is about to stop.
    Closing,
}

impl News {
    fn parse(told: &str) -> Option<Self> {
        if let Ok(notice) = form::parse::<Notice>(told) {
            return Some(Self::Written(Arc::new(notice)));
        }
        match told.split_once(' ')? {
            ("device", id) => Uuid::parse_str(id).ok().map(Self::Revoked),
            // as servers of the first release tell it
            (scope, ver) => {
                let vers = vec![(scope.parse().ok()?, ver.parse().ok()?)];
                Some(Self::Written(Arc::new(Notice { vers, ..Notice::default() })))
            }
        }
    }
}

impl Notice {
    /// What is told of it: all in one, unless it is too long for that.
    fn lines(&self) -> Vec<String> {
        let whole = form::text(self);
        if whole.len() <= LONGEST {
            return vec![whole];
        }
        let bare = |vers: &[(Scope, u64)]| {
            form::text(&Self { vers: vers.to_vec(), steps: Vec::new(), ..self.clone() })
        };
        self.vers.chunks(MANY).map(bare).collect()
    }
}

/// Tells every server what was written. A failure is logged and no more: the writing is done.
///
/// To be called after the commit: a notice inside the writing transaction would make all writers
/// of the database queue for one lock.
pub(crate) async fn tell(pool: &PgPool, written: &Notice) {
    if !written.vers.is_empty() {
        announce(pool, written.lines()).await;
    }
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

    const ID: Uuid = Uuid::from_u128(7);

    fn notice(scopes: u128) -> Notice {
        let vers = (0..scopes).map(|n| (Scope::User(Uuid::from_u128(n)), 12)).collect();
        let step =
            Step { scope: Scope::Village(ID), ver: 3, left: vec![], rows: None, edits: vec![] };
        Notice { epoch: "e1".into(), device: ID, vers, steps: vec![step] }
    }

    #[test]
    fn what_was_written_is_told_in_one_line_if_it_fits() {
        let (little, much) = (notice(3), notice(230));
        let heard = |notice: &Notice| -> Vec<_> {
            notice.lines().iter().map(|line| News::parse(line)).collect()
        };
        assert_eq!(heard(&little), vec![Some(News::Written(Arc::new(little)))]);
        let lines = much.lines();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() <= LONGEST && !line.contains("steps")));
    }

    #[test]
    fn a_device_and_news_of_an_older_server_are_one_word_and_another() {
        let scope = Scope::Village(ID);
        let old = Notice { vers: vec![(scope, 12)], ..Notice::default() };
        assert_eq!(News::parse(&format!("{scope} 12")), Some(News::Written(Arc::new(old))));
        assert_eq!(News::parse(&format!("device {ID}")), Some(News::Revoked(ID)));
        assert_eq!(News::parse("something else"), None);
    }
}
