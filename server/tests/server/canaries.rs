//! Many people at the same time, each with a word that is theirs alone: nobody ever reads another's.

use std::{collections::BTreeSet, sync::Arc};

use tokio::{sync::Semaphore, task::JoinSet};

use crate::{
    figures,
    test_bank::{TestBank, one_of_a_crowd, word},
};

/// How many of them act at once. All of them are signed in from the beginning to the end.
const AT_ONCE: usize = 50;

/// The words in a text.
fn words(text: &str) -> BTreeSet<&str> {
    text.match_indices("canary").filter_map(|(at, _)| text.get(at..at + 14)).collect()
}

/// What the `nth` person reads of others, in one visit of pages and forms.
async fn visit(bank: Arc<TestBank>, nth: u32, turns: Arc<Semaphore>) -> (usize, Vec<String>) {
    let (customer, account) = one_of_a_crowd(nth);
    let own = word(nth);
    let mut browser = bank.signed_in(customer).await;
    let _turn = turns.acquire().await.expect("nobody closes it");
    let start = browser.post("/do/pay/start", &[("from", &account.to_string())]).await.location().to_owned();
    let draft = start.split('/').nth(2).expect("a draft").to_owned();
    // What was not right waits in the session.
    let fields = [("draft", draft.as_str()), ("from", &account.to_string()), ("amount", own.as_str())];
    browser.post("/do/pay/amount", &fields).await;
    let payee = [("draft", draft.as_str()), ("kind", "other"), ("name", own.as_str()), ("number", "1")];
    browser.post("/do/pay/payee", &payee).await;
    let pages =
        ["/", "/accounts", &format!("/accounts/{account}?text={own}"), &start, &format!("/pay/{draft}/payee"), "/you"];
    let (mut read, mut foreign) = (0, Vec::new());
    for path in pages {
        let page = browser.get(path).await;
        let all = format!("{}{:?}", page.text, page.headers);
        read += words(&all).iter().filter(|found| **found == own).count();
        foreign.extend(
            words(&all).into_iter().filter(|found| *found != own).map(|found| format!("{own} {path}: {found}")),
        );
    }
    (read, foreign)
}

async fn crowd(count: u32) -> usize {
    let settings = [("BANYAN_CHANGES_PER_MINUTE", "1000000"), ("BANYAN_REQUESTS_PER_MINUTE", "1000000")];
    let bank = Arc::new(TestBank::crowded(&settings, count, |ports| ports).await);
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut people = JoinSet::new();
    let (mut read, mut crossings) = (0, Vec::new());
    for nth in 0..count {
        people.spawn(visit(Arc::clone(&bank), nth, Arc::clone(&turns)));
    }
    while let Some(seen) = people.join_next().await {
        let (own, foreign) = seen.expect("a visit does not panic");
        assert!(own >= 5, "everybody reads their own word on their pages: {own}");
        read += own;
        crossings.extend(foreign);
    }
    assert!(crossings.is_empty(), "{crossings:?}");
    read
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reads_what_is_anothers() {
    crowd(150).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a thousand sessions take a minute: make bench-access"]
async fn a_thousand_sessions() {
    let read = crowd(1_000).await;
    figures::aside("access.canary_reads", read);
    figures::at_most("access.canary_crossings", 0, 0);
}
