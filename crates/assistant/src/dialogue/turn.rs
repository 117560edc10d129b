//! What the assistant does next, in codes and values. The words for it are the page's.

use model::{AccountId, Money, PaymentId, forms::Every, time::Date};
use serde::{Deserialize, Serialize};

use crate::{
    entities::{Category, Days},
    intent::Intent,
};

/// Somebody on the other side of a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// One of those the customer has paid before.
    Payee(PaymentId),
    /// Somebody who is not on that list, as they were called.
    Named(String),
}

/// An amount as it was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The amount.
    pub money: Money,
    /// Whether its currency was not said, or could be another one: the page says it back in full.
    pub assumed: bool,
}

/// What is asked of the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// Who is paid, or asked for money.
    Payee,
    /// How much.
    Amount,
    /// Which account, or from which.
    Account,
    /// To which of their own accounts.
    ToAccount,
    /// On which day.
    Day,
    /// How often.
    Every,
    /// Which time an answer is about.
    Range,
}

/// What can be picked where something was ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// This payee.
    Payee(PaymentId),
    /// This account.
    Account(AccountId),
}

/// A question to the customer's ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is named for what it holds, and is described with its type")]
pub enum Question {
    /// What is on an account; `None` for all of them.
    Balance { account: Option<AccountId> },
    /// What can be spent, and what is set aside.
    Available { account: Option<AccountId> },
    /// What was spent: at a place or to somebody, on a kind of thing, in a time; all of what is there has to fit.
    Spending { place: Option<String>, to: Option<Who>, category: Option<Category>, days: Days },
    /// The same in two times.
    SpendingCompare { place: Option<String>, to: Option<Who>, category: Option<Category>, days: Days, before: Days },
    /// What came in.
    Income { from: Option<Who>, days: Days },
    /// Whether wages, a pension or a benefit have arrived: money of the category income, the latest first.
    IncomeArrived { from: Option<Who>, days: Days },
    /// The latest lines.
    Recent { account: Option<AccountId>, days: Option<Days> },
    /// One payment, or those that fit.
    FindPayment { who: Option<Who>, place: Option<String>, amount: Option<Heard>, days: Option<Days> },
    /// What will be taken or paid soon, and whether the money will do.
    ComingUp { account: Option<AccountId>, days: Option<Days> },
    /// When something planned is paid next.
    NextPayment { to: Option<Who>, place: Option<String> },
    /// Whether a payment that was sent has arrived.
    PaymentArrived { to: Option<Who>, amount: Option<Heard>, days: Option<Days> },
    /// Why a payment waits, and until when.
    PaymentWaiting { to: Option<Who> },
    /// What somebody needs in order to pay in.
    AccountDetails { account: Option<AccountId> },
    /// How much may be sent.
    Limits { account: Option<AccountId> },
    /// Whether somebody has paid what was asked for.
    RequestPaid { by: Option<Who>, amount: Option<Heard> },
    /// What has become of a message or a complaint.
    MessageStatus,
    /// What interest an account earns or earned.
    Interest { account: Option<AccountId>, days: Option<Days> },
}

/// A payment to somebody, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// To whom.
    pub to: Option<Who>,
    /// How much.
    pub amount: Option<Heard>,
    /// From which account.
    pub from: Option<AccountId>,
    /// On which day; at once where there is none.
    pub day: Option<Date>,
    /// How often; once where nothing is said.
    pub every: Option<Every>,
    /// What the payee is to read.
    pub reference: Option<String>,
}

/// Something that is done on an ordinary page, which is filled in as far as is known. Nothing here does anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is named for what it holds, and is described with its type")]
pub enum Action {
    /// To pay somebody: now, on a day, or again and again.
    Pay(Payment),
    /// To pay the same again.
    PayAgain(Payment),
    /// To move money between own accounts.
    Transfer { from: Option<AccountId>, to: Option<AccountId>, amount: Option<Heard>, day: Option<Date> },
    /// To pause, skip or change something planned.
    ChangePlanned { to: Option<Who>, place: Option<String> },
    /// To stop something planned for good.
    StopPlanned { to: Option<Who>, place: Option<String> },
    /// To call off a payment that has not left.
    CallOff { to: Option<Who>, amount: Option<Heard> },
    /// To ask for money.
    Request { from: Option<Who>, amount: Option<Heard>, reference: Option<String> },
    /// To share a bill.
    Split { amount: Option<Heard>, reference: Option<String> },
    /// To have another limit.
    Limit { account: Option<AccountId>, raise: bool, amount: Option<Heard> },
    /// To stop everything.
    Freeze,
    /// To end that.
    Unfreeze,
    /// A line that is wrong.
    Dispute { why: Wrong, who: Option<Who>, place: Option<String>, amount: Option<Heard>, days: Option<Days> },
    /// To complain.
    Complaint,
    /// A statement.
    Statement { account: Option<AccountId>, days: Option<Days> },
    /// A paper that proves one payment.
    Confirmation { to: Option<Who>, amount: Option<Heard>, days: Option<Days> },
    /// The people one pays.
    Payees { who: Option<Who> },
    /// A page with nothing to fill in, named by the intent it is for.
    Open(Intent),
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// It was not them, or it is not right.
    NotMine,
    /// It went to the wrong person.
    WrongPerson,
    /// It is there twice.
    Twice,
}

/// Why a person is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// They asked for one.
    Asked,
    /// Somebody is in danger.
    Emergency,
    /// Somebody is being deceived.
    Scam,
    /// Only a person can do it.
    Intent(Intent),
    /// It was not understood, more than once.
    NotUnderstood,
    /// What was answered was not what they meant, more than once.
    NotThis,
}

/// Why something is not taken as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// No month has that day.
    NoDay,
    /// Nothing is planned in that rhythm: every week, and every month.
    NoRhythm,
    /// It does not reckon with amounts: half of one, or twice as much.
    NoShare,
    /// One payment is made at a time.
    OneAtATime,
}

/// What the assistant does next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is named for what it holds, and is described with its type")]
pub enum Turn {
    /// Asks for something that is missing. `again` counts how often it was asked before.
    Ask { intent: Intent, slot: Slot, again: u8 },
    /// Asks which of several was meant: two people with one name, two accounts of a kind.
    Which { slot: Slot, choices: Vec<Choice> },
    /// Says back whom it found for a name that is not quite theirs, and waits for yes or no.
    DidYouMean { heard: String, payee: PaymentId },
    /// Asks which of two was meant.
    Choose { intents: [Intent; 2] },
    /// Answers from the ledger.
    Answer(Question),
    /// Leads to the page that does it.
    Prepare(Action),
    /// Says why something is not taken as it was said. What is done instead follows.
    Note(Note),
    /// Shows an article.
    Article { slug: String },
    /// Fetches a person.
    Person { why: Why },
    /// Warns of a scam; a person follows.
    Warn,
    /// A few words: a greeting, thanks, what it can do.
    Smalltalk(Intent),
    /// Puts down what was begun.
    Cancelled(Intent),
    /// There is nothing to put down.
    NothingToCancel,
    /// Says the last again, in other words where the page has them.
    Repeat,
    /// Did not understand; `turns` counts how often in a row.
    NotUnderstood { turns: u8 },
}
