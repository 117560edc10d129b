//! Cards in memory, and whoever makes them.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    StorageError,
    cards::{Card, CardKind, CardPayment, CardPaymentState, CardRules, CardState, Counted, Pin, Refused},
    ledger::Effects,
    ports::{CardProcessor, Cards, Made},
};
use jiff::civil::{Date, date};
use model::{
    AccountId, CardId, CardPaymentId, Currency, CustomerId, HoldId, Money, Timestamp, TransferId, forms::CardReach,
};

use super::{ANNA, ANNA_CURRENT, Memory, SETTLEMENT, TOM, TOM_CURRENT};

/// Anna's card: £300 a day in shops, £200 online, £100 from machines; in Europe.
pub const ANNA_CARD: CardId = CardId::new(101);
/// Tom's card.
pub const TOM_CARD: CardId = CardId::new(102);

/// Every card, what they were presented for, and what has become of holds.
pub struct Purse {
    cards: HashMap<CardId, Card>,
    payments: Vec<CardPayment>,
    holds: HashMap<HoldId, (&'static str, Timestamp)>,
    /// How much a transfer has moved.
    taken: HashMap<TransferId, i64>,
    /// How often a PIN was told.
    pub pins: usize,
}

fn card(id: CardId, account: AccountId, holder: CustomerId) -> Card {
    Card {
        id,
        account,
        currency: Currency::Gbp,
        holder,
        kind: CardKind::Debit,
        last_four: "4242".to_owned(),
        expires_on: date(2029, 3, 31),
        state: CardState::Active,
        since: Timestamp::EPOCH,
        replaces: None,
        rules: CardRules::new(30_000, 20_000, 10_000, CardReach::Europe),
        counted: Counted::default(),
        stamp: 1,
    }
}

impl Default for Purse {
    fn default() -> Self {
        let all = [card(ANNA_CARD, ANNA_CURRENT, ANNA), card(TOM_CARD, TOM_CURRENT, TOM)];
        let cards = all.into_iter().map(|card| (card.id, card)).collect();
        Self { cards, payments: Vec::new(), holds: HashMap::new(), taken: HashMap::new(), pins: 0 }
    }
}

impl Purse {
    fn keep(&mut self, card: &Card, seen: i64) -> bool {
        let known = self.cards.get_mut(&card.id).filter(|known| known.stamp == seen);
        known.map(|known| *known = card.clone()).is_some()
    }

    /// A payment with what the ledger says of it.
    fn told(&self, payment: &CardPayment) -> CardPayment {
        let state = match (payment.transfer, self.holds.get(&payment.hold), payment.refused) {
            (Some(_), ..) | (_, Some(("captured", _)), _) => CardPaymentState::Paid,
            (_, Some(("open", until)), _) => CardPaymentState::Reserved(*until),
            (_, _, Some(why)) => CardPaymentState::Refused(why),
            (_, Some(_), None) => CardPaymentState::Released,
            (_, None, None) => CardPaymentState::Asked,
        };
        let taken = payment.transfer.and_then(|transfer| self.taken.get(&transfer));
        let minor = taken.copied().unwrap_or(payment.purchase.amount.minor);
        CardPayment { state, amount: Money::new(minor, payment.purchase.amount.currency), ..payment.clone() }
    }

    fn change(&mut self, id: CardPaymentId, change: impl FnOnce(&mut CardPayment)) {
        if let Some(payment) = self.payments.iter_mut().find(|payment| payment.id == id) {
            change(payment);
        }
    }
}

impl Memory {
    /// Keeps what the ledger has decided about holds.
    pub fn keep_holds(&self, effects: &Effects) {
        let mut purse = self.purse.lock().unwrap();
        purse.holds.extend(effects.holds.iter().map(|(order, _)| (order.id, ("open", order.expires_at))));
        purse.taken.extend(effects.transfers.iter().map(|transfer| (transfer.id, transfer.amount)));
        for (hold, state) in &effects.closed_holds {
            purse.holds.entry(*hold).and_modify(|held| held.0 = state);
        }
    }
}

#[async_trait]
impl Cards for Memory {
    async fn list(&self, holder: CustomerId) -> Result<Vec<Card>, StorageError> {
        let purse = self.purse.lock().unwrap();
        let mut cards: Vec<_> = purse.cards.values().filter(|card| card.holder == holder).cloned().collect();
        cards.sort_by_key(|card| std::cmp::Reverse(card.id));
        Ok(cards)
    }

