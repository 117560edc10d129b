//! Reading a layout, and saying where it is wrong.

use serde::Deserialize;

use super::{Arrangement, Kind, Layout, Page, arrangement::File};
use crate::Mistake;

/// The longest file that is read, in bytes: many times what a layout takes.
pub const LONGEST_BYTES: usize = 16 * 1024;

impl Layout {
    /// Reads a layout as a designer writes it.
    ///
    /// # Errors
    /// The first mistake there is: not JSON, a word that is not in the vocabulary, a part that is missing or there
    /// twice, more than [`LONGEST_BYTES`].
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        if text.len() > LONGEST_BYTES {
            let what = format!("a layout has at most {LONGEST_BYTES} bytes, this one has {}", text.len());
            return Err(Mistake { line: 1, column: 1, what });
        }
        let page = serde_json::from_str::<Named>(text).map_err(|error| Mistake::of(&error))?.page;
        match page {
            Page::Home => read(text).map(Self::Home),
            Page::Account => read(text).map(Self::Account),
            Page::PayStart => read(text).map(Self::PayStart),
            Page::Chat => read(text).map(Self::Chat),
        }
    }
}

/// What says of which page a file is.
#[derive(Deserialize)]
struct Named {
    page: Page,
}

fn read<K: Kind>(text: &str) -> Result<Arrangement<K>, Mistake> {
    serde_json::from_str::<File<K>>(text).map(Arrangement::from).map_err(|error| Mistake::of(&error))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{HomeKind, Large},
        *,
    };

    const CONTROL: &str = include_str!("../../../../layouts/home/control.json");

    fn mistake(from: &str, to: &str) -> String {
        assert!(CONTROL.contains(from), "the file has no {from}");
        Layout::parse(&CONTROL.replacen(from, to, 1)).unwrap_err().to_string()
    }

    #[test]
    fn a_word_that_is_not_known_is_named_with_those_that_are() {
        let said = mistake(r#""kind": "latest""#, r#""kind": "newest""#);
        assert_eq!(
            said,
            "line 5, column 57: unknown variant `newest`, expected one of `unfinished`, `latest`, `coming`"
        );
        let said = mistake(r#""kind": "latest""#, r#""kind": "latest", "colour": "red""#);
        assert!(said.starts_with("line 5, column 67: unknown field `colour`"), "{said}");
    }

    #[test]
    fn nothing_is_left_out_or_shown_twice() {
        let said = mistake(r#"{ "kind": "unfinished" }, "#, "");
        assert!(said.starts_with("line 7") && said.contains("`unfinished` is missing"), "{said}");
        let said = mistake(r#""side": [{ "kind": "coming" }]"#, r#""side": [{ "kind": "latest" }]"#);
        assert!(said.contains("`latest` is there 2 times"), "{said}");
    }

    #[test]
    fn a_payment_that_was_begun_is_not_folded_away() {
        let folded =
            r#"{ "open": [{ "kind": "latest" }, { "kind": "coming" }], "folded": [{ "kind": "unfinished" }] }"#;
        let error = serde_json::from_str::<Large<HomeKind>>(folded).unwrap_err();
        assert!(error.to_string().contains("never folded away"), "{error}");
    }

    #[test]
    fn each_page_has_its_own_parts() {
        const ACCOUNT: &str = include_str!("../../../../layouts/account/control.json");
        let of_another = ACCOUNT.replacen("history", "latest", 1);
        let said = Layout::parse(&of_another).unwrap_err().what;
        assert_eq!(said, "unknown variant `latest`, expected one of `details`, `history`, `months`");
        let deep = ACCOUNT.replacen(r#"[{ "kind": "details" }]"#, r#"[{ "kind": "months" }]"#, 1);
        let said =
            Layout::parse(&deep.replacen(r#""side": [{ "kind": "months" }]"#, r#""side": [{ "kind": "details" }]"#, 1));
        assert!(said.unwrap_err().what.contains("`months` is too long for the head"));
        let said = mistake(r#""page": "home""#, r#""page": "sign-in""#);
        assert!(said.starts_with("line 3, column 19: unknown variant `sign-in`, expected one of `home`"), "{said}");
    }

    #[test]
    fn lines_have_bounds_and_belong_to_what_has_lines() {
        assert!(mistake(r#""kind": "latest""#, r#""kind": "latest", "lines": 9"#).contains("from 3 to 6, not 9"));
        assert!(mistake(r#""kind": "latest""#, r#""kind": "latest", "lines": null"#).contains("null"));
        assert!(mistake(r#""kind": "coming""#, r#""kind": "coming", "lines": 5"#).contains("only `latest`"));
    }

    #[test]
    fn a_file_that_is_far_too_long_is_not_looked_at() {
        let long = format!("{CONTROL}{}", " ".repeat(LONGEST_BYTES));
        assert!(Layout::parse(&long).unwrap_err().what.contains("at most 16384 bytes"));
    }
}
