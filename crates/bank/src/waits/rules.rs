//! Which payments wait.

use model::{Currency, CustomerId, Money, Timestamp, forms::PaymentPurpose};

use super::WaitReason;
use crate::{
    Bank, Error,
    accounts::{Account, AccountKind, AccountStatus},
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

    /// What the bank itself says of a payment of `amount` to somebody new, where the payer had and has so much and has given
    /// so much to others who are new.
    #[must_use]
    pub fn ruling(&self, amount: Money, purpose: Option<PaymentPurpose>, drain: Drain) -> Option<Ruling> {
        // Many small payments are a large one.
        let together = amount.minor.saturating_add(drain.to_new);
        let reaches = |from| together >= about(from, amount.currency).minor;
        let drains = reaches(self.drain_from) && drain.leaves_less_than(self.drain_percent, amount.minor);
        let invests = purpose == Some(PaymentPurpose::Investment) && reaches(self.investment_from);
        longest([
            Ruling::of(WaitReason::Drain, if drains { self.drain_s } else { 0 }),
            Ruling::of(WaitReason::Investment, if invests { self.investment_s } else { 0 }),
            Ruling::of(WaitReason::Large, if reaches(self.large_from) { self.large_s } else { 0 }),
        ])
    }
}

/// What somebody has, over all their accounts of one currency that are theirs alone, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drain {
    /// What they had 24 hours ago, with what others have paid them since.
    pub had: i64,
    /// What they have, less what is set aside.
    pub has: i64,
    /// What others got in that time who are new, or wait for.
    pub to_new: i64,
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
    let drain = drain(bank, owner, accounts, order).await?;
    let of_bank = bank.policy.waits.ruling(order.amount, order.purpose, drain);
    // Whoever was told to pay was told what to answer as well.
    let told = Ruling::of(WaitReason::Safety, if order.told_safety { bank.policy.waits.drain_s } else { 0 });
    Ok(longest([told, of_bank, Ruling::of(WaitReason::Own, own.seconds())]))
}

/// What `owner` had and has of the currency of `order`, and what others who are new have got of it.
async fn drain(bank: &Bank, owner: CustomerId, accounts: &[Account], order: &Order) -> Result<Drain, Error> {
    let (now, currency) = (bank.clock.now(), order.amount.currency);
    let mut found = Drain { to_new: to_new(bank, owner, accounts, currency).await?, ..Drain::default() };
    let is_business = |account: &Account| account.kind == AccountKind::Business;
    // What belongs to others as well, or to a firm, says nothing about what one person has.
    let counts = |account: &&Account| {
        let alike = account.kind != AccountKind::Joint && is_business(account) == is_business(&order.from);
        let open = account.status == AccountStatus::Open && account.currency() == currency;
        account.id == order.from.id || (open && alike)
    };
    for account in accounts.iter().filter(counts) {
        if let Some(span) = bank.accounts.span(owner, account.id, now.plus_seconds(-BEFORE_S), now).await? {
            let lines = bank.accounts.lines(owner, account.id, span.after, span.until).await?;
            let came = lines.iter().filter(|line| line.amount.minor > 0 && line.counts());
            let came = came.map(|line| line.amount.minor).fold(0, i64::saturating_add);
            found.had = found.had.saturating_add(span.opening.balance).saturating_add(came);
        }
        found.has = found.has.saturating_add(account.balance.minor - account.held.minor);
    }
    Ok(found)
}

/// What of `owner` went to people who are new, or waits to.
async fn to_new(bank: &Bank, owner: CustomerId, accounts: &[Account], currency: Currency) -> Result<i64, Error> {
    let now = bank.clock.now();
    let paid = bank.limits.newcomers(owner, now).await?.into_iter().map(|newcomer| newcomer.paid);
    let mut waiting: Vec<Money> = bank.waits.waiting(owner).await?.into_iter().map(|payment| payment.amount).collect();
    // What others have made from these accounts, and which waits for whom they do not know yet.
    for made in bank.business.open(owner).await? {
        let payment = made.payment;
        let theirs = payment.customer != owner && accounts.iter().any(|account| account.id == payment.from);
        if theirs && bank.limits.acquaintance(owner, payment.from, payment.to).await?.is_new(now) {
            waiting.push(payment.amount);
        }
    }
    let same = paid.chain(waiting).filter(|money| money.currency == currency);
    Ok(same.map(|money| money.minor).fold(0, i64::saturating_add))
}
