//! The safety of a person's account: what happened to it, who is told, and stopping everything at once.

mod factors;
mod freeze;
mod hold;
mod trusted;

use model::{CustomerId, Language, Timestamp, forms::ApproveForm};
use serde::{Deserialize, Serialize};

pub use factors::changed;
pub use freeze::{THAW_WAIT_S, ask_to_thaw, freeze, is_frozen_by_bank, keep_frozen, thawing};
pub(crate) use freeze::{call_off_what_waits, tell_of_freeze, tell_trusted};
pub use hold::held_until;
pub use trusted::{TrustedContact, set_trusted, trusted, unset_trusted};

use crate::{
    Bank, Error, StorageError, notices,
    step_up::{self, Purpose, Shown},
};

model::coded! {
    /// Something that concerns the safety of an account.
    SecurityEvent {
        /// Somebody signed in with the password and a code.
        SignInCode = "sign-in-code",
        /// Somebody signed in with a passkey.
        SignInPasskey = "sign-in-passkey",
        /// The same, in a browser that was not seen before.
        NewDevice = "new-device",
        /// Somebody signed in with the password and a recovery code.
        SignInRecoveryCode = "sign-in-recovery-code",
        /// The password was changed.
        PasswordChanged = "password-changed",
        /// Another authenticator app shows the codes.
        AppChanged = "app-changed",
        /// New recovery codes were made.
        CodesMade = "codes-made",
        /// A passkey was added.
        PasskeyAdded = "passkey-added",
        /// A passkey was taken away.
        PasskeyRemoved = "passkey-removed",
        /// Everything was frozen.
        Frozen = "frozen",
        /// Everything was frozen by somebody of the bank.
        FrozenByBank = "frozen-by-bank",
        /// The end of the freeze was asked for.
        ThawAsked = "thaw-asked",
        /// Its end was called off.
        ThawCancelled = "thaw-cancelled",
        /// A limit was lowered.
        LimitLowered = "limit-lowered",
        /// A higher limit was asked for.
        LimitRaiseAsked = "limit-raise-asked",
        /// It was called off.
        LimitRaiseCancelled = "limit-raise-cancelled",
        /// A card was locked.
        CardLocked = "card-locked",
        /// A card pays again.
        CardUnlocked = "card-unlocked",
        /// A limit of a card was lowered, or it pays in fewer countries.
        CardLowered = "card-lowered",
        /// A higher limit of a card or more countries were asked for.
        CardRaiseAsked = "card-raise-asked",
        /// That was called off.
        CardRaiseCancelled = "card-raise-cancelled",
        /// A card is to pay again for what it was blocked for.
        CardUnblockAsked = "card-unblock-asked",
        /// A card was lost or stolen.
        CardLost = "card-lost",
        /// Another card is on its way.
        CardOrdered = "card-ordered",
        /// A card has arrived, and pays.
        CardArrived = "card-arrived",
        /// The PIN of a card was shown.
        CardPinShown = "card-pin-shown",
        /// A payment was planned.
        ScheduleMade = "schedule-made",
        /// How much is paid again and again was changed.
        ScheduleAmount = "schedule-amount",
        /// A planned payment could not be made yet.
        ScheduleWaits = "schedule-waits",
        /// A planned payment was passed over.
        ScheduleMissed = "schedule-missed",
        /// A payment waits.
        PaymentWaits = "payment-waits",
        /// A payment that waited was called off by the bank.
        PaymentNotMade = "payment-not-made",
        /// A payment to another bank was not taken there, or sent back: the money is back.
        PaymentCameBack = "payment-came-back",
        /// Payments to somebody new wait as long as their payer wants.
        OwnWaitSet = "own-wait-set",
        /// A shorter wait was asked for.
        OwnWaitShortened = "own-wait-shortened",
        /// The bank has answered what somebody had written, or has closed it.
        TicketNews = "ticket-news",
        /// A trusted contact was named.
        TrustedSet = "trusted-set",
        /// Nobody is the trusted contact any more.
        TrustedUnset = "trusted-unset",
        /// Somebody was invited to look at accounts.
        MandateInvited = "mandate-invited",
        /// They have accepted, and may look.
        MandateBegan = "mandate-began",
        /// They may not look, or not any more.
        MandateEnded = "mandate-ended",
        /// To the one who was invited.
        MandateOffered = "mandate-offered",
        /// To the one who was: it is over.
        MandateNoMore = "mandate-no-more",
        /// Two of the bank have agreed that somebody may act for them by power of attorney.
        PowerAgreed = "power-agreed",
        /// They have accepted, and act.
        PowerBegan = "power-began",
        /// They do not act, or not any more.
        PowerEnded = "power-ended",
        /// To the attorney: they can accept soon.
        PowerOffered = "power-offered",
        /// To the attorney: it is over.
        PowerNoMore = "power-no-more",
        /// To whom they trust: somebody is to act for them.
        TrustedPower = "trusted-power",
        /// Somebody was invited to act for the business.
        DelegateInvited = "delegate-invited",
        /// They have accepted, and may act.
        DelegateBegan = "delegate-began",
        /// They may not act, or not any more.
        DelegateEnded = "delegate-ended",
        /// To the one who was invited.
        DelegateOffered = "delegate-offered",
        /// To the one who was: it is over.
        DelegateNoMore = "delegate-no-more",
        /// More payments of the business take two people, or as many as before.
        TwoPeopleSet = "two-people-set",
        /// It was asked that fewer do.
        TwoPeopleLooser = "two-people-looser",
        /// A payment that they have made waits for another person.
        SecondWaits = "second-waits",
        /// A payment of somebody else waits for them.
        SecondAsked = "second-asked",
        /// A payment that they have made was approved.
        SecondApproved = "second-approved",
        /// It was refused.
        SecondRefused = "second-refused",
        /// Nobody has approved it in time.
        SecondLapsed = "second-lapsed",
        /// They are found by their number or their address by who wants to pay them.
        AliasGiven = "alias-given",
        /// They are not found by it any more.
        AliasTaken = "alias-taken",
        /// A way back in was asked for.
        RecoveryStarted = "recovery-started",
        /// It was stopped.
        RecoveryCancelled = "recovery-cancelled",
        /// Somebody has found back in.
        RecoveryFinished = "recovery-finished",
        /// To the one who was named.
        TrustedYou = "trusted-you",
        /// To the one who was: it is over.
        TrustedNoMore = "trusted-no-more",
        /// To the trusted contact: everything was frozen.
        TrustedFrozen = "trusted-frozen",
        /// To the trusted contact: the end of that was asked for.
        TrustedThaw = "trusted-thaw",
        /// To the trusted contact: a payment waits.
        TrustedWaits = "trusted-waits",
        /// To the trusted contact: a way back in was asked for.
        TrustedRecovery = "trusted-recovery",
    }

    /// How somebody is told.
    Channel {
        /// On a page of their own, that they see when they are signed in.
        Inbox = "inbox",
        /// By mail.
        Email = "email",
        /// By short message.
        Sms = "sms",
    }
}

