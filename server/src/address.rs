//! The address a request came from.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

/// The address a request came from: the other end of the connection, or, when that is a proxy on
/// this machine, the one the proxy tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address(pub(crate) IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let end = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let end = end.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(end)| end.ip());
        // anybody can write the header, but from this machine only its own proxy does
        let told = if end.to_canonical().is_loopback() { told(&parts.headers) } else { None };
        Ok(Self(told.unwrap_or(end)))
    }
}

/// The last address in the list is the one the proxy itself has seen.
fn told(headers: &HeaderMap) -> Option<IpAddr> {
    let list = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    list.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stranger_writes_before_the_proxy_does_not_count() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "198.51.100.7".parse().expect("a header"));
        headers.append("x-forwarded-for", "10.0.0.1, 203.0.113.9".parse().expect("a header"));
        assert_eq!(told(&headers), Some(IpAddr::from([203, 0, 113, 9])));
    }
}
