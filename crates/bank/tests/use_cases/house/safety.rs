//! What the house keeps to know who is there: questions, passkeys, events; and its judgement.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use bank::{
    Error, StorageError,
    customers::Freeze,
    ports::{
        Answering, Approver, Ceremony, Challenge, KnownPasskey, Passkeys, Proof, Recoveries, Security, StepUps, Verdict,
    },
    recovery::{Ending, Hash, Recovery},
    security::{Contact, Happened, Notice, SecurityEvent, Sent, TrustedContact},
};
use model::{ChallengeId, CustomerId, PasskeyId, RecoveryId, Timestamp};

use super::{GOOD_CODE, LOCKED_CODE, Memory};

#[async_trait]
impl StepUps for Memory {
    async fn ask(&self, challenge: &Challenge) -> Result<(), StorageError> {
        self.challenges.lock().unwrap().insert(challenge.id, (challenge.clone(), false));
        Ok(())
    }

    async fn open(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StorageError> {
        let challenges = self.challenges.lock().unwrap();
        let open = |(asked, answered): &&(Challenge, bool)| {
            asked.customer == customer && asked.expires_at > now && asked.attempts_left > 0 && !answered
        };
        Ok(challenges.get(&id).filter(open).map(|(asked, _)| asked.clone()))
    }

    async fn take_attempt(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Answering, StorageError> {
        let mut challenges = self.challenges.lock().unwrap();
        let asked = challenges.get_mut(&id).filter(|(asked, _)| asked.customer == customer);
        Ok(match asked {
            Some((_, true)) => Answering::Answered,
            Some((asked, false)) if asked.expires_at > now && asked.attempts_left > 0 => {
                asked.attempts_left -= 1;
                Answering::Open(asked.clone())
            }
            _ => Answering::Over,
        })
    }

    async fn answer(&self, customer: CustomerId, id: ChallengeId, now: Timestamp) -> Result<bool, StorageError> {
        let mut challenges = self.challenges.lock().unwrap();
        let asked = challenges.get_mut(&id).filter(|(asked, _)| asked.customer == customer && asked.expires_at > now);
        Ok(asked.is_some_and(|(_, answered)| !std::mem::replace(answered, true)))
    }
}

#[async_trait]
impl Passkeys for Memory {
    async fn add(&self, known: &KnownPasskey) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let fresh = passkeys.iter().all(|other| other.credential != known.credential);
        if fresh {
            passkeys.push(known.clone());
        }
        Ok(fresh)
    }

    async fn of(&self, customer: CustomerId) -> Result<Vec<KnownPasskey>, StorageError> {
        let passkeys = self.passkeys.lock().unwrap();
        Ok(passkeys.iter().filter(|known| known.customer == customer).cloned().collect())
    }

    async fn used(&self, id: PasskeyId, public_key: &str, synced: bool, at: Timestamp) -> Result<(), StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        for known in passkeys.iter_mut().filter(|known| known.passkey.id == id) {
            public_key.clone_into(&mut known.public_key);
            known.passkey.synced = synced;
            known.passkey.used_at = Some(at);
        }
        Ok(())
    }

    async fn rename(&self, customer: CustomerId, id: PasskeyId, name: &str) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let found = passkeys.iter_mut().find(|known| known.customer == customer && known.passkey.id == id);
        Ok(found.map(|known| name.clone_into(&mut known.passkey.name)).is_some())
    }

    async fn remove(&self, customer: CustomerId, id: PasskeyId) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let before = passkeys.len();
        passkeys.retain(|known| known.customer != customer || known.passkey.id != id);
        Ok(passkeys.len() < before)
    }
}

#[async_trait]
impl Security for Memory {
    async fn note(&self, customer: CustomerId, happened: &Happened) -> Result<(), StorageError> {
        self.safety.lock().unwrap().events.push((customer, happened.clone()));
        Ok(())
    }

