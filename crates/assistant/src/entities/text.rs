//! An utterance as the grammar reads it: characters made plain one by one, so that places stay the same.

use std::ops::Range;

use crate::normalise::{han::simplified, is_han};

/// How many characters are read. Nobody names anything after that.
const MOST_CHARACTERS: usize = 1_000;

/// A text by its characters.
pub struct Text {
    /// As it was written.
    pub shown: Vec<char>,
    /// Small, half-width, in Simplified characters.
    pub plain: Vec<char>,
    /// Where each character begins, and where the last one ends.
    bytes: Vec<usize>,
    /// The words, in their order.
    pub words: Vec<Word>,
    /// Whether something was found there.
    taken: Vec<bool>,
}

/// A word of letters and digits, or digits alone; never Chinese.
pub struct Word {
    /// Its characters.
    pub span: Range<usize>,
    /// Its plain text without apostrophes.
    pub text: String,
}

impl Text {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let (mut shown, mut bytes) = (Vec::new(), Vec::new());
        for (at, character) in text.char_indices().take(MOST_CHARACTERS) {
            bytes.push(at);
            shown.push(character);
        }
        bytes.push(bytes.last().zip(shown.last()).map_or(0, |(at, last)| at + last.len_utf8()));
        let plain: Vec<char> = shown.iter().map(|character| plain(*character)).collect();
        let words = words(&plain);
        let taken = vec![false; shown.len()];
        Self { shown, plain, bytes, words, taken }
    }

    /// The bytes of a span of characters.
    pub fn bytes(&self, span: &Range<usize>) -> Range<usize> {
        self.bytes[span.start]..self.bytes[span.end]
    }

    /// What was written there.
    pub fn written(&self, span: &Range<usize>) -> String {
        self.shown[span.clone()].iter().collect()
    }

    /// Whether a phrase stands at a place; one of letters only as words of their own.
    pub fn has(&self, at: usize, phrase: &str) -> Option<usize> {
        let end = at + phrase.chars().count();
        let same = self.plain.get(at..end)?.iter().copied().eq(phrase.chars());
        let whole = phrase.starts_with(is_han) || (self.is_edge(at) && self.is_edge(end));
        (same && whole).then_some(end)
    }

    /// The end of the first of some phrases that stands at a place: the longest have to come first.
    pub fn first(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.has(at, phrase))
    }

    /// Whether a phrase ends just before a place, spaces aside.
    pub fn follows(&self, at: usize, phrases: &[&str]) -> bool {
        let spaces = self.plain[..at].iter().rev().take_while(|character| character.is_whitespace()).count();
        phrases.iter().any(|phrase| {
            (at - spaces).checked_sub(phrase.chars().count()).is_some_and(|start| self.has(start, phrase).is_some())
        })
    }

    /// Whether no word goes through a place.
    pub fn is_edge(&self, at: usize) -> bool {
        let letter =
            |at: usize| self.plain.get(at).is_some_and(|character| character.is_alphanumeric() && !is_han(*character));
        at == 0 || !(letter(at - 1) && letter(at))
    }

    /// The next place after spaces.
    pub fn after_spaces(&self, at: usize) -> usize {
        at + self.plain[at.min(self.plain.len())..].iter().take_while(|character| **character == ' ').count()
    }

    /// The word that begins at a place.
    pub fn word_at(&self, at: usize) -> Option<usize> {
        self.words.iter().position(|word| word.span.start == at)
    }

    /// Whether nothing was found in a span.
    pub fn is_free(&self, span: &Range<usize>) -> bool {
        !self.taken[span.clone()].contains(&true)
    }

    /// Marks a span as found.
    pub fn take(&mut self, span: &Range<usize>) {
        self.taken[span.clone()].fill(true);
    }

    /// Whether something was found at a place.
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(false)
    }

    /// The plain text of a word; nothing where there is none.
    pub fn word(&self, number: usize) -> &str {
        self.words.get(number).map_or("", |word| word.text.as_str())
    }

    /// Whether two words stand beside one another, with spaces or a hyphen between them.
    pub fn are_beside(&self, left: usize, right: usize) -> bool {
        let (Some(left), Some(right)) = (self.words.get(left), self.words.get(right)) else { return false };
        self.plain[left.span.end..right.span.start].iter().all(|between| matches!(between, ' ' | '-'))
    }
}

/// The usual form of one character.
fn plain(character: char) -> char {
    let usual = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '￥' => '¥',
        '￡' => '£',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    };
    // A small letter that is two characters would move every place after it.
    let mut small = usual.to_lowercase();
    let first = small.next().unwrap_or(usual);
    simplified(if small.next().is_some() { usual } else { first })
}

fn words(plain: &[char]) -> Vec<Word> {
    let part = |character: char| (character.is_alphanumeric() || character == '\'') && !is_han(character);
    let mut words: Vec<Word> = Vec::new();
    for (at, &character) in plain.iter().enumerate().filter(|(_, character)| part(**character)) {
        match words.last_mut() {
            Some(word) if word.span.end == at => {
                word.span.end = at + 1;
                word.text.extend((character != '\'').then_some(character));
            }
            _ if character != '\'' => words.push(Word { span: at..at + 1, text: character.to_string() }),
            _ => {}
        }
    }
    words
}
