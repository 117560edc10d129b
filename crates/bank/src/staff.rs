//! The bank's own people: who they are, what each may do, and how they get in.

mod desk;
mod freeze;
mod links;
mod sessions;

use model::{StaffId, Timestamp, text};

use crate::{
    Bank, StorageError,
    audit::{AuditRow, Deed},
    ports::{Audit, Staff},
};

pub use desk::{CustomerFile, Found, LOOK_S, Look, find, look, looking, still_looking};
pub use freeze::{ThawAsked, agree_to_thaw, ask_to_thaw, freeze};
pub use links::{LINK_S, enrolled, link, linked};
pub use sessions::{ABSOLUTE_S, IDLE_S, end_others, end_session, left, open_sessions};

model::coded! {
    /// What somebody of the bank may do.
    Role {
        /// Talks to customers.
        Agent = "agent",
        /// Decides about payments that wait for a decision.
        PaymentsOfficer = "payments-officer",
        /// Arranges the screens, within what is open to be arranged.
        Designer = "designer",
        /// Reads everything that was done, and changes nothing.
        Auditor = "auditor",
        /// Makes and ends the accounts of staff.
        Administrator = "administrator",
    }

    /// Whether somebody of the bank may work.
    StaffStatus {
        /// They may.
        Active = "active",
        /// They may not: no session of theirs is valid, and no passkey opens one.
        Suspended = "suspended",
    }
}

/// What there is for the bank's own people to do. A role is a set of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Finding a customer and, with a reason, seeing their file; freezing.
    Customers,
    /// Seeing what is on a customer's accounts.
    Balances,
    /// Taking powers of attorney in, agreeing to them, and ending them.
    Powers,
    /// Answering what customers write, and calling who asked for it.
    Tickets,
    /// Saying what was meant by messages that the program did not understand.
    Labels,
    /// Keeping answers ready that are given often.
    Replies,
    /// Seeing how well people are served, in sums.
    Quality,
    /// Letting another model answer people, together with somebody else, and taking it back.
    Promoting,
    /// Looking at arrangements of pages, saying something about them, agreeing to them, showing them to customers and
    /// stopping that.
    Layouts,
    /// Writing them.
    Arranging,
    /// Allowing them again after all of them were stopped.
    Allowing,
    /// Reading the audit chain.
    Audit,
    /// Reading what the demonstration sends to customers.
    Outbox,
}

impl Role {
    /// Whether this role has `duty`.
    #[must_use]
    pub const fn may(self, duty: Duty) -> bool {
        match duty {
            // Whoever runs the bank may put an answer right, and gives none.
            Duty::Customers | Duty::Replies => {
                matches!(self, Self::Agent | Self::PaymentsOfficer | Self::Administrator)
            }
            // Whoever answers a customer may also see their file.
            Duty::Tickets | Duty::Labels => matches!(self, Self::Agent | Self::PaymentsOfficer),
            Duty::Balances => matches!(self, Self::PaymentsOfficer),
            // Two whose work it is to decide; whoever labels what is learnt from is not the only one of them.
            Duty::Promoting | Duty::Powers => matches!(self, Self::PaymentsOfficer | Self::Administrator),
            // Whoever runs the bank can be the second of two, where there is one designer.
            Duty::Layouts => matches!(self, Self::Designer | Self::Administrator),
            Duty::Arranging => matches!(self, Self::Designer),
            // Whoever wants to show something does not decide that the alarm is over.
            Duty::Allowing => matches!(self, Self::Administrator),
            Duty::Audit => matches!(self, Self::Auditor | Self::Administrator),
            // Whoever serves people, runs the bank, or reads everything.
            Duty::Quality | Duty::Outbox => !matches!(self, Self::Designer),
        }
    }
}

/// Somebody of the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Who.
    pub id: StaffId,
    /// What they are called by those who run the bank, in lower case.
    pub username: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they may work.
    pub status: StaffStatus,
    /// Since when.
    pub created_at: Timestamp,
}

/// Why somebody was not added.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The user name is not 2 to 32 letters, digits, dots and hyphens.
    #[error("a user name is 2 to 32 letters a to z, digits, dots and hyphens")]
    Username,
    /// The name is empty, too long, or turns the words around it.
    #[error("a name is 1 to 70 characters on one line")]
    Name,
    /// Somebody has that user name.
    #[error("there is somebody with that user name already")]
    Taken,
    /// The database did not answer.
    #[error("the storage did not answer")]
    Unavailable(#[from] StorageError),
}

/// Adds somebody, and a row to the audit chain about it.
///
/// # Errors
/// [`StaffError`].
pub async fn add(staff: &dyn Staff, audit: &dyn Audit, member: StaffMember) -> Result<(), StaffError> {
    let username = member.username.trim().to_lowercase();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    if !(2..=32).contains(&username.len()) || !username.chars().all(allowed) {
        return Err(StaffError::Username);
    }
    let name = text::one_line(&member.name);
    if !(1..=70).contains(&text::length(&name)) || text::turns_direction(&name) {
        return Err(StaffError::Name);
    }
    let row = AuditRow { actor: None, what: Deed::StaffAdded, subject: member.id.value(), at: member.created_at };
    if !staff.add(&StaffMember { username, name, ..member }).await? {
        return Err(StaffError::Taken);
    }
    Ok(audit.note(&row).await?)
}

/// Lets `member` work, or not any more: from their next request on.
///
/// # Errors
/// Where the database does not answer.
pub async fn set_status(
    staff: &dyn Staff,
    audit: &dyn Audit,
    member: &StaffMember,
    status: StaffStatus,
    at: Timestamp,
) -> Result<(), StorageError> {
    let what = match status {
        StaffStatus::Active => Deed::StaffReinstated,
        StaffStatus::Suspended => Deed::StaffSuspended,
    };
    staff.set_status(member.id, status).await?;
    audit.note(&AuditRow { actor: None, what, subject: member.id.value(), at }).await
}

/// Adds that `member` did something just now.
pub(crate) async fn note(bank: &Bank, member: StaffId, what: Deed, subject: i64) -> Result<(), StorageError> {
    bank.audit.note(&AuditRow { actor: Some(member.value()), what, subject, at: bank.clock.now() }).await
}

/// The same, and why.
async fn note_why(bank: &Bank, member: StaffId, what: Deed, subject: i64, why: &str) -> Result<(), StorageError> {
    let row = AuditRow { actor: Some(member.value()), what, subject, at: bank.clock.now() };
    bank.audit.note_why(&row, why).await
}
