//! Payments to other banks, with the simulator at the other end of the line.

use std::net::SocketAddr;

use axum::{Router, routing::get};
use bank::{ledger::Breach, rails};
use interbank::{Manner, holder_of, sample};
use model::Iban;
use server::other_banks::simulator;
use tokio::net::TcpListener;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

/// A bank, and others that it reaches.
async fn with_others() -> TestBank {
    with_end(|bank| simulator::router(bank.clock.clone())).await
}

/// A bank, and what is at the other end of its line.
async fn with_end(end: impl FnOnce(&TestBank) -> Router) -> TestBank {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address: SocketAddr = listener.local_addr().expect("its address");
    let bank = TestBank::with(&[("BANYAN_OTHER_BANKS", &address.to_string())], |ports| ports).await;
    tokio::spawn(axum::serve(listener, end(&bank)).into_future());
    bank
}

/// What the program does by itself, in the next second.
async fn work(bank: &TestBank) {
    bank.clock.pass(1);
    let others = bank.bank.other_banks.clone().expect("there are others");
    for payment in bank.bank.sendings.due(bank.bank.clock.now(), 100).await.expect("an answer") {
        rails::deliver(&bank.bank, &payment).await.expect("the database is there");
    }
    bank.clock.pass(1);
    for message in others.says().await {
        assert_eq!(rails::hear(&bank.bank, &message).await.expect("the database is there"), None);
        others.taken(message.number).await;
    }
}

/// Ann begins to pay £5 to this account; the draft.
async fn begun(ann: &mut Browser, iban: Iban, name: &str) -> String {
    let start = ann.post("/do/pay/start", &[("from", &id(11)), ("kind", "elsewhere")]).await;
    let draft = start.location().split('/').nth(2).expect("the draft in the address").to_owned();
    ann.post("/do/pay/amount", &[("draft", &draft), ("from", &id(11)), ("amount", "5")]).await;
    let payee = [("draft", draft.as_str()), ("kind", "elsewhere"), ("name", name), ("iban", &iban.to_string())];
    assert_eq!(ann.post("/do/pay/payee", &payee).await.location(), format!("/pay/{draft}/review"));
    draft
}

/// Ann pays £5 to it; the address of the payment.
async fn paid(bank: &TestBank, ann: &mut Browser, iban: Iban) -> String {
    bank.clock.pass(60);
    let draft = begun(ann, iban, holder_of(iban).unwrap_or("Somebody Unknown")).await;
    let approve = ann.get(&format!("/pay/{draft}/approve")).await;
    assert_eq!(approve.status, 200, "{} {}", approve.location(), approve.text);
    let challenge = approve.field("challenge").to_owned();
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    let page = format!("/payments/{draft}");
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), page);
    page
}

async fn says(browser: &mut Browser, page: &str, words: &str) -> bool {
    browser.get(page).await.text.contains(words)
}

/// The money of these people comes from nowhere; what has become of their payments is as it must be all the same.
async fn verified(bank: &TestBank) {
    let breaches = bank.ports.upkeep.verify().await.expect("an answer").breaches;
    assert!(!breaches.iter().any(|breach| matches!(breach, Breach::Sending { .. })), "{breaches:?}");
}

async fn balance(bank: &TestBank) -> i64 {
    bank.ports.accounts.list(ANN).await.expect("an answer").iter().map(|account| account.balance.minor).sum()
}

#[tokio::test]
async fn a_payment_arrives_at_another_bank_and_its_page_says_how_far_it_is() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = paid(&bank, &mut ann, sample(0, Manner::Takes)).await;
    for place in [&page, "/pay"] {
        assert!(says(&mut ann, place, "Your payment is about to leave").await, "{place}");
    }
    assert!(says(&mut ann, &page, &sample(0, Manner::Takes).to_string()).await);
    let pdf = format!("{page}/pdf");
    assert_eq!(ann.get(&pdf).await.status, 404, "it has not arrived yet");
    work(&bank).await;
    assert!(says(&mut ann, &page, "The money is with the payee").await);
    assert!(says(&mut ann, &page, &pdf).await);
    assert!(says(&mut ann, "/pay", "Ruth Adler").await, "they are known from now on");
    assert!(!says(&mut ann, "/pay", "On their way to other banks").await);
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.get(&page).await.status, 404, "it is nobody else's");
    verified(&bank).await;
}

