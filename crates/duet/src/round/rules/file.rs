//! Rules files: TOML, refused with the line and column of what is wrong.

use kit::Message;
use kit::sheet::Fault;

use super::Rules;

/// The largest rules file taken, in bytes.
const MOST_BYTES: usize = 64 * 1024;

/// Reads a rules file.
///
/// # Errors
/// [`Fault`] with the place: not UTF-8, not TOML, a word the rules do not know, a weight that is no number.
pub fn read(bytes: &[u8]) -> Result<Rules, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::at(0, 0, "rules-too-large"));
    }
    let text = std::str::from_utf8(bytes).map_err(|fault| at(bytes, fault.valid_up_to(), "sheet-not-utf8"))?;
    toml::from_str(text).map_err(|fault| {
        let place = fault.span().map_or(0, |span| span.start);
        at(bytes, place, said(fault.message()))
    })
}

/// Our own refusals carry a key; the reader's own words are passed on.
fn said(message: &str) -> Message {
    const OURS: &[&str] =
        &["rules-weight", "rules-percent", "rules-needs-heading", "rules-needs-lists", "rules-needs-ladder"];
    match OURS.iter().find(|key| **key == message) {
        Some(key) => Message::new(key),
        None => Message::new("rules-unreadable").with("fault", message.lines().next().unwrap_or_default()),
    }
}

fn at(bytes: &[u8], place: usize, message: impl Into<Message>) -> Fault {
    let before = &bytes[..place.min(bytes.len())];
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let column = 1 + String::from_utf8_lossy(&before[start..]).chars().count();
    Fault::at(line as u64, column as u64, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::{Criterion, First, Percent, Weight};

    fn fault(text: &str) -> (u64, u64, &'static str) {
        let fault = read(text.as_bytes()).unwrap_err();
        (fault.line, fault.column, fault.message.key)
    }

    #[test]
    fn a_file_is_read() {
        let text = "first = \"total\"\nleast_fit = 20\n[[criteria]]\nkind = \"same\"\nheading = \"profession\"\nweight = 2.5\n";
        let rules = read(text.as_bytes()).unwrap();
        assert_eq!((rules.first, rules.least_fit), (First::Total, Percent(20)));
        assert_eq!(rules.criteria[0].weight().thousandths(), 2500);
        assert!(rules.different_workplace);
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        let criterion = "[[criteria]]\nkind = \"same\"\nheading = \"profession\"\n";
        assert_eq!(fault(&format!("{criterion}weight = nan\n")), (4, 10, "rules-weight"));
        assert_eq!(fault(&format!("{criterion}weight = -1\n")), (4, 10, "rules-weight"));
        assert_eq!(fault(&format!("{criterion}weight = inf\n")), (4, 10, "rules-weight"));
        assert_eq!(fault("[[criteria]]\nkind = \"same\"\nweight = 1\n"), (1, 1, "rules-needs-heading"));
        assert_eq!(
            fault("[[criteria]]\nkind = \"overlap\"\noffers = \"a\"\nweight = 1\n"),
            (1, 1, "rules-needs-lists")
        );
        assert_eq!(
            fault("[[criteria]]\nkind = \"ahead\"\nheading = \"a\"\nweight = 1\n"),
            (1, 1, "rules-needs-ladder")
        );
        assert_eq!(fault("least_fit = 101\n"), (1, 13, "rules-percent"));
        assert_eq!(fault("first = \"best\"\n"), (1, 9, "rules-unreadable"));
        assert_eq!(fault("frist = \"count\"\n"), (1, 1, "rules-unreadable"));
        assert_eq!(fault("first =\n").2, "rules-unreadable");
    }

    #[test]
    fn rules_survive_the_database() {
        let ladder = vec!["EO".into(), "HEO".into()];
        let ahead = Criterion::Ahead { heading: "grade".into(), ladder, least: 1, most: 2, weight: Weight::of(3) };
        let rules = Rules { criteria: vec![ahead], ..Rules::default() };
        let kept = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<Rules>(&kept).unwrap(), rules);
    }
}
