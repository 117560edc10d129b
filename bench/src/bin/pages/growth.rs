//! Whether the first page of an account takes longer the longer its past is.

use std::time::Instant;

use bench::figure::{Figure, say};
use bench::http::{Connection, Response};
use bench::stats::median;

use crate::Outcome;
use crate::house::{House, LONG, MANY, SHORT, request};

/// How often the server is started afresh, so that it remembers nothing.
const STARTS: usize = 8;
/// How many other pages it serves first: what every server does before long.
const OTHERS: usize = 200;

/// Measures and prints the figures.
pub async fn measure(house: &House) -> Outcome {
    let others: Vec<_> = MANY.accounts().take(OTHERS).map(request).collect();
    let pairs: Vec<_> = SHORT.accounts().map(request).zip(LONG.accounts().map(request)).collect();
    let (mut cold, mut warm) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for _ in 0..STARTS {
        house.sign_in().await?;
        let server = house.ours()?;
        let mut connection = Connection::open(server.address)?;
        for other in &others {
            timed(&mut connection, other)?;
        }
        for seen in [&mut cold, &mut warm] {
            for (short, long) in &pairs {
                seen.0.push(timed(&mut connection, short)?);
                seen.1.push(timed(&mut connection, long)?);
            }
        }
    }
    let ratio = |seen: &(Vec<f64>, Vec<f64>)| median(&seen.1) / median(&seen.0);
    for (name, seen) in [("for the first time", &cold), ("again", &warm)] {
        say(&format!("{name}: {:.0} µs, with 100,000 transactions {:.0} µs", median(&seen.0), median(&seen.1)));
    }
    Figure::at_most("growth.page_ratio", ratio(&cold), "ratio", 1.5).print();
    Figure::at_most("growth.page_ratio_again", ratio(&warm), "ratio", 1.5).print();
    Ok(())
}

/// How long an answer takes, in microseconds.
fn timed(connection: &mut Connection, request: &[u8]) -> Outcome<f64> {
    let mut response = Response::default();
    let begun = Instant::now();
    connection.send(request, &mut response)?;
    let elapsed = begun.elapsed().as_secs_f64() * 1_000_000.0;
    if response.status == 200 { Ok(elapsed) } else { Err(format!("a page was answered {}", response.status).into()) }
}
