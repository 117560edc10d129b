//! What customers have written, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    ports::{Queue, TicketCounts, Tickets},
    tickets::{Ticket, TicketHead, TicketState},
};
use model::{CustomerId, StaffId, TextSize, TicketId, Timestamp};

use super::Memory;

#[async_trait]
impl Tickets for Memory {
    async fn keep(&self, ticket: &Ticket) -> Result<(), StorageError> {
        self.tickets.lock().unwrap().push(ticket.clone());
        Ok(())
    }

    async fn update(&self, ticket: &Ticket, seen: i64) -> Result<bool, StorageError> {
        let mut tickets = self.tickets.lock().unwrap();
        let kept = tickets.iter_mut().find(|kept| kept.head.id == ticket.head.id && kept.head.version == seen);
        Ok(kept.map(|kept| *kept = ticket.clone()).is_some())
    }

    async fn of_customer(&self, owner: CustomerId, limit: u32) -> Result<Vec<TicketHead>, StorageError> {
        let tickets = self.tickets.lock().unwrap();
        let theirs = tickets.iter().rev().filter(|ticket| ticket.head.customer == owner);
        Ok(theirs.take(limit as usize).map(|ticket| ticket.head.clone()).collect())
    }

    async fn one(&self, owner: CustomerId, id: TicketId) -> Result<Option<Ticket>, StorageError> {
        Ok(self.any(id).await?.filter(|ticket| ticket.head.customer == owner))
    }

    async fn any(&self, id: TicketId) -> Result<Option<Ticket>, StorageError> {
        Ok(self.tickets.lock().unwrap().iter().find(|ticket| ticket.head.id == id).cloned())
    }

    async fn queue(&self, queue: Queue, limit: u32) -> Result<Vec<TicketHead>, StorageError> {
        let tickets = self.tickets.lock().unwrap();
        let wanted = |head: &&TicketHead| match queue {
            Queue::In(state) => head.state == state,
            Queue::Of(member) => head.taken_by == Some(member) && head.state != TicketState::Closed,
        };
        let mut heads: Vec<_> = tickets.iter().map(|ticket| &ticket.head).filter(wanted).cloned().collect();
        heads.sort_by_key(|head| (head.due_at.is_none(), head.due_at, head.id));
        heads.truncate(limit as usize);
        Ok(heads)
    }

    async fn begun(
        &self,
        since: Timestamp,
        before: Option<TicketId>,
        limit: u32,
    ) -> Result<Vec<(Ticket, TextSize)>, StorageError> {
        let mut kept = self.tickets.lock().unwrap().clone();
        kept.sort_by_key(|one| std::cmp::Reverse(one.head.id));
        let wanted = |one: &Ticket| one.head.opened_at >= since && before.is_none_or(|before| one.head.id < before);
        Ok(kept.into_iter().filter(wanted).take(limit as usize).map(|one| (one, TextSize::Standard)).collect())
    }

    async fn counts(&self, now: Timestamp) -> Result<TicketCounts, StorageError> {
        let tickets = self.tickets.lock().unwrap();
        let open = tickets.iter().filter(|ticket| ticket.head.state == TicketState::Open);
        let overdue = open.clone().filter(|ticket| ticket.head.is_overdue(now)).count();
        Ok(TicketCounts { open: i64::try_from(open.count()).unwrap(), overdue: i64::try_from(overdue).unwrap() })
    }
}

impl Memory {
    /// Somebody of the bank answers behind everybody's back.
    pub fn moved(&self, id: TicketId, by: StaffId) {
        let mut tickets = self.tickets.lock().unwrap();
        let ticket = tickets.iter_mut().find(|ticket| ticket.head.id == id).unwrap();
        ticket.head.version += 1;
        ticket.head.taken_by = Some(by);
    }
}
