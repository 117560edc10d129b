//! Many clients at once: nothing is spent twice, and nothing is lost.

use std::sync::Arc;

use bank::ledger::{Command, LedgerError, Refusal};

use crate::{commands::key, on_both, world::World};

on_both!(
    one_balance_is_spent_once,
    the_same_key_in_flight_is_one_payment,
    a_key_is_remembered_by_other_servers_and_after_a_restart,
    what_was_taken_is_finished_when_the_ledger_closes,
    a_command_goes_on_when_its_caller_is_gone,
);

const CLIENTS: usize = 64;

async fn one_balance_is_spent_once(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (bob, to) = world.person("Bob").await;
    world.pay_in(from, 10_007).await;
    let world = Arc::new(world);
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        let world = Arc::clone(&world);
        clients.push(tokio::spawn(async move {
            let mut paid = 0;
            for _ in 0..8 {
                match world.submit(world.payment(ann, from, to, 50)).await {
                    Ok(_) => paid += 1,
                    Err(LedgerError::Refused(Refusal::InsufficientFunds)) => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
            paid
        }));
    }
    let mut paid = 0;
    for client in clients {
        paid += client.await.expect("a client ends");
    }
    assert_eq!(paid, 200, "as many payments as the balance holds");
    assert_eq!(world.balance(ann, from).await.0, 7);
    assert_eq!(world.balance(bob, to).await.0, 10_000);
    world.verified().await;
}

async fn the_same_key_in_flight_is_one_payment(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 10_000).await;
    let others = [world.another_server(2).await, world.another_server(3).await];
    let ledgers: Vec<_> = others.iter().map(|other| other.ports().ledger).chain([world.ports.ledger.clone()]).collect();
    for round in 0..4 {
        let twins: Vec<Command> = (0..12)
            .map(|_| Command {
                key: Some(key(ann, &format!("round-{round}"), 1)),
                ..world.command(bank::ledger::Action::Transfer(world.order(from, to, 100)))
            })
            .collect();
        let mut receipts = Vec::new();
        let sent = twins.into_iter().zip(ledgers.iter().cycle()).map(|(command, ledger)| {
            let ledger = ledger.clone();
            tokio::spawn(async move { ledger.submit(command).await.expect("a twin gets the receipt") })
        });
        for twin in sent.collect::<Vec<_>>() {
            receipts.push(twin.await.expect("a twin ends"));
        }
        assert!(receipts.windows(2).all(|pair| pair[0] == pair[1]), "{receipts:?}");
    }
    assert_eq!(world.balance(ann, from).await.0, 10_000 - 4 * 100);
    for other in others {
        other.ports().ledger.close().await;
    }
    world.verified().await;
}

async fn a_key_is_remembered_by_other_servers_and_after_a_restart(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 10_000).await;
    let payment = world.payment(ann, from, to, 100);
    let receipt = world.submit(payment.clone()).await.expect("there is money");
    world.ports.ledger.close().await;
    assert!(matches!(world.submit(payment.clone()).await, Err(LedgerError::Unavailable(_))), "closed is closed");

    let restarted = world.another_server(2).await.ports();
    assert_eq!(restarted.ledger.submit(payment.clone()).await.expect("it is replayed"), receipt);
    let mut altered = payment;
    altered.key = altered.key.map(|key| bank::ledger::IdempotencyKey { request_hash: [9; 32], ..key });
    assert!(matches!(restarted.ledger.submit(altered).await, Err(LedgerError::KeyReused)));
    assert_eq!(world.balance(ann, from).await.0, 9_900);
    world.verified().await;
}

async fn what_was_taken_is_finished_when_the_ledger_closes(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 100_000).await;
    let waiting: Vec<_> = (0..200)
        .map(|_| {
            let (ledger, command) = (world.ports.ledger.clone(), world.transfer(from, to, 1));
            tokio::spawn(async move { ledger.submit(command).await })
        })
        .collect();
    tokio::task::yield_now().await;
    world.ports.ledger.close().await;
    let mut done = 0;
    for one in waiting {
        match one.await.expect("a client ends") {
            Ok(_) => done += 1,
            Err(LedgerError::Unavailable(_)) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(world.balance(ann, from).await.0, 100_000 - done, "exactly what was acknowledged");
    world.verified().await;
}

async fn a_command_goes_on_when_its_caller_is_gone(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let payment = world.payment(ann, from, to, 100);
    {
        let gone = world.ports.ledger.submit(payment.clone());
        // Asked once, so that it is in the queue; then dropped.
        let patience = std::time::Duration::ZERO;
        drop(tokio::time::timeout(patience, gone).await);
    }
    world.submit(payment).await.expect("the same payment, or the first time");
    assert_eq!(world.balance(ann, from).await.0, 900);
    world.verified().await;
}
