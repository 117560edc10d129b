//! What the bank's own people do: taking a ticket, answering, noting, handing on and closing.
//!
//! Nobody reads what a customer has written before they have said why, as with anything else of a customer's. Whatever
//! they do carries the version of the ticket that they saw.

use model::{
    ErrorCode, Problems, StaffId, TicketId, Timestamp,
    forms::{CloseForm, Form, HandForm, NoteForm, ReasonForm, ReplyForm, TakeForm},
};

use super::{
    by_customer::{deed, made},
    redacted,
    ticket::{Author, Step, Ticket, TicketHead},
};
use crate::{
    Bank, Error, conversations, help,
    ports::{ChatCounts, Queue, TicketCounts},
    security::{self, Facts, SecurityEvent},
    staff::{self, Duty, Role, StaffMember, StaffStatus},
};

/// How many tickets are shown at once.
const SHOWN: u32 = 200;

/// A ticket as somebody of the bank sees it.
#[derive(Debug, Clone)]
pub struct TicketLook {
    /// The ticket.
    pub ticket: Ticket,
    /// The name of whoever has written it.
    pub name: String,
    /// Until when it is to be seen.
    pub until: Timestamp,
}

/// How much waits for the bank's own people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Tickets.
    pub tickets: TicketCounts,
    /// Calls that were asked for.
    pub calls: usize,
    /// Conversations that want a person.
    pub chats: ChatCounts,
}

/// Who a ticket can be handed to, beside the roles.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn colleagues(bank: &Bank) -> Result<Vec<StaffMember>, Error> {
    let may = |one: &StaffMember| one.status == StaffStatus::Active && one.role.may(Duty::Tickets);
    Ok(bank.staff.all().await?.into_iter().filter(may).collect())
}

/// The tickets of `queue`, what is due first before all others. Nothing in it tells who has written, or what.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn queue(bank: &Bank, queue: Queue) -> Result<Vec<TicketHead>, Error> {
    Ok(bank.tickets.queue(queue, SHOWN).await?)
}

/// How much waits.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn waiting(bank: &Bank) -> Result<Waiting, Error> {
    let tickets = bank.tickets.counts(bank.clock.now()).await?;
    let calls = help::waiting(bank.call_backs.as_ref()).await?.len();
    Ok(Waiting { tickets, calls, chats: conversations::waiting(bank).await? })
}

/// Lets `member` see the ticket, and everything else of its customer, for a reason that is kept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn look(bank: &Bank, member: StaffId, id: TicketId, form: &ReasonForm) -> Result<(), Error> {
    let ticket = any(bank, id).await?;
    staff::look(bank, member, ticket.head.customer, form).await
}

/// The ticket as `member` sees it; `None` where they have not said why, or too long ago.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn looking(bank: &Bank, member: StaffId, id: TicketId) -> Result<Option<TicketLook>, Error> {
    let ticket = any(bank, id).await?;
    let customer = ticket.head.customer;
    let Some(until) = bank.desk.look(member, customer, bank.clock.now()).await? else { return Ok(None) };
    let name = bank.desk.file(customer).await?.ok_or(ErrorCode::NotFound)?.name;
    Ok(Some(TicketLook { ticket, name, until }))
}

/// `member` looks after it from now on.
///
/// # Errors
/// As [`answer`].
pub async fn take(bank: &Bank, member: StaffId, id: TicketId, form: &TakeForm) -> Result<(), Error> {
    let seen = form.check(&())?;
    follow(bank, member, id, seen, Step::Taken).await
}

/// Answers the customer, who is told by mail that there is an answer, and not which.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`]; [`ErrorCode::TicketMoved`] where something was done
/// that `member` has not seen; [`ErrorCode::TicketClosed`]; [`ErrorCode::TicketFull`]; [`Error::Unavailable`].
pub async fn answer(bank: &Bank, member: StaffId, id: TicketId, form: &ReplyForm) -> Result<(), Error> {
    let (answer, seen) = form.check(&())?;
    follow(bank, member, id, seen, Step::Answered(redacted(&answer))).await
}

/// Notes something for colleagues.
///
/// # Errors
/// As [`answer`].
pub async fn note(bank: &Bank, member: StaffId, id: TicketId, form: &NoteForm) -> Result<(), Error> {
    let (note, seen) = form.check(&())?;
    follow(bank, member, id, seen, Step::Noted(redacted(&note))).await
}

/// Hands it on to those of a role, or to a colleague.
///
/// # Errors
/// As [`answer`].
pub async fn hand(bank: &Bank, member: StaffId, id: TicketId, form: &HandForm) -> Result<(), Error> {
    let (to, seen) = form.check(&())?;
    let step = if let Some(role) = Role::from_code(&to).filter(|role| role.may(Duty::Tickets)) {
        Step::Handed(role, None)
    } else {
        let colleagues = colleagues(bank).await?;
        let one = to.parse().ok().and_then(|id: StaffId| colleagues.iter().find(|one| one.id == id));
        let one = one.ok_or_else(|| Problems::one("to", ErrorCode::ChoiceUnknown))?;
        Step::Handed(one.role, Some(one.id))
    };
    follow(bank, member, id, seen, step).await
}

/// Closes it. The customer reads why, and is told by mail that there is something to read.
///
/// # Errors
/// As [`answer`].
pub async fn close(bank: &Bank, member: StaffId, id: TicketId, form: &CloseForm) -> Result<(), Error> {
    let (reason, seen) = form.check(&())?;
    follow(bank, member, id, seen, Step::Closed(reason)).await
}

async fn any(bank: &Bank, id: TicketId) -> Result<Ticket, Error> {
    Ok(bank.tickets.any(id).await?.ok_or(ErrorCode::NotFound)?)
}

async fn follow(bank: &Bank, member: StaffId, id: TicketId, seen: i64, step: Step) -> Result<(), Error> {
    let ticket = any(bank, id).await?;
    let customer = ticket.head.customer;
    staff::still_looking(bank, member, customer).await?;
    if ticket.head.version != seen {
        return Err(ErrorCode::TicketMoved.into());
    }
    let (deed, is_news) = (deed(&step), matches!(step, Step::Answered(_) | Step::Closed(_)));
    let next = ticket.next(step, made(bank, Author::Staff(member)))?;
    if !bank.tickets.update(&next, seen).await? {
        return Err(ErrorCode::TicketMoved.into());
    }
    staff::note(bank, member, deed, id.value()).await?;
    if is_news {
        security::tell(bank, customer, SecurityEvent::TicketNews, &Facts::default()).await?;
    }
    Ok(())
}
