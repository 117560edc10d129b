//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use bank::{
    StorageError,
    notices::{
        Letter,
        post::{Due, Next, Unreached},
    },
    ports,
    security::{Channel, Facts, SecurityEvent, Sent},
};
use model::{
    CustomerId, Timestamp,
    forms::{By, NoticeChoices, QuietHours},
};
use sqlx::Row as _;

use super::{
    Backend, Row,
    rows::known,
    security::{sent, sent_columns},
    statement::Statement,
};

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

/// How long a row waits that a later version of this program has written, in seconds: it must not keep others waiting.
const PASSED_OVER_S: i64 = 60 * 60;

const DUE: &str = concat!(
    "select ",
    sent_columns!(),
    ", n.id, n.tries from notice n join customer c on c.id = n.customer where n.channel <> 'inbox' \
     and n.channel = $1 and n.ended is null and n.due_at > $2 and n.due_at <= $3 and n.try_at <= $3 \
     order by n.due_at, n.id limit $4"
);

// Whoever counts the same tries and is first has it.
const CLAIM: &str = "update notice set tries = tries + 1, try_at = $3 where id = $1 and tries = $2 and ended is null \
     returning id";

const AGAIN: &str = "update notice set try_at = $3 where id = $1 and tries = $2 and ended is null";

const ENDED: &str = "update notice set ended = $2, ended_at = $3 where id = $1 and ended is null";

// What was sent there later arrived.
const UNREACHED: &str = "select n.channel, max(n.ended_at) from notice n join customer c on c.id = n.customer \
     where n.customer = $1 and n.ended = 'refused' and n.address in (c.email, c.phone) and not exists \
     (select 1 from notice l where l.customer = n.customer and l.address = n.address and l.ended = 'sent' \
     and l.ended_at > n.ended_at) group by n.channel order by n.channel";

/// The row as far as this version can read it; and its number and tries, for where it cannot.
fn due(row: &Row) -> Result<(i64, i64, Option<Sent>), StorageError> {
    let number = |at: usize| row.try_get::<i64, _>(at).map_err(StorageError::new);
    Ok((number(9)?, number(10)?, sent(row).ok().flatten()))
}

fn unreached(row: &Row) -> Result<Unreached, StorageError> {
    let code: String = row.try_get(0).map_err(StorageError::new)?;
    let at = Timestamp::from_micros(row.try_get(1).map_err(StorageError::new)?);
    Ok(Unreached { channel: known(Channel::from_code(&code), "channel")?, at })
}

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

    async fn due(
        &self,
        channel: Channel,
        (after, now): (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<Due>, StorageError> {
        let query =
            sqlx::query(DUE).bind(channel.code()).bind(after.micros()).bind(now.micros()).bind(i64::from(limit));
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        let mut found = Vec::new();
        for row in &rows {
            match due(row)? {
                (id, tries, Some(sent)) => found.push(Due { id, tries, sent }),
                (id, tries, None) => {
                    let later = Next::Again(now.plus_seconds(PASSED_OVER_S));
                    ports::Notices::carried(self, id, tries, later, now).await?;
                }
            }
        }
        Ok(found)
    }

    async fn claim(&self, id: i64, tries: i64, until: Timestamp) -> Result<bool, StorageError> {
        let rows = self.write(Statement::new(CLAIM).with(id).with(tries).with(until.micros())).await?;
        Ok(!rows.is_empty())
    }

    async fn carried(&self, id: i64, tries: i64, next: Next, at: Timestamp) -> Result<(), StorageError> {
        let statement = match next {
            Next::Again(again) => Statement::new(AGAIN).with(id).with(tries).with(again.micros()),
            Next::Ended(end) => Statement::new(ENDED).with(id).with(end.code()).with(at.micros()),
        };
        self.write(statement).await.map(drop)
    }

    async fn unreached(&self, customer: CustomerId) -> Result<Vec<Unreached>, StorageError> {
        let query = sqlx::query(UNREACHED).bind(customer.value());
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(unreached).collect()
    }
}
