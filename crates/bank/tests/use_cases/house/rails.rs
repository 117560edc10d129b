//! Payments to other banks, in memory; and another bank that says what a test wants.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    IdMint, StorageError,
    abroad::{Offer, Places},
    ledger::SentBack,
    payments::{NameCheck, Payment},
    ports::{OtherBanks, Rates, Sendings},
    rails::{Aside, Delivery, Message, Route, Sending, SendingState},
};
use model::{AbroadNumber, AccountId, Currency, CustomerId, Iban, PaymentId, Timestamp};

use super::{ABROAD, ABROAD_EUROS, ELSEWHERE, FEES, Memory, POSITION_EUROS, POSITION_POUNDS};

/// What another bank does, and what it was told.
pub struct Others {
    /// What it says of a name.
    pub name: NameCheck,
    /// How often it was asked about one.
    pub asked: usize,
    /// What becomes of telling it something.
    pub delivery: Delivery,
    /// What it was told.
    pub told: Vec<PaymentId>,
    /// What of theirs was kept aside.
    pub aside: Vec<Aside>,
    /// Which accounts stand for some there.
    accounts: HashMap<(Iban, Currency), AccountId>,
    /// What is offered for pounds in euros.
    pub offer: Option<Offer>,
}

impl Default for Others {
    fn default() -> Self {
        let (told, aside, accounts) = (Vec::new(), Vec::new(), HashMap::new());
        let name = NameCheck::Match;
        Self { name, asked: 0, delivery: Delivery::Taken, told, aside, accounts, offer: None }
    }
}

impl Memory {
    /// Keeps what the ledger has decided about payments that came back.
    pub fn keep_sent_back(&self, back: &[(SentBack, Timestamp)]) {
        let mut paid = self.paid.lock().unwrap();
        for (SentBack { payment, into, reason, back }, at) in back {
            if let Some(exchange) = paid.get_mut(payment).and_then(|paid| paid.exchange.as_mut()) {
                exchange.back = *back;
            }
            let sending = paid.get_mut(payment).and_then(|paid| paid.sending.as_mut()).expect("it was on its way");
            assert!(into.may_follow(sending.state), "{into:?} on {:?}", sending.state);
            *sending = Sending { state: *into, reason: Some(*reason), back_at: Some(*at), ..*sending };
        }
    }

    fn change(&self, id: PaymentId, change: impl FnOnce(&mut Sending) -> bool) -> bool {
        let mut paid = self.paid.lock().unwrap();
        paid.get_mut(&id).and_then(|paid| paid.sending.as_mut()).is_some_and(change)
    }
}

#[async_trait]
impl OtherBanks for Memory {
    async fn check_name(&self, _: Iban, _: &str) -> NameCheck {
        let mut others = self.others.lock().unwrap();
        others.asked += 1;
        others.name.clone()
    }

    async fn deliver(&self, payment: &Payment, _: Route) -> Delivery {
        let mut others = self.others.lock().unwrap();
        others.told.push(payment.id);
        others.delivery
    }

    async fn says(&self) -> Vec<Message> {
        Vec::new()
    }

    async fn taken(&self, _: u64) {}
}

#[async_trait]
impl Rates for Memory {
    async fn offer(&self, from: Currency, to: Currency) -> Option<Offer> {
        let offered = (from, to) == (Currency::Gbp, Currency::Eur);
        self.others.lock().unwrap().offer.filter(|_| offered)
    }
}

#[async_trait]
impl Sendings for Memory {
    async fn account(&self, iban: Iban, currency: Currency) -> Result<Option<AccountId>, StorageError> {
        Ok(self.others.lock().unwrap().accounts.get(&(iban, currency)).copied())
    }

    async fn open_account(
        &self,
        iban: Iban,
        currency: Currency,
        _: AccountId,
        _: Timestamp,
    ) -> Result<AccountId, StorageError> {
        Ok(*self.others.lock().unwrap().accounts.entry((iban, currency)).or_insert(ELSEWHERE))
    }

    async fn account_abroad(&self, _: AbroadNumber, _: Currency) -> Result<Option<AccountId>, StorageError> {
        Ok(Some(ABROAD))
    }

    async fn open_abroad(
        &self,
        _: AbroadNumber,
        _: Currency,
        _: &IdMint,
        _: Timestamp,
    ) -> Result<(AccountId, Places), StorageError> {
        let places =
            Places { payee: ABROAD_EUROS, sold_into: POSITION_POUNDS, bought_from: POSITION_EUROS, fees: FEES };
        Ok((ABROAD, places))
    }

    async fn on_their_way(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError> {
        let mut due = self.due(Timestamp::from_micros(i64::MAX), u32::MAX).await?;
        due.retain(|payment| payment.customer == owner);
        Ok(due)
    }

    async fn due(&self, now: Timestamp, _: u32) -> Result<Vec<Payment>, StorageError> {
        let paid = self.paid.lock().unwrap();
        let due = |sending: Sending| sending.state.is_open() && sending.try_at <= now;
        Ok(paid.values().filter(|paid| paid.sending.is_some_and(due)).cloned().collect())
    }

    async fn one(&self, id: PaymentId) -> Result<Option<Payment>, StorageError> {
        Ok(self.paid.lock().unwrap().get(&id).filter(|paid| paid.sending.is_some()).cloned())
    }

    async fn told(&self, id: PaymentId, before: SendingState, after: Sending) -> Result<bool, StorageError> {
        Ok(self.change(id, |sending| {
            let is = sending.state == before;
            *sending = if is { after } else { *sending };
            is
        }))
    }

    async fn arrived(&self, id: PaymentId, at: Timestamp) -> Result<bool, StorageError> {
        Ok(self.change(id, |sending| {
            let open = sending.state.is_open();
            let arrived = Sending { state: SendingState::Arrived, arrived_at: Some(at), ..*sending };
            *sending = if open { arrived } else { *sending };
            open
        }))
    }

    async fn set_aside(&self, _: i64, aside: &Aside) -> Result<(), StorageError> {
        self.others.lock().unwrap().aside.push(aside.clone());
        Ok(())
    }
}
