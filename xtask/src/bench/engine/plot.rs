//! Time against size, drawn as SVG from what was measured: a picture for each question, a panel for each family.

use super::{Line, Measured};
use crate::Result;
use std::{fmt::Write, fs, path::Path};

const WIDE: f64 = 300.0;
const HIGH: f64 = 240.0;
const LEFT: f64 = 52.0;
const TOP: f64 = 30.0;
/// Told apart without colour too: each line has its own dashes, and its name at its end in the key. There is no ground, and
/// every colour is of middling lightness: at least three times as light or dark as white and as near-black.
const LOOKS: [(&str, &str); 8] = [
    ("#2f80c8", ""),
    ("#c8692a", "6 3"),
    ("#4f944f", "2 3"),
    ("#a65fa6", "8 3 2 3"),
    ("#8f7f1f", "4 2"),
    ("#c85a78", "1 2"),
    ("#7a7a7a", "10 4"),
    ("#1f8f90", "3 6"),
];

/// Writes `matching-QUESTION.svg`.
pub(super) fn draw(question: &str, lines: &[Line], folder: &Path) -> Result {
    let file = folder.join(format!("matching-{question}.svg"));
    fs::write(&file, picture(question, lines))?;
    println!("\ndrawn: {}", file.display());
    Ok(())
}

/// Both axes count in powers of ten.
struct Axes {
    sizes: (f64, f64),
    times: (f64, f64),
}

impl Axes {
    fn of(lines: &[Line]) -> Axes {
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
        };
        let (low, high) = ends(&mut lines.iter().map(|line| (line.size as f64).log10()));
        let (least, most) = ends(&mut lines.iter().flat_map(|line| &line.measured).map(|one| one.ms.log10()));
        Axes { sizes: (low, high.max(low + 0.1)), times: (least.floor(), most.ceil().max(least.floor() + 1.0)) }
    }

    fn x(&self, panel: usize, size: f64) -> f64 {
        let share = (size.log10() - self.sizes.0) / (self.sizes.1 - self.sizes.0);
        panel as f64 * WIDE + LEFT + share * (WIDE - LEFT - 16.0)
    }

    fn y(&self, ms: f64) -> f64 {
        TOP + (self.times.1 - ms.log10()) / (self.times.1 - self.times.0) * HIGH
    }
}

fn picture(question: &str, lines: &[Line]) -> String {
    let mut families: Vec<&str> = lines.iter().map(|line| line.family).collect();
    families.sort_unstable();
    families.dedup();
    let names = names(lines);
    let axes = Axes::of(lines);
    let (width, height) = (families.len() as f64 * WIDE, TOP + HIGH + 40.0 + 18.0 * names.len().div_ceil(3) as f64);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t\" \
         font-family=\"sans-serif\" font-size=\"11\" fill=\"#767676\"><title id=\"t\">Milliseconds against size, {question}: ours and \
         other solvers. The figures stand in the table beside.</title>\n"
    );
    for (panel, family) in families.iter().enumerate() {
        grid(&mut svg, &axes, panel, family, lines);
        for (at, name) in names.iter().enumerate() {
            curve(&mut svg, &axes, panel, LOOKS[at % LOOKS.len()], &points(lines, family, name));
        }
    }
    for (at, name) in names.iter().enumerate() {
        let (colour, dashes) = LOOKS[at % LOOKS.len()];
        let (x, y) = (LEFT + (at % 3) as f64 * 190.0, TOP + HIGH + 42.0 + 18.0 * (at / 3) as f64);
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {y}h30\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>\
             <text x=\"{}\" y=\"{}\">{name}</text>",
            x + 36.0,
            y + 4.0
        );
    }
    svg + "</svg>\n"
}

fn names(lines: &[Line]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for Measured { name, .. } in lines.iter().flat_map(|line| &line.measured) {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    names
}

fn points(lines: &[Line], family: &str, name: &str) -> Vec<(f64, f64)> {
    let of_family = lines.iter().filter(|line| line.family == family);
    let of_name = |line: &&Line| {
        let found = line.measured.iter().find(|measured| measured.name == name);
        found.map(|measured| (line.size as f64, measured.ms))
    };
    of_family.filter_map(|line| of_name(&line)).collect()
}

fn grid(svg: &mut String, axes: &Axes, panel: usize, family: &str, lines: &[Line]) {
    let left = panel as f64 * WIDE + LEFT;
    let right = left + WIDE - LEFT - 16.0;
    let _ = writeln!(svg, "<text x=\"{left}\" y=\"16\" font-weight=\"bold\">{family}</text>");
    for power in axes.times.0 as i32..=axes.times.1 as i32 {
        let ms = 10f64.powi(power);
        let y = axes.y(ms);
        let _ = writeln!(
            svg,
            "<path d=\"M{left} {y:.1}H{right}\" stroke=\"#767676\" stroke-opacity=\"0.35\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{ms} ms</text>",
            left - 4.0,
            y + 4.0
        );
    }
    let mut sizes: Vec<usize> = lines.iter().map(|line| line.size).collect();
    sizes.sort_unstable();
    sizes.dedup();
    for size in sizes {
        let x = axes.x(panel, size as f64);
        let y = TOP + HIGH + 16.0;
        let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{size}</text>");
    }
}

fn curve(svg: &mut String, axes: &Axes, panel: usize, (colour, dashes): (&str, &str), points: &[(f64, f64)]) {
    let place = |&(size, ms): &(f64, f64)| (axes.x(panel, size), axes.y(ms));
    let places: Vec<(f64, f64)> = points.iter().map(place).collect();
    for (x, y) in &places {
        let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.5\" fill=\"{colour}\"/>");
    }
    let steps: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    if steps.len() < 2 {
        return;
    }
    let _ = writeln!(
        svg,
        "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
        steps.join("L")
    );
}
