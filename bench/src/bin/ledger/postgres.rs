//! PostgreSQL: our ledger, in turn with pgbench's own TPC-B on the same cluster.

use bench::cluster::Cluster;
use bench::figure::{Figure, say};
use bench::people;
use bench::stats::median;
use store::Store;

use crate::clients::{self, PEOPLE};
use crate::sqlite::check;
use crate::{Outcome, TURN, TURNS};

/// How many clients pay at the same time.
const CLIENTS: u64 = 64;

/// Measures both sides and prints the figures.
pub async fn measure() -> Outcome {
    let cluster = Cluster::start()?;
    cluster.database("pgbench")?;
    cluster.run("pgbench", ["-i", "-q", "-s", "10", "pgbench"])?;
    let url = cluster.database("bank")?;
    let ids = people::ids();
    PEOPLE.fill(&url, &ids).await?;
    let store = Store::open(&url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let (mut ours, mut theirs, mut p99_ms) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let seen = clients::pay(&bank, CLIENTS, TURN, turn).await?;
        let tps = pgbench(&cluster)?;
        say(&format!(
            "{CLIENTS} clients: {:>6.0}/s, p99 {:>5.1} ms; pgbench {tps:>6.0}/s",
            seen.per_second, seen.p99_ms
        ));
        ours.push(seen.per_second);
        p99_ms.push(seen.p99_ms);
        theirs.push(tps);
    }
    bank.ledger.close().await;
    check(&store).await?;
    let ratio = median(&ours) / median(&theirs);
    Figure::at_least("ledger.postgres.payments_per_s", median(&ours), "payments/s", 2_000.0).print();
    Figure::at_least("ledger.postgres.vs_pgbench_ratio", ratio, "ratio", 1.5).print();
    Figure::aside("ledger.postgres.pgbench_per_s", median(&theirs), "transactions/s").print();
    Figure::aside("ledger.postgres.p99_ms", median(&p99_ms), "ms").print();
    Ok(())
}

/// One turn of TPC-B: transactions a second, connecting not counted.
fn pgbench(cluster: &Cluster) -> Outcome<f64> {
    let clients = CLIENTS.to_string();
    let seconds = TURN.as_secs().to_string();
    let words = ["-n", "-M", "prepared", "-j", "2", "-c", &clients, "-T", &seconds, "pgbench"];
    let printed = cluster.run("pgbench", words)?;
    let tps = printed.lines().find_map(|line| line.strip_prefix("tps = ")).and_then(|rest| rest.split(' ').next());
    Ok(tps.ok_or("pgbench did not say how fast it was")?.parse()?)
}
