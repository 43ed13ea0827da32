//! Under which epoch a server serves, and that a restored database cannot hide what it is.

use std::path::{Path, PathBuf};

use clap::Parser;
use server::config::{Arguments, Config};
use server::database::{EpochError, claim};
use server::{Hall, http};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{CHEN, Village, WANG};

/// A data folder, gone when the story ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("bandeng-story-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn epoch(&self) -> String {
        std::fs::read_to_string(self.0.join("epoch")).unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// What a server is told that shares its database with others, or has one of its own.
pub(crate) fn config(folder: &Folder, epoch: Option<&str>, shared: bool) -> Config {
    let mut config = Arguments::parse_from(["bandeng"]).config;
    config.database_url = shared.then(|| "postgres://somewhere".to_owned());
    (config.data, config.epoch) = (folder.0.clone(), epoch.map(str::to_owned));
    config
}

async fn told(pool: &PgPool, folder: &Folder, epoch: Option<&str>) -> Result<String, EpochError> {
    claim(pool, &config(folder, epoch, true)).await
}

#[sqlx::test]
async fn the_first_server_draws_the_word_and_finds_it_again(pool: PgPool) {
    let folder = Folder::new();
    let word = told(&pool, &folder, None).await.unwrap();
    assert_eq!(word, folder.epoch());
    assert_eq!(told(&pool, &folder, None).await.unwrap(), word);
}

#[sqlx::test]
async fn a_second_server_of_a_shared_database_must_be_told_the_word(pool: PgPool) {
    let (first, second) = (Folder::new(), Folder::new());
    let word = told(&pool, &first, None).await.unwrap();
    let refused = told(&pool, &second, None).await.unwrap_err();
    assert!(matches!(refused, EpochError::Untold(_)), "{refused}");
    assert!(refused.to_string().contains("BANDENG_EPOCH"), "{refused}");
    assert_eq!(second.epoch(), "", "it draws no word of its own");
    assert_eq!(told(&pool, &second, Some(&word)).await.unwrap(), word);
    let unfit = told(&pool, &second, Some("two words")).await.unwrap_err();
    assert!(matches!(unfit, EpochError::Unfit), "{unfit}");
}

#[sqlx::test]
async fn a_database_that_phones_knew_before_it_kept_epochs_is_not_taken_for_a_new_one(
    pool: PgPool,
) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise("井干了");
    assert_eq!(wang.push(&[issue]).await, "ok\n");
    let refused = told(village.pool(), &Folder::new(), None).await.unwrap_err();
    assert!(matches!(refused, EpochError::Untold(_)), "{refused}");
}

#[sqlx::test]
async fn a_word_that_is_over_is_not_taken_again(pool: PgPool) {
    let folder = Folder::new();
    told(&pool, &folder, Some("year-one")).await.unwrap();
    told(&pool, &folder, Some("year-two")).await.unwrap();
    let refused = told(&pool, &folder, Some("year-one")).await.unwrap_err();
    assert!(matches!(refused, EpochError::Over), "{refused}");
    assert_eq!(told(&pool, &folder, Some("year-two")).await.unwrap(), "year-two");
}

/// As when somebody puts an old copy back with PostgreSQL's own tools.
async fn put_back(pool: &PgPool, epochs: i32) {
    sqlx::query("delete from epoch where number > $1").bind(epochs).execute(pool).await.unwrap();
}

#[sqlx::test]
async fn a_database_older_than_the_word_beside_it_begins_a_new_epoch(pool: PgPool) {
    let folder = Folder::new();
    told(&pool, &Folder::new(), Some("year-one")).await.unwrap();
    std::fs::write(folder.0.join("epoch"), "year-two").unwrap();
    assert_eq!(told(&pool, &folder, Some("year-two")).await.unwrap(), "year-two");
    put_back(&pool, 1).await;
    // others may serve it, too: somebody has to say the new word to all of them
    let refused = told(&pool, &folder, None).await.unwrap_err();
    assert!(matches!(refused, EpochError::Unknown { .. }), "{refused}");
    // nobody else serves a private one
    let word = claim(&pool, &config(&folder, None, false)).await.unwrap();
    assert_ne!(word, "year-two");
    assert_eq!(word, folder.epoch());
}

#[sqlx::test]
async fn a_server_that_slept_through_a_restoration_answers_no_phone(pool: PgPool) {
    let folder = Folder::new();
    let village = Village::new(pool).await;
    let pool = village.pool();
    let word = told(pool, &folder, Some("year-one")).await.unwrap();
    let hall = Hall::new(pool.clone(), &word);
    let app = http::router(&hall, Path::new("/nowhere"), "http://localhost");
    let cookie = village.phone(CHEN).await.cookie;
    let mut chen = Phone::new(app, CHEN, cookie);
    let (before, after) = (chen.raise("一"), chen.raise("二"));
    assert_eq!(chen.push(&[before]).await, "ok\n");
    assert!(chen.pull().await.contains("一"));
    told(pool, &folder, Some("year-two")).await.unwrap();
    assert_eq!(chen.push(&[after]).await, "503 busy");
    assert_eq!(chen.pull().await, "503 busy");
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 1);
}
