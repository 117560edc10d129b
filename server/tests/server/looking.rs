//! Somebody lets somebody else look: from the invitation to its end, and everybody who tries to see more.

use axum::http::StatusCode;
use bank::{Clock, audit::Deed, security::SecurityEvent};
use model::{CustomerId, MandateId};

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

const DAY_S: i64 = 24 * 3_600;

fn number(serial: u32) -> String {
    model::AccountNumber::from_serial(serial).expect("a number").to_string()
}

/// Ann invites Bo to look at her first account, by the pages.
async fn invite(bank: &TestBank, ann: &mut Browser) -> MandateId {
    let (account, number) = (id(11), number(12));
    let fields =
        [("name", "薄文"), ("number", number.as_str()), ("accounts[]", account.as_str()), ("until", "2026-12-24")];
    assert_eq!(ann.post("/do/people/invite", &fields).await.location(), "/you/people/approve");
    let page = ann.get("/you/people/approve").await;
    for said in ["薄文", &number, "Account 11", "24 December 2026"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let (challenge, code) = (page.field("challenge").to_owned(), bank.code(ANN));
    let fields = [("challenge", challenge.as_str()), ("code", code.as_str())];
    let one = ann.post("/do/people/approve", &fields).await.location().to_owned();
    assert_eq!(ann.get("/you/people/approve").await.location(), "/you/people", "approved once, and over");
    one.strip_prefix("/you/people/").and_then(|id| id.parse().ok()).expect("the page of what was given")
}

fn page(mandate: MandateId, account: i64) -> String {
    format!("/looking/{mandate}/{}", id(account))
}

async fn told(bank: &TestBank, who: CustomerId) -> Vec<SecurityEvent> {
    let happened = bank::security::happened(&bank.bank, who).await.expect("the database is there");
    happened.into_iter().map(|one| one.event).collect()
}

#[tokio::test]
async fn somebody_is_invited_accepts_looks_and_is_seen_to() {
    let bank = TestBank::new().await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    assert_eq!(bo.post("/do/preferences", &[("language", "en")]).await.status, StatusCode::SEE_OTHER);
    assert!(!bo.get("/accounts").await.text.contains("/looking"), "nobody has invited him");
    let (paid, challenge) = ann.prepare_payment("20").await;
    let fields = [("draft", paid.as_str()), ("challenge", challenge.as_str()), ("code", &bank.code(ANN))];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{paid}"));
    bank.clock.pass(30);
    let mandate = invite(&bank, &mut ann).await;

    assert!(bo.get("/accounts").await.text.contains("/looking"));
    let offer = bo.get("/looking").await.text;
    assert!(offer.contains("Ann Miller") && !offer.contains("Account 11"), "{offer}");
    assert_eq!(bo.get(&page(mandate, 11)).await.status, StatusCode::NOT_FOUND, "nothing before he accepts");
    let named = mandate.to_string();
    assert_eq!(bo.post("/do/looking/accept", &[("mandate", &named)]).await.location(), "/looking");
    let list = bo.get("/looking").await.text;
    assert!(list.contains("Account 11") && !list.contains("Account 13") && !list.contains("£980.00"), "{list}");

    for _ in 0..2 {
        let seen = bo.get(&page(mandate, 11)).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.text.contains("£980.00") && seen.text.contains("£20.00"), "{}", seen.text);
        for more in [number(11), "/transactions".to_owned(), "/payments/".to_owned(), "/statements".to_owned()] {
            assert!(!seen.text.contains(&more), "{more}: {}", seen.text);
        }
    }
    let log = ann.get(&format!("/you/people/{mandate}")).await.text;
    assert!(log.contains("2 times"), "{log}");
    let looked = bank.ports.audit.latest(Some(Deed::MandateLooked), None, 10).await.expect("the database is there");
    assert_eq!(looked.len(), 1, "a day's looks are one row of the chain");
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::MandateInvited));
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::MandateBegan));
    assert!(bo.get("/you/notices").await.text.contains("Ann Miller"));

    assert_eq!(ann.post("/do/people/end", &[("mandate", &named)]).await.location(), format!("/you/people/{mandate}"));
    let over = bo.get(&page(mandate, 11)).await;
    assert_eq!(over.status, StatusCode::FORBIDDEN);
    assert!(over.text.contains("You may not look any more") && !over.text.contains('£'), "{}", over.text);
}

