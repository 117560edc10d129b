//! Limits of a card, and the countries in which it pays: less at once, more after a step-up and the wait of every limit.

use model::{
    CardId, CustomerId, ErrorCode, Money, Problems, Timestamp,
    forms::{ApproveForm, CardReach, Form, LimitForm, ReachForm},
};

use super::{
    Card, CardRules, CardUse,
    own::{card, changed, told},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    policy::LIMIT_RAISE_WAIT_S,
    security::{Device, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// What became of another limit that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It holds.
    Lowered,
    /// It is more than before, and has to be approved.
    Raise(Money),
}

/// What became of other countries that were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReachChanged {
    /// They hold.
    Narrowed,
    /// They are more than before, and have to be approved.
    Widen(CardReach),
}

const LOWERED: (Deed, SecurityEvent) = (Deed::CardLowered, SecurityEvent::CardLowered);
const RAISE_ASKED: (Deed, SecurityEvent) = (Deed::CardRaiseAsked, SecurityEvent::CardRaiseAsked);
const RAISE_CANCELLED: (Deed, SecurityEvent) = (Deed::CardRaiseCancelled, SecurityEvent::CardRaiseCancelled);

fn with_rules(card: &Card, rules: CardRules) -> Card {
    Card { rules, ..card.clone() }
}

/// Changes how much a card pays in such a way on a day: less holds at once, and calls off a raise that waits. More is not
/// kept, but to be approved first.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn change_limit(
    bank: &Bank,
    owner: CustomerId,
    (id, way): (CardId, CardUse),
    form: &LimitForm,
    device: &Device,
) -> Result<Changed, Error> {
    let known = card(bank, owner, id).await?.card;
    let (to, now) = (form.check(&known.currency)?, bank.clock.now());
    let limit = known.rules.of(way);
    if to.minor > limit.at(now) {
        may_be(bank, &known, way, to)?;
        return Ok(Changed::Raise(to));
    }
    let lowered = changed(bank, owner, id, |card, now| {
        let limit = card.rules.of(way);
        if to.minor == limit.at(now) && limit.waiting(now).is_none() {
            return Ok(None);
        }
        // What was less in that moment may be more in this.
        let limit = limit.lowered(to.minor, now).ok_or(ErrorCode::Busy)?;
        Ok(Some(with_rules(card, card.rules.clone().with(way, limit))))
    });
    if let Some(card) = lowered.await? {
        told(bank, &card, LOWERED, None, device).await?;
    }
    Ok(Changed::Lowered)
}

/// Whether the bank lets any card have such a limit.
fn may_be(bank: &Bank, card: &Card, way: CardUse, to: Money) -> Result<(), Problems> {
    let most = bank.policy.most_of_card(way, card.currency);
    if to.minor > most.minor { Err(Problems::one("amount", ErrorCode::LimitTooHigh)) } else { Ok(()) }
}

/// What is approved before a limit is raised: of which card which limit, from how much to how much.
#[must_use]
pub fn raising(card: &Card, way: CardUse, to: Money, now: Timestamp) -> Shown {
    let shown = Shown::of(Purpose::RaiseLimit).number(card.id.value()).text("card").text(way.code());
    shown.money(card.limit(way, now)).money(to)
}

/// Raises a limit, if the answer approves exactly that. Gives when it begins to hold.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn raise(
    bank: &Bank,
    owner: CustomerId,
    (id, way, to): (CardId, CardUse, Money),
    form: &ApproveForm,
    device: &Device,
) -> Result<Timestamp, Error> {
    let (known, now) = (card(bank, owner, id).await?.card, bank.clock.now());
    may_be(bank, &known, way, to)?;
    if to.currency != known.currency || to.minor <= known.limit(way, now).minor {
        return Err(ErrorCode::StepUpExpired.into());
    }
    step_up::approve(bank, owner, &raising(&known, way, to, now), form).await?;
    let raised = changed(bank, owner, id, |card, now| {
        let limit = card.rules.of(way).raised(to.minor, now);
        Ok(Some(with_rules(card, card.rules.clone().with(way, limit))))
    });
    asked(bank, raised.await?, device).await
}

