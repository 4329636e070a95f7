//! What is done with columns, as it is written down: a word for each.

use std::collections::BTreeMap;

use kit::sheet::{Sheet, folded};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Contents, Side};
use crate::mapping::{Kind, Use, matrix};

/// A use as a word: `is:address`, `answer:grade`, `sealed:why`, `out`.
#[must_use]
pub fn word(of: &Use) -> String {
    match of {
        Use::Is(field) => format!("is:{field}"),
        Use::Answer(heading) => format!("answer:{heading}"),
        Use::Sealed(purpose) => format!("sealed:{purpose}"),
        Use::LeftOut => "out".to_owned(),
    }
}

/// The use a word stands for; left out, when it stands for none.
#[must_use]
pub fn of_word(kind: &Kind, word: &str) -> Use {
    match word.split_once(':') {
        Some(("is", field)) => kind.field(field).map_or(Use::LeftOut, |field| Use::Is(field.name)),
        Some(("answer", heading)) if kind.answers && !heading.is_empty() => Use::Answer(folded(heading)),
        Some(("sealed", purpose)) if kind.answers => Use::Sealed(purpose.trim().to_owned()),
        _ => Use::LeftOut,
    }
}

/// What is done with the columns of each file.
pub type Choice = Vec<Vec<String>>;

/// What is remembered: heading to a use.
pub type Remembered = BTreeMap<String, String>;

/// SHA-256 over a sheet's headings, in any order. Those of a matrix that name people or capabilities do not count: a
/// colleague more is not another sheet.
#[must_use]
pub fn headings_hash(kind: &Kind, sheet: &Sheet) -> String {
    let across = matrix::across(kind, sheet);
    let kept = sheet.headings.iter().zip(across).filter(|(_, across)| !across);
    let mut headings: Vec<String> = kept.map(|(heading, _)| folded(heading)).collect();
    headings.sort();
    kit::token::hex(&Sha256::digest(headings.join("\n")))
}

/// What is to be remembered of a sheet. Not a purpose: that is stated anew each time. And of a matrix not the columns with
/// levels under people's names: who is in a team is not kept with how its sheets are read.
#[must_use]
pub fn to_remember(kind: &Kind, sheet: &Sheet, uses: &[Use]) -> Remembered {
    let kept = |of: &Use| if matches!(of, Use::Sealed(_)) { "out".to_owned() } else { word(of) };
    let across = matrix::across(kind, sheet);
    let names = uses.contains(&Use::Is("capability")) && !uses.contains(&Use::Is("level"));
    let is_kept = |at: &usize| !across[*at] || !(names || matches!(uses[*at], Use::Answer(_)));
    (0..uses.len()).filter(is_kept).map(|at| (folded(&sheet.headings[at]), kept(&uses[at]))).collect()
}

/// What was remembered, for the columns of a sheet.
#[must_use]
pub fn recalled(kind: &Kind, sheet: &Sheet, remembered: &Remembered) -> Vec<Use> {
    let across = matrix::across(kind, sheet);
    let of = |(heading, across): (&String, bool)| {
        let unknown = || if across { Use::Answer(folded(heading)) } else { Use::LeftOut };
        remembered.get(&folded(heading)).map_or_else(unknown, |word| of_word(kind, word))
    };
    sheet.headings.iter().zip(across).map(of).collect()
}

// Length before each piece: files hold any bytes.
impl kit::seal::Seal for Contents {
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let files = self.files.iter().map(|(side, bytes)| (side.as_str(), bytes));
        let mut out = Vec::new();
        for (name, bytes) in files.chain(self.rules.iter().map(|bytes| ("rules", bytes))) {
            out.push(u8::try_from(name.len()).unwrap_or(0));
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
            out.extend_from_slice(bytes);
        }
        Zeroizing::new(out)
    }

    fn from_bytes(mut bytes: &[u8]) -> Option<Contents> {
        let mut contents = Contents::default();
        while let Some((length, rest)) = bytes.split_first() {
            let (name, rest) = rest.split_at_checked(usize::from(*length))?;
            let (size, rest) = rest.split_first_chunk::<8>()?;
            let (file, rest) = rest.split_at_checked(usize::try_from(u64::from_be_bytes(*size)).ok()?)?;
            match std::str::from_utf8(name).ok()? {
                "rules" => contents.rules = Some(file.to_vec()),
                side => contents.files.push((side.parse::<Side>().ok()?, file.to_vec())),
            }
            bytes = rest;
        }
        Some(contents)
    }
}

#[cfg(test)]
mod tests {
    use kit::seal::Seal as _;

    use super::*;
    use crate::import::Given;
    use crate::mapping::kinds::{CAPABILITIES, PEOPLE};
    use crate::round::rules::Rules;

