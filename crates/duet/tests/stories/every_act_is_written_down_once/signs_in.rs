//! Coming in, going on to another organisation, being told what is kept, and changing what one is known by.

use std::collections::BTreeSet;

use duet::demo::cast;
use testkit::TestDuet;

use super::Watch;
use crate::somebody_is_known_to_two_organisations::knows;
use crate::steps;

const NIA: &str = "nia.bowen@aeron.example";
const NEW: &str = "gwen@new.example";

pub(super) async fn and_goes_on() -> BTreeSet<String> {
    let duet = TestDuet::demo().await;
    let mut watch = Watch::of(&duet);
    by_a_mail(&mut watch).await;
    by_an_open_link(&mut watch).await;
    to_another_organisation(&mut watch).await;
    is_told_what_is_kept(&mut watch).await;
    is_known_by_another_address(&mut watch).await;
    // Where the demo's clock stands already nothing happens but that who pressed it comes in again.
    let mut priya = duet.sign_in(cast::PRIYA).await;
    watch.once(&mut priya, "/demo/clock", &[("to", "today")]).await;
    watch.done
}

/// The newest mail to an address.
async fn newest(watch: &Watch<'_>, address: &'static str) -> String {
    watch.duet.mails_to(address).await.remove(0).1
}

/// By the code, or by the link. Who asks for a mail has not come in yet.
async fn by_a_mail(watch: &mut Watch<'_>) {
    for by_link in [false, true] {
        watch.duet.minutes_pass(1);
        let mut gwen = watch.duet.guest();
        watch.notes(0, &mut gwen, "/sign-in", &[("address", cast::GWEN)]).await;
        let mail = newest(watch, cast::GWEN).await;
        if by_link {
            let link = mail.split_whitespace().find(|word| word.contains("/sign-in/mail/")).expect("a link");
            watch.once(&mut gwen, link.trim_start_matches("https://duet.example"), &[]).await.sees("Hello Gwen");
        } else {
            let code = steps::code_in(&mail);
            watch.once(&mut gwen, "/sign-in/code", &[("code", &code)]).await.sees("Hello Gwen");
        }
    }
}

/// Of somebody new there are two: that they are known now, and that they came in.
async fn by_an_open_link(watch: &mut Watch<'_>) {
    let mut priya = watch.duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let made = watch.once(&mut priya, &format!("{round}/open-links"), &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    for (rows, name, address) in [(2, "Nia Bowen", NIA), (1, "Tom Farrow", cast::TOM)] {
        let mut guest = watch.duet.guest();
        watch.notes(0, &mut guest, &link, &[("name", name), ("address", address)]).await;
        let code = steps::code_in(&newest(watch, address).await);
        watch.notes(rows, &mut guest, &format!("{link}/code"), &[("code", &code)]).await;
    }
}

/// It is opened once, and then gone to and fro: in the record of the one that is entered, each time.
async fn to_another_organisation(watch: &mut Watch<'_>) {
    let (here, there) = (watch.duet.organisation(), knows(watch.duet, cast::GWEN, false).await);
    let mut gwen = steps::signs_in_by_mail(watch.duet, cast::GWEN).await;
    let is_there = gwen.get("/").await.has("Hello G.");
    let ways = if is_there { [here, there, here] } else { [there, here, there] };
    for to in ways {
        watch.once(&mut gwen, &format!("/organisations/{to}/opening"), &[]).await;
    }
}

/// The first time counts.
async fn is_told_what_is_kept(watch: &mut Watch<'_>) {
    let viewer = watch.duet.viewer(steps::ALED).await;
    let made = watch.duet.store().write_outside(move |tx| duet::sign_in::open::make_link(tx, viewer, None, 1)).await;
    let mut aled = watch.duet.guest();
    let there = watch.once(&mut aled, &format!("/sign-in/{}", made.expect("a link").reveal()), &[]).await;
    for rows in [1, 0] {
        let before = watch.rows().await;
        aled.press(&there, "Go on", &[]).await.is(200);
        watch.came(rows, before, "/notices/reading").await;
    }
}

/// She takes one on, has letters sent there, takes that back by the link in the warning, and removes it.
async fn is_known_by_another_address(watch: &mut Watch<'_>) {
    watch.duet.minutes_pass(61);
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    let asking = watch.once(&mut gwen, "/you/addresses", &[("address", NEW), ("use", "second")]).await;
    let code = steps::code_in(&newest(watch, NEW).await);
    watch.once(&mut gwen, asking.path(), &[("code", &code)]).await;
    watch.duet.minutes_pass(1);
    watch.once(&mut gwen, "/you/addresses/letters", &[("address", NEW)]).await;
    let undo = steps::link_in(&newest(watch, cast::GWEN).await);
    watch.once(&mut watch.duet.guest(), &undo, &[]).await;
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    watch.once(&mut gwen, "/you/addresses/removal", &[("address", NEW)]).await;
}
