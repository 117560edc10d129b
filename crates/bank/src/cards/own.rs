//! Looking at cards, locking them at once, and unlocking them.

use model::{CardId, CustomerId, ErrorCode, Timestamp, forms::ApproveForm};

use super::{Card, CardPayment, CardState};
use crate::{
    Bank, Error,
    accounts::Account,
    audit::{self, Deed},
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// How much of what a card was presented for its page shows.
const SHOWN: u32 = 30;

/// How often a change is tried again that somebody was faster than.
pub(super) const TRIES: usize = 8;

/// A card as its holder is shown it.
#[derive(Debug, Clone)]
pub struct CardView {
    /// The card.
    pub card: Card,
    /// The account it draws on.
    pub account: Account,
    /// Whether its time is over.
    pub expired: bool,
}

impl CardView {
    /// Whether anything about it can still be changed.
    #[must_use]
    pub const fn can_change(&self) -> bool {
        !self.card.state.is_over() && !self.expired
    }
}

/// The cards of `owner`: those that pay or will, the newest first, and then those that do not any more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<CardView>, Error> {
    let today = bank.calendar.day(bank.clock.now());
    let accounts = bank.accounts.list(owner).await?;
    let view = |card: Card| {
        let account = accounts.iter().find(|account| account.id == card.account)?.clone();
        Some(CardView { expired: card.is_expired(today), account, card })
    };
    let mut views: Vec<_> = bank.cards.list(owner).await?.into_iter().filter_map(view).collect();
    views.sort_by_key(|view| !view.can_change());
    Ok(views)
}

/// One of them.
///
/// # Errors
/// [`ErrorCode::NotFound`] where it is none of theirs; [`Error::Unavailable`].
pub async fn card(bank: &Bank, owner: CustomerId, id: CardId) -> Result<CardView, Error> {
    let card = bank.cards.card(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let account = bank.accounts.account(owner, card.account).await?.ok_or(ErrorCode::NotFound)?;
    let expired = card.is_expired(bank.calendar.day(bank.clock.now()));
    Ok(CardView { card, account, expired })
}

/// What it was presented for, the newest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn payments(bank: &Bank, owner: CustomerId, id: CardId) -> Result<Vec<CardPayment>, Error> {
    Ok(bank.cards.payments(owner, id, SHOWN).await?)
}

/// Changes a card of `owner` to what `change` makes of it, and gives what it is then; `None` where nothing changes. Where
/// somebody else has changed it in the meantime, it is looked at again.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`] where nothing about it can be changed; [`ErrorCode::Busy`] where
/// others were faster again and again; what `change` says; [`Error::Unavailable`].
pub(super) async fn changed(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    change: impl Fn(&Card, Timestamp) -> Result<Option<Card>, Error>,
) -> Result<Option<Card>, Error> {
    for _ in 0..TRIES {
        let card = bank.cards.card(owner, id).await?.ok_or(ErrorCode::NotFound)?;
        let now = bank.clock.now();
        if !card.can_change(bank.calendar.day(now)) {
            return Err(ErrorCode::CardOver.into());
        }
        let Some(next) = change(&card, now)? else { return Ok(None) };
        let next = Card { stamp: bank.ids.next(), ..next };
        if bank.cards.keep(&next, card.stamp).await? {
            return Ok(Some(next));
        }
    }
    Err(ErrorCode::Busy.into())
}

/// Whether `owner` may have a card do more: not while everything of theirs is frozen.
///
/// # Errors
/// [`ErrorCode::Frozen`]; [`Error::Unavailable`].
pub(super) async fn not_frozen(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let customer = bank.customers.customer(owner).await?.ok_or(ErrorCode::NotFound)?;
    if customer.is_frozen(bank.clock.now()) { Err(ErrorCode::Frozen.into()) } else { Ok(()) }
}

/// Notes what was done to a card, and tells its holder.
pub(super) async fn told(
    bank: &Bank,
    card: &Card,
    (deed, event): (Deed, SecurityEvent),
    when: Option<Timestamp>,
    device: &Device,
) -> Result<(), Error> {
    audit::note(bank, card.holder, deed, card.id.value()).await?;
    tell(bank, card, event, when, device).await
}

/// Tells the holder of a card what has happened to it.
pub(super) async fn tell(
    bank: &Bank,
    card: &Card,
    event: SecurityEvent,
    when: Option<Timestamp>,
    device: &Device,
) -> Result<(), Error> {
    let facts = Facts { name: card.last_four.clone(), when, ..Facts::default() };
    security::happens(bank, card.holder, event, device, &facts).await
}

/// Locks a card at once. Nothing happens where it is locked.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn lock(bank: &Bank, owner: CustomerId, id: CardId, device: &Device) -> Result<(), Error> {
    let locked = changed(bank, owner, id, |card, now| match card.state {
        CardState::Active => Ok(Some(card.become_at(CardState::Locked, now))),
        CardState::Locked => Ok(None),
        _ => Err(ErrorCode::CardOver.into()),
    });
    if let Some(card) = locked.await? {
        told(bank, &card, (Deed::CardLocked, SecurityEvent::CardLocked), None, device).await?;
    }
    Ok(())
}

/// What is approved before a card pays again.
#[must_use]
pub fn unlocking(card: &Card) -> Shown {
    Shown::of(Purpose::UnlockCard).number(card.id.value()).text(&card.last_four)
}

/// Unlocks a card, if the answer approves that.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`ErrorCode::CardOver`] where it is not locked; [`Error::Unavailable`].
pub async fn unlock(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    form: &ApproveForm,
    device: &Device,
) -> Result<(), Error> {
    let known = card(bank, owner, id).await?.card;
    if known.state != CardState::Locked {
        return Err(ErrorCode::CardOver.into());
    }
    step_up::approve(bank, owner, &unlocking(&known), form).await?;
    let unlocked = changed(bank, owner, id, |card, now| match card.state {
        CardState::Locked => Ok(Some(card.become_at(CardState::Active, now))),
        _ => Err(ErrorCode::CardOver.into()),
    });
    if let Some(card) = unlocked.await? {
        told(bank, &card, (Deed::CardUnlocked, SecurityEvent::CardUnlocked), None, device).await?;
    }
    Ok(())
}
