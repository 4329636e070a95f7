//! What is done with pupils.

use duet::demo::cast;
use testkit::Visitor;

use super::{Watch, first};

/// A pupil is added, said otherwise, taught and no longer taught, and taken away; and a list of more is sent.
pub(super) async fn teaches(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let nel = [("name", "Nel Hughes"), ("school", "Ysgol y Bryn"), ("year_group", ""), ("reference", "")];
    let pupil = watch.once(priya, "/pupils/new", &nel).await.path().to_owned();
    let older = [&nel[..2], &[("year_group", "Year 6"), ("reference", "17")]].concat();
    watch.once(priya, &format!("{pupil}/description"), &older).await;
    watch.notes(0, priya, &format!("{pupil}/description"), &older).await;
    let day = |name: &'static str| {
        [(name.to_owned() + "-day", "2"), (name.to_owned() + "-month", "11"), (name.to_owned() + "-year", "2026")]
    };
    let since = day("since");
    let since: Vec<(&str, &str)> = since.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let gwen = [&[("role", "tutor"), ("name", "Gwen"), ("address", cast::GWEN)], &since[..]].concat();
    let shown = watch.once(priya, &format!("{pupil}/teachers"), &gwen).await;
    let teaching = shown.link("End this").rsplit('=').next().expect("an id").to_owned();
    let last = day("last_on");
    let last: Vec<(&str, &str)> = last.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let last = [&[("teaching", teaching.as_str())], &last[..]].concat();
    watch.once(priya, &format!("{pupil}/ending"), &last).await;
    let shown = watch.once(priya, &format!("{pupil}/teachers"), &gwen).await;
    let slip = shown.link("End this").rsplit('=').next().expect("an id").to_owned();
    watch.once(priya, &format!("{pupil}/slip"), &[("teaching", &slip)]).await;
    watch.notes(0, priya, &format!("{pupil}/slip"), &[("teaching", &slip)]).await;
    watch.once(priya, &format!("{pupil}/removal"), &[("sure", "yes")]).await;
    let before = watch.rows().await;
    let sheet = "Pupil,School\nNel Hughes,Ysgol y Bryn\n";
    let check = priya.upload("/pupils/import", &[("file", "pupils.csv", sheet.as_bytes())]).await;
    watch.came(1, before, "/pupils/import").await;
    let seen = first(&check, "input[name=seen]", "value");
    // The list that she is led to is looked at, and that is written down once a day.
    watch.notes(2, priya, &format!("{}/taking", check.path()), &[("seen", &seen)]).await;
    // So who looks for a name after that is on it already.
    watch.notes(0, priya, "/pupils", &[("find", "nel")]).await;
}
