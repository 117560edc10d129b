//! Unfinished payments and finished ones.

use async_trait::async_trait;
use bank::{
    StorageError,
    abroad::Held,
    aliases::Found,
    calendar::day_from_number,
    payments::{Draft, NameHeard, Payment, PaymentState, Steps},
    ports,
    rails::{BackReason, Rail, Route, Sending, SendingState},
    waits::{Wait, WaitReason},
};
use model::{
    AccountId, Currency, CustomerId, HoldId, Money, PaymentId, Timestamp, TransferId,
    forms::{AmountForm, PayeeForm, PurposeForm, WhenForm},
};
use serde::{Deserialize, Serialize};

use super::{Backend, exchanges::ExchangeRow, rows::payee_number, statement::Statement};

// What is paid is not begun again, and a draft of somebody else stays as it is.
const SAVE_DRAFT: &str = "insert into draft (id, owner, form, updated_at) \
     select $1, $2, $3, $4 where not exists (select 1 from payment where payment.id = $1) \
     on conflict (id) do update set form = excluded.form, updated_at = excluded.updated_at \
     where draft.owner = excluded.owner";

const DRAFT: &str = concat!(
    "select ",
    gathered!("d.id, d.form, d.updated_at", "d.id"),
    " from draft d where d.owner = $1 and d.id = $2 and not exists (select 1 from payment p where p.id = d.id)"
);

const DRAFTS: &str = concat!(
    "select ",
    gathered!("d.id, d.form, d.updated_at", "d.updated_at desc, d.id desc"),
    " from (select * from draft u where u.owner = $1 and not exists (select 1 from payment p where p.id = u.id) \
     order by u.updated_at desc, u.id desc limit $2) d"
);

const DELETE_DRAFT: &str = "delete from draft where owner = $1 and id = $2";

/// The columns of [`PaymentRow`], of a payment `p` with its wait `w`, if it has one, and [`on_its_way`].
macro_rules! payment_columns {
    () => {
        concat!(
            "p.id, p.customer, p.state, p.from_account, p.to_account, p.payee, p.payee_number, p.amount, p.currency, \
             p.reference, p.transfer, p.approved_at, p.settled_at, w.hold, w.until, w.reason, w.ended_at, x.iban, \
             case when g.payment is not null then ",
            nested!("g.state, g.rail, g.arrives, g.tries, g.try_at, g.sent_at, g.arrived_at, g.back_at, g.reason"),
            " end, case when e.payment is not null then ",
            nested!(
                "e.arrives, e.arrives_currency, e.exchanged, e.margin, e.fee, e.rate, e.rate_of, e.closes, e.days, e.payee, \
                 e.sold_into, e.bought_from, e.fees, e.sold, e.charged, e.bought, e.back_amount, e.back_rate, \
                 e.back_transfer"
            ),
            " end"
        )
    };
}

/// What belongs to a payment `p` to another bank: the account `x` that stands for its payee's, how far it has come, and what
/// it was exchanged into.
macro_rules! on_its_way {
    () => {
        " left join outside_account x on x.account = p.to_account left join sending g on g.payment = p.id \
         left join exchange e on e.payment = p.id"
    };
}

pub(super) use {on_its_way, payment_columns};

const PAYMENT: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.id"),
    " from payment p left join payment_wait w on w.payment = p.id",
    on_its_way!(),
    " where p.customer = $1 and p.id = $2"
);

// Asked only while a way in has just changed: along the lines of their accounts, newest or not.
const HAS_PAID: &str = "select 1 from account_owner o cross join posting g cross join transfer t \
     where o.customer = $1 and g.account = o.account and g.signed_amount < 0 and t.id = g.transfer \
     and t.credit = $2 limit 1";

/// What a draft keeps of what was typed.
#[derive(Serialize, Deserialize)]
struct Typed {
    amount: AmountForm,
    payee: PayeeForm,
    #[serde(default)]
    heard: Option<NameHeard>,
    #[serde(default)]
    found: Option<Found>,
    #[serde(default)]
    held: Option<Held>,
    // Drafts that were begun before this was asked do not have it.
    #[serde(default)]
    purpose: PurposeForm,
    #[serde(default)]
    when: WhenForm,
    sent: Steps,
}

/// What was typed, as the database keeps it.
pub fn typed(draft: &Draft) -> String {
    let typed = Typed {
        amount: draft.amount.clone(),
        payee: draft.payee.clone(),
        heard: draft.heard.clone(),
        found: draft.found.clone(),
        held: draft.held,
        purpose: draft.purpose.clone(),
        when: draft.when.clone(),
        sent: draft.sent,
    };
    serde_json::to_string(&typed).expect("texts and switches can always be written as JSON")
}

