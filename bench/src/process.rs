//! A server under measurement: what it has used, and its end.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// A child process that is killed with this value.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Server {
    /// Starts `command` and waits until something listens on `address`.
    ///
    /// # Errors
    /// Where it cannot be started, ends early, or does not listen within a minute.
    pub fn start(mut command: Command, address: SocketAddr) -> io::Result<Self> {
        let mut server = Self { child: command.spawn()?, address };
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = server.child.try_wait()? {
                return Err(io::Error::other(format!("the server ended at once ({status})")));
            }
            if begun.elapsed() > Duration::from_mins(1) {
                return Err(io::Error::other("the server does not listen"));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    /// The processor time it has used so far, user and system, all threads.
    ///
    /// # Errors
    /// Where the system does not tell.
    pub fn cpu_time(&self) -> io::Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in brackets may hold spaces: fields are counted from behind it (proc(5): utime 14, stime 15).
        let after_name = stat.rsplit_once(") ").map(|(_, rest)| rest).ok_or(io::ErrorKind::InvalidData)?;
        let ticks: u64 = after_name.split(' ').skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
        let nanos = ticks * 1_000_000_000 / rustix::param::clock_ticks_per_second();
        Ok(Duration::from_nanos(nanos))
    }

    /// How much memory it keeps resident, in mebibytes.
    ///
    /// # Errors
    /// Where the system does not tell.
    pub fn resident_mb(&self) -> io::Result<f64> {
        self.status_mb("VmRSS:")
    }

    /// The most memory it has ever kept resident, in mebibytes.
    ///
    /// # Errors
    /// Where the system does not tell.
    pub fn peak_mb(&self) -> io::Result<f64> {
        self.status_mb("VmHWM:")
    }

    fn status_mb(&self, name: &str) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or(io::ErrorKind::InvalidData)?;
        let kib: f64 = line.trim().trim_end_matches(" kB").parse().map_err(io::Error::other)?;
        Ok(kib / 1_024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address on this machine that nobody listens on just now.
///
/// # Errors
/// Where there is none.
pub fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind(("127.0.0.1", 0))?.local_addr()
}
