//! Step-up: a person approves exactly what they are shown, and nothing else (PSD2 RTS article 5, dynamic linking).
//!
//! Whatever needs more than being signed in puts what it shows into [`Shown`], asks with [`ask`], and hands the answer
//! to [`approve`] together with what it would do *now*. The question is kept as a digest over what was shown, over its
//! own id and over a nonce: where anything has changed in between, the digests differ and the answer is good for
//! nothing. A question is answered once, within two minutes, with at most five tries.

use model::{
    ChallengeId, CustomerId, ErrorCode, Money, Problems,
    forms::{Approval, ApproveForm, Form},
};
use sha2::{Digest, Sha256};

use crate::{
    Bank, Error, StorageError,
    ports::{Answering, Challenge, Proof, Verdict},
};

model::coded! {
    /// What a person is asked to approve.
    Purpose {
        /// A payment: how much, to whom, from where.
        Payment = "payment",
        /// One more passkey.
        AddPasskey = "add-passkey",
        /// A passkey less: which.
        RemovePasskey = "remove-passkey",
        /// Another password.
        ChangePassword = "change-password",
        /// Another authenticator app.
        ChangeApp = "change-app",
        /// New recovery codes.
        NewCodes = "new-codes",
        /// A higher limit: of which account, which one, from how much to how much.
        RaiseLimit = "raise-limit",
        /// That somebody else may look: who, at which accounts, until when.
        Mandate = "mandate",
        /// That somebody may act for a business: who, for which account, what they may do.
        Delegate = "delegate",
        /// That fewer payments of a business take two people: of which account, from how much on.
        TwoPeople = "two-people",
        /// A payment that somebody else has made: everything that is shown of it.
        Second = "second",
        /// Another amount for what is planned: which, from how much to how much.
        PlanAmount = "plan-amount",
        /// The end of a freeze.
        Thaw = "thaw",
        /// That a card pays again: which.
        UnlockCard = "unlock-card",
        /// That a card has arrived: which.
        ActivateCard = "activate-card",
        /// The PIN of a card: of which.
        CardPin = "card-pin",
    }
}

/// How long a nonce is, in bytes.
const NONCE_BYTES: usize = 16;

/// Everything that is shown when something is to be approved, in the order in which it is shown.
#[derive(Clone)]
pub struct Shown {
    purpose: Purpose,
    hash: Sha256,
}

impl Shown {
    /// What is shown for this purpose: nothing yet.
    #[must_use]
    pub fn of(purpose: Purpose) -> Self {
        Self { purpose, hash: Sha256::new() }.text(purpose.code())
    }

    /// And a number: an id, an account number.
    #[must_use]
    pub fn number(mut self, number: i64) -> Self {
        self.hash.update(b"n");
        self.hash.update(number.to_be_bytes());
        self
    }

    /// And a text: a name, a reference. Its length goes first, so that no two texts can be read as two others.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.hash.update(b"t");
        self.hash.update((text.len() as u64).to_be_bytes());
        self.hash.update(text);
        self
    }

    /// And an amount in its currency.
    #[must_use]
    pub fn money(self, amount: Money) -> Self {
        self.number(amount.minor).text(amount.currency.code())
    }

    /// What it is for.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// SHA-256 over what is shown.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        self.hash.clone().finalize().into()
    }

    /// The same, bound to one question.
    fn bound(&self, challenge: ChallengeId, nonce: &str) -> [u8; 32] {
        self.clone().number(challenge.value()).text(nonce).digest()
    }
}

/// Why an answer approves nothing.
#[derive(Debug)]
pub enum Declined {
    /// The question has lapsed, takes no more answers, was never asked, or was about something else.
    Expired,
    /// The question was answered, or the code used, by an earlier press.
    Second,
    /// The code, or what a passkey has signed, is none of theirs.
    Wrong(ErrorCode),
    /// The code was theirs, and somebody has used it.
    Used,
    /// There were too many wrong answers: nothing is looked at for a while.
    Locked,
    /// Everything of theirs is frozen: nothing is approved but the end of that.
    Frozen,
    /// What was typed cannot be an answer.
    Form(Problems),
    /// Nobody knows: the database did not answer.
    Unavailable(Error),
}

impl From<StorageError> for Declined {
    fn from(error: StorageError) -> Self {
        Self::Unavailable(error.into())
    }
}

impl From<Declined> for Error {
    /// As whoever asked for something other than a payment is told.
    fn from(declined: Declined) -> Self {
        match declined {
            Declined::Expired | Declined::Second => ErrorCode::StepUpExpired.into(),
            Declined::Wrong(code) => Problems::one("code", code).into(),
            Declined::Used => Problems::one("code", ErrorCode::CodeRefused).into(),
            Declined::Locked => Problems::one("code", ErrorCode::StepUpLocked).into(),
            Declined::Frozen => ErrorCode::Frozen.into(),
            Declined::Form(problems) => problems.into(),
            Declined::Unavailable(error) => error,
        }
    }
}

