//! Keeping arrangements of pages.

use async_trait::async_trait;
use model::ArrangementId;

use crate::{
    StorageError,
    layouts::{Arrangement, ArrangementHead, Halt, Picture, Pictures, Stage, Window},
};

/// Keeps arrangements of pages. They are the bank's, and no customer's.
#[async_trait]
pub trait Arrangements: Send + Sync {
    /// Keeps a new one: `false` where another of its page has its name.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, arrangement: &Arrangement) -> Result<bool, StorageError>;

    /// Keeps what `arrangement` is now, if it still has the version `seen`: `false` where somebody else was faster, and
    /// where it would be live while everybody is shown pages as they are. Of one page no two can be live.
    async fn update(&self, arrangement: &Arrangement, seen: i64) -> Result<bool, StorageError>;

    /// One of them.
    async fn one(&self, id: ArrangementId) -> Result<Option<Arrangement>, StorageError>;

    /// The one of `page` that is called `name`.
    async fn named(&self, page: &str, name: &str) -> Result<Option<ArrangementId>, StorageError>;

    /// Where all of them stand, and what each says; the latest changed first, at most `limit`.
    async fn all(&self, limit: u32) -> Result<Vec<(ArrangementHead, String)>, StorageError>;

    /// Those that have come as far as `stage`, the oldest first.
    async fn at(&self, stage: Stage) -> Result<Vec<Arrangement>, StorageError>;

    /// Whether everybody is shown pages as they are, and who wanted that.
    async fn halted(&self) -> Result<Option<Halt>, StorageError>;

    /// Everybody is, from now on. Where they are already, nothing changes.
    async fn halt(&self, halt: &Halt) -> Result<(), StorageError>;

    /// They are not any more: `false` where they were not.
    async fn resume(&self) -> Result<bool, StorageError>;

    /// Keeps pictures of a page, each in the place of the one that there was.
    async fn keep_pictures(&self, pictures: &Pictures) -> Result<(), StorageError>;

    /// The pictures of what this is the SHA-256 of.
    async fn pictures(&self, sha256: &str) -> Result<Vec<Picture>, StorageError>;

    /// The pictures of `window`, the latest first, at most `limit`.
    async fn latest_pictures(&self, window: Window, limit: u32) -> Result<Vec<Pictures>, StorageError>;
}
