//! The audit chain: each row's hash covers the row before it, so that none can be changed or taken out unseen.
//!
//! It tells who did what to what and when, in ids: names, amounts and secrets are nowhere in it. Where somebody of the
//! bank has to say why, what they said is part of the row.

use model::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Bank, StorageError};

model::coded! {
    /// What was done, and with it what the subject of the row is.
    Deed {
        /// Money was moved: the transfer.
        Transfer = "transfer",
        /// Money was set aside: the hold.
        Hold = "hold",
        /// Money that was set aside was moved: the hold.
        Capture = "capture",
        /// Money that was set aside was freed: the hold.
        Release = "release",
        /// A transfer was put right: that transfer.
        Reverse = "reverse",
        /// Somebody signed in: the customer.
        SignIn = "sign-in",
        /// A sign-in under the name of a customer failed: the customer.
        SignInFailed = "sign-in-failed",
        /// One more failed, and signing in is closed for a while: the customer.
        SignInLocked = "sign-in-locked",
        /// Somebody signed out: the session.
        SignOut = "sign-out",
        /// A session was ended from another: the session.
        SessionEnded = "session-ended",
        /// A code did not approve a payment: the payment.
        ApprovalRefused = "approval-refused",
        /// One more did not, and approving is closed for a while: the customer.
        ApprovalLocked = "approval-locked",
        /// A payment was approved too late, or after it had changed: the payment.
        ApprovalExpired = "approval-expired",
        /// A passkey was added: the passkey.
        PasskeyAdded = "passkey-added",
        /// A passkey was taken away: the passkey.
        PasskeyRemoved = "passkey-removed",
        /// A password was changed: the customer.
        PasswordChanged = "password-changed",
        /// An authenticator app took the place of another: the customer.
        AppChanged = "app-changed",
        /// New recovery codes took the place of others: the customer.
        CodesMade = "codes-made",
        /// Everything of somebody was frozen: the customer.
        Frozen = "frozen",
        /// The end of a freeze was asked for: the customer.
        ThawAsked = "thaw-asked",
        /// It was called off: the customer.
        ThawCancelled = "thaw-cancelled",
        /// Somebody was named who is told when something unusual happens: the customer.
        TrustedSet = "trusted-set",
        /// Nobody is told any more: the customer.
        TrustedUnset = "trusted-unset",
        /// Somebody was invited to look at accounts: the mandate.
        MandateInvited = "mandate-invited",
        /// They have accepted: the mandate.
        MandateBegan = "mandate-began",
        /// They may not look any more: the mandate.
        MandateEnded = "mandate-ended",
        /// They looked at an account, for the first time on a day: the account.
        MandateLooked = "mandate-looked",
        /// An attorney has accepted: the power of attorney.
        PowerBegan = "power-began",
        /// Its donor or its attorney has ended it: the power of attorney.
        PowerEnded = "power-ended",
        /// Somebody was invited to act for a business: the leave.
        DelegateInvited = "delegate-invited",
        /// They have accepted: the leave.
        DelegateBegan = "delegate-began",
        /// They may not act any more: the leave.
        DelegateEnded = "delegate-ended",
        /// More payments of a business take two people, or as many as before: the account.
        TwoPeopleSet = "two-people-set",
        /// It was asked that fewer do: the account.
        TwoPeopleLooser = "two-people-looser",
        /// A payment was approved that somebody else has made: the payment.
        SecondApproved = "second-approved",
        /// It was refused: the payment.
        SecondRefused = "second-refused",
        /// Somebody is found by their number or their address, or is paid into another account by it: the account.
        AliasGiven = "alias-given",
        /// They are not found by it any more: the customer.
        AliasTaken = "alias-taken",
        /// A limit was lowered: the account.
        LimitLowered = "limit-lowered",
        /// A higher limit was asked for: the account.
        LimitRaiseAsked = "limit-raise-asked",
        /// It was called off: the account.
        LimitRaiseCancelled = "limit-raise-cancelled",
        /// A card was locked: the card.
        CardLocked = "card-locked",
        /// It was unlocked: the card.
        CardUnlocked = "card-unlocked",
        /// A limit of a card was lowered, or it pays in fewer countries: the card.
        CardLowered = "card-lowered",
        /// A higher limit or more countries were asked for: the card.
        CardRaiseAsked = "card-raise-asked",
        /// That was called off: the card.
        CardRaiseCancelled = "card-raise-cancelled",
        /// A card does not pay for something any more: the card.
        CardBlocked = "card-blocked",
        /// The end of that was asked for: the card.
        CardUnblockAsked = "card-unblock-asked",
        /// It was called off: the card.
        CardUnblockCancelled = "card-unblock-cancelled",
        /// It was said that a card is lost or stolen: the card.
        CardLost = "card-lost",
        /// Another card was ordered: the card in whose place it is.
        CardOrdered = "card-ordered",
        /// A card has arrived: that card.
        CardArrived = "card-arrived",
        /// The PIN of a card was shown: the card.
        CardPinShown = "card-pin-shown",
        /// Payments to somebody new wait as long as their payer wants: the customer.
        OwnWaitSet = "own-wait-set",
        /// A shorter wait was asked for: the customer.
        OwnWaitShortened = "own-wait-shortened",
        /// A payment was planned: the schedule.
        ScheduleMade = "schedule-made",
        /// Its amount was changed: the schedule.
        ScheduleAmount = "schedule-amount",
        /// Its next day was passed over: the schedule.
        ScheduleSkipped = "schedule-skipped",
        /// The day that was passed over is paid after all: the schedule.
        ScheduleTakenBack = "schedule-taken-back",
        /// It is not paid for a while: the schedule.
        SchedulePaused = "schedule-paused",
        /// It goes on: the schedule.
        ScheduleResumed = "schedule-resumed",
        /// It has been ended: the schedule.
        ScheduleStopped = "schedule-stopped",
        /// A way back in was asked for, by whoever proved to be half of the customer or by somebody of the bank: the
        /// customer.
        RecoveryStarted = "recovery-started",
        /// It was stopped: the customer.
        RecoveryCancelled = "recovery-cancelled",
        /// Somebody has found back: the customer.
        RecoveryFinished = "recovery-finished",
        /// Somebody of the bank was added: the member of staff.
        StaffAdded = "staff-added",
        /// Somebody of the bank was given a link to enrol by, and whatever they signed in with is gone: the member of
        /// staff.
        StaffLinked = "staff-linked",
        /// Somebody of the bank has made their passkey: the member of staff.
        StaffEnrolled = "staff-enrolled",
        /// Somebody of the bank may not work any more: the member of staff.
        StaffSuspended = "staff-suspended",
        /// Somebody of the bank may work again: the member of staff.
        StaffReinstated = "staff-reinstated",
        /// Somebody of the bank signed in: the member of staff.
        StaffSignIn = "staff-sign-in",
        /// A sign-in with a passkey of somebody of the bank failed: the member of staff.
        StaffSignInFailed = "staff-sign-in-failed",
        /// Somebody of the bank signed out: the session.
        StaffSignOut = "staff-sign-out",
        /// Somebody of the bank ended a session of theirs from another: the session.
        StaffSessionEnded = "staff-session-ended",
        /// Somebody of the bank looked a customer up, by a name or a number: the customer.
        StaffFound = "staff-found",
        /// The same, and there is none: the member of staff.
        StaffFoundNobody = "staff-found-nobody",
        /// Somebody of the bank opened the file of a customer, and said why: the customer.
        StaffLooked = "staff-looked",
        /// Somebody of the bank took a document in by which somebody is to act for a customer: the power of attorney.
        StaffPowerAsked = "staff-power-asked",
        /// Another of the bank has agreed to it: the power of attorney.
        StaffPowerAgreed = "staff-power-agreed",
        /// Somebody of the bank has ended it: the power of attorney.
        StaffPowerEnded = "staff-power-ended",
        /// Somebody of the bank froze everything of a customer, and said why: the customer.
        StaffFroze = "staff-froze",
        /// Somebody of the bank ended a session of a customer with that: the session.
        StaffEndedSession = "staff-ended-session",
        /// Somebody of the bank asked for the end of a freeze, and said why: the customer.
        StaffThawAsked = "staff-thaw-asked",
        /// Another of the bank has agreed to it: the customer.
        StaffThawAgreed = "staff-thaw-agreed",
        /// Somebody asked to be called: the call.
        CallBackAsked = "call-back-asked",
        /// They do not want to be called any more: the call.
        CallBackCancelled = "call-back-cancelled",
        /// They were called: the call.
        CallBackDone = "call-back-done",
        /// Somebody wrote to the bank: the ticket.
        TicketOpened = "ticket-opened",
        /// They wrote more about it: the ticket.
        TicketWritten = "ticket-written",
        /// They wrote, and it is open again: the ticket.
        TicketReopened = "ticket-reopened",
        /// It is settled, they say: the ticket.
        TicketSettled = "ticket-settled",
        /// They said how it went: the ticket.
        TicketRated = "ticket-rated",
        /// Somebody of the bank took a ticket: the ticket.
        StaffTicketTaken = "staff-ticket-taken",
        /// Somebody of the bank answered it: the ticket.
        StaffTicketAnswered = "staff-ticket-answered",
        /// Somebody of the bank noted something about it: the ticket.
        StaffTicketNoted = "staff-ticket-noted",
        /// Somebody of the bank handed it on: the ticket.
        StaffTicketHanded = "staff-ticket-handed",
        /// Somebody of the bank closed it: the ticket.
        StaffTicketClosed = "staff-ticket-closed",
        /// A conversation began: the conversation.
        ChatOpened = "chat-opened",
        /// A person was asked for in it: the conversation.
        ChatPersonAsked = "chat-person-asked",
        /// Whoever began it has ended it: the conversation.
        ChatClosed = "chat-closed",
        /// Who had begun it as a stranger has signed in, and it is theirs: the conversation.
        ChatTakenAlong = "chat-taken-along",
        /// Somebody of the bank took a conversation: the conversation.
        StaffChatTaken = "staff-chat-taken",
        /// Somebody of the bank answered in it: the conversation.
        StaffChatAnswered = "staff-chat-answered",
        /// Somebody of the bank noted something about it: the conversation.
        StaffChatNoted = "staff-chat-noted",
        /// Somebody of the bank handed it on: the conversation.
        StaffChatHanded = "staff-chat-handed",
        /// Somebody of the bank gave it back to the program: the conversation.
        StaffChatGivenBack = "staff-chat-given-back",
        /// Somebody of the bank ended it: the conversation.
        StaffChatClosed = "staff-chat-closed",
        /// Somebody of the bank keeps a new answer ready: the answer.
        StaffReplyWritten = "staff-reply-written",
        /// Somebody of the bank has written it anew: the answer.
        StaffReplyChanged = "staff-reply-changed",
        /// Somebody of the bank has taken it away: the answer.
        StaffReplyRemoved = "staff-reply-removed",
        /// Somebody of the bank has said what a message meant that the program did not understand: the message.
        StaffMissLabelled = "staff-miss-labelled",
        /// A message to learn from was read: the message.
        StaffMissRead = "staff-miss-read",
        /// Somebody of the bank has agreed to that: the message.
        StaffMissAgreed = "staff-miss-agreed",
        /// Somebody of the bank has not agreed to that: the message.
        StaffMissRefused = "staff-miss-refused",
        /// Somebody of the bank has found that nothing can be learnt from it: the message.
        StaffMissRemoved = "staff-miss-removed",
        /// A model was offered to answer people: the model.
        ModelOffered = "model-offered",
        /// Somebody of the bank wants it to: the model.
        StaffModelProposed = "staff-model-proposed",
        /// Somebody else of the bank has agreed: the model.
        StaffModelPromoted = "staff-model-promoted",
        /// Somebody else of the bank has not agreed: the model.
        StaffModelDeclined = "staff-model-declined",
        /// Somebody of the bank has taken it back: the model.
        StaffModelRolledBack = "staff-model-rolled-back",
        /// Somebody of the bank has called who had asked for it: the call.
        StaffCalledBack = "staff-called-back",
        /// Somebody of the bank has begun an arrangement of a page: the arrangement.
        StaffArrangementBegun = "staff-arrangement-begun",
        /// They have written it anew: the arrangement.
        StaffArrangementWritten = "staff-arrangement-written",
        /// Somebody of the bank said something about it: the arrangement. Here and below the row says which hash it had.
        StaffArrangementRemarked = "staff-arrangement-remarked",
        /// Its author changes it no more: the arrangement.
        StaffArrangementSubmitted = "staff-arrangement-submitted",
        /// A browser has looked at it: the arrangement.
        ArrangementChecked = "arrangement-checked",
        /// Another of the bank has agreed to it: the arrangement.
        StaffArrangementApproved = "staff-arrangement-approved",
        /// Somebody of the bank has not: the arrangement.
        StaffArrangementRefused = "staff-arrangement-refused",
        /// Somebody of the bank shows it to customers: the arrangement.
        StaffArrangementLaunched = "staff-arrangement-launched",
        /// Somebody of the bank shows it to everybody, for good: the arrangement.
        StaffArrangementPromoted = "staff-arrangement-promoted",
        /// Somebody of the bank shows it to nobody any more: the arrangement.
        StaffArrangementStopped = "staff-arrangement-stopped",
        /// Nobody is shown it any more, because its time was over or it did harm: the arrangement.
        ArrangementStopped = "arrangement-stopped",
        /// Somebody of the bank has put it away: the arrangement.
        StaffArrangementRetired = "staff-arrangement-retired",
        /// Somebody of the bank shows everybody pages as they are, and said why: the member of staff.
        StaffArrangementsHalted = "staff-arrangements-halted",
        /// Somebody of the bank has ended that: the member of staff.
        StaffArrangementsResumed = "staff-arrangements-resumed",
    }
}