#[tokio::test]
async fn what_is_not_taken_or_sent_back_is_on_the_account_again() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let before = balance(&bank).await;
    let refused = paid(&bank, &mut ann, sample(1, Manner::Refuses)).await;
    assert_eq!(balance(&bank).await, before - 500);
    work(&bank).await;
    assert!(says(&mut ann, &refused, "Your payment was not taken").await);
    assert!(says(&mut ann, &refused, "The account at the other bank is closed").await);
    assert_eq!(balance(&bank).await, before);
    let returned = paid(&bank, &mut ann, sample(5, Manner::Returns)).await;
    work(&bank).await;
    assert!(says(&mut ann, &returned, "The money is with the payee").await);
    bank.clock.pass(120);
    work(&bank).await;
    assert!(says(&mut ann, &returned, "Your payment was sent back").await);
    assert_eq!(balance(&bank).await, before);
    verified(&bank).await;
}

#[tokio::test]
async fn what_nobody_knows_is_said_until_somebody_does() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let late = paid(&bank, &mut ann, sample(2, Manner::Late)).await;
    let deaf = paid(&bank, &mut ann, sample(4, Manner::Deaf)).await;
    let silent = paid(&bank, &mut ann, sample(6, Manner::Silent)).await;
    work(&bank).await;
    assert!(says(&mut ann, &late, "Your payment is on its way").await);
    assert!(says(&mut ann, &deaf, "We do not know yet if it has arrived").await);
    bank.clock.pass(25);
    work(&bank).await;
    for page in [&late, &silent] {
        assert!(says(&mut ann, page, "Please do not pay it a second time").await, "{page}");
    }
    for _ in 0..2 {
        bank.clock.pass(100);
        work(&bank).await;
    }
    for page in [&late, &deaf] {
        assert!(says(&mut ann, page, "The money is with the payee").await, "{page}");
    }
    assert!(says(&mut ann, &silent, "We do not know yet").await);
    assert_eq!(bank.bank.sendings.due(model::Timestamp::from_micros(i64::MAX), 9).await.expect("an answer").len(), 1);
}

#[tokio::test]
async fn what_their_bank_says_of_a_name_is_said_and_the_payer_decides() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let ruth = sample(0, Manner::Takes);
    for (iban, name, said, button) in [
        (ruth, "Ruth Adler", None, "Go on"),
        (ruth, "R Adler", Some("The account belongs to Ruth Adler"), "Go on"),
        (ruth, "Tom Whitfield", Some("That is not the name on the account"), "I am sure: go on"),
        (sample(9, Manner::Takes), "Ruth Adler", Some("The name could not be checked"), "Go on"),
    ] {
        let draft = begun(&mut ann, iban, name).await;
        let review = ann.get(&format!("/pay/{draft}/review")).await.text;
        let titles = ["The name is close", "not the name on the account", "could not be checked"];
        assert_eq!(titles.iter().any(|title| review.contains(title)), said.is_some(), "{name}");
        assert!(said.is_none_or(|said| review.contains(said)), "{name}");
        assert!(review.contains(button) && review.contains("within seconds"), "{name}");
        let approve = ann.get(&format!("/pay/{draft}/approve")).await;
        assert!(said.is_none_or(|said| approve.text.contains(said)), "what is approved is shown: {name}");
    }
}

