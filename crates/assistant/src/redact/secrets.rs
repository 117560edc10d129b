//! Secrets that only the words beside them give away.

use super::{Found, Secret};

/// What is said before a password.
const PASSWORDS: &[&str] = &["password", "passwort", "passcode", "passphrase", "pwd", "pin", "密码", "密碼", "口令"];

/// What stands between that and the password.
const LINKS: &[&str] = &["is", "was", "=", ":", "：", "是", "为", "為", "就是"];

/// What is said where a password is spoken of and none is told.
const NONE_TOLD: &[&str] = &[
    "a",
    "already",
    "always",
    "being",
    "blocked",
    "broken",
    "compromised",
    "correct",
    "expired",
    "forgotten",
    "gone",
    "in",
    "incorrect",
    "invalid",
    "known",
    "locked",
    "lost",
    "missing",
    "never",
    "no",
    "not",
    "on",
    "right",
    "safe",
    "still",
    "stolen",
    "stuck",
    "that",
    "the",
    "too",
    "unknown",
    "what",
    "working",
    "wrong",
];

/// What makes a short number a code.
const CODES: &[&str] = &[
    "code",
    "otp",
    "one-time",
    "one time",
    "pin",
    "cvv",
    "cvc",
    "passcode",
    "security number",
    "token",
    "验证码",
    "驗證碼",
    "密码",
    "密碼",
    "动态码",
    "動態碼",
    "口令",
    "校验码",
    "安全码",
];

/// Every password that is told.
pub fn passwords(plain: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..plain.len() {
        let Some(word) = PASSWORDS.iter().find(|word| stands_at(plain, at, word)) else { continue };
        let after = skip_spaces(plain, at + word.chars().count());
        let Some(link) = LINKS.iter().filter(|link| stands_at(plain, after, link)).max_by_key(|link| link.len()) else {
            continue;
        };
        let mut start = skip_spaces(plain, after + link.chars().count());
        // "password is: …" has two.
        if plain.get(start) == Some(&':') {
            start = skip_spaces(plain, start + 1);
        }
        let chinese = !word.is_ascii();
        let length = plain[start..]
            .iter()
            .take_while(|character| if chinese { character.is_ascii_graphic() } else { is_part(**character) })
            .count();
        let told: String = plain[start..start + length].iter().collect();
        let bare = told.trim_end_matches(['.', ',', '?', '!']);
        if length > 0 && !NONE_TOLD.contains(&bare) && !told.starts_with('[') {
            found.push((start..start + length, Secret::Password));
        }
    }
    found
}

/// Whether codes are spoken of.
pub fn speaks_of_codes(plain: &[char]) -> bool {
    (0..plain.len()).any(|at| CODES.iter().any(|word| stands_at(plain, at, word)))
}

const fn is_part(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '，' | '。' | '；' | '！' | '？')
}

fn skip_spaces(plain: &[char], from: usize) -> usize {
    from + plain[from.min(plain.len())..].iter().take_while(|character| character.is_whitespace()).count()
}

/// Whether `word` stands at a place, as a word of its own where it is one of letters.
fn stands_at(plain: &[char], at: usize, word: &str) -> bool {
    let end = at + word.chars().count();
    let same = plain.get(at..end).is_some_and(|part| part.iter().copied().eq(word.chars()));
    let letters = word.starts_with(|first: char| first.is_ascii_alphabetic());
    let apart = |neighbour: Option<&char>| neighbour.is_none_or(|neighbour| !neighbour.is_ascii_alphanumeric());
    same && (!letters || (apart(at.checked_sub(1).and_then(|before| plain.get(before))) && apart(plain.get(end))))
}
