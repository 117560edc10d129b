//! Time and chance, as parameters: a test decides what they are.

use model::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in microseconds UTC.
    fn now(&self) -> Timestamp;
}

/// Fills bytes that nobody can guess.
pub trait Rng: Send + Sync {
    /// Fills all of `bytes` from a cryptographically secure source.
    fn fill(&self, bytes: &mut [u8]);
}
