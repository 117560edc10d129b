//! The way back in, from the pages: what is told to whom, the day of waiting, and what is new afterwards.

use std::{
    io,
    sync::{Arc, Mutex},
};

use axum::http::StatusCode;
use bank::{
    Clock,
    policy::{PASSWORD_FAILURES, PAYEE_HOLD_S, RECOVERY_WAIT_S},
    security::{Channel, SecurityEvent},
};
use store::bulk::{Batch, NewContact};

use crate::{
    browser::{Browser, Page},
    test_bank::{ANN, BO, PASSWORD, TestBank},
};

const NEW: &str = "seven slow snails sing";
const APP: &str = "/do/sign-in/recover/app";
const FORGOTTEN: &str = "/do/sign-in/recover/password";

/// A bank in which Ann and Bo can be told things.
async fn bank() -> TestBank {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "10000")], |ports| ports).await;
    let told = |customer, name: &str| NewContact {
        customer,
        email: format!("{name}@example.org"),
        phone: "+44 7700 900123".to_owned(),
    };
    let contacts = vec![told(ANN, "ann"), told(BO, "bo")];
    bank.keep(Batch { contacts, ..Batch::default() }).await;
    bank
}

/// What was sent so far, the first first: how, of what, and what it says.
async fn sent(bank: &TestBank) -> Vec<(Channel, SecurityEvent, String)> {
    let calendar = bank::Calendar::in_zone("Europe/London").expect("a time zone");
    let sent = bank.ports.security.sent(100).await.expect("the database is there");
    let text = |one: &bank::security::Sent| (one.notice.channel, one.notice.event, app::notices::text(one, &calendar));
    sent.iter().rev().map(text).collect()
}

/// The path of the link that was sent last.
async fn link(bank: &TestBank) -> String {
    let sent = bank.ports.security.sent(100).await.expect("the database is there");
    let link = sent.into_iter().map(|one| one.notice.facts.link).find(|link| !link.is_empty());
    let link = link.expect("a link was sent");
    link.strip_prefix("http://localhost:3000").expect("it leads here").to_owned()
}

/// Goes on behind a link; where that leads.
async fn go_on(browser: &mut Browser, link: &str) -> String {
    let secret = link.trim_start_matches("/recover/");
    browser.post("/do/recover/open", &[("link", secret)]).await.location().to_owned()
}

async fn lose_app(bank: &TestBank, username: &str, password: &str) -> Page {
    bank.browser().post(APP, &[("username", username), ("password", password)]).await
}

/// The code of the app whose key stands on the page.
fn new_code(bank: &TestBank, page: &Page) -> String {
    let key = page.text.split("class=\"code-text\"").nth(1).and_then(|rest| rest.split('>').nth(1)).expect("the key");
    let key: String = key.split('<').next().expect("its end").chars().filter(|c| !c.is_whitespace()).collect();
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in key.chars() {
        let value = alphabet.find(letter).expect("base 32");
        (bits, count) = ((bits << 5) | u32::try_from(value).expect("five bits"), count + 5);
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 255).expect("eight bits"));
        }
    }
    auth::totp::current(&bytes, bank.clock.now()).0
}

