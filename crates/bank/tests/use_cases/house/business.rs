//! Who may act for businesses, and what takes two people, in memory.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    StorageError,
    business::{Delegate, MadeFor, Refused, Said, TwoPeople},
    payments::{Payment, PaymentState},
    ports::{Business, Noted},
    waits::{Wait, WaitReason},
};
use model::{AccountId, CustomerId, DelegateId, Money, PaymentId, Timestamp};

use super::{Memory, holder};

/// What is kept of businesses.
#[derive(Default)]
pub struct Kept {
    pub delegates: Vec<Delegate>,
    rules: HashMap<AccountId, TwoPeople>,
    noted: HashMap<PaymentId, Noted>,
    said: HashMap<PaymentId, (Said, Option<String>)>,
}

impl Kept {
    fn acts(&self, who: CustomerId, account: AccountId, may: impl Fn(&Delegate) -> bool) -> bool {
        let theirs = |one: &&Delegate| one.account == account && one.who == Some(who) && one.is_running();
        self.delegates.iter().filter(theirs).any(may)
    }
}

impl Memory {
    fn owns(&self, who: CustomerId, account: AccountId) -> bool {
        self.view(account).is_some_and(|(owner, _)| owner == who)
    }

    fn delegates_of(&self, whose: impl Fn(&Delegate) -> bool) -> Vec<Delegate> {
        self.business.lock().unwrap().delegates.iter().rev().filter(|one| whose(one)).cloned().collect()
    }

    fn made_of(&self, whose: impl Fn(&MadeFor) -> bool) -> Vec<MadeFor> {
        let paid: Vec<Payment> = self.paid.lock().unwrap().values().cloned().collect();
        let kept = self.business.lock().unwrap();
        let made = |payment: Payment| {
            let noted = kept.noted.get(&payment.id)?;
            let (owner, account) = self.view(payment.from)?;
            let (approved, refused) = match kept.said.get(&payment.id).cloned() {
                Some((said, Some(why))) => (None, Some(Refused { said, why })),
                said => (said.map(|(said, _)| said), None),
            };
            Some(MadeFor {
                business: account.holder,
                owner,
                maker: holder(payment.customer).to_owned(),
                by_owner: payment.customer == owner,
                name: noted.name.clone(),
                then: noted.then,
                approved,
                refused,
                payment,
            })
        };
        paid.into_iter().filter_map(made).filter(|made| whose(made)).collect()
    }

    fn sees(&self, who: CustomerId, made: &MadeFor) -> bool {
        let approves = self.business.lock().unwrap().acts(who, made.payment.from, |one| one.role.approves());
        approves || made.owner == who || made.payment.customer == who
    }

    /// What the statement does: one look at everything, one change.
    fn say(
        &self,
        (who, id): (CustomerId, PaymentId),
        (at, maker_since): (Timestamp, Timestamp),
        (reason, until): (WaitReason, Timestamp),
        why: Option<String>,
    ) -> bool {
        let mut paid = self.paid.lock().unwrap();
        let Some(payment) = paid.get_mut(&id) else { return false };
        let Some(wait) = payment.wait.filter(|wait| wait.reason == WaitReason::Second && wait.ended_at.is_none())
        else {
            return false;
        };
        let mut kept = self.business.lock().unwrap();
        let (from, amount, maker): (_, Money, _) = (payment.from, payment.amount, payment.customer);
        let may = self.owns(who, from) || kept.acts(who, from, |one| one.may_approve(amount, at));
        let since = |one: &Delegate| one.began_at.is_some_and(|began_at| began_at <= maker_since);
        let prepares = self.owns(maker, from) || kept.acts(maker, from, |one| one.role.prepares() && since(one));
        if wait.until <= at || maker == who || !may || !prepares {
            return false;
        }
        payment.wait = Some(Wait { reason, until, ..wait });
        kept.said.insert(id, (Said { who, name: holder(who).to_owned(), at }, why));
        true
    }
}

