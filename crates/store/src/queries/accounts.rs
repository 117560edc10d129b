//! Accounts, as their owners and their payers see them.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::{
        Account, AccountStatus, FirstPage, History, HistoryQuery, Regular, Span, Transaction, TransactionDetail,
    },
    ports::{self, PayeeAccount},
};
use model::{
    AccountId, AccountNumber, Currency, CustomerId, Money, PaymentId, Timestamp, TransferId, forms::HistoryKind,
};
use serde::Deserialize;

use super::{
    Backend,
    rows::{AccountRow, LineRow, account_columns, holder, limit_columns, line_columns, timing},
};

const LIST: &str = concat!(
    "select ",
    gathered!(account_columns!(), "a.opened_at, a.id"),
    " from account_owner o join account a on a.id = o.account join standing s on s.account = a.id \
     where o.customer = $1 and a.status <> 'closed'"
);

const ACCOUNT: &str = concat!(
    "select ",
    gathered!(account_columns!(), "a.id"),
    " from account_owner o join account a on a.id = o.account join standing s on s.account = a.id \
     where o.customer = $1 and o.account = $2"
);

const TRANSACTION: &str = concat!(
    "select ",
    gathered!(
        concat!(
            "a.currency, t.id, t.original_amount, t.original_currency, \
             (select y.id from payment y where y.id = t.payment and y.customer = o.customer), \
             case when t.reverses is null then 0 else 1 end, \
             case when exists (select 1 from transfer r where r.reverses = t.id) then 1 else 0 end, ",
            nested!(line_columns!())
        ),
        "p.version"
    ),
    " from account_owner o join account a on a.id = o.account join posting p on p.account = a.id \
     join transfer t on t.id = p.transfer where o.customer = $1 and o.account = $2 and p.version = $3"
);

// The newest lines of each account by its version, then the newest of those.
const LATEST: &str = concat!(
    "select ",
    gathered!(
        concat!("p.account, p.currency, ", nested!(line_columns!())),
        "p.booked_at desc, p.account, p.version desc"
    ),
    " from (select q.*, a.currency from account_owner o join account a on a.id = o.account \
     join standing s on s.account = a.id join posting q on q.account = a.id and q.version > s.version - $2 \
     where o.customer = $1 and a.status <> 'closed' \
     order by q.booked_at desc, q.account, q.version desc limit $2) p"
);

const REGULAR: &str = concat!(
    "select ",
    gathered!("r.account, r.party, r.amount, r.currency, r.kind, r.first_day, r.every, r.last_day, r.done", "r.id"),
    " from (select g.id, g.account, g.party, g.amount, a.currency, g.kind, g.first_day, g.every, null as last_day, \
     0 as done from account_owner o join account a on a.id = o.account join regular g on g.account = a.id \
     where o.customer = $1 and a.status <> 'closed' union all \
     select c.id, c.from_account, c.payee, -c.amount, c.currency, \
     case c.every when 'once' then 'payment' else 'standing-order' end, c.first_day, c.every, c.last_day, c.done \
     from account_owner o join schedule c on c.from_account = o.account \
     where o.customer = $1 and c.state = 'active') r"
);

// On the lines above the version `$3` up to `$4`.
const INTEREST: &str = "select cast(coalesce(sum(p.signed_amount), 0) as bigint) from account_owner o \
     join posting p on p.account = o.account where o.customer = $1 and o.account = $2 and p.version > $3 \
     and p.version <= $4 and p.kind = 'interest'";

const PAYEE: &str = concat!(
    "select ",
    gathered!("b.id, b.holder, b.currency, b.status", "b.id"),
    " from (select a.id, a.currency, a.status, ",
    holder!(),
    " as holder from account a where a.number = $1) b where b.holder is not null"
);

/// Currency, transfer, original amount and currency, payment, whether it reverses and was reversed; the line.
#[derive(Deserialize)]
struct DetailRow(Currency, i64, Option<i64>, Option<Currency>, Option<i64>, u8, u8, LineRow);

impl DetailRow {
    fn detail(self, account: AccountId) -> TransactionDetail {
        let Self(currency, transfer, original, original_currency, payment, puts_right, was_put_right, line) = self;
        TransactionDetail {
            line: line.line(account, currency),
            transfer: TransferId::new(transfer),
            original: original.zip(original_currency).map(|(minor, currency)| Money::new(minor, currency)),
            payment: payment.map(PaymentId::new),
            reverses: puts_right != 0,
            reversed: was_put_right != 0,
        }
    }
}

