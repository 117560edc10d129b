//! Acting for the account of a business without being its owner, and payments that take two people.
//!
//! Whoever acts signs in as themselves. They prepare payments, or approve those of others, or both, as the owner has said;
//! no page of the owner is opened for them. A payment that takes another person is a hold of the ledger from the first
//! press on, as one that waits ([`crate::waits`]): what it waits for is another person, not the time, which only lets it
//! lapse.

mod acting;
mod by_delegate;
mod by_owner;
mod rule;
mod second;
mod stop;

use model::{AccountId, AccountNumber, Currency, CustomerId, DelegateId, Money, PowerId, Timestamp, forms::ActRole};

pub(crate) use acting::needs_another;
pub use acting::{Held, accounts, held};
pub use by_delegate::{accept, leave};
pub use by_owner::{People, account, end, invite, inviting, people, wanted};
pub(crate) use rule::keep_stricter;
pub use rule::{Changed, Looser, TwoPeople, change, loosen, loosening, rule};
pub use second::{
    LAPSES_ABROAD_S, LAPSES_S, MadeFor, May, Refused, Said, approve, approving, held_until, may, one, refuse, waiting,
};
pub(crate) use second::{ask, note, tell_asked};
pub(crate) use stop::{call_off_all, call_off_by, call_off_of, is_stopped};

use crate::{
    invitations::{INVITED_S, Standing},
    policy::LIMIT_RAISE_WAIT_S,
};

/// How long after they have accepted somebody is not one of two people yet, in seconds: as long as less caution takes to
/// hold.
pub const NEW_ACTING_S: i64 = LIMIT_RAISE_WAIT_S;

/// Leave to act for the account of a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegate {
    /// Which one.
    pub id: DelegateId,
    /// For which account.
    pub account: AccountId,
    /// The name of the business.
    pub business: String,
    /// The currency of the account.
    pub currency: Currency,
    /// The owner who has invited them.
    pub owner: CustomerId,
    /// That owner's name.
    pub owner_name: String,
    /// The name of the one who was invited, as the owner typed it.
    pub name: String,
    /// The number of an account of theirs, as the owner typed it.
    pub number: AccountNumber,
    /// Who that is. `None` where nobody of that name has that account, which nobody is told.
    pub who: Option<CustomerId>,
    /// What they may do.
    pub role: ActRole,
    /// The most that a payment may be which they make or approve, in minor units.
    pub most: Option<i64>,
    /// When they were invited.
    pub asked_at: Timestamp,
    /// When they accepted.
    pub began_at: Option<Timestamp>,
    /// When either of the two ended it.
    pub ended_at: Option<Timestamp>,
    /// The power of attorney that gives it, where it is none of the owner's giving: it ends with that.
    pub power: Option<PowerId>,
}

impl Delegate {
    /// How it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        let invited_until = self.asked_at.plus_seconds(INVITED_S);
        match (self.ended_at, self.began_at) {
            (Some(_), _) => Standing::Ended,
            (None, Some(_)) => Standing::Running,
            (None, None) if now < invited_until => Standing::Invited(invited_until),
            (None, None) => Standing::Lapsed,
        }
    }

    /// Whether it can still be ended at `now`.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        matches!(self.standing(now), Standing::Invited(_) | Standing::Running)
    }

    /// Whether they have accepted and it has not been ended.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.began_at.is_some() && self.ended_at.is_none()
    }

    /// The most that a payment may be which they make or approve.
    #[must_use]
    pub fn most(&self) -> Option<Money> {
        self.most.map(|minor| Money::new(minor, self.currency))
    }

    /// From when on they are one of two people, where they have accepted: whoever has taken an owner's session over would
    /// invite somebody to agree with them, or to be agreed with.
    #[must_use]
    pub fn counts_from(&self) -> Option<Timestamp> {
        self.began_at.map(|began_at| began_at.plus_seconds(NEW_ACTING_S))
    }

    /// From when on they approve payments of others.
    #[must_use]
    pub fn approves_from(&self) -> Option<Timestamp> {
        self.counts_from().filter(|_| self.role.approves())
    }

    /// Whether they may approve a payment of `amount` at `now` that somebody else has made.
    #[must_use]
    pub fn may_approve(&self, amount: Money, now: Timestamp) -> bool {
        let may = self.approves_from().is_some_and(|from| from <= now);
        may && self.is_running() && self.most.is_none_or(|most| amount.minor <= most)
    }
}
