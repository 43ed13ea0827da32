//! Answers on a socket, and lets go of whoever connects and does not say what for.

use std::convert::Infallible;
use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use crate::hall::Hall;

/// How long the requests under way may take once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// How long one waits for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the head of the next request, from its connection on or from the last answer. Longer than a proxy keeps an
    /// idle connection, so that it is the proxy that lets go.
    pub head: Duration,
    /// For all the rest: the body, and the answer. Long enough for a full push over a bad connection.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { head: Duration::from_secs(75), whole: Duration::from_secs(60) }
    }
}

/// Answers on `listener` until `stop` comes, then lets the requests under way finish.
///
/// What `axum::serve` does, with a limit to how long a head may take: it sets none, and whoever sends a letter a minute
/// would keep a connection for ever.
pub async fn serve(
    listener: TcpListener,
    hall: Hall,
    app: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    hall.listen();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(hall.patience.head);
    let under_way = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, from) = tokio::select! {
            accepted = accept(&listener) => accepted,
            () = &mut stop => break,
        };
        let app = app.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(from));
            let app = app.clone();
            async move {
                Ok::<_, Infallible>(
                    app.oneshot(request).await.unwrap_or_else(|never| match never {}),
                )
            }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let connection = under_way.watch(connection);
        tokio::spawn(async move {
            // whoever hangs up in the middle does so every day
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    // streams would otherwise stay open for ever
    hall.close();
    if timeout(FAREWELL, under_way.shutdown()).await.is_err() {
        tracing::warn!("some requests were not finished");
    }
}

/// The next connection. One that broke before it was taken is nobody's loss; without a file handle one waits for others
/// to go.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                // small answers should not wait for more
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "small answers wait for more");
                }
                return (stream, from);
            }
            Err(error) if broken(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

fn broken(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}
