//! Whatever somebody does is on the record once. Every route that takes a post is here: one that is added and not tried here
//! fails this story.

mod applies;
mod capabilities;
mod enters;
mod factors;
mod pupils;
mod signs_in;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::{routes, steps};

/// Routes that note nothing, and why.
const NOTHING: &[(&str, &str)] = &[
    ("/language", "what language one reads in is one's own choice, and nobody else's matter"),
    ("/sign-in/paper", "nobody comes in by it: it leads to where the link in the same letter does"),
    ("/try", "nothing is done: a spreadsheet is worked out in memory, in a demo"),
    ("/sign-in", "a mail is asked for, to whatever address somebody types: nobody has shown yet that it is theirs"),
    ("/open-calls/{link}", "and so it is here: nobody is known by what they type before a mail has come to them"),
    ("/sign-ins/question", "a passkey is asked something; that it answered is what is written down"),
    ("/passkeys/question", "and so it is where one is added"),
];

/// Watches the record while people do things.
struct Watch<'d> {
    duet: &'d TestDuet,
    done: BTreeSet<String>,
}

impl Watch<'_> {
    /// Nobody has done anything yet.
    fn of(duet: &TestDuet) -> Watch<'_> {
        Watch { duet, done: BTreeSet::new() }
    }

    /// How many rows the record has, of all organisations.
    async fn rows(&self) -> usize {
        let counted = self.duet.asked("select cast(count(*) as text) from audit").await;
        counted.concat().parse().expect("a number")
    }

    /// Posts, and asserts that it worked and that so many rows came.
    async fn notes(&mut self, rows: usize, visitor: &mut Visitor, path: &str, pairs: &[(&str, &str)]) -> Page {
        let before = self.rows().await;
        let page = visitor.post(path, pairs).await;
        page.is(200);
        self.came(rows, before, path).await;
        page
    }

    async fn came(&mut self, rows: usize, before: usize, path: &str) {
        assert_eq!(self.rows().await - before, rows, "rows of {path}");
        self.done.insert(pattern(path));
    }

    async fn once(&mut self, visitor: &mut Visitor, path: &str, pairs: &[(&str, &str)]) -> Page {
        self.notes(1, visitor, path, pairs).await
    }
}

/// The route of a path.
fn pattern(path: &str) -> String {
    let fits = |route: &str| {
        let (given, named) = (path.split('/'), route.split('/'));
        given.clone().count() == named.clone().count()
            && given.zip(named).all(|(given, named)| named.starts_with('{') || given == named)
    };
    let all = routes::all().into_iter().filter(|route| route.methods.contains(&"POST") && fits(&route.path));
    // The one with the fewest gaps: `/letters/sending` is none of `/letters/{id}`.
    let best = all.min_by_key(|route| route.path.matches('{').count());
    best.unwrap_or_else(|| panic!("no route takes {path}")).path
}

fn first(page: &Page, css: &str, name: &str) -> String {
    page.attributes(css, name).first().cloned().unwrap_or_else(|| panic!("no {css} on {page:?}"))
}

#[tokio::test]
async fn each_route_notes_one_row() {
    let duet = TestDuet::demo().await;
    let mut watch = Watch::of(&duet);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    watch.once(&mut duet.guest(), "/demo/sign-in", &[("address", cast::GWEN)]).await;
    opens_and_brings_in(&mut watch, &mut priya).await;
    sets_the_round_up(&mut watch, &mut priya).await;
    says_who_may_take_part(&mut watch, &mut priya).await;
    runs_the_scheme(&mut watch, &mut priya).await;
    says_what_it_should_bring(&mut watch, &mut priya).await;
    proposes_and_tells(&mut watch, &mut priya).await;
    sends_letters(&mut watch, &mut priya).await;
    answers_and_meets(&mut watch).await;
    enters::for_others(&mut watch, &mut priya).await;
    applies::by_themselves(&mut watch, &mut priya).await;
    says_where_it_stands(&mut watch, &mut priya).await;
    capabilities::says_what_people_can_do(&mut watch, &mut priya).await;
    pupils::teaches(&mut watch, &mut priya).await;
    reflects_and_is_forgotten(&mut watch, &mut priya).await;
    signs_out(&mut watch).await;
    let mut done = watch.done;
    done.extend(takes_back().await);
    done.extend(signs_in::and_goes_on().await);
    done.extend(factors::come_and_go().await);

    let all = routes::all().into_iter().filter(|route| route.methods.contains(&"POST")).map(|route| route.path);
    let missing: Vec<String> =
        all.filter(|path| !done.contains(path) && !NOTHING.iter().any(|(nothing, _)| nothing == path)).collect();
    assert_eq!(missing, Vec::<String>::new(), "nobody has tried these");
}

