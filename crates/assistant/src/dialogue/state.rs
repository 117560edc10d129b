//! What is remembered from one message to the next.

use model::{AccountId, PaymentId, forms::Every};
use serde::{Deserialize, Serialize};

use super::turn::{Choice, Heard, Slot, Who};
use crate::{
    entities::{Category, Time},
    intent::{Intent, Kind},
    language::Spoken,
};

/// The version of what is serialised.
pub const VERSION: u8 = 1;

/// How many things that were begun are kept while something else is done.
const MOST_PARKED: usize = 2;

/// Where a conversation is. It is small, and can be kept as JSON; what cannot be read any more begins anew with
/// [`Dialogue::default`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialogue {
    pub(super) version: u8,
    /// The language of the last message that had one.
    pub(super) language: Spoken,
    /// What is being collected.
    pub(super) topic: Option<Topic>,
    /// What it interrupted, the last one last.
    pub(super) parked: Vec<Topic>,
    /// What was asked last and is not answered.
    pub(super) waiting: Option<Waiting>,
    /// What was done last: it can be corrected.
    pub(super) done: Option<Topic>,
    /// How many messages in a row were not understood.
    pub(super) failed: u8,
    /// How many answers were not what was meant, since one was.
    pub(super) refused: u8,
}

impl Default for Dialogue {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: Spoken::English,
            topic: None,
            parked: Vec::new(),
            waiting: None,
            done: None,
            failed: 0,
            refused: 0,
        }
    }
}

impl Dialogue {
    /// Reads what was kept. Anything that is not of this version begins anew.
    #[must_use]
    pub fn from_json(kept: &str) -> Self {
        serde_json::from_str(kept).ok().filter(|dialogue: &Self| dialogue.version == VERSION).unwrap_or_default()
    }

    /// What to keep.
    ///
    /// # Panics
    /// Never: all of it can be written.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("there are no maps and no numbers that JSON has not")
    }

    /// Puts what is being collected aside.
    pub(super) fn park(&mut self) {
        let asked = self.waiting.take();
        self.parked.extend(self.topic.take().map(|topic| Topic { asked, ..topic }));
        if self.parked.len() > MOST_PARKED {
            self.parked.remove(0);
        }
    }
}

/// Something that somebody wants, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    pub intent: Intent,
    pub known: Known,
    /// What they would not or could not say.
    pub skipped: Vec<Slot>,
    /// What has to be known besides, because it was said in a way that cannot be taken.
    #[serde(default)]
    pub wanted: Vec<Slot>,
    /// How often the present question was asked before.
    pub again: u8,
    /// What was asked when something else came in between: which of two people, and not who.
    #[serde(default)]
    pub asked: Option<Waiting>,
}

impl Topic {
    /// Takes over what was `named` later. "For rent" says what a payment is for, and takes nobody's place.
    pub fn take(&mut self, mut named: Known) {
        if self.intent.kind() == Kind::Prepare {
            named.category = None;
        }
        self.known.take(named);
    }

    pub const fn new(intent: Intent, known: Known) -> Self {
        Self { intent, known, skipped: Vec::new(), wanted: Vec::new(), again: 0, asked: None }
    }
}

/// What an answer would be an answer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Waiting {
    Slot(Slot),
    Which { slot: Slot, choices: Vec<Choice> },
    DidYouMean { payee: PaymentId },
    Choose { intents: [Intent; 2], known: Known },
}

/// Everything that was named and may matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    pub who: Option<Who>,
    pub place: Option<String>,
    pub category: Option<Category>,
    pub amount: Option<Heard>,
    pub account: Option<AccountId>,
    pub to_account: Option<AccountId>,
    pub time: Option<Time>,
    pub every: Option<Every>,
    pub reference: Option<String>,
}

impl Known {
    /// Takes over what was `named` later.
    pub fn take(&mut self, named: Self) {
        let Self { who, place, category, amount, account, to_account, time, every, reference } = named;
        // One purchase is at one place or of one kind: "and at Tesco" asks about no kind any more.
        if place.is_some() || category.is_some() || who.is_some() {
            (self.place, self.category) = (place, category);
            self.who = who.or(self.who.take().filter(|_| self.place.is_none() && self.category.is_none()));
        }
        self.amount = amount.or(self.amount);
        self.account = account.or(self.account);
        self.to_account = to_account.or(self.to_account);
        self.time = time.or(self.time);
        self.every = every.or(self.every);
        self.reference = reference.or(self.reference.take());
    }

    /// Whether a slot is filled.
    pub const fn has(&self, slot: Slot) -> bool {
        match slot {
            Slot::Payee => self.who.is_some() || self.place.is_some(),
            Slot::Amount => self.amount.is_some(),
            Slot::Account => self.account.is_some(),
            Slot::ToAccount => self.to_account.is_some(),
            Slot::Day | Slot::Range => self.time.is_some(),
            Slot::Every => self.every.is_some(),
        }
    }

    /// Forgets what was not meant.
    pub fn forget(&mut self, slot: Slot) {
        match slot {
            Slot::Payee => (self.who, self.place) = (None, None),
            Slot::Amount => self.amount = None,
            Slot::Account => self.account = None,
            Slot::ToAccount => self.to_account = None,
            Slot::Day | Slot::Range => self.time = None,
            Slot::Every => self.every = None,
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
