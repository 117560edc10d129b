//! Limits: however many pay at once, and on however many servers, no day and nobody new gets more.

use std::sync::Arc;

use bank::{
    Clock,
    accounts::AccountKind,
    ledger::{Action, Command, LedgerError, Limited, Refusal, TransferOrder},
    limits::{Acquaintance, Limit, LimitKind, Limits, Raise},
    policy::{LIMIT_RAISE_WAIT_S, NEW_PAYEE_S},
};
use model::{AccountId, CustomerId};
use store::bulk::Batch;

use crate::{
    on_both,
    world::{DAILY_LIMIT, NEW_PAYEE_LIMIT, PAYMENT_LIMIT, World},
};

on_both!(
    a_day_is_spent_once,
    somebody_new_is_paid_once,
    limits_change_as_the_rules_say,
    who_was_paid_is_known_by_every_account,
    what_the_database_was_filled_with_is_known,
    everybody_whose_account_it_is_is_named,
);

const CLIENTS: usize = 64;
const DAY: i64 = 20_000;

fn payment(world: &World, from: AccountId, to: AccountId, minor: i64, to_somebody_new: bool) -> Command {
    let limited = Some(Limited { day: DAY, to_somebody_new });
    world.command(Action::Transfer(TransferOrder { limited, ..world.order(from, to, minor) }))
}

/// 64 clients on two servers pay `minor` three times each, each to one of `payees`; how many payments were made.
async fn all_at_once(
    world: World,
    from: AccountId,
    payees: Vec<AccountId>,
    minor: i64,
    new: bool,
    refusal: Refusal,
) -> (World, i64) {
    let other = world.another_server(2).await;
    let ledgers = [world.ports.ledger.clone(), other.ports().ledger];
    let (world, payees) = (Arc::new(world), Arc::new(payees));
    let clients = (0..CLIENTS).map(|nth| {
        let (world, payees, ledger) = (Arc::clone(&world), Arc::clone(&payees), ledgers[nth % 2].clone());
        tokio::spawn(async move {
            let mut paid = 0;
            for round in 0..3 {
                let to = payees[(nth + round) % payees.len()];
                match ledger.submit(payment(&world, from, to, minor, new)).await {
                    Ok(_) => paid += 1,
                    Err(LedgerError::Refused(refused)) if refused == refusal => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
            paid
        })
    });
    let mut paid = 0;
    for client in clients.collect::<Vec<_>>() {
        paid += client.await.expect("a client ends");
    }
    other.ports().ledger.close().await;
    (Arc::into_inner(world).expect("every client has ended"), paid)
}

async fn a_day_is_spent_once(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 10 * DAILY_LIMIT).await;
    let (world, paid) = all_at_once(world, from, vec![to], 1_000, false, Refusal::OverDailyLimit).await;
    assert_eq!(paid, DAILY_LIMIT / 1_000, "as many as the day holds, and not one more");
    let account = world.ports.accounts.account(ann, from).await.expect("an answer").expect("it is there");
    assert_eq!((account.spent(DAY).minor, account.spent(DAY + 1).minor), (DAILY_LIMIT, 0));
    assert_eq!(account.left_of_day(world.clock.now(), DAY).minor, 0);
    world.verified().await;
}

async fn somebody_new_is_paid_once(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, bobs) = world.person("Bob").await;
    let (_, carols) = world.person("Carol").await;
    world.pay_in(from, 10 * DAILY_LIMIT).await;
    let (world, paid) = all_at_once(world, from, vec![bobs, carols], 1_000, true, Refusal::OverNewPayeeLimit).await;
    assert_eq!(paid, 2 * NEW_PAYEE_LIMIT / 1_000, "each of the two gets as much, and not one more");
    let newcomers = world.ports.limits.newcomers(ann, world.clock.now()).await.expect("an answer");
    let mut told: Vec<_> = newcomers.iter().map(|one| (one.name.as_str(), one.paid.minor, one.account)).collect();
    told.sort_unstable();
    assert_eq!(told, [("Bob", NEW_PAYEE_LIMIT, from), ("Carol", NEW_PAYEE_LIMIT, from)]);

    world.clock.forward(NEW_PAYEE_S * 1_000_000);
    assert!(world.ports.limits.newcomers(ann, world.clock.now()).await.expect("an answer").is_empty());
    world.submit(payment(&world, from, bobs, 1_000, true)).await.expect("after a day they are known");
    world.verified().await;
}

