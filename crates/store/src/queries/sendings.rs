//! Payments to other banks on their way. That they leave and come back is written with the ledger.

use async_trait::async_trait;
use bank::{
    StorageError,
    ledger::UNLIMITED,
    payments::Payment,
    ports,
    rails::{Aside, Sending, SendingState},
};
use model::{AccountId, Currency, CustomerId, Iban, PaymentId, Timestamp};

use super::{
    Backend,
    payments::{PaymentRow, on_its_way, payment_columns},
    statement::Statement,
};

const ACCOUNT: &str = "select account from outside_account where iban = $1 and currency = $2";

const OPEN: &str = "insert into account \
     (id, kind, name, currency, status, payment_limit, daily_limit, new_payee_limit, opened_at) \
     values ($1, 'internal', '', $2, 'open', $3, $3, $3, $4)";

const STANDING: &str = "insert into standing (account, min_balance) values ($1, 0)";

const STANDS_FOR: &str = "insert into outside_account (account, iban, currency) values ($1, $2, $3) returning account";

const DUE: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "g.try_at, p.id"),
    " from (select * from sending where state in ('ready', 'sent', 'doubt') and try_at <= $1 \
     order by try_at, payment limit $2) g join payment p on p.id = g.payment \
     left join outside_account x on x.account = p.to_account left join payment_wait w on w.payment = p.id"
);

// Few are on their way at any moment, and they have an index of their own.
const ON_THEIR_WAY: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.id"),
    " from sending g join payment p on p.id = g.payment left join outside_account x on x.account = p.to_account \
     left join payment_wait w on w.payment = p.id where g.state in ('ready', 'sent', 'doubt') and p.customer = $1"
);

const ONE: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.id"),
    " from payment p left join payment_wait w on w.payment = p.id",
    on_its_way!(),
    " where p.id = $1 and g.payment is not null"
);

const TOLD: &str = "update sending set state = $3, tries = $4, try_at = $5, sent_at = $6 \
     where payment = $1 and state = $2 returning payment";

const ARRIVED: &str = "update sending set state = 'arrived', arrived_at = $2 \
     where payment = $1 and state in ('ready', 'sent', 'doubt') returning payment";

// It is said again where that it was taken was not heard.
const SET_ASIDE: &str = "insert into interbank_aside (id, heard_at, why, said) select $1, $2, $3, $4 \
     where not exists (select 1 from interbank_aside where said = $4) returning id";

fn payments(rows: Option<Vec<PaymentRow>>) -> Result<Vec<Payment>, StorageError> {
    rows.unwrap_or_default().into_iter().map(PaymentRow::payment).collect()
}

#[async_trait]
impl ports::Sendings for Backend {
    async fn account(&self, iban: Iban, currency: Currency) -> Result<Option<AccountId>, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(ACCOUNT).bind(iban.electronic().to_owned()).bind(currency.code());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.map(AccountId::new))
    }

    async fn open_account(
        &self,
        iban: Iban,
        currency: Currency,
        new: AccountId,
        now: Timestamp,
    ) -> Result<AccountId, StorageError> {
        if let Some(there) = self.account(iban, currency).await? {
            return Ok(there);
        }
        let opened = Statement::new(OPEN).with(new.value()).with(currency.code()).with(UNLIMITED).with(now.micros());
        let standing = Statement::new(STANDING).with(new.value());
        let stands_for =
            Statement::new(STANDS_FOR).with(new.value()).with(iban.electronic().to_owned()).with(currency.code());
        match self.write_all(vec![opened, standing, stands_for]).await {
            Ok(_) => Ok(new),
            // Somebody else has just paid the same payee for the first time.
            Err(error) => self.account(iban, currency).await?.ok_or(error),
        }
    }

    async fn on_their_way(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError> {
        payments(self.read(sqlx::query_scalar(ON_THEIR_WAY).bind(owner.value())).await?)
    }

    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Payment>, StorageError> {
        payments(self.read(sqlx::query_scalar(DUE).bind(now.micros()).bind(i64::from(limit))).await?)
    }

    async fn one(&self, id: PaymentId) -> Result<Option<Payment>, StorageError> {
        Ok(payments(self.read(sqlx::query_scalar(ONE).bind(id.value())).await?)?.pop())
    }

    async fn told(&self, payment: PaymentId, before: SendingState, after: Sending) -> Result<bool, StorageError> {
        let statement = Statement::new(TOLD)
            .with(payment.value())
            .with(before.code())
            .with(after.state.code())
            .with(after.tries)
            .with(after.try_at.micros())
            .with(after.sent_at.map(Timestamp::micros));
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn arrived(&self, payment: PaymentId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(ARRIVED).with(payment.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn set_aside(&self, id: i64, aside: &Aside) -> Result<(), StorageError> {
        let statement = Statement::new(SET_ASIDE)
            .with(id)
            .with(aside.heard_at.micros())
            .with(aside.why.clone())
            .with(aside.said.clone());
        self.write(statement).await.map(drop)
    }
}
