//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use bank::{
    StorageError,
    notices::{
        Letter,
        post::{Due, End, Next, Unreached},
    },
    ports::Notices,
    security::{Channel, Sent},
};
use model::{CustomerId, Language, Timestamp, forms::NoticeChoices};

use super::{Memory, Posted};

/// What is known of a message that nobody has tried.
const UNTRIED: Posted = (0, Timestamp::EPOCH, None);

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

    async fn due(
        &self,
        channel: Channel,
        (after, now): (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<Due>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let waiting = (1..).zip(&safety.notices).filter_map(|(id, notice)| {
            let (tries, try_at, end) = safety.posted.get(&id).copied().unwrap_or(UNTRIED);
            let open = notice.channel == channel && end.is_none() && notice.due_at > after;
            let is_due = open && notice.due_at.max(try_at) <= now;
            let sent = Sent { notice: notice.clone(), name: String::new(), language: Language::En };
            is_due.then_some(Due { id, tries, sent })
        });
        Ok(waiting.take(limit as usize).collect())
    }

    async fn claim(&self, id: i64, tries: i64, until: Timestamp) -> Result<bool, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let (before, try_at, end) = safety.posted.entry(id).or_insert(UNTRIED);
        if *before != tries || end.is_some() {
            return Ok(false);
        }
        (*before, *try_at) = (tries + 1, until);
        Ok(true)
    }

    async fn carried(&self, id: i64, tries: i64, next: Next, at: Timestamp) -> Result<(), StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let (before, try_at, ended) = safety.posted.entry(id).or_insert(UNTRIED);
        match next {
            Next::Again(again) if *before == tries => *try_at = again,
            Next::Again(_) => {}
            Next::Ended(end) => *ended = Some((end, at)),
        }
        Ok(())
    }

    async fn unreached(&self, customer: CustomerId) -> Result<Vec<Unreached>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let mine = (1..).zip(&safety.notices).filter(|(_, notice)| notice.customer == customer);
        let refused = mine.filter_map(|(id, notice)| match safety.posted.get(&id)?.2 {
            Some((End::Refused, at)) => Some(Unreached { channel: notice.channel, at }),
            _ => None,
        });
        Ok(refused.collect())
    }
}
