//! What a customer does: writing to the bank, saying more, saying that it is settled, and how it went.

use model::{
    CustomerId, ErrorCode, Language, TicketId,
    forms::{Form, Further, RatingForm, TicketForm, TicketMessageForm},
};

use super::{
    redacted,
    ticket::{Author, Entry, Move, Step, Ticket, TicketHead, TicketState, due, first_role},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
};

/// How many of their tickets a customer is shown.
const SHOWN: u32 = 100;
/// How many tickets of one customer can be open at a time.
const MOST_OPEN: usize = 20;
/// How often it is tried again to add what a customer says, where somebody else was faster.
const TRIES: usize = 5;

/// Writes to the bank: `owner`, who reads in `language`. Whoever sends the same twice gets the ticket there is.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where it is about a line that is not theirs; [`ErrorCode::TicketsFull`];
/// [`Error::Unavailable`].
pub async fn open(bank: &Bank, owner: CustomerId, language: Language, form: &TicketForm) -> Result<TicketId, Error> {
    let new = form.check(&())?;
    let words = redacted(&new.words);
    if let Some(line) = new.about {
        bank.accounts.transaction(owner, line.account, line.version).await?.ok_or(ErrorCode::NotFound)?;
    }
    let known = bank.tickets.of_customer(owner, SHOWN).await?;
    let open: Vec<_> = known.iter().filter(|head| head.state == TicketState::Open).collect();
    if let Some(last) = open.first()
        && let Some(last) = bank.tickets.one(owner, last.id).await?
        && (last.head.kind, last.about, last.entries.len()) == (new.kind, new.about, 1)
        && last.ends_with(&words)
    {
        return Ok(last.head.id);
    }
    if open.len() >= MOST_OPEN {
        return Err(ErrorCode::TicketsFull.into());
    }
    let at = bank.clock.now();
    let ticket = Ticket {
        head: TicketHead {
            id: TicketId::new(bank.ids.next()),
            customer: owner,
            kind: new.kind,
            language,
            state: TicketState::Open,
            role: first_role(new.kind),
            taken_by: None,
            due_at: Some(due(new.kind, at, &bank.calendar)),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            version: 0,
        },
        about: new.about,
        entries: vec![Entry { by: Author::Customer, step: Step::Wrote(words), at }],
    };
    bank.tickets.keep(&ticket).await?;
    audit::note(bank, owner, Deed::TicketOpened, ticket.head.id.value()).await?;
    Ok(ticket.head.id)
}

/// What `owner` has written, the newest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<TicketHead>, Error> {
    Ok(bank.tickets.of_customer(owner, SHOWN).await?)
}

/// One ticket of `owner`.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn of(bank: &Bank, owner: CustomerId, id: TicketId) -> Result<Ticket, Error> {
    Ok(bank.tickets.one(owner, id).await?.ok_or(ErrorCode::NotFound)?)
}

/// Adds what `owner` has to say. Of what is closed they say whether it is to be open again.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::TicketClosed`] where it was closed too long ago;
/// [`ErrorCode::TicketFull`]; [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn write(bank: &Bank, owner: CustomerId, id: TicketId, form: &TicketMessageForm) -> Result<(), Error> {
    follow(bank, owner, id, |ticket| {
        let closed = ticket.head.state == TicketState::Closed;
        let (words, further) = form.check(&closed)?;
        let words = redacted(&words);
        // Pressed twice.
        if ticket.ends_with(&words) {
            return Ok(None);
        }
        let reopens = closed && further == Further::Reopen;
        Ok(Some(if reopens { Step::Reopened(words) } else { Step::Wrote(words) }))
    })
    .await
}

/// It is settled, says `owner`. Nothing happens where it is closed.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn settle(bank: &Bank, owner: CustomerId, id: TicketId) -> Result<(), Error> {
    follow(bank, owner, id, |ticket| Ok((ticket.head.state != TicketState::Closed).then_some(Step::Settled))).await
}

/// Keeps how it went for `owner`. Nothing happens where they have said so already.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where it is not closed; [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn rate(bank: &Bank, owner: CustomerId, id: TicketId, form: &RatingForm) -> Result<(), Error> {
    let (score, more) = form.check(&())?;
    let step = Step::Rated(score, redacted(&more));
    follow(bank, owner, id, |ticket| {
        let said = ticket.head.state == TicketState::Closed && !ticket.can_be_rated();
        Ok((!said).then(|| step.clone()))
    })
    .await
}

/// Does what `step` makes of the ticket as it is now, again where somebody else was faster: what a customer says is
/// never lost, and never stands in the way of an answer.
async fn follow(
    bank: &Bank,
    owner: CustomerId,
    id: TicketId,
    step: impl Fn(&Ticket) -> Result<Option<Step>, Error>,
) -> Result<(), Error> {
    for _ in 0..TRIES {
        let ticket = of(bank, owner, id).await?;
        let Some(step) = step(&ticket)? else { return Ok(()) };
        let deed = deed(&step);
        let next = ticket.next(step, made(bank, Author::Customer))?;
        if bank.tickets.update(&next, ticket.head.version).await? {
            return Ok(audit::note(bank, owner, deed, id.value()).await?);
        }
    }
    Err(ErrorCode::InFlight.into())
}

/// What is done now, by whom.
pub(super) fn made(bank: &Bank, by: Author) -> Move<'_> {
    Move { by, at: bank.clock.now(), calendar: &bank.calendar, reopen_days: bank.policy.ticket_reopen_days }
}

/// The word of the audit chain for a step: what was said is not in it.
pub(super) const fn deed(step: &Step) -> Deed {
    match step {
        Step::Wrote(_) => Deed::TicketWritten,
        Step::Reopened(_) => Deed::TicketReopened,
        Step::Settled => Deed::TicketSettled,
        Step::Rated(..) => Deed::TicketRated,
        Step::Taken => Deed::StaffTicketTaken,
        Step::Answered(_) => Deed::StaffTicketAnswered,
        Step::Noted(_) => Deed::StaffTicketNoted,
        Step::Handed(..) => Deed::StaffTicketHanded,
        Step::Closed(_) => Deed::StaffTicketClosed,
    }
}
