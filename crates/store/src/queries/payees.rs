//! The people who were paid, and what is said of them.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::{Among, KnownPayee, Saying},
    ports,
};
use model::{AccountId, Currency, CustomerId, Money, PaymentId, Timestamp};
use serde::Deserialize;

use super::{Backend, rows::payee_number, statement::Statement};

// Found by way of the newest lines of each account, which lie together: payments have no index by who made them, which
// every payment would pay for. Of whom something was said, a payment is known beside it. Ids of transfers are made in the
// order of time, so that the last to each is found by numbers alone. The crossed joins keep the order in which SQLite
// looks the tables up.
const KNOWN: &str = concat!(
    "select ",
    gathered!(
        "p.id, p.to_account, p.payee, p.payee_number, p.amount, p.currency, p.settled_at, p.nickname, p.favourite, \
         p.listed, p.iban",
        "p.favourite desc, p.settled_at desc, p.id desc"
    ),
    " from (select l.* from (select k.*, coalesce(y.nickname, '') as nickname, coalesce(y.favourite, 0) as favourite, x.iban, \
     case when coalesce(y.removed_at, 0) < k.settled_at then 1 else 0 end as listed \
     from (select n.account, max(n.transfer) as transfer from (select t.credit as account, t.id as transfer \
     from account_owner o cross join standing s cross join posting g cross join transfer t cross join payment m \
     where o.customer = $1 and s.account = o.account and g.account = s.account and g.version > s.version - $2 \
     and g.kind in ('payment', 'standing-order') and g.signed_amount < 0 and t.id = g.transfer \
     and ($3 = 0 or t.credit = $3) and m.id = t.payment and m.customer = $1 and m.state = 'settled' \
     union all select m.to_account, m.transfer from payee r cross join payment m where r.owner = $1 \
     and ($3 = 0 or r.account = $3) and m.id = r.payment and m.customer = $1 and m.state = 'settled') n \
     group by n.account) z cross join transfer f cross join payment k \
     left join payee y on y.owner = $1 and y.account = k.to_account \
     left join outside_account x on x.account = k.to_account \
     where f.id = z.transfer and k.id = f.payment and not exists \
     (select 1 from account_owner w where w.customer = $1 and w.account = k.to_account)) l \
     where l.listed >= $4 order by l.favourite desc, l.settled_at desc, l.id desc limit $5) p"
);

/// Keeps one thing that is said of a payee, and leaves the others as they are.
macro_rules! saying {
    ($column:literal) => {
        concat!(
            "insert into payee (owner, account, payment, ",
            $column,
            ") values ($1, $2, $3, $4) on conflict (owner, account) do update set payment = excluded.payment, ",
            $column,
            " = excluded.",
            $column
        )
    };
}

/// A row of [`KNOWN`].
#[derive(Deserialize)]
struct KnownRow {
    payment: i64,
    account: i64,
    name: String,
    number: i64,
    amount: i64,
    currency: Currency,
    paid_at: Timestamp,
    nickname: String,
    favourite: i64,
    listed: i64,
    iban: Option<String>,
}

impl KnownRow {
    fn payee(self) -> Result<KnownPayee, StorageError> {
        Ok(KnownPayee {
            payment: PaymentId::new(self.payment),
            account: AccountId::new(self.account),
            name: self.name,
            number: payee_number(self.number, self.iban.as_deref())?,
            amount: Money::new(self.amount, self.currency),
            paid_at: self.paid_at,
            nickname: self.nickname,
            favourite: self.favourite == 1,
            listed: self.listed == 1,
        })
    }
}

#[async_trait]
impl ports::Payees for Backend {
    async fn known(&self, owner: CustomerId, among: Among) -> Result<Vec<KnownPayee>, StorageError> {
        let query = sqlx::query_scalar(KNOWN)
            .bind(owner.value())
            .bind(i64::from(among.lines))
            .bind(among.only.map_or(0, AccountId::value))
            .bind(i64::from(!among.removed))
            .bind(i64::from(among.limit));
        let found: Vec<KnownRow> = self.read(query).await?.unwrap_or_default();
        found.into_iter().map(KnownRow::payee).collect()
    }

    async fn say(
        &self,
        owner: CustomerId,
        payee: AccountId,
        payment: PaymentId,
        saying: Saying,
    ) -> Result<(), StorageError> {
        let of = |sql| Statement::new(sql).with(owner.value()).with(payee.value()).with(payment.value());
        let said = match saying {
            Saying::Nickname(nickname) => of(saying!("nickname")).with(nickname),
            Saying::Favourite(favourite) => of(saying!("favourite")).with(i64::from(favourite)),
            Saying::Removed(at) => of(saying!("removed_at")).with(at.micros()),
            Saying::Listed => of(saying!("removed_at")).with(0_i64),
        };
        self.write(said).await.map(drop)
    }
}
