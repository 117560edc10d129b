//! What may leave an account, and since when those are known whom it pays.

use async_trait::async_trait;
use bank::{
    StorageError,
    limits::{Acquaintance, FirstPayment, Limit, LimitKind, Limits, Newcomer, Raise},
    policy::{LIMIT_RAISE_WAIT_S, NEW_PAYEE_S},
    ports,
};
use model::{AccountId, Currency, CustomerId, Money, Timestamp};
use serde::Deserialize;

use super::{Backend, rows::holder, statement::Statement};

/// What a raise that holds by `$by` has made of a limit: whatever was asked for by then holds now.
macro_rules! holding {
    ($limit:literal, $raise:literal, $raised_at:literal, $by:literal) => {
        concat!("case when ", $raised_at, " <= ", $by, " then ", $raise, " else ", $limit, " end")
    };
}

/// Lowers a limit of the account `$2` of `$1` to `$3`, where it is no more than holds: raises asked for by `$4` do.
macro_rules! lower {
    ($limit:literal, $raise:literal, $raised_at:literal) => {
        concat!(
            "update account set ",
            $limit,
            " = $3, ",
            $raise,
            " = null, ",
            $raised_at,
            " = null where id = $2 and $3 <= ",
            holding!($limit, $raise, $raised_at, "$4"),
            " and exists (select 1 from account_owner o where o.customer = $1 and o.account = $2) returning id"
        )
    };
}

/// Keeps a raise to `$3`, asked for at `$5`, of a limit of the account `$2` of `$1`.
macro_rules! raise {
    ($limit:literal, $raise:literal, $raised_at:literal) => {
        concat!(
            "update account set ",
            $limit,
            " = ",
            holding!($limit, $raise, $raised_at, "$4"),
            ", ",
            $raise,
            " = $3, ",
            $raised_at,
            " = $5 where id = $2 \
             and exists (select 1 from account_owner o where o.customer = $1 and o.account = $2) returning id"
        )
    };
}

/// Forgets a raise that does not hold yet, of a limit of the account `$2` of `$1`: it was asked for after `$3`.
macro_rules! call_off {
    ($raise:literal, $raised_at:literal) => {
        concat!(
            "update account set ",
            $raise,
            " = null, ",
            $raised_at,
            " = null where id = $2 and ",
            $raised_at,
            " > $3 \
             and exists (select 1 from account_owner o where o.customer = $1 and o.account = $2) returning id"
        )
    };
}

const fn lowering(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Payment => lower!("payment_limit", "payment_raise", "payment_raised_at"),
        LimitKind::Day => lower!("daily_limit", "daily_raise", "daily_raised_at"),
        LimitKind::NewPayee => lower!("new_payee_limit", "new_payee_raise", "new_payee_raised_at"),
    }
}

const fn raising(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Payment => raise!("payment_limit", "payment_raise", "payment_raised_at"),
        LimitKind::Day => raise!("daily_limit", "daily_raise", "daily_raised_at"),
        LimitKind::NewPayee => raise!("new_payee_limit", "new_payee_raise", "new_payee_raised_at"),
    }
}

const fn calling_off(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Payment => call_off!("payment_raise", "payment_raised_at"),
        LimitKind::Day => call_off!("daily_raise", "daily_raised_at"),
        LimitKind::NewPayee => call_off!("new_payee_raise", "new_payee_raised_at"),
    }
}

const HOLDERS: &str = "select h.customer from account_owner o join account_owner h on h.account = o.account \
     where o.customer = $1 and o.account = $2 order by h.customer";

const ACQUAINTANCE: &str = "select min(f.first_at), max(case when f.account = $2 then f.paid end) \
     from account_owner o join first_payment f on f.account = o.account and f.payee = $3 where o.customer = $1";

// Whoever is at another bank is called as they are in the newest line about them, which is among the newest of the account.
const NEWCOMERS: &str = concat!(
    "select ",
    gathered!("n.account, n.holder, n.paid, n.currency, n.first_at", "n.first_at desc, n.payee"),
    " from (select f.account, f.payee, f.paid, f.first_at, a.currency, coalesce(",
    holder!(),
    ", (select g.party from posting g cross join transfer t where g.account = f.account and g.signed_amount < 0 \
     and t.id = g.transfer and t.credit = f.payee order by g.version desc limit 1)) as holder from account_owner o join first_payment f on f.account = o.account and f.first_at > $2 \
     join account a on a.id = f.payee where o.customer = $1) n"
);

