//! Commands that are committed together do not disturb one another.

use bank::ledger::{Action, Command, LedgerError, Refusal};
use model::{AccountId, TransferId};

use crate::{commands::key, on_both, upkeep::damage, world::World};

on_both!(
    one_refusal_spoils_nothing,
    one_impossible_command_spoils_nothing,
    one_command_that_cannot_be_written_spoils_nothing,
    one_row_that_cannot_be_read_spoils_nothing,
    the_second_with_a_key_gets_the_receipt_of_the_first,
    a_transfer_is_reversed_once,
    holds_follow_their_commands,
);

/// Submits all at once, so that they wait together.
async fn together(world: &World, commands: Vec<Command>) -> Vec<Result<bank::ledger::Receipt, LedgerError>> {
    let sent: Vec<_> = commands
        .into_iter()
        .map(|command| {
            let ledger = world.ports.ledger.clone();
            tokio::spawn(async move { ledger.submit(command).await })
        })
        .collect();
    let mut answers = Vec::new();
    for one in sent {
        answers.push(one.await.expect("a client ends"));
    }
    answers
}

async fn one_refusal_spoils_nothing(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (bob, to) = world.person("Bob").await;
    world.pay_in(from, 100).await;
    let nobody = AccountId::new(77);
    let answers = together(
        &world,
        vec![
            world.transfer(from, to, 60),
            world.transfer(from, nobody, 1),
            world.transfer(to, from, 10_000),
            world.transfer(from, to, 40),
        ],
    )
    .await;
    assert!(answers[0].is_ok() && answers[3].is_ok());
    assert!(matches!(answers[1], Err(LedgerError::Refused(Refusal::Unknown))));
    assert!(matches!(answers[2], Err(LedgerError::Refused(Refusal::InsufficientFunds))));
    assert_eq!((world.balance(ann, from).await.0, world.balance(bob, to).await.0), (0, 100));
    world.verified().await;
}

async fn one_impossible_command_spoils_nothing(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let first = world.transfer(from, to, 1);
    world.submit(first.clone()).await.expect("there is money");
    // The id of a transfer that is there already: the database refuses the whole statement.
    let mut commands: Vec<_> = (0..9).map(|_| world.transfer(from, to, 1)).collect();
    commands.insert(4, first);
    let answers = together(&world, commands).await;
    for (place, answer) in answers.iter().enumerate() {
        assert_eq!(answer.is_err(), place == 4, "{place}: {answer:?}");
    }
    assert_eq!(world.balance(ann, from).await.0, 990);
    world.verified().await;
}

async fn one_command_that_cannot_be_written_spoils_nothing(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let mut commands: Vec<_> = (0..9).map(|_| world.transfer(from, to, 1)).collect();
    // PostgreSQL has no text with this character in it; SQLite has.
    if let Action::Transfer(order) = &mut commands[4].action {
        order.debit_line.reference.push('\0');
    }
    let answers = together(&world, commands).await;
    for (place, answer) in answers.iter().enumerate().filter(|(place, _)| *place != 4) {
        assert!(answer.is_ok(), "{place}: {answer:?}");
    }
    assert_eq!(answers[4].is_ok(), world.url.starts_with("sqlite"), "{:?}", answers[4]);
    let paid = i64::try_from(answers.iter().flatten().count()).expect("a few");
    assert_eq!(world.balance(ann, from).await.0, 1_000 - paid);
    world.verified().await;
}

async fn one_row_that_cannot_be_read_spoils_nothing(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let known = world.payment(ann, from, to, 1);
    world.submit(known.clone()).await.expect("there is money");
    damage(&world, "update idempotency set request_hash = substr(request_hash, 1, 3)").await;
    let mut commands: Vec<_> = (0..9).map(|_| world.transfer(from, to, 1)).collect();
    commands.insert(4, known);
    let answers = together(&world, commands).await;
    for (place, answer) in answers.iter().enumerate() {
        assert_eq!(answer.is_err(), place == 4, "{place}: {answer:?}");
    }
    assert_eq!(world.balance(ann, from).await.0, 990);
    world.verified().await;
}

async fn the_second_with_a_key_gets_the_receipt_of_the_first(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let twin = |request| Command {
        key: Some(key(ann, "twins", request)),
        ..world.command(Action::Transfer(world.order(from, to, 100)))
    };
    let answers = together(&world, vec![twin(1), twin(1), twin(2)]).await;
    let receipts: Vec<_> = answers.iter().flatten().collect();
    let reused = answers.iter().filter(|answer| matches!(answer, Err(LedgerError::KeyReused))).count();
    // Which of them came first is chance: either both of the twins or the stranger.
    assert!((receipts.len(), reused) == (2, 1) || (receipts.len(), reused) == (1, 2), "{answers:?}");
    assert!(receipts.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(world.balance(ann, from).await.0, 900);
    world.verified().await;
}

async fn a_transfer_is_reversed_once(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(account, 500).await;
    let paid = world.submit(world.transfer(account, to, 200)).await.expect("there is money");
    let original = paid.transfer.expect("a transfer");
    let answers = together(&world, (0..6).map(|_| world.reversal(original)).collect()).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    let reversal = answers.iter().flatten().next().and_then(|receipt| receipt.transfer).expect("a transfer");
    let refused = [world.reversal(reversal), world.reversal(original)];
    for command in refused {
        let answer = world.submit(command).await;
        assert!(matches!(answer, Err(LedgerError::Refused(Refusal::NotReversible))), "{answer:?}");
    }
    let unknown = world.submit(world.reversal(TransferId::new(5))).await;
    assert!(matches!(unknown, Err(LedgerError::Refused(Refusal::Unknown))));
    assert_eq!(world.balance(ann, account).await.0, 500);
    world.verified().await;
}

async fn holds_follow_their_commands(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (_, shop) = world.person("Shop").await;
    world.pay_in(account, 500).await;
    let (captured, first) = world.hold(account, 200);
    let (released, second) = world.hold(account, 250);
    for answer in together(&world, vec![first, second]).await {
        answer.expect("there is money for both");
    }
    assert_eq!(world.balance(ann, account).await, (500, 450));
    let short = world.submit(world.transfer(account, shop, 51)).await;
    assert!(matches!(short, Err(LedgerError::Refused(Refusal::InsufficientFunds))));

    let capture = || world.command(Action::Capture { hold: captured, transfer: world.order(account, shop, 150) });
    let release = || world.command(Action::Release { hold: released, payment: None });
    let answers = together(&world, vec![capture(), release(), capture(), release()]).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 2, "each is closed once: {answers:?}");
    assert_eq!(world.balance(ann, account).await, (350, 0));
    world.verified().await;
}
