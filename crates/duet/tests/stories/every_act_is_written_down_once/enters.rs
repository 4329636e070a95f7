//! Entering what somebody said on the telephone.

use duet::demo::cast;
use testkit::Visitor;

use super::{Watch, first};
use crate::steps;

pub(super) async fn for_others(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let round = steps::goes_to_round(priya, "Second round").await.path().to_owned();
    let mair = [("name", "Mair Llwyd"), ("address", "mair@ynys.example"), ("language", "en"), ("role", "mentee")];
    let applied = watch.once(priya, &format!("{round}/applications"), &[&mair[..], &[("places", "1")]].concat()).await;
    let mut mair = watch.duet.sign_in("mair@ynys.example").await;
    watch.once(&mut mair, &format!("{}/correction", applied.path()), &[("answer-wants", "confidence")]).await;
    let rounds = priya.get(&round).await;
    let open = rounds.links().into_iter().filter(|(_, to)| to.ends_with("/entries"));
    for (_, to) in open {
        let page = priya.get(&to).await;
        let Some(person) = page.attributes("form[action$=answer] input[name=person]", "value").first().cloned() else {
            continue;
        };
        let said = [("person", person.as_str()), ("answer", "accept")];
        let answer = watch.once(priya, &format!("{to}/answer"), &said).await;
        watch.once(priya, &format!("{}/settlement", answer.path()), &[("how", "taken_back")]).await;
        break;
    }
    let pair = steps::pair_path(watch.duet, cast::GWEN, "Tom Farrow").await;
    let page = priya.get(&format!("{pair}/entries")).await;
    let (id, person) = (first(&page, "input[name=id]", "value"), first(&page, "input[name=person]", "value"));
    let day = [("held_on-day", "2"), ("held_on-month", "11"), ("held_on-year", "2026")];
    let session = [&day[..], &[("id", &id), ("person", &person), ("minutes", "30"), ("way", "phone")]].concat();
    watch.once(priya, &format!("{pair}/entries/session"), &session).await;
    watch.notes(0, priya, &format!("{pair}/entries/session"), &session).await;
}