async fn limits_change_as_the_rules_say(world: World) {
    let (ann, hers) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let port = &world.ports.limits;
    let mut known = Limits::new(PAYMENT_LIMIT, DAILY_LIMIT, NEW_PAYEE_LIMIT);
    let read = async || {
        let account = world.ports.accounts.account(ann, hers).await.expect("an answer").expect("it is there");
        account.limits
    };
    for kind in LimitKind::ALL {
        let which = (hers, *kind);
        for (wait, change, to) in [
            (0, "lower", 5_000),
            (0, "lower", 5_001),
            (0, "raise", 7_000),
            (LIMIT_RAISE_WAIT_S - 1, "lower", 6_000),
            (0, "call off", 0),
            (0, "raise", 9_000),
            (LIMIT_RAISE_WAIT_S, "call off", 0),
            (0, "lower", 8_000),
            (0, "raise", 8_500),
            (0, "lower", 8_000),
            (0, "call off", 0),
            (0, "raise", 8_700),
            (LIMIT_RAISE_WAIT_S, "raise", 8_800),
        ] {
            world.clock.forward(wait * 1_000_000);
            let now = world.clock.now();
            let limit = known.of(*kind);
            let (done, wanted) = match change {
                "lower" => (port.lower(ann, which, to, now).await, limit.lowered(to, now)),
                "raise" => (port.raise(ann, which, to, now).await, Some(limit.raised(to, now))),
                _ => (port.call_off(ann, which, now).await, limit.called_off(now)),
            };
            assert_eq!(done.expect("an answer"), wanted.is_some(), "{kind:?} {change} {to}");
            *known.of_mut(*kind) = wanted.unwrap_or(limit);
            assert_eq!(read().await, known, "{kind:?} {change} {to}");
        }
        let now = world.clock.now();
        assert!(!port.lower(bob, which, 0, now).await.expect("an answer"), "that is another person's");
        assert!(!port.raise(bob, which, 9_999, now).await.expect("an answer"));
        assert!(!port.call_off(bob, which, now).await.expect("an answer"));
        assert_eq!(known.of(*kind), Limit { set: 8_700, raise: Some(Raise { to: 8_800, asked_at: now }) });
        assert_eq!(read().await, known);
    }
    the_ledger_knows_what_waits(&world, ann, hers).await;
}

/// The ledger counts against a raise from the moment at which it holds, and against what was lowered at once.
async fn the_ledger_knows_what_waits(world: &World, ann: CustomerId, hers: AccountId) {
    let (_, to) = world.person("Carol").await;
    world.pay_in(hers, DAILY_LIMIT).await;
    let pay = async |minor| world.submit(payment(world, hers, to, minor, false)).await.map(drop);
    let over = |result| matches!(result, Err(LedgerError::Refused(Refusal::OverPaymentLimit)));
    let port = &world.ports.limits;
    let payment = (hers, LimitKind::Payment);
    assert!(port.lower(ann, payment, 5_000, world.clock.now()).await.expect("an answer"));
    assert!(port.raise(ann, payment, 6_000, world.clock.now()).await.expect("an answer"));
    assert!(over(pay(5_001).await));
    world.clock.forward(LIMIT_RAISE_WAIT_S * 1_000_000);
    pay(6_000).await.expect("the raise holds now");
    assert!(port.lower(ann, payment, 100, world.clock.now()).await.expect("an answer"));
    assert!(over(pay(101).await), "at once");
}

async fn who_was_paid_is_known_by_every_account(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (bob, bobs) = world.person("Bob").await;
    let savings = AccountId::new(77);
    let opened = world.new_account(savings, Some(world.number()), AccountKind::Savings, &[ann]);
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    world.pay_in(from, 10_000).await;
    let known =
        async |who, account, payee| world.ports.limits.acquaintance(who, account, payee).await.expect("an answer");
    assert_eq!(known(ann, from, bobs).await, Acquaintance::default());
    let since = Some(world.clock.now());
    world.submit(payment(&world, from, bobs, 300, true)).await.expect("there is as much");
    world.clock.forward(1_000_000);
    world.submit(payment(&world, from, bobs, 200, true)).await.expect("there is as much");
    assert_eq!(known(ann, from, bobs).await, Acquaintance { since, paid: 500 });
    assert_eq!(known(ann, savings, bobs).await, Acquaintance { since, paid: 0 }, "whichever account it was");
    assert_eq!(known(bob, bobs, from).await, Acquaintance::default(), "to be paid is not to pay");
    assert!(world.ports.limits.newcomers(bob, world.clock.now()).await.expect("an answer").is_empty());
}

async fn what_the_database_was_filled_with_is_known(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, bobs) = world.person("Bob").await;
    world.pay_in(from, 10_000).await;
    let since = Some(world.clock.now());
    // Past the limits, as a filled database has it; the next filling looks at what is there.
    world.submit(world.transfer(from, bobs, 300)).await.expect("there is as much");
    world.keep(Batch::default()).await;
    let known = world.ports.limits.acquaintance(ann, from, bobs).await.expect("an answer");
    assert_eq!(known, Acquaintance { since, paid: 300 });
}

async fn everybody_whose_account_it_is_is_named(world: World) {
    let (ann, hers) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let joint = AccountId::new(78);
    let opened = world.new_account(joint, Some(world.number()), AccountKind::Joint, &[ann, bob]);
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    let holders = async |who, account| world.ports.limits.holders(who, account).await.expect("an answer");
    assert_eq!(holders(ann, joint).await, [ann, bob]);
    assert_eq!(holders(ann, hers).await, [ann]);
    assert_eq!(holders(bob, hers).await, [], "that is another person's");
}
