//! Data flows one way: concepts import earlier ones, doors call acts, acts call rules and stores.

use crate::source::{File, files, root, words_after};

/// The concepts, each of which imports only those before it.
const CONCEPTS: &[&str] = &[
    "organisation",
    "address",
    "person",
    "access",
    "audit",
    "identity",
    "sign_in",
    "factor",
    "by_mail",
    "you",
    "evaluation",
    "mapping",
    "scheme",
    "outcome",
    "capability",
    "notice",
    "condition",
    "wording",
    "membership",
    "letter",
    "round",
    "application",
    "assessment",
    "eligibility",
    "training",
    "private_answer",
    "question",
    "partnership",
    "another_try",
    "stage",
    "proposal",
    "session",
    "entry",
    "pupil",
    "call",
    "encouragement",
    "open_link",
    "import",
    "reflection",
    "rating",
    "testimonial",
    "export",
    "report",
    "erasure",
    "about",
    "home",
];

/// What holds the concepts together; it imports any of them, and they import `web` (doors) and `words`.
const FRAME: &[&str] = &["command", "demo", "events", "jobs", "lib", "main", "policy", "schema", "web", "words"];

/// Imports of a later concept: file, what it imports, and why that is right.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("audit/page.rs", "scheme", "every act writes the record, so it stands early; who may read it is a duty"),
    ("you/page.rs", "membership", "the page says by name who sees one's name, and that is who reaches a person"),
    ("membership/page.rs", "assessment", "a person's page leads to what they can do, for who sees that"),
    ("scheme/page.rs", "outcome", "a scheme's page says whether it has what mentoring needs, and one is outcomes"),
    ("scheme/page.rs", "condition", "and the three others are its conditions"),
    ("round/page.rs", "application", "a round's page lists its steps, and the first is its people"),
    ("round/page.rs", "stage", "a round's page says where it stands, and what blocks its next step"),
    ("round/page.rs", "training", "a round's page lists its steps, and one is training"),
    ("round/page.rs", "proposal", "a round's page lists its steps, and one is its pairs"),
    ("round/page.rs", "partnership", "a round's page lists its steps, and who of its pairs has met"),
    ("partnership/page.rs", "session", "a pair's page is where the two find their sessions"),
    ("partnership/page.rs", "reflection", "and each of them what they wrote for themselves about one"),
    ("partnership/page.rs", "rating", "and where each of them said they stand"),
    ("partnership/page.rs", "entry", "and which answer somebody entered for one of them"),
    ("pupil/counts.rs", "rating", "the guard of small numbers is one, and stands where it was needed first"),
    ("home/page.rs", "demo", "the demo's front page shows its doors"),
];

/// Doors: the files that know HTTP, HTML or clap.
fn is_door(file: &File) -> bool {
    ["page.rs", "command.rs", "api.rs", "web.rs", "main.rs"].contains(&file.name())
        || file.path.starts_with("command/")
        || file.path.starts_with("web/")
        || file.path.contains("/page/")
}

fn duet() -> Vec<File> {
    files("crates/duet/src", "rs")
}

#[test]
fn every_module_is_a_concept_in_the_list_or_part_of_the_frame() {
    for file in duet() {
        let concept = file.concept();
        assert!(CONCEPTS.contains(&concept) || FRAME.contains(&concept), "{} is no concept in the list", file.path);
    }
    let missing = CONCEPTS.iter().find(|concept| !duet().iter().any(|file| file.concept() == **concept));
    assert_eq!(missing, None, "the list names a concept that is not there");
}

#[test]
fn the_map_lists_them_in_the_same_order() {
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/ARCHITECTURE.md"));
    let map = map.expect("the map is there");
    let quoted: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    assert_eq!(quoted.join(" "), CONCEPTS.join(", "));
}