    #[test]
    fn what_the_law_protects_is_no_answer_whatever_a_form_says() {
        let sheet = b"Name,Email,Role,Any disabilities?,Religion\nAda,a@b.test,mentor,none,none\n".to_vec();
        let contents = Contents { files: vec![(Side::Both, sheet)], rules: None };
        let crafted = |_: usize, _: &Sheet| {
            let private = [Use::Answer("topic".into()), Use::Is("job_title")];
            Some([Use::Is("name"), Use::Is("address"), Use::Is("role")].into_iter().chain(private).collect())
        };
        let given = Given::read(&PEOPLE, &contents, &Rules::default(), &crafted).unwrap();
        assert_eq!(given.parts[0].mapping.uses[3..], [Use::LeftOut, Use::LeftOut]);
        assert!(given.rules.criteria.is_empty());
    }

    #[test]
    fn a_capability_or_a_name_is_read_whatever_it_would_be_called_elsewhere() {
        let sheet = |text: &str| Contents { files: vec![(Side::File, text.as_bytes().to_vec())], rules: None };
        let read = |text: &str, settled: crate::import::Settled<'_>| {
            let given = Given::read(&CAPABILITIES, &sheet(text), &Rules::default(), settled).unwrap();
            given.parts[0].mapping.uses.clone()
        };
        let down = "Name,Ukulele,Health and safety,Religion\nAnn Lee,2,3,a long word of hers\nBo Orr,-,1,\n";
        let uses = read(down, &|_, _| None);
        assert_eq!(
            uses[..3],
            [Use::Is("person"), Use::Answer("ukulele".into()), Use::Answer("healthandsafety".into())]
        );
        assert_eq!(uses[3], Use::LeftOut, "no level stands under it");
        let across = ",Ann Lee,Faith Jones\nUkulele,2,3\nSinging,1,4\n";
        let uses = read(across, &|_, _| None);
        assert_eq!(uses, [Use::Is("capability"), Use::Answer("annlee".into()), Use::Answer("faithjones".into())]);
        let out =
            |_: usize, _: &Sheet| Some(vec![Use::Is("capability"), Use::LeftOut, Use::Answer("faithjones".into())]);
        assert_eq!(read(across, &out)[1..], [Use::LeftOut, Use::Answer("faithjones".into())], "as somebody settled it");
        let crafted = |_: usize, _: &Sheet| {
            let answers = ["ukulele", "healthandsafety", "religion"].map(|one| Use::Answer(one.into()));
            Some([Use::Is("person")].into_iter().chain(answers).collect())
        };
        assert_eq!(read(down, &crafted)[3], Use::LeftOut);
    }

    #[test]
    fn what_is_written_down_comes_back() {
        let uses = [Use::Is("address"), Use::Answer("grade".into()), Use::Sealed("ramps".into()), Use::LeftOut];
        for of in &uses {
            assert_eq!(&of_word(&PEOPLE, &word(of)), of);
        }
        assert_eq!(of_word(&PEOPLE, "is:nothing"), Use::LeftOut);
        let sheet = Sheet::read(b"Email,Grade,Health,Other\na@b.test,1,2,3\n").unwrap();
        let again = Sheet::read(b"other,GRADE,e-mail,health\n3,1,a@b.test,2\n").unwrap();
        assert_eq!(headings_hash(&PEOPLE, &sheet), headings_hash(&PEOPLE, &again));
        let recalled = recalled(&PEOPLE, &again, &to_remember(&PEOPLE, &sheet, &uses));
        assert_eq!(recalled, [Use::LeftOut, Use::Answer("grade".into()), Use::Is("address"), Use::LeftOut]);
        let contents = Contents { files: vec![(Side::Both, vec![0, 1, 255])], rules: Some(vec![7]) };
        assert_eq!(Contents::from_bytes(&contents.to_bytes()), Some(contents.clone()));
        assert_eq!(Contents::from_bytes(&contents.to_bytes()[..9]), None);
    }

    #[test]
    fn of_a_matrix_no_name_is_remembered_and_one_more_column_is_the_same_sheet() {
        let read = |text: &str| Sheet::read_matrix(text.as_bytes()).unwrap();
        let sheet = read(",Notes,Ann Lee,Bo Orr\nUkulele,x,2,3\nSinging,y,1,4\n");
        let uses = [Use::Is("capability"), Use::LeftOut, Use::Answer("annlee".into()), Use::LeftOut];
        let kept = to_remember(&CAPABILITIES, &sheet, &uses);
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["a1", "notes"]);
        let more = read(",Notes,Ann Lee,Bo Orr,Cy Wynn\nUkulele,x,2,3,1\nSinging,y,1,4,1\n");
        assert_eq!(headings_hash(&CAPABILITIES, &sheet), headings_hash(&CAPABILITIES, &more));
        let recalled = recalled(&CAPABILITIES, &more, &kept);
        assert_eq!(recalled[..2], uses[..2]);
        assert_eq!(recalled[4], Use::Answer("cywynn".into()));
        let down = read("Name,Years here,Ukulele\nAnn Lee,4,2\nBo Orr,2,3\n");
        let uses = [Use::Is("person"), Use::LeftOut, Use::Answer("ukulele".into())];
        let kept = to_remember(&CAPABILITIES, &down, &uses);
        assert_eq!(super::recalled(&CAPABILITIES, &down, &kept), uses, "a column that is no capability stays out");
    }
}
