//! Deciding commands against the rows they touch.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use model::{AccountId, HoldId, Timestamp, TransferId, forms::HistoryKind};

use super::{
    Action, Actor, Command, Effects, HoldOrder, LedgerAccount, Line, Months, OpenHold, PastTransfer, Receipt, Refusal,
    TransferOrder,
    rows::{posting, receipt, row},
};
use crate::{
    Calendar,
    accounts::AccountStatus,
    audit::{AuditRow, Deed},
    limits::FirstPayment,
};

/// The rows that a group of commands touches, as they are now and as the commands leave them.
#[derive(Debug, Default, Clone)]
pub struct Book {
    accounts: HashMap<AccountId, LedgerAccount>,
    holds: HashMap<HoldId, OpenHold>,
    past: HashMap<TransferId, PastTransfer>,
    changed: HashSet<AccountId>,
    first_payments: HashMap<(AccountId, AccountId), FirstPayment>,
    paid_first: HashSet<(AccountId, AccountId)>,
    months: Months,
}

impl Book {
    /// A book of these rows. What a command names and is not here does not exist.
    #[must_use]
    pub fn new(
        accounts: impl IntoIterator<Item = LedgerAccount>,
        holds: impl IntoIterator<Item = OpenHold>,
        past: impl IntoIterator<Item = PastTransfer>,
    ) -> Self {
        Self {
            accounts: accounts.into_iter().map(|account| (account.id, account)).collect(),
            holds: holds.into_iter().map(|hold| (hold.id, hold)).collect(),
            past: past.into_iter().map(|transfer| (transfer.id, transfer)).collect(),
            changed: HashSet::new(),
            first_payments: HashMap::new(),
            paid_first: HashSet::new(),
            months: Months::default(),
        }
    }

    /// With months as `calendar` counts them, not as Coordinated Universal Time does.
    #[must_use]
    pub fn in_calendar(self, calendar: Calendar) -> Self {
        Self { months: Months::new(calendar), ..self }
    }

    /// With what is known of payees who are, or were, new.
    #[must_use]
    pub fn knowing(mut self, first: impl IntoIterator<Item = FirstPayment>) -> Self {
        self.first_payments.extend(first.into_iter().map(|first| ((first.account, first.payee), first)));
        self
    }

    /// What decisions have added to first payments, each once, as they are now.
    pub fn paid_first(&self) -> impl Iterator<Item = &FirstPayment> {
        self.paid_first.iter().filter_map(|pair| self.first_payments.get(pair))
    }

    /// The accounts that decisions have changed, each once, as they are now.
    pub fn changed(&self) -> impl Iterator<Item = &LedgerAccount> {
        self.changed.iter().filter_map(|id| self.accounts.get(id))
    }

