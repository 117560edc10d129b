//! Asking a server for pages: as fast as it answers, or at a set pace.

use std::io;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use crate::http::{Connection, Response};
use crate::process::Server;

/// How many connections ask where it is measured what a page costs.
const CONNECTIONS: usize = 4;

/// The processor time that `server` uses for one of so many `pages`, in microseconds, user and system.
///
/// # Errors
/// As [`Load::at_full_speed`], and where the system does not tell.
pub fn cpu_of_a_page(server: &Server, requests: &[Vec<u8>], pages: usize) -> io::Result<f64> {
    let before = server.cpu_time()?;
    Load { address: server.address, requests, connections: CONNECTIONS }.at_full_speed(pages)?;
    let used = server.cpu_time()?.saturating_sub(before);
    Ok(used.as_secs_f64() * 1_000_000.0 / f64::from(u32::try_from(pages).map_err(io::Error::other)?))
}

/// Who asks for what.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    /// The server.
    pub address: SocketAddr,
    /// Whole requests, sent in turn.
    pub requests: &'a [Vec<u8>],
    /// How many connections ask at the same time, each on a thread that sleeps while it waits.
    pub connections: usize,
}

/// What a load saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// How long each answer took, from the moment it was due to be asked for.
    pub times: Vec<Duration>,
    /// How long it all took.
    pub elapsed: Duration,
}

impl Load<'_> {
    /// Asks `count` times, each connection again as soon as it has its answer.
    ///
    /// # Errors
    /// Where a connection breaks or an answer is not 200.
    pub fn at_full_speed(&self, count: usize) -> io::Result<Seen> {
        self.each(|connection| {
            let share = (connection..count).step_by(self.connections);
            share.map(|nth| (nth, None)).collect()
        })
    }

    /// Asks `per_second` times a second for `lasting`. Who answers late is charged for everyone who had to wait:
    /// times count from when a request was due, not from when the connection was free to send it.
    ///
    /// # Errors
    /// As [`Self::at_full_speed`].
    pub fn at_pace(&self, per_second: f64, lasting: Duration) -> io::Result<Seen> {
        let interval = Duration::from_secs_f64(1.0 / per_second);
        let due: Vec<Duration> = (0..u32::MAX).map(|nth| interval * nth).take_while(|due| *due < lasting).collect();
        self.each(|connection| {
            let share = due.iter().copied().enumerate().skip(connection).step_by(self.connections);
            share.map(|(nth, due)| (nth, Some(due))).collect()
        })
    }

    fn each(&self, share: impl Fn(usize) -> Vec<(usize, Option<Duration>)>) -> io::Result<Seen> {
        let begun = Instant::now();
        let times = thread::scope(|scope| {
            let asking: Vec<_> = (0..self.connections)
                .map(|connection| {
                    let share = share(connection);
                    scope.spawn(move || self.ask(&share, begun))
                })
                .collect();
            let answers = asking.into_iter().map(|one| one.join().expect("asking does not panic"));
            answers.collect::<io::Result<Vec<_>>>()
        })?;
        Ok(Seen { times: times.concat(), elapsed: begun.elapsed() })
    }

    fn ask(&self, share: &[(usize, Option<Duration>)], begun: Instant) -> io::Result<Vec<Duration>> {
        let mut connection = Connection::open(self.address)?;
        let mut response = Response::default();
        let mut times = Vec::with_capacity(share.len());
        for (nth, due) in share {
            let due = due.map_or_else(Instant::now, |due| begun + due);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            connection.send(&self.requests[nth % self.requests.len()], &mut response)?;
            times.push(due.elapsed());
            if response.status != 200 {
                return Err(io::Error::other(format!("an answer was {}, not 200", response.status)));
            }
        }
        Ok(times)
    }
}
