//! What people say was hard. It is kept without their names: what is needed to put something right is what was hard
//! and where, and a way to answer only where somebody wants an answer.

use model::{
    FeedbackId, Language, Timestamp,
    forms::{FeedbackForm, Form},
};

use crate::{Bank, Error};

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The number they were told.
    pub id: FeedbackId,
    /// What was hard, in their own words.
    pub hard: String,
    /// On which page; may be empty.
    pub place: String,
    /// How to answer; empty where no answer is wanted.
    pub reach: String,
    /// In which language they read the page.
    pub language: Language,
    /// When they said it.
    pub told_at: Timestamp,
}

/// Keeps what somebody says; gives the number under which they can ask about it.
///
/// # Errors
/// [`Error::Form`] where a field is not right, [`Error::Unavailable`].
pub async fn tell(bank: &Bank, form: &FeedbackForm, language: Language) -> Result<FeedbackId, Error> {
    let told = form.check(&())?;
    let id = FeedbackId::new(bank.ids.next());
    let feedback =
        Feedback { id, hard: told.hard, place: told.place, reach: told.reach, language, told_at: bank.clock.now() };
    bank.feedback.keep(&feedback).await?;
    Ok(id)
}
