//! The queries, compiled once per database.

/// What to take from each row of one JSON parameter, in the order of the columns: `picked!(int 0, text 1)`.
macro_rules! picked {
    ($first:ident $first_place:literal $(, $kind:ident $place:literal)*) => {
        concat!($first!($first_place) $(, ", ", $kind!($place))*)
    };
}

/// What to take from each of the rows that a statement is given, in the order of the columns: `cells!(int 0, text 1)`.
macro_rules! cells {
    ($first:ident $first_place:tt $(, $kind:ident $place:tt)*) => {
        concat!(cell!($first $first_place) $(, ", ", cell!($kind $place))*)
    };
}

mod accounts;
mod aliases;
mod arrangements;
mod attempts;
mod audit;
mod bulk;
mod business;
mod call_backs;
mod cards;
mod conversations;
mod credentials;
mod customers;
mod desk;
mod exchanges;
mod experiments;
mod feedback;
mod history;
mod ledger;
mod limits;
mod mandates;
mod misses;
mod models;
mod notices;
mod passkeys;
mod payees;
mod payments;
mod powers;
mod practice;
mod recoveries;
mod replies;
mod requests;
mod rows;
mod schedules;
mod security;
mod sendings;
mod sessions;
mod spans;
mod staff;
mod staff_passkeys;
mod staff_sessions;
mod statement;
mod step_ups;
mod sweep;
mod tickets;
mod upkeep;
mod verify;
mod waits;

use std::sync::Arc;

use bank::{Calendar, IdMint, StorageError};
use serde::de::DeserializeOwned;
use sqlx::{Database, Pool, query::QueryScalar};

use super::{Db, dialect};
use crate::{OpenError, Options};
use ledger::Writer;
use statement::Statement;

/// A connection to the database.
type Connection = <Db as Database>::Connection;
/// A row of an answer.
type Row = <Db as Database>::Row;
/// The parameters of a statement.
type Arguments = <Db as Database>::Arguments;

/// The database behind every port.
pub struct Backend {
    /// Everybody's connections: they read, and on PostgreSQL they also write what is not money.
    pool: Pool<Db>,
    writer: Writer,
    how: dialect::ConnectHow,
    ids: Arc<IdMint>,
    calendar: Calendar,
}

impl Backend {
    /// Opens the database and starts its writers.
    pub async fn open(url: &str, options: Options) -> Result<Arc<Self>, OpenError> {
        let (pool, how) = dialect::open(url, &options).await?;
        let writer = Writer::start(&how, &options).await?;
        Ok(Arc::new(Self { pool, writer, how, ids: options.ids, calendar: options.calendar }))
    }

    /// What a query of one row and one JSON column says; `None` without a row.
    async fn read<T: DeserializeOwned>(
        &self,
        query: QueryScalar<'_, Db, String, Arguments>,
    ) -> Result<Option<T>, StorageError> {
        match query.fetch_optional(&self.pool).await.map_err(StorageError::new)? {
            Some(json) => serde_json::from_str(&json).map(Some).map_err(StorageError::new),
            None => Ok(None),
        }
    }

    /// Carries a statement out, durably; the rows it gives back.
    async fn write(&self, statement: Statement) -> Result<Vec<Row>, StorageError> {
        if dialect::ONE_WRITER {
            self.writer.write(vec![statement]).await
        } else {
            statement.query().fetch_all(&self.pool).await.map_err(StorageError::new)
        }
    }

    /// Carries statements out, all of them or none, durably; the rows that the last gives back.
    async fn write_all(&self, statements: Vec<Statement>) -> Result<Vec<Row>, StorageError> {
        if dialect::ONE_WRITER {
            return self.writer.write(statements).await;
        }
        let mut transaction = self.pool.begin().await.map_err(StorageError::new)?;
        let mut rows = Vec::new();
        for statement in statements {
            rows = statement.query().fetch_all(&mut *transaction).await.map_err(StorageError::new)?;
        }
        transaction.commit().await.map_err(StorageError::new)?;
        Ok(rows)
    }
}
