//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use bank::{StorageError, notices::Letter, ports::Notices, security::Channel};
use model::{CustomerId, Timestamp, forms::NoticeChoices};

use super::Memory;

#[async_trait]
impl Notices for Memory {
    async fn letters(&self, customer: CustomerId, limit: u32) -> Result<Vec<Letter>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let mine = (1..).zip(&safety.notices);
        let mine = mine.filter(|(_, notice)| notice.customer == customer && notice.channel == Channel::Inbox);
        let seen = safety.seen.get(&customer).copied().unwrap_or_default();
        let letters = mine.map(|(id, notice)| Letter {
            id,
            event: notice.event,
            facts: notice.facts.clone(),
            at: notice.at,
            seen: id <= seen,
        });
        let mut letters: Vec<Letter> = letters.collect();
        letters.reverse();
        letters.truncate(limit as usize);
        Ok(letters)
    }

    async fn unseen(&self, customer: CustomerId, limit: u32) -> Result<u32, StorageError> {
        let letters = self.letters(customer, limit).await?;
        Ok(letters.iter().filter(|letter| !letter.seen).count().try_into().unwrap())
    }

    async fn see(&self, customer: CustomerId, last: i64, _: Timestamp) -> Result<(), StorageError> {
        self.safety.lock().unwrap().seen.insert(customer, last);
        Ok(())
    }

    async fn choices(&self, customer: CustomerId) -> Result<NoticeChoices, StorageError> {
        Ok(self.safety.lock().unwrap().choices.get(&customer).copied().unwrap_or_default())
    }

    async fn choose(&self, customer: CustomerId, choices: NoticeChoices) -> Result<(), StorageError> {
        self.safety.lock().unwrap().choices.insert(customer, choices);
        Ok(())
    }
}
