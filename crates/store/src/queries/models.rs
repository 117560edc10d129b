//! The models that were offered.

use async_trait::async_trait;
use bank::{
    StorageError,
    models::{Candidate, Stage, Standing},
    ports,
};
use model::{ModelId, StaffId, Timestamp};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// The columns of [`ModelRow`], of a model `m`.
macro_rules! model_columns {
    () => {
        "m.id, m.sha256, m.report, m.learnt, m.stage, m.offered_at, m.changed_at, m.proposed_by, m.decided_by, \
         m.rolled_back_by"
    };
}

/// What the model is called that answers; nothing where none was promoted.
macro_rules! live_name {
    () => {
        "(select l.name from learnt_model l where l.stage = 'promoted' order by l.turn desc limit 1)"
    };
}

const OFFER: &str = "insert into learnt_model \
     (id, name, sha256, against, report, learnt, stage, offered_at, changed_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)";

const ALL: &str = concat!(
    "select ",
    gathered!(model_columns!(), "m.id desc"),
    " from (select * from learnt_model order by id desc limit $1) m"
);

const ONE: &str = concat!("select ", gathered!(model_columns!(), "m.id"), " from learnt_model m where m.id = $1");

const STANDING: &str = concat!(
    "select ",
    gathered!("m.id, m.name, m.sha256", "m.id"),
    " from (select * from learnt_model where stage = 'promoted' order by turn desc limit 1) m"
);

const PROPOSE: &str = "update learnt_model set stage = 'proposed', proposed_by = $2, changed_at = $3 \
     where id = $1 and stage = 'offered' returning id";

// What was refused was never proposed; and what is compared with another than answers now is not promoted.
const PROMOTE: &str = concat!(
    "update learnt_model set stage = 'promoted', decided_by = $2, changed_at = $3, \
     turn = (select coalesce(max(t.turn), 0) + 1 from learnt_model t) \
     where id = $1 and stage = 'proposed' and proposed_by <> $2 and against = coalesce(",
    live_name!(),
    ", $4) returning id"
);

const DECLINE: &str = "update learnt_model set stage = 'declined', decided_by = $2, changed_at = $3 \
     where id = $1 and stage = 'proposed' and proposed_by <> $2 returning id";

const ROLL_BACK: &str = "update learnt_model set stage = 'rolled-back', rolled_back_by = $2, changed_at = $3 \
     where id = $1 and stage = 'promoted' \
     and turn = (select max(t.turn) from learnt_model t where t.stage = 'promoted') returning id";

/// A model, with what it was compared with and what it has learnt from as JSON.
#[derive(Deserialize)]
struct ModelRow(i64, String, String, String, Stage, Timestamp, Timestamp, Option<i64>, Option<i64>, Option<i64>);

impl ModelRow {
    fn candidate(self) -> Result<Candidate, StorageError> {
        let Self(id, sha256, report, learnt, stage, offered_at, changed_at, proposed, decided, rolled_back) = self;
        Ok(Candidate {
            id: ModelId::new(id),
            sha256,
            comparison: serde_json::from_str(&report).map_err(StorageError::new)?,
            learnt: serde_json::from_str(&learnt).map_err(StorageError::new)?,
            stage,
            offered_at,
            changed_at,
            proposed_by: proposed.map(StaffId::new),
            decided_by: decided.map(StaffId::new),
            rolled_back_by: rolled_back.map(StaffId::new),
        })
    }
}

fn candidates(rows: Option<Vec<ModelRow>>) -> Result<Vec<Candidate>, StorageError> {
    rows.unwrap_or_default().into_iter().map(ModelRow::candidate).collect()
}

fn step(sql: &'static str, id: ModelId, member: StaffId, at: Timestamp) -> Statement {
    Statement::new(sql).with(id.value()).with(member.value()).with(at.micros())
}

#[async_trait]
impl ports::Models for Backend {
    async fn offer(&self, new: &Candidate) -> Result<(), StorageError> {
        let statement = Statement::new(OFFER)
            .with(new.id.value())
            .with(new.name().to_owned())
            .with(new.sha256.clone())
            .with(new.against().to_owned())
            .with(serde_json::to_string(&new.comparison).map_err(StorageError::new)?)
            .with(serde_json::to_string(&new.learnt).map_err(StorageError::new)?)
            .with(new.stage.code())
            .with(new.offered_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn all(&self, limit: u32) -> Result<Vec<Candidate>, StorageError> {
        candidates(self.read(sqlx::query_scalar(ALL).bind(i64::from(limit))).await?)
    }

    async fn one(&self, id: ModelId) -> Result<Option<Candidate>, StorageError> {
        Ok(candidates(self.read(sqlx::query_scalar(ONE).bind(id.value())).await?)?.into_iter().next())
    }

    async fn standing(&self) -> Result<Option<Standing>, StorageError> {
        let rows: Option<Vec<(i64, String, String)>> = self.read(sqlx::query_scalar(STANDING)).await?;
        let standing = |(id, name, sha256)| Standing { id: ModelId::new(id), name, sha256 };
        Ok(rows.unwrap_or_default().into_iter().next().map(standing))
    }

    async fn propose(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(!self.write(step(PROPOSE, id, member, at)).await?.is_empty())
    }

    async fn promote(&self, id: ModelId, member: StaffId, release: &str, at: Timestamp) -> Result<bool, StorageError> {
        let statement = step(PROMOTE, id, member, at).with(release.to_owned());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn decline(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(!self.write(step(DECLINE, id, member, at)).await?.is_empty())
    }

    async fn roll_back(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(!self.write(step(ROLL_BACK, id, member, at)).await?.is_empty())
    }
}
