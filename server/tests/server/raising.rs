//! A limit is raised by whoever may pay from the account, for exactly what was shown, and not before its time.

use axum::http::StatusCode;
use bank::policy::LIMIT_RAISE_WAIT_S;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

/// Chooses `amount` for the day of Ann's account; where that leads to.
async fn choose(ann: &mut Browser, amount: &str) -> String {
    let fields = [("account", id(11)), ("limit", "day".to_owned()), ("amount", amount.to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ann.post("/do/limits/change", &fields).await.location().to_owned()
}

/// The limit of the day, as the page says it.
async fn holds(bank: &TestBank, amount: &str) -> bool {
    let page = bank.signed_in(ANN).await.get(&format!("/you/limits/{}", id(11))).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text.contains(&format!("of {amount}"))
}

#[tokio::test]
async fn a_limit_is_lowered_at_once_and_raised_twelve_hours_after_an_approval() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    assert_eq!(choose(&mut ann, "500").await, format!("/you/limits/{}?lowered=1", id(11)));
    assert!(holds(&bank, "£500.00").await);

    assert_eq!(choose(&mut ann, "700").await, "/you/limits/raise");
    let challenge = ann.get("/you/limits/raise").await.field("challenge").to_owned();
    let code = bank.code(ANN);
    // What was shown was another amount: the answer is good for nothing.
    assert_eq!(choose(&mut ann, "7000").await, "/you/limits/raise");
    let fields = [("challenge", challenge.as_str()), ("code", code.as_str())];
    assert_eq!(ann.post("/do/limits/raise", &fields).await.location(), "/you/limits/raise");
    bank.clock.pass(30);
    let challenge = ann.get("/you/limits/raise").await.field("challenge").to_owned();
    let code = bank.code(ANN);
    let fields = [("challenge", challenge.as_str()), ("code", code.as_str())];
    assert_eq!(ann.post("/do/limits/raise", &fields).await.location(), format!("/you/limits/{}", id(11)));
    assert_eq!(ann.get("/you/limits/raise").await.location(), "/you/limits", "approved once, and over");

    bank.clock.pass(LIMIT_RAISE_WAIT_S - 31);
    assert!(holds(&bank, "£500.00").await);
    bank.clock.pass(31);
    assert!(holds(&bank, "£7,000.00").await);
}

#[tokio::test]
async fn nobody_raises_lowers_or_calls_off_another_s_limit() {
    let bank = TestBank::new().await;
    let mut bo = bank.signed_in(BO).await;
    for amount in ["1", "20000"] {
        let fields = [("account", id(11)), ("limit", "day".to_owned()), ("amount", amount.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(bo.post("/do/limits/change", &fields).await.status, StatusCode::NOT_FOUND);
    }
    let fields = [("account", id(11)), ("limit", "day".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(bo.post("/do/limits/call-off", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.get(&format!("/you/limits/{}", id(11))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.get(&format!("/you/limits/{}/day", id(11))).await.status, StatusCode::NOT_FOUND);
    assert!(holds(&bank, "£10,000.00").await);
}
