//! The columns of a sheet, and what may be done with each: for the pages on which somebody settles that.

use kit::Message;
use kit::sheet::How;
use kit::words::Say;

use crate::import::choice::word;
use crate::import::{Part, Side, importers};
use crate::mapping::kinds::{CAPABILITIES, PEOPLE};
use crate::mapping::{Kind, Use, preset, protected};

/// A sheet, as it was read.
pub struct SheetView {
    /// What it is.
    pub title: String,
    /// How it was read.
    pub how: String,
    /// Whose program it comes from, where that is known.
    pub preset: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column, and what may be done with it.
pub struct Column {
    /// Its name in the form: the sheet's number and its own.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// The first few cells.
    pub cells: String,
    /// What may be done with it: word, words, whether that is chosen.
    pub options: Vec<(String, String, bool)>,
    /// The name of the field for why it is kept sealed, and what it says.
    pub purpose: Option<(String, String)>,
    /// Whether the law protects it.
    pub private: bool,
}

impl SheetView {
    /// A sheet of a kind. Where it is brought in, what the law protects can be kept sealed, and a column can be said to be
    /// one that the rules read and `missing` names; where it is only looked at, neither.
    #[must_use]
    pub fn of(say: Say, kind: &Kind, at: usize, part: &Part, title: &str, missing: Option<&[String]>) -> SheetView {
        let preset = preset(&part.sheet).map(|program| say.t1("import-preset", "program", program));
        let columns = part.sheet.headings.iter().zip(protected(kind, &part.sheet)).enumerate();
        let columns = columns.map(|(column, (heading, private))| {
            Column::of(say, kind, (at, column), part, (heading.as_str(), private), missing)
        });
        SheetView { title: title.to_owned(), how: how(say, &part.sheet.how), preset, columns: columns.collect() }
    }
}

fn how(say: Say, how: &How) -> String {
    match how {
        How::Text { encoding, separator } => {
            let separator = match separator {
                ';' => "import-how-semicolon",
                '\t' => "import-how-tab",
                _ => "import-how-comma",
            };
            say.message(
                &Message::new("import-how-text")
                    .with("encoding", encoding.as_str().to_uppercase())
                    .with("separator", Message::new(separator)),
            )
        }
        How::Workbook { sheet, sheets } => say.t2("import-how-workbook", "sheet", sheet, "sheets", *sheets),
    }
}

impl Column {
    fn of(
        say: Say,
        kind: &Kind,
        at: (usize, usize),
        part: &Part,
        (heading, private): (&str, bool),
        missing: Option<&[String]>,
    ) -> Column {
        let (of, name) = (&part.mapping.uses[at.1], format!("{}-{}", at.0, at.1));
        let mut cells: Vec<&str> = Vec::new();
        for cell in part.sheet.rows.iter().filter_map(|row| row.cells.get(at.1)) {
            if !cell.is_empty() && !cells.contains(&cell.as_str()) && cells.len() < 3 {
                cells.push(cell);
            }
        }
        let seals = private && kind == &PEOPLE && missing.is_some();
        let purpose = match of {
            Use::Sealed(purpose) => purpose.clone(),
            _ => String::new(),
        };
        Column {
            heading: heading.to_owned(),
            cells: shortened(&cells.join(" · ")),
            options: options(say, kind, part.side, (heading, private), of, missing),
            purpose: seals.then(|| (format!("purpose-{name}"), purpose)),
            private,
            name,
        }
    }
}

/// What a column may be: what its kind asks for, an answer under its own heading, or one that the rules read and no
/// column has.
fn options(
    say: Say,
    kind: &Kind,
    side: Side,
    (heading, private): (&str, bool),
    of: &Use,
    missing: Option<&[String]>,
) -> Vec<(String, String, bool)> {
    let own = Use::Answer(kit::sheet::folded(heading));
    let mut all = vec![(word(&Use::LeftOut), say.t("import-use-out").into_owned(), *of == Use::LeftOut)];
    if private {
        let sealed = matches!(of, Use::Sealed(_));
        if kind == &PEOPLE && missing.is_some() {
            all.push(("sealed:".to_owned(), say.t("import-use-sealed").into_owned(), sealed));
        }
        return all;
    }
    for field in kind.fields.iter().filter(|field| field.name != "role" || side == Side::Both) {
        let is = Use::Is(field.name);
        all.push((word(&is), say.t(importers::word_key(kind, field.name)).into_owned(), *of == is));
    }
    if kind.answers {
        let missing = missing.unwrap_or_default();
        let is_own = matches!(of, Use::Answer(under) if !missing.contains(under));
        let words = if kind == &CAPABILITIES { "import-use-levels" } else { "import-use-answer" };
        all.push((word(&own), say.t(words).into_owned(), is_own));
        for under in missing {
            let is = Use::Answer(under.clone());
            all.push((word(&is), say.t1("import-use-for-rule", "heading", under.as_str()), *of == is));
        }
    }
    all
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(90) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
