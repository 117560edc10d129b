//! The bank's own people, and the links by which they enrol.

use async_trait::async_trait;
use bank::{
    StorageError, ports,
    staff::{Role, StaffMember, StaffStatus},
};
use model::{StaffId, Timestamp};

use super::{Backend, Row, rows::known, statement::Statement};
use sqlx::Row as _;

const ADD: &str = "insert into staff (id, username, name, role, status, created_at) values ($1, $2, $3, $4, $5, $6) \
     on conflict (username) do nothing returning id";

/// The columns of [`member`], of somebody `f`.
macro_rules! member_columns {
    () => {
        "f.id, f.username, f.name, f.role, f.status, f.created_at"
    };
}
pub(super) use member_columns;

const BY_USERNAME: &str = concat!("select ", member_columns!(), " from staff f where f.username = $1");

const ALL: &str = concat!("select ", member_columns!(), " from staff f order by f.id");

const SET_STATUS: &str = "update staff set status = $2 where id = $1";

const END_SESSIONS: &str = "delete from staff_session where staff = $1";

const FORGET_PASSKEYS: &str = "delete from staff_passkey where staff = $1";

const SET_LINK: &str = "insert into staff_link (staff, secret_hash, expires_at) values ($1, $2, $3) \
     on conflict (staff) do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at";

const LINKED: &str = concat!(
    "select ",
    member_columns!(),
    " from staff_link l join staff f on f.id = l.staff \
     where l.secret_hash = $1 and l.expires_at > $2 and f.status = 'active'"
);

const USE_LINK: &str = "delete from staff_link where secret_hash = $1 and expires_at > $2 returning staff";

/// Somebody of the bank, whose columns begin at `at`.
pub(super) fn member(row: &Row, at: usize) -> Result<StaffMember, StorageError> {
    let text = |column: usize| row.try_get::<String, _>(at + column).map_err(StorageError::new);
    let number = |column: usize| row.try_get::<i64, _>(at + column).map_err(StorageError::new);
    Ok(StaffMember {
        id: StaffId::new(number(0)?),
        username: text(1)?,
        name: text(2)?,
        role: known(Role::from_code(&text(3)?), "role")?,
        status: known(StaffStatus::from_code(&text(4)?), "status")?,
        created_at: Timestamp::from_micros(number(5)?),
    })
}

#[async_trait]
impl ports::Staff for Backend {
    async fn add(&self, new: &StaffMember) -> Result<bool, StorageError> {
        let statement = Statement::new(ADD)
            .with(new.id.value())
            .with(new.username.clone())
            .with(new.name.clone())
            .with(new.role.code())
            .with(new.status.code())
            .with(new.created_at.micros());
        self.write(statement).await.map(|added| !added.is_empty())
    }

    async fn by_username(&self, username: &str) -> Result<Option<StaffMember>, StorageError> {
        let query = sqlx::query(BY_USERNAME).bind(username.to_owned());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.map(|row| member(&row, 0)).transpose()
    }

    async fn all(&self) -> Result<Vec<StaffMember>, StorageError> {
        let rows = sqlx::query(ALL).fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(|row| member(row, 0)).collect()
    }

    async fn set_status(&self, id: StaffId, status: StaffStatus) -> Result<(), StorageError> {
        self.write(Statement::new(SET_STATUS).with(id.value()).with(status.code())).await?;
        // Nobody is let in any more; what is left of their sessions does not wait for them to come back.
        if status == StaffStatus::Suspended {
            self.write(Statement::new(END_SESSIONS).with(id.value())).await?;
        }
        Ok(())
    }

    async fn set_link(&self, id: StaffId, hash: &[u8; 32], expires_at: Timestamp) -> Result<(), StorageError> {
        // First what could be somebody else's.
        for forget in [FORGET_PASSKEYS, END_SESSIONS] {
            self.write(Statement::new(forget).with(id.value())).await?;
        }
        let link = Statement::new(SET_LINK).with(id.value()).with(hash.to_vec()).with(expires_at.micros());
        self.write(link).await.map(drop)
    }

    async fn linked(&self, hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffMember>, StorageError> {
        let query = sqlx::query(LINKED).bind(hash.to_vec()).bind(now.micros());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.map(|row| member(&row, 0)).transpose()
    }

    async fn use_link(&self, hash: &[u8; 32], now: Timestamp) -> Result<bool, StorageError> {
        let used = self.write(Statement::new(USE_LINK).with(hash.to_vec()).with(now.micros())).await?;
        Ok(!used.is_empty())
    }
}
