//! Workbooks, made by hand: as they should be, and as nobody should make them.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::{Fault, How, MOST_ROWS, Sheet};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="Notes" sheetId="1" state="hidden" r:id="r1"/><sheet name="People" sheetId="2" r:id="r2"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships>
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
</Relationships>"#;
const STYLES: &str =
    r#"<styleSheet><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
const TEXTS: &str = r#"<sst count="2" uniqueCount="2"><si><t>name</t></si><si><t>Siân &amp; Ŵyn</t></si></sst>"#;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn book_with(rows: &str, texts: &str) -> Vec<u8> {
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    packed(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet("").as_bytes()),
        ("xl/worksheets/sheet2.xml", sheet(rows).as_bytes()),
    ])
}

fn inline(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[track_caller]
fn fault(bytes: &[u8]) -> Fault {
    Sheet::read(bytes).unwrap_err()
}

#[test]
fn cells_are_what_a_person_would_type() {
    let headings = [("B", "places"), ("C", "since"), ("D", "met at"), ("E", "share"), ("F", "phone"), ("G", "yes")];
    let headings: String = headings.iter().map(|(at, text)| inline(&format!("{at}2"), text)).collect();
    let rows = format!(
        r#"<row r="2"><c r="A2" t="s"><v>0</v></c>{headings}</row>
        <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>3</v></c><c r="C4" s="1"><v>46086</v></c>
        <c r="D4" s="2"><v>46086.604166666664</v></c><c r="E4"><v>0.30000000000000004</v></c>
        <c r="F4"><v>447911123456</v></c><c r="G4" t="b"><v>1</v></c></row>"#
    );
    let sheet = Sheet::read(&book_with(&rows, TEXTS)).unwrap();
    assert_eq!(sheet.how, How::Workbook { sheet: "People".into(), sheets: 1 });
    assert_eq!(sheet.headings, ["name", "places", "since", "met at", "share", "phone", "yes"]);
    assert_eq!(sheet.rows[0].line, 4);
    let cells = ["Siân & Ŵyn", "3", "05/03/2026", "05/03/2026 14:30", "0.3", "447911123456", "TRUE"];
    assert_eq!(sheet.rows[0].cells, cells);
}

#[test]
fn faults_name_the_cell() {
    let rows = format!(
        r#"<row r="1">{}{}</row><row r="3">{}</row>"#,
        inline("A1", "name"),
        inline("B1", "Name"),
        inline("A3", "Ada")
    );
    let twice = fault(&book_with(&rows, TEXTS));
    assert_eq!((twice.line, twice.column, twice.message.key), (1, 2, "sheet-heading-twice"));
    assert_eq!(fault(&book_with("", TEXTS)).message.key, "sheet-empty");
    assert_eq!(fault(&packed(&[("content.xml", b"<office/>")])).message.key, "sheet-workbook-unreadable");
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let began = std::time::Instant::now();
    // 200 MB of nothing in 200 kB; a table that claims a billion texts; a cell in the last corner of the sheet.
    let zeros = vec![b' '; 200 * 1024 * 1024];
    let bomb = packed(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(fault(&bomb).message.key, "sheet-workbook-large");
    let claim = TEXTS.replace(r#"uniqueCount="2""#, r#"uniqueCount="99999999999""#);
    assert_eq!(fault(&book_with("", &claim)).message.key, "sheet-workbook-large");
    let corner = format!(r#"<row r="1048576">{}</row>"#, inline("XFD1048576", "x"));
    assert_eq!(fault(&book_with(&corner, TEXTS)).message.key, "sheet-too-many-columns");
    let cell = "<row><c t=\"s\"><v>1</v></c></row>".repeat(MOST_ROWS + 2);
    assert_eq!(fault(&book_with(&cell, TEXTS)).message.key, "sheet-too-many-rows");
    // One long text in every cell of one row; one cell at the far end of each of many rows.
    let long = format!(r#"<sst count="1" uniqueCount="1"><si><t>{}</t></si></sst>"#, "x".repeat(1024 * 1024));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(300));
    assert_eq!(fault(&book_with(&row, &long)).message.key, "sheet-workbook-large");
    let far: String = (1..=15_000).map(|row| format!(r#"<row r="{row}"><c r="KN{row}"><v>1</v></c></row>"#)).collect();
    assert_eq!(fault(&book_with(&far, TEXTS)).message.key, "sheet-workbook-large");
    let many: Vec<String> = (0..600).map(|at| format!("xl/media/{at}.png")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(fault(&packed(&many)).message.key, "sheet-workbook-large");
    // Cut anywhere, it is an answer.
    let whole = book_with(&corner, TEXTS);
    for at in (4..whole.len()).step_by(97) {
        fault(&whole[..at]);
    }
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
