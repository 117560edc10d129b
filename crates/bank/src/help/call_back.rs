//! Calls that people asked for. Whoever asks sees theirs and can cancel them; staff see those that wait.

use jiff::civil::Date;
use model::{
    CallBackId, CustomerId, ErrorCode, Language, Timestamp,
    forms::{CallBackForm, CallTimes, DayPart, Form, Whereabouts},
};

use crate::{
    Bank, Error, StorageError,
    audit::{AuditRow, Deed},
    ports::{Audit, CallBacks},
};

/// How many calls one person can wait for at once.
const MOST_WAITING: usize = 3;
/// How many calls of people who are not signed in can wait in all: nobody can fill the list of those who call.
const MOST_STRANGERS: i64 = 1_000;
/// How many of their calls a person is shown.
const SHOWN: u32 = 10;

model::coded! {
    /// What became of a call that was asked for.
    CallBackState {
        /// Nobody has called yet.
        Waiting = "waiting",
        /// They were called.
        Done = "done",
        /// They did not want to be called any more.
        Cancelled = "cancelled",
    }
}

/// A call that somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallBack {
    /// Which one; also the reference people quote.
    pub id: CallBackId,
    /// Who asked; `None` for somebody who was not signed in.
    pub customer: Option<CustomerId>,
    /// What to call them by: as they are known, or as they said.
    pub name: String,
    /// The number to call.
    pub phone: String,
    /// The language to speak.
    pub language: Language,
    /// On which day.
    pub day: Date,
    /// When on that day.
    pub part: DayPart,
    /// Where they were when they asked, if they wanted that to be known.
    pub page: Option<Whereabouts>,
    /// What became of it.
    pub state: CallBackState,
    /// When they asked.
    pub asked_at: Timestamp,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asker {
    /// A customer who is signed in.
    Customer(CustomerId),
    /// Somebody who is not, with the calls they have asked for in this session.
    Visitor(Vec<CallBackId>),
}

impl Asker {
    const fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Customer(id) => Some(*id),
            Self::Visitor(_) => None,
        }
    }
}

/// When a call can be asked for, as of now.
#[must_use]
pub fn times(bank: &Bank, asker: &Asker) -> CallTimes {
    let local = bank.calendar.local(bank.clock.now());
    CallTimes { today: local.date(), hour: local.hour(), known: asker.customer().is_some() }
}

/// Asks for a call. Whoever asks for the same call again gets the one that waits.
///
/// # Errors
/// [`Error::Form`] where something is wrong with it; [`ErrorCode::CallsEnough`] where enough calls wait for this
/// person; [`ErrorCode::Busy`] where enough wait in all; [`Error::Unavailable`].
pub async fn ask(bank: &Bank, asker: &Asker, form: &CallBackForm) -> Result<CallBackId, Error> {
    let wish = form.check(&times(bank, asker))?;
    let known = calls(bank, asker).await?;
    let mut waiting = known.iter().filter(|call| call.state == CallBackState::Waiting);
    let same = |call: &&CallBack| (call.day, call.part, &call.phone) == (wish.day, wish.part, &wish.phone);
    if let Some(same) = waiting.clone().find(same) {
        return Ok(same.id);
    }
    if waiting.nth(MOST_WAITING - 1).is_some() {
        return Err(ErrorCode::CallsEnough.into());
    }
    if asker.customer().is_none() {
        let strangers = bank.call_backs.strangers_waiting(&wish.phone).await?;
        if strangers.on_number >= i64::try_from(MOST_WAITING).unwrap_or(i64::MAX) {
            return Err(ErrorCode::CallsEnough.into());
        }
        if strangers.in_all >= MOST_STRANGERS {
            return Err(ErrorCode::Busy.into());
        }
    }
    let call = CallBack {
        id: CallBackId::new(bank.ids.next()),
        customer: asker.customer(),
        name: wish.name,
        phone: wish.phone,
        language: wish.language,
        day: wish.day,
        part: wish.part,
        page: wish.page,
        state: CallBackState::Waiting,
        asked_at: bank.clock.now(),
    };
    bank.call_backs.keep(&call).await?;
    note(bank, asker, Deed::CallBackAsked, call.id).await?;
    Ok(call.id)
}

/// The calls `asker` asked for, last first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn calls(bank: &Bank, asker: &Asker) -> Result<Vec<CallBack>, Error> {
    Ok(match asker {
        Asker::Customer(id) => bank.call_backs.of_customer(*id, SHOWN).await?,
        Asker::Visitor(ids) if ids.is_empty() => Vec::new(),
        Asker::Visitor(ids) => bank.call_backs.of_visitor(ids).await?,
    })
}

/// One call `asker` asked for.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn call(bank: &Bank, asker: &Asker, id: CallBackId) -> Result<CallBack, Error> {
    let found = calls(bank, asker).await?.into_iter().find(|call| call.id == id);
    found.ok_or_else(|| ErrorCode::NotFound.into())
}

/// `asker` does not want to be called any more. Nothing happens where the call is over.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn cancel(bank: &Bank, asker: &Asker, id: CallBackId) -> Result<(), Error> {
    call(bank, asker, id).await?;
    if bank.call_backs.end(id, CallBackState::Cancelled, bank.clock.now()).await? {
        note(bank, asker, Deed::CallBackCancelled, id).await?;
    }
    Ok(())
}

async fn note(bank: &Bank, asker: &Asker, what: Deed, id: CallBackId) -> Result<(), StorageError> {
    let actor = asker.customer().map(CustomerId::value);
    bank.audit.note(&AuditRow { actor, what, subject: id.value(), at: bank.clock.now() }).await
}

/// How many calls the bank's people are shown at once.
const LISTED: u32 = 200;

/// The calls that wait, the soonest first: for the people of the bank.
///
/// # Errors
/// Where the database does not answer.
pub async fn waiting(call_backs: &dyn CallBacks) -> Result<Vec<CallBack>, StorageError> {
    call_backs.waiting(LISTED).await
}

/// Somebody of the bank has called: `false` where that call does not wait.
///
/// # Errors
/// Where the database does not answer.
pub async fn finish(
    call_backs: &dyn CallBacks,
    audit: &dyn Audit,
    id: CallBackId,
    at: Timestamp,
) -> Result<bool, StorageError> {
    if !call_backs.end(id, CallBackState::Done, at).await? {
        return Ok(false);
    }
    audit.note(&AuditRow { actor: None, what: Deed::CallBackDone, subject: id.value(), at }).await?;
    Ok(true)
}
