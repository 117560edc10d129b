//! What a card does not pay for: blocked at once, and unblocked only two nights after that was asked for.

use model::{CardId, CustomerId, Timestamp};

use super::{
    Blockable, Card, UNBLOCK_WAIT_S,
    own::{changed, not_frozen, told},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    security::{Device, SecurityEvent},
};

/// Has a card not pay for `what` from now on. Where it does not already, the end of that is called off, if one was asked
/// for.
///
/// # Errors
/// [`model::ErrorCode::NotFound`]; [`model::ErrorCode::CardOver`]; [`Error::Unavailable`].
pub async fn block(bank: &Bank, owner: CustomerId, id: CardId, what: Blockable) -> Result<(), Error> {
    let blocked = changed(bank, owner, id, |card, now| {
        let is = card.rules.block_of(what, now).is_some_and(|block| block.end_asked_at.is_none());
        Ok((!is).then(|| Card { rules: card.rules.blocking(what), ..card.clone() }))
    });
    if blocked.await?.is_some() {
        audit::note(bank, owner, Deed::CardBlocked, id.value()).await?;
    }
    Ok(())
}

/// Asks for the end of a block: it comes after [`UNBLOCK_WAIT_S`]. Asking again does not begin that anew, and changes
/// nothing. Gives when it ends, where this has asked for it.
///
/// # Errors
/// As [`block`]; [`model::ErrorCode::Frozen`].
pub async fn ask_to_unblock(
    bank: &Bank,
    owner: CustomerId,
    id: CardId,
    what: Blockable,
    device: &Device,
) -> Result<Option<Timestamp>, Error> {
    not_frozen(bank, owner).await?;
    let asked = changed(bank, owner, id, |card, now| {
        Ok(card.rules.unblocking(what, now).map(|rules| Card { rules, ..card.clone() }))
    });
    let Some(card) = asked.await? else { return Ok(None) };
    let ends = card.rules.block_of(what, bank.clock.now()).and_then(super::Block::ends_at);
    let ends = ends.unwrap_or_else(|| bank.clock.now().plus_seconds(UNBLOCK_WAIT_S));
    told(bank, &card, (Deed::CardUnblockAsked, SecurityEvent::CardUnblockAsked), Some(ends), device).await?;
    Ok(Some(ends))
}

/// Keeps a block whose end was asked for. Nothing happens where that is not so.
///
/// # Errors
/// As [`block`].
pub async fn keep_block(bank: &Bank, owner: CustomerId, id: CardId, what: Blockable) -> Result<(), Error> {
    let kept = changed(bank, owner, id, |card, now| {
        let asked = card.rules.block_of(what, now).filter(|block| block.end_asked_at.is_some());
        Ok(asked.map(|_| Card { rules: card.rules.blocking(what), ..card.clone() }))
    });
    if kept.await?.is_some() {
        audit::note(bank, owner, Deed::CardUnblockCancelled, id.value()).await?;
    }
    Ok(())
}
