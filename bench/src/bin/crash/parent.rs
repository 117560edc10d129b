//! Kills the child again and again, and looks what is left.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, thread};

use bank::Bank;
use bank::ledger::Breach;
use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::people::{self, People};
use bench::stats::Dice;
use store::Store;

use crate::Outcome;
use crate::books::{Books, PEOPLE};

/// After so many cycles a new database begins: looking over a whole ledger takes longer as it grows.
const CYCLES_A_DATABASE: u64 = 50;

/// What went wrong so far.
#[derive(Debug, Default)]
struct Wrong {
    lost: u64,
    doubled: u64,
    negative: u64,
    breaches: u64,
}

/// Runs all cycles and prints the figures.
pub async fn run() -> Outcome {
    let cycles: u64 = env::var("CYCLES").map_or(Ok(50), |text| text.parse())?;
    let seed = people::ids().next().unsigned_abs();
    say(&format!("{cycles} times kill -9 under load, seed {seed}"));
    let mut dice = Dice::new(seed);
    let mut wrong = Wrong::default();
    let (mut paid, mut unsaid, mut refused) = (0, 0, 0);
    let mut left = cycles;
    while left > 0 {
        let now = left.min(CYCLES_A_DATABASE);
        let books = one_database(now, &mut dice, &mut wrong).await?;
        paid += books.transfers.len();
        unsaid += books.unsaid.len();
        refused += books.refused;
        left -= now;
        say(&format!(
            "{} cycles: {paid} payments, {unsaid} of them committed and not answered, {refused} refused; {wrong:?}",
            cycles - left
        ));
    }
    let figure = |name, value: u64| -> Outcome {
        Figure::at_most(name, f64::from(u32::try_from(value)?), "payments", 0.0).print();
        Ok(())
    };
    figure("crash.lost", wrong.lost)?;
    figure("crash.doubled", wrong.doubled)?;
    figure("crash.negative", wrong.negative)?;
    figure("crash.breaches", wrong.breaches)?;
    Figure::aside("crash.payments", f64::from(u32::try_from(paid)?), "payments").print();
    Figure::aside("crash.committed_unanswered", f64::from(u32::try_from(unsaid)?), "payments").print();
    Ok(())
}

async fn one_database(cycles: u64, dice: &mut Dice, wrong: &mut Wrong) -> Outcome<Books> {
    let folder = Folder::new("crash")?;
    let url = format!("sqlite:{}", folder.join("bank.db").display());
    PEOPLE.fill(&url, &people::ids()).await?;
    let mut books = Books::default();
    for _ in 0..cycles {
        let lasting = Duration::from_millis(20 + dice.below(500));
        one_life(&url, lasting, &mut books)?;
        look(&url, &mut books, wrong).await?;
    }
    wrong.doubled += books.doubled;
    Ok(books)
}

/// Starts a child, hands it what was never answered, lets it pay for `lasting`, and kills it.
fn one_life(url: &str, lasting: Duration, books: &mut Books) -> Outcome {
    let mut child: Child =
        Command::new(env::current_exe()?).arg(url).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut again = child.stdin.take().ok_or("the child has no standard input")?;
    for asked in books.open.values() {
        writeln!(again, "{asked}")?;
    }
    drop(again);
    let said = child.stdout.take().ok_or("the child has no standard output")?;
    let (speaks, has_spoken) = mpsc::channel();
    let listener = thread::spawn(move || {
        let mut lines = Vec::new();
        for line in BufReader::new(said).split(b'\n') {
            lines.push(line?);
            if lines.len() == 1 {
                // Nobody waits for this any more where the child was slow: then it is killed unheard.
                let _ = speaks.send(());
            }
        }
        Ok::<_, std::io::Error>(lines)
    });
    let _ = has_spoken.recv_timeout(Duration::from_secs(10));
    thread::sleep(lasting);
    if let Some(status) = child.try_wait()? {
        return Err(format!("the child ended by itself ({status})").into());
    }
    // SIGKILL: no handler, no destructor, no flush.
    child.kill()?;
    child.wait()?;
    let lines = listener.join().map_err(|_| "the listener panicked")??;
    lines.iter().try_for_each(|line| books.take(std::str::from_utf8(line)?))
}

/// Opens what is left as a starting server does, verifies it, and compares it with what was said.
async fn look(url: &str, books: &mut Books, wrong: &mut Wrong) -> Outcome {
    let ids = people::ids();
    let store = Store::open(url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    for (asked, transfer) in std::mem::take(&mut books.fresh) {
        let found = bank.payments.payment(People::customer(asked.from), asked.id).await?;
        let fits = found.is_some_and(|found| found.transfer == Some(transfer) && found.amount.minor == asked.minor);
        wrong.lost += u64::from(!fits);
    }
    note_unsaid(&bank, books).await?;
    let report = store.ports().upkeep.verify().await?;
    for breach in &report.breaches {
        say(&format!("verify: {breach}"));
        match breach {
            Breach::BelowMinimum { .. } => wrong.negative += 1,
            _ => wrong.breaches += 1,
        }
    }
    let expected = u64::from(PEOPLE.count) + books.transfers.len() as u64;
    wrong.doubled += report.transfers.saturating_sub(expected);
    wrong.lost += expected.saturating_sub(report.transfers);
    bank.ledger.close().await;
    Ok(())
}

/// Finds payments that were committed before the plug was pulled, and not answered.
async fn note_unsaid(bank: &Bank, books: &mut Books) -> Outcome {
    for asked in books.open.values().copied().collect::<Vec<_>>() {
        if let Some(found) = bank.payments.payment(People::customer(asked.from), asked.id).await? {
            let transfer = found.transfer.ok_or("a payment without a transfer")?;
            books.note(asked.id, transfer);
            books.unsaid.insert(asked.id);
        }
    }
    Ok(())
}
