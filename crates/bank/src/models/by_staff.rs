//! What is done about models: offered by whoever runs the bank, proposed by one, agreed to by another, taken back by one.

use model::{ErrorCode, ModelId, StaffId};

use super::{Candidate, Stage, Standing};
use crate::{
    Bank, Error, StorageError,
    audit::{AuditRow, Deed},
    ports::{Audit, Models},
};

/// How many are shown, the latest first.
const SHOWN: u32 = 50;

/// Those that were offered, the latest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn all(bank: &Bank) -> Result<Vec<Candidate>, Error> {
    Ok(bank.models.all(SHOWN).await?)
}

/// The one that two of the bank want to answer; `None` where the release's own does.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn standing(bank: &Bank) -> Result<Option<Standing>, Error> {
    Ok(bank.models.standing().await?)
}

/// Keeps one that is new, with what it was compared with. What may not answer is kept as well: with why.
///
/// # Errors
/// Where the database does not answer.
pub async fn offer(models: &dyn Models, audit: &dyn Audit, new: &Candidate) -> Result<(), StorageError> {
    models.offer(new).await?;
    let row = AuditRow { actor: None, what: Deed::ModelOffered, subject: new.id.value(), at: new.offered_at };
    audit.note_why(&row, &said(new)).await
}

/// Wants `id` to answer people.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::ModelRefused`]; [`ErrorCode::ModelMoved`] where somebody was faster, or where
/// another answers by now than it was compared with; [`Error::Unavailable`]. So do both below.
pub async fn propose(bank: &Bank, member: StaffId, id: ModelId) -> Result<(), Error> {
    let kept = one(bank, id).await?;
    may_answer(bank, &kept).await?;
    let done = bank.models.propose(id, member, bank.clock.now()).await?;
    noted(bank, member, &kept, done.then_some(Deed::StaffModelProposed)).await
}

/// Agrees that `id` answers people, from their next message on, or does not.
///
/// # Errors
/// As [`propose`]; [`ErrorCode::SecondPerson`] for who has proposed it.
pub async fn decide(bank: &Bank, member: StaffId, id: ModelId, agrees: bool) -> Result<(), Error> {
    let kept = one(bank, id).await?;
    if kept.proposed_by == Some(member) {
        return Err(ErrorCode::SecondPerson.into());
    }
    let now = bank.clock.now();
    let deed = if agrees {
        may_answer(bank, &kept).await?;
        let release = bank.assistant.release();
        bank.models.promote(id, member, &release, now).await?.then_some(Deed::StaffModelPromoted)
    } else {
        bank.models.decline(id, member, now).await?.then_some(Deed::StaffModelDeclined)
    };
    noted(bank, member, &kept, deed).await
}

/// Takes `id` back, which answers now: the one before it does from the next message on.
///
/// # Errors
/// As [`propose`].
pub async fn roll_back(bank: &Bank, member: StaffId, id: ModelId) -> Result<(), Error> {
    let kept = one(bank, id).await?;
    let done = bank.models.roll_back(id, member, bank.clock.now()).await?;
    noted(bank, member, &kept, done.then_some(Deed::StaffModelRolledBack)).await
}

async fn one(bank: &Bank, id: ModelId) -> Result<Candidate, Error> {
    Ok(bank.models.one(id).await?.ok_or(ErrorCode::NotFound)?)
}

/// Only what is no worse than what answers now. It is asked of the figures that were kept, whatever its stage says.
async fn may_answer(bank: &Bank, kept: &Candidate) -> Result<(), Error> {
    if kept.stage == Stage::Refused || !kept.refusals().is_empty() {
        return Err(ErrorCode::ModelRefused.into());
    }
    let standing = bank.models.standing().await?;
    let live = standing.map_or_else(|| bank.assistant.release().to_string(), |standing| standing.name);
    if kept.against() == live { Ok(()) } else { Err(ErrorCode::ModelMoved.into()) }
}

async fn noted(bank: &Bank, member: StaffId, kept: &Candidate, deed: Option<Deed>) -> Result<(), Error> {
    let what = deed.ok_or(ErrorCode::ModelMoved)?;
    let row = AuditRow { actor: Some(member.value()), what, subject: kept.id.value(), at: bank.clock.now() };
    Ok(bank.audit.note_why(&row, &said(kept)).await?)
}

/// What the row says: the file, so that what was agreed to can be proven to be what answers.
fn said(kept: &Candidate) -> String {
    let against = if kept.against().is_empty() { "none" } else { kept.against() };
    format!(
        "sha256 {}; model {}; compared with {against}; refused for {}",
        kept.sha256,
        kept.name(),
        kept.refusals().len()
    )
}
