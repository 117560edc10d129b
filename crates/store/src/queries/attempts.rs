//! Tries at what can be guessed, counted over all servers.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, AttemptKey},
};
use model::Timestamp;
use sqlx::Row as _;

use super::{Backend, statement::Statement};

const SALT: &str = "select bytes from salt where id = 1";

const IS_LOCKED: &str = "select 1 from attempt where key = $1 and locked_until > $2";

// One statement: of tries side by side, on one server or on several, each is counted once. A lock that has run out is
// served, and what comes after it is counted anew.
const COUNT: &str = "insert into attempt (key, failures, locked_until, tried_at) \
     values ($1, 1, case when 1 >= $2 then $4 else 0 end, $3) \
     on conflict (key) do update set \
     failures = case when attempt.locked_until > 0 then 1 else attempt.failures + 1 end, \
     locked_until = case when attempt.locked_until = 0 and attempt.failures + 1 >= $2 then $4 else 0 end, \
     tried_at = $3 \
     where attempt.locked_until <= $3 returning failures";

const FORGET: &str = "delete from attempt where key = $1";

#[async_trait]
impl ports::Attempts for Backend {
    async fn salt(&self) -> Result<Vec<u8>, StorageError> {
        sqlx::query_scalar(SALT).fetch_one(&self.pool).await.map_err(StorageError::new)
    }

    async fn is_locked(&self, key: &AttemptKey, now: Timestamp) -> Result<bool, StorageError> {
        let query = sqlx::query(IS_LOCKED).bind(key.to_vec()).bind(now.micros());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.is_some())
    }

    async fn count(
        &self,
        key: &AttemptKey,
        limit: i64,
        now: Timestamp,
        locked_until: Timestamp,
    ) -> Result<Option<i64>, StorageError> {
        let statement =
            Statement::new(COUNT).with(key.to_vec()).with(limit).with(now.micros()).with(locked_until.micros());
        let counted = self.write(statement).await?;
        counted.first().map(|row| row.try_get(0)).transpose().map_err(StorageError::new)
    }

    async fn forget(&self, key: &AttemptKey) -> Result<(), StorageError> {
        self.write(Statement::new(FORGET).with(key.to_vec())).await.map(drop)
    }
}
