//! A bank on the database of a test, for what takes more than one port.

use std::sync::Arc;

use async_trait::async_trait;
use bank::{
    Bank, Calendar, Clock, Error, IdMint, Policy, Rng,
    accounts::Remembered,
    models::Serving,
    ports::{Approver, Ceremony, Proof, Verdict},
};
use model::CustomerId;
use store::Ports;

use crate::world::World;

/// Whatever is asked is approved.
struct Approved;

#[async_trait]
impl Approver for Approved {
    async fn ceremony(&self, _: CustomerId) -> Result<Option<Ceremony>, Error> {
        Ok(None)
    }

    async fn judge(&self, _: CustomerId, _: Proof<'_>) -> Result<Verdict, Error> {
        Ok(Verdict::Good)
    }
}

impl Rng for Approved {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

impl World {
    /// The bank, on these ports of its database.
    pub fn bank(&self, ports: Ports, node: u16) -> Bank {
        Bank {
            ledger: ports.ledger,
            accounts: ports.accounts,
            customers: ports.customers,
            payments: ports.payments,
            notices: ports.notices,
            payees: ports.payees,
            requests: ports.requests,
            schedules: ports.schedules,
            waits: ports.waits,
            sendings: ports.sendings,
            other_banks: None,
            rates: None,
            mandates: ports.mandates,
            business: ports.business,
            powers: ports.powers,
            aliases: ports.aliases,
            limits: ports.limits,
            cards: ports.cards,
            card_processor: None,
            call_backs: ports.call_backs,
            tickets: ports.tickets,
            arrangements: ports.arrangements,
            conversations: ports.conversations,
            replies: ports.replies,
            misses: ports.misses,
            models: ports.models,
            passkeys: ports.passkeys,
            step_ups: ports.step_ups,
            recoveries: ports.recoveries,
            security: ports.security,
            sessions: ports.sessions,
            staff: ports.staff,
            staff_sessions: ports.staff_sessions,
            desk: ports.desk,
            audit: ports.audit,
            feedback: ports.feedback,
            experiments: ports.experiments,
            assistant: Serving::default(),
            approver: Arc::new(Approved),
            rng: Arc::new(Approved),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            ids: Arc::new(IdMint::new(self.clock.clone(), node)),
            calendar: Calendar::utc(),
            policy: Policy::default(),
            remembered: Arc::new(Remembered::default()),
        }
    }
}
