//! Payments to other banks: kept with the money that leaves for them, told when it is due, and ended once.

use bank::{
    Clock,
    accounts::Category,
    ledger::{Action, Command, LedgerError, Limited, Line, OutboxEvent, Refusal, SentBack, TransferOrder},
    payments::Payment,
    rails::{Aside, BackReason, Rail, Route, Sending, SendingState},
};
use jiff::civil::date;
use model::{AccountId, Currency, CustomerId, Iban, PaymentId, Timestamp, TransferId};
use proptest::prelude::*;

use crate::{
    on_both,
    world::{Kind, World, run},
};

on_both!(
    an_account_that_stands_for_another_is_opened_once,
    it_is_kept_with_its_money_and_found_when_it_is_due,
    what_comes_back_comes_back_once,
    what_is_final_stays,
    two_servers_give_back_once,
    somebody_at_another_bank_is_known_by_their_iban,
    a_payment_that_is_not_on_its_way_is_named,
    what_is_kept_aside_is_counted_once,
);

fn iban(serial: u32) -> Iban {
    Iban::made("GB", &format!("OTHR000000{serial:08}")).expect("an account elsewhere")
}

async fn stands_for(world: &World, iban: Iban) -> AccountId {
    let (new, now) = (AccountId::new(world.ids.next()), world.clock.now());
    world.ports.sendings.open_account(iban, Currency::Gbp, new, now).await.expect("an answer")
}

/// The payment of £30 by Ann, who has £100, to somebody at another bank.
async fn sent(world: &World) -> (CustomerId, Payment) {
    let (ann, hers) = world.person("Ann").await;
    world.pay_in(hers, 10_000).await;
    let to = stands_for(world, iban(1)).await;
    let payment = leave(world, ann, hers, to, 3_000).await;
    (ann, payment)
}

async fn leave(world: &World, who: CustomerId, from: AccountId, to: AccountId, minor: i64) -> Payment {
    let (payment, command) = leaving(world, who, from, to, minor);
    world.submit(command).await.expect("there is enough");
    kept(world, payment.id).await
}

fn leaving(world: &World, who: CustomerId, from: AccountId, to: AccountId, minor: i64) -> (Payment, Command) {
    let sending = Sending {
        state: SendingState::Ready,
        route: Route { rail: Rail::Instant, arrives: date(2026, 9, 21) },
        tries: 0,
        try_at: world.clock.now(),
        sent_at: None,
        arrived_at: None,
        back_at: None,
        reason: None,
    };
    let payment = Payment { sending: Some(sending), ..world.unpaid(who, from, to, minor) };
    let limited = Some(Limited { day: 20_000, to_somebody_new: true });
    let order = TransferOrder { payment: Some(Box::new(payment.clone())), limited, ..world.order(from, to, minor) };
    (payment, world.command(Action::Transfer(order)))
}

async fn kept(world: &World, payment: PaymentId) -> Payment {
    world.ports.sendings.one(payment).await.expect("an answer").expect("it is there")
}

async fn state(world: &World, payment: PaymentId) -> SendingState {
    kept(world, payment).await.sending.expect("it is on its way").state
}

fn back(world: &World, payment: &Payment, into: SendingState) -> Command {
    let line = || Line { party: "Payee".to_owned(), reference: String::new(), category: Category::Transfers };
    let action = Action::Reverse {
        original: payment.transfer.expect("it has left"),
        id: TransferId::new(world.ids.next()),
        debit_line: line(),
        credit_line: line(),
        sent_back: Some(SentBack { payment: payment.id, into, reason: BackReason::Closed, back: None }),
    };
    let outbox = vec![OutboxEvent { topic: "payment.back", subject: payment.id.value() }];
    Command { outbox, ..world.command(action) }
}

async fn due(world: &World, at: Timestamp) -> Vec<PaymentId> {
    let due = world.ports.sendings.due(at, 100).await.expect("an answer");
    due.into_iter().map(|payment| payment.id).collect()
}

async fn an_account_that_stands_for_another_is_opened_once(world: World) {
    let sendings = &world.ports.sendings;
    assert_eq!(sendings.account(iban(1), Currency::Gbp).await.expect("an answer"), None);
    let first = stands_for(&world, iban(1)).await;
    let (again, meanwhile) = tokio::join!(stands_for(&world, iban(1)), stands_for(&world, iban(2)));
    assert_eq!((first, sendings.account(iban(1), Currency::Gbp).await.expect("an answer")), (again, Some(first)));
    assert_ne!(first, meanwhile);
    assert_eq!(sendings.account(iban(1), Currency::Eur).await.expect("an answer"), None, "each currency has its own");
    let together = tokio::join!(stands_for(&world, iban(3)), stands_for(&world, iban(3)), stands_for(&world, iban(3)));
    assert!(together.0 == together.1 && together.1 == together.2, "{together:?}");
    world.verified().await;
}

