//! What names a layout for ever: its content.

use std::fmt;

use sha2::{Digest, Sha256};

use super::Layout;

/// SHA-256 of a layout's canonical form. Two files that say the same have the same; a layout that was changed has
/// another, so what was approved is what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address([u8; 32]);

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl Layout {
    /// The layout as JSON without spaces, its fields in the order of the vocabulary, without what is usual anyway: a
    /// field that the vocabulary gets later changes no address.
    ///
    /// # Panics
    /// Never: a layout is words and numbers.
    #[must_use]
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).expect("a layout is words and numbers")
    }

    /// What names it.
    #[must_use]
    pub fn address(&self) -> Address {
        Address(Sha256::digest(self.canonical()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROL: &str = include_str!("../../../../layouts/home/control.json");

    #[test]
    fn what_says_the_same_has_the_same_address() {
        let control = Layout::parse(CONTROL).unwrap();
        let usual = CONTROL.replacen(r#""latest""#, r#""latest", "density": "roomy""#, 1);
        assert_eq!(Layout::parse(&usual).unwrap().address(), control.address());
        let dense = CONTROL.replacen(r#""latest""#, r#""latest", "density": "dense""#, 1);
        assert_ne!(Layout::parse(&dense).unwrap().address(), control.address());
    }

    #[test]
    fn an_address_stays_what_it_is() {
        let address = Layout::parse(CONTROL).unwrap().address().to_string();
        assert_eq!(address, "2f9bce42de455b4f456321e2fca2f9abddcf64e5eef26afaf5557261ae413678");
    }
}
