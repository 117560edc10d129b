//! What the program learns from: only of who lets it, only what it did not understand, and labelled by two.

use assistant::Intent;
use bank::{
    audit::Deed,
    conversations::{self, Conversation, HandOver, Offer, Pressed, Reply, Said, Whose},
    misses::{self, Label, MissWhy, UNUSABLE},
    ports::MissCounts,
};
use model::{ErrorCode, Language, MissId, StaffId, forms::SayForm};

use crate::house::{ANNA, House, TOM, house};

const PRIYA: StaffId = StaffId::new(901);
const OSCAR: StaffId = StaffId::new(902);

async fn say(house: &House, words: &str) -> Conversation {
    let form = SayForm { words: words.to_owned(), key: String::new() };
    let whose = Whose::Customer(ANNA);
    let id = conversations::say(&house.bank, whose, Language::En, &form).await.unwrap();
    conversations::of(&house.bank, whose, id).await.unwrap()
}

async fn open(house: &House) -> i64 {
    misses::counts(&house.bank).await.unwrap().open
}

#[tokio::test(start_paused = true)]
async fn what_was_not_understood_is_kept_of_who_lets_it_without_secrets() {
    let house = house();
    say(&house, "Zzz qqq").await;
    assert_eq!(open(&house).await, 0, "she has not let it");
    misses::let_learn(&house.bank, TOM, true).await.unwrap();
    say(&house, "Qqq zzz").await;
    assert_eq!(open(&house).await, 0, "somebody else has");
    misses::let_learn(&house.bank, ANNA, true).await.unwrap();
    assert!(misses::may_learn(&house.bank, ANNA).await.unwrap());
    conversations::close(&house.bank, Whose::Customer(ANNA)).await.unwrap();
    say(&house, "Zzz qqq 4539 1488 0343 6467").await;
    let miss = misses::next(&house.bank, PRIYA, None).await.unwrap().unwrap();
    assert!(miss.words.starts_with("Zzz qqq") && !miss.words.contains("4539"), "{}", miss.words);
    assert_eq!((miss.why, miss.language, miss.guesses.len(), miss.label), (MissWhy::Unsure, Language::En, 0, None));
    let now = say(&house, "Qqq zzz").await;
    assert!(now.entries.iter().any(|entry| entry.said == Said::Asked(HandOver::NotUnderstood)), "a person is fetched");
    assert_eq!(open(&house).await, 2);
    misses::let_learn(&house.bank, ANNA, false).await.unwrap();
    assert_eq!(open(&house).await, 0);
}

#[tokio::test(start_paused = true)]
async fn what_was_not_meant_is_kept_and_what_was_is_not() {
    let house = house();
    misses::let_learn(&house.bank, ANNA, true).await.unwrap();
    let now = say(&house, "I want to make a complaint").await;
    assert_eq!(open(&house).await, 0);
    let (said, offers) = now.offers();
    let offer = offers.iter().position(|offer| *offer == Offer::NotThis).expect("an answer may be wrong");
    let pressed = Pressed { said, offer };
    conversations::press(&house.bank, Whose::Customer(ANNA), Language::En, pressed).await.unwrap();
    let miss = misses::next(&house.bank, PRIYA, None).await.unwrap().unwrap();
    assert_eq!((miss.words.as_str(), miss.why), ("I want to make a complaint", MissWhy::NotThis));
    let now = conversations::current(&house.bank, Whose::Customer(ANNA)).await.unwrap().unwrap();
    assert!(!now.entries.iter().any(|entry| entry.said == Said::Replied(Reply::Scam)));
}

#[tokio::test(start_paused = true)]
async fn one_says_what_was_meant_another_agrees_and_both_are_written_down() {
    let house = house();
    misses::let_learn(&house.bank, ANNA, true).await.unwrap();
    say(&house, "Zzz qqq").await;
    let id = misses::next(&house.bank, PRIYA, None).await.unwrap().unwrap().id;
    let label = async |who, chosen: &str| misses::label(&house.bank, who, id, chosen).await;
    let check = async |who, shown, agrees| misses::check(&house.bank, who, (id, shown), agrees).await.unwrap();
    let before = house.noted().len();
    label(PRIYA, "").await.unwrap();
    assert!(matches!(label(PRIYA, "no-such").await, Err(bank::Error::Refused(ErrorCode::ChoiceUnknown))));
    assert_eq!(house.noted().len(), before, "nothing was done");
    label(PRIYA, "cash").await.unwrap();
    label(OSCAR, "card").await.unwrap();
    check(PRIYA, "cash", true).await;
    check(OSCAR, "card", true).await;
    check(OSCAR, "cash", false).await;
    label(OSCAR, Label::OutOfScope.code()).await.unwrap();
    label(PRIYA, UNUSABLE).await.unwrap();
    check(PRIYA, Label::OutOfScope.code(), true).await;
    let deeds: Vec<_> = house.noted()[before..].iter().map(|(who, deed, on)| (*who, *deed, *on)).collect();
    let by = |who: StaffId, deed| (Some(who.value()), deed, id.value());
    let wanted = [
        by(PRIYA, Deed::StaffMissLabelled),
        by(OSCAR, Deed::StaffMissRefused),
        by(OSCAR, Deed::StaffMissLabelled),
        by(PRIYA, Deed::StaffMissAgreed),
    ];
    assert_eq!(deeds, wanted, "whoever was slower, looked at their own, or was shown another, has done nothing");
    let counts = misses::counts(&house.bank).await.unwrap();
    assert_eq!(counts, MissCounts { open: 0, labelled: 0, agreed: 1 });
    assert_eq!(house.bank.misses.agreed().await.unwrap()[0].label, Some(Label::OutOfScope));

    conversations::close(&house.bank, Whose::Customer(ANNA)).await.unwrap();
    say(&house, "Qqq zzz").await;
    let other = misses::next(&house.bank, PRIYA, None).await.unwrap().unwrap().id;
    misses::label(&house.bank, PRIYA, other, UNUSABLE).await.unwrap();
    assert_eq!(house.noted().last().map(|(_, deed, on)| (*deed, *on)), Some((Deed::StaffMissRemoved, other.value())));
    misses::label(&house.bank, PRIYA, MissId::new(7), UNUSABLE).await.unwrap();
    assert_eq!(open(&house).await, 0);
}

#[test]
fn a_label_is_read_as_it_is_written() {
    for label in [Label::Intent(Intent::Card), Label::OutOfScope] {
        assert_eq!(Label::from_code(label.code()), Some(label));
    }
    assert_eq!(Label::from_code(UNUSABLE), None);
}
