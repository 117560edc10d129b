//! Words and phrases, found in spite of typing errors.

use super::sounds::sound;
use crate::normalise::{fold, is_han};

/// From how many letters on a word may have one error, and two.
const ONE_ERROR: usize = 5;
const TWO_ERRORS: usize = 10;

/// How long a word is in which only two neighbours may have changed places.
const SWAPPED: usize = 4;

/// An utterance as the rules read it.
pub struct Heard {
    words: Vec<Vec<char>>,
    han: Vec<char>,
}

impl Heard {
    /// Reads an utterance.
    pub fn of(text: &str) -> Self {
        let folded = fold(text).replace('\'', "");
        let words = folded
            .split(|character: char| !character.is_alphanumeric() || is_han(character))
            .filter(|word| !word.is_empty())
            .map(|word| word.chars().collect())
            .collect();
        let mut han: Vec<char> = folded.chars().filter(|character| is_han(*character)).map(sound).collect();
        // A key that was pressed twice.
        han.dedup();
        Self { words, han }
    }

    /// Whether any of the phrases is there. A phrase is Chinese characters, or English words, of which one that ends in
    /// `*` may go on.
    pub fn any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// Whether nothing but the phrase is there.
    pub fn only(&self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(' ').collect();
        if phrase.starts_with(is_han) {
            return self.words.is_empty() && self.han.len() <= phrase.chars().count() + 1 && self.has(phrase);
        }
        self.han.is_empty() && self.words.len() == words.len() && self.has(phrase)
    }

    fn has(&self, phrase: &str) -> bool {
        if phrase.starts_with(is_han) {
            let phrase: Vec<char> = phrase.chars().map(sound).collect();
            return self.han.windows(phrase.len()).any(|part| part == phrase) || self.nearly(&phrase);
        }
        let phrase: Vec<&str> = phrase.split(' ').collect();
        self.words.windows(phrase.len()).any(|part| part.iter().zip(&phrase).all(|(word, meant)| reads(word, meant)))
    }

    /// Four Chinese characters or more may have a wrong one between the first and the last, one too few or one too many, or
    /// two that changed places. What only lacks an end is another phrase: 我的账户 is not 借我的账户.
    fn nearly(&self, phrase: &[char]) -> bool {
        let within = |part: &[char]| part.first() == phrase.first() && part.last() == phrase.last();
        phrase.len() >= 4
            && [phrase.len() - 1, phrase.len(), phrase.len() + 1]
                .into_iter()
                .any(|length| self.han.windows(length).any(|part| within(part) && distance(part, phrase) <= 1))
    }
}

/// Whether `word` is the one meant, or nearly.
fn reads(word: &[char], meant: &str) -> bool {
    let stem: Vec<char> = meant.trim_end_matches('*').chars().filter(|character| *character != '\'').collect();
    let open = meant.ends_with('*');
    if word == stem || (open && word.starts_with(&stem)) {
        return true;
    }
    if stem.len() == SWAPPED && !open {
        return is_swapped(word, &stem);
    }
    let errors = usize::from(stem.len() >= ONE_ERROR) + usize::from(stem.len() >= TWO_ERRORS);
    if errors == 0 || !begins_alike(word, &stem) {
        return false;
    }
    if !open {
        return word.len().abs_diff(stem.len()) <= errors && distance(word, &stem) <= errors;
    }
    let longest = (stem.len() + errors).min(word.len());
    (stem.len() - errors..=longest).any(|length| distance(&word[..length], &stem) <= errors)
}

/// Whether two neighbours of a short word changed places: the one error that leaves it recognisable.
fn is_swapped(word: &[char], stem: &[char]) -> bool {
    let sorted = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        letters
    };
    word.len() == stem.len() && sorted(word) == sorted(stem) && distance(word, stem) == 1
}

/// Whether the first letter is there, be it in the second place: most words are done with here.
fn begins_alike(word: &[char], stem: &[char]) -> bool {
    word.first() == stem.first() || word.first() == stem.get(1) || word.get(1) == stem.first()
}

/// How many letters are wrong, missing, too many, or have changed places with the next (optimal string alignment).
pub fn distance(left: &[char], right: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (row, letter) in left.iter().enumerate() {
        let above = &rows[row];
        let mut next = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            let mut least = changed.min(above[column + 1] + 1).min(next[column] + 1);
            if row > 0 && column > 0 && left[row - 1] == *other && *letter == right[column - 1] {
                least = least.min(rows[row - 1][column - 1] + 1);
            }
            next.push(least);
        }
        rows.push(next);
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_heard_through_and_another_word_is_not() {
        let heard = Heard::of("the polcie asked me to tranfser it, 请帮我转接人公客服");
        assert!(heard.any(&["police"]) && heard.any(&["transfer*"]) && heard.any(&["人工客服"]));
        assert!(!heard.any(&["policy holder"]) && !heard.any(&["card"]) && !heard.any(&["转账"]));
        assert!(Heard::of("Human!").only("human") && !Heard::of("human error").only("human"));
    }
}
