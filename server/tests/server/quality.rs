//! How well people are served, as the bank's own people read it: sums, and nothing that anybody said.

use bank::{
    Clock,
    conversations::{Conversation, Entry, HandOver, Reply, Said, Speaker},
    staff::Role,
};
use model::{ConversationId, Language, StaffId};

use crate::test_bank::TestBank;

/// So many strangers, of whom every fourth wanted a person, who came after two minutes.
async fn served(bank: &TestBank, many: i64, staff: StaffId, language: Language) {
    let at = bank.clock.now();
    for nth in 0..many {
        let id = ConversationId::new(bank.bank.ids.next());
        let mut said = vec![(Speaker::Owner, Said::Wrote("Ann Miller has lost her hat".to_owned()), 0)];
        if nth % 4 == 0 {
            said.push((Speaker::Owner, Said::Asked(HandOver::Wanted), 0));
            said.push((Speaker::Staff(staff), Said::Answered("It is found.".to_owned()), 120));
        } else {
            said.push((Speaker::Assistant, Said::Replied(Reply::Article("cards".to_owned())), 0));
        }
        let new = Conversation::new(id, None, language, at);
        let kept = said.into_iter().fold(new, |before, (by, said, after_s)| {
            let entry = Entry { by, said, at: at.plus_seconds(after_s), key: None, about: None, reading: None };
            before.next(entry).expect("it may follow")
        });
        assert!(bank.ports.conversations.keep(&kept).await.expect("the database is there"));
    }
}

#[tokio::test]
async fn sums_are_told_of_twenty_and_of_no_fewer() {
    let bank = TestBank::with(&[], |ports| ports).await;
    let member = bank.member(Role::Auditor).await;
    let mut browser = bank.at_work(member.id).await;
    served(&bank, 19, member.id, Language::En).await;
    let page = browser.get("/staff/quality").await.text;
    assert_eq!(page.matches("There are too few people yet to show figures.").count(), 2, "{page}");
    assert!(!page.contains("of 19"));

    served(&bank, 81, member.id, Language::En).await;
    served(&bank, 40, member.id, Language::Zh).await;
    let page = browser.get("/staff/quality").await.text;
    // Of 19, of 81 and of 40, every fourth: 5, 21 and 10.
    assert!(page.contains("104 of 140") && page.contains("36 of 140"), "{page}");
    assert!(page.contains("74 of 100") && page.contains("30 of 40"), "{page}");
    assert!(page.contains("2 minutes"), "{page}");
    assert_eq!(
        page.matches("There are too few people yet to show figures.").count(),
        1,
        "nobody has written a message"
    );
    assert!(!page.contains("Ann Miller"), "nothing that was said is on it");

    let page = browser.get("/staff/quality?days=7&by=about").await.text;
    assert!(page.contains("The assistant was not sure"), "{page}");
    let page = browser.get("/staff/quality?days=90&by=text").await.text;
    assert!(page.contains("Not signed in"), "{page}");
    // What is no number of days and no way to tell apart is as if it were not said.
    let page = browser.get("/staff/quality?days=1&by=name").await;
    assert!(page.text.contains("104 of 140"));
}
