//! Every word is there in both languages, none is there for nothing, and no place asks for one that is not.

use std::collections::{BTreeMap, BTreeSet};

use duet::words::FILES;
use kit::form::{Spec, Takes};
use kit::words::{Language, keys};

use crate::source::{File, files};

/// Every form: its words follow from its fields' names.
const FORMS: &[&Spec] = &[
    &duet::by_mail::page::ASK,
    &duet::by_mail::page::CODE,
    &duet::by_mail::page::PAPER,
    &duet::you::page::NAME,
    &duet::you::page::ADDRESS,
    &duet::you::page::CODE,
    &duet::scheme::page::NEW,
    &duet::scheme::page::APPOINT,
    &duet::scheme::page::ADMINISTRATOR,
    &duet::round::page::NEW,
    &duet::import::page::IMPORT,
    &duet::import::page::IMPORT_FILE,
    &duet::session::page::LOG,
    &duet::entry::page::APPLICATION,
    &duet::testimonial::page::GIVE,
    &duet::factor::page::CODE_APP,
    &duet::factor::page::CONFIRM,
    &duet::factor::passkey::page::ADD,
    &duet::reflection::page::WRITE,
    &duet::erasure::page::FIND,
    &duet::erasure::page::ERASE,
    &duet::wording::page::REWORD,
    &duet::outcome::page::WRITE,
    &duet::notice::page::WRITE,
    &duet::scheme::describe::page::DESCRIBE,
    &duet::condition::page::WRITE,
    &duet::round::deadline::page::SET,
    &duet::training::page::PLAN,
    &duet::partnership::talk::page::TALK,
    &duet::eligibility::page::RULE,
    &duet::eligibility::page::WAIVE,
    &duet::training::page::COMPLETE,
    &duet::capability::page::LEVELS,
    &duet::capability::page::WRITE,
    &duet::assessment::page::NOTE,
    &duet::pupil::page::NEW,
    &duet::pupil::page::END,
    &duet::pupil::page::TEACHER,
    &duet::question::page::WORD,
    &duet::another_try::page::TRY,
    &duet::call::page::step::YOU,
    &duet::encouragement::page::ENCOURAGE,
    &duet::open_link::page::door::COME,
];

/// Kebab-case texts in the code that are no keys, though they begin like one.
const NO_KEYS: &[&str] = &["sign-in", "open-call"];

type Keys = BTreeMap<String, BTreeSet<String>>;

fn keys_of(language: Language) -> Keys {
    FILES.iter().filter(|(of, _, _)| *of == language).flat_map(|(_, _, text)| keys(text)).collect()
}

#[test]
fn every_file_is_embedded() {
    for &language in Language::ALL {
        let there: BTreeSet<String> =
            files(&format!("locales/{language}"), "ftl").into_iter().map(|file| file.path).collect();
        let embedded = FILES.iter().filter(|(of, _, _)| *of == language).map(|(_, file, _)| (*file).to_owned());
        assert_eq!(embedded.collect::<BTreeSet<_>>(), there, "{language}");
    }
}

#[test]
fn no_key_stands_twice() {
    for &language in Language::ALL {
        let all = FILES.iter().filter(|(of, _, _)| *of == language).map(|(_, _, text)| keys(text).len()).sum::<usize>();
        assert_eq!(keys_of(language).len(), all, "{language}");
    }
    duet::words::words().expect("the files can be read");
}

#[test]
fn both_languages_have_the_same_keys_and_gaps() {
    let (english, welsh) = (keys_of(Language::English), keys_of(Language::Welsh));
    let only =
        |one: &Keys, other: &Keys| one.keys().filter(|key| !other.contains_key(*key)).cloned().collect::<Vec<_>>();
    assert_eq!(only(&english, &welsh), Vec::<String>::new(), "not in Welsh");
    assert_eq!(only(&welsh, &english), Vec::<String>::new(), "not in English");
    for (key, gaps) in &english {
        assert_eq!(gaps, &welsh[key], "the gaps of {key}");
    }
}

