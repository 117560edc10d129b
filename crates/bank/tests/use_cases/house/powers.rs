//! Powers of attorney, in memory.

use async_trait::async_trait;
use bank::{StorageError, business::Delegate, mandates::Mandate, ports::Powers, powers::Power};
use jiff::civil::Date;
use model::{CustomerId, PowerId, StaffId, Timestamp};

use super::Memory;

impl Memory {
    fn powers_of(&self, whose: impl Fn(&Power) -> bool) -> Vec<Power> {
        self.powers.lock().unwrap().iter().rev().filter(|one| whose(one)).cloned().collect()
    }

    /// Changes one that was not ended, where `may` says so.
    fn power(&self, id: PowerId, may: impl Fn(&Power) -> bool, change: impl FnOnce(&mut Power)) -> bool {
        let mut all = self.powers.lock().unwrap();
        all.iter_mut().find(|one| one.id == id && one.ended_at.is_none() && may(one)).map(change).is_some()
    }
}

#[async_trait]
impl Powers for Memory {
    async fn keep(&self, power: &Power) -> Result<(), StorageError> {
        self.powers.lock().unwrap().push(power.clone());
        Ok(())
    }

    async fn of_donor(&self, donor: CustomerId) -> Result<Vec<Power>, StorageError> {
        Ok(self.powers_of(|one| one.donor == donor))
    }

    async fn of_attorney(&self, attorney: CustomerId) -> Result<Vec<Power>, StorageError> {
        Ok(self.powers_of(|one| one.attorney == attorney))
    }

    async fn agree(&self, id: PowerId, member: StaffId, at: Timestamp) -> Result<bool, StorageError> {
        let may = |one: &Power| one.asked_by != member && one.agreed_at.is_none();
        Ok(self.power(id, may, |one| (one.agreed_by, one.agreed_at) = (Some(member), Some(at))))
    }

    async fn begin(&self, power: &Power, acts: &[Delegate], looks: &Mandate) -> Result<bool, StorageError> {
        let may = |one: &Power| one.attorney == power.attorney && one.agreed_at.is_some() && one.began_at.is_none();
        let begun = self.power(power.id, may, |one| {
            one.began_at = power.began_at;
            one.accounts.clone_from(&power.accounts);
        });
        if begun {
            self.business.lock().unwrap().delegates.extend_from_slice(acts);
            self.mandates.lock().unwrap().mandates.push(looks.clone());
        }
        Ok(begun)
    }

    async fn end(&self, id: PowerId, at: Timestamp) -> Result<bool, StorageError> {
        let ended = self.power(id, |_| true, |one| one.ended_at = Some(at));
        if ended {
            let (mut business, mut mandates) = (self.business.lock().unwrap(), self.mandates.lock().unwrap());
            let acts = business.delegates.iter_mut().filter(|one| one.power == Some(id));
            acts.for_each(|one| one.ended_at = Some(at));
            let looks = mandates.mandates.iter_mut().filter(|one| one.power == Some(id));
            looks.for_each(|one| one.ended_at = Some(at));
        }
        Ok(ended)
    }

    async fn past(&self, today: Date) -> Result<Vec<Power>, StorageError> {
        Ok(self.powers_of(|one| one.ended_at.is_none() && one.last.is_some_and(|last| last < today)))
    }
}
