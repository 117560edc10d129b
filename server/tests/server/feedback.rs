//! Whoever found something hard can say so, signed in or not, and is told a number.

use axum::http::StatusCode;

use crate::test_bank::{ANN, TestBank};

const PAGE: &str = "/help/accessibility/feedback";

#[tokio::test]
async fn a_stranger_and_a_customer_can_both_say_what_was_hard() {
    let bank = TestBank::new().await;
    for mut browser in [bank.browser(), bank.signed_in(ANN).await] {
        let sent = browser.post("/do/feedback", &[("hard", "Too small"), ("place", ""), ("reach", "")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert!(sent.location().starts_with(&format!("{PAGE}?number=")), "{}", sent.location());
        let thanks = browser.get(sent.location()).await;
        assert!(thanks.text.contains("Its number is"), "{}", thanks.text);
    }
    let kept = bank.ports.feedback.latest(10).await.expect("an answer");
    assert_eq!(kept.len(), 2);
}

#[tokio::test]
async fn what_a_stranger_typed_comes_back_with_what_is_wrong() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let sent = browser.post("/do/feedback", &[("hard", " "), ("place", "Home"), ("reach", "")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, PAGE));
    let page = browser.get(PAGE).await;
    assert!(page.text.contains("Write what was hard.") && page.field("place") == "Home", "{}", page.text);
}

#[tokio::test]
async fn one_address_cannot_fill_the_bank_with_messages() {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "2")], |ports| ports).await;
    let mut browser = bank.browser();
    for status in [StatusCode::SEE_OTHER, StatusCode::SEE_OTHER, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(browser.post("/do/feedback", &[("hard", "x")]).await.status, status);
    }
}
