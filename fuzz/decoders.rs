//! Every decoder that meets what strangers send, each as a function of bytes: whatever they are, it ends, it does not
//! panic, and what it gives is what it promises. `fuzz/targets` feeds them for hours, by hand (`docs/SECURITY.md`);
//! the tests of the server feed them what was found, and some thousands of random bytes, each time.

use auth::sign_in::Pending;
use axum::http::{HeaderMap, HeaderValue, header};
use bank::payments::check_name;
use experiments::layout::{Layout, Size};
use model::{
    AccountId, AccountNumber, Alias, Bic, Currency, CustomerId, Iban, PayeeCode, PaymentId, Preferences, Problems,
    SessionKey, Timestamp, amount,
    forms::{
        AliasForm, AmountForm, AnewForm, ApproveForm, BeFoundForm, CodeForm, CodeTextForm, FilterForm, FindForm,
        ForgottenForm, Form, Lost, PayeeForm, PreferencesForm, ProofForm, ReasonForm, SignInForm,
    },
    text, time,
};
use serde::de::DeserializeOwned;

// Those of the program's own parts that are no library: whoever includes this file has them beside it.
use super::{
    addresses::{encoded, is_own_page},
    cookie, reading,
};

/// A decoder: its name, and what it does with bytes.
pub type Decoder = (&'static str, fn(&[u8]));

/// All of them.
pub const DECODERS: &[Decoder] = &[
    ("amounts", amounts),
    ("numbers", numbers),
    ("forms", forms),
    ("queries", queries),
    ("cookies", cookies),
    ("languages", languages),
    ("kept", kept),
    ("next", next),
    ("names", names),
    ("codes", codes),
    ("layouts", layouts),
];

/// Amounts as they are typed: what is read is above nothing and prints as something that reads back.
pub fn amounts(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    for currency in [Currency::Gbp, Currency::Eur, Currency::Cny] {
        if let Ok(money) = amount::parse(&typed, currency) {
            assert!(money.minor > 0, "an amount is above nothing: {typed:?}");
        }
        if let Ok(money) = amount::parse_payment(&typed, currency) {
            assert_eq!(amount::parse(&typed, currency), Ok(money), "one reading of {typed:?}");
        }
    }
}

/// Account numbers, ids and dates: what is read is written as what reads the same.
pub fn numbers(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    if let Ok(iban) = Iban::from_typed(&typed) {
        assert_eq!(Iban::from_typed(&iban.to_string()), Ok(iban));
    }
    if let Ok(bic) = Bic::from_typed(&typed) {
        assert_eq!(Bic::from_typed(&bic.to_string()), Ok(bic));
    }
    if let Ok(alias) = Alias::from_typed(&typed) {
        assert_eq!(Alias::from_typed(alias.plain()), Ok(alias.clone()));
    }
    drop(PayeeCode::from_typed(&typed));
    if let Ok(number) = AccountNumber::from_typed(&typed) {
        assert_eq!(AccountNumber::from_typed(&number.to_string()), Ok(number));
        assert_eq!(AccountNumber::from_value(number.value()), Some(number));
    }
    if let Ok(id) = typed.parse::<AccountId>() {
        assert_eq!(id.to_string(), typed, "an id has one spelling");
    }
    let _ = (typed.parse::<PaymentId>(), typed.parse::<SessionKey>(), typed.parse::<CustomerId>());
    if let Some(day) = time::parse_date(&typed) {
        assert_eq!(time::parse_date(&day.to_string()), Some(day));
    }
    let plain = text::one_line(&text::half_width(&typed));
    assert!(!plain.chars().any(char::is_control) && text::one_line(&plain) == plain);
}

/// A form as server functions read it: nested as deep as they allow, not strict.
fn form<F: DeserializeOwned>(bytes: &[u8]) -> Option<F> {
    serde_qs::Config::new(5, false).deserialize_bytes(bytes).ok()
}

fn checked<F: Form>(bytes: &[u8], context: &F::Context) {
    if let Some(form) = form::<F>(bytes) {
        drop(form.check(context));
        let kept = serde_json::to_value(form.kept()).expect("a form is JSON");
        serde_json::from_value::<F>(kept).expect("what is kept is a form again");
    }
}

/// Forms as browsers send them.
pub fn forms(bytes: &[u8]) {
    let accounts = vec![(AccountId::new(11), Currency::Gbp), (AccountId::new(12), Currency::Cny)];
    checked::<SignInForm>(bytes, &());
    checked::<CodeForm>(bytes, &());
    checked::<ForgottenForm>(bytes, &());
    for lost in Lost::ALL {
        checked::<ProofForm>(bytes, lost);
        checked::<AnewForm>(bytes, lost);
    }
    checked::<AmountForm>(bytes, &accounts);
    checked::<PayeeForm>(bytes, &());
    checked::<ApproveForm>(bytes, &());
    checked::<AliasForm>(bytes, &());
    checked::<BeFoundForm>(bytes, &vec![AccountId::new(11)]);
    checked::<CodeTextForm>(bytes, &());
    checked::<FindForm>(bytes, &());
    checked::<ReasonForm>(bytes, &());
    checked::<PreferencesForm>(bytes, &Preferences::default());
}

/// What stands behind the question mark of an account's page.
pub fn queries(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let today = time::parse_date("2026-11-22").expect("a day");
    if let Ok(asked) = serde_urlencoded::from_str::<FilterForm>(&typed) {
        let settled = asked.settled();
        assert_eq!(settled.clone().settled(), settled, "settled once is settled");
        for currency in [Currency::Gbp, Currency::Cny] {
            if let Ok(filter) = settled.check(&(today, currency)) {
                assert!(text::length(&filter.text) <= 60, "a search is short");
                assert!(filter.from.zip(filter.to).is_none_or(|(from, to)| from <= to), "days are in order");
            }
        }
    }
}

/// Cookies: a session's secret is 128 bits or none, and how somebody reads is one of few.
pub fn cookies(bytes: &[u8]) {
    let mut headers = HeaderMap::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.append(header::COOKIE, value);
        }
    }
    for secure in [true, false] {
        if let Some(secret) = cookie::find(&headers, cookie::CUSTOMER, secure) {
            assert_eq!(secret.in_cookie().len(), 32);
        }
        let cookie = cookie::value(&headers, reading::cookie_name(secure)).and_then(reading::from_cookie);
        if let Some(preferences) = cookie {
            assert!(HeaderValue::from_str(&reading::cookie(preferences, secure)).is_ok());
        }
    }
}

