//! Changing what somebody signs in with beside passkeys: the password, the authenticator app, the recovery codes.
//!
//! Whoever calls has made sure who it is. Nothing here is told whose account it is but by id.

use bank::{Error, Rng, audit::Deed};
use model::{CustomerId, ErrorCode, Problems};
use sha2::{Digest, Sha256};
use zxcvbn::{Score, zxcvbn};

use crate::{Auth, totp};

/// How many recovery codes there are at a time.
pub const RECOVERY_CODES: usize = 10;
/// How long one is, in letters: 16 of 32 make 80 bits (NIST SP 800-63B-4 asks for 64 at least).
const RECOVERY_LETTERS: usize = 16;
/// Crockford's base 32: no i, l, o or u, which are taken for others on paper.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How long the secret of an authenticator app is, in bytes (RFC 4226 section 4: 160 bits).
const SECRET_BYTES: usize = 20;
/// How much of a password is weighed, in characters: what is longer is not weaker, and weighing it takes long.
const WEIGHED: usize = 64;

/// How hard a password is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Guessed at once: a common one, a name, a row of keys.
    Common,
    /// Guessed by a patient machine.
    Weak,
    /// Not guessed in a lifetime.
    Strong,
}

/// How hard `password` is to guess for somebody who knows `about` its owner. It is compared with lists of common
/// passwords, words and names, in themselves and put together (zxcvbn); the owner's own words and the bank's make it no
/// stronger.
#[must_use]
pub fn strength(password: &str, about: &[&str]) -> Strength {
    let known: Vec<&str> = about.iter().copied().chain(["banyan"]).collect();
    let start: String = without(password, &known).chars().take(WEIGHED).collect();
    match zxcvbn(&start, &known).score() {
        Score::Zero | Score::One => Strength::Common,
        Score::Two => Strength::Weak,
        _ => Strength::Strong,
    }
}

/// What is left of `password` once the words of `known` are taken out: zxcvbn counts each word of a row as a new guess,
/// also where all of them are known.
fn without(password: &str, known: &[&str]) -> String {
    let words = known.iter().flat_map(|text| text.split_whitespace()).map(str::to_lowercase);
    let words = words.filter(|word| word.chars().count() > 1);
    words.fold(password.to_lowercase(), |rest, word| rest.replace(&word, " ")).trim().to_owned()
}

/// A new secret for an authenticator app.
#[must_use]
pub fn new_secret(rng: &dyn Rng) -> Vec<u8> {
    let mut secret = vec![0; SECRET_BYTES];
    rng.fill(&mut secret);
    secret
}

/// What an authenticator app reads from a picture (the key URI format that apps share).
#[must_use]
pub fn key_uri(secret: &[u8], account: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let account: String = account.chars().filter(|c| plain(*c)).collect();
    format!("otpauth://totp/Banyan:{account}?secret={}&issuer=Banyan", totp::base32(secret))
}

