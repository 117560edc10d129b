//! XML, element by element (XML 1.0), with what people typed made harmless.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesPI, BytesStart, BytesText, Event},
};

/// XML being written into memory.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// The declaration that a document begins with.
    pub fn declare(&mut self) -> &mut Self {
        self.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
    }

    /// A processing instruction.
    pub fn instruct(&mut self, content: &str) -> &mut Self {
        self.put(Event::PI(BytesPI::new(content)))
    }

    /// Opens elements, the outer first.
    pub fn open(&mut self, names: &[&str]) -> &mut Self {
        for name in names {
            self.put(Event::Start(BytesStart::new(*name)));
        }
        self
    }

    /// Opens an element with an attribute.
    pub fn open_with(&mut self, name: &str, attribute: (&str, &str)) -> &mut Self {
        self.put(Event::Start(BytesStart::new(name).with_attributes([attribute])))
    }

    /// Closes elements, the inner first.
    pub fn close(&mut self, names: &[&str]) -> &mut Self {
        for name in names {
            self.put(Event::End(BytesEnd::new(*name)));
        }
        self
    }

    /// An element that holds text and nothing else.
    pub fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.open(&[name]).plain(text).close(&[name])
    }

    /// Text within the element that is open.
    pub fn plain(&mut self, text: &str) -> &mut Self {
        self.put(Event::Text(BytesText::new(&allowed(text))))
    }

    /// Text within elements that are opened and closed around it.
    pub fn within(&mut self, names: &[&str], name: &str, text: &str) -> &mut Self {
        let mut back = names.to_vec();
        back.reverse();
        self.open(names).text(name, text).close(&back)
    }

    /// What was written since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(self.0.get_mut())
    }

    fn put(&mut self, event: Event<'_>) -> &mut Self {
        self.0.write_event(event).expect("writing to memory cannot fail");
        self
    }
}

/// `text` without the characters that XML knows no way to write (XML 1.0 section 2.2).
fn allowed(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// The first `count` characters of `text`; `otherwise` where there are none: no element may be empty.
pub fn at_most(text: &str, count: usize, otherwise: &str) -> String {
    let short: String = text.chars().filter(|c| !c.is_control()).take(count).collect();
    let short = short.trim();
    if short.is_empty() { otherwise.to_owned() } else { short.to_owned() }
}
