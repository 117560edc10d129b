//! A power of attorney that somebody of the bank takes in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Form, NAME_LENGTH, pay::line};
use crate::{AccountNumber, ErrorCode, Problems, time};

/// The most characters of what is written on the document to tell it from others.
pub const DOCUMENT_LENGTH: usize = 40;
/// The most characters of a field that are shown again.
const SHOWN: usize = 2 * NAME_LENGTH;

crate::coded! {
    /// What kind of document gives the power.
    PowerKind {
        /// It lasts also when its donor cannot decide any more, and was registered for that by the state.
        Lasting = "lasting",
        /// It lasts as long as its donor can decide.
        General = "general",
        /// A court gave it.
        Court = "court",
    }
}

/// Who is to act for a customer, by which document, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PowerForm {
    /// The attorney's name.
    pub name: String,
    /// The number of an account of theirs.
    pub number: String,
    /// A [`PowerKind`] code.
    pub kind: String,
    /// What is written on the document to tell it from others.
    pub document: String,
    /// The last day, `2026-12-01`; empty where it has none.
    pub until: String,
}

/// Who is to act for a customer, and by which document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The attorney's name, on one line.
    pub name: String,
    /// The number of an account of theirs.
    pub number: AccountNumber,
    /// What kind of document it is.
    pub kind: PowerKind,
    /// What is written on it to tell it from others.
    pub document: String,
    /// The last day, in the bank's time zone; `None` where it has none.
    pub last: Option<Date>,
}

impl Form for PowerForm {
    /// Today, in the bank's time zone.
    type Context = Date;
    type Value = Document;

    fn check(&self, today: &Date) -> Result<Document, Problems> {
        let mut problems = Problems::none();
        let name = line(&self.name, NAME_LENGTH, ErrorCode::PayeeNameLength)
            .and_then(|name| if name.is_empty() { Err(ErrorCode::MandateName) } else { Ok(name) });
        let name = problems.keep("name", name);
        let number = problems.keep("number", AccountNumber::from_typed(&self.number));
        let kind = problems.keep("kind", PowerKind::from_code(&self.kind).ok_or(ErrorCode::PowerKindMissing));
        let document = line(&self.document, DOCUMENT_LENGTH, ErrorCode::PowerDocument)
            .and_then(|text| if text.is_empty() { Err(ErrorCode::PowerDocument) } else { Ok(text) });
        let document = problems.keep("document", document);
        let last = problems.keep("until", last_day(&self.until, *today));
        match (name, number, kind, document, last) {
            (Some(name), Some(number), Some(kind), Some(document), Some(last)) => {
                Ok(Document { name, number, kind, document, last })
            }
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        let short = |typed: &String| typed.chars().take(SHOWN).collect();
        Self {
            name: short(&self.name),
            number: short(&self.number),
            kind: short(&self.kind),
            document: short(&self.document),
            until: short(&self.until),
        }
    }
}

fn last_day(typed: &str, today: Date) -> Result<Option<Date>, ErrorCode> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = time::parse_date(typed).ok_or(ErrorCode::DateUnclear)?;
    if day < today { Err(ErrorCode::PowerDay) } else { Ok(Some(day)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn form() -> PowerForm {
        PowerForm {
            name: " Tom \n Whitfield ".to_owned(),
            number: AccountNumber::from_serial(7).unwrap().to_string(),
            kind: "lasting".to_owned(),
            document: "7000-1234-5678".to_owned(),
            until: String::new(),
        }
    }

    #[test]
    fn a_document_need_not_have_a_last_day() {
        let today = date(2026, 3, 2);
        let document = form().check(&today).unwrap();
        assert_eq!((document.name.as_str(), document.kind, document.last), ("Tom Whitfield", PowerKind::Lasting, None));
        let dated = PowerForm { until: "2026-03-02".to_owned(), ..form() };
        assert_eq!(dated.check(&today).unwrap().last, Some(today));
    }

    #[test]
    fn what_is_lacking_is_said_beside_its_field() {
        let wrong = PowerForm { until: "2026-03-01".to_owned(), ..PowerForm::default() };
        let problems = wrong.check(&date(2026, 3, 2)).unwrap_err();
        let said: Vec<_> = problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect();
        for (field, code) in [
            ("name", ErrorCode::MandateName),
            ("kind", ErrorCode::PowerKindMissing),
            ("document", ErrorCode::PowerDocument),
            ("until", ErrorCode::PowerDay),
        ] {
            assert!(said.iter().any(|(at, found)| *at == field && *found == code), "{field}: {said:?}");
        }
        let long = PowerForm { document: "7".repeat(DOCUMENT_LENGTH + 1), ..form() };
        assert!(long.check(&date(2026, 3, 2)).is_err());
    }
}
