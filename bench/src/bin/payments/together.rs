//! Many at once on one balance, and every payment sent again, at once, later, and with something else in it.

use bank::{
    Bank, Error,
    payments::{self, Making, Payment},
};
use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::people::{self, People};
use bench::stats::Dice;
use model::{ErrorCode, PaymentId};
use store::Store;
use tokio::task::JoinSet;

use crate::{Outcome, counted};

/// How many pay at once.
const CLIENTS: u32 = 64;
/// How many times they try, together.
const TRIES: u32 = 100_000;
/// How many payments are sent again.
const REPEATED: u32 = 10_000;
/// How many of the last ones are sent again after a restart.
const AFTER_RESTART: u32 = 1_000;
/// What everybody has, in minor units: the one whom all want to pay from is soon without.
const EACH: i64 = 50_000;

/// Measures and prints the figures.
pub async fn measure() -> Outcome {
    let folder = Folder::new("together")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    People { count: CLIENTS + 2 + REPEATED, each: EACH }.fill(&url, &ids).await?;
    let store = Store::open(&url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let (paid, refused) = drain(&bank).await?;
    let breaches = store.ports().upkeep.verify().await?.breaches.len();
    let below = balance(&bank, 0).await?.0 < 0;
    say(&format!("{TRIES} tries on one balance: {paid} paid, {refused} refused"));
    Figure::at_most("payments.overdrafts", counted(i64::try_from(breaches)? + i64::from(below)), "accounts", 0.0)
        .print();

    let extra = repeated(&bank, 0..REPEATED).await?;
    bank.ledger.close().await;
    let store = Store::open(&url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let later = repeated(&bank, REPEATED - AFTER_RESTART..REPEATED).await?;
    let breaches = store.ports().upkeep.verify().await?.breaches.len();
    bank.ledger.close().await;
    let extra = extra + later + i64::try_from(breaches)?;
    say(&format!("{REPEATED} payments, each sent four times at once, the last {AFTER_RESTART} again after a restart"));
    Figure::at_most("payments.extra_postings", counted(extra), "postings", 0.0).print();
    Ok(())
}

/// Everybody pays from the account of the first and, now and then, into it: it is always about to be empty.
async fn drain(bank: &Bank) -> Outcome<(u32, u32)> {
    let mut clients = JoinSet::new();
    for client in 1..=CLIENTS {
        let (bank, mut dice) = (bank.clone(), Dice::new(u64::from(client)));
        clients.spawn(async move {
            let (mut paid, mut refused) = (0, 0);
            for _ in 0..=TRIES / CLIENTS {
                let (from, to) = if dice.below(3) == 0 { (client, 0) } else { (0, client) };
                let minor = i64::try_from(1 + dice.below(2_000)).unwrap_or(1);
                match pay(&bank, PaymentId::new(bank.ids.next()), from, to, minor).await {
                    Ok(_) => paid += 1,
                    Err(Error::Refused(ErrorCode::InsufficientFunds)) => refused += 1,
                    Err(error) => return Err(error),
                }
            }
            Ok((paid, refused))
        });
    }
    let mut sums = (0, 0);
    while let Some(client) = clients.join_next().await {
        let (paid, refused) = client??;
        sums = (sums.0 + paid, sums.1 + refused);
    }
    Ok(sums)
}

/// Each of these people pays once, under the same id three times at once and a fourth time with another amount; how many
/// lines there are too many or too few.
async fn repeated(bank: &Bank, people: std::ops::Range<u32>) -> Outcome<i64> {
    let mut at_work = JoinSet::new();
    for nth in people.clone() {
        // The same id each time this is done.
        let id = PaymentId::new(1 + i64::from(nth));
        for minor in [100, 100, 101, 100] {
            if at_work.len() >= CLIENTS as usize {
                settled(at_work.join_next().await)?;
            }
            let (bank, from) = (bank.clone(), CLIENTS + 2 + nth);
            at_work.spawn(async move { pay(&bank, id, from, CLIENTS + 1, minor).await });
        }
    }
    while let Some(done) = at_work.join_next().await {
        settled(Some(done))?;
    }
    let mut extra = 0;
    for nth in people {
        // The first line of everybody is what they began with; the second is the payment.
        extra += (balance(bank, CLIENTS + 2 + nth).await?.1 - 2).abs();
    }
    Ok(extra)
}

/// One of a payment and its copies is made; what differs from it is refused, and what comes at the same time may be.
fn settled(done: Option<Result<Result<Payment, Error>, tokio::task::JoinError>>) -> Outcome {
    match done.transpose()? {
        None | Some(Ok(_) | Err(Error::Refused(ErrorCode::KeyReused | ErrorCode::InFlight))) => Ok(()),
        Some(Err(error)) => Err(error.into()),
    }
}

async fn pay(bank: &Bank, id: PaymentId, from: u32, to: u32, minor: i64) -> Result<Payment, Error> {
    let (payer, order) = (People::payer(from), People::order(id, from, to, minor));
    payments::pay(bank, &payer, &order, Making::by(payer.id)).await
}

/// What somebody has, and how many lines their account has.
async fn balance(bank: &Bank, nth: u32) -> Outcome<(i64, i64)> {
    let account = bank.accounts.account(People::customer(nth), People::account(nth)).await?.ok_or("an account")?;
    Ok((account.balance.minor, account.version))
}
