//! The way back in, as far as it is about proving who asks: what `bank::recovery` begins and ends.
//!
//! Beginning never says whether anything fitted, nor whether the name is anybody's: whatever was typed the answer is the
//! same and takes the same time, and every try counts, the right one as well. What fitted shows in the mail of whoever it
//! is about.

use std::{sync::Arc, time::Duration};

use bank::{
    Bank, Error,
    audit::Deed,
    policy::PASSWORD_FAILURES,
    ports::{KnownCredentials, Verdict},
    recovery::{self, Beginning, Hash, Lost, Recovery},
    security::Device,
};
use model::{
    CustomerId, ErrorCode, Problems, RecoveryId,
    forms::{Anew, AnyCode, Given},
};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::time::{Instant, sleep_until};

use crate::{
    Auth,
    attempts::Try,
    factors::{self, Strength},
    totp,
};

/// How long the secret of a link is, in letters: 32 of 32 make 160 bits.
const LINK_LETTERS: usize = 32;

/// No answer to somebody who begins comes sooner, nor between two multiples of this: long enough for all that a right
/// proof sets in motion, so that on a busy day too an answer tells little more than how busy it is.
const ANSWERED_AFTER: Duration = Duration::from_secs(1);

/// What is kept of the secret of a link. It has 160 bits of chance, so that no slow hash is needed.
#[must_use]
pub fn link_hash(secret: &str) -> Hash {
    Sha256::new().chain_update("link").chain_update(secret).finalize().into()
}

fn handed_hash(customer: CustomerId, code: &str) -> Hash {
    let hash = Sha256::new().chain_update("handed").chain_update(customer.value().to_be_bytes());
    hash.chain_update(factors::plain(code)).finalize().into()
}

/// Begins a way back in for whoever has `username` (lower case) and brings a code: the password was lost.
///
/// # Errors
/// [`ErrorCode::SignInLocked`] after too many tries in a row, also for a name nobody has; [`Error::Unavailable`].
pub async fn without_password(
    auth: &Auth,
    bank: &Bank,
    username: &str,
    code: AnyCode,
    device: &Device,
) -> Result<(), Error> {
    begin(auth, bank, username, Lost::Password, Given::Code(code), device).await
}

/// Begins a way back in for whoever has `username` (lower case) and brings the password: the app was lost.
///
/// # Errors
/// As [`without_password`]; [`ErrorCode::Busy`] where too many prove themselves at once.
pub async fn without_app(
    auth: &Auth,
    bank: &Bank,
    username: &str,
    password: String,
    device: &Device,
) -> Result<(), Error> {
    begin(auth, bank, username, Lost::App, Given::Password(password), device).await
}

async fn begin(
    auth: &Auth,
    bank: &Bank,
    username: &str,
    lost: Lost,
    given: Given,
    device: &Device,
) -> Result<(), Error> {
    let asked_at = Instant::now();
    let begun = try_to_begin(auth, bank, username, lost, given, device).await;
    let whole = asked_at.elapsed().as_secs() / ANSWERED_AFTER.as_secs() + 1;
    sleep_until(asked_at + Duration::from_secs(whole)).await;
    begun
}

async fn try_to_begin(
    auth: &Auth,
    bank: &Bank,
    username: &str,
    lost: Lost,
    given: Given,
    device: &Device,
) -> Result<(), Error> {
    let key = auth.counter.beginning(username).await?;
    // It stays counted where it was right: otherwise what is left of the tries would tell.
    let attempt = auth.counter.begin(&key, auth.clock.now()).await?.ok_or(ErrorCode::SignInLocked)?;
    let known = auth.credentials.by_username(username).await?;
    let good = auth.fits(known.as_ref(), None, &given, Proof::Begins).await?;
    match known {
        Some(known) if good => {
            let new = beginning(auth, bank, lost, None);
            recovery::start(bank, known.customer, &new, device).await.map(drop)
        }
        Some(known) => auth.failed(known.customer, attempt).await,
        None => Ok(()),
    }
}

/// Begins a way back in for `customer`, who has lost everything, on behalf of `staff`, who has made sure who it is.
/// Gives the code to hand over to them: with the link that they are sent it leads back in, after the same day as
/// everybody's. What the customer is sent, `staff` does not see, so that staff can begin and never end.
///
/// # Errors
/// [`ErrorCode::Frozen`] where they have frozen everything, or are suspended; [`Error::Unavailable`].
pub async fn start_by_staff(
    auth: &Auth,
    bank: &Bank,
    customer: CustomerId,
    staff: i64,
    device: &Device,
) -> Result<String, Error> {
    let code = factors::new_code(bank.rng.as_ref());
    let new = beginning(auth, bank, Lost::Both, Some((handed_hash(customer, &code), staff)));
    if recovery::start(bank, customer, &new, device).await? { Ok(code) } else { Err(ErrorCode::Frozen.into()) }
}

/// What begins, with a new link; `handed` is the code that is handed over, hashed, and who does.
fn beginning(auth: &Auth, bank: &Bank, lost: Lost, handed: Option<(Hash, i64)>) -> Beginning {
    let secret = factors::letters(bank.rng.as_ref(), LINK_LETTERS);
    Beginning {
        lost,
        link: format!("{}/recover/{secret}", auth.origin),
        link_hash: link_hash(&secret),
        handed: handed.map(|(hash, _)| hash),
        staff: handed.map(|(_, staff)| staff),
    }
}

/// What a proof is brought for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// A way back in begins. A code on paper can be used again: it is used up when something new takes the place of what
    /// was lost. A password that was guessed at too often is none any more.
    Begins,
    /// It goes on a day later, for whoever has the link. A code on paper is used up, and a password is good however often
    /// others have guessed at it since: guessing must not shut anybody out of their way back.
    GoesOn,
}

