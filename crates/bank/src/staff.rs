//! The bank's own people.

use model::{Timestamp, text};

use crate::{
    StorageError,
    audit::{AuditRow, Deed},
    ports::{Audit, Staff},
};

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
}

/// Somebody of the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Their id, as the database keeps it.
    pub id: i64,
    /// What they sign in with, in lower case.
    pub username: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
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
    let row = AuditRow { actor: None, what: Deed::StaffAdded, subject: member.id, at: member.created_at };
    if !staff.add(&StaffMember { username, name, ..member }).await? {
        return Err(StaffError::Taken);
    }
    Ok(audit.note(&row).await?)
}
