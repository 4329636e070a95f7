//! A Duet of one's own.

use std::sync::Arc;

use axum::Router;
use duet::demo::cast;
use duet::factor;
use duet::factor::code_app::Shared;
use duet::factor::secret::Secrets;
use duet::factor::set_up;
use duet::identity;
use duet::jobs;
use duet::letter::Desk;
use duet::organisation::{self, OrganisationId};
use duet::person::{self, PersonDraft, PersonId, Viewer};
use duet::scheme::{self, Duty};
use duet::sign_in::{self, open};
use duet::web::{App, SIGN_IN_COOKIE, figures, router};
use kit::Result;
use kit::clock::{Clock, Instant, days_later, minutes_later};
use kit::db::Store;
use kit::job::Worker;
use kit::mail::Post;
use kit::token::Token;
use kit::words::Language;

use crate::{Database, Mailbox, Rows, Visitor, sealed};

/// When stories are told, until they say otherwise: a Tuesday morning.
pub const NOW: &str = "2026-11-03T10:00:00Z";

/// The address of the administrator of [`TestDuet::empty`].
pub const ADMINISTRATOR: &str = "admin@duet.example";

/// Duet over a temporary database, without a network.
pub struct TestDuet {
    app: Arc<App>,
    router: Router,
    clock: Clock,
    organisation: OrganisationId,
    worker: Worker,
    // Last, so that the pool is gone before its database is.
    database: Database,
}

impl std::fmt::Debug for TestDuet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TestDuet").field("now", &self.clock.now()).field("database", &self.database).finish()
    }
}

impl TestDuet {
    /// The demo: the cast, its two rounds, and the doors to come in by.
    ///
    /// # Panics
    /// When it cannot be made: no story goes on without it. So do all of these.
    pub async fn demo() -> TestDuet {
        let clock = Clock::set_to(now(), "Europe/London");
        TestDuet::over(Database::demo(), clock, true, cast::ORGANISATION).await
    }

    /// What Gwen wrote in [`TestDuet::lived_in`].
    pub const REFLECTION: &str = "I listened more than I spoke.";

    /// The demo, in which Gwen has written a reflection: so there are sealed words, and a key.
    pub async fn lived_in() -> TestDuet {
        let duet = TestDuet::demo().await;
        let mut gwen = duet.sign_in(cast::GWEN).await;
        let home = gwen.get("/").await;
        let pair = gwen.follow(&home, "Tom Farrow").await;
        let form = gwen.follow(&pair, "Reflect on it").await;
        gwen.press(&form, "Keep it", &[("words", TestDuet::REFLECTION)]).await.is(200);
        duet
    }

    /// A Duet that nobody has used: one organisation, and its administrator ([`TestDuet::administrator`]).
    pub async fn empty() -> TestDuet {
        TestDuet::called("Our organisation").await
    }

    /// The same, of an organisation of this name.
    pub async fn called(name: &'static str) -> TestDuet {
        let clock = Clock::set_to(now(), "Europe/London");
        let database = Database::empty();
        let store = database.open(clock.clone()).await;
        let installed = store.write_outside(|tx| organisation::store::install(tx, false)).await;
        installed.expect("an unused database can be set up");
        found(&store, name, ADMINISTRATOR).await.expect("an organisation can be founded");
        TestDuet::over(database, clock, false, name).await
    }

    /// The demo's cast in a Duet that is no demo: nobody comes in by a click, and staff need a second factor.
    pub async fn real() -> TestDuet {
        let clock = Clock::set_to(now(), "Europe/London");
        TestDuet::over(Database::demo(), clock, false, cast::ORGANISATION).await
    }

    /// The same, where mail leaves too.
    pub async fn real_with_mail() -> TestDuet {
        let clock = Clock::set_to(now(), "Europe/London");
        TestDuet::serving(Database::demo(), clock, (false, true), cast::ORGANISATION).await
    }

    /// A Duet over a database that is filled already, for the organisation of this name.
    pub async fn over(database: Database, clock: Clock, demo: bool, organisation: &'static str) -> TestDuet {
        TestDuet::serving(database, clock, (demo, demo), organisation).await
    }

    /// The same; as a demo or not, and sending mail or not.
    async fn serving(database: Database, clock: Clock, how: (bool, bool), organisation: &'static str) -> TestDuet {
        let (demo, mails) = how;
        let store = database.open(clock.clone()).await;
        let found = store.read_outside(move |c| organisation::store::by_name(c, organisation)).await;
        let organisation = found.expect("the organisation is there").id;
        let app = App::new(store, demo, "https://duet.example".to_owned(), secrets()).expect("the words are whole");
        let app = App { mails, ..app };
        let (worker, app) = (jobs::worker(&app, None), Arc::new(app));
        TestDuet { router: router(Arc::clone(&app)), app, clock, organisation, worker, database }
    }

