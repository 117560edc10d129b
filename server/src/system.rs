//! The world as it is: the system's clock, its dice, and what it gives of files and memory.

use bank::{Clock, Rng};
use model::Timestamp;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use rand::{TryRng, rngs::SysRng};

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
    let Ok((now, most)) = getrlimit(Resource::RLIMIT_NOFILE) else { return 0 };
    let reachable = wanted.min(most);
    if reachable <= now || setrlimit(Resource::RLIMIT_NOFILE, reachable, most).is_err() { now } else { reachable }
}

/// Takes memory in small pages only, from here on. The allocator asks for pages of 2 MiB wherever it may, most of which
/// would never be used: a server at rest held 14 MB more with them.
pub fn small_pages() {
    // Where the system does not know the question it has no large pages either, and at worst more memory is held.
    #[cfg(target_os = "linux")]
    let _ = nix::sys::prctl::set_thp_disable(true);
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
