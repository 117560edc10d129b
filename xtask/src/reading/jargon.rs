//! Words that nobody says at home, and what to write instead.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::locales::{LOCALES, Messages};

/// The words to avoid in one language, each with what to write instead.
pub struct Avoided(BTreeMap<String, String>);

impl Avoided {
    /// Those of `language`: `avoid.toml` in its folder.
    pub fn of(root: &Path, language: &str) -> Outcome<Self> {
        let path = root.join(LOCALES).join(language).join("avoid.toml");
        let text = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
        toml::from_str(&text).map(Self).map_err(|error| format!("{}: {error}", path.display()).into())
    }

    /// A complaint for each of them that a message says.
    pub fn found_in(&self, messages: &Messages) -> Vec<String> {
        let mut complaints = Vec::new();
        for (key, message) in messages {
            let text = message.texts.join(" ").to_lowercase();
            for (word, instead) in self.0.iter().filter(|(word, _)| says(&text, word)) {
                let file = message.file.display();
                complaints.push(format!("{file}: `{key}` says “{word}”. Write instead: {instead}."));
            }
        }
        complaints
    }
}

/// Whether `text` says `word`, and not a longer word that it is a part of. Chinese has no gaps between words.
fn says(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_han(c));
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !letter(before.chars().next_back()) && !letter(after.chars().next()) || word.chars().all(is_han)
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_word_is_found_whole() {
        assert!(says("please submit it.", "submit"));
        assert!(!says("it was submitted.", "submit"));
        assert!(says("in order to pay", "in order to"));
        assert!(says("已经冲正", "冲正"));
        assert!(says("authenticator app", "authenticator"));
        assert!(!says("introduzca el código", "codig"));
    }
}
