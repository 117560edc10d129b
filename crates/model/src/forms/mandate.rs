//! Letting somebody else look at accounts.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Form, NAME_LENGTH, pay::line};
use crate::{AccountId, AccountNumber, ErrorCode, Problems, time};

/// For how many years ahead somebody may look at most.
pub const LOOKING_YEARS: i64 = 1;

/// Who may look at what, and until when, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MandateForm {
    /// Their name.
    pub name: String,
    /// The number of an account of theirs.
    pub number: String,
    /// The ids of the accounts they may look at.
    pub accounts: Vec<String>,
    /// The last day, `2026-12-01`.
    pub until: String,
}

/// Who is to look at what, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Their name, on one line.
    pub name: String,
    /// The number of an account of theirs.
    pub number: AccountNumber,
    /// The accounts, each once.
    pub accounts: Vec<AccountId>,
    /// The last day, in the bank's time zone.
    pub last: Date,
}

impl Form for MandateForm {
    /// Today, in the bank's time zone, and the accounts that may be shown to somebody else.
    type Context = (Date, Vec<AccountId>);
    type Value = Invitation;

    fn check(&self, (today, accounts): &Self::Context) -> Result<Invitation, Problems> {
        let mut problems = Problems::none();
        let name = line(&self.name, NAME_LENGTH, ErrorCode::PayeeNameLength)
            .and_then(|name| if name.is_empty() { Err(ErrorCode::MandateName) } else { Ok(name) });
        let name = problems.keep("name", name);
        let number = problems.keep("number", AccountNumber::from_typed(&self.number));
        let chosen = problems.keep("accounts", chosen(&self.accounts, accounts));
        let last = problems.keep("until", last_day(&self.until, *today));
        match (name, number, chosen, last) {
            (Some(name), Some(number), Some(accounts), Some(last)) => Ok(Invitation { name, number, accounts, last }),
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        let short = |typed: &String| typed.chars().take(2 * NAME_LENGTH).collect();
        Self {
            name: short(&self.name),
            number: short(&self.number),
            accounts: self.accounts.iter().take(50).map(short).collect(),
            until: short(&self.until),
        }
    }
}

/// Those of `known` that were chosen: one at least, and nothing else.
fn chosen(typed: &[String], known: &[AccountId]) -> Result<Vec<AccountId>, ErrorCode> {
    let ids: Vec<AccountId> = typed.iter().filter_map(|id| id.parse().ok()).collect();
    let all = ids.len() == typed.len() && ids.iter().all(|id| known.contains(id));
    if !all || ids.is_empty() {
        return Err(ErrorCode::MandateAccounts);
    }
    // In the order of their owner's list, each once.
    Ok(known.iter().copied().filter(|id| ids.contains(id)).collect())
}

fn last_day(typed: &str, today: Date) -> Result<Date, ErrorCode> {
    if typed.trim().is_empty() {
        return Err(ErrorCode::MandateDay);
    }
    let day = time::parse_date(typed).ok_or(ErrorCode::DateUnclear)?;
    let most = today.saturating_add(LOOKING_YEARS.years());
    if day < today || day > most { Err(ErrorCode::MandateDay) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn form(accounts: &[i64], until: &str) -> MandateForm {
        MandateForm {
            name: " Tom \n Whitfield ".to_owned(),
            number: AccountNumber::from_serial(7).unwrap().to_string(),
            accounts: accounts.iter().map(|id| AccountId::new(*id).to_string()).collect(),
            until: until.to_owned(),
        }
    }

    fn checked(form: &MandateForm) -> Result<Invitation, Problems> {
        form.check(&(date(2026, 3, 2), vec![AccountId::new(1), AccountId::new(2)]))
    }

    #[test]
    fn accounts_are_ones_own_and_each_is_named_once() {
        let invitation = checked(&form(&[2, 1, 2], "2026-06-01")).unwrap();
        assert_eq!(invitation.accounts, [AccountId::new(1), AccountId::new(2)]);
        assert_eq!(invitation.name, "Tom Whitfield");
        for accounts in [&[][..], &[3], &[1, 3]] {
            let problems = checked(&form(accounts, "2026-06-01")).unwrap_err();
            assert_eq!(problems.of("accounts"), Some(ErrorCode::MandateAccounts), "{accounts:?}");
        }
    }

    #[test]
    fn it_ends_within_a_year_and_not_before_today() {
        for good in ["2026-03-02", "2027-03-02"] {
            assert!(checked(&form(&[1], good)).is_ok(), "{good}");
        }
        for bad in ["", "2026-03-01", "2027-03-03"] {
            assert_eq!(checked(&form(&[1], bad)).unwrap_err().of("until"), Some(ErrorCode::MandateDay), "{bad}");
        }
    }

    #[test]
    fn whatever_is_missing_is_named() {
        let problems = checked(&MandateForm::default()).unwrap_err();
        for field in ["name", "number", "accounts", "until"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }
}
