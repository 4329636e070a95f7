//! Who opens a demo comes in by one click. Nobody comes in so where people’s own data is.

use duet::demo::cast;

use crate::program::{self, Home};

#[tokio::test(flavor = "multi_thread")]
async fn and_it_opens_no_real_database() {
    let home = Home::new();
    let real = home.serve(&[]);
    let said = real.ask("/demo/sign-in", Some(&format!("address={}", cast::PRIYA)), "");
    assert_eq!(said.status, 404);
    assert!(!real.ask("/", None, "").text().contains("Come in as"), "no doors on the front page");
    real.kill();
    let mut command = program::command();
    command.args(["demo", "--port", "0", "--data"]).arg(&home.folder);
    if home.database.owners_url().is_some() {
        command.env("DUET_DATABASE_URL", home.database.url());
    }
    let refused = command.output().expect("it ends by itself");
    let why = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && why.contains("is in real use"), "{why}");
    assert_eq!(
        home.database.asked("select cast(count(*) as text) from round").await,
        ["0"],
        "nothing of it was touched"
    );
}
