//! The models that were offered, in memory, each with which it was of those that were promoted.

use async_trait::async_trait;
use bank::{
    StorageError,
    models::{Candidate, Stage, Standing},
    ports::Models,
};
use model::{ModelId, StaffId, Timestamp};

use super::Memory;

impl Memory {
    /// Changes the model `id`, where that is allowed.
    fn change_model(&self, id: ModelId, change: impl FnOnce(&mut Candidate, &mut i64) -> bool) -> bool {
        let mut offered = self.offered.lock().unwrap();
        offered.iter_mut().find(|(model, _)| model.id == id).is_some_and(|(model, turn)| change(model, turn))
    }

    fn live(&self) -> Option<(Candidate, i64)> {
        let offered = self.offered.lock().unwrap();
        let promoted = offered.iter().filter(|(model, _)| model.stage == Stage::Promoted);
        promoted.max_by_key(|(_, turn)| *turn).cloned()
    }
}

#[async_trait]
impl Models for Memory {
    async fn offer(&self, new: &Candidate) -> Result<(), StorageError> {
        self.offered.lock().unwrap().push((new.clone(), 0));
        Ok(())
    }

    async fn all(&self, limit: u32) -> Result<Vec<Candidate>, StorageError> {
        let offered = self.offered.lock().unwrap();
        Ok(offered.iter().rev().take(limit as usize).map(|(model, _)| model.clone()).collect())
    }

    async fn one(&self, id: ModelId) -> Result<Option<Candidate>, StorageError> {
        Ok(self.offered.lock().unwrap().iter().map(|(model, _)| model).find(|model| model.id == id).cloned())
    }

    async fn standing(&self) -> Result<Option<Standing>, StorageError> {
        let standing =
            |(live, _): (Candidate, i64)| Standing { id: live.id, name: live.name().to_owned(), sha256: live.sha256 };
        Ok(self.live().map(standing))
    }

    async fn propose(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(self.change_model(id, |model, _| {
            let may = model.stage == Stage::Offered;
            if may {
                (model.stage, model.proposed_by, model.changed_at) = (Stage::Proposed, Some(member), at);
            }
            may
        }))
    }

    async fn promote(&self, id: ModelId, member: StaffId, release: &str, at: Timestamp) -> Result<bool, StorageError> {
        let live = self.live().map_or_else(|| release.to_owned(), |(live, _)| live.name().to_owned());
        let last = self.offered.lock().unwrap().iter().map(|(_, turn)| *turn).max().unwrap_or_default();
        Ok(self.change_model(id, |model, turn| {
            let may = model.stage == Stage::Proposed && model.proposed_by != Some(member) && model.against() == live;
            if may {
                (model.stage, model.decided_by, model.changed_at) = (Stage::Promoted, Some(member), at);
                *turn = last + 1;
            }
            may
        }))
    }

    async fn decline(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(self.change_model(id, |model, _| {
            let may = model.stage == Stage::Proposed && model.proposed_by != Some(member);
            if may {
                (model.stage, model.decided_by, model.changed_at) = (Stage::Declined, Some(member), at);
            }
            may
        }))
    }

    async fn roll_back(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        let is_live = self.live().is_some_and(|(live, _)| live.id == id);
        Ok(is_live
            && self.change_model(id, |model, _| {
                (model.stage, model.rolled_back_by, model.changed_at) = (Stage::RolledBack, Some(member), at);
                true
            }))
    }
}