#[tokio::test]
async fn a_forgotten_password_is_another_after_a_day() {
    let bank = bank().await;
    let mut inside = bank.signed_in(ANN).await;
    let mut ann = bank.browser();
    let code = bank.code(ANN);
    let begun = ann.post(FORGOTTEN, &[("username", " ANN "), ("code", &code)]).await;
    assert_eq!(begun.location(), "/sign-in/recover/sent");
    let told = sent(&bank).await;
    let channels: Vec<Channel> = told.iter().map(|(channel, ..)| *channel).collect();
    assert_eq!(channels, [Channel::Email, Channel::Sms]);
    let link = link(&bank).await;
    assert!(told.iter().all(|(.., text)| text.contains(&link)), "{told:?}");
    assert_eq!(link.len(), "/recover/".len() + 32, "160 bits");

    // Everybody who is signed in is told where they look first.
    for page in ["/", "/you/security"] {
        assert!(inside.get(page).await.text.contains("Somebody has asked for a way back"), "{page}");
    }
    bank.clock.pass(RECOVERY_WAIT_S - 1);
    let waiting = ann.get(&link).await;
    assert!(waiting.text.contains("You can go on from") && !waiting.text.contains("/do/recover/open"));
    assert_eq!(go_on(&mut ann, &link).await, link, "whatever is posted");
    bank.clock.pass(1);
    assert!(ann.get(&link).await.text.contains("You can go on now"));
    assert_eq!(go_on(&mut ann, &link).await, "/recover/proof");
    assert_eq!(ann.get("/recover/new").await.location(), "/sign-in/recover", "the proof comes first");
    let typed = [("password", NEW), ("again", NEW)];
    assert_eq!(ann.post("/do/recover/new", &typed).await.location(), "/sign-in/recover");

    ann.post("/do/recover/proof", &[("code", "000000")]).await;
    assert!(ann.get("/recover/proof").await.text.contains("That did not fit"));
    let proved = ann.post("/do/recover/proof", &[("code", &bank.code(ANN))]).await;
    assert_eq!(proved.location(), "/recover/new");
    let weak = [("password", "passwordpassword"), ("again", "passwordpassword")];
    assert_eq!(ann.post("/do/recover/new", &weak).await.location(), "/recover/new");
    let page = ann.get("/recover/new").await;
    assert!(page.text.contains("easy to guess") && !page.text.contains("class=\"qr\""));
    assert_eq!(ann.post("/do/password/strength", &[("password", NEW)]).await.status, StatusCode::OK);

    let mut other = bank.signed_in(ANN).await;
    let done = ann.post("/do/recover/new", &typed).await;
    assert_eq!(done.location(), "/recover/done");
    assert!(ann.get("/recover/done").await.text.contains("You can get in again"));
    assert_eq!(other.get("/you").await.status, StatusCode::SEE_OTHER, "every session has ended");
    assert_eq!(ann.post("/do/recover/new", &typed).await.location(), "/sign-in/recover", "once");
    assert!(ann.get(&link).await.text.contains("This has been done"));
    assert_eq!(sent(&bank).await.last().expect("a message").1, SecurityEvent::RecoveryFinished);

    for (password, right) in [(PASSWORD, false), (NEW, true)] {
        bank.clock.pass(30);
        ann.post("/do/sign-in", &[("username", "ann"), ("password", password)]).await;
        let whole = ann.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
        assert_eq!(whole.location() == "/", right, "{password}");
    }
}

#[tokio::test]
async fn a_lost_app_is_another_with_new_codes_and_nobody_new_is_paid_that_night() {
    let bank = bank().await;
    lose_app(&bank, "ann", PASSWORD).await;
    let link = link(&bank).await;
    bank.clock.pass(RECOVERY_WAIT_S);
    let mut ann = bank.browser();
    go_on(&mut ann, &link).await;
    assert_eq!(ann.post("/do/recover/proof", &[("password", PASSWORD)]).await.location(), "/recover/new");
    let page = ann.get("/recover/new").await;
    assert!(page.text.contains("class=\"qr\"") && !page.text.contains("name=\"password\""));
    assert_eq!(ann.post("/do/recover/new", &[("code", "000000")]).await.location(), "/recover/new");
    let code = new_code(&bank, &page);
    assert_eq!(ann.post("/do/recover/new", &[("code", &code)]).await.location(), "/recover/done");
    let codes = |page: &Page| page.text.matches("class=\"code-text\"").count();
    assert_eq!(codes(&ann.get("/recover/done").await), 10);
    let again = ann.get("/recover/done").await;
    assert!(codes(&again) == 0 && again.text.contains("New payees wait"), "codes are shown once");
    bank.clock.pass(30);
    ann.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    let old = ann.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(old.location(), "/sign-in/code", "the old app is good no more");

    let mut ann = bank.signed_in(ANN).await;
    let start = ann.post("/do/pay/start", &[("from", &crate::browser::id(11))]).await;
    let draft = start.location().split('/').nth(2).expect("the draft").to_owned();
    let amount = [("draft", draft.as_str()), ("from", &crate::browser::id(11)), ("amount", "20")];
    ann.post("/do/pay/amount", &amount).await;
    let number = model::AccountNumber::from_serial(12).expect("a number").to_string();
    let payee = [("draft", draft.as_str()), ("kind", "other"), ("name", "薄文"), ("number", &number)];
    ann.post("/do/pay/payee", &payee).await;
    let review = format!("/pay/{draft}/review");
    let page = ann.get(&review).await;
    assert!(
        page.text.contains("You can pay somebody new from") && !page.text.contains(&format!("/pay/{draft}/approve"))
    );
    assert_eq!(ann.get(&format!("/pay/{draft}/approve")).await.location(), review);
    let fields = [("draft", draft.as_str()), ("challenge", "0000000000001"), ("code", "123456")];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), review);
    bank.clock.pass(PAYEE_HOLD_S);
    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get(&review).await.text.contains(&format!("/pay/{draft}/approve")));
}

