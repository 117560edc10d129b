//! Calls that people asked for.

use bank::{
    Clock,
    help::{CallBack, CallBackState},
    ports::{SweepBefore, Waiting},
};
use model::{
    CallBackId, CustomerId, Language, Timestamp,
    forms::{DayPart, Whereabouts},
    time::parse_date,
};

use crate::{on_both, world::World};

on_both!(each_sees_their_own_calls, those_that_wait_come_in_the_order_of_the_calls, a_call_ends_once_and_is_forgotten,);

const PHONE: &str = "+44 20 7946 0018";

fn wanted(world: &World, customer: Option<CustomerId>, day: &str, part: DayPart) -> CallBack {
    CallBack {
        id: CallBackId::new(world.ids.next()),
        customer,
        name: if customer.is_some() { String::new() } else { "O'Neil \\ 陈".to_owned() },
        phone: PHONE.to_owned(),
        language: Language::Zh,
        day: parse_date(day).expect("a day"),
        part,
        page: None,
        state: CallBackState::Waiting,
        asked_at: world.clock.now(),
    }
}

async fn kept(world: &World, call: CallBack) -> CallBack {
    world.ports.call_backs.keep(&call).await.expect("an answer");
    call
}

async fn each_sees_their_own_calls(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let first = kept(&world, wanted(&world, Some(ann), "2026-11-25", DayPart::Evening)).await;
    let page = Some(Whereabouts::PayReview);
    let second = kept(&world, CallBack { page, ..wanted(&world, Some(ann), "2026-11-24", DayPart::Morning) }).await;
    let stranger = kept(&world, wanted(&world, None, "2026-11-25", DayPart::Morning)).await;
    let calls = &world.ports.call_backs;
    let named = |call: &CallBack| CallBack { name: "Ann".to_owned(), ..call.clone() };
    assert_eq!(calls.of_customer(ann, 5).await.expect("an answer"), [named(&second), named(&first)]);
    assert_eq!(calls.of_customer(ann, 1).await.expect("an answer"), [named(&second)]);
    assert!(calls.of_customer(bob, 5).await.expect("an answer").is_empty());
    let ids = [first.id, stranger.id, CallBackId::new(7)];
    assert_eq!(calls.of_visitor(&ids).await.expect("an answer"), std::slice::from_ref(&stranger), "never a customer's");
    assert!(calls.of_visitor(&[]).await.expect("an answer").is_empty());
    let waiting = async |phone| calls.strangers_waiting(phone).await.expect("an answer");
    assert_eq!(waiting(PHONE).await, Waiting { on_number: 1, in_all: 1 });
    assert_eq!(waiting("1234567").await, Waiting { on_number: 0, in_all: 1 });
}

async fn those_that_wait_come_in_the_order_of_the_calls(world: World) {
    let (ann, _) = world.person("Ann").await;
    let mut expected = Vec::new();
    for (day, part) in [
        ("2026-11-26", DayPart::Morning),
        ("2026-11-25", DayPart::Evening),
        ("2026-11-25", DayPart::Afternoon),
        ("2026-11-25", DayPart::Morning),
    ] {
        expected.insert(0, kept(&world, wanted(&world, Some(ann), day, part)).await.id);
    }
    let calls = &world.ports.call_backs;
    let listed = async |limit| {
        let waiting = calls.waiting(limit).await.expect("an answer");
        waiting.into_iter().map(|call| call.id).collect::<Vec<_>>()
    };
    assert_eq!(listed(10).await, expected);
    assert_eq!(listed(2).await, expected[..2]);
    assert!(calls.end(expected[0], CallBackState::Done, world.clock.now()).await.expect("an answer"));
    assert_eq!(listed(10).await, expected[1..]);
}

async fn a_call_ends_once_and_is_forgotten(world: World) {
    let (ann, _) = world.person("Ann").await;
    let call = kept(&world, wanted(&world, Some(ann), "2026-11-25", DayPart::Morning)).await;
    let calls = &world.ports.call_backs;
    let now = world.clock.now();
    let end = async |state| calls.end(call.id, state, now).await.expect("an answer");
    assert!(end(CallBackState::Cancelled).await && !end(CallBackState::Done).await);
    let left = async || calls.of_customer(ann, 5).await.expect("an answer");
    assert_eq!(left().await[0].state, CallBackState::Cancelled);
    let nothing = Timestamp::EPOCH;
    let sweep = async |call_backs| {
        let (ended, drafts, outbox, feedback, tickets) = (nothing, nothing, nothing, nothing, nothing);
        let before =
            SweepBefore { ended, drafts, outbox, feedback, call_backs, tickets, conversations: Timestamp::EPOCH };
        world.ports.upkeep.sweep(before, 10).await.expect("an answer");
    };
    sweep(now).await;
    assert_eq!(left().await.len(), 1);
    sweep(now.plus_seconds(1)).await;
    assert!(left().await.is_empty());
}
