//! The translation files, embedded.

use std::sync::OnceLock;

use kit::words::{Language, Words};
use kit::{Error, Result};

/// Every file of every language: (language, file, text).
pub const FILES: &[(Language, &str, &str)] = &[
    (Language::English, "shell.ftl", include_str!("../../../locales/en/shell.ftl")),
    (Language::English, "sign_in.ftl", include_str!("../../../locales/en/sign_in.ftl")),
    (Language::English, "you.ftl", include_str!("../../../locales/en/you.ftl")),
    (Language::English, "round.ftl", include_str!("../../../locales/en/round.ftl")),
    (Language::English, "partnership.ftl", include_str!("../../../locales/en/partnership.ftl")),
    (Language::English, "letters.ftl", include_str!("../../../locales/en/letters.ftl")),
    (Language::English, "factor.ftl", include_str!("../../../locales/en/factor.ftl")),
    (Language::English, "access.ftl", include_str!("../../../locales/en/access.ftl")),
    (Language::English, "erasure.ftl", include_str!("../../../locales/en/erasure.ftl")),
    (Language::English, "backup.ftl", include_str!("../../../locales/en/backup.ftl")),
    (Language::English, "reflection.ftl", include_str!("../../../locales/en/reflection.ftl")),
    (Language::English, "mail.ftl", include_str!("../../../locales/en/mail.ftl")),
    (Language::English, "wording.ftl", include_str!("../../../locales/en/wording.ftl")),
    (Language::English, "scheme.ftl", include_str!("../../../locales/en/scheme.ftl")),
    (Language::English, "stage.ftl", include_str!("../../../locales/en/stage.ftl")),
    (Language::English, "eligibility.ftl", include_str!("../../../locales/en/eligibility.ftl")),
    (Language::English, "chemistry.ftl", include_str!("../../../locales/en/chemistry.ftl")),
    (Language::English, "entry.ftl", include_str!("../../../locales/en/entry.ftl")),
    (Language::English, "export.ftl", include_str!("../../../locales/en/export.ftl")),
    (Language::English, "rating.ftl", include_str!("../../../locales/en/rating.ftl")),
    (Language::English, "testimonial.ftl", include_str!("../../../locales/en/testimonial.ftl")),
    (Language::English, "capability.ftl", include_str!("../../../locales/en/capability.ftl")),
    (Language::English, "assessment.ftl", include_str!("../../../locales/en/assessment.ftl")),
    (Language::English, "report.ftl", include_str!("../../../locales/en/report.ftl")),
    (Language::English, "outcome.ftl", include_str!("../../../locales/en/outcome.ftl")),
    (Language::English, "notice.ftl", include_str!("../../../locales/en/notice.ftl")),
    (Language::English, "board.ftl", include_str!("../../../locales/en/board.ftl")),
    (Language::English, "import.ftl", include_str!("../../../locales/en/import.ftl")),
    (Language::English, "drop.ftl", include_str!("../../../locales/en/drop.ftl")),
    (Language::English, "pupil.ftl", include_str!("../../../locales/en/pupil.ftl")),
    (Language::English, "call.ftl", include_str!("../../../locales/en/call.ftl")),
    (Language::English, "open_link.ftl", include_str!("../../../locales/en/open_link.ftl")),
    (Language::Welsh, "shell.ftl", include_str!("../../../locales/cy/shell.ftl")),
    (Language::Welsh, "sign_in.ftl", include_str!("../../../locales/cy/sign_in.ftl")),
    (Language::Welsh, "you.ftl", include_str!("../../../locales/cy/you.ftl")),
    (Language::Welsh, "round.ftl", include_str!("../../../locales/cy/round.ftl")),
    (Language::Welsh, "partnership.ftl", include_str!("../../../locales/cy/partnership.ftl")),
    (Language::Welsh, "letters.ftl", include_str!("../../../locales/cy/letters.ftl")),
    (Language::Welsh, "factor.ftl", include_str!("../../../locales/cy/factor.ftl")),
    (Language::Welsh, "access.ftl", include_str!("../../../locales/cy/access.ftl")),
    (Language::Welsh, "erasure.ftl", include_str!("../../../locales/cy/erasure.ftl")),
    (Language::Welsh, "backup.ftl", include_str!("../../../locales/cy/backup.ftl")),
    (Language::Welsh, "reflection.ftl", include_str!("../../../locales/cy/reflection.ftl")),
    (Language::Welsh, "mail.ftl", include_str!("../../../locales/cy/mail.ftl")),
    (Language::Welsh, "wording.ftl", include_str!("../../../locales/cy/wording.ftl")),
    (Language::Welsh, "scheme.ftl", include_str!("../../../locales/cy/scheme.ftl")),
    (Language::Welsh, "stage.ftl", include_str!("../../../locales/cy/stage.ftl")),
    (Language::Welsh, "eligibility.ftl", include_str!("../../../locales/cy/eligibility.ftl")),
    (Language::Welsh, "chemistry.ftl", include_str!("../../../locales/cy/chemistry.ftl")),
    (Language::Welsh, "entry.ftl", include_str!("../../../locales/cy/entry.ftl")),
    (Language::Welsh, "export.ftl", include_str!("../../../locales/cy/export.ftl")),
    (Language::Welsh, "rating.ftl", include_str!("../../../locales/cy/rating.ftl")),
    (Language::Welsh, "testimonial.ftl", include_str!("../../../locales/cy/testimonial.ftl")),
    (Language::Welsh, "capability.ftl", include_str!("../../../locales/cy/capability.ftl")),
    (Language::Welsh, "assessment.ftl", include_str!("../../../locales/cy/assessment.ftl")),
    (Language::Welsh, "report.ftl", include_str!("../../../locales/cy/report.ftl")),
    (Language::Welsh, "outcome.ftl", include_str!("../../../locales/cy/outcome.ftl")),
    (Language::Welsh, "notice.ftl", include_str!("../../../locales/cy/notice.ftl")),
    (Language::Welsh, "board.ftl", include_str!("../../../locales/cy/board.ftl")),
    (Language::Welsh, "import.ftl", include_str!("../../../locales/cy/import.ftl")),
    (Language::Welsh, "drop.ftl", include_str!("../../../locales/cy/drop.ftl")),
    (Language::Welsh, "pupil.ftl", include_str!("../../../locales/cy/pupil.ftl")),
    (Language::Welsh, "call.ftl", include_str!("../../../locales/cy/call.ftl")),
    (Language::Welsh, "open_link.ftl", include_str!("../../../locales/cy/open_link.ftl")),
];

/// All words, loaded once.
///
/// # Errors
/// `Internal` when a file is broken; a test loads them all.
pub fn words() -> Result<&'static Words> {
    static WORDS: OnceLock<Words> = OnceLock::new();
    if let Some(words) = WORDS.get() {
        return Ok(words);
    }
    let files: Vec<(Language, &str)> = FILES.iter().map(|(language, _, text)| (*language, *text)).collect();
    let loaded = Words::load(&files).map_err(|cause| Error::internal(format!("translation files: {cause}")))?;
    Ok(WORDS.get_or_init(|| loaded))
}
