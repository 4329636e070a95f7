//! Levels and capabilities are written, and somebody says where they are.

use duet::demo::cast;
use testkit::Visitor;

use super::{Watch, first};

pub(super) async fn says_what_people_can_do(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let levels = [("names", "One\nTwo\nThree\nFour"), ("names_cy", ""), ("lowest", "1"), ("teaches", "3")];
    watch.once(priya, "/capabilities/levels", &levels).await;
    let page = watch.once(priya, "/capabilities/new", &[("name", "Sing"), ("level-1", "I hum.")]).await;
    let sing = page.attributes("main li a.plain", "href").pop().expect("the last is the new one");
    watch.once(priya, &sing, &[("name", "Singing"), ("area", "Music")]).await;
    watch.notes(0, priya, &sing, &[("name", "Singing"), ("area", "Music")]).await;
    for (path, rows) in [("withdrawal", 1), ("withdrawal", 0), ("return", 1), ("return", 0)] {
        watch.notes(rows, priya, &format!("{sing}/{path}"), &[]).await;
    }
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    let own = gwen.get("/").await.link("What you can do");
    let level = format!("level-{}", sing.rsplit('/').next().expect("an id"));
    let said = own.replace("/capabilities", "/assessments");
    let page = watch.once(&mut gwen, &said, &[(level.as_str(), "2")]).await;
    let takes_away = first(&page, "form[action$=deletion]", "action");
    watch.once(&mut gwen, &takes_away, &[]).await;
}
