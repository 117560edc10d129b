//! Powers of attorney, and the leave that each gives.

use async_trait::async_trait;
use bank::{
    StorageError,
    business::Delegate,
    calendar::{day_from_number, day_number},
    mandates::Mandate,
    ports,
    powers::Power,
};
use jiff::civil::Date;
use model::{AccountId, CustomerId, PowerId, StaffId, Timestamp, forms::PowerKind};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// How many of somebody's are listed: those that were not ended before any that were.
const LISTED: i64 = 100;

/// The columns of [`PowerRow`], of a power `p`, its donor `d` and its attorney `w`.
macro_rules! power_columns {
    () => {
        concat!(
            "p.id, p.donor, d.name, p.attorney, w.name, p.kind, p.document, p.last_day, p.asked_by, p.asked_at, \
             p.agreed_by, p.agreed_at, p.began_at, p.ended_at, ",
            // As text on both databases.
            "'' || (select ",
            gathered!("a.account, a.power", "a.account"),
            " from power_account a where a.power = p.id)"
        )
    };
}

/// Whether the power `$power` began at `$at` and has given nothing yet. Of two who accept it in one moment, whoever
/// comes second finds the leave to look that the first has got.
macro_rules! has_given_nothing {
    ($power:literal, $at:literal) => {
        concat!(
            "exists (select 1 from power_of_attorney p where p.id = ",
            $power,
            " and p.began_at = ",
            $at,
            " and p.ended_at is null) and not exists (select 1 from mandate l where l.power = ",
            $power,
            ")"
        )
    };
}

const KEEP: &str = "insert into power_of_attorney \
     (id, donor, attorney, kind, document, last_day, asked_by, asked_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id";

const OF_DONOR: &str = concat!(
    "select ",
    gathered!(power_columns!(), "p.id desc"),
    " from (select * from power_of_attorney where donor = $1 \
     order by case when ended_at is null then 0 else 1 end, id desc limit $2) p \
     join customer d on d.id = p.donor join customer w on w.id = p.attorney"
);

const OF_ATTORNEY: &str = concat!(
    "select ",
    gathered!(power_columns!(), "p.id desc"),
    " from (select * from power_of_attorney where attorney = $1 \
     order by case when ended_at is null then 0 else 1 end, id desc limit $2) p \
     join customer d on d.id = p.donor join customer w on w.id = p.attorney"
);

const PAST: &str = concat!(
    "select ",
    gathered!(power_columns!(), "p.id desc"),
    " from power_of_attorney p join customer d on d.id = p.donor join customer w on w.id = p.attorney \
     where p.last_day < $1 and p.ended_at is null"
);

const AGREE: &str = "update power_of_attorney set agreed_by = $2, agreed_at = $3 \
     where id = $1 and asked_by <> $2 and agreed_at is null and ended_at is null returning id";

// Whoever comes second waits here for the first, and then finds that it has begun.
const BEGIN: &str = "update power_of_attorney set began_at = $3 where id = $1 and attorney = $2 \
     and agreed_at is not null and began_at is null and ended_at is null returning id";

const GIVE_ACCOUNT: &str = concat!(
    "insert into power_account (power, account) select $1, $2 where ",
    has_given_nothing!("$1", "$3"),
    " returning power"
);

const GIVE_ACT: &str = concat!(
    "insert into delegate (id, account, owner, name, number, who, role, most, asked_at, began_at, power) \
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 where ",
    has_given_nothing!("$11", "$10"),
    " returning id"
);

// Behind the rest of what it gives: from here on it has given something.
const GIVE_LOOKS: &str = concat!(
    "insert into mandate (id, owner, name, number, carer, last_day, asked_at, began_at, power) \
     select $1, $2, $3, $4, $5, $6, $7, $8, $9 where ",
    has_given_nothing!("$9", "$8"),
    " returning id"
);

// The accounts that are looked at are those of the power. No row where the leave to look is not there, or was there
// before with its accounts: then it was not this call that began it.
const GIVE_SHOWN: &str = "insert into mandate_account (mandate, account) \
     select l.id, a.account from mandate l join power_account a on a.power = l.power \
     where l.id = $1 and not exists (select 1 from mandate_account o where o.mandate = l.id) returning mandate";

// Whoever ends it while it begins is either first, and it does not begin, or waits, and ends what it has given.
const LOCK: &str = concat!("select s.id from power_of_attorney s where s.id = $1", locking!());

const END_LOOKS: &str = "update mandate set ended_at = $2 where power = $1 and ended_at is null returning id";

const END_ACTS: &str = "update delegate set ended_at = $2 where power = $1 and ended_at is null returning id";

const END: &str = "update power_of_attorney set ended_at = $2 where id = $1 and ended_at is null returning id";