    /// An account as it is now.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&LedgerAccount> {
        self.accounts.get(&id)
    }

    /// Decides one command: changes the book and says what to write, or refuses and changes nothing.
    ///
    /// # Errors
    /// The rule that the command would break.
    pub fn decide(&mut self, command: &Command) -> Result<(Receipt, Effects), Refusal> {
        let mut effects = Effects::default();
        let receipt = match &command.action {
            Action::Together { actions, sent_back } => {
                let receipt = self.together(actions, command, &mut effects)?;
                effects.sent_back.extend(sent_back.map(|back| (back, receipt.booked_at)));
                receipt
            }
            action => self.act(action, command, &mut effects)?,
        };
        effects.outbox.extend(command.outbox.iter().cloned());
        effects.kept.extend(command.key.iter().map(|key| (key.clone(), receipt)));
        Ok((receipt, effects))
    }

    /// Does each of `actions`; where one is refused, none is done.
    fn together(&mut self, actions: &[Action], command: &Command, effects: &mut Effects) -> Result<Receipt, Refusal> {
        let before = self.clone();
        let mut answers = Vec::with_capacity(actions.len());
        for action in actions {
            match self.act(action, command, effects) {
                Ok(receipt) => answers.push(receipt),
                Err(refusal) => {
                    *self = before;
                    return Err(refusal);
                }
            }
        }
        answers.first().copied().ok_or(Refusal::Unknown)
    }

    fn act(&mut self, action: &Action, command: &Command, effects: &mut Effects) -> Result<Receipt, Refusal> {
        let (what, subject, receipt) = match action {
            Action::Transfer(order) => {
                let booked_at = self.transfer(order, command.at, None, 0, effects)?;
                (Deed::Transfer, order.id.value(), receipt(Some(order.id), None, booked_at))
            }
            Action::Hold(order) => {
                self.hold(order, command.at, effects)?;
                (Deed::Hold, order.id.value(), receipt(None, Some(order.id), command.at))
            }
            Action::Capture { hold, transfer } => {
                let booked_at = self.capture(*hold, transfer, command.at, effects)?;
                (Deed::Capture, hold.value(), receipt(Some(transfer.id), Some(*hold), booked_at))
            }
            Action::Release { hold, payment } => {
                self.release(*hold, effects)?;
                effects.cancelled.extend(payment.map(|payment| (payment, command.at)));
                (Deed::Release, hold.value(), receipt(None, Some(*hold), command.at))
            }
            Action::Reverse { original, id, debit_line, credit_line, sent_back } => {
                let lines = (debit_line, credit_line);
                let booked_at = self.reverse(*original, *id, lines, command.at, effects)?;
                effects.sent_back.extend(sent_back.map(|back| (back, booked_at)));
                (Deed::Reverse, original.value(), receipt(Some(*id), None, booked_at))
            }
            // Nothing of the bank puts several things within several.
            Action::Together { .. } => return Err(Refusal::Unknown),
        };
        let actor = match command.actor {
            Actor::Customer(id) => Some(id.value()),
            Actor::System => None,
        };
        effects.audit.push(AuditRow { actor, what, subject, at: command.at });
        Ok(receipt)
    }

    /// Moves money. `freed` is what a hold that is captured by it stops setting aside on the debit account.
    fn transfer(
        &mut self,
        order: &TransferOrder,
        at: Timestamp,
        reverses: Option<TransferId>,
        freed: i64,
        effects: &mut Effects,
    ) -> Result<Timestamp, Refusal> {
        let (debit, credit) = self.sides(order, reverses.is_some())?;
        let amount = order.amount.minor;
        let booked_at = at.max(debit.last_booked_at).max(credit.last_booked_at);
        let sides = [debit, credit].map(|side| (side.id, side.version, side.last_booked_at));

        let mut from = debit.clone();
        from.held = less_held(from.held, freed)?;
        from.balance = from.balance.checked_sub(amount).ok_or(Refusal::Overflow)?;
        if spendable(&from)? < from.min_balance {
            return Err(Refusal::InsufficientFunds);
        }
        count_against_limits(&mut from, order, at)?;
        let first = self.first_payment(&from, order, at)?;

        let mut to = credit.clone();
        to.balance = to.balance.checked_add(amount).ok_or(Refusal::Overflow)?;
        to.paid_in = to.paid_in.checked_add(amount).ok_or(Refusal::Overflow)?;
        for account in [&mut from, &mut to] {
            account.version = account.version.checked_add(1).ok_or(Refusal::Overflow)?;
            account.last_booked_at = booked_at;
        }

        let before = debit.balance.checked_add(credit.balance);
        assert!(before == from.balance.checked_add(to.balance), "a transfer neither makes nor destroys money");
        assert!(from.balance < debit.balance && to.balance > credit.balance, "a transfer moves money one way");

        effects.postings.push(posting(&from, order, -amount, &order.debit_line));
        effects.postings.push(posting(&to, order, amount, &order.credit_line));
        let ended = |(id, version, last)| self.months.ended(id, version, last, booked_at);
        effects.month_ends.extend(sides.into_iter().filter_map(ended));
        effects.transfers.push(row(order, reverses, booked_at));
        effects.payments.extend(order.payment.as_deref().map(|payment| payment.settled_by(order.id, booked_at)));
        // The next command of the same group may already put this one right.
        let past = PastTransfer {
            id: order.id,
            debit: order.debit,
            credit: order.credit,
            amount: order.amount,
            reversed: false,
            is_reversal: reverses.is_some(),
        };
        self.past.insert(order.id, past);
        self.put(from);
        self.put(to);
        if let Some(first) = first {
            self.first_payments.insert((first.account, first.payee), first);
            self.paid_first.insert((first.account, first.payee));
        }
        Ok(booked_at)
    }

    /// What somebody new has been paid with `order`, if that is no more than they may be.
    fn first_payment(
        &self,
        from: &LedgerAccount,
        order: &TransferOrder,
        at: Timestamp,
    ) -> Result<Option<FirstPayment>, Refusal> {
        if !order.limited.is_some_and(|limited| limited.to_somebody_new) {
            return Ok(None);
        }
        let (account, payee) = (order.debit, order.credit);
        let nobody_yet = FirstPayment { account, payee, first_at: at, paid: 0 };
        let known = self.first_payments.get(&(account, payee)).copied().unwrap_or(nobody_yet);
        if !known.is_new(at) {
            return Ok(None);
        }
        let paid = known.paid.checked_add(order.amount.minor).ok_or(Refusal::Overflow)?;
        if paid > from.limits.new_payee.at(at) {
            return Err(Refusal::OverNewPayeeLimit);
        }
        Ok(Some(FirstPayment { paid, ..known }))
    }

    fn sides(&self, order: &TransferOrder, is_reversal: bool) -> Result<(&LedgerAccount, &LedgerAccount), Refusal> {
        if order.amount.minor <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        if order.debit == order.credit {
            return Err(Refusal::SameAccount);
        }
        let debit = self.accounts.get(&order.debit).ok_or(Refusal::Unknown)?;
        let credit = self.accounts.get(&order.credit).ok_or(Refusal::Unknown)?;
        if debit.currency != order.amount.currency || credit.currency != order.amount.currency {
            return Err(Refusal::CurrencyDiffers);
        }
        // A mistake is put right also on an account that is frozen, never on one that is closed.
        let may = |status| status == AccountStatus::Open || (is_reversal && status == AccountStatus::Frozen);
        if !may(debit.status) {
            return Err(Refusal::DebitNotOpen);
        }
        if credit.status == AccountStatus::Closed {
            return Err(Refusal::CreditNotOpen);
        }
        Ok((debit, credit))
    }

    fn hold(&mut self, order: &HoldOrder, at: Timestamp, effects: &mut Effects) -> Result<(), Refusal> {
        if order.amount.minor <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        let mut account = self.accounts.get(&order.account).ok_or(Refusal::Unknown)?.clone();
        if account.currency != order.amount.currency {
            return Err(Refusal::CurrencyDiffers);
        }
        if account.status != AccountStatus::Open {
            return Err(Refusal::DebitNotOpen);
        }
        account.held = account.held.checked_add(order.amount.minor).ok_or(Refusal::Overflow)?;
        if spendable(&account)? < account.min_balance {
            return Err(Refusal::InsufficientFunds);
        }
        let open =
            OpenHold { id: order.id, account: order.account, amount: order.amount, expires_at: order.expires_at };
        match self.holds.entry(order.id) {
            Entry::Occupied(_) => return Err(Refusal::HoldNotOpen),
            Entry::Vacant(place) => place.insert(open),
        };
        self.put(account);
        effects.waiting.extend(order.payment.as_deref().cloned());
        effects.holds.push((order.clone(), at));
        Ok(())
    }

    fn capture(
        &mut self,
        id: HoldId,
        order: &TransferOrder,
        at: Timestamp,
        effects: &mut Effects,
    ) -> Result<Timestamp, Refusal> {
        let hold = *self.holds.get(&id).ok_or(Refusal::HoldNotOpen)?;
        if hold.account != order.debit || hold.amount.currency != order.amount.currency {
            return Err(Refusal::HoldNotOpen);
        }
        if order.amount.minor > hold.amount.minor {
            return Err(Refusal::MoreThanHeld);
        }
        let booked_at = self.transfer(order, at, None, hold.amount.minor, effects)?;
        self.holds.remove(&id);
        effects.closed_holds.push((id, "captured"));
        Ok(booked_at)
    }

    fn release(&mut self, id: HoldId, effects: &mut Effects) -> Result<(), Refusal> {
        let hold = *self.holds.get(&id).ok_or(Refusal::HoldNotOpen)?;
        let mut account = self.accounts.get(&hold.account).ok_or(Refusal::Unknown)?.clone();
        account.held = less_held(account.held, hold.amount.minor)?;
        self.put(account);
        self.holds.remove(&id);
        effects.closed_holds.push((id, "released"));
        Ok(())
    }

    fn reverse(
        &mut self,
        original: TransferId,
        id: TransferId,
        (debit_line, credit_line): (&Line, &Line),
        at: Timestamp,
        effects: &mut Effects,
    ) -> Result<Timestamp, Refusal> {
        let past = *self.past.get(&original).ok_or(Refusal::Unknown)?;
        if past.reversed || past.is_reversal {
            return Err(Refusal::NotReversible);
        }
        let back = TransferOrder {
            id,
            debit: past.credit,
            credit: past.debit,
            amount: past.amount,
            kind: HistoryKind::Reversal,
            debit_line: credit_line.clone(),
            credit_line: debit_line.clone(),
            original: None,
            limited: None,
            payment: None,
        };
        let booked_at = self.transfer(&back, at, Some(original), 0, effects)?;
        self.past.insert(original, PastTransfer { reversed: true, ..past });
        Ok(booked_at)
    }

    fn put(&mut self, account: LedgerAccount) {
        let id = account.id;
        let before = self.accounts.insert(id, account);
        debug_assert!(before.is_some(), "only accounts that are in the book are changed");
        self.changed.insert(id);
    }
}

