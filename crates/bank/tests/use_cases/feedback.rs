//! Telling the bank what was hard.

use bank::{Error, feedback};
use model::{ErrorCode, Language, forms::FeedbackForm};

use crate::house::house;

fn form(hard: &str) -> FeedbackForm {
    FeedbackForm { hard: hard.to_owned(), place: " Accounts ".to_owned(), ..FeedbackForm::default() }
}

#[tokio::test]
async fn what_somebody_says_is_kept_under_the_number_they_are_told() {
    let house = house();
    let first = feedback::tell(&house.bank, &form("Too small"), Language::En).await.unwrap();
    let second = feedback::tell(&house.bank, &form("字太小"), Language::Zh).await.unwrap();
    let kept = house.bank.feedback.latest(10).await.unwrap();
    assert_eq!(kept.iter().map(|told| told.id).collect::<Vec<_>>(), [second, first]);
    let told = &kept[1];
    assert_eq!((told.hard.as_str(), told.place.as_str(), told.language), ("Too small", "Accounts", Language::En));
    assert_eq!(told.told_at, house.bank.clock.now());
}

#[tokio::test]
async fn nothing_said_is_nothing_kept() {
    let house = house();
    let Err(Error::Form(problems)) = feedback::tell(&house.bank, &form("  \n"), Language::En).await else {
        panic!("an empty message was taken")
    };
    assert_eq!(problems.iter().next().unwrap().code, ErrorCode::FeedbackMissing);
    assert!(house.bank.feedback.latest(10).await.unwrap().is_empty());
}
