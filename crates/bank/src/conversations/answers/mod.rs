//! What the program says to what somebody wrote or pressed.
//!
//! What they mean is told by the crate `assistant`; what it comes to in their own books is looked up here. Nothing is
//! ever done: where something is wanted, the answer leads to the page that does it.

mod errands;
mod facts;

use assistant::{
    Intent, Understanding,
    dialogue::{Choice, Dialogue, Said as Heard, Slot, Turn, Who, Why, step, sure},
    entities::{Account as KnownAccount, AccountKind as KnownKind, Payee, Person},
    redact::redact,
    understand,
};
use model::{AccountId, Currency, CustomerId, PaymentId};

use super::{
    conversation::{Conversation, HandOver, Reading, Said},
    reply::{AccountName, Offer, Reply},
};
use crate::{Bank, Error, accounts::Account, misses::thousandths, payments};

/// How many people somebody pays are known by name here.
const PAYEES: u32 = 60;
/// How many of them can be pressed.
const PAYEES_OFFERED: usize = 5;

/// What follows: what is said, and what the program has in mind then.
pub(super) struct Answer {
    /// What is said, in its order.
    pub(super) said: Vec<Said>,
    /// What the program has in mind.
    pub(super) dialogue: String,
    /// What the program is sure that it was about.
    pub(super) about: Option<Intent>,
    /// How a model read it.
    pub(super) reading: Option<Reading>,
}

/// What somebody did.
pub(super) enum Did<'a> {
    /// They wrote.
    Wrote(&'a str),
    /// They pressed something that was offered.
    Pressed(&'a Offer),
}

/// What may be kept of `words`.
pub(super) fn kept(words: &str) -> String {
    redact(words).text
}

/// What the program says in `conversation` to what `owner` did; `None` is somebody who is not signed in.
pub(super) async fn to(
    bank: &Bank,
    owner: Option<CustomerId>,
    conversation: &Conversation,
    did: &Did<'_>,
) -> Result<Answer, Error> {
    let known = Known::of(bank, owner).await?;
    let state = Dialogue::from_json(&conversation.dialogue);
    let understanding: Understanding;
    let (heard, about, reading) = match did {
        Did::Wrote(words) => {
            let named = bank.assistant.named();
            understanding = understand(words, named.as_ref().map(|named| &*named.model), &known.person);
            let reading = named.map(|named| read(&named.name, &understanding));
            (Heard::Words(&understanding), sure(&understanding), reading)
        }
        Did::Pressed(offer) => (Heard::Press(offer.press()), None, None),
    };
    let (state, turns) = step(&state, &heard, &known.person);
    let mut said = Vec::new();
    for turn in turns {
        said.extend(known.says(conversation, turn).await?);
    }
    Ok(Answer { said, dialogue: state.to_json(), about, reading })
}

/// How the model called `name` read words.
fn read(name: &str, understanding: &Understanding) -> Reading {
    let confidence = understanding.guesses.first().map_or(0, |best| thousandths(best.confidence));
    Reading { model: name.to_owned(), confidence, accepted: understanding.in_scope }
}

/// What is known of whoever writes.
struct Known<'a> {
    bank: &'a Bank,
    owner: Option<CustomerId>,
    accounts: Vec<Account>,
    person: Person,
}

impl<'a> Known<'a> {
    async fn of(bank: &'a Bank, owner: Option<CustomerId>) -> Result<Self, Error> {
        let today = bank.calendar.day(bank.clock.now());
        let (accounts, payees) = match owner {
            Some(owner) => (bank.accounts.list(owner).await?, payments::known_payees(bank, owner, PAYEES).await?),
            None => (Vec::new(), Vec::new()),
        };
        let currency = accounts.first().map_or(Currency::Gbp, Account::currency);
        let person = Person {
            today,
            currency,
            accounts: accounts.iter().filter_map(known_account).collect(),
            payees: payees
                .into_iter()
                .map(|payee| Payee { payment: payee.payment, name: payee.name, nickname: payee.nickname })
                .collect(),
        };
        Ok(Self { bank, owner, accounts, person })
    }