/// What accounts `$1` know of payees `$2`.
pub const FIRST_PAYMENTS_OF: &str = concat!(
    "select ",
    gathered!("f.account, f.payee, f.first_at, f.paid", "f.account, f.payee"),
    " from first_payment f where ",
    among!("f.account", "$1"),
    " and ",
    among!("f.payee", "$2")
);

/// Makes first payments of what the database was filled with, past the ledger.
pub const FIRST_PAYMENTS: &str = "insert into first_payment (account, payee, first_at, paid) \
     select t.debit, t.credit, min(t.booked_at), cast(sum(t.amount) as bigint) from transfer t \
     join account a on a.id = t.debit join account b on b.id = t.credit \
     where t.kind in ('payment', 'standing-order') and a.number is not null and b.number is not null \
     group by t.debit, t.credit on conflict do nothing";

/// Limits of a payment, of a day, of somebody new; raises of each, with when they were asked for.
#[derive(Deserialize)]
pub struct LimitsRow(i64, i64, i64, Option<[Option<i64>; 6]>);

impl LimitsRow {
    /// As the bank knows them.
    pub fn limits(self) -> Limits {
        let [payment, payment_at, day, day_at, new_payee, new_payee_at] = self.3.unwrap_or_default();
        let limit = |set, to: Option<i64>, at: Option<i64>| Limit {
            set,
            raise: to.zip(at).map(|(to, at)| Raise { to, asked_at: Timestamp::from_micros(at) }),
        };
        Limits {
            payment: limit(self.0, payment, payment_at),
            day: limit(self.1, day, day_at),
            new_payee: limit(self.2, new_payee, new_payee_at),
        }
    }
}

/// Account, payee, when first, how much.
#[derive(Deserialize)]
pub struct FirstPaymentRow(i64, i64, Timestamp, i64);

impl FirstPaymentRow {
    /// As the ledger knows it.
    pub fn first_payment(self) -> FirstPayment {
        let (account, payee) = (AccountId::new(self.0), AccountId::new(self.1));
        FirstPayment { account, payee, first_at: self.2, paid: self.3 }
    }
}

/// When a raise that holds at `now` was asked for at the latest, in microseconds.
const fn asked_by(now: Timestamp) -> i64 {
    now.plus_seconds(-LIMIT_RAISE_WAIT_S).micros()
}

#[async_trait]
impl ports::Limits for Backend {
    async fn lower(
        &self,
        owner: CustomerId,
        (account, kind): (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement =
            Statement::new(lowering(kind)).with(owner.value()).with(account.value()).with(to).with(asked_by(now));
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn raise(
        &self,
        owner: CustomerId,
        (account, kind): (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement = Statement::new(raising(kind))
            .with(owner.value())
            .with(account.value())
            .with(to)
            .with(asked_by(now))
            .with(now.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn call_off(
        &self,
        owner: CustomerId,
        (account, kind): (AccountId, LimitKind),
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement = Statement::new(calling_off(kind)).with(owner.value()).with(account.value()).with(asked_by(now));
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn holders(&self, owner: CustomerId, account: AccountId) -> Result<Vec<CustomerId>, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(HOLDERS).bind(owner.value()).bind(account.value());
        let found = query.fetch_all(&self.pool).await.map_err(StorageError::new)?;
        Ok(found.into_iter().map(CustomerId::new).collect())
    }

    async fn acquaintance(
        &self,
        owner: CustomerId,
        account: AccountId,
        payee: AccountId,
    ) -> Result<Acquaintance, StorageError> {
        let query = sqlx::query_as::<_, (Option<i64>, Option<i64>)>(ACQUAINTANCE);
        let query = query.bind(owner.value()).bind(account.value()).bind(payee.value());
        let (since, paid) = query.fetch_one(&self.pool).await.map_err(StorageError::new)?;
        Ok(Acquaintance { since: since.map(Timestamp::from_micros), paid: paid.unwrap_or(0) })
    }

    async fn newcomers(&self, owner: CustomerId, now: Timestamp) -> Result<Vec<Newcomer>, StorageError> {
        let since = now.plus_seconds(-NEW_PAYEE_S).micros();
        let query = sqlx::query_scalar(NEWCOMERS).bind(owner.value()).bind(since);
        let found: Vec<(i64, String, i64, Currency, Timestamp)> = self.read(query).await?.unwrap_or_default();
        let newcomer = |(account, name, paid, currency, first_at)| Newcomer {
            account: AccountId::new(account),
            name,
            paid: Money::new(paid, currency),
            first_at,
        };
        Ok(found.into_iter().map(newcomer).collect())
    }
}