/// A power of attorney as it is read.
#[derive(Deserialize)]
struct PowerRow {
    id: i64,
    donor: i64,
    donor_name: String,
    attorney: i64,
    attorney_name: String,
    kind: PowerKind,
    document: String,
    last: Option<i64>,
    asked_by: i64,
    asked_at: Timestamp,
    agreed_by: Option<i64>,
    agreed_at: Option<Timestamp>,
    began_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    accounts: String,
}

impl PowerRow {
    fn power(self) -> Result<Power, StorageError> {
        let accounts: Vec<(i64, i64)> = serde_json::from_str(&self.accounts).map_err(StorageError::new)?;
        Ok(Power {
            id: PowerId::new(self.id),
            donor: CustomerId::new(self.donor),
            donor_name: self.donor_name,
            attorney: CustomerId::new(self.attorney),
            attorney_name: self.attorney_name,
            kind: self.kind,
            document: self.document,
            last: self.last.map(day_from_number),
            accounts: accounts.into_iter().map(|(account, _)| AccountId::new(account)).collect(),
            asked_by: StaffId::new(self.asked_by),
            asked_at: self.asked_at,
            agreed_by: self.agreed_by.map(StaffId::new),
            agreed_at: self.agreed_at,
            began_at: self.began_at,
            ended_at: self.ended_at,
        })
    }
}

fn powers(rows: Option<Vec<PowerRow>>) -> Result<Vec<Power>, StorageError> {
    rows.unwrap_or_default().into_iter().map(PowerRow::power).collect()
}

/// The leave to pay from an account, which the power `id` gives where it begins `at`.
fn gives_act(one: &Delegate, id: PowerId, at: Option<i64>) -> Statement {
    Statement::new(GIVE_ACT)
        .with(one.id.value())
        .with(one.account.value())
        .with(one.owner.value())
        .with(one.name.clone())
        .with(one.number.value())
        .with(one.who.map(CustomerId::value))
        .with(one.role.code().to_owned())
        .with(one.most)
        .with(one.asked_at.micros())
        .with(at)
        .with(id.value())
}

/// The leave to look, which the power `id` gives where it begins `at`.
fn gives_looks(one: &Mandate, id: PowerId, at: Option<i64>) -> Statement {
    Statement::new(GIVE_LOOKS)
        .with(one.id.value())
        .with(one.owner.value())
        .with(one.name.clone())
        .with(one.number.value())
        .with(one.carer.map(CustomerId::value))
        .with(day_number(one.last))
        .with(one.asked_at.micros())
        .with(at)
        .with(id.value())
}

#[async_trait]
impl ports::Powers for Backend {
    async fn keep(&self, power: &Power) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(power.id.value())
            .with(power.donor.value())
            .with(power.attorney.value())
            .with(power.kind.code().to_owned())
            .with(power.document.clone())
            .with(power.last.map(day_number))
            .with(power.asked_by.value())
            .with(power.asked_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn of_donor(&self, donor: CustomerId) -> Result<Vec<Power>, StorageError> {
        powers(self.read(sqlx::query_scalar(OF_DONOR).bind(donor.value()).bind(LISTED)).await?)
    }

    async fn of_attorney(&self, attorney: CustomerId) -> Result<Vec<Power>, StorageError> {
        powers(self.read(sqlx::query_scalar(OF_ATTORNEY).bind(attorney.value()).bind(LISTED)).await?)
    }

    async fn agree(&self, id: PowerId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(AGREE).with(id.value()).with(member.value()).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn begin(&self, power: &Power, acts: &[Delegate], looks: &Mandate) -> Result<bool, StorageError> {
        let (id, at) = (power.id, power.began_at.map(Timestamp::micros));
        let begun = Statement::new(BEGIN).with(id.value()).with(power.attorney.value()).with(at);
        let mut statements = vec![begun];
        for account in &power.accounts {
            statements.push(Statement::new(GIVE_ACCOUNT).with(id.value()).with(account.value()).with(at));
        }
        statements.extend(acts.iter().map(|one| gives_act(one, id, at)));
        statements.push(gives_looks(looks, id, at));
        statements.push(Statement::new(GIVE_SHOWN).with(looks.id.value()));
        Ok(!self.write_all(statements).await?.is_empty())
    }

    async fn end(&self, id: PowerId, at: Timestamp) -> Result<bool, StorageError> {
        let mut statements = vec![Statement::new(LOCK).with(id.value())];
        for sql in [END_LOOKS, END_ACTS, END] {
            statements.push(Statement::new(sql).with(id.value()).with(at.micros()));
        }
        Ok(!self.write_all(statements).await?.is_empty())
    }

    async fn past(&self, today: Date) -> Result<Vec<Power>, StorageError> {
        powers(self.read(sqlx::query_scalar(PAST).bind(day_number(today))).await?)
    }
}
