//! The way back in for somebody who has lost what they sign in with: slow, loud and safe.
//!
//! It begins with half a proof, which `auth` looks at, or with somebody of the bank. Everybody who may know hears of it
//! at once, with a link by which it is stopped. A day later whoever has the link *and* brings the same proof again puts
//! something new in the place of what was lost. When that day is over follows from when it began, and is kept nowhere.

use model::{CustomerId, ErrorCode, RecoveryId, Timestamp};

pub use model::forms::Lost;

use crate::{
    Bank, Error,
    audit::{self, AuditRow, Deed},
    policy::{PAYEE_HOLD_S, RECOVERY_OPEN_S, RECOVERY_WAIT_S},
    security::{self, Device, Facts, SecurityEvent},
    sessions,
};

/// A hash of something that nobody can guess, SHA-256.
pub type Hash = [u8; 32];

model::coded! {
    /// How a way back in ended.
    Ending {
        /// Somebody has stopped it.
        Cancelled = "cancelled",
        /// Something new took the place of what was lost.
        Finished = "finished",
        /// Nobody came for a week.
        Lapsed = "lapsed",
    }
}

/// A way back in that somebody has asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// Which.
    pub id: RecoveryId,
    /// Whose.
    pub customer: CustomerId,
    /// What was lost.
    pub lost: Lost,
    /// What the code is that the bank's own people handed over, hashed.
    pub handed: Option<Hash>,
    /// When it was asked for.
    pub started_at: Timestamp,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
}

/// How far a way back in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It opens at this time.
    Waiting(Timestamp),
    /// It is open until then.
    Open(Timestamp),
    /// It is over.
    Over(Ending),
}

impl Recovery {
    /// How far it has come at `now`.
    #[must_use]
    pub fn stage(&self, now: Timestamp) -> Stage {
        let opens = self.started_at.plus_seconds(RECOVERY_WAIT_S);
        let closes = opens.plus_seconds(RECOVERY_OPEN_S);
        match self.ending {
            Some(ending) => Stage::Over(ending),
            None if now < opens => Stage::Waiting(opens),
            None if now < closes => Stage::Open(closes),
            None => Stage::Over(Ending::Lapsed),
        }
    }
}

/// A way back in that begins.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// What was lost.
    pub lost: Lost,
    /// Where one goes on: an address with a secret in it.
    pub link: String,
    /// That secret, hashed.
    pub link_hash: Hash,
    /// What is handed over besides, hashed.
    pub handed: Option<Hash>,
    /// Who of the bank began it.
    pub staff: Option<i64>,
}

/// Begins a way back in for `customer`, whose proof was looked at, and tells them by every channel they have. Where one
/// is under way it goes on as it is, and they are sent a new link for it; the bank's own people begin anew. Nothing
/// begins for somebody who is suspended, or has frozen everything: gives whether one is under way now.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn start(bank: &Bank, customer: CustomerId, new: &Beginning, device: &Device) -> Result<bool, Error> {
    let now = bank.clock.now();
    if !may_find_back(bank, customer, now).await? {
        return Ok(false);
    }
    if new.staff.is_some()
        && let Some(known) = under_way(bank, customer).await?
    {
        end_now(bank, &known, new.staff, device).await?;
    }
    let recovery = Recovery {
        id: RecoveryId::new(bank.ids.next()),
        customer,
        lost: new.lost,
        handed: new.handed,
        started_at: now,
        ending: None,
    };
    let lapsed = now.plus_seconds(-(RECOVERY_WAIT_S + RECOVERY_OPEN_S));
    let facts = |since: Timestamp| Facts {
        when: Some(since.plus_seconds(RECOVERY_WAIT_S)),
        link: new.link.clone(),
        ..Facts::default()
    };
    if bank.recoveries.start(&recovery, &new.link_hash, lapsed).await? {
        let row = AuditRow { actor: new.staff, what: Deed::RecoveryStarted, subject: customer.value(), at: now };
        bank.audit.note(&row).await?;
        security::happens(bank, customer, SecurityEvent::RecoveryStarted, device, &facts(now)).await?;
        security::tell_trusted(bank, customer, SecurityEvent::TrustedRecovery).await?;
        return Ok(true);
    }
    let known = bank.recoveries.relink(customer, &new.link_hash).await?;
    if let Some(known) = &known {
        security::tell(bank, customer, SecurityEvent::RecoveryStarted, &facts(known.started_at)).await?;
    }
    Ok(known.is_some())
}

