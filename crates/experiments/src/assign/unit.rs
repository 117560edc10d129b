//! What stands for a person in an experiment.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What turns ids into units. Whoever does not have it cannot tell which customer a unit is.
#[derive(Clone)]
pub struct Secret(Hmac<Sha256>);

impl Secret {
    /// From bytes that nobody can guess.
    ///
    /// # Panics
    /// Never: HMAC takes a key of any length.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(Hmac::new_from_slice(bytes).expect("HMAC takes a key of any length"))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// The unit of the customer or browser with these bytes as its id: HMAC-SHA-256, the first 128 bits, as 32 hexadecimal
/// digits.
#[must_use]
pub fn unit(secret: &Secret, id: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut mac = secret.0.clone();
    mac.update(id);
    let whole = mac.finalize().into_bytes();
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    whole.iter().take(16).flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_the_beginning_of_the_hmac() {
        // RFC 4231, test case 2.
        assert_eq!(unit(&Secret::new(b"Jefe"), b"what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c7");
    }

    #[test]
    fn another_secret_makes_it_somebody_else() {
        assert_ne!(unit(&Secret::new(b"one"), b"maya"), unit(&Secret::new(b"two"), b"maya"));
    }
}
