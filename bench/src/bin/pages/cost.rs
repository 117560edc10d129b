//! Processor time for one page, ours and maud's.

use bench::figure::{Figure, say};
use bench::http::{Connection, Response};
use bench::load::cpu_of_a_page;
use bench::process::Server;
use bench::stats::median;
use bench::text;

use crate::Outcome;
use crate::house::{House, LONG, MANY, SHORT, request};

/// How many turns each side has.
const TURNS: usize = 5;
/// How many pages a turn has.
const PAGES: usize = 6_000;
/// How many accounts are asked for again and again.
const FEW: usize = 100;

/// Measures both sides and prints the figures.
pub async fn measure(house: &House) -> Outcome {
    house.sign_in().await?;
    let (ours, remembering, forgetting) = (house.ours()?, house.maud(true)?, house.maud(false)?);
    same_words(&ours, &remembering)?;
    let few: Vec<_> = MANY.accounts().take(FEW).map(request).collect();
    let all: Vec<_> = MANY.accounts().map(request).collect();
    let sides = [(&ours, &few), (&remembering, &few), (&ours, &all), (&forgetting, &all)];
    for (server, requests) in sides {
        cpu_of_a_page(server, requests, PAGES)?;
    }
    let mut costs: [Vec<f64>; 4] = Default::default();
    for _ in 0..TURNS {
        house.sign_in().await?;
        for ((server, requests), costs) in sides.iter().zip(&mut costs) {
            costs.push(cpu_of_a_page(server, requests, PAGES)?);
        }
    }
    let [warm, maud_warm, cold, maud_cold] = costs.map(|costs| median(&costs));
    say(&format!("a page asked for again: {warm:.0} µs of processor, maud {maud_warm:.0} µs"));
    say(&format!("a page not asked for lately: {cold:.0} µs, maud {maud_cold:.0} µs"));
    Figure::at_most("pages.account.cpu_vs_maud_ratio", warm / maud_warm, "ratio", 6.0).print();
    Figure::aside("pages.account.cpu_us", warm, "µs").print();
    Figure::aside("pages.account.maud_cpu_us", maud_warm, "µs").print();
    Figure::at_most("pages.account.cold_cpu_vs_maud_ratio", cold / maud_cold, "ratio", 6.0).print();
    Figure::aside("pages.account.cold_cpu_us", cold, "µs").print();
    Figure::aside("pages.account.cold_maud_cpu_us", maud_cold, "µs").print();
    Ok(())
}

/// A comparison of different pages would say nothing.
fn same_words(ours: &Server, maud: &Server) -> Outcome {
    let accounts = MANY.accounts().take(4).chain(SHORT.accounts().take(1)).chain(LONG.accounts().take(1));
    for account in accounts {
        let (ours, theirs) = (seen(ours, account)?, seen(maud, account)?);
        if let Some(difference) = text::difference(&ours, &theirs) {
            return Err(format!("the two pages of account {} say different things: {difference}", account.1).into());
        }
    }
    Ok(())
}

fn seen(server: &Server, account: (model::CustomerId, model::AccountId)) -> Outcome<String> {
    let mut response = Response::default();
    Connection::open(server.address)?.send(&request(account), &mut response)?;
    if response.status == 200 {
        Ok(text::visible(&response.text()))
    } else {
        Err(format!("the page of account {} was answered {}", account.1, response.status).into())
    }
}
