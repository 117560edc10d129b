//! What the bank does to its books by itself.

use std::sync::Arc;

use async_trait::async_trait;
use bank::{
    StorageError,
    audit::{AuditEntry, FIRST, Link, link},
    ledger::VerifyReport,
    ports::{self, SweepBefore},
};
use model::{HoldId, Timestamp};
use serde::Deserialize;
use sqlx::error::DatabaseError;

use super::{
    Backend,
    rows::{from_hex, known},
    statement::Statement,
};
use crate::cell::to_hex;

const LAST_SEALED: &str = concat!(
    "select ",
    gathered!(concat!("s.seq, ", hex!("s.hash")), "s.seq"),
    " from (select * from audit where seq is not null order by seq desc limit 1) s"
);

const UNSEALED: &str = concat!(
    "select ",
    gathered!("u.id, u.actor, u.what, u.subject, u.at, u.why", "u.id"),
    " from (select * from audit where seq is null order by id limit $1) u"
);

// `seq` is unique and only an unsealed row is sealed: of two servers that seal at once, one fails and nothing is
// sealed twice.
const SEAL: &str = concat!(
    "update audit set seq = ",
    int!(1),
    ", prev_hash = ",
    bytes!(2),
    ", hash = ",
    bytes!(3),
    " from ",
    rows!("$1"),
    " where audit.seq is null and audit.id = ",
    int!(0),
    " returning audit.id"
);

const LAPSED: &str = concat!(
    "select ",
    gathered!("h.id", "h.expires_at"),
    " from (select * from hold where state = 'open' and expires_at < $1 order by expires_at limit $2) h"
);

/// Id, actor, what, subject, when, why.
#[derive(Deserialize)]
pub struct AuditRow(i64, Option<i64>, String, i64, Timestamp, Option<String>);

impl AuditRow {
    /// As the chain knows it.
    pub fn entry(self) -> AuditEntry {
        AuditEntry { id: self.0, actor: self.1, what: self.2, subject: self.3, at: self.4, why: self.5 }
    }
}

/// Whether a row could not be written because its place was taken.
fn was_taken(error: &StorageError) -> bool {
    let alone = error.0.downcast_ref::<sqlx::Error>();
    let cause = alone.or_else(|| error.0.downcast_ref::<Arc<sqlx::Error>>().map(AsRef::as_ref));
    cause.and_then(sqlx::Error::as_database_error).is_some_and(DatabaseError::is_unique_violation)
}

impl Backend {
    async fn last_sealed(&self) -> Result<(i64, Link), StorageError> {
        let last: Vec<(i64, String)> = self.read(sqlx::query_scalar(LAST_SEALED)).await?.unwrap_or_default();
        match last.first() {
            Some((seq, hash)) => Ok((*seq, known(from_hex(hash), "hash")?)),
            None => Ok((0, FIRST)),
        }
    }
}

#[async_trait]
impl ports::Upkeep for Backend {
    async fn verify(&self) -> Result<VerifyReport, StorageError> {
        self.look_over().await
    }

    async fn seal_audit(&self, limit: u32) -> Result<u64, StorageError> {
        let (mut seq, mut previous) = self.last_sealed().await?;
        let query = sqlx::query_scalar(UNSEALED).bind(i64::from(limit));
        let unsealed: Vec<AuditRow> = self.read(query).await?.unwrap_or_default();
        let sealed: Vec<_> = unsealed
            .into_iter()
            .map(|row| {
                seq += 1;
                let entry = row.entry();
                let before = previous;
                previous = link(&before, seq, &entry);
                (entry.id, seq, to_hex(&before), to_hex(&previous))
            })
            .collect();
        if sealed.is_empty() {
            return Ok(0);
        }
        let rows = serde_json::to_string(&sealed).map_err(StorageError::new)?;
        match self.write(Statement::new(SEAL).with(rows)).await {
            Ok(done) => Ok(u64::try_from(done.len()).unwrap_or(u64::MAX)),
            // Another server has sealed in the meantime: nothing is lost, the next time goes on from there.
            Err(error) if was_taken(&error) => Ok(0),
            Err(error) => Err(error),
        }
    }

    async fn lapsed_holds(&self, now: Timestamp, limit: u32) -> Result<Vec<HoldId>, StorageError> {
        let query = sqlx::query_scalar(LAPSED).bind(now.micros()).bind(i64::from(limit));
        let lapsed: Vec<(i64,)> = self.read(query).await?.unwrap_or_default();
        Ok(lapsed.into_iter().map(|(id,)| HoldId::new(id)).collect())
    }

    async fn sweep(&self, before: SweepBefore, limit: u32) -> Result<bool, StorageError> {
        self.forget(before, limit).await
    }

    async fn ping(&self) -> Result<(), StorageError> {
        sqlx::query("select 1").execute(&self.pool).await.map(drop).map_err(StorageError::new)
    }
}
