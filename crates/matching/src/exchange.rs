//! Exchange: hours or skills that go round among people.
//!
//! - [`transport`]: hours of need to hours of offer.

pub mod transport;

mod scale;
