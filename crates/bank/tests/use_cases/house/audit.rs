//! What was written down, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    audit::{AuditLine, AuditRow, Chain, Deed},
    ports::Audit,
};

use super::Memory;

#[async_trait]
impl Audit for Memory {
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError> {
        self.noted.lock().unwrap().push(*row);
        Ok(())
    }

    async fn note_why(&self, row: &AuditRow, why: &str) -> Result<(), StorageError> {
        *self.said.lock().unwrap() = Some(why.to_owned());
        self.note(row).await
    }

    async fn latest(&self, _: Option<Deed>, _: Option<i64>, _: u32) -> Result<Vec<AuditLine>, StorageError> {
        Ok(vec![])
    }

    async fn verify(&self) -> Result<Chain, StorageError> {
        Ok(Chain::default())
    }
}
