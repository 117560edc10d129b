//! What concerns the safety of an account, and the word that is sent of it.

use async_trait::async_trait;
use bank::{
    StorageError, ports,
    security::{Channel, Contact, Device, Facts, Happened, Notice, SecurityEvent, Sent, TrustedContact},
};
use model::{CustomerId, Language, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, rows::known, statement::Statement};

const NOTE: &str =
    "insert into security_event (id, customer, kind, agent, address, at) values ($1, $2, $3, $4, $5, $6)";

const EVENTS: &str = "select kind, agent, address, at from security_event where customer = $1 \
     order by id desc limit $2";

const LAST: &str = "select max(at) from security_event where customer = $1 and kind in ($2, $3, $4)";

const BROWSERS: &str = "select distinct agent from security_event where customer = $1 and kind like 'sign-in-%'";

const CONTACT: &str = "select email, phone from customer where id = $1";

const TRUSTED: &str = "select name, email from trusted_contact where customer = $1";

const SET_TRUSTED: &str = "insert into trusted_contact (customer, name, email, added_at) values ($1, $2, $3, $4) \
     on conflict (customer) do update set name = excluded.name, email = excluded.email, added_at = excluded.added_at";

const UNSET_TRUSTED: &str = "delete from trusted_contact where customer = $1";

// Freezing again what thaws soon calls its end off.
const FREEZE: &str = "update customer set frozen_at = $2, thaws_at = null \
     where id = $1 and (frozen_at is null or thaws_at is not null) returning id";

// What has thawed already is not frozen again by calling its end off.
const SET_THAW: &str = "update customer set thaws_at = $2 \
     where id = $1 and frozen_at is not null and (thaws_at is null or thaws_at > $3) returning id";

/// Keeps as many notices as there are rows of values.
macro_rules! send {
    ($($values:literal),+) => {
        concat!(
            "insert into notice (id, customer, channel, address, kind, facts, at, due_at) values ",
            $($values),+
        )
    };
}

/// One notice, two, three: there are three channels.
const SEND: [&str; 3] = [
    send!("($1, $2, $3, $4, $5, $6, $7, $8)"),
    send!("($1, $2, $3, $4, $5, $6, $7, $8), ($9, $10, $11, $12, $13, $14, $15, $16)"),
    send!(
        "($1, $2, $3, $4, $5, $6, $7, $8), ($9, $10, $11, $12, $13, $14, $15, $16), \
         ($17, $18, $19, $20, $21, $22, $23, $24)"
    ),
];

/// What [`sent`] reads, of a notice `n` and its customer `c`.
macro_rules! sent_columns {
    () => {
        "n.customer, n.channel, n.address, n.kind, n.facts, n.at, c.name, c.language, n.due_at"
    };
}
pub(super) use sent_columns;

const SENT: &str = concat!(
    "select ",
    sent_columns!(),
    " from notice n join customer c on c.id = n.customer where n.channel <> 'inbox' order by n.id desc limit $1"
);

fn happened(row: &Row) -> Result<Option<Happened>, sqlx::Error> {
    let (kind, at): (String, i64) = (row.try_get(0)?, row.try_get(3)?);
    let device = Device { agent: row.try_get(1)?, address: row.try_get(2)? };
    // A kind that a later version of this program has noted has no words here.
    let event = SecurityEvent::from_code(&kind);
    Ok(event.map(|event| Happened { event, device, at: Timestamp::from_micros(at) }))
}

pub(super) fn sent(row: &Row) -> Result<Option<Sent>, StorageError> {
    let text = |at: usize| row.try_get::<String, _>(at).map_err(StorageError::new);
    let number = |at: usize| row.try_get::<i64, _>(at).map_err(StorageError::new);
    let Some(event) = SecurityEvent::from_code(&text(3)?) else { return Ok(None) };
    let facts: Facts = serde_json::from_str(&text(4)?).map_err(StorageError::new)?;
    let notice = Notice {
        customer: CustomerId::new(number(0)?),
        channel: known(Channel::from_code(&text(1)?), "channel")?,
        address: text(2)?,
        event,
        facts,
        at: Timestamp::from_micros(number(5)?),
        due_at: Timestamp::from_micros(number(8)?),
    };
    Ok(Some(Sent { notice, name: text(6)?, language: known(Language::from_code(&text(7)?), "language")? }))
}