#[test]
fn every_key_asked_for_is_there() {
    let english = keys_of(Language::English);
    let firsts: BTreeSet<&str> = english.keys().filter_map(|key| key.split_once('-')).map(|(first, _)| first).collect();
    for file in sources() {
        for (at, text) in texts(&file) {
            let asked = CALLS.iter().any(|call| at.ends_with(call));
            let alike = looks_like_key(&text) && firsts.contains(text.split('-').next().unwrap_or_default());
            if (asked || (alike && file.path.ends_with(".rs"))) && !NO_KEYS.contains(&text.as_str()) {
                assert!(english.contains_key(&text), "{} asks for “{text}”, which no file has", file.path);
            }
        }
    }
    for key in of_forms().into_iter().chain(built()).filter(|key| !key.ends_with(".hint")) {
        assert!(english.contains_key(&key), "code asks for “{key}”, which no file has");
    }
}

#[test]
fn no_key_is_there_for_nothing() {
    let mut asked: BTreeSet<String> = sources().iter().flat_map(texts).map(|(_, text)| text).collect();
    asked.extend(of_forms().into_iter().chain(built()));
    let idle: Vec<String> = keys_of(Language::English).into_keys().filter(|key| !asked.contains(key)).collect();
    assert_eq!(idle, Vec::<String>::new(), "nobody asks for these");
}

/// What stands before a key wherever one is asked for.
const CALLS: &[&str] = &[".t(", ".t1(", ".t2(", "Message::new(", "conflict(", ".knows("];

fn sources() -> Vec<File> {
    let mut all = files("crates/duet/src", "rs");
    all.extend(files("crates/duet/src", "html"));
    all.extend(files("crates/kit/src", "rs"));
    all.extend(files("crates/kit/templates", "html"));
    all
}

/// Every quoted text of a file's code, with what stands before it.
fn texts(file: &File) -> Vec<(String, String)> {
    let code = file.code();
    let mut found = Vec::new();
    // In a template, quotes stand around attributes as well as around texts in `{{ }}`: each pair is looked at.
    for (at, _) in code.match_indices('"') {
        let rest = &code[at + 1..];
        if let Some(end) = rest.find('"').filter(|end| *end > 0) {
            let text = &rest[..end];
            if text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) {
                let before = code[..at].trim_end();
                let start = before.char_indices().rev().nth(20).map_or(0, |(start, _)| start);
                found.push((before[start..].to_owned(), text.to_owned()));
            }
        }
    }
    found
}

fn looks_like_key(text: &str) -> bool {
    let fine = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    text.contains('-') && text.split('-').all(fine)
}

/// The keys that code puts together.
fn built() -> BTreeSet<String> {
    let mut asked: BTreeSet<String> = ["day", "month", "year"].map(|part| format!("form-{part}")).into();
    asked.extend(duet::audit::Act::ALL.iter().map(|act| act.key()));
    asked.extend(duet::policy::resources().iter().map(|one| format!("resource-{}", one.name.replace('_', "-"))));
    asked.extend(kit::access::Verb::ALL.iter().map(|verb| format!("verb-{verb}")));
    asked.extend(duet::about::SECTIONS.iter().map(|table| format!("about-{table}")));
    for (table, why) in duet::about::LEFT_OUT {
        asked.extend([format!("about-{table}"), format!("about-why-{why}")]);
    }
    asked.extend(fields_told().into_iter().map(|field| format!("about-field-{field}")));
    for step in ["next-import", "next-propose", "next-tell"] {
        asked.extend(["", "-why", "-button"].map(|part| format!("{step}{part}")));
    }
    for kind in duet::mapping::kinds::KINDS {
        asked.insert(format!("import-title-{}", kind.name));
        asked.extend(
            kind.fields.iter().map(|field| format!("import-is-{}-{}", kind.name, field.name.replace('_', "-"))),
        );
    }
    asked.extend(duet::import::Side::ALL.iter().map(|side| format!("import-sheet-{side}")));
    for verdict in duet::import::Verdict::ALL {
        asked.extend(["count", "rows"].map(|part| format!("import-{part}-{}", verdict.as_str())));
    }
    asked
}

