//! The demo: an invented round of a libraries federation, told by the same acts as the real thing.

pub mod cast;
pub mod drop;
pub mod load;
pub mod page;
pub mod play;
mod rounds;
mod skills;
pub mod stage;
pub mod store;
