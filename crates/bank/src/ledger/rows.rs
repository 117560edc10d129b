//! The rows that a decision leaves behind.

use model::{HoldId, Timestamp, TransferId};

use super::{LedgerAccount, Line, Posting, Receipt, TransferOrder, TransferRow};

/// The line of `account`, as it is after `order`.
pub(super) fn posting(account: &LedgerAccount, order: &TransferOrder, signed_amount: i64, line: &Line) -> Posting {
    Posting {
        account: account.id,
        version: account.version,
        transfer: order.id,
        signed_amount,
        balance_after: account.balance,
        paid_in_after: account.paid_in,
        booked_at: account.last_booked_at,
        kind: order.kind,
        category: line.category,
        party: line.party.clone(),
        reference: line.reference.clone(),
    }
}

/// The movement that `order` is.
pub(super) fn row(order: &TransferOrder, reverses: Option<TransferId>, booked_at: Timestamp) -> TransferRow {
    TransferRow {
        id: order.id,
        debit: order.debit,
        credit: order.credit,
        amount: order.amount.minor,
        currency: order.amount.currency,
        kind: order.kind,
        reverses,
        original_amount: order.original.map(|money| money.minor),
        original_currency: order.original.map(|money| money.currency),
        booked_at,
    }
}

/// What is answered.
pub(super) const fn receipt(transfer: Option<TransferId>, hold: Option<HoldId>, booked_at: Timestamp) -> Receipt {
    Receipt { transfer, hold, booked_at }
}
