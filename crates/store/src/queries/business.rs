//! Who may act for accounts of businesses, and the payments that take two people.

use async_trait::async_trait;
use bank::{
    StorageError,
    business::{Delegate, Looser, MadeFor, NEW_ACTING_S, Refused, Said, TwoPeople},
    payments::NameCheck,
    ports::{self, Noted},
    waits::{Ruling, WaitReason},
};
use model::{
    AccountId, AccountNumber, Currency, CustomerId, DelegateId, PaymentId, PowerId, Timestamp, forms::ActRole,
};
use serde::Deserialize;

use super::{
    Backend,
    payments::{PaymentRow, on_its_way, payment_columns},
    rows::{holder, known},
    statement::Statement,
};

/// How many of somebody's are listed: those that run before any that are over.
const LISTED: i64 = 100;

/// The columns of [`DelegateRow`], of a leave `d`, its account `a` and the owner `c` who gave it.
macro_rules! delegate_columns {
    () => {
        concat!(
            "d.id, d.account, ",
            holder!(),
            ", a.currency, d.owner, c.name, d.name, d.number, d.who, d.role, d.most, d.asked_at, d.began_at, \
             d.ended_at, d.power"
        )
    };
}

/// Whether an account of `$account` is one of the customer `$who`.
macro_rules! owns {
    ($who:literal, $account:literal) => {
        concat!("exists (select 1 from account_owner o where o.account = ", $account, " and o.customer = ", $who, ")")
    };
}

/// Whether `$who` acts for `$account` now, in a role and under more conditions.
macro_rules! acts {
    ($who:literal, $account:literal, $roles:literal $(, $more:literal)?) => {
        concat!(
            "exists (select 1 from delegate d where d.account = ",
            $account,
            " and d.who = ",
            $who,
            " and d.began_at is not null and d.ended_at is null and d.role in (",
            $roles,
            ")"
            $(, " and ", $more)?,
            ")"
        )
    };
}

const KEEP: &str = "insert into delegate (id, account, owner, name, number, who, role, most, asked_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id";

const DELEGATES: &str = concat!(
    "select ",
    gathered!(delegate_columns!(), "d.id desc"),
    " from (select * from delegate l where l.account = $2 and ",
    owns!("$1", "l.account"),
    " order by case when l.began_at is not null and l.ended_at is null then 0 else 1 end, l.id desc limit $3) d join account a on a.id = d.account join customer c on c.id = d.owner"
);

const HELD: &str = concat!(
    "select ",
    gathered!(delegate_columns!(), "d.id desc"),
    " from (select * from delegate l where l.who = $1 and l.ended_at is null \
     order by case when l.began_at is not null then 0 else 1 end, l.id desc limit $2) d \
     join account a on a.id = d.account join customer c on c.id = d.owner"
);

// What a power of attorney gives begins and ends with that, and not here.
const BEGIN: &str = "update delegate set began_at = $3 \
     where id = $2 and who = $1 and began_at is null and ended_at is null and power is null returning id";

const END: &str = concat!(
    "update delegate set ended_at = $3 where id = $2 and ended_at is null and power is null and (who = $1 or ",
    owns!("$1", "delegate.account"),
    ") returning id"
);

const RULE: &str = "select from_minor, looser_minor, looser_asked_at, version from two_people where account = $1";

const SET_RULE: &str = concat!(
    "insert into two_people (account, from_minor, looser_minor, looser_asked_at, version) \
     select $2, $3, $4, $5, $6 + 1 where ",
    owns!("$1", "$2"),
    " on conflict (account) do update set from_minor = excluded.from_minor, looser_minor = excluded.looser_minor, \
     looser_asked_at = excluded.looser_asked_at, version = excluded.version where two_people.version = $6 \
     returning account"
);

// Whoever makes a payment may do so in this moment. One that is made already stays as it was noted.
const NOTE: &str = concat!(
    "insert into payment_made_for \
     (payment, account, maker, noted_at, name_check, name_shown, then_reason, then_seconds) \
     select $1, $2, $3, $4, $5, $6, $7, $8 where ",
    owns!("$3", "$2"),
    " or ",
    acts!("$3", "$2", "'prepare', 'both'"),
    " on conflict (payment) do update set account = excluded.account, noted_at = excluded.noted_at, \
     name_check = excluded.name_check, name_shown = excluded.name_shown, then_reason = excluded.then_reason, \
     then_seconds = excluded.then_seconds where payment_made_for.maker = excluded.maker \
     and not exists (select 1 from payment p where p.id = excluded.payment) returning payment"
);

/// The columns of [`MadeRow`] and the rows they are of: payments that were made for a business.
macro_rules! made {
    ($order:literal) => {
        concat!(
            "select ",
            gathered!(
                concat!(
                    nested!(payment_columns!()),
                    ", ",
                    holder!(),
                    ", (select min(o.customer) from account_owner o where o.account = m.account), c.name, case when ",
                    owns!("m.maker", "m.account"),
                    " then 1 else 0 end, m.name_check, m.name_shown, m.then_reason, m.then_seconds, w.said_by, s.name, \
                     w.said_at, w.why"
                ),
                $order
            ),
            " from payment_made_for m join payment p on p.id = m.payment and p.from_account = m.account join account a on a.id = m.account \
             join customer c on c.id = m.maker left join payment_wait w on w.payment = m.payment \
             left join customer s on s.id = w.said_by",
            on_its_way!()
        )
    };
}