/// What the page about oneself says of its rows: the fields of `told!`, and those told by hand.
fn fields_told() -> BTreeSet<String> {
    let store = files("crates/duet/src/about", "rs").into_iter().find(|file| file.name() == "store.rs");
    let code = store.expect("a store").code();
    let block = code.split("told! {").nth(1).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
    let declared = block.split(['{', ',']).filter_map(|part| part.split_once(": ")).map(|(name, _)| name.trim());
    let by_hand = code
        .split("(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\", "))
        .filter(|(_, rest)| rest.starts_with("json!") || rest.starts_with("self."));
    declared.map(str::to_owned).chain(by_hand.map(|(name, _)| name.to_owned())).collect()
}

/// The keys that forms ask for by their fields' names.
fn of_forms() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for (form, field) in FORMS.iter().flat_map(|form| form.fields.iter().map(move |field| (form, field))) {
        let key = format!("{}-{}", form.name, field.name);
        if let Takes::Choice(words) = field.takes {
            asked.extend(words.iter().map(|word| format!("{key}-{word}")));
        }
        asked.extend([format!("{key}.hint"), key]);
    }
    asked
}

#[test]
fn every_form_that_changes_something_is_taken_once() {
    // Signing in and out, a choice of language, a file to take out, a code or a passkey's answer that works once, paper
    // codes of which the last made are shown and hold, a spreadsheet that is tried out and kept nowhere, a link whose secret
    // is shown once, a name that is looked for: once more does no harm.
    let harmless = [
        "/language",
        "/sign-out",
        "\"/sign-in",
        "/demo/",
        "\"/try\"",
        "\"/pupils\"",
        "\"/you/",
        "\"/confirmation",
        "\"/factors\"",
        "\"/factors/recovery-codes\"",
        "\"/passkeys\"",
        "/organisations/",
        "/notices/reading",
        "/erasures\"",
        "/erasure\"",
        "/everything\"",
        "/mail\"",
        "/letters/merge\"",
        "/sign-in-link\"",
        "/open-links\"",
        "{{ path }}",
        "{{ action }}",
    ];
    let mut seen = 0;
    for file in files("crates/duet/src", "html") {
        for form in file.text.split("<form method=\"post\"").skip(1) {
            let opening = form.split('>').next().unwrap_or_default();
            seen += 1;
            let fine = form.split("</form>").next().unwrap_or_default().contains("{{ page.once() }}");
            assert!(fine || harmless.iter().any(|path| opening.contains(path)), "{}: {opening}", file.path);
        }
    }
    assert!(seen > 20, "forms are written another way now");
}

#[test]
fn whoever_types_words_of_their_own_reads_where_confidence_ends() {
    // Letters, notices and what a scheme has or asks for are an organisation's words, not somebody's own; a testimonial is
    // there to be read by others.
    let others =
        ["wording", "notice", "condition", "eligibility", "waiver", "testimonial", "capability", "question", "scheme"];
    let prose = FORMS.iter().filter(|form| !others.contains(&form.name)).flat_map(|form| {
        form.fields.iter().filter(|field| matches!(field.takes, Takes::Prose(_))).map(move |field| (form, field))
    });
    let pages = files("crates/duet/src", "html");
    let mut seen = 0;
    for (form, field) in prose {
        let folder = format!("{}/", form.name.replace('-', "_"));
        let asks = format!("field(\"{}\")", field.name);
        let asking: Vec<&File> =
            pages.iter().filter(|page| page.path.starts_with(&folder) && page.text.contains(&asks)).collect();
        assert!(!asking.is_empty(), "no page of {} asks for {}", form.name, field.name);
        for page in asking {
            assert!(page.text.contains("{% include \"web/limits.html\" %}"), "{} must say where it ends", page.path);
            seen += 1;
        }
    }
    assert!(seen >= 1, "forms are written another way now");
}
