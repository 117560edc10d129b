//! What is done about cards.

use bank::{
    Error,
    cards::{self, Blockable, CardUse, Changed, ReachChanged},
};
use leptos::prelude::*;
use model::{
    CardId, CustomerId, ErrorCode,
    forms::{ApproveForm, Form, LimitForm, ReachForm, TroubleForm},
};

use super::{CARDS, RAISE, arrived_of, block_of, limit_of, lost_of, of, pin_of, reach_of, unlock_of};
use crate::{
    context, outcome,
    session::{CardRaise, WantedOfCard},
};

/// Who is asking, and the card they name. Whether there is such a card is told to nobody who is not signed in.
fn named(card: &str) -> Result<(CustomerId, CardId), Error> {
    let person = context::person()?;
    Ok((person.id, card.parse().map_err(|_| ErrorCode::NotFound)?))
}

/// Where something about a card is; where all are, for what names none.
fn page_of(card: &str, page: fn(CardId) -> String) -> String {
    card.parse().map_or_else(|_| CARDS.to_owned(), page)
}

/// Locks a card.
#[server(prefix = "/do", endpoint = "cards/lock")]
pub async fn lock_card(
    /// Which card.
    #[server(default)]
    card: String,
) -> Result<(), ServerFnError> {
    outcome::finished(lock(&card).await, &page_of(&card, of));
    Ok(())
}

async fn lock(card: &str) -> Result<(), Error> {
    let (owner, id) = named(card)?;
    cards::lock(&context::bank(), owner, id, &context::device()).await
}

/// Unlocks a card.
#[server(prefix = "/do", endpoint = "cards/unlock")]
pub async fn unlock_card(
    /// Which card.
    #[server(default)]
    card: String,
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    outcome::ended(unlock(&card, &form).await, &page_of(&card, of), &page_of(&card, unlock_of), &form);
    Ok(())
}

async fn unlock(card: &str, form: &ApproveForm) -> Result<(), Error> {
    let (owner, id) = named(card)?;
    cards::unlock(&context::bank(), owner, id, form, &context::device()).await
}

/// A card has arrived.
#[server(prefix = "/do", endpoint = "cards/arrived")]
pub async fn card_arrived(
    /// Which card.
    #[server(default)]
    card: String,
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    outcome::ended(arrived(&card, &form).await, &page_of(&card, of), &page_of(&card, arrived_of), &form);
    Ok(())
}

async fn arrived(card: &str, form: &ApproveForm) -> Result<(), Error> {
    let (owner, id) = named(card)?;
    cards::activate(&context::bank(), owner, id, form, &context::device()).await
}

/// Lets the PIN of a card be shown once.
#[server(prefix = "/do", endpoint = "cards/pin")]
pub async fn show_pin(
    /// Of which card.
    #[server(default)]
    card: String,
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    let page = page_of(&card, pin_of);
    outcome::ended(pin(&card, &form).await, &page, &page, &form);
    Ok(())
}

async fn pin(card: &str, form: &ApproveForm) -> Result<(), Error> {
    let (owner, id) = named(card)?;
    cards::approve_pin(&context::bank(), owner, id, form, &context::device()).await?;
    context::visitor().may_see_pin(owner, id);
    Ok(())
}

/// Changes a limit of a card: at once where it is less, after a question where it is more.
#[server(prefix = "/do", endpoint = "cards/limit")]
pub async fn change_card_limit(
    /// Of which card.
    #[server(default)]
    card: String,
    /// In which way it pays.
    #[server(default)]
    way: String,
    /// How much it is to be.
    #[server(flatten)]
    form: LimitForm,
) -> Result<(), ServerFnError> {
    let way = CardUse::from_code(&way);
    let page = card.parse().ok().zip(way).map_or_else(|| CARDS.to_owned(), |(id, way)| limit_of(id, way));
    after_change(limit(&card, way, &form).await, &card, &page, &form);
    Ok(())
}

async fn limit(card: &str, way: Option<CardUse>, form: &LimitForm) -> Result<bool, Error> {
    let (owner, id) = named(card)?;
    let way = way.ok_or(ErrorCode::NotFound)?;
    match cards::change_limit(&context::bank(), owner, (id, way), form, &context::device()).await? {
        Changed::Lowered => Ok(false),
        Changed::Raise(to) => Ok(wants(owner, id, CardRaise::Limit(way, to))),
    }
}

/// Changes where a card pays: at once where it is less, after a question where it is more.
#[server(prefix = "/do", endpoint = "cards/reach")]
pub async fn change_card_reach(
    /// Of which card.
    #[server(default)]
    card: String,
    /// Where it is to pay.
    #[server(flatten)]
    form: ReachForm,
) -> Result<(), ServerFnError> {
    after_change(reach(&card, &form).await, &card, &page_of(&card, reach_of), &form);
    Ok(())
}

async fn reach(card: &str, form: &ReachForm) -> Result<bool, Error> {
    let (owner, id) = named(card)?;
    match cards::change_reach(&context::bank(), owner, id, form, &context::device()).await? {
        ReachChanged::Narrowed => Ok(false),
        ReachChanged::Widen(to) => Ok(wants(owner, id, CardRaise::Reach(to))),
    }
}

/// Keeps what is to be approved.
fn wants(owner: CustomerId, card: CardId, raise: CardRaise) -> bool {
    let visitor = context::visitor();
    let wanted = WantedOfCard { owner, card, raise, at: visitor.now() };
    visitor.change(|kept| kept.of_card = Some(wanted));
    outcome::forget(RAISE);
    true
}

