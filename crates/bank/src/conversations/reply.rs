//! What the program says: words and values, which a page says in its reader's language. The amounts in it are those of
//! the moment at which it was said.

use assistant::{
    Intent,
    dialogue::{Note, Press, Slot},
    entities::Days,
};
use model::{AccountId, Money, PaymentId, ScheduleId, Timestamp, time::Date};
use serde::{Deserialize, Serialize};

use crate::{accounts::AccountKind, payments::Prepared};

/// What anybody can begin with, whatever the program understands.
pub const STARTERS: [Intent; 5] =
    [Intent::Balance, Intent::RecentPayments, Intent::NextPayment, Intent::PayPerson, Intent::Freeze];

/// One thing the program says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// That somebody may be tricking them, and what to do before anything else.
    Scam,
    /// That somebody is in danger, and whom to call.
    Emergency,
    /// That it did not understand, and how to say it otherwise.
    NotUnderstood,
    /// A question for what is missing, with what can be pressed.
    Ask {
        /// What is missing.
        slot: Slot,
        /// What can be pressed instead of writing.
        offers: Vec<Offer>,
    },
    /// Which of several was meant.
    Which(Vec<Offer>),
    /// Whether somebody was meant whose name is like what was written.
    DidYouMean {
        /// What was written.
        heard: String,
        /// The name.
        name: String,
    },
    /// Which of two things was meant.
    Choose([Intent; 2]),
    /// An answer from the ledger.
    Told(Fact),
    /// The page on which it is done.
    Go(Errand),
    /// Why something is not taken as it was said; what can be done instead follows.
    Note(Note),
    /// An article.
    Article(String),
    /// A few words.
    Talk(Intent),
    /// That what was begun is put down.
    Cancelled,
    /// That there is nothing to put down.
    NothingToCancel,
    /// That this is for people who are signed in.
    SignIn,
    /// That too many wait for a person to come here, and how to call one.
    Crowded,
}

/// Something that can be pressed instead of writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Offer {
    /// An account of theirs.
    Account(AccountName),
    /// Somebody they have paid.
    Payee {
        /// The payment they are named by.
        payment: PaymentId,
        /// Their name.
        name: String,
    },
    /// Something they may want.
    Intent(Intent),
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not any more.
    Cancel,
    /// That was not what they meant.
    NotThis,
}

/// How an account is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountName {
    /// Which.
    pub id: AccountId,
    /// What it is for.
    pub kind: AccountKind,
    /// Its owner's name for it; empty where they gave it none.
    pub name: String,
    /// The last four digits of its number.
    pub ending: String,
}

/// What the ledger says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// What is on accounts, and what can be spent.
    Balances(Vec<Standing>),
    /// What was spent.
    Spent(Sum),
    /// What was spent in two times.
    Compared(Sum, Sum),
    /// What came in.
    CameIn(Sum),
    /// Lines that fit, the newest first.
    Lines(Vec<LineTold>),
    /// What will be taken or come in, the next first.
    Coming(Vec<Planned>),
    /// Payments that wait.
    Waiting(Vec<Waits>),
    /// How much may be sent.
    Limits(Vec<Limit>),
}

/// What is on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Which account.
    pub account: AccountName,
    /// What is on it.
    pub balance: Money,
    /// What can be spent.
    pub available: Money,
}

/// Lines added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// In which time.
    pub days: Days,
    /// The sum, once for each currency.
    pub totals: Vec<Money>,
    /// Of how many lines.
    pub count: usize,
    /// The newest of them.
    pub lines: Vec<LineTold>,
}

/// A line of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTold {
    /// Which account.
    pub account: AccountId,
    /// The how-manieth line of it.
    pub version: i64,
    /// The other party.
    pub party: String,
    /// How much: above zero came in.
    pub amount: Money,
    /// When.
    pub at: Timestamp,
}