/// Whether a way back in may begin or end for `customer` at `now`: they are no longer suspended, and nothing is frozen.
async fn may_find_back(bank: &Bank, customer: CustomerId, now: Timestamp) -> Result<bool, Error> {
    Ok(bank.customers.customer(customer).await?.is_some_and(|known| !known.is_frozen(now)))
}

/// The way back in behind a link; `None` where there never was one.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn behind(bank: &Bank, link: &Hash) -> Result<Option<Recovery>, Error> {
    Ok(bank.recoveries.by_link(link).await?)
}

/// A way back in of `customer` that is open now.
///
/// # Errors
/// [`ErrorCode::RecoveryOver`] where it is not, or not yet; [`Error::Unavailable`].
pub async fn open(bank: &Bank, customer: CustomerId, id: RecoveryId) -> Result<Recovery, Error> {
    let now = bank.clock.now();
    let known = bank.recoveries.one(customer, id).await?;
    let open = known.filter(|known| matches!(known.stage(now), Stage::Open(_))).ok_or(ErrorCode::RecoveryOver)?;
    if may_find_back(bank, customer, now).await? { Ok(open) } else { Err(ErrorCode::RecoveryOver.into()) }
}

/// The way back in that is under way for `owner`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn under_way(bank: &Bank, owner: CustomerId) -> Result<Option<Recovery>, Error> {
    let known = bank.recoveries.under_way(owner).await?;
    Ok(known.filter(|known| !matches!(known.stage(bank.clock.now()), Stage::Over(_))))
}

/// Stops the way back in behind a link. Nothing happens where it is over.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn cancel(bank: &Bank, link: &Hash, device: &Device) -> Result<(), Error> {
    match behind(bank, link).await? {
        Some(known) => end_now(bank, &known, None, device).await,
        None => Ok(()),
    }
}

/// Stops the way back in that is under way for `owner`, who is signed in. Nothing happens where there is none.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn stop(bank: &Bank, owner: CustomerId, device: &Device) -> Result<(), Error> {
    stop_by(bank, owner, owner.value(), device).await
}

/// The same, by whoever `actor` is.
pub(crate) async fn stop_by(bank: &Bank, owner: CustomerId, actor: i64, device: &Device) -> Result<(), Error> {
    match under_way(bank, owner).await? {
        Some(known) => end_now(bank, &known, Some(actor), device).await,
        None => Ok(()),
    }
}

async fn end_now(bank: &Bank, known: &Recovery, actor: Option<i64>, device: &Device) -> Result<(), Error> {
    let now = bank.clock.now();
    let (over, customer) = (matches!(known.stage(now), Stage::Over(_)), known.customer);
    if over || !bank.recoveries.end(known.id, Ending::Cancelled, now, now).await? {
        return Ok(());
    }
    let row = AuditRow { actor, what: Deed::RecoveryCancelled, subject: customer.value(), at: now };
    bank.audit.note(&row).await?;
    security::happens(bank, customer, SecurityEvent::RecoveryCancelled, device, &Facts::default()).await
}

/// Takes a way back in of `customer` as used: whoever asked has brought the proof again, and what is new is about to
/// take the place of what was lost. One succeeds, and only where its day is over and nobody has stopped it.
///
/// # Errors
/// [`ErrorCode::RecoveryOver`]; [`Error::Unavailable`].
pub async fn finish(bank: &Bank, customer: CustomerId, id: RecoveryId) -> Result<(), Error> {
    open(bank, customer, id).await?;
    let now = bank.clock.now();
    if bank.recoveries.end(id, Ending::Finished, now, now.plus_seconds(-RECOVERY_WAIT_S)).await? {
        Ok(())
    } else {
        Err(ErrorCode::RecoveryOver.into())
    }
}

/// What follows once something new is in the place of what was lost: every session ends, everybody hears of it, and
/// nobody new is paid for a while. Gives until when.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn finished(bank: &Bank, customer: CustomerId, device: &Device) -> Result<Timestamp, Error> {
    let until = bank.clock.now().plus_seconds(PAYEE_HOLD_S);
    audit::note(bank, customer, Deed::RecoveryFinished, customer.value()).await?;
    sessions::end_others(bank, customer, None).await?;
    let facts = Facts { when: Some(until), ..Facts::default() };
    security::happens(bank, customer, SecurityEvent::RecoveryFinished, device, &facts).await?;
    Ok(until)
}
