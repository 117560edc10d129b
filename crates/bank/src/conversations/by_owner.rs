//! What whoever writes does: writing, asking for a person, reading and ending it.

use model::{
    ConversationId, CustomerId, ErrorCode, Language,
    forms::{Form, SayForm, Whereabouts},
};

use super::{
    answers,
    conversation::{Conversation, Entry, HandOver, Said, Speaker},
};
use crate::{
    Bank, Error, StorageError,
    audit::{AuditRow, Deed},
    tickets::redacted,
};

/// How often it is tried again to add something, where somebody else was faster.
const TRIES: usize = 20;

/// Whose conversation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A customer's who is signed in.
    Customer(CustomerId),
    /// That of somebody who is not, with the one they have begun in this session.
    Visitor(Option<ConversationId>),
}

impl Whose {
    const fn customer(self) -> Option<CustomerId> {
        match self {
            Self::Customer(id) => Some(id),
            Self::Visitor(_) => None,
        }
    }
}

/// The last conversation of `whose`; `None` where there was none yet.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn current(bank: &Bank, whose: Whose) -> Result<Option<Conversation>, Error> {
    Ok(match whose {
        Whose::Customer(owner) => bank.conversations.latest(owner).await?,
        Whose::Visitor(Some(id)) => bank.conversations.of_visitor(id).await?,
        Whose::Visitor(None) => None,
    })
}

/// One conversation of `whose`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn of(bank: &Bank, whose: Whose, id: ConversationId) -> Result<Conversation, Error> {
    let found = match whose {
        Whose::Customer(owner) => bank.conversations.one(owner, id).await?,
        Whose::Visitor(known) if known == Some(id) => bank.conversations.of_visitor(id).await?,
        Whose::Visitor(_) => None,
    };
    found.ok_or_else(|| ErrorCode::NotFound.into())
}

/// What was begun before somebody signed in is theirs from now on, unless they are in the middle of another.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn adopt(bank: &Bank, owner: CustomerId, id: ConversationId) -> Result<(), Error> {
    Ok(bank.conversations.adopt(id, owner).await?)
}

/// Says something, in the conversation that goes on or in a new one. What is sent twice is said once. The program's
/// reply is kept in the same commit.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn say(bank: &Bank, whose: Whose, language: Language, form: &SayForm) -> Result<ConversationId, Error> {
    let new = form.check(&())?;
    let words = redacted(&new.words);
    add(bank, whose, language, |conversation| {
        if new.key.as_deref().is_some_and(|key| conversation.knows(key)) {
            return None;
        }
        let replies = conversation.is_with_assistant().then(|| answers::to(conversation, &words));
        let (replies, dialogue) = replies.unwrap_or_default();
        let mut entries = vec![(Speaker::Owner, Said::Wrote(words.clone()), new.key.clone())];
        entries.extend(replies.into_iter().map(|said| (Speaker::Assistant, said, None)));
        Some(Added { entries, dialogue, page: None })
    })
    .await
}

/// Asks for a person. Where they were is told only if they want that.
///
/// # Errors
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn ask_for_person(
    bank: &Bank,
    whose: Whose,
    language: Language,
    page: Option<Whereabouts>,
) -> Result<ConversationId, Error> {
    add(bank, whose, language, |conversation| {
        // Asked for already.
        if conversation.is_with_person() {
            return None;
        }
        let entries = vec![(Speaker::Owner, Said::Asked(HandOver::Wanted), None)];
        Some(Added { entries, dialogue: conversation.dialogue.clone(), page })
    })
    .await
}

/// Ends the conversation. Nothing happens where it is over, or where there is none.
///
/// # Errors
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn close(bank: &Bank, whose: Whose) -> Result<(), Error> {
    for _ in 0..TRIES {
        let Some(now) = current(bank, whose).await?.filter(|now| now.head.is_open()) else { return Ok(()) };
        let next = now.next(Entry { by: Speaker::Owner, said: Said::Closed, at: bank.clock.now(), key: None })?;
        if bank.conversations.update(&next, now.head.version).await? {
            return Ok(noted(bank, whose, Deed::ChatClosed, now.head.id).await?);
        }
    }
    Err(ErrorCode::InFlight.into())
}

/// Its owner has read it up to the entry `upto`.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn read(bank: &Bank, whose: Whose, id: ConversationId, upto: i64) -> Result<(), Error> {
    let upto = upto.min(of(bank, whose, id).await?.head.version);
    Ok(bank.conversations.owner_read(id, upto).await?)
}

/// What is to be added to a conversation.
struct Added {
    entries: Vec<(Speaker, Said, Option<String>)>,
    dialogue: String,
    page: Option<Whereabouts>,
}

/// Adds what `what` makes of the conversation as it is now, again where somebody else was faster. Where none goes on, or
/// what goes on is full, one begins.
async fn add(
    bank: &Bank,
    whose: Whose,
    language: Language,
    what: impl Fn(&Conversation) -> Option<Added> + Send,
) -> Result<ConversationId, Error> {
    for _ in 0..TRIES {
        let at = bank.clock.now();
        let known = current(bank, whose).await?;
        let (now, is_new) = match known {
            Some(now) if now.head.is_open() => (now, false),
            // What was sent twice may have ended it.
            Some(over) if what(&over).is_none() => return Ok(over.head.id),
            _ => {
                let id = ConversationId::new(bank.ids.next());
                (Conversation::new(id, whose.customer(), language, at), true)
            }
        };
        let Some(added) = what(&now) else { return Ok(now.head.id) };
        let asked = added.entries.iter().any(|(_, said, _)| matches!(said, Said::Asked(_)));
        let mut next = now.clone();
        let entry = |(by, said, key)| Entry { by, said, at, key };
        let added_all = added.entries.into_iter().try_for_each(|one| next.next(entry(one)).map(|after| next = after));
        match added_all {
            Err(ErrorCode::TicketFull) if !is_new => {
                close(bank, whose).await?;
                continue;
            }
            other => other?,
        }
        next.dialogue = added.dialogue;
        next.head.page = added.page.or(next.head.page);
        let kept = if is_new {
            bank.conversations.keep(&next).await?
        } else {
            bank.conversations.update(&next, now.head.version).await?
        };
        if kept {
            if is_new {
                noted(bank, whose, Deed::ChatOpened, next.head.id).await?;
            }
            if asked {
                noted(bank, whose, Deed::ChatPersonAsked, next.head.id).await?;
            }
            return Ok(next.head.id);
        }
    }
    Err(ErrorCode::InFlight.into())
}

async fn noted(bank: &Bank, whose: Whose, what: Deed, id: ConversationId) -> Result<(), StorageError> {
    let actor = whose.customer().map(CustomerId::value);
    bank.audit.note(&AuditRow { actor, what, subject: id.value(), at: bank.clock.now() }).await
}
