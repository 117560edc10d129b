//! `banyan bench`: what this machine can do. The benchmarks that compare are programs of their own, in `bench/`.

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use bank::{
    Clock, IdMint,
    accounts::{AccountKind, AccountStatus, Category},
    ledger::{Action, Actor, Command, Line, TransferOrder, UNLIMITED},
    ports::Ledger,
};
use clap::{Args, Subcommand};
use model::{AccountId, Currency, Money, Timestamp, TransferId, forms::HistoryKind};
use store::{
    Options, Store,
    bulk::{Batch, NewAccount},
};
use tokio::task::JoinSet;

use super::{chain, say};
use crate::system::SystemClock;

/// How many accounts the money goes round.
const ACCOUNTS: i64 = 1_000;

/// What is measured.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    group: Group,
}

#[derive(Debug, Subcommand)]
enum Group {
    /// How many durable transfers the ledger makes in a second, on SQLite in a new folder
    Ledger {
        /// How many clients wait for an answer at the same time
        #[arg(long, default_value_t = 64)]
        clients: u16,
        /// For how long, in seconds
        #[arg(long, default_value_t = 5)]
        seconds: u16,
        /// Where the folder is made: on the disk that is to be measured
        #[arg(long, default_value = ".")]
        folder: PathBuf,
    },
}

/// Measures, and prints one JSON object for each figure.
pub async fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let Group::Ledger { clients, seconds, folder } = &arguments.group;
    let folder = folder.join(format!("banyan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let measured = ledger(&folder, *clients, Duration::from_secs(u64::from(*seconds))).await;
    std::fs::remove_dir_all(&folder).map_err(|error| format!("{} is still there: {error}.", folder.display()))?;
    let per_s = measured.map_err(|error| format!("Nothing was measured: {}.", chain(error.as_ref())))?;
    say(&serde_json::json!({ "name": "ledger.here.transfers_per_s", "value": per_s, "unit": "1/s" }).to_string());
    Ok(ExitCode::SUCCESS)
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

async fn ledger(folder: &std::path::Path, clients: u16, time: Duration) -> Result<f64, Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let ids = Arc::new(IdMint::new(clock.clone(), 0));
    let url = format!("sqlite:{}", folder.join("bench.db").display());
    Store::migrate(&url).await?;
    let store = Store::open(&url, Options::new(ids.clone())).await?;
    let mut loader = store.load().await?;
    loader.keep(Batch { accounts: (0..ACCOUNTS).map(account).collect(), ..Batch::default() }).await?;
    loader.finish().await?;
    let started = Instant::now();
    let mut running = JoinSet::new();
    for client in 0..i64::from(clients) {
        let (ledger, clock, ids) = (store.ports().ledger, clock.clone(), ids.clone());
        running.spawn(async move { pay_round(ledger.as_ref(), clock.as_ref(), &ids, client, started, time).await });
    }
    let mut done = 0_u32;
    while let Some(paid) = running.join_next().await {
        done += paid??;
    }
    let took = started.elapsed();
    store.ports().ledger.close().await;
    Ok(f64::from(done) / took.as_secs_f64())
}

async fn pay_round(
    ledger: &dyn Ledger,
    clock: &dyn Clock,
    ids: &IdMint,
    client: i64,
    started: Instant,
    time: Duration,
) -> Result<u32, bank::ledger::LedgerError> {
    let mut done = 0_u32;
    while started.elapsed() < time {
        let from = (client * 7_919 + i64::from(done) * 31) % ACCOUNTS;
        ledger.submit(command(clock.now(), ids.next(), from, (from + 1 + client) % ACCOUNTS)).await?;
        done += 1;
    }
    Ok(done)
}

fn command(at: Timestamp, id: i64, from: i64, to: i64) -> Command {
    let line = || Line { party: "Somebody Else".to_owned(), reference: String::new(), category: Category::Transfers };
    let to = if to == from { (to + 1) % ACCOUNTS } else { to };
    let order = TransferOrder {
        id: TransferId::new(id),
        debit: AccountId::new(from + 1),
        credit: AccountId::new(to + 1),
        amount: Money::new(100, Currency::Gbp),
        kind: HistoryKind::Payment,
        debit_line: line(),
        credit_line: line(),
        original: None,
        limited: None,
        payment: None,
    };
    Command { key: None, actor: Actor::System, at, action: Action::Transfer(order), outbox: Vec::new() }
}

/// An account of the bank itself: it may fall below zero, so the money can go round for ever.
fn account(nth: i64) -> NewAccount {
    NewAccount {
        id: AccountId::new(nth + 1),
        number: None,
        kind: AccountKind::Internal,
        name: "bench".to_owned(),
        currency: Currency::Gbp,
        status: AccountStatus::Open,
        min_balance: -UNLIMITED,
        payment_limit: UNLIMITED,
        daily_limit: UNLIMITED,
        new_payee_limit: UNLIMITED,
        rate_bp: 0,
        opened_at: Timestamp::EPOCH,
        owners: Vec::new(),
    }
}
