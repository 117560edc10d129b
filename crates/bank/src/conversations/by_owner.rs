//! What whoever writes does: writing, asking for a person, reading and ending it.

use assistant::Intent;
use model::{
    ConversationId, CustomerId, ErrorCode, Language,
    forms::{Form, NewMessage, SayForm, Whereabouts},
};

use super::{
    answers::{self, Answer, Did},
    conversation::{Conversation, Entry, HandOver, Reading, Said, Speaker},
    reply::Reply,
};
use crate::{
    Bank, Error, IdMint, StorageError,
    audit::{AuditRow, Deed},
    misses::{self, MissWhy},
    payments::Prepared,
};

/// How many bytes of the name of a stranger's first words are chance.
const CHANCE: usize = 13;
/// How long a page may be open, in seconds, before what a stranger sends from it twice is two.
const NAMED_S: i64 = 86_400;
/// How often it is tried again to add something, where somebody else was faster.
const TRIES: usize = 20;
/// How many people can wait at a time before strangers are told to call: nobody can fill the queue.
const MOST_WAITING: i64 = 500;

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

/// What was begun before somebody signed in is theirs from now on. Where they are in the middle of another, the one of the
/// two ends that only the program speaks in; `false`, and nothing happens, where a person is in both.
///
/// # Errors
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn adopt(bank: &Bank, owner: CustomerId, id: ConversationId) -> Result<bool, Error> {
    for _ in 0..TRIES {
        // What is not there any more, or somebody's already, keeps nobody waiting.
        let Some(begun) = bank.conversations.of_visitor(id).await? else { return Ok(true) };
        if bank.conversations.adopt(id, owner).await? {
            noted(bank, Whose::Customer(owner), Deed::ChatTakenAlong, id).await?;
            return Ok(true);
        }
        match current(bank, Whose::Customer(owner)).await?.filter(|other| other.head.is_open()) {
            Some(other) if !other.is_with_person() => end(bank, Whose::Customer(owner), &other).await?,
            Some(_) if begun.is_with_person() => return Ok(false),
            Some(_) => end(bank, Whose::Visitor(Some(id)), &begun).await?,
            None => continue,
        };
    }
    Err(ErrorCode::InFlight.into())
}

/// Says something, in the conversation that goes on or in a new one. What is sent twice is said once. The program's
/// reply is kept in the same commit.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn say(bank: &Bank, whose: Whose, language: Language, form: &SayForm) -> Result<ConversationId, Error> {
    let new = form.check(&())?;
    added(add(bank, whose, language, &What::Words(new)).await?)
}

/// Presses something that the program has offered. What was not offered last does nothing: there may be no conversation
/// even after it.
///
/// # Errors
/// As [`say`].
pub async fn press(
    bank: &Bank,
    whose: Whose,
    language: Language,
    pressed: Pressed,
) -> Result<Option<ConversationId>, Error> {
    add(bank, whose, language, &What::Press(pressed)).await
}

/// The payment that the program prepared in the entry with the number `said`; `None` where that prepared none.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn prepared(
    bank: &Bank,
    owner: CustomerId,
    (id, said): (ConversationId, i64),
) -> Result<Option<Prepared>, Error> {
    let conversation = bank.conversations.one(owner, id).await?;
    Ok(conversation.and_then(|conversation| conversation.prepared(said)))
}

/// Asks for a person. Where they were is told only if they want that. Strangers are told to call where too many wait.
///
/// # Errors
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn ask_for_person(
    bank: &Bank,
    whose: Whose,
    language: Language,
    page: Option<Whereabouts>,
) -> Result<ConversationId, Error> {
    added(add(bank, whose, language, &What::Person(page)).await?)
}

/// Ends the conversation; `false` where it is over already, or where there is none.
///
/// # Errors
/// [`ErrorCode::InFlight`]; [`Error::Unavailable`].
pub async fn close(bank: &Bank, whose: Whose) -> Result<bool, Error> {
    for _ in 0..TRIES {
        let Some(now) = current(bank, whose).await?.filter(|now| now.head.is_open()) else { return Ok(false) };
        if end(bank, whose, &now).await? {
            return Ok(true);
        }
    }
    Err(ErrorCode::InFlight.into())
}

