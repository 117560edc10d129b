//! What is counted of layouts.

use async_trait::async_trait;
use bank::{
    StorageError,
    experiments::{Event, Exposure, Failure, Improve, Journey, OldPages, Slice, Stop},
    ports::Experiments,
};
use model::{CustomerId, Timestamp};

use super::Memory;

/// How it is counted is a matter of the database: here are only the sums, as a test has them.
#[async_trait]
impl Experiments for Memory {
    async fn exposures(&self, _: &str) -> Result<Vec<Exposure>, StorageError> {
        Ok(Vec::new())
    }

    async fn keep_exposures(&self, _: &[Exposure]) -> Result<(), StorageError> {
        Ok(())
    }

    async fn keep_events(&self, _: &[Event]) -> Result<(), StorageError> {
        Ok(())
    }

    async fn keep_failures(&self, _: &[(Failure, u32)]) -> Result<(), StorageError> {
        Ok(())
    }

    async fn failures(&self, _: &str, _: u32) -> Result<u32, StorageError> {
        Ok(0)
    }

    async fn leave(&self, _: &str, _: &str, _: Timestamp) -> Result<(), StorageError> {
        Ok(())
    }

    async fn forget(&self, _: &str) -> Result<(), StorageError> {
        Ok(())
    }

    async fn set_improve(&self, _: CustomerId, _: Improve, _: i64) -> Result<(), StorageError> {
        Ok(())
    }

    async fn set_old_pages(&self, _: CustomerId, _: OldPages) -> Result<(), StorageError> {
        Ok(())
    }

    async fn slices(&self, experiment: &str, _: u32, _: Journey) -> Result<Vec<Slice>, StorageError> {
        let counted = self.counted.lock().unwrap();
        Ok(counted.iter().filter(|(of, _)| of == experiment).map(|(_, slice)| slice.clone()).collect())
    }

    async fn stop(&self, stop: &Stop) -> Result<(), StorageError> {
        self.stops.lock().unwrap().push(stop.clone());
        Ok(())
    }

    async fn stops(&self) -> Result<Vec<Stop>, StorageError> {
        Ok(self.stops.lock().unwrap().clone())
    }

    async fn sweep(&self, _: Timestamp, _: u32) -> Result<bool, StorageError> {
        Ok(false)
    }
}
