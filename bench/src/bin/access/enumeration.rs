//! Whether the time of an answer tells whose name it is.

use std::time::Instant;

use bench::{
    figure::{Figure, say},
    http::{self, Connection, Response},
    process::Server,
    site,
    stats::median,
};

use crate::{
    Outcome,
    house::{House, PASSWORD, PEOPLE},
};

/// How often each name is tried: one less than closes it.
const TRIES: usize = 4;

/// How long the two halves of a sign-in take, in milliseconds.
type Times = (Vec<f64>, Vec<f64>);

/// Measures and prints the figures.
pub fn measure(house: &House) -> Outcome {
    let server = house.serve(&[("BANYAN_SIGN_INS_PER_MINUTE", "10000")])?;
    // Wrong under a name of somebody's, right under one, and under nobody's: each in turn, so that what the machine
    // does besides falls on all alike.
    let (mut wrong, mut right, mut nobody): (Times, Times, Times) = Default::default();
    attempt(&server, "warm", PASSWORD)?;
    for nth in 0..PEOPLE / 2 {
        for _ in 0..TRIES {
            note(&mut wrong, attempt(&server, &format!("person{:02}", 2 * nth), "not the password of theirs")?);
            note(&mut nobody, attempt(&server, &format!("nobody{nth:02}"), "not the password of theirs")?);
            note(&mut right, attempt(&server, &format!("person{:02}", 2 * nth + 1), PASSWORD)?);
        }
    }
    let gap = gap(&[&wrong.0, &nobody.0, &right.0]).max(gap(&[&wrong.1, &nobody.1, &right.1]));
    for (who, times) in [("a wrong password", &wrong), ("nobody's name", &nobody), ("the right password", &right)] {
        say(&format!("{who}: {:.1} ms, and {:.1} ms for a wrong code", median(&times.0), median(&times.1)));
    }
    Figure::at_most("access.enumeration_gap_pct", gap, "%", 5.0).print();
    Ok(())
}

fn note(times: &mut Times, (first, second): (f64, f64)) {
    times.0.push(first);
    times.1.push(second);
}

/// By how much the medians differ, in hundredths of the smallest.
fn gap(groups: &[&Vec<f64>]) -> f64 {
    let medians: Vec<f64> = groups.iter().map(|times| median(times)).collect();
    let (least, most) =
        medians.iter().fold((f64::MAX, 0.0_f64), |(least, most), one| (least.min(*one), most.max(*one)));
    (most / least - 1.0) * 100.0
}

/// How long the answers to a name with a password and to a wrong code take, in milliseconds.
fn attempt(server: &Server, username: &str, password: &str) -> Outcome<(f64, f64)> {
    let (mut connection, mut response) = (Connection::open(server.address)?, Response::default());
    let origin = site::origin(server);
    let form = format!("username={username}&password={}&next=", password.replace(' ', "+"));
    let first = timed(&mut connection, &http::post("/do/sign-in", "", &origin, &form), &mut response)?;
    let cookie =
        response.header("set-cookie").and_then(|cookie| cookie.split(';').next()).unwrap_or_default().to_owned();
    if response.header("location") != Some("/sign-in/code") || cookie.is_empty() {
        return Err(format!("{username}: the code is not asked for ({})", response.head).into());
    }
    let request = http::post("/do/sign-in/code", &cookie, &origin, "code=000000");
    let second = timed(&mut connection, &request, &mut response)?;
    if response.header("location") != Some("/sign-in/code") {
        return Err(format!("{username}: the code is not asked for again ({})", response.head).into());
    }
    Ok((first, second))
}

fn timed(connection: &mut Connection, request: &[u8], response: &mut Response) -> Outcome<f64> {
    let begun = Instant::now();
    connection.send(request, response)?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}