    async fn says(&self, conversation: &Conversation, turn: Turn) -> Result<Vec<Said>, Error> {
        let reply = match turn {
            Turn::Warn => Reply::Scam,
            Turn::Person { why } => return Ok(fetched(why)),
            Turn::Ask { slot, .. } => Reply::Ask { slot, offers: self.offers(slot) },
            Turn::Which { choices, .. } => {
                Reply::Which(choices.iter().filter_map(|choice| self.choice(choice)).collect())
            }
            Turn::DidYouMean { heard, payee } => Reply::DidYouMean { heard, name: self.name_of(payee) },
            Turn::Choose { intents } => Reply::Choose(intents),
            Turn::Answer(question) => match self.owner {
                Some(owner) => self.answer(owner, question).await?,
                None => Reply::SignIn,
            },
            Turn::Prepare(action) => errands::to(self, &action),
            Turn::Note(note) => Reply::Note(note),
            Turn::Article { slug } => Reply::Article(slug),
            Turn::Smalltalk(intent) => Reply::Talk(intent),
            Turn::Cancelled(_) => Reply::Cancelled,
            Turn::NothingToCancel => Reply::NothingToCancel,
            Turn::Repeat => conversation.last_reply().cloned().unwrap_or(Reply::NotUnderstood),
            Turn::NotUnderstood { .. } => Reply::NotUnderstood,
        };
        Ok(vec![Said::Replied(reply)])
    }

    /// What can be pressed instead of writing what is missing.
    fn offers(&self, slot: Slot) -> Vec<Offer> {
        match slot {
            Slot::Account | Slot::ToAccount => {
                self.accounts.iter().map(|account| Offer::Account(name(account))).collect()
            }
            Slot::Payee => {
                let offer = |payee: &Payee| Offer::Payee { payment: payee.payment, name: payee.name.clone() };
                self.person.payees.iter().take(PAYEES_OFFERED).map(offer).collect()
            }
            Slot::Amount | Slot::Day | Slot::Every | Slot::Range => Vec::new(),
        }
    }

    fn choice(&self, choice: &Choice) -> Option<Offer> {
        match choice {
            Choice::Payee(payment) => Some(Offer::Payee { payment: *payment, name: self.name_of(*payment) }),
            Choice::Account(id) => self.account(*id).map(|account| Offer::Account(name(account))),
        }
    }

    fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    fn name_of(&self, payment: PaymentId) -> String {
        let known = self.person.payees.iter().find(|payee| payee.payment == payment);
        known.map(|payee| payee.name.clone()).unwrap_or_default()
    }

    fn called(&self, who: &Who) -> String {
        match who {
            Who::Payee(payment) => self.name_of(*payment),
            Who::Named(name) => name.clone(),
        }
    }
}

fn fetched(why: Why) -> Vec<Said> {
    let why = match why {
        Why::Emergency => return vec![Said::Replied(Reply::Emergency), Said::Asked(HandOver::Emergency)],
        Why::Scam => HandOver::Scam,
        Why::Asked => HandOver::Wanted,
        Why::Intent(_) => HandOver::Failed,
        Why::NotUnderstood | Why::NotThis => HandOver::NotUnderstood,
    };
    vec![Said::Asked(why)]
}

/// How an account is called.
fn name(account: &Account) -> AccountName {
    AccountName {
        id: account.id,
        kind: account.kind,
        name: account.name.clone(),
        ending: ending(&account.number.to_string()),
    }
}

fn ending(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(4)..].iter().collect()
}

fn known_account(account: &Account) -> Option<KnownAccount> {
    Some(KnownAccount {
        id: account.id,
        kind: KnownKind::from_code(account.kind.code())?,
        name: account.name.clone(),
        ending: ending(&account.number.to_string()),
        currency: account.currency(),
    })
}
