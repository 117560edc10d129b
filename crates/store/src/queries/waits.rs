//! Payments that wait. That they begin to and stop is written with the ledger.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::Payment,
    ports,
    waits::{OwnWait, Shorter},
};
use model::{CustomerId, PaymentId, Timestamp, forms::CoolingOff};

use super::{
    Backend,
    payments::{PaymentRow, on_its_way, payment_columns},
    rows::known,
    statement::Statement,
};

const WAITING: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "w.until, p.id"),
    " from payment_wait w join payment p on p.id = w.payment",
    on_its_way!(),
    " where w.customer = $1 and w.ended_at is null"
);

const DUE: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "w.try_at, p.id"),
    " from (select * from payment_wait where ended_at is null and try_at <= $1 order by try_at, payment limit $2) w \
     join payment p on p.id = w.payment",
    on_its_way!()
);

const POSTPONE: &str = "update payment_wait set try_at = $2 where payment = $1 and ended_at is null returning payment";

const OWN: &str = "select own_wait, shorter_wait, shorter_asked_at from customer where id = $1";

const SET_OWN: &str =
    "update customer set own_wait = $2, shorter_wait = $3, shorter_asked_at = $4 where id = $1 returning id";

fn cooling_off(code: &str) -> Result<CoolingOff, StorageError> {
    known(CoolingOff::from_code(code), "length of a wait")
}

#[async_trait]
impl ports::Waits for Backend {
    async fn waiting(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError> {
        let query = sqlx::query_scalar(WAITING).bind(owner.value());
        let found: Vec<PaymentRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().map(PaymentRow::payment).collect()
    }

    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Payment>, StorageError> {
        let query = sqlx::query_scalar(DUE).bind(now.micros()).bind(i64::from(limit));
        let found: Vec<PaymentRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().map(PaymentRow::payment).collect()
    }

    async fn postpone(&self, payment: PaymentId, try_at: Timestamp) -> Result<(), StorageError> {
        self.write(Statement::new(POSTPONE).with(payment.value()).with(try_at.micros())).await.map(drop)
    }

    async fn own_wait(&self, owner: CustomerId) -> Result<OwnWait, StorageError> {
        let query = sqlx::query_as::<_, (String, Option<String>, Option<i64>)>(OWN).bind(owner.value());
        let found = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        let Some((set, to, asked_at)) = found else { return Ok(OwnWait::NONE) };
        let to = to.as_deref().map(cooling_off).transpose()?;
        let shorter = to.zip(asked_at).map(|(to, at)| Shorter { to, asked_at: Timestamp::from_micros(at) });
        Ok(OwnWait { set: cooling_off(&set)?, shorter })
    }

    async fn set_own_wait(&self, owner: CustomerId, wait: OwnWait) -> Result<(), StorageError> {
        let statement = Statement::new(SET_OWN)
            .with(owner.value())
            .with(wait.set.code().to_owned())
            .with(wait.shorter.map(|shorter| shorter.to.code().to_owned()))
            .with(wait.shorter.map(|shorter| shorter.asked_at.micros()));
        self.write(statement).await.map(drop)
    }
}