    /// The demo, and a mail server that its letters go out to by themselves.
    pub async fn demo_by_mail() -> (TestDuet, Mailbox) {
        let (duet, mailbox) = (TestDuet::demo().await, Mailbox::open().await);
        (duet.with_mail(mailbox.post()), mailbox)
    }

    /// The same, with a mail server.
    ///
    /// # Panics
    /// Never: the words are whole.
    #[must_use]
    pub fn with_mail(self, post: Post) -> TestDuet {
        let app = App::new(self.app.store.clone(), self.app.demo, self.app.public_url.clone(), secrets());
        let app = app.expect("the words are whole").with_mail();
        let (worker, app) = (jobs::worker(&app, Some(post)), Arc::new(app));
        TestDuet { router: router(Arc::clone(&app)), app, worker, ..self }
    }

    /// Does all jobs that are due, as the server would by itself; tells how many were begun.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn works(&self) -> usize {
        self.worker.run_due().await.expect("the jobs that are due are looked for")
    }

    /// A browser in which nobody is signed in.
    #[must_use]
    pub fn guest(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// A browser signed in as the person with this address.
    pub async fn sign_in(&self, address: &'static str) -> Visitor {
        self.sign_in_to(self.organisation, address).await
    }

    /// A browser signed in as the administrator of [`TestDuet::empty`].
    pub async fn administrator(&self) -> Visitor {
        self.sign_in(ADMINISTRATOR).await
    }

    /// Another organisation in the same Duet, with somebody in it who administers it: a browser signed in as them.
    pub async fn elsewhere(&self, address: &'static str) -> Visitor {
        let founded = found(self.store(), "Elsewhere", address).await;
        self.sign_in_to(founded.expect("another organisation can be founded"), address).await
    }

    /// Signs somebody in to an organisation of theirs.
    pub async fn sign_in_to(&self, organisation: OrganisationId, address: &'static str) -> Visitor {
        let viewer = self.viewer_of(organisation, address).await;
        let opened = self.store().write_outside(move |tx| open::open(tx, viewer)).await;
        let secret = opened.unwrap_or_else(|cause| panic!("{address} cannot sign in: {cause}"));
        let told = self.store().write(viewer.organisation, move |tx| person::store::told(tx, viewer.person)).await;
        told.unwrap_or_else(|cause| panic!("{address} cannot be told: {cause}"));
        let secret = self.with_factor(viewer, secret).await;
        let mut visitor = self.guest();
        visitor.set_cookie(SIGN_IN_COOKIE, secret.reveal());
        visitor
    }

    /// Whoever has this address, as the one who looks.
    pub async fn viewer(&self, address: &'static str) -> Viewer {
        self.viewer_of(self.organisation, address).await
    }

    async fn viewer_of(&self, organisation: OrganisationId, address: &'static str) -> Viewer {
        let known = self.store().read(organisation, move |c| person::store::by_address(c, address)).await;
        let person = known.ok().flatten().unwrap_or_else(|| panic!("nobody has the address {address}")).id;
        Viewer { organisation, person }
    }

    /// Gives a sign-in the second factor that it owes, if it does: an app for who has none, as they would set it up.
    async fn with_factor(&self, viewer: Viewer, secret: Token) -> Token {
        let (demo, secrets) = (self.app.demo, self.app.secrets.clone());
        let given = self.store().write_outside(move |tx| {
            let factors = factor::store::held(tx, viewer)?.map_or(0, |held| held.count());
            let duties = scheme::store::appointments(&mut tx.inside(viewer.organisation)?, viewer.person)?;
            match factors {
                0 if demo || duties.is_empty() => Ok(secret.clone()),
                0 => {
                    let sign_in = sign_in::store::look_up(tx, &secret)?.expect("just signed in").id;
                    let shared = app_of(viewer.person);
                    let sealed_as = set_up::sealed_as(identity::store::of(tx, viewer)?);
                    let sealed = secrets.seal(tx.random(), &sealed_as, shared.bytes())?;
                    let code = shared.code_at(tx.now());
                    Ok(set_up::code_app(tx, viewer, sign_in, &secrets, &sealed, &code)?.secret)
                }
                _ => open::prove(tx, &secret),
            }
        });
        given.await.expect("a factor can be given")
    }

    /// The mails that wait for an address, the newest first: subject and text.
    pub async fn mails_to(&self, address: &'static str) -> Vec<(String, String)> {
        let mails = self.store().read_outside(duet::by_mail::store::mails).await.expect("mails can be read");
        let theirs = mails.into_iter().filter(|mail| mail.address == address);
        theirs.map(|mail| (mail.subject, mail.body)).collect()
    }

    /// How often these words stand in the raw bytes of the database, its log included, in whatever case; the key store is
    /// left out. On PostgreSQL: in all rows that the owner sees, written as text, bytes and all.
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn grep(&self, words: &str) -> usize {
        self.store().settle().await.expect("the log can be folded");
        self.database.grep(words).await
    }

    /// What is sealed in a column of the organisation's, opened with the keys of whoever holds them; of all rows.
    ///
    /// # Panics
    /// When the key store cannot be read.
    pub async fn opened(&self, rows: &Rows, table: &'static str, column: &'static str) -> Vec<String> {
        sealed::opened(self.store(), self.organisation, &rows[table], (table, column)).await
    }

    /// The figures it tells to whoever watches it.
    pub async fn figures(&self) -> String {
        figures::figures(&self.app).await
    }

    /// All the database holds, table by table; the key store is left out.
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn rows(&self) -> Rows {
        self.database.rows().await
    }

    /// What a query gives to whoever owns the database: see [`Database::asked`].
    ///
    /// # Panics
    /// When it cannot be run.
    pub async fn asked(&self, query: &str) -> Vec<String> {
        self.database.asked(query).await
    }

    /// The same Duet, when its key store was lost and another, empty one stands in its place.
    ///
    /// # Panics
    /// When that cannot be made.
    #[must_use]
    pub async fn without_its_keys(self) -> TestDuet {
        let TestDuet { app, router, clock, database, .. } = self;
        let (demo, name) = (app.demo, cast::ORGANISATION);
        drop((router, app));
        TestDuet::over(database.without_its_keys(), clock, demo, name).await
    }

    /// The database it works on.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The store, for what a story must set up that no door does yet.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// The organisation the story is about.
    #[must_use]
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// What the time is.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Lets so many minutes pass.
    pub fn minutes_pass(&self, minutes: i64) {
        self.clock.set(minutes_later(self.clock.now(), minutes));
    }

    /// Where its letters are written.
    #[must_use]
    pub fn desk(&self) -> Desk {
        self.app.desk
    }

    /// Lets so many days pass.
    pub fn days_pass(&self, days: i64) {
        self.clock.set(days_later(self.clock.now(), days));
    }
}

