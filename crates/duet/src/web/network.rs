//! Where a request comes from: as much of it as is needed to count.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use super::App;

/// The network a request comes from, as `192.0.2.0/24` or `2001:db8:1::/48`; none when that cannot be told: from this
/// machine itself, or from a proxy that does not say.
pub struct Network(pub Option<String>);

impl FromRequestParts<Arc<App>> for Network {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Network, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let forwarded: Vec<&str> =
            parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
        Ok(Network(client(peer, &forwarded, &app.trusted_proxies).map(prefix)))
    }
}

/// Who asks: the other end of the connection, or, when that is a proxy we trust, the last that it names and that is
/// none. What is named before was written by who asks, and may be anything.
fn client(peer: Option<IpAddr>, forwarded: &[&str], trusted: &[IpAddr]) -> Option<IpAddr> {
    match peer {
        Some(peer) if !trusted.contains(&peer.to_canonical()) => Some(peer.to_canonical()),
        _ => {
            let named = forwarded.iter().flat_map(|value| value.split(',')).map(str::trim);
            let hops: Vec<Option<IpAddr>> = named.map(|hop| hop.parse().ok()).collect();
            let hops = hops.into_iter().rev().map(|hop| hop.map(|ip: IpAddr| ip.to_canonical()));
            hops.into_iter().find(|hop| hop.is_none_or(|ip| !trusted.contains(&ip))).flatten()
        }
    }
}

fn prefix(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(ip) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_a_trusted_proxy_says_who_asks() {
        let trusted = [ip("127.0.0.1"), ip("10.0.0.2")];
        let of = |peer: &str, forwarded: &[&str]| client(Some(ip(peer)), forwarded, &trusted).map(prefix);
        assert_eq!(of("198.51.100.7", &["203.0.113.9"]).as_deref(), Some("198.51.100.0/24"), "spoofed");
        assert_eq!(of("127.0.0.1", &["203.0.113.9"]).as_deref(), Some("203.0.113.0/24"));
        assert_eq!(of("127.0.0.1", &["1.2.3.4, 203.0.113.9"]).as_deref(), Some("203.0.113.0/24"), "spoofed before");
        assert_eq!(of("127.0.0.1", &["1.2.3.4", "203.0.113.9, 10.0.0.2"]).as_deref(), Some("203.0.113.0/24"));
        assert_eq!(of("::ffff:127.0.0.1", &["2001:db8:1:2::3"]).as_deref(), Some("2001:db8:1::/48"));
        assert_eq!(of("127.0.0.1", &[]), None);
        assert_eq!(of("127.0.0.1", &["1.2.3.4, unknown"]), None, "what cannot be read is not read past");
        assert_eq!(of("127.0.0.1", &["10.0.0.2"]), None);
    }
}
