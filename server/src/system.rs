//! The world as it is: the system's clock, its dice, and how many files it gives.

use bank::{Clock, Rng};
use model::Timestamp;
use rand::{TryRng, rngs::SysRng};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the adapter that everybody else is given")]
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(jiff::Timestamp::now().as_microsecond())
    }
}

/// The system's source of bytes that nobody can guess.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRng;

impl Rng for SystemRng {
    fn fill(&self, bytes: &mut [u8]) {
        SysRng.try_fill_bytes(bytes).expect("without randomness no session is safe: better to stop");
    }
}

/// Asks the system to let this process have `wanted` files open at once; gives how many it lets. Never fewer than
/// before.
#[must_use]
pub fn allow_files(wanted: u64) -> u64 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let reachable = maximum.map_or(wanted, |most| most.min(wanted));
    let now = current.unwrap_or(u64::MAX);
    if reachable <= now {
        return now;
    }
    match setrlimit(Resource::Nofile, Rlimit { current: Some(reachable), maximum }) {
        Ok(()) => reachable,
        Err(_) => now,
    }
}

#[cfg(test)]
mod tests {
    use super::allow_files;

    #[test]
    fn more_files_are_asked_for_and_none_given_back() {
        let before = allow_files(0);
        let after = allow_files(before + 1);
        assert!(after >= before);
        assert_eq!(allow_files(0), after);
    }
}
