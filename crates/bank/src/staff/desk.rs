//! Looking at a customer: found by a name or a number, seen after saying why, for half an hour.

use model::{
    CustomerId, ErrorCode, StaffId, Timestamp,
    forms::{FindForm, Form, ReasonForm, Wanted},
};

use super::{
    Duty, StaffMember,
    freeze::{ThawAsked, waiting},
    note, note_why,
};
use crate::{
    Bank, Error,
    accounts::Account,
    audit::Deed,
    customers::{CustomerStatus, Freeze},
    security::{Contact, Happened},
};

/// How long a reason lets somebody see a customer, in seconds.
pub const LOOK_S: i64 = 30 * 60;

/// How many events of a customer are shown.
const EVENTS: u32 = 20;

/// A customer who was looked for: no more than whoever looked knew, or may ask for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Found {
    /// Who.
    pub id: CustomerId,
    /// What they sign in with.
    pub username: String,
}

/// What there is to see of a customer, beside their accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerFile {
    /// Who.
    pub id: CustomerId,
    /// What they sign in with.
    pub username: String,
    /// Their full name.
    pub name: String,
    /// Whether they may bank.
    pub status: CustomerStatus,
    /// Where they are told things.
    pub contact: Contact,
    /// The freeze they asked for last.
    pub freeze: Option<Freeze>,
}

impl CustomerFile {
    /// Whether everything of theirs is frozen at `now`.
    #[must_use]
    pub fn is_frozen(&self, now: Timestamp) -> bool {
        self.freeze.is_some_and(|freeze| freeze.thaws_at.is_none_or(|end| end > now))
    }
}

/// What somebody of the bank sees of a customer.
#[derive(Debug, Clone)]
pub struct Look {
    /// The customer; the contact is masked.
    pub file: CustomerFile,
    /// What happened to the safety of their account, the latest first.
    pub happened: Vec<Happened>,
    /// What is on their accounts, for whoever may see that.
    pub accounts: Option<Vec<Account>>,
    /// Who of the bank wants the freeze to end, where that waits for another to agree.
    pub thaw: Option<ThawAsked>,
    /// Until when all of it is to be seen.
    pub until: Timestamp,
}

/// Whoever the form asks for, and that `member` asked, before anything is said. An account may have several owners.
///
/// # Errors
/// [`Error::Form`], [`Error::Unavailable`].
pub async fn find(bank: &Bank, member: StaffId, form: &FindForm) -> Result<Vec<Found>, Error> {
    let found = match form.check(&())? {
        Wanted::Username(username) => bank.desk.by_username(&username).await?.into_iter().collect(),
        Wanted::Number(number) => bank.desk.by_number(number).await?,
    };
    if found.is_empty() {
        note(bank, member, Deed::StaffFoundNobody, member.value()).await?;
        return Err(model::Problems::one("wanted", ErrorCode::CustomerUnknown).into());
    }
    for one in &found {
        note(bank, member, Deed::StaffFound, one.id.value()).await?;
    }
    Ok(found)
}

/// Lets `member` see `customer` for [`LOOK_S`], and keeps why.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where there is no such customer; [`Error::Unavailable`].
pub async fn look(bank: &Bank, member: StaffId, customer: CustomerId, form: &ReasonForm) -> Result<(), Error> {
    let reason = form.check(&())?;
    bank.desk.file(customer).await?.ok_or(ErrorCode::NotFound)?;
    // Nobody sees anything before it is kept that they wanted to.
    note_why(bank, member, Deed::StaffLooked, customer.value(), &reason.written()).await?;
    Ok(bank.desk.keep_look(member, customer, bank.clock.now().plus_seconds(LOOK_S)).await?)
}

/// What `member` sees of `customer`; `None` where they have not said why, or too long ago.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is no such customer; [`Error::Unavailable`].
pub async fn looking(bank: &Bank, member: &StaffMember, customer: CustomerId) -> Result<Option<Look>, Error> {
    let mut file = bank.desk.file(customer).await?.ok_or(ErrorCode::NotFound)?;
    let Some(until) = bank.desk.look(member.id, customer, bank.clock.now()).await? else { return Ok(None) };
    file.contact = masked(&file.contact);
    let happened = bank.security.events(customer, EVENTS).await?;
    let accounts = if member.role.may(Duty::Balances) { Some(bank.accounts.list(customer).await?) } else { None };
    let thaw = waiting(bank, &file).await?;
    Ok(Some(Look { file, happened, accounts, thaw, until }))
}

/// Makes sure that `member` sees `customer`, before something is done about them elsewhere.
///
/// # Errors
/// [`ErrorCode::LookOver`], [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn still_looking(bank: &Bank, member: StaffId, customer: CustomerId) -> Result<(), Error> {
    seen(bank, member, customer).await.map(drop)
}

/// The file of `customer`, for something that `member` does about it: they must be seeing it.
///
/// # Errors
/// [`ErrorCode::LookOver`], [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub(super) async fn seen(bank: &Bank, member: StaffId, customer: CustomerId) -> Result<CustomerFile, Error> {
    let file = bank.desk.file(customer).await?.ok_or(ErrorCode::NotFound)?;
    let looking = bank.desk.look(member, customer, bank.clock.now()).await?;
    looking.map(|_| file).ok_or_else(|| ErrorCode::LookOver.into())
}

/// As much of a contact as lets somebody compare it with what they are told, and no more.
fn masked(contact: &Contact) -> Contact {
    let email = contact.email.split_once('@').map_or_else(String::new, |(name, domain)| {
        let first = name.chars().next().map(String::from).unwrap_or_default();
        format!("{first}•••@{domain}")
    });
    let digits: Vec<char> = contact.phone.chars().filter(char::is_ascii_digit).collect();
    let last: String = digits.iter().skip(digits.len().saturating_sub(3)).collect();
    let phone = if digits.len() > 3 { format!("••• {last}") } else { String::new() };
    Contact { email, phone }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(email: &str, phone: &str) -> (String, String) {
        let Contact { email, phone } = masked(&Contact { email: email.to_owned(), phone: phone.to_owned() });
        (email, phone)
    }

    #[test]
    fn a_contact_can_be_compared_and_not_used() {
        assert_eq!(shown("maya@example.org", "+44 7700 900123"), ("m•••@example.org".into(), "••• 123".into()));
        assert_eq!(shown("陈@例子.中国", "900"), ("陈•••@例子.中国".into(), String::new()));
        assert_eq!(shown("", ""), (String::new(), String::new()));
        assert_eq!(shown("no address", "12"), (String::new(), String::new()));
    }
}
