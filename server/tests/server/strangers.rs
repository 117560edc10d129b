//! Those who try to be somebody else: by guessing, by listening for a difference, by planting a session.

use axum::http::StatusCode;

use crate::{
    browser::{Browser, Page},
    figures,
    test_bank::{ANN, PASSWORD, TestBank},
};

/// What may be looked at under one name in a quarter of an hour.
const LOOKED_AT: u32 = 5;

/// Sends a name, a password and a code from one of many addresses; whether the pair was looked at at all.
async fn guess(bank: &TestBank, nth: u32, username: &str, password: &str) -> bool {
    let mut browser = bank.browser();
    let [_, a, b, c] = nth.to_be_bytes();
    browser.address = [10, a, b, c].into();
    let half = browser.post("/do/sign-in", &[("username", username), ("password", password)]).await;
    if half.location() != "/sign-in/code" {
        return false;
    }
    let whole = browser.post("/do/sign-in/code", &[("code", "123456")]).await;
    assert!(whole.location().starts_with("/sign-in"), "nobody gets in: {}", whole.location());
    let page = browser.get(whole.location()).await;
    !page.text.contains("There were too many tries")
}

/// Guesses `count` passwords for Ann over some hours, from as many addresses.
async fn stuff(count: u32, hours: u32) -> u32 {
    let policy = LOOKED_AT * (hours * 4 + 1);
    let bank = TestBank::new().await;
    let mut inside = bank.signed_in(ANN).await;
    let mut looked_at = 0;
    let mut passed = 0;
    for nth in 0..count {
        looked_at += u32::from(guess(&bank, nth, "ann", &format!("a guess of a password {nth}")).await);
        let due = i64::from(hours) * 60 * 60 * i64::from(nth) / i64::from(count);
        bank.clock.pass(due - passed);
        passed = due;
        // Whoever is inside is not disturbed: they go on as if nothing were.
        if nth == 3 {
            assert_eq!(inside.get("/you").await.status, StatusCode::OK);
        }
    }
    assert!(looked_at <= policy, "{looked_at} of {count} guesses were looked at, {policy} may be");
    bank.clock.pass(15 * 60);
    let mut ann = bank.browser();
    ann.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    let done = ann.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    // She herself gets in as soon as the guessing stops; after a hundred guesses with a passkey, or another password.
    let spent = i64::from(looked_at) >= bank::policy::PASSWORD_FAILURES;
    assert_eq!(done.location(), if spent { "/sign-in/recover" } else { "/" });
    looked_at
}

#[tokio::test]
async fn guessing_for_hours_is_not_looked_at() {
    stuff(200, 2).await;
}

#[tokio::test]
#[ignore = "ten thousand guesses take minutes: make bench-access"]
async fn ten_thousand_guesses() {
    let looked_at = stuff(10_000, 10).await;
    figures::at_most("access.stuffing_looked_at", looked_at as usize, (LOOKED_AT * (10 * 4 + 1)) as usize);
}

/// An answer with what differs from one to the next taken out.
fn same(page: &Page) -> (StatusCode, String, String) {
    let nonce = page.header("content-security-policy").split("'nonce-").nth(1).map(|rest| rest[..32].to_owned());
    let text = nonce.map_or(page.text.clone(), |nonce| page.text.replace(&nonce, ""));
    let names: Vec<&str> = page.headers.keys().map(axum::http::HeaderName::as_str).collect();
    (page.status, names.join(" "), text)
}

/// A page on which the name that was typed is as good as any other.
fn nameless(page: Page, username: &str) -> Page {
    Page { text: page.text.replace(&format!("value=\"{username}\""), "value=\"\""), ..page }
}

async fn tried(bank: &TestBank, username: &str, password: &str, times: usize) -> Vec<(StatusCode, String, String)> {
    let mut browser: Browser = bank.browser();
    let mut seen = Vec::new();
    for _ in 0..times {
        let half = browser.post("/do/sign-in", &[("username", username), ("password", password)]).await;
        seen.push(same(&half));
        seen.push(same(&nameless(browser.get(half.location()).await, username)));
        let whole = browser.post("/do/sign-in/code", &[("code", "123456")]).await;
        seen.push((whole.status, whole.location().to_owned(), String::new()));
        let page = browser.get(whole.location()).await;
        seen.push(same(&nameless(page, username)));
    }
    seen
}

/// A name that is nobody's, one with a wrong password, one with the right one and a wrong code, one of somebody who is
/// suspended: all of them are told the same, try after try, up to the lock and in it.
#[tokio::test]
async fn nobody_learns_which_part_was_wrong() {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "1000")], |ports| ports).await;
    let wrong = tried(&bank, "ann", "not the password of hers", 7).await;
    assert!(wrong.iter().any(|(.., text)| text.contains("There were too many tries")), "the lock is reached");
    for (username, password) in [("nobody", "not the password of hers"), ("bo", PASSWORD), ("eve", PASSWORD)] {
        let other = tried(&bank, username, password, 7).await;
        for (nth, (other, wrong)) in other.iter().zip(&wrong).enumerate() {
            assert_eq!(other, wrong, "answer {nth} under {username}");
        }
    }
}

/// The secret of the session in which somebody signs in is worth nothing afterwards, whoever planted it.
#[tokio::test]
async fn a_planted_session_is_nobodys() {
    let bank = TestBank::new().await;
    let mut attacker = bank.browser();
    attacker.post("/do/sign-in", &[("username", "attacker"), ("password", "whatever it may be")]).await;
    let planted = attacker.cookies.clone();
    let mut victim = bank.browser();
    victim.cookies = planted.clone();
    victim.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    assert_eq!(victim.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await.location(), "/");
    assert_eq!(victim.get("/you").await.status, StatusCode::OK);
    assert_ne!(victim.cookies[bank.cookie_name()], planted[bank.cookie_name()]);
    attacker.cookies = planted;
    assert_eq!(attacker.get("/you").await.status, StatusCode::SEE_OTHER);
    let mut invented = bank.browser();
    invented.cookies.insert(bank.cookie_name().to_owned(), "0".repeat(32));
    invented.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    assert_ne!(invented.cookies[bank.cookie_name()], "0".repeat(32), "a secret of the visitor's own is never taken");
}
