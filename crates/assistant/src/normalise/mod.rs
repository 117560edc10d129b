//! One spelling for what is written in many ways.

pub(crate) mod han;

use unicode_normalization::UnicodeNormalization;

/// An utterance as the classifier and the rules read it: compatibility forms (full width among them) as the usual ones
/// (Unicode NFKC), small letters, Traditional characters as Simplified ones, curly apostrophes straight, no invisible
/// characters.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkc().filter(|character| !is_invisible(*character)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Whether this is a Chinese character (the unified ideographs of the first planes and the compatibility ones).
#[must_use]
pub const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

fn plain(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => '\'',
        other => han::simplified(other),
    }
}

/// Joiners, marks of direction and the like: two words that look the same are the same.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_in_many_spellings() {
        assert_eq!(fold("Ｗｈｅｒｅ’s my ＣＡＲＤ"), "where's my card");
        assert_eq!(fold("請幫我凍結銀行卡，轉賬給張偉"), "请帮我冻结银行卡,转账给张伟");
        assert_eq!(fold("pass\u{200b}word"), "password");
    }
}
