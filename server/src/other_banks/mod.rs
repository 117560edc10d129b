//! The line to other banks. What is at its other end is a simulator on this machine (`banyan simulator`): a real scheme
//! has an adapter of its own in the place of this one (ADR 14).

mod http;
pub mod simulator;

use std::{net::SocketAddr, sync::Arc};

use async_trait::async_trait;
use bank::{
    Clock,
    payments::{NameCheck, Payment},
    ports::{Accounts, Customers, OtherBanks},
    rails::{Answer, Delivery, Route},
};
use interbank::{Payer, PaymentOrder, in_utc};
use model::Iban;
use serde::{Deserialize, Serialize};

use http::{Failure, ask};

/// How this bank is called in what it says to others.
const THIS_BANK: &str = "Banyan";

/// Whether an account is that of a name.
#[derive(Debug, Serialize, Deserialize)]
struct NameQuestion {
    iban: Iban,
    name: String,
}

/// Something that was said, and is said again until it is taken.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    number: u64,
    /// The message, as XML.
    body: String,
}

/// The line to a simulator of other banks.
pub struct Line {
    address: SocketAddr,
    customers: Arc<dyn Customers>,
    accounts: Arc<dyn Accounts>,
    clock: Arc<dyn Clock>,
}

impl Line {
    /// The line to the simulator that listens at `address`.
    #[must_use]
    pub fn to(
        address: SocketAddr,
        customers: Arc<dyn Customers>,
        accounts: Arc<dyn Accounts>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { address, customers, accounts, clock }
    }

    /// Who has made `payment`, as the other side reads it; `None` where that cannot be looked up.
    async fn payer(&self, payment: &Payment) -> Option<Payer> {
        let customer = self.customers.customer(payment.customer).await.ok()??;
        let account = self.accounts.account(payment.customer, payment.from).await.ok()??;
        Some(Payer { name: customer.name, account: account.number.to_string(), bank: THIS_BANK.to_owned() })
    }
}

#[async_trait]
impl OtherBanks for Line {
    async fn check_name(&self, iban: Iban, typed: &str) -> NameCheck {
        let question = serde_json::to_vec(&NameQuestion { iban, name: typed.to_owned() });
        let question = question.expect("texts can always be written as JSON");
        match ask(self.address, "POST", "/names", &question).await {
            Ok(answer) if answer.status == 200 => {
                serde_json::from_slice(&answer.body).unwrap_or(NameCheck::Unavailable)
            }
            _ => NameCheck::Unavailable,
        }
    }

    async fn deliver(&self, payment: &Payment, route: Route) -> Delivery {
        let Some((order, payer)) = PaymentOrder::of(payment, route).zip(self.payer(payment).await) else {
            return Delivery::NotSent;
        };
        let message = interbank::initiation(&order, &payer, in_utc(self.clock.now()));
        match ask(self.address, "POST", "/payments", &message).await {
            Ok(answer) if answer.status == 202 => Delivery::Taken,
            Err(Failure::NoLine) => Delivery::NotSent,
            Ok(_) | Err(Failure::Broken) => Delivery::Unclear,
        }
    }

    async fn says(&self) -> Vec<(u64, Answer)> {
        let Ok(answer) = ask(self.address, "GET", "/messages", &[]).await else { return Vec::new() };
        let said: Vec<Said> = serde_json::from_slice(&answer.body).unwrap_or_default();
        let understood = said.into_iter().filter_map(|Said { number, body }| match interbank::read(body.as_bytes()) {
            Ok(answer) => Some((number, answer)),
            Err(error) => {
                tracing::error!(number, %error, "a message of another bank is not understood: it is left with them");
                None
            }
        });
        understood.collect()
    }

    async fn taken(&self, number: u64) {
        // What they have not heard of they say again, and it is known then.
        drop(ask(self.address, "POST", &format!("/messages/{number}/taken"), &[]).await);
    }
}
