//! Sessions. The secret in the cookie is never kept, only its SHA-256.

use async_trait::async_trait;
use bank::{
    StorageError,
    experiments::{Improve, OldPages, Trying},
    ports::{self, NewSession, StoredSession},
    sessions::OpenSession,
};
use model::{CustomerId, Preferences, SessionKey, Timestamp};
use serde::Deserialize;

use super::{
    Backend,
    customers::{CustomerRow, customer_columns},
    statement::Statement,
};

// Whoever is suspended has no valid session, from the next request on.
const LOAD: &str = concat!(
    "select ",
    gathered!(concat!("s.key, s.data, s.seen_at, s.expires_at, ", customer_columns!()), "s.key"),
    " from session s left join customer c on c.id = s.customer \
     where s.secret_hash = $1 and s.expires_at > $2 and s.seen_at > $3 \
     and (s.customer is null or c.status = 'active')"
);

const SAVE: &str = "insert into session \
     (secret_hash, key, customer, data, created_at, seen_at, expires_at, agent, address) \
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8) \
     on conflict (secret_hash) do update set customer = excluded.customer, data = excluded.data";

const KEEP: &str = "update session set data = $2 where secret_hash = $1";

const TOUCH: &str = "update session set seen_at = $2 where secret_hash = $1 and seen_at < $2";

const DELETE: &str = "delete from session where secret_hash = $1";

const LIST: &str = concat!(
    "select ",
    gathered!("s.key, s.agent, s.address, s.created_at, s.seen_at", "s.seen_at desc, s.key desc"),
    " from session s where s.customer = $1 and s.expires_at > $2 and s.seen_at > $3"
);

const END: &str = "delete from session where customer = $1 and key = $2 returning key";

/// Key, data, when it was used, when it ends; the customer's columns, empty where nobody is signed in.
#[derive(Deserialize)]
struct SessionRow(
    i64,
    String,
    Timestamp,
    Timestamp,
    Option<i64>,
    Option<String>,
    Option<String>,
    Option<model::Language>,
    Option<model::TextSize>,
    Option<model::Theme>,
    Option<model::Contrast>,
    Option<model::DataUse>,
    Option<model::Shortcuts>,
    Option<Timestamp>,
    Option<Timestamp>,
    Option<Improve>,
    Option<i64>,
    Option<OldPages>,
    Option<Timestamp>,
);

impl SessionRow {
    fn session(self) -> StoredSession {
        let Self(
            key,
            data,
            seen_at,
            expires_at,
            id,
            name,
            greeting,
            language,
            text,
            theme,
            contrast,
            data_use,
            shortcuts,
            frozen_at,
            thaws_at,
            improve,
            list,
            old_pages,
            joined_at,
        ) = self;
        let reads = language.zip(text).zip(theme.zip(contrast)).zip(data_use.zip(shortcuts));
        let trying = improve.zip(list).zip(old_pages);
        let trying = trying.map(|((improve, list), old_pages)| Trying { improve, list, old_pages });
        let customer = id.zip(name).zip(greeting).zip(reads).zip(trying.zip(joined_at));
        StoredSession {
            key: SessionKey::new(key),
            customer: customer.map(
                |(
                    (((id, name), greeting), (((language, text), (theme, contrast)), (data_use, shortcuts))),
                    (trying, joined_at),
                )| {
                    let reads = Preferences { language, text, theme, contrast, data: data_use, shortcuts };
                    CustomerRow::new((id, name, greeting), reads, (frozen_at, thaws_at), trying, joined_at).customer()
                },
            ),
            data,
            seen_at,
            expires_at,
        }
    }
}

/// Key, browser, address, when it began, when it was used.
#[derive(Deserialize)]
struct OpenRow(i64, String, String, Timestamp, Timestamp);

impl OpenRow {
    fn session(self) -> OpenSession {
        let Self(key, agent, address, created_at, seen_at) = self;
        OpenSession { key: SessionKey::new(key), agent, address, created_at, seen_at }
    }
}

#[async_trait]
impl ports::Sessions for Backend {
    async fn load(
        &self,
        secret_hash: &[u8; 32],
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Option<StoredSession>, StorageError> {
        let query = sqlx::query_scalar(LOAD).bind(secret_hash.to_vec()).bind(now.micros()).bind(idle_since.micros());
        let found: Vec<SessionRow> = self.read(query).await?.unwrap_or_default();
        Ok(found.into_iter().next().map(SessionRow::session))
    }

    async fn save(&self, session: &NewSession) -> Result<(), StorageError> {
        let statement = Statement::new(SAVE)
            .with(session.secret_hash.to_vec())
            .with(session.key.value())
            .with(session.customer.map(CustomerId::value))
            .with(session.data.clone())
            .with(session.created_at.micros())
            .with(session.expires_at.micros())
            .with(session.agent.clone())
            .with(session.address.clone());
        self.write(statement).await.map(drop)
    }

    async fn keep(&self, secret_hash: &[u8; 32], data: &str) -> Result<(), StorageError> {
        self.write(Statement::new(KEEP).with(secret_hash.to_vec()).with(data.to_owned())).await.map(drop)
    }

    async fn touch(&self, secret_hash: &[u8; 32], now: Timestamp) -> Result<(), StorageError> {
        self.write(Statement::new(TOUCH).with(secret_hash.to_vec()).with(now.micros())).await.map(drop)
    }

    async fn delete(&self, secret_hash: &[u8; 32]) -> Result<(), StorageError> {
        self.write(Statement::new(DELETE).with(secret_hash.to_vec())).await.map(drop)
    }

    async fn list(
        &self,
        customer: CustomerId,
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError> {
        let query = sqlx::query_scalar(LIST).bind(customer.value()).bind(now.micros()).bind(idle_since.micros());
        let found: Vec<OpenRow> = self.read(query).await?.unwrap_or_default();
        Ok(found.into_iter().map(OpenRow::session).collect())
    }

    async fn end(&self, customer: CustomerId, key: SessionKey) -> Result<bool, StorageError> {
        let ended = self.write(Statement::new(END).with(customer.value()).with(key.value())).await?;
        Ok(!ended.is_empty())
    }
}