impl Auth {
    /// Whether what was `given` fits what is `known` of somebody, with the same work where nobody is. A code of the app is
    /// used up by asking.
    async fn fits(
        &self,
        known: Option<&KnownCredentials>,
        handed: Option<Hash>,
        given: &Given,
        proof: Proof,
    ) -> Result<bool, Error> {
        if let Given::Password(password) = given {
            let hash = known.map(|known| known.password_hash.as_str());
            let right = self.hashing.check(password, hash).await?;
            let worn = |known: &KnownCredentials| proof == Proof::Begins && known.failures >= PASSWORD_FAILURES;
            return Ok(right && known.is_some_and(|known| !worn(known)));
        }
        let Some(known) = known else { return Ok(false) };
        Ok(match given {
            Given::Password(_) => false,
            Given::Code(AnyCode::App(code)) => {
                self.use_code(known.customer, &known.totp_secret, code).await? == Verdict::Good
            }
            Given::Code(AnyCode::Paper(code)) if proof == Proof::GoesOn => {
                self.use_recovery_code(known.customer, code).await?
            }
            Given::Code(AnyCode::Paper(code)) => self.has_recovery_code(known.customer, code).await?,
            Given::Handed(code) => {
                let hash = handed_hash(known.customer, code);
                handed.is_some_and(|handed| bool::from(handed.ct_eq(&hash)))
            }
        })
    }

    /// Notes that a proof of `customer` did not fit.
    pub(crate) async fn failed(&self, customer: CustomerId, attempt: Try) -> Result<(), Error> {
        self.credentials.count_failure(customer).await?;
        let deed = if attempt.last { Deed::SignInLocked } else { Deed::SignInFailed };
        Ok(self.note(None, deed, customer.value()).await?)
    }

    /// Whether what was `given` is the proof with which `open` began, brought again now that its day is over.
    ///
    /// # Errors
    /// [`Error::Form`] where it does not fit, never saying how; [`ErrorCode::SignInLocked`] after too many tries in a
    /// row; [`ErrorCode::Busy`]; [`Error::Unavailable`].
    pub async fn prove_again(&self, open: &Recovery, given: &Given) -> Result<(), Error> {
        let known = self.credentials.by_customer(open.customer).await?.ok_or(ErrorCode::RecoveryOver)?;
        let key = self.counter.recovery(open.id).await?;
        let attempt = self.counter.begin(&key, self.clock.now()).await?.ok_or(ErrorCode::SignInLocked)?;
        if self.fits(Some(&known), open.handed, given, Proof::GoesOn).await? {
            return Ok(self.counter.forget(&key).await?);
        }
        self.failed(open.customer, attempt).await?;
        let field = if open.lost == Lost::App { "password" } else { "code" };
        Err(Problems::one(field, ErrorCode::RecoveryRefused).into())
    }
}

/// What takes the place of what was lost, and how that is looked at.
pub struct New<'a> {
    /// What was typed.
    pub anew: Anew,
    /// The secret of the new app, where the old one was lost.
    pub secret: &'a [u8],
    /// The words by which the customer is known.
    pub about: &'a [&'a str],
}

/// Puts what is `new` into the place of what was lost. Everything is looked at before the way back in is taken as used,
/// so that a mistake costs nothing. Gives recovery codes, where the app is new: those before are good no more.
///
/// # Errors
/// [`Error::Form`] where something is wrong with what is new; [`ErrorCode::RecoveryOver`]; [`ErrorCode::Busy`];
/// [`Error::Unavailable`].
pub async fn finish(
    auth: &Auth,
    bank: &Bank,
    (customer, id): (CustomerId, RecoveryId),
    new: New<'_>,
    device: &Device,
) -> Result<Vec<String>, Error> {
    recovery::open(bank, customer, id).await?;
    let New { anew, secret, about } = new;
    let mut problems = Problems::none();
    let hash = match &anew.password {
        Some(password) if auth.strength(customer, password, about).await? < Strength::Strong => {
            problems.add("password", ErrorCode::PasswordGuessable);
            None
        }
        Some(password) => Some(auth.hashing.hash(password, Arc::clone(&bank.rng)).await?),
        None => None,
    };
    let step = anew
        .code
        .as_deref()
        .map(|code| totp::matching_step(secret, code, auth.clock.now()).ok_or(ErrorCode::CodeRefused));
    let step = step.and_then(|step| problems.keep("code", step));
    if !problems.is_empty() {
        return Err(problems.into());
    }
    recovery::finish(bank, customer, id).await?;
    if let Some(hash) = hash {
        auth.credentials.set_password(customer, &hash).await?;
        auth.note(Some(customer), Deed::PasswordChanged, customer.value()).await?;
    }
    let mut codes = Vec::new();
    if let Some(step) = step {
        auth.credentials.set_totp(customer, secret, step).await?;
        auth.note(Some(customer), Deed::AppChanged, customer.value()).await?;
        codes = auth.new_recovery_codes(customer, bank.rng.as_ref()).await?;
    }
    recovery::finished(bank, customer, device).await?;
    Ok(codes)
}

#[cfg(test)]
mod tests {
    use model::CustomerId;

    use super::{handed_hash, link_hash};

    #[test]
    fn a_link_is_known_as_it_is_and_a_code_as_it_is_read_from_paper() {
        assert_ne!(link_hash("0abc"), link_hash("0ABC"));
        let (ann, bo) = (CustomerId::new(1), CustomerId::new(2));
        assert_eq!(handed_hash(ann, "0123-4567-89AB-CDEF"), handed_hash(ann, "O123 4567 89ab cdef"));
        assert_ne!(handed_hash(ann, "0123-4567-89ab-cdef"), handed_hash(bo, "0123-4567-89ab-cdef"));
    }
}
