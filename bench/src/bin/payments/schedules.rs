//! Payments that are planned, under a clock that leaps: none may be early, doubled or missed.

use std::collections::BTreeMap;
use std::sync::Arc;

use bank::{
    Bank, Clock,
    schedules::{self, Schedule, ScheduleState},
};
use bench::folder::Folder;
use bench::people::{self, People, SystemClock};
use bench::stats::Dice;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{
    PaymentId, ScheduleId, Timestamp,
    forms::{Every, Timing},
};
use store::Store;

use crate::clock::Hands;
use crate::{Outcome, print_none};

const PEOPLE: People = People { count: 500, each: 100_000_000 };
/// How many are planned.
const SCHEDULES: u32 = 10_000;
const DAY_S: i64 = 24 * 60 * 60;
/// How far the clock goes: from a year before now to a year after.
const YEAR_DAYS: i64 = 365;
/// How many are made at the same time.
const AT_ONCE: usize = 64;

/// How many payments are not as their days say.
pub async fn measure() -> Outcome {
    let folder = Folder::new("schedules")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    PEOPLE.fill(&url, &ids).await?;
    let hands = Hands::at(SystemClock.now().plus_seconds(-YEAR_DAYS * DAY_S));
    let stores = (Store::open(&url, people::options(&ids)).await?, Store::open(&url, people::options(&ids)).await?);
    let servers = [hands.of(people::bank(&stores.0, &ids)), hands.of(people::bank(&stores.1, &ids))];
    let mut dice = Dice::new(11);
    let planned = plan(&servers[0], &mut dice).await?;
    let last = leap(&servers, &hands, &mut dice).await?;
    let errors = compare(&servers[0], &planned, last).await?;
    let breaches = stores.0.ports().upkeep.verify().await?.breaches.len() as u64;
    stores.0.ports().ledger.close().await;
    stores.1.ports().ledger.close().await;
    print_none("payments.schedule_errors", errors + breaches);
    Ok(())
}

/// Plans payments on days of the two years; each says its number to whoever is paid.
async fn plan(bank: &Bank, dice: &mut Dice) -> Outcome<Vec<Schedule>> {
    let begins = bank.calendar.day(bank.clock.now());
    let mut planned = Vec::new();
    for nth in 0..SCHEDULES {
        let from = nth % PEOPLE.count;
        let order = People::order(PaymentId::new(bank.ids.next()), from, (from + 1) % PEOPLE.count, 100);
        let first = begins.checked_add(i64::try_from(1 + dice.below(2 * 365))?.days())?;
        let times = i64::try_from(dice.below(6))?;
        let (every, last) = match dice.below(4) {
            0 => (Every::Week, Some(first.checked_add(times.weeks())?)),
            1 => (Every::Month, Some(first.checked_add(times.months())?)),
            _ => (Every::Once, None),
        };
        let schedule = Schedule {
            id: ScheduleId::new(order.id.value()),
            owner: People::customer(from),
            from: order.from.id,
            to: order.to,
            payee: order.payee,
            payee_number: order.payee_number,
            amount: order.amount,
            reference: nth.to_string(),
            timing: Timing { first, every, last },
            done: 0,
            next_payment: PaymentId::new(bank.ids.next()),
            waits_since: None,
            try_at: Timestamp::EPOCH,
            state: ScheduleState::Active,
            version: 0,
            approved_at: bank.clock.now(),
            purpose: None,
        };
        bank.schedules.keep(&schedule).await?;
        planned.push(schedule);
    }
    Ok(planned)
}

/// Lets the clock leap to the end of the two years, and back now and then; both servers do what is due each time. Gives
/// the last day it showed.
async fn leap(servers: &[Bank; 2], hands: &Arc<Hands>, dice: &mut Dice) -> Outcome<Date> {
    let today = |bank: &Bank| bank.calendar.day(bank.clock.now());
    let mut last = today(&servers[0]);
    let end = last.checked_add((2 * YEAR_DAYS + 200).days())?;
    while last < end {
        let seconds = i64::try_from(dice.below(20 * 86_400))?;
        hands.pass(if dice.below(4) == 0 { -seconds / 2 } else { seconds });
        last = last.max(today(&servers[0]));
        let (one, other) = tokio::join!(carry_out(&servers[0]), carry_out(&servers[1]));
        one.and(other)?;
    }
    Ok(last)
}

async fn carry_out(bank: &Bank) -> Result<(), bank::Error> {
    loop {
        let now = bank.clock.now();
        let due = bank.schedules.due(bank.calendar.day(now), now, 2_000).await?;
        if due.is_empty() {
            return Ok(());
        }
        for some in due.chunks(AT_ONCE) {
            let tasks: Vec<_> = some
                .iter()
                .map(|schedule| {
                    let (bank, schedule) = (bank.clone(), schedule.clone());
                    tokio::spawn(async move { schedules::carry_out(&bank, schedule).await })
                })
                .collect();
            for task in tasks {
                task.await.map_err(bank::StorageError::new)??;
            }
        }
    }
}

/// How many payments are too many, too few or too early, up to the day `last`.
async fn compare(bank: &Bank, planned: &[Schedule], last: Date) -> Outcome<u64> {
    let mut made: BTreeMap<String, Vec<Timestamp>> = BTreeMap::new();
    for nth in 0..PEOPLE.count {
        let (owner, id) = (People::customer(nth), People::account(nth));
        let version = bank.accounts.account(owner, id).await?.ok_or("an account is gone")?.version;
        let lines = bank.accounts.lines(owner, id, 1, version).await?;
        for line in lines.into_iter().filter(|line| line.amount.minor < 0) {
            made.entry(line.reference).or_default().push(line.booked_at);
        }
    }
    let mut errors = 0;
    for schedule in planned {
        let made = made.remove(&schedule.reference).unwrap_or_default();
        let days = days(&schedule.timing, last)?;
        errors += made.len().abs_diff(days.len()) as u64;
        let early = |(day, at): (&Date, &Timestamp)| *at < bank.calendar.start_of(*day);
        errors += days.iter().zip(&made).filter(|pair| early(*pair)).count() as u64;
    }
    Ok(errors + made.len() as u64)
}

/// The days of `timing` up to `last`, found by looking at each day there is.
fn days(timing: &Timing, last: Date) -> Outcome<Vec<Date>> {
    let (mut found, mut day) = (Vec::new(), timing.first);
    while day <= timing.last.unwrap_or(timing.first).min(last) {
        let wanted = match timing.every {
            Every::Once => day == timing.first,
            Every::Week => day.weekday() == timing.first.weekday(),
            Every::Month => day.day() == timing.first.day().min(day.days_in_month()),
        };
        if wanted {
            found.push(day);
        }
        day = day.tomorrow()?;
    }
    Ok(found)
}
