//! Statements: whatever the days, what is summed up is what the lines add up to, and the lines are all there once.

use bank::accounts::Transaction;
use model::{AccountId, CustomerId, Timestamp, forms::HistoryKind};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};

use crate::{
    history::{all_lines, busy_account},
    on_both,
    world::World,
};

on_both!(
    opening_and_in_less_out_is_closing_whatever_the_moments,
    the_lines_of_a_statement_come_once_however_they_are_paged,
    a_statement_stays_as_it_was_when_more_is_booked,
    nobody_elses_lines_are_told,
);

/// The lines of the account above `after` up to `until`, read so many at a time.
async fn paged(
    world: &World,
    (owner, account): (CustomerId, AccountId),
    (mut after, until): (i64, i64),
    limit: i64,
) -> Vec<Transaction> {
    let mut lines = Vec::new();
    while after < until {
        let to = until.min(after + limit);
        lines.extend(world.ports.accounts.lines(owner, account, after, to).await.expect("the store answers"));
        after = to;
    }
    lines
}

async fn opening_and_in_less_out_is_closing_whatever_the_moments(world: World) {
    let (owner, account) = busy_account(&world).await;
    let mut all = all_lines(&world, owner, account).await;
    all.reverse();
    let (first, last) = (all[0].booked_at.micros(), all[all.len() - 1].booked_at.micros());
    let moment = prop_oneof![
        Just(i64::MIN),
        Just(i64::MAX),
        (first - 1_000_000..last + 1_000_000),
        prop::sample::select(all.iter().map(|line| line.booked_at.micros()).collect::<Vec<_>>()),
    ];
    let strategy = (moment.clone(), moment);
    let mut runner = TestRunner::new(Config::default());
    for _ in 0..200 {
        let (from, before) = strategy.new_tree(&mut runner).expect("two moments").current();
        let (from, before) = (Timestamp::from_micros(from), Timestamp::from_micros(before));
        let span = world.ports.accounts.span(owner, account, from, before).await.expect("the store answers");
        let span = span.expect("it is hers");
        let within: Vec<_> =
            all.iter().filter(|line| line.booked_at >= from && line.booked_at < before).cloned().collect();
        let lines = paged(&world, (owner, account), (span.after, span.until), 7).await;
        assert_eq!(lines, within, "{from:?} {before:?}");
        let paid_in: i64 = within.iter().map(|line| line.amount.minor.max(0)).sum();
        let paid_out: i64 = within.iter().map(|line| -line.amount.minor.min(0)).sum();
        assert_eq!(span.closing.paid_in - span.opening.paid_in, paid_in);
        assert_eq!(span.opening.balance + paid_in - paid_out, span.closing.balance);
        let mut balance = span.opening.balance;
        for line in &within {
            balance += line.amount.minor;
            assert_eq!(line.balance_after.minor, balance);
        }
        assert_eq!(balance, span.closing.balance);
        assert_eq!(span.begun_at, Some(all[0].booked_at));
        let earned: i64 =
            within.iter().filter(|line| line.kind == HistoryKind::Interest).map(|line| line.amount.minor).sum();
        let interest = world.ports.accounts.interest(owner, account, span.after, span.until).await;
        assert_eq!(interest.expect("the store answers"), earned, "{from:?} {before:?}");
    }
}

async fn the_lines_of_a_statement_come_once_however_they_are_paged(world: World) {
    let (owner, account) = busy_account(&world).await;
    let mut all = all_lines(&world, owner, account).await;
    all.reverse();
    let until = i64::try_from(all.len()).expect("it is small");
    for limit in [1, 2, 50, 1_000] {
        assert_eq!(paged(&world, (owner, account), (0, until), limit).await, all, "{limit}");
    }
}

async fn a_statement_stays_as_it_was_when_more_is_booked(world: World) {
    let (owner, account) = world.person("Ann").await;
    let always = (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX));
    let span = async || {
        let span = world.ports.accounts.span(owner, account, always.0, always.1).await;
        span.expect("the store answers").expect("it is hers")
    };
    assert_eq!((span().await.begun_at, span().await.until), (None, 0), "an account without lines has no statement");
    world.pay_in(account, 70).await;
    let before = span().await;
    let lines = paged(&world, (owner, account), (before.after, before.until), 10).await;
    world.pay_in(account, 30).await;
    assert_eq!(paged(&world, (owner, account), (before.after, before.until), 10).await, lines);
    assert_eq!((span().await.until, span().await.closing.balance), (2, 100));
}

async fn nobody_elses_lines_are_told(world: World) {
    let (_, account) = world.person("Ann").await;
    let (other, _) = world.person("Bo").await;
    world.pay_in(account, 70).await;
    let (from, before) = (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX));
    let accounts = &world.ports.accounts;
    assert_eq!(accounts.span(other, account, from, before).await.expect("the store answers"), None);
    assert_eq!(accounts.lines(other, account, 0, 10).await.expect("the store answers"), []);
    assert_eq!(accounts.interest(other, account, 0, 10).await.expect("the store answers"), 0);
}
