//! Who may look at accounts of somebody else, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::AccountStatus,
    mandates::{Look, Mandate},
    ports::Mandates,
};
use jiff::civil::Date;
use model::{AccountId, AccountNumber, CustomerId, MandateId, Timestamp};

use super::{Memory, holder, number};

/// What was given, and what was looked at by it.
#[derive(Default)]
pub struct Given {
    pub mandates: Vec<Mandate>,
    looks: Vec<(MandateId, Look)>,
}

impl Memory {
    /// Changes one that no power of attorney gives, where `may` says so.
    fn mandate(&self, id: MandateId, may: impl Fn(&Mandate) -> bool, change: impl FnOnce(&mut Mandate)) -> bool {
        let mut all = self.mandates.lock().unwrap();
        let open = |one: &&mut Mandate| one.id == id && one.ended_at.is_none() && one.power.is_none();
        all.mandates.iter_mut().find(|one| open(one) && may(one)).map(change).is_some()
    }

    fn mandates_of(&self, whose: impl Fn(&Mandate) -> bool) -> Vec<Mandate> {
        self.mandates.lock().unwrap().mandates.iter().rev().filter(|one| whose(one)).cloned().collect()
    }
}

#[async_trait]
impl Mandates for Memory {
    async fn keep(&self, mandate: &Mandate) -> Result<(), StorageError> {
        self.mandates.lock().unwrap().mandates.push(mandate.clone());
        Ok(())
    }

    async fn given(&self, owner: CustomerId) -> Result<Vec<Mandate>, StorageError> {
        Ok(self.mandates_of(|one| one.owner == owner))
    }

    async fn held(&self, carer: CustomerId) -> Result<Vec<Mandate>, StorageError> {
        Ok(self.mandates_of(|one| one.carer == Some(carer)))
    }

    async fn holders(&self, wanted: AccountNumber) -> Result<Vec<(CustomerId, String)>, StorageError> {
        let rows = self.rows.lock().unwrap();
        let named = rows.iter().filter(|(id, row)| number(**id) == wanted && row.status != AccountStatus::Closed);
        Ok(named.map(|(_, row)| (row.owner, holder(row.owner).to_owned())).collect())
    }

    async fn begin(&self, carer: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError> {
        let may = |one: &Mandate| one.carer == Some(carer) && one.began_at.is_none();
        Ok(self.mandate(id, may, |one| one.began_at = Some(at)))
    }

    async fn end(&self, who: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(self.mandate(id, |one| one.owner == who || one.carer == Some(who), |one| one.ended_at = Some(at)))
    }

    async fn note(
        &self,
        carer: CustomerId,
        (id, account): (MandateId, AccountId),
        day: Date,
        at: Timestamp,
    ) -> Result<i64, StorageError> {
        let may = |one: &Mandate| {
            let theirs = one.id == id && one.carer == Some(carer) && one.accounts.contains(&account);
            theirs && one.began_at.is_some() && one.ended_at.is_none()
        };
        let Given { mandates, looks } = &mut *self.mandates.lock().unwrap();
        if !mandates.iter().any(may) {
            return Ok(0);
        }
        let of_day = |(of, look): &&mut (MandateId, Look)| *of == id && look.account == account && look.day == day;
        if let Some((_, look)) = looks.iter_mut().find(of_day) {
            (look.last_at, look.times) = (at, look.times + 1);
            return Ok(look.times);
        }
        looks.push((id, Look { account, day, first_at: at, last_at: at, times: 1 }));
        Ok(1)
    }

    async fn looks(&self, _: CustomerId, id: MandateId) -> Result<Vec<Look>, StorageError> {
        let all = self.mandates.lock().unwrap();
        Ok(all.looks.iter().rev().filter(|(of, _)| *of == id).map(|(_, look)| look.clone()).collect())
    }
}
