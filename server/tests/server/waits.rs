//! A payment waits where its payer wants that, is called off by nobody else, and leaves when its time has come.

use axum::http::StatusCode;
use bank::waits;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, TestBank},
};

const HOUR_S: i64 = 3_600;

/// What the program does by itself.
async fn carry_out(bank: &TestBank) {
    for payment in bank.bank.waits.due(bank.bank.clock.now(), 100).await.expect("an answer") {
        waits::carry_out(&bank.bank, &payment).await.expect("the database is there");
    }
}

/// Ann wants everything to somebody new to wait an hour, and pays Bo £5; the address of that payment.
async fn waiting(bank: &TestBank, ann: &mut Browser) -> String {
    assert_eq!(ann.post("/do/limits/waiting", &[("wait", "hour")]).await.location(), "/you/limits/waiting?saved=1");
    let (draft, challenge) = ann.prepare_payment("5").await;
    assert!(ann.get(&format!("/pay/{draft}/review")).await.text.contains("This payment waits first"));
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    let page = format!("/payments/{draft}");
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), page);
    page
}

async fn says(browser: &mut Browser, page: &str, words: &str) -> bool {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}");
    shown.text.contains(words)
}

#[tokio::test]
async fn a_payment_waits_an_hour_and_leaves() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = waiting(&bank, &mut ann).await;
    assert!(says(&mut ann, &page, "It leaves in about one hour").await);
    for list in ["/", "/pay"] {
        assert!(says(&mut ann, list, &format!("href=\"{page}\"")).await, "{list}");
    }
    assert_eq!(ann.get(&format!("{page}/pdf")).await.status, StatusCode::NOT_FOUND, "nothing is paid yet");
    carry_out(&bank).await;
    assert!(says(&mut ann, &page, "Your payment waits").await);
    bank.clock.pass(HOUR_S);
    carry_out(&bank).await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(says(&mut ann, &page, "You have paid").await);
    assert!(!says(&mut ann, "/pay", &format!("href=\"{page}\"")).await);
}

#[tokio::test]
async fn its_payer_calls_it_off_and_nobody_else() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = waiting(&bank, &mut ann).await;
    let payment = page.rsplit('/').next().expect("an id").to_owned();
    let mut bo = bank.signed_in(BO).await;
    let fields = [("payment", payment.as_str())];
    assert_eq!(bo.post("/do/payments/call-off", &fields).await.status, StatusCode::NOT_FOUND);
    assert!(says(&mut ann, &page, "Your payment waits").await);
    for _ in 0..2 {
        assert_eq!(ann.post("/do/payments/call-off", &fields).await.location(), page);
        assert!(says(&mut ann, &page, "This payment was called off").await);
    }
    bank.clock.pass(HOUR_S);
    carry_out(&bank).await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(says(&mut ann, &page, "This payment was called off").await);
}

#[tokio::test]
async fn a_shorter_wait_is_announced_and_a_wait_that_is_none_is_asked_for_again() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = "/you/limits/waiting";
    ann.post("/do/limits/waiting", &[("wait", "day")]).await;
    assert!(says(&mut ann, "/you/limits", "24 hours").await);
    assert!(!says(&mut ann, page, "The wait will be shorter").await);
    ann.post("/do/limits/waiting", &[("wait", "none")]).await;
    assert!(says(&mut ann, page, "The wait will be shorter").await);
    assert!(says(&mut ann, "/you/limits", "24 hours").await, "until then nothing changes");
    assert_eq!(ann.post("/do/limits/waiting", &[("wait", "a while")]).await.location(), page);
    assert!(says(&mut ann, page, "Choose one of the answers on the page.").await);
}
