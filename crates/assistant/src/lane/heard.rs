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
            return !self.han.is_empty() && self.has_han(&phrase.chars().map(sound).collect::<Vec<char>>());
        }
        let meant = phrase.split(' ');
        self.words
            .windows(meant.clone().count())
            .any(|part| part.iter().zip(meant.clone()).all(|(word, meant)| reads(word, meant)))
    }

    fn has_han(&self, phrase: &[char]) -> bool {
        self.han.windows(phrase.len()).any(|part| part == phrase) || self.nearly(phrase)
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
    if !begins_alike(word, letters(meant)) {
        return false;
    }
    let (stem, open): (Vec<char>, bool) = (letters(meant).collect(), meant.ends_with('*'));
    if word == stem || (open && word.starts_with(&stem)) {
        return true;
    }
    if stem.len() == SWAPPED && !open {
        return is_swapped(word, &stem);
    }
    let errors = usize::from(stem.len() >= ONE_ERROR) + usize::from(stem.len() >= TWO_ERRORS);
    if errors == 0 {
        return false;
    }
    if !open {
        return word.len().abs_diff(stem.len()) <= errors && distance(word, &stem) <= errors;
    }
    let longest = (stem.len() + errors).min(word.len());
    (stem.len() - errors..=longest).any(|length| distance(&word[..length], &stem) <= errors)
}

/// The letters of a word of a phrase, as they stand in [`Heard`].
fn letters(meant: &str) -> impl Iterator<Item = char> {
    meant.trim_end_matches('*').chars().filter(|character| *character != '\'')
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

/// Whether the first letter is there, be it in the second place: most words are done with here, before anything is kept.
fn begins_alike(word: &[char], mut stem: impl Iterator<Item = char>) -> bool {
    let (first, second) = (stem.next(), stem.next());
    let word = |place: usize| word.get(place).copied();
    word(0) == first || word(0) == second || word(1) == first
}

/// How many letters are wrong, missing, too many, or have changed places with the next (optimal string alignment).
pub fn distance(left: &[char], right: &[char]) -> usize {
    let mut before = vec![0; right.len() + 1];
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut next = before.clone();
    for (row, letter) in left.iter().enumerate() {
        next[0] = row + 1;
        for (column, other) in right.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            let mut least = changed.min(above[column + 1] + 1).min(next[column] + 1);
            if row > 0 && column > 0 && left[row - 1] == *other && *letter == right[column - 1] {
                least = least.min(before[column - 1] + 1);
            }
            next[column + 1] = least;
        }
        (before, above, next) = (above, next, before);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_heard_through_and_another_word_is_not() {
        let heard = Heard::of("the polcie asked me to tranfser it, 请帮我转接人公客服");
        assert!(heard.any(&["police"]) && heard.any(&["transfer*"]) && heard.any(&["人工客服"]));
        assert!(!heard.any(&["policy holder"]) && !heard.any(&["card"]) && !heard.any(&["转账"]));
        assert!(!heard.any(&["polar*"]) && !heard.any(&["转接客服"]));
        assert!(Heard::of("Human!").only("human") && !Heard::of("human error").only("human"));
    }
    #[test]
    fn slips_are_counted() {
        let between =
            |left: &str, right: &str| distance(&left.chars().collect::<Vec<_>>(), &right.chars().collect::<Vec<_>>());
        for (word, slips) in
            [("police", 0), ("polcie", 1), ("polce", 1), ("poolice", 1), ("opilce", 2), ("bolcie", 2), ("", 6)]
        {
            assert_eq!((between(word, "police"), between("police", word)), (slips, slips), "{word}");
        }
    }
}
