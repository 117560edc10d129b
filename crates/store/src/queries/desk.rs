//! What the bank's own people may see of customers, and for how long.

use async_trait::async_trait;
use bank::{
    StorageError,
    customers::{CustomerStatus, Freeze},
    ports,
    security::Contact,
    staff::{CustomerFile, Found, ThawAsked},
};
use model::{AccountNumber, CustomerId, StaffId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, rows::known, statement::Statement};

const BY_USERNAME: &str = "select c.id, c.username from customer c where c.username = $1";

const BY_NUMBER: &str = "select c.id, c.username from account a join account_owner o on o.account = a.id \
     join customer c on c.id = o.customer where a.number = $1 order by c.id";

const FILE: &str = "select c.id, c.username, c.name, c.status, c.email, c.phone, c.frozen_at, c.thaws_at \
     from customer c where c.id = $1";

const KEEP_LOOK: &str = "insert into customer_look (staff, customer, until) values ($1, $2, $3) \
     on conflict (staff, customer) do update set until = excluded.until";

const LOOK: &str = "select until from customer_look where staff = $1 and customer = $2 and until > $3";

const ASK_THAW: &str = "insert into staff_thaw (customer, staff, asked_at, why) values ($1, $2, $3, $4) \
     on conflict (customer) do update \
     set staff = excluded.staff, asked_at = excluded.asked_at, why = excluded.why";

const THAW_ASKED: &str = "select staff, asked_at, why from staff_thaw where customer = $1";

const FORGET_THAW: &str = "delete from staff_thaw where customer = $1 returning customer";

fn found(row: &Row) -> Result<Found, sqlx::Error> {
    Ok(Found { id: CustomerId::new(row.try_get(0)?), username: row.try_get(1)? })
}

fn file(row: &Row) -> Result<CustomerFile, StorageError> {
    let text = |at: usize| row.try_get::<String, _>(at).map_err(StorageError::new);
    let moment = |at: usize| {
        let micros: Option<i64> = row.try_get(at).map_err(StorageError::new)?;
        Ok::<_, StorageError>(micros.map(Timestamp::from_micros))
    };
    let (frozen_at, thaws_at) = (moment(6)?, moment(7)?);
    Ok(CustomerFile {
        id: CustomerId::new(row.try_get(0).map_err(StorageError::new)?),
        username: text(1)?,
        name: text(2)?,
        status: known(CustomerStatus::from_code(&text(3)?), "status")?,
        contact: Contact { email: text(4)?, phone: text(5)? },
        freeze: frozen_at.map(|since| Freeze { since, thaws_at }),
    })
}

fn thaw(row: &Row) -> Result<ThawAsked, sqlx::Error> {
    let (by, at) = (StaffId::new(row.try_get(0)?), Timestamp::from_micros(row.try_get(1)?));
    Ok(ThawAsked { by, at, why: row.try_get(2)? })
}

#[async_trait]
impl ports::Desk for Backend {
    async fn by_username(&self, username: &str) -> Result<Option<Found>, StorageError> {
        let query = sqlx::query(BY_USERNAME).bind(username.to_owned());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.as_ref().map(found).transpose().map_err(StorageError::new)
    }

    async fn by_number(&self, number: AccountNumber) -> Result<Vec<Found>, StorageError> {
        let query = sqlx::query(BY_NUMBER).bind(number.value());
        let rows = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        rows.iter().map(found).collect::<Result<_, _>>().map_err(StorageError::new)
    }

    async fn file(&self, customer: CustomerId) -> Result<Option<CustomerFile>, StorageError> {
        let query = sqlx::query(FILE).bind(customer.value());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.as_ref().map(file).transpose()
    }

    async fn keep_look(&self, staff: StaffId, customer: CustomerId, until: Timestamp) -> Result<(), StorageError> {
        let look = Statement::new(KEEP_LOOK).with(staff.value()).with(customer.value()).with(until.micros());
        self.write(look).await.map(drop)
    }

    async fn look(
        &self,
        staff: StaffId,
        customer: CustomerId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StorageError> {
        let query = sqlx::query_scalar(LOOK).bind(staff.value()).bind(customer.value()).bind(now.micros());
        let until: Option<i64> = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        Ok(until.map(Timestamp::from_micros))
    }

    async fn ask_thaw(&self, customer: CustomerId, asked: &ThawAsked) -> Result<(), StorageError> {
        let statement = Statement::new(ASK_THAW)
            .with(customer.value())
            .with(asked.by.value())
            .with(asked.at.micros())
            .with(asked.why.clone());
        self.write(statement).await.map(drop)
    }

    async fn thaw_asked(&self, customer: CustomerId) -> Result<Option<ThawAsked>, StorageError> {
        let query = sqlx::query(THAW_ASKED).bind(customer.value());
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.as_ref().map(thaw).transpose().map_err(StorageError::new)
    }

    async fn forget_thaw(&self, customer: CustomerId) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(FORGET_THAW).with(customer.value())).await?.is_empty())
    }
}
