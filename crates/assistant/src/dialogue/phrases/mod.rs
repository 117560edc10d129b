//! The few phrases that steer a conversation, which no classifier is asked about.

mod lists;

pub use lists::NEGATIONS;

use crate::normalise::{fold, is_han};
use lists::{CORRECTIONS, FILLERS, FURTHER, IN_NO_HAN_NAME, IN_NO_NAME, OTHER, PHRASES};

/// What a short message says about what was asked, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    Yes,
    No,
    Cancel,
    /// They do not know, or do not want to say.
    Skip,
    First,
    Second,
    /// It was another they meant.
    NotThis,
}

/// The text without marks and apostrophes, small, with single spaces.
fn bare(text: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let spaced: String =
        folded.chars().map(|character| if character.is_alphanumeric() { character } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The phrase that is all a message says.
pub fn phrase(text: &str) -> Option<Phrase> {
    let mut bare = bare(text);
    loop {
        if let Some((phrase, _)) = PHRASES.iter().find(|(_, phrases)| phrases.contains(&bare.as_str())) {
            return Some(*phrase);
        }
        bare = without_filler(&bare)?;
    }
}

fn without_filler(bare: &str) -> Option<String> {
    FILLERS.iter().find_map(|filler| {
        let rest = bare.strip_prefix(filler).map(|rest| (rest, rest.starts_with(' ')));
        let rest = rest.or_else(|| bare.strip_suffix(filler).map(|rest| (rest, rest.ends_with(' '))));
        let (rest, apart) = rest?;
        (!rest.trim().is_empty() && (apart || filler.starts_with(is_han))).then(|| rest.trim().to_owned())
    })
}

/// Whether a message begins as a correction does.
pub fn corrects(text: &str) -> bool {
    begins(&fold(text), CORRECTIONS)
}

/// Whether a message begins as a question does that only adds to the one before.
pub fn goes_on(text: &str) -> bool {
    let folded = fold(text);
    begins(&folded, FURTHER) || bare(&folded).ends_with('呢')
}

/// Whether another account is meant than the one before.
pub fn other_account(text: &str) -> bool {
    let bare = bare(text);
    OTHER.iter().any(|phrase| bare.contains(phrase))
}

/// How long a name may be, in words and in Chinese characters.
const LONGEST_NAME: usize = 4;

/// A name that is all a message says, without the word before it.
pub fn name(text: &str) -> Option<String> {
    let shown = text.trim().trim_end_matches(['.', '!', '。', '！']).trim();
    let lead = ["to ", "To ", "it's ", "its ", "给", "付给", "转给", "是"]
        .into_iter()
        .find_map(|lead| shown.strip_prefix(lead));
    let shown = lead.unwrap_or(shown).trim();
    let small = bare(shown);
    let words: Vec<&str> = small.split(' ').collect();
    let letters = shown
        .chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\'' | '’' | '-' | '.' | '·' | '&'));
    let han = shown.chars().filter(|letter| is_han(*letter)).count();
    let fits = if han > 0 {
        (2..=LONGEST_NAME).contains(&han) && !shown.contains(IN_NO_HAN_NAME)
    } else {
        words.len() <= LONGEST_NAME && !words.iter().any(|word| IN_NO_NAME.contains(word))
    };
    (letters && fits && !small.is_empty()).then(|| shown.to_owned())
}

fn begins(folded: &str, phrases: &[&str]) -> bool {
    let start = folded.trim_start();
    phrases.iter().any(|phrase| {
        start.strip_prefix(phrase).is_some_and(|rest| {
            phrase.starts_with(is_han) || !rest.starts_with(|next: char| next.is_alphanumeric() || next == '\'')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_all_that_is_said() {
        assert_eq!(phrase("Never mind, thanks."), Some(Phrase::Cancel));
        assert_eq!(phrase("那算了吧"), Some(Phrase::Cancel));
        assert_eq!(phrase("cancel my standing order"), None);
        assert_eq!(phrase("I don't know"), Some(Phrase::Skip));
        assert_eq!(phrase("是的，谢谢"), Some(Phrase::Yes));
        assert_eq!(phrase("thanks"), None);
        assert_eq!(phrase(""), None);
    }

    #[test]
    fn corrections_begin_with_a_word_of_their_own() {
        assert!(corrects("No, the other account") && corrects("不是，另一个账户"));
        assert!(!corrects("November") && !corrects("nothing came"));
        assert!(goes_on("and in October?") && goes_on("十月呢？") && !goes_on("Andrew"));
        assert!(other_account("No, the other account") && other_account("换个账户"));
    }
}
