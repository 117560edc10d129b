//! Payments to other banks that answer in every way there is, over a line that breaks: each must end where the other side
//! has taken it, and only there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bank::{
    Bank, Clock,
    payments::{self, Making, NameCheck, Payment},
    ports::OtherBanks,
    rails::{self, Delivery, Message, Route, SendingState},
};
use bench::folder::Folder;
use bench::people::{self, People, SystemClock};
use bench::stats::Dice;
use interbank::{Heard, Manner, OtherSide, Payer, PaymentOrder, in_utc, sample};
use model::{AccountId, PaymentId, Timestamp};
use store::Store;

use crate::clock::Hands;
use crate::{Outcome, print_none};

const PEOPLE: People = People { count: 100, each: 10_000_000 };
const PAYMENTS: u32 = 2_000;
const HOUR_S: i64 = 3_600;
/// How much time passes between two looks, and how often is looked after the hour of silence.
const STEP_S: i64 = 60;
const STEPS: u32 = 60;

/// The other side, and the line to it.
struct BadLine {
    side: Mutex<OtherSide>,
    dice: Mutex<Dice>,
    clock: Arc<Hands>,
    /// Until when nothing gets through.
    silent_until: Timestamp,
}

impl BadLine {
    fn side(&self) -> MutexGuard<'_, OtherSide> {
        self.side.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn dice(&self, below: u64) -> u64 {
        self.dice.lock().unwrap_or_else(PoisonError::into_inner).below(below)
    }
}

#[async_trait]
impl OtherBanks for BadLine {
    async fn check_name(&self, _: model::Iban, _: &str) -> NameCheck {
        NameCheck::Unavailable
    }

    async fn deliver(&self, payment: &Payment, route: Route) -> Delivery {
        let luck = self.dice(10);
        if luck == 0 || self.clock.now() < self.silent_until {
            return if luck < 5 { Delivery::NotSent } else { Delivery::Unclear };
        }
        let Some(order) = PaymentOrder::of(payment, route) else { return Delivery::NotSent };
        let payer = Payer { name: "P".to_owned(), account: "1".to_owned(), bank: "B".to_owned() };
        let now = self.clock.now();
        let heard = self.side().tell(&interbank::initiation(&order, &payer, in_utc(now)), now);
        // It has heard, and its word does not come back.
        if luck == 1 {
            Delivery::Unclear
        } else if heard == Ok(Heard::All) {
            Delivery::Taken
        } else {
            Delivery::Unclear
        }
    }

    async fn says(&self) -> Vec<Message> {
        let now = self.clock.now();
        if now < self.silent_until {
            return Vec::new();
        }
        let said: Vec<_> = self.side().says(now).map(read).collect();
        // Each twice, the newest first.
        said.iter().rev().chain(&said).cloned().collect()
    }

    async fn taken(&self, number: u64) {
        // That it was taken is heard half of the time.
        if self.dice(2) == 0 {
            self.side().taken(number);
        }
    }
}

fn read(message: &interbank::Message) -> Message {
    let answer = interbank::read(&message.body).map_err(|error| error.to_string());
    Message { number: message.number, text: String::from_utf8_lossy(&message.body).into_owned(), answer }
}