/// A row for the chain, before it is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditRow {
    /// Who did it: a customer, or somebody of the bank where the word of the deed begins with `staff-` and for a way back
    /// that they have begun. `None` for a program of the bank, and for somebody who did not prove who they are.
    pub actor: Option<i64>,
    /// What was done.
    pub what: Deed,
    /// The id of what it was done to.
    pub subject: i64,
    /// When.
    pub at: Timestamp,
}

/// A row of the chain as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// The row's id.
    pub id: i64,
    /// As in [`AuditRow`].
    pub actor: Option<i64>,
    /// The word of a [`Deed`], also of one that this program does not know any more.
    pub what: String,
    /// The id of what it was done to.
    pub subject: i64,
    /// When.
    pub at: Timestamp,
    /// Why, where that has to be said: the [`written`](model::forms::Reason::written) reason.
    pub why: Option<String>,
}

/// A row as it is read, with its place in the chain; `None` for one that is not sealed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// The row.
    pub entry: AuditEntry,
    /// Its place, from 1.
    pub seq: Option<i64>,
}

/// What following the chain from its first row has shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chain {
    /// How many rows follow from one another.
    pub sealed: u64,
    /// The place of the first that does not.
    pub broken_at: Option<i64>,
}

/// Adds that a customer did something just now.
///
/// # Errors
/// Where the database does not answer.
pub(crate) async fn note(bank: &Bank, actor: model::CustomerId, what: Deed, subject: i64) -> Result<(), StorageError> {
    let row = AuditRow { actor: Some(actor.value()), what, subject, at: bank.clock.now() };
    bank.audit.note(&row).await
}

/// A hash of the chain, SHA-256.
pub type Link = [u8; 32];

/// What the first row follows.
pub const FIRST: Link = [0; 32];

/// The hash of `entry` in place `seq` (from 1) behind a row whose hash is `previous`.
#[must_use]
pub fn link(previous: &Link, seq: i64, entry: &AuditEntry) -> Link {
    let mut hash = Sha256::new();
    hash.update(previous);
    // Fixed widths first, texts last: no two different rows can give the same bytes. The word of a deed has no byte that
    // is nothing, so that what follows one can only be a reason.
    hash.update(seq.to_be_bytes());
    hash.update(entry.id.to_be_bytes());
    hash.update([u8::from(entry.actor.is_some())]);
    hash.update(entry.actor.unwrap_or(0).to_be_bytes());
    hash.update(entry.subject.to_be_bytes());
    hash.update(entry.at.micros().to_be_bytes());
    hash.update(entry.what.as_bytes());
    if let Some(why) = &entry.why {
        hash.update([0]);
        hash.update(why.as_bytes());
    }
    hash.finalize().into()
}
