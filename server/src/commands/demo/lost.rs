//! Somebody of the demonstration lost what they sign in with yesterday: nobody has to wait a day to see how they find back.

use std::{process::ExitCode, sync::Arc};

use auth::recovery::{link_hash, start_by_staff};
use bank::{
    Bank, Clock, Error,
    policy::RECOVERY_WAIT_S,
    recovery::{self, Beginning, Lost},
    security::Device,
};
use model::{CustomerId, ErrorCode, Timestamp};

use super::super::{open, say, unanswered, world};
use crate::{
    config::Config,
    site::BuiltSite,
    state::{State, World, assemble},
};

/// A clock that is a day late.
struct Yesterday(Arc<dyn Clock>);

impl Clock for Yesterday {
    fn now(&self) -> Timestamp {
        self.0.now().plus_seconds(-RECOVERY_WAIT_S)
    }
}

/// Begins a way back in as it would have begun a day ago, and says where it goes on.
pub(super) async fn run(config: &Config, who: &str, what: &str) -> Result<ExitCode, String> {
    if demo::people().iter().all(|person| person.username != who) {
        return Err(format!("Nobody in the demonstration is called {who}."));
    }
    let lost = Lost::from_code(what).ok_or_else(|| format!("Nothing is called {what}."))?;
    let (now, ids) = world(config);
    let ports = open(config, Arc::clone(&ids)).await?.ports();
    let then = World { clock: Arc::new(Yesterday(Arc::clone(&now.clock))), rng: Arc::clone(&now.rng) };
    let at = |world: &World| {
        let state = assemble(config, ports.clone(), &BuiltSite::none(), world, Arc::clone(&ids));
        state.map_err(|error| error.to_string())
    };
    let (now, then) = (at(&now)?, at(&then)?);
    let begun = match ports.credentials.by_username(who).await {
        Ok(Some(known)) => anew(&now, &then, &config.public_url.origin, known.customer, lost).await.map_err(told),
        Ok(None) => Err(format!("Nobody in the demonstration is called {who}.")),
        Err(error) => Err(unanswered(&error)),
    };
    ports.ledger.close().await;
    say(&begun?);
    Ok(ExitCode::SUCCESS)
}

/// Stops what is under way, and begins.
async fn anew(now: &State, then: &State, origin: &str, customer: CustomerId, lost: Lost) -> Result<String, Error> {
    recovery::stop(&now.bank, customer, &Device::default()).await?;
    begin(then, origin, customer, lost).await
}

fn told(error: Error) -> String {
    match error {
        Error::Unavailable(error) => unanswered(&error),
        refused => refused.to_string(),
    }
}

async fn begin(state: &State, origin: &str, customer: CustomerId, lost: Lost) -> Result<String, Error> {
    let (bank, device) = (&state.bank, Device::default());
    if lost == Lost::Both {
        let code = start_by_staff(&state.site.auth, bank, customer, 0, &device).await?;
        return Ok(format!("The code that the bank has handed over is {code}. `banyan demo outbox` has the link."));
    }
    let secret = secret(bank);
    let link = format!("{origin}/recover/{secret}");
    let new = Beginning { lost, link: link.clone(), link_hash: link_hash(&secret), handed: None, staff: None };
    if recovery::start(bank, customer, &new, &device).await? { Ok(link) } else { Err(ErrorCode::Frozen.into()) }
}

/// Letters and digits that nobody can guess.
fn secret(bank: &Bank) -> String {
    let mut bytes = [0; 16];
    bank.rng.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}
