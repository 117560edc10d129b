//! Passkeys of the bank's own people. Nothing here is secret: it is what checks, not what signs.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, StaffPasskey},
};
use model::{PasskeyId, StaffId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, statement::Statement};

const ADD: &str = "insert into staff_passkey (id, staff, credential, public_key, created_at) \
     values ($1, $2, $3, $4, $5) on conflict (credential) do nothing returning id";

const OF: &str = "select k.id, k.staff, k.credential, k.public_key, k.created_at \
     from staff_passkey k join staff f on f.id = k.staff where k.staff = $1 and f.status = 'active' order by k.id";

const USED: &str = "update staff_passkey set public_key = $2, used_at = $3 where id = $1";

fn passkey(row: &Row) -> Result<StaffPasskey, sqlx::Error> {
    Ok(StaffPasskey {
        id: PasskeyId::new(row.try_get(0)?),
        staff: StaffId::new(row.try_get(1)?),
        credential: row.try_get(2)?,
        public_key: row.try_get(3)?,
        created_at: Timestamp::from_micros(row.try_get(4)?),
    })
}

#[async_trait]
impl ports::StaffPasskeys for Backend {
    async fn add(&self, new: &StaffPasskey) -> Result<bool, StorageError> {
        let statement = Statement::new(ADD)
            .with(new.id.value())
            .with(new.staff.value())
            .with(new.credential.clone())
            .with(new.public_key.clone())
            .with(new.created_at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn of(&self, staff: StaffId) -> Result<Vec<StaffPasskey>, StorageError> {
        let rows = sqlx::query(OF).bind(staff.value()).fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(passkey).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn used(&self, id: PasskeyId, public_key: &str, at: Timestamp) -> Result<(), StorageError> {
        let statement = Statement::new(USED).with(id.value()).with(public_key.to_owned()).with(at.micros());
        self.write(statement).await.map(drop)
    }
}