/// Asks `owner` to approve exactly what is `shown`: the answer is good for nothing else, and not for long.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn ask(bank: &Bank, owner: CustomerId, shown: &Shown) -> Result<Challenge, Error> {
    let (id, nonce) = (ChallengeId::new(bank.ids.next()), nonce(bank));
    let challenge = Challenge {
        id,
        customer: owner,
        purpose: shown.purpose(),
        digest: shown.bound(id, &nonce),
        nonce,
        ceremony: bank.approver.ceremony(owner).await?,
        expires_at: bank.clock.now().plus_seconds(bank.policy.approval_s),
        attempts_left: bank.policy.approval_attempts,
    };
    bank.step_ups.ask(&challenge).await?;
    Ok(challenge)
}

/// The same question again, where `named` is one to `owner` that is still open and about exactly what is `shown`;
/// otherwise a new one. After a slip of the finger it is the same, so that guesses are counted.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn ask_again(bank: &Bank, owner: CustomerId, shown: &Shown, named: &str) -> Result<Challenge, Error> {
    if let Ok(id) = named.parse::<ChallengeId>()
        && let Some(open) = bank.step_ups.open(owner, id, bank.clock.now()).await?
        && open.digest == shown.bound(open.id, &open.nonce)
    {
        return Ok(open);
    }
    ask(bank, owner, shown).await
}

/// Whether `owner` approves what is `shown`, now that it is about to be done. Question and code are used up by it.
///
/// # Errors
/// [`Declined`].
pub async fn approve(bank: &Bank, owner: CustomerId, shown: &Shown, form: &ApproveForm) -> Result<(), Declined> {
    let approval = form.check(&()).map_err(Declined::Form)?;
    let customer = bank.customers.customer(owner).await?;
    if shown.purpose() != Purpose::Thaw && customer.is_none_or(|known| known.is_frozen(bank.clock.now())) {
        return Err(Declined::Frozen);
    }
    let challenge = asked(bank, owner, shown, &form.challenge).await?;
    let (proof, wrong) = match (&approval, &challenge.ceremony) {
        (Approval::Code(code), _) => (Proof::Code(code), ErrorCode::CodeRefused),
        (Approval::Passkey(answer), Some(asked)) => (Proof::Passkey(asked, answer), ErrorCode::PasskeyRefused),
        (Approval::Passkey(_), None) => return Err(Declined::Wrong(ErrorCode::PasskeyRefused)),
    };
    match bank.approver.judge(owner, proof).await.map_err(Declined::Unavailable)? {
        Verdict::Good => {}
        Verdict::Used => return Err(Declined::Used),
        Verdict::Wrong => return Err(Declined::Wrong(wrong)),
        Verdict::Locked => return Err(Declined::Locked),
    }
    let answered = bank.step_ups.answer(owner, challenge.id, bank.clock.now()).await?;
    if answered { Ok(()) } else { Err(Declined::Second) }
}

/// The open question that a form names, if it is about exactly what is `shown`; one answer is counted off it.
async fn asked(bank: &Bank, owner: CustomerId, shown: &Shown, named: &str) -> Result<Challenge, Declined> {
    let id: ChallengeId = named.parse().map_err(|_| Declined::Expired)?;
    match bank.step_ups.take_attempt(owner, id, bank.clock.now()).await? {
        Answering::Open(asked) if asked.digest == shown.bound(asked.id, &asked.nonce) => Ok(asked),
        Answering::Open(_) | Answering::Over => Err(Declined::Expired),
        Answering::Answered => Err(Declined::Second),
    }
}

/// Letters and digits that nobody can guess.
fn nonce(bank: &Bank) -> String {
    let mut bytes = [0; NONCE_BYTES];
    bank.rng.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use model::{ChallengeId, Currency, Money};

    use super::{Purpose, Shown};

    fn payment() -> Shown {
        Shown::of(Purpose::Payment)
    }

    #[test]
    fn whatever_is_shown_counts_and_so_do_its_order_and_its_borders() {
        let pounds = |minor| Money::new(minor, Currency::Gbp);
        let all = [
            payment(),
            payment().money(pounds(100)),
            payment().money(pounds(101)),
            payment().money(Money::new(100, Currency::Eur)),
            payment().text("ab").text("c"),
            payment().text("a").text("bc"),
            payment().text("c").text("ab"),
            payment().number(1).number(2),
            payment().number(2).number(1),
        ];
        for (at, one) in all.iter().enumerate() {
            assert_eq!(all.iter().filter(|other| other.digest() == one.digest()).count(), 1, "{at}");
        }
    }

    #[test]
    fn a_question_is_bound_to_itself_and_to_its_nonce() {
        let shown = payment().number(7);
        let bound = |id, nonce| shown.bound(ChallengeId::new(id), nonce);
        assert_eq!(bound(1, "a"), bound(1, "a"));
        assert_ne!(bound(1, "a"), bound(2, "a"));
        assert_ne!(bound(1, "a"), bound(1, "b"));
    }
}
