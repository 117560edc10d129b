//! Who the customers are, in memory.

use async_trait::async_trait;
use bank::{StorageError, customers::Customer, experiments::Trying, ports::Customers};
use model::{CustomerId, Preferences, Timestamp};

use super::{Memory, holder};

#[async_trait]
impl Customers for Memory {
    async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StorageError> {
        let name = holder(id).to_owned();
        let freeze = self.safety.lock().unwrap().freezes.get(&id).copied();
        Ok(Some(Customer {
            id,
            greeting: name.clone(),
            name,
            preferences: Preferences::default(),
            joined_at: Timestamp::EPOCH,
            freeze,
            trying: Trying::default(),
        }))
    }

    async fn set_preferences(&self, _: CustomerId, _: Preferences) -> Result<(), StorageError> {
        Ok(())
    }
}
