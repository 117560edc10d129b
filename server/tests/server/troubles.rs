//! Whatever goes wrong, a person reads a page about it: what happened, what became of the money, what to do.

use std::sync::Arc;

use axum::http::StatusCode;
use bank::{ledger::LedgerError, ports::Ledger};

use crate::{
    browser::Page,
    stubs::{Away, Failing, Panicking, away},
    test_bank::{ANN, TestBank},
};

fn assert_told(page: &Page, status: StatusCode, money: &str) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.header("content-type").starts_with("text/html"), "{status}");
    assert!(page.text.contains("<h1>") && page.text.contains(money), "{status}: {}", page.text);
    assert_eq!(page.header("cache-control"), "no-store", "{status}");
}

/// What comes of approving a payment on such a ledger.
async fn approve_on(ledger: Arc<dyn Ledger>) -> Page {
    let bank = TestBank::with(&[], |ports| store::Ports { ledger, ..ports }).await;
    let mut browser = bank.signed_in(ANN).await;
    let (draft, challenge) = browser.prepare_payment("20").await;
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    browser.post("/do/pay/approve", &fields).await
}

#[tokio::test]
async fn where_there_is_nothing() {
    let bank = TestBank::new().await;
    assert_told(&bank.browser().get("/nothing/here").await, StatusCode::NOT_FOUND, "Your money is not affected.");
    let mut ann = bank.signed_in(ANN).await;
    for path in ["/accounts/x", "/accounts/000000000000c", "/payments/0000000000001", "/pay/0000000000001/amount"] {
        assert_told(&ann.get(path).await, StatusCode::NOT_FOUND, "Your money is not affected.");
    }
    assert_told(&ann.post("/do/nothing", &[]).await, StatusCode::NOT_FOUND, "Your money is not affected.");
    assert_told(&ann.get("/do/sign-out").await, StatusCode::METHOD_NOT_ALLOWED, "Your money is not affected.");
}

#[tokio::test]
async fn what_cannot_be_read() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let origin = [("origin", "http://localhost:3000")];
    for body in ["text[a]=b", "text[]=a&text[]=b"] {
        let page = ann.send("POST", "/do/preferences", body.to_owned(), &origin).await;
        assert_told(&page, StatusCode::UNPROCESSABLE_ENTITY, "no money has moved");
        assert_eq!(page.location(), "", "nothing free-text goes into an address");
    }
    let large = format!("text={}", "a".repeat(70_000));
    let page = ann.send("POST", "/do/preferences", large, &origin).await;
    assert!(page.status.is_client_error() && page.text.contains("no money has moved"), "{}", page.status);
}

#[tokio::test]
async fn too_many_sign_ins() {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "2")], |ports| ports).await;
    let mut browser = bank.browser();
    for _ in 0..2 {
        assert_eq!(browser.post("/do/sign-in", &[]).await.status, StatusCode::SEE_OTHER);
    }
    let page = browser.post("/do/sign-in", &[]).await;
    assert_told(&page, StatusCode::TOO_MANY_REQUESTS, "no money has moved");
    assert_eq!(page.header("retry-after"), "60");
    bank.clock.pass(60);
    assert_eq!(browser.post("/do/sign-in", &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_the_ledger_says() {
    let twice = approve_on(Arc::new(Failing(|| LedgerError::InFlight))).await;
    assert_told(&twice, StatusCode::CONFLICT, "paid once at most");
    assert_eq!(twice.header("retry-after"), "30");
    let reused = approve_on(Arc::new(Failing(|| LedgerError::KeyReused))).await;
    assert_eq!(reused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let busy = approve_on(Arc::new(Failing(|| LedgerError::Busy))).await;
    assert_told(&busy, StatusCode::SERVICE_UNAVAILABLE, "look at your latest payments");
    assert_eq!(busy.header("retry-after"), "30");
    let gone = approve_on(Arc::new(Failing(|| LedgerError::Unavailable(away())))).await;
    assert_told(&gone, StatusCode::SERVICE_UNAVAILABLE, "look at your latest payments");
}

#[tokio::test]
async fn our_own_mistake() {
    let page = approve_on(Arc::new(Panicking)).await;
    assert_told(&page, StatusCode::INTERNAL_SERVER_ERROR, "look at your latest payments");
}

#[tokio::test]
async fn while_the_database_is_away() {
    let bank = TestBank::with(&[], |ports| store::Ports { sessions: Arc::new(Away), ..ports }).await;
    let mut browser = bank.signed_in(ANN).await;
    browser.headers.push(("accept-language", "zh".to_owned()));
    for path in ["/", "/you", "/sign-in"] {
        let page = browser.get(path).await;
        assert_told(&page, StatusCode::SERVICE_UNAVAILABLE, "您的资金是安全的");
        assert_eq!(page.header("retry-after"), "30");
    }
    assert_eq!(browser.get("/pkg/plain.css").await.status, StatusCode::OK, "files need no database");
}
