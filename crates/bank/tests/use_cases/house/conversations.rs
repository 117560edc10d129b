//! What people and the bank say to one another, in memory.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use bank::{
    StorageError,
    conversations::{Conversation, ConversationHead, ConversationState},
    ports::{ChatCounts, ChatQueue, Conversations},
};
use model::{ConversationId, CustomerId, TextSize, Timestamp};

use super::{Memory, TOM};

#[async_trait]
impl Conversations for Memory {
    async fn keep(&self, conversation: &Conversation) -> Result<bool, StorageError> {
        let mut kept = self.conversations.lock().unwrap();
        let customer = conversation.head.customer;
        let is_in_one =
            customer.is_some() && kept.iter().any(|one| one.head.customer == customer && one.head.is_open());
        if is_in_one || kept.iter().any(|one| one.head.id == conversation.head.id) {
            return Ok(false);
        }
        kept.push(conversation.clone());
        Ok(true)
    }

    async fn update(&self, conversation: &Conversation, seen: i64) -> Result<bool, StorageError> {
        let mut kept = self.conversations.lock().unwrap();
        let found = kept.iter_mut().find(|one| one.head.id == conversation.head.id && one.head.version == seen);
        let Some(found) = found else { return Ok(false) };
        // Somebody else is faster, as often as a test wants that.
        let others = self.faster.load(Ordering::Relaxed);
        if others > 0 {
            self.faster.store(others - 1, Ordering::Relaxed);
            return Ok(false);
        }
        let (owner_read, bank_read) = (found.head.owner_read, found.head.bank_read);
        *found = conversation.clone();
        (found.head.owner_read, found.head.bank_read) = (owner_read, bank_read);
        Ok(true)
    }

    async fn latest(&self, owner: CustomerId) -> Result<Option<Conversation>, StorageError> {
        let kept = self.conversations.lock().unwrap();
        let theirs = kept.iter().filter(|one| one.head.customer == Some(owner));
        Ok(theirs.max_by_key(|one| (one.head.is_open(), one.head.id)).cloned())
    }

    async fn one(&self, owner: CustomerId, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        Ok(self.any(id).await?.filter(|one| one.head.customer == Some(owner)))
    }

    async fn of_visitor(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        Ok(self.any(id).await?.filter(|one| one.head.customer.is_none()))
    }

    async fn any(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        Ok(self.conversations.lock().unwrap().iter().find(|one| one.head.id == id).cloned())
    }

    async fn adopt(&self, id: ConversationId, owner: CustomerId) -> Result<bool, StorageError> {
        let mut kept = self.conversations.lock().unwrap();
        let is_in_one = kept.iter().any(|one| one.head.customer == Some(owner) && one.head.is_open());
        let found = kept.iter_mut().find(|one| one.head.id == id && one.head.customer.is_none());
        let Some(one) = found.filter(|one| !one.head.is_open() || !is_in_one) else { return Ok(false) };
        one.head.customer = Some(owner);
        Ok(true)
    }

    async fn owner_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError> {
        self.change_conversation(id, |head| head.owner_read = head.owner_read.max(upto));
        Ok(())
    }

    async fn bank_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError> {
        self.change_conversation(id, |head| head.bank_read = head.bank_read.max(upto));
        Ok(())
    }

    async fn queue(&self, queue: ChatQueue, limit: u32) -> Result<Vec<ConversationHead>, StorageError> {
        let kept = self.conversations.lock().unwrap();
        let wanted = |head: &&ConversationHead| match queue {
            ChatQueue::Waiting => head.state == ConversationState::Waiting,
            ChatQueue::Taken => head.state == ConversationState::Person,
            ChatQueue::Of(member) => head.state == ConversationState::Person && head.taken_by == Some(member),
        };
        let mut heads: Vec<_> = kept.iter().map(|one| &one.head).filter(wanted).cloned().collect();
        let stranger = |head: &ConversationHead| queue == ChatQueue::Waiting && head.customer.is_none();
        heads.sort_by_key(|head| (stranger(head), head.due_at.is_none(), head.due_at, head.id));
        heads.truncate(limit as usize);
        Ok(heads)
    }

    async fn begun(
        &self,
        since: Timestamp,
        before: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<(Conversation, Option<TextSize>)>, StorageError> {
        let mut kept = self.conversations.lock().unwrap().clone();
        kept.sort_by_key(|one| std::cmp::Reverse(one.head.id));
        let wanted =
            |one: &Conversation| one.head.opened_at >= since && before.is_none_or(|before| one.head.id < before);
        // Tom reads large text.
        let text = |one: &Conversation| {
            one.head.customer.map(|who| if who == TOM { TextSize::Large } else { TextSize::Standard })
        };
        Ok(kept.into_iter().filter(wanted).take(limit as usize).map(|one| (one.clone(), text(&one))).collect())
    }

    async fn changed(&self, since: Timestamp) -> Result<Vec<(ConversationId, i64)>, StorageError> {
        let kept = self.conversations.lock().unwrap();
        let changed = kept.iter().filter(|one| one.head.changed_at >= since);
        Ok(changed.map(|one| (one.head.id, one.head.version)).collect())
    }

    async fn counts(&self, now: Timestamp) -> Result<ChatCounts, StorageError> {
        let kept = self.conversations.lock().unwrap();
        let waiting = kept.iter().filter(|one| one.head.state == ConversationState::Waiting).count();
        let overdue = kept.iter().filter(|one| one.head.is_overdue(now)).count();
        Ok(ChatCounts { waiting: i64::try_from(waiting).unwrap(), overdue: i64::try_from(overdue).unwrap() })
    }
}

impl Memory {
    fn change_conversation(&self, id: ConversationId, change: impl FnOnce(&mut ConversationHead)) {
        if let Some(one) = self.conversations.lock().unwrap().iter_mut().find(|one| one.head.id == id) {
            change(&mut one.head);
        }
    }
}
