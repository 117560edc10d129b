//! Limits: lowered at once, raised never before half a day, and never passed in any order of payments.

use std::collections::HashMap;

use bank::{
    Calendar, Policy,
    accounts::{AccountKind, AccountStatus},
    calendar::day_number,
    ledger::{Action, Actor, Book, Command, LedgerAccount, Limited, Line, Refusal, TransferOrder},
    limits::{Limit, LimitKind, Limits},
    policy::{LIMIT_RAISE_WAIT_S, NEW_PAYEE_S},
};
use jiff::civil::Date;
use model::{AccountId, Currency, Money, Timestamp, TransferId, forms::HistoryKind};
use proptest::prelude::*;

const HOUR_S: i64 = 3_600;

/// What somebody does with a limit.
#[derive(Debug, Clone, Copy)]
enum Press {
    Lower(i64),
    Raise(i64),
    CallOff,
    Wait(i64),
}

fn press() -> impl Strategy<Value = Press> {
    let waits = prop_oneof![Just(1), Just(LIMIT_RAISE_WAIT_S - 1), Just(LIMIT_RAISE_WAIT_S), 1..20 * HOUR_S];
    prop_oneof![
        2 => (0..100_i64).prop_map(Press::Lower),
        3 => (0..100_i64).prop_map(Press::Raise),
        1 => Just(Press::CallOff),
        4 => waits.prop_map(Press::Wait),
    ]
}

proptest! {
    /// The story of a limit is told again in the plainest words, and both agree at every moment.
    #[test]
    fn a_limit_is_lowered_at_once_and_raised_after_half_a_day(presses in prop::collection::vec(press(), 1..30)) {
        let mut now = Timestamp::from_micros(1_790_000_000_000_000);
        let mut limit = Limit::of(50);
        let (mut holds, mut waits): (i64, Option<(i64, Timestamp)>) = (50, None);
        for press in presses {
            match press {
                Press::Lower(to) => match limit.lowered(to, now) {
                    Some(lowered) => {
                        prop_assert!(to <= holds);
                        (limit, holds, waits) = (lowered, to, None);
                    }
                    None => prop_assert!(to > holds, "whatever is less is taken"),
                },
                Press::Raise(to) => {
                    let before = limit.at(now);
                    limit = limit.raised(to, now);
                    prop_assert_eq!(limit.at(now), before, "asking alone changes nothing");
                    waits = Some((to, now));
                }
                Press::CallOff => {
                    let off = limit.called_off(now);
                    prop_assert_eq!(off.is_some(), waits.is_some());
                    limit = off.unwrap_or(limit);
                    waits = None;
                }
                Press::Wait(seconds) => {
                    now = now.plus_seconds(seconds);
                    if let Some((to, asked)) = waits
                        && now.seconds_since(asked) >= LIMIT_RAISE_WAIT_S
                    {
                        (holds, waits) = (to, None);
                    }
                }
            }
            prop_assert_eq!(limit.at(now), holds);
            prop_assert_eq!(limit.waiting(now).map(|raise| raise.to), waits.map(|(to, _)| to));
        }
    }

    /// Whoever pays whom, in whatever order, over the nights in which the clocks change: no day and nobody new is ever
    /// paid more than the limits of that moment.
    #[test]
    fn no_order_of_payments_passes_a_limit(
        spring in any::<bool>(),
        payments in prop::collection::vec((1..3 * HOUR_S, 1..5_i64, 1..4_000_i64), 1..80),
        raised_after in 0..40_usize,
    ) {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let night = if spring { jiff::civil::date(2026, 3, 28) } else { jiff::civil::date(2026, 10, 24) };
        let mut now = calendar.start_of(night);
        let limits = Limits::new(3_000, 7_000, 5_000);
        let mut payer = account(0, limits);
        let (mut days, mut firsts): (HashMap<Date, i64>, HashMap<i64, (Timestamp, i64)>) = Default::default();
        let mut book = Book::new((1..5).map(|id| account(id, limits)).chain([payer.clone()]), [], []);
        for (nth, (later, to, amount)) in payments.into_iter().enumerate() {
            now = now.plus_seconds(later);
            if nth == raised_after {
                // The day's limit is to be twice as high: nothing of that holds before its time.
                payer = book.account(payer.id).unwrap().clone();
                payer.limits.day = payer.limits.day.raised(14_000, now);
                let known: Vec<_> = book.paid_first().copied().collect();
                let others: Vec<_> = (1..5).map(|id| book.account(AccountId::new(id)).unwrap().clone()).collect();
                book = Book::new(others.into_iter().chain([payer.clone()]), [], []).knowing(known);
            }
            let day = calendar.day(now);
            let first = *firsts.entry(to).or_insert((now, 0));
            let new = now.seconds_since(first.0) < NEW_PAYEE_S;
            let spent = days.get(&day).copied().unwrap_or(0);
            let most = payer.limits.day.at(now);
            let wanted = if amount > 3_000 {
                Err(Refusal::OverPaymentLimit)
            } else if spent + amount > most {
                Err(Refusal::OverDailyLimit)
            } else if new && first.1 + amount > 5_000 {
                Err(Refusal::OverNewPayeeLimit)
            } else {
                Ok(())
            };
            let paid = book.decide(&payment(nth, to, amount, now, day, new)).map(drop);
            prop_assert_eq!(paid, wanted);
            if paid.is_ok() {
                *days.entry(day).or_default() += amount;
                firsts.get_mut(&to).unwrap().1 += if new { amount } else { 0 };
            } else if first.1 == 0 {
                // Who was refused was not paid.
                firsts.remove(&to);
            }
        }
    }
}

