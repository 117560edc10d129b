//! Payments that are planned.

use async_trait::async_trait;
use bank::{
    StorageError,
    calendar::day_number,
    ports,
    schedules::{Schedule, ScheduleState},
};
use jiff::civil::Date;
use model::{AccountId, Currency, CustomerId, Money, PaymentId, ScheduleId, Timestamp, forms::PaymentPurpose};
use serde::Deserialize;

use super::{
    Backend,
    rows::{kept_number, payee_number, timing},
    statement::Statement,
};

/// The columns of [`ScheduleRow`], of a schedule `s`.
macro_rules! schedule_columns {
    () => {
        "s.id, s.owner, s.from_account, s.to_account, s.payee, s.payee_number, s.amount, s.currency, s.reference, \
         s.first_day, s.every, s.last_day, s.done, s.next_payment, s.waits_since, s.try_at, s.state, s.version, \
         s.made_at, s.purpose, (select x.iban from outside_account x where x.account = s.to_account)"
    };
}

const KEEP: &str = "insert into schedule \
     (id, owner, from_account, to_account, payee, payee_number, amount, currency, reference, first_day, every, last_day, \
     done, next_day, next_payment, waits_since, try_at, state, version, made_at, purpose) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) \
     on conflict (id) do nothing returning id";

const LIST: &str = concat!(
    "select ",
    gathered!(schedule_columns!(), "s.id"),
    " from schedule s where s.owner = $1 and s.state <> 'ended'"
);

const ONE: &str =
    concat!("select ", gathered!(schedule_columns!(), "s.id"), " from schedule s where s.owner = $1 and s.id = $2");

const UPDATE: &str = "update schedule set done = $4, next_day = $5, next_payment = $6, waits_since = $7, try_at = $8, \
     state = $9, amount = $10, made_at = $11, version = version + 1 \
     where id = $1 and owner = $2 and version = $3 returning id";

const DUE: &str = concat!(
    "select ",
    gathered!(schedule_columns!(), "s.next_day, s.id"),
    " from (select * from schedule where state = 'active' and next_day <= $1 and try_at <= $2 \
     order by next_day, id limit $3) s"
);

#[derive(Deserialize)]
struct ScheduleRow {
    id: i64,
    owner: i64,
    from: i64,
    to: i64,
    payee: String,
    payee_number: i64,
    amount: i64,
    currency: Currency,
    reference: String,
    first_day: i64,
    every: String,
    last_day: Option<i64>,
    done: i64,
    next_payment: i64,
    waits_since: Option<Timestamp>,
    try_at: Timestamp,
    state: ScheduleState,
    version: i64,
    approved_at: Timestamp,
    purpose: Option<PaymentPurpose>,
    iban: Option<String>,
}

impl ScheduleRow {
    fn schedule(self) -> Result<Schedule, StorageError> {
        Ok(Schedule {
            id: ScheduleId::new(self.id),
            owner: CustomerId::new(self.owner),
            from: AccountId::new(self.from),
            to: AccountId::new(self.to),
            payee: self.payee,
            payee_number: payee_number(self.payee_number, self.iban.as_deref())?,
            amount: Money::new(self.amount, self.currency),
            reference: self.reference,
            timing: timing(self.first_day, &self.every, self.last_day)?,
            done: self.done,
            next_payment: PaymentId::new(self.next_payment),
            waits_since: self.waits_since,
            try_at: self.try_at,
            state: self.state,
            version: self.version,
            approved_at: self.approved_at,
            purpose: self.purpose,
        })
    }
}

fn schedules(rows: Option<Vec<ScheduleRow>>) -> Result<Vec<Schedule>, StorageError> {
    rows.unwrap_or_default().into_iter().map(ScheduleRow::schedule).collect()
}

#[async_trait]
impl ports::Schedules for Backend {
    async fn keep(&self, schedule: &Schedule) -> Result<bool, StorageError> {
        let statement = Statement::new(KEEP)
            .with(schedule.id.value())
            .with(schedule.owner.value())
            .with(schedule.from.value())
            .with(schedule.to.value())
            .with(schedule.payee.clone())
            .with(kept_number(schedule.payee_number))
            .with(schedule.amount.minor)
            .with(schedule.amount.currency.code())
            .with(schedule.reference.clone())
            .with(day_number(schedule.timing.first))
            .with(schedule.timing.every.code())
            .with(schedule.timing.last.map(day_number))
            .with(schedule.done)
            .with(schedule.next().map(day_number))
            .with(schedule.next_payment.value())
            .with(schedule.waits_since.map(Timestamp::micros))
            .with(schedule.try_at.micros())
            .with(schedule.state.code())
            .with(schedule.version)
            .with(schedule.approved_at.micros())
            .with(schedule.purpose.map(PaymentPurpose::code));
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn list(&self, owner: CustomerId) -> Result<Vec<Schedule>, StorageError> {
        schedules(self.read(sqlx::query_scalar(LIST).bind(owner.value())).await?)
    }

    async fn one(&self, owner: CustomerId, id: ScheduleId) -> Result<Option<Schedule>, StorageError> {
        let found = self.read(sqlx::query_scalar(ONE).bind(owner.value()).bind(id.value())).await?;
        Ok(schedules(found)?.into_iter().next())
    }

    async fn update(&self, schedule: &Schedule, version: i64) -> Result<bool, StorageError> {
        let statement = Statement::new(UPDATE)
            .with(schedule.id.value())
            .with(schedule.owner.value())
            .with(version)
            .with(schedule.done)
            .with(schedule.next().map(day_number))
            .with(schedule.next_payment.value())
            .with(schedule.waits_since.map(Timestamp::micros))
            .with(schedule.try_at.micros())
            .with(schedule.state.code())
            .with(schedule.amount.minor)
            .with(schedule.approved_at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn due(&self, today: Date, now: Timestamp, limit: u32) -> Result<Vec<Schedule>, StorageError> {
        let query = sqlx::query_scalar(DUE).bind(day_number(today)).bind(now.micros()).bind(i64::from(limit));
        schedules(self.read(query).await?)
    }
}
