//! The one way to an account of somebody else.

use jiff::civil::Date;
use model::{
    AccountId, CustomerId, ErrorCode, MandateId, Money, Timestamp,
    forms::{Filter, HistoryKind},
};

use super::{Mandate, Standing, by_carer, may_be_shown};
use crate::{
    Bank, Error,
    accounts::{self, Account, AccountKind, Category, Cursor, Transaction},
    audit::{self, Deed},
};

/// What somebody may look at now.
#[derive(Debug, Clone)]
pub struct Open {
    /// By which mandate.
    pub mandate: Mandate,
    /// How it stands.
    pub standing: Standing,
    /// What the accounts are called: by their owner, or by what they are for. None where nobody has accepted yet.
    pub accounts: Vec<(AccountId, AccountKind, String)>,
}

/// An account of somebody else, as whoever may look at it sees it: without its number, and nothing that can be asked for.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What it is for.
    pub kind: AccountKind,
    /// Its owner's name for it; empty where they gave it none.
    pub name: String,
    /// What is on it.
    pub balance: Money,
}

/// One line of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The how-manieth line of the account.
    pub version: i64,
    /// When it was booked.
    pub booked_at: Timestamp,
    /// How much: below zero where it left.
    pub amount: Money,
    /// What was on the account then.
    pub balance_after: Money,
    /// What kind of movement it was.
    pub kind: HistoryKind,
    /// What for.
    pub category: Category,
    /// Who was on the other side. `None` where that was an account of the same person: which they have is not told.
    pub party: Option<String>,
    /// What was written with it.
    pub reference: String,
}

/// What is seen of an account.
#[derive(Debug, Clone)]
pub struct Looked {
    /// By which mandate.
    pub mandate: Mandate,
    /// Today, in the bank's time zone.
    pub today: Date,
    /// The account.
    pub account: Seen,
    /// The lines that were asked for, newest first.
    pub lines: Vec<Line>,
    /// Whether there are older ones.
    pub has_older: bool,
    /// Whether there are newer ones.
    pub has_newer: bool,
}

/// Why there is nothing to see any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// One of the two has ended it, or its last day is over.
    Over,
    /// Not now: what is frozen, closed or shared with somebody else is not shown, and which of these it is is not told.
    NotNow,
}

/// What whoever was once let look finds.
#[derive(Debug, Clone)]
pub enum Sight {
    /// The account.
    Open(Box<Looked>),
    /// Nothing of it, and whose it is.
    Shut(Shut, String),
}

/// What `carer` may look at now, and was invited to. What is frozen or closed, or has got another holder, is not there,
/// nor is anything while all that is the owner's or the carer's is frozen.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn open(bank: &Bank, carer: CustomerId) -> Result<Vec<Open>, Error> {
    let mut all = Vec::new();
    for mandate in by_carer::held(bank, carer).await? {
        let accounts = shown(bank, carer, &mandate).await?;
        let accounts = accounts.into_iter().map(|one| (one.id, one.kind, one.name)).collect();
        let standing = mandate.standing(&bank.calendar, bank.clock.now());
        all.push(Open { mandate, standing, accounts });
    }
    Ok(all)
}

/// The accounts that `carer` sees by `mandate` now.
async fn shown(bank: &Bank, carer: CustomerId, mandate: &Mandate) -> Result<Vec<Account>, Error> {
    let now = bank.clock.now();
    if mandate.standing(&bank.calendar, now) != Standing::Running {
        return Ok(Vec::new());
    }
    for who in [carer, mandate.owner] {
        if bank.customers.customer(who).await?.is_none_or(|customer| customer.is_frozen(now)) {
            return Ok(Vec::new());
        }
    }
    let mut accounts = may_be_shown(bank, mandate.owner).await?;
    accounts.retain(|account| mandate.accounts.contains(&account.id));
    Ok(accounts)
}

/// An account of somebody else at which `carer` may look now, from `cursor` on. That they look is kept before anything is
/// shown, and its owner sees it.
///
/// # Errors
/// [`ErrorCode::NotFound`] where they were never let look at it; [`Error::Unavailable`].
pub async fn account(
    bank: &Bank,
    carer: CustomerId,
    (id, account): (MandateId, AccountId),
    cursor: Cursor,
    lines: u32,
) -> Result<Sight, Error> {
    let about = |one: &Mandate| one.id == id && one.began_at.is_some() && one.accounts.contains(&account);
    let mandate = bank.mandates.held(carer).await?.into_iter().find(about).ok_or(ErrorCode::NotFound)?;
    let now = bank.clock.now();
    if mandate.standing(&bank.calendar, now) != Standing::Running {
        return Ok(Sight::Shut(Shut::Over, mandate.owner_name));
    }
    let Some(known) = shown(bank, carer, &mandate).await?.into_iter().find(|known| known.id == account) else {
        return Ok(Sight::Shut(Shut::NotNow, mandate.owner_name));
    };
    let today = bank.calendar.day(now);
    match bank.mandates.note(carer, (id, account), today, now).await? {
        0 => return Ok(Sight::Shut(Shut::Over, mandate.owner_name)),
        1 => audit::note(bank, carer, Deed::MandateLooked, account.value()).await?,
        _ => {}
    }
    let asked = accounts::query(bank, &Filter::default(), cursor, lines);
    let page = bank.accounts.history(mandate.owner, account, &asked).await?;
    Ok(Sight::Open(Box::new(Looked {
        mandate,
        today,
        account: Seen { kind: known.kind, name: known.name, balance: known.balance },
        lines: page.lines.into_iter().map(line).collect(),
        has_older: page.has_older,
        has_newer: page.has_newer,
    })))
}

fn line(line: Transaction) -> Line {
    Line {
        version: line.version,
        booked_at: line.booked_at,
        amount: line.amount,
        balance_after: line.balance_after,
        kind: line.kind,
        category: line.category,
        party: line.own.is_none().then_some(line.party),
        reference: line.reference,
    }
}
