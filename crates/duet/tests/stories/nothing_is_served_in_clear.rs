//! Whoever serves others than this machine says where people reach it by https; before that no door opens, and nothing is set up.

use std::process::{Output, Stdio};

use crate::program;

fn serves(folder: &std::path::Path, more: &[&str]) -> Output {
    let mut command = program::command();
    command.arg("serve").arg("--data").arg(folder).args(more);
    for set in ["DUET_DATABASE_URL", "DUET_KEYS_URL", "DUET_PUBLIC_URL", "DUET_LISTEN"] {
        command.env_remove(set);
    }
    command.stdin(Stdio::null()).output().expect("the program ends")
}

#[test]
fn by_plain_http_nobody_but_this_machine() {
    let folder = tempfile::tempdir().expect("a folder");
    for more in [
        &["--listen", "0.0.0.0:0"][..],
        &["--listen", "[::]:0"],
        &["--listen", "0.0.0.0:0", "--public-url", "http://duet.example"],
        &["--listen", "0.0.0.0:0", "--public-url", "duet.example"],
        &["--listen", "127.0.0.1:0", "--public-url", "http://duet.example"],
    ] {
        let done = serves(folder.path(), more);
        let (said, wrong) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(!done.status.success() && wrong.contains("--public-url https://"), "{more:?}: {wrong}");
        assert!(!said.contains("ready") && !said.contains("/sign-in/"), "{more:?}: {said}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "{more:?} set something up");
    }
}

#[test]
fn with_https_in_front_its_links_lead_there() {
    // In front of it stands a proxy, on this machine: so it listens here.
    let home = program::Home::new();
    let more = ["--listen", "127.0.0.1:0", "--public-url", "https://duet.example/"];
    let program = home.serve_behind(&more);
    assert!(program.contains("https://duet.example/sign-in/"), "{program}");
    assert!(program.contains("Duet is ready: https://duet.example\n"), "{program}");
}
