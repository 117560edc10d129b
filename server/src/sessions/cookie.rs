//! The cookie with the secret of a session.

use std::fmt::{self, Write};

use axum::http::{HeaderMap, HeaderValue, header};
use bank::Rng;

/// What a cookie is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Over TLS: the prefix makes browsers refuse it without `Secure`, with a `Domain`, or with another path (RFC 6265bis
    /// section 4.1.3.2), so no other host can plant it.
    secure: &'static str,
    /// Over plain HTTP on this machine, where no browser would keep the other.
    plain: &'static str,
}

/// The cookie of a customer's session.
pub const CUSTOMER: Name = Name { secure: "__Host-banyan", plain: "banyan-demo" };
/// The cookie of a session of somebody of the bank.
pub const STAFF: Name = Name { secure: "__Host-banyan-staff", plain: "banyan-demo-staff" };

impl Name {
    const fn of(self, secure: bool) -> &'static str {
        if secure { self.secure } else { self.plain }
    }
}

/// 128 bits that nobody can guess. Shows nothing of itself when it is logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 16]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A new one.
    #[must_use]
    pub fn new(rng: &dyn Rng) -> Self {
        let mut bytes = [0; 16];
        rng.fill(&mut bytes);
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 32 {
            return None;
        }
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (nibble(pair[0])? << 4) | nibble(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// What stands in the cookie: 32 hexadecimal digits.
    #[must_use]
    pub fn in_cookie(&self) -> String {
        self.0.iter().fold(String::with_capacity(32), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// The value of the cookie `wanted` among these headers.
pub fn value<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    pairs.flat_map(|line| line.split("; ")).find_map(|pair| pair.strip_prefix(wanted)?.strip_prefix('='))
}

/// The secret in the cookie, if there is one that could be.
#[must_use]
pub fn find(headers: &HeaderMap, name: Name, secure: bool) -> Option<Secret> {
    value(headers, name.of(secure)).and_then(Secret::from_hex)
}

/// The header that hands `secret` to the browser, until it is closed.
pub(super) fn set(secret: &Secret, name: Name, secure: bool) -> HeaderValue {
    header_value(&secret.in_cookie(), name, secure, "")
}

/// The header that takes it away.
pub(super) fn forget(name: Name, secure: bool) -> HeaderValue {
    header_value("", name, secure, "; Max-Age=0")
}

fn header_value(value: &str, name: Name, secure: bool, end: &str) -> HeaderValue {
    let only_tls = if secure { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{only_tls}{end}", name.of(secure));
    HeaderValue::from_str(&cookie).expect("letters, digits and marks only")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;

    impl Rng for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.iter_mut().zip(0xf0..=0xff).for_each(|(byte, value)| *byte = value);
        }
    }

    #[test]
    fn what_is_handed_out_is_found_again() {
        let secret = Secret::new(&Counting);
        for (name, other, secure) in
            [(CUSTOMER, STAFF, true), (CUSTOMER, STAFF, false), (STAFF, CUSTOMER, true), (STAFF, CUSTOMER, false)]
        {
            let cookie = set(&secret, name, secure);
            let pair = cookie.to_str().expect("ASCII").split(';').next().expect("a pair").to_owned();
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, format!("a=b; {pair}; c=d").parse().expect("a header"));
            assert_eq!(find(&headers, name, secure), Some(secret.clone()));
            assert_eq!(find(&headers, name, !secure), None);
            assert_eq!(find(&headers, other, secure), None, "one is never taken for the other");
        }
    }

    #[test]
    fn nothing_else_is_taken_for_a_secret() {
        for odd in ["", "f0", "F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF", "g0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", &"0".repeat(33)] {
            assert_eq!(Secret::from_hex(odd), None, "{odd}");
        }
    }

    #[test]
    fn the_cookie_is_marked() {
        let secure = set(&Secret::new(&Counting), CUSTOMER, true);
        let secure = secure.to_str().expect("ASCII");
        assert!(secure.starts_with("__Host-banyan=") && secure.contains("; Path=/; HttpOnly; SameSite=Lax; Secure"));
        assert!(!format!("{:?}", Secret::new(&Counting)).contains("f0"));
    }
}