/// A browser signed in to the demo in another store as the person with this address.
///
/// # Panics
/// When nobody there has it.
pub async fn signed_in(store: Store, address: &'static str) -> Visitor {
    let found = store.read_outside(|c| organisation::store::by_name(c, cast::ORGANISATION)).await;
    let organisation = found.expect("the organisation is there").id;
    let known = store.read(organisation, move |c| person::store::by_address(c, address)).await;
    let person = known.ok().flatten().unwrap_or_else(|| panic!("nobody has the address {address}")).id;
    let told = store.write(organisation, move |tx| person::store::told(tx, person)).await;
    told.expect("told what is kept");
    let secret =
        store.write_outside(move |tx| open::open(tx, Viewer { organisation, person })).await.expect("signed in");
    let app = App::new(store, true, "https://duet.example".to_owned(), secrets()).expect("the words are whole");
    let mut visitor = Visitor::new(router(Arc::new(app)));
    visitor.set_cookie(SIGN_IN_COOKIE, secret.reveal());
    visitor
}

/// The app that [`TestDuet::sign_in`] sets up for somebody who must have one.
#[must_use]
pub fn app_of(person: PersonId) -> Shared {
    let bytes: Vec<u8> = person.0.as_bytes().iter().copied().cycle().take(20).collect();
    Shared::from_bytes(&bytes).expect("twenty bytes")
}

/// The installation's key in stories.
fn secrets() -> Secrets {
    Secrets::from_bytes([7; 32])
}

/// The moment [`NOW`].
pub(crate) fn now() -> Instant {
    NOW.parse().expect("a moment")
}

/// Founds an organisation with its administrator.
async fn found(store: &Store, name: &'static str, administrator: &'static str) -> Result<OrganisationId> {
    let organisation = store.write_outside(move |tx| organisation::store::found(tx, name)).await?;
    let appointed = store.write(organisation, move |tx| {
        let draft = PersonDraft {
            name: "Ada Ministrator".to_owned(),
            address: administrator.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: Language::English,
        };
        let person = person::store::add(tx, &draft)?;
        scheme::store::appoint(tx, person, Duty::Administrator, None)
    });
    appointed.await?;
    Ok(organisation)
}