/// A recovery code as it is compared: without spaces and hyphens, in lower case, with letters that look like digits
/// read as those.
pub(crate) fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    letters
        .map(|c| match c {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

/// What is kept of a recovery code. It has 80 bits of chance, so that no slow hash is needed.
fn kept(customer: CustomerId, code: &str) -> [u8; 32] {
    let hash = Sha256::new().chain_update(customer.value().to_be_bytes()).chain_update(plain(code));
    hash.finalize().into()
}

/// So many letters by chance: five bits each.
pub(crate) fn letters(rng: &dyn Rng, count: usize) -> String {
    let mut bytes = vec![0; count];
    rng.fill(&mut bytes);
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

/// A new code for paper, in groups of four.
pub(crate) fn new_code(rng: &dyn Rng) -> String {
    let letters: Vec<char> = letters(rng, RECOVERY_LETTERS).chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

impl Auth {
    /// How hard `password` is to guess as one of `customer`, who is known by the words in `about` and by their user
    /// name.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn strength(&self, customer: CustomerId, password: &str, about: &[&str]) -> Result<Strength, Error> {
        let known = self.credentials.by_customer(customer).await?;
        let about: Vec<&str> =
            about.iter().copied().chain(known.as_ref().map(|known| known.username.as_str())).collect();
        Ok(strength(password, &about))
    }

    /// Keeps a new password of `customer`, who is known by the words in `about`.
    ///
    /// # Errors
    /// [`Error::Form`] where it is too easy to guess; [`ErrorCode::Busy`]; [`Error::Unavailable`].
    pub async fn set_password(
        &self,
        customer: CustomerId,
        password: &str,
        about: &[&str],
        rng: std::sync::Arc<dyn Rng>,
    ) -> Result<(), Error> {
        if self.strength(customer, password, about).await? < Strength::Strong {
            return Err(Problems::one("password", ErrorCode::PasswordGuessable).into());
        }
        let hash = self.hashing.hash(password, rng).await?;
        self.credentials.set_password(customer, &hash).await?;
        Ok(self.note(Some(customer), Deed::PasswordChanged, customer.value()).await?)
    }

    /// Keeps the secret of a new authenticator app, which has shown that it has it.
    ///
    /// # Errors
    /// [`Error::Form`] where `code` is none of the new app's; [`Error::Unavailable`].
    pub async fn set_app(&self, customer: CustomerId, secret: &[u8], code: &str) -> Result<(), Error> {
        let step = totp::matching_step(secret, code, self.clock.now());
        let step = step.ok_or_else(|| Problems::one("code", ErrorCode::CodeRefused))?;
        // That code is used up by this.
        self.credentials.set_totp(customer, secret, step).await?;
        Ok(self.note(Some(customer), Deed::AppChanged, customer.value()).await?)
    }

    /// New recovery codes: those before are good no more.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn new_recovery_codes(&self, customer: CustomerId, rng: &dyn Rng) -> Result<Vec<String>, Error> {
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| new_code(rng)).collect();
        let hashes: Vec<[u8; 32]> = codes.iter().map(|code| kept(customer, code)).collect();
        self.credentials.set_recovery_codes(customer, &hashes).await?;
        self.note(Some(customer), Deed::CodesMade, customer.value()).await?;
        Ok(codes)
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn recovery_codes_left(&self, customer: CustomerId) -> Result<u32, Error> {
        Ok(self.credentials.recovery_codes(customer).await?)
    }

    /// Whether `code` is a recovery code of `customer`. It stays one.
    pub(crate) async fn has_recovery_code(&self, customer: CustomerId, code: &str) -> Result<bool, Error> {
        Ok(self.credentials.has_recovery_code(customer, &kept(customer, code)).await?)
    }

    /// Whether `code` is a recovery code of `customer`. It is used up by asking.
    pub(crate) async fn use_recovery_code(&self, customer: CustomerId, code: &str) -> Result<bool, Error> {
        Ok(self.credentials.use_recovery_code(customer, &kept(customer, code)).await?)
    }
}

#[cfg(test)]
mod tests {
    use bank::Rng;
    use model::CustomerId;

    use super::{Strength, kept, key_uri, new_code, strength};

    struct Counting;

    impl Rng for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.iter_mut().zip(0..).for_each(|(byte, value)| *byte = value);
        }
    }

    #[test]
    fn long_is_not_strong_where_it_is_a_pattern() {
        for easy in
            ["passwordpassword", "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaaaaaa", "123456789012345", "iloveyouiloveyou"]
        {
            assert!(strength(easy, &[]) < Strength::Strong, "{easy}");
        }
        for hard in ["maya-likes-green-tea", "correct horse battery staple", "床前明月光疑是地上霜举头望明月"]
        {
            assert_eq!(strength(hard, &[]), Strength::Strong, "{hard}");
        }
        assert!(strength("whitfieldwhitfield", &["Anna Whitfield", "whitfield"]) < Strength::Strong);
    }

    #[test]
    fn weighing_the_longest_takes_no_longer() {
        assert_eq!(strength(&"x9$Kq!".repeat(21), &[]), strength(&"x9$Kq!".repeat(12), &[]));
    }

    #[test]
    fn a_recovery_code_is_read_as_it_stands_on_paper() {
        let code = new_code(&Counting);
        assert_eq!(code, "0123-4567-89ab-cdef");
        let (ann, bo) = (CustomerId::new(1), CustomerId::new(2));
        for typed in ["0123-4567-89AB-CDEF", "o123 4567 89ab cdef", "Ol23456789abcdef"] {
            assert_eq!(kept(ann, typed), kept(ann, &code), "{typed}");
        }
        assert_ne!(kept(bo, &code), kept(ann, &code));
    }

    #[test]
    fn an_app_is_told_whose_secret_it_is() {
        let uri = key_uri(b"12345678901234567890", "ann&x");
        assert_eq!(uri, "otpauth://totp/Banyan:annx?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Banyan");
    }
}
