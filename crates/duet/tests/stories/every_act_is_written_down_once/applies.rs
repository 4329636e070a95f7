//! Applying by oneself, and what a coordinator does for it.

use duet::demo::cast;
use testkit::Visitor;

use super::Watch;
use crate::steps;

pub(super) async fn by_themselves(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let round = steps::opens_to_applications(priya, "Third round").await;
    let asked = [("heading", "access needs"), ("words", "What do you need?"), ("purpose", "To find a room.")];
    let wording = format!("{round}/questions/wording");
    watch.once(priya, &wording, &asked).await;
    watch.once(priya, &wording, &[("of", "access needs"), ("do", "usual")]).await;
    let sam = [("name", "Sam Reed"), ("address", "sam.reed@harbury.example"), ("language", "cy")];
    watch.once(priya, &format!("{round}/encouragements"), &sam).await;
    let made = watch.once(priya, &format!("{round}/open-links"), &[]).await;
    let end = made.attributes("form[action^='/open-links/']", "action").concat();
    watch.once(priya, &end, &[]).await;
    let mut tom = watch.duet.sign_in(cast::TOM).await;
    let call = round.replace("/rounds/", "/calls/");
    let about_him = [("job_title", "Head of service"), ("workplace", "Harbury Libraries")];
    watch.once(&mut tom, &format!("{call}/mentee/steps/you"), &about_him).await;
    watch.once(&mut tom, &format!("{call}/mentee/deletion"), &[]).await;
    watch.notes(0, &mut tom, &format!("{call}/mentee/deletion"), &[]).await;
    for _ in ["sent", "changed"] {
        watch.once(&mut tom, &format!("{call}/mentee/steps/you"), &about_him).await;
        watch.once(&mut tom, &format!("{call}/mentee/sending"), &[]).await;
    }
    watch.once(&mut tom, &format!("{call}/mentee/withdrawal"), &[]).await;
}
