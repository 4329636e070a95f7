//! Setting up, giving and taking away what one proves oneself by.

use std::collections::BTreeSet;

use duet::demo::cast;
use testkit::{ADMINISTRATOR, Page, SoftPasskey, TestDuet, Visitor, app_of};

use super::{Watch, first};
use crate::somebody_signs_in_with_a_passkey::by_link;
use crate::steps;

pub(super) async fn come_and_go() -> BTreeSet<String> {
    let duet = TestDuet::real().await;
    let mut watch = Watch::of(&duet);
    a_passkey(&mut watch).await;
    an_app_for_codes(&mut watch).await;
    let mut done = watch.done;
    done.extend(a_code_that_is_wrong().await);
    done
}

/// Sends what a passkey answered, with more.
async fn answers(
    watch: &mut Watch<'_>,
    visitor: &mut Visitor,
    path: &str,
    form: &[(&'static str, String)],
    more: &[(&str, &str)],
) -> Page {
    let form = form.iter().map(|(name, value)| (*name, value.as_str()));
    watch.once(visitor, path, &form.chain(more.iter().copied()).collect::<Vec<_>>()).await
}

/// It is added, somebody comes in by it alone and shows by it that it is they, and it is taken away. A question by itself
/// is nothing.
async fn a_passkey(watch: &mut Watch<'_>) {
    let mut tom = by_link(watch.duet, cast::TOM).await;
    let mut key = SoftPasskey::fresh();
    let question = watch.notes(0, &mut tom, "/passkeys/question", &[]).await;
    let form = key.make(&question);
    answers(watch, &mut tom, "/passkeys", &form, &[("name", "Phone")]).await;
    let mut guest = watch.duet.guest();
    let question = watch.notes(0, &mut guest, "/sign-ins/question", &[]).await;
    let form = key.answer(&question);
    answers(watch, &mut guest, "/sign-ins/passkey", &form, &[]).await.sees("Hello Tom");
    let mut arriving = by_link(watch.duet, cast::TOM).await;
    let form = key.answer(&arriving.post("/sign-ins/question", &[]).await);
    answers(watch, &mut arriving, "/confirmation/passkey", &form, &[]).await.sees("Hello Tom");
    let removal = first(&tom.get("/factors").await, "ul.people form", "action");
    watch.once(&mut tom, &removal, &[]).await;
}

/// It is set up with its codes on paper, new ones are made, and it is taken away.
async fn an_app_for_codes(watch: &mut Watch<'_>) {
    let mut gwen = by_link(watch.duet, cast::GWEN).await;
    let page = gwen.get("/factors/new").await;
    let (app, sealed) = (steps::scanned(&page), first(&page, "input[name=sealed]", "value"));
    let code = app.code_at(watch.duet.clock().now());
    watch.once(&mut gwen, "/factors", &[("code", &code), ("sealed", &sealed)]).await;
    let made = watch.once(&mut gwen, "/factors/recovery-codes", &[]).await;
    let paper = made.all("main li code").remove(0);
    let mut arriving = by_link(watch.duet, cast::GWEN).await;
    watch.once(&mut arriving, "/confirmation", &[("code", &paper)]).await.sees("Hello Gwen");
    watch.once(&mut gwen, "/factors/code-app/removal", &[]).await;
}

/// So is a code that is wrong; and when patience is used up nothing is tried, and nothing written down.
async fn a_code_that_is_wrong() -> BTreeSet<String> {
    let duet = TestDuet::empty().await;
    let (mut ada, mut watch) = (duet.administrator().await, Watch::of(&duet));
    duet.minutes_pass(10);
    let right = app_of(duet.viewer(ADMINISTRATOR).await.person).code_at(duet.clock().now());
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for rows in [1, 1, 1, 1, 1, 0] {
        let before = watch.rows().await;
        ada.post("/confirmation", &[("code", wrong)]).await.is(422);
        watch.came(rows, before, "/confirmation").await;
    }
    watch.done
}
