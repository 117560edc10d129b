//! Arrangements of pages, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    layouts::{Arrangement, ArrangementHead, Halt, Picture, Pictures, Stage, Window},
    ports::Arrangements,
};
use model::ArrangementId;

use super::Memory;

/// Arrangements, and whether they are halted.
#[derive(Default)]
pub struct Kept {
    pub all: Vec<Arrangement>,
    pub halt: Option<Halt>,
    pub pictures: Vec<Pictures>,
    /// How often somebody else is faster.
    pub faster: usize,
}

#[async_trait]
impl Arrangements for Memory {
    async fn keep(&self, arrangement: &Arrangement) -> Result<bool, StorageError> {
        let new = self.named(&arrangement.head.page, &arrangement.head.name).await?.is_none();
        if new {
            self.arrangements.lock().unwrap().all.push(arrangement.clone());
        }
        Ok(new)
    }

    async fn update(&self, arrangement: &Arrangement, seen: i64) -> Result<bool, StorageError> {
        let Kept { all, halt, faster, .. } = &mut *self.arrangements.lock().unwrap();
        if *faster > 0 {
            *faster -= 1;
            all.iter_mut().filter(|kept| kept.head.id == arrangement.head.id).for_each(|kept| kept.head.version += 1);
        }
        if arrangement.head.stage == Stage::Live && halt.is_some() {
            return Ok(false);
        }
        let kept = all.iter_mut().find(|kept| kept.head.id == arrangement.head.id && kept.head.version == seen);
        Ok(kept.map(|kept| *kept = arrangement.clone()).is_some())
    }

    async fn one(&self, id: ArrangementId) -> Result<Option<Arrangement>, StorageError> {
        Ok(self.arrangements.lock().unwrap().all.iter().find(|kept| kept.head.id == id).cloned())
    }

    async fn named(&self, page: &str, name: &str) -> Result<Option<ArrangementId>, StorageError> {
        let kept = self.arrangements.lock().unwrap();
        let found = kept.all.iter().find(|kept| kept.head.page == page && kept.head.name == name);
        Ok(found.map(|kept| kept.head.id))
    }

    async fn all(&self, limit: u32) -> Result<Vec<(ArrangementHead, String)>, StorageError> {
        let kept = self.arrangements.lock().unwrap();
        Ok(kept.all.iter().rev().take(limit as usize).map(|kept| (kept.head.clone(), kept.body.clone())).collect())
    }

    async fn at(&self, stage: Stage) -> Result<Vec<Arrangement>, StorageError> {
        let kept = self.arrangements.lock().unwrap();
        Ok(kept.all.iter().filter(|kept| kept.head.stage == stage).cloned().collect())
    }

    async fn halted(&self) -> Result<Option<Halt>, StorageError> {
        Ok(self.arrangements.lock().unwrap().halt.clone())
    }

    async fn halt(&self, halt: &Halt) -> Result<(), StorageError> {
        self.arrangements.lock().unwrap().halt.get_or_insert_with(|| halt.clone());
        Ok(())
    }

    async fn resume(&self) -> Result<bool, StorageError> {
        Ok(self.arrangements.lock().unwrap().halt.take().is_some())
    }

    async fn keep_pictures(&self, pictures: &Pictures) -> Result<(), StorageError> {
        let kept = &mut self.arrangements.lock().unwrap().pictures;
        kept.retain(|one| one.sha256 != pictures.sha256);
        kept.insert(0, pictures.clone());
        Ok(())
    }

    async fn pictures(&self, sha256: &str) -> Result<Vec<Picture>, StorageError> {
        let kept = self.arrangements.lock().unwrap();
        Ok(kept.pictures.iter().find(|one| one.sha256 == sha256).map(|one| one.all.clone()).unwrap_or_default())
    }

    async fn latest_pictures(&self, window: Window, limit: u32) -> Result<Vec<Pictures>, StorageError> {
        let kept = self.arrangements.lock().unwrap().pictures.clone();
        let of_window = kept.into_iter().map(|mut one| {
            one.all.retain(|picture| picture.window == window);
            one
        });
        Ok(of_window.filter(|one| !one.all.is_empty()).take(limit as usize).collect())
    }
}
