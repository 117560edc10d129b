//! What a text speaks of: words by their stems, Chinese by every two characters.

use crate::normalise::{fold, is_han};

/// Words that say nothing about what a question is about.
const SILENT: &[&str] = &[
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do",
    "does", "for", "from", "get", "had", "has", "have", "how", "i", "if", "im", "in", "is", "it", "its", "just", "ive",
    "me", "my", "of", "on", "or", "our", "please", "so", "than", "that", "the", "their", "them", "there", "they",
    "this", "to", "up", "us", "was", "we", "what", "whats", "when", "where", "which", "who", "why", "will", "with",
    "would", "you", "your",
];

/// Two characters that say nothing about what a question is about.
const SILENT_HAN: &[&str] =
    &["怎么", "什么", "我的", "你们", "请问", "可以", "一下", "的是", "了吗", "我想", "如果", "是不"];

/// The terms of a text, in their order, as often as they are there.
pub fn of(text: &str) -> Vec<String> {
    let folded = fold(text).replace('\'', "");
    let mut terms = Vec::new();
    let (mut word, mut han) = (String::new(), Vec::new());
    for character in folded.chars().chain([' ']) {
        if is_han(character) {
            han.push(character);
        } else {
            close_han(&mut terms, &mut han);
        }
        if character.is_alphanumeric() && !is_han(character) {
            word.push(character);
        } else if !word.is_empty() {
            if !SILENT.contains(&word.as_str()) {
                terms.push(stem(&word));
            }
            word.clear();
        }
    }
    terms
}

fn close_han(terms: &mut Vec<String>, han: &mut Vec<char>) {
    let pairs = han.windows(2).map(String::from_iter).filter(|pair| !SILENT_HAN.contains(&pair.as_str()));
    terms.extend(pairs);
    if let [alone] = han[..] {
        terms.push(alone.to_string());
    }
    han.clear();
}

/// A word without the endings that only grammar needs. Crude on purpose: both sides are cut alike.
fn stem(word: &str) -> String {
    let longer = |ending: &str, least: usize| word.strip_suffix(ending).filter(|stem| stem.len() >= least);
    let stem = longer("ing", 3)
        .or_else(|| longer("ied", 3))
        .or_else(|| longer("ies", 3))
        .or_else(|| longer("ed", 3))
        .or_else(|| longer("es", 4))
        .or_else(|| longer("ly", 4))
        .or_else(|| longer("s", 3).filter(|stem| !stem.ends_with('s')))
        .unwrap_or(word);
    let stem = stem.strip_suffix(['e', 'y', 'i']).filter(|short| short.len() >= 3).unwrap_or(stem);
    // "stopped" and "stop", "cancelled" and "cancel".
    let letters = stem.as_bytes();
    match letters {
        [.., before, last] if before == last && letters.len() > 4 => stem[..stem.len() - 1].to_owned(),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (one, other) in [
            ("payments", "payment"),
            ("stopped", "stop"),
            ("cancelling", "cancelled"),
            ("charges", "charged"),
            ("worries", "worry"),
        ] {
            assert_eq!(of(one), of(other), "{one}");
        }
        assert_eq!(of("How do I get the fee?"), ["fee"]);
    }

    #[test]
    fn chinese_is_taken_in_pairs() {
        assert_eq!(of("手续费多少"), ["手续", "续费", "费多", "多少"]);
        assert_eq!(of("卡 PIN"), ["卡", "pin"]);
    }
}
