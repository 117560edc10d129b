//! Keeping what units were shown, and what is counted of them.

use async_trait::async_trait;
use model::{CustomerId, Timestamp};

use crate::{
    StorageError,
    experiments::{Event, Exposure, Failure, Improve, Journey, OldPages, Slice, Stop},
};

/// Keeps what units were shown, and what is counted of them. Each fails where the database does not answer.
#[async_trait]
pub trait Experiments: Send + Sync {
    /// What `unit` was shown so far.
    async fn exposures(&self, unit: &str) -> Result<Vec<Exposure>, StorageError>;

    /// Keeps what units were shown, each once for an experiment: the first stays.
    async fn keep_exposures(&self, exposures: &[Exposure]) -> Result<(), StorageError>;

    /// Keeps what happened, each once.
    async fn keep_events(&self, events: &[Event]) -> Result<(), StorageError>;

    /// Counts what could not be shown, each so many times more.
    async fn keep_failures(&self, failures: &[(Failure, u32)]) -> Result<(), StorageError>;

    /// How often something of a version of an experiment could not be shown.
    async fn failures(&self, experiment: &str, bucket_version: u32) -> Result<u32, StorageError>;

    /// Keeps that `unit` has left an experiment, where it was in it: the first time stays.
    async fn leave(&self, unit: &str, experiment: &str, at: Timestamp) -> Result<(), StorageError>;

    /// Forgets everything about `unit`.
    async fn forget(&self, unit: &str) -> Result<(), StorageError>;

    /// Keeps whether `customer` helps, and by which [`LIST`](crate::experiments::LIST): a longer one stays, as long as they help.
    async fn set_improve(&self, customer: CustomerId, improve: Improve, list: i64) -> Result<(), StorageError>;

    /// Keeps which pages `customer` wants as they were.
    async fn set_old_pages(&self, customer: CustomerId, pages: OldPages) -> Result<(), StorageError>;

    /// What was counted in a version of an experiment, on `journey`.
    async fn slices(&self, experiment: &str, bucket_version: u32, journey: Journey)
    -> Result<Vec<Slice>, StorageError>;

    /// Keeps that an experiment did harm; the first time stays.
    async fn stop(&self, stop: &Stop) -> Result<(), StorageError>;

    /// What was stopped.
    async fn stops(&self) -> Result<Vec<Stop>, StorageError>;

    /// Forgets what was counted before a moment, `limit` rows of each kind at most; whether there may be more.
    async fn sweep(&self, before: Timestamp, limit: u32) -> Result<bool, StorageError>;
}
