//! The ledger, in memory.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use bank::{
    ledger::{Action, Command, LedgerError, Receipt, Refusal},
    ports::Ledger,
};

use super::Memory;

#[async_trait]
impl Ledger for Memory {
    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        // Whoever comes second waits its turn, as in a real ledger.
        tokio::task::yield_now().await;
        if self.busy.load(Ordering::Relaxed) {
            return Err(LedgerError::Busy);
        }
        if self.closed.load(Ordering::Relaxed) && matches!(command.action, Action::Capture { .. }) {
            return Err(LedgerError::Refused(Refusal::CreditNotOpen));
        }
        let mut kept = self.kept.lock().unwrap();
        if let Some(key) = &command.key
            && let Some((hash, receipt)) = kept.get(&(key.operation, key.key.clone()))
        {
            return if *hash == key.request_hash { Ok(*receipt) } else { Err(LedgerError::KeyReused) };
        }
        let (receipt, effects) = self.book.lock().unwrap().decide(&command)?;
        self.keep_holds(&effects);
        self.transfers.fetch_add(effects.transfers.len(), Ordering::Relaxed);
        for (key, receipt) in effects.kept {
            kept.insert((key.operation, key.key), (key.request_hash, receipt));
        }
        self.keep_payments(effects.waiting, effects.payments, &effects.cancelled);
        self.keep_sent_back(&effects.sent_back);
        Ok(receipt)
    }

    async fn close(&self) {}
}
