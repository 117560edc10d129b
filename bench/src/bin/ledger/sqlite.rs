//! SQLite: our ledger, in turn with the same rows written by hand.

use std::path::Path;

use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::people;
use bench::stats::median;
use store::Store;

use crate::bare::Bare;
use crate::clients::{self, PEOPLE, Turn};
use crate::{Outcome, TURN, TURNS, commits};

/// What the turns at one number of clients gave.
#[derive(Default)]
struct Seen {
    ours: Vec<f64>,
    bare: Vec<f64>,
    p99_ms: Vec<f64>,
    group: Vec<f64>,
}

/// Measures both sides and prints the figures.
pub async fn measure() -> Outcome {
    let folder = Folder::new("ledger")?;
    let (ours, bare) = (folder.join("ours.db"), folder.join("bare.db"));
    let ids = people::ids();
    for path in [&ours, &bare] {
        PEOPLE.fill(&url(path), &ids).await?;
    }
    let store = Store::open(&url(&ours), people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let mut bare = Bare::open(&bare)?;
    let mut few = Seen::default();
    let mut many = Seen::default();
    for turn in 0..TURNS {
        for (clients, seen) in [(64, &mut few), (512, &mut many)] {
            let before = commits::count(&ours)?;
            let Turn { per_second, count, p99_ms } = clients::pay(&bank, clients, TURN, turn * 1_000 + clients).await?;
            let groups = commits::count(&ours)?.wrapping_sub(before);
            let group = count.div_ceil(u64::from(groups.max(1)));
            let by_hand = bare.pay(&ids, group, TURN, turn * 1_000 + clients)?;
            say(&format!(
                "{clients:>3} clients: {per_second:>6.0}/s, p99 {p99_ms:>5.1} ms, groups of {group}; bare {by_hand:>6.0}/s"
            ));
            seen.ours.push(per_second);
            seen.bare.push(by_hand);
            seen.p99_ms.push(p99_ms);
            seen.group.push(f64::from(u32::try_from(group)?));
        }
    }
    bank.ledger.close().await;
    check(&store).await?;
    print(&few, &many);
    Ok(())
}

fn print(few: &Seen, many: &Seen) {
    let ratio = |seen: &Seen| median(&seen.ours) / median(&seen.bare);
    Figure::at_least("ledger.sqlite.payments_per_s", median(&few.ours), "payments/s", 8_000.0).print();
    Figure::at_least("ledger.sqlite.payments_per_s_512", median(&many.ours), "payments/s", 15_000.0).print();
    Figure::at_least("ledger.sqlite.vs_bare_ratio", ratio(few), "ratio", 0.5).print();
    Figure::at_least("ledger.sqlite.vs_bare_ratio_512", ratio(many), "ratio", 0.5).print();
    Figure::at_most("ledger.sqlite.p99_ms", median(&few.p99_ms), "ms", 50.0).print();
    Figure::aside("ledger.sqlite.group", median(&few.group), "payments").print();
    Figure::aside("ledger.sqlite.group_512", median(&many.group), "payments").print();
    Figure::aside("ledger.sqlite.bare_per_s", median(&few.bare), "payments/s").print();
    Figure::aside("ledger.sqlite.bare_per_s_512", median(&many.bare), "payments/s").print();
}

/// What was measured must also be right.
pub async fn check(store: &Store) -> Outcome {
    let report = store.ports().upkeep.verify().await?;
    match report.breaches.first() {
        None => Ok(()),
        Some(breach) => Err(format!("the ledger does not hold after the run: {breach}").into()),
    }
}

fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}