async fn it_is_kept_with_its_money_and_found_when_it_is_due(world: World) {
    let (ann, payment) = sent(&world).await;
    let now = world.clock.now();
    assert_eq!(world.balance(ann, payment.from).await, (7_000, 0));
    assert_eq!(payment.payee_number.elsewhere(), Some(iban(1)));
    let found = world.ports.payments.payment(ann, payment.id).await.expect("an answer");
    assert_eq!(found.as_ref(), Some(&payment));
    assert_eq!(due(&world, now.plus_seconds(-1)).await, []);
    assert_eq!(due(&world, now).await, [payment.id]);
    let (eve, _) = world.person("Eve").await;
    let on_their_way = async |who| world.ports.sendings.on_their_way(who).await.expect("an answer");
    assert_eq!(on_their_way(ann).await, std::slice::from_ref(&payment));
    assert!(on_their_way(eve).await.is_empty(), "it is nobody else's");
    let sending = payment.sending.expect("it is on its way");
    let told =
        Sending { state: SendingState::Sent, tries: 1, try_at: now.plus_seconds(60), sent_at: Some(now), ..sending };
    let sendings = &world.ports.sendings;
    assert!(sendings.told(payment.id, SendingState::Ready, told).await.expect("an answer"));
    assert!(
        !sendings.told(payment.id, SendingState::Ready, told).await.expect("an answer"),
        "it is not ready any more"
    );
    assert_eq!(kept(&world, payment.id).await.sending, Some(told));
    assert_eq!(due(&world, now.plus_seconds(59)).await, []);
    assert_eq!(due(&world, now.plus_seconds(60)).await, [payment.id]);
    assert!(sendings.arrived(payment.id, now).await.expect("an answer"));
    assert!(!sendings.arrived(payment.id, now.plus_seconds(9)).await.expect("an answer"), "it arrives once");
    let arrived = kept(&world, payment.id).await.sending.expect("it was on its way");
    assert_eq!((arrived.state, arrived.arrived_at), (SendingState::Arrived, Some(now)));
    assert_eq!(due(&world, Timestamp::from_micros(i64::MAX)).await, []);
    assert!(on_their_way(ann).await.is_empty(), "it has arrived");
    world.verified().await;
}

async fn what_comes_back_comes_back_once(world: World) {
    for into in [SendingState::Refused, SendingState::Returned] {
        let (ann, payment) = sent(&world).await;
        if into == SendingState::Returned {
            assert!(world.ports.sendings.arrived(payment.id, world.clock.now()).await.expect("an answer"));
        }
        world.submit(back(&world, &payment, into)).await.expect("it has left");
        for _ in 0..2 {
            let again = world.submit(back(&world, &payment, into)).await.expect_err("it is back");
            assert!(matches!(again, LedgerError::Refused(Refusal::NotReversible)), "{again:?}");
        }
        assert_eq!(world.balance(ann, payment.from).await, (10_000, 0));
        let sending = kept(&world, payment.id).await.sending.expect("it was on its way");
        assert_eq!((sending.state, sending.reason), (into, Some(BackReason::Closed)));
        assert!(sending.back_at.is_some());
        assert!(!world.ports.sendings.arrived(payment.id, world.clock.now()).await.expect("an answer"));
    }
    world.verified().await;
}

async fn what_is_final_stays(world: World) {
    let (ann, payment) = sent(&world).await;
    world.ports.sendings.arrived(payment.id, world.clock.now()).await.expect("an answer");
    // That it was refused after it arrived cannot be: nothing of it is kept, and its neighbours are not spoilt.
    let (refused, paid) = tokio::join!(world.submit(back(&world, &payment, SendingState::Refused)), async {
        world.submit(world.transfer(payment.from, crate::world::CASH, 100)).await
    });
    assert!(matches!(refused, Err(LedgerError::Unavailable(_))), "{refused:?}");
    paid.expect("somebody else's payment is made");
    assert_eq!(state(&world, payment.id).await, SendingState::Arrived);
    assert_eq!(world.balance(ann, payment.from).await, (6_900, 0));
    world.verified().await;
}

async fn two_servers_give_back_once(world: World) {
    let other = world.another_server(2).await;
    for _ in 0..10 {
        let (ann, payment) = sent(&world).await;
        let there = other.ports().ledger;
        let command = || back(&world, &payment, SendingState::Refused);
        let (here, there) = tokio::join!(world.submit(command()), there.submit(command()));
        assert!(here.is_ok() ^ there.is_ok(), "{here:?} {there:?}");
        assert_eq!(world.balance(ann, payment.from).await, (10_000, 0));
    }
    other.ports().ledger.close().await;
    world.verified().await;
}

async fn somebody_at_another_bank_is_known_by_their_iban(world: World) {
    let (ann, payment) = sent(&world).await;
    let among = bank::payments::Among { lines: 50, limit: 5, only: None, removed: false };
    let known = world.ports.payees.known(ann, among).await.expect("an answer");
    assert_eq!(known.len(), 1);
    assert_eq!((known[0].payment, known[0].number.elsewhere()), (payment.id, Some(iban(1))));
    assert!(world.ports.payments.has_paid(ann, payment.to).await.expect("an answer"));
    let new = world.ports.limits.newcomers(ann, world.clock.now()).await.expect("an answer");
    assert_eq!(new.len(), 1);
    assert_eq!((new[0].name.as_str(), new[0].paid), ("Payee", payment.amount), "as the line of the account calls them");
}

