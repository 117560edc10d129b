//! What people say was hard.

use async_trait::async_trait;
use bank::{StorageError, feedback::Feedback, ports};
use model::{FeedbackId, Language, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, statement::Statement};

const KEEP: &str = "insert into feedback (id, hard, place, reach, language, told_at) values ($1, $2, $3, $4, $5, $6) \
     returning id";

const LATEST: &str = "select id, hard, place, reach, language, told_at from feedback order by id desc limit $1";

fn told(row: &Row) -> Result<Feedback, sqlx::Error> {
    let language: String = row.try_get(4)?;
    Ok(Feedback {
        id: FeedbackId::new(row.try_get(0)?),
        hard: row.try_get(1)?,
        place: row.try_get(2)?,
        reach: row.try_get(3)?,
        language: Language::from_code(&language).unwrap_or(Language::En),
        told_at: Timestamp::from_micros(row.try_get(5)?),
    })
}

#[async_trait]
impl ports::Feedback for Backend {
    async fn keep(&self, told: &Feedback) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(told.id.value())
            .with(told.hard.clone())
            .with(told.place.clone())
            .with(told.reach.clone())
            .with(told.language.code())
            .with(told.told_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn latest(&self, limit: u32) -> Result<Vec<Feedback>, StorageError> {
        let query = sqlx::query(LATEST).bind(i64::from(limit));
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(told).collect::<Result<_, _>>().map_err(StorageError::new)
    }
}