#[async_trait]
impl Business for Memory {
    async fn keep(&self, delegate: &Delegate) -> Result<(), StorageError> {
        self.business.lock().unwrap().delegates.push(delegate.clone());
        Ok(())
    }

    async fn delegates(&self, owner: CustomerId, account: AccountId) -> Result<Vec<Delegate>, StorageError> {
        let theirs = self.owns(owner, account);
        Ok(self.delegates_of(|one| theirs && one.account == account))
    }

    async fn held(&self, who: CustomerId) -> Result<Vec<Delegate>, StorageError> {
        Ok(self.delegates_of(|one| one.who == Some(who)))
    }

    async fn begin(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError> {
        let mut kept = self.business.lock().unwrap();
        let open = |one: &&mut Delegate| one.id == id && one.who == Some(who) && one.ended_at.is_none();
        let found = kept.delegates.iter_mut().find(open);
        let found = found.filter(|one| one.began_at.is_none() && one.power.is_none());
        Ok(found.map(|one| one.began_at = Some(at)).is_some())
    }

    async fn end(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError> {
        let mut kept = self.business.lock().unwrap();
        let open = kept.delegates.iter_mut().find(|one| one.id == id && one.ended_at.is_none());
        let ends = open.filter(|one| one.power.is_none());
        let theirs = ends.filter(|one| one.who == Some(who) || self.owns(who, one.account));
        Ok(theirs.map(|one| one.ended_at = Some(at)).is_some())
    }

    async fn rule(&self, account: AccountId) -> Result<TwoPeople, StorageError> {
        Ok(self.business.lock().unwrap().rules.get(&account).copied().unwrap_or_default())
    }

    async fn set_rule(&self, owner: CustomerId, account: AccountId, rule: TwoPeople) -> Result<bool, StorageError> {
        let mut kept = self.business.lock().unwrap();
        let before = kept.rules.get(&account).map_or(0, |rule| rule.version);
        if !self.owns(owner, account) || before != rule.version {
            return Ok(false);
        }
        kept.rules.insert(account, TwoPeople { version: before + 1, ..rule });
        Ok(true)
    }

    async fn note(&self, noted: &Noted) -> Result<bool, StorageError> {
        let made = self.paid.lock().unwrap().contains_key(&noted.payment);
        let mut kept = self.business.lock().unwrap();
        let makes = kept.acts(noted.maker, noted.account, |one| one.role.prepares());
        let may = !made && (makes || self.owns(noted.maker, noted.account));
        if may {
            kept.noted.insert(noted.payment, noted.clone());
        }
        Ok(may)
    }

    async fn made(&self, payment: PaymentId) -> Result<Option<MadeFor>, StorageError> {
        Ok(self.made_of(|made| made.payment.id == payment).pop())
    }

    async fn seen(&self, who: CustomerId, payment: PaymentId) -> Result<Option<MadeFor>, StorageError> {
        let made = self.made_of(|made| made.payment.id == payment).pop();
        Ok(made.filter(|made| self.sees(who, made)))
    }

    async fn waiting(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError> {
        let mut all = self.made_of(|made| made.waits_until().is_some());
        all.retain(|made| self.sees(who, made));
        Ok(all)
    }

    async fn open(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError> {
        let of = |made: &MadeFor| {
            let waits = made.payment.state == PaymentState::Submitted;
            waits && (made.owner == who || made.approved.as_ref().is_some_and(|said| said.who == who))
        };
        Ok(self.made_of(of))
    }

    async fn approve(
        &self,
        who: CustomerId,
        payment: PaymentId,
        when: (Timestamp, Timestamp),
        then: (WaitReason, Timestamp),
    ) -> Result<bool, StorageError> {
        Ok(self.say((who, payment), when, then, None))
    }

    async fn refuse(
        &self,
        who: CustomerId,
        payment: PaymentId,
        (why, at): (&str, Timestamp),
    ) -> Result<bool, StorageError> {
        Ok(self.say((who, payment), (at, at), (WaitReason::Refused, at), Some(why.to_owned())))
    }
}
