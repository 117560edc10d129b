//! Passwords, hashed with argon2id (RFC 9106), kept as PHC strings.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use bank::{Error, Rng, StorageError};
use model::ErrorCode;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

/// Memory of one hash, in KiB: 46 MiB, one pass, one lane (the OWASP password storage cheat sheet's first choice).
const MEMORY_KIB: u32 = 47_104;
const PASSES: u32 = 1;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;
/// The most characters of a password. Anything longer is wrong, and costs no more than any other wrong one.
const LONGEST: usize = 128;
/// How many hashes run at the same time: as many cores may be busy with people who are not signed in yet.
const RUNNING: usize = 2;
/// How many more may wait. Whoever comes after them is told at once that there is too much to do.
const WAITING: usize = 64;

/// The hash of no password (nobody has found one that gives only zeros), with the parameters of every other:
/// checking against it takes the same work.
const NOBODY: &str =
    "$argon2id$v=19$m=47104,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// `password` as a PHC string, with a salt from `rng`. Takes tens of milliseconds of a core: not for a request's
/// own thread.
///
/// # Panics
/// For a password of 4 GiB or more, the one thing argon2 refuses.
#[must_use]
pub fn hash(password: &str, rng: &dyn Rng) -> String {
    let mut salt = [0; SALT_BYTES];
    rng.fill(&mut salt);
    let hash = argon2().hash_password_with_salt(password.as_bytes(), &salt);
    hash.expect("the salt is long enough and the password below 4 GiB").to_string()
}

fn fits(password: &str, hash: &str) -> bool {
    argon2().verify_password(password.as_bytes(), hash).is_ok()
}

/// Checks passwords beside the requests, a few at a time.
pub(crate) struct Hashing {
    running: Arc<Semaphore>,
    pub(crate) waiting: Arc<Semaphore>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { running: Arc::new(Semaphore::new(RUNNING)), waiting: Arc::new(Semaphore::new(RUNNING + WAITING)) }
    }
}

impl Hashing {
    /// Whether `password` fits `hash`. `None` does the same work and fits nothing.
    ///
    /// # Errors
    /// [`ErrorCode::Busy`] where too many wait already; [`Error::Unavailable`] where the program is ending.
    pub(crate) async fn check(&self, password: &str, hash: Option<&str>) -> Result<bool, Error> {
        let hash = hash.filter(|_| password.chars().count() <= LONGEST).unwrap_or(NOBODY).to_owned();
        let password = SecretString::from(password.to_owned());
        self.beside(move || fits(password.expose_secret(), &hash)).await
    }

    /// `password` as a PHC string.
    ///
    /// # Errors
    /// As [`Hashing::check`].
    pub(crate) async fn hash(&self, password: &str, rng: Arc<dyn Rng>) -> Result<String, Error> {
        let password = SecretString::from(password.to_owned());
        self.beside(move || hash(password.expose_secret(), rng.as_ref())).await
    }

    /// Does `work` when its turn has come.
    async fn beside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let place = Arc::clone(&self.waiting).try_acquire_owned().map_err(|_| ErrorCode::Busy)?;
        let turn = Arc::clone(&self.running).acquire_owned().await.map_err(StorageError::new)?;
        let kept = move || {
            // Kept to the end of the work, also when the request that asked has gone away.
            let _kept = (place, turn);
            work()
        };
        Ok(tokio::task::spawn_blocking(kept).await.map_err(StorageError::new)?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hashing, LONGEST, MEMORY_KIB, NOBODY, RUNNING, WAITING, hash};
    use argon2::password_hash::phc::PasswordHash;
    use bank::{Error, Rng};
    use model::ErrorCode;

    struct Salt;

    impl Rng for Salt {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn a_hash_says_with_what_it_was_made() {
        let phc = hash("maya-likes-green-tea", &Salt);
        assert!(phc.starts_with(&format!("$argon2id$v=19$m={MEMORY_KIB},t=1,p=1$")), "{phc}");
    }

    #[test]
    fn nobody_costs_what_anybody_costs() {
        let (nobody, somebody) = (PasswordHash::new(NOBODY).unwrap(), hash("maya-likes-green-tea", &Salt));
        let somebody = PasswordHash::new(&somebody).unwrap();
        assert_eq!(nobody.params, somebody.params);
        assert_eq!((nobody.algorithm, nobody.version), (somebody.algorithm, somebody.version));
        assert_eq!(nobody.hash.unwrap().len(), somebody.hash.unwrap().len());
        assert_eq!(nobody.salt.unwrap().len(), somebody.salt.unwrap().len());
    }

    #[tokio::test]
    async fn the_right_password_fits_and_no_other() {
        let phc = hash("maya-likes-green-tea", &Salt);
        let hashing = Hashing::default();
        assert!(hashing.check("maya-likes-green-tea", Some(&phc)).await.unwrap());
        assert!(!hashing.check("maya-likes-green-teb", Some(&phc)).await.unwrap());
        assert!(!hashing.check("", Some(&phc)).await.unwrap());
        assert!(!hashing.check("maya-likes-green-tea", None).await.unwrap());
        assert!(!hashing.check("maya-likes-green-tea", Some("not a hash")).await.unwrap());
    }

    #[tokio::test]
    async fn what_is_too_long_to_be_a_password_is_wrong() {
        let long = "x".repeat(LONGEST + 1);
        let phc = hash(&long, &Salt);
        assert!(!Hashing::default().check(&long, Some(&phc)).await.unwrap());
    }

    #[tokio::test]
    async fn a_flood_is_told_to_come_back() {
        let hashing = Hashing::default();
        let held = hashing.waiting.try_acquire_many(u32::try_from(RUNNING + WAITING).unwrap()).unwrap();
        let refused = hashing.check("maya-likes-green-tea", None).await;
        assert!(matches!(refused, Err(Error::Refused(ErrorCode::Busy))));
        drop(held);
        assert!(!hashing.check("maya-likes-green-tea", None).await.unwrap());
    }
}
