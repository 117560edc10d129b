//! XML as a tree of elements: written, and read within limits.

use quick_xml::{
    Reader, Writer,
    escape::resolve_predefined_entity,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use crate::NotUnderstood;

/// The most bytes a message has.
const MOST_BYTES: usize = 64 * 1024;
/// How deep elements lie in one another.
const DEEPEST: usize = 16;
/// The most elements a message has.
const MOST_ELEMENTS: usize = 500;

/// An element with its attribute, and either the text or the elements that it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attribute, where it has one: none has two.
    pub attribute: Option<(String, String)>,
    /// The text it holds.
    pub text: String,
    /// The elements it holds.
    pub inner: Vec<Element>,
}

impl Element {
    /// One that holds others.
    pub fn of(name: &str, inner: Vec<Self>) -> Self {
        Self { name: name.to_owned(), inner, ..Self::default() }
    }

    /// One that holds text.
    pub fn text(name: &str, text: impl Into<String>) -> Self {
        Self { name: name.to_owned(), text: text.into(), ..Self::default() }
    }

    /// One that holds a single other, and so on inwards.
    pub fn nested(names: &[&str], innermost: Self) -> Self {
        names.iter().rev().fold(innermost, |inner, name| Self::of(name, vec![inner]))
    }

    /// With an attribute.
    pub fn having(self, name: &str, value: &str) -> Self {
        Self { attribute: Some((name.to_owned(), value.to_owned())), ..self }
    }

    /// The element that lies there within this one.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.inner.iter().find(|inner| inner.name == *name))
    }

    /// The text that lies there.
    pub fn said(&self, path: &[&str]) -> Option<&str> {
        self.at(path).map(|element| element.text.as_str())
    }
}

/// The document with `root` at its root.
pub fn write(root: &Element) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let mut put = |event: Event<'_>| writer.write_event(event).expect("writing to memory cannot fail");
    put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    put_element(&mut put, root);
    writer.into_inner()
}

fn put_element(put: &mut impl FnMut(Event<'_>), element: &Element) {
    let mut start = BytesStart::new(element.name.as_str());
    if let Some((name, value)) = &element.attribute {
        start.push_attribute((name.as_str(), value.as_str()));
    }
    put(Event::Start(start));
    if !element.text.is_empty() {
        put(Event::Text(BytesText::new(&allowed(&element.text))));
    }
    for inner in &element.inner {
        put_element(put, inner);
    }
    put(Event::End(BytesEnd::new(element.name.as_str())));
}

/// `text` without the characters that XML knows no way to write (XML 1.0 section 2.2).
fn allowed(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// The root of a document. Nothing is looked up for it: no document type, no entity but the five of XML itself.
pub fn read(bytes: &[u8]) -> Result<Element, NotUnderstood> {
    let text = str::from_utf8(bytes).map_err(|_| NotUnderstood::NotADocument)?;
    if bytes.len() > MOST_BYTES {
        return Err(NotUnderstood::NotADocument);
    }
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        match reader.read_event().map_err(|_| NotUnderstood::NotADocument)? {
            Event::Start(start) => open.push(begun(&start)?),
            Event::Empty(start) => {
                open.push(begun(&start)?);
                close(&mut open)?;
            }
            Event::End(_) => close(&mut open)?,
            Event::Text(text) => add(&mut open, &text.decode().map_err(|_| NotUnderstood::NotADocument)?)?,
            Event::GeneralRef(entity) => {
                let name = entity.decode().map_err(|_| NotUnderstood::NotADocument)?;
                let numbered = entity.resolve_char_ref().map_err(|_| NotUnderstood::NotADocument)?;
                let meant = numbered.map(String::from).or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                add(&mut open, &meant.ok_or(NotUnderstood::NotADocument)?)?;
            }
            Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof => break,
            Event::CData(_) | Event::PI(_) | Event::DocType(_) => return Err(NotUnderstood::NotADocument),
        }
        count += 1;
        if open.len() > DEEPEST || count > MOST_ELEMENTS * 3 {
            return Err(NotUnderstood::NotADocument);
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(Element { mut inner, text, .. }), true) if inner.len() == 1 && text.trim().is_empty() => {
            inner.pop().ok_or(NotUnderstood::NotADocument)
        }
        _ => Err(NotUnderstood::NotADocument),
    }
}

fn begun(start: &BytesStart<'_>) -> Result<Element, NotUnderstood> {
    let name = str::from_utf8(start.name().into_inner()).map_err(|_| NotUnderstood::NotADocument)?.to_owned();
    let mut attribute = None;
    for found in start.attributes() {
        let found = found.map_err(|_| NotUnderstood::NotADocument)?;
        let key = str::from_utf8(found.key.into_inner()).map_err(|_| NotUnderstood::NotADocument)?.to_owned();
        let value = str::from_utf8(&found.value).map_err(|_| NotUnderstood::NotADocument)?.to_owned();
        // No value of the profile has anything in it that would have to be written in another way.
        if attribute.is_some() || value.contains('&') {
            return Err(NotUnderstood::Structure);
        }
        attribute = Some((key, value));
    }
    Ok(Element { name, attribute, ..Element::default() })
}

fn add(open: &mut [Element], text: &str) -> Result<(), NotUnderstood> {
    open.last_mut().ok_or(NotUnderstood::NotADocument)?.text.push_str(text);
    Ok(())
}

fn close(open: &mut Vec<Element>) -> Result<(), NotUnderstood> {
    let element = open.pop().ok_or(NotUnderstood::NotADocument)?;
    open.last_mut().ok_or(NotUnderstood::NotADocument)?.inner.push(element);
    Ok(())
}
