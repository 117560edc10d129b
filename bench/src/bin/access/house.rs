//! The database, the people in it, and the server.

use std::sync::Arc;

use bank::{
    IdMint, Rng,
    customers::{Customer, CustomerStatus},
    experiments::Trying,
};
use bench::{folder::Folder, people, process::Server, site};
use model::{CustomerId, Preferences, Timestamp};
use store::{
    Store,
    bulk::{Batch, NewCustomer},
};

use crate::Outcome;

/// How many people there are.
pub const PEOPLE: usize = 24;
/// Everybody's password. The hash is as dear as any; that it is the same saves time here only.
pub const PASSWORD: &str = "a long enough password";

/// A database with people who can sign in.
pub struct House {
    folder: Folder,
}

/// A salt need not be random where nobody steals the hash.
struct Salt;

impl Rng for Salt {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

impl House {
    /// Fills a new database.
    pub async fn build() -> Outcome<Self> {
        let folder = Folder::new("access")?;
        let ids: Arc<IdMint> = people::ids();
        let url = format!("sqlite:{}", folder.join("bank.db").display());
        Store::migrate(&url).await?;
        let store = Store::open(&url, people::options(&ids)).await?;
        let hash = auth::passwords::hash(PASSWORD, &Salt);
        let mut loader = store.load().await?;
        loader
            .keep(Batch { customers: (0..PEOPLE).map(|nth| person(nth, &hash)).collect(), ..Batch::default() })
            .await?;
        loader.finish().await?;
        site::sign_in(store.ports().sessions.as_ref(), customer(0)).await?;
        Ok(Self { folder })
    }

    /// Where it is.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Our release server on it, with these settings.
    pub fn serve(&self, settings: &[(&str, &str)]) -> Outcome<Server> {
        Ok(site::serve_with(&self.folder.join("bank.db"), settings)?)
    }
}

/// The `nth` person.
pub fn customer(nth: usize) -> CustomerId {
    CustomerId::new(1_000 + i64::try_from(nth).unwrap_or_default())
}

fn person(nth: usize, hash: &str) -> NewCustomer {
    let name = format!("Person Number {nth}");
    NewCustomer {
        customer: Customer {
            id: customer(nth),
            name: name.clone(),
            greeting: name,
            preferences: Preferences::default(),
            joined_at: Timestamp::EPOCH,
            freeze: None,
            trying: Trying::default(),
        },
        username: format!("person{nth:02}"),
        status: CustomerStatus::Active,
        password_hash: hash.to_owned(),
        totp_secret: vec![7; 20],
    }
}
