//! How long people wait at half load, and how much memory a hundred thousand views take.

use std::time::Duration;

use bench::figure::{Figure, say};
use bench::load::Load;
use bench::stats::{median, per_second, percentile_ms};

use crate::Outcome;
use crate::house::{House, MANY, request};

/// How many connections ask as fast as they are answered: more than the server has threads.
const AT_PEAK: usize = 16;
/// How many connections share the paced load, so that one that waits does not keep others from asking.
const PACED: usize = 64;
/// How often the paced load is measured.
const TURNS: usize = 3;

/// Measures and prints the figures.
pub async fn measure(house: &House) -> Outcome {
    house.sign_in().await?;
    let server = house.ours()?;
    let requests: Vec<_> = MANY.accounts().map(request).collect();
    let load = |connections| Load { address: server.address, requests: &requests, connections };
    load(AT_PEAK).at_full_speed(10_000)?;
    let early_mb = server.resident_mb()?;
    let mut views = 10_000;
    let (mut peaks, mut waits) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let count = 6_000;
        let peak = per_second(count, load(AT_PEAK).at_full_speed(usize::try_from(count)?)?.elapsed);
        let mut seen = load(PACED).at_pace(peak / 2.0, Duration::from_secs(8))?;
        views += usize::try_from(count)? + seen.times.len();
        peaks.push(peak);
        waits.push(percentile_ms(&mut seen.times, 99));
    }
    say(&format!(
        "at most {:.0} pages/s; at half of that 99 of 100 wait up to {:.1} ms",
        median(&peaks),
        median(&waits)
    ));
    house.sign_in().await?;
    load(AT_PEAK).at_full_speed(100_000_usize.saturating_sub(views))?;
    let late_mb = server.resident_mb()?;
    Figure::at_most("pages.account.p99_ms", median(&waits), "ms", 15.0).print();
    Figure::aside("pages.account.peak_per_s", median(&peaks), "pages/s").print();
    Figure::at_most("memory.rss_mb", late_mb, "MB", 60.0).print();
    Figure::at_most("memory.growth_mb", late_mb - early_mb, "MB", 5.0).print();
    Ok(())
}