/// Goes on to the question, where there is one.
fn after_change<F: Form>(asks: Result<bool, Error>, card: &str, page: &str, form: &F) {
    match asks {
        Ok(true) => outcome::ended(Ok(()), RAISE, page, form),
        Ok(false) => outcome::ended(Ok(()), &page_of(card, of), page, form),
        Err(error) => outcome::failed(&error, page, form),
    }
}

/// Lets a card pay what was chosen before.
#[server(prefix = "/do", endpoint = "cards/raise")]
pub async fn raise_card(#[server(flatten)] form: ApproveForm) -> Result<(), ServerFnError> {
    match raise(&form).await {
        Ok(card) => outcome::ended(Ok(()), &of(card), RAISE, &form),
        Err(error) => outcome::failed(&error, RAISE, &form),
    }
    Ok(())
}

async fn raise(form: &ApproveForm) -> Result<CardId, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    // The page leads to the cards where nothing is chosen any more.
    let wanted = visitor.wanted_of_card().ok_or(ErrorCode::StepUpExpired)?;
    let (id, device) = (wanted.card, context::device());
    match wanted.raise {
        CardRaise::Limit(way, to) => cards::raise(&bank, person.id, (id, way, to), form, &device).await?,
        CardRaise::Reach(to) => cards::widen(&bank, person.id, (id, to), form, &device).await?,
    };
    visitor.change(|kept| kept.of_card = None);
    Ok(id)
}

/// Calls off what waits to be more.
#[server(prefix = "/do", endpoint = "cards/call-off")]
pub async fn call_off_card(
    /// Of which card.
    #[server(default)]
    card: String,
    /// What: a way to pay, or the countries.
    #[server(default)]
    what: String,
) -> Result<(), ServerFnError> {
    outcome::finished(call_off(&card, &what).await, &page_of(&card, of));
    Ok(())
}

async fn call_off(card: &str, what: &str) -> Result<(), Error> {
    let ((owner, id), bank, device) = (named(card)?, context::bank(), context::device());
    match CardUse::from_code(what) {
        Some(way) => cards::call_off(&bank, owner, (id, way), &device).await,
        None if what == "reach" => cards::call_off_reach(&bank, owner, id, &device).await,
        None => Err(ErrorCode::NotFound.into()),
    }
}

/// Where something that can be blocked is.
fn blocks_page(card: &str, what: &str) -> String {
    let named = card.parse().ok().zip(Blockable::from_code(what));
    named.map_or_else(|| CARDS.to_owned(), |(id, what)| block_of(id, what))
}

fn blockable(card: &str, what: &str) -> Result<(CustomerId, CardId, Blockable), Error> {
    let (owner, id) = named(card)?;
    Ok((owner, id, Blockable::from_code(what).ok_or(ErrorCode::NotFound)?))
}

/// Has a card not pay for something.
#[server(prefix = "/do", endpoint = "cards/block")]
pub async fn block_on_card(
    /// Which card.
    #[server(default)]
    card: String,
    /// What for.
    #[server(default)]
    what: String,
) -> Result<(), ServerFnError> {
    outcome::finished(block(&card, &what).await, &blocks_page(&card, &what));
    Ok(())
}

async fn block(card: &str, what: &str) -> Result<(), Error> {
    let (owner, id, what) = blockable(card, what)?;
    cards::block(&context::bank(), owner, id, what).await
}

/// Asks for the end of that.
#[server(prefix = "/do", endpoint = "cards/unblock")]
pub async fn unblock_on_card(
    /// Which card.
    #[server(default)]
    card: String,
    /// What for.
    #[server(default)]
    what: String,
) -> Result<(), ServerFnError> {
    outcome::finished(unblock(&card, &what).await, &blocks_page(&card, &what));
    Ok(())
}

async fn unblock(card: &str, what: &str) -> Result<(), Error> {
    let (owner, id, what) = blockable(card, what)?;
    cards::ask_to_unblock(&context::bank(), owner, id, what, &context::device()).await.map(drop)
}

/// Keeps a block whose end was asked for.
#[server(prefix = "/do", endpoint = "cards/keep-block")]
pub async fn keep_block_on_card(
    /// Which card.
    #[server(default)]
    card: String,
    /// What for.
    #[server(default)]
    what: String,
) -> Result<(), ServerFnError> {
    outcome::finished(keep_block(&card, &what).await, &blocks_page(&card, &what));
    Ok(())
}

async fn keep_block(card: &str, what: &str) -> Result<(), Error> {
    let (owner, id, what) = blockable(card, what)?;
    cards::keep_block(&context::bank(), owner, id, what).await
}

/// Says what has become of a card; another is ordered.
#[server(prefix = "/do", endpoint = "cards/lost")]
pub async fn card_lost(
    /// Which card.
    #[server(default)]
    card: String,
    /// What has become of it.
    #[server(flatten)]
    form: TroubleForm,
) -> Result<(), ServerFnError> {
    let page = page_of(&card, lost_of);
    match lost(&card, &form).await {
        Ok(then) => outcome::ended(Ok(()), &of(then), &page, &form),
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

/// Gives the card to look at then: the new one, where there is one.
async fn lost(card: &str, form: &TroubleForm) -> Result<CardId, Error> {
    let (owner, id) = named(card)?;
    let replaced = cards::report(&context::bank(), owner, id, form, &context::device()).await?;
    Ok(replaced.new.map_or(id, |new| new.id))
}
