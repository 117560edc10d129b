//! What the assistant did not understand: nobody's is kept who has not let it, and two of the bank say what it meant.

use bank::staff::Role;
use model::Language;

use crate::test_bank::{ANN, TestBank};

const WORDS: &str = "Zzz qqq blue elephants";

/// What the form on the page names: the message.
fn named(page: &str) -> String {
    let at = page.find("name=\"miss\"").expect("there is one to look at");
    let value = page[at..].split("value=\"").nth(1).expect("it has a value");
    value.split('"').next().expect("it ends").to_owned()
}

#[tokio::test]
async fn two_say_what_was_meant_by_who_lets_it_learn() {
    let bank = TestBank::with(&[], |ports| ports).await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/help/chat/say", &[("words", WORDS)]).await;
    assert_eq!(bank.ports.misses.counts().await.expect("an answer").open, 0, "she was not asked");
    assert!(ann.get("/you/privacy").await.text.contains("The assistant does not learn from what you write."));
    assert_eq!(ann.post("/do/you/learn", &[("learn", "on")]).await.location(), "/you/privacy");
    assert!(ann.get("/you/privacy").await.text.contains("The assistant may learn from what you write. Thank you."));
    ann.post("/do/help/chat/say", &[("words", WORDS)]).await;

    let (priya, oscar) = (bank.member(Role::Agent).await, bank.member(Role::PaymentsOfficer).await);
    let (mut priya, mut oscar) = (bank.at_work(priya.id).await, bank.at_work(oscar.id).await);
    let page = priya.get("/staff/labels").await.text;
    assert!(page.contains(WORDS) && !page.contains("Ann Miller"), "{page}");
    let miss = named(&page);
    let skipped = priya.get(&format!("/staff/labels?after={miss}")).await.text;
    assert!(skipped.contains("There is nothing further on.") && !skipped.contains(WORDS));
    let label = [("miss", miss.as_str()), ("label", "card"), ("after", "")];
    assert_eq!(priya.post("/do/staff/labels/label", &label).await.location(), "/staff/labels");
    let mine = priya.get("/staff/labels").await.text;
    assert!(mine.contains("Nothing waits for you here.") && !mine.contains(WORDS), "nobody looks at their own");
    let page = oscar.get("/staff/labels").await.text;
    assert!(page.contains("A colleague says it means:") && named(&page) == miss, "{page}");
    let check = [("miss", miss.as_str()), ("label", "card"), ("agrees", "yes"), ("after", "")];
    assert_eq!(oscar.post("/do/staff/labels/check", &check).await.location(), "/staff/labels");
    let agreed = bank.ports.misses.agreed().await.expect("an answer");
    assert_eq!((agreed.len(), agreed[0].language), (1, Language::En));

    ann.post("/do/you/learn", &[("learn", "off")]).await;
    assert!(bank.ports.misses.agreed().await.expect("an answer").is_empty(), "what she lets no more is gone");
}
