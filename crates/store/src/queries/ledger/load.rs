//! Reading the rows that a group of commands touches.

use std::collections::BTreeSet;

use bank::{
    accounts::AccountStatus,
    ledger::{Action, Book, Command, LedgerAccount, OpenHold, PastTransfer, Receipt, TransferOrder},
};
use model::{AccountId, Currency, HoldId, Money, Timestamp, TransferId};
use serde::{Deserialize, de::DeserializeOwned};

use super::{
    super::{
        Connection, Db,
        limits::{FIRST_PAYMENTS_OF, FirstPaymentRow, LimitsRow},
        rows::{from_hex, limit_columns},
    },
    group::Kept,
};

/// The rows that a group of commands touches.
pub struct Loaded {
    /// Accounts, holds, earlier transfers.
    pub book: Book,
    /// What was answered under the keys of the group before.
    pub kept: Kept,
}

/// What the commands of a group name.
#[derive(Default)]
struct Named<'a> {
    accounts: BTreeSet<i64>,
    holds: BTreeSet<i64>,
    transfers: BTreeSet<i64>,
    keys: Vec<&'a str>,
    /// The accounts that pay somebody new, and whom they pay.
    new: (BTreeSet<i64>, BTreeSet<i64>),
    /// Whether a hold or transfer stands for accounts that the command does not name.
    indirect: bool,
}

/// Reads, and where several write locks, everything that `commands` touch.
///
/// Accounts come first: once they are locked, nobody else changes a hold on them, reverses a transfer between them
/// or pays from them under the same key.
pub async fn touched_by<'a>(
    connection: &mut Connection,
    commands: impl Iterator<Item = &'a Command>,
) -> Result<Loaded, sqlx::Error> {
    let mut named = Named::default();
    commands.for_each(|command| named.add(command));
    if named.indirect {
        let ids = (json(&named.holds), json(&named.transfers));
        let meant: String = sqlx::query_scalar(BEHIND).bind(ids.0).bind(ids.1).fetch_one(&mut *connection).await?;
        named.accounts.extend(rows::<(i64,)>(&meant)?.into_iter().map(|(id,)| id));
    }
    let accounts: Vec<AccountRow> = gather(connection, ACCOUNTS, &named.accounts).await?;
    let holds: Vec<OpenHoldRow> = gather(connection, HOLDS, &named.holds).await?;
    let past: Vec<PastRow> = gather(connection, PAST, &named.transfers).await?;
    let first = first_payments(connection, &named).await?;
    let kept = if named.keys.is_empty() { Vec::new() } else { ask(connection, KEPT, json(&named.keys)).await? };
    Ok(Loaded {
        book: Book::new(
            accounts.into_iter().map(AccountRow::account),
            holds.into_iter().map(OpenHoldRow::hold),
            past.into_iter().map(PastRow::transfer),
        )
        .knowing(first.into_iter().map(FirstPaymentRow::first_payment)),
        kept: kept.into_iter().map(KeptRow::entry).collect::<Result<_, _>>()?,
    })
}

impl<'a> Named<'a> {
    fn add(&mut self, command: &'a Command) {
        if let Some(key) = &command.key {
            self.keys.push(&key.key);
        }
        self.action(&command.action);
    }

    fn action(&mut self, action: &Action) {
        match action {
            Action::Transfer(order) => self.transfer(order),
            Action::Hold(order) => {
                self.accounts.insert(order.account.value());
                self.holds.insert(order.id.value());
            }
            Action::Capture { hold, transfer } => {
                self.transfer(transfer);
                self.holds.insert(hold.value());
            }
            Action::Release { hold, .. } => {
                self.holds.insert(hold.value());
                self.indirect = true;
            }
            Action::Reverse { original, .. } => {
                self.transfers.insert(original.value());
                self.indirect = true;
            }
            Action::Together { actions, .. } => actions.iter().for_each(|action| self.action(action)),
        }
    }
}

impl Named<'_> {
    fn transfer(&mut self, order: &TransferOrder) {
        self.accounts.extend([order.debit.value(), order.credit.value()]);
        if order.limited.is_some_and(|limited| limited.to_somebody_new) {
            self.new.0.insert(order.debit.value());
            self.new.1.insert(order.credit.value());
        }
    }
}

async fn first_payments(
    connection: &mut Connection,
    Named { new: (accounts, payees), .. }: &Named<'_>,
) -> Result<Vec<FirstPaymentRow>, sqlx::Error> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let query = sqlx::query_scalar::<Db, String>(FIRST_PAYMENTS_OF).bind(json(accounts)).bind(json(payees));
    rows(&query.fetch_one(connection).await?)
}

async fn gather<T: DeserializeOwned>(
    connection: &mut Connection,
    sql: &'static str,
    ids: &BTreeSet<i64>,
) -> Result<Vec<T>, sqlx::Error> {
    if ids.is_empty() { Ok(Vec::new()) } else { ask(connection, sql, json(ids)).await }
}

