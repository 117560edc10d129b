//! Filling the database with many rows at once.

use async_trait::async_trait;
use bank::{StorageError, calendar::day_number, payments::Draft};
use model::AccountNumber;
use sqlx::{ConnectOptions, Connection as _};

use super::{
    Backend, Connection, dialect,
    ledger::save::{self, Rows, rows, write},
    payments::typed,
    rows::to_hex,
};
use crate::bulk::{Batch, Bulk, Loader, NewAccount, NewCustomer, NewRegular};

/// A connection of its own, through which the database is filled.
struct Filling {
    connection: Connection,
}

const CUSTOMERS: &str = concat!(
    "insert into customer (id, username, name, greeting, status, language, text_size, theme, contrast, data_use, \
     shortcuts, password_hash, totp_secret, created_at) select ",
    picked!(
        int 0, text 1, text 2, text 3, text 4, text 5, text 6, text 7, text 8, text 9, text 10, text 11, bytes 12, int 13
    ),
    " from ",
    rows!("$1")
);

const ACCOUNTS: &str = concat!(
    "insert into account (id, number, kind, name, currency, status, min_balance, payment_limit, daily_limit, rate_bp, \
     opened_at) select ",
    picked!(int 0, int 1, text 2, text 3, text 4, text 5, int 6, int 7, int 8, int 9, int 10),
    " from ",
    rows!("$1")
);

const OWNERS: &str =
    concat!("insert into account_owner (customer, account) select ", picked!(int 0, int 1), " from ", rows!("$1"));

const DRAFTS: &str = concat!(
    "insert into draft (id, owner, form, updated_at) select ",
    picked!(int 0, int 1, text 2, int 3),
    " from ",
    rows!("$1")
);

const REGULAR: &str = concat!(
    "insert into regular (id, account, party, amount, kind, first_day, every) select ",
    picked!(int 0, int 1, text 2, int 3, text 4, int 5, text 6),
    " from ",
    rows!("$1")
);

#[async_trait]
impl Bulk for Backend {
    async fn begin(&self) -> Result<Box<dyn Loader>, StorageError> {
        let mut connection = self.how.connect().await.map_err(StorageError::new)?;
        for setting in dialect::BEFORE_FILLING {
            sqlx::query(*setting).execute(&mut connection).await.map_err(StorageError::new)?;
        }
        Ok(Box::new(Filling { connection }))
    }
}

#[async_trait]
impl Loader for Filling {
    async fn keep(&mut self, batch: Batch) -> Result<(), StorageError> {
        sqlx::query(dialect::BEGIN).execute(&mut self.connection).await.map_err(StorageError::new)?;
        let kept = match self.write(&batch).await {
            Ok(()) => sqlx::query("commit").execute(&mut self.connection).await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            // The failure is what the caller must know; a transaction that is gone already needs no rollback.
            drop(sqlx::query("rollback").execute(&mut self.connection).await);
            return Err(StorageError::new(error));
        }
        Ok(())
    }

    async fn finish(mut self: Box<Self>) -> Result<(), StorageError> {
        for step in dialect::AFTER_FILLING {
            sqlx::query(*step).execute(&mut self.connection).await.map_err(StorageError::new)?;
        }
        self.connection.close().await.map_err(StorageError::new)
    }
}

impl Filling {
    async fn write(&mut self, batch: &Batch) -> Result<(), sqlx::Error> {
        let connection = &mut self.connection;
        write(connection, CUSTOMERS, rows(batch.customers.iter().map(customer))).await?;
        write(connection, ACCOUNTS, rows(batch.accounts.iter().map(account))).await?;
        write(connection, OWNERS, owners(&batch.accounts)).await?;
        let transfers = rows(batch.transfers.iter().map(|t| save::transfer(&t.row, t.payment)));
        write(connection, save::TRANSFERS, transfers).await?;
        write(connection, save::POSTINGS, rows(batch.postings.iter().map(save::posting))).await?;
        write(connection, save::ACCOUNTS, rows(batch.standings.iter().map(save::account))).await?;
        let holds = rows(batch.holds.iter().map(|hold| save::hold(&hold.order, hold.placed_at)));
        write(connection, save::HOLDS, holds).await?;
        write(connection, save::PAYMENTS, rows(batch.payments.iter().map(save::payment))).await?;
        write(connection, DRAFTS, rows(batch.drafts.iter().map(draft))).await?;
        write(connection, REGULAR, rows(batch.regular.iter().map(regular))).await?;
        let audit = rows(batch.audit.iter().map(|row| (row.id, row.actor, &row.what, row.subject, row.at)));
        write(connection, save::AUDIT, audit).await
    }
}

fn owners(accounts: &[NewAccount]) -> Rows {
    rows(accounts.iter().flat_map(|account| account.owners.iter().map(|owner| (owner.value(), account.id.value()))))
}

fn draft(draft: &Draft) -> impl serde::Serialize + use<> {
    (draft.id.value(), draft.owner.value(), typed(draft), draft.updated_at)
}

fn regular(new: &NewRegular) -> impl serde::Serialize {
    let regular = &new.regular;
    (
        new.id,
        regular.account.value(),
        &regular.party,
        regular.amount.minor,
        regular.kind,
        day_number(regular.first),
        regular.every.code(),
    )
}

fn customer(new: &NewCustomer) -> impl serde::Serialize {
    let known = &new.customer;
    let reads = known.preferences;
    (
        known.id.value(),
        &new.username,
        &known.name,
        &known.greeting,
        new.status,
        reads.language,
        reads.text,
        reads.theme,
        reads.contrast,
        reads.data,
        reads.shortcuts,
        &new.password_hash,
        to_hex(&new.totp_secret),
        new.created_at,
    )
}

fn account(new: &NewAccount) -> impl serde::Serialize {
    (
        new.id.value(),
        new.number.map(AccountNumber::value),
        new.kind,
        &new.name,
        new.currency,
        new.status,
        new.min_balance,
        new.payment_limit,
        new.daily_limit,
        new.rate_bp,
        new.opened_at,
    )
}
