//! Telling the other bank.

use super::{Sending, SendingState};
use crate::{Bank, Error, payments::Payment};

/// What became of telling the other bank of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It has it.
    Taken,
    /// It certainly has not: there was no line to it.
    NotSent,
    /// It may have it or not: the line broke, or it said nothing that can be understood.
    Unclear,
}

/// After how many seconds it is told again: twice as long each time, and every quarter of an hour in the end.
const FIRST_AGAIN_S: i64 = 5;
const LAST_AGAIN_S: i64 = 15 * 60;

/// How long after the `tries`th time it is told again.
fn again_s(tries: i64) -> i64 {
    let doublings = u32::try_from(tries.clamp(0, 16)).unwrap_or(16);
    (FIRST_AGAIN_S << doublings).min(LAST_AGAIN_S)
}

/// Tells the other bank of `payment`, where that is due. However often it is told, it is one payment to it.
///
/// # Errors
/// [`Error::Unavailable`]: it is told again.
pub async fn deliver(bank: &Bank, payment: &Payment) -> Result<(), Error> {
    let (Some(others), Some(sending)) = (&bank.other_banks, payment.sending) else { return Ok(()) };
    if !sending.state.is_open() || sending.try_at > bank.clock.now() {
        return Ok(());
    }
    let delivery = others.deliver(payment, sending.route).await;
    let next = told(sending, delivery, bank);
    // An answer that came in the meantime counts.
    bank.sendings.told(payment.id, sending.state, next).await?;
    Ok(())
}

/// What is kept of telling it once more.
fn told(before: Sending, delivery: Delivery, bank: &Bank) -> Sending {
    let now = bank.clock.now();
    let tries = before.tries.saturating_add(1);
    let state = match (before.state, delivery) {
        (SendingState::Ready, Delivery::Taken) => SendingState::Sent,
        (SendingState::Ready, Delivery::NotSent) => SendingState::Ready,
        // Told again because no answer came, or because it is not known whether it was told at all.
        _ => SendingState::Doubt,
    };
    let try_at = match state {
        SendingState::Sent => before.route.answered_by(&bank.calendar, now),
        _ => now.plus_seconds(again_s(tries)),
    };
    let sent_at = before.sent_at.or((delivery == Delivery::Taken).then_some(now));
    Sending { state, tries, try_at, sent_at, ..before }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_again_ever_later_and_never_later_than_a_quarter_of_an_hour() {
        let waits: Vec<i64> = (1..=10).map(again_s).collect();
        assert_eq!(waits, [10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
        assert_eq!(again_s(i64::MAX), LAST_AGAIN_S);
    }
}
