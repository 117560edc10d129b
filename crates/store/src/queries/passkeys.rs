//! Passkeys. Nothing here is secret: it is what checks, not what signs.

use async_trait::async_trait;
use bank::{
    StorageError,
    passkeys::Passkey,
    ports::{self, KnownPasskey},
};
use model::{CustomerId, PasskeyId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, statement::Statement};

const ADD: &str = "insert into passkey (id, customer, credential, public_key, name, synced, created_at) \
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential) do nothing returning id";

const OF: &str = "select k.id, k.customer, k.credential, k.public_key, k.name, k.synced, k.created_at, k.used_at \
     from passkey k join customer c on c.id = k.customer where k.customer = $1 and c.status = 'active' order by k.id";

const USED: &str = "update passkey set public_key = $2, synced = $3, used_at = $4 where id = $1";

const RENAME: &str = "update passkey set name = $3 where customer = $1 and id = $2 returning id";

const REMOVE: &str = "delete from passkey where customer = $1 and id = $2 returning id";

fn known(row: &Row) -> Result<KnownPasskey, sqlx::Error> {
    let synced: i64 = row.try_get(5)?;
    let used_at: Option<i64> = row.try_get(7)?;
    Ok(KnownPasskey {
        customer: CustomerId::new(row.try_get(1)?),
        passkey: Passkey {
            id: PasskeyId::new(row.try_get(0)?),
            name: row.try_get(4)?,
            synced: synced != 0,
            created_at: Timestamp::from_micros(row.try_get(6)?),
            used_at: used_at.map(Timestamp::from_micros),
        },
        credential: row.try_get(2)?,
        public_key: row.try_get(3)?,
    })
}

#[async_trait]
impl ports::Passkeys for Backend {
    async fn add(&self, known: &KnownPasskey) -> Result<bool, StorageError> {
        let statement = Statement::new(ADD)
            .with(known.passkey.id.value())
            .with(known.customer.value())
            .with(known.credential.clone())
            .with(known.public_key.clone())
            .with(known.passkey.name.clone())
            .with(i64::from(known.passkey.synced))
            .with(known.passkey.created_at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn of(&self, customer: CustomerId) -> Result<Vec<KnownPasskey>, StorageError> {
        let rows = sqlx::query(OF).bind(customer.value()).fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(known).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn used(&self, id: PasskeyId, public_key: &str, synced: bool, at: Timestamp) -> Result<(), StorageError> {
        let statement =
            Statement::new(USED).with(id.value()).with(public_key.to_owned()).with(i64::from(synced)).with(at.micros());
        self.write(statement).await.map(drop)
    }

    async fn rename(&self, customer: CustomerId, id: PasskeyId, name: &str) -> Result<bool, StorageError> {
        let statement = Statement::new(RENAME).with(customer.value()).with(id.value()).with(name.to_owned());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn remove(&self, customer: CustomerId, id: PasskeyId) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(REMOVE).with(customer.value()).with(id.value())).await?.is_empty())
    }
}
