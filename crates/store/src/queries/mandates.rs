//! Who may look at accounts of somebody else.

use async_trait::async_trait;
use bank::{
    StorageError,
    calendar::{day_from_number, day_number},
    mandates::{Look, Mandate},
    ports,
};
use jiff::civil::Date;
use model::{AccountId, AccountNumber, CustomerId, MandateId, PowerId, Timestamp};
use serde::Deserialize;

use super::{Backend, rows::known, statement::Statement};

/// How many of somebody's are listed: those that run before any that are over.
const LISTED: i64 = 100;

/// The columns of [`MandateRow`], of a mandate `m` and its owner `c`.
macro_rules! mandate_columns {
    () => {
        concat!(
            "m.id, m.owner, c.name, m.name, m.number, m.carer, m.last_day, m.asked_at, m.began_at, m.ended_at, \
             m.power, ",
            // As text on both databases.
            "'' || (select ",
            gathered!("a.account, a.mandate", "a.account"),
            " from mandate_account a where a.mandate = m.id)"
        )
    };
}

const KEEP: &str = "insert into mandate (id, owner, name, number, carer, last_day, asked_at) \
     values ($1, $2, $3, $4, $5, $6, $7) returning id";

const KEEP_ACCOUNT: &str = "insert into mandate_account (mandate, account) values ($1, $2) returning mandate";

const GIVEN: &str = concat!(
    "select ",
    gathered!(mandate_columns!(), "m.id desc"),
    " from (select * from mandate where owner = $1 order by case when began_at is not null and ended_at is null then 0 else 1 end, \
     id desc limit $2) m join customer c on c.id = m.owner"
);

const HELD: &str = concat!(
    "select ",
    gathered!(mandate_columns!(), "m.id desc"),
    " from (select * from mandate where carer = $1 order by case when began_at is not null and ended_at is null then 0 else 1 end, \
     id desc limit $2) m join customer c on c.id = m.owner"
);

const HOLDERS: &str = concat!(
    "select ",
    gathered!("c.id, c.name", "c.id"),
    " from account a join account_owner o on o.account = a.id join customer c on c.id = o.customer \
     where a.number = $1 and a.status <> 'closed' and c.status = 'active'"
);

// What a power of attorney gives begins and ends with that, and not here.
const BEGIN: &str = "update mandate set began_at = $3 \
     where id = $2 and carer = $1 and began_at is null and ended_at is null and power is null returning id";

const END: &str = "update mandate set ended_at = $3 \
     where id = $2 and (owner = $1 or carer = $1) and ended_at is null and power is null returning id";

// Only of an account that the mandate is about, by the one it was given to, between their accepting and its end: whoever
// ends it in the same moment is either first, or sees this look.
const NOTE: &str = "insert into mandate_look (mandate, account, day, first_at, last_at, times) \
     select a.mandate, a.account, $4, $5, $5, 1 from mandate_account a join mandate m on m.id = a.mandate \
     where m.carer = $1 and a.mandate = $2 and a.account = $3 and m.began_at is not null and m.ended_at is null \
     on conflict (mandate, account, day) do update set last_at = excluded.last_at, times = mandate_look.times + 1 \
     returning times";

const LOOKS: &str = concat!(
    "select ",
    gathered!("l.account, l.day, l.first_at, l.last_at, l.times", "l.day desc, l.account"),
    " from mandate_look l join mandate m on m.id = l.mandate where m.owner = $1 and l.mandate = $2"
);

#[derive(Deserialize)]
struct MandateRow {
    id: i64,
    owner: i64,
    owner_name: String,
    name: String,
    number: i64,
    carer: Option<i64>,
    last: i64,
    asked_at: Timestamp,
    began_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    power: Option<i64>,
    accounts: String,
}

impl MandateRow {
    fn mandate(self) -> Result<Mandate, StorageError> {
        let accounts: Vec<(i64, i64)> = serde_json::from_str(&self.accounts).map_err(StorageError::new)?;
        Ok(Mandate {
            id: MandateId::new(self.id),
            owner: CustomerId::new(self.owner),
            owner_name: self.owner_name,
            name: self.name,
            number: known(AccountNumber::from_value(self.number), "account number")?,
            carer: self.carer.map(CustomerId::new),
            accounts: accounts.into_iter().map(|(account, _)| AccountId::new(account)).collect(),
            last: day_from_number(self.last),
            asked_at: self.asked_at,
            began_at: self.began_at,
            ended_at: self.ended_at,
            power: self.power.map(PowerId::new),
        })
    }
}

fn mandates(rows: Option<Vec<MandateRow>>) -> Result<Vec<Mandate>, StorageError> {
    rows.unwrap_or_default().into_iter().map(MandateRow::mandate).collect()
}

#[async_trait]
impl ports::Mandates for Backend {
    async fn keep(&self, mandate: &Mandate) -> Result<(), StorageError> {
        let id = mandate.id.value();
        let kept = Statement::new(KEEP)
            .with(id)
            .with(mandate.owner.value())
            .with(mandate.name.clone())
            .with(mandate.number.value())
            .with(mandate.carer.map(CustomerId::value))
            .with(day_number(mandate.last))
            .with(mandate.asked_at.micros());
        let accounts =
            mandate.accounts.iter().map(|account| Statement::new(KEEP_ACCOUNT).with(id).with(account.value()));
        self.write_all(std::iter::once(kept).chain(accounts).collect()).await.map(drop)
    }

    async fn given(&self, owner: CustomerId) -> Result<Vec<Mandate>, StorageError> {
        mandates(self.read(sqlx::query_scalar(GIVEN).bind(owner.value()).bind(LISTED)).await?)
    }

    async fn held(&self, carer: CustomerId) -> Result<Vec<Mandate>, StorageError> {
        mandates(self.read(sqlx::query_scalar(HELD).bind(carer.value()).bind(LISTED)).await?)
    }

    async fn holders(&self, number: AccountNumber) -> Result<Vec<(CustomerId, String)>, StorageError> {
        let rows: Option<Vec<(i64, String)>> = self.read(sqlx::query_scalar(HOLDERS).bind(number.value())).await?;
        Ok(rows.unwrap_or_default().into_iter().map(|(id, name)| (CustomerId::new(id), name)).collect())
    }

    async fn begin(&self, carer: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(BEGIN).with(carer.value()).with(id.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn end(&self, who: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(END).with(who.value()).with(id.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn note(
        &self,
        carer: CustomerId,
        (id, account): (MandateId, AccountId),
        day: Date,
        at: Timestamp,
    ) -> Result<i64, StorageError> {
        let statement = Statement::new(NOTE)
            .with(carer.value())
            .with(id.value())
            .with(account.value())
            .with(day_number(day))
            .with(at.micros());
        let rows = self.write(statement).await?;
        rows.first().map_or(Ok(0), |row| sqlx::Row::try_get(row, 0)).map_err(StorageError::new)
    }

    async fn looks(&self, owner: CustomerId, id: MandateId) -> Result<Vec<Look>, StorageError> {
        let query = sqlx::query_scalar(LOOKS).bind(owner.value()).bind(id.value());
        let rows: Option<Vec<(i64, i64, Timestamp, Timestamp, i64)>> = self.read(query).await?;
        let look = |(account, day, first_at, last_at, times)| Look {
            account: AccountId::new(account),
            day: day_from_number(day),
            first_at,
            last_at,
            times,
        };
        Ok(rows.unwrap_or_default().into_iter().map(look).collect())
    }
}
