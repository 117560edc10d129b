//! Being found by a telephone number or an e-mail address, and finding somebody so.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{
    AccountId, ErrorCode, Problems,
    alias::{Alias, AliasWay},
};

/// Whom to pay, as they can be found.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AliasForm {
    /// A telephone number or an e-mail address.
    pub alias: String,
}

impl std::fmt::Debug for AliasForm {
    /// For logs: what was typed stays unsaid.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AliasForm")
    }
}

impl Form for AliasForm {
    type Context = ();
    type Value = Alias;

    fn check(&self, (): &()) -> Result<Alias, Problems> {
        Alias::from_typed(&self.alias).map_err(|code| Problems::one("alias", code))
    }

    fn kept(&self) -> Self {
        Self { alias: self.alias.chars().take(300).collect() }
    }
}

/// By what somebody wants to be found, and into which account they are paid then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BeFoundForm {
    /// [`AliasWay`] codes; none where nobody is to find them.
    pub ways: Vec<String>,
    /// The id of the account.
    pub account: String,
}

impl Form for BeFoundForm {
    /// The accounts that somebody who is found can be paid into.
    type Context = Vec<AccountId>;
    /// No account where nobody is to find them.
    type Value = (Vec<AliasWay>, Option<AccountId>);

    fn check(&self, accounts: &Self::Context) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let known = self.ways.iter().all(|way| AliasWay::from_code(way).is_some());
        let wanted = |way: &&AliasWay| self.ways.iter().any(|chosen| chosen == way.code());
        let ways: Vec<AliasWay> = AliasWay::ALL.iter().filter(wanted).copied().collect();
        let ways = problems.keep("ways", if known { Ok(ways) } else { Err(ErrorCode::ChoiceUnknown) });
        let chosen = self.account.parse().ok().filter(|id| accounts.contains(id));
        let account = match (&ways, chosen) {
            (Some(ways), _) if ways.is_empty() => Some(None),
            (_, Some(chosen)) => Some(Some(chosen)),
            (_, None) => problems.keep("account", Err(ErrorCode::ToAccountMissing)),
        };
        ways.zip(account).ok_or(problems)
    }

    fn kept(&self) -> Self {
        let short = |typed: &String| typed.chars().take(20).collect();
        Self { ways: self.ways.iter().take(4).map(short).collect(), account: short(&self.account) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(ways: &[&str], account: &str) -> Result<(Vec<AliasWay>, Option<AccountId>), Problems> {
        let ways = ways.iter().map(|way| (*way).to_owned()).collect();
        BeFoundForm { ways, account: account.to_owned() }.check(&vec![AccountId::new(7)])
    }

    #[test]
    fn one_is_paid_into_an_account_of_ones_own() {
        let (own, other) = (AccountId::new(7).to_string(), AccountId::new(8).to_string());
        let both = (vec![AliasWay::Phone, AliasWay::Email], Some(AccountId::new(7)));
        assert_eq!(checked(&["email", "phone", "email"], &own), Ok(both));
        for wrong in ["", &other, "everyday"] {
            let problems = checked(&["phone"], wrong).unwrap_err();
            assert_eq!(problems.of("account"), Some(ErrorCode::ToAccountMissing), "{wrong}");
            assert_eq!(checked(&[], wrong), Ok((Vec::new(), None)), "who wants not to be found needs no account");
        }
    }

    #[test]
    fn nobody_is_found_by_anything_else() {
        assert_eq!(checked(&["phone", "name"], "").unwrap_err().of("ways"), Some(ErrorCode::ChoiceUnknown));
    }

    #[test]
    fn what_is_wrong_stands_beside_the_field() {
        let problems = AliasForm { alias: "Ann".to_owned() }.check(&()).unwrap_err();
        assert_eq!(problems.of("alias"), Some(ErrorCode::AliasShape));
    }
}
