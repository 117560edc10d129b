//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use bank::{
    StorageError,
    notices::Letter,
    ports,
    security::{Facts, SecurityEvent},
};
use model::{
    CustomerId, Timestamp,
    forms::{By, NoticeChoices, QuietHours},
};
use sqlx::Row as _;

use super::{Backend, Row, rows::known, statement::Statement};

const LETTERS: &str = "select id, kind, facts, at, case when read_at is null then 0 else 1 end from notice \
     where customer = $1 and channel = 'inbox' order by id desc limit $2";

const UNSEEN: &str = "select count(*) from (select 1 from notice where customer = $1 and channel = 'inbox' \
     and read_at is null limit $2) n";

const SEE: &str = "update notice set read_at = $3 where customer = $1 and id <= $2 and channel = 'inbox' \
     and read_at is null";

const CHOICES: &str = "select payments, messages, quiet_from, quiet_until from notice_choice where customer = $1";

const CHOOSE: &str = "insert into notice_choice (customer, payments, messages, quiet_from, quiet_until) \
     values ($1, $2, $3, $4, $5) on conflict (customer) do update set payments = excluded.payments, \
     messages = excluded.messages, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until";

fn letter(row: &Row) -> Result<Option<Letter>, StorageError> {
    let number = |at: usize| row.try_get::<i64, _>(at).map_err(StorageError::new);
    let text = |at: usize| row.try_get::<String, _>(at).map_err(StorageError::new);
    // What a later version of this program has told has no words here.
    let Some(event) = SecurityEvent::from_code(&text(1)?) else { return Ok(None) };
    let facts: Facts = serde_json::from_str(&text(2)?).map_err(StorageError::new)?;
    let (id, at) = (number(0)?, Timestamp::from_micros(number(3)?));
    let seen = row.try_get::<i32, _>(4).map_err(StorageError::new)? == 1;
    Ok(Some(Letter { id, event, facts, at, seen }))
}

fn choices(row: &Row) -> Result<NoticeChoices, StorageError> {
    let by = |at: usize| {
        let code: String = row.try_get(at).map_err(StorageError::new)?;
        known(By::from_code(&code), "way of telling")
    };
    let hour = |at: usize| {
        let hour: i64 = row.try_get(at).map_err(StorageError::new)?;
        known(u8::try_from(hour).ok().filter(|hour| *hour < 24), "hour")
    };
    Ok(NoticeChoices { payments: by(0)?, messages: by(1)?, quiet: QuietHours { from: hour(2)?, until: hour(3)? } })
}

#[async_trait]
impl ports::Notices for Backend {
    async fn letters(&self, customer: CustomerId, limit: u32) -> Result<Vec<Letter>, StorageError> {
        let query = sqlx::query(LETTERS).bind(customer.value()).bind(i64::from(limit));
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().filter_map(|row| letter(row).transpose()).collect()
    }

    async fn unseen(&self, customer: CustomerId, limit: u32) -> Result<u32, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(UNSEEN).bind(customer.value()).bind(i64::from(limit));
        let count = query.fetch_one(&self.pool).await.map_err(StorageError::new)?;
        known(u32::try_from(count).ok(), "count")
    }

    async fn see(&self, customer: CustomerId, last: i64, at: Timestamp) -> Result<(), StorageError> {
        self.write(Statement::new(SEE).with(customer.value()).with(last).with(at.micros())).await.map(drop)
    }

    async fn choices(&self, customer: CustomerId) -> Result<NoticeChoices, StorageError> {
        let query = sqlx::query(CHOICES).bind(customer.value());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.map_or_else(|| Ok(NoticeChoices::default()), |row| choices(&row))
    }

    async fn choose(&self, customer: CustomerId, chosen: NoticeChoices) -> Result<(), StorageError> {
        let statement = Statement::new(CHOOSE)
            .with(customer.value())
            .with(chosen.payments.code())
            .with(chosen.messages.code())
            .with(i64::from(chosen.quiet.from))
            .with(i64::from(chosen.quiet.until));
        self.write(statement).await.map(drop)
    }
}
