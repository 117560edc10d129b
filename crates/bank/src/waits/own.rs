//! How long somebody wants their payments to somebody new to wait: longer at once, shorter only later, as with limits.

use model::{
    CustomerId, ErrorCode, Timestamp,
    forms::{CoolingOff, CoolingOffForm, Form},
};

use crate::{
    Bank, Error,
    audit::{self, Deed},
    policy::LIMIT_RAISE_WAIT_S,
    security::{self, Device, Facts, SecurityEvent},
};

/// How long somebody wants payments to somebody new to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnWait {
    /// What holds until something shorter does.
    pub set: CoolingOff,
    /// Something shorter that was asked for.
    pub shorter: Option<Shorter>,
}

/// A shorter wait that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shorter {
    /// How short.
    pub to: CoolingOff,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

impl Shorter {
    /// When it begins to hold: whoever talks somebody out of their own caution is in a hurry.
    #[must_use]
    pub const fn holds_from(self) -> Timestamp {
        self.asked_at.plus_seconds(LIMIT_RAISE_WAIT_S)
    }
}

impl OwnWait {
    /// Whoever has said nothing.
    pub const NONE: Self = Self { set: CoolingOff::None, shorter: None };

    /// What holds at `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> CoolingOff {
        match self.shorter {
            Some(shorter) if shorter.holds_from() <= now => shorter.to,
            _ => self.set,
        }
    }

    /// The shorter one that does not hold yet at `now`.
    #[must_use]
    pub fn waiting(self, now: Timestamp) -> Option<Shorter> {
        self.shorter.filter(|shorter| shorter.holds_from() > now)
    }

    /// As it is once `wish` was said at `now`: what is longer, or as long, holds at once and calls off what is shorter.
    #[must_use]
    pub fn wished(self, wish: CoolingOff, now: Timestamp) -> Self {
        let set = self.at(now);
        if wish >= set {
            return Self { set: wish, shorter: None };
        }
        match self.waiting(now) {
            // Saying it again does not begin its time anew.
            Some(shorter) if shorter.to == wish => self,
            _ => Self { set, shorter: Some(Shorter { to: wish, asked_at: now }) },
        }
    }
}

/// How long `owner` wants payments to somebody new to wait.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn own_wait(bank: &Bank, owner: CustomerId) -> Result<OwnWait, Error> {
    Ok(bank.waits.own_wait(owner).await?)
}

/// Changes that to what was chosen, and tells `owner`.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::Frozen`] for a shorter one in a freeze; [`Error::Unavailable`].
pub async fn set_own_wait(bank: &Bank, owner: CustomerId, form: &CoolingOffForm, device: &Device) -> Result<(), Error> {
    let wish = form.check(&())?;
    let now = bank.clock.now();
    let before = bank.waits.own_wait(owner).await?;
    let after = before.wished(wish, now);
    if after == before {
        return Ok(());
    }
    let shorter = after.waiting(now);
    // In a freeze nobody is talked out of their caution.
    let frozen = bank.customers.customer(owner).await?.is_some_and(|customer| customer.is_frozen(now));
    if shorter.is_some() && frozen {
        return Err(ErrorCode::Frozen.into());
    }
    bank.waits.set_own_wait(owner, after).await?;
    let (deed, event) = match shorter {
        Some(_) => (Deed::OwnWaitShortened, SecurityEvent::OwnWaitShortened),
        None => (Deed::OwnWaitSet, SecurityEvent::OwnWaitSet),
    };
    audit::note(bank, owner, deed, owner.value()).await?;
    let facts = Facts { when: shorter.map(Shorter::holds_from), ..Facts::default() };
    security::happens(bank, owner, event, device, &facts).await
}

/// Calls off a shorter wait of `owner` that does not hold yet.
pub(crate) async fn keep_longer(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let (own, now) = (bank.waits.own_wait(owner).await?, bank.clock.now());
    if own.waiting(now).is_some() {
        bank.waits.set_own_wait(owner, OwnWait { shorter: None, ..own }).await?;
        audit::note(bank, owner, Deed::OwnWaitSet, owner.value()).await?;
    }
    Ok(())
}
