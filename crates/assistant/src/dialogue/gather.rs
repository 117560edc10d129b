//! From what a message names to what is known.

use model::{AccountId, PaymentId};

use super::{
    pair,
    phrases::NEGATIONS,
    state::Known,
    turn::{Choice, Heard, Slot, Who},
};
use crate::{
    entities::{Entity, Odd, Value},
    normalise::{fold, is_han},
    understand::Understanding,
};

/// What stands before an account that money leaves, and before one it goes to.
const FROM: &[&str] = &[
    "from my",
    "from the",
    "from our",
    "from",
    "out of my",
    "out of the",
    "out of",
    "using my",
    "using",
    "use my",
    "从我的",
    "从",
    "由",
    "用我的",
    "用",
];
const TO: &[&str] = &[
    "to my",
    "to the",
    "to our",
    "to",
    "into my",
    "into the",
    "into our",
    "into",
    "onto",
    "in my",
    "in the",
    "in our",
    "转到我的",
    "转到",
    "转进",
    "转入",
    "转去",
    "转回",
    "存到",
    "存进",
    "存入",
    "放到",
    "放进",
    "挪到",
    "移到",
    "划到",
    "到我的",
    "到",
    "进",
    "入",
    "给我的",
    "给",
];

/// What a message names, sorted.
#[derive(Debug, Default)]
pub struct Named {
    /// What is clear.
    pub known: Known,
    /// What has to be asked about first.
    pub unsure: Option<Unsure>,
    /// What is said not to be meant.
    pub negated: Vec<Slot>,
    /// Whether there is more than one amount in it, and so none.
    pub several: bool,
    /// What cannot be taken as it is.
    pub odd: Vec<Odd>,
    /// Two payments, where two were told one after the other.
    pub pair: Option<Box<(Known, Known)>>,
    /// How many letters and characters of the message nothing was found in.
    pub rest: usize,
}

/// What could be several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsure {
    Which { slot: Slot, choices: Vec<Choice> },
    DidYouMean { heard: String, payee: PaymentId },
}

impl Named {
    /// Sorts what `understanding` names. An account without a word of direction is the one that `asked` is about.
    pub fn of(understanding: &Understanding, asked: Option<Slot>) -> Self {
        let (text, entities) = (understanding.redacted.text.as_str(), understanding.entities.as_slice());
        let pair = pair::boundary(text, entities).map(|at| {
            let (one, other) = entities.split_at(at);
            let part = |entities| Self::among(text, entities, asked).known;
            Box::new(pair::shared(&part(one), &part(other)))
        });
        Self { pair, ..Self::among(text, entities, asked) }
    }

    /// The same of some of them.
    fn among(text: &str, entities: &[Entity], asked: Option<Slot>) -> Self {
        let mut named = Self { rest: rest(text, entities), ..Self::default() };
        let mut amounts = Vec::new();
        for entity in entities {
            let before = fold(&text[..entity.span.start]);
            let before = before.trim_end();
            let negated = NEGATIONS.iter().any(|phrase| ends(before, phrase));
            if negated && matches!(entity.value, Value::Category(_)) {
                // All but one kind is a question that nothing answers; that kind would be the wrong answer.
                continue;
            }
            if let Some(slot) = slot_of(&entity.value)
                && (negated
                    // "From £20 to £30" says what it was.
                    || slot == Slot::Amount && ["from", "从"].iter().any(|phrase| ends(before, phrase)))
            {
                named.negated.push(slot);
                continue;
            }
            if let Value::Amount { money, .. } = entity.value
                && !amounts.contains(&money)
            {
                amounts.push(money);
            }
            named.put(text, entity, before, asked);
        }
        if amounts.len() > 1 {
            // "£20 or £30": neither is taken for the other.
            named.known.amount = None;
            named.several = true;
        }
        named
    }

