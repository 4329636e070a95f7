//! How somebody came to where they stand, drawn on the server: a line that steps up or down, with a mark for each day whose
//! shape says whose word it is. The list beside it says the same.

use super::{Assessment, Source};
use crate::capability::Scale;

const WIDTH: i64 = 260;
const STEP: i64 = 14;
const EDGE: i64 = 9;

/// The drawing of one capability, the earliest first. Nothing when there is nothing to see a way between.
#[must_use]
pub fn draw(scale: &Scale, all: &[&Assessment]) -> String {
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return String::new() };
    if all.len() < 2 {
        return String::new();
    }
    let height = 2 * EDGE + (scale.highest() - scale.lowest) * STEP;
    let y = |level: i64| height - EDGE - (level - scale.lowest).clamp(0, scale.highest() - scale.lowest) * STEP;
    let days = |one: &Assessment| i64::from((one.assessed_on - first.assessed_on).get_days());
    let span = days(last);
    // On one day, or where two words fall together, they stand side by side in their order.
    let x = |at: usize| {
        let by_order = at as i64 * (WIDTH - 2 * EDGE) / (all.len() as i64 - 1);
        if span == 0 { EDGE + by_order } else { EDGE + (days(all[at]) * (WIDTH - 2 * EDGE) / span + by_order) / 2 }
    };
    let mut out =
        format!("<svg class=\"steps\" viewBox=\"0 0 {WIDTH} {height}\" aria-hidden=\"true\"><g class=\"grid\">");
    for level in scale.numbers() {
        out.push_str(&format!("<line x1=\"0\" x2=\"{WIDTH}\" y1=\"{0}\" y2=\"{0}\"/>", y(level)));
    }
    out.push_str("</g><path d=\"");
    for (at, one) in all.iter().enumerate() {
        match at {
            0 => out.push_str(&format!("M{} {}", x(0), y(one.level))),
            _ => out.push_str(&format!("H{}V{}", x(at), y(one.level))),
        }
    }
    out.push_str("\"/>");
    for (at, one) in all.iter().enumerate() {
        out.push_str(&mark(one.source, x(at), y(one.level)));
    }
    out.push_str("</svg>");
    out
}

/// A mark whose shape says whose word it is: a ring, a square, a triangle, a diamond, a cross.
fn mark(source: Source, x: i64, y: i64) -> String {
    match source {
        Source::Own => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"),
        Source::Supervision => format!("<rect x=\"{}\" y=\"{}\" width=\"10\" height=\"10\"/>", x - 5, y - 5),
        Source::Observation => format!("<polygon points=\"{x},{} {},{} {},{}\"/>", y - 6, x - 6, y + 5, x + 6, y + 5),
        Source::Peer => format!("<polygon points=\"{x},{} {},{y} {x},{} {},{y}\"/>", y - 7, x + 7, y + 7, x - 7),
        Source::Matrix => {
            format!("<path class=\"cross\" d=\"M{0} {1}L{2} {3}M{0} {3}L{2} {1}\"/>", x - 5, y - 5, x + 5, y + 5)
        }
    }
}

/// A source's mark alone, for the list.
#[must_use]
pub fn legend(source: Source) -> String {
    format!("<svg class=\"steps\" viewBox=\"0 0 18 18\" aria-hidden=\"true\">{}</svg>", mark(source, 9, 9))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::tests::{framework, said};

    #[test]
    fn it_steps_up_and_down_and_stays_inside() {
        let scale = framework(1).scale.unwrap();
        let all = [said(1, 1, 1, 1), said(1, 1, 3, 11), said(1, 1, 2, 31)];
        let drawn = draw(&scale, &all.iter().collect::<Vec<_>>());
        assert!(drawn.contains("M9 51H109V23H251V37"), "{drawn}");
        assert_eq!(drawn.matches("<circle").count(), 3);
        assert_eq!(draw(&scale, &[&all[0]]), "");
        let same_day = [said(1, 1, 1, 1), said(1, 1, 4, 1)];
        assert!(draw(&scale, &same_day.iter().collect::<Vec<_>>()).contains("M9 51H251V9"));
    }

    #[test]
    fn each_source_has_a_shape_of_its_own() {
        let shapes: std::collections::BTreeSet<String> = Source::ALL.iter().map(|one| legend(*one)).collect();
        assert_eq!(shapes.len(), Source::ALL.len());
    }
}
