//! The database that is measured on, and the two servers.

use std::env;
use std::process::Command;

use bench::folder::Folder;
use bench::histories::{self, Histories, OWNERS};
use bench::people::{self, People};
use bench::process::{Server, free_address};
use bench::{http, site};
use model::{AccountId, CustomerId};
use store::{Ports, Store};

use crate::Outcome;

/// Ordinary accounts: more of them than any memory of pages holds.
pub const MANY: Histories = Histories { first: 0, count: 2_000, lines: 200 };
/// Accounts with a short past.
pub const SHORT: Histories = Histories { first: 2_000, count: 10, lines: 100 };
/// Accounts with a long past.
pub const LONG: Histories = Histories { first: 2_010, count: 10, lines: 100_000 };

/// A database with accounts that have a past, and people who are signed in.
pub struct House {
    folder: Folder,
    ports: Ports,
}

impl House {
    /// Fills a new database.
    pub async fn build() -> Outcome<Self> {
        let folder = Folder::new("pages")?;
        let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
        histories::fill(&url, &ids, &[MANY, SHORT, LONG]).await?;
        let ports = Store::open(&url, people::options(&ids)).await?.ports();
        Ok(Self { folder, ports })
    }

    /// Makes everybody's session as if it had just been used.
    pub async fn sign_in(&self) -> Outcome {
        for nth in 0..OWNERS {
            site::sign_in(self.ports.sessions.as_ref(), People::customer(nth)).await?;
        }
        Ok(())
    }

    /// Our release server on this database.
    pub fn ours(&self) -> Outcome<Server> {
        Ok(site::serve(&self.folder.join("bank.db"))?)
    }

    /// The other server on the same database; `remembers` the months of an account, or works them out each time.
    pub fn maud(&self, remembers: bool) -> Outcome<Server> {
        let beside = env::current_exe()?.with_file_name("maud-pages");
        let address = free_address()?;
        let mut command = Command::new(&beside);
        command.arg(self.folder.join("bank.db")).arg(address.to_string()).args(remembers.then_some("remember"));
        let missing =
            |error| format!("{} does not start ({error}): build all programs of bench first", beside.display());
        Ok(Server::start(command, address).map_err(missing)?)
    }
}

/// The request of its owner for the page of an account.
pub fn request((owner, account): (CustomerId, AccountId)) -> Vec<u8> {
    http::get(&format!("/accounts/{account}"), &site::cookie(owner), "")
}
