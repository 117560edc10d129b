//! Adding to the audit chain what moves no money, and reading it.

use async_trait::async_trait;
use bank::{
    StorageError,
    audit::{AuditEntry, AuditLine, AuditRow, Chain, Deed},
    ports,
};
use model::Timestamp;
use sqlx::Row as _;

use super::{Backend, Row, statement::Statement};

const NOTE: &str = "insert into audit (id, actor, what, subject, at, why) values ($1, $2, $3, $4, $5, $6)";

/// The rows of `audit` behind the id `$1` that fit, the latest first.
macro_rules! latest {
    ($fits:literal) => {
        concat!(
            "select id, actor, what, subject, at, why, seq from audit where id < $1",
            $fits,
            " order by id desc limit $2"
        )
    };
}

const LATEST: &str = latest!("");

// Of what moves money there is so much that a page of it is found soon.
const LATEST_MONEY: &str = latest!(" and what = $3");

// Of everything else there may be little among it: the index of what is beside money finds it. That index says the same.
const LATEST_BESIDE: &str =
    latest!(" and what = $3 and what not in ('transfer', 'hold', 'capture', 'release', 'reverse')");

fn line(row: &Row) -> Result<AuditLine, sqlx::Error> {
    let entry = AuditEntry {
        id: row.try_get(0)?,
        actor: row.try_get(1)?,
        what: row.try_get(2)?,
        subject: row.try_get(3)?,
        at: Timestamp::from_micros(row.try_get(4)?),
        why: row.try_get(5)?,
    };
    Ok(AuditLine { entry, seq: row.try_get(6)? })
}

impl Backend {
    async fn add_to_chain(&self, row: &AuditRow, why: Option<&str>) -> Result<(), StorageError> {
        let statement = Statement::new(NOTE)
            .with(self.ids.next())
            .with(row.actor)
            .with(row.what.code())
            .with(row.subject)
            .with(row.at.micros())
            .with(why.map(ToOwned::to_owned));
        self.write(statement).await.map(drop)
    }
}

#[async_trait]
impl ports::Audit for Backend {
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError> {
        self.add_to_chain(row, None).await
    }

    async fn note_why(&self, row: &AuditRow, why: &str) -> Result<(), StorageError> {
        self.add_to_chain(row, Some(why)).await
    }

    async fn latest(
        &self,
        deed: Option<Deed>,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditLine>, StorageError> {
        let sql = match deed {
            None => LATEST,
            Some(Deed::Transfer | Deed::Hold | Deed::Capture | Deed::Release | Deed::Reverse) => LATEST_MONEY,
            Some(_) => LATEST_BESIDE,
        };
        let query = sqlx::query(sql).bind(before.unwrap_or(i64::MAX)).bind(i64::from(limit));
        let query = match deed {
            Some(deed) => query.bind(deed.code()),
            None => query,
        };
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(line).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn verify(&self) -> Result<Chain, StorageError> {
        self.follow().await
    }
}
