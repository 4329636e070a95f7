//! The files of an import, as a browser sends them.

use axum::extract::Multipart;
use axum::extract::multipart::Field as Part;
use kit::form::Typed;
use kit::sheet::{MOST_WORKBOOK_BYTES, too_large};
use kit::{Error, Result};

use crate::import::{Contents, Side, as_problem};
use crate::mapping::Kind;
use crate::mapping::kinds::PEOPLE;

/// The files of an import, as they were sent: none when too large.
#[derive(Default)]
pub(super) struct Files {
    sheets: [Sent; 4],
    rules: Sent,
    /// The key of the form.
    pub(super) key: Typed,
    /// The word of the kind of sheet.
    pub(super) kind: String,
}

#[derive(Default)]
enum Sent {
    #[default]
    Nothing,
    Bytes(Vec<u8>),
    TooLarge,
}

/// What is read at most of one request: beyond it the connection is closed instead of an answer given.
const MOST_READ: usize = 600 * 1024 * 1024;

impl Files {
    /// Receives the parts. What is too large is read to its end and thrown away, since a browser shows no answer
    /// before it has sent all.
    pub(super) async fn receive(mut body: Multipart) -> Result<Files> {
        let mut files = Files::default();
        let broken = |_| Error::invalid("", "error-request");
        let mut read = 0;
        while let Some(part) = body.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let sent = receive(part, &mut read).await?;
            if let Sent::Bytes(bytes) = &sent {
                let text = || String::from_utf8_lossy(bytes).into_owned();
                match name.as_str() {
                    kit::once::FIELD => files.key = Typed::default().with(kit::once::FIELD, text()),
                    "kind" => files.kind = text(),
                    _ => {}
                }
            }
            let place = match (name.as_str(), Side::ALL.iter().position(|side| side.as_str() == name)) {
                ("rules", _) => &mut files.rules,
                (_, Some(at)) => &mut files.sheets[at],
                _ => continue,
            };
            if !matches!(place, Sent::Nothing) {
                return Err(Error::invalid("", "error-request"));
            }
            *place = sent;
        }
        Ok(files)
    }

    /// The files that a kind of sheet needs: two of people, or one with both; one of anything else.
    ///
    /// # Errors
    /// `Invalid` at the field of a file that is missing or too large.
    pub(super) fn contents(self, kind: &Kind) -> Result<Contents> {
        let Files { sheets: [mentors, mentees, both, file], rules, .. } = self;
        let mut contents = Contents::default();
        let sheets = match (kind == &PEOPLE, matches!(both, Sent::Nothing)) {
            (false, _) => vec![(Side::File, file)],
            (true, false) => vec![(Side::Both, both)],
            (true, true) => vec![(Side::Mentors, mentors), (Side::Mentees, mentees)],
        };
        for (side, sent) in sheets {
            contents.files.push((side, sent.bytes(side.as_str())?));
        }
        if !matches!(rules, Sent::Nothing) {
            contents.rules = Some(rules.bytes("rules")?);
        }
        Ok(contents)
    }
}

impl Sent {
    fn bytes(self, field: &'static str) -> Result<Vec<u8>> {
        match self {
            Sent::Nothing => Err(Error::invalid(field, "import-file-missing")),
            Sent::TooLarge => Err(as_problem((field, too_large(MOST_WORKBOOK_BYTES)))),
            Sent::Bytes(bytes) => Ok(bytes),
        }
    }
}

async fn receive(mut part: Part<'_>, read_in_all: &mut usize) -> Result<Sent> {
    let has_name = part.file_name().is_some_and(|name| !name.is_empty());
    let (mut bytes, mut read) = (Vec::new(), 0);
    while let Some(chunk) = part.chunk().await.map_err(|_| Error::invalid("", "error-request"))? {
        read += chunk.len();
        *read_in_all += chunk.len();
        if *read_in_all > MOST_READ {
            return Err(Error::invalid("", "error-too-large"));
        }
        if read <= MOST_WORKBOOK_BYTES {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(match (read, has_name) {
        (0, false) => Sent::Nothing,
        (read, _) if read > MOST_WORKBOOK_BYTES => Sent::TooLarge,
        _ => Sent::Bytes(bytes),
    })
}