#[tokio::test]
async fn nobody_sees_what_was_not_shown_to_them() {
    let bank = TestBank::new().await;
    let mandate = bank.mandate((ANN, 11), (BO, 12)).await;
    assert!(bank.ports.mandates.begin(BO, mandate, bank.clock.now()).await.expect("the database is there"));
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    // Not another account of hers, nor his own or one of nobody's in its place, nor her own pages, papers and payments.
    for other in [page(mandate, 13), page(mandate, 12), page(mandate, 99), page(MandateId::new(99), 11)] {
        assert_eq!(bo.get(&other).await.status, StatusCode::NOT_FOUND, "{other}");
    }
    let hers = id(11);
    for rest in ["", "/statements", "/statements/2026-11", "/statements/2026-11/csv", "/transactions/1"] {
        assert_eq!(bo.get(&format!("/accounts/{hers}{rest}")).await.status, StatusCode::NOT_FOUND, "{rest}");
    }
    assert_eq!(bo.get(&format!("/you/people/{mandate}")).await.status, StatusCode::NOT_FOUND);
    // Whose account it is does not look by what she gave, nor does anybody else who has got to know its address.
    assert_eq!(ann.get(&page(mandate, 11)).await.status, StatusCode::NOT_FOUND);
    let other = bank.mandate((BO, 12), (ANN, 11)).await;
    assert_eq!(bo.get(&page(other, 12)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bank.browser().get(&page(mandate, 11)).await.status, StatusCode::SEE_OTHER, "signed in as oneself");
    // He lets nobody look at what is hers.
    let (hers, number) = (id(11), number(11));
    let fields = [("name", "Ann Miller"), ("number", &number), ("accounts[]", &hers), ("until", "2026-12-24")];
    assert_eq!(bo.post("/do/people/invite", &fields).await.location(), "/you/people/invite");
    assert_eq!(bo.get("/you/people/approve").await.location(), "/you/people");
    let looks = bank.ports.mandates.looks(ANN, mandate).await.expect("the database is there");
    assert!(looks.is_empty(), "what was not seen was not looked at");
}

#[tokio::test]
async fn it_is_over_after_its_last_day_and_asleep_while_everything_is_frozen() {
    let bank = TestBank::new().await;
    let mandate = bank.mandate((ANN, 11), (BO, 12)).await;
    assert!(bank.ports.mandates.begin(BO, mandate, bank.clock.now()).await.expect("the database is there"));
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.get(&page(mandate, 11)).await.status, StatusCode::OK);
    assert_eq!(bank.signed_in(ANN).await.post("/do/freeze", &[]).await.location(), "/freeze");
    let asleep = bo.get(&page(mandate, 11)).await;
    assert_eq!(asleep.status, StatusCode::FORBIDDEN);
    assert!(!asleep.text.contains("1,000.00"), "{}", asleep.text);
    bank.clock.pass(60 * DAY_S);
    let over = bank.signed_in(BO).await.get(&page(mandate, 11)).await;
    assert_eq!(over.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn several_accounts_are_shown_and_what_is_wrong_is_said() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (first, second, number) = (id(11), id(13), number(12));
    let fields = [("name", "薄文"), ("number", &number), ("accounts[]", &first), ("accounts[]", &second)];
    let wrong = ann.post("/do/people/invite", &fields).await;
    assert_eq!(wrong.location(), "/you/people/invite");
    let again = ann.get("/you/people/invite").await.text;
    assert!(again.contains("Choose a last day") && again.matches(" checked").count() == 2, "{again}");
    let fields = [fields.as_slice(), &[("until", "2026-12-24")]].concat();
    assert_eq!(ann.post("/do/people/invite", &fields).await.location(), "/you/people/approve");
    let check = ann.get("/you/people/approve").await.text;
    assert!(check.contains("Account 11") && check.contains("Account 13"), "{check}");
}
