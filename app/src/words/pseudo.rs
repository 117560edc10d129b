//! English in disguise, for finding what was never put into a message: letters with accents, two fifths longer, each
//! message between brackets. Whatever a page shows without them is a sentence in the code.

/// How much longer than English other languages can be, in tenths of the letters.
const LONGER_TENTHS: usize = 4;

/// Whether a message is read by people, rather than used to make something: an address, a pattern, a tag.
pub(super) fn is_read(key: &str) -> bool {
    let used = ["language-", "money-written", "spoken-"];
    key != "help-phone-link" && !is_currency(key) && !used.iter().any(|start| key.starts_with(start))
}

/// Whether it is the sign of a currency.
fn is_currency(key: &str) -> bool {
    let code = key.strip_prefix("sign-").map(str::to_ascii_uppercase);
    code.is_some_and(|code| code.parse::<model::Currency>().is_ok())
}

/// A text in disguise.
pub(super) fn disguised(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let mut said: String = text.chars().map(accented).collect();
    let more = letters * LONGER_TENTHS / 10;
    if more > 0 {
        let (body, space) = said.split_at(said.trim_end().len());
        said = format!("{body} {}{space}", "ø".repeat(more));
    }
    said
}

const fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'e' => 'é',
        'i' => 'ï',
        'n' => 'ñ',
        'o' => 'ö',
        's' => 'š',
        'u' => 'ü',
        'y' => 'ý',
        'A' => 'Å',
        'E' => 'É',
        'O' => 'Ø',
        'S' => 'Š',
        'U' => 'Ü',
        'Y' => 'Ý',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disguise_is_longer_and_still_legible() {
        let said = disguised("Sign in to go on");
        assert!(said.starts_with("Šïgñ ïñ tö gö öñ "), "{said}");
        assert!(said.chars().count() >= "Sign in to go on".len() * 13 / 10);
        assert_eq!(disguised(", "), ", ");
    }

    #[test]
    fn addresses_and_patterns_are_left_alone() {
        for key in ["help-phone-link", "language-tag", "money-written", "sign-gbp"] {
            assert!(!is_read(key), "{key}");
        }
        for key in ["sign-in-title", "sign-out", "help-phone", "today"] {
            assert!(is_read(key), "{key}");
        }
    }
}
