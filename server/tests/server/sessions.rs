//! Signing in, staying signed in, and what becomes of what was typed when that ends.

use std::time::Duration;

use axum::http::StatusCode;
use bank::Clock;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, PASSWORD, TestBank},
};

async fn sign_in(bank: &TestBank, browser: &mut Browser, next: &str) -> String {
    let fields = [("username", " ANN "), ("password", PASSWORD), ("next", next)];
    let half = browser.post("/do/sign-in", &fields).await;
    assert_eq!((half.status, half.location()), (StatusCode::SEE_OTHER, "/sign-in/code"));
    let whole = browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(whole.status, StatusCode::SEE_OTHER);
    whole.location().to_owned()
}

/// Waits until the use of Ann's last session has been noted: that is done beside the request.
async fn noted(bank: &TestBank) {
    let now = bank.clock.now();
    for _ in 0..500 {
        let open = bank.ports.sessions.list(ANN, now, now.plus_seconds(-1)).await.expect("the database is there");
        if !open.is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the use of a session was not noted");
}

#[tokio::test]
async fn signing_in_leads_where_the_person_was_going_under_a_new_secret() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let refused = browser.get("/you/security").await;
    assert_eq!(refused.location(), "/sign-in?next=%2Fyou%2Fsecurity");
    assert!(!browser.cookies.contains_key(bank.cookie_name()), "nobody gets a session for looking");
    let fields = [("username", "ann"), ("password", PASSWORD), ("next", "/you/security")];
    browser.post("/do/sign-in", &fields).await;
    let before = browser.cookies[bank.cookie_name()].clone();
    let done = browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(done.location(), "/you/security");
    assert_ne!(browser.cookies[bank.cookie_name()], before, "rotated");
    assert!(browser.get("/you/security").await.text.contains("This is the one you are using now"));
    browser.cookies.insert(bank.cookie_name().to_owned(), before);
    assert_eq!(browser.get("/you").await.status, StatusCode::SEE_OTHER, "the old secret opens nothing");
}

#[tokio::test]
async fn over_tls_the_cookie_is_the_hosts_own() {
    let bank = TestBank::with(&[("BANYAN_PUBLIC_URL", "https://bank.example")], |ports| ports).await;
    let mut browser = bank.browser();
    let page = browser.post("/do/sign-in", &[("username", "ann"), ("password", "wrong")]).await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-banyan="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
}

#[tokio::test]
async fn whatever_is_wrong_the_same_is_said_and_the_name_is_kept() {
    let bank = TestBank::new().await;
    for (username, password, code) in
        [("ann", "wrong", bank.code(ANN)), ("nobody", PASSWORD, bank.code(ANN)), ("ann", PASSWORD, wrong_code(&bank))]
    {
        let mut browser = bank.browser();
        browser.post("/do/sign-in", &[("username", username), ("password", password)]).await;
        let refused = browser.post("/do/sign-in/code", &[("code", &code)]).await;
        assert_eq!(refused.location(), "/sign-in/code");
        let page = browser.get("/sign-in/code").await;
        assert!(page.text.contains("Something in your user name, password or code did not fit"));
        assert!(page.text.contains("<title>Error: "), "it is read out first");
        assert!(browser.get("/sign-in/code").await.text.contains("did not fit"), "a reload keeps it");
        let page = browser.get("/sign-in").await;
        assert_eq!(page.field("username"), username, "the way back");
        assert!(!page.text.contains(password), "a password is never shown again");
    }
}

#[tokio::test]
async fn a_mistyped_code_can_be_typed_again_until_the_way_in_closes() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let fields = [("username", "ann"), ("password", PASSWORD), ("next", "/you")];
    browser.post("/do/sign-in", &fields).await;
    browser.post("/do/sign-in/code", &[("code", &wrong_code(&bank))]).await;
    let whole = browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(whole.location(), "/you");

    let mut other = bank.browser();
    other.post("/do/sign-in", &fields).await;
    for _ in 0..5 {
        let refused = other.post("/do/sign-in/code", &[("code", &wrong_code(&bank))]).await;
        assert_eq!(refused.location(), "/sign-in/code");
    }
    bank.clock.pass(30);
    let closed = other.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(closed.location(), "/sign-in?next=%2Fyou");
    assert!(other.get(closed.location()).await.text.contains("There were too many tries"));
}

