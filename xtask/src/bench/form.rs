//! Filling in our own forms, as they come.

use super::{
    html::{Tag, tags},
    http::Client,
};
use crate::Result;

/// Presses the button with the role's word on the demo's front page.
pub(super) fn sign_in(client: &mut Client, role: &str) -> Result {
    let front = client.get("/", "identity")?.text();
    let form = forms(&front).find(|form| form.contains("/demo/sign-in") && has_button(form, role));
    let form = form.ok_or_else(|| format!("the front page has no button to sign in as {role}"))?;
    let fields: Vec<(String, String)> = tags(form).iter().filter_map(field).collect();
    let answer = client.post("/demo/sign-in", &fields)?;
    if answer.status == 303 { Ok(()) } else { Err(format!("signing in as {role} answered {}", answer.status).into()) }
}

/// The form that is sent to a path with this end, filled in as it stands: the first of what is to be chosen from.
pub(super) fn fill(page: &str, action_ends: &str) -> Option<(String, Vec<(String, String)>)> {
    let form = |form: &&str| action(form).is_some_and(|action| action.ends_with(action_ends));
    let form = forms(page).find(form)?;
    let mut fields: Vec<(String, String)> = Vec::new();
    for tag in tags(form) {
        let is_choice = tag.get("type") == Some("radio");
        if let Some((name, value)) = field(&tag)
            && !(is_choice && fields.iter().any(|(have, _)| *have == name))
        {
            fields.push((name, value));
        }
    }
    Some((action(form)?, fields))
}

fn forms(page: &str) -> impl Iterator<Item = &str> {
    // What stands behind `<form` up to the next, its own tag's attributes first.
    page.split("<form").skip(1).filter_map(|form| form.split("</form").next())
}

fn action(form: &str) -> Option<String> {
    let (_, rest) = form.split_once("action=")?;
    let rest = rest.trim_start_matches('"');
    rest.split(['"', '>', ' ']).next().map(str::to_owned)
}

fn has_button(form: &str, role: &str) -> bool {
    let inside = form.split_once("<button").map_or("", |(_, rest)| rest.split("</button").next().unwrap_or(rest));
    inside.split(|letter: char| !letter.is_alphabetic()).any(|word| word == role)
}

fn field(tag: &Tag<'_>) -> Option<(String, String)> {
    let named = matches!(tag.name, "input" | "button");
    let pair = (tag.get("name")?.to_owned(), tag.get("value").unwrap_or_default().to_owned());
    named.then_some(pair)
}

#[cfg(test)]
mod tests {
    use super::{fill, has_button};

    #[test]
    fn a_role_is_a_whole_word_on_the_button() {
        let form = " action=/demo/sign-in><button>Ana, <b>Mentor</b></button></form>mentee Coach";
        assert!(has_button(form, "Mentor"));
        assert!(!has_button(form, "Coach"));
    }

    #[test]
    fn a_form_is_filled_in_as_it_stands() {
        let page = "<form action=\"/a\"></form><form method=post action=\"/b/c\"><input name=x value=1>\
            <input type=radio name=y value=p><input type=radio name=y value=q></form>";
        let (action, fields) = fill(page, "/c").expect("there is one");
        let expected = [("x", "1"), ("y", "p")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!((action.as_str(), fields), ("/b/c", expected.to_vec()));
    }
}
