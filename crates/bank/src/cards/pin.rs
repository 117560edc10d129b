//! Being reminded of the PIN of a card: after a step-up, a few times a day, and never kept here.

use std::fmt;

use model::{CardId, CustomerId, ErrorCode, forms::ApproveForm};

use super::{
    Card, CardState,
    own::{card, changed, told},
};
use crate::{
    Bank, Error,
    audit::Deed,
    calendar::day_number,
    security::{Device, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// How often the PIN of a card is shown on one day: whoever has forgotten it looks, and looks once more at the till.
pub const PINS_A_DAY: u32 = 3;

/// A PIN. It is shown and forgotten: no log and no message holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// The PIN with these digits.
    #[must_use]
    pub const fn new(digits: String) -> Self {
        Self(digits)
    }

    /// Its digits, for the page that shows them.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(****)")
    }
}

/// What is approved before a PIN is shown: of which card.
#[must_use]
pub fn showing_pin(card: &Card) -> Shown {
    Shown::of(Purpose::CardPin).number(card.id.value()).text(&card.last_four)
}

/// Whether `owner` approves that the PIN of this card is shown, once. It counts from here on, whether they look or not.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`ErrorCode::CardOver`]; [`ErrorCode::PinEnough`]; [`ErrorCode::CardsClosed`]; [`Error::Unavailable`].
pub async fn approve_pin(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    form: &ApproveForm,
    device: &Device,
) -> Result<(), Error> {
    let known = card(bank, owner, id).await?.card;
    if bank.card_processor.is_none() {
        return Err(ErrorCode::CardsClosed.into());
    }
    counted(bank, &known)?;
    step_up::approve(bank, owner, &showing_pin(&known), form).await?;
    let shown = changed(bank, owner, id, |card, _| counted(bank, card).map(Some));
    if let Some(card) = shown.await? {
        told(bank, &card, (Deed::CardPinShown, SecurityEvent::CardPinShown), None, device).await?;
    }
    Ok(())
}

/// The card with its PIN shown once more today.
fn counted(bank: &Bank, card: &Card) -> Result<Card, Error> {
    if !matches!(card.state, CardState::Active | CardState::Locked) {
        return Err(ErrorCode::CardOver.into());
    }
    let counted = card.counted.on(day_number(bank.calendar.day(bank.clock.now())));
    if counted.pins() >= PINS_A_DAY {
        return Err(ErrorCode::PinEnough.into());
    }
    Ok(Card { counted: counted.with_pin_shown(), ..card.clone() })
}

/// The PIN of a card of `owner`. Whoever shows it has seen to it that they approved of that just now.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`]; [`ErrorCode::CardsClosed`]; [`Error::Unavailable`].
pub async fn pin(bank: &Bank, owner: CustomerId, id: CardId) -> Result<Pin, Error> {
    let known = card(bank, owner, id).await?;
    if !known.can_change() {
        return Err(ErrorCode::CardOver.into());
    }
    let processor = bank.card_processor.as_ref().ok_or(ErrorCode::CardsClosed)?;
    Ok(processor.pin(id).await?)
}

#[cfg(test)]
mod tests {
    use super::Pin;

    #[test]
    fn a_pin_is_in_no_log() {
        assert_eq!(format!("{:?}", Pin::new("4711".to_owned())), "Pin(****)");
    }
}