#[tokio::test]
async fn whoever_has_lost_everything_brings_the_link_and_the_code_that_was_handed_over() {
    let bank = bank().await;
    let device = bank::security::Device::default();
    let code = auth::recovery::start_by_staff(&bank.auth, &bank.bank, ANN, 70, &device).await.expect("an answer");
    let frozen = async |who| auth::recovery::start_by_staff(&bank.auth, &bank.bank, who, 70, &device).await.is_err();
    assert!(frozen(crate::test_bank::EVE).await, "she is suspended");
    let link = link(&bank).await;
    assert!(!sent(&bank).await.iter().any(|(.., text)| text.contains(&code)), "the two go by different ways");
    let mut ann = bank.browser();
    assert_eq!(go_on(&mut ann, &link).await, link, "who works here cannot hurry it either");
    bank.clock.pass(RECOVERY_WAIT_S);
    assert_eq!(go_on(&mut ann, &link).await, "/recover/proof");
    for wrong in ["0a1b-2c3d-4e5f-6g7h", "", "123456"] {
        assert_eq!(ann.post("/do/recover/proof", &[("code", wrong)]).await.location(), "/recover/proof", "{wrong}");
    }
    assert_eq!(ann.post("/do/recover/proof", &[("code", &code.to_uppercase())]).await.location(), "/recover/new");
    let page = ann.get("/recover/new").await;
    let new = new_code(&bank, &page);
    let half = [("password", NEW), ("again", NEW)];
    assert_eq!(ann.post("/do/recover/new", &half).await.location(), "/recover/new", "both were lost");
    let both = [("password", NEW), ("again", NEW), ("code", new.as_str())];
    assert_eq!(ann.post("/do/recover/new", &both).await.location(), "/recover/done");
}

#[tokio::test]
async fn it_is_stopped_by_the_link_or_from_inside_and_looking_stops_nothing() {
    let bank = bank().await;
    for from_inside in [false, true] {
        lose_app(&bank, "ann", PASSWORD).await;
        let link = link(&bank).await;
        let mut owner = bank.browser();
        for _ in 0..2 {
            assert!(owner.get(&link).await.text.contains("Was it not you?"));
        }
        // Bo has no way to stop what is Ann's.
        bank.signed_in(BO).await.post("/do/recover/stop-mine", &[]).await;
        assert!(owner.get(&link).await.text.contains("Was it not you?"));
        if from_inside {
            let stopped = bank.signed_in(ANN).await.post("/do/recover/stop-mine", &[]).await;
            assert_eq!(stopped.location(), "/you/security");
        } else {
            let secret = link.trim_start_matches("/recover/");
            assert_eq!(owner.post("/do/recover/stop", &[("link", secret)]).await.location(), link);
        }
        assert!(owner.get(&link).await.text.contains("It has been stopped"));
        assert_eq!(sent(&bank).await.last().expect("a message").1, SecurityEvent::RecoveryCancelled);
        bank.clock.pass(RECOVERY_WAIT_S);
        assert_eq!(go_on(&mut owner, &link).await, link);
    }
}

/// An answer with what differs from one to the next taken out.
fn same(page: &Page) -> (StatusCode, String, String, Vec<String>) {
    let names = page.headers.keys().map(ToString::to_string).collect();
    (page.status, page.location().to_owned(), page.text.clone(), names)
}

/// A right proof, a wrong one, the name of nobody, one of somebody suspended: the answer is the same, try after try and up
/// to the lock, and comes at the same time.
#[tokio::test]
async fn nobody_learns_whether_anything_fitted() {
    let bank = bank().await;
    let mut answers = Vec::new();
    for (username, password) in
        [("ann", PASSWORD), ("bo", "not the password of his"), ("nobody", PASSWORD), ("eve", PASSWORD)]
    {
        let mut browser = bank.browser();
        let mut seen = Vec::new();
        for _ in 0..6 {
            let start = std::time::Instant::now();
            let page = browser.post(APP, &[("username", username), ("password", password)]).await;
            // The floor; what is above it is the machine's.
            assert!(start.elapsed().as_millis() >= 1_000, "{username}");
            seen.push(same(&page));
        }
        let locked = browser.get("/sign-in/recover/app").await;
        assert!(locked.text.contains("There were too many tries"), "{username}");
        answers.push(seen);
    }
    assert!(answers.iter().all(|seen| *seen == answers[0]), "{answers:?}");
    let told: Vec<String> = bank
        .ports
        .security
        .sent(100)
        .await
        .expect("the database is there")
        .into_iter()
        .map(|one| one.notice.address)
        .collect();
    assert!(!told.is_empty() && told.iter().all(|address| address != "bo@example.org"), "{told:?}");
}

