//! The questions people are asked before something is done in their name.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{self, Answering, Challenge},
    step_up::Purpose,
};
use model::{ChallengeId, CustomerId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, rows::known, statement::Statement};

const ASK: &str = "insert into challenge (id, customer, purpose, digest, nonce, ceremony, expires_at, attempts_left) \
     values ($1, $2, $3, $4, $5, $6, $7, $8)";

const TAKE_ATTEMPT: &str = "update challenge set attempts_left = attempts_left - 1 \
     where id = $1 and customer = $2 and expires_at > $3 and attempts_left > 0 and answered = 0 \
     returning digest, expires_at, attempts_left, purpose, nonce, ceremony";

const OPEN: &str = "select digest, expires_at, attempts_left, purpose, nonce, ceremony from challenge \
     where id = $1 and customer = $2 and expires_at > $3 and attempts_left > 0 and answered = 0";

const WAS_ANSWERED: &str = "select 1 from challenge where id = $1 and customer = $2 and answered = 1";

const ANSWER: &str = "update challenge set answered = 1 \
     where id = $1 and customer = $2 and expires_at > $3 and answered = 0 returning id";

fn challenge(id: ChallengeId, customer: CustomerId, row: &Row) -> Result<Challenge, StorageError> {
    let digest: Vec<u8> = row.try_get(0).map_err(StorageError::new)?;
    let purpose: String = row.try_get(3).map_err(StorageError::new)?;
    let ceremony: Option<String> = row.try_get(5).map_err(StorageError::new)?;
    let ceremony = ceremony.map(|json| serde_json::from_str(&json)).transpose().map_err(StorageError::new)?;
    Ok(Challenge {
        id,
        ceremony,
        customer,
        purpose: known(Purpose::from_code(&purpose), "purpose")?,
        digest: known(digest.try_into().ok(), "digest")?,
        nonce: row.try_get(4).map_err(StorageError::new)?,
        expires_at: Timestamp::from_micros(row.try_get(1).map_err(StorageError::new)?),
        attempts_left: row.try_get(2).map_err(StorageError::new)?,
    })
}

#[async_trait]
impl ports::StepUps for Backend {
    async fn ask(&self, challenge: &Challenge) -> Result<(), StorageError> {
        let ceremony = challenge.ceremony.as_ref().map(serde_json::to_string).transpose().map_err(StorageError::new)?;
        let statement = Statement::new(ASK)
            .with(challenge.id.value())
            .with(challenge.customer.value())
            .with(challenge.purpose.code())
            .with(challenge.digest.to_vec())
            .with(challenge.nonce.clone())
            .with(ceremony)
            .with(challenge.expires_at.micros())
            .with(challenge.attempts_left);
        self.write(statement).await.map(drop)
    }

    async fn open(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StorageError> {
        let query = sqlx::query(OPEN).bind(id.value()).bind(customer.value()).bind(now.micros());
        let found = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        found.map(|row| challenge(id, customer, &row)).transpose()
    }

    async fn take_attempt(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Answering, StorageError> {
        let statement = Statement::new(TAKE_ATTEMPT).with(id.value()).with(customer.value()).with(now.micros());
        if let Some(row) = self.write(statement).await?.first() {
            return challenge(id, customer, row).map(Answering::Open);
        }
        let answered =
            sqlx::query(WAS_ANSWERED).bind(id.value()).bind(customer.value()).fetch_optional(&self.pool).await;
        let answered = answered.map_err(StorageError::new)?.is_some();
        Ok(if answered { Answering::Answered } else { Answering::Over })
    }

    async fn answer(&self, customer: CustomerId, id: ChallengeId, now: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(ANSWER).with(id.value()).with(customer.value()).with(now.micros());
        Ok(!self.write(statement).await?.is_empty())
    }
}
