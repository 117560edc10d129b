//! Businesses: their accounts, who acts for them, and what waits for another person.

use bank::{
    Clock,
    business::{Delegate, LAPSES_S, NEW_ACTING_S},
    ledger::{Action, Actor, Command, HoldOrder},
    payments::{Payment, PaymentState},
    ports::Noted,
    waits::{Wait, WaitReason},
};
use model::{AccountId, Currency, CustomerId, DelegateId, HoldId, Money, PaymentId, Timestamp, forms::ActRole};
use store::bulk::Batch;

use crate::test_bank::{TestBank, business, standing};

impl TestBank {
    /// The account of a business, with 1,000 pounds on it.
    pub async fn shop(&self, id: i64, owner: CustomerId) {
        let batch = Batch { accounts: vec![business(id, owner)], standings: vec![standing(id)], ..Batch::default() };
        self.keep(batch).await;
    }

    /// Somebody is invited to act for the account of a business, and has accepted where it is said that it has `begun`.
    pub async fn acts(
        &self,
        (owner, account): (CustomerId, i64),
        who: Option<CustomerId>,
        role: ActRole,
        begun: bool,
    ) -> DelegateId {
        let known = self.ports.accounts.account(owner, AccountId::new(account)).await.expect("the database is there");
        let known = known.expect("theirs");
        let delegate = Delegate {
            id: DelegateId::new(self.bank.ids.next()),
            account: known.id,
            business: known.holder,
            currency: Currency::Gbp,
            owner,
            owner_name: String::new(),
            name: "Somebody".to_owned(),
            number: known.number,
            who,
            role,
            most: None,
            asked_at: self.clock.now(),
            began_at: None,
            ended_at: None,
            power: None,
        };
        self.ports.business.keep(&delegate).await.expect("the database is there");
        if let Some(who) = who.filter(|_| begun) {
            let began_at = self.clock.now().plus_seconds(-NEW_ACTING_S);
            let allowed = self.ports.business.begin(who, delegate.id, began_at).await;
            assert!(allowed.expect("the database is there"));
        }
        delegate.id
    }

    /// A payment that waits for another person.
    pub async fn made(&self, (maker, from): (CustomerId, i64), to: i64, minor: i64) -> PaymentId {
        let (id, hold, at) =
            (PaymentId::new(self.bank.ids.next()), HoldId::new(self.bank.ids.next()), self.clock.now());
        let noted = Noted { payment: id, account: AccountId::new(from), maker, at, name: None, then: None };
        assert!(self.ports.business.note(&noted).await.expect("the database is there"));
        let wait = Wait { hold, until: at.plus_seconds(LAPSES_S), reason: WaitReason::Second, ended_at: None };
        let serial = u32::try_from(to).expect("a small number");
        let payment = Payment {
            id,
            customer: maker,
            state: PaymentState::Submitted,
            from: AccountId::new(from),
            to: AccountId::new(to),
            payee: "Somebody".to_owned(),
            payee_number: model::AccountNumber::from_serial(serial).expect("a number").into(),
            amount: Money::new(minor, Currency::Gbp),
            reference: String::new(),
            transfer: None,
            approved_at: at,
            settled_at: None,
            wait: Some(wait),
            sending: None,
            exchange: None,
        };
        let order = HoldOrder {
            id: hold,
            account: payment.from,
            amount: payment.amount,
            party: payment.payee.clone(),
            expires_at: Timestamp::from_micros(i64::MAX),
            payment: Some(Box::new(payment)),
        };
        let (actor, action) = (Actor::Customer(maker), Action::Hold(order));
        let command = Command { key: None, actor, at, action, outbox: vec![] };
        self.ports.ledger.submit(command).await.expect("there is enough");
        id
    }
}
