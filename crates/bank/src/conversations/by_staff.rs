//! What the bank's own people do: taking a conversation, answering, noting, handing on, giving it back and ending it.
//!
//! Nobody reads what a customer has said before they have said why, as with anything else of a customer's. Whoever is not
//! signed in is no customer: there is nothing of theirs but what they wrote to be read.

use model::{
    ConversationId, ErrorCode, Problems, StaffId, Timestamp,
    forms::{Form, HandForm, NoteForm, ReasonForm, ReplyForm, TakeForm},
};

use super::conversation::{Conversation, ConversationHead, Entry, Said, Speaker};
use crate::{
    Bank, Error,
    audit::Deed,
    ports::{ChatCounts, ChatQueue},
    staff::{self, StaffMember},
    tickets::{self, redacted},
};

/// How many conversations are shown at once.
const SHOWN: u32 = 200;
/// How often it is tried again to add something, where whoever writes was faster.
const TRIES: usize = 20;

/// A conversation as somebody of the bank sees it.
#[derive(Debug, Clone)]
pub struct ConversationLook {
    /// The conversation.
    pub conversation: Conversation,
    /// The name of whoever writes, where they are a customer.
    pub name: Option<String>,
    /// Until when it is to be seen, where they are.
    pub until: Option<Timestamp>,
}

/// Who a conversation can be handed to.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn colleagues(bank: &Bank) -> Result<Vec<StaffMember>, Error> {
    tickets::colleagues(bank).await
}

/// The conversations of `queue`, what is due first before all others. Nothing in it tells who writes, or what.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn queue(bank: &Bank, queue: ChatQueue) -> Result<Vec<ConversationHead>, Error> {
    Ok(bank.conversations.queue(queue, SHOWN).await?)
}

/// How many wait for the bank.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn waiting(bank: &Bank) -> Result<ChatCounts, Error> {
    Ok(bank.conversations.counts(bank.clock.now()).await?)
}

/// Lets `member` see the conversation, and everything else of its customer, for a reason that is kept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where it is no customer's; [`Error::Unavailable`].
pub async fn look(bank: &Bank, member: StaffId, id: ConversationId, form: &ReasonForm) -> Result<(), Error> {
    let customer = any(bank, id).await?.head.customer.ok_or(ErrorCode::NotFound)?;
    staff::look(bank, member, customer, form).await
}

/// The conversation as `member` sees it; `None` where they have not said why, or too long ago.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn looking(bank: &Bank, member: StaffId, id: ConversationId) -> Result<Option<ConversationLook>, Error> {
    let conversation = any(bank, id).await?;
    let Some(customer) = conversation.head.customer else {
        return Ok(Some(ConversationLook { conversation, name: None, until: None }));
    };
    let Some(until) = bank.desk.look(member, customer, bank.clock.now()).await? else { return Ok(None) };
    let name = bank.desk.file(customer).await?.ok_or(ErrorCode::NotFound)?.name;
    Ok(Some(ConversationLook { conversation, name: Some(name), until: Some(until) }))
}

/// Whoever is with it has read it up to the entry `upto`. Nothing happens where somebody else is.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn seen(bank: &Bank, member: StaffId, id: ConversationId, upto: i64) -> Result<(), Error> {
    let head = any(bank, id).await?.head;
    if head.taken_by == Some(member) {
        bank.conversations.bank_read(id, upto.min(head.version)).await?;
    }
    Ok(())
}

/// `member` is there from now on.
///
/// # Errors
/// [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`]; [`ErrorCode::TicketMoved`] where a colleague said or did something
/// that `member` has not seen; [`ErrorCode::TicketClosed`]; [`ErrorCode::TicketFull`]; [`Error::Unavailable`].
pub async fn take(bank: &Bank, member: StaffId, id: ConversationId, form: &TakeForm) -> Result<(), Error> {
    let seen = form.check(&())?;
    follow(bank, member, id, seen, Said::Taken).await
}