/// Something that will be paid or come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// The plan, where its owner made one.
    pub schedule: Option<ScheduleId>,
    /// The account it is on.
    pub account: AccountId,
    /// The other party.
    pub party: String,
    /// How much: above zero comes in.
    pub amount: Money,
    /// On which day.
    pub day: Date,
}

/// A payment that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// Which.
    pub payment: PaymentId,
    /// To whom.
    pub payee: String,
    /// How much.
    pub amount: Money,
    /// Until when.
    pub until: Timestamp,
}

/// How much may be sent from an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Which account.
    pub account: AccountName,
    /// In one payment.
    pub payment: Money,
    /// In a day.
    pub day: Money,
    /// How much of that has been used today.
    pub used: Money,
}

model::coded! {
    /// What there is to be done on a page.
    ErrandKind {
        /// To pay somebody.
        Pay = "pay",
        /// To see and change what is planned.
        Planned = "planned",
        /// To call off a payment.
        CallOff = "call-off",
        /// To ask for money.
        Request = "request",
        /// To change a limit.
        Limit = "limit",
        /// To stop everything.
        Freeze = "freeze",
        /// To see to a line that is wrong.
        Dispute = "dispute",
        /// To write to the bank.
        Write = "write",
        /// To see what was written.
        Messages = "messages",
        /// To take a statement.
        Statement = "statement",
        /// To look at a line or a receipt.
        Line = "line",
        /// To look at an account.
        Account = "account",
        /// To see the people one pays.
        Payees = "payees",
        /// To see to the ways in.
        Security = "security",
        /// To get back in.
        Recover = "recover",
        /// To choose how one reads.
        Preferences = "preferences",
        /// To practise.
        Practice = "practice",
        /// To be called.
        Call = "call",
        /// To say what was hard.
        Feedback = "feedback",
    }
}

/// Something that is done on a page of its own: nothing is done here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// What.
    pub kind: ErrandKind,
    /// The page.
    pub href: String,
    /// With whom, where that was said.
    pub who: Option<String>,
    /// How much, where that was said: it is said back in full.
    pub amount: Option<Money>,
    /// Which account of theirs was named: where the money comes from, or what it is about.
    #[serde(default)]
    pub from: Option<AccountName>,
    /// A payment, with everything that was said: the page begins with that.
    #[serde(default)]
    pub payment: Option<Prepared>,
}

impl Offer {
    /// What pressing it says.
    #[must_use]
    pub const fn press(&self) -> Press {
        match self {
            Self::Account(account) => Press::Account(account.id),
            Self::Payee { payment, .. } => Press::Payee(*payment),
            Self::Intent(intent) => Press::Intent(*intent),
            Self::Yes => Press::Yes,
            Self::No => Press::No,
            Self::Cancel => Press::Cancel,
            Self::NotThis => Press::NotThis,
        }
    }

    /// What anybody can begin with.
    #[must_use]
    pub fn starters() -> Vec<Self> {
        STARTERS.map(Self::Intent).to_vec()
    }
}

impl Reply {
    /// What can be pressed instead of writing.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        match self {
            Self::Ask { offers, .. } | Self::Which(offers) => offers.iter().cloned().chain([Offer::Cancel]).collect(),
            Self::DidYouMean { .. } => vec![Offer::Yes, Offer::No],
            Self::Choose(intents) => intents.map(Offer::Intent).into_iter().chain([Offer::NotThis]).collect(),
            Self::Told(_) | Self::Go(_) | Self::Article(_) => vec![Offer::NotThis],
            Self::NotUnderstood | Self::Talk(Intent::WhatCanYouDo | Intent::Greeting) | Self::Cancelled => {
                Offer::starters()
            }
            Self::Scam
            | Self::Emergency
            | Self::Note(_)
            | Self::Talk(_)
            | Self::NothingToCancel
            | Self::SignIn
            | Self::Crowded => Vec::new(),
        }
    }
}