/// Which languages a browser asks for.
pub fn languages(bytes: &[u8]) {
    let _ = reading::accepted_language(&String::from_utf8_lossy(bytes));
}

/// What a session keeps between requests, as JSON: read, or passed over.
pub fn kept(bytes: &[u8]) {
    if let Ok(pending) = serde_json::from_slice::<Pending>(bytes) {
        let _ = pending.is_open(Timestamp::EPOCH);
        serde_json::to_string(&pending).expect("it is JSON");
    }
    if let Ok(problems) = serde_json::from_slice::<Problems>(bytes) {
        let again = serde_json::to_string(&problems).expect("it is JSON");
        serde_json::from_str::<Problems>(&again).expect("and reads back");
    }
}

/// Where a sign-in leads on to: never to another site, whatever a browser makes of the address.
pub fn next(bytes: &[u8]) {
    let path = String::from_utf8_lossy(bytes);
    if is_own_page(&path) {
        let here = url::Url::parse("https://bank.example/sign-in").expect("an address");
        let there = here.join(&path).expect("what is gone on to is an address");
        assert_eq!(there.origin(), here.origin(), "{path:?}");
        assert!(!there.path().starts_with("/do/"), "{path:?}");
        let value = HeaderValue::from_str(&path).expect("it can stand in a header");
        assert!(!value.as_bytes().contains(&b'\n'));
    }
    assert!(encoded(&path).bytes().all(|byte| byte.is_ascii_alphanumeric() || b"*-._+%".contains(&byte)));
}

/// A payee's name beside the one on the account, parted by a line's end.
pub fn names(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let (one, other) = typed.split_once('\n').unwrap_or((&typed, ""));
    let _ = check_name(one, other);
}

/// One-time codes: eight bytes of time, then what was typed.
pub fn codes(bytes: &[u8]) {
    let Some((seconds, typed)) = bytes.split_first_chunk::<8>() else { return };
    let now = Timestamp::from_micros(i64::from_be_bytes(*seconds));
    let typed = String::from_utf8_lossy(typed);
    if auth::totp::matching_step(&[7; 20], &typed, now).is_some() {
        assert!(typed.len() == 6 && typed.bytes().all(|digit| digit.is_ascii_digit()), "{typed:?}");
    }
}

/// How a page is arranged: what is read says nothing but the words that there are, and has every part once in each size.
pub fn layouts(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let layout = match Layout::parse(&typed) {
        Ok(layout) => layout,
        Err(mistake) => return assert!(mistake.line > 0 && mistake.column > 0 && !mistake.what.is_empty()),
    };
    let written = layout.canonical();
    let again = Layout::parse(&written).map(|again| again.canonical());
    assert_eq!(again.as_ref(), Ok(&written), "what is written is read as the same");
    let mut known = layout.page().kinds();
    known.extend(["page", "kind", "density", "roomy", "dense", "lines", layout.page().word()]);
    for size in Size::ALL {
        known.push(size.word());
        known.extend(size.columns());
        for kind in layout.page().kinds() {
            let times = layout.placed().iter().filter(|part| part.size == size && part.part == kind).count();
            assert_eq!(times, 1, "{kind} stands once in {written}");
        }
    }
    // In what is written every word stands between quotes, and nothing else does.
    for word in written.split('"').skip(1).step_by(2) {
        assert!(known.contains(&word), "{word:?} is no word of layouts: {written}");
    }
}