#[tokio::test]
async fn what_notes_nothing_notes_nothing() {
    let duet = TestDuet::demo().await;
    let mut watch = Watch::of(&duet);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    watch.notes(0, &mut priya, "/language", &[("language", "cy"), ("to", "/")]).await;
    let before = watch.rows().await;
    priya.upload("/try", &[("sample", "", b"yes")]).await.is(200);
    watch.came(0, before, "/try").await;
    duet.guest().post("/sign-in/paper", &[("paper", "k3m9 x2tq 7w0h v5bd")]).await.is(409);
    watch.came(0, before, "/sign-in/paper").await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let made = priya.post(&format!("{round}/open-links"), &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    for address in [cast::GWEN, "nobody@nowhere.example"] {
        watch.notes(0, &mut duet.guest(), "/sign-in", &[("address", address)]).await;
        watch.notes(0, &mut duet.guest(), &link, &[("name", "Somebody"), ("address", address)]).await;
    }
    watch.notes(0, &mut duet.guest(), "/sign-ins/question", &[]).await;
    watch.notes(0, &mut duet.sign_in(cast::TOM).await, "/passkeys/question", &[]).await;
    assert_eq!(watch.done, NOTHING.iter().map(|(path, _)| (*path).to_owned()).collect());
}

async fn opens_and_brings_in(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let scheme = [("name", "Another"), ("purpose", "To learn."), ("colour", "plum")];
    let opened = watch.once(priya, "/schemes/new", &scheme).await;
    let round = [("name", "Spring"), ("starts_on-day", "1"), ("starts_on-month", "2"), ("starts_on-year", "2027")];
    let ends = [("ends_on-day", "1"), ("ends_on-month", "7"), ("ends_on-year", "2027")];
    let import = watch.once(priya, opened.path(), &[&round[..], &ends[..]].concat()).await;
    let before = watch.rows().await;
    let files = [("mentors", "a.csv", cast::MENTORS.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    let check = priya.upload(import.path(), &files).await;
    watch.came(1, before, import.path()).await;
    let sent = check.path().to_owned();
    watch
        .once(priya, &format!("{sent}/columns"), &columns(&check).iter().map(|(a, b)| (&**a, &**b)).collect::<Vec<_>>())
        .await;
    let seen = first(&priya.get(&sent).await, "input[name=seen]", "value");
    watch.once(priya, &format!("{sent}/taking"), &[("seen", &seen)]).await;
    let private = import.path().replace("/import", "/private-answers/deletion");
    watch.once(priya, &private, &[("heading", "Health")]).await;
    let again = priya.upload(import.path(), &files).await.path().to_owned();
    watch.once(priya, &format!("{again}/deletion"), &[]).await;
}

/// The columns of a sheet, as the page says them.
fn columns(check: &Page) -> Vec<(String, String)> {
    let names = check.attributes("select[name^=use-]", "name");
    names
        .into_iter()
        .map(|name| {
            let chosen = check.attributes(&format!("select[name={name}] option[selected]"), "value").concat();
            (name, chosen)
        })
        .collect()
}

async fn runs_the_scheme(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let scheme = priya.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let coach = [("name", "Nia Coach"), ("address", "nia@coaching.example"), ("duty", "coach")];
    let shown = watch.once(priya, &format!("{scheme}/appointments"), &coach).await;
    let link = first(&shown, "ul.people form[action$=sign-in-link]", "action");
    watch.once(priya, &link, &[]).await;
    let nia = link.replace("/sign-in-link", "/ending");
    watch.once(priya, &nia, &[("duty", "coach")]).await;
    let letter = format!("{scheme}/letters/mentee/en");
    let words = [("subject", "Hello"), ("body", "Meet {other}.")];
    watch.notes(0, priya, &letter, &[&words[..], &[("do", "preview")]].concat()).await;
    watch.once(priya, &letter, &[&words[..], &[("do", "keep")]].concat()).await;
    watch.once(priya, &format!("{letter}/usual"), &[]).await;
    watch.notes(0, priya, &format!("{letter}/usual"), &[]).await;
    let notice = [
        ("controller", "The Federation"),
        ("contact", "privacy@libraries.example"),
        ("purpose_en", "To pair people."),
        ("purpose_cy", "I baru pobl."),
        ("basis", "contract"),
        ("months", "12"),
        ("complaints", "the Commissioner"),
    ];
    watch.once(priya, "/notices/wording", &notice).await;
}

async fn says_what_it_should_bring(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let scheme = priya.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let description = [
        ("name", "Mentoring"),
        ("purpose", "To learn."),
        ("sponsor", "The Fund"),
        ("first_talk", "yes"),
        ("colour", "plum"),
    ];
    watch.once(priya, &format!("{scheme}/description"), &description).await;
    watch.once(priya, &format!("{scheme}/conditions/reward"), &[("words", "Time."), ("words_cy", "")]).await;
    let words = [("words", "I know whom to ask."), ("words_cy", ""), ("for_role", "mentee")];
    let outcomes = watch.once(priya, &format!("{scheme}/outcomes"), &words).await;
    let outcome = outcomes.link("Change the words");
    let clearer =
        [("words", "I know whom I can ask."), ("words_cy", "Rwy’n gwybod pwy i’w holi."), ("for_role", "both")];
    watch.once(priya, &outcome, &clearer).await;
    watch.once(priya, &format!("{outcome}/withdrawal"), &[]).await;
    watch.notes(0, priya, &format!("{outcome}/withdrawal"), &[]).await;
    watch.once(priya, &format!("{outcome}/return"), &[]).await;
    watch.notes(0, priya, &format!("{outcome}/return"), &[]).await;
}

/// Dates, a last day to apply, a training; and the round goes a stage on and back.
async fn sets_the_round_up(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let round = steps::goes_to_round(priya, "Spring").await.path().to_owned();
    let begins = [("starts_on-day", "2"), ("starts_on-month", "2"), ("starts_on-year", "2027")];
    let ends = [("ends_on-day", "1"), ("ends_on-month", "7"), ("ends_on-year", "2027")];
    watch.once(priya, &format!("{round}/description"), &[&[("name", "Spring")], &begins[..], &ends[..]].concat()).await;
    let by = [("apply_by-day", "1"), ("apply_by-month", "11"), ("apply_by-year", "2026")];
    watch.once(priya, &format!("{round}/deadline"), &by).await;
    watch.notes(0, priya, &format!("{round}/deadline"), &by).await;
    watch.once(priya, &format!("{round}/stage"), &[("stage", "matching")]).await;
    watch.once(priya, &format!("{round}/stage"), &[("stage", "open")]).await;
    let meets = steps::goes_to_round(priya, "First round").await.path().to_owned();
    let held = [("name", "Asking"), ("held_on-day", "2"), ("held_on-month", "11"), ("held_on-year", "2026")];
    let training = watch.once(priya, &format!("{meets}/trainings"), &held).await.link("Asking");
    let who = first(&priya.get(&training).await, "input[type=checkbox]", "name");
    let done = [("completed_on-day", "2"), ("completed_on-month", "11"), ("completed_on-year", "2026")];
    let ticked = [&[(who.as_str(), "yes")], &done[..]].concat();
    watch.once(priya, &format!("{training}/completions"), &ticked).await;
    watch.notes(0, priya, &format!("{training}/completions"), &ticked).await;
}

/// A rule more, with a look at what it changes before; and somebody who is let in although.
async fn says_who_may_take_part(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let round = steps::goes_to_round(priya, "Second round").await.path().to_owned();
    let rule = [("role", "mentor"), ("heading", "nation"), ("one_of", "Wales"), ("words", "Mentors are in Wales.")];
    let check = priya.post(&format!("{round}/eligibility/rule"), &rule).await;
    check.is(200).sees("Nothing has changed yet.");
    watch.once(priya, &format!("{round}/eligibility/rule"), &[&rule[..], &[("do", "keep")]].concat()).await;
    let page = priya.get(&format!("{round}/eligibility")).await;
    let (person, role) =
        (first(&page, "details input[name=person]", "value"), first(&page, "details input[name=role]", "value"));
    let who = [("person", person.as_str()), ("role", role.as_str()), ("note", "As agreed.")];
    let page = watch.once(priya, &format!("{round}/waivers"), &who).await;
    let ending = first(&page, "div.leftout form[action$=ending]", "action");
    watch.once(priya, &ending, &[]).await;
    watch.notes(0, priya, &ending, &[]).await;
    let last = priya.get(&format!("{round}/eligibility")).await.all("ol.rules li").len() - 1;
    let at = last.to_string();
    let gone = [("at", at.as_str()), ("was", "Mentors are in Wales."), ("remove", "yes"), ("do", "keep")];
    watch.once(priya, &format!("{round}/eligibility/rule"), &gone).await;
}

async fn proposes_and_tells(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let round = steps::goes_to_round(priya, "Second round").await.path().to_owned();
    let pairs = watch.once(priya, &format!("{round}/proposals"), &[]).await;
    let (mentor, mentee) =
        (first(&pairs, "#wish-mentor option", "value"), first(&pairs, "#wish-mentee option", "value"));
    let apart = [("mentor", mentor.as_str()), ("mentee", mentee.as_str()), ("wish", "apart")];
    let pairs = watch.once(priya, &format!("{round}/wishes"), &apart).await;
    let path = pairs.path().replace("/proposal", "/evaluations");
    let two = [("evaluator", mentor.as_str()), ("evaluated", mentee.as_str()), ("relation", "supervises")];
    watch.once(priya, &path, &[&two[..], &[("holds", "yes")]].concat()).await;
    watch.once(priya, &path, &[&two[..], &[("holds", "no")]].concat()).await;
    let path = pairs.path().replace("/proposal", "/places");
    let pairs = watch.once(priya, &path, &[("mentor", mentor.as_str())]).await;
    let total = [("first", "total"), ("least_fit", "0")];
    let pairs = watch.once(priya, &format!("{}/rules", pairs.path().replace("/proposal", "")), &total).await;
    watch.once(priya, &pairs.link("Go on to telling them"), &[]).await;
}

async fn sends_letters(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let letters = priya.get("/letters").await;
    let letter = letters.link("Aled Vaughan");
    let before = watch.rows().await;
    priya.send(Method::POST, &format!("{letter}/mail"), "", Body::empty()).await.is(200);
    watch.came(1, before, &format!("{letter}/mail")).await;
    let made = watch.once(priya, &format!("{letter}/sign-in-link"), &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    watch.once(&mut watch.duet.guest(), &link, &[]).await;
    watch.once(priya, &format!("{letter}/sending"), &[]).await;
    watch.notes(0, priya, &format!("{letter}/sending"), &[]).await;
    // One for each letter that is sent.
    let left = priya.get("/letters").await.all("span.status[data-state=wait]").len();
    assert!(left > 10, "{left} letters are left");
    // And one for each link of a mail merge, and one for the file.
    let (before, form) = (watch.rows().await, "application/x-www-form-urlencoded");
    priya.send(Method::POST, "/letters/merge", form, Body::from("as=csv&until=2027-01-01T00:00:00Z")).await.is(200);
    watch.came(left + 1, before, "/letters/merge").await;
    watch.notes(left, priya, "/letters/sending", &[("until", "2027-01-01T00:00:00Z")]).await;
}

async fn answers_and_meets(watch: &mut Watch<'_>) {
    for (address, answer) in [(steps::ALED, "accept"), (steps::ELIN, "decline")] {
        let mut visitor = watch.duet.sign_in(address).await;
        let home = visitor.get("/").await;
        let pair = home.links().into_iter().find(|(_, to)| to.starts_with("/partnerships/")).expect("a pair").1;
        watch.once(&mut visitor, &format!("{pair}/answer"), &[("answer", answer)]).await;
    }
    finds_out_first(watch).await;
    let pair = steps::pair_path(watch.duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    let form = gwen.get(&format!("{pair}/sessions/new")).await;
    let id = first(&form, "input[name=id]", "value");
    let day = [("held_on-day", "2"), ("held_on-month", "11"), ("held_on-year", "2026")];
    let session = [&day[..], &[("id", id.as_str()), ("minutes", "30"), ("way", "phone")]].concat();
    watch.once(&mut gwen, &format!("{pair}/sessions"), &session).await;
    watch.notes(0, &mut gwen, &format!("{pair}/sessions"), &session).await;
}

/// A pair that was told notes the day of a first talk, and one of them steps back.
async fn finds_out_first(watch: &mut Watch<'_>) {
    let told = "select cast(id as text) from partnership where finished_on is null and started_on is null";
    let gwens = watch.duet.sign_in(cast::GWEN).await.get("/").await;
    let open = watch.duet.asked(told).await;
    let own = gwens.links().into_iter().map(|(_, to)| to).find(|to| open.iter().any(|id| to.ends_with(id)));
    let pair = own.expect("a pair of Gwen's that is told");
    let scheme = watch.duet.asked("select cast(scheme as text) from round where name = 'Second round'").await.concat();
    let description = [("name", "Heads"), ("purpose", "To learn."), ("first_talk", "yes"), ("colour", "teal")];
    let mut priya = watch.duet.sign_in(cast::PRIYA).await;
    watch.once(&mut priya, &format!("/schemes/{scheme}/description"), &description).await;
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    let day = [("talk_on-day", "6"), ("talk_on-month", "11"), ("talk_on-year", "2026")];
    watch.once(&mut gwen, &format!("{pair}/talk"), &day).await;
    watch.notes(0, &mut gwen, &format!("{pair}/talk"), &day).await;
    watch.once(&mut gwen, &format!("{pair}/stepping-back"), &[]).await;
    watch.once(&mut priya, &format!("{pair}/another-try"), &[("note", "Both asked for it.")]).await;
}

async fn says_where_it_stands(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let people = crate::people_say_where_they_stand::begun_more(watch.duet).await;
    let round = steps::goes_to_round(priya, "Second round").await.path().to_owned();
    let ratings = format!("{round}/ratings");
    let mut mentor = watch.duet.sign_in(people[0]).await;
    let pair = crate::people_say_where_they_stand::pair_of(&mut mentor).await;
    for moment in ["before", "after"] {
        watch.once(priya, &ratings, &[("do", moment)]).await;
        let form = mentor.get(&format!("{pair}/{moment}")).await;
        let names = form.attributes("#ladder fieldset input[value='1']", "name");
        let steps: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "3")).collect();
        watch.once(&mut mentor, &format!("{pair}/{moment}"), &steps).await;
        watch.once(&mut mentor, &format!("{pair}/{moment}/deletion"), &[]).await;
    }
    watch.once(priya, &ratings, &[("do", "close")]).await;
    let words = [("words", "It helped."), ("named", "named"), ("in_report", "yes"), ("long", "always")];
    watch.once(&mut mentor, &format!("{pair}/testimonial"), &words).await;
    watch.once(&mut mentor, &format!("{pair}/testimonial/withdrawal"), &[]).await;
}

async fn reflects_and_is_forgotten(watch: &mut Watch<'_>, priya: &mut Visitor) {
    let mut gwen = watch.duet.sign_in(cast::GWEN).await;
    let pair = gwen.get(&steps::pair_path(watch.duet, cast::GWEN, "Tom Farrow").await).await;
    let reflection = pair.link("Reflect on it");
    watch.once(&mut gwen, &reflection, &[("words", "What I thought.")]).await;
    watch.once(&mut gwen, &format!("{reflection}/deletion"), &[]).await;
    watch.once(&mut gwen, "/you/name", &[("name", "Gwen M.")]).await;
    watch.once(&mut gwen, "/you/addresses", &[("address", "gwen@new.example"), ("use", "main")]).await;
    watch.once(&mut gwen, "/me/erasure", &[]).await;

    let found = priya.get("/people?find=aled").await;
    let aled = found.links().into_iter().find(|(_, to)| to.starts_with("/people/")).expect("Aled").1;
    let membership = format!("{aled}/membership");
    watch.once(priya, &membership, &[("membership", "suspended")]).await;
    watch.once(priya, &membership, &[("membership", "active")]).await;
    let found = priya.get("/people?find=tom").await;
    let tom = found.links().into_iter().find(|(_, to)| to.starts_with("/people/")).expect("Tom").1;
    watch.once(priya, &format!("{tom}/membership"), &[("membership", "suspended")]).await;
    watch.once(priya, &format!("{tom}/everything"), &[]).await;
    let round = steps::goes_to_round(priya, "First round").await;
    let flags = first(&round, "ul.people form[action$=flags]", "action");
    watch.once(priya, &flags, &[]).await;
    watch.notes(0, priya, &flags, &[]).await;
    watch.once(priya, &format!("{tom}/membership"), &[("membership", "active")]).await;
    let kit = [("name", "Kit Office"), ("address", "kit@libraries.example")];
    let administrators = watch.once(priya, "/administrators", &kit).await;
    let ends = administrators.attributes("ul.people form[action$=ending]", "action");
    let own = priya.get("/people?find=priya").await;
    let me = own.links().into_iter().find(|(_, to)| to.starts_with("/people/")).expect("Priya").1;
    let kits = ends.into_iter().find(|end| !end.contains(me.trim_start_matches("/people/"))).expect("Kit's");
    watch.once(priya, &kits, &[]).await;
    watch.notes(0, priya, "/erasures", &[("address", steps::ALED)]).await;
    watch.once(priya, &format!("{aled}/erasure"), &[("address", steps::ALED)]).await;
}

async fn signs_out(watch: &mut Watch<'_>) {
    let mut tom = watch.duet.sign_in(cast::TOM).await;
    watch.duet.sign_in(cast::TOM).await;
    watch.duet.sign_in(cast::TOM).await;
    let end = first(&tom.get("/sign-ins").await, "ul.people form", "action");
    watch.once(&mut tom, &end, &[]).await;
    watch.once(&mut tom, "/sign-ins/ending", &[]).await;
    watch.once(&mut tom, "/sign-out", &[]).await;
}

/// Telling the pairs is taken back, which only those can do whose letters go out by themselves.
async fn takes_back() -> BTreeSet<String> {
    let (duet, _mailbox) = TestDuet::demo_by_mail().await;
    let mut watch = Watch::of(&duet);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let tell = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    watch.once(&mut priya, &tell, &[]).await;
    watch.once(&mut priya, &tell.replace("/publication", "/withdrawal"), &[]).await;
    watch.once(&mut priya, &tell, &[]).await;
    // And letters that go by themselves are noted as those that somebody sends: one row each.
    duet.minutes_pass(15);
    let before = watch.rows().await;
    duet.works().await;
    assert_eq!(watch.rows().await - before, 21);
    crate::people_say_where_they_stand::begun_more(&duet).await;
    let ratings = format!("{}/ratings", steps::goes_to_round(&mut priya, "Second round").await.path());
    watch.once(&mut priya, &ratings, &[("do", "before")]).await;
    watch.once(&mut priya, &format!("{ratings}/withdrawal"), &[]).await;
    watch.done
}
