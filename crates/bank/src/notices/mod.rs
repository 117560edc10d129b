//! What customers are told: on a page of their own, which nobody can turn off, and by the ways they choose beside it.

pub mod post;
mod send;
mod topic;

use model::{
    CustomerId, Problems, Timestamp,
    forms::{Form as _, NoticeChoices, NoticesForm},
};

use post::Unreached;
pub(crate) use send::of;
pub use topic::Topic;

use crate::{
    Bank, Error,
    security::{Contact, Facts, SecurityEvent},
};

/// How many letters a page shows.
const SHOWN: u32 = 50;
/// How far those are counted that somebody has not seen.
const COUNTED: u32 = 100;

/// Something a customer was told on their own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Later letters have greater numbers.
    pub id: i64,
    /// What it is about.
    pub event: SecurityEvent,
    /// What its words need to know. A link that only whoever has the mail may know is not here.
    pub facts: Facts,
    /// When.
    pub at: Timestamp,
    /// Whether they have seen it.
    pub seen: bool,
}

/// How somebody can be told things, and how they want to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// Where they are reached.
    pub contact: Contact,
    /// What they have chosen.
    pub choices: NoticeChoices,
    /// Where they are not reached, though it is their address.
    pub unreached: Vec<Unreached>,
}

/// What `owner` was told, the latest first.
///
/// # Errors
/// [`Error::Unavailable`], as below.
pub async fn letters(bank: &Bank, owner: CustomerId) -> Result<Vec<Letter>, Error> {
    Ok(bank.notices.letters(owner, SHOWN).await?)
}

/// How much of it `owner` has not seen; a hundred stands for as many or more.
///
/// # Errors
/// As [`letters`].
pub async fn unseen(bank: &Bank, owner: CustomerId) -> Result<u32, Error> {
    Ok(bank.notices.unseen(owner, COUNTED).await?)
}

/// `owner` has seen the letter `last` and all before it.
///
/// # Errors
/// As [`letters`].
pub async fn see(bank: &Bank, owner: CustomerId, last: i64) -> Result<(), Error> {
    Ok(bank.notices.see(owner, last, bank.clock.now()).await?)
}

/// How `owner` can be told things, and wants to be.
///
/// # Errors
/// As [`letters`].
pub async fn ways(bank: &Bank, owner: CustomerId) -> Result<Ways, Error> {
    Ok(Ways {
        contact: bank.security.contact(owner).await?,
        choices: bank.notices.choices(owner).await?,
        unreached: bank.notices.unreached(owner).await?,
    })
}

/// Keeps how `owner` wants to be told what is not about their safety.
///
/// # Errors
/// [`Error::Form`], [`Error::Unavailable`].
pub async fn choose(bank: &Bank, owner: CustomerId, form: &NoticesForm) -> Result<(), Error> {
    let choices = form.check(&()).map_err(|problems: Problems| Error::Form(problems))?;
    Ok(bank.notices.choose(owner, choices).await?)
}
