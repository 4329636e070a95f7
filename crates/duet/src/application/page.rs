//! Applicants, in the browser: two spreadsheets in, and who is eligible.

use askama::Template;
use axum::Router;
use axum::extract::multipart::Field as Part;
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use axum::response::Response;
use axum::routing::get;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::sheet::{MOST_WORKBOOK_BYTES, too_large};
use kit::web::go_to;
use kit::{Error, Problem, Result};

use super::access::APPLICATION;
use super::import::{ImportDraft, as_problem, import};
use super::{Applicant, ImportSummary, store};
use crate::access::Reached;
use crate::round::rules::file;
use crate::round::rules::{Role, Rules};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Shell, Visitor, page, problem_page, problems};
use kit::access::Verb;
use kit::db::Tx;

/// The pages of applicants.
pub fn routes() -> Router<std::sync::Arc<App>> {
    let import = get(ask).post(take_in).layer(DefaultBodyLimit::disable());
    Router::new().route("/rounds/{id}/import", import).route("/rounds/{id}/people", get(people))
}

/// The files that are sheets, as a browser's file chooser takes them.
const SHEETS: &str = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What an import is asked.
pub static IMPORT: Spec = Spec {
    name: "import",
    fields: &[
        Field { name: "mentors", takes: Takes::File(SHEETS) },
        Field { name: "mentees", takes: Takes::File(SHEETS) },
        Field { name: "rules", takes: Takes::File(".toml") },
    ],
};

#[derive(Template)]
#[template(path = "application/import.html")]
struct ImportPage {
    page: Shell,
    round: Reached<Round>,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    page(import_page(&visitor, id, Vec::new()).await?)
}

async fn import_page(visitor: &Visitor, id: RoundId, problems: Vec<Problem>) -> Result<ImportPage> {
    let viewer = visitor.viewer;
    let round =
        visitor.read(move |c| round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::Write)).await?;
    let form = Form::new(&IMPORT, visitor.say, Typed::default()).with_problems(problems);
    let shell =
        visitor.page(visitor.say.t("import-title").into_owned()).coloured(round.colour).wrong_if(form.is_wrong());
    Ok(ImportPage { page: shell.seen_by(&round, &APPLICATION, ""), round, form })
}

async fn take_in(visitor: Visitor, Path(id): Path<RoundId>, body: Multipart) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is read of what they send: is the round theirs?
    let present = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::Write)?;
            round::store::rules(c, &round)
        })
        .await?;
    let files = Files::receive(body).await?;
    let key = files.key.clone();
    let draft = tokio::task::spawn_blocking(move || files.draft(present)).await.map_err(Error::internal)?;
    let done = match draft {
        Ok(draft) => {
            let import = move |tx: &mut Tx<'_>| {
                import(tx, viewer, id, &draft)?;
                Ok(format!("/rounds/{id}/people"))
            };
            visitor.once(&key, import).await
        }
        Err(cause) => Err(cause),
    };
    match done {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(import_page(&visitor, id, problems(cause)?).await?),
    }
}

/// The files of an import, as they were sent: none when too large.
#[derive(Default)]
struct Files {
    mentors: Sent,
    mentees: Sent,
    rules: Sent,
    key: Typed,
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
    async fn receive(mut body: Multipart) -> Result<Files> {
        let mut files = Files::default();
        let broken = |_| Error::invalid("", "error-request");
        let mut read = 0;
        while let Some(part) = body.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let sent = receive(part, &mut read).await?;
            if let (kit::once::FIELD, Sent::Bytes(bytes)) = (name.as_str(), &sent) {
                files.key = Typed::default().with(kit::once::FIELD, String::from_utf8_lossy(bytes));
            }
            let place = match name.as_str() {
                "mentors" => &mut files.mentors,
                "mentees" => &mut files.mentees,
                "rules" => &mut files.rules,
                _ => continue,
            };
            if !matches!(place, Sent::Nothing) {
                return Err(Error::invalid("", "error-request"));
            }
            *place = sent;
        }
        Ok(files)
    }

    fn draft(&self, present: Rules) -> Result<ImportDraft> {
        let given = match &self.rules {
            Sent::Nothing => None,
            sent => Some(file::read(sent.bytes("rules")?).map_err(|fault| as_problem(("rules", fault)))?),
        };
        ImportDraft::read(self.mentors.bytes("mentors")?, self.mentees.bytes("mentees")?, given, present)
            .map_err(as_problem)
    }
}

impl Sent {
    fn bytes(&self, field: &'static str) -> Result<&[u8]> {
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

#[derive(Template)]
#[template(path = "application/people.html")]
struct People {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    summary: Option<ImportSummary>,
    rules: Vec<String>,
    criteria: Vec<String>,
    eligible_mentors: Vec<Applicant>,
    eligible_mentees: Vec<Applicant>,
    not_eligible: Vec<(Applicant, Vec<String>)>,
}

async fn people(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, rules, applicants, summary) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::List)?;
            let (rules, applicants) = (round::store::rules(c, &round)?, store::applicants(c, &round)?);
            let summary = store::last_import(c, &round)?;
            Ok((round, rules, applicants, summary))
        })
        .await?;
    let language = visitor.say.language;
    let (mut eligible, mut not_eligible) = (Vec::new(), Vec::new());
    for applicant in applicants {
        let unmet: Vec<String> = rules
            .unmet(applicant.role, &applicant.answers)
            .iter()
            .map(|rule| rule.said_in(language).to_owned())
            .collect();
        if applicant.is_eligible(&rules) { eligible.push(applicant) } else { not_eligible.push((applicant, unmet)) }
    }
    let (eligible_mentors, eligible_mentees) =
        eligible.into_iter().partition(|one: &Applicant| one.role == Role::Mentor);
    page(People {
        page: visitor.page(visitor.say.t("people-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &APPLICATION,
            "",
        ),
        coordinates: round.may(&APPLICATION, Verb::Write),
        rules: rules.eligible.iter().map(|rule| rule.said_in(language).to_owned()).collect(),
        criteria: crate::application::words::rules(visitor.say, &rules),
        round,
        summary,
        eligible_mentors,
        eligible_mentees,
        not_eligible,
    })
}
