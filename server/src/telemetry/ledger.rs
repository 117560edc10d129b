//! The ledger, counted and timed.

use std::{sync::Arc, time::Instant};

use async_trait::async_trait;
use bank::{
    ledger::{Action, Command, LedgerError, Receipt},
    ports::Ledger,
};

/// A ledger that counts what another one does.
pub struct Metered(Arc<dyn Ledger>);

impl Metered {
    /// Counts what `ledger` does.
    #[must_use]
    pub fn new(ledger: Arc<dyn Ledger>) -> Self {
        Self(ledger)
    }
}

#[async_trait]
impl Ledger for Metered {
    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        let kind = kind(&command.action);
        let started = Instant::now();
        let waiting = Waiting::begin();
        let answer = self.0.submit(command).await;
        drop(waiting);
        metrics::histogram!("banyan_ledger_command_seconds").record(started.elapsed());
        metrics::counter!("banyan_ledger_commands_total", "kind" => kind, "outcome" => outcome(&answer)).increment(1);
        answer
    }

    async fn close(&self) {
        self.0.close().await;
    }
}

/// One command that waits; counted off also where the request goes away before its answer.
struct Waiting;

impl Waiting {
    fn begin() -> Self {
        metrics::gauge!("banyan_ledger_waiting").increment(1.0);
        Self
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        metrics::gauge!("banyan_ledger_waiting").decrement(1.0);
    }
}

const fn kind(action: &Action) -> &'static str {
    match action {
        Action::Transfer(_) => "transfer",
        Action::Hold(_) => "hold",
        Action::Capture { .. } => "capture",
        Action::Release { .. } => "release",
        Action::Reverse { .. } => "reverse",
        Action::Together { .. } => "together",
    }
}

const fn outcome(answer: &Result<Receipt, LedgerError>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(LedgerError::Refused(_)) => "refused",
        Err(LedgerError::KeyReused) => "key-reused",
        Err(LedgerError::InFlight) => "in-flight",
        Err(LedgerError::Busy) => "busy",
        Err(LedgerError::Unavailable(_)) => "unavailable",
    }
}
