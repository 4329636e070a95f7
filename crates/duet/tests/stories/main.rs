//! Stories: one file each, titled as one, told through a door; on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names one. What several of them do on the way stands in `steps`.

mod probe;
