//! Money is asked for by a link, paid by whoever has it, and seen as paid by whoever asked.

use axum::http::StatusCode;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

/// Bo asks for £7.50 each among so many; the page of it, and where its link leads.
async fn asked(bo: &mut Browser, people: &str) -> (String, String) {
    let to = id(12);
    let fields = [("to", to.as_str()), ("amount", "15"), ("reference", "Dinner"), ("people", people)];
    let page = bo.post("/do/pay/requests/ask", &fields).await.location().to_owned();
    let shown = bo.get(&page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}");
    let token: String = shown.text.split("/pay/asked/").nth(1).expect("its link").chars().take(32).collect();
    (page, format!("/pay/asked/{token}"))
}

#[tokio::test]
async fn a_share_is_asked_for_and_paid_like_any_other_payment() {
    let bank = TestBank::new().await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    let (page, link) = asked(&mut bo, "2").await;
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let shown = ann.get(&link).await;
    assert!(shown.text.contains("£7.50") && shown.text.contains("Dinner") && shown.text.contains("薄文"));
    let review = ann.post("/do/pay/requests/answer", &[("token", &token)]).await.location().to_owned();
    assert!(ann.get(&review).await.text.contains("£7.50"), "{review}");
    let approve = review.replace("review", "approve");
    let challenge = ann.get(&approve).await.field("challenge").to_owned();
    let draft = review.split('/').nth(2).expect("the draft").to_owned();
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{draft}"));
    assert!(ann.get(&link).await.text.contains("You have paid this"));
    assert!(bo.get(&page).await.text.contains("安恩") || bo.get(&page).await.text.contains("Ann"));
    assert_eq!(ann.post("/do/pay/requests/answer", &[("token", &token)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_called_off_is_not_paid_and_a_link_that_is_none_leads_nowhere() {
    let bank = TestBank::new().await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    let (page, link) = asked(&mut bo, "").await;
    let request = page.rsplit('/').next().expect("an id").to_owned();
    let off = [("request", request.as_str())];
    assert_eq!(ann.post("/do/pay/requests/call-off", &off).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.post("/do/pay/requests/call-off", &off).await.location(), page);
    assert!(ann.get(&link).await.text.contains("This was called off"));
    assert_eq!(ann.get("/pay/asked/0123456789abcdef0123456789abcdef").await.status, StatusCode::NOT_FOUND);
    let elsewhere = id(11);
    let fields = [("to", elsewhere.as_str()), ("amount", "15"), ("people", "1")];
    assert_eq!(bo.post("/do/pay/requests/ask", &fields).await.location(), "/pay/requests/new");
}
