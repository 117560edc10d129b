//! What people come for: one intent each, as `intents/list.toml` lists them.

model::coded! {
    /// What somebody wants.
    Intent {
        /// How much money is in one account or in all.
        Balance = "balance",
        /// How much of it can be spent now, and what is set aside.
        Available = "available",
        /// What was spent somewhere, on something, or in a span of time.
        Spending = "spending",
        /// Whether more or less was spent than before.
        SpendingCompare = "spending-compare",
        /// What came in from somebody or in a span of time.
        Income = "income",
        /// Whether wages, a pension or a benefit have arrived.
        PensionArrived = "pension-arrived",
        /// The latest lines of an account.
        RecentPayments = "recent-payments",
        /// One particular payment, by whom, how much or when.
        FindPayment = "find-payment",
        /// What will be taken or paid in the next days, and whether the money will do.
        ComingUp = "coming-up",
        /// When something planned is paid next.
        NextPayment = "next-payment",
        /// Whether a payment that was sent has reached the other person.
        PaymentArrived = "payment-arrived",
        /// Why a payment waits, and until when.
        PaymentWaiting = "payment-waiting",
        /// The number and the other details somebody needs to pay in.
        AccountDetails = "account-details",
        /// How much may be sent in a day or in one payment.
        LimitsShow = "limits-show",
        /// Whether somebody has paid what was asked for.
        RequestPaid = "request-paid",
        /// What has become of a message, a complaint or a ticket.
        MessageStatus = "message-status",
        /// What interest an account earns or earned.
        Interest = "interest",
        /// To pay somebody.
        PayPerson = "pay-person",
        /// To pay the same as before.
        PayAgain = "pay-again",
        /// To move money between one's own accounts.
        TransferOwn = "transfer-own",
        /// To pay on a day to come.
        PayLater = "pay-later",
        /// To pay every week or every month.
        StandingOrder = "standing-order",
        /// To pause, skip or change a planned payment.
        ChangePlanned = "change-planned",
        /// To stop a planned payment for good.
        StopPlanned = "stop-planned",
        /// To call off a payment that has not left yet.
        CallOff = "call-off",
        /// To ask somebody for money, with a link or QR code.
        RequestMoney = "request-money",
        /// To share a bill among several.
        SplitBill = "split-bill",
        /// To lower a limit.
        LowerLimit = "lower-limit",
        /// To raise a limit.
        RaiseLimit = "raise-limit",
        /// To have payments to somebody new wait on purpose.
        SetWait = "set-wait",
        /// To stop everything at once because something is wrong.
        Freeze = "freeze",
        /// To end a freeze.
        Unfreeze = "unfreeze",
        /// A line that is wrong or was not them.
        DisputePayment = "dispute-payment",
        /// Money sent to the wrong person.
        WrongPerson = "wrong-person",
        /// Something was taken or paid twice.
        DuplicatePayment = "duplicate-payment",
        /// To complain.
        Complaint = "complaint",
        /// A statement of a month or a year, as paper or file.
        Statement = "statement",
        /// A paper that proves one payment.
        Confirmation = "confirmation",
        /// The people one pays: find, rename, favourite, take off.
        Payees = "payees",
        /// Another password.
        ChangePassword = "change-password",
        /// To add or remove a passkey.
        Passkey = "passkey",
        /// To set up or change the app that makes codes.
        Authenticator = "authenticator",
        /// New recovery codes.
        RecoveryCodes = "recovery-codes",
        /// To see where one is signed in, and sign out there.
        Sessions = "sessions",
        /// Somebody who is told when something looks wrong.
        TrustedContact = "trusted-contact",
        /// Another language.
        Language = "language",
        /// Larger letters or the large mode.
        LargerText = "larger-text",
        /// Dark, contrast, less data, reading aloud, shortcut keys.
        Appearance = "appearance",
        /// To try things out without real money.
        Practice = "practice",
        /// To be called back.
        CallMe = "call-me",
        /// To write a message to the bank.
        WriteToUs = "write-to-us",
        /// To say what one thinks of the site.
        Feedback = "feedback",
        /// The phone with the passkey or codes is lost or new.
        LostPhone = "lost-phone",
        /// Signing in does not work.
        CannotSignIn = "cannot-sign-in",
        /// The password is forgotten.
        ForgottenPassword = "forgotten-password",
        /// Whether a call, message or letter is really from the bank.
        IsItReallyYou = "is-it-really-you",
        /// A message, link or call that looks like a scam.
        SuspiciousMessage = "suspicious-message",
        /// How the money and the data are protected.
        HowSafe = "how-safe",
        /// What is kept about somebody, and how to see or delete it.
        Privacy = "privacy",
        /// How long a payment takes.
        HowLong = "how-long",
        /// When and how money comes back.
        Refund = "refund",
        /// What something costs.
        Fees = "fees",
        /// Why a payment was refused or did not go through.
        PaymentRefused = "payment-refused",
        /// The name does not match the account.
        NameMismatch = "name-mismatch",
        /// Cash: paying in, taking out, cash machines.
        Cash = "cash",
        /// Where the bank is and when it is open.
        BranchHours = "branch-hours",
        /// A card that is lost, broken, declined, or its PIN.
        Card = "card",
        /// Paying abroad, exchange rates.
        Foreign = "foreign",
        /// Another name, address, telephone or e-mail.
        ChangeDetails = "change-details",
        /// A new account, also a joint or child's one.
        OpenAccount = "open-account",
        /// To close an account.
        CloseAccount = "close-account",
        /// An account for two, or somebody who may see it.
        JointAccount = "joint-account",
        /// To act for somebody else.
        PowerOfAttorney = "power-of-attorney",
        /// Somebody has died.
        Bereavement = "bereavement",
        /// Not enough money, debts, hardship.
        MoneyWorries = "money-worries",
        /// To borrow, a mortgage, an overdraft.
        Loan = "loan",
        /// How to save, rates, goals.
        Savings = "savings",
        /// Papers and questions about tax.
        Tax = "tax",
        /// Help with seeing, hearing, moving, reading.
        Accessibility = "accessibility",
        /// What this assistant can do.
        WhatCanYouDo = "what-can-you-do",
        /// Whether this is a person or a program.
        AreYouHuman = "are-you-human",
        /// Hello.
        Greeting = "greeting",
        /// Thank you.
        Thanks = "thanks",
        /// Goodbye.
        Goodbye = "goodbye",
        /// The answer was not what was meant.
        NotThis = "not-this",
        /// To say it again or more simply.
        Repeat = "repeat",
    }

    /// How an intent is dealt with.
    Kind {
        /// From the customer's own ledger.
        Answer = "answer",
        /// By leading to the page that does it, filled in as far as is known.
        Prepare = "prepare",
        /// By an article.
        Article = "article",
        /// By one of the bank's own people.
        Person = "person",
        /// By a few words.
        Talk = "talk",
    }
}

