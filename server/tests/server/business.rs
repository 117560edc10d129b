//! Two people for a payment: from the invitation to what becomes of it, and everybody who tries to do it alone.

use axum::http::StatusCode;
use bank::security::SecurityEvent;
use model::{CustomerId, forms::ActRole};

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

/// Ann's business.
const SHOP: i64 = 15;

fn number(serial: u32) -> String {
    model::AccountNumber::from_serial(serial).expect("a number").to_string()
}

fn people() -> String {
    format!("/accounts/{}/people", id(SHOP))
}

async fn told(bank: &TestBank, who: CustomerId) -> Vec<SecurityEvent> {
    let told = bank.ports.notices.letters(who, 20).await.expect("the database is there");
    told.into_iter().map(|letter| letter.event).collect()
}

/// Fills in a payment from the account of the business, up to the question that approves it.
async fn prepare(browser: &mut Browser, pounds: &str) -> (String, String) {
    let from = id(SHOP);
    let start = browser.post("/do/pay/start", &[("from", &from)]).await.location().to_owned();
    let draft = start.trim_start_matches("/pay/").split('/').next().expect("a draft").to_owned();
    let fields = [("draft", draft.as_str()), ("from", &from), ("amount", pounds)];
    browser.post("/do/pay/amount", &fields).await;
    let number = number(13);
    let fields = [
        ("draft", draft.as_str()),
        ("kind", "other"),
        ("name", "Ann Miller"),
        ("number", number.as_str()),
        ("reference", "Flour"),
    ];
    browser.post("/do/pay/payee", &fields).await;
    let page = browser.get(&format!("/pay/{draft}/approve")).await;
    let challenge = page.field("challenge").to_owned();
    (draft, challenge)
}

#[tokio::test]
async fn one_prepares_another_approves_and_it_is_paid_once() {
    let bank = TestBank::new().await;
    bank.shop(SHOP, ANN).await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    bo.post("/do/preferences", &[("language", "en")]).await;
    assert!(!bo.get("/accounts").await.text.contains("/business"), "nobody has invited him");
    // The owner invites him, by the pages.
    let (shop, bos) = (id(SHOP), number(12));
    let fields = [("account", shop.as_str()), ("name", "薄文"), ("number", &bos), ("role", "prepare"), ("most", "90")];
    let check = format!("{}/approve", people());
    assert_eq!(ann.post("/do/business/invite", &fields).await.location(), check);
    let page = ann.get(&check).await;
    for said in ["薄文", &bos, "Prepare payments", "£90.00"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let (challenge, code) = (page.field("challenge").to_owned(), bank.code(ANN));
    let fields = [("account", shop.as_str()), ("challenge", &challenge), ("code", &code)];
    assert_eq!(ann.post("/do/business/confirm", &fields).await.location(), people());
    // He accepts, and finds the account among those he can pay from.
    let offer = bo.get("/business").await;
    assert!(offer.text.contains("Ann Miller") && !offer.text.contains("1,000.00"), "{}", offer.text);
    let leave = offer.field("delegate").to_owned();
    assert_eq!(bo.post("/do/business/accept", &[("delegate", &leave)]).await.location(), "/business");
    assert!(bo.get("/business").await.text.contains("£1,000.00"));
    for hers in [format!("/accounts/{shop}"), people(), format!("/you/limits/{shop}")] {
        assert_eq!(bo.get(&hers).await.status, StatusCode::NOT_FOUND, "{hers}");
    }
    let (draft, challenge) = prepare(&mut bo, "50").await;
    let review = bo.get(&format!("/pay/{draft}/review")).await.text;
    assert!(review.contains("It takes another person") && review.contains("Nothing leaves before"), "{review}");
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(BO))];
    assert_eq!(bo.post("/do/pay/approve", &fields).await.location(), format!("/payments/{draft}"));
    let one = format!("/business/{draft}");
    assert_eq!(bo.get(&format!("/payments/{draft}")).await.location(), one, "it waits for another");
    let his = bo.get(&one).await.text;
    assert!(his.contains("Call it off") && !his.contains("name=\"code\""), "he has made it");
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::SecondAsked));
    // Nor does he approve it past the page.
    bank.clock.pass(30);
    let fields = [("payment", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(BO))];
    bo.post("/do/business/approve", &fields).await;
    let refused = bo.get(&one).await.text;
    assert!(refused.contains("It waits for another person"), "{refused}");
    assert!(refused.contains("You made this payment, so somebody else has to approve it."), "{refused}");
    // The owner sees everything, and approves it; pressing twice is pressing once.
    let page = ann.get(&one).await;
    for said in ["£50.00", "Ann Miller", &number(13), "Flour", "薄文", "It fits the account"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let (challenge, code) = (page.field("challenge").to_owned(), bank.code(ANN));
    let fields = [("payment", draft.as_str()), ("challenge", &challenge), ("code", &code)];
    for _ in 0..2 {
        assert_eq!(ann.post("/do/business/approve", &fields).await.location(), one);
    }
    for browser in [&mut ann, &mut bo] {
        assert!(browser.get(&one).await.text.contains("This payment was made"));
    }
    let account = bank.ports.accounts.account(ANN, model::AccountId::new(SHOP)).await.expect("the database is there");
    let account = account.expect("hers");
    assert_eq!((account.balance.minor, account.held.minor), (95_000, 0));
    assert!(told(&bank, BO).await.contains(&SecurityEvent::SecondApproved));
}

#[tokio::test]
async fn a_refusal_says_why_and_nothing_typed_is_lost() {
    let bank = TestBank::new().await;
    bank.shop(SHOP, ANN).await;
    bank.acts((ANN, SHOP), Some(BO), ActRole::Prepare, true).await;
    let made = bank.made((BO, SHOP), 13, 500).await.to_string();
    let mut ann = bank.signed_in(ANN).await;
    let one = format!("/business/{made}");
    let refuse = async |ann: &mut Browser, why: &str| {
        ann.post("/do/business/refuse", &[("payment", made.as_str()), ("why", why)]).await.location().to_owned()
    };
    let long = "x".repeat(301);
    assert_eq!(refuse(&mut ann, &long).await, one);
    let again = ann.get(&one).await.text;
    assert!(again.contains(&long) && again.contains("Write it shorter"), "{again}");
    assert_eq!(refuse(&mut ann, "It was paid already").await, one);
    let mut bo = bank.signed_in(BO).await;
    assert!(bo.get(&one).await.text.contains("It was paid already"));
    let account = bank.ports.accounts.account(ANN, model::AccountId::new(SHOP)).await.expect("the database is there");
    assert_eq!(account.expect("hers").held.minor, 0);
}

#[tokio::test]
async fn whose_role_has_ended_prepares_and_approves_nothing() {
    let bank = TestBank::new().await;
    bank.shop(SHOP, ANN).await;
    let leave = bank.acts((ANN, SHOP), Some(BO), ActRole::Both, true).await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    bo.post("/do/preferences", &[("language", "en")]).await;
    let (draft, challenge) = prepare(&mut bo, "5").await;
    let (shop, leave) = (id(SHOP), leave.to_string());
    let ended = ann.post("/do/business/end", &[("account", shop.as_str()), ("delegate", &leave)]).await;
    assert_eq!(ended.location(), people());
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(BO))];
    bo.post("/do/pay/approve", &fields).await;
    let account = bank.ports.accounts.account(ANN, model::AccountId::new(SHOP)).await.expect("the database is there");
    let account = account.expect("hers");
    assert_eq!((account.balance.minor, account.held.minor), (100_000, 0));
    assert!(!bo.get("/accounts").await.text.contains("/business"));
}
