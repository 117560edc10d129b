//! From how much on a payment takes two people: less at once, more only later, as with limits.

use model::{
    AccountId, CustomerId, ErrorCode, Money, Timestamp,
    forms::{ApproveForm, Form, TwoPeopleForm},
};

use super::{account, acting::others_who_approve};
use crate::{
    Bank, Error,
    accounts::Account,
    audit::{self, Deed},
    policy::LIMIT_RAISE_WAIT_S,
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// From how much on a payment takes two people, in minor units; `None` where one is enough for everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TwoPeople {
    /// What holds until something looser does.
    pub set: Option<i64>,
    /// Something looser that was asked for.
    pub looser: Option<Looser>,
    /// How often it was changed.
    pub version: i64,
}

/// A looser rule that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looser {
    /// From how much on.
    pub to: Option<i64>,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

impl Looser {
    /// When it begins to hold: whoever has taken an owner's session over is in a hurry.
    #[must_use]
    pub const fn holds_from(self) -> Timestamp {
        self.asked_at.plus_seconds(LIMIT_RAISE_WAIT_S)
    }
}

/// How loose a rule is: none at all is looser than any.
fn looseness(rule: Option<i64>) -> i64 {
    rule.unwrap_or(i64::MAX)
}

impl TwoPeople {
    /// What holds at `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Option<i64> {
        match self.looser {
            Some(looser) if looser.holds_from() <= now => looser.to,
            _ => self.set,
        }
    }

    /// The looser one that does not hold yet at `now`.
    #[must_use]
    pub fn waiting(self, now: Timestamp) -> Option<Looser> {
        self.looser.filter(|looser| looser.holds_from() > now)
    }

    /// Whether a payment of `amount` takes two people at `now`.
    #[must_use]
    pub fn takes_two(self, amount: Money, now: Timestamp) -> bool {
        self.at(now).is_some_and(|from| amount.minor >= from)
    }

    /// As it is once `wish` was said at `now`: what is stricter, or as strict, holds at once and calls off what is looser.
    #[must_use]
    pub fn wished(self, wish: Option<i64>, now: Timestamp) -> Self {
        let set = self.at(now);
        if looseness(wish) <= looseness(set) {
            return Self { set: wish, looser: None, ..self };
        }
        match self.waiting(now) {
            // Saying it again does not begin its time anew.
            Some(looser) if looser.to == wish => self,
            _ => Self { set, looser: Some(Looser { to: wish, asked_at: now }), ..self },
        }
    }
}

/// What became of a rule that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It holds.
    Holds,
    /// It is looser than before, and has to be approved.
    Looser(Option<Money>),
}

/// From how much on a payment from an account of `owner` takes two people.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn rule(bank: &Bank, owner: CustomerId, id: AccountId) -> Result<(Account, TwoPeople), Error> {
    let account = account(bank, owner, id).await?;
    Ok((account, bank.business.rule(id).await?))
}

/// Changes the rule to what was typed: what is stricter holds at once. What is looser is not kept, but to be approved first.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NobodyApproves`] where it would leave nobody to approve; [`ErrorCode::NotFound`];
/// [`ErrorCode::InFlight`] where it changes at this moment; [`Error::Unavailable`].
pub async fn change(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    form: &TwoPeopleForm,
    device: &Device,
) -> Result<Changed, Error> {
    let (account, before) = rule(bank, owner, id).await?;
    let wish = form.check(&account.currency())?;
    let now = bank.clock.now();
    let after = before.wished(wish.map(|from| from.minor), now);
    if after.waiting(now).is_some() && after != before {
        return Ok(Changed::Looser(wish));
    }
    // Where nobody else may approve, nothing could be paid any more; what holds already is not asked again, so that a looser
    // rule can always be taken back.
    let is_new = after.set.is_some() && after.set != before.at(now);
    if is_new && others_who_approve(bank, (owner, id), owner, None).await?.is_empty() {
        return Err(ErrorCode::NobodyApproves.into());
    }
    if after != before {
        keep(bank, owner, id, (after, SecurityEvent::TwoPeopleSet), device).await?;
    }
    Ok(Changed::Holds)
}

