//! What forms take, and what they refuse.

use super::*;

static VISIT: Spec = Spec {
    name: "visit",
    fields: &[
        Field { name: "on", takes: Takes::Day },
        Field { name: "minutes", takes: Takes::Whole { least: 1, most: 600 } },
        Field { name: "who", takes: Takes::Address },
    ],
};

#[test]
fn good_text_is_read() {
    let typed = Typed::default()
        .with("on-day", "29")
        .with("on-month", "2")
        .with("on-year", "2028")
        .with("minutes", " 45 ")
        .with("who", "Ada@Lib.test");
    let mut read = VISIT.read(&typed);
    assert_eq!(read.day("on").to_string(), "2028-02-29");
    assert_eq!(read.whole("minutes"), 45);
    assert_eq!(read.address("who"), "ada@lib.test");
    assert!(read.done().is_ok());
}

#[test]
fn every_wrong_field_has_one_problem() {
    let typed = Typed::default()
        .with("on-day", "30")
        .with("on-month", "2")
        .with("on-year", "2028")
        .with("minutes", "601")
        .with("who", "ada");
    let mut read = VISIT.read(&typed);
    let (_, _, _) = (read.day("on"), read.whole("minutes"), read.address("who"));
    let Err(Error::Invalid(problems)) = read.done() else { panic!("three problems") };
    assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["on", "minutes", "who"]);
}

#[test]
fn addresses_are_told_from_other_texts() {
    for good in ["a@b.test", "person.00@gov.uk", "o'neil+x@a-b.wales"] {
        assert!(looks_like_address(good), "{good}");
    }
    for bad in [
        "",
        "a",
        "@b.test",
        "a@b",
        "a b@c.test",
        "a@b.test\nbcc: x@y.test",
        "a@@b.test",
        "a@.test",
        "<a@b.test>",
        "a..b@c.test",
        ".a@b.test",
        "a@b..test",
        "a@-b.test",
        "a@b_c.test",
    ] {
        assert!(!looks_like_address(bad), "{bad}");
    }
}
