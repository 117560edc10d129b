//! From what is planned to rows: each entry in the order of time, with running balances, never below nothing.

use std::collections::HashMap;

use bank::{
    accounts::{AccountStatus, Regular},
    audit::{AuditEntry, Deed},
    cards::{Card, CardPayment},
    ledger::{HoldOrder, LedgerAccount, Line, Posting, TransferRow, UNLIMITED},
    limits::Limits,
    payments::{Payment, PaymentState},
    schedules::{Schedule, ScheduleState},
};
use model::{AccountId, Currency, HoldId, Money, PaymentId, ScheduleId, Timestamp, TransferId, forms::Direction};
use store::bulk::{NewAccount, NewHold, NewRegular, NewTransfer};

use crate::{
    cards::Deal,
    mint::Mint,
    people::id_of,
    town::{Amount, Entry, House, Other, Plan, Slot, StandingOrder, Town},
};

/// More months than any history here has.
const MONTHS_AT_MOST: i64 = 1_200;

/// The rows of the town.
pub(crate) struct Rows {
    pub(crate) accounts: Vec<NewAccount>,
    pub(crate) transfers: Vec<NewTransfer>,
    /// In the order of account and version.
    pub(crate) postings: Vec<Posting>,
    pub(crate) standings: Vec<LedgerAccount>,
    pub(crate) holds: Vec<NewHold>,
    pub(crate) payments: Vec<Payment>,
    pub(crate) regular: Vec<NewRegular>,
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) cards: Vec<Card>,
    pub(crate) card_payments: Vec<CardPayment>,
    pub(crate) audit: Vec<AuditEntry>,
    /// What could not be done without and had to be left out for want of money: nothing, where lives are well
    /// planned.
    pub(crate) unpaid: Vec<Entry>,
}

/// Turns the plan into rows.
pub(crate) fn settle(mut town: Town) -> Rows {
    // Stable: what happens in the same microsecond happens in the order in which it was told.
    town.entries.sort_by_key(|entry| entry.at);
    let mut desk = Desk::open(&town);
    for entry in std::mem::take(&mut town.entries) {
        desk.book(&town, &entry);
    }
    desk.close(&town)
}

struct Desk {
    mint: Mint,
    accounts: Vec<NewAccount>,
    /// One for each of `accounts`, in the same order: first those of the town by slot, then the house's.
    standings: Vec<LedgerAccount>,
    house: HashMap<(House, Currency), usize>,
    pending: HashMap<Slot, i64>,
    transfers: Vec<NewTransfer>,
    postings: Vec<Posting>,
    payments: Vec<Payment>,
    audit: Vec<AuditEntry>,
    unpaid: Vec<Entry>,
}

impl Desk {
    fn open(town: &Town) -> Self {
        let opened_at = town.calendar.start_of(town.first);
        let mut mint = Mint::default();
        let mut accounts: Vec<NewAccount> =
            town.plans.iter().map(|plan| customer_account(&mut mint, plan, opened_at)).collect();
        let mut house = HashMap::new();
        for currency in Currency::ALL {
            for which in House::ALL {
                house.insert((which, currency), accounts.len());
                accounts.push(house_account(&mut mint, which, currency, opened_at));
            }
        }
        let standings = accounts.iter().map(nothing_yet).collect();
        let mut pending = HashMap::new();
        for hold in &town.pending {
            *pending.entry(hold.slot).or_default() += hold.amount;
        }
        let (transfers, postings, payments, audit) = (vec![], vec![], vec![], vec![]);
        Self { mint, accounts, standings, house, pending, transfers, postings, payments, audit, unpaid: vec![] }
    }

