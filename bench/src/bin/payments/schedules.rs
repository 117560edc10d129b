//! Payments that are planned, under a clock that leaps: from a year ago to a year ahead, now and then back, with two
//! servers at work on each and a restart half-way.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use bank::{
    Bank, Clock,
    schedules::{self, Schedule, ScheduleState},
};
use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::people::{self, People, SystemClock};
use bench::stats::Dice;
use jiff::{ToSpan, civil::Date};
use model::{
    PaymentId, ScheduleId, Timestamp,
    forms::{Every, Timing},
};
use store::Store;
use tokio::task::JoinSet;

use crate::{Outcome, counted};

/// How many are planned, each by somebody else.
const COUNT: u32 = 10_000;
/// How far the clock goes, to both sides of today, in days.
const YEAR: i64 = 365;
/// How much each payment is, in minor units.
const MINOR: i64 = 100;
/// How many are carried out side by side.
const SIDE_BY_SIDE: usize = 64;

/// A clock that is set by hand.
struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

/// Measures and prints the figure.
pub async fn measure() -> Outcome {
    let folder = Folder::new("schedules")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    People { count: COUNT + 1, each: 1_000_000 }.fill(&url, &ids).await?;
    let (start, mut dice) = (SystemClock.now().plus_seconds(-YEAR * 86_400), Dice::new(7));
    let hand = Arc::new(Hand(AtomicI64::new(start.micros())));
    let mut store = Store::open(&url, people::options(&ids)).await?;
    let open = |store: &Store| Bank { clock: hand.clone(), ..people::bank(store, &ids) };
    let mut bank = open(&store);
    let planned = plan(&bank, &mut dice).await?;
    let (end, mut furthest) = (SystemClock.now().plus_seconds(YEAR * 86_400), start);
    let (mut errors, mut leaps) = (0, 0_u32);
    while furthest < end {
        let leap = leap_s(&mut dice);
        hand.0.fetch_add(leap * 1_000_000, Ordering::Relaxed);
        furthest = furthest.max(hand.now());
        carry_out(&bank).await?;
        errors += wrong(&bank, &planned, bank.calendar.day(furthest)).await?;
        leaps += 1;
        if leaps == 20 {
            bank.ledger.close().await;
            store = Store::open(&url, people::options(&ids)).await?;
            bank = open(&store);
        }
    }
    let report = store.ports().upkeep.verify().await?;
    errors += i64::try_from(report.breaches.len())?;
    let paid = planned.iter().map(|timing| days(timing, bank.calendar.day(furthest))).sum::<i64>();
    say(&format!("{COUNT} planned, {paid} payments, {leaps} leaps of the clock, one restart"));
    bank.ledger.close().await;
    Figure::at_most("payments.schedule_errors", counted(errors), "payments", 0.0).print();
    Ok(())
}

/// Mostly some days ahead, at any time of the day; now and then weeks back.
fn leap_s(dice: &mut Dice) -> i64 {
    let seconds = i64::try_from(dice.below(20 * 86_400)).unwrap_or(0) + 1;
    if dice.below(6) == 0 { -2 * seconds } else { seconds }
}

/// Everybody plans something else, from the first of the days on which the clock will be.
async fn plan(bank: &Bank, dice: &mut Dice) -> Outcome<Vec<Timing>> {
    let today = bank.calendar.day(bank.clock.now());
    let mut planned = Vec::new();
    for nth in 0..COUNT {
        let first = today.saturating_add(i64::try_from(1 + dice.below(600))?.days());
        let every = Every::ALL[usize::try_from(dice.below(3))?];
        let last = match every {
            Every::Week => Some(first.saturating_add(i64::try_from(dice.below(70))?.days())),
            _ => None,
        };
        planned.push(Timing { first, every, last });
        bank.schedules.keep(&schedule(bank, nth, planned[planned.len() - 1])).await?;
    }
    Ok(planned)
}

fn schedule(bank: &Bank, nth: u32, timing: Timing) -> Schedule {
    let order = People::order(PaymentId::new(bank.ids.next()), nth, COUNT, MINOR);
    Schedule {
        id: ScheduleId::new(order.id.value()),
        owner: People::customer(nth),
        from: order.from.id,
        to: order.to,
        payee: order.payee,
        payee_number: order.payee_number,
        amount: order.amount,
        reference: order.reference,
        timing,
        done: 0,
        next_payment: PaymentId::new(bank.ids.next()),
        waits_since: None,
        try_at: Timestamp::EPOCH,
        state: ScheduleState::Active,
        version: 0,
        made_at: bank.clock.now(),
    }
}

/// What every server does until nothing is due: two of them, at the same time.
async fn carry_out(bank: &Bank) -> Outcome {
    loop {
        let now = bank.clock.now();
        let due = bank.schedules.due(bank.calendar.day(now), now, 1_000).await?;
        if due.is_empty() {
            return Ok(());
        }
        let mut at_work = JoinSet::new();
        for schedule in due {
            for _ in 0..2 {
                if at_work.len() >= SIDE_BY_SIDE {
                    at_work.join_next().await.transpose()?.transpose()?;
                }
                let (bank, schedule) = (bank.clone(), schedule.clone());
                at_work.spawn(async move { schedules::carry_out(&bank, schedule).await });
            }
        }
        while let Some(done) = at_work.join_next().await {
            done??;
        }
    }
}

/// How many payments there are too many or too few, where the furthest day so far is `day`.
async fn wrong(bank: &Bank, planned: &[Timing], day: Date) -> Outcome<i64> {
    let mut errors = 0;
    for (nth, timing) in (0..).zip(planned) {
        let account = bank.accounts.account(People::customer(nth), People::account(nth)).await?.ok_or("an account")?;
        // The first line of everybody is what they began with.
        errors += (account.version - 1 - days(timing, day)).abs();
    }
    Ok(errors)
}

/// How many days of `timing` there are up to `day`.
fn days(timing: &Timing, day: Date) -> i64 {
    let mut nth = 0;
    while timing.day(nth).is_some_and(|next| next <= day) {
        nth += 1;
    }
    nth
}