/// Whether a payment `m` is the customer `$1`'s to see.
macro_rules! sees {
    () => {
        concat!(
            "(m.maker = $1 or ",
            owns!("$1", "m.account"),
            " or ",
            acts!("$1", "m.account", "'approve', 'both'"),
            ")"
        )
    };
}

const MADE: &str = concat!(made!("m.payment"), " where m.payment = $1");

const SEEN: &str = concat!(made!("m.payment"), " where m.payment = $2 and ", sees!());

const WAITING: &str = concat!(
    made!("w.until, m.payment"),
    " where m.payment in (select x.payment from payment_wait x where x.ended_at is null and x.reason = 'second') and ",
    sees!()
);

const OPEN: &str = concat!(
    made!("m.payment"),
    " where m.payment in (select f.payment from account_owner o join payment_made_for f on f.account = o.account \
     where o.customer = $1 union select x.payment from payment_wait x where x.said_by = $1 and x.ended_at is null) \
     and w.ended_at is null and p.state = 'submitted'"
);

/// Says something of the payment `$1`, as `$2`, at `$3`: it waits for `$4` until `$5`, and `$6` is why. What decides is the
/// reason for which it waits: one row, changed once. Nobody says anything of what they have made; whoever does may, since
/// `$7` at the latest, and whoever has made it still could, since `$8` at the latest.
const SAY: &str = concat!(
    "update payment_wait set reason = $4, until = $5, try_at = $5, said_by = $2, said_at = $3, why = $6 \
     where payment = $1 and reason = 'second' and ended_at is null and until > $3 and customer <> $2 and exists \
     (select 1 from payment_made_for m join payment p on p.id = m.payment and p.from_account = m.account \
     where m.payment = $1 and (",
    owns!("$2", "m.account"),
    " or ",
    acts!("$2", "m.account", "'approve', 'both'", "(d.most is null or d.most >= p.amount) and d.began_at <= $7"),
    ") and (",
    owns!("m.maker", "m.account"),
    " or ",
    acts!("m.maker", "m.account", "'prepare', 'both'", "d.began_at <= $8"),
    ")) returning payment"
);

/// A leave as it is read.
#[derive(Deserialize)]
struct DelegateRow {
    id: i64,
    account: i64,
    business: String,
    currency: Currency,
    owner: i64,
    owner_name: String,
    name: String,
    number: i64,
    who: Option<i64>,
    role: ActRole,
    most: Option<i64>,
    asked_at: Timestamp,
    began_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    power: Option<i64>,
}

impl DelegateRow {
    fn delegate(self) -> Result<Delegate, StorageError> {
        Ok(Delegate {
            id: DelegateId::new(self.id),
            account: AccountId::new(self.account),
            business: self.business,
            currency: self.currency,
            owner: CustomerId::new(self.owner),
            owner_name: self.owner_name,
            name: self.name,
            number: known(AccountNumber::from_value(self.number), "account number")?,
            who: self.who.map(CustomerId::new),
            role: self.role,
            most: self.most,
            asked_at: self.asked_at,
            began_at: self.began_at,
            ended_at: self.ended_at,
            power: self.power.map(PowerId::new),
        })
    }
}

fn delegates(rows: Option<Vec<DelegateRow>>) -> Result<Vec<Delegate>, StorageError> {
    rows.unwrap_or_default().into_iter().map(DelegateRow::delegate).collect()
}

/// A payment made for a business, as it is read.
#[derive(Deserialize)]
struct MadeRow {
    payment: PaymentRow,
    business: String,
    owner: i64,
    maker: String,
    by_owner: u8,
    name_check: Option<String>,
    name_shown: Option<String>,
    then_reason: Option<WaitReason>,
    then_seconds: Option<i64>,
    said_by: Option<i64>,
    said_name: Option<String>,
    said_at: Option<Timestamp>,
    why: Option<String>,
}

impl MadeRow {
    fn made(self) -> Result<MadeFor, StorageError> {
        let payment = self.payment.payment()?;
        let name = self.name_check.map(|code| name_check(&code, self.name_shown)).transpose()?;
        let said = self.said_by.zip(self.said_name).zip(self.said_at);
        let said = said.map(|((who, name), at)| Said { who: CustomerId::new(who), name, at });
        let is_refused = payment.wait.is_some_and(|wait| wait.reason == WaitReason::Refused);
        let (approved, refused) = if is_refused { (None, said) } else { (said, None) };
        Ok(MadeFor {
            payment,
            business: self.business,
            owner: CustomerId::new(self.owner),
            maker: self.maker,
            by_owner: self.by_owner != 0,
            name,
            then: self.then_reason.zip(self.then_seconds).map(|(reason, seconds)| Ruling { reason, seconds }),
            approved,
            refused: refused.map(|said| Refused { said, why: self.why.unwrap_or_default() }),
        })
    }
}

