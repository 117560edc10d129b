//! Payments that wait, of which each must end: paid once, or called off with all of its money free again.

use std::sync::Arc;
use std::time::Duration;

use bank::Clock;
use bank::{
    Bank,
    payments::{self, Making, Payment, PaymentState},
    waits::{self, Ruling, WaitReason},
};
use bench::folder::Folder;
use bench::people::{self, People, SystemClock};
use bench::stats::Dice;
use model::{PaymentId, Timestamp};
use store::Store;

use crate::clock::Hands;
use crate::{Outcome, print_none};

const PEOPLE: People = People { count: 200, each: 10_000_000 };
/// How many wait at the same time, and how often that many begin to.
const AT_ONCE: u32 = 500;
const TURNS: u64 = 10;
/// How long each waits, in seconds.
const WAIT_S: i64 = 60;

/// How many payments did not end, ended twice, or took money with them.
pub async fn measure() -> Outcome {
    let folder = Folder::new("waits")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    PEOPLE.fill(&url, &ids).await?;
    let hands = Hands::at(SystemClock.now());
    let (mut dice, mut stranded) = (Dice::new(5), 0);
    for turn in 0..TURNS {
        let stores = (Store::open(&url, people::options(&ids)).await?, Store::open(&url, people::options(&ids)).await?);
        let servers = [hands.of(people::bank(&stores.0, &ids)), hands.of(people::bank(&stores.1, &ids))];
        let begun = begin(&servers[0], turn).await?;
        hands.pass(WAIT_S);
        end(&servers, &begun, &mut dice).await?;
        // Whoever was cut off is looked after by whoever comes next.
        pay_what_is_due(&servers[1]).await?;
        stranded += left_behind(&servers[0], &begun).await?;
        stranded += stores.0.ports().upkeep.verify().await?.breaches.len() as u64;
        stores.0.ports().ledger.close().await;
        stores.1.ports().ledger.close().await;
    }
    print_none("payments.stranded", stranded);
    Ok(())
}

/// Lets many payments begin to wait.
async fn begin(bank: &Bank, turn: u64) -> Outcome<Vec<Payment>> {
    let tasks = (0..AT_ONCE).map(|nth| {
        let bank = bank.clone();
        let (from, to) = (nth % PEOPLE.count, (nth + 1 + u32::try_from(turn).unwrap_or(0)) % PEOPLE.count);
        tokio::spawn(async move {
            let payer = People::payer(from);
            let order = People::order(PaymentId::new(bank.ids.next()), from, to, 100 + i64::from(nth));
            let wait = Some(Ruling { reason: WaitReason::Large, seconds: WAIT_S });
            payments::pay(&bank, &payer, &payments::Order { wait, ..order }, Making::by(payer.id)).await
        })
    });
    let mut begun = Vec::new();
    for payment in tasks.collect::<Vec<_>>() {
        begun.push(payment.await??);
    }
    Ok(begun)
}

/// Ends each in some way, or several at once, some of which are cut off on the way.
async fn end(servers: &[Bank; 2], begun: &[Payment], dice: &mut Dice) -> Outcome {
    let mut tasks = Vec::new();
    for payment in begun {
        let payment = Arc::new(payment.clone());
        for (server, does) in servers.iter().zip([dice.below(3), dice.below(3)]) {
            let (bank, payment) = (server.clone(), Arc::clone(&payment));
            let task = tokio::spawn(async move {
                match does {
                    0 => waits::carry_out(&bank, &payment).await,
                    1 => waits::call_off(&bank, payment.customer, payment.id).await,
                    _ => Ok(()),
                }
            });
            tasks.push((task, dice.below(4) == 0));
        }
    }
    for (task, is_cut_off) in tasks {
        if is_cut_off {
            tokio::time::sleep(Duration::from_micros(dice.below(300))).await;
            task.abort();
        }
        match task.await {
            Ok(done) => done?,
            Err(error) if error.is_cancelled() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

async fn pay_what_is_due(bank: &Bank) -> Outcome {
    loop {
        let due = bank.waits.due(bank.clock.now(), 200).await?;
        if due.is_empty() {
            return Ok(());
        }
        for payment in due {
            waits::carry_out(bank, &payment).await?;
        }
    }
}

/// How many are neither paid nor called off, and how much is set aside for nothing.
async fn left_behind(bank: &Bank, begun: &[Payment]) -> Outcome<u64> {
    let mut found = bank.waits.due(Timestamp::from_micros(i64::MAX), 10_000).await?.len() as u64;
    for payment in begun {
        let now = bank.payments.payment(payment.customer, payment.id).await?.ok_or("a payment is gone")?;
        let ended = now.wait.is_some_and(|wait| wait.ended_at.is_some());
        let paid = now.state == PaymentState::Settled;
        let fits = now.transfer.is_some() == paid && now.state != PaymentState::Submitted;
        found += u64::from(!(ended && fits));
    }
    for nth in 0..PEOPLE.count {
        let account = bank.accounts.account(People::customer(nth), People::account(nth)).await?;
        found += u64::from(account.is_none_or(|account| account.held.minor != 0));
    }
    Ok(found)
}
