//! Before and after as lines, drawn on the server: one line for each outcome, rising or falling. A table behind it says
//! the same.

use kit::words::Say;

use super::summary::Told;

/// The width and height of the drawing, and where its two columns stand.
const SIZE: (i64, i64) = (640, 330);
const COLUMNS: (i64, i64) = (70, 570);
const TOP: i64 = 40;
const STEP: i64 = 60;

/// The height of a middle: 5 at the top.
fn y(hundredths: i64) -> i64 {
    TOP + (500 - hundredths.clamp(100, 500)) * STEP / 100
}

/// A number of hundredths with one place after the point.
#[must_use]
pub fn tenths(hundredths: i64) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The drawing: numbers stand at both ends of each line, the outcome's number in the list beside the left one. An outcome of
/// which one end is not told has no line.
#[must_use]
pub fn draw(say: Say, told: &[&Told]) -> String {
    let told: Vec<(usize, i64, i64)> =
        told.iter().enumerate().filter_map(|(at, one)| Some((at + 1, one.before?, one.after?))).collect();
    if told.is_empty() {
        return String::new();
    }
    let (before, after) = (say.t("rating-before"), say.t("rating-after"));
    let mut out = format!(
        "<svg class=\"slopes\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"><g class=\"slope-ends\">\
         <text x=\"{}\" y=\"20\" text-anchor=\"middle\">{before}</text><text x=\"{}\" y=\"20\" text-anchor=\"middle\">{after}</text>",
        SIZE.0,
        SIZE.1,
        say.t("rating-slopes"),
        COLUMNS.0,
        COLUMNS.1,
    );
    for step in 1..=5 {
        let y = y(step * 100);
        out.push_str(&format!(
            "<line x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/><text x=\"6\" y=\"{}\">{step}</text>",
            COLUMNS.0,
            COLUMNS.1,
            y + 5
        ));
    }
    out.push_str("</g>");
    let (left, right) = (spread(told.iter().map(|one| y(one.1))), spread(told.iter().map(|one| y(one.2))));
    for (at, (number, before, after)) in told.into_iter().enumerate() {
        let (from, to) = (y(before), y(after));
        out.push_str(&format!(
            "<g class=\"slope\"><line x1=\"{}\" y1=\"{from}\" x2=\"{}\" y2=\"{to}\"/>\
             <circle cx=\"{}\" cy=\"{from}\" r=\"5\"/><circle cx=\"{}\" cy=\"{to}\" r=\"5\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text><text x=\"{}\" y=\"{}\">{}</text></g>",
            COLUMNS.0,
            COLUMNS.1,
            COLUMNS.0,
            COLUMNS.1,
            COLUMNS.0 - 12,
            left[at] + 5,
            number,
            COLUMNS.1 + 12,
            right[at] + 5,
            number,
        ));
    }
    out.push_str("</svg>");
    out
}

/// Heights for labels, in the order they came, none closer than a line of small text.
fn spread(heights: impl Iterator<Item = i64>) -> Vec<i64> {
    const APART: i64 = 17;
    let heights: Vec<i64> = heights.collect();
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by_key(|at| heights[*at]);
    let (mut found, mut last) = (heights.clone(), i64::MIN / 2);
    for at in order {
        found[at] = heights[at].max(last + APART);
        last = found[at];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_apart_and_higher_is_better() {
        assert!(y(500) < y(100));
        let spread = spread([100, 101, 50].into_iter());
        assert_eq!(spread, [100, 117, 50]);
        assert_eq!((tenths(324), tenths(325), tenths(500)), ("3.2".to_owned(), "3.3".to_owned(), "5.0".to_owned()));
    }
}
