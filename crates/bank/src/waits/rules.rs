//! Which payments wait.

use model::{CustomerId, Money, Timestamp, forms::PaymentPurpose};

use super::WaitReason;
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    payments::Order,
    policy::about,
};

/// How far back what somebody had is looked up, in seconds.
const BEFORE_S: i64 = 24 * 60 * 60;

/// When this bank makes payments to somebody new wait, and for how long. Amounts are whole pounds, euros or dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// Of less than this what would be left, in hundredths of what the payer had, ...
    pub drain_percent: i64,
    /// ... a payment of this much or more ...
    pub drain_from: i64,
    /// ... waits as long, in seconds.
    pub drain_s: i64,
    /// An investment of this much or more ...
    pub investment_from: i64,
    /// ... waits as long, in seconds.
    pub investment_s: i64,
    /// Anything else of this much or more ...
    pub large_from: i64,
    /// ... waits as long, in seconds.
    pub large_s: i64,
}

impl Waits {
    /// Nothing waits unless its payer wants it to.
    pub const NONE: Self = Self {
        drain_percent: 0,
        drain_from: 0,
        drain_s: 0,
        investment_from: 0,
        investment_s: 0,
        large_from: 0,
        large_s: 0,
    };

    /// What the bank itself says of a payment of `amount` to somebody new, where the payer had and has so much.
    #[must_use]
    pub fn ruling(&self, amount: Money, purpose: Option<PaymentPurpose>, drain: Drain) -> Option<Ruling> {
        let reaches = |from| amount.minor >= about(from, amount.currency).minor;
        let drains = reaches(self.drain_from) && drain.leaves_less_than(self.drain_percent, amount.minor);
        let invests = purpose == Some(PaymentPurpose::Investment) && reaches(self.investment_from);
        longest([
            Ruling::of(WaitReason::Drain, if drains { self.drain_s } else { 0 }),
            Ruling::of(WaitReason::Investment, if invests { self.investment_s } else { 0 }),
            Ruling::of(WaitReason::Large, if reaches(self.large_from) { self.large_s } else { 0 }),
        ])
    }
}

/// What somebody has, over all their accounts of one currency, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drain {
    /// What they had 24 hours ago.
    pub had: i64,
    /// What they have, less what is set aside.
    pub has: i64,
}

impl Drain {
    /// Whether a payment of `amount` leaves less than so many hundredths of what they had, or have if that is more.
    #[must_use]
    pub fn leaves_less_than(self, percent: i64, amount: i64) -> bool {
        let all = i128::from(self.had.max(self.has));
        let left = i128::from(self.has) - i128::from(amount);
        left * 100 < all * i128::from(percent)
    }
}

/// That a payment waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling {
    /// Why.
    pub reason: WaitReason,
    /// How long after it is approved, in seconds; above zero.
    pub seconds: i64,
}

impl Ruling {
    fn of(reason: WaitReason, seconds: i64) -> Option<Self> {
        (seconds > 0).then_some(Self { reason, seconds })
    }

    /// When a payment leaves that was approved at `approved_at`.
    #[must_use]
    pub const fn until(self, approved_at: Timestamp) -> Timestamp {
        approved_at.plus_seconds(self.seconds)
    }
}

/// The one that lasts longest; of several, the first.
fn longest<const N: usize>(rulings: [Option<Ruling>; N]) -> Option<Ruling> {
    rulings.into_iter().flatten().reduce(|first, next| if next.seconds > first.seconds { next } else { first })
}

/// Whether `order` waits, which `owner` pays from one of `accounts`, theirs: only what goes to somebody new does.
pub(crate) async fn ruling(
    bank: &Bank,
    owner: CustomerId,
    accounts: &[Account],
    order: &Order,
) -> Result<Option<Ruling>, Error> {
    if !order.to_somebody_new {
        return Ok(None);
    }
    let now = bank.clock.now();
    let own = bank.waits.own_wait(owner).await?.at(now);
    let drain = drain(bank, owner, accounts, order.amount).await?;
    let of_bank = bank.policy.waits.ruling(order.amount, order.purpose, drain);
    Ok(longest([of_bank, Ruling::of(WaitReason::Own, own.seconds())]))
}

/// What `owner` had and has where `amount` comes from.
async fn drain(bank: &Bank, owner: CustomerId, accounts: &[Account], amount: Money) -> Result<Drain, Error> {
    let now = bank.clock.now();
    let mut found = Drain::default();
    let counts = |account: &&Account| account.currency() == amount.currency && account.status == AccountStatus::Open;
    for account in accounts.iter().filter(counts) {
        let span = bank.accounts.span(owner, account.id, now.plus_seconds(-BEFORE_S), now).await?;
        found.had = found.had.saturating_add(span.map_or(0, |span| span.opening.balance));
        found.has = found.has.saturating_add(account.balance.minor - account.held.minor);
    }
    Ok(found)
}
