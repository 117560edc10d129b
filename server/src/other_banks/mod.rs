//! The line to other banks. What is at its other end is a simulator on this machine (`banyan simulator`): a real scheme
//! has an adapter of its own in the place of this one (ADR 14).

mod http;
pub mod simulator;

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use bank::{
    Clock,
    payments::{NameCheck, Payment},
    ports::{Accounts, Business, Customers, OtherBanks},
    rails::{Delivery, Message, Route},
};
use interbank::{Payer, PaymentOrder, in_utc};
use model::Iban;
use serde::{Deserialize, Serialize};

use http::{Failure, ask};

/// How this bank is called in what it says to others.
const THIS_BANK: &str = "Banyan";

/// What the other end says where the other bank does not answer it.
const NO_ANSWER: u16 = 504;

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
    business: Arc<dyn Business>,
    clock: Arc<dyn Clock>,
    /// Whether nothing could be heard the last time: that is logged once, and not every second.
    silent: AtomicBool,
}

impl Line {
    /// The line to the simulator that listens at `address`.
    #[must_use]
    pub fn to(
        address: SocketAddr,
        customers: Arc<dyn Customers>,
        accounts: Arc<dyn Accounts>,
        business: Arc<dyn Business>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { address, customers, accounts, business, clock, silent: AtomicBool::new(false) }
    }

    /// What is said at the other end, as it is said there.
    async fn hear(&self) -> Result<Vec<Said>, String> {
        let answer = ask(self.address, "GET", "/messages", &[]).await.map_err(|failure| format!("{failure:?}"))?;
        if answer.status != 200 {
            return Err(format!("status {}", answer.status));
        }
        serde_json::from_slice(&answer.body).map_err(|_| "not a list of messages".to_owned())
    }

    /// Who pays `payment`, as the other side reads it: whose account it is, which need not be who has made it. `None` where
    /// that cannot be looked up.
    async fn payer(&self, payment: &Payment) -> Option<Payer> {
        let made = self.business.made(payment.id).await.ok()?;
        let owner = made.map_or(payment.customer, |made| made.owner);
        let customer = self.customers.customer(owner).await.ok()??;
        let account = self.accounts.account(owner, payment.from).await.ok()??;
        let number = account.number.to_string();
        let name = if account.is_business() { account.holder } else { customer.name };
        Some(Payer { name, account: number, bank: THIS_BANK.to_owned() })
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
            tracing::error!(payment = payment.id.value(), "who pays cannot be looked up: it is tried again");
            return Delivery::NotSent;
        };
        let message = interbank::initiation(&order, &payer, in_utc(self.clock.now()));
        match ask(self.address, "POST", "/payments", &message).await {
            Ok(answer) if answer.status == 202 => Delivery::Taken,
            Err(Failure::NoLine) => Delivery::NotSent,
            Err(Failure::Broken) => Delivery::Unclear,
            Ok(answer) => {
                if answer.status != NO_ANSWER {
                    let (payment, status) = (payment.id.value(), answer.status);
                    tracing::error!(payment, status, "another bank does not take what it is told: look into it");
                }
                Delivery::Unclear
            }
        }
    }

    async fn says(&self) -> Vec<Message> {
        let said = self.hear().await;
        match (self.silent.swap(said.is_err(), Ordering::Relaxed), &said) {
            (false, Err(why)) => tracing::warn!(%why, "other banks are not heard; it is tried again"),
            (true, Ok(_)) => tracing::info!("other banks are heard again"),
            _ => {}
        }
        let read = |Said { number, body }| {
            let answer = interbank::read(body.as_bytes()).map_err(|error| error.to_string());
            Message { number, text: body, answer }
        };
        said.unwrap_or_default().into_iter().map(read).collect()
    }

    async fn taken(&self, number: u64) {
        // What they have not heard of they say again, and it is known then.
        drop(ask(self.address, "POST", &format!("/messages/{number}/taken"), &[]).await);
    }
}