    async fn events(&self, customer: CustomerId, limit: u32) -> Result<Vec<Happened>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let mine = safety.events.iter().rev().filter(|(owner, _)| *owner == customer).map(|(_, event)| event.clone());
        Ok(mine.take(limit as usize).collect())
    }

    async fn last(&self, customer: CustomerId, kinds: [SecurityEvent; 3]) -> Result<Option<Timestamp>, StorageError> {
        let events = self.events(customer, u32::MAX).await?;
        Ok(events.into_iter().filter(|event| kinds.contains(&event.event)).map(|event| event.at).max())
    }

    async fn browsers(&self, customer: CustomerId) -> Result<Vec<String>, StorageError> {
        let events = self.events(customer, u32::MAX).await?;
        let signed_in = events.into_iter().filter(|event| event.event.code().starts_with("sign-in-"));
        Ok(signed_in.map(|event| event.device.agent).collect())
    }

    async fn contact(&self, customer: CustomerId) -> Result<Contact, StorageError> {
        Ok(Contact { email: format!("{customer}@example.org"), phone: "07700 900123".to_owned() })
    }

    async fn trusted(&self, customer: CustomerId) -> Result<Option<TrustedContact>, StorageError> {
        Ok(self.safety.lock().unwrap().trusted.get(&customer).cloned())
    }

    async fn set_trusted(
        &self,
        customer: CustomerId,
        trusted: Option<&TrustedContact>,
        _: Timestamp,
    ) -> Result<(), StorageError> {
        let mut safety = self.safety.lock().unwrap();
        safety.trusted.remove(&customer);
        safety.trusted.extend(trusted.map(|trusted| (customer, trusted.clone())));
        Ok(())
    }

    async fn freeze(&self, customer: CustomerId, at: Timestamp) -> Result<bool, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let frozen = safety.freezes.get(&customer).is_some_and(|freeze| freeze.thaws_at.is_none());
        if !frozen {
            safety.freezes.insert(customer, Freeze { since: at, thaws_at: None });
        }
        Ok(!frozen)
    }

    async fn set_thaw(
        &self,
        customer: CustomerId,
        at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let frozen = |freeze: &&mut Freeze| freeze.thaws_at.is_none_or(|end| end > now);
        Ok(safety.freezes.get_mut(&customer).filter(frozen).map(|freeze| freeze.thaws_at = at).is_some())
    }

    async fn send(&self, notices: &[Notice]) -> Result<(), StorageError> {
        self.safety.lock().unwrap().notices.extend_from_slice(notices);
        Ok(())
    }

    async fn sent(&self, _: u32) -> Result<Vec<Sent>, StorageError> {
        Ok(vec![])
    }
}

#[async_trait]
impl Recoveries for Memory {
    async fn start(&self, new: &Recovery, link: &Hash, lapsed: Timestamp) -> Result<bool, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let mine = safety.recoveries.iter_mut().filter(|(_, known)| known.customer == new.customer);
        for (_, known) in mine.filter(|(_, known)| known.ending.is_none()) {
            if known.started_at > lapsed {
                return Ok(false);
            }
            known.ending = Some(Ending::Lapsed);
        }
        safety.recoveries.push((*link, new.clone()));
        Ok(true)
    }

    async fn relink(&self, customer: CustomerId, link: &Hash) -> Result<Option<Recovery>, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let mut mine = safety.recoveries.iter_mut();
        let found = mine.find(|(_, known)| known.customer == customer && known.ending.is_none());
        Ok(found.map(|(hash, known)| {
            *hash = *link;
            known.clone()
        }))
    }

    async fn by_link(&self, link: &Hash) -> Result<Option<Recovery>, StorageError> {
        let safety = self.safety.lock().unwrap();
        Ok(safety.recoveries.iter().find(|(hash, _)| hash == link).map(|(_, known)| known.clone()))
    }

    async fn one(&self, customer: CustomerId, id: RecoveryId) -> Result<Option<Recovery>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let mut all = safety.recoveries.iter().map(|(_, known)| known);
        Ok(all.find(|known| known.customer == customer && known.id == id).cloned())
    }

    async fn under_way(&self, customer: CustomerId) -> Result<Option<Recovery>, StorageError> {
        let safety = self.safety.lock().unwrap();
        let mut all = safety.recoveries.iter().map(|(_, known)| known);
        Ok(all.find(|known| known.customer == customer && known.ending.is_none()).cloned())
    }

    async fn end(
        &self,
        id: RecoveryId,
        ending: Ending,
        _: Timestamp,
        started: Timestamp,
    ) -> Result<bool, StorageError> {
        let mut safety = self.safety.lock().unwrap();
        let open = |known: &Recovery| known.id == id && known.ending.is_none() && known.started_at <= started;
        let found = safety.recoveries.iter_mut().find(|(_, known)| open(known));
        Ok(found.map(|(_, known)| known.ending = Some(ending)).is_some())
    }
}

/// What a passkey of somebody in this house signs.
pub const GOOD_ANSWER: &str = "{\"signed\":true}";

#[async_trait]
impl Approver for Memory {
    async fn ceremony(&self, customer: CustomerId) -> Result<Option<Ceremony>, Error> {
        let any = self.passkeys.lock().unwrap().iter().any(|known| known.customer == customer);
        Ok(any.then(|| Ceremony { options: "{}".to_owned(), state: customer.to_string() }))
    }

    async fn judge(&self, customer: CustomerId, proof: Proof<'_>) -> Result<Verdict, Error> {
        // As with a real app, the code is good once.
        tokio::task::yield_now().await;
        Ok(match proof {
            Proof::Code(GOOD_CODE) if !self.code_used.swap(true, Ordering::Relaxed) => Verdict::Good,
            Proof::Code(GOOD_CODE) => Verdict::Used,
            Proof::Code(LOCKED_CODE) => Verdict::Locked,
            Proof::Passkey(asked, GOOD_ANSWER) if asked.state == customer.to_string() => Verdict::Good,
            Proof::Code(_) | Proof::Passkey(..) => Verdict::Wrong,
        })
    }
}