async fn ask<T: DeserializeOwned>(
    connection: &mut Connection,
    sql: &'static str,
    parameter: String,
) -> Result<Vec<T>, sqlx::Error> {
    rows(&sqlx::query_scalar::<Db, String>(sql).bind(parameter).fetch_one(connection).await?)
}

fn rows<T: DeserializeOwned>(answer: &str) -> Result<Vec<T>, sqlx::Error> {
    serde_json::from_str(answer).map_err(|error| sqlx::Error::Decode(error.into()))
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("numbers and texts can always be written as JSON")
}

/// The accounts behind holds and transfers.
const BEHIND: &str = concat!(
    "select ",
    gathered!("b.account", "b.account"),
    " from (select h.account from hold h where ",
    among!("h.id", "$1"),
    " union select t.debit from transfer t where ",
    among!("t.id", "$2"),
    " union select t.credit from transfer t where ",
    among!("t.id", "$2"),
    ") b"
);

const ACCOUNTS: &str = concat!(
    "select ",
    gathered!(
        concat!(
            "b.account, b.currency, b.status, b.balance, b.held, b.min_balance, b.version, b.paid_in, \
             b.last_booked_at, b.spent_on, b.spent, ",
            limit_columns!("b")
        ),
        "b.account"
    ),
    " from (select s.*, a.currency, a.status, a.payment_limit, a.daily_limit, a.new_payee_limit, a.payment_raise, \
     a.payment_raised_at, a.daily_raise, a.daily_raised_at, a.new_payee_raise, a.new_payee_raised_at \
     from standing s join account a on a.id = s.account where ",
    among!("s.account", "$1"),
    " order by s.account",
    locking!(),
    ") b"
);

const HOLDS: &str = concat!(
    "select ",
    gathered!("h.id, h.account, h.amount, a.currency, h.expires_at", "h.id"),
    " from hold h join account a on a.id = h.account where h.state = 'open' and ",
    among!("h.id", "$1")
);

const PAST: &str = concat!(
    "select ",
    gathered!(
        "t.id, t.debit, t.credit, t.amount, t.currency, \
         case when exists (select 1 from transfer r where r.reverses = t.id) then 1 else 0 end, \
         case when t.reverses is null then 0 else 1 end",
        "t.id"
    ),
    " from transfer t where ",
    among!("t.id", "$1")
);

// Not a join with the keys: a plan that was made while nothing was kept yet would read everything that is kept later.
const KEPT: &str = concat!(
    "select ",
    gathered!(
        concat!("i.key, i.principal, i.operation, ", hex!("i.request_hash"), ", i.transfer, i.hold, i.booked_at"),
        "i.key"
    ),
    " from idempotency i where ",
    among_texts!("i.key", "$1")
);

#[derive(Deserialize)]
struct AccountRow {
    id: i64,
    currency: Currency,
    status: AccountStatus,
    balance: i64,
    held: i64,
    min_balance: i64,
    version: i64,
    paid_in: i64,
    last_booked_at: Timestamp,
    spent_on: i64,
    spent: i64,
    limits: LimitsRow,
}

impl AccountRow {
    fn account(self) -> LedgerAccount {
        LedgerAccount {
            id: AccountId::new(self.id),
            currency: self.currency,
            status: self.status,
            balance: self.balance,
            held: self.held,
            min_balance: self.min_balance,
            version: self.version,
            paid_in: self.paid_in,
            last_booked_at: self.last_booked_at,
            limits: self.limits.limits(),
            spent_on: self.spent_on,
            spent: self.spent,
        }
    }
}

/// Id, account, amount, currency, when it lapses.
#[derive(Deserialize)]
struct OpenHoldRow(i64, i64, i64, Currency, Timestamp);

impl OpenHoldRow {
    fn hold(self) -> OpenHold {
        OpenHold {
            id: HoldId::new(self.0),
            account: AccountId::new(self.1),
            amount: Money::new(self.2, self.3),
            expires_at: self.4,
        }
    }
}

/// Id, debit, credit, amount, currency, whether it was reversed, whether it is a reversal.
#[derive(Deserialize)]
struct PastRow(i64, i64, i64, i64, Currency, u8, u8);

impl PastRow {
    fn transfer(self) -> PastTransfer {
        PastTransfer {
            id: TransferId::new(self.0),
            debit: AccountId::new(self.1),
            credit: AccountId::new(self.2),
            amount: Money::new(self.3, self.4),
            reversed: self.5 != 0,
            is_reversal: self.6 != 0,
        }
    }
}

/// Key, principal, operation, hash of the request; transfer, hold, when.
#[derive(Deserialize)]
struct KeptRow(String, i64, String, String, Option<i64>, Option<i64>, Timestamp);

impl KeptRow {
    fn entry(self) -> Result<(super::group::Scope, ([u8; 32], Receipt)), sqlx::Error> {
        let hash = from_hex(&self.3).ok_or_else(|| sqlx::Error::Decode("a request hash is not 32 bytes".into()))?;
        let receipt =
            Receipt { transfer: self.4.map(TransferId::new), hold: self.5.map(HoldId::new), booked_at: self.6 };
        Ok(((self.0, self.1, self.2), (hash, receipt)))
    }
}