/// Ends the conversation as it is `now`; `false` where somebody was faster to say something.
async fn end(bank: &Bank, whose: Whose, now: &Conversation) -> Result<bool, Error> {
    let at = bank.clock.now();
    let next = now.next(Entry { by: Speaker::Owner, said: Said::Closed, at, key: None, about: None, reading: None })?;
    let ended = bank.conversations.update(&next, now.head.version).await?;
    if ended {
        noted(bank, whose, Deed::ChatClosed, now.head.id).await?;
    }
    Ok(ended)
}

/// Its owner has read it up to the entry `upto`.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn read(bank: &Bank, whose: Whose, id: ConversationId, upto: i64) -> Result<(), Error> {
    let upto = upto.min(of(bank, whose, id).await?.head.version);
    Ok(bank.conversations.owner_read(id, upto).await?)
}

/// Which of what was offered is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pressed {
    /// The number of the entry that offered it; 0 for what anybody can begin with.
    pub said: i64,
    /// The how-manieth of what it offered, from 0.
    pub offer: usize,
}

/// What somebody does.
enum What {
    Words(NewMessage),
    Press(Pressed),
    Person(Option<Whereabouts>),
}

/// What is to be added to a conversation.
struct Added {
    entries: Vec<(Speaker, Said, Option<String>)>,
    dialogue: String,
    page: Option<Whereabouts>,
    /// What the program takes the owner's words to be about.
    about: Option<Intent>,
    /// How a model read them.
    reading: Option<Reading>,
    /// What it could learn from them.
    missed: Option<(MissWhy, String)>,
}

impl Added {
    fn new(now: &Conversation, first: Said, key: Option<String>, answer: Answer) -> Self {
        let missed = misses::missed(now, &first, &answer.said);
        let replies = answer.said.into_iter().map(|said| (Speaker::Assistant, said, None));
        let entries = std::iter::once((Speaker::Owner, first, key)).chain(replies).collect();
        Self { entries, dialogue: answer.dialogue, page: None, about: answer.about, reading: answer.reading, missed }
    }

    const fn nothing() -> Self {
        Self { entries: Vec::new(), dialogue: String::new(), page: None, about: None, reading: None, missed: None }
    }

    fn asks(&self) -> bool {
        self.entries.iter().any(|(_, said, _)| matches!(said, Said::Asked(_)))
    }

    /// The same where nobody can come: what was said is kept, and instead of a promise it is told how to call.
    fn without_person(mut self) -> Self {
        self.entries.retain(|(_, said, _)| !matches!(said, Said::Asked(_)));
        self.entries.push((Speaker::Assistant, Said::Replied(Reply::Crowded), None));
        self
    }
}

/// What `what` makes of the conversation as it is now; `None` where it is there already, or nothing comes of it.
async fn made(bank: &Bank, whose: Whose, now: &Conversation, what: &What) -> Result<Option<Added>, Error> {
    let silent = || Answer { said: Vec::new(), dialogue: now.dialogue.clone(), about: None, reading: None };
    Ok(match what {
        What::Words(new) if new.key.as_deref().is_some_and(|key| now.knows(key)) => None,
        What::Words(new) => {
            let answer = if now.is_with_assistant() {
                answers::to(bank, whose.customer(), now, &Did::Wrote(&new.words)).await?
            } else {
                silent()
            };
            Some(Added::new(now, Said::Wrote(answers::kept(&new.words)), new.key.clone(), answer))
        }
        What::Press(pressed) => {
            let Some(offer) = now.offered(*pressed).filter(|_| now.is_with_assistant()) else { return Ok(None) };
            let answer = answers::to(bank, whose.customer(), now, &Did::Pressed(&offer)).await?;
            Some(Added::new(now, Said::Pressed(offer), None, answer))
        }
        What::Person(_) if now.is_with_person() => None,
        What::Person(page) => {
            let added = Added::new(now, Said::Asked(HandOver::Wanted), None, silent());
            Some(Added { page: *page, ..added })
        }
    })
}

