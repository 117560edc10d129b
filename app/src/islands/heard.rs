//! What is heard of a part of the page, in the order in which it is read: the server's own words where it gave them
//! (`data-say`: an amount, a day, a line), otherwise what is written.

use leptos::{
    prelude::document,
    wasm_bindgen::JsCast,
    web_sys::{Element, Node},
};

/// The attribute with what is said instead of what is written.
const SAY: &str = "data-say";
/// Elements after which a voice takes a breath.
const APART: &[&str] = &[
    "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "label",
    "legend", "li", "ol", "p", "section", "summary", "table", "td", "th", "tr", "ul",
];
/// Elements that are there to be used or seen.
const SILENT: &[&str] = &["button", "input", "noscript", "script", "select", "style", "svg", "template", "textarea"];

/// The part of the page that a button in `place` is about.
pub(super) fn part(place: &Element, page: bool) -> Option<Element> {
    if page { document().get_element_by_id("main") } else { place.closest("section").ok()? }
}

/// Its texts, each to be said in one breath.
pub(super) fn texts(part: &Element) -> Vec<String> {
    let mut heard = Heard::default();
    heard.element(part);
    heard.breathe();
    heard.texts
}

#[derive(Default)]
struct Heard {
    texts: Vec<String>,
    breath: String,
}

impl Heard {
    fn element(&mut self, element: &Element) {
        let name = element.local_name();
        // What has no box is not shown: other sizes' parts, buttons that are not there.
        let shown = element.get_client_rects().length() > 0 || name == "leptos-island";
        if SILENT.contains(&name.as_str()) || !shown || is_hidden(element) || is_folded(element) {
            return;
        }
        let apart = APART.contains(&name.as_str());
        if apart {
            self.breathe();
        }
        if let Some(said) = element.get_attribute(SAY) {
            self.say(&said);
        } else {
            self.children(element);
        }
        if apart {
            self.breathe();
        }
    }

    fn children(&mut self, element: &Element) {
        let nodes = element.child_nodes();
        for node in (0..nodes.length()).filter_map(|at| nodes.get(at)) {
            match node.node_type() {
                Node::TEXT_NODE => self.say(&node.text_content().unwrap_or_default()),
                Node::ELEMENT_NODE => self.element(node.unchecked_ref()),
                _ => {}
            }
        }
    }

    fn say(&mut self, text: &str) {
        for word in text.split_whitespace() {
            if !self.breath.is_empty() {
                self.breath.push(' ');
            }
            self.breath.push_str(word);
        }
    }

    fn breathe(&mut self) {
        self.texts.extend(sentences(&std::mem::take(&mut self.breath)));
    }
}

/// Whether it is a picture of what is said elsewhere.
fn is_hidden(element: &Element) -> bool {
    element.get_attribute("aria-hidden").as_deref() == Some("true")
}

/// Whether it is folded away; what is folded has boxes all the same.
fn is_folded(element: &Element) -> bool {
    element.local_name() != "summary"
        && element
            .parent_element()
            .is_some_and(|parent| parent.local_name() == "details" && !parent.has_attribute("open"))
}

/// The sentences of a text. Some voices fall silent in the middle of a long one.
fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let ends = rest.char_indices().find(|(at, c)| {
            let after = &rest[at + c.len_utf8()..];
            matches!(c, '。' | '！' | '？') || matches!(c, '.' | '!' | '?') && after.starts_with(' ')
        });
        let (sentence, after) = rest.split_at(ends.map_or(rest.len(), |(at, c)| at + c.len_utf8()));
        if sentence.chars().any(char::is_alphanumeric) {
            found.push(sentence.to_owned());
        }
        rest = after.trim_start();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_long_text_is_said_sentence_by_sentence() {
        assert_eq!(sentences("Put 12.50. Is it right? Yes"), ["Put 12.50.", "Is it right?", "Yes"]);
        assert_eq!(sentences("请等一下。再试。"), ["请等一下。", "再试。"]);
        assert_eq!(sentences(" · "), Vec::<String>::new());
    }
}
