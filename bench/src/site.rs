//! Our release server on a database, and people who are signed in to it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, io};

use bank::Clock;
use bank::ports::{NewSession, Sessions};
use model::{CustomerId, SessionKey};
use sha2::{Digest, Sha256};

use crate::people::SystemClock;
use crate::process::{Server, free_address};

/// Where the built server and its site are: `BANYAN_DIST`, or where `cargo xtask` lays them.
#[must_use]
pub fn dist() -> PathBuf {
    env::var_os("BANYAN_DIST").map_or_else(|| PathBuf::from("target/dist/banyan"), PathBuf::from)
}

/// Serves the database at `path` as a release would, save that it says little and does not look the ledger over,
/// which whoever filled the database has done.
///
/// # Errors
/// Where the server is not there or does not start.
pub fn serve(path: &Path) -> io::Result<Server> {
    serve_with(path, &[])
}

/// As [`serve`], with these settings besides, as environment variables.
///
/// # Errors
/// As [`serve`].
pub fn serve_with(path: &Path, settings: &[(&str, &str)]) -> io::Result<Server> {
    let (dist, address) = (dist(), free_address()?);
    let missing =
        |error| io::Error::other(format!("no server in {} ({error}): name it in BANYAN_DIST", dist.display()));
    let dist = dist.canonicalize().map_err(missing)?;
    let mut command = Command::new(dist.join("banyan"));
    command
        .arg("serve")
        .env("BANYAN_ADDRESS", address.to_string())
        .env("BANYAN_PUBLIC_URL", format!("http://localhost:{}", address.port()))
        .env("BANYAN_DATABASE", format!("sqlite:{}", path.display()))
        .env("BANYAN_SITE", dist.join("Leptos.toml"))
        .env("BANYAN_METRICS_ADDRESS", "off")
        .env("BANYAN_VERIFY_AT_START", "never")
        .env("BANYAN_LOG", "warn")
        // Every request of a measurement comes from this machine.
        .env("BANYAN_REQUESTS_PER_MINUTE", "100000000")
        .env("BANYAN_CHANGES_PER_MINUTE", "1000000")
        .envs(settings.iter().copied())
        .stdout(Stdio::null())
        .stdin(Stdio::null());
    Server::start(command, address)
}

/// Makes the database of the demonstration at `path`.
///
/// # Errors
/// Where the program is not there, or does not do it.
pub fn fill_with_demo(path: &Path) -> io::Result<()> {
    for word in ["migrate", "demo"] {
        let mut command = Command::new(dist().join("banyan"));
        command.arg(word).env("BANYAN_DATABASE", format!("sqlite:{}", path.display())).env("BANYAN_DEMO", "true");
        let status = command.env("BANYAN_LOG", "warn").stdout(Stdio::null()).status()?;
        if !status.success() {
            return Err(io::Error::other(format!("banyan {word} failed ({status})")));
        }
    }
    Ok(())
}

/// Every page of the route table, as the program itself lists them.
///
/// # Errors
/// Where the server is not there or does not say.
pub fn pages() -> io::Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Routes {
        pages: Vec<String>,
    }
    let said = Command::new(dist().join("banyan")).args(["routes", "--json"]).output()?;
    let routes: Routes = serde_json::from_slice(&said.stdout).map_err(io::Error::other)?;
    Ok(routes.pages)
}

/// The origin of the pages of `server`.
#[must_use]
pub fn origin(server: &Server) -> String {
    format!("http://localhost:{}", server.address.port())
}

/// The cookie of the session of `customer` that [`sign_in`] keeps.
#[must_use]
pub fn cookie(customer: CustomerId) -> String {
    format!("banyan-demo={:032x}", secret(customer))
}

fn secret(customer: CustomerId) -> u128 {
    // Anything that differs: these sessions live as long as a measurement, on this machine.
    u128::from(customer.value().unsigned_abs()) | 0xba5e << 64
}

/// Keeps a fresh session of `customer`, as after the second half of a sign-in.
///
/// # Errors
/// Where the database does not take it.
pub async fn sign_in(sessions: &dyn Sessions, customer: CustomerId) -> Result<(), bank::StorageError> {
    let now = SystemClock.now();
    let secret_hash = Sha256::digest(secret(customer).to_be_bytes()).into();
    let session = NewSession {
        secret_hash,
        key: SessionKey::new(customer.value()),
        customer: Some(customer),
        data: "{}".to_owned(),
        created_at: now,
        expires_at: now.plus_seconds(14_400),
        agent: "bench".to_owned(),
        address: "127.0.0.1".to_owned(),
    };
    sessions.save(&session).await?;
    // One that was kept before is as good as new once it has been used.
    sessions.touch(&secret_hash, now).await
}
