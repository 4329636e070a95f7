//! Just enough HTML to follow our own pages: tags with their attributes, in the order they come.

/// A tag as written: `form`, or `/form` where it closes.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    attributes: Vec<(&'a str, String)>,
}

impl Tag<'_> {
    /// An attribute's value, empty for one without.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// Every tag of a page, comments and declarations left out.
pub(super) fn tags(page: &str) -> Vec<Tag<'_>> {
    page.split('<').skip(1).filter_map(tag).collect()
}

fn tag(piece: &str) -> Option<Tag<'_>> {
    let end = piece.find(|letter: char| letter.is_whitespace() || letter == '>')?;
    let (name, mut rest) = piece.split_at(end);
    if name.starts_with('!') {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.starts_with("/>") || rest.starts_with('>') {
            return Some(Tag { name, attributes });
        }
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=' || letter == '>')?;
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after)?,
            None => ("", after),
        };
        attributes.push((key, decoded(value)));
        rest = after;
    }
}

fn value(rest: &str) -> Option<(&str, &str)> {
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            return quoted.split_once(quote);
        }
    }
    Some(rest.split_at(rest.find(|letter: char| letter.is_whitespace() || letter == '>')?))
}

fn decoded(value: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(value.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn reads_quoted_bare_and_empty_attributes() {
        let page = "<!doctype html><form method=post action=\"/a?b=1&amp;c\"><button disabled>Go on</button></form>";
        let tags = tags(page);
        let names: Vec<&str> = tags.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["form", "button", "/button", "/form"]);
        assert_eq!((tags[0].get("method"), tags[0].get("action")), (Some("post"), Some("/a?b=1&c")));
        assert_eq!(tags[1].get("disabled"), Some(""));
    }
}