#[tokio::test]
async fn the_secret_of_a_link_stands_in_no_other_address() {
    let bank = bank().await;
    lose_app(&bank, "ann", PASSWORD).await;
    let link = link(&bank).await;
    let secret = link.trim_start_matches("/recover/").to_owned();
    bank.clock.pass(RECOVERY_WAIT_S);
    let mut browser = bank.browser();
    let page = browser.get(&link).await;
    for part in page.text.split("href=\"").skip(1) {
        let address = part.split('"').next().unwrap_or_default();
        assert!(!address.contains(&secret), "{address}");
    }
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert_eq!(page.header("cache-control"), "no-store");
    go_on(&mut browser, &link).await;
    assert!(!browser.get("/recover/proof").await.text.contains(&secret));
}

#[tokio::test]
async fn who_planted_the_session_of_somebody_on_their_way_back_is_left_behind() {
    let bank = bank().await;
    lose_app(&bank, "ann", PASSWORD).await;
    let link = link(&bank).await;
    bank.clock.pass(RECOVERY_WAIT_S);
    let mut attacker = bank.signed_in(BO).await;
    let mut victim = bank.browser();
    victim.cookies = attacker.cookies.clone();
    go_on(&mut victim, &link).await;
    assert_eq!(victim.post("/do/recover/proof", &[("password", PASSWORD)]).await.location(), "/recover/new");
    assert_ne!(victim.cookies[bank.cookie_name()], attacker.cookies[bank.cookie_name()]);
    assert_eq!(attacker.get("/recover/new").await.location(), "/sign-in/recover");
    assert_eq!(victim.get("/recover/new").await.status, StatusCode::OK);
    assert_eq!(victim.get("/you").await.status, StatusCode::SEE_OTHER, "and nobody is signed in by it");
}

/// What was logged.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl io::Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panics here").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_secret_of_a_link_is_not_logged_whatever_is_refused() {
    let bank = bank().await;
    let paper = Paper::default();
    let onto = paper.clone();
    let subscriber = tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE);
    let listening = tracing::subscriber::set_default(subscriber.with_writer(move || onto.clone()).finish());
    lose_app(&bank, "ann", PASSWORD).await;
    let link = link(&bank).await;
    let mut browser = bank.browser();
    browser.get(&link).await;
    for path in [link.clone(), format!("{link}/")] {
        browser.send("POST", &path, String::new(), &[("origin", "https://evil.example")]).await;
    }
    browser.get(&format!("{link}/more")).await;
    drop(listening);
    let written = String::from_utf8(paper.0.lock().expect("nobody panics here").clone()).expect("UTF-8");
    let refused = written.lines().find(|line| line.contains("another origin")).expect("it is told");
    assert!(refused.contains("/recover/{link}"), "{refused}");
    assert!(!written.contains(link.trim_start_matches("/recover/")), "{written}");
}

#[tokio::test]
async fn after_a_hundred_failures_a_password_leads_to_the_way_back() {
    let bank = bank().await;
    for _ in 0..100 {
        bank.ports.credentials.count_failure(ANN).await.expect("the database is there");
    }
    let mut ann = bank.browser();
    ann.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    let refused = ann.post("/do/sign-in/code", &[("code", "000000")]).await;
    assert_eq!(refused.location(), "/sign-in/code", "half of it says nothing");
    let whole = ann.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    assert_eq!(whole.location(), "/sign-in/recover");
    assert!(ann.get("/sign-in/recover").await.text.contains("too many wrong tries with your password"));
    assert_eq!(ann.get("/you").await.status, StatusCode::SEE_OTHER);
    // Nor is a password that is spent a proof.
    lose_app(&bank, "ann", PASSWORD).await;
    assert!(sent(&bank).await.is_empty());
}

#[tokio::test]
async fn whoever_guesses_at_a_name_closes_no_way_back_that_is_under_way() {
    let bank = bank().await;
    lose_app(&bank, "ann", PASSWORD).await;
    let link = link(&bank).await;
    // Guesses without end: signing in and beginning are closed by them, and the password is spent.
    for _ in 0..PASSWORD_FAILURES {
        bank.browser().post("/do/sign-in", &[("username", "ann"), ("password", "guess upon guess")]).await;
        bank.ports.credentials.count_failure(ANN).await.expect("the database is there");
    }
    for _ in 0..6 {
        lose_app(&bank, "ann", "guess upon guess").await;
    }
    bank.clock.pass(RECOVERY_WAIT_S);
    let mut ann = bank.browser();
    assert_eq!(go_on(&mut ann, &link).await, "/recover/proof");
    for _ in 0..6 {
        lose_app(&bank, "ann", "guess upon guess").await;
        bank.browser().post("/do/sign-in", &[("username", "ann"), ("password", "guess upon guess")]).await;
    }
    let proved = ann.post("/do/recover/proof", &[("password", PASSWORD)]).await;
    assert_eq!(proved.location(), "/recover/new", "whoever has the link is heard");
}