    async fn card(&self, holder: CustomerId, id: CardId) -> Result<Option<Card>, StorageError> {
        // Whoever comes second waits its turn.
        tokio::task::yield_now().await;
        Ok(self.purse.lock().unwrap().cards.get(&id).filter(|card| card.holder == holder).cloned())
    }

    async fn presented(&self, id: CardId) -> Result<Option<Card>, StorageError> {
        tokio::task::yield_now().await;
        Ok(self.purse.lock().unwrap().cards.get(&id).cloned())
    }

    async fn add(&self, card: &Card) -> Result<(), StorageError> {
        self.purse.lock().unwrap().cards.insert(card.id, card.clone());
        Ok(())
    }

    async fn keep(&self, card: &Card, seen: i64) -> Result<bool, StorageError> {
        Ok(self.purse.lock().unwrap().keep(card, seen))
    }

    async fn replace(&self, card: &Card, seen: i64, new: &Card) -> Result<bool, StorageError> {
        let mut purse = self.purse.lock().unwrap();
        if purse.cards.values().any(|known| known.replaces == new.replaces) {
            return Err(StorageError::new(std::io::Error::other("another card is in its place")));
        }
        let kept = purse.keep(card, seen);
        if kept {
            purse.cards.insert(new.id, new.clone());
        }
        Ok(kept)
    }

    async fn present(&self, card: &Card, seen: i64, payment: &CardPayment) -> Result<bool, StorageError> {
        let mut purse = self.purse.lock().unwrap();
        let known = purse.payments.iter().any(|known| known.purchase.reference == payment.purchase.reference);
        let kept = !known && purse.keep(card, seen);
        if kept {
            purse.payments.push(payment.clone());
        }
        Ok(kept)
    }

    async fn by_reference(&self, reference: &str) -> Result<Option<CardPayment>, StorageError> {
        let purse = self.purse.lock().unwrap();
        let found = purse.payments.iter().find(|payment| payment.purchase.reference == reference);
        Ok(found.map(|payment| purse.told(payment)))
    }

    async fn payments(&self, holder: CustomerId, card: CardId, _: u32) -> Result<Vec<CardPayment>, StorageError> {
        let purse = self.purse.lock().unwrap();
        let his = purse.cards.get(&card).is_some_and(|card| card.holder == holder);
        let of_card = purse.payments.iter().rev().filter(|payment| his && payment.purchase.card == card);
        Ok(of_card.map(|payment| purse.told(payment)).collect())
    }

    async fn draws(&self, holder: CustomerId, account: AccountId) -> Result<bool, StorageError> {
        Ok(self.rows.lock().unwrap().get(&account).is_some_and(|row| row.owner == holder))
    }

    async fn refuse(&self, payment: CardPaymentId, why: Refused) -> Result<(), StorageError> {
        let mut purse = self.purse.lock().unwrap();
        let held: Vec<HoldId> = purse.holds.keys().copied().collect();
        purse.change(payment, |payment| {
            if !held.contains(&payment.hold) {
                payment.refused = payment.refused.or(Some(why));
            }
        });
        Ok(())
    }

    async fn cleared(&self, payment: CardPaymentId, transfer: TransferId) -> Result<(), StorageError> {
        self.purse.lock().unwrap().change(payment, |payment| payment.transfer = Some(transfer));
        Ok(())
    }

    async fn settlement(&self, _: Currency, _: AccountId, _: Timestamp) -> Result<AccountId, StorageError> {
        Ok(SETTLEMENT)
    }
}

#[async_trait]
impl CardProcessor for Memory {
    async fn make(&self, _: CardId, today: Date) -> Result<Made, StorageError> {
        Ok(Made { last_four: "1881".to_owned(), expires_on: today.last_of_month() })
    }

    async fn pin(&self, _: CardId) -> Result<Pin, StorageError> {
        self.purse.lock().unwrap().pins += 1;
        Ok(Pin::new("2468".to_owned()))
    }
}