async fn a_payment_that_is_not_on_its_way_is_named(world: World) {
    let (_, payment) = sent(&world).await;
    world.submit(world.reversal(payment.transfer.expect("it has left"))).await.expect("it can be put right");
    let report = world.ports.upkeep.verify().await.expect("an answer");
    assert_eq!(report.breaches, [bank::ledger::Breach::Sending { payment: payment.id.value() }]);
}

async fn what_is_kept_aside_is_counted_once(world: World) {
    for (said, kept) in [("<a/>", 1), ("<a/>", 1), ("another \u{fffd}", 2)] {
        let aside = Aside { heard_at: world.clock.now(), why: "not a document".to_owned(), said: said.to_owned() };
        world.ports.sendings.set_aside(world.ids.next(), &aside).await.expect("an answer");
        let report = world.ports.upkeep.verify().await.expect("an answer");
        assert_eq!((report.aside, report.breaches), (kept, vec![]), "{said}");
    }
}

/// What happens to payments to other banks, in any order.
#[derive(Debug, Clone)]
enum Step {
    /// One leaves.
    Leaves(i64),
    /// The other bank is told of the how-manieth, and says so or not.
    Told(usize, bool),
    Arrives(usize),
    Refused(usize),
    Returned(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => (1..4_000_i64).prop_map(Step::Leaves),
        2 => (0..6_usize, any::<bool>()).prop_map(|(which, clear)| Step::Told(which, clear)),
        2 => (0..6_usize).prop_map(Step::Arrives),
        2 => (0..6_usize).prop_map(Step::Refused),
        2 => (0..6_usize).prop_map(Step::Returned),
    ];
    proptest::collection::vec(step, 1..40)
}

/// Follows `steps` and compares with what must be: every pound is with its payer, or on its way, or there.
async fn follow(world: World, steps: Vec<Step>) {
    let (ann, hers) = world.person("Ann").await;
    world.pay_in(hers, 20_000).await;
    let to = stands_for(&world, iban(7)).await;
    let mut expected: Vec<(Payment, SendingState)> = Vec::new();
    for step in steps {
        match step {
            Step::Leaves(minor) => {
                let (payment, command) = leaving(&world, ann, hers, to, minor);
                if world.submit(command).await.is_ok() {
                    expected.push((kept(&world, payment.id).await, SendingState::Ready));
                }
            }
            Step::Told(which, clear) => {
                let Some((payment, state)) = expected.get_mut(which) else { continue };
                let next = if clear { SendingState::Sent } else { SendingState::Doubt };
                let sending = payment.sending.expect("it is on its way");
                if next.may_follow(*state) {
                    let after = Sending { state: next, ..sending };
                    assert!(world.ports.sendings.told(payment.id, *state, after).await.expect("an answer"));
                    *state = next;
                }
            }
            Step::Arrives(which) => {
                let Some((payment, state)) = expected.get_mut(which) else { continue };
                let may = SendingState::Arrived.may_follow(*state);
                assert_eq!(world.ports.sendings.arrived(payment.id, world.clock.now()).await.expect("an answer"), may);
                *state = if may { SendingState::Arrived } else { *state };
            }
            Step::Refused(which) => give_back(&world, &mut expected, which, SendingState::Refused).await,
            Step::Returned(which) => give_back(&world, &mut expected, which, SendingState::Returned).await,
        }
    }
    let mut gone = 0;
    for (payment, expected) in &expected {
        assert_eq!(state(&world, payment.id).await, *expected);
        let back = matches!(expected, SendingState::Refused | SendingState::Returned);
        gone += if back { 0 } else { payment.amount.minor };
    }
    assert_eq!(world.balance(ann, hers).await, (20_000 - gone, 0));
    let open = expected.iter().filter(|(_, state)| state.is_open()).count();
    assert_eq!(due(&world, Timestamp::from_micros(i64::MAX)).await.len(), open, "nothing is forgotten");
    world.verified().await;
}

async fn give_back(world: &World, expected: &mut [(Payment, SendingState)], which: usize, into: SendingState) {
    let Some((payment, state)) = expected.get_mut(which) else { return };
    let given = world.submit(back(world, payment, into)).await;
    assert_eq!(given.is_ok(), into.may_follow(*state), "{state:?} {into:?} {given:?}");
    *state = if given.is_ok() { into } else { *state };
}

fn any_order(kind: Kind, cases: u32) {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(cases));
    runner
        .run(&steps(), |steps| {
            run(kind, |world| follow(world, steps));
            Ok(())
        })
        .expect("nothing is lost, doubled or stranded");
}

#[test]
fn in_any_order_nothing_is_lost_doubled_or_stranded_on_sqlite() {
    any_order(Kind::Sqlite, 24);
}

#[test]
fn in_any_order_nothing_is_lost_doubled_or_stranded_on_postgres() {
    any_order(Kind::Postgres, 12);
}
