//! Answers that are kept ready.

use async_trait::async_trait;
use bank::{StorageError, ports, replies::ReadyReply};
use model::{ReplyId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Backend, statement::Statement};

/// The columns of [`ReplyRow`], of an answer `r`.
macro_rules! reply_columns {
    () => {
        "r.id, r.title, r.texts, r.about, r.changed_by, r.changed_at, r.version"
    };
}

const ALL: &str = concat!(
    "select ",
    gathered!(reply_columns!(), "r.title, r.id"),
    " from (select * from ready_reply order by title, id limit $1) r"
);

const ONE: &str = concat!("select ", gathered!(reply_columns!(), "r.id"), " from ready_reply r where r.id = $1");

const KEEP: &str = "insert into ready_reply (id, title, texts, about, changed_by, changed_at, version) \
     values ($1, $2, $3, $4, $5, $6, $7)";

const UPDATE: &str = "update ready_reply set title = $3, texts = $4, about = $5, changed_by = $6, changed_at = $7, \
     version = $8 where id = $1 and version = $2 returning id";

const REMOVE: &str = "delete from ready_reply where id = $1 returning id";

/// An answer, with what it says and what it is about as JSON.
#[derive(Deserialize)]
struct ReplyRow(i64, String, String, String, i64, Timestamp, i64);

impl ReplyRow {
    fn reply(self) -> Result<ReadyReply, StorageError> {
        let Self(id, title, texts, about, changed_by, changed_at, version) = self;
        let texts = serde_json::from_str(&texts).map_err(StorageError::new)?;
        let (id, changed_by) = (ReplyId::new(id), StaffId::new(changed_by));
        // What another version of the program understands and this one does not is nothing in particular to it.
        let about = serde_json::from_str(&about).unwrap_or_default();
        Ok(ReadyReply { id, title, texts, about, changed_by, changed_at, version })
    }
}

fn written(value: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(StorageError::new)
}

#[async_trait]
impl ports::Replies for Backend {
    async fn all(&self, limit: u32) -> Result<Vec<ReadyReply>, StorageError> {
        let rows: Option<Vec<ReplyRow>> = self.read(sqlx::query_scalar(ALL).bind(i64::from(limit))).await?;
        rows.unwrap_or_default().into_iter().map(ReplyRow::reply).collect()
    }

    async fn one(&self, id: ReplyId) -> Result<Option<ReadyReply>, StorageError> {
        let rows: Option<Vec<ReplyRow>> = self.read(sqlx::query_scalar(ONE).bind(id.value())).await?;
        rows.unwrap_or_default().into_iter().next().map(ReplyRow::reply).transpose()
    }

    async fn keep(&self, reply: &ReadyReply) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(reply.id.value())
            .with(reply.title.clone())
            .with(written(&reply.texts)?)
            .with(written(&reply.about)?)
            .with(reply.changed_by.value())
            .with(reply.changed_at.micros())
            .with(reply.version);
        self.write(statement).await.map(drop)
    }

    async fn update(&self, reply: &ReadyReply, seen: i64) -> Result<bool, StorageError> {
        let statement = Statement::new(UPDATE)
            .with(reply.id.value())
            .with(seen)
            .with(reply.title.clone())
            .with(written(&reply.texts)?)
            .with(written(&reply.about)?)
            .with(reply.changed_by.value())
            .with(reply.changed_at.micros())
            .with(reply.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn remove(&self, id: ReplyId) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(REMOVE).with(id.value())).await?.is_empty())
    }
}
