//! The people somebody has paid, and what they say of them: a nickname, that they are a favourite, that they are not to
//! be on the list.
//!
//! Who was paid, and when, follows from the payments: no payment writes anything for it. Only what was said is kept. The
//! name is always the one that was checked when they were paid; a nickname stands beside it and never in its place.

use model::{
    AccountId, CustomerId, ErrorCode, Money, PayeeNumber, PaymentId, Timestamp,
    forms::{Form, NicknameForm, PeopleForm, Sought},
};

use super::{Payment, PaymentState};
use crate::{Bank, Error};

/// Among how many of the newest lines of each account people are looked for where a page must be quick.
const RECENT: u32 = 400;
/// And where everybody is to be found: ten years of a busy account.
const ALL: u32 = 20_000;
/// The most people there are in the list of everybody.
const MOST: u32 = 2_000;

/// Somebody who was paid before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPayee {
    /// The last payment to them: also what they are named by, in addresses and forms.
    pub payment: PaymentId,
    /// The account it went to.
    pub account: AccountId,
    /// Their name, as it was checked then.
    pub name: String,
    /// Their account number.
    pub number: PayeeNumber,
    /// How much they were last paid.
    pub amount: Money,
    /// When they were last paid.
    pub paid_at: Timestamp,
    /// What the person calls them; empty for nothing.
    pub nickname: String,
    /// Whether they come first.
    pub favourite: bool,
    /// Whether they are on the list: they were not taken off it since they were last paid.
    pub listed: bool,
}

/// Which people are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Among {
    /// Among how many of the newest lines of each account. Of whom something was said is found in any case.
    pub lines: u32,
    /// How many at most.
    pub limit: u32,
    /// Only whoever has this account.
    pub only: Option<AccountId>,
    /// Whether those who were taken off the list are there, too.
    pub removed: bool,
}

/// What somebody says of a payee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saying {
    /// What they call them; empty for nothing.
    Nickname(String),
    /// Whether they come first.
    Favourite(bool),
    /// That they are taken off the list, as of then.
    Removed(Timestamp),
    /// That they are put back.
    Listed,
}

/// The people `owner` has paid lately, and favourites: those first, then the last one first, at most `limit`. Own accounts
/// are nobody else's.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn known_payees(bank: &Bank, owner: CustomerId, limit: u32) -> Result<Vec<KnownPayee>, Error> {
    let among = Among { lines: RECENT, limit, only: None, removed: false };
    Ok(bank.payees.known(owner, among).await?)
}

/// Everybody whom `owner` has paid, as a list that can be looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everybody {
    /// Those who fit, in the order of [`known_payees`].
    pub found: Vec<KnownPayee>,
    /// How many people there are on the list altogether.
    pub total: usize,
}

/// Everybody whom `owner` has paid and not taken off the list, as far as they fit what is `sought`.
///
/// # Errors
/// [`Error::Form`], [`Error::Unavailable`].
pub async fn everybody(bank: &Bank, owner: CustomerId, sought: &PeopleForm) -> Result<Everybody, Error> {
    let sought: Sought = sought.check(&())?;
    let among = Among { lines: ALL, limit: MOST, only: None, removed: false };
    let mut found = bank.payees.known(owner, among).await?;
    let total = found.len();
    found.retain(|payee| sought.fits(&[&payee.name, &payee.nickname]));
    Ok(Everybody { found, total })
}

/// Whoever the settled payment `paid` of `owner` went to, on the list or not.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` made no such payment, or it went to an account of theirs;
/// [`Error::Unavailable`].
pub async fn known_payee(bank: &Bank, owner: CustomerId, paid: PaymentId) -> Result<KnownPayee, Error> {
    let paid = settled(bank, owner, paid).await?;
    let among = Among { lines: ALL, limit: 1, only: Some(paid.to), removed: true };
    Ok(bank.payees.known(owner, among).await?.pop().ok_or(ErrorCode::NotFound)?)
}

/// A settled payment of `owner`.
pub(super) async fn settled(bank: &Bank, owner: CustomerId, paid: PaymentId) -> Result<Payment, Error> {
    let paid = bank.payments.payment(owner, paid).await?.filter(|paid| paid.state == PaymentState::Settled);
    Ok(paid.ok_or(ErrorCode::NotFound)?)
}

/// Keeps what `owner` calls whoever `paid` went to; an empty name takes it away.
///
/// # Errors
/// [`Error::Form`], and as [`known_payee`].
pub async fn set_nickname(bank: &Bank, owner: CustomerId, paid: PaymentId, form: &NicknameForm) -> Result<(), Error> {
    let nickname = form.check(&())?;
    say(bank, owner, paid, Saying::Nickname(nickname)).await
}

/// Keeps whether whoever `paid` went to comes first.
///
/// # Errors
/// As [`known_payee`].
pub async fn set_favourite(bank: &Bank, owner: CustomerId, paid: PaymentId, favourite: bool) -> Result<(), Error> {
    say(bank, owner, paid, Saying::Favourite(favourite)).await
}

/// Takes whoever `paid` went to off the list, or puts them back. Payments and histories stay as they are, and whoever is
/// paid again is on the list again.
///
/// # Errors
/// As [`known_payee`].
pub async fn set_listed(bank: &Bank, owner: CustomerId, paid: PaymentId, listed: bool) -> Result<(), Error> {
    let saying = if listed { Saying::Listed } else { Saying::Removed(bank.clock.now()) };
    say(bank, owner, paid, saying).await
}

async fn say(bank: &Bank, owner: CustomerId, paid: PaymentId, saying: Saying) -> Result<(), Error> {
    let payee = known_payee(bank, owner, paid).await?;
    Ok(bank.payees.say(owner, payee.account, payee.payment, saying).await?)
}
