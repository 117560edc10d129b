//! Numbers that are read aloud and compared, not counted.

use std::fmt::Display;

/// An id in groups of four: "01ab 23cd 45ef g". Thirteen letters in a row are lost halfway.
#[must_use]
pub fn in_fours(id: impl Display) -> String {
    let mut text = String::with_capacity(16);
    for (at, letter) in id.to_string().chars().enumerate() {
        if at > 0 && at.is_multiple_of(4) {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}