    fn book(&mut self, town: &Town, entry: &Entry) {
        let plan = &town.plans[entry.slot.0];
        let Some(minor) = self.affordable(plan, entry) else {
            let worth_telling = entry.must && matches!(entry.amount, Amount::Exactly(_));
            self.unpaid.extend(worth_telling.then(|| entry.clone()));
            return;
        };
        let (other, other_line) = match &entry.other {
            Other::House(house) => (self.house[&(*house, plan.currency)], entry.line.clone()),
            Other::Neighbour { slot, line } => (slot.0, line.clone()),
        };
        let (debit, credit) = match entry.way {
            Direction::Out => (entry.slot.0, other),
            Direction::In => (other, entry.slot.0),
        };
        let transfer = TransferId::new(self.mint.next(entry.at));
        let payment = entry.by_hand.then(|| self.payment(town, entry, transfer, other, minor));
        for (account, signed) in [(debit, -minor), (credit, minor)] {
            let line = if account == entry.slot.0 { &entry.line } else { &other_line };
            self.post(account, transfer, signed, entry, line);
        }
        let row = TransferRow {
            id: transfer,
            debit: self.accounts[debit].id,
            credit: self.accounts[credit].id,
            amount: minor,
            currency: plan.currency,
            kind: entry.kind,
            reverses: None,
            original_amount: entry.original.map(|money| money.minor),
            original_currency: entry.original.map(|money| money.currency),
            booked_at: entry.at,
        };
        self.transfers.push(NewTransfer { row, payment });
    }

    /// How much is moved, if there is anything to move and the account can spare it.
    fn affordable(&self, plan: &Plan, entry: &Entry) -> Option<i64> {
        let balance = self.standings[entry.slot.0].balance;
        let minor = match entry.amount {
            Amount::Exactly(minor) => minor,
            Amount::Above { keep, step } => (balance - keep).max(0) / step * step,
            Amount::Interest => {
                Money::new(balance, plan.currency).scaled(plan.rate_bp, 120_000).map_or(0, |money| money.minor)
            }
        };
        let floor = if entry.must { 0 } else { plan.reserve } + self.pending.get(&entry.slot).copied().unwrap_or(0);
        let spares = entry.way == Direction::In || balance - minor >= floor;
        (minor > 0 && spares).then_some(minor)
    }

    fn post(&mut self, account: usize, transfer: TransferId, signed_amount: i64, entry: &Entry, line: &Line) {
        let standing = &mut self.standings[account];
        standing.version += 1;
        standing.balance += signed_amount;
        standing.paid_in += signed_amount.max(0);
        standing.last_booked_at = entry.at;
        assert!(standing.balance >= standing.min_balance, "nobody in the town owes the bank");
        self.postings.push(Posting {
            account: standing.id,
            version: standing.version,
            transfer,
            signed_amount,
            balance_after: standing.balance,
            paid_in_after: standing.paid_in,
            booked_at: entry.at,
            kind: entry.kind,
            category: line.category,
            party: line.party.clone(),
            reference: line.reference.clone(),
        });
    }

    /// The payment behind an entry that somebody made by hand, and its line for the audit chain.
    fn payment(&mut self, town: &Town, entry: &Entry, transfer: TransferId, other: usize, minor: i64) -> PaymentId {
        let customer = id_of(town.plans[entry.slot.0].owners[0]);
        let to = &town.plans[other];
        let approved_at = Timestamp::from_micros(entry.at.micros() - 40_000);
        let id = PaymentId::new(self.mint.next(approved_at));
        let payment = Payment {
            id,
            customer,
            state: PaymentState::Submitted,
            from: self.accounts[entry.slot.0].id,
            to: self.accounts[other].id,
            payee: entry.line.party.clone(),
            payee_number: to.number().into(),
            amount: Money::new(minor, to.currency),
            reference: entry.line.reference.clone(),
            transfer: None,
            approved_at,
            settled_at: None,
            wait: None,
            sending: None,
            exchange: None,
        };
        self.payments.push(payment.settled_by(transfer, entry.at));
        self.audit.push(AuditEntry {
            id: self.mint.next(entry.at),
            actor: Some(customer.value()),
            what: Deed::Transfer.code().to_owned(),
            subject: transfer.value(),
            at: entry.at,
            why: None,
        });
        id
    }

