//! Writing to the bank and hearing from it: by pages alone, as a customer and somebody of the bank see them.

use axum::http::StatusCode;
use bank::{security::SecurityEvent, staff::Role};
use store::bulk::{Batch, NewContact};

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, TestBank},
};

async fn write(browser: &mut Browser, kind: &str, words: &str) -> String {
    let sent = browser.post("/do/help/write", &[("kind", kind), ("words", words)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    sent.location().to_owned()
}

fn id(address: &str) -> &str {
    address.rsplit('/').next().expect("an id")
}

#[tokio::test]
async fn what_was_typed_wrong_comes_back_and_what_is_right_gets_a_number_and_a_day() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let refused = ann.post("/do/help/write", &[("kind", ""), ("words", "It went twice")]).await;
    assert_eq!(refused.location(), "/help/write");
    let page = ann.get("/help/write").await;
    assert!(page.text.contains("It went twice") && page.text.contains("Choose what you write about"), "{}", page.text);
    let ticket = write(&mut ann, "suspicious", "They asked for 123456 & <b>more</b>").await;
    let page = ann.get(&ticket).await;
    for said in ["Do this now", "href=\"/freeze\"", "You hear from us by", "They asked for •••• &amp; &lt;b&gt;more"]
    {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("123456"));
    assert!(ann.get("/help/tickets").await.text.contains(id(&ticket)));
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.get(&ticket).await.status, StatusCode::NOT_FOUND);
    // A line of hers is hers alone.
    let (paid, challenge) = ann.prepare_payment("20").await;
    let fields = [("draft", paid.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{paid}"));
    let list = ann.get(&format!("/accounts/{}", crate::browser::id(11))).await.text;
    let line = list.split("/transactions/").nth(1).and_then(|rest| rest.split(['"', '?']).next()).expect("a line");
    let about = format!("/help/write?account={}&line={line}", crate::browser::id(11));
    assert_eq!(ann.get(&about).await.status, StatusCode::OK);
    assert_eq!(bo.get(&about).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_of_the_bank_answers_and_the_customer_closes_and_says_how_it_went() {
    let bank = TestBank::new().await;
    let contact = NewContact { customer: ANN, email: "ann@example.org".to_owned(), phone: String::new() };
    bank.keep(Batch { contacts: vec![contact], ..Batch::default() }).await;
    let mut ann = bank.signed_in(ANN).await;
    let ticket = write(&mut ann, "other", "Where is my statement?").await;
    let id = id(&ticket).to_owned();
    let (priya, oscar) = (bank.member(Role::Agent).await, bank.member(Role::PaymentsOfficer).await);
    let (mut priya, mut oscar) = (bank.at_work(priya.id).await, bank.at_work(oscar.id).await);
    assert!(priya.get("/staff").await.text.contains("Waiting: 1. Late: 0."));
    let queue = priya.get("/staff/tickets").await;
    assert!(queue.text.contains(&id) && !queue.text.contains("statement?"), "{}", queue.text);
    let address = format!("/staff/tickets/{id}");
    assert!(!priya.get(&address).await.text.contains("Where is my statement?"), "before they have said why");
    for member in [&mut priya, &mut oscar] {
        let fields = [("ticket", id.as_str()), ("reason", "wrote")];
        assert_eq!(member.post("/do/staff/tickets/look", &fields).await.location(), address);
        assert!(member.get(&address).await.text.contains("Where is my statement?"));
    }
    let say = |words: &'static str| [("ticket", id.clone()), ("seen", "0".to_owned()), ("answer", words.to_owned())];
    let post = async |member: &mut Browser, words: &'static str| {
        let fields = say(words);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        member.post("/do/staff/tickets/answer", &fields).await.location().to_owned()
    };
    assert_eq!(post(&mut priya, "Under Statements.").await, address);
    // The other was slower: nothing they typed is lost, and they read what was answered.
    let again = post(&mut oscar, "On its way.").await;
    let page = oscar.get(&again).await;
    for said in ["Something has happened here since you looked", "On its way.", "Under Statements."] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let note = [("ticket", id.as_str()), ("seen", "1"), ("note", "She is patient")];
    assert_eq!(oscar.post("/do/staff/tickets/note", &note).await.location(), address);
    let page = ann.get(&ticket).await;
    assert!(page.text.contains("Under Statements.") && page.text.contains("We have answered"), "{}", page.text);
    assert!(!page.text.contains("She is patient") && !page.text.contains("On its way."));
    let sent = bank.ports.security.sent(5).await.expect("the database is there");
    assert!(sent.iter().any(|sent| sent.notice.customer == ANN && sent.notice.event == SecurityEvent::TicketNews));
    assert_eq!(ann.post("/do/help/tickets/settle", &[("ticket", &id)]).await.location(), ticket);
    assert!(ann.get(&ticket).await.text.contains("How did it go?"));
    let unmarked = ann.post("/do/help/tickets/rate", &[("ticket", &id), ("more", "Quick")]).await;
    let page = ann.get(unmarked.location()).await;
    assert!(page.text.contains("Choose how it went") && page.text.contains("Quick"), "{}", page.text);
    assert_eq!(ann.post("/do/help/tickets/rate", &[("ticket", &id), ("score", "5")]).await.location(), ticket);
    let page = ann.get(&ticket).await;
    assert!(!page.text.contains("How did it go?") && page.text.contains("Very well"));
    let more = [("ticket", id.as_str()), ("words", "It is gone again"), ("further", "reopen")];
    ann.post("/do/help/tickets/write", &more).await;
    assert!(ann.get(&ticket).await.text.contains("We are working on it"));
}
