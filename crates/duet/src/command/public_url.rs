//! Where people reach Duet: plain http is for this machine, and anything else is https, so that nobody's sign-in travels in clear.

use std::net::SocketAddr;

use kit::{Error, Result};

/// The address people use; none when only this machine is served, by the port that is listened on.
///
/// # Errors
/// `Conflict` when it is not https, or not said although others than this machine are served.
pub(super) fn public_url(listen: SocketAddr, said: Option<&str>) -> Result<Option<String>> {
    let host = said.and_then(|url| url.strip_prefix("https://")).map(|host| host.trim_end_matches('/'));
    match (said, host) {
        (_, Some(host)) if !host.is_empty() => Ok(Some(format!("https://{host}"))),
        (None, _) if listen.ip().is_loopback() => Ok(None),
        _ => Err(Error::conflict("serve-needs-https")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(listen: &str, said: Option<&str>) -> Option<Option<String>> {
        match public_url(listen.parse().unwrap(), said) {
            Ok(url) => Some(url),
            Err(Error::Conflict(why)) => {
                assert_eq!(why.key, "serve-needs-https");
                None
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn plain_http_is_for_this_machine_and_https_for_everybody() {
        let everywhere = ["0.0.0.0:80", "[::]:80", "10.0.0.7:80", "[2001:db8::7]:80"];
        let here = ["127.0.0.1:80", "127.9.9.9:80", "[::1]:80"];
        for listen in everywhere.into_iter().chain(here) {
            for said in ["https://duet.example", "https://duet.example/"] {
                assert_eq!(of(listen, Some(said)), Some(Some("https://duet.example".to_owned())), "{listen}");
            }
            for said in
                ["http://duet.example", "http://localhost:80", "duet.example", "HTTPS://duet.example", "https://", ""]
            {
                assert_eq!(of(listen, Some(said)), None, "{listen} {said}");
            }
        }
        assert!(everywhere.iter().all(|listen| of(listen, None).is_none()));
        assert!(here.iter().all(|listen| of(listen, None) == Some(None)));
    }
}
