//! Whoever is slow on purpose: a connection that says nothing, a head letter by letter, a body that never ends.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use server::listen::{self, Patience};
use server::{Hall, http};
use sqlx::PgPool;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server on a socket; gives its address, what stops it, and itself.
async fn open(
    pool: PgPool,
    patience: Patience,
) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let mut hall = Hall::new(pool, "epoch-one");
    hall.patience = patience;
    let app = http::router(&hall, Path::new("/nowhere"), "https://bandeng.example");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let stop_signal = async move { drop(stopped.await) };
    (address, stop, tokio::spawn(listen::serve(listener, hall, app, stop_signal)))
}

/// Says `said` and reads until the server hangs up.
async fn answered(address: SocketAddr, said: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(said.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.unwrap();
    String::from_utf8_lossy(&heard).into_owned()
}

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(3600);
const QUICK: &str = "GET /health HTTP/1.1\r\nhost: bandeng.example\r\nconnection: close\r\n\r\n";

#[sqlx::test]
async fn whoever_does_not_say_what_for_is_let_go(pool: PgPool) {
    let (address, stop, server) = open(pool.clone(), Patience { head: SHORT, whole: LONG }).await;
    // were they not let go, this would wait for ever
    for said in ["", "GET /he", "GET /health HTTP/1.1\r\nhost: bandeng.example\r\nx-slow: a"] {
        assert_eq!(answered(address, said).await, "", "{said:?} is no request");
    }
    // a connection that was good for something is kept no longer than that
    answered(address, "GET /health HTTP/1.1\r\nhost: bandeng.example\r\n\r\n").await;
    stop.send(()).unwrap();
    server.await.unwrap();
    // a whole head is answered: asked where there is time enough, however busy the machine is
    let (address, stop, server) = open(pool, Patience { head: LONG, whole: LONG }).await;
    let told = answered(address, QUICK).await;
    assert!(told.starts_with("HTTP/1.1 200 OK"), "{told}");
    stop.send(()).unwrap();
    server.await.unwrap();
}

/// A request whose body never ends.
fn slow(connection: &str) -> String {
    format!(
        "POST /api/v1/invites/look HTTP/1.1\r\nhost: bandeng.example\r\n{connection}\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n{{\"code\":"
    )
}

#[sqlx::test]
async fn a_body_that_never_ends_is_answered(pool: PgPool) {
    let (address, stop, server) = open(pool, Patience { head: LONG, whole: SHORT }).await;
    let told = answered(address, &slow("connection: close\r\n")).await;
    assert!(told.starts_with("HTTP/1.1 503") && told.contains("\"slow\""), "{told}");
    stop.send(()).unwrap();
    server.await.unwrap();
}

#[sqlx::test]
async fn while_bodies_do_not_end_the_rest_of_the_village_goes_on(pool: PgPool) {
    let (address, stop, server) = open(pool, Patience { head: LONG, whole: LONG }).await;
    let mut hung = Vec::new();
    for _ in 0..50 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(slow("").as_bytes()).await.unwrap();
        hung.push(stream);
    }
    assert!(answered(address, QUICK).await.starts_with("HTTP/1.1 200 OK"));
    drop(hung);
    stop.send(()).unwrap();
    server.await.unwrap();
}

#[sqlx::test]
async fn a_head_without_end_is_not_read_to_its_end(pool: PgPool) {
    let (address, stop, server) = open(pool, Patience { head: LONG, whole: LONG }).await;
    let long = format!("GET /health HTTP/1.1\r\nhost: a\r\nx-long: {}", "a".repeat(1_000_000));
    let mut stream = TcpStream::connect(address).await.unwrap();
    // the server may hang up while it is still being told
    let _told = stream.write_all(long.as_bytes()).await;
    let mut heard = Vec::new();
    let _cut = stream.read_to_end(&mut heard).await;
    let heard = String::from_utf8_lossy(&heard);
    assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 431"), "{heard}");
    stop.send(()).unwrap();
    server.await.unwrap();
}
