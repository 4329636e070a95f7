//! An answer, as somebody reads it.

use std::io::{Cursor, Read as _};

use axum::http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};
use zip::ZipArchive;

use crate::mailbox;

/// An answer of Duet's: a page most times, a file at others.
pub struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
    pub(crate) statements: u64,
    pub(crate) html: Html,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}\n{}", self.status, self.path, self.words())
    }
}

impl Page {
    /// Its status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The path it was found at, after redirects.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// One header; empty when there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Its bytes.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Its bytes as text; of a page, without the demo's strip.
    #[must_use]
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        match text.split_once("<aside class=\"notice demo\"") {
            Some((before, rest)) => before.to_owned() + rest.split_once("</aside>").map_or("", |(_, after)| after),
            None => text.into_owned(),
        }
    }

    /// Whether it is a workbook (xlsx), which is packed.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        self.body.starts_with(b"PK\x03\x04")
    }

    /// All it says, for whoever looks for words in it: every part of a workbook, unpacked; a mail as its receiver reads it;
    /// and else its text.
    ///
    /// # Panics
    /// When a workbook cannot be unpacked.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.is_workbook() {
            return unpacked(&self.body);
        }
        if self.header("content-type").starts_with("message/") { mailbox::read(&self.text()) } else { self.text() }
    }

    /// The same without the keys of its forms, which are fresh on every page.
    #[must_use]
    pub fn without_keys(&self) -> String {
        let text = self.text();
        let mut parts = text.split("name=\"once\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |whole, part| whole + part.get(36..).unwrap_or_default())
    }

    /// How many SQL statements it took.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements
    }

    /// What stands on it, for people: title and words, in one line, without typing; and without the demo's strip, which
    /// names the whole cast on every page and stands on none of a real Duet.
    #[must_use]
    pub fn words(&self) -> String {
        let is_strip = |element: ElementRef<'_>| element.value().name() == "aside" && has_class(element, "demo");
        let texts = self
            .html
            .tree
            .root()
            .descendants()
            .filter(|node| node.value().is_text() && !node.ancestors().filter_map(ElementRef::wrap).any(is_strip));
        let texts = texts.filter_map(|node| node.value().as_text().map(|text| text.to_string()));
        plain(&texts.collect::<Vec<_>>().join(" "))
    }

    /// Whether these words stand on it.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        let tight = |text: &str| plain(text).replace(" ,", ",").replace(" .", ".").replace(" :", ":");
        tight(&self.words()).contains(&tight(words))
    }

    /// Asserts that these words stand on it.
    ///
    /// # Panics
    /// When they do not, with what does.
    #[track_caller]
    pub fn sees(&self, words: &str) -> &Page {
        assert!(self.has(words), "nobody sees “{words}” on this page:\n{self:?}\n");
        self
    }

    /// Asserts that these words do not stand on it.
    ///
    /// # Panics
    /// When they do.
    #[track_caller]
    pub fn sees_no(&self, words: &str) -> &Page {
        assert!(!self.has(words), "somebody sees “{words}” on this page:\n{self:?}\n");
        self
    }

    /// Asserts its status.
    ///
    /// # Panics
    /// When it is another.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Page {
        assert_eq!(self.status(), status, "not the status of this page:\n{self:?}\n");
        self
    }

    /// Where the link of these words leads: the one that says just this, else the first that says it and more.
    ///
    /// # Panics
    /// When there is none, with those that there are.
    #[must_use]
    #[track_caller]
    pub fn link(&self, words: &str) -> String {
        let links = self.links();
        let exact = links.iter().find(|(said, _)| said == words);
        let best = exact.or_else(|| links.iter().find(|(said, _)| said.contains(words)));
        match best {
            Some((_, address)) => address.clone(),
            None => panic!("no link says “{words}”; these are there: {links:#?}\n{self:?}\n"),
        }
    }

    /// Every link: its words, and where it leads.
    #[must_use]
    pub fn links(&self) -> Vec<(String, String)> {
        let links = self.find("a[href]");
        links.map(|link| (said(link), link.attr("href").unwrap_or("").to_owned())).collect()
    }

    /// The words of every element a CSS selector finds.
    #[must_use]
    pub fn all(&self, css: &str) -> Vec<String> {
        self.find(css).map(said).collect()
    }

    /// The first words of every element a CSS selector finds: up to where an element inside it begins.
    #[must_use]
    pub fn firsts(&self, css: &str) -> Vec<String> {
        let first = |one: ElementRef<'_>| plain(one.text().find(|text| !text.trim().is_empty()).unwrap_or(""));
        self.find(css).map(first).collect()
    }

    /// An attribute of every element a CSS selector finds, where it has one.
    #[must_use]
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.find(css).filter_map(|one| one.attr(name)).map(str::to_owned).collect()
    }

    fn find(&self, css: &str) -> std::vec::IntoIter<ElementRef<'_>> {
        self.html.select(&selector(css)).collect::<Vec<_>>().into_iter()
    }
}

/// The names and texts of all parts of a packed file.
fn unpacked(bytes: &[u8]) -> String {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).expect("a workbook unpacks");
    let count = parts.len();
    let part = |at: usize| {
        let mut part = parts.by_index(at).expect("a part");
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).expect("a part unpacks");
        format!("{}\n{}\n", part.name().expect("a name"), String::from_utf8_lossy(&inside))
    };
    (0..count).map(part).collect()
}

/// A text in one line: every run of space is one.
#[must_use]
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().classes().any(|one| one == class)
}

/// An element's words.
pub(crate) fn said(element: ElementRef<'_>) -> String {
    plain(&element.text().collect::<Vec<_>>().join(" "))
}

/// The elements inside another that a CSS selector finds.
pub(crate) fn found<'p>(inside: ElementRef<'p>, css: &str) -> std::vec::IntoIter<ElementRef<'p>> {
    inside.select(&selector(css)).collect::<Vec<_>>().into_iter()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|cause| panic!("{css}: {cause}"))
}
