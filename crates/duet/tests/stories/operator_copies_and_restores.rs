//! Whoever runs Duet copies it while it serves, restores it into either kind of database, and looks after the keys.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use duet::demo::cast;
use duet::erasure::erase;
use duet::person::{Viewer, store as people};
use flate2::read::GzDecoder;
use kit::clock::Clock;
use kit::seal::Keys;
use testkit::{Database, TestDuet};

use crate::steps;

const WORDS: &str = "zephyr-quince: I talked too much";

/// Where a database, its key store and the data folder are, as the terminal takes it.
struct Place {
    folder: PathBuf,
    database: Option<String>,
    keys: String,
}

impl Place {
    fn of(duet: &TestDuet, folder: &Path) -> Place {
        let database = Some(duet.database().url().to_owned());
        Place { folder: folder.join("unused"), database, keys: duet.database().keys_url() }
    }

    /// A data folder that is not there yet: SQLite.
    fn folder(folder: &Path, name: &str) -> Place {
        let folder = folder.join(name);
        Place { keys: folder.join("duet-keys.sqlite").to_string_lossy().into_owned(), folder, database: None }
    }

    /// An unused database of the kind at hand.
    fn empty(database: &Database, folder: &Path) -> Place {
        Place { folder: folder.join("unused"), database: Some(database.url().to_owned()), keys: database.keys_url() }
    }

