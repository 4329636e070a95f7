//! Exchange: hours or skills that go round among people.
//!
//! - [`transport`]: hours of need to hours of offer.
//! - [`cycles`]: rings in which everybody gives and gets, and chains from people who only give.

pub mod cycles;
pub mod transport;
