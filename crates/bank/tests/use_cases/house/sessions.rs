//! Who is signed in where, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{NewSession, Sessions, StoredSession},
    sessions::OpenSession,
};
use model::{CustomerId, SessionKey, Timestamp};

use super::Memory;

#[async_trait]
impl Sessions for Memory {
    async fn load(&self, _: &[u8; 32], _: Timestamp, _: Timestamp) -> Result<Option<StoredSession>, StorageError> {
        Ok(None)
    }

    async fn save(&self, _: &NewSession) -> Result<(), StorageError> {
        Ok(())
    }

    async fn keep(&self, _: &[u8; 32], _: &str) -> Result<(), StorageError> {
        Ok(())
    }

    async fn touch(&self, _: &[u8; 32], _: Timestamp) -> Result<(), StorageError> {
        Ok(())
    }

    async fn delete(&self, _: &[u8; 32]) -> Result<(), StorageError> {
        Ok(())
    }

    async fn list(
        &self,
        customer: CustomerId,
        _: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError> {
        let sessions = self.sessions.lock().unwrap();
        let open = sessions.iter().filter(|(owner, open)| *owner == customer && open.seen_at > idle_since);
        Ok(open.map(|(_, open)| open.clone()).collect())
    }

    async fn end(&self, customer: CustomerId, key: SessionKey) -> Result<bool, StorageError> {
        let mut sessions = self.sessions.lock().unwrap();
        let before = sessions.len();
        sessions.retain(|(owner, open)| *owner != customer || open.key != key);
        Ok(sessions.len() < before)
    }
}
