//! A square code as one path of an SVG picture, drawn here: nothing is asked of anybody else's server.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// A square code: how many modules it is wide with its quiet edge, and the path of its dark ones.
#[derive(Clone, Debug)]
pub struct Square {
    /// Modules across.
    pub width: i32,
    /// For `<path d="…">`, in modules.
    pub path: String,
}

/// The light edge a camera needs, in modules.
const EDGE: i32 = 4;

/// Draws a text; none when it is longer than any square code holds.
#[must_use]
pub fn draw(text: &str) -> Option<Square> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing to a text does not fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + EDGE, y + EDGE);
            }
            x += run.max(1);
        }
    }
    Some(Square { width: code.size() + 2 * EDGE, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules a path paints.
    fn painted(square: &Square) -> Vec<Vec<bool>> {
        let width = usize::try_from(square.width).unwrap();
        let mut rows = vec![vec![false; width]; width];
        for piece in square.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                piece.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).take(3).collect();
            rows[numbers[1]][numbers[0]..numbers[0] + numbers[2]].fill(true);
        }
        rows
    }

    #[test]
    fn the_picture_is_the_code() {
        let text = "otpauth://totp/Duet:a%40b.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Duet";
        let (square, code) = (draw(text).unwrap(), QrCode::encode_text(text, QrCodeEcc::Medium).unwrap());
        assert_eq!(square.width, code.size() + 8);
        for (y, row) in painted(&square).iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let (x, y) = (i32::try_from(x).unwrap() - 4, i32::try_from(y).unwrap() - 4);
                assert_eq!(*dark, code.get_module(x, y), "{x}, {y}");
            }
        }
        assert!(draw(&"x".repeat(4000)).is_none());
    }
}