#[async_trait]
impl ports::Security for Backend {
    async fn note(&self, customer: CustomerId, happened: &Happened) -> Result<(), StorageError> {
        let statement = Statement::new(NOTE)
            .with(self.ids.next())
            .with(customer.value())
            .with(happened.event.code())
            .with(happened.device.agent.clone())
            .with(happened.device.address.clone())
            .with(happened.at.micros());
        self.write(statement).await.map(drop)
    }

    async fn events(&self, customer: CustomerId, limit: u32) -> Result<Vec<Happened>, StorageError> {
        let query = sqlx::query(EVENTS).bind(customer.value()).bind(i64::from(limit));
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().filter_map(|row| happened(row).transpose()).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn last(&self, customer: CustomerId, events: [SecurityEvent; 3]) -> Result<Option<Timestamp>, StorageError> {
        let query = sqlx::query_scalar::<_, Option<i64>>(LAST).bind(customer.value());
        let query = events.into_iter().fold(query, |query, event| query.bind(event.code()));
        let last = query.fetch_one(&self.pool).await.map_err(StorageError::new)?;
        Ok(last.map(Timestamp::from_micros))
    }

    async fn browsers(&self, customer: CustomerId) -> Result<Vec<String>, StorageError> {
        let query = sqlx::query_scalar(BROWSERS).bind(customer.value());
        query.fetch_all(&self.pool).await.map_err(StorageError::new)
    }

    async fn contact(&self, customer: CustomerId) -> Result<Contact, StorageError> {
        let query = sqlx::query(CONTACT).bind(customer.value());
        let Some(row) = query.fetch_optional(&self.pool).await.map_err(StorageError::new)? else {
            return Ok(Contact::default());
        };
        let text = |at: usize| row.try_get(at).map_err(StorageError::new);
        Ok(Contact { email: text(0)?, phone: text(1)? })
    }

    async fn trusted(&self, customer: CustomerId) -> Result<Option<TrustedContact>, StorageError> {
        let query = sqlx::query(TRUSTED).bind(customer.value());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        let text = |row: &Row, at: usize| row.try_get(at).map_err(StorageError::new);
        row.map(|row| Ok(TrustedContact { name: text(&row, 0)?, email: text(&row, 1)? })).transpose()
    }

    async fn set_trusted(
        &self,
        customer: CustomerId,
        trusted: Option<&TrustedContact>,
        at: Timestamp,
    ) -> Result<(), StorageError> {
        let statement = match trusted {
            Some(trusted) => Statement::new(SET_TRUSTED)
                .with(customer.value())
                .with(trusted.name.clone())
                .with(trusted.email.clone())
                .with(at.micros()),
            None => Statement::new(UNSET_TRUSTED).with(customer.value()),
        };
        self.write(statement).await.map(drop)
    }

    async fn freeze(&self, customer: CustomerId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(FREEZE).with(customer.value()).with(at.micros())).await?.is_empty())
    }

    async fn set_thaw(
        &self,
        customer: CustomerId,
        at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement =
            Statement::new(SET_THAW).with(customer.value()).with(at.map(Timestamp::micros)).with(now.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn send(&self, notices: &[Notice]) -> Result<(), StorageError> {
        let Some(sql) = notices.len().checked_sub(1).and_then(|at| SEND.get(at)) else { return Ok(()) };
        let mut statement = Statement::new(sql);
        for notice in notices {
            let facts = serde_json::to_string(&notice.facts).map_err(StorageError::new)?;
            statement = statement
                .with(self.ids.next())
                .with(notice.customer.value())
                .with(notice.channel.code())
                .with(notice.address.clone())
                .with(notice.event.code())
                .with(facts)
                .with(notice.at.micros())
                .with(notice.due_at.micros());
        }
        self.write(statement).await.map(drop)
    }

    async fn sent(&self, limit: u32) -> Result<Vec<Sent>, StorageError> {
        let query = sqlx::query(SENT).bind(i64::from(limit));
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().filter_map(|row| sent(row).transpose()).collect()
    }
}
