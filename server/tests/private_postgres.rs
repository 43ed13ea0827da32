//! The private PostgreSQL, as whoever runs these tests: root or not.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that stumbles has failed")]

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A data folder, gone when the story ends.
struct Data(PathBuf);

impl Data {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bandeng-{name}-{}", uuid::Uuid::now_v7()));
        Self(folder)
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn bandeng(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bandeng"));
    command.env_remove("DATABASE_URL").env("BANDENG_DATA", data);
    command
}

/// A server of its own, killed when the story ends.
struct Server {
    child: Child,
    at: SocketAddr,
}

impl Server {
    fn start(data: &Path) -> Self {
        let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = bandeng(data)
            .env("BANDENG_LISTEN", at.to_string())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { child, at };
        let deadline = Instant::now() + Duration::from_secs(60);
        while !server.get("/health").contains("\"ok\":true") {
            assert!(Instant::now() < deadline, "the server did not come up");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// What the server answers; nothing if it is not there.
    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        if let Ok(mut stream) = TcpStream::connect(self.at) {
            let ask =
                format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
            stream.write_all(ask.as_bytes()).unwrap();
            let _ = stream.read_to_string(&mut answer);
        }
        answer
    }

    /// Kills it without a chance to tidy up.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits until it has.
    fn stop(mut self) -> bool {
        let id = rustix::process::Pid::from_raw(self.child.id().cast_signed()).unwrap();
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat()).into_owned()
}

fn epoch(server: &Server) -> String {
    let answer = server.get("/api/v1/ping");
    let (_, after) = answer.split_once("\"epoch\":\"").expect("an epoch");
    after.split_once('"').unwrap().0.to_owned()
}

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