    /// Runs a command on it: whether it went well, and what it said.
    fn run(&self, words: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duet"));
        command.args(words).arg("--data").arg(&self.folder).args(["--keys-url", &self.keys]);
        command.args(self.database.iter().flat_map(|url| ["--database-url", url]));
        let told = command.output().expect("duet runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (told.status.success(), text(&told.stdout) + &text(&told.stderr))
    }

    #[track_caller]
    fn does(&self, words: &[&str]) -> String {
        let (well, told) = self.run(words);
        assert!(well, "{words:?}: {told}");
        told
    }

    #[track_caller]
    fn refuses(&self, words: &[&str], why: &str) {
        let (well, told) = self.run(words);
        assert!(!well && told.contains(why), "{words:?}: {told}");
    }
}

/// The demo, with a reflection of Gwen's; where that is.
async fn with_words() -> (TestDuet, String) {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", WORDS)]).await.is(200);
    let path = form.path().to_owned();
    (duet, path)
}

/// The lines of a copy after its head, which says when it was made.
fn lines(file: &Path) -> String {
    let mut text = String::new();
    let packed = std::fs::File::open(file).expect("the copy is there");
    GzDecoder::new(packed).read_to_string(&mut text).expect("it unpacks");
    text.split_once('\n').expect("a head").1.to_owned()
}

/// What Gwen reads of her reflection in a database that is at `place`.
async fn reads(place: &Place, path: &str) -> Vec<String> {
    let clock = Clock::set_to(testkit::NOW.parse().expect("a moment"), "Europe/London");
    let file = place.folder.join("duet.sqlite").to_string_lossy().into_owned();
    let url = place.database.clone().unwrap_or(file);
    let random = kit::random::Random::System;
    let store = kit::db::Store::open(&url, duet::schema::MIGRATIONS, clock.clone(), random.clone()).await;
    let keys = Keys::open(&place.keys, clock, random).await.expect("a key store");
    let mut gwen = testkit::signed_in(store.expect("a database").with_keys(keys), cast::GWEN).await;
    gwen.get(path).await.is(200).all("textarea")
}

#[tokio::test]
async fn a_copy_goes_from_one_kind_of_database_to_the_other_and_back() {
    let (duet, path) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let first = Place::of(&duet, folder.path());
    let told = first.does(&["backup", &file("a.gz"), "--keys", &file("a.keys")]);
    assert!(told.contains("keys in no confirmed copy: 10."), "{told}");
    let copied = lines(&folder.path().join("a.gz"));
    assert!(copied.contains("Gwen Morris") && !copied.contains("zephyr-quince"), "names, and no private word");

    let second = Place::folder(folder.path(), "second");
    let told = second.does(&["restore", &file("a.gz"), "--keys", &file("a.keys")]);
    assert!(told.contains("are restored, and are what was copied."), "{told}");
    second.does(&["backup", &file("b.gz")]);
    assert!(lines(&folder.path().join("b.gz")) == copied, "the same line by line");
    assert_eq!(reads(&second, &path).await, [WORDS]);

    let unused = Database::empty();
    let third = Place::empty(&unused, folder.path());
    third.does(&["restore", &file("b.gz"), "--keys", &file("a.keys")]);
    third.does(&["backup", &file("c.gz")]);
    let counted = |text: &str| text.lines().filter(|line| line.starts_with('[')).count();
    assert!(lines(&folder.path().join("c.gz")) == copied, "and again");
    assert!(counted(&copied) > 250, "{}", counted(&copied));
    assert_eq!(reads(&third, &path).await, [WORDS]);
}

#[tokio::test]
async fn without_the_keys_everything_but_private_words_is_there() {
    let (duet, path) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let first = Place::of(&duet, folder.path());
    first.does(&["backup", &file("a.gz")]);
    first.does(&["keys", "copy", &file("a.keys")]);
    let second = Place::folder(folder.path(), "second");
    let told = second.does(&["restore", &file("a.gz")]);
    assert!(told.contains("there are private words, and the key store is empty."), "{told}");
    assert_eq!(reads(&second, &path).await, [""]);
    second.does(&["keys", "restore", &file("a.keys")]);
    assert_eq!(reads(&second, &path).await, [WORDS]);
    let third = Place::folder(folder.path(), "third");
    third.does(&["restore", &file("a.gz"), "--keys", &file("a.keys")]);
    assert_eq!(reads(&third, &path).await, [WORDS]);
}

#[tokio::test]
async fn who_was_erased_since_is_erased_again() {
    let (duet, _) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let first = Place::of(&duet, folder.path());
    first.does(&["backup", &file("a.gz"), "--keys", &file("old.keys")]);
    let id = |address| duet.store().read(duet.organisation(), move |c| people::by_address(c, address));
    let priya = id(cast::PRIYA).await.expect("a database").expect("Priya").id;
    let gwen = id(cast::GWEN).await.expect("a database").expect("Gwen").id;
    let priya = Viewer { organisation: duet.organisation(), person: priya };
    let instead = "Somebody who left".to_owned();
    erase::erase(duet.store(), priya, gwen, cast::GWEN.to_owned(), instead).await.expect("erased");
    // The key store is still there; the data is lost. An old copy of the keys brings hers back no more.
    let second = Place { keys: first.keys.clone(), ..Place::folder(folder.path(), "second") };
    let told = second.does(&["restore", &file("a.gz"), "--keys", &file("old.keys")]);
    assert!(told.contains("Erased again: 1."), "{told}");
    for entry in std::fs::read_dir(&second.folder).expect("a folder") {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        assert!(!String::from_utf8_lossy(&bytes).contains("Gwen Morris"));
    }
    let (_, told) = second.run(&["backup", &file("b.gz")]);
    assert!(!lines(&folder.path().join("b.gz")).contains("gwen.morris"), "{told}");
}

#[tokio::test]
async fn a_copy_that_is_not_whole_is_refused_and_nothing_is_kept() {
    let (duet, _) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let first = Place::of(&duet, folder.path());
    first.does(&["backup", &file("a.gz")]);
    first.refuses(&["backup", &file("a.gz")], "There is a file of this name.");
    first.refuses(&["restore", &file("a.gz")], "There is something in this database.");
    let whole = std::fs::read(file("a.gz")).expect("the copy");
    let second = Place::folder(folder.path(), "second");
    for (cut, why) in
        [(whole.len() - 40, "of the copy cannot be read"), (whole.len() / 2, "of the copy cannot be read")]
    {
        std::fs::write(file("cut.gz"), &whole[..cut]).expect("written");
        second.refuses(&["restore", &file("cut.gz")], why);
    }
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 0x40;
    std::fs::write(file("flipped.gz"), &flipped).expect("written");
    second.refuses(&["restore", &file("flipped.gz")], "Nothing was taken from it.");
    let text = lines(&folder.path().join("a.gz"));
    let head = format!("{{\"duet\":\"backup\",\"format\":1,\"schema\":{}}}\n", duet::schema::MIGRATIONS.len());
    let packed = |text: &str| {
        let mut sink = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut sink, text.as_bytes()).expect("packed");
        std::fs::write(file("made.gz"), sink.finish().expect("packed")).expect("written");
    };
    packed(&format!("{head}{}", text.replacen("Gwen Morris", "Gwen Norris", 1)));
    second.refuses(&["restore", &file("made.gz")], "The copy is not as it was written.");
    packed(&format!("{head}{}", text.replacen("\"person\"", "\"people\"", 1)));
    second.refuses(&["restore", &file("made.gz")], "The copy was made by another version");
    packed(&text.replacen("{\"columns\"", "{\"rows\"", 1));
    second.refuses(&["restore", &file("made.gz")], "This is not a file that");
    std::fs::write(file("other.gz"), b"PK\x03\x04").expect("written");
    second.refuses(&["restore", &file("other.gz")], "This is not a file that");
    packed(&format!("{head}{text}"));
    second.does(&["restore", &file("made.gz")]);
}

