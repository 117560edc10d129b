//! Which addresses are practice. A request speaks to the play bank because of its address, and for no other reason: no
//! switch in a session could be forgotten, and a page says in its address what it is.

/// Where the lessons are.
pub const LESSONS: &str = "/practice";
/// Where the pages of the bank are, on play money: `/practice/bank/pay` is to the play bank what `/pay` is to the real
/// one.
pub const BANK: &str = "/practice/bank";
/// What marks a link of the play bank that leads out of it on purpose.
pub const EXIT: &str = "data-leaves-practice";

/// The parts of the site that have nothing to do with money, by the beginning of their path: a page of the play bank
/// leads to them as every page does. Whatever is not here leads to the play bank, and to nothing where that does not
/// know it: a place that was forgotten in this list can confuse, and cannot move real money.
const SHARED: [&str; 16] = [
    "practice",
    "you",
    "help",
    "sign-in",
    "freeze",
    "recover",
    "staff",
    "design",
    "workshop",
    "pkg",
    "favicon.svg",
    "health",
    "offline",
    "keep.js",
    "sw.js",
    "shortcuts.js",
];
/// The actions that have nothing to do with money, in the same way.
const SHARED_ACTIONS: [&str; 5] = ["/do/preferences", "/do/sign-out", "/do/feedback", "/do/session/", "/do/help/"];

/// What a request speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The real bank.
    Real,
    /// Practice: a page about the lessons.
    Lessons,
    /// Practice: a page of the bank itself, on play money.
    Bank,
}

/// What a request for `path` speaks to.
#[must_use]
pub fn side(path: &str) -> Side {
    if is_below(path, BANK) {
        Side::Bank
    } else if is_below(path, LESSONS) {
        Side::Lessons
    } else {
        Side::Real
    }
}

fn is_below(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path within the play bank of an address of it.
#[must_use]
pub fn inner(path: &str) -> &str {
    match path.strip_prefix(BANK) {
        Some("") => "/",
        Some(rest) => rest,
        None => path,
    }
}

/// The address of `path` of the play bank. Where it leads to something shared, or is an address already, it stays.
#[must_use]
pub fn outer(path: &str) -> String {
    if !path.starts_with('/') || path.starts_with("//") || is_shared(path) {
        return path.to_owned();
    }
    match path.strip_prefix('/') {
        // The first page of the play bank has no slash at its end.
        Some(rest) if rest.is_empty() || rest.starts_with(['?', '#']) => format!("{BANK}{rest}"),
        _ => format!("{BANK}{path}"),
    }
}

/// Whether `path` has nothing to do with money, so that practice and the real bank share it.
#[must_use]
pub fn is_shared(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if path.starts_with("/do/") {
        return SHARED_ACTIONS.iter().any(|shared| match shared.strip_suffix('/') {
            Some(_) => path.starts_with(shared),
            None => path == *shared,
        });
    }
    let first = path.strip_prefix('/').unwrap_or(path).split('/').next().unwrap_or_default();
    SHARED.contains(&first)
}

/// Whether `path` is only posted to.
#[must_use]
pub fn is_action(path: &str) -> bool {
    let path = path.strip_prefix(BANK).or_else(|| path.strip_prefix(LESSONS)).unwrap_or(path);
    path.starts_with("/do/")
}

/// The attributes that hold an address.
const ADDRESSES: [&str; 3] = [" href=", " action=", " formaction="];

/// A page of the bank as a page of the play bank: every address in it leads to the play bank, save what is shared.
///
/// `html` is as our own renderer writes it: a value stands between double quotes, and holds none itself.
#[must_use]
pub fn lead(html: &str) -> String {
    let mut led = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, from_tag) = rest.split_at(start);
        let (tag, after) = from_tag.split_at(end_of_tag(from_tag));
        led.push_str(text);
        if tag.contains(EXIT) {
            led.push_str(tag);
        } else {
            lead_tag(tag, &mut led);
        }
        rest = after;
    }
    led.push_str(rest);
    led
}

/// Where the tag ends that `html` begins with: behind the first `>` that stands in no value.
fn end_of_tag(html: &str) -> usize {
    let mut in_value = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => in_value = !in_value,
            b'>' if !in_value => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn lead_tag(tag: &str, led: &mut String) {
    let mut before = "";
    for (at, piece) in tag.split('"').enumerate() {
        if at > 0 {
            led.push('"');
        }
        // Every other piece is a value, and the one before it ends with its name.
        if at % 2 == 1 && ADDRESSES.iter().any(|name| before.ends_with(name)) {
            led.push_str(&outer(piece));
        } else {
            led.push_str(piece);
        }
        before = piece;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_alone_says_which_bank_it_is() {
        for path in ["/", "/pay", "/practices", "/practicebank", "/do/pay/start", "/payments/practice", "/you/practice"]
        {
            assert_eq!(side(path), Side::Real, "{path}");
        }
        for path in ["/practice", "/practice/", "/practice/banks", "/practice/lessons/scams", "/practice/do/reset"] {
            assert_eq!(side(path), Side::Lessons, "{path}");
        }
        for path in ["/practice/bank", "/practice/bank/", "/practice/bank/do/pay/approve"] {
            assert_eq!(side(path), Side::Bank, "{path}");
        }
    }

    #[test]
    fn going_in_and_out_is_the_same_way() {
        for path in ["/", "/pay", "/pay/7/amount", "/accounts/7?text=a", "/do/pay/start"] {
            let address = outer(path);
            assert_eq!(side(&address), Side::Bank, "{path}");
            assert_eq!(inner(&address), path);
            assert_eq!(outer(&address), address, "it is led there once");
        }
        assert_eq!((outer("/").as_str(), outer("/?a=1").as_str()), (BANK, "/practice/bank?a=1"));
    }

    #[test]
    fn what_a_page_leads_to_is_play_unless_it_is_known_to_be_shared() {
        let page = r#"<a href="/" class="x">a</a><form method="post" action="/do/pay/approve"><a href="/tomorrow">"#;
        let led = r#"<a href="/practice/bank" class="x">a</a><form method="post" action="/practice/bank/do/pay/approve"><a href="/practice/bank/tomorrow">"#;
        assert_eq!(lead(page), led);
        for shared in [
            r#"<a href="/you/security">"#,
            r#"<form action="/do/sign-out">"#,
            r#"<a href="tel:+44">"#,
            r##"<a href="#main">"##,
            r#"<a href="//elsewhere.example/">"#,
            r#"<a data-leaves-practice href="/">"#,
            r#"<input value="/pay">"#,
        ] {
            assert_eq!(lead(shared), shared);
        }
    }

    #[test]
    fn what_somebody_typed_is_never_taken_for_an_address() {
        for typed in [
            r#"<p>write href="/pay" here</p>"#,
            r#"<p title="a > b href=/pay">x</p>"#,
            r#"<input value="&lt;a href=&quot;/pay&quot;&gt;">"#,
            r#"<!----> a > b "<!>"#,
            "<",
            "",
        ] {
            assert_eq!(lead(typed), typed);
        }
    }
}
