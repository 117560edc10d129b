//! Ending sessions, and what the audit chain is told of it.

use bank::{Bank, audit::Deed, sessions};
use model::{CustomerId, SessionKey};

use crate::house::{ANNA, House, TOM, house};

async fn keys(bank: &Bank, owner: CustomerId) -> Vec<i64> {
    sessions::list(bank, owner).await.unwrap().into_iter().map(|open| open.key.value()).collect()
}

fn three_devices() -> House {
    let house = house();
    (1..=3).for_each(|key| house.sign_in(ANNA, key));
    house.sign_in(TOM, 4);
    house
}

#[tokio::test]
async fn one_session_is_ended_and_told_once() {
    let house = three_devices();
    for owner in [TOM, ANNA, ANNA] {
        sessions::end(&house.bank, owner, SessionKey::new(2)).await.unwrap();
    }
    assert_eq!((keys(&house.bank, ANNA).await, keys(&house.bank, TOM).await), (vec![1, 3], vec![4]));
    assert_eq!(house.noted(), [(Some(ANNA.value()), Deed::SessionEnded, 2)], "it was not his to end, and then over");
}

#[tokio::test]
async fn all_others_are_ended_and_this_one_goes_on() {
    let house = three_devices();
    sessions::end_others(&house.bank, ANNA, Some(SessionKey::new(3))).await.unwrap();
    assert_eq!((keys(&house.bank, ANNA).await, keys(&house.bank, TOM).await), (vec![3], vec![4]));
    let ended = [1, 2].map(|key| (Some(ANNA.value()), Deed::SessionEnded, key));
    assert_eq!(house.noted(), ended);
}

#[tokio::test]
async fn a_session_left_alone_is_not_listed() {
    let house = three_devices();
    house.wait(house.bank.policy.session_idle_s);
    assert!(keys(&house.bank, ANNA).await.is_empty());
}

#[tokio::test]
async fn leaving_is_told() {
    let house = house();
    sessions::left(&house.bank, ANNA, SessionKey::new(7)).await.unwrap();
    assert_eq!(house.noted(), [(Some(ANNA.value()), Deed::SignOut, 7)]);
}
