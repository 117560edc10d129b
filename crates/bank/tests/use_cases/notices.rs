//! What people are told on their own page, and how they choose the other ways.

use bank::{
    Error,
    notices::{choose, letters, see, unseen, ways},
    security::{Channel, SecurityEvent, freeze},
};
use model::{
    ErrorCode, Problems,
    forms::{By, NoticeChoices, NoticesForm},
};

use crate::house::{ANNA, House, TOM, house};

async fn frozen() -> House {
    let house = house();
    freeze(&house.bank, ANNA, None, &bank::security::Device::default()).await.unwrap();
    house
}

#[tokio::test(start_paused = true)]
async fn what_happens_stands_on_their_page_and_on_nobody_elses_until_it_is_seen() {
    let house = frozen().await;
    let told = letters(&house.bank, ANNA).await.unwrap();
    assert_eq!(
        told.iter().map(|letter| (letter.event, letter.seen)).collect::<Vec<_>>(),
        [(SecurityEvent::Frozen, false)]
    );
    assert_eq!(unseen(&house.bank, ANNA).await.unwrap(), 1);
    assert_eq!((letters(&house.bank, TOM).await.unwrap(), unseen(&house.bank, TOM).await.unwrap()), (vec![], 0));
    see(&house.bank, ANNA, told[0].id).await.unwrap();
    assert_eq!(unseen(&house.bank, ANNA).await.unwrap(), 0);
    assert!(letters(&house.bank, ANNA).await.unwrap()[0].seen, "it stays to be read again");
}

#[tokio::test(start_paused = true)]
async fn whoever_wants_no_mail_is_told_of_their_safety_all_the_same() {
    let house = house();
    let wanted = NoticesForm {
        payments: "here".to_owned(),
        messages: "here".to_owned(),
        ..NoticesForm::from(NoticeChoices::default())
    };
    choose(&house.bank, ANNA, &wanted).await.unwrap();
    assert_eq!(ways(&house.bank, ANNA).await.unwrap().choices.payments, By::Here);
    freeze(&house.bank, ANNA, None, &bank::security::Device::default()).await.unwrap();
    let safety = house.memory.safety.lock().unwrap();
    let channels: Vec<Channel> = safety.notices.iter().map(|notice| notice.channel).collect();
    assert_eq!(channels, [Channel::Inbox, Channel::Email, Channel::Sms]);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_chosen_is_not_kept() {
    let house = house();
    let strange = NoticesForm { payments: "pigeon".to_owned(), ..NoticesForm::from(NoticeChoices::default()) };
    let refused = choose(&house.bank, ANNA, &strange).await;
    let Err(Error::Form(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems, Problems::one("payments", ErrorCode::ChoiceUnknown));
    assert_eq!(ways(&house.bank, ANNA).await.unwrap().choices, NoticeChoices::default());
}