#[tokio::test]
async fn it_warns_until_a_copy_of_the_keys_is_shown() {
    let (duet, _) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let place = Place::of(&duet, folder.path());
    let told = place.does(&["keys", "copy", &file("a.keys")]);
    assert!(told.contains("keys in no confirmed copy: 10."), "{told}");
    let told = place.does(&["keys", "confirm", &file("a.keys")]);
    assert!(told.contains("The copy holds every key: 10."), "{told}");
    let told = place.does(&["backup", &file("a.gz")]);
    assert!(!told.contains("in no confirmed copy"), "{told}");
    #[cfg(unix)]
    for name in ["a.keys", "a.gz"] {
        let mode = std::fs::metadata(file(name)).expect("a file").permissions();
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600, "{name}");
    }
    duet.days_pass(1);
    // Somebody who had no key yet has something sealed.
    let priya = duet.viewer(cast::PRIYA).await;
    let sealed = duet.store().write(priya.organisation, move |tx| {
        let place = kit::seal::Place { table: "reflection", column: "words", row: priya.person.0 };
        tx.seal(kit::seal::Holder(priya.person.0), place, &kit::seal::Private::new("mine")).map(drop)
    });
    sealed.await.expect("a key is made");
    let told = place.does(&["backup", &file("b.gz")]);
    assert!(told.contains("keys in no confirmed copy: 1."), "{told}");
    place.refuses(&["keys", "confirm", &file("a.keys")], "This copy lacks keys that are in use.");
}

#[tokio::test]
async fn newer_keys_open_what_older_ones_sealed() {
    let (duet, path) = with_words().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let place = Place::of(&duet, folder.path());
    place.does(&["keys", "copy", &file("old.keys")]);
    let mut gwen = duet.sign_in(cast::GWEN).await;
    assert_eq!(gwen.get(&path).await.all("textarea"), [WORDS], "the older key is in memory here");
    let told = place.does(&["keys", "rotate", "--at-once"]);
    assert!(told.contains("21 private texts are sealed under newer keys; 10 older keys are dropped."), "{told}");
    assert_eq!(gwen.get(&path).await.all("textarea"), [WORDS]);
    // Who has the old copy of the keys and today's data reads nothing.
    place.does(&["backup", &file("a.gz")]);
    let second = Place::folder(folder.path(), "second");
    second.does(&["restore", &file("a.gz"), "--keys", &file("old.keys")]);
    assert_eq!(reads(&second, &path).await, [""]);
    let told = place.does(&["keys", "rotate", "--at-once"]);
    assert!(told.contains("21 private texts are sealed under newer keys; 10 older keys are dropped."), "{told}");
}

#[tokio::test]
async fn words_written_while_keys_are_renewed_open_afterwards() {
    let (duet, path) = with_words().await;
    // On PostgreSQL it waits half a minute for writes to end: too long for a story.
    if duet.store().engine() == "postgres" {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::of(&duet, folder.path());
    let renewing = tokio::task::spawn_blocking(move || {
        (0..4).for_each(|_| {
            place.does(&["keys", "rotate"]);
        });
    });
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let mut last = String::new();
    for number in 0.. {
        last = format!("words {number}");
        gwen.post(&path, &[("words", &last)]).await.is(200);
        assert_eq!(gwen.get(&path).await.all("textarea"), [last.as_str()]);
        if renewing.is_finished() {
            break;
        }
    }
    renewing.await.expect("renewed");
    assert_eq!(gwen.get(&path).await.all("textarea"), [last]);
}

#[tokio::test]
async fn what_is_written_meanwhile_is_in_the_copy_whole_or_not_at_all() {
    let duet = TestDuet::demo().await;
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::of(&duet, folder.path());
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let file = folder.path().join("a.gz").to_string_lossy().into_owned();
    let copying = tokio::task::spawn_blocking(move || place.does(&["backup", &file]));
    let mut written = 0;
    while !copying.is_finished() {
        let form = gwen.get(&format!("{pair}/sessions/new")).await;
        let session = [("When did you meet?", "2 11 2026"), ("minutes", "50"), ("way", "phone")];
        gwen.press(&form, "Save the session", &session).await.is(200);
        written += 1;
    }
    copying.await.expect("a copy");
    assert!(written > 0);
    let second = Place::folder(folder.path(), "second");
    second.does(&["restore", &folder.path().join("a.gz").to_string_lossy()]);
    // Each session stands beside its row of the record: they were written together.
    let text = lines(&folder.path().join("a.gz"));
    let of =
        |table: &str| text.split(&format!("\"table\":\"{table}\"")).nth(1).and_then(|rest| rest.split("\n{").next());
    let sessions = of("session").expect("sessions").lines().filter(|line| line.starts_with('[')).count();
    let noted = of("audit").expect("the record").matches("\"session.logged\"").count();
    assert_eq!(sessions, noted);
}