/// Answers.
///
/// # Errors
/// [`Error::Form`], and as [`take`].
pub async fn answer(bank: &Bank, member: StaffId, id: ConversationId, form: &ReplyForm) -> Result<(), Error> {
    let (answer, seen) = form.check(&())?;
    follow(bank, member, id, seen, Said::Answered(redacted(&answer))).await
}

/// Notes something for colleagues.
///
/// # Errors
/// As [`answer`].
pub async fn note(bank: &Bank, member: StaffId, id: ConversationId, form: &NoteForm) -> Result<(), Error> {
    let (note, seen) = form.check(&())?;
    follow(bank, member, id, seen, Said::Noted(redacted(&note))).await
}

/// Hands it on: to a colleague, or, where the form says `next`, to whoever comes next.
///
/// # Errors
/// As [`answer`].
pub async fn hand(bank: &Bank, member: StaffId, id: ConversationId, form: &HandForm) -> Result<(), Error> {
    let (to, seen) = form.check(&())?;
    let colleague = if to == "next" {
        None
    } else {
        let known = colleagues(bank).await?;
        let one = to.parse().ok().filter(|id: &StaffId| known.iter().any(|one| one.id == *id));
        Some(one.ok_or_else(|| Problems::one("to", ErrorCode::ChoiceUnknown))?)
    };
    follow(bank, member, id, seen, Said::Handed(colleague)).await
}

/// The program goes on with it.
///
/// # Errors
/// As [`take`].
pub async fn give_back(bank: &Bank, member: StaffId, id: ConversationId, form: &TakeForm) -> Result<(), Error> {
    let seen = form.check(&())?;
    follow(bank, member, id, seen, Said::GaveBack).await
}

/// Ends it.
///
/// # Errors
/// As [`take`].
pub async fn end(bank: &Bank, member: StaffId, id: ConversationId, form: &TakeForm) -> Result<(), Error> {
    let seen = form.check(&())?;
    follow(bank, member, id, seen, Said::Closed).await
}

async fn any(bank: &Bank, id: ConversationId) -> Result<Conversation, Error> {
    Ok(bank.conversations.any(id).await?.ok_or(ErrorCode::NotFound)?)
}

/// The word of the audit chain: what was said is not in it.
const fn deed(said: &Said) -> Option<Deed> {
    match said {
        Said::Taken => Some(Deed::StaffChatTaken),
        Said::Answered(_) => Some(Deed::StaffChatAnswered),
        Said::Noted(_) => Some(Deed::StaffChatNoted),
        Said::Handed(_) => Some(Deed::StaffChatHanded),
        Said::GaveBack => Some(Deed::StaffChatGivenBack),
        Said::Closed => Some(Deed::StaffChatClosed),
        Said::Wrote(_) | Said::Pressed(_) | Said::Replied(_) | Said::Asked(_) => None,
    }
}

/// What somebody of the bank calls what they say to what they have seen.
#[must_use]
pub fn key_after(seen: i64) -> String {
    format!("after{seen}")
}

/// Adds what `member` said or did, unless a colleague was faster. What its owner wrote meanwhile is no reason to say it
/// again: it stands before the answer, and is read with it.
async fn follow(bank: &Bank, member: StaffId, id: ConversationId, seen: i64, said: Said) -> Result<(), Error> {
    for _ in 0..TRIES {
        let now = any(bank, id).await?;
        if let Some(customer) = now.head.customer {
            staff::still_looking(bank, member, customer).await?;
        }
        if now.moved_since(seen) {
            return Err(ErrorCode::TicketMoved.into());
        }
        let (at, key) = (bank.clock.now(), Some(key_after(seen)));
        let entry = Entry { by: Speaker::Staff(member), said: said.clone(), at, key, about: None, reading: None };
        let next = now.next(entry)?;
        if bank.conversations.update(&next, now.head.version).await? {
            if let Some(deed) = deed(&said) {
                staff::note(bank, member, deed, id.value()).await?;
            }
            return Ok(());
        }
    }
    Err(ErrorCode::InFlight.into())
}