#[tokio::test]
async fn a_sign_in_that_took_too_long_begins_again() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    for _ in 0..2 {
        bank.clock.pass(150);
        browser.get("/sign-in/code").await;
    }
    let late = browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(late.location(), "/sign-in");
}

/// Six digits that are not Ann's code.
fn wrong_code(bank: &TestBank) -> String {
    let right = bank.code(ANN);
    let last = if right.ends_with('0') { "1" } else { "0" };
    format!("{}{last}", &right[..5])
}

#[tokio::test]
async fn a_missing_field_is_said_at_the_field() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let page = browser.post("/do/sign-in", &[("username", "ann")]).await;
    assert_eq!(page.location(), "/sign-in");
    assert!(browser.get("/sign-in").await.text.contains("Enter your password."));
    browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    browser.post("/do/sign-in/code", &[("code", "12")]).await;
    assert!(browser.get("/sign-in/code").await.text.contains("The code is 6 digits"));
}

#[tokio::test]
async fn a_session_left_alone_ends_and_one_in_use_goes_on_to_its_last_hour() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    bank.clock.pass(299);
    assert_eq!(browser.get("/you").await.status, StatusCode::OK);
    noted(&bank).await;
    bank.clock.pass(299);
    assert_eq!(browser.get("/you").await.status, StatusCode::OK);
    noted(&bank).await;
    bank.clock.pass(301);
    assert_eq!(browser.get("/you").await.location(), "/sign-in?next=%2Fyou");

    let mut busy = bank.signed_in(ANN).await;
    for _ in 0..(4 * 60 * 60 / 240 - 1) {
        bank.clock.pass(240);
        assert_eq!(busy.get("/you").await.status, StatusCode::OK);
        noted(&bank).await;
    }
    bank.clock.pass(241);
    assert_eq!(busy.get("/you").await.status, StatusCode::SEE_OTHER, "four hours are over");
}

#[tokio::test]
async fn what_was_typed_when_the_session_ended_is_there_after_signing_in_again() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    let start = browser.post("/do/pay/start", &[("from", &id(11))]).await.location().to_owned();
    let draft = start.split('/').nth(2).expect("the draft").to_owned();
    bank.clock.pass(400);
    let fields = [("draft", draft.as_str()), ("from", &id(11)), ("amount", "34.56")];
    let sent = browser.post("/do/pay/amount", &fields).await;
    assert_eq!(sent.location(), format!("/sign-in?next=%2Fpay%2F{draft}%2Famount"));
    let mut other = browser.clone();
    let page = sign_in(&bank, &mut browser, &start).await;
    assert_eq!(page, start);
    assert_eq!(browser.get(&page).await.field("amount"), "34.56");

    other.post("/do/sign-in", &[("username", "bo"), ("password", PASSWORD), ("next", "/you")]).await;
    other.post("/do/sign-in/code", &[("code", &bank.code(BO))]).await;
    assert_eq!(other.get(&start).await.status, StatusCode::NOT_FOUND, "it is not his");
    assert!(!other.get("/").await.text.contains("34.56"));
}

