//! The commands, one to a file. Each says what it did on standard output, and what went wrong in a sentence.

pub mod assistant;
pub mod audit;
pub mod bench;
pub mod call_backs;
pub mod demo;
pub mod feedback;
pub mod layouts;
pub mod migrate;
pub mod misses;
pub mod models;
pub mod policy;
pub mod rates;
pub mod routes;
pub mod serve;
pub mod simulator;
pub mod staff;
pub mod verify;

use std::{error::Error, io::Write, sync::Arc};

use bank::{IdMint, ports::Credentials};
use store::Store;

use crate::{
    config::Config,
    state::{self, World},
    system::{SystemClock, SystemRng},
};

/// Writes what a command has to say.
pub fn say(text: &str) {
    // Nobody is left to tell where standard output is closed.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

/// Writes what went wrong.
pub fn complain(text: &str) {
    // As above.
    let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
}

/// The world as it is, and ids for this server.
fn world(config: &Config) -> (World, Arc<IdMint>) {
    let clock = Arc::new(SystemClock);
    let ids = Arc::new(IdMint::new(clock.clone(), config.node));
    (World { clock, rng: Arc::new(SystemRng) }, ids)
}

/// The database of `config`, open.
async fn open(config: &Config, ids: Arc<IdMint>) -> Result<Store, String> {
    state::open_store(config, ids).await.map_err(|error| format!("The database cannot be opened: {}.", chain(&error)))
}

/// Whether a database holds the demonstration people, as whom anybody can sign in who has read the source.
async fn is_demonstration(credentials: &dyn Credentials) -> Result<bool, String> {
    for person in ::demo::people() {
        let known = credentials.by_username(person.username).await.map_err(|error| unanswered(&error))?;
        if known.is_some_and(|known| known.totp_secret == person.totp_secret) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a command says where the database fails it.
fn unanswered(error: &dyn Error) -> String {
    format!("The database does not answer: {}.", chain(error))
}

/// An error with all its causes, in one line.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
