//! What people prove themselves with.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, KnownCredentials},
};
use model::CustomerId;
use sqlx::Row as _;

use super::{Backend, Db, Row, statement::Statement};
use crate::cell::{Cell, row};

const BY_USERNAME: &str =
    "select id, username, password_hash, totp_secret, failures from customer where username = $1 and status = 'active'";

const BY_CUSTOMER: &str =
    "select id, username, password_hash, totp_secret, failures from customer where id = $1 and status = 'active'";

const USE_TOTP_STEP: &str = "update customer set totp_step = $2 where id = $1 and totp_step < $2 returning id";

const COUNT_FAILURE: &str = "update customer set failures = failures + 1 where id = $1";

const FORGET_FAILURES: &str = "update customer set failures = 0 where id = $1 and failures > 0";

const SET_PASSWORD: &str = "update customer set password_hash = $2, failures = 0 where id = $1";

const SET_TOTP: &str = "update customer set totp_secret = $2, totp_step = $3 where id = $1";

const FORGET_CODES: &str = "delete from recovery_code where customer = $1";

const KEEP_CODES: &str =
    concat!("insert into recovery_code (customer, hash) select ", picked!(int 0, bytes 1), " from ", rows!("$1"));

const CODES: &str = "select count(*) from recovery_code where customer = $1";

const HAS_CODE: &str = "select 1 from recovery_code where customer = $1 and hash = $2";

const USE_CODE: &str = "delete from recovery_code where customer = $1 and hash = $2 returning customer";

impl Backend {
    async fn credentials(
        &self,
        query: sqlx::query::Query<'_, Db, super::Arguments>,
    ) -> Result<Option<KnownCredentials>, StorageError> {
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.as_ref().map(known).transpose().map_err(StorageError::new)
    }
}

fn known(row: &Row) -> Result<KnownCredentials, sqlx::Error> {
    Ok(KnownCredentials {
        customer: CustomerId::new(row.try_get(0)?),
        username: row.try_get(1)?,
        password_hash: row.try_get(2)?,
        totp_secret: row.try_get(3)?,
        failures: row.try_get(4)?,
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

    async fn use_totp_step(&self, customer: CustomerId, step: i64) -> Result<bool, StorageError> {
        let used = self.write(Statement::new(USE_TOTP_STEP).with(customer.value()).with(step)).await?;
        Ok(!used.is_empty())
    }

    async fn count_failure(&self, customer: CustomerId) -> Result<(), StorageError> {
        self.write(Statement::new(COUNT_FAILURE).with(customer.value())).await.map(drop)
    }

    async fn forget_failures(&self, customer: CustomerId) -> Result<(), StorageError> {
        self.write(Statement::new(FORGET_FAILURES).with(customer.value())).await.map(drop)
    }

    async fn set_password(&self, customer: CustomerId, hash: &str) -> Result<(), StorageError> {
        self.write(Statement::new(SET_PASSWORD).with(customer.value()).with(hash.to_owned())).await.map(drop)
    }

    async fn set_totp(&self, customer: CustomerId, secret: &[u8], step: i64) -> Result<(), StorageError> {
        let statement = Statement::new(SET_TOTP).with(customer.value()).with(secret.to_vec()).with(step);
        self.write(statement).await.map(drop)
    }

    async fn set_recovery_codes(&self, customer: CustomerId, hashes: &[[u8; 32]]) -> Result<(), StorageError> {
        self.write(Statement::new(FORGET_CODES).with(customer.value())).await?;
        let rows: Vec<[Cell<'_>; 2]> = hashes.iter().map(|hash| row![customer.value(), hash.as_slice()]).collect();
        let rows = serde_json::to_string(&rows).map_err(StorageError::new)?;
        self.write(Statement::new(KEEP_CODES).with(rows)).await.map(drop)
    }

    async fn recovery_codes(&self, customer: CustomerId) -> Result<u32, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(CODES).bind(customer.value());
        let count = query.fetch_one(&self.pool).await.map_err(StorageError::new)?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    async fn has_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError> {
        let query = sqlx::query(HAS_CODE).bind(customer.value()).bind(hash.to_vec());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.is_some())
    }

    async fn use_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError> {
        let statement = Statement::new(USE_CODE).with(customer.value()).with(hash.to_vec());
        Ok(!self.write(statement).await?.is_empty())
    }
}
