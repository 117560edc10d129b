//! The way back in: who may begin, stop and end it, when, and what follows.

use bank::{
    Error,
    audit::Deed,
    policy::{HOLDING, PAYEE_HOLD_S, RECOVERY_OPEN_S, RECOVERY_WAIT_S},
    recovery::{self, Beginning, Ending, Hash, Lost, Stage},
    security::{self, Channel, Device, Facts, SecurityEvent},
    sessions,
};
use model::{CustomerId, ErrorCode, RecoveryId, SessionKey};
use proptest::prelude::*;

use crate::house::{ANNA, House, TOM, house};

const LINK: Hash = [1; 32];

fn there() -> Device {
    Device { agent: "Firefox".to_owned(), address: "192.0.2.9".to_owned() }
}

fn beginning(link_hash: Hash) -> Beginning {
    let link = format!("https://bank.example/recover/{}", link_hash[0]);
    Beginning { lost: Lost::App, link, link_hash, handed: None, staff: None }
}

async fn start(house: &House, link: Hash) {
    recovery::start(&house.bank, ANNA, &beginning(link), &there()).await.unwrap();
}

async fn behind(house: &House, link: Hash) -> recovery::Recovery {
    recovery::behind(&house.bank, &link).await.unwrap().expect("it was asked for")
}

async fn stage(house: &House, link: Hash) -> Stage {
    behind(house, link).await.stage(bank::Clock::now(house.bank.clock.as_ref()))
}