/// How many payments did not end where they must, and how much money moved beside them.
pub async fn measure() -> Outcome {
    let folder = Folder::new("rails")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    PEOPLE.fill(&url, &ids).await?;
    let hands = Hands::at(SystemClock.now());
    let line = Arc::new(BadLine {
        side: Mutex::default(),
        dice: Mutex::new(Dice::new(11)),
        clock: Arc::clone(&hands),
        silent_until: hands.now().plus_seconds(HOUR_S),
    });
    let stores = (Store::open(&url, people::options(&ids)).await?, Store::open(&url, people::options(&ids)).await?);
    let server = |store: &Store| {
        let bank = hands.of(people::bank(store, &ids));
        Bank { other_banks: Some(line.clone()), ..bank }
    };
    let servers = [server(&stores.0), server(&stores.1)];
    let begun = begin(&servers[0]).await?;
    let mut extra = 0;
    for step in 0..STEPS * 2 {
        hands.pass(STEP_S);
        let (first, second) = tokio::join!(work(&servers[0]), work(&servers[1]));
        extra += first? + second?;
        if step % STEPS == 0 {
            extra += stores.0.ports().upkeep.verify().await?.breaches.len() as u64;
        }
    }
    let (stranded, moved) = left_behind(&servers[0], &begun).await?;
    extra += moved + stores.0.ports().upkeep.verify().await?.breaches.len() as u64;
    stores.0.ports().ledger.close().await;
    stores.1.ports().ledger.close().await;
    print_none("payments.rails_stranded", stranded);
    print_none("payments.rails_extra_postings", extra);
    Ok(())
}

/// Pays to accounts with which the other side does everything it can.
async fn begin(bank: &Bank) -> Outcome<Vec<(Payment, Manner)>> {
    let mut begun = Vec::new();
    for nth in 0..PAYMENTS {
        let from = nth % PEOPLE.count;
        let (manner, ..) = Manner::ALL[usize::try_from(nth)? % Manner::ALL.len()];
        let iban = sample(u8::try_from(nth % 10)?, manner);
        let order = People::order(PaymentId::new(bank.ids.next()), from, from + 1, 100 + i64::from(nth));
        let (new, now) = (AccountId::new(bank.ids.next()), bank.clock.now());
        let to = bank.sendings.open_account(iban, order.amount.currency, new, now).await?;
        let payer = People::payer(from);
        let order = payments::Order { to, payee_number: iban.into(), ..order };
        begun.push((payments::pay(bank, &payer, &order, Making::by(payer.id)).await?, manner));
    }
    Ok(begun)
}

/// What a server does by itself. Two of them do the same at the same time.
async fn work(bank: &Bank) -> Outcome<u64> {
    let Some(others) = bank.other_banks.clone() else { return Ok(0) };
    for payment in bank.sendings.due(bank.clock.now(), 10_000).await? {
        rails::deliver(bank, &payment).await?;
    }
    let mut wrong = 0;
    for message in others.says().await {
        wrong += u64::from(rails::hear(bank, &message).await?.is_some());
        others.taken(message.number).await;
    }
    Ok(wrong)
}

/// How many have not ended as the other side did with them, and by how much the accounts of their payers differ from that.
async fn left_behind(bank: &Bank, begun: &[(Payment, Manner)]) -> Outcome<(u64, u64)> {
    let mut stranded = 0;
    let mut gone: HashMap<u32, i64> = HashMap::new();
    for (nth, (payment, manner)) in (0_u32..).zip(begun) {
        let now = bank.sendings.one(payment.id).await?.ok_or("a payment is gone")?;
        let state = now.sending.ok_or("a payment is not on its way")?.state;
        let must = match manner {
            Manner::Takes | Manner::Late | Manner::Twice | Manner::Deaf => SendingState::Arrived,
            Manner::Refuses => SendingState::Refused,
            Manner::Returns => SendingState::Returned,
            // Of these nobody knows, and that is what is said.
            Manner::Silent => SendingState::Doubt,
        };
        stranded += u64::from(state != must);
        let is_back = matches!(must, SendingState::Refused | SendingState::Returned);
        *gone.entry(nth % PEOPLE.count).or_default() += if is_back { 0 } else { payment.amount.minor };
    }
    let mut wrong = 0;
    for nth in 0..PEOPLE.count {
        let account = bank.accounts.account(People::customer(nth), People::account(nth)).await?;
        let left = PEOPLE.each - gone.get(&nth).copied().unwrap_or(0);
        wrong += u64::from(account.is_none_or(|account| account.balance.minor != left));
    }
    Ok((stranded, wrong))
}
