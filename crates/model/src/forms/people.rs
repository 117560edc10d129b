//! The people somebody pays: what they call them, and looking for one.

use serde::{Deserialize, Serialize};

use super::{Form, filter::SEARCH_LENGTH, pay::line};
use crate::{ErrorCode, Problems, text};

/// The most characters of a nickname.
pub const NICKNAME_LENGTH: usize = 40;

/// What somebody calls a person they pay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NicknameForm {
    /// The nickname; empty for none.
    pub nickname: String,
}

impl Form for NicknameForm {
    type Context = ();
    /// One line, perhaps empty.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        line(&self.nickname, NICKNAME_LENGTH, ErrorCode::NicknameLength).map_err(|code| Problems::one("nickname", code))
    }

    fn kept(&self) -> Self {
        Self { nickname: self.nickname.chars().take(2 * NICKNAME_LENGTH).collect() }
    }
}

/// Looking for somebody among the people who were paid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleForm {
    /// A part of a name or of a nickname, or several.
    pub q: String,
}

impl Form for PeopleForm {
    type Context = ();
    type Value = Sought;

    fn check(&self, (): &()) -> Result<Sought, Problems> {
        let folded = fold(&self.q);
        if text::length(&folded) > SEARCH_LENGTH {
            return Err(Problems::one("q", ErrorCode::SearchLength));
        }
        Ok(Sought(folded.split(' ').filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()))
    }

    fn kept(&self) -> Self {
        Self { q: self.q.chars().take(2 * SEARCH_LENGTH).collect() }
    }
}

/// What somebody is looked for by: every part must be found in a name. Without one, everybody is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    /// Whether somebody who goes by `names` is meant. Capitals and full-width letters make no difference.
    #[must_use]
    pub fn fits(&self, names: &[&str]) -> bool {
        let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
        self.0.iter().all(|part| names.iter().any(|name| name.contains(part.as_str())))
    }
}

fn fold(typed: &str) -> String {
    text::one_line(&text::half_width(typed)).to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sought(typed: &str) -> Sought {
        PeopleForm { q: typed.to_owned() }.check(&()).expect("it can be looked for")
    }

    fn called(nickname: &str) -> Result<String, Option<ErrorCode>> {
        NicknameForm { nickname: nickname.to_owned() }.check(&()).map_err(|problems| problems.of("nickname"))
    }

    #[test]
    fn a_nickname_is_one_short_line_or_none() {
        assert_eq!(called("  Mum \n at home "), Ok("Mum at home".to_owned()));
        assert_eq!(called("\u{3000}"), Ok(String::new()), "nothing but spaces takes it away");
        assert_eq!(called(&"老".repeat(NICKNAME_LENGTH)), Ok("老".repeat(NICKNAME_LENGTH)));
        assert_eq!(called(&"老".repeat(NICKNAME_LENGTH + 1)), Err(Some(ErrorCode::NicknameLength)));
        assert_eq!(called("Mum\u{202e}moT"), Err(Some(ErrorCode::TextNotAllowed)), "it cannot turn a name around");
    }

    #[test]
    fn people_are_found_by_any_part_of_their_names() {
        let names = ["Tom Whitfield", "老爸 ＴＷ"];
        for typed in ["tom", "FIELD", "whit tom", "ｔｏｍ", "爸", "tw", "Tom 老", "", "  "] {
            assert!(sought(typed).fits(&names), "{typed}");
        }
        for typed in ["anna", "tomwhit", "tom anna", "妈"] {
            assert!(!sought(typed).fits(&names), "{typed}");
        }
        assert_eq!(sought("　"), Sought::default(), "whoever looks for nobody means everybody");
        assert!(PeopleForm { q: "x".repeat(SEARCH_LENGTH + 1) }.check(&()).is_err());
    }

    proptest! {
        #[test]
        fn a_whole_name_finds_whoever_has_it(name in "\\PC{0,40}") {
            let form = PeopleForm { q: name.clone() };
            if let Ok(sought) = form.check(&()) {
                prop_assert!(sought.fits(&[&name]));
            }
        }
    }
}
