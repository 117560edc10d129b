//! A card that is lost, stolen or broken: it ends, and another is on its way, until its holder says that it has arrived.

use model::{
    CardId, CustomerId, ErrorCode, Timestamp,
    forms::{ApproveForm, CardTrouble, Form, TroubleForm},
};

use super::{
    Card, CardKind, CardState, CardView,
    own::{TRIES, card, changed, not_frozen, tell, told},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    ports::CardProcessor,
    security::{Device, SecurityEvent},
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
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`] where that was said before, or another is on its way; of
/// a broken card [`ErrorCode::Frozen`], and [`ErrorCode::CardsClosed`] where nobody makes another; [`Error::Unavailable`].
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
    if trouble == CardTrouble::Damaged {
        not_frozen(bank, owner).await?;
        if bank.card_processor.is_none() {
            return Err(ErrorCode::CardsClosed.into());
        }
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
        Some(processor) if !waits => Some(order(bank, owner, id, processor.as_ref(), device).await?),
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
    // Where nobody makes cards, nothing more can be done about one that is over.
    let can_order = bank.card_processor.is_some() || !view.card.state.is_over();
    Ok(can_order && may_report(view, is_replaced(bank, owner, view.card.id).await?))
}

/// Whether another card is in the place of this one, or on its way to it.
async fn is_replaced(bank: &Bank, owner: CustomerId, id: CardId) -> Result<bool, Error> {
    Ok(in_place_of(bank, owner, id).await?.is_some())
}

/// The card in the place of this one.
async fn in_place_of(bank: &Bank, owner: CustomerId, id: CardId) -> Result<Option<Card>, Error> {
    Ok(bank.cards.list(owner).await?.into_iter().find(|card| card.replaces == Some(id)))
}

/// Orders another in the place of this card. What it may pay for is the same, and what was paid today is counted; plastic
/// comes by post. Of two who ask at once both are given the one that is kept.
async fn order(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    processor: &dyn CardProcessor,
    device: &Device,
) -> Result<Card, Error> {
    let (new, today) = (CardId::new(bank.ids.next()), bank.calendar.day(bank.clock.now()));
    let made = processor.make(new, today).await?;
    // A purchase in that moment changes the old card: what was made is not made again for it.
    for _ in 0..TRIES {
        let (old, now) = (bank.cards.card(owner, id).await?.ok_or(ErrorCode::NotFound)?, bank.clock.now());
        let card = Card {
            id: new,
            last_four: made.last_four.clone(),
            expires_on: made.expires_on,
            state: first_state(&old),
            since: now,
            replaces: Some(id),
            stamp: bank.ids.next(),
            ..old.clone()
        };
        let ended = Card { stamp: bank.ids.next(), ..ended_by(&old, &card, now) };
        match bank.cards.replace(&ended, old.stamp, &card).await {
            Ok(true) => {
                audit::note(bank, owner, Deed::CardOrdered, id.value()).await?;
                tell(bank, &card, SecurityEvent::CardOrdered, None, device).await?;
                return Ok(card);
            }
            Ok(false) => {}
            Err(error) => return in_place_of(bank, owner, id).await?.ok_or(Error::Unavailable(error)),
        }
    }
    Err(ErrorCode::Busy.into())
}

/// What becomes of a card in the place of `old`: plastic has to arrive; a number is there at once, and as locked as before.
fn first_state(old: &Card) -> CardState {
    match (old.kind, old.state) {
        (CardKind::Debit, _) => CardState::Coming,
        (CardKind::Virtual, CardState::Locked) => CardState::Locked,
        (CardKind::Virtual, _) => CardState::Active,
    }
}

/// The old card, once there is a new one: a number to pay with online is there at once, and so the old one is over.
fn ended_by(old: &Card, new: &Card, now: Timestamp) -> Card {
    if new.state != CardState::Coming && !old.state.is_over() {
        old.become_at(CardState::Replaced, now)
    } else {
        old.clone()
    }
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
    // First the old ones end: of two presses at once, both find them over.
    let olds = before(bank, owner, &known).await?;
    for old in &olds {
        end(bank, owner, old.id).await?;
    }
    let arrived = changed(bank, owner, id, |card, now| match card.state {
        CardState::Coming => {
            let rules = olds.iter().fold(card.rules.clone(), |rules, old| rules.within(&old.rules, now));
            Ok(Some(Card { rules, ..card.become_at(CardState::Active, now) }))
        }
        _ => Err(ErrorCode::CardOver.into()),
    });
    if let Some(card) = arrived.await? {
        told(bank, &card, (Deed::CardArrived, SecurityEvent::CardArrived), None, device).await?;
    }
    Ok(())
}

/// The cards in whose place `card` is, one before the other: what was broken pays until something arrives, and what was sent
/// for it may have been lost on its way.
async fn before(bank: &Bank, owner: CustomerId, card: &Card) -> Result<Vec<Card>, Error> {
    let all = bank.cards.list(owner).await?;
    let older = |card: &Card| all.iter().find(|other| Some(other.id) == card.replaces).cloned();
    Ok(std::iter::successors(older(card), older).collect())
}

/// Ends a card in whose place another is.
async fn end(bank: &Bank, owner: CustomerId, old: CardId) -> Result<(), Error> {
    match changed(bank, owner, old, |card, now| Ok(Some(card.become_at(CardState::Replaced, now)))).await {
        Ok(_) | Err(Error::Refused(ErrorCode::CardOver)) => Ok(()),
        Err(error) => Err(error),
    }
}