/// A name for what `whose` says first. A stranger's carries the number of the conversation that begins with it: before it
/// is kept their browser has no session by which what was sent twice could be told from what two have sent. The rest is
/// chance, so that nobody comes into a conversation by guessing.
#[must_use]
pub fn new_key(bank: &Bank, whose: Whose) -> String {
    let id = bank.ids.next();
    match whose {
        Whose::Visitor(None) => {
            let mut chance = [0; CHANCE];
            bank.rng.fill(&mut chance);
            chance.iter().fold(ConversationId::new(id).to_string(), |key, byte| format!("{key}{byte:02x}"))
        }
        Whose::Visitor(Some(_)) | Whose::Customer(_) => id.to_string(),
    }
}

/// The conversation that begins with what a stranger calls `key`: one that could have been named today.
fn named(bank: &Bank, key: &str) -> Option<ConversationId> {
    let (id, chance) = key.split_at_checked(key.len().checked_sub(2 * CHANCE)?)?;
    let id: ConversationId = id.parse().ok()?;
    let age = bank.clock.now().seconds_since(IdMint::made_at(id.value()));
    ((0..NAMED_S).contains(&age) && chance.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(id)
}

/// What is written, and a person who is asked for, always come to something.
fn added(id: Option<ConversationId>) -> Result<ConversationId, Error> {
    id.ok_or_else(|| ErrorCode::InFlight.into())
}

/// Adds what `what` makes of the conversation as it is now, again where somebody else was faster. Where none goes on, or
/// what goes on is full, one begins.
async fn add(bank: &Bank, whose: Whose, language: Language, what: &What) -> Result<Option<ConversationId>, Error> {
    let first = match (whose, what) {
        (Whose::Visitor(None), What::Words(NewMessage { key: Some(key), .. })) => named(bank, key).zip(Some(key)),
        _ => None,
    };
    for nth in 0..TRIES {
        let known = match first {
            Some((id, key)) => bank.conversations.of_visitor(id).await?.filter(|twin| twin.knows(key)),
            None => current(bank, whose).await?,
        };
        if let (Some(over), What::Words(new)) = (&known, what)
            && new.key.as_deref().is_some_and(|key| over.knows(key))
        {
            return Ok(Some(over.head.id));
        }
        let at = bank.clock.now();
        let (now, is_new) = match known {
            Some(now) if now.head.is_open() => (now, false),
            before => {
                // Once: a number that is taken, and not by the same words, is another's.
                let named = first.map(|(id, _)| id).filter(|_| nth == 0);
                let id = named.unwrap_or_else(|| ConversationId::new(bank.ids.next()));
                let new = Conversation::new(id, whose.customer(), language, at);
                (if let Some(before) = before { before.carried(new)? } else { new }, true)
            }
        };
        let added = match made(bank, whose, &now, what).await? {
            Some(added) => added,
            // Nothing is added to what was carried over: the person is on their way already.
            None if is_new && !now.entries.is_empty() => Added::nothing(),
            None => return Ok((!is_new).then_some(now.head.id)),
        };
        let is_crowd =
            whose.customer().is_none() && added.asks() && bank.conversations.counts(at).await?.waiting >= MOST_WAITING;
        let added = if is_crowd { added.without_person() } else { added };
        let (asked, mut next) = (added.asks(), now.clone());
        let entry = |(by, said, key)| {
            let about = added.about.filter(|_| matches!(said, Said::Wrote(_)));
            let reading = added.reading.clone().filter(|_| matches!(said, Said::Wrote(_)));
            Entry { by, said, at, key, about, reading }
        };
        let all = added.entries.into_iter().try_for_each(|one| next.next(entry(one)).map(|after| next = after));
        match all {
            Err(ErrorCode::TicketFull) if !is_new => {
                // By the program: whoever was to come, or is there, goes over into the next.
                let full = now.next(entry((Speaker::Assistant, Said::Closed, None)))?;
                bank.conversations.update(&full, now.head.version).await?;
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
            if let Some((customer, missed)) = next.head.customer.zip(added.missed) {
                // What was said is kept, whatever becomes of this.
                drop(misses::keep(bank, customer, next.head.language, missed).await);
            }
            return Ok(Some(next.head.id));
        }
    }
    Err(ErrorCode::InFlight.into())
}

async fn noted(bank: &Bank, whose: Whose, what: Deed, id: ConversationId) -> Result<(), StorageError> {
    let actor = whose.customer().map(CustomerId::value);
    bank.audit.note(&AuditRow { actor, what, subject: id.value(), at: bank.clock.now() }).await
}