/// What is approved before the rule is loosened: of which account, from what to what.
#[must_use]
pub fn loosening(account: &Account, rule: TwoPeople, to: Option<Money>, now: Timestamp) -> Shown {
    let shown = Shown::of(Purpose::TwoPeople).number(account.id.value()).number(looseness(rule.at(now)));
    match to {
        Some(to) => shown.money(to),
        None => shown.text("one"),
    }
}

/// Loosens the rule, if the answer approves exactly that. Gives when it begins to hold.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn loosen(
    bank: &Bank,
    owner: CustomerId,
    (id, to): (AccountId, Option<Money>),
    form: &ApproveForm,
    device: &Device,
) -> Result<Timestamp, Error> {
    let (account, before) = rule(bank, owner, id).await?;
    let now = bank.clock.now();
    if to.is_some_and(|to| to.currency != account.currency()) {
        return Err(ErrorCode::StepUpExpired.into());
    }
    step_up::approve(bank, owner, &loosening(&account, before, to, now), form).await?;
    let after = before.wished(to.map(|to| to.minor), bank.clock.now());
    let Some(looser) = after.waiting(now) else { return Err(ErrorCode::StepUpExpired.into()) };
    keep(bank, owner, id, (after, SecurityEvent::TwoPeopleLooser), device).await?;
    Ok(looser.holds_from())
}

/// Keeps it, and tells everybody whose account it is.
async fn keep(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    (after, event): (TwoPeople, SecurityEvent),
    device: &Device,
) -> Result<(), Error> {
    if !bank.business.set_rule(owner, id, after).await? {
        return Err(ErrorCode::InFlight.into());
    }
    let deed = if event == SecurityEvent::TwoPeopleSet { Deed::TwoPeopleSet } else { Deed::TwoPeopleLooser };
    audit::note(bank, owner, deed, id.value()).await?;
    let when = after.waiting(bank.clock.now()).map(Looser::holds_from);
    let elsewhere = Device::default();
    for holder in bank.limits.holders(owner, id).await? {
        let from = if holder == owner { device } else { &elsewhere };
        security::happens(bank, holder, event, from, &Facts { when, ..Facts::default() }).await?;
    }
    Ok(())
}

/// Calls off every looser rule of an account of `owner` that does not hold yet.
pub(crate) async fn keep_stricter(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let now = bank.clock.now();
    for account in bank.accounts.list(owner).await?.into_iter().filter(Account::is_business) {
        let rule = bank.business.rule(account.id).await?;
        if rule.waiting(now).is_some() {
            let stricter = TwoPeople { set: rule.at(now), looser: None, ..rule };
            keep(bank, owner, account.id, (stricter, SecurityEvent::TwoPeopleSet), &Device::default()).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stricter_holds_at_once_and_what_is_looser_later() {
        let now = Timestamp::EPOCH.plus_seconds(LIMIT_RAISE_WAIT_S);
        let on = TwoPeople::default().wished(Some(100), now);
        assert_eq!(on.at(now), Some(100), "turning it on holds at once");
        assert_eq!(on.wished(Some(0), now).at(now), Some(0), "all of them is stricter");
        for looser in [Some(200), None] {
            let asked = on.wished(looser, now);
            assert_eq!(asked.at(now), Some(100));
            assert_eq!(asked.at(now.plus_seconds(LIMIT_RAISE_WAIT_S - 1)), Some(100));
            assert_eq!(asked.at(now.plus_seconds(LIMIT_RAISE_WAIT_S)), looser);
            let again = asked.wished(looser, now.plus_seconds(60));
            assert_eq!(again, asked, "saying it again does not begin its time anew");
            assert_eq!(asked.wished(Some(100), now.plus_seconds(60)).waiting(now), None, "taken back");
        }
    }
}
