//! Cards on their pages: locked by one press, more with a code, a PIN once.

use axum::http::StatusCode;
use bank::{cards::CardState, policy::LIMIT_RAISE_WAIT_S};
use model::CardId;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, TestBank},
};

async fn post(ann: &mut Browser, path: &str, card: CardId, fields: &[(&str, &str)]) -> String {
    let card = card.to_string();
    let fields: Vec<_> = [("card", card.as_str())].into_iter().chain(fields.iter().copied()).collect();
    ann.post(path, &fields).await.location().to_owned()
}

/// Answers the question on a page of a card with the code of the app; where that leads to.
async fn approve(bank: &TestBank, ann: &mut Browser, page: &str, path: &str, card: CardId) -> String {
    bank.clock.pass(30);
    let challenge = ann.get(page).await.field("challenge").to_owned();
    let code = bank.code(ANN);
    post(ann, path, card, &[("challenge", &challenge), ("code", &code)]).await
}

#[tokio::test]
async fn a_card_is_locked_at_once_and_unlocked_with_a_code() {
    let bank = TestBank::new().await;
    let card = bank.add_card(ANN, 11, CardState::Active).await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/cards/{card}");
    assert_eq!(post(&mut ann, "/do/cards/lock", card, &[]).await, page);
    assert!(ann.get(&page).await.text.contains("This card is locked"));
    assert!(ann.get("/cards").await.text.contains("Locked"));
    let unlock = format!("{page}/unlock");
    assert_eq!(post(&mut ann, "/do/cards/unlock", card, &[("code", "000000")]).await, unlock);
    assert_eq!(approve(&bank, &mut ann, &unlock, "/do/cards/unlock", card).await, page);
    assert!(ann.get(&page).await.text.contains("Ready to pay"));
}

#[tokio::test]
async fn less_counts_at_once_and_more_after_a_code_and_half_a_day() {
    let bank = TestBank::new().await;
    let card = bank.add_card(ANN, 11, CardState::Active).await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/cards/{card}");
    assert_eq!(post(&mut ann, "/do/cards/limit", card, &[("way", "shop"), ("amount", "12")]).await, page);
    assert!(ann.get(&page).await.text.contains("£12.00"));
    let lost = post(&mut ann, "/do/cards/limit", card, &[("way", "shop"), ("amount", "much")]).await;
    assert_eq!(lost, format!("{page}/limits/shop"), "it is shown again");
    assert_eq!(post(&mut ann, "/do/cards/limit", card, &[("way", "shop"), ("amount", "77")]).await, "/cards/raise");
    assert_eq!(approve(&bank, &mut ann, "/cards/raise", "/do/cards/raise", card).await, page);
    let seen = ann.get(&page).await.text;
    assert!(seen.contains("£12.00") && seen.contains("£77.00, from"), "it waits, and says so");
    bank.clock.pass(LIMIT_RAISE_WAIT_S);
    let mut ann = bank.signed_in(ANN).await;
    let seen = ann.get(&page).await.text;
    assert!(!seen.contains("£12.00") && seen.contains("£77.00"));

    assert_eq!(post(&mut ann, "/do/cards/reach", card, &[("reach", "home")]).await, page);
    assert_eq!(post(&mut ann, "/do/cards/reach", card, &[("reach", "everywhere")]).await, "/cards/raise");
    assert_eq!(approve(&bank, &mut ann, "/cards/raise", "/do/cards/raise", card).await, page);
    assert!(ann.get(&page).await.text.contains("Everywhere, from"));
    assert_eq!(post(&mut ann, "/do/cards/call-off", card, &[("what", "reach")]).await, page);
    assert!(!ann.get(&page).await.text.contains("Everywhere, from"));
}

#[tokio::test]
async fn a_block_holds_until_two_nights_have_passed_and_can_be_kept() {
    let bank = TestBank::new().await;
    let card = bank.add_card(ANN, 11, CardState::Active).await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/cards/{card}/blocks/gambling");
    let what = [("what", "gambling")];
    assert_eq!(post(&mut ann, "/do/cards/block", card, &what).await, page);
    assert!(ann.get(&page).await.text.contains("This card does not pay for it."));
    assert_eq!(post(&mut ann, "/do/cards/unblock", card, &what).await, page);
    assert!(ann.get(&page).await.text.contains("About 48 hours left"));
    bank.clock.pass(47 * 3_600 + 60);
    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get(&page).await.text.contains("Less than one hour left"));
    assert_eq!(post(&mut ann, "/do/cards/keep-block", card, &what).await, page);
    bank.clock.pass(3_600);
    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get(&page).await.text.contains("This card does not pay for it."));
}

#[tokio::test]
async fn a_lost_card_is_over_and_the_next_is_put_to_use() {
    let bank = TestBank::with(&[("BANYAN_DEMO", "true")], |ports| ports).await;
    let card = bank.add_card(ANN, 11, CardState::Active).await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/cards/{card}/lost");
    assert_eq!(post(&mut ann, "/do/cards/lost", card, &[]).await, page);
    assert!(ann.get(&page).await.text.contains("Choose what has happened"));
    let then = post(&mut ann, "/do/cards/lost", card, &[("trouble", "lost")]).await;
    assert_ne!(then, format!("/cards/{card}"), "on to the new one");
    assert!(ann.get(&then).await.text.contains("on its way"));
    let old = ann.get(&format!("/cards/{card}")).await.text;
    assert!(old.contains("blocked for good") && old.contains(&then), "it leads to the new one");
    let new: CardId = then.replace("/cards/", "").parse().expect("a card");
    let arrived = approve(&bank, &mut ann, &format!("{then}/arrived"), "/do/cards/arrived", new).await;
    assert_eq!(arrived, then);
    assert!(ann.get(&then).await.text.contains("Ready to pay"));
}

#[tokio::test]
async fn a_pin_is_shown_once_and_to_nobody_else() {
    let bank = TestBank::with(&[("BANYAN_DEMO", "true")], |ports| ports).await;
    let card = bank.add_card(ANN, 11, CardState::Active).await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    let page = format!("/cards/{card}/pin");
    assert_eq!(approve(&bank, &mut ann, &page, "/do/cards/pin", card).await, page);
    assert_eq!(bo.get(&page).await.status, StatusCode::NOT_FOUND);
    let pin = bank.bank.card_processor.as_ref().expect("the demo makes cards").pin(card).await.expect("a PIN");
    let shown = ann.get(&page).await;
    assert!(shown.text.contains(pin.reveal()));
    assert_eq!(shown.header("cache-control"), "no-store");
    let again = ann.get(&page).await.text;
    assert!(!again.contains(&format!(">{}<", pin.reveal())) && again.contains("challenge"), "it is asked again");
}
