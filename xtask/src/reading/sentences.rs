//! Sentences, and the words in them.

use std::fmt;

use crate::locales::GAP;

/// How many characters of Chinese stand for something that is put in: a short name, an amount.
const GAP_CHARACTERS: usize = 4;

/// A sentence, or a label that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The message it is of.
    pub key: String,
    text: String,
    /// Whether it ends as a sentence does, and has a word of ours. Labels and headings are short, but they are no proof
    /// of easy prose.
    pub whole: bool,
}

/// The sentences of a text.
pub fn of(key: &str, text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (sentence, after, whole) = match end(rest) {
            Some(end) => (&rest[..end], rest[end..].trim_start(), true),
            None => (rest, "", false),
        };
        // A closing mark alone is no sentence.
        if sentence.chars().any(|c| c.is_alphanumeric() || c == GAP) {
            let whole = whole && sentence.chars().any(char::is_alphabetic);
            found.push(Sentence { key: key.to_owned(), text: sentence.to_owned(), whole });
        }
        rest = after;
    }
    found
}

/// Where the first sentence ends: after its mark, and not at the point of 12.50.
fn end(text: &str) -> Option<usize> {
    let marks = text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '\n'));
    marks.map(|(at, mark)| (at + mark.len_utf8(), mark)).find_map(|(after, mark)| {
        let next = text[after..].chars().next();
        let chinese = matches!(mark, '。' | '！' | '？' | '\n');
        (chinese || next.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | ')' | '»'))).then_some(after)
    })
}

impl Sentence {
    /// Its words: runs of letters and digits, with what is put in as one of them.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_whitespace().filter(|word| word.chars().any(|c| c.is_alphanumeric() || c == GAP))
    }

    /// How many characters a Chinese reader sees, the marks among them.
    pub fn characters(&self) -> usize {
        let seen = self.text.chars().filter(|c| !c.is_whitespace());
        seen.map(|c| if c == GAP { GAP_CHARACTERS } else { 1 }).sum()
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”", self.text.replace(GAP, "…"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(String, bool)> {
        of("key", text).into_iter().map(|sentence| (sentence.text, sentence.whole)).collect()
    }

    #[test]
    fn a_text_is_told_sentence_by_sentence() {
        let whole = |text: &str| (text.to_owned(), true);
        assert_eq!(
            texts("Put 12.50. Is it right? Yes"),
            [whole("Put 12.50."), whole("Is it right?"), ("Yes".to_owned(), false)]
        );
        assert_eq!(texts("请等一下。再试。"), [whole("请等一下。"), whole("再试。")]);
        assert_eq!(texts(""), []);
    }

    #[test]
    fn what_is_put_in_counts_as_a_word_or_a_few_characters() {
        let sentence = &of("key", &format!("Pay {GAP} to them – now."))[0];
        assert_eq!(sentence.words().count(), 5);
        assert_eq!(of("key", &format!("转给{GAP}。"))[0].characters(), 7);
    }
}
