//! `banyan simulator`: other banks, to try payments with.

use std::{fmt::Write, net::SocketAddr, process::ExitCode, sync::Arc};

use clap::Args;
use interbank::{HOLDERS, Manner, sample};
use tokio::net::TcpListener;

use super::say;
use crate::{other_banks::simulator, system::SystemClock};

/// Where it listens.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The address and port to listen on; the bank finds it there with the setting `other_banks`
    #[arg(long, default_value = "127.0.0.1:3100", value_name = "ADDRESS")]
    address: SocketAddr,
}

/// Plays the other banks until it is stopped.
pub async fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let address = arguments.address;
    if !address.ip().is_loopback() {
        return Err("The simulator asks nobody who they are: let it listen on 127.0.0.1.".to_owned());
    }
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("Nobody can listen on {address}: {error}. Give another --address."))?;
    say(&accounts());
    say(&format!("The other banks listen on {address} (stop them with Ctrl-C)."));
    axum::serve(listener, simulator::router(Arc::new(SystemClock)))
        .await
        .map_err(|error| format!("Nothing can be taken: {error}."))?;
    Ok(ExitCode::SUCCESS)
}

/// Accounts to pay, one for each way in which it answers.
fn accounts() -> String {
    let mut text = String::from("Accounts at other banks, and what becomes of payments to them:\n");
    for (holder, (manner, _, does)) in (0_u8..).zip(Manner::ALL) {
        let name = HOLDERS[usize::from(holder)];
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {}  {name}: {does}", sample(holder, manner));
    }
    let _ = writeln!(text, "  {}  it does not say whose this is", sample(9, Manner::Takes));
    text
}

#[cfg(test)]
mod tests {
    use super::accounts;

    #[test]
    fn every_way_to_answer_has_an_account_and_a_name() {
        let text = accounts();
        assert_eq!(text.lines().count(), 9);
        assert!(text.contains("Ruth Adler: takes it\n"), "{text}");
        assert!(text.contains("takes it and never says so"), "{text}");
    }
}