#[tokio::test]
async fn a_wrong_iban_is_said_beside_it_and_kept() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let draft = begun(&mut ann, sample(0, Manner::Takes), "Ruth Adler").await;
    for (iban, sentence) in [
        ("GB82 WEST 1234 5698 7654 23", "Something in this IBAN is wrong"),
        ("GB82 WEST 1234", "too long or too short"),
        ("DE89 3704 0044 0532 0130 00", "cannot send this currency to that country"),
    ] {
        let payee = [("draft", draft.as_str()), ("kind", "elsewhere"), ("name", "Ruth Adler"), ("iban", iban)];
        let answer = ann.post("/do/pay/payee", &payee).await;
        // Whether it is reached is known from the account, at the review.
        let shown = ann.get(answer.location()).await;
        let shown = if shown.location().is_empty() { shown } else { ann.get(shown.location()).await };
        assert!(shown.text.contains(sentence) && shown.text.contains(iban), "{iban}: {}", shown.text);
    }
}

#[tokio::test]
async fn the_code_of_a_bill_is_read_looked_at_and_checked() {
    let bank = with_others().await;
    let mut ann = bank.signed_in(ANN).await;
    let iban = sample(0, Manner::Takes);
    let draft = begun(&mut ann, iban, "Somebody Unknown").await;
    let page = format!("/pay/{draft}/payee");
    assert!(says(&mut ann, &format!("{page}?elsewhere=1"), "?code=1").await);
    let lines = format!("BCD\r\n002\r\n1\r\nSCT\r\n\r\nRuth Adler\r\n{}\r\n\r\n\r\n\r\nchairs", iban.electronic());
    let wrong = lines.replace("SCT", "XYZ");
    let answer = ann.post("/do/pay/code", &[("draft", &draft), ("text", &wrong)]).await;
    assert_eq!(answer.location(), format!("{page}?code=1"));
    let shown = ann.get(answer.location()).await.text;
    assert!(
        shown.contains("This is not the text of a code") && shown.contains("Ruth Adler"),
        "nothing is lost: {shown}"
    );
    let answer = ann.post("/do/pay/code", &[("draft", &draft), ("text", &lines)]).await;
    assert_eq!(answer.location(), format!("{page}?elsewhere=1"));
    let shown = ann.get(answer.location()).await.text;
    for filled in ["Ruth Adler", &iban.to_string(), "chairs"] {
        assert!(shown.contains(filled), "{filled}: {shown}");
    }
    assert_eq!(
        ann.get(&format!("/pay/{draft}/review")).await.location(),
        page,
        "it is sent by whoever has looked at it"
    );
}

#[tokio::test]
async fn what_is_not_understood_is_kept_aside_and_can_be_taken() {
    let said = r#"[{"number": 7, "body": "<Nonsense/>"}, {"number": 8, "body": "more \u0000 of it"}]"#;
    let bank = with_end(|_| Router::new().route("/messages", get(move || async move { said }))).await;
    let others = bank.bank.other_banks.clone().expect("there are others");
    for _ in 0..2 {
        let messages = others.says().await;
        assert_eq!(messages.iter().map(|message| message.number).collect::<Vec<_>>(), [7, 8]);
        for message in &messages {
            assert!(rails::hear(&bank.bank, message).await.expect("the database is there").is_some());
        }
    }
    assert_eq!(bank.ports.upkeep.verify().await.expect("an answer").aside, 2, "each is kept once");
}

#[tokio::test]
async fn what_is_not_a_list_is_nothing_and_stops_nothing() {
    let answers = || Router::new().route("/messages", get(|| async { (axum::http::StatusCode::BAD_GATEWAY, "[]") }));
    for end in [answers(), Router::new().route("/messages", get(|| async { "{}" }))] {
        let bank = with_end(|_| end).await;
        let others = bank.bank.other_banks.clone().expect("there are others");
        assert!(others.says().await.is_empty());
    }
}

#[tokio::test]
async fn without_others_nothing_is_offered_and_nothing_is_sent() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(!says(&mut ann, "/pay", "another bank").await);
    let draft = begun(&mut ann, sample(0, Manner::Takes), "Ruth Adler").await;
    let review = ann.get(&format!("/pay/{draft}/review")).await;
    assert_eq!(review.location(), format!("/pay/{draft}/payee"));
    assert!(says(&mut ann, review.location(), "We cannot send money to other banks just now").await);
}
