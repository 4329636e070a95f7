//! Reading every kind of sheet, and refusing what is none.

use super::*;

fn fault(bytes: &[u8]) -> (u64, u64, &'static str) {
    let fault = Sheet::read(bytes).unwrap_err();
    (fault.line, fault.column, fault.message.key)
}

#[test]
fn a_sheet_is_read_whole() {
    let tabs = Sheet::read(b"name\ttown\nAda\tConwy; Wales\n").unwrap();
    assert_eq!(tabs.rows[0].cells, ["Ada", "Conwy; Wales"]);
    assert_eq!(Sheet::read(b"name;town\nAda;Conwy, Wales\n").unwrap().rows[0].cells, ["Ada", "Conwy, Wales"]);
    let sheet =
        Sheet::read("\u{feff}name,E-mail Address\nAda, a@b.test \n\n\"Bo,\nyd\",b@b.test\n".as_bytes()).unwrap();
    assert_eq!(sheet.column("email address"), Some(1));
    assert_eq!(sheet.rows[0], Row { line: 2, cells: vec!["Ada".into(), "a@b.test".into()] });
    assert_eq!(sheet.rows[1].line, 4);
}

#[test]
fn what_is_wrong_has_a_place() {
    assert_eq!(fault(b"name,town\nAda,\"Conwy\nBoyd,Powys\n"), (2, 0, "sheet-quote-open"));
    assert_eq!(fault(b"name,town\nAda,Con\0wy\n"), (2, 2, "sheet-control"));
    assert_eq!(fault(b"PK\x03\x04rest"), (0, 0, "sheet-workbook-unreadable"));
    assert_eq!(fault(b"\xd0\xcf\x11\xe0rest"), (0, 0, "sheet-old-workbook"));
    assert_eq!(fault(b""), (0, 0, "sheet-empty"));
    assert_eq!(fault(b" \n\n"), (0, 0, "sheet-empty"));
    assert_eq!(fault(b"name,town\n"), (0, 0, "sheet-headings-only"));
    assert_eq!(fault(b"name,town\nAda,Conwy\nBoyd\n"), (3, 2, "sheet-row-width"));
    assert_eq!(fault(b"name,Name \nAda,Conwy\n"), (1, 2, "sheet-heading-twice"));
    assert_eq!(fault(b"\xef\xbb\xbfname,town\nAda,Ynys M\xf4n\n"), (2, 2, "sheet-not-utf8"));
    assert_eq!(fault(b"name,town\nAda,Ynys M\x81n\n\xf4,x\n"), (2, 2, "sheet-control"));
    assert_eq!(fault(b"\xff\xfen\0\x00\xd8"), (0, 0, "sheet-not-text"));
    assert_eq!(fault(b"name,,town\nAda,x,Conwy\n"), (1, 2, "sheet-heading-missing"));
    assert_eq!(fault(b"name,town\nAda,Conwy,more\n"), (2, 3, "sheet-row-width"));
    assert_eq!(fault(&vec![b'a'; MOST_BYTES + 1]), (0, 0, "sheet-too-large"));
}

fn how(bytes: &[u8]) -> (Encoding, char, Vec<String>) {
    let sheet = Sheet::read(bytes).unwrap();
    let How::Text { encoding, separator } = sheet.how else { panic!("not text: {:?}", sheet.how) };
    (encoding, separator, sheet.rows.into_iter().flat_map(|row| row.cells).collect())
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn every_encoding_and_separator_gives_the_same_rows() {
    let cells = ["Siân Ŵyn", "Ynys Môn; Wales"].map(str::to_owned);
    for (separator, mark) in [(',', "\u{feff}"), (';', ""), ('\t', "\u{feff}")] {
        let text = format!("{mark}name{separator}town\r\nSiân Ŵyn{separator}\"Ynys Môn; Wales\"\r\n");
        let read = (Encoding::Utf8, separator, cells.to_vec());
        assert_eq!(how(text.as_bytes()), read);
        for bytes in [utf16(&text, u16::to_le_bytes), utf16(&text, u16::to_be_bytes)] {
            assert_eq!(how(&bytes), (Encoding::Utf16, separator, cells.to_vec()));
        }
    }
    let old = b"name;town\nSi\xe2n \x96 W\xeen;Ynys M\xf4n\n";
    assert_eq!(how(old), (Encoding::Windows1252, ';', vec!["Siân – Wîn".into(), "Ynys Môn".into()]));
}

#[test]
fn what_programs_add_is_no_fault() {
    // Excel's hint; columns and cells that a sheet was wider by once.
    assert_eq!(how(b"sep=;\r\nname;town,county\r\nAda;Conwy\r\n").1, ';');
    assert_eq!(how(b"name,town,,\nAda,Conwy,,\n,,,\n").2, ["Ada", "Conwy"]);
    assert_eq!(how(b"name,,town\nAda,,Conwy\n").2, ["Ada", "Conwy"]);
    assert_eq!(how(b"\"name; full\",town\nAda,Conwy\n").1, ',');
}
