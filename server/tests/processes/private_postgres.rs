//! The private PostgreSQL, as whoever runs these tests: root or not.

use std::fs;
use std::path::Path;

use crate::server::{Data, Server, bandeng, epoch, said};

/// Whether a PostgreSQL runs on the data folder.
fn runs(data: &Path) -> bool {
    let pid = fs::read_to_string(data.join("postgres/postmaster.pid")).unwrap_or_default();
    let pid = pid.lines().next().and_then(|line| line.parse::<i32>().ok());
    let pid = pid.and_then(rustix::process::Pid::from_raw);
    pid.is_some_and(|pid| rustix::process::test_kill_process(pid).is_ok())
}

#[test]
fn a_killed_server_finds_everything_again() {
    let data = Data::new("killed");
    assert!(said(&bandeng(&data.0).arg("seed-demo").output().unwrap()).contains("is there"));
    let first = Server::start(&data.0);
    let (board, before) = (first.get("/"), epoch(&first));
    assert!(board.contains("上枫村"));
    first.kill();
    assert!(runs(&data.0), "PostgreSQL outlives a killed server");
    let second = Server::start(&data.0);
    assert!(second.get("/").contains("上枫村"));
    assert_eq!(epoch(&second), before);
    assert!(second.stop());
    assert!(!runs(&data.0), "PostgreSQL stops with its server");
}

#[test]
fn a_stale_note_of_another_process_is_no_hindrance() {
    let data = Data::new("stale");
    let first = Server::start(&data.0);
    first.stop();
    // as after a power cut, when the number has become another program's: here our own
    let note = format!("{}\n{}\n1\n5432\n\n\n\n", std::process::id(), data.0.display());
    fs::write(data.0.join("postgres/postmaster.pid"), note).unwrap();
    assert!(Server::start(&data.0).stop());
}

#[test]
fn two_servers_on_one_folder_are_told_apart() {
    let data = Data::new("twice");
    let first = Server::start(&data.0);
    let second = bandeng(&data.0).arg("migrate").output().unwrap();
    assert!(!second.status.success());
    assert!(said(&second).contains("in use by another bandeng"), "{}", said(&second));
    assert!(first.get("/health").contains("\"ok\":true"));
}

#[test]
fn a_command_runs_with_a_database_and_its_exit_code_comes_back() {
    let data = Data::new("command");
    let script = "test -n \"$DATABASE_URL\" && exit 7";
    let ran = bandeng(&data.0).args(["postgres", "--", "sh", "-c", script]).status().unwrap();
    assert_eq!(ran.code(), Some(7));
    assert!(!runs(&data.0));
}

#[test]
fn without_postgresql_the_one_command_is_said() {
    let data = Data::new("missing");
    let empty = std::env::temp_dir();
    let told =
        bandeng(&data.0).arg("migrate").env("BANDENG_POSTGRES_BIN", &empty).output().unwrap();
    assert!(!told.status.success());
    assert!(said(&told).contains("BANDENG_POSTGRES_BIN"), "{}", said(&told));
}

#[test]
fn a_folder_with_a_long_path_still_gets_a_socket() {
    let data = Data::new("long");
    let deep = data.0.join("很长的路径".repeat(10));
    assert!(Server::start(&deep).stop());
}