#[test]
fn each_concept_imports_only_earlier_ones() {
    let place = |concept: &str| CONCEPTS.iter().position(|one| *one == concept);
    let mut used = Vec::new();
    for file in duet().iter().filter(|file| place(file.concept()).is_some()) {
        for imported in words_after(&file.code(), "crate::") {
            let fine = match place(imported) {
                Some(at) => Some(at) <= place(file.concept()),
                None => ["words", "events"].contains(&imported) || (imported == "web" && is_door(file)),
            };
            let excepted = EXCEPTIONS.iter().find(|(path, what, _)| *path == file.path && *what == imported);
            used.extend(excepted.filter(|_| !fine));
            assert!(fine || excepted.is_some(), "{} imports {imported}, which comes after it", file.path);
        }
    }
    let idle: Vec<_> = EXCEPTIONS.iter().filter(|one| !used.contains(one)).collect();
    assert!(idle.is_empty(), "exceptions that nobody needs any more: {idle:?}");
}

#[test]
fn whoever_listens_comes_after_whoever_tells() {
    let place = |concept: &str| CONCEPTS.iter().position(|one| *one == concept).expect("a concept");
    let (mut told, mut heard) = (Vec::new(), Vec::new());
    for file in duet().iter().filter(|file| CONCEPTS.contains(&file.concept())) {
        let code = file.code();
        for event in words_after(&code, "events::tell(tx, Event::") {
            told.push((event.to_owned(), file.concept().to_owned()));
        }
        // A listener looks at what it is told, in a file that says so.
        if code.contains("event: Event)") {
            let events =
                words_after(&code, " Event::").into_iter().map(|one| (one.to_owned(), file.concept().to_owned()));
            heard.extend(events);
        }
    }
    for (event, by) in &heard {
        let tellers: Vec<&String> = told.iter().filter(|(one, _)| one == event).map(|(_, teller)| teller).collect();
        assert!(!tellers.is_empty(), "{by} hears {event}, which nobody tells");
        for teller in tellers {
            assert!(place(teller) < place(by), "{by} hears {event} of {teller}, which comes after it");
        }
        assert!(duet::events::LISTENERS.iter().any(|one| one.concept == by), "{by} listens and is not in the list");
    }
    for (event, teller) in &told {
        assert!(heard.iter().any(|(one, _)| one == event), "{teller} tells {event}, and nobody hears it");
    }
    let order: Vec<usize> = duet::events::LISTENERS.iter().map(|one| place(one.concept)).collect();
    assert!(order.is_sorted() && !order.is_empty());
}

#[test]
fn nested_imports_are_written_out() {
    // `use crate::{a, b}` would hide what is imported from the test above.
    for file in duet().iter().filter(|file| CONCEPTS.contains(&file.concept())) {
        assert!(!file.code().contains("crate::{"), "{} imports several concepts in one line", file.path);
    }
}

#[test]
fn only_doors_know_http_html_and_the_terminal() {
    for file in duet().iter().filter(|file| !is_door(file)) {
        for outside in ["axum", "askama", "clap", "tower", "tower_http"] {
            let code = file.code();
            let known = code.contains(&format!("use {outside}::")) || code.contains(&format!(" {outside}::"));
            assert!(!known, "{} knows {outside} and is no door", file.path);
        }
    }
}

#[test]
fn only_stores_say_sql() {
    for file in duet() {
        let (code, is_store) = (file.code(), file.name() == "store.rs");
        assert_eq!(code.contains("kit::sql!"), is_store, "{}: SQL stands in stores, and stores say some", file.path);
        for call in [".run(&", ".all(&", ".first(&", ".one(&"] {
            assert!(is_store || !code.contains(call), "{} runs a statement and is no store", file.path);
        }
        for word in ["\"select ", "insert into ", "delete from "] {
            assert!(is_store || !code.contains(word), "{} says SQL and is no store", file.path);
        }
    }
}

#[test]
fn rules_are_pure() {
    let rules = |file: &&File| {
        CONCEPTS.contains(&file.concept()) && (!file.path.contains('/') || file.path.starts_with("round/rules"))
    };
    for file in duet().iter().filter(rules) {
        let code = file.code();
        for outside in ["kit::db::", "::store::", "kit::web", "axum", "askama", "clap", "tokio", "std::fs", "std::env"]
        {
            assert!(!code.contains(outside), "{} is a concept's rules and knows {outside}", file.path);
        }
        for hidden in ["Clock::system", "Timestamp::now", "SystemTime", "Random::System"] {
            assert!(!code.contains(hidden), "{} asks {hidden} instead of being told", file.path);
        }
    }
}

