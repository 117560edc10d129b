//! What the pages about accounts show.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};
use model::{
    AccountId, CustomerId, ErrorCode, Money,
    forms::{Filter, FilterForm, Form},
};

use super::{
    Account, Coming, Cursor, FirstPage, History, HistoryQuery, MonthTotal, Shortfall, Transaction, TransactionDetail,
    occurrences, remembered::Key, shortfall,
};
use crate::{Bank, Calendar, Error, StorageError};

/// How many months the totals of an account go back, this one included.
const MONTHS: u8 = 12;
/// How many lines "latest" shows.
const LATEST: u32 = 6;

/// The accounts of `owner`, in the order in which they were opened.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<Account>, Error> {
    Ok(bank.accounts.list(owner).await?)
}

/// Everything the home page shows.
#[derive(Debug, Clone)]
pub struct Home {
    /// Today, in the bank's time zone.
    pub today: Date,
    /// The person's accounts, in the order in which they were opened.
    pub accounts: Vec<Account>,
    /// What is expected in the next days, soonest first.
    pub coming: Vec<Coming>,
    /// The newest lines over all accounts, newest first.
    pub latest: Vec<Transaction>,
}

/// The home page of `owner`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn home(bank: &Bank, owner: CustomerId) -> Result<Home, Error> {
    let today = bank.calendar.day(bank.clock.now());
    let accounts = bank.accounts.list(owner).await?;
    let latest = bank.accounts.latest(owner, LATEST).await?;
    let until = today.saturating_add(bank.policy.coming_days.days());
    let regular = bank.accounts.regular(owner).await?;
    let mut coming: Vec<Coming> = regular.iter().flat_map(|one| occurrences(one, today, until)).collect();
    coming.sort_by(|a, b| (a.day, &a.party).cmp(&(b.day, &b.party)));
    Ok(Home { today, accounts, coming, latest })
}

/// Everything the page of one account shows.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// Today, in the bank's time zone.
    pub today: Date,
    /// The account.
    pub account: Account,
    /// The lines that were asked for. Empty where `problems` are.
    pub history: Arc<FirstPage>,
    /// What came in and went out by month, oldest first.
    pub months: Vec<MonthTotal>,
    /// The filter as it was understood.
    pub filter: Filter,
    /// What is wrong with the filter as typed.
    pub problems: model::Problems,
    /// The accounts of the same person, where some of the lines only moved money between two of them.
    pub own: Vec<Account>,
}

/// The page of one account of `owner`, filtered by `form`, from `cursor` on, with at most `lines` lines.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` has no such account; [`Error::Unavailable`].
pub async fn account(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    form: &FilterForm,
    cursor: Cursor,
    lines: u32,
) -> Result<AccountView, Error> {
    let account = bank.accounts.account(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let today = bank.calendar.day(bank.clock.now());
    let (filter, problems) = match form.check(&(today, account.currency())) {
        Ok(filter) => (filter, model::Problems::none()),
        Err(problems) => (Filter::default(), problems),
    };
    let first = first_page(bank, owner, &account, today).await?;
    let months = MonthTotal::between(&Calendar::months_until(today, MONTHS), &first.standings, account.currency());
    let history = if !problems.is_empty() {
        Arc::new(FirstPage { history: History::default(), ..(*first).clone() })
    } else if filter.is_open() && cursor == Cursor::Newest {
        shortened(first, lines)
    } else {
        let query = query(bank, &filter, cursor, lines);
        let history = bank.accounts.history(owner, id, &query).await?;
        Arc::new(FirstPage { history, ..(*first).clone() })
    };
    let own = if history.history.lines.iter().any(|line| line.own.is_some()) {
        bank.accounts.list(owner).await?
    } else {
        Vec::new()
    };
    Ok(AccountView { today, account, history, months, filter, problems, own })
}

async fn first_page(
    bank: &Bank,
    owner: CustomerId,
    account: &Account,
    today: Date,
) -> Result<Arc<FirstPage>, StorageError> {
    let month = today.first_of_month();
    let key = Key { owner, account: account.id, version: account.version, held: account.held.minor, month };
    if let Some(page) = bank.remembered.get(&key) {
        return Ok(page);
    }
    let mut moments: Vec<_> =
        Calendar::months_until(today, MONTHS).into_iter().map(|month| bank.calendar.start_of(month)).collect();
    moments.push(model::Timestamp::from_micros(i64::MAX));
    let page = bank.accounts.first_page(owner, account.id, bank.policy.history_page, &moments).await?;
    let page = Arc::new(page);
    bank.remembered.keep(key, Arc::clone(&page));
    Ok(page)
}

/// A first page with at most `lines` lines.
fn shortened(page: Arc<FirstPage>, lines: u32) -> Arc<FirstPage> {
    let most = usize::try_from(lines).unwrap_or(usize::MAX);
    if page.history.lines.len() <= most {
        return page;
    }
    let history = History { lines: page.history.lines[..most].to_vec(), has_older: true, ..page.history };
    Arc::new(FirstPage { history, standings: page.standings.clone(), holds: page.holds.clone() })
}

/// What asks for the lines that fit `filter`, from `cursor` on.
pub(crate) fn query(bank: &Bank, filter: &Filter, cursor: Cursor, lines: u32) -> HistoryQuery {
    HistoryQuery {
        from: filter.from.map(|day| bank.calendar.start_of(day)),
        before: filter.to.map(|day| bank.calendar.end_of(day)),
        kind: filter.kind,
        direction: filter.direction,
        min_minor: filter.min_minor,
        max_minor: filter.max_minor,
        text: filter.text.clone(),
        text_minor: filter.text_minor,
        totals: !filter.is_open(),
        cursor,
        limit: lines,
    }
}

/// Everything the page of one line shows.
#[derive(Debug, Clone)]
pub struct TransactionView {
    /// The account whose line it is.
    pub account: Account,
    /// The line, with everything known about it.
    pub detail: TransactionDetail,
    /// The account on the other side, where it is the same person's.
    pub own: Option<Account>,
}

/// One line of one account of `owner`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` has no such account or it no such line; [`Error::Unavailable`].
pub async fn transaction(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    version: i64,
) -> Result<TransactionView, Error> {
    let account = bank.accounts.account(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let detail = bank.accounts.transaction(owner, id, version).await?.ok_or(ErrorCode::NotFound)?;
    let own = match detail.line.own {
        Some(other) => bank.accounts.account(owner, other).await?,
        None => None,
    };
    Ok(TransactionView { account, detail, own })
}

impl Home {
    /// What `account` will have to spend after what is coming on it.
    #[must_use]
    pub fn after_coming(&self, account: &Account) -> Money {
        let coming = self.coming.iter().filter(|one| one.account == account.id).map(|one| one.amount.minor);
        let minor = coming.fold(account.available().minor, i64::saturating_add);
        Money::new(minor, account.currency())
    }

    /// Whether what is coming on `account` is more than it will have.
    #[must_use]
    pub fn shortfall(&self, account: &Account) -> Option<Shortfall> {
        shortfall(account.available(), self.coming.iter().filter(|one| one.account == account.id))
    }
}
