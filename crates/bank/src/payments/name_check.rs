//! Whether the name a payer typed is the name of the account.

use model::{Iban, text};
use serde::{Deserialize, Serialize};

use crate::step_up::Shown;

/// What the comparison of two names says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameCheck {
    /// It is the same name.
    Match,
    /// It is nearly the same: the payer is shown the name of the account and decides.
    Close(String),
    /// It is another name.
    Differs,
    /// The bank of the account could not be asked.
    Unavailable,
}

/// What another bank has said of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameHeard {
    /// Of which account.
    pub iban: Iban,
    /// Which name.
    pub typed: String,
    /// What it said.
    pub said: NameCheck,
}

impl NameCheck {
    /// A word for what it says.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Close(_) => "close",
            Self::Differs => "differs",
            Self::Unavailable => "unavailable",
        }
    }

    /// The same, with a name that can be shown: one line, of the length that messages between banks have. Where its bank
    /// says a name that cannot, it has said nothing.
    pub(crate) fn plain(self) -> Self {
        let Self::Close(holder) = self else { return self };
        let holder = text::one_line(&holder);
        let fits = (1..=LONGEST_NAME).contains(&text::length(&holder));
        if fits && !text::turns_direction(&holder) && !text::holds_noncharacter(&holder) {
            Self::Close(holder)
        } else {
            Self::Unavailable
        }
    }

    /// And what it says is shown, with the name.
    pub(super) fn shown(&self, shown: Shown) -> Shown {
        let shown = shown.text(self.code());
        if let Self::Close(holder) = self { shown.text(holder) } else { shown }
    }
}

/// The longest name that messages between banks have (ISO 20022, `Max140Text`).
const LONGEST_NAME: usize = 140;

/// Titles people write before a name, which say nothing about whose it is.
const TITLES: [&str; 9] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame"];

/// Compares the name a payer `typed` with that of the account's `holder`.
///
/// The same words in any order and case are a match, `&` being "and". A missing middle name, initials for first
/// names, or a letter or two of difference are close. Chinese names are compared without spaces, and only as a
/// whole. An initial for the last name is another name.
#[must_use]
pub fn check_name(typed: &str, holder: &str) -> NameCheck {
    let (left, right) = (words(typed), words(holder));
    let mut sorted = (left.clone(), right.clone());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    if sorted.0 == sorted.1 || left.concat() == right.concat() {
        return NameCheck::Match;
    }
    // Half of a name is what is seen of whoever is found by a number: it is no way to the other half.
    if left.last().is_some_and(|last| last.chars().count() == 1 && last.is_ascii()) {
        return NameCheck::Differs;
    }
    if is_close(&left, &right) { NameCheck::Close(holder.to_owned()) } else { NameCheck::Differs }
}

fn words(name: &str) -> Vec<String> {
    let plain = text::half_width(name).to_lowercase().replace('&', " and ");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !TITLES.contains(word))
        .map(str::to_owned)
        .collect()
}

fn is_close(typed: &[String], holder: &[String]) -> bool {
    let (typed_whole, holder_whole) = (typed.concat(), holder.concat());
    let letters = holder_whole.chars().count().min(typed_whole.chars().count());
    if letters < 2 {
        return false;
    }
    // In a short name, as most Chinese ones are, a different character is a different person.
    let slips = if letters < 5 { 0 } else { 1 + usize::from(letters >= 10) };
    if slips > 0 && distance(&typed_whole, &holder_whole) <= slips {
        return true;
    }
    shares_last_name(typed, holder) && every_word_fits(typed, holder)
}

fn shares_last_name(typed: &[String], holder: &[String]) -> bool {
    matches!((typed.last(), holder.last()), (Some(a), Some(b)) if a == b) && typed.len() > 1 && holder.len() > 1
}

/// Whether each typed word is one of the holder's, or its initial, each of which can be meant once: a last name
/// said twice is no first name.
fn every_word_fits(typed: &[String], holder: &[String]) -> bool {
    let mut left: Vec<&String> = holder.iter().collect();
    let mut take = |word: &String| {
        let initial = |known: &str| word.chars().count() == 1 && known.starts_with(word.as_str());
        let found =
            left.iter().position(|known| *known == word).or_else(|| left.iter().position(|known| initial(known)));
        found.map(|place| left.remove(place)).is_some()
    };
    typed.iter().rev().all(&mut take)
}

/// How many letters must be put in, taken out or changed to make one text the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let change = diagonal + usize::from(left != *right);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{NameCheck, check_name};

    fn is_close(typed: &str, holder: &str) -> bool {
        matches!(check_name(typed, holder), NameCheck::Close(_))
    }

    #[test]
    fn the_same_name_matches_whatever_its_case_order_and_title() {
        for typed in
            ["Anna Whitfield", "anna  whitfield", "Whitfield, Anna", "Mrs Anna Whitfield", "ＡＮＮＡ Whitfield"]
        {
            assert_eq!(check_name(typed, "Anna Whitfield"), NameCheck::Match, "{typed}");
        }
        assert_eq!(check_name("陈 秀英", "陈秀英"), NameCheck::Match);
    }

    #[test]
    fn initials_missing_names_and_slips_are_close() {
        assert!(is_close("A Whitfield", "Anna Jane Whitfield"));
        assert!(is_close("Anna Whitfield", "Anna Jane Whitfield"));
        assert!(is_close("Anna Whitfeild", "Anna Whitfield"));
    }

    #[test]
    fn another_person_differs() {
        for (typed, holder) in [
            ("Tom Whitfield", "Anna Whitfield"),
            ("陈秀兰", "陈秀英"),
            ("X", "Xu"),
            ("", "Anna"),
            ("Okafor Okafor", "Maya Okafor"),
            ("Okafor", "Maya Okafor"),
            // What is shown of somebody who is found by a number opens no more of the name.
            ("Anna W", "Anna Wu"),
            ("Elizabeth W.", "Elizabeth Wee"),
        ] {
            assert_eq!(check_name(typed, holder), NameCheck::Differs, "{typed} / {holder}");
        }
    }
}
