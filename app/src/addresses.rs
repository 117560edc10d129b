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
