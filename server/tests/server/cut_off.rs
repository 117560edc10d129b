//! What somebody has begun comes to its end, also where they close the line at once.

use std::time::Duration;

use bank::security::SecurityEvent;
use store::bulk::{Batch, NewContact};
use tokio::time::{sleep, timeout};

use crate::test_bank::{ANN, TestBank};

/// How many looks are taken before something is taken for never done, a moment apart.
const LOOKS: u32 = 500;

#[tokio::test]
async fn whoever_closes_the_line_leaves_nothing_half_done() {
    let bank = TestBank::new().await;
    let contact = NewContact { customer: ANN, email: "ann@example.org".to_owned(), phone: String::new() };
    bank.keep(Batch { contacts: vec![contact], ..Batch::default() }).await;
    let mut elsewhere = bank.signed_in(ANN).await;
    let mut ann = bank.signed_in(ANN).await;
    // As when the line is closed: the answer is given up at the first thing that it waits for.
    assert!(timeout(Duration::ZERO, ann.post("/do/freeze", &[])).await.is_err(), "nobody waits for the answer");
    let mut told = false;
    for _ in 0..LOOKS {
        let sent = bank.ports.security.sent(10).await.expect("the database is there");
        told = sent.iter().any(|sent| sent.notice.event == SecurityEvent::Frozen);
        if told {
            break;
        }
        sleep(Duration::from_millis(20)).await;
    }
    assert!(told, "what follows on a freeze has followed");
    assert!(ann.get("/freeze").await.text.contains("Everything is frozen"));
    assert!(elsewhere.get("/you").await.location().starts_with("/sign-in"), "and every other session has ended");
}