    /// Whether nothing was named.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
            && self.unsure.is_none()
            && self.negated.is_empty()
            && !self.several
            && self.odd.is_empty()
    }

    /// The slots of which nothing that was said before holds any more.
    pub fn forgotten(&self) -> impl Iterator<Item = Slot> {
        let odd = self.odd.iter().filter_map(|odd| odd_slot(*odd));
        self.negated.iter().copied().chain(self.several.then_some(Slot::Amount)).chain(odd)
    }

    /// Somebody who is on the list. Two in one message are asked about: only one is paid at a time.
    fn put_payee(&mut self, payee: PaymentId) {
        match (&mut self.unsure, &self.known.who) {
            (Some(Unsure::Which { slot: Slot::Payee, choices }), _) => {
                let choice = Choice::Payee(payee);
                if !choices.contains(&choice) {
                    choices.push(choice);
                }
            }
            (_, Some(Who::Payee(other))) if *other != payee => {
                let choices = vec![Choice::Payee(*other), Choice::Payee(payee)];
                self.unsure = Some(Unsure::Which { slot: Slot::Payee, choices });
                self.known.who = None;
            }
            _ => self.known.who = Some(Who::Payee(payee)),
        }
    }

    fn put(&mut self, text: &str, entity: &Entity, before: &str, asked: Option<Slot>) {
        let known = &mut self.known;
        match &entity.value {
            Value::Amount { money, assumed } => known.amount = Some(Heard { money: *money, assumed: *assumed }),
            Value::Time(time) => known.time = Some(*time),
            Value::Every { every, day } => {
                known.every = Some(*every);
                known.time = known.time.or(*day);
            }
            Value::Odd(odd) => self.odd.push(*odd),
            Value::Category(category) => known.category = Some(*category),
            Value::Place(place) => known.place = Some(place.clone()),
            Value::Reference(reference) => known.reference = Some(reference.clone()),
            Value::Name(name) => known.who = Some(Who::Named(name.clone())),
            Value::Payee { payments, exact } => match payments[..] {
                [one] if *exact => self.put_payee(one),
                [one] => {
                    let heard = text[entity.span.clone()].to_owned();
                    self.unsure = Some(Unsure::DidYouMean { heard, payee: one });
                }
                _ => {
                    let choices = payments.iter().map(|payment| Choice::Payee(*payment)).collect();
                    self.unsure = Some(Unsure::Which { slot: Slot::Payee, choices });
                }
            },
            Value::Account(accounts) => self.put_account(accounts, before, asked),
        }
    }

    fn put_account(&mut self, accounts: &[AccountId], before: &str, asked: Option<Slot>) {
        let from = FROM.iter().any(|phrase| ends(before, phrase));
        let to = !from && TO.iter().any(|phrase| ends(before, phrase));
        let slot = if to || (asked == Some(Slot::ToAccount) && !from) { Slot::ToAccount } else { Slot::Account };
        let which = |slot: Slot, accounts: &[AccountId]| {
            let choices = accounts.iter().map(|account| Choice::Account(*account)).collect();
            Some(Unsure::Which { slot, choices })
        };
        let known = &mut self.known;
        match (accounts, slot) {
            ([one], Slot::ToAccount) => known.to_account = Some(*one),
            ([one], _) => match known.account.filter(|other| other != one && !from) {
                // "To current and joint" adds to the account before it, and takes the place of none.
                Some(_) if known.to_account.is_some() => {
                    let other = known.to_account.take();
                    self.unsure = which(Slot::ToAccount, &[other.unwrap_or(*one), *one]);
                }
                Some(other) => {
                    known.account = None;
                    self.unsure = which(Slot::Account, &[other, *one]);
                }
                None => known.account = Some(*one),
            },
            _ => self.unsure = which(slot, accounts),
        }
    }
}

/// What has to be asked for where something cannot be taken as it is.
pub const fn odd_slot(odd: Odd) -> Option<Slot> {
    match odd {
        Odd::Day => Some(Slot::Day),
        Odd::Rhythm => Some(Slot::Every),
        Odd::Share => Some(Slot::Amount),
        Odd::Times => None,
    }
}

const fn slot_of(value: &Value) -> Option<Slot> {
    match value {
        Value::Amount { .. } => Some(Slot::Amount),
        Value::Time(_) => Some(Slot::Day),
        Value::Every { .. } => Some(Slot::Every),
        Value::Account(_) => Some(Slot::Account),
        Value::Payee { .. } | Value::Name(_) | Value::Place(_) => Some(Slot::Payee),
        Value::Category(_) | Value::Reference(_) | Value::Odd(_) => None,
    }
}

/// Whether `before` ends with `phrase`, as words of their own where it has letters.
fn ends(before: &str, phrase: &str) -> bool {
    before.strip_suffix(phrase).is_some_and(|rest| {
        phrase.starts_with(is_han) || rest.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric())
    })
}

fn rest(text: &str, entities: &[Entity]) -> usize {
    let inside = |at: usize| entities.iter().any(|entity| entity.span.contains(&at));
    let words = text.char_indices().filter(|(at, character)| {
        let begins = !text[..*at].chars().next_back().is_some_and(|before| before.is_alphanumeric() && !is_han(before));
        !inside(*at) && character.is_alphanumeric() && (is_han(*character) || begins)
    });
    words.count()
}
