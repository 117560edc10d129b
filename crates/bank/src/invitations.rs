//! What is the same wherever somebody lets another in: how they are found, how long they can accept, how many at a time,
//! and when nobody is let in at all.

use model::{AccountNumber, CustomerId, ErrorCode, Timestamp};

use crate::{
    Bank, Error,
    payments::{NameCheck, check_name},
    security,
};

/// How long an invitation can be accepted, in seconds.
pub const INVITED_S: i64 = 7 * 24 * 60 * 60;
/// How many somebody has invited or lets in at a time at most. Ended ones of the last day count as well, so that nobody
/// tries out numbers.
pub const MOST: usize = 5;
/// A day in which what was ended still counts, in seconds.
const DAY_S: i64 = 24 * 60 * 60;

/// How an invitation stands, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Whoever was invited can accept until then.
    Invited(Timestamp),
    /// They may do what they were invited to.
    Running,
    /// Either of the two has ended it.
    Ended,
    /// It was not accepted in time, or its last day is over.
    Lapsed,
}

/// Nobody is let in while everything is frozen, nor soon after a way in has changed: whoever has taken an account over
/// would keep a window on it, or a hand in it.
///
/// # Errors
/// [`ErrorCode::Frozen`]; [`ErrorCode::MandateHeld`]; [`Error::Unavailable`].
pub(crate) async fn may_invite(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let now = bank.clock.now();
    if bank.customers.customer(owner).await?.is_none_or(|customer| customer.is_frozen(now)) {
        return Err(ErrorCode::Frozen.into());
    }
    match security::held_until(bank, owner).await? {
        Some(_) => Err(ErrorCode::MandateHeld.into()),
        None => Ok(()),
    }
}

/// Whether there is room for one more beside those of which it is said whether they are open, and when they were asked.
///
/// # Errors
/// [`ErrorCode::MandatesFull`].
pub(crate) fn has_room(there: impl Iterator<Item = (bool, Timestamp)>, now: Timestamp) -> Result<(), ErrorCode> {
    let counts = there.filter(|(open, asked_at)| *open || now.seconds_since(*asked_at) < DAY_S);
    if counts.count() >= MOST { Err(ErrorCode::MandatesFull) } else { Ok(()) }
}

/// Who is meant by `name` of those who hold the account `number`: exactly one, and not `owner`. That nobody is, is told to
/// nobody.
///
/// # Errors
/// [`Error::Unavailable`].
pub(crate) async fn found(
    bank: &Bank,
    owner: CustomerId,
    name: &str,
    number: AccountNumber,
) -> Result<Option<CustomerId>, Error> {
    let holders = bank.mandates.holders(number).await?;
    let meant = |(id, known): &(CustomerId, String)| *id != owner && check_name(name, known) == NameCheck::Match;
    let mut meant = holders.into_iter().filter(meant).map(|(id, _)| id);
    Ok(meant.next().filter(|_| meant.next().is_none()))
}
