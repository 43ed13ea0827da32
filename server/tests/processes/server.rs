//! The built command, as a process of its own.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A data folder, gone when the story ends.
pub(crate) struct Data(pub(crate) PathBuf);

impl Data {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bandeng-{name}-{}", uuid::Uuid::now_v7()));
        Self(folder)
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The command, without a database of its own.
pub(crate) fn bandeng(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bandeng"));
    command.env_remove("DATABASE_URL").env_remove("BANDENG_EPOCH").env("BANDENG_DATA", data);
    command
}

/// A server of its own, killed when the story ends.
pub(crate) struct Server {
    child: Child,
    pub(crate) at: SocketAddr,
}

impl Server {
    /// Starts it over a PostgreSQL of its own, and waits until it answers.
    pub(crate) fn start(data: &Path) -> Self {
        Self::run(bandeng(data))
    }

    /// Starts it over a database that it shares with others.
    pub(crate) fn share(data: &Path, url: &str, epoch: &str) -> Self {
        let mut command = bandeng(data);
        command.env("DATABASE_URL", url).env("BANDENG_EPOCH", epoch);
        Self::run(command)
    }

    fn run(mut command: Command) -> Self {
        let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child =
            command.env("BANDENG_LISTEN", at.to_string()).stdout(Stdio::null()).spawn().unwrap();
        let server = Self { child, at };
        let deadline = Instant::now() + Duration::from_secs(60);
        while !server.get("/health").contains("\"ok\":true") {
            assert!(Instant::now() < deadline, "the server did not come up");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// What the server answers; nothing if it is not there.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        if let Ok(mut stream) = TcpStream::connect(self.at) {
            let ask =
                format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
            stream.write_all(ask.as_bytes()).unwrap();
            let _ = stream.read_to_string(&mut answer);
        }
        answer
    }

    /// Posts JSON with a cookie, and gives all that comes back.
    pub(crate) fn post(&self, path: &str, cookie: &str, body: &str) -> String {
        let mut stream = self.ask("POST", path, cookie, body);
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks with a cookie, and leaves the answer to be read.
    pub(crate) fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.at).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncookie: {cookie}\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        stream
    }

    /// Kills it without a chance to tidy up.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits until it has.
    pub(crate) fn stop(mut self) -> bool {
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

/// All that a command has said.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat()).into_owned()
}

/// The epoch a server tells.
pub(crate) fn epoch(server: &Server) -> String {
    let answer = server.get("/api/v1/ping");
    let (_, after) = answer.split_once("\"epoch\":\"").expect("an epoch");
    after.split_once('"').unwrap().0.to_owned()
}
