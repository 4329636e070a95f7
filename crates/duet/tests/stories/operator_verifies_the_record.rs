//! Whoever runs Duet keeps the heads of the record elsewhere, and has it verified: in the terminal, while it serves or not.

use crate::program::{self, Home};

/// What `duet audit verify` says of a home, and whether all is well.
fn verifies(home: &Home, more: &[&str]) -> (String, bool) {
    let mut command = program::command();
    let done = home.places(command.args(["audit", "verify"])).args(more).output().expect("it answers");
    let told = [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (told, done.status.success())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_head_is_in_the_log_and_in_a_file_and_signed() {
    let home = Home::new();
    let program = home.serve(&[]);
    // By default, and as it stands in the file: whose, its number, its hash, its signature.
    let log = program.log_with("the audit is sealed");
    let line = log.lines().find(|line| line.contains("the audit is sealed")).expect("the log has the head");
    let file = home.folder.join("audit_heads.txt");
    let kept = std::fs::read_to_string(&file).expect("heads are kept");
    let head = kept.lines().next().expect("one is kept");
    assert!(line.contains("INFO") && line.contains(head), "{line}\n{kept}");
    let parts: Vec<&str> = head.split(' ').collect();
    assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [36, 1, 64, 64], "{head}");

    let (told, is_well) = verifies(&home, &[]);
    assert!(is_well && told.contains("Heads kept outside the database: 1. Signed: 1."), "{told}");
    program.kill();

    // Somebody who has the database and the file, and not the key store, makes the record anew, and a head to go with it.
    let change = "update audit set subject = actor where actor is not null; update audit set act = 'sign_in.ended';";
    home.database.tamper(&format!("{change} delete from audit_link;")).await;
    let program = home.serve(&[]);
    assert!(program.log_with("the audit is sealed").contains("the audit is sealed"));
    program.kill();
    let (told, is_well) = verifies(&home, &[]);
    assert!(!is_well && told.contains("is not what it was when its seal was kept outside"), "{told}");
    let both = std::fs::read_to_string(&file).expect("heads");
    let of_anew = both.lines().last().filter(|last| *last != head).expect("another head");
    let bare = of_anew.split(' ').take(3).collect::<Vec<_>>().join(" ");
    for (forged, what) in [
        (format!("{bare} {}", "0".repeat(64)), "by a signature of theirs"),
        (format!("{bare} {}", parts[3]), "by the signature of another head"),
    ] {
        std::fs::write(&file, format!("{forged}\n")).expect("a file can be written");
        let (told, is_well) = verifies(&home, &[]);
        assert!(!is_well && told.contains("is not signed by this Duet"), "{what}: {told}");
    }
    // Whoever has no key store at hand reads that nobody knows.
    std::fs::rename(home.folder.join("duet-keys.sqlite"), home.folder.join("away")).expect("a file can be moved");
    let (told, is_well) = verifies(&home, &[]);
    assert!(is_well && told.contains("The signatures were not checked"), "{told}");
    assert!(!home.folder.join("duet-keys.sqlite").exists(), "and no key store is made in its place");
}