/// Tells that more was asked for; gives when it begins to hold.
async fn asked(bank: &Bank, card: Option<Card>, device: &Device) -> Result<Timestamp, Error> {
    let holds_from = bank.clock.now().plus_seconds(LIMIT_RAISE_WAIT_S);
    if let Some(card) = card {
        told(bank, &card, RAISE_ASKED, Some(holds_from), device).await?;
    }
    Ok(holds_from)
}

/// Calls off a raise that waits. Nothing happens where none does.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn call_off(
    bank: &Bank,
    owner: CustomerId,
    (id, way): (CardId, CardUse),
    device: &Device,
) -> Result<(), Error> {
    let kept = changed(bank, owner, id, |card, now| {
        let kept = card.rules.of(way).called_off(now);
        Ok(kept.map(|limit| with_rules(card, card.rules.clone().with(way, limit))))
    });
    if let Some(card) = kept.await? {
        told(bank, &card, RAISE_CANCELLED, None, device).await?;
    }
    Ok(())
}

/// Changes where a card pays: fewer countries hold at once, and call off more that wait. More are not kept, but to be
/// approved first.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn change_reach(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    form: &ReachForm,
    device: &Device,
) -> Result<ReachChanged, Error> {
    let (known, to) = (card(bank, owner, id).await?.card, form.check(&())?);
    if to > known.rules.reach(bank.clock.now()) {
        return Ok(ReachChanged::Widen(to));
    }
    let narrowed = changed(bank, owner, id, |card, now| {
        if to == card.rules.reach(now) && card.rules.reach_waiting(now).is_none() {
            return Ok(None);
        }
        Ok(Some(with_rules(card, card.rules.narrowed(to, now).ok_or(ErrorCode::Busy)?)))
    });
    if let Some(card) = narrowed.await? {
        told(bank, &card, LOWERED, None, device).await?;
    }
    Ok(ReachChanged::Narrowed)
}

/// What is approved before a card pays in more countries: which card, where it does, and where it is to.
#[must_use]
pub fn widening(card: &Card, to: CardReach, now: Timestamp) -> Shown {
    let shown = Shown::of(Purpose::RaiseLimit).number(card.id.value()).text("card").text("reach");
    shown.text(card.rules.reach(now).code()).text(to.code())
}

/// Lets a card pay in more countries, if the answer approves exactly that. Gives when it begins to.
///
/// # Errors
/// As [`raise`].
pub async fn widen(
    bank: &Bank,
    owner: CustomerId,
    (id, to): (CardId, CardReach),
    form: &ApproveForm,
    device: &Device,
) -> Result<Timestamp, Error> {
    let (known, now) = (card(bank, owner, id).await?.card, bank.clock.now());
    if to <= known.rules.reach(now) {
        return Err(ErrorCode::StepUpExpired.into());
    }
    step_up::approve(bank, owner, &widening(&known, to, now), form).await?;
    let widened = changed(bank, owner, id, |card, now| Ok(Some(with_rules(card, card.rules.widened(to, now)))));
    asked(bank, widened.await?, device).await
}

/// Calls off more countries that wait. Nothing happens where none do.
///
/// # Errors
/// As [`call_off`].
pub async fn call_off_reach(bank: &Bank, owner: CustomerId, id: CardId, device: &Device) -> Result<(), Error> {
    let kept =
        changed(bank, owner, id, |card, now| Ok(card.rules.kept_narrow(now).map(|rules| with_rules(card, rules))));
    if let Some(card) = kept.await? {
        told(bank, &card, RAISE_CANCELLED, None, device).await?;
    }
    Ok(())
}

/// Calls off whatever waits to make a card of `owner` wider: limits, countries, the end of a block. Every card that can pay
/// is changed, if only in its stamp: a purchase that was decided before a freeze is decided again.
pub(crate) async fn call_off_all(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let today = bank.calendar.day(bank.clock.now());
    for known in bank.cards.list(owner).await?.into_iter().filter(|card| card.can_change(today)) {
        let calmed = changed(bank, owner, known.id, |card, now| {
            Ok(Some(with_rules(card, card.rules.calmed(now).unwrap_or_else(|| card.rules.clone()))))
        });
        match calmed.await {
            Ok(Some(card)) if card.rules != known.rules => {
                audit::note(bank, owner, Deed::CardRaiseCancelled, card.id.value()).await?;
            }
            // It was lost in that moment.
            Ok(_) | Err(Error::Refused(ErrorCode::CardOver)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
