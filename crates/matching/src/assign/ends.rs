//! The least and the greatest of many scores.

/// How many scores are looked at together.
const LANES: usize = 8;

/// The least and the greatest of these scores; 0 of none.
///
/// Most questions' scores fit 32 bits, of which a processor compares several at once.
pub(super) fn ends(scores: &[i64]) -> (i64, i64) {
    let (chunks, rest) = scores.as_chunks::<LANES>();
    let (mut least, mut most, mut odd) = ([i32::MAX; LANES], [i32::MIN; LANES], [0; LANES]);
    for chunk in chunks {
        for (lane, &score) in chunk.iter().enumerate() {
            let low = score as i32;
            odd[lane] |= (score >> 32) as i32 ^ (low >> 31);
            least[lane] = low.min(least[lane]);
            most[lane] = low.max(most[lane]);
        }
    }
    let wide = odd != [0; LANES];
    let ends = |scores: &[i64]| {
        scores.iter().fold((i64::MAX, i64::MIN), |(least, most), &score| (least.min(score), most.max(score)))
    };
    let (low, high) = ends(if wide { scores } else { rest });
    let both = |narrow: [i32; LANES]| narrow.map(i64::from);
    let (low, high) = if wide {
        (low, high)
    } else {
        (both(least).into_iter().fold(low, i64::min), both(most).into_iter().fold(high, i64::max))
    };
    if scores.is_empty() { (0, 0) } else { (low, high) }
}
