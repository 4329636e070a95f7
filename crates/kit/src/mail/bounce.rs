//! Mails that come back: what another mail server says, later, of one it could not deliver (RFC 3464).

use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::{Trouble, Why};
use crate::id::Uuid;

/// One mail of ours that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// What the mail was known by: the left half of its Message-ID.
    pub id: Uuid,
    /// Why, with the other side's code.
    pub trouble: Trouble,
}

/// Reads a report of what became of a mail. Nothing, when it is none, or says of none that it came back for good: a mail
/// that is only late is tried again by whoever has it.
#[must_use]
pub fn read(raw: &[u8]) -> Option<Bounce> {
    let report = MessageParser::default().parse(raw)?;
    let kind = report.content_type()?;
    let is_report = kind.ctype().eq_ignore_ascii_case("multipart")
        && kind.subtype().is_some_and(|kind| kind.eq_ignore_ascii_case("report"));
    if !is_report {
        return None;
    }
    let code = failed(&part(&report, "delivery-status")?)?;
    let id = id_of(&report)?;
    Some(Bounce { id, trouble: Trouble { why: Why::Refused, code } })
}

/// The text of the part of this kind: `message/delivery-status`.
fn part(report: &Message<'_>, kind: &str) -> Option<String> {
    let found = report.parts.iter().find(|part| {
        let own = part.content_type().and_then(|one| one.subtype());
        own.is_some_and(|own| own.eq_ignore_ascii_case(kind))
    })?;
    // As it came: a parser may take such a part for a mail, for a text or for mere bytes.
    let (from, to) = (found.offset_body as usize, found.offset_end as usize);
    Some(String::from_utf8_lossy(report.raw_message.get(from..to)?).into_owned())
}

/// The code of a receiver whom it did not reach for good; none inside, when the report names no code of its own.
fn failed(status: &str) -> Option<Option<u16>> {
    let unfolded = status.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let of = |block: &str, name: &str| {
        let mut lines = block.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(field, _)| field.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    };
    let block = unfolded
        .split("\n\n")
        .find(|block| of(block, "action").is_some_and(|action| action.eq_ignore_ascii_case("failed")))?;
    let said = of(block, "diagnostic-code").unwrap_or_default();
    let said = said.split_once(';').map_or(said.as_str(), |(_, words)| words).trim().to_owned();
    let code = said.get(..3).and_then(|code| code.parse().ok()).filter(|code| (400..600).contains(code));
    Some(code)
}

/// What the mail that came back was known by: the report has it whole, or its head.
fn id_of(report: &Message<'_>) -> Option<Uuid> {
    let text = part(report, "rfc822").or_else(|| part(report, "rfc822-headers"))?;
    let head = text.replace("\r\n", "\n");
    let head = head.trim_start().split("\n\n").next()?.replace("\n ", " ").replace("\n\t", " ");
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with("message-id:"))?;
    let (_, value) = line.split_once(':')?;
    value.trim().trim_start_matches('<').split('@').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019d8122-4500-7000-b871-71c3e08549cb";

    fn report(action: &str, diagnostic: &str, original: &str) -> String {
        format!(
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@conwy.example\r\nTo: duet@duet.example\r\n\
             Subject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nI could not deliver it.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mail.conwy.example\r\n\r\n\
             Final-Recipient: rfc822; sian@conwy.example\r\nAction: {action}\r\nStatus: 5.1.1\r\n{diagnostic}\r\n\
             --b\r\n{original}\r\n--b--\r\n"
        )
    }

    fn whole() -> String {
        format!(
            "Content-Type: message/rfc822\r\n\r\nFrom: Duet <duet@duet.example>\r\nSubject: Hello\r\n\
             Message-ID: <{ID}@duet.example>\r\n\r\nDear Si\u{e2}n\r\n"
        )
    }

    fn head() -> String {
        format!("Content-Type: text/rfc822-headers\r\n\r\nSubject: Hello\r\nMessage-Id:\r\n <{ID}@duet.example>\r\n")
    }

    #[test]
    fn a_mail_that_came_back_is_known_by_its_id_with_the_other_sides_code() {
        let diagnostic = "Diagnostic-Code: smtp; 550 5.1.1 <sian@conwy.example>: no such\r\n user here\r\n";
        for original in [whole(), head()] {
            let bounce = read(report("failed", diagnostic, &original).as_bytes()).unwrap();
            assert_eq!(bounce.id.to_string(), ID);
            assert_eq!(bounce.trouble.to_string(), "refused 550", "nothing of the other side's words");
        }
        let plain = read(report("Failed", "X-More: none\r\n", &whole()).as_bytes()).unwrap();
        assert_eq!(plain.trouble.to_string(), "refused");
    }

    #[test]
    fn what_is_no_such_report_is_left_alone() {
        for action in ["delayed", "delivered", "relayed", "expanded"] {
            assert_eq!(read(report(action, "", &whole()).as_bytes()), None, "{action}");
        }
        assert_eq!(read(whole().as_bytes()), None);
        assert_eq!(read(b""), None);
        assert_eq!(read("From: a@b.example\r\nSubject: On holiday\r\n\r\nBack on Monday\r\n".as_bytes()), None);
        let other = whole().replace(ID, "somebody-elses");
        assert_eq!(read(report("failed", "", &other).as_bytes()), None);
        assert_eq!(read(report("failed", "", "Content-Type: text/plain\r\n\r\nnothing").as_bytes()), None);
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let whole = report("failed", "Diagnostic-Code: smtp; 5\u{e2}\r\n", &whole());
        for end in 0..whole.len() {
            let _ = read(&whole.as_bytes()[..end]);
            let mut odd = whole.as_bytes().to_vec();
            odd[end] ^= 0x80;
            let _ = read(&odd);
        }
    }
}