async fn finish(house: &House, id: RecoveryId) -> bool {
    match recovery::finish(&house.bank, ANNA, id).await {
        Ok(()) => true,
        Err(Error::Refused(ErrorCode::RecoveryOver)) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// What happened to Anna's account, the first first, and how often word was sent of each.
fn told(house: &House) -> Vec<(SecurityEvent, usize)> {
    let safety = house.memory.safety.lock().unwrap();
    let events = safety.events.iter().filter(|(owner, _)| *owner == ANNA).map(|(_, happened)| happened.event);
    let sent = safety.notices.iter().filter(|notice| notice.channel != Channel::Inbox);
    let sent = |event| sent.clone().filter(|notice| notice.event == event).count();
    events.map(|event| (event, sent(event))).collect()
}

#[tokio::test(start_paused = true)]
async fn it_is_told_at_once_and_opens_a_day_later_for_a_week() {
    let house = house();
    start(&house, LINK).await;
    assert_eq!(told(&house), [(SecurityEvent::RecoveryStarted, 2)], "by mail and by text message");
    let opens = bank::Clock::now(house.bank.clock.as_ref()).plus_seconds(RECOVERY_WAIT_S);
    let facts = house.memory.safety.lock().unwrap().notices[1].facts.clone();
    assert_eq!(facts, Facts { when: Some(opens), link: beginning(LINK).link, ..Facts::default() });
    assert_eq!(house.noted(), [(None, Deed::RecoveryStarted, ANNA.value())]);
    let id = behind(&house, LINK).await.id;
    house.wait(RECOVERY_WAIT_S - 1);
    assert_eq!(stage(&house, LINK).await, Stage::Waiting(opens));
    assert!(!finish(&house, id).await);
    house.wait(1);
    assert!(matches!(stage(&house, LINK).await, Stage::Open(_)));
    house.wait(RECOVERY_OPEN_S);
    assert_eq!(stage(&house, LINK).await, Stage::Over(Ending::Lapsed));
    assert!(!finish(&house, id).await);
    start(&house, [2; 32]).await;
    assert!(matches!(stage(&house, [2; 32]).await, Stage::Waiting(_)), "and begins anew");
}

#[tokio::test(start_paused = true)]
async fn finding_back_ends_every_session_and_is_good_once() {
    let house = house();
    for (who, key) in [(ANNA, 1), (ANNA, 2), (TOM, 3)] {
        house.sign_in(who, key);
    }
    start(&house, LINK).await;
    let id = behind(&house, LINK).await.id;
    house.wait(RECOVERY_WAIT_S);
    for (who, key) in [(ANNA, 4), (TOM, 5)] {
        house.sign_in(who, key);
    }
    assert!(recovery::open(&house.bank, TOM, id).await.is_err(), "it is not his");
    assert!(finish(&house, id).await && !finish(&house, id).await);
    let until = recovery::finished(&house.bank, ANNA, &there()).await.unwrap();
    assert_eq!(until, bank::Clock::now(house.bank.clock.as_ref()).plus_seconds(PAYEE_HOLD_S));
    let open = async |who: CustomerId| sessions::list(&house.bank, who).await.unwrap();
    assert!(open(ANNA).await.is_empty());
    assert_eq!(open(TOM).await[0].key, SessionKey::new(5));
    assert_eq!(told(&house).last(), Some(&(SecurityEvent::RecoveryFinished, 2)));
}

#[tokio::test(start_paused = true)]
async fn whoever_has_the_link_or_is_signed_in_stops_it() {
    for signed_in in [true, false] {
        let house = house();
        start(&house, LINK).await;
        recovery::stop(&house.bank, TOM, &there()).await.unwrap();
        recovery::cancel(&house.bank, &[9; 32], &there()).await.unwrap();
        assert!(matches!(stage(&house, LINK).await, Stage::Waiting(_)), "nobody else does");
        for _ in 0..2 {
            if signed_in {
                recovery::stop(&house.bank, ANNA, &there()).await.unwrap();
            } else {
                recovery::cancel(&house.bank, &LINK, &there()).await.unwrap();
            }
        }
        assert_eq!(stage(&house, LINK).await, Stage::Over(Ending::Cancelled));
        assert_eq!(told(&house)[1..], [(SecurityEvent::RecoveryCancelled, 2)], "once");
        let actor = signed_in.then_some(ANNA.value());
        assert_eq!(house.noted()[1..], [(actor, Deed::RecoveryCancelled, ANNA.value())]);
        assert_eq!(recovery::under_way(&house.bank, ANNA).await.unwrap(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn there_is_one_at_a_time_and_asking_again_only_sends_another_link() {
    let house = house();
    start(&house, LINK).await;
    let first = behind(&house, LINK).await;
    house.wait(RECOVERY_WAIT_S / 2);
    start(&house, [2; 32]).await;
    assert_eq!(recovery::behind(&house.bank, &LINK).await.unwrap(), None, "the link before is good no more");
    assert_eq!(behind(&house, [2; 32]).await, first, "the day goes on as it began");
    assert_eq!(told(&house), [(SecurityEvent::RecoveryStarted, 4)]);

    let staff = Beginning { lost: Lost::Both, handed: Some([7; 32]), staff: Some(70), ..beginning([3; 32]) };
    recovery::start(&house.bank, ANNA, &staff, &there()).await.unwrap();
    assert_eq!(stage(&house, [2; 32]).await, Stage::Over(Ending::Cancelled), "the bank's own people begin anew");
    let opens = bank::Clock::now(house.bank.clock.as_ref()).plus_seconds(RECOVERY_WAIT_S);
    assert_eq!(stage(&house, [3; 32]).await, Stage::Waiting(opens));
    assert_eq!(house.noted().last(), Some(&(Some(70), Deed::RecoveryStarted, ANNA.value())));
}

#[tokio::test(start_paused = true)]
async fn nobody_finds_back_into_what_is_frozen() {
    let house = house();
    start(&house, LINK).await;
    let id = behind(&house, LINK).await.id;
    security::freeze(&house.bank, ANNA, None, &there()).await.unwrap();
    assert_eq!(stage(&house, LINK).await, Stage::Over(Ending::Cancelled), "freezing stops it");
    house.wait(RECOVERY_WAIT_S);
    assert!(!finish(&house, id).await);
    start(&house, [2; 32]).await;
    assert_eq!(recovery::behind(&house.bank, &[2; 32]).await.unwrap(), None, "and none begins");
}

#[tokio::test(start_paused = true)]
async fn every_new_way_in_holds_new_payees_for_half_a_day_and_nothing_else_does() {
    for event in SecurityEvent::ALL {
        let house = house();
        security::happens(&house.bank, ANNA, *event, &there(), &Facts::default()).await.unwrap();
        let until = bank::Clock::now(house.bank.clock.as_ref()).plus_seconds(PAYEE_HOLD_S);
        let held = async |who| security::held_until(&house.bank, who).await.unwrap();
        assert_eq!(held(ANNA).await, HOLDING.contains(event).then_some(until), "{event:?}");
        assert_eq!(held(TOM).await, None);
        house.wait(PAYEE_HOLD_S);
        assert_eq!(held(ANNA).await, None, "{event:?}");
    }
}

/// What can happen to a way back in.
#[derive(Debug, Clone, Copy)]
enum Step {
    Start,
    Cancel,
    Stop,
    Freeze,
    Finish,
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Start),
        1 => Just(Step::Cancel),
        1 => Just(Step::Stop),
        1 => Just(Step::Freeze),
        4 => Just(Step::Finish),
        4 => prop_oneof![
            0..RECOVERY_WAIT_S,
            Just(RECOVERY_WAIT_S - 1),
            Just(RECOVERY_WAIT_S),
            0..RECOVERY_WAIT_S + 2 * RECOVERY_OPEN_S,
        ].prop_map(Step::Wait),
    ]
}

/// Whatever the order, somebody finds back only a day or more after they began, within the week after that, where nobody
/// has stopped or frozen it since, and once.
async fn nothing_is_hurried(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let house = house();
    let (mut now, mut began, mut frozen, mut links) = (0, None, false, 0_u8);
    for step in steps {
        let closed = |began: i64| now - began >= RECOVERY_WAIT_S + RECOVERY_OPEN_S;
        began = began.filter(|began| !closed(*began));
        match step {
            Step::Start => {
                links += 1;
                start(&house, [links; 32]).await;
                if !frozen {
                    began = began.or(Some(now));
                }
            }
            Step::Cancel => {
                recovery::cancel(&house.bank, &[links; 32], &there()).await.unwrap();
                began = None;
            }
            Step::Stop => {
                recovery::stop(&house.bank, ANNA, &there()).await.unwrap();
                began = None;
            }
            Step::Freeze => {
                security::freeze(&house.bank, ANNA, None, &there()).await.unwrap();
                (began, frozen) = (None, true);
            }
            Step::Finish => {
                let known = house.memory.safety.lock().unwrap().recoveries.last().map(|(_, known)| known.id);
                let finished = match known {
                    Some(id) => finish(&house, id).await,
                    None => false,
                };
                let may = began.is_some_and(|began| now - began >= RECOVERY_WAIT_S);
                prop_assert_eq!(finished, may);
                if finished {
                    began = None;
                }
            }
            Step::Wait(seconds) => {
                house.wait(seconds);
                now += seconds;
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn in_any_order_nobody_finds_back_within_a_day(steps in prop::collection::vec(step(), 0..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(nothing_is_hurried(steps))?;
    }
}
