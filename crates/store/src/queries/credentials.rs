//! What people prove themselves with.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, KnownCredentials},
};
use model::{CustomerId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Db, Row, statement::Statement};

const BY_USERNAME: &str = "select id, password_hash, totp_secret, failures, locked_until from customer \
     where username = $1 and status = 'active'";

const BY_CUSTOMER: &str = "select id, password_hash, totp_secret, failures, locked_until from customer \
     where id = $1 and status = 'active'";

const NOTE_FAILURE: &str = "update customer set failures = failures + 1, \
     locked_until = case when failures + 1 >= $2 then $3 else locked_until end where id = $1";

const FORGET_FAILURES: &str = "update customer set failures = 0, locked_until = 0 where id = $1";

const USE_TOTP_STEP: &str = "update customer set totp_step = $2 where id = $1 and totp_step < $2 returning id";

impl Backend {
    async fn credentials(
        &self,
        query: sqlx::query::Query<'_, Db, super::Arguments>,
    ) -> Result<Option<KnownCredentials>, StorageError> {
        let row = query.fetch_optional(&self.readers).await.map_err(StorageError::new)?;
        row.as_ref().map(known).transpose().map_err(StorageError::new)
    }
}

fn known(row: &Row) -> Result<KnownCredentials, sqlx::Error> {
    Ok(KnownCredentials {
        customer: CustomerId::new(row.try_get(0)?),
        password_hash: row.try_get(1)?,
        totp_secret: row.try_get(2)?,
        failures: row.try_get(3)?,
        locked_until: Timestamp::from_micros(row.try_get(4)?),
    })
}

#[async_trait]
impl ports::Credentials for Backend {
    async fn by_username(&self, username: &str) -> Result<Option<KnownCredentials>, StorageError> {
        self.credentials(sqlx::query(BY_USERNAME).bind(username)).await
    }

    async fn by_customer(&self, customer: CustomerId) -> Result<Option<KnownCredentials>, StorageError> {
        self.credentials(sqlx::query(BY_CUSTOMER).bind(customer.value())).await
    }

    async fn note_failure(
        &self,
        customer: CustomerId,
        limit: i64,
        locked_until: Timestamp,
    ) -> Result<(), StorageError> {
        let statement = Statement::new(NOTE_FAILURE).with(customer.value()).with(limit).with(locked_until.micros());
        self.write(statement).await.map(drop)
    }

    async fn forget_failures(&self, customer: CustomerId) -> Result<(), StorageError> {
        self.write(Statement::new(FORGET_FAILURES).with(customer.value())).await.map(drop)
    }

    async fn use_totp_step(&self, customer: CustomerId, step: i64) -> Result<bool, StorageError> {
        let used = self.write(Statement::new(USE_TOTP_STEP).with(customer.value()).with(step)).await?;
        Ok(!used.is_empty())
    }
}
