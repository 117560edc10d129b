//! What people are told on their own page, and how they choose the other ways.

use std::sync::Mutex;

use async_trait::async_trait;
use bank::{
    Error,
    notices::{
        choose, letters,
        post::{self, Carried, Due, End, Next, Unreached},
        see, unseen, ways,
    },
    ports::Post,
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

/// Carries everything as it is told to, and remembers what it was given.
struct Pigeon {
    carried: Carried,
    given: Mutex<Vec<i64>>,
}

impl Pigeon {
    fn that(carried: Carried) -> Self {
        Self { carried, given: Mutex::default() }
    }

    fn given(&self) -> Vec<i64> {
        self.given.lock().unwrap().clone()
    }
}

#[async_trait]
impl Post for Pigeon {
    async fn carry(&self, due: &Due) -> Carried {
        self.given.lock().unwrap().push(due.id);
        self.carried
    }
}

async fn mails(house: &House) -> Vec<Due> {
    post::due(&house.bank, Channel::Email, 10).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_mail_goes_out_once() {
    let house = frozen().await;
    let (due, pigeon) = (mails(&house).await, Pigeon::that(Carried::Taken));
    assert_eq!(due.len(), 1);
    let sent = post::send(&house.bank, &pigeon, &due[0]).await.unwrap();
    assert_eq!(sent, Some(Next::Ended(End::Sent)));
    assert!(mails(&house).await.is_empty());
    // Another server has looked at the same moment.
    assert_eq!(post::send(&house.bank, &pigeon, &due[0]).await.unwrap(), None);
    assert_eq!(pigeon.given(), [due[0].id]);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_go_now_goes_later_under_the_same_number() {
    let house = frozen().await;
    let (due, pigeon) = (mails(&house).await, Pigeon::that(Carried::NotNow));
    let Some(Next::Again(again)) = post::send(&house.bank, &pigeon, &due[0]).await.unwrap() else { panic!() };
    assert!(mails(&house).await.is_empty(), "not at once");
    house.wait(again.seconds_since(house.bank.clock.now()));
    let later = mails(&house).await;
    assert_eq!((later[0].id, later[0].tries), (due[0].id, 1));
}

#[tokio::test(start_paused = true)]
async fn news_of_last_week_is_not_sent() {
    let house = frozen().await;
    house.wait(4 * 24 * 60 * 60);
    assert!(mails(&house).await.is_empty());
    assert_eq!(letters(&house.bank, ANNA).await.unwrap().len(), 1, "it stands on their page");
}

#[tokio::test(start_paused = true)]
async fn whoever_is_not_reached_is_told_where() {
    let house = frozen().await;
    let due = mails(&house).await;
    post::send(&house.bank, &Pigeon::that(Carried::Refused), &due[0]).await.unwrap();
    let unreached = ways(&house.bank, ANNA).await.unwrap().unreached;
    assert_eq!(unreached, [Unreached { channel: Channel::Email, at: house.bank.clock.now() }]);
    assert!(mails(&house).await.is_empty());
}