fn spendable(account: &LedgerAccount) -> Result<i64, Refusal> {
    account.balance.checked_sub(account.held).ok_or(Refusal::Overflow)
}

/// What is still set aside once `freed` of it is not. Rows that do not fit together are refused here, and named
/// by the next look over the ledger: one damaged account must not stop everybody else's payments.
fn less_held(held: i64, freed: i64) -> Result<i64, Refusal> {
    held.checked_sub(freed).filter(|left| *left >= 0).ok_or(Refusal::Inconsistent)
}

fn count_against_limits(payer: &mut LedgerAccount, order: &TransferOrder, at: Timestamp) -> Result<(), Refusal> {
    // A day that has begun does not end again, whichever server's clock says so.
    let Some(day) = order.limited.map(|limited| limited.day.max(payer.spent_on)) else { return Ok(()) };
    let amount = order.amount.minor;
    if amount > payer.limits.payment.at(at) {
        return Err(Refusal::OverPaymentLimit);
    }
    let spent = if payer.spent_on == day { payer.spent } else { 0 };
    let with_this = spent.checked_add(amount).ok_or(Refusal::Overflow)?;
    if with_this > payer.limits.day.at(at) {
        return Err(Refusal::OverDailyLimit);
    }
    payer.spent_on = day;
    payer.spent = with_this;
    Ok(())
}