impl Intent {
    /// How it is dealt with.
    #[expect(clippy::too_many_lines, reason = "a table, a line for each intent")]
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Balance
            | Self::Available
            | Self::Spending
            | Self::SpendingCompare
            | Self::Income
            | Self::PensionArrived
            | Self::RecentPayments
            | Self::FindPayment
            | Self::ComingUp
            | Self::NextPayment
            | Self::PaymentArrived
            | Self::PaymentWaiting
            | Self::AccountDetails
            | Self::LimitsShow
            | Self::RequestPaid
            | Self::MessageStatus
            | Self::Interest => Kind::Answer,
            Self::PayPerson
            | Self::PayAgain
            | Self::TransferOwn
            | Self::PayLater
            | Self::StandingOrder
            | Self::ChangePlanned
            | Self::StopPlanned
            | Self::CallOff
            | Self::RequestMoney
            | Self::SplitBill
            | Self::LowerLimit
            | Self::RaiseLimit
            | Self::SetWait
            | Self::Freeze
            | Self::Unfreeze
            | Self::DisputePayment
            | Self::WrongPerson
            | Self::DuplicatePayment
            | Self::Complaint
            | Self::Statement
            | Self::Confirmation
            | Self::Payees
            | Self::ChangePassword
            | Self::Passkey
            | Self::Authenticator
            | Self::RecoveryCodes
            | Self::Sessions
            | Self::TrustedContact
            | Self::Language
            | Self::LargerText
            | Self::Appearance
            | Self::Practice
            | Self::WriteToUs
            | Self::Feedback => Kind::Prepare,
            Self::CallMe
            | Self::Card
            | Self::ChangeDetails
            | Self::OpenAccount
            | Self::CloseAccount
            | Self::JointAccount
            | Self::PowerOfAttorney
            | Self::Bereavement
            | Self::MoneyWorries
            | Self::Loan => Kind::Person,
            Self::LostPhone
            | Self::CannotSignIn
            | Self::ForgottenPassword
            | Self::IsItReallyYou
            | Self::SuspiciousMessage
            | Self::HowSafe
            | Self::Privacy
            | Self::HowLong
            | Self::Refund
            | Self::Fees
            | Self::PaymentRefused
            | Self::NameMismatch
            | Self::Cash
            | Self::BranchHours
            | Self::Foreign
            | Self::Savings
            | Self::Tax
            | Self::Accessibility => Kind::Article,
            Self::WhatCanYouDo
            | Self::AreYouHuman
            | Self::Greeting
            | Self::Thanks
            | Self::Goodbye
            | Self::NotThis
            | Self::Repeat => Kind::Talk,
        }
    }
}
