//! What the program was not sure of, or got wrong: it learns from that once somebody of the bank has said what was meant, and
//! another has agreed.
//!
//! Only what customers write is kept who let it, as it is kept in their conversation, without cards, codes and numbers of
//! accounts; and it is gone when they let it no more.

use assistant::{Intent, classify::OUT_OF_SCOPE, guessed};
use model::{CustomerId, ErrorCode, Language, MissId, StaffId};

use crate::{
    Bank, Error,
    audit::Deed,
    conversations::{Conversation, HandOver, Offer, Reply, Said},
    ports::MissCounts,
    staff,
};

/// How many guesses are kept.
const GUESSES: usize = 3;
/// What says that nothing can be learnt from a message.
pub const UNUSABLE: &str = "unusable";

model::coded! {
    /// Why something is to be learnt from.
    MissWhy {
        /// The program did not understand, or asked which of two things was meant.
        Unsure = "unsure",
        /// What it said was not what was meant.
        NotThis = "not-this",
    }
}

/// What was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// This.
    Intent(Intent),
    /// Nothing that is the bank's business.
    OutOfScope,
}

impl Label {
    /// As models call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intent(intent) => intent.code(),
            Self::OutOfScope => OUT_OF_SCOPE,
        }
    }

    /// What models call that.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == OUT_OF_SCOPE { Some(Self::OutOfScope) } else { Intent::from_code(code).map(Self::Intent) }
    }
}

/// A message to learn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Which one.
    pub id: MissId,
    /// Who wrote it. Whoever labels it is not told.
    pub customer: CustomerId,
    /// What they wrote, as their conversation has it.
    pub words: String,
    /// The language they read.
    pub language: Language,
    /// Why it is here.
    pub why: MissWhy,
    /// What the program took it for, the likeliest first, in thousandths.
    pub guesses: Vec<(Intent, u16)>,
    /// What was meant, once somebody has said so.
    pub label: Option<Label>,
}

/// What of a conversation is to be learnt from, where something is: why, and the words.
pub(crate) fn missed(now: &Conversation, first: &Said, said: &[Said]) -> Option<(MissWhy, String)> {
    let is_unsure = said.iter().any(|said| match said {
        Said::Replied(reply) => matches!(reply, Reply::NotUnderstood | Reply::Choose(_)),
        // The second time it says nothing, and fetches a person.
        said => *said == Said::Asked(HandOver::NotUnderstood),
    });
    match first {
        Said::Wrote(words) if is_unsure => Some((MissWhy::Unsure, words.clone())),
        Said::Pressed(Offer::NotThis) => {
            // What was written to a person, and not to the program, is nothing that it got wrong.
            let words = now.entries.windows(2).rev().find_map(|two| match (&two[0].said, &two[1].said) {
                (Said::Wrote(words), Said::Replied(_)) => Some(words.clone()),
                _ => None,
            });
            words.map(|words| (MissWhy::NotThis, words))
        }
        _ => None,
    }
}

/// Keeps what is to be learnt from, where `customer` lets it.
pub(crate) async fn keep(
    bank: &Bank,
    customer: CustomerId,
    language: Language,
    (why, words): (MissWhy, String),
) -> Result<(), Error> {
    if !bank.misses.may_learn(customer).await? {
        return Ok(());
    }
    let guesses = bank.assistant.model().map(|model| guessed(&model, &words)).unwrap_or_default();
    let guesses = guesses.iter().take(GUESSES).map(|guess| (guess.intent, thousandths(guess.confidence))).collect();
    let id = MissId::new(bank.ids.next());
    bank.misses.keep(&Miss { id, customer, words, language, why, guesses, label: None }).await?;
    Ok(())
}

/// A share in thousandths, rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from nought to one")]
pub(crate) fn thousandths(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * 1_000.0).round() as u16
}

/// Whether `customer` lets the program learn from what they write.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn may_learn(bank: &Bank, customer: CustomerId) -> Result<bool, Error> {
    Ok(bank.misses.may_learn(customer).await?)
}

/// Keeps whether they do. Where they do not any more, what was kept of theirs is gone.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn let_learn(bank: &Bank, customer: CustomerId, may: bool) -> Result<(), Error> {
    Ok(bank.misses.let_learn(customer, may).await?)
}

/// How many wait.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn counts(bank: &Bank) -> Result<MissCounts, Error> {
    Ok(bank.misses.counts().await?)
}

/// The next one, behind `after`, that `member` can say something about: what nobody has, or what another has.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn next(bank: &Bank, member: StaffId, after: Option<MissId>) -> Result<Option<Miss>, Error> {
    Ok(bank.misses.next(member, after).await?)
}

/// The same, for somebody who reads it: that they have is written down.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn look(bank: &Bank, member: StaffId, after: Option<MissId>) -> Result<Option<Miss>, Error> {
    let found = next(bank, member, after).await?;
    if let Some(miss) = &found {
        staff::note(bank, member, Deed::StaffMissRead, miss.id.value()).await?;
    }
    Ok(found)
}

/// Says what was meant, by the code of a [`Label`] or [`UNUSABLE`]. Nothing happens where nothing is chosen, or where
/// somebody was faster.
///
/// # Errors
/// [`ErrorCode::ChoiceUnknown`]; [`Error::Unavailable`].
pub async fn label(bank: &Bank, member: StaffId, id: MissId, chosen: &str) -> Result<(), Error> {
    let done = match chosen {
        "" => return Ok(()),
        UNUSABLE => bank.misses.remove(id).await?.then_some(Deed::StaffMissRemoved),
        code => {
            let label = Label::from_code(code).ok_or(ErrorCode::ChoiceUnknown)?;
            bank.misses.label(id, label, member).await?.then_some(Deed::StaffMissLabelled)
        }
    };
    noted(bank, member, id, done).await
}

/// Agrees that the label with the code `shown` is what was meant, or not: then somebody says it anew. Nothing happens where
/// somebody was faster and it has another by now, and nobody agrees with themselves.
///
/// # Errors
/// [`ErrorCode::ChoiceUnknown`]; [`Error::Unavailable`].
pub async fn check(bank: &Bank, member: StaffId, (id, shown): (MissId, &str), agrees: bool) -> Result<(), Error> {
    let label = Label::from_code(shown).ok_or(ErrorCode::ChoiceUnknown)?;
    let done = if agrees {
        bank.misses.agree(id, label, member).await?.then_some(Deed::StaffMissAgreed)
    } else {
        bank.misses.refuse(id, label, member).await?.then_some(Deed::StaffMissRefused)
    };
    noted(bank, member, id, done).await
}

async fn noted(bank: &Bank, member: StaffId, id: MissId, done: Option<Deed>) -> Result<(), Error> {
    if let Some(deed) = done {
        staff::note(bank, member, deed, id.value()).await?;
    }
    Ok(())
}
