//! How long a long statement takes as a file, and how much memory the server needs for it.

use std::time::Instant;

use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::histories::{self, Histories};
use bench::http::{self, Connection, Response};
use bench::people::{self, People};
use bench::process::Server;
use bench::site;
use bench::stats::median;
use store::Store;

use crate::Outcome;

/// Accounts with as many lines as ten years bring to who pays six times a day.
const LONG: Histories = Histories { first: 0, count: 2, lines: 20_000 };
/// How often each file is taken.
const TURNS: usize = 5;

/// Measures and prints the figures.
pub async fn measure() -> Outcome {
    let folder = Folder::new("statement")?;
    let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
    histories::fill(&url, &ids, &[LONG]).await?;
    let ports = Store::open(&url, people::options(&ids)).await?.ports();
    site::sign_in(ports.sessions.as_ref(), People::customer(0)).await?;
    let server = site::serve(&folder.join("bank.db"))?;
    // What every server has done before long: its words are read, its connections are open.
    let mut page = Response::default();
    Connection::open(server.address)?.send(&request("2020/csv"), &mut page)?;
    taken(&server, "csv", b"\xef\xbb\xbf")?;
    let before_mb = server.resident_mb()?;
    let csv = turns(&server, "csv", b"\xef\xbb\xbf")?;
    let pdf = turns(&server, "pdf", b"%PDF-1.7")?;
    let growth_mb = server.peak_mb()? - before_mb;
    say(&format!("CSV in {:.0} ms, PDF in {:.2} s", median(&csv) * 1_000.0, median(&pdf)));
    Figure::at_most("statement.pdf_s", median(&pdf), "s", 5.0).print();
    Figure::at_most("statement.csv_ms", median(&csv) * 1_000.0, "ms", 300.0).print();
    // A page of the database, a page of the paper, and the fonts it is set in.
    Figure::at_most("statement.rss_growth_mb", growth_mb, "MB", 16.0).print();
    Ok(())
}

fn turns(server: &Server, format: &str, begins: &[u8]) -> Outcome<Vec<f64>> {
    (0..TURNS).map(|_| taken(server, format, begins)).collect()
}

/// How long a file takes, from the request to its last byte, in seconds.
fn taken(server: &Server, format: &str, begins: &[u8]) -> Outcome<f64> {
    let mut response = Response::default();
    let mut connection = Connection::open(server.address)?;
    let begun = Instant::now();
    connection.send(&request(&format!("all/{format}")), &mut response)?;
    let elapsed = begun.elapsed().as_secs_f64();
    if response.status != 200 || !response.body.starts_with(begins) {
        return Err(format!("the {format} of the statement was answered {}", response.status).into());
    }
    Ok(elapsed)
}

fn request(rest: &str) -> Vec<u8> {
    let account = People::account(0);
    http::get(&format!("/accounts/{account}/statements/{rest}"), &site::cookie(People::customer(0)), "")
}
