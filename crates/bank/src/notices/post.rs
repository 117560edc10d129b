//! Mails and short messages on their way: when one is tried, tried again, and given up.

use model::Timestamp;

use super::{Topic, send::after_peace};
use crate::{
    Bank, Error,
    ports::Post,
    security::{Channel, Sent},
};

/// How long nobody else tries what one server is sending.
const CLAIM_S: i64 = 2 * 60;
/// After how many seconds it is tried again: twice as long each time, and every hour in the end.
const FIRST_AGAIN_S: i64 = 60;
const LAST_AGAIN_S: i64 = 60 * 60;
/// How late news may come. What is older would frighten people with what was over long ago; it stands on their page.
const NEWS_S: i64 = 3 * 24 * 60 * 60;

/// A mail or a short message that may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which one: the same however often it is tried.
    pub id: i64,
    /// How often it was tried.
    pub tries: i64,
    /// To whom, and what it says.
    pub sent: Sent,
}

/// What became of handing a message to whoever carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// They have it.
    Taken,
    /// Not now, for a reason that passes; perhaps they have it.
    NotNow,
    /// Never: there is no such address.
    Refused,
}

/// How a message ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Whoever carries it has it.
    Sent,
    /// Its address is none.
    Refused,
}

impl End {
    /// As it is kept.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }
}

/// What comes after a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it has ended.
    Ended(End),
    /// It is tried again, not before then.
    Again(Timestamp),
}

/// A message that was given back: an address at which somebody is not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreached {
    /// By which way.
    pub channel: Channel,
    /// When it was given back.
    pub at: Timestamp,
}

/// What may be sent by `channel` now and is still news, at most `limit`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn due(bank: &Bank, channel: Channel, limit: u32) -> Result<Vec<Due>, Error> {
    let now = bank.clock.now();
    Ok(bank.notices.due(channel, (now.plus_seconds(-NEWS_S), now), limit).await?)
}

/// Sends `due` by `post`; what came of it, or nothing where another server is at it.
///
/// A server that falls between sending and writing that down sends once more, under the same number.
///
/// # Errors
/// [`Error::Unavailable`]: it is tried again.
pub async fn send(bank: &Bank, post: &dyn Post, due: &Due) -> Result<Option<Next>, Error> {
    let now = bank.clock.now();
    if !bank.notices.claim(due.id, due.tries, now.plus_seconds(CLAIM_S)).await? {
        return Ok(None);
    }
    let peace = peace_over(bank, due, now).await?;
    let next = if peace > now { Next::Again(peace) } else { after(post.carry(due).await, due.tries, bank.clock.now()) };
    bank.notices.carried(due.id, due.tries + 1, next, bank.clock.now()).await?;
    Ok(Some(next))
}

/// When `due` may be sent that would be at `now`: what was kept up is not sent into the time in which somebody wants peace,
/// unless it is about their safety.
async fn peace_over(bank: &Bank, due: &Due, now: Timestamp) -> Result<Timestamp, Error> {
    let notice = &due.sent.notice;
    if Topic::of(notice.event) == Topic::Safety {
        return Ok(now);
    }
    let choices = bank.notices.choices(notice.customer).await?;
    Ok(after_peace(&bank.calendar, choices.quiet, now))
}

/// What comes after the try that follows on `tries`.
fn after(carried: Carried, tries: i64, now: Timestamp) -> Next {
    match carried {
        Carried::Taken => Next::Ended(End::Sent),
        Carried::Refused => Next::Ended(End::Refused),
        Carried::NotNow => {
            let doublings = u32::try_from(tries.clamp(0, 16)).unwrap_or(16);
            Next::Again(now.plus_seconds((FIRST_AGAIN_S << doublings).min(LAST_AGAIN_S)))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_tried_again_later_each_time_and_within_the_hour(tries in 0..1_000_i64, at in 0..2_000_000_000_i64) {
            let now = Timestamp::from_micros(at * 1_000_000);
            let wait = |tries| match after(Carried::NotNow, tries, now) {
                Next::Again(again) => again,
                Next::Ended(_) => panic!("what passes ends nothing"),
            };
            prop_assert!(wait(tries) > now && wait(tries) <= now.plus_seconds(LAST_AGAIN_S));
            prop_assert!(wait(tries + 1) >= wait(tries));
        }
    }
}
