//! Sessions of the bank's own people. The secret in the cookie is never kept, only its SHA-256.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, NewSession, StoredSession},
    sessions::OpenSession,
    staff::StaffMember,
};
use model::{SessionKey, StaffId, Timestamp};
use sqlx::Row as _;

use super::{
    Backend, Row,
    staff::{member, member_columns},
    statement::Statement,
};

// Whoever is suspended has no valid session, from the next request on.
const LOAD: &str = concat!(
    "select s.key, s.data, s.seen_at, s.expires_at, s.staff, ",
    member_columns!(),
    " from staff_session s left join staff f on f.id = s.staff \
     where s.secret_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and (s.staff is null or f.status = 'active')"
);

const SAVE: &str = "insert into staff_session \
     (secret_hash, key, staff, data, created_at, seen_at, expires_at, agent, address) \
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8)";

const KEEP: &str = "update staff_session set data = $2 where secret_hash = $1";

const TOUCH: &str = "update staff_session set seen_at = $2 where secret_hash = $1 and seen_at < $2";

const DELETE: &str = "delete from staff_session where secret_hash = $1";

const LIST: &str = "select s.key, s.agent, s.address, s.created_at, s.seen_at from staff_session s \
     where s.staff = $1 and s.expires_at > $2 and s.seen_at > $3 order by s.seen_at desc, s.key desc";

const END: &str = "delete from staff_session where staff = $1 and key = $2 returning key";

fn stored(row: &Row) -> Result<(StoredSession, Option<StaffMember>), StorageError> {
    let number = |at: usize| row.try_get::<i64, _>(at).map_err(StorageError::new);
    let session = StoredSession {
        key: SessionKey::new(number(0)?),
        customer: None,
        data: row.try_get(1).map_err(StorageError::new)?,
        seen_at: Timestamp::from_micros(number(2)?),
        expires_at: Timestamp::from_micros(number(3)?),
    };
    let whose: Option<i64> = row.try_get(4).map_err(StorageError::new)?;
    Ok((session, whose.map(|_| member(row, 5)).transpose()?))
}

fn open(row: &Row) -> Result<OpenSession, sqlx::Error> {
    Ok(OpenSession {
        key: SessionKey::new(row.try_get(0)?),
        agent: row.try_get(1)?,
        address: row.try_get(2)?,
        created_at: Timestamp::from_micros(row.try_get(3)?),
        seen_at: Timestamp::from_micros(row.try_get(4)?),
    })
}

#[async_trait]
impl ports::StaffSessions for Backend {
    async fn load(
        &self,
        secret_hash: &[u8; 32],
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Option<(StoredSession, Option<StaffMember>)>, StorageError> {
        let query = sqlx::query(LOAD).bind(secret_hash.to_vec()).bind(now.micros()).bind(idle_since.micros());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.map(|row| stored(&row)).transpose()
    }

    async fn save(&self, staff: Option<StaffId>, session: &NewSession) -> Result<(), StorageError> {
        let statement = Statement::new(SAVE)
            .with(session.secret_hash.to_vec())
            .with(session.key.value())
            .with(staff.map(StaffId::value))
            .with(session.data.clone())
            .with(session.created_at.micros())
            .with(session.expires_at.micros())
            .with(session.agent.clone())
            .with(session.address.clone());
        self.write(statement).await.map(drop)
    }

    async fn keep(&self, secret_hash: &[u8; 32], data: &str) -> Result<(), StorageError> {
        self.write(Statement::new(KEEP).with(secret_hash.to_vec()).with(data.to_owned())).await.map(drop)
    }

    async fn touch(&self, secret_hash: &[u8; 32], now: Timestamp) -> Result<(), StorageError> {
        self.write(Statement::new(TOUCH).with(secret_hash.to_vec()).with(now.micros())).await.map(drop)
    }

    async fn delete(&self, secret_hash: &[u8; 32]) -> Result<(), StorageError> {
        self.write(Statement::new(DELETE).with(secret_hash.to_vec())).await.map(drop)
    }

    async fn list(
        &self,
        staff: StaffId,
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError> {
        let query = sqlx::query(LIST).bind(staff.value()).bind(now.micros()).bind(idle_since.micros());
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(open).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn end(&self, staff: StaffId, key: SessionKey) -> Result<bool, StorageError> {
        let ended = self.write(Statement::new(END).with(staff.value()).with(key.value())).await?;
        Ok(!ended.is_empty())
    }
}
