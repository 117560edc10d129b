//! Addresses of ours, told from all others.

/// Whether `path` is the address of a page here that a person can be sent to: never another site, and never
/// something that is only posted to. Addresses of ours are letters, digits and hyphens: whatever a browser would first
/// have to make something else of (`//`, `..`, `%2e`, a backslash) is none.
#[must_use]
pub fn is_own_page(path: &str) -> bool {
    let (place, question) = path.split_once(['?', '#']).unwrap_or((path, ""));
    let plain = place.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_'));
    let own = place.starts_with('/') && !place.contains("//") && !place.contains("/do/");
    own && plain && path.len() <= 500 && question.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// `text` as it may stand in a query (RFC 3986 section 2.1).
#[must_use]
pub fn encoded(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).map(|pair| pair[1..].to_owned()).unwrap_or_default()
}

/// Where the bank's own people work.
pub const STAFF: &str = "/staff";

/// Whether `path` is of the pages of the bank's own people, or of what is posted to from there. A request for one has a
/// session of theirs, or none: that is decided by its address, and by nothing else.
#[must_use]
pub fn is_for_staff(path: &str) -> bool {
    let below = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    below(STAFF) || below("/do/staff")
}

/// Where somebody of the bank makes their passkey, with the `secret` of their link.
#[must_use]
pub fn enrol_address(secret: &str) -> String {
    format!("{STAFF}/enrol/{secret}")
}

#[cfg(test)]
mod tests {
    use super::is_for_staff;

    #[test]
    fn the_address_alone_says_whose_session_it_has() {
        for path in ["/staff", "/staff/", "/staff/sign-in", "/staff/customers/0abc", "/do/staff/look"] {
            assert!(is_for_staff(path), "{path}");
        }
        for path in ["/", "/staffs", "/do/staffroom", "/you/staff", "/practice/do/staff/look", "/do/sign-in"] {
            assert!(!is_for_staff(path), "{path}");
        }
    }
}
