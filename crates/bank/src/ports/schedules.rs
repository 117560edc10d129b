//! Keeping what is planned.

use async_trait::async_trait;
use jiff::civil::Date;
use model::{CustomerId, ScheduleId, Timestamp};

use crate::{StorageError, schedules::Schedule};

/// Keeps payments that are planned.
#[async_trait]
pub trait Schedules: Send + Sync {
    /// Keeps a new one: `false` where it is kept already.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, schedule: &Schedule) -> Result<bool, StorageError>;

    /// Everything that `owner` has planned and that has not ended.
    async fn list(&self, owner: CustomerId) -> Result<Vec<Schedule>, StorageError>;

    /// One that `owner` has planned, ended or not.
    async fn one(&self, owner: CustomerId, id: ScheduleId) -> Result<Option<Schedule>, StorageError>;

    /// Keeps what has become of it, where it is still as it was in that `version`: `false` where it is not.
    async fn update(&self, schedule: &Schedule, version: i64) -> Result<bool, StorageError>;

    /// Those whose next day is `today` or before it and which may be tried at `now`, the earliest first, at most `limit`.
    async fn due(&self, today: Date, now: Timestamp, limit: u32) -> Result<Vec<Schedule>, StorageError>;
}