fn account(id: i64, limits: Limits) -> LedgerAccount {
    LedgerAccount {
        id: AccountId::new(id),
        currency: Currency::Gbp,
        status: AccountStatus::Open,
        balance: 1_000_000,
        held: 0,
        min_balance: 0,
        version: 0,
        paid_in: 0,
        last_booked_at: Timestamp::EPOCH,
        limits,
        spent_on: 0,
        spent: 0,
    }
}

fn payment(nth: usize, to: i64, minor: i64, at: Timestamp, day: Date, to_somebody_new: bool) -> Command {
    let order = TransferOrder {
        id: TransferId::new(i64::try_from(nth).unwrap() + 1),
        debit: AccountId::new(0),
        credit: AccountId::new(to),
        amount: Money::new(minor, Currency::Gbp),
        kind: HistoryKind::Payment,
        debit_line: Line::default(),
        credit_line: Line::default(),
        original: None,
        limited: Some(Limited { day: day_number(day), to_somebody_new }),
        payment: None,
    };
    Command { key: None, actor: Actor::System, at, action: Action::Transfer(order), outbox: Vec::new() }
}

#[test]
fn a_refusal_makes_nobody_known() {
    let limits = Limits::new(3_000, 7_000, 500);
    let mut book = Book::new([account(0, limits), account(1, limits)], [], []);
    let (now, day) = (Timestamp::EPOCH, jiff::civil::date(1970, 1, 1));
    assert_eq!(book.decide(&payment(1, 1, 501, now, day, true)).map(drop), Err(Refusal::OverNewPayeeLimit));
    assert_eq!((book.paid_first().count(), book.changed().count()), (0, 0));
    assert_eq!(book.decide(&payment(2, 1, 500, now, day, true)).map(drop), Ok(()));
    let first: Vec<_> = book.paid_first().collect();
    assert_eq!((first.len(), first[0].first_at, first[0].paid), (1, now, 500));
}

#[test]
fn the_bank_lets_nobody_have_more_than_its_policy_and_a_business_more_than_others() {
    let policy = Policy::default();
    for kind in LimitKind::ALL {
        for currency in Currency::ALL {
            let most = |account| policy.most(*kind, account, currency);
            assert!(most(AccountKind::Current).minor > 0);
            assert!(most(AccountKind::Business).minor > most(AccountKind::Current).minor);
            assert_eq!(most(AccountKind::Joint), most(AccountKind::Current));
        }
    }
}
