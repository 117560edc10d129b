//! Payments that wait: kept with the money that is set aside for them, found when they are due, ended with it.

use bank::{
    Clock,
    ledger::{LedgerError, Refusal},
    payments::{Payment, PaymentState},
    waits::{OwnWait, Shorter},
};
use model::{CustomerId, PaymentId, Timestamp, forms::CoolingOff};

use crate::{on_both, world::World};

on_both!(
    it_is_kept_with_its_money_and_found_when_it_is_due,
    whichever_way_it_ends_it_does_so_once,
    of_capture_and_call_off_in_one_moment_one_counts,
    a_wish_is_kept_as_it_was_said,
);

/// Ann has £100, of which £30 to Eve wait until an hour from now.
async fn waiting(world: &World) -> (CustomerId, CustomerId, Payment) {
    let (ann, hers) = world.person("Ann").await;
    let (eve, eves) = world.person("Eve").await;
    world.pay_in(hers, 10_000).await;
    let until = world.clock.now().plus_seconds(3_600);
    let (payment, command) = world.waiting(world.unpaid(ann, hers, eves, 3_000), until);
    world.submit(command).await.expect("there is enough");
    (ann, eve, payment)
}

async fn due(world: &World, at: Timestamp) -> Vec<PaymentId> {
    let due = world.ports.waits.due(at, 10).await.expect("an answer");
    due.into_iter().map(|payment| payment.id).collect()
}

async fn kept(world: &World, payment: &Payment) -> Payment {
    let found = world.ports.payments.payment(payment.customer, payment.id).await.expect("an answer");
    found.expect("it is there")
}

async fn it_is_kept_with_its_money_and_found_when_it_is_due(world: World) {
    let (ann, eve, payment) = waiting(&world).await;
    assert_eq!(world.balance(ann, payment.from).await, (10_000, 3_000));
    assert_eq!(world.ports.waits.waiting(ann).await.expect("an answer"), std::slice::from_ref(&payment));
    assert!(world.ports.waits.waiting(eve).await.expect("an answer").is_empty(), "whom it is for knows nothing of it");
    assert!(world.ports.payments.draft(ann, payment.id).await.expect("an answer").is_none());
    let until = payment.wait.expect("it waits").until;
    assert_eq!(due(&world, until.plus_seconds(-1)).await, []);
    assert_eq!(due(&world, until).await, [payment.id]);
    world.ports.waits.postpone(payment.id, until.plus_seconds(60)).await.expect("an answer");
    assert_eq!(due(&world, until).await, []);
    assert_eq!(due(&world, until.plus_seconds(60)).await, [payment.id]);
    world.verified().await;
}

async fn whichever_way_it_ends_it_does_so_once(world: World) {
    for ends_well in [true, false] {
        let (ann, eve, payment) = waiting(&world).await;
        let command = || if ends_well { world.capture(&payment) } else { world.call_off(&payment) };
        world.submit(command()).await.expect("it is open");
        for again in [world.capture(&payment), world.call_off(&payment)] {
            let refused = world.submit(again).await.expect_err("it has ended");
            assert!(matches!(refused, LedgerError::Refused(Refusal::HoldNotOpen)), "{refused:?}");
        }
        let (state, left, came) =
            if ends_well { (PaymentState::Settled, 7_000, 3_000) } else { (PaymentState::Cancelled, 10_000, 0) };
        let now = kept(&world, &payment).await;
        assert_eq!((now.state, now.transfer.is_some()), (state, ends_well));
        assert_eq!(now.wait.expect("it waited").ended_at, Some(world.clock.now()));
        assert_eq!(world.balance(ann, payment.from).await, (left, 0));
        assert_eq!(world.balance(eve, payment.to).await, (came, 0));
        assert_eq!(due(&world, Timestamp::from_micros(i64::MAX)).await, []);
        assert!(world.ports.waits.waiting(ann).await.expect("an answer").is_empty());
    }
    world.verified().await;
}

async fn of_capture_and_call_off_in_one_moment_one_counts(world: World) {
    let other = world.another_server(2).await;
    for _ in 0..20 {
        let (ann, eve, payment) = waiting(&world).await;
        let there = other.ports().ledger;
        let (paid, off) = tokio::join!(world.submit(world.capture(&payment)), there.submit(world.call_off(&payment)));
        assert!(paid.is_ok() ^ off.is_ok(), "{paid:?} {off:?}");
        let came = world.balance(eve, payment.to).await.0;
        assert_eq!(
            (world.balance(ann, payment.from).await, came),
            match kept(&world, &payment).await.state {
                PaymentState::Settled => ((7_000, 0), 3_000),
                PaymentState::Cancelled => ((10_000, 0), 0),
                PaymentState::Submitted => panic!("one of both has ended it"),
            }
        );
    }
    other.ports().ledger.close().await;
    world.verified().await;
}

async fn a_wish_is_kept_as_it_was_said(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let waits = &world.ports.waits;
    assert_eq!(waits.own_wait(ann).await.expect("an answer"), OwnWait::NONE);
    let shorter = Shorter { to: CoolingOff::Hour, asked_at: world.clock.now() };
    for wish in [
        OwnWait { set: CoolingOff::Day, shorter: None },
        OwnWait { set: CoolingOff::Day, shorter: Some(shorter) },
        OwnWait { set: CoolingOff::FourHours, shorter: None },
    ] {
        waits.set_own_wait(ann, wish).await.expect("an answer");
        assert_eq!(waits.own_wait(ann).await.expect("an answer"), wish);
    }
    assert_eq!(waits.own_wait(eve).await.expect("an answer"), OwnWait::NONE);
}
