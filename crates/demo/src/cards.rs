//! Cards of the people, what they were presented for of late, and whoever made them.

use async_trait::async_trait;
use bank::{
    Policy, StorageError,
    accounts::{AccountKind, Category},
    cards::{Card, CardKind, CardPayment, CardPaymentState, CardRules, CardState, CardUse, Counted, Pin, Purchase},
    ledger::Posting,
    ports::{CardProcessor, Made},
};
use jiff::{ToSpan, civil::Date};
use model::{
    CardId, CardPaymentId, Currency, HoldId, Money, Timestamp, TransferId,
    forms::{CardReach, HistoryKind},
};
use store::bulk::{NewAccount, NewHold};

use crate::{dice::Dice, mint::Mint, people::id_of, town::Town};

/// Numbers and PINs are the same for every seed of people's lives.
const CARD_SEED: u64 = 0x0062_616e_7961_6e01;

/// For how many years a card pays.
const YEARS: i64 = 4;

/// Of how many purchases that have left a card knows.
const RECENT: usize = 12;

/// Whoever makes the cards of the demo, and knows their PINs: none is kept, each follows from the card.
#[derive(Debug, Clone, Copy)]
pub struct Cards;

#[async_trait]
impl CardProcessor for Cards {
    async fn make(&self, card: CardId, today: Date) -> Result<Made, StorageError> {
        Ok(made(card, today))
    }

    async fn pin(&self, card: CardId) -> Result<Pin, StorageError> {
        Ok(Pin::new(four_digits("pin", card)))
    }
}

fn four_digits(of: &str, card: CardId) -> String {
    format!("{:04}", Dice::new(CARD_SEED, &format!("{of} {card}")).below(10_000))
}

fn made(card: CardId, today: Date) -> Made {
    let last_four = four_digits("number", card);
    Made { last_four, expires_on: today.saturating_add(YEARS.years()).last_of_month() }
}

/// The cards of everybody, one for each owner of an account that is not for saving, and what they were presented for.
pub(crate) struct Deal<'a> {
    pub(crate) town: &'a Town,
    pub(crate) accounts: &'a [NewAccount],
    /// In the order of account and version.
    pub(crate) postings: &'a [Posting],
    pub(crate) holds: &'a [NewHold],
}

impl Deal<'_> {
    pub(crate) fn deal(&self, mint: &mut Mint) -> (Vec<Card>, Vec<CardPayment>) {
        let (mut cards, mut payments) = (Vec::new(), Vec::new());
        for (plan, account) in self.town.plans.iter().zip(self.accounts) {
            if plan.kind == AccountKind::Savings {
                continue;
            }
            let mut of_account = Vec::new();
            let mut holders: Vec<_> = plan.owners.iter().map(|owner| (*owner, CardKind::Debit)).collect();
            // Whoever travels has a number besides, to book with.
            if plan.owners == ["daniel"] && plan.currency == Currency::Gbp {
                holders.push(("daniel", CardKind::Virtual));
            }
            for (nth, holder) in (0..).zip(holders) {
                // The same on every day, and so are its number and its PIN.
                let id = CardId::new(i64::from(plan.serial) * 10 + nth);
                of_account.push(self.card(mint, id, account, holder));
            }
            payments.extend(self.presented(mint, account, &of_account));
            cards.extend(of_account);
        }
        (cards, payments)
    }

    fn card(&self, mint: &mut Mint, id: CardId, account: &NewAccount, (owner, kind): (&str, CardKind)) -> Card {
        let end = self.town.calendar.start_of(self.town.today);
        // It was sent in the summer before last.
        let Made { last_four, expires_on } = made(id, self.town.today.saturating_sub(17.months()));
        // Three tenths of what the bank allows: as much as most people never spend.
        let set = |way| Policy::default().most_of_card(way, account.currency).minor / 10 * 3;
        let [shop, online, cash] = [CardUse::Shop, CardUse::Online, CardUse::Cash].map(set);
        Card {
            id,
            account: account.id,
            currency: account.currency,
            holder: id_of(owner),
            kind,
            last_four,
            expires_on,
            state: CardState::Active,
            since: account.opened_at,
            replaces: None,
            rules: CardRules::new(shop, online, cash, CardReach::Everywhere),
            counted: Counted::default(),
            stamp: mint.next(end),
        }
    }

    /// What the `cards` of an account were presented for, the oldest first.
    fn presented(&self, mint: &mut Mint, account: &NewAccount, cards: &[Card]) -> Vec<CardPayment> {
        let by_card = |line: &&Posting| {
            line.account == account.id
                && line.signed_amount < 0
                && matches!(line.kind, HistoryKind::Card | HistoryKind::Cash)
        };
        let lines: Vec<_> = self.postings.iter().filter(by_card).collect();
        let lines = &lines[lines.len().saturating_sub(RECENT)..];
        let mut payments = Vec::new();
        for (nth, line) in lines.iter().enumerate() {
            let state = CardPaymentState::Paid;
            let what = (line.party.as_str(), line.category, -line.signed_amount);
            let hold = HoldId::new(mint.next(line.booked_at));
            let card = &cards[nth % cards.len()];
            payments.push(payment(mint, card, what, (hold, state, Some(line.transfer)), line.booked_at));
        }
        for hold in self.holds.iter().filter(|hold| hold.order.account == account.id) {
            let state = CardPaymentState::Reserved(hold.order.expires_at);
            let what = (hold.order.party.as_str(), Category::Shopping, hold.order.amount.minor);
            payments.push(payment(mint, &cards[0], what, (hold.order.id, state, None), hold.placed_at));
        }
        payments
    }
}

fn payment(
    mint: &mut Mint,
    card: &Card,
    (merchant, category, minor): (&str, Category, i64),
    (hold, state, transfer): (HoldId, CardPaymentState, Option<TransferId>),
    at: Timestamp,
) -> CardPayment {
    let id = CardPaymentId::new(mint.next(at));
    let amount = Money::new(minor, card.currency);
    let way = match (category, card.kind) {
        (Category::Cash, _) => CardUse::Cash,
        (Category::Communication, _) | (_, CardKind::Virtual) => CardUse::Online,
        _ => CardUse::Shop,
    };
    let purchase = Purchase {
        reference: format!("demo-{id}"),
        card: card.id,
        merchant: merchant.to_owned(),
        way,
        country: if card.currency == Currency::Cny { "CN" } else { "GB" }.to_owned(),
        category,
        block: None,
        amount,
    };
    CardPayment { id, purchase, hold, at, state, refused: None, transfer, amount }
}