/// Where a request comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser, as it calls itself.
    pub agent: String,
    /// The network address.
    pub address: String,
}

/// An event as its person is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub event: SecurityEvent,
    /// From where.
    pub device: Device,
    /// When.
    pub at: Timestamp,
}

/// What the words of a notice need to know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The name of whom or what it is about.
    pub name: String,
    /// When something ends or begins.
    pub when: Option<Timestamp>,
    /// Where one goes on, with a secret in it that only whoever is told may know.
    pub link: String,
}

/// A mail or a short message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// About whose account.
    pub customer: CustomerId,
    /// How.
    pub channel: Channel,
    /// To whom.
    pub address: String,
    /// About what.
    pub event: SecurityEvent,
    /// What its words need to know.
    pub facts: Facts,
    /// When.
    pub at: Timestamp,
    /// Not before.
    pub due_at: Timestamp,
}

/// A notice as it was sent, with what says in which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The notice.
    pub notice: Notice,
    /// The name of the customer.
    pub name: String,
    /// Their language.
    pub language: Language,
}

/// Where a customer is told things; either may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Their mail address.
    pub email: String,
    /// The number of their telephone.
    pub phone: String,
}

/// What is approved before a way in changes: that it changes. What it changes to is typed afterwards, and soon.
#[must_use]
pub fn changing(purpose: Purpose) -> Shown {
    Shown::of(purpose)
}

/// Whether `owner` approves of a change.
///
/// # Errors
/// [`Error::Form`], [`model::ErrorCode::StepUpExpired`], [`model::ErrorCode::Frozen`], [`Error::Unavailable`].
pub async fn may_change(bank: &Bank, owner: CustomerId, purpose: Purpose, form: &ApproveForm) -> Result<(), Error> {
    Ok(step_up::approve(bank, owner, &changing(purpose), form).await?)
}

/// How many events the page shows.
const SHOWN: u32 = 20;

/// What happened to the account of `owner`, the latest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn happened(bank: &Bank, owner: CustomerId) -> Result<Vec<Happened>, Error> {
    Ok(bank.security.events(owner, SHOWN).await?)
}

/// Notes that `owner` has signed in, and tells them where it was from a browser that was not seen before. The very first
/// browser is no news.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn signed_in(bank: &Bank, owner: CustomerId, way: SecurityEvent, device: &Device) -> Result<(), Error> {
    let known = bank.security.browsers(owner).await?;
    note(bank, owner, way, device).await?;
    if !known.is_empty() && !known.contains(&device.agent) {
        tell(bank, owner, SecurityEvent::NewDevice, &Facts::default()).await?;
    }
    Ok(())
}

/// Notes an event and tells the person by every channel they have.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn happens(
    bank: &Bank,
    owner: CustomerId,
    event: SecurityEvent,
    device: &Device,
    facts: &Facts,
) -> Result<(), Error> {
    note(bank, owner, event, device).await?;
    Ok(tell(bank, owner, event, facts).await?)
}

async fn note(bank: &Bank, owner: CustomerId, event: SecurityEvent, device: &Device) -> Result<(), StorageError> {
    bank.security.note(owner, &Happened { event, device: device.clone(), at: bank.clock.now() }).await
}

/// Tells the person on their own page, and by the ways they have chosen of those they have.
pub(crate) async fn tell(
    bank: &Bank,
    owner: CustomerId,
    event: SecurityEvent,
    facts: &Facts,
) -> Result<(), StorageError> {
    let (contact, choices) = (bank.security.contact(owner).await?, bank.notices.choices(owner).await?);
    let notices = notices::of(&bank.calendar, contact, choices, (owner, event, facts), bank.clock.now());
    bank.security.send(&notices).await
}

/// Sends somebody word by one way, at once.
async fn send(
    bank: &Bank,
    customer: CustomerId,
    (channel, address): (Channel, String),
    event: SecurityEvent,
    facts: &Facts,
) -> Result<(), StorageError> {
    let at = bank.clock.now();
    let notice = Notice { customer, channel, address, event, facts: facts.clone(), at, due_at: at };
    bank.security.send(&[notice]).await
}
