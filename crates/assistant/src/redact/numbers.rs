//! Secrets that are digits, told by their length and their sums.

use super::{
    Found, Secret,
    checks::{is_card, is_iban, is_resident},
    secrets::speaks_of_codes,
};

/// From how many digits on a number is taken out whatever it is.
const LONG: usize = 12;

/// Digits that stand together, and where.
struct Group {
    start: usize,
    digits: String,
}

impl Group {
    const fn end(&self) -> usize {
        self.start + self.digits.len()
    }
}

/// Every secret number.
pub fn numbers(plain: &[char]) -> Vec<Found> {
    let codes = speaks_of_codes(plain);
    let mut found = Vec::new();
    for run in runs(plain) {
        let mut rest = run.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let many = joined(plain, rest);
            if let Some((count, secret)) = many {
                let last = &rest[count - 1];
                let resident = usize::from(secret == Secret::Resident && plain.get(last.end()) == Some(&'x'));
                let plus = usize::from(secret == Secret::Phone && first.start > 0 && plain[first.start - 1] == '+');
                found.push((first.start - plus..last.end() + resident, secret));
                rest = &rest[count..];
                continue;
            }
            if (codes && is_code(plain, first)) || is_alone(plain, first) {
                found.push((first.start..first.end(), Secret::Code));
            }
            rest = others;
        }
    }
    found
}

/// How many of the first groups make one secret, and which.
fn joined(plain: &[char], groups: &[Group]) -> Option<(usize, Secret)> {
    let whole = |count: usize| groups[..count].iter().map(|group| group.digits.as_str()).collect::<String>();
    let counts = (1..=groups.len().min(8)).rev();
    let first = |test: &dyn Fn(&str, usize) -> bool| counts.clone().find(|&count| test(&whole(count), count));
    let resident = |digits: &str, count: usize| {
        let check = plain.get(groups[count - 1].end()).filter(|character| **character == 'x').map_or("", |_| "X");
        is_resident(&format!("{digits}{check}"))
    };
    if let Some(count) = first(&resident) {
        return Some((count, Secret::Resident));
    }
    if let Some(count) = first(&|digits, _| is_card(digits)) {
        return Some((count, Secret::Card));
    }
    let international = groups[0].start > 0 && plain[groups[0].start - 1] == '+';
    if let Some(count) = first(&|digits, _| is_phone(digits, international)) {
        return Some((count, Secret::Phone));
    }
    // Three groups that are a day, or an amount and a year, are shorter than this.
    first(&|digits, _| digits.len() >= LONG).map(|count| (count, Secret::Number))
}

/// A Chinese mobile number, a British one or one of a town, or any with its country in front (ITU-T E.164).
fn is_phone(digits: &str, international: bool) -> bool {
    let domestic = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let chinese = domestic.len() == 11 && domestic.starts_with('1') && !domestic[1..].starts_with(['0', '1', '2']);
    let british = digits.starts_with('0') && (10..=11).contains(&digits.len());
    chinese || british || (international && (8..=15).contains(&digits.len()))
}

/// Whether digits may be a code: where codes are spoken of, and no money, day or hour beside them says otherwise.
fn is_code(plain: &[char], group: &Group) -> bool {
    let before = group.start.checked_sub(1).map(|at| plain[at]);
    let after = plain[group.end()..].iter().find(|character| **character != ' ');
    (3..=8).contains(&group.digits.len())
        && !matches!(before, Some('£' | '$' | '€' | '¥' | ',' | '.' | '/' | ':'))
        && !matches!(after, Some('£' | '€' | '元' | '块' | '万' | '年' | '月' | '日' | '号' | '%' | '/' | ':'))
}

/// Six digits and nothing else: the answer to a question for a code, which this bank never asks here.
fn is_alone(plain: &[char], group: &Group) -> bool {
    group.digits.len() == 6 && plain.iter().filter(|character| character.is_alphanumeric()).count() == 6
}

/// Digits in groups, the groups parted by one space, hyphen or point at most.
fn runs(plain: &[char]) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    for (at, character) in plain.iter().enumerate().filter(|(_, character)| character.is_ascii_digit()) {
        if let Some(run) = runs.last_mut()
            && let Some(group) = run.last_mut()
        {
            if group.end() == at {
                group.digits.push(*character);
                continue;
            }
            if group.end() + 1 == at && matches!(plain[at - 1], ' ' | '-' | '.') {
                run.push(Group { start: at, digits: character.to_string() });
                continue;
            }
        }
        runs.push(vec![Group { start: at, digits: character.to_string() }]);
    }
    runs
}

/// Every IBAN, in groups or not.
pub fn ibans(plain: &[char]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for start in 0..plain.len() {
        let begins = start == 0 || !plain[start - 1].is_ascii_alphanumeric();
        if begins && plain[start].is_ascii_lowercase() && found.last().is_none_or(|(span, _)| span.end <= start) {
            found.extend(iban_at(plain, start).map(|end| (start..end, Secret::Iban)));
        }
    }
    found
}

/// Where the longest IBAN that begins at `start` ends.
fn iban_at(plain: &[char], start: usize) -> Option<usize> {
    let (mut text, mut longest) = (String::new(), None);
    for (at, character) in plain.iter().enumerate().skip(start) {
        match character {
            letter if letter.is_ascii_alphanumeric() => text.push(letter.to_ascii_uppercase()),
            ' ' | '-' => continue,
            _ => break,
        }
        if text.len() > 34 {
            break;
        }
        let ends = plain.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric());
        if ends && is_iban(&text) {
            longest = Some(at + 1);
        }
    }
    longest
}
