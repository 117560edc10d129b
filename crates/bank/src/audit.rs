//! The audit chain: each row's hash covers the row before it, so that none can be changed or taken out unseen.

use model::Timestamp;
use sha2::{Digest, Sha256};

/// A row of the chain as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// The row's id.
    pub id: i64,
    /// The customer who did it; `None` for a program of the bank.
    pub actor: Option<i64>,
    /// What was done.
    pub what: String,
    /// The id of what it was done to.
    pub subject: i64,
    /// When.
    pub at: Timestamp,
}

/// A hash of the chain, SHA-256.
pub type Link = [u8; 32];

/// What the first row follows.
pub const FIRST: Link = [0; 32];

/// The hash of `entry` in place `seq` (from 1) behind a row whose hash is `previous`.
#[must_use]
pub fn link(previous: &Link, seq: i64, entry: &AuditEntry) -> Link {
    let mut hash = Sha256::new();
    hash.update(previous);
    // Fixed widths first, the one text last: no two different rows can give the same bytes.
    hash.update(seq.to_be_bytes());
    hash.update(entry.id.to_be_bytes());
    hash.update([u8::from(entry.actor.is_some())]);
    hash.update(entry.actor.unwrap_or(0).to_be_bytes());
    hash.update(entry.subject.to_be_bytes());
    hash.update(entry.at.micros().to_be_bytes());
    hash.update(entry.what.as_bytes());
    hash.finalize().into()
}
