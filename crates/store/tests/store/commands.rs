//! Commands to the ledger, in few words.

use bank::{
    Clock,
    accounts::Category,
    ledger::{
        Action, Actor, Command, HoldOrder, IdempotencyKey, LedgerError, Line, OutboxEvent, Receipt, TransferOrder,
    },
    payments::{Payment, PaymentState},
    waits::{Wait, WaitReason},
};
use model::{AccountId, Currency, CustomerId, HoldId, Money, PaymentId, Timestamp, TransferId, forms::HistoryKind};

use crate::world::{CASH, World};

pub const GBP: Currency = Currency::Gbp;

pub fn line(party: &str) -> Line {
    Line { party: party.to_owned(), reference: "rent".to_owned(), category: Category::Home }
}

impl World {
    /// A transfer with no key and no limit.
    pub fn order(&self, debit: AccountId, credit: AccountId, minor: i64) -> TransferOrder {
        TransferOrder {
            id: TransferId::new(self.ids.next()),
            debit,
            credit,
            amount: Money::new(minor, GBP),
            kind: HistoryKind::Payment,
            debit_line: line("Payee"),
            credit_line: line("Payer"),
            original: None,
            limited: None,
            payment: None,
        }
    }

    pub fn command(&self, action: Action) -> Command {
        Command { key: None, actor: Actor::System, at: self.clock.now(), action, outbox: Vec::new() }
    }

    pub fn transfer(&self, debit: AccountId, credit: AccountId, minor: i64) -> Command {
        self.command(Action::Transfer(self.order(debit, credit, minor)))
    }

    /// A customer's payment that has not been made.
    pub fn unpaid(&self, customer: CustomerId, from: AccountId, to: AccountId, minor: i64) -> Payment {
        Payment {
            id: PaymentId::new(self.ids.next()),
            customer,
            state: PaymentState::Submitted,
            from,
            to,
            payee: "Payee".to_owned(),
            payee_number: self.number().into(),
            amount: Money::new(minor, GBP),
            reference: "rent".to_owned(),
            transfer: None,
            approved_at: self.clock.now(),
            settled_at: None,
            wait: None,
            sending: None,
            exchange: None,
        }
    }

    /// A customer's payment with everything that belongs to it, under a key of its own.
    pub fn payment(&self, customer: CustomerId, debit: AccountId, credit: AccountId, minor: i64) -> Command {
        let payment = self.unpaid(customer, debit, credit, minor);
        let id = payment.id;
        let order = TransferOrder { payment: Some(Box::new(payment)), ..self.order(debit, credit, minor) };
        Command {
            key: Some(key(customer, &id.to_string(), 7)),
            actor: Actor::Customer(customer),
            outbox: vec![OutboxEvent { topic: "payment.settled", subject: id.value() }],
            ..self.command(Action::Transfer(order))
        }
    }

    pub fn hold(&self, account: AccountId, minor: i64) -> (HoldId, Command) {
        let id = HoldId::new(self.ids.next());
        let order = HoldOrder {
            id,
            account,
            amount: Money::new(minor, GBP),
            party: "Hotel".to_owned(),
            expires_at: self.clock.now().plus_seconds(3_600),
            payment: None,
        };
        (id, self.command(Action::Hold(order)))
    }

    /// One that waits until `until`.
    pub fn waiting(&self, payment: Payment, until: Timestamp) -> (Payment, Command) {
        let hold = HoldId::new(self.ids.next());
        let wait = Wait { hold, until, reason: WaitReason::Drain, ended_at: None };
        let payment = Payment { wait: Some(wait), ..payment };
        let order = HoldOrder {
            id: hold,
            account: payment.from,
            amount: payment.amount,
            party: payment.payee.clone(),
            expires_at: Timestamp::from_micros(i64::MAX),
            payment: Some(Box::new(payment.clone())),
        };
        (payment, self.command(Action::Hold(order)))
    }

    /// What pays one that has waited.
    pub fn capture(&self, payment: &Payment) -> Command {
        let order = self.order(payment.from, payment.to, payment.amount.minor);
        let transfer = TransferOrder { payment: Some(Box::new(payment.clone())), ..order };
        self.command(Action::Capture { hold: payment.wait.expect("it waits").hold, transfer })
    }

    /// What calls one off that waits.
    pub fn call_off(&self, payment: &Payment) -> Command {
        self.command(Action::Release { hold: payment.wait.expect("it waits").hold, payment: Some(payment.id) })
    }

    pub fn reversal(&self, original: TransferId) -> Command {
        let id = TransferId::new(self.ids.next());
        let (debit_line, credit_line) = (line("Given back"), line("Taken back"));
        self.command(Action::Reverse { original, id, debit_line, credit_line, sent_back: None })
    }

    pub async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        self.ports.ledger.submit(command).await
    }

    /// Pays money in from the bank's cash.
    pub async fn pay_in(&self, account: AccountId, minor: i64) -> Receipt {
        self.submit(self.transfer(CASH, account, minor)).await.expect("cash is never short")
    }

    /// What is on an account of `owner`, and what of it is held.
    pub async fn balance(&self, owner: CustomerId, account: AccountId) -> (i64, i64) {
        let found = self.ports.accounts.account(owner, account).await.expect("the store answers");
        let account = found.expect("the account is there");
        (account.balance.minor, account.held.minor)
    }
}

pub fn key(principal: CustomerId, key: &str, request: u8) -> IdempotencyKey {
    IdempotencyKey { principal, operation: "payment", key: key.to_owned(), request_hash: [request; 32] }
}