#[test]
fn time_and_chance_come_through_the_store() {
    for file in duet().iter().filter(|file| file.path != "command.rs" && file.path != "web.rs") {
        for hidden in ["Clock::system", "Timestamp::now", "SystemTime", "Instant::now", "Random::System"] {
            assert!(!file.code().contains(hidden), "{} asks {hidden} itself", file.path);
        }
    }
}

#[test]
fn doors_call_acts_and_write_nothing_themselves() {
    for file in duet().iter().filter(|file| file.name() == "page.rs") {
        assert!(!file.code().contains("tx.run("), "{} writes by itself", file.path);
    }
}

/// Doors that give a file without `Visitor::takes_out`, and why.
const GIVES: &[(&str, &str)] = &[
    ("about/paper/page.rs", "the act that makes it writes it down, in its transaction"),
    ("demo/drop/page.rs", "a sample, of nobody"),
    ("letter/page.rs", "the acts that make its sign-in links write it down, in theirs"),
    ("web/take_out.rs", "it is the one that writes it down"),
];

#[test]
fn no_file_is_given_that_is_not_on_the_record() {
    let gives = |file: &File| ["download(", "CONTENT_DISPOSITION"].iter().any(|one| file.code().contains(one));
    let given: Vec<String> = duet().into_iter().filter(gives).map(|file| file.path).collect();
    assert_eq!(given, GIVES.iter().map(|(path, _)| *path).collect::<Vec<_>>(), "who gives files has it written down");
}

#[test]
fn matching_imports_only_std() {
    let all = files("crates/matching/src", "rs");
    let own = |word: &str| all.iter().any(|file| words_after(&file.code(), "mod ").contains(&word));
    for file in &all {
        for imported in words_after(&file.code(), "\nuse ") {
            let fine = ["std", "core", "crate", "super", "self"].contains(&imported) || own(imported);
            assert!(fine || imported.starts_with(char::is_uppercase), "{} imports {imported}", file.path);
        }
        for hidden in ["std::time", "std::fs", "std::env", "std::net", "HashMap", "HashSet"] {
            assert!(!file.code().contains(hidden), "{} uses {hidden}", file.path);
        }
    }
    let manifest = std::fs::read_to_string(root().join("crates/matching/Cargo.toml")).expect("a manifest");
    let needed = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split('[').next()).unwrap_or_default();
    assert_eq!(needed.trim(), "", "matching needs nothing");
}

#[test]
fn kit_knows_no_word_of_mentoring() {
    let words = ["mentor", "mentee", "round", "scheme", "partnership", "proposal", "coach", "sponsor", "coordinator"];
    for file in files("crates/kit/src", "rs").into_iter().chain(files("crates/kit/templates", "html")) {
        let text = file.code().to_lowercase();
        let mut said = text.split(|c: char| !c.is_ascii_alphabetic());
        // jiff's moments have a function of this name.
        let text_word = said.find(|word| words.contains(word) && !text.contains(&format!(".{word}(")));
        assert_eq!(text_word, None, "{} speaks of mentoring", file.path);
        assert!(!text.contains("duet::"), "{} imports duet", file.path);
    }
    let manifest = std::fs::read_to_string(root().join("crates/kit/Cargo.toml")).expect("a manifest");
    assert!(!manifest.contains("duet =") && !manifest.contains("matching ="), "kit stands below both");
}

#[test]
fn no_file_has_two_subjects() {
    for folder in ["crates/duet", "crates/kit", "crates/matching", "crates/testkit", "xtask"] {
        for file in files(folder, "rs") {
            let lines = file.text.lines().count();
            assert!(lines <= 450, "{folder}/{} has {lines} lines: two subjects?", file.path);
        }
    }
    for file in files("crates/duet/src", "html") {
        assert!(file.text.lines().count() <= 450, "{}", file.path);
    }
}