#[tokio::test]
async fn signing_out_ends_everything() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    let secret = browser.cookies[bank.cookie_name()].clone();
    let left = browser.post("/do/sign-out", &[]).await;
    assert_eq!(left.location(), "/sign-in?left=1");
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(!browser.cookies.contains_key(bank.cookie_name()));
    assert!(browser.get(left.location()).await.text.contains("You have signed out"));
    browser.cookies.insert(bank.cookie_name().to_owned(), secret);
    assert_eq!(browser.get("/you").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_can_be_ended_from_another() {
    let bank = TestBank::new().await;
    let (mut here, mut there, mut third) =
        (bank.signed_in(ANN).await, bank.signed_in(ANN).await, bank.signed_in(ANN).await);
    let mut bo = bank.signed_in(BO).await;
    let list = here.get("/you/security").await;
    assert_eq!(list.text.matches("Firefox on Windows</h3>").count(), 3, "hers, and not Bo's");
    let key = list.field("key").to_owned();
    bo.post("/do/sessions/end", &[("key", &key)]).await;
    assert_eq!(here.get("/you/security").await.text.matches("Firefox on Windows</h3>").count(), 3, "not his to end");
    here.post("/do/sessions/end", &[("key", &key)]).await;
    let open = [there.get("/you").await.status, third.get("/you").await.status];
    assert_eq!(open.iter().filter(|status| **status == StatusCode::OK).count(), 1);
    here.post("/do/sessions/end-others", &[]).await;
    assert_eq!(there.get("/you").await.status, StatusCode::SEE_OTHER);
    assert_eq!(third.get("/you").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/you").await.status, StatusCode::OK);
    assert_eq!(bo.get("/you").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_session_that_was_ended_is_not_brought_back_by_a_request_under_way() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    let secret = browser.cookies[bank.cookie_name()].clone();
    browser.post("/do/sign-out", &[]).await;
    let mut bytes = [0; 16];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&secret[at * 2..at * 2 + 2], 16).expect("hexadecimal");
    }
    let hash: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(bytes).into();
    bank.ports.sessions.keep(&hash, "{\"flashes\":[]}").await.expect("the database is there");
    browser.cookies.insert(bank.cookie_name().to_owned(), secret);
    assert_eq!(browser.get("/you").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_comes_and_goes_is_told_to_the_audit_chain() {
    let bank = TestBank::new().await;
    let told = async || bank.ports.upkeep.seal_audit(100).await.expect("the database is there");
    let mut browser = bank.browser();
    let attempt = [("username", "ann"), ("password", "wrong")];
    browser.post("/do/sign-in", &attempt).await;
    browser.post("/do/sign-in/code", &[("code", "000000")]).await;
    assert_eq!(told().await, 1, "a sign-in that failed");
    sign_in(&bank, &mut browser, "/you/security").await;
    assert_eq!(told().await, 1, "one that did not");
    bank.signed_in(ANN).await;
    browser.post("/do/sessions/end-others", &[]).await;
    assert_eq!(told().await, 1, "a session that was ended");
    browser.post("/do/sign-out", &[]).await;
    browser.post("/do/sign-out", &[]).await;
    assert_eq!(told().await, 1, "leaving, once");
    assert!(
        bank.ports
            .upkeep
            .verify()
            .await
            .expect("the database is there")
            .breaches
            .iter()
            .all(|breach| { !matches!(breach, bank::ledger::Breach::AuditChain { .. }) })
    );
}

#[tokio::test]
async fn too_many_wrong_codes_close_paying_for_a_while() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    let (draft, challenge) = browser.prepare_payment("20").await;
    for _ in 0..5 {
        let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", "000000")];
        browser.post("/do/pay/approve", &fields).await;
    }
    let page = browser.get(&format!("/pay/{draft}/approve")).await;
    assert!(page.text.contains("paying is closed for 15 minutes"), "{}", page.text);
    let fresh = page.field("challenge").to_owned();
    let fields =
        |challenge: &str| [("draft", draft.clone()), ("challenge", challenge.to_owned()), ("code", bank.code(ANN))];
    let send = async |browser: &mut Browser, challenge: &str| {
        let fields = fields(challenge);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/do/pay/approve", &fields).await.location().to_owned()
    };
    assert_eq!(send(&mut browser, &fresh).await, format!("/pay/{draft}/approve"), "also to the right code");
    bank.clock.pass(15 * 60);
    let mut browser = bank.signed_in(ANN).await;
    let fresh = browser.get(&format!("/pay/{draft}/approve")).await.field("challenge").to_owned();
    assert_eq!(send(&mut browser, &fresh).await, format!("/payments/{draft}"));
    for step in ["amount", "payee", "review", "approve"] {
        let page = browser.get(&format!("/pay/{draft}/{step}")).await;
        assert_eq!(page.location(), format!("/payments/{draft}"), "{step}");
    }
}

#[tokio::test]
async fn the_password_is_masked_and_managers_are_welcome() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let field = |page: &str, name: &str| {
        let at = page.find(&format!("name=\"{name}\"")).expect("the field");
        let from = page[..at].rfind('<').expect("a tag");
        page[from..from + page[from..].find('>').expect("the end of the tag")].to_owned()
    };
    let page = browser.get("/sign-in").await.text;
    assert!(field(&page, "username").contains("autocomplete=\"username"));
    let password = field(&page, "password");
    assert!(
        password.contains("type=\"password\"") && password.contains("autocomplete=\"current-password\""),
        "{password}"
    );
    browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    assert!(field(&browser.get("/sign-in/code").await.text, "code").contains("autocomplete=\"one-time-code\""));
}
