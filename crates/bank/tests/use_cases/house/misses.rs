//! What the program learns from, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    misses::{Label, Miss},
    ports::{MissCounts, Misses},
};
use model::{CustomerId, MissId, StaffId};

use super::Memory;

/// Who lets it, and each message with who has given it a label and who has agreed.
#[derive(Default)]
pub struct Learnt {
    letting: Vec<CustomerId>,
    kept: Vec<(Miss, Option<StaffId>, Option<StaffId>)>,
}

impl Memory {
    /// Changes the message `id`, where that is allowed.
    fn change_miss(
        &self,
        id: MissId,
        change: impl FnOnce(&mut (Miss, Option<StaffId>, Option<StaffId>)) -> bool,
    ) -> bool {
        self.learnt.lock().unwrap().kept.iter_mut().find(|(miss, ..)| miss.id == id).is_some_and(change)
    }
}

#[async_trait]
impl Misses for Memory {
    async fn may_learn(&self, customer: CustomerId) -> Result<bool, StorageError> {
        Ok(self.learnt.lock().unwrap().letting.contains(&customer))
    }

    async fn let_learn(&self, customer: CustomerId, may: bool) -> Result<(), StorageError> {
        let mut learnt = self.learnt.lock().unwrap();
        learnt.letting.retain(|known| *known != customer);
        if may {
            learnt.letting.push(customer);
        } else {
            learnt.kept.retain(|(miss, ..)| miss.customer != customer);
        }
        Ok(())
    }

    async fn keep(&self, miss: &Miss) -> Result<bool, StorageError> {
        let mut learnt = self.learnt.lock().unwrap();
        let twice = learnt.kept.iter().any(|(known, _, agreed)| {
            (known.customer, &known.words) == (miss.customer, &miss.words) && agreed.is_none()
        });
        let kept = learnt.letting.contains(&miss.customer) && !twice;
        if kept {
            learnt.kept.push((miss.clone(), None, None));
        }
        Ok(kept)
    }

    async fn next(&self, member: StaffId, after: Option<MissId>) -> Result<Option<Miss>, StorageError> {
        let learnt = self.learnt.lock().unwrap();
        let fits = |(miss, labelled, agreed): &&(Miss, Option<StaffId>, Option<StaffId>)| {
            agreed.is_none() && *labelled != Some(member) && after.is_none_or(|after| miss.id > after)
        };
        Ok(learnt.kept.iter().find(fits).map(|(miss, ..)| miss.clone()))
    }

    async fn label(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        Ok(self.change_miss(id, |(miss, labelled, _)| {
            let may = miss.label.is_none();
            if may {
                (miss.label, *labelled) = (Some(label), Some(member));
            }
            may
        }))
    }

    async fn agree(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        Ok(self.change_miss(id, |(miss, labelled, agreed)| {
            let may = miss.label == Some(label) && agreed.is_none() && labelled.is_some_and(|other| other != member);
            if may {
                *agreed = Some(member);
            }
            may
        }))
    }

    async fn refuse(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        Ok(self.change_miss(id, |(miss, labelled, agreed)| {
            let may = miss.label == Some(label) && agreed.is_none() && labelled.is_some_and(|other| other != member);
            if may {
                (miss.label, *labelled) = (None, None);
            }
            may
        }))
    }

    async fn remove(&self, id: MissId) -> Result<bool, StorageError> {
        let mut learnt = self.learnt.lock().unwrap();
        let before = learnt.kept.len();
        learnt.kept.retain(|(miss, ..)| miss.id != id || miss.label.is_some());
        Ok(learnt.kept.len() < before)
    }

    async fn counts(&self) -> Result<MissCounts, StorageError> {
        let learnt = self.learnt.lock().unwrap();
        let many = |fits: fn(&(Miss, Option<StaffId>, Option<StaffId>)) -> bool| {
            i64::try_from(learnt.kept.iter().filter(|one| fits(one)).count()).unwrap()
        };
        Ok(MissCounts {
            open: many(|(miss, ..)| miss.label.is_none()),
            labelled: many(|(miss, _, agreed)| miss.label.is_some() && agreed.is_none()),
            agreed: many(|(.., agreed)| agreed.is_some()),
        })
    }

    async fn agreed(&self) -> Result<Vec<Miss>, StorageError> {
        let learnt = self.learnt.lock().unwrap();
        Ok(learnt.kept.iter().filter(|(.., agreed)| agreed.is_some()).map(|(miss, ..)| miss.clone()).collect())
    }
}
