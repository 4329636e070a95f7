//! Numbers that look random and are the same on every machine, for tests of every kind.

/// Any number (xorshift; Marsaglia 2003).
pub(crate) fn random(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    }
}

/// Numbers below the one that is asked with.
#[allow(dead_code)] // Not every test asks for both.
pub(crate) fn below(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut next = random(seed);
    move |below| (next() >> 11) % below
}
