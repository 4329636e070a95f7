//! Every route there is, read from the source: a new one joins the stories about all routes by itself.

use std::path::Path;

/// A path with its gaps, and the methods it answers.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    pub(crate) path: String,
    pub(crate) methods: Vec<&'static str>,
}

/// All of them.
pub(crate) fn all() -> Vec<Route> {
    let mut found = Vec::new();
    look_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() >= 20, "routes are written another way now: {found:?}");
    found
}

/// Those with a gap for an id.
pub(crate) fn with_id() -> Vec<Route> {
    all().into_iter().filter(|route| route.path.contains("{id}")).collect()
}

fn look_in(folder: &Path, found: &mut Vec<Route>) {
    for entry in std::fs::read_dir(folder).expect("the source is there") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            look_in(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("readable source");
            found.extend(text.split(".route(").skip(1).map(|rest| route(rest, &text)));
        }
    }
}

fn route(rest: &str, all: &str) -> Route {
    let path = rest.split('"').nth(1).unwrap_or_default().to_owned();
    let mut handlers = whole_call(rest);
    // A handler that was named before: `let import = get(ask).post(take_in)…;`.
    if let Some(name) = handlers.rsplit(',').next().map(str::trim).filter(|name| !name.contains('(')) {
        let named = all.split(&format!("let {name} = ")).nth(1).and_then(|rest| rest.split(';').next());
        handlers = named.unwrap_or_else(|| panic!("no methods of {path}")).to_owned();
    }
    let methods = [("GET", "get("), ("POST", "post(")];
    Route { path, methods: methods.into_iter().filter(|(_, call)| handlers.contains(call)).map(|(m, _)| m).collect() }
}

/// Up to the closing bracket of the call.
fn whole_call(rest: &str) -> String {
    let mut open = 1;
    let inside = rest.chars().take_while(|c| {
        open += i32::from(*c == '(') - i32::from(*c == ')');
        open > 0
    });
    inside.collect()
}
