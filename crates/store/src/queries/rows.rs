//! Rows as the database writes them, in JSON arrays, and what they mean.

use bank::{
    StorageError,
    accounts::{Account, AccountKind, AccountStatus, Category, HeldAmount, Transaction},
    calendar::day_from_number,
};
use model::{
    AccountId, AccountNumber, Currency, Money, PayeeNumber, Timestamp,
    forms::{Every, HistoryKind, Timing},
};
use serde::Deserialize;

use super::limits::LimitsRow;

/// A row holds a word or a number that this program does not know.
#[derive(Debug, thiserror::Error)]
#[error("the database holds an unknown {0}")]
pub struct Unknown(&'static str);

/// What a word or a number means, or the failure to know it.
pub fn known<T>(meaning: Option<T>, what: &'static str) -> Result<T, StorageError> {
    meaning.ok_or_else(|| StorageError::new(Unknown(what)))
}

/// The currency with this code.
pub fn currency(code: &str) -> Result<Currency, StorageError> {
    known(code.parse().ok(), "currency")
}

/// The days from `first` on, `every` so often, until `last`: both in days since 1970.
pub fn timing(first: i64, every: &str, last: Option<i64>) -> Result<Timing, StorageError> {
    let every = known(Every::from_code(every), "period")?;
    Ok(Timing { first: day_from_number(first), every, last: last.map(day_from_number) })
}

/// The number of whoever is paid: their IBAN, where they are at another bank.
pub fn payee_number(number: i64, iban: Option<&str>) -> Result<PayeeNumber, StorageError> {
    match iban {
        // Only what is exchanged is told apart by its currency.
        Some(key) if key.contains('/') => known(key.parse().ok().map(PayeeNumber::Abroad), "account abroad"),
        Some(iban) => known(iban.parse().ok().map(PayeeNumber::Elsewhere), "IBAN"),
        None => known(AccountNumber::from_value(number).map(PayeeNumber::Here), "account number"),
    }
}

/// What stands where the number of whoever is paid is kept, of those at other banks, whose account says it: no number, and
/// none to a program that does not know of them either.
const ELSEWHERE: i64 = -1;

/// What stands where the number of whoever is paid is kept.
pub fn kept_number(number: PayeeNumber) -> i64 {
    number.here().map_or(ELSEWHERE, AccountNumber::value)
}

/// The name on an account `a`, as a payer has to write it: a business goes by its own, everybody else by theirs.
macro_rules! holder {
    () => {
        concat!(
            "case when a.kind = 'business' and a.name <> '' then a.name else (select ",
            joined!("c.name", " & ", "c.id"),
            " from account_owner h join customer c on c.id = h.customer where h.account = a.id) end"
        )
    };
}

/// The columns of [`LimitsRow`], of an account or of what holds its columns. Hardly anybody waits for a raise.
macro_rules! limit_columns {
    ($of:literal) => {
        nested!(concat!(
            concat!($of, ".payment_limit, ", $of, ".daily_limit, ", $of, ".new_payee_limit, "),
            concat!("case when coalesce(", $of, ".payment_raised_at, ", $of, ".daily_raised_at, "),
            concat!($of, ".new_payee_raised_at) is not null then "),
            nested!(concat!(
                concat!($of, ".payment_raise, ", $of, ".payment_raised_at, ", $of, ".daily_raise, "),
                concat!($of, ".daily_raised_at, ", $of, ".new_payee_raise, ", $of, ".new_payee_raised_at")
            )),
            " end"
        ))
    };
}

/// The columns of [`AccountRow`], of an account `a` with its standing `s`.
macro_rules! account_columns {
    () => {
        concat!(
            "a.id, a.number, a.kind, a.name, a.currency, a.status, s.balance, s.held, s.min_balance, s.spent_on, s.spent, \
             a.rate_bp, s.version, a.opened_at, ",
            holder!(),
            ", ",
            limit_columns!("a")
        )
    };
}

/// An account as its owner sees it.
#[derive(Deserialize)]
pub struct AccountRow {
    id: AccountIdNumber,
    number: i64,
    kind: AccountKind,
    name: String,
    currency: Currency,
    status: AccountStatus,
    balance: i64,
    held: i64,
    min_balance: i64,
    spent_on: i64,
    spent: i64,
    rate_bp: i64,
    version: i64,
    opened_at: Timestamp,
    holder: String,
    limits: LimitsRow,
}

/// The number of an account's id: ids themselves are letters in JSON.
type AccountIdNumber = i64;

impl AccountRow {
    /// As the bank knows it.
    pub fn account(self) -> Result<Account, StorageError> {
        let money = |minor| Money::new(minor, self.currency);
        Ok(Account {
            id: AccountId::new(self.id),
            number: known(AccountNumber::from_value(self.number), "account number")?,
            kind: self.kind,
            name: self.name,
            holder: self.holder,
            status: self.status,
            balance: money(self.balance),
            held: money(self.held),
            overdraft: money(self.min_balance.saturating_neg().max(0)),
            limits: self.limits.limits(),
            spent_on: self.spent_on,
            spent: self.spent,
            rate_bp: self.rate_bp,
            version: self.version,
            opened_at: self.opened_at,
            in_the_name_of: None,
        })
    }
}

/// The columns of [`LineRow`], of a posting `p`, as the customer `$1` sees it.
macro_rules! line_columns {
    () => {
        "p.version, p.booked_at, p.signed_amount, p.balance_after, p.kind, p.category, p.party, p.reference, \
         case when p.kind in ('payment', 'standing-order') then (select b.account from transfer m \
         join account_owner b on b.customer = $1 \
         and b.account = case when m.debit = p.account then m.credit else m.debit end where m.id = p.transfer) end"
    };
}

pub(super) use {account_columns, holder, limit_columns, line_columns};

/// A line of a statement.
#[derive(Deserialize)]
pub struct LineRow {
    /// The how-manieth line.
    pub version: i64,
    booked_at: Timestamp,
    signed_amount: i64,
    balance_after: i64,
    kind: HistoryKind,
    category: Category,
    party: String,
    reference: String,
    own: Option<i64>,
}

impl LineRow {
    /// As the bank knows it, on `account`.
    pub fn line(self, account: AccountId, currency: Currency) -> Transaction {
        Transaction {
            account,
            version: self.version,
            booked_at: self.booked_at,
            amount: Money::new(self.signed_amount, currency),
            balance_after: Money::new(self.balance_after, currency),
            kind: self.kind,
            category: self.category,
            party: self.party,
            reference: self.reference,
            own: self.own.map(AccountId::new),
        }
    }
}

/// An open hold: for whom, how much, since when.
#[derive(Deserialize)]
pub struct HoldRow(String, i64, Timestamp);

impl HoldRow {
    /// As the bank knows it.
    pub fn held(self, currency: Currency) -> HeldAmount {
        HeldAmount { party: self.0, amount: Money::new(self.1, currency), placed_at: self.2 }
    }
}

/// The bytes that these hexadecimal digits stand for; `None` where there are not `N`.
pub fn from_hex<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let bytes: Option<Vec<u8>> =
        digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect();
    bytes?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use model::Iban;

    use super::*;

    #[test]
    fn what_is_kept_of_somebody_elsewhere_is_no_number_of_anybody_here() {
        let iban = Iban::made("GB", "OTHR00000000000007").expect("an account elsewhere");
        let kept = kept_number(iban.into());
        assert_eq!(AccountNumber::from_value(kept), None);
        assert!(payee_number(kept, None).is_err());
        assert_eq!(payee_number(kept, Some(iban.electronic())).ok(), Some(PayeeNumber::Elsewhere(iban)));
    }
}
