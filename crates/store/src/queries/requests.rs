//! What people ask one another for.

use async_trait::async_trait;
use bank::{
    StorageError, ports,
    requests::{Paid, PaymentRequest},
};
use model::{AccountId, Currency, CustomerId, Money, PaymentId, RequestId, Timestamp};
use serde::Deserialize;

use super::{Backend, rows::holder, statement::Statement};

/// How many of somebody's are listed.
const LISTED: i64 = 100;

/// The columns of [`RequestRow`], of a request `r`. Who paid for a business is told by its name. What began with it counts
/// where it was paid into that account, and no less than was asked for.
macro_rules! request_columns {
    () => {
        concat!(
            "r.id, r.owner, r.account, r.amount, r.currency, r.times, r.reference, r.token, r.asked_at, r.ended_at, ",
            // As text on both databases.
            "'' || (select ",
            gathered!("d.customer, d.name, d.settled_at", "d.settled_at, d.id"),
            " from (select p.id, p.customer, case when m.payment is null then c.name else ",
            holder!(),
            " end as name, p.settled_at from request_payment b join payment p on p.id = b.payment \
             join customer c on c.id = p.customer join account a on a.id = p.from_account \
             left join payment_made_for m on m.payment = p.id and m.account = p.from_account where b.request = r.id and p.state = 'settled' \
             and p.to_account = r.account and p.amount >= r.amount and p.currency = r.currency) d)"
        )
    };
}

const KEEP: &str = "insert into payment_request \
     (id, owner, account, amount, currency, times, reference, token, asked_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id";

const LIST: &str = concat!(
    "select ",
    gathered!(request_columns!(), "r.id desc"),
    " from (select * from payment_request where owner = $1 order by id desc limit $2) r"
);

const ONE: &str = concat!(
    "select ",
    gathered!(request_columns!(), "r.id"),
    " from payment_request r where r.owner = $1 and r.id = $2"
);

const BY_TOKEN: &str =
    concat!("select ", gathered!(request_columns!(), "r.id"), " from payment_request r where r.token = $1");

const END: &str =
    "update payment_request set ended_at = $3 where owner = $1 and id = $2 and ended_at is null returning id";

const ANSWER: &str = "insert into request_payment (payment, request) values ($1, $2) \
     on conflict (payment) do update set request = excluded.request returning payment";

#[derive(Deserialize)]
struct RequestRow {
    id: i64,
    owner: i64,
    account: i64,
    amount: i64,
    currency: Currency,
    times: i64,
    reference: String,
    token: String,
    asked_at: Timestamp,
    ended_at: Option<Timestamp>,
    paid: String,
}

impl RequestRow {
    fn request(self) -> Result<PaymentRequest, StorageError> {
        let paid: Vec<(i64, String, Timestamp)> = serde_json::from_str(&self.paid).map_err(StorageError::new)?;
        let paid = paid.into_iter().map(|(customer, name, at)| Paid { customer: CustomerId::new(customer), name, at });
        Ok(PaymentRequest {
            id: RequestId::new(self.id),
            owner: CustomerId::new(self.owner),
            account: AccountId::new(self.account),
            each: Money::new(self.amount, self.currency),
            times: self.times,
            reference: self.reference,
            token: self.token,
            asked_at: self.asked_at,
            ended_at: self.ended_at,
            paid: paid.collect(),
        })
    }
}

fn requests(rows: Option<Vec<RequestRow>>) -> Result<Vec<PaymentRequest>, StorageError> {
    rows.unwrap_or_default().into_iter().map(RequestRow::request).collect()
}

#[async_trait]
impl ports::Requests for Backend {
    async fn keep(&self, request: &PaymentRequest) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(request.id.value())
            .with(request.owner.value())
            .with(request.account.value())
            .with(request.each.minor)
            .with(request.each.currency.code())
            .with(request.times)
            .with(request.reference.clone())
            .with(request.token.clone())
            .with(request.asked_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn list(&self, owner: CustomerId) -> Result<Vec<PaymentRequest>, StorageError> {
        requests(self.read(sqlx::query_scalar(LIST).bind(owner.value()).bind(LISTED)).await?)
    }

    async fn one(&self, owner: CustomerId, id: RequestId) -> Result<Option<PaymentRequest>, StorageError> {
        let found = self.read(sqlx::query_scalar(ONE).bind(owner.value()).bind(id.value())).await?;
        Ok(requests(found)?.into_iter().next())
    }

    async fn by_token(&self, token: &str) -> Result<Option<PaymentRequest>, StorageError> {
        let found = self.read(sqlx::query_scalar(BY_TOKEN).bind(token.to_owned())).await?;
        Ok(requests(found)?.into_iter().next())
    }

    async fn end(&self, owner: CustomerId, id: RequestId, at: Timestamp) -> Result<(), StorageError> {
        let statement = Statement::new(END).with(owner.value()).with(id.value()).with(at.micros());
        self.write(statement).await.map(drop)
    }

    async fn answer(&self, id: RequestId, payment: PaymentId) -> Result<(), StorageError> {
        self.write(Statement::new(ANSWER).with(payment.value()).with(id.value())).await.map(drop)
    }
}
