//! Payments to other banks on their way. That they leave and come back is written with the ledger.

use async_trait::async_trait;
use bank::{
    IdMint, StorageError,
    abroad::Places,
    ledger::UNLIMITED,
    payments::Payment,
    ports,
    rails::{Aside, Sending, SendingState},
};
use model::{AbroadNumber, AccountId, Currency, CustomerId, Iban, PaymentId, Timestamp};

use super::{
    Backend,
    payments::{PaymentRow, on_its_way, payment_columns},
    statement::Statement,
};

const ACCOUNT: &str = "select account from outside_account where iban = $1 and currency = $2";

const OPEN: &str = "insert into account \
     (id, kind, name, currency, status, payment_limit, daily_limit, new_payee_limit, opened_at) \
     values ($1, 'internal', '', $2, 'open', $3, $3, $3, $4)";

const STANDING: &str = "insert into standing (account, min_balance) values ($1, $2)";

const OWN: &str = "select account from exchange_account where purpose = $1 and currency = $2";

const IS_FOR: &str = "insert into exchange_account (account, purpose, currency) values ($1, $2, $3) returning account";

/// What an account of the bank itself is for: its position in a currency, or its income from fees.
const POSITION: &str = "position";
const FEES: &str = "fees";

const STANDS_FOR: &str = "insert into outside_account (account, iban, currency) values ($1, $2, $3) returning account";

const DUE: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "g.try_at, p.id"),
    " from (select * from sending where state in ('ready', 'sent', 'doubt') and try_at <= $1 \
     order by try_at, payment limit $2) g join payment p on p.id = g.payment \
     left join outside_account x on x.account = p.to_account left join payment_wait w on w.payment = p.id \
     left join exchange e on e.payment = p.id"
);

// Few are on their way at any moment, and they have an index of their own.
const ON_THEIR_WAY: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.id"),
    " from sending g join payment p on p.id = g.payment left join outside_account x on x.account = p.to_account \
     left join payment_wait w on w.payment = p.id left join exchange e on e.payment = p.id where g.state in ('ready', 'sent', 'doubt') and p.customer = $1"
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

/// An account of the bank itself: what finds it, what says whose or what for it is, and the least that may be on it.
struct Internal {
    find: &'static str,
    keep: &'static str,
    key: String,
    currency: Currency,
    least: i64,
}

impl Internal {
    /// The account that stands for the payee with that key.
    const fn outside(key: String, currency: Currency) -> Self {
        Self { find: ACCOUNT, keep: STANDS_FOR, key, currency, least: 0 }
    }

    /// The account for that purpose. A position is below nothing wherever more was sold than bought.
    fn own(purpose: &str, currency: Currency) -> Self {
        Self { find: OWN, keep: IS_FOR, key: purpose.to_owned(), currency, least: -UNLIMITED }
    }
}

impl Backend {
    async fn internal(&self, account: &Internal) -> Result<Option<AccountId>, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(account.find).bind(account.key.clone()).bind(account.currency.code());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.map(AccountId::new))
    }

    /// The same, opened at `now` as `new` where there is none.
    async fn opened(&self, account: Internal, new: AccountId, now: Timestamp) -> Result<AccountId, StorageError> {
        if let Some(there) = self.internal(&account).await? {
            return Ok(there);
        }
        let code = account.currency.code();
        let opened = Statement::new(OPEN).with(new.value()).with(code).with(UNLIMITED).with(now.micros());
        let standing = Statement::new(STANDING).with(new.value()).with(account.least);
        let kept = Statement::new(account.keep).with(new.value()).with(account.key.clone()).with(code);
        match self.write_all(vec![opened, standing, kept]).await {
            Ok(_) => Ok(new),
            // Somebody else has just opened it.
            Err(error) => self.internal(&account).await?.ok_or(error),
        }
    }
}

fn payments(rows: Option<Vec<PaymentRow>>) -> Result<Vec<Payment>, StorageError> {
    rows.unwrap_or_default().into_iter().map(PaymentRow::payment).collect()
}

#[async_trait]
impl ports::Sendings for Backend {
    async fn account(&self, iban: Iban, currency: Currency) -> Result<Option<AccountId>, StorageError> {
        self.internal(&Internal::outside(iban.electronic().to_owned(), currency)).await
    }

    async fn open_account(
        &self,
        iban: Iban,
        currency: Currency,
        new: AccountId,
        now: Timestamp,
    ) -> Result<AccountId, StorageError> {
        self.opened(Internal::outside(iban.electronic().to_owned(), currency), new, now).await
    }

    async fn account_abroad(
        &self,
        number: AbroadNumber,
        currency: Currency,
    ) -> Result<Option<AccountId>, StorageError> {
        self.internal(&Internal::outside(number.key(), currency)).await
    }

    async fn open_abroad(
        &self,
        number: AbroadNumber,
        currency: Currency,
        ids: &IdMint,
        now: Timestamp,
    ) -> Result<(AccountId, Places), StorageError> {
        let id = || AccountId::new(ids.next());
        let theirs = number.currency();
        let to = self.opened(Internal::outside(number.key(), currency), id(), now).await?;
        let places = Places {
            payee: self.opened(Internal::outside(number.key(), theirs), id(), now).await?,
            sold_into: self.opened(Internal::own(POSITION, currency), id(), now).await?,
            bought_from: self.opened(Internal::own(POSITION, theirs), id(), now).await?,
            fees: self.opened(Internal::own(FEES, currency), id(), now).await?,
        };
        Ok((to, places))
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