fn name_check(code: &str, shown: Option<String>) -> Result<NameCheck, StorageError> {
    let check = match (code, shown) {
        ("match", _) => Some(NameCheck::Match),
        ("close", Some(shown)) => Some(NameCheck::Close(shown)),
        ("differs", _) => Some(NameCheck::Differs),
        ("unavailable", _) => Some(NameCheck::Unavailable),
        _ => None,
    };
    known(check, "outcome of comparing names")
}

impl Backend {
    /// Says something of a payment; whether it could be said.
    async fn say(
        &self,
        (who, payment): (CustomerId, PaymentId),
        (at, maker_since): (Timestamp, Timestamp),
        (reason, until): (WaitReason, Timestamp),
        why: Option<String>,
    ) -> Result<bool, StorageError> {
        let statement = Statement::new(SAY)
            .with(payment.value())
            .with(who.value())
            .with(at.micros())
            .with(reason.code().to_owned())
            .with(until.micros())
            .with(why)
            .with(at.plus_seconds(-NEW_ACTING_S).micros())
            .with(maker_since.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn made_for(
        &self,
        sql: &'static str,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<MadeFor>, StorageError> {
        let query = ids.into_iter().fold(sqlx::query_scalar(sql), sqlx::query::QueryScalar::bind);
        let rows: Option<Vec<MadeRow>> = self.read(query).await?;
        rows.unwrap_or_default().into_iter().map(MadeRow::made).collect()
    }
}

#[async_trait]
impl ports::Business for Backend {
    async fn keep(&self, delegate: &Delegate) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(delegate.id.value())
            .with(delegate.account.value())
            .with(delegate.owner.value())
            .with(delegate.name.clone())
            .with(delegate.number.value())
            .with(delegate.who.map(CustomerId::value))
            .with(delegate.role.code().to_owned())
            .with(delegate.most)
            .with(delegate.asked_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn delegates(&self, owner: CustomerId, account: AccountId) -> Result<Vec<Delegate>, StorageError> {
        let query = sqlx::query_scalar(DELEGATES).bind(owner.value()).bind(account.value()).bind(LISTED);
        delegates(self.read(query).await?)
    }

    async fn held(&self, who: CustomerId) -> Result<Vec<Delegate>, StorageError> {
        delegates(self.read(sqlx::query_scalar(HELD).bind(who.value()).bind(LISTED)).await?)
    }

    async fn begin(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(BEGIN).with(who.value()).with(id.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn end(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(END).with(who.value()).with(id.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn rule(&self, account: AccountId) -> Result<TwoPeople, StorageError> {
        let query = sqlx::query_as::<_, (Option<i64>, Option<i64>, Option<i64>, i64)>(RULE).bind(account.value());
        let found = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        let Some((set, to, asked_at, version)) = found else { return Ok(TwoPeople::default()) };
        let looser = asked_at.map(|at| Looser { to, asked_at: Timestamp::from_micros(at) });
        Ok(TwoPeople { set, looser, version })
    }

    async fn set_rule(&self, owner: CustomerId, account: AccountId, rule: TwoPeople) -> Result<bool, StorageError> {
        let statement = Statement::new(SET_RULE)
            .with(owner.value())
            .with(account.value())
            .with(rule.set)
            .with(rule.looser.and_then(|looser| looser.to))
            .with(rule.looser.map(|looser| looser.asked_at.micros()))
            .with(rule.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn note(&self, noted: &Noted) -> Result<bool, StorageError> {
        let shown = match &noted.name {
            Some(NameCheck::Close(shown)) => Some(shown.clone()),
            _ => None,
        };
        let statement = Statement::new(NOTE)
            .with(noted.payment.value())
            .with(noted.account.value())
            .with(noted.maker.value())
            .with(noted.at.micros())
            .with(noted.name.as_ref().map(|name| name.code().to_owned()))
            .with(shown)
            .with(noted.then.map(|ruling| ruling.reason.code().to_owned()))
            .with(noted.then.map(|ruling| ruling.seconds));
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn made(&self, payment: PaymentId) -> Result<Option<MadeFor>, StorageError> {
        Ok(self.made_for(MADE, [payment.value()]).await?.pop())
    }

    async fn seen(&self, who: CustomerId, payment: PaymentId) -> Result<Option<MadeFor>, StorageError> {
        Ok(self.made_for(SEEN, [who.value(), payment.value()]).await?.pop())
    }

    async fn waiting(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError> {
        self.made_for(WAITING, [who.value()]).await
    }

    async fn open(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError> {
        self.made_for(OPEN, [who.value()]).await
    }

    async fn approve(
        &self,
        who: CustomerId,
        payment: PaymentId,
        when: (Timestamp, Timestamp),
        then: (WaitReason, Timestamp),
    ) -> Result<bool, StorageError> {
        self.say((who, payment), when, then, None).await
    }

    async fn refuse(
        &self,
        who: CustomerId,
        payment: PaymentId,
        (why, at): (&str, Timestamp),
    ) -> Result<bool, StorageError> {
        self.say((who, payment), (at, at), (WaitReason::Refused, at), Some(why.to_owned())).await
    }
}
