//! What people prove themselves with.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, KnownCredentials},
};
use model::CustomerId;
use sqlx::Row as _;

use super::{Backend, Db, Row, statement::Statement};

const BY_USERNAME: &str =
    "select id, password_hash, totp_secret from customer where username = $1 and status = 'active'";

const BY_CUSTOMER: &str = "select id, password_hash, totp_secret from customer where id = $1 and status = 'active'";

const USE_TOTP_STEP: &str = "update customer set totp_step = $2 where id = $1 and totp_step < $2 returning id";

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
        password_hash: row.try_get(1)?,
        totp_secret: row.try_get(2)?,
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
}