    /// A standing order with what is done of it: everything up to the last day of history, whose first minute is over.
    fn schedule(&mut self, town: &Town, order: &StandingOrder, end: Timestamp) -> Schedule {
        let (from, to) = (&town.plans[order.from.0], &town.plans[order.to.0]);
        let over = |nth: &i64| order.timing.day(*nth).is_some_and(|day| day <= town.today);
        Schedule {
            id: ScheduleId::new(self.mint.next(end)),
            owner: id_of(from.owners[0]),
            from: self.accounts[order.from.0].id,
            to: self.accounts[order.to.0].id,
            payee: to.name.to_owned(),
            payee_number: to.number().into(),
            amount: Money::new(order.minor, from.currency),
            reference: order.reference.clone(),
            timing: order.timing,
            done: (0..MONTHS_AT_MOST).take_while(over).max().map_or(0, |last| last + 1),
            next_payment: PaymentId::new(self.mint.next(end)),
            waits_since: None,
            try_at: Timestamp::EPOCH,
            state: ScheduleState::Active,
            version: 0,
            approved_at: town.calendar.start_of(town.first),
            purpose: None,
        }
    }

    fn close(mut self, town: &Town) -> Rows {
        let end = town.calendar.start_of(town.today);
        let mut holds = vec![];
        for pending in &town.pending {
            let standing = &mut self.standings[pending.slot.0];
            standing.held += pending.amount;
            assert!(standing.balance - standing.held >= standing.min_balance, "what is set aside is there");
            let order = HoldOrder {
                id: HoldId::new(self.mint.next(end)),
                account: standing.id,
                amount: Money::new(pending.amount, standing.currency),
                party: pending.party.to_owned(),
                expires_at: pending.expires_at,
                payment: None,
            };
            holds.push(NewHold { order, placed_at: pending.placed_at });
        }
        let mut regular = vec![];
        for (slot, one) in &town.regular {
            let one = Regular { account: self.accounts[slot.0].id, ..one.clone() };
            regular.push(NewRegular { id: self.mint.next(end), regular: one });
        }
        let schedules = town.orders.iter().map(|order| self.schedule(town, order, end)).collect();
        self.postings.sort_by_key(|posting| (posting.account, posting.version));
        let deal = Deal { town, accounts: &self.accounts, postings: &self.postings, holds: &holds };
        let (cards, card_payments) = deal.deal(&mut self.mint);
        Rows {
            accounts: self.accounts,
            transfers: self.transfers,
            postings: self.postings,
            standings: self.standings,
            holds,
            payments: self.payments,
            regular,
            schedules,
            cards,
            card_payments,
            audit: self.audit,
            unpaid: self.unpaid,
        }
    }
}

fn customer_account(mint: &mut Mint, plan: &Plan, opened_at: Timestamp) -> NewAccount {
    NewAccount {
        id: AccountId::new(mint.next(opened_at)),
        number: Some(plan.number()),
        kind: plan.kind,
        name: plan.name.to_owned(),
        currency: plan.currency,
        status: AccountStatus::Open,
        min_balance: 0,
        payment_limit: plan.payment_limit,
        daily_limit: plan.daily_limit,
        new_payee_limit: plan.new_payee_limit,
        rate_bp: plan.rate_bp,
        opened_at,
        owners: plan.owners.iter().map(|owner| id_of(owner)).collect(),
    }
}

fn house_account(mint: &mut Mint, house: House, currency: Currency, opened_at: Timestamp) -> NewAccount {
    internal_account(AccountId::new(mint.next(opened_at)), format!("{}, {currency}", house.name()), currency, opened_at)
}

/// An account of the bank itself: it may owe without end.
pub(crate) fn internal_account(id: AccountId, name: String, currency: Currency, opened_at: Timestamp) -> NewAccount {
    NewAccount {
        id,
        number: None,
        kind: bank::accounts::AccountKind::Internal,
        name,
        currency,
        status: AccountStatus::Open,
        min_balance: -UNLIMITED,
        payment_limit: UNLIMITED,
        daily_limit: UNLIMITED,
        new_payee_limit: UNLIMITED,
        rate_bp: 0,
        opened_at,
        owners: vec![],
    }
}

/// How an account stands before its first posting.
pub(crate) fn nothing_yet(account: &NewAccount) -> LedgerAccount {
    LedgerAccount {
        id: account.id,
        currency: account.currency,
        status: account.status,
        balance: 0,
        held: 0,
        min_balance: account.min_balance,
        version: 0,
        paid_in: 0,
        last_booked_at: Timestamp::EPOCH,
        limits: Limits::new(account.payment_limit, account.daily_limit, account.new_payee_limit),
        spent_on: 0,
        spent: 0,
    }
}
