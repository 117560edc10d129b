//! Answers that the bank's own people keep ready, and putting one of them, or an article, into the answer that they
//! write.
//!
//! What differs from one customer to the next is a word in braces, of a closed list: whoever writes an answer is told of
//! a word that is not in it, and nobody is ever sent one.

use serde::{Deserialize, Serialize};

use super::{Form, staff_ticket::version, ticket::message};
use crate::{ErrorCode, Language, Problems, ReplyId, text};

/// The most characters of a title.
pub const REPLY_TITLE_LENGTH: usize = 70;

crate::coded! {
    /// What is filled in.
    ReplyVariable {
        /// What the bank calls the customer.
        Customer = "customer",
        /// The name of whoever answers.
        Agent = "agent",
        /// The number of the conversation.
        Number = "number",
    }
}

/// A piece of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// What is filled in.
    Variable(ReplyVariable),
}

/// An answer in its pieces.
///
/// # Errors
/// [`ErrorCode::ReplyVariable`] where something in braces is not known, or a brace has no other.
pub fn pieces(mut rest: &str) -> Result<Vec<Piece<'_>>, ErrorCode> {
    let mut pieces = Vec::new();
    while let Some(at) = rest.find(['{', '}']) {
        pieces.push(Piece::Words(&rest[..at]));
        let named = rest[at..].strip_prefix('{').and_then(|named| named.split_once('}'));
        let (name, after) = named.ok_or(ErrorCode::ReplyVariable)?;
        let variable = ReplyVariable::from_code(name.trim()).ok_or(ErrorCode::ReplyVariable)?;
        pieces.push(Piece::Variable(variable));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    Ok(pieces)
}

/// An answer that is kept ready, as somebody writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadyReplyForm {
    /// What it is called among colleagues.
    pub title: String,
    /// What it says in English.
    pub text_en: String,
    /// In Chinese.
    pub text_zh: String,
    /// In Spanish.
    pub text_es: String,
    /// What customers ask that it answers, where it answers something in particular.
    pub about: String,
    /// The version that was seen, where it is there already.
    pub seen: String,
}

impl ReadyReplyForm {
    /// The name of the field for `language`, and what is in it.
    #[must_use]
    pub const fn field(&self, language: Language) -> (&'static str, &String) {
        match language {
            Language::En => ("text_en", &self.text_en),
            Language::Zh => ("text_zh", &self.text_zh),
            Language::Es => ("text_es", &self.text_es),
        }
    }
}

impl Form for ReadyReplyForm {
    type Context = ();
    /// The title, what it says in which languages, and the version that was seen.
    type Value = (String, Vec<(Language, String)>, i64);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep("title", title(&self.title));
        let mut texts = Vec::new();
        for language in Language::ALL {
            let (name, typed) = self.field(*language);
            let Some(said) = problems.keep(name, said(typed)) else { continue };
            texts.extend(said.map(|said| (*language, said)));
        }
        if problems.is_empty() && texts.is_empty() {
            problems = Problems::one("text_en", ErrorCode::TicketWordsMissing);
        }
        match title {
            Some(title) if problems.is_empty() => Ok((title, texts, version(&self.seen))),
            _ => Err(problems),
        }
    }
}

fn title(typed: &str) -> Result<String, ErrorCode> {
    let title = text::one_line(typed);
    if !(1..=REPLY_TITLE_LENGTH).contains(&text::length(&title)) {
        return Err(ErrorCode::ReplyTitle);
    }
    if text::turns_direction(&title) { Err(ErrorCode::TextNotAllowed) } else { Ok(title) }
}

/// What one field says; nothing where nothing was typed. Who types Chinese may type its braces.
fn said(typed: &str) -> Result<Option<String>, ErrorCode> {
    let typed = typed.replace('｛', "{").replace('｝', "}");
    match message(&typed) {
        Err(ErrorCode::TicketWordsMissing) => Ok(None),
        Err(code) => Err(code),
        Ok(said) => pieces(&said).map(drop).map(|()| Some(said)),
    }
}

/// What is put into an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// An answer that is kept ready.
    Ready(ReplyId),
    /// An article, by its name.
    Article(String),
}

/// What is being answered, and which answer is to be put into it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FillForm {
    /// What has been typed so far.
    pub answer: String,
    /// The id of the answer that is kept ready.
    pub ready: String,
    /// What was suggested and pressed: the id of one, or the name of an article.
    pub suggested: String,
    /// The version that was seen.
    pub seen: String,
}

impl std::fmt::Debug for FillForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { answer: _, ready, suggested, seen } = self;
        let mut form = f.debug_struct("FillForm");
        form.field("ready", ready).field("suggested", suggested).field("seen", seen).finish_non_exhaustive()
    }
}

impl Form for FillForm {
    type Context = ();
    type Value = Chosen;

    fn check(&self, (): &()) -> Result<Chosen, Problems> {
        let named = if self.suggested.is_empty() { &self.ready } else { &self.suggested };
        match named.parse() {
            Ok(id) => Ok(Chosen::Ready(id)),
            Err(_) if self.suggested.is_empty() => Err(Problems::one("ready", ErrorCode::ReadyMissing)),
            Err(_) => Ok(Chosen::Article(self.suggested.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(en: &str, zh: &str) -> ReadyReplyForm {
        let (title, text_en, text_zh) = (" A  card ".to_owned(), en.to_owned(), zh.to_owned());
        ReadyReplyForm { title, text_en, text_zh, ..ReadyReplyForm::default() }
    }

    #[test]
    fn one_language_will_do_and_braces_of_chinese_keyboards_are_braces() {
        let (title, texts, seen) = form("", "您好｛customer｝").check(&()).unwrap();
        assert_eq!((title.as_str(), seen), ("A card", -1));
        assert_eq!(texts, [(Language::Zh, "您好{customer}".to_owned())]);
        assert_eq!(form("", "").check(&()).unwrap_err().of("text_en"), Some(ErrorCode::TicketWordsMissing));
        let nameless = ReadyReplyForm { title: "x".repeat(71), ..form("Hi", "") };
        assert_eq!(nameless.check(&()).unwrap_err().of("title"), Some(ErrorCode::ReplyTitle));
    }

    #[test]
    fn what_is_not_known_is_told_beside_its_field() {
        for wrong in ["Dear {name}", "Dear {customer", "Dear customer}", "{}", "{{agent}}"] {
            let problems = form(wrong, "您好").check(&()).unwrap_err();
            assert_eq!(problems.of("text_en"), Some(ErrorCode::ReplyVariable), "{wrong}");
            assert_eq!(problems.of("text_zh"), None);
        }
        let agent = Piece::Variable(ReplyVariable::Agent);
        assert_eq!(pieces("I am { agent }.").unwrap(), [Piece::Words("I am "), agent, Piece::Words(".")]);
    }

    #[test]
    fn nothing_is_put_in_before_something_is_chosen() {
        assert_eq!(FillForm::default().check(&()).unwrap_err().of("ready"), Some(ErrorCode::ReadyMissing));
        let form = FillForm { ready: ReplyId::new(7).to_string(), ..FillForm::default() };
        assert_eq!(form.check(&()), Ok(Chosen::Ready(ReplyId::new(7))));
        let pressed = |suggested: String| FillForm { suggested, ..form.clone() }.check(&());
        assert_eq!(pressed(ReplyId::new(8).to_string()), Ok(Chosen::Ready(ReplyId::new(8))));
        assert_eq!(pressed("cards".to_owned()), Ok(Chosen::Article("cards".to_owned())));
    }
}
