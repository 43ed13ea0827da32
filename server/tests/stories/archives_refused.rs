//! Which archives are refused, and to whom: then nothing is written, and nothing given.

use std::fs;
use std::path::Path;
use std::process::Command;

use server::archive::{TakeError, take, write};
use server::database::{ArchiveError, back_up};
use sqlx::PgPool;

use crate::archives::{ORIGIN, emptied};
use crate::backups::open;
use crate::epochs::{Folder, config};
use crate::village::{CHEN, LI, Village};

/// Why a file is refused; nothing was written.
async fn refused(pool: &PgPool, file: &Path, folder: &Folder) -> TakeError {
    let told = take(pool, file, &config(folder, None, false)).await.unwrap_err();
    let rows: i64 = sqlx::query_scalar(
        "select (select count(*) from record) + (select count(*) from scope) + (select count(*) from device)
              + (select count(*) from epoch)",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!((rows, folder.epoch()), (0, String::new()), "{told}");
    told
}

#[sqlx::test]
async fn what_is_damaged_cut_short_or_newer_is_refused_whole(pool: PgPool) {
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    let mut chen = village.phone(CHEN).await;
    let issue = chen.raise("井干了");
    assert_eq!(chen.push(&[issue]).await, "ok\n");
    let file = folder.0.join("all.tar");
    write(pool, ORIGIN, &file).await.unwrap();
    assert!(
        matches!(write(pool, ORIGIN, &file).await, Err(server::archive::MakeError::File(_))),
        "it is there"
    );
    let told = take(pool, &file, &config(&folder, None, false)).await.unwrap_err();
    assert!(
        matches!(told, TakeError::NotEmpty) && told.to_string().contains("not empty"),
        "{told}"
    );
    let whole = fs::read(&file).unwrap();
    emptied(pool).await;

    let bent = folder.0.join("bent.tar");
    let step = whole.len() / 60;
    for at in (0..whole.len()).step_by(step).chain([whole.len() - 1, whole.len() - 1100, 513]) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        fs::write(&bent, &bytes).unwrap();
        let told = refused(pool, &bent, &folder).await;
        assert!(
            matches!(told, TakeError::File(ArchiveError::Damaged(_) | ArchiveError::NotOne(_))),
            "{at}: {told}"
        );
        fs::write(&bent, &whole[..at]).unwrap();
        let told = refused(pool, &bent, &folder).await;
        assert!(
            matches!(told, TakeError::File(ArchiveError::Damaged(_) | ArchiveError::NotOne(_))),
            "{at}: {told}"
        );
    }
    let longer = [&whole[..], b"x"].concat();
    fs::write(&bent, longer).unwrap();
    let told = refused(pool, &bent, &folder).await;
    assert!(matches!(told, TakeError::File(ArchiveError::Damaged(_))), "{told}");
    // by a newer version, though the file is whole
    for older in [
        "insert into _sqlx_migrations select version - 1, 'older', now(), true, checksum, 0
         from _sqlx_migrations order by version desc limit 1",
        "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)",
    ] {
        sqlx::query(older).execute(pool).await.unwrap();
    }
    assert!(matches!(refused(pool, &file, &folder).await, TakeError::Newer));
}

#[sqlx::test]
async fn another_file_is_no_archive(pool: PgPool) {
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    back_up(pool, &folder.0.join("backup")).await.unwrap();
    emptied(pool).await;
    let tar = ["-cf", "other.tar", "backup"];
    let tar = Command::new("tar").args(tar).current_dir(&folder.0).status().unwrap();
    assert!(tar.success());
    fs::write(folder.0.join("text"), "井干了").unwrap();
    fs::write(folder.0.join("nothing"), "").unwrap();
    for name in ["other.tar", "backup", "text", "nothing"] {
        let told = refused(pool, &folder.0.join(name), &folder).await;
        assert!(matches!(told, TakeError::File(ArchiveError::NotOne(_))), "{name}: {told}");
    }
    let told = refused(pool, &folder.0.join("nowhere"), &folder).await;
    assert!(matches!(told, TakeError::File(ArchiveError::File(..))), "{told}");
}

#[sqlx::test]
async fn the_office_of_all_that_lies_here_downloads_it_as_a_deed(pool: PgPool) {
    let village = Village::new(pool).await;
    let li = village.phone(LI).await;
    let region = crate::village::REGION;
    let answer = li.get(&format!("/papers/district/{region}/archive.tar")).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/x-tar"));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(
        answer.header("content-disposition").starts_with("attachment; filename=\"bandeng-archive-")
    );
    let folder = Folder::new();
    let file = folder.0.join("all.tar");
    fs::write(&file, &answer.bytes).unwrap();
    let deeds = "select count(*) from audit where deed = 'archive' and person = '00000000-0000-0000-0000-0000000000a5'";
    assert_eq!(village.count(deeds).await, 1);
    let before: i64 = village.count("select count(*) from member").await;
    emptied(village.pool()).await;
    take(village.pool(), &file, &config(&folder, None, false)).await.unwrap();
    assert_eq!(village.count("select count(*) from member").await, before);
    // it tells of itself: the deed was done before it was made
    assert_eq!(village.count(deeds).await, 1);
    // another district's people lie here, too: it is not hers alone any more
    sqlx::query("insert into scope (id) values ('g:00000000-0000-0000-0000-000000000099')")
        .execute(village.pool())
        .await
        .unwrap();
    let village = Village { app: open(village.pool(), &folder).await, hall: village.hall };
    let li = village.phone(LI).await;
    assert_eq!(
        li.get(&format!("/papers/district/{region}/archive.tar")).await.told(),
        "403 not_yours"
    );
    assert_eq!(village.count(deeds).await, 1);
}
