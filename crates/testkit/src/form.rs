//! Forms, as a browser without JavaScript fills them in and sends them.

use scraper::ElementRef;

use crate::page::{Page, found, said};

/// A form filled in: where it goes, and what it carries.
#[derive(Debug)]
pub(crate) struct Filled {
    pub(crate) action: String,
    pub(crate) pairs: Vec<(String, String)>,
}

/// Fills in the first form of a page that has this button and all these fields, by their labels or names.
/// What stands in other fields stays.
#[track_caller]
pub(crate) fn fill(page: &Page, button: &str, typed: &[(&str, &str)]) -> Filled {
    let mut nearly = None;
    for form in found(page.html.root_element(), "form") {
        let Some(pressed) = found(form, "button").find(|one| said(*one) == button) else { continue };
        let mut pairs = standing(form);
        let missing = typed.iter().find(|(field, value)| !write(form, &mut pairs, field, value));
        match missing {
            Some((field, value)) => nearly = Some(format!("“{field}” cannot be “{value}”; it has: {}", fields(form))),
            None => {
                pairs.extend(pressed.attr("name").map(|name| (name.to_owned(), attr(pressed, "value"))));
                let action = form.attr("action").map_or_else(|| page.path().to_owned(), str::to_owned);
                return Filled { action, pairs };
            }
        }
    }
    let buttons = page.all("form button");
    match nearly {
        Some(nearly) => panic!("in the form of the button “{button}”, {nearly}\n{page:?}\n"),
        None => panic!("no form has a button “{button}”; these are there: {buttons:?}\n{page:?}\n"),
    }
}

/// What a browser would send of an untouched form.
fn standing(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for field in found(form, "input[name], select[name], textarea[name]") {
        let name = attr(field, "name");
        match (field.value().name(), field.attr("type")) {
            ("select", _) => {
                let chosen = found(field, "option[selected]").next();
                let chosen = chosen.or_else(|| found(field, "option").next());
                pairs.extend(chosen.map(|option| (name, option_value(option))));
            }
            ("textarea", _) => pairs.push((name, field.text().collect())),
            (_, Some("radio" | "checkbox")) => {
                if field.attr("checked").is_some() {
                    pairs.push((name, attr(field, "value")));
                }
            }
            (_, Some("file")) => {}
            _ => pairs.push((name, attr(field, "value"))),
        }
    }
    pairs
}

/// Writes into a field; whether there is such a field and it takes the value.
fn write(form: ElementRef<'_>, pairs: &mut Vec<(String, String)>, field: &str, value: &str) -> bool {
    if let Some(group) = found(form, "fieldset").find(|group| legend(*group) == field) {
        let boxes: Vec<String> = found(group, "input[type=text]").map(|one| attr(one, "name")).collect();
        // A date: its three boxes, as `27 3 2027`.
        if !boxes.is_empty() {
            let parts = value.split(' ').chain(std::iter::repeat(""));
            boxes.into_iter().zip(parts).for_each(|(name, part)| set(pairs, name, part));
            return true;
        }
        return choose(group, pairs, value);
    }
    let labelled = found(form, "label").find(|label| said(*label) == field);
    let id = labelled.and_then(|label| label.attr("for"));
    let inputs = || found(form, "input, select, textarea").filter(|one| one.attr("type") != Some("hidden"));
    let of_label = inputs().find(|one| id.is_some() && one.attr("id") == id);
    let Some(input) = of_label.or_else(|| inputs().find(|one| one.attr("name") == Some(field))) else { return false };
    let name = attr(input, "name");
    match (input.value().name(), input.attr("type")) {
        ("select", _) => {
            let option = |one: &ElementRef<'_>| said(*one) == value || option_value(*one) == value;
            let Some(option) = found(input, "option").find(option) else { return false };
            set(pairs, name, &option_value(option));
        }
        (_, Some("radio")) => return choose(form, pairs, value),
        _ => set(pairs, name, value),
    }
    true
}

/// Chooses the radio button with this label or value.
fn choose(group: ElementRef<'_>, pairs: &mut Vec<(String, String)>, value: &str) -> bool {
    let label = found(group, "label").find(|label| said(*label) == value);
    let id = label.and_then(|label| label.attr("for"));
    let mut radios = found(group, "input[type=radio]");
    let chosen = radios.find(|one| one.attr("value") == Some(value) || (id.is_some() && one.attr("id") == id));
    chosen.is_some_and(|radio| {
        set(pairs, attr(radio, "name"), &attr(radio, "value"));
        true
    })
}

fn set(pairs: &mut Vec<(String, String)>, name: String, value: &str) {
    pairs.retain(|(have, _)| *have != name);
    pairs.push((name, value.to_owned()));
}

fn fields(form: ElementRef<'_>) -> String {
    let labels = found(form, "label, legend").map(said);
    let names = found(form, "[name]").map(|field| attr(field, "name"));
    labels.chain(names).collect::<Vec<_>>().join(", ")
}

fn legend(group: ElementRef<'_>) -> String {
    found(group, "legend").next().map(said).unwrap_or_default()
}

fn option_value(option: ElementRef<'_>) -> String {
    option.attr("value").map_or_else(|| said(option), str::to_owned)
}

fn attr(element: ElementRef<'_>, name: &str) -> String {
    element.attr(name).unwrap_or("").to_owned()
}
