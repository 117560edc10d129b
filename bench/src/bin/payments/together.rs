//! Many who spend the same money at the same time, and requests that come more than once.

use std::sync::Arc;

use bank::{
    Bank, IdMint,
    ledger::VerifyReport,
    payments::{self, Making},
};
use bench::folder::Folder;
use bench::people::{self, People};
use bench::stats::Dice;
use model::{CustomerId, ErrorCode, PaymentId};
use store::{Ports, Store};

use crate::{Outcome, print_none};

/// One who is paid from, and one for each client.
const CLIENTS: u32 = 64;
/// About half of what they try to spend.
const SPENDERS: People = People { count: CLIENTS + 1, each: 25_000_000 };
/// How many payments each client tries.
const TRIES: u32 = 1_563;
/// How many lines are read at once.
const LINES: i64 = 5_000;

/// How often more was spent than there was.
pub async fn overdrafts() -> Outcome {
    let folder = Folder::new("together")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    SPENDERS.fill(&url, &ids).await?;
    let store = Store::open(&url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let clients = (1..=CLIENTS).map(|client| tokio::spawn(spend(bank.clone(), client)));
    let mut spent = 0;
    for client in clients.collect::<Vec<_>>() {
        spent += client.await??;
    }
    let owner = People::customer(0);
    let account = bank.accounts.account(owner, People::account(0)).await?.ok_or("the account is gone")?;
    let wrong_sum = account.balance.minor != SPENDERS.each - spent;
    let found = below_nothing(&store.ports(), owner, account.version).await?;
    let breaches = store.ports().upkeep.verify().await?.breaches.len() as u64;
    store.ports().ledger.close().await;
    print_none("payments.overdrafts", found + u64::from(wrong_sum) + breaches);
    Ok(())
}

/// Tries to pay from the one account; how much was paid.
async fn spend(bank: Bank, client: u32) -> Result<i64, bank::Error> {
    let (payer, mut dice, mut spent) = (People::payer(0), Dice::new(u64::from(client)), 0);
    for _ in 0..TRIES {
        let minor = 1 + i64::try_from(dice.below(999)).unwrap_or(0);
        let order = People::order(PaymentId::new(bank.ids.next()), 0, client, minor);
        match payments::pay(&bank, &payer, &order, Making::by(payer.id)).await {
            Ok(_) => spent += minor,
            Err(bank::Error::Refused(ErrorCode::InsufficientFunds)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(spent)
}

/// How many lines of the account left less than nothing on it.
async fn below_nothing(ports: &Ports, owner: CustomerId, version: i64) -> Outcome<u64> {
    let (mut after, mut found) = (0, 0);
    while after < version {
        let until = (after + LINES).min(version);
        let lines = ports.accounts.lines(owner, People::account(0), after, until).await?;
        found += lines.iter().filter(|line| line.balance_after.minor < 0).count() as u64;
        after = until;
    }
    Ok(found)
}

/// Two who pay one another.
const PAIR: People = People { count: 2, each: 100_000_000 };
/// How many payments there are; each is sent four times.
const PAYMENTS: u32 = 2_500;
/// How many are sent before the server is started anew.
const UNTIL_RESTART: u32 = 250;

/// How many lines there are that nobody asked for.
pub async fn replays() -> Outcome {
    let folder = Folder::new("replays")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    PAIR.fill(&url, &ids).await?;
    let before = look_over(&url, &ids).await?;
    let mut again: Vec<PaymentId> = Vec::new();
    for _ in 0..PAYMENTS / UNTIL_RESTART {
        let store = Store::open(&url, people::options(&ids)).await?;
        let bank = people::bank(&store, &ids);
        for id in again.drain(..) {
            send(&bank, id, 700).await?;
        }
        for _ in 0..UNTIL_RESTART {
            let id = PaymentId::new(ids.next());
            let (one, other) = tokio::join!(send(&bank, id, 700), send(&bank, id, 700));
            one.and(other)?;
            altered(&bank, id).await?;
            again.push(id);
        }
        store.ports().ledger.close().await;
    }
    let after = look_over(&url, &ids).await?;
    let extra = after.postings.saturating_sub(before.postings).abs_diff(2 * u64::from(PAYMENTS));
    print_none("payments.extra_postings", extra + after.breaches.len() as u64);
    Ok(())
}

async fn look_over(url: &str, ids: &Arc<IdMint>) -> Outcome<VerifyReport> {
    let ports = Store::open(url, people::options(ids)).await?.ports();
    let report = ports.upkeep.verify().await?;
    ports.ledger.close().await;
    Ok(report)
}

async fn send(bank: &Bank, id: PaymentId, minor: i64) -> Result<(), bank::Error> {
    let payer = People::payer(0);
    let order = People::order(id, 0, 1, minor);
    payments::pay(bank, &payer, &order, Making::by(payer.id)).await.map(drop)
}

/// The same key with another amount must be refused.
async fn altered(bank: &Bank, id: PaymentId) -> Outcome {
    match send(bank, id, 701).await {
        Err(bank::Error::Refused(ErrorCode::KeyReused)) => Ok(()),
        other => Err(format!("an altered request was answered {other:?}").into()),
    }
}
