//! Looking over the whole ledger: at start, and every night. What is not as it must be stops the server, with the
//! account named: a bank that may be wrong about money must not go on moving it.

use std::time::{Duration, Instant};

use bank::{StorageError, ledger::VerifyReport, ports::Upkeep};
use jiff::ToSpan;
use tokio::time::sleep;

use super::{Stop, Tools};
use crate::{config::VerifyAtStart, stopped};

/// When, in the bank's time zone, in hours after midnight.
const AT_HOUR: i64 = 3;

/// Looks over the ledger and logs what was found; whether all is well.
///
/// # Errors
/// Where the database does not answer.
pub async fn look_over(upkeep: &dyn Upkeep) -> Result<VerifyReport, StorageError> {
    let started = Instant::now();
    let report = upkeep.verify().await?;
    for breach in &report.breaches {
        tracing::error!(%breach, "the ledger is not as it must be");
    }
    if report.aside > 0 {
        tracing::warn!(messages = report.aside, "messages of other banks were kept aside: look into them");
    }
    tracing::info!(
        accounts = report.accounts,
        postings = report.postings,
        breaches = report.breaches.len(),
        took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "looked over the ledger"
    );
    Ok(report)
}

pub(super) async fn run(tools: Tools, at_start: VerifyAtStart, stop: Stop) {
    let mut told = stop.stop.subscribe();
    let nights = async {
        if at_start == VerifyAtStart::Background {
            judge(&tools, &stop).await;
        }
        loop {
            sleep(until_night(&tools)).await;
            judge(&tools, &stop).await;
        }
    };
    tokio::select! {
        () = nights => {}
        () = stopped(&mut told) => {}
    }
}

async fn judge(tools: &Tools, stop: &Stop) {
    match look_over(tools.upkeep.as_ref()).await {
        Ok(report) if report.holds() => {}
        Ok(_) => {
            tracing::error!("the server stops; `banyan verify` shows all that was found");
            stop.alarm.send_replace(true);
            stop.stop.send_replace(true);
        }
        Err(error) => tracing::error!(%error, "the ledger could not be looked over; it is tried again next night"),
    }
}

/// How long it is until the next night's look.
fn until_night(tools: &Tools) -> Duration {
    let now = tools.clock.now();
    let calendar = &tools.bank.calendar;
    let today = calendar.day(now);
    let nights = [today, today.saturating_add(1.day())].map(|day| calendar.start_of(day).plus_seconds(AT_HOUR * 3_600));
    let next = nights.into_iter().find(|night| *night > now).unwrap_or(nights[1]);
    Duration::from_secs(next.seconds_since(now).max(60).unsigned_abs())
}
