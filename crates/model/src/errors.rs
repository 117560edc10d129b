//! Everything that can be wrong, as codes. People read a sentence for each from the locales.

use std::fmt;

use serde::{Deserialize, Serialize};

crate::coded! {
    /// The one closed list of what can go wrong and cross the wire. No free text ever does. The sentence of each is
    /// the message `error-` and its word.
    ErrorCode {
        /// The user name field is empty.
        UsernameMissing = "username-missing",
        /// The password field is empty.
        PasswordMissing = "password-missing",
        /// The name, the password or the code did not fit; never says which.
        SignInRefused = "sign-in-refused",
        /// The second half of a sign-in came too long after the first.
        SignInLapsed = "sign-in-lapsed",
        /// Five failures: the password way in is closed for a quarter of an hour.
        SignInLocked = "sign-in-locked",
        /// The one-time code field is empty.
        CodeMissing = "code-missing",
        /// A one-time code is six digits.
        CodeShape = "code-shape",
        /// The one-time code is wrong, old or used.
        CodeRefused = "code-refused",
        /// Five wrong codes in a row: approving is closed for a quarter of an hour.
        CodeLocked = "code-locked",
        /// The challenge is older than two minutes, or something changed since it was shown.
        ApprovalExpired = "approval-expired",
        /// What was asked is older than two minutes, or something changed since it was shown.
        StepUpExpired = "step-up-expired",
        /// Five wrong answers in a row: approving is closed for a quarter of an hour.
        StepUpLocked = "step-up-locked",
        /// The browser sent nothing that a passkey has signed.
        PasskeyMissing = "passkey-missing",
        /// What a passkey has signed does not fit.
        PasskeyRefused = "passkey-refused",
        /// What the passkey was asked is too old, or was asked elsewhere.
        PasskeyLapsed = "passkey-lapsed",
        /// This authenticator is registered already.
        PasskeyKnown = "passkey-known",
        /// A passkey's name is empty or too long.
        PasskeyName = "passkey-name",
        /// As many passkeys as anybody may have.
        PasskeysFull = "passkeys-full",
        /// The person has frozen everything: nothing is approved.
        Frozen = "frozen",
        /// The bank has frozen everything of the person, and the bank ends that.
        FrozenByBank = "frozen-by-bank",
        /// The name of the trusted contact is empty.
        TrustedNameMissing = "trusted-name-missing",
        /// What was typed cannot be a mail address.
        EmailShape = "email-shape",
        /// A new password has fewer than fifteen characters.
        PasswordShort = "password-short",
        /// A new password has more than 128 characters.
        PasswordLong = "password-long",
        /// A new password is on a list, or a pattern.
        PasswordGuessable = "password-guessable",
        /// The password was not typed the same twice.
        PasswordAgain = "password-again",
        /// The recovery code field is empty.
        RecoveryCodeMissing = "recovery-code-missing",
        /// A recovery code is sixteen letters and digits.
        RecoveryCodeShape = "recovery-code-shape",
        /// A hundred wrong tries: the password opens nothing any more, until it is another.
        PasswordSpent = "password-spent",
        /// The field for a code of the app or from paper is empty.
        AnyCodeMissing = "any-code-missing",
        /// What was typed is neither a code of an app nor one from paper.
        AnyCodeShape = "any-code-shape",
        /// What somebody proves themselves with on the way back in did not fit; never says how.
        RecoveryRefused = "recovery-refused",
        /// The way back in is over, or not open yet.
        RecoveryOver = "recovery-over",
        /// No limit was typed.
        LimitMissing = "limit-missing",
        /// It was not said what a payment is for, and has to be.
        PurposeMissing = "purpose-missing",
        /// What the payment is for is a trick that thieves play: it is not made.
        PurposeScam = "purpose-scam",
        /// It was not said what has become of a card.
        TroubleMissing = "trouble-missing",
        /// The card is not one that this can be done with, or not any more.
        CardOver = "card-over",
        /// The PIN of a card was shown as often as on one day it can be.
        PinEnough = "pin-enough",
        /// Nobody here makes cards or knows their PINs.
        CardsClosed = "cards-closed",
        /// A limit is more than the bank lets anybody have.
        LimitTooHigh = "limit-too-high",
        /// Somebody who was never paid is not paid until some hours after a way in has changed.
        PayeeHeld = "payee-held",
        /// What was approved was not done in time.
        ChangeLapsed = "change-lapsed",
        /// The amount field is empty.
        AmountMissing = "amount-missing",
        /// What was typed is not an amount.
        AmountUnclear = "amount-unclear",
        /// The amount is zero or below.
        AmountNotPositive = "amount-not-positive",
        /// More decimals than the currency has.
        AmountDecimals = "amount-decimals",
        /// More than any payment can be.
        AmountTooLarge = "amount-too-large",
        /// The largest amount asked for is below the smallest.
        AmountRange = "amount-range",
        /// No account was chosen to pay from.
        FromAccountMissing = "from-account-missing",
        /// That account is not the person's to pay from.
        FromAccountUnknown = "from-account-unknown",
        /// Neither "my own account" nor "someone else" was chosen.
        PayeeKindMissing = "payee-kind-missing",
        /// No own account was chosen to pay to.
        ToAccountMissing = "to-account-missing",
        /// The IBAN field is empty.
        IbanMissing = "iban-missing",
        /// What was typed is not written as an IBAN is.
        IbanShape = "iban-shape",
        /// No country whose letters it begins with has IBANs.
        IbanCountry = "iban-country",
        /// It is longer or shorter than those of its country.
        IbanLength = "iban-length",
        /// A character is wrong: the check digits do not fit.
        IbanWrong = "iban-wrong",
        /// What was typed for an IBAN is the code of a bank.
        IbanIsBic = "iban-is-bic",
        /// What was typed for an IBAN is the code of a bank in China.
        IbanIsCnaps = "iban-is-cnaps",
        /// The field for the code of a bank is empty.
        BicMissing = "bic-missing",
        /// The accounts of the country of that bank have IBANs.
        BicHasIban = "bic-has-iban",
        /// Banks in China are known by another code.
        BicIsChina = "bic-is-china",
        /// The field for the code of a bank in China is empty.
        CnapsMissing = "cnaps-missing",
        /// The code of a bank in China is twelve digits.
        CnapsShape = "cnaps-shape",
        /// A digit of it is wrong: the check digit does not fit.
        CnapsWrong = "cnaps-wrong",
        /// The number of an account abroad is empty.
        NumberAbroadMissing = "number-abroad-missing",
        /// No account abroad has such a number.
        NumberAbroadShape = "number-abroad-shape",
        /// What was typed is the number of a card, which is never kept.
        NumberIsCard = "number-is-card",
        /// It was not said what is known of an account abroad.
        WayMissing = "way-missing",
        /// No currency was chosen in which money arrives.
        CurrencyMissing = "currency-missing",
        /// That currency is the one of the account: nothing is exchanged.
        CurrencySame = "currency-same",
        /// Money of the account is not exchanged into that currency.
        CurrencyNotOffered = "currency-not-offered",
        /// No money is exchanged just now: there is no rate, or it is too old.
        AbroadClosed = "abroad-closed",
        /// Less than is sent abroad.
        AbroadLeast = "abroad-least",
        /// More than is sent abroad at once.
        AbroadMost = "abroad-most",
        /// A payment abroad cannot be planned.
        AbroadPlanned = "abroad-planned",
        /// No bank has such a code.
        BicShape = "bic-shape",
        /// The bank is of another country than the account.
        BicCountry = "bic-country",
        /// The field for the text of a QR code is empty.
        CodeTextMissing = "code-text-missing",
        /// What was put in is not the text of a QR code by which one pays.
        CodeTextShape = "code-text-shape",
        /// The reference in a QR code is longer than any payment here can have.
        CodeTextLong = "code-text-long",
        /// Money of that currency is not sent to that country.
        IbanNotReached = "iban-not-reached",
        /// Nothing is sent to other banks from here.
        ElsewhereClosed = "elsewhere-closed",
        /// The account to pay is the one paid from.
        SameAccount = "same-account",
        /// The payee's name is empty.
        PayeeNameMissing = "payee-name-missing",
        /// The payee's name is longer than the field keeps.
        PayeeNameLength = "payee-name-length",
        /// What somebody calls a payee is longer than the field keeps.
        NicknameLength = "nickname-length",
        /// Hours of peace that end when they begin.
        QuietHours = "quiet-hours",
        /// The text holds characters that cannot be part of a name or a reference.
        TextNotAllowed = "text-not-allowed",
        /// The account number field is empty.
        AccountNumberMissing = "account-number-missing",
        /// An account number is eight digits.
        AccountNumberLength = "account-number-length",
        /// A digit of the account number is wrong: the check digit does not fit.
        AccountNumberWrong = "account-number-wrong",
        /// No account of this bank with that number can be paid.
        PayeeUnknown = "payee-unknown",
        /// The account with that number is in somebody else's name.
        PayeeNameDiffers = "payee-name-differs",
        /// The two accounts keep different currencies.
        CurrencyDiffers = "currency-differs",
        /// The reference is longer than the field keeps.
        ReferenceLength = "reference-length",
        /// A date is not written as a date field sends it, or there is no such day.
        DateUnclear = "date-unclear",
        /// The last day asked for is before the first.
        DateRange = "date-range",
        /// It was not said on which day a payment is to be made.
        DayMissing = "day-missing",
        /// The day on which a payment is to be made has begun or is over.
        DayPassed = "day-passed",
        /// The day on which a payment is to be made is further away than any can be.
        DayTooFar = "day-too-far",
        /// As many payments are planned as one person can plan.
        SchedulesFull = "schedules-full",
        /// It is not said among how many something is shared.
        ShareCount = "share-count",
        /// Shared among so many, nothing is left to ask for.
        ShareNothing = "share-nothing",
        /// As much is asked for as one person can ask for.
        RequestsFull = "requests-full",
        /// Who is to look is not named.
        MandateName = "mandate-name",
        /// No account of one's own was chosen that somebody else may look at.
        MandateAccounts = "mandate-accounts",
        /// The day until which somebody may look is missing, is over, or is more than a year away.
        MandateDay = "mandate-day",
        /// As many people were invited to look as one person can invite.
        MandatesFull = "mandates-full",
        /// A way in has changed lately: nobody is invited to look so soon after that.
        MandateHeld = "mandate-held",
        /// No customer of that name, who is not the donor, has that account.
        PowerNobody = "power-nobody",
        /// They act for this customer already, or are to.
        PowerThere = "power-there",
        /// It is not said what kind of document gives a power of attorney.
        PowerKindMissing = "power-kind-missing",
        /// What is written on the document is missing, or longer than the field keeps.
        PowerDocument = "power-document",
        /// The last day of a power of attorney is over.
        PowerDay = "power-day",
        /// More than somebody who acts for an account may pay at once.
        OverOwnMost = "over-own-most",
        /// Whoever acts for an account plans nothing for another day.
        ActNotPlanned = "act-not-planned",
        /// A payment takes two people, and nobody else may approve it.
        NobodyApproves = "nobody-approves",
        /// Nobody approves what they have prepared.
        SecondSelf = "second-self",
        /// What somebody may do for an account does not take in approving this payment.
        SecondNotTheirs = "second-not-theirs",
        /// A payment was approved, refused or called off, or has lapsed.
        SecondOver = "second-over",
        /// A refusal does not say why.
        RefusalMissing = "refusal-missing",
        /// Why it is refused is longer than the field keeps.
        RefusalLength = "refusal-length",
        /// The field for a telephone number or an e-mail address is empty.
        AliasMissing = "alias-missing",
        /// What was typed is neither a telephone number nor an e-mail address.
        AliasShape = "alias-shape",
        /// Nobody can be found by it: there is no such customer, or they do not want to be found. Which, is not told.
        AliasNobody = "alias-nobody",
        /// What was typed is the payer's own.
        AliasOwn = "alias-own",
        /// The payer has looked for as many people as one person can on a day.
        AliasEnough = "alias-enough",
        /// Somebody else is found by the same number or address.
        AliasTaken = "alias-taken",
        /// The bank knows no such number or address of the customer.
        AliasUnknown = "alias-unknown",
        /// The words searched for are longer than the field keeps.
        SearchLength = "search-length",
        /// Nothing was written into the field for what was hard.
        FeedbackMissing = "feedback-missing",
        /// What was hard is longer than the field keeps.
        FeedbackLength = "feedback-length",
        /// A line is longer than its field keeps.
        LineLength = "line-length",
        /// A choice that the page did not offer.
        ChoiceUnknown = "choice-unknown",
        /// Nobody said what to call them by.
        CallerNameMissing = "caller-name-missing",
        /// The field of the telephone number is empty.
        PhoneMissing = "phone-missing",
        /// What was typed is no telephone number.
        PhoneShape = "phone-shape",
        /// Nobody said when on the day to call.
        CallPartMissing = "call-part-missing",
        /// That part of the day has passed.
        CallPartOver = "call-part-over",
        /// As many calls as one person can wait for are waited for.
        CallsEnough = "calls-enough",
        /// Nobody said what they write about.
        TicketKindMissing = "ticket-kind-missing",
        /// Nothing was written.
        TicketWordsMissing = "ticket-words-missing",
        /// What was written is longer than the field keeps.
        TicketWordsLength = "ticket-words-length",
        /// A message to a closed ticket says neither that it is to be open again nor that it is not.
        TicketFurtherMissing = "ticket-further-missing",
        /// No mark was chosen.
        TicketScoreMissing = "ticket-score-missing",
        /// As many tickets of one person are open as there can be.
        TicketsFull = "tickets-full",
        /// A ticket holds as many messages as it can.
        TicketFull = "ticket-full",
        /// A ticket is closed, and what was to be done needs an open one; or was closed too long ago.
        TicketClosed = "ticket-closed",
        /// Somebody has done something about the ticket since it was seen.
        TicketMoved = "ticket-moved",
        /// Nobody said to whom a ticket is handed on.
        HandMissing = "hand-missing",
        /// Nobody said why a ticket is closed.
        CloseReasonMissing = "close-reason-missing",
        /// The title of an answer that is kept ready is empty or too long.
        ReplyTitle = "reply-title",
        /// Something between braces in it is none of what can be filled in.
        ReplyVariable = "reply-variable",
        /// As many answers are kept ready as there can be.
        RepliesFull = "replies-full",
        /// Somebody has written the answer anew since it was seen.
        ReplyMoved = "reply-moved",
        /// No answer was chosen that is to be put in.
        ReadyMissing = "ready-missing",
        /// The field for the customer to be found is empty.
        FindMissing = "find-missing",
        /// Nobody banks here under that user name or account number.
        CustomerUnknown = "customer-unknown",
        /// Nobody said why they look at a customer.
        ReasonMissing = "reason-missing",
        /// "Another reason" was chosen, and not which.
        ReasonUnsaid = "reason-unsaid",
        /// The time for which a reason lets somebody see a customer is over.
        LookOver = "look-over",
        /// The second of two people has to be another.
        SecondPerson = "second-person",
        /// The name of an arrangement is not of small letters, digits and hyphens.
        ArrangementName = "arrangement-name",
        /// Another arrangement of that page has the name.
        ArrangementTaken = "arrangement-taken",
        /// What was written is no arrangement of that page.
        ArrangementWrong = "arrangement-wrong",
        /// Two parts of an arrangement want the same place.
        ArrangementPlace = "arrangement-place",
        /// What was written is longer than any arrangement.
        ArrangementLength = "arrangement-length",
        /// Somebody has done something about the arrangement since it was seen.
        ArrangementMoved = "arrangement-moved",
        /// That does not follow on what was done about the arrangement.
        ArrangementStage = "arrangement-stage",
        /// The model is worse than the one that answers.
        ModelRefused = "model-refused",
        /// Something was done about the model since it was seen, or another answers by now.
        ModelMoved = "model-moved",
        /// An arrangement holds as many remarks as it can.
        ArrangementFull = "arrangement-full",
        /// Another arrangement of that page is shown to customers.
        ArrangementBusy = "arrangement-busy",
        /// Everybody is shown pages as they are, until that is ended.
        ArrangementsHalted = "arrangements-halted",
        /// The share of customers is no whole number of percent.
        ShareWrong = "share-wrong",
        /// The number of days is none, or too long.
        DaysWrong = "days-wrong",
        /// Nobody said how an arrangement is to be judged.
        GoalMissing = "goal-missing",
        /// The link by which somebody of the bank enrols was used, is too old, or was replaced.
        EnrolLapsed = "enrol-lapsed",
        /// Not the user name on the card of a lesson.
        PretendName = "pretend-name",
        /// Not the password on the card of a lesson.
        PretendWord = "pretend-word",
        /// Not the code that a lesson shows.
        PretendCode = "pretend-code",
        /// The account has less to spend than the payment needs.
        InsufficientFunds = "insufficient-funds",
        /// The payment is more than one payment may be from this account.
        OverPaymentLimit = "over-payment-limit",
        /// With what was paid today, the payment is more than a day's limit.
        OverDailyLimit = "over-daily-limit",
        /// With what they were paid before, it is more than somebody new may be paid in the first 24 hours.
        OverNewPayeeLimit = "over-new-payee-limit",
        /// More was planned for somebody who was not paid for long enough yet.
        RaiseToSomebodyNew = "raise-to-somebody-new",
        /// The account is frozen or closed and cannot pay.
        AccountNotOpen = "account-not-open",
        /// The payee's account cannot take money now.
        PayeeNotOpen = "payee-not-open",
        /// A part of the payment is still to be filled in.
        DraftIncomplete = "draft-incomplete",
        /// The same key came with another content.
        KeyReused = "key-reused",
        /// The same request is still being worked on.
        InFlight = "in-flight",
        /// The bank has too much to do just now.
        Busy = "busy",
        /// The thing is not there, or not this person's.
        NotFound = "not-found",
        /// The person may not do this.
        Forbidden = "forbidden",
        /// Nobody is signed in any more.
        SignedOut = "signed-out",
        /// Something broke on our side.
        Fault = "fault",
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for ErrorCode {}

/// One thing wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The `name` of the field, as in the form; empty for the form as a whole.
    pub field: String,
    /// What is wrong.
    pub code: ErrorCode,
}

/// Everything wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Nothing wrong.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// One thing wrong with one field.
    #[must_use]
    pub fn one(field: &str, code: ErrorCode) -> Self {
        let mut problems = Self::none();
        problems.add(field, code);
        problems
    }

    /// One more thing wrong.
    pub fn add(&mut self, field: &str, code: ErrorCode) {
        self.0.push(Problem { field: field.to_owned(), code });
    }

    /// The value, or its problem noted under `field`.
    pub fn keep<T>(&mut self, field: &str, checked: Result<T, ErrorCode>) -> Option<T> {
        checked.map_err(|code| self.add(field, code)).ok()
    }

    /// What is wrong with `field`, if anything.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<ErrorCode> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.code)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each problem, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}