/// Account, party, amount, currency, kind; first day, how often, last day; how many are done with.
#[derive(Deserialize)]
struct RegularRow(i64, String, i64, Currency, HistoryKind, i64, String, Option<i64>, i64);

impl RegularRow {
    fn regular(self) -> Result<Regular, StorageError> {
        Ok(Regular {
            account: AccountId::new(self.0),
            party: self.1,
            amount: Money::new(self.2, self.3),
            kind: self.4,
            timing: timing(self.5, &self.6, self.7)?,
            done: self.8,
        })
    }
}

#[async_trait]
impl ports::Accounts for Backend {
    async fn list(&self, owner: CustomerId) -> Result<Vec<Account>, StorageError> {
        let rows: Vec<AccountRow> = self.read(sqlx::query_scalar(LIST).bind(owner.value())).await?.unwrap_or_default();
        rows.into_iter().map(AccountRow::account).collect()
    }

    async fn account(&self, owner: CustomerId, id: AccountId) -> Result<Option<Account>, StorageError> {
        let query = sqlx::query_scalar(ACCOUNT).bind(owner.value()).bind(id.value());
        let rows: Vec<AccountRow> = self.read(query).await?.unwrap_or_default();
        rows.into_iter().next().map(AccountRow::account).transpose()
    }

    async fn first_page(
        &self,
        owner: CustomerId,
        id: AccountId,
        limit: u32,
        moments: &[Timestamp],
    ) -> Result<FirstPage, StorageError> {
        self.newest_page(owner, id, limit, moments).await
    }

    async fn history(&self, owner: CustomerId, id: AccountId, query: &HistoryQuery) -> Result<History, StorageError> {
        self.filtered(owner, id, query).await
    }

    async fn span(
        &self,
        owner: CustomerId,
        id: AccountId,
        from: Timestamp,
        before: Timestamp,
    ) -> Result<Option<Span>, StorageError> {
        self.summed(owner, id, from, before).await
    }

    async fn lines(
        &self,
        owner: CustomerId,
        id: AccountId,
        after: i64,
        until: i64,
    ) -> Result<Vec<Transaction>, StorageError> {
        self.oldest_first(owner, id, after, until).await
    }

    async fn interest(&self, owner: CustomerId, id: AccountId, after: i64, until: i64) -> Result<i64, StorageError> {
        let query = sqlx::query_scalar(INTEREST).bind(owner.value()).bind(id.value()).bind(after).bind(until);
        query.fetch_one(&self.pool).await.map_err(StorageError::new)
    }

    async fn transaction(
        &self,
        owner: CustomerId,
        id: AccountId,
        version: i64,
    ) -> Result<Option<TransactionDetail>, StorageError> {
        let query = sqlx::query_scalar(TRANSACTION).bind(owner.value()).bind(id.value()).bind(version);
        let rows: Vec<DetailRow> = self.read(query).await?.unwrap_or_default();
        Ok(rows.into_iter().next().map(|row| row.detail(id)))
    }

    async fn latest(&self, owner: CustomerId, limit: u32) -> Result<Vec<Transaction>, StorageError> {
        let query = sqlx::query_scalar(LATEST).bind(owner.value()).bind(i64::from(limit));
        let rows: Vec<(i64, Currency, LineRow)> = self.read(query).await?.unwrap_or_default();
        Ok(rows.into_iter().map(|(account, currency, line)| line.line(AccountId::new(account), currency)).collect())
    }

    async fn regular(&self, owner: CustomerId) -> Result<Vec<Regular>, StorageError> {
        let rows: Vec<RegularRow> =
            self.read(sqlx::query_scalar(REGULAR).bind(owner.value())).await?.unwrap_or_default();
        rows.into_iter().map(RegularRow::regular).collect()
    }

    async fn payee(&self, number: AccountNumber) -> Result<Option<PayeeAccount>, StorageError> {
        let query = sqlx::query_scalar(PAYEE).bind(number.value());
        let rows: Vec<(i64, String, Currency, AccountStatus)> = self.read(query).await?.unwrap_or_default();
        let payee = |(id, holder, currency, status)| PayeeAccount { id: AccountId::new(id), holder, currency, status };
        Ok(rows.into_iter().next().map(payee))
    }
}
