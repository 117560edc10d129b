//! Ways back in, and what holds payments to somebody new.

use bank::{
    Clock,
    recovery::{Ending, Hash, Lost, Recovery},
    security::{Device, Happened, SecurityEvent},
};
use model::{CustomerId, RecoveryId, Timestamp};

use crate::{on_both, world::World};

on_both!(
    a_way_back_begins_once_and_ends_once,
    of_two_that_begin_side_by_side_one_does,
    tries_with_a_password_are_counted_until_one_succeeds,
    the_last_of_some_events_is_found,
    whoever_was_paid_is_known,
);

fn asked(world: &World, customer: CustomerId) -> Recovery {
    Recovery {
        id: RecoveryId::new(world.ids.next()),
        customer,
        lost: Lost::Both,
        handed: Some([9; 32]),
        started_at: world.clock.now(),
        ending: None,
    }
}

/// Before every beginning.
const NEVER: Timestamp = Timestamp::EPOCH;

async fn a_way_back_begins_once_and_ends_once(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let recoveries = &world.ports.recoveries;
    let start =
        async |new: &Recovery, link: u8, lapsed| recoveries.start(new, &[link; 32], lapsed).await.expect("an answer");
    let by_link = async |link: u8| recoveries.by_link(&[link; 32]).await.expect("an answer");
    let one = async |whose, id| recoveries.one(whose, id).await.expect("an answer");
    let end =
        async |id, ending, started| recoveries.end(id, ending, world.clock.now(), started).await.expect("an answer");
    let (anns, bobs) = (asked(&world, ann), Recovery { handed: None, lost: Lost::App, ..asked(&world, bob) });
    assert!(start(&anns, 1, NEVER).await && start(&bobs, 2, NEVER).await);
    assert!(!start(&asked(&world, ann), 3, NEVER).await, "one at a time");
    assert_eq!((by_link(1).await, by_link(2).await, by_link(3).await), (Some(anns.clone()), Some(bobs.clone()), None));
    assert_eq!((one(ann, anns.id).await, one(bob, anns.id).await), (Some(anns.clone()), None), "to its owner");
    let relinked = recoveries.relink(ann, &[4; 32]).await.expect("an answer");
    assert_eq!((relinked.as_ref(), by_link(1).await), (Some(&anns), None));

    let before = world.clock.now().plus_seconds(-1);
    assert!(!end(anns.id, Ending::Finished, before).await, "it was asked for later");
    assert!(end(anns.id, Ending::Finished, world.clock.now()).await);
    assert!(!end(anns.id, Ending::Cancelled, world.clock.now()).await, "it is over");
    let over = Recovery { ending: Some(Ending::Finished), ..anns };
    assert_eq!((by_link(4).await, one(ann, over.id).await), (Some(over.clone()), Some(over)));
    let under_way = async |whose| recoveries.under_way(whose).await.expect("an answer");
    assert_eq!((under_way(ann).await, under_way(bob).await), (None, Some(bobs.clone())));
    assert_eq!(recoveries.relink(ann, &[5; 32]).await.expect("an answer"), None);

    // What nobody came for makes room.
    assert!(start(&asked(&world, bob), 6, bobs.started_at).await);
    assert_eq!(by_link(2).await.expect("it stays known").ending, Some(Ending::Lapsed));
}

async fn of_two_that_begin_side_by_side_one_does(world: World) {
    let (ann, _) = world.person("Ann").await;
    let tries = (1..=8).map(|link: u8| {
        let (recoveries, new) = (world.ports.recoveries.clone(), asked(&world, ann));
        tokio::spawn(async move { recoveries.start(&new, &[link; 32] as &Hash, NEVER).await.expect("an answer") })
    });
    let mut begun = 0;
    for one in tries.collect::<Vec<_>>() {
        begun += u32::from(one.await.expect("a client ends"));
    }
    assert_eq!(begun, 1);
}

async fn tries_with_a_password_are_counted_until_one_succeeds(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let credentials = &world.ports.credentials;
    let failures =
        async |whose| credentials.by_customer(whose).await.expect("an answer").expect("they are there").failures;
    for _ in 0..3 {
        credentials.count_failure(ann).await.expect("an answer");
    }
    assert_eq!((failures(ann).await, failures(bob).await), (3, 0));
    credentials.forget_failures(ann).await.expect("an answer");
    assert_eq!(failures(ann).await, 0);
    credentials.count_failure(ann).await.expect("an answer");
    credentials.set_password(ann, "another").await.expect("an answer");
    assert_eq!(failures(ann).await, 0, "none has failed with the new one");

    credentials.set_recovery_codes(ann, &[[1; 32]]).await.expect("an answer");
    let has = async |whose, code: u8| credentials.has_recovery_code(whose, &[code; 32]).await.expect("an answer");
    assert!(has(ann, 1).await && has(ann, 1).await && !has(ann, 2).await && !has(bob, 1).await);
}

async fn the_last_of_some_events_is_found(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let security = &world.ports.security;
    let start = world.clock.now();
    let events = [SecurityEvent::PasskeyAdded, SecurityEvent::SignInCode, SecurityEvent::AppChanged];
    for (event, seconds) in events.into_iter().zip([10, 30, 20]) {
        let happened = Happened { event, device: Device::default(), at: start.plus_seconds(seconds) };
        security.note(ann, &happened).await.expect("an answer");
    }
    let last = async |whose, events| security.last(whose, events).await.expect("an answer");
    let changes = [SecurityEvent::PasskeyAdded, SecurityEvent::AppChanged, SecurityEvent::RecoveryFinished];
    assert_eq!(last(ann, changes).await, Some(start.plus_seconds(20)));
    assert_eq!(last(bob, changes).await, None);
    assert_eq!(last(ann, [SecurityEvent::Frozen; 3]).await, None);
}

async fn whoever_was_paid_is_known(world: World) {
    let (ann, anns) = world.person("Ann").await;
    let (bob, bobs) = world.person("Bob").await;
    world.pay_in(anns, 1_000).await;
    world.submit(world.transfer(anns, bobs, 100)).await.expect("there is as much");
    let has_paid = async |whose, to| world.ports.payments.has_paid(whose, to).await.expect("an answer");
    assert!(has_paid(ann, bobs).await);
    assert!(!has_paid(bob, anns).await, "to be paid is not to pay");
    let (_, carols) = world.person("Carol").await;
    assert!(!has_paid(ann, carols).await);
}
