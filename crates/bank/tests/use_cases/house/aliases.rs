//! By what people are found, in memory.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::AccountStatus,
    aliases::{Given, Holder},
    ports::{Aliases, Security},
};
use model::{AccountId, Alias, AliasWay, CustomerId, Timestamp};

use super::{Memory, holder, number};

/// What was given, and who has looked how often.
#[derive(Default)]
pub struct Kept {
    given: Vec<(CustomerId, Alias, AccountId)>,
    looks: HashMap<(CustomerId, i64), i64>,
}

#[async_trait]
impl Aliases for Memory {
    async fn given(&self, owner: CustomerId) -> Result<Vec<Given>, StorageError> {
        let kept = self.aliases.lock().unwrap();
        let own = kept.given.iter().filter(|(whose, ..)| *whose == owner);
        let given = |(_, alias, account): &(CustomerId, Alias, AccountId)| Given {
            way: alias.way(),
            account: *account,
            address: alias.plain().to_owned(),
        };
        Ok(own.map(given).collect())
    }

    async fn give(&self, owner: CustomerId, alias: &Alias, to: AccountId, _: Timestamp) -> Result<bool, StorageError> {
        let given = &mut self.aliases.lock().unwrap().given;
        if given.iter().any(|(whose, known, _)| *whose != owner && known == alias) {
            return Ok(false);
        }
        given.retain(|(whose, known, _)| *whose != owner || known.way() != alias.way());
        given.push((owner, alias.clone(), to));
        Ok(true)
    }

    async fn take(&self, owner: CustomerId, way: AliasWay) -> Result<bool, StorageError> {
        let given = &mut self.aliases.lock().unwrap().given;
        let before = given.len();
        given.retain(|(whose, known, _)| *whose != owner || known.way() != way);
        Ok(given.len() < before)
    }

    async fn holder(&self, alias: &Alias) -> Result<Option<Holder>, StorageError> {
        let found = self.aliases.lock().unwrap().given.iter().find(|(_, known, _)| known == alias).cloned();
        let Some((customer, _, account)) = found else { return Ok(None) };
        if self.rows.lock().unwrap().get(&account).is_none_or(|row| row.status == AccountStatus::Closed) {
            return Ok(None);
        }
        let contact = self.contact(customer).await?;
        Ok(Some(Holder { customer, name: holder(customer).to_owned(), number: number(account), contact }))
    }

    async fn count(&self, payer: CustomerId, day: i64, most: i64, _: Timestamp) -> Result<bool, StorageError> {
        let mut kept = self.aliases.lock().unwrap();
        let times = kept.looks.entry((payer, day)).or_default();
        *times += i64::from(*times < most + 1);
        Ok(*times <= most)
    }
}
