//! The bank's own people in the house: who they are, what they may see, and for how long.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    StorageError,
    customers::CustomerStatus,
    ports::{Desk, NewSession, Staff, StaffSessions, StoredSession},
    security::Contact,
    sessions::OpenSession,
    staff::{CustomerFile, Found, StaffMember, StaffStatus, ThawAsked},
};
use model::{AccountNumber, CustomerId, SessionKey, StaffId, Timestamp};

use super::{ANNA, Memory, TOM, holder, number};

/// What the house knows of the bank's own people.
#[derive(Default)]
pub struct People {
    pub members: Vec<StaffMember>,
    links: HashMap<StaffId, ([u8; 32], Timestamp)>,
    pub sessions: Vec<(StaffId, OpenSession)>,
    looks: HashMap<(StaffId, CustomerId), Timestamp>,
    thaws: HashMap<CustomerId, ThawAsked>,
}

#[async_trait]
impl Staff for Memory {
    async fn add(&self, member: &StaffMember) -> Result<bool, StorageError> {
        let mut people = self.people.lock().unwrap();
        let fresh = people.members.iter().all(|known| known.username != member.username);
        if fresh {
            people.members.push(member.clone());
        }
        Ok(fresh)
    }

    async fn by_username(&self, username: &str) -> Result<Option<StaffMember>, StorageError> {
        Ok(self.people.lock().unwrap().members.iter().find(|member| member.username == username).cloned())
    }

    async fn all(&self) -> Result<Vec<StaffMember>, StorageError> {
        Ok(self.people.lock().unwrap().members.clone())
    }

    async fn set_status(&self, id: StaffId, status: StaffStatus) -> Result<(), StorageError> {
        let mut people = self.people.lock().unwrap();
        people.members.iter_mut().filter(|member| member.id == id).for_each(|member| member.status = status);
        Ok(())
    }

    async fn set_link(&self, id: StaffId, hash: &[u8; 32], expires_at: Timestamp) -> Result<(), StorageError> {
        self.people.lock().unwrap().links.insert(id, (*hash, expires_at));
        Ok(())
    }

    async fn linked(&self, hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffMember>, StorageError> {
        let people = self.people.lock().unwrap();
        let whose = people.links.iter().find(|(_, (known, until))| known == hash && *until > now).map(|(id, _)| *id);
        let may = |member: &&StaffMember| Some(member.id) == whose && member.status == StaffStatus::Active;
        Ok(people.members.iter().find(may).cloned())
    }

    async fn use_link(&self, hash: &[u8; 32], now: Timestamp) -> Result<bool, StorageError> {
        let mut people = self.people.lock().unwrap();
        let before = people.links.len();
        people.links.retain(|_, (known, until)| known != hash || *until <= now);
        Ok(people.links.len() < before)
    }
}

#[async_trait]
impl StaffSessions for Memory {
    async fn load(
        &self,
        _: &[u8; 32],
        _: Timestamp,
        _: Timestamp,
    ) -> Result<Option<(StoredSession, Option<StaffMember>)>, StorageError> {
        Ok(None)
    }

    async fn save(&self, _: Option<StaffId>, _: &NewSession) -> Result<(), StorageError> {
        Ok(())
    }

    async fn keep(&self, _: &[u8; 32], _: &str) -> Result<(), StorageError> {
        Ok(())
    }

    async fn touch(&self, _: &[u8; 32], _: Timestamp) -> Result<(), StorageError> {
        Ok(())
    }

    async fn delete(&self, _: &[u8; 32]) -> Result<(), StorageError> {
        Ok(())
    }

    async fn list(
        &self,
        staff: StaffId,
        _: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError> {
        let people = self.people.lock().unwrap();
        let open = people.sessions.iter().filter(|(owner, open)| *owner == staff && open.seen_at > idle_since);
        Ok(open.map(|(_, open)| open.clone()).collect())
    }

    async fn end(&self, staff: StaffId, key: SessionKey) -> Result<bool, StorageError> {
        let sessions = &mut self.people.lock().unwrap().sessions;
        let before = sessions.len();
        sessions.retain(|(owner, open)| *owner != staff || open.key != key);
        Ok(sessions.len() < before)
    }
}

fn found(id: CustomerId) -> Found {
    Found { id, username: if id == ANNA { "anna" } else { "tom" }.to_owned() }
}

#[async_trait]
impl Desk for Memory {
    async fn by_username(&self, username: &str) -> Result<Option<Found>, StorageError> {
        Ok([ANNA, TOM].map(found).into_iter().find(|found| found.username == username))
    }

    async fn by_number(&self, wanted: AccountNumber) -> Result<Vec<Found>, StorageError> {
        let rows = self.rows.lock().unwrap();
        Ok(rows.iter().filter(|(id, _)| number(**id) == wanted).map(|(_, row)| found(row.owner)).collect())
    }

    async fn file(&self, customer: CustomerId) -> Result<Option<CustomerFile>, StorageError> {
        if ![ANNA, TOM].contains(&customer) {
            return Ok(None);
        }
        Ok(Some(CustomerFile {
            id: customer,
            username: found(customer).username,
            name: holder(customer).to_owned(),
            status: CustomerStatus::Active,
            contact: Contact { email: "anna@example.org".to_owned(), phone: "07700 900123".to_owned() },
            freeze: self.safety.lock().unwrap().freezes.get(&customer).copied(),
        }))
    }

    async fn keep_look(&self, staff: StaffId, customer: CustomerId, until: Timestamp) -> Result<(), StorageError> {
        self.people.lock().unwrap().looks.insert((staff, customer), until);
        Ok(())
    }

    async fn look(
        &self,
        staff: StaffId,
        customer: CustomerId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StorageError> {
        let looks = &self.people.lock().unwrap().looks;
        Ok(looks.get(&(staff, customer)).copied().filter(|until| *until > now))
    }

    async fn ask_thaw(&self, customer: CustomerId, asked: &ThawAsked) -> Result<(), StorageError> {
        self.people.lock().unwrap().thaws.insert(customer, asked.clone());
        Ok(())
    }

    async fn thaw_asked(&self, customer: CustomerId) -> Result<Option<ThawAsked>, StorageError> {
        Ok(self.people.lock().unwrap().thaws.get(&customer).cloned())
    }

    async fn forget_thaw(&self, customer: CustomerId) -> Result<bool, StorageError> {
        Ok(self.people.lock().unwrap().thaws.remove(&customer).is_some())
    }
}
