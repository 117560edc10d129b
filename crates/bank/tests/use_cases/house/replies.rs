//! Answers that are kept ready.

use async_trait::async_trait;
use bank::{StorageError, ports::Replies, replies::ReadyReply};
use model::ReplyId;

use super::Memory;

#[async_trait]
impl Replies for Memory {
    async fn all(&self, limit: u32) -> Result<Vec<ReadyReply>, StorageError> {
        let mut all = self.replies.lock().unwrap().clone();
        all.sort_by(|left, right| (&left.title, left.id).cmp(&(&right.title, right.id)));
        all.truncate(limit as usize);
        Ok(all)
    }

    async fn one(&self, id: ReplyId) -> Result<Option<ReadyReply>, StorageError> {
        Ok(self.replies.lock().unwrap().iter().find(|reply| reply.id == id).cloned())
    }

    async fn keep(&self, reply: &ReadyReply) -> Result<(), StorageError> {
        self.replies.lock().unwrap().push(reply.clone());
        Ok(())
    }

    async fn update(&self, reply: &ReadyReply, seen: i64) -> Result<bool, StorageError> {
        let mut all = self.replies.lock().unwrap();
        let known = all.iter_mut().find(|known| known.id == reply.id && known.version == seen);
        Ok(known.map(|known| *known = reply.clone()).is_some())
    }

    async fn remove(&self, id: ReplyId) -> Result<bool, StorageError> {
        let mut all = self.replies.lock().unwrap();
        let before = all.len();
        all.retain(|reply| reply.id != id);
        Ok(all.len() < before)
    }
}
