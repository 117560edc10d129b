//! Who plays, their towns, and how far their lessons have come.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::AccountStatus,
    ledger::UNLIMITED,
    ports,
    practice::{Lesson, PlayAccount, Player, Progress, Town},
};
use model::{AccountNumber, CustomerId, Language, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Backend, rows::known, statement::Statement};

/// The most one payment in practice may be, in minor units: more than there is.
const PAYMENT_LIMIT: i64 = 500_000;

const STRANGERS: &str = concat!(
    "select ",
    gathered!("s.id", "s.id"),
    " from (select c.id from customer c where not exists (select 1 from player p where p.serial = c.id) limit 1) s"
);

const PLAYER: &str = concat!(
    "select ",
    gathered!("p.serial, p.language, p.ready, l.lesson, l.done, l.started_at, l.finished_at", "l.lesson"),
    " from (select * from player where customer = $1 order by chosen desc, serial desc limit 1) p \
     left join lesson l on l.customer = p.customer"
);

const JOIN: &str = "insert into player (serial, customer, language) \
     select coalesce(max(serial), 0) + 1, $1, $2 from player where true on conflict do nothing";

const CHOOSE: &str = "update player set chosen = (select max(o.chosen) + 1 from player o where o.customer = $1) \
     where customer = $1 and language = $2";

const CUSTOMER: &str = "insert into customer (id, username, name, greeting, status, language, text_size, theme, \
     password_hash, totp_secret, created_at) \
     values ($1, $2, $3, $3, 'active', $4, 'standard', 'device', '', $5, $6) on conflict do nothing";

const ACCOUNTS: &str = concat!(
    "insert into account (id, number, kind, name, currency, status, payment_limit, daily_limit, opened_at) select ",
    picked!(int 0, int 1, text 2, text 3, text 4, text 5, int 6, int 7, int 8),
    " from ",
    rows!("$1"),
    " where true on conflict do nothing"
);

const STANDINGS: &str = concat!(
    "insert into standing (account, min_balance) select ",
    picked!(int 0, int 1),
    " from ",
    rows!("$1"),
    " where true on conflict do nothing"
);

const OWNERS: &str = concat!(
    "insert into account_owner (customer, account) select ",
    picked!(int 0, int 1),
    " from ",
    rows!("$1"),
    " where true on conflict do nothing"
);

const READY: &str = "update player set ready = 1 where serial = $1";

const SET_STATUS: &str = "update account set status = $2 \
     where status <> $2 and id in (select account from account_owner where customer = $1)";

const KEEP: &str = "insert into lesson (customer, lesson, done, started_at, finished_at) values ($1, $2, $3, $4, $5) \
     on conflict (customer, lesson) do update set done = excluded.done, started_at = excluded.started_at, \
     finished_at = excluded.finished_at";

/// The player, the language of their town, whether it is complete, and one lesson: empty where they have begun none.
#[derive(Deserialize)]
struct PlayerRow(i64, Language, i64, Option<Lesson>, Option<u8>, Option<Timestamp>, Option<Timestamp>);

impl PlayerRow {
    fn progress(&self) -> Result<Option<Progress>, StorageError> {
        let Some(lesson) = self.3 else { return Ok(None) };
        let (done, started_at) = known(self.4.zip(self.5), "lesson")?;
        Ok(Some(Progress { lesson, done, started_at, finished_at: self.6 }))
    }
}

/// A row of [`ACCOUNTS`].
fn account(town: &Town, account: &PlayAccount) -> impl Serialize + use<> {
    (
        account.id.value(),
        account.number.map(AccountNumber::value),
        account.kind,
        account.name.clone(),
        town.currency,
        AccountStatus::Open,
        PAYMENT_LIMIT,
        UNLIMITED,
        town.at,
    )
}

/// A row of [`STANDINGS`]: the bank's own account is where play money comes from.
fn standing(account: &PlayAccount) -> (i64, i64) {
    (account.id.value(), if account.number.is_none() { -UNLIMITED } else { 0 })
}

fn json<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<String, StorageError> {
    serde_json::to_string(&rows.collect::<Vec<_>>()).map_err(StorageError::new)
}

#[async_trait]
impl ports::Practice for Backend {
    async fn is_play_only(&self) -> Result<bool, StorageError> {
        let strangers: Vec<(i64,)> = self.read(sqlx::query_scalar(STRANGERS)).await?.unwrap_or_default();
        Ok(strangers.is_empty())
    }

    async fn player(&self, customer: CustomerId) -> Result<Option<Player>, StorageError> {
        let rows: Vec<PlayerRow> =
            self.read(sqlx::query_scalar(PLAYER).bind(customer.value())).await?.unwrap_or_default();
        let Some(PlayerRow(serial, language, ready, ..)) = rows.first() else { return Ok(None) };
        let (serial, language, ready) = (*serial, *language, *ready == 1);
        let lessons = rows.iter().filter_map(|row| row.progress().transpose()).collect::<Result<_, _>>()?;
        Ok(Some(Player { serial, language, ready, lessons }))
    }

    async fn join(&self, customer: CustomerId, language: Language) -> Result<(), StorageError> {
        let of = |sql| Statement::new(sql).with(customer.value()).with(language.code());
        self.write(of(JOIN)).await?;
        self.write(of(CHOOSE)).await.map(drop)
    }

    async fn found(&self, town: &Town) -> Result<(), StorageError> {
        let player = town.player.value();
        let customer = Statement::new(CUSTOMER)
            .with(player)
            .with(format!("player-{player}"))
            .with(town.name.clone())
            .with(town.language.code())
            .with(Vec::<u8>::new())
            .with(town.at.micros());
        self.write(customer).await?;
        let accounts = json(town.accounts.iter().map(|one| account(town, one)))?;
        self.write(Statement::new(ACCOUNTS).with(accounts)).await?;
        let standings = json(town.accounts.iter().map(standing))?;
        self.write(Statement::new(STANDINGS).with(standings)).await?;
        let owners = json(town.accounts.iter().filter(|one| one.own).map(|one| (player, one.id.value())))?;
        self.write(Statement::new(OWNERS).with(owners)).await.map(drop)
    }

    async fn ready(&self, player: CustomerId) -> Result<(), StorageError> {
        self.write(Statement::new(READY).with(player.value())).await.map(drop)
    }

    async fn set_status(&self, player: CustomerId, status: AccountStatus) -> Result<(), StorageError> {
        self.write(Statement::new(SET_STATUS).with(player.value()).with(status.code())).await.map(drop)
    }

    async fn keep(&self, customer: CustomerId, progress: &Progress) -> Result<(), StorageError> {
        let statement = Statement::new(KEEP)
            .with(customer.value())
            .with(progress.lesson.code())
            .with(i64::from(progress.done))
            .with(progress.started_at.micros())
            .with(progress.finished_at.map(Timestamp::micros));
        self.write(statement).await.map(drop)
    }
}
