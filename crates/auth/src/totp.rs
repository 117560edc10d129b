//! One-time codes by time (RFC 6238): SHA-1, six digits, thirty seconds, one step of grace either way. What every
//! authenticator app understands.

use model::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// How long one code is shown, in seconds.
pub const STEP_S: i64 = 30;

fn totp(secret: &[u8]) -> Totp {
    // The one rule not kept here is the least length: a secret that was stored is used as it is.
    Builder::new().with_secret(secret.to_vec()).build_noncompliant()
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.micros() / 1_000_000).unwrap_or(0)
}

/// The time step that `code` is of, if it is of the step of `now`, the one before or the one after.
#[must_use]
pub fn matching_step(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    totp(secret).check(code, seconds(now)).and_then(|step| i64::try_from(step).ok())
}

/// The code of the moment `now`, and for how many more seconds an app shows it.
#[must_use]
pub fn current(secret: &[u8], now: Timestamp) -> (String, i64) {
    let passed = (now.micros() / 1_000_000).rem_euclid(STEP_S);
    (totp(secret).generate(seconds(now)).to_string(), STEP_S - passed)
}

/// The secret as people type it into an app: base 32 (RFC 4648), without padding.
#[must_use]
pub fn base32(secret: &[u8]) -> String {
    Secret::from(secret.to_vec()).to_base32()
}

#[cfg(test)]
mod tests {
    use super::{STEP_S, base32, current, matching_step};
    use model::Timestamp;

    /// The secret of RFC 6238 appendix B.
    const SECRET: &[u8] = b"12345678901234567890";
    /// The vectors for SHA-1 of RFC 6238 appendix B: seconds, and the last six of the eight digits there.
    const VECTORS: [(i64, &str); 6] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn the_vectors_of_the_rfc_hold() {
        for (seconds, code) in VECTORS {
            assert_eq!(current(SECRET, at(seconds)).0, code);
            assert_eq!(matching_step(SECRET, code, at(seconds)), Some(seconds / STEP_S));
        }
    }

    #[test]
    fn one_step_early_or_late_is_still_that_step_and_two_are_too_many() {
        let (now, code) = VECTORS[2];
        for off in [-STEP_S, STEP_S] {
            assert_eq!(matching_step(SECRET, code, at(now + off)), Some(now / STEP_S));
        }
        for off in [-2 * STEP_S, 2 * STEP_S] {
            assert_eq!(matching_step(SECRET, code, at(now + off)), None);
        }
    }

    #[test]
    fn what_is_not_six_digits_is_no_code() {
        for code in ["", "05047", "0504711", "abcdef", "０５０４７１", "-50471"] {
            assert_eq!(matching_step(SECRET, code, at(VECTORS[2].0)), None, "{code}");
        }
    }

    #[test]
    fn the_time_left_runs_from_thirty_to_one() {
        assert_eq!(current(SECRET, at(60)).1, 30);
        assert_eq!(current(SECRET, at(89)).1, 1);
    }

    #[test]
    fn a_secret_can_be_typed_into_an_app() {
        assert_eq!(base32(SECRET), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
