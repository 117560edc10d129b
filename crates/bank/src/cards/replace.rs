//! A card that is lost, stolen or broken: it ends, and another is on its way, until its holder says that it has arrived.

use model::{
    CardId, CustomerId, ErrorCode, Timestamp,
    forms::{ApproveForm, CardTrouble, Form, TroubleForm},
};

use super::{
    Card, CardKind, CardState, CardView, Counted,
    own::{card, changed, told},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    ports::CardProcessor,
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// What became of a card that somebody has said is not theirs to use any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The other card; `None` where nobody here makes any.
    pub new: Option<Card>,
}

/// Says what has become of a card. What is lost or stolen never pays again, whatever happens next; what is broken does
/// until the other has arrived. Then another is ordered, and goes where the bank writes to.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`] where that was said before, or another is on its way;
/// [`Error::Unavailable`].
pub async fn report(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    form: &TroubleForm,
    device: &Device,
) -> Result<Replaced, Error> {
    let trouble = form.check(&())?;
    let view = card(bank, owner, id).await?;
    let waits = is_replaced(bank, owner, id).await?;
    if !may_report(&view, waits) || (waits && trouble == CardTrouble::Damaged) {
        return Err(ErrorCode::CardOver.into());
    }
    let ends = match trouble {
        CardTrouble::Lost => Some(CardState::Lost),
        CardTrouble::Stolen => Some(CardState::Stolen),
        CardTrouble::Damaged => None,
    };
    // It is over before another is made: that may take a while, or fail, and is then asked for again.
    if let Some(state) = ends.filter(|_| !view.card.state.is_over()) {
        let over = changed(bank, owner, id, |card, now| Ok(Some(card.become_at(state, now))));
        if let Some(card) = over.await? {
            told(bank, &card, (Deed::CardLost, SecurityEvent::CardLost), None, device).await?;
        }
    }
    let new = match &bank.card_processor {
        Some(processor) if !waits => order(bank, owner, id, processor.as_ref(), device).await?,
        _ => None,
    };
    Ok(Replaced { new })
}

/// Whether it can still be said what has become of a card: of one that is lost only as long as no other `is_replacing` it.
const fn may_report(view: &CardView, is_replacing: bool) -> bool {
    match view.card.state {
        CardState::Lost | CardState::Stolen => !is_replacing,
        CardState::Replaced => false,
        _ => !view.expired,
    }
}

/// Whether `owner` can still say what has become of a card.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn can_report(bank: &Bank, owner: CustomerId, view: &CardView) -> Result<bool, Error> {
    Ok(may_report(view, is_replaced(bank, owner, view.card.id).await?))
}

/// Whether another card is in the place of this one, or on its way to it.
async fn is_replaced(bank: &Bank, owner: CustomerId, id: CardId) -> Result<bool, Error> {
    Ok(bank.cards.list(owner).await?.iter().any(|card| card.replaces == Some(id)))
}

/// Orders another in the place of this card. What it may pay for is the same; plastic comes by post.
async fn order(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    processor: &dyn CardProcessor,
    device: &Device,
) -> Result<Option<Card>, Error> {
    let (new, now) = (CardId::new(bank.ids.next()), bank.clock.now());
    let made = processor.make(new, bank.calendar.day(now)).await?;
    let old = bank.cards.card(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let card = Card {
        id: new,
        last_four: made.last_four,
        expires_on: made.expires_on,
        state: if old.kind == CardKind::Virtual { CardState::Active } else { CardState::Coming },
        since: now,
        replaces: Some(id),
        counted: Counted::default(),
        stamp: bank.ids.next(),
        ..old.clone()
    };
    let ended = Card { stamp: bank.ids.next(), ..ended_by(&old, &card, now) };
    if !bank.cards.replace(&ended, old.stamp, &card).await? {
        return Err(ErrorCode::Busy.into());
    }
    audit::note(bank, owner, Deed::CardOrdered, id.value()).await?;
    told_of_new(bank, &card, device).await?;
    Ok(Some(card))
}

/// The old card, once there is a new one: a number to pay with online is there at once, and so the old one is over.
fn ended_by(old: &Card, new: &Card, now: Timestamp) -> Card {
    if new.state == CardState::Active && !old.state.is_over() {
        old.become_at(CardState::Replaced, now)
    } else {
        old.clone()
    }
}

async fn told_of_new(bank: &Bank, card: &Card, device: &Device) -> Result<(), Error> {
    let facts = Facts { name: card.last_four.clone(), ..Facts::default() };
    security::happens(bank, card.holder, SecurityEvent::CardOrdered, device, &facts).await
}

/// What is approved when a card has arrived.
#[must_use]
pub fn activating(card: &Card) -> Shown {
    Shown::of(Purpose::ActivateCard).number(card.id.value()).text(&card.last_four)
}

/// A card has arrived, if the answer approves that: from now on it pays, and the one in whose place it is does not.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`ErrorCode::CardOver`] where it is not on its way; [`Error::Unavailable`].
pub async fn activate(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    form: &ApproveForm,
    device: &Device,
) -> Result<(), Error> {
    let known = card(bank, owner, id).await?.card;
    if known.state != CardState::Coming {
        return Err(ErrorCode::CardOver.into());
    }
    step_up::approve(bank, owner, &activating(&known), form).await?;
    // First the old one ends: of two presses at once, both find it over.
    if let Some(old) = known.replaces {
        end(bank, owner, old).await?;
    }
    let arrived = changed(bank, owner, id, |card, now| match card.state {
        CardState::Coming => Ok(Some(card.become_at(CardState::Active, now))),
        _ => Err(ErrorCode::CardOver.into()),
    });
    if let Some(card) = arrived.await? {
        told(bank, &card, (Deed::CardArrived, SecurityEvent::CardArrived), None, device).await?;
    }
    Ok(())
}

/// Ends a card in whose place another is.
async fn end(bank: &Bank, owner: CustomerId, old: CardId) -> Result<(), Error> {
    match changed(bank, owner, old, |card, now| Ok(Some(card.become_at(CardState::Replaced, now)))).await {
        Ok(_) | Err(Error::Refused(ErrorCode::CardOver)) => Ok(()),
        Err(error) => Err(error),
    }
}
