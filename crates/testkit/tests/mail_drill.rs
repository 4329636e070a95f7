//! The mail drill: letters through a real mail server that makes trouble, over a simulated week. `cargo xtask prove mail`
//! starts the server and runs this; alone it has nobody to send to.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use duet::letter::write::{Draft, write};
use duet::letter::{self, Letter, LetterId, Standing};
use duet::person::{self, PersonDraft, PersonId, Viewer};
use duet::scheme::{self, Colour, SchemeDraft, SchemeId};
use duet::wording::{Kind, Wordings};
use kit::mail::{Post, PostSettings};
use kit::words::Language;
use serde_json::Value;
use testkit::TestDuet;

/// What the mail server does to an address that begins so, in turn.
const TROUBLES: [&str; 8] = ["greylist", "busy", "full", "hang", "gone", "refused", "plain", "welsh"];
/// Those that it takes for nobody.
const REFUSED: [&str; 2] = ["gone", "refused"];
/// Names that a mail program could stumble over.
const NAMES: [&str; 4] = ["Siân Ŵyn Llŷr", "Gwen \"Bcc: x@y.test\" Morris", "Ẁ ẁ Ỳ ỳ", "O’Neil, Åse; <b>"];

fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask prove mail`"))
}

struct Drill {
    duet: TestDuet,
    folder: PathBuf,
    viewer: Viewer,
    scheme: SchemeId,
    letters: Vec<(LetterId, String)>,
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server: cargo xtask prove mail"]
async fn a_bad_week_loses_no_letter_and_sends_none_twice() {
    let count: usize = setting("DUET_DRILL_LETTERS").parse().expect("a number");
    let began = Instant::now();
    let mut drill = Drill::set_up().await;
    drill.is("up").await;
    drill.write(count / 2).await;
    drill.hours(1).await;

    // A day without the server; letters go on being written.
    std::fs::write(drill.folder.join("outage"), "").expect("the outage begins");
    drill.is("down").await;
    drill.write(count - count / 2).await;
    let before = drill.taken().len();
    drill.hours(24).await;
    assert_eq!(drill.taken().len(), before, "nothing arrives while it is away");
    std::fs::remove_file(drill.folder.join("outage")).expect("the outage ends");
    drill.is("up").await;
    drill.hours(12).await;

    drill.judge().await;
    println!("{count} letters in {:.1} s", began.elapsed().as_secs_f64());
}

impl Drill {
    async fn set_up() -> Drill {
        let settings = PostSettings {
            url: format!("smtp://{}", setting("DUET_DRILL_SMTP")),
            password: None,
            from: "Duet <duet@duet.example>".to_owned(),
            authority: None,
            public_host: "duet.example".to_owned(),
        };
        // Hanging is cut short, so that a drill takes minutes and not hours.
        let post = Post::new(&settings).expect("a mail server").with_patience(Duration::from_secs(2));
        let duet = TestDuet::empty().await.with_mail(post);
        let organisation = duet.organisation();
        let set_up = duet.store().write(organisation, move |tx| {
            let administrator = person::store::by_address(tx, "admin@duet.example")?.expect("the administrator");
            let viewer = Viewer { organisation, person: administrator.id };
            let draft = SchemeDraft {
                name: "Ysgol".into(),
                purpose: "Dysgu".into(),
                sponsor: String::new(),
                first_talk: false,
                colour: Colour::Teal,
            };
            Ok((viewer, scheme::open::open(tx, viewer, &draft)?))
        });
        let (viewer, scheme) = set_up.await.expect("a scheme is opened");
        let folder = PathBuf::from(setting("DUET_DRILL_FOLDER"));
        Drill { duet, folder, viewer, scheme, letters: Vec::new() }
    }

    /// Writes so many letters, to as many people.
    async fn write(&mut self, count: usize) {
        let first = self.letters.len();
        for number in first..first + count {
            let trouble = TROUBLES[number % TROUBLES.len()];
            let address = format!("{trouble}-{number}@drill.example");
            let person = PersonDraft {
                name: NAMES[number % NAMES.len()].to_owned(),
                address: address.clone(),
                job_title: String::new(),
                workplace: String::new(),
                language: if trouble == "welsh" { Language::Welsh } else { Language::English },
            };
            let (desk, viewer, scheme) = (self.duet.desk(), self.viewer, self.scheme);
            let written = self.duet.store().write(viewer.organisation, move |tx| {
                let to: PersonId = person::store::add(tx, &person)?;
                let kind = Kind::MenteeLeftOut;
                let draft = Draft { kind, scheme, to, by: viewer.person, cause: to.0, held: false };
                write(tx, desk, &Wordings::default(), draft, &|_, person| {
                    vec![
                        ("name", person.name.clone()),
                        ("round", "Rownd y Gwanwyn\r\nBcc: x@y.test".to_owned()),
                        ("scheme", "Ysgol Ŵ".to_owned()),
                        ("signed", "Priya Nair".to_owned()),
                    ]
                })
            });
            let id = written.await.expect("a letter is written").expect("it goes by itself");
            self.letters.push((id, address));
        }
    }

    /// Lets hours pass, ten minutes at a time, with a worker at work.
    async fn hours(&self, hours: u32) {
        for _ in 0..hours * 6 {
            self.duet.works().await;
            self.duet.minutes_pass(10);
        }
    }

    /// Waits until the server is there, or away.
    async fn is(&self, state: &str) {
        let began = Instant::now();
        while std::fs::read_to_string(self.folder.join("state")).unwrap_or_default() != state {
            assert!(began.elapsed() < Duration::from_secs(20), "the mail server never is {state}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What the server took, as its receivers read it.
    fn taken(&self) -> Vec<Value> {
        let lines = std::fs::read_to_string(self.folder.join("taken.jsonl")).unwrap_or_default();
        lines.lines().map(|line| serde_json::from_str(line).expect("a line of the server's")).collect()
    }

    async fn letter(&self, id: LetterId) -> Letter {
        let viewer = self.viewer;
        let read = self.duet.store().read(viewer.organisation, move |c| letter::store::reached(c, viewer, id));
        read.await.expect("the letter is there").into_inner()
    }

    /// Every letter is where it should be: once with its receiver, whole; or listed as come back.
    async fn judge(&self) {
        let mut taken: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for mail in self.taken() {
            taken.entry(mail["id"].as_str().expect("an id").to_owned()).or_default().push(mail);
        }
        let (mut lost, mut twice, mut back) = (0, 0, 0);
        for (id, address) in &self.letters {
            let letter = self.letter(*id).await;
            let standing = letter.standing(self.duet.clock().now());
            let mails = taken.remove(&format!("<{id}@duet.example>")).unwrap_or_default();
            if REFUSED.iter().any(|kind| address.starts_with(kind)) {
                assert_eq!((standing, mails.len()), (Standing::Back, 0), "{address}");
                back += 1;
                continue;
            }
            lost += usize::from(mails.is_empty());
            twice += usize::from(mails.len() > 1);
            for mail in &mails {
                assert_eq!(standing, Standing::Sent, "{address}");
                is_whole(mail, &letter);
            }
        }
        println!("{} letters: {lost} lost, {twice} twice, {back} came back", self.letters.len());
        assert_eq!((lost, twice, taken.len()), (0, 0, 0), "lost, twice, of nobody");
        let jobs = self.duet.store().read(self.viewer.organisation, kit::job::store::dead).await.expect("a list");
        assert_eq!(jobs.len(), back.min(200), "what came back is listed");
    }
}

/// The mail is what was written, letter by letter, with no header more.
fn is_whole(mail: &Value, letter: &Letter) {
    assert_eq!(mail["to"], letter.address);
    assert_eq!(mail["language"], letter.language.as_str());
    assert_eq!(mail["subject"].as_str().unwrap_or_default(), kit::mail::one_line(&letter.subject));
    let text = mail["text"].as_str().unwrap_or_default();
    let body = letter.body.replace("\r\n", "\n");
    assert!(text.starts_with(&body), "not what was written:\n{text}\n---\n{body}");
    assert!(text[body.len()..].contains("https://duet.example/sign-in/"), "{text}");
    assert_eq!(mail["defects"], Value::Array(Vec::new()), "{mail}");
    assert_eq!(mail["headers"], 10, "no header more, none less: {mail}");
}
