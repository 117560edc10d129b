//! Calls that people asked for.

use async_trait::async_trait;
use bank::{
    StorageError,
    calendar::{day_from_number, day_number},
    help::{CallBack, CallBackState},
    ports::{self, Waiting},
};
use model::{
    CallBackId, CustomerId, Language, Timestamp,
    forms::{DayPart, Whereabouts},
};
use serde::Deserialize;

use super::{Backend, statement::Statement};

const KEEP: &str = "insert into call_back \
     (id, customer, name, phone, language, day, part, page, state, asked_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// The columns of [`CallRow`], of a call `b`. A customer is called as they are known now.
macro_rules! call_columns {
    () => {
        "b.id, b.customer, coalesce((select c.name from customer c where c.id = b.customer), b.name), b.phone, \
         b.language, b.day, b.part, b.page, b.state, b.asked_at"
    };
}

const OF_CUSTOMER: &str = concat!(
    "select ",
    gathered!(call_columns!(), "b.id desc"),
    " from (select * from call_back where customer = $1 order by id desc limit $2) b"
);

const OF_VISITOR: &str = concat!(
    "select ",
    gathered!(call_columns!(), "b.id desc"),
    " from call_back b where b.customer is null and ",
    among!("b.id", "$1")
);

const STRANGERS: &str = concat!(
    "select ",
    nested!("count(case when b.phone = $1 then 1 end), count(*)"),
    as_text!(),
    " from call_back b where b.state = 'waiting' and b.customer is null"
);

const WAITING: &str = concat!(
    "select ",
    gathered!(call_columns!(), "b.day, b.place, b.id"),
    " from (select *, case part when 'morning' then 0 when 'afternoon' then 1 else 2 end as place from call_back \
     where state = 'waiting' order by day, place, id limit $1) b"
);

const END: &str = "update call_back set state = $2, ended_at = $3 where id = $1 and state = 'waiting' returning id";

#[derive(Deserialize)]
struct CallRow {
    id: i64,
    customer: Option<i64>,
    name: String,
    phone: String,
    language: Language,
    day: i64,
    part: DayPart,
    page: String,
    state: CallBackState,
    asked_at: Timestamp,
}

impl CallRow {
    fn call(self) -> CallBack {
        CallBack {
            id: CallBackId::new(self.id),
            customer: self.customer.map(CustomerId::new),
            name: self.name,
            phone: self.phone,
            language: self.language,
            day: day_from_number(self.day),
            part: self.part,
            // A page that this program does not have any more is one that nothing is said of.
            page: Whereabouts::from_code(&self.page),
            state: self.state,
            asked_at: self.asked_at,
        }
    }
}

fn calls(rows: Option<Vec<CallRow>>) -> Vec<CallBack> {
    rows.unwrap_or_default().into_iter().map(CallRow::call).collect()
}

#[async_trait]
impl ports::CallBacks for Backend {
    async fn keep(&self, call: &CallBack) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(call.id.value())
            .with(call.customer.map(CustomerId::value))
            .with(call.name.clone())
            .with(call.phone.clone())
            .with(call.language.code())
            .with(day_number(call.day))
            .with(call.part.code())
            .with(call.page.map_or("", Whereabouts::code))
            .with(call.state.code())
            .with(call.asked_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn of_customer(&self, owner: CustomerId, limit: u32) -> Result<Vec<CallBack>, StorageError> {
        self.read(sqlx::query_scalar(OF_CUSTOMER).bind(owner.value()).bind(i64::from(limit))).await.map(calls)
    }

    async fn of_visitor(&self, ids: &[CallBackId]) -> Result<Vec<CallBack>, StorageError> {
        let ids: Vec<i64> = ids.iter().map(|id| id.value()).collect();
        let ids = serde_json::to_string(&ids).map_err(StorageError::new)?;
        self.read(sqlx::query_scalar(OF_VISITOR).bind(ids)).await.map(calls)
    }

    async fn strangers_waiting(&self, phone: &str) -> Result<Waiting, StorageError> {
        let counted: Option<(i64, i64)> = self.read(sqlx::query_scalar(STRANGERS).bind(phone.to_owned())).await?;
        let (on_number, in_all) = counted.unwrap_or_default();
        Ok(Waiting { on_number, in_all })
    }

    async fn waiting(&self, limit: u32) -> Result<Vec<CallBack>, StorageError> {
        self.read(sqlx::query_scalar(WAITING).bind(i64::from(limit))).await.map(calls)
    }

    async fn end(&self, id: CallBackId, state: CallBackState, at: Timestamp) -> Result<bool, StorageError> {
        let ended = Statement::new(END).with(id.value()).with(state.code()).with(at.micros());
        Ok(!self.write(ended).await?.is_empty())
    }
}