/// Id, what was typed, when it was changed.
#[derive(Deserialize)]
struct DraftRow(i64, String, Timestamp);

impl DraftRow {
    fn draft(self, owner: CustomerId) -> Result<Draft, StorageError> {
        let Typed { amount, payee, heard, found, held, purpose, when, sent } =
            serde_json::from_str(&self.1).map_err(StorageError::new)?;
        let id = PaymentId::new(self.0);
        Ok(Draft { id, owner, amount, payee, heard, found, held, purpose, when, sent, updated_at: self.2 })
    }
}

/// A payment as it is read.
#[derive(Deserialize)]
pub struct PaymentRow {
    id: i64,
    customer: i64,
    state: PaymentState,
    from: i64,
    to: i64,
    payee: String,
    payee_number: i64,
    amount: i64,
    currency: Currency,
    reference: String,
    transfer: Option<i64>,
    approved_at: Timestamp,
    settled_at: Option<Timestamp>,
    hold: Option<i64>,
    until: Option<Timestamp>,
    reason: Option<WaitReason>,
    ended_at: Option<Timestamp>,
    iban: Option<String>,
    sending: Option<SendingRow>,
    exchange: Option<ExchangeRow>,
}

/// How far a payment to another bank has come.
#[derive(Deserialize)]
struct SendingRow {
    state: SendingState,
    rail: Rail,
    arrives: i64,
    tries: i64,
    try_at: Timestamp,
    sent_at: Option<Timestamp>,
    arrived_at: Option<Timestamp>,
    back_at: Option<Timestamp>,
    reason: Option<BackReason>,
}

impl SendingRow {
    fn sending(self) -> Sending {
        Sending {
            state: self.state,
            route: Route { rail: self.rail, arrives: day_from_number(self.arrives) },
            tries: self.tries,
            try_at: self.try_at,
            sent_at: self.sent_at,
            arrived_at: self.arrived_at,
            back_at: self.back_at,
            reason: self.reason,
        }
    }
}

impl PaymentRow {
    /// The payment, as the bank knows it.
    pub fn payment(self) -> Result<Payment, StorageError> {
        let ended_at = self.ended_at;
        let wait = self.hold.zip(self.until).zip(self.reason);
        let wait = wait.map(|((hold, until), reason)| Wait { hold: HoldId::new(hold), until, reason, ended_at });
        Ok(Payment {
            id: PaymentId::new(self.id),
            customer: CustomerId::new(self.customer),
            state: self.state,
            from: AccountId::new(self.from),
            to: AccountId::new(self.to),
            payee: self.payee,
            payee_number: payee_number(self.payee_number, self.iban.as_deref())?,
            amount: Money::new(self.amount, self.currency),
            reference: self.reference,
            transfer: self.transfer.map(TransferId::new),
            approved_at: self.approved_at,
            settled_at: self.settled_at,
            wait,
            sending: self.sending.map(SendingRow::sending),
            exchange: self.exchange.map(|exchange| exchange.exchange(self.currency).map(Box::new)).transpose()?,
        })
    }
}

#[async_trait]
impl ports::Payments for Backend {
    async fn save_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        let statement = Statement::new(SAVE_DRAFT)
            .with(draft.id.value())
            .with(draft.owner.value())
            .with(typed(draft))
            .with(draft.updated_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn draft(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Draft>, StorageError> {
        let query = sqlx::query_scalar(DRAFT).bind(owner.value()).bind(id.value());
        let found: Vec<DraftRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().next().map(|row| row.draft(owner)).transpose()
    }

    async fn drafts(&self, owner: CustomerId, limit: u32) -> Result<Vec<Draft>, StorageError> {
        let query = sqlx::query_scalar(DRAFTS).bind(owner.value()).bind(i64::from(limit));
        let found: Vec<DraftRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().map(|row| row.draft(owner)).collect()
    }

    async fn delete_draft(&self, owner: CustomerId, id: PaymentId) -> Result<(), StorageError> {
        self.write(Statement::new(DELETE_DRAFT).with(owner.value()).with(id.value())).await.map(drop)
    }

    async fn payment(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Payment>, StorageError> {
        let query = sqlx::query_scalar(PAYMENT).bind(owner.value()).bind(id.value());
        let found: Vec<PaymentRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().next().map(PaymentRow::payment).transpose()
    }

    async fn has_paid(&self, owner: CustomerId, to: AccountId) -> Result<bool, StorageError> {
        let query = sqlx::query(HAS_PAID).bind(owner.value()).bind(to.value());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.is_some())
    }
}
