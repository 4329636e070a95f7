//! What stories are told with: a Duet of one's own in a temporary database, and visitors who speak like people.
//!
//! ```no_run
//! # use duet::demo::cast;
//! # async fn story() {
//! let duet = testkit::TestDuet::demo().await;
//! let mut priya = duet.sign_in(cast::PRIYA).await;
//! let home = priya.get("/").await;
//! let round = priya.follow(&home, "Second round").await;
//! let people = priya.follow(&round, "People").await;
//! people.sees("Who is eligible");
//! priya.press(&people, "Propose pairs", &[]).await.sees("Proven: no better plan exists.");
//! # }
//! ```
//!
//! Every database is SQLite in a temporary file, unless `TEST_DATABASE_URL` names a PostgreSQL server on which
//! databases may be made. A story's clock stands at [`NOW`] until it is moved.

mod database;
mod fixture;
mod form;
mod mailbox;
mod page;
mod passkey;
mod rows;
mod sealed;
mod server;
mod streamed;
mod test_duet;
mod visitor;

pub use database::Database;
pub use fixture::{Fixture, MOST_BYTES};
pub use mailbox::{Mailbox, Taken};
pub use page::{Page, plain};
pub use passkey::SoftPasskey;
pub use rows::{Row, Rows};
pub use streamed::streamed;
pub use test_duet::{ADMINISTRATOR, NOW, TestDuet, app_of, signed_in};
pub use visitor::{Upload, Visitor, multipart};
