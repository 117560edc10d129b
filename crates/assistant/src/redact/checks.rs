//! The sums that tell a number that means something from any other.

/// Whether `digits` are a card number: its last digit is the check digit of the others (ISO/IEC 7812-1, Luhn).
pub fn is_card(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, factor)| u32::from(digit - b'0') * factor)
        .map(|product| if product > 9 { product - 9 } else { product })
        .sum();
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

/// Whether `text`, capital letters and digits, is an IBAN (ISO 13616, the remainder by 97 is one).
pub fn is_iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else { return false };
    let starts =
        head.bytes().zip([true, true, false, false]).all(|(byte, letter)| byte.is_ascii_alphabetic() == letter);
    let rest = tail.bytes().chain(head.bytes()).try_fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => Some((rest * 10 + u32::from(byte - b'0')) % 97),
        b'A'..=b'Z' => Some((rest * 100 + u32::from(byte - b'A') + 10) % 97),
        _ => None,
    });
    (15..=34).contains(&text.len()) && starts && rest == Some(1)
}

/// Whether `text` is the number of a Chinese resident: seventeen digits and a check character (GB 11643-1999, ISO 7064
/// MOD 11-2).
pub fn is_resident(text: &str) -> bool {
    let Some((digits, check)) = text.split_at_checked(17) else { return false };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let rest = digits.bytes().fold(0_u32, |rest, byte| (rest + u32::from(byte - b'0')) * 2 % 11);
    let expected = (12 - rest) % 11;
    if expected == 10 { check == "X" } else { check == expected.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_made_for_testing_are_known_and_their_neighbours_are_not() {
        for (check, right, wrong) in [
            (is_card as fn(&str) -> bool, "4111111111111111", "4111111111111112"),
            (is_iban, "GB82WEST12345698765432", "GB82WEST12345698765423"),
            (is_resident, "11010519491231002X", "110105194912310021"),
            (is_resident, "440524188001010014", "440524188001010041"),
        ] {
            assert!(check(right), "{right}");
            assert!(!check(wrong), "{wrong}");
        }
    }
}
