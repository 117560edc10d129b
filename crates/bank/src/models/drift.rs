//! Whether people come with other things than before, or put them otherwise: what the model that answers makes of them in the
//! last week, beside what the same model made of them in the four weeks before.
//!
//! Like all figures of how people are served these are added up when somebody looks, of what is kept of conversations anyway,
//! and of few people none are told ([`crate::few`]). They are not compared with the utterances a model is judged by: those are
//! written to be hard, a quarter of them is nobody's business, and every bank would be warned on every day.

use std::collections::{BTreeMap, BTreeSet};

use assistant::{
    compare::Share,
    language::{Spoken, spoken},
};
use model::{ConversationId, CustomerId};

use crate::{
    Bank, Error,
    conversations::{Conversation, Reply, Said, Speaker},
    few,
};

/// How many are read at a time, and at most: a bank that has more has enough of them.
const SLICE: u32 = 500;
const MOST: usize = 20_000;
const DAY_S: i64 = 86_400;
/// How long what is new is new, and how long what was before is looked at, in days.
const RECENT_DAYS: i64 = 7;
const BEFORE_DAYS: i64 = 28;
/// By how many tenths of a point a share has to differ: what is less is of no importance, however certain.
const LEAST_TENTHS: u32 = 30;
/// The square of 3.29: beyond that many standard errors chance comes once in a thousand (two-sided). Six shares are looked at;
/// somebody who looks every week is warned by chance once in three years.
const CHANCE: f64 = 3.29 * 3.29;

model::coded! {
    /// What is looked at.
    Test {
        /// How many come with what the model takes for none of the bank's business.
        Rejected = "rejected",
        /// How many are asked what they mean.
        AskedBack = "asked-back",
        /// How many come to a person.
        HandedOver = "handed-over",
    }
}

/// What was made of those who came in some days, each conversation by the first words in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// For how many something is so, in the order of [`Test::ALL`].
    pub shares: [Share; 3],
    /// How sure the model was on average, in thousandths.
    pub confidence: u32,
}

/// What was made of those who wrote in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The language.
    pub language: Spoken,
    /// In the last week; `None` of too few people.
    pub recent: Option<Sum>,
    /// In the four weeks before; `None` of too few people.
    pub before: Option<Sum>,
    /// What differs by more than chance.
    pub differs: Vec<Test>,
}

/// What the model that answers makes of people now and before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// What the model is called; empty without one.
    pub model: String,
    /// By language.
    pub rows: Vec<Row>,
}

#[derive(Default)]
struct Sample {
    people: BTreeSet<i64>,
    shares: [Share; 3],
    confidence: u64,
}

impl Sample {
    fn add(&mut self, who: i64, (confidence, values): (u16, [bool; 3])) {
        self.people.insert(who);
        self.confidence += u64::from(confidence);
        for (share, value) in self.shares.iter_mut().zip(values) {
            *share = share.and(Share { yes: u32::from(value), of: 1 });
        }
    }

    fn told(&self) -> Option<Sum> {
        let people = u32::try_from(self.people.len()).unwrap_or(u32::MAX);
        let count = u64::from(self.shares[0].of).max(1);
        let confidence = u32::try_from((self.confidence + count / 2) / count).unwrap_or(u32::MAX);
        few::are_enough(people).then_some(Sum { shares: self.shares, confidence })
    }
}

/// What the model that answers on this server makes of people, in the last week and before.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn drift(bank: &Bank) -> Result<Drift, Error> {
    let (model, now) = (bank.assistant.name(), bank.clock.now());
    let recent = now.plus_seconds(-RECENT_DAYS * DAY_S);
    let since = recent.plus_seconds(-BEFORE_DAYS * DAY_S);
    let mut samples = BTreeMap::<(Spoken, bool), Sample>::new();
    let (mut before, mut read): (Option<ConversationId>, usize) = (None, 0);
    loop {
        let slice = bank.conversations.begun(since, before, SLICE).await?;
        for (conversation, _) in &slice {
            let Some((language, values)) = made_of(conversation, &model) else { continue };
            let head = &conversation.head;
            // Nobody knows who a stranger is, nor whether two of them are one.
            let who = head.customer.map_or_else(|| head.id.value(), CustomerId::value);
            samples.entry((language, head.opened_at >= recent)).or_default().add(who, values);
        }
        read += slice.len();
        before = slice.last().map(|(last, _)| last.head.id);
        if slice.len() < SLICE as usize || read >= MOST {
            break;
        }
    }
    let told = |language, is_recent| samples.get(&(language, is_recent)).and_then(Sample::told);
    let row = |language| {
        let (recent, before) = (told(language, true), told(language, false));
        let differs = recent.zip(before).map(|(recent, before)| differing(&recent, &before)).unwrap_or_default();
        Row { language, recent, before, differs }
    };
    Ok(Drift { model: model.to_string(), rows: [Spoken::English, Spoken::Chinese].map(row).into() })
}

/// What the model called `model` made of the first words in a conversation: how sure it was, and each [`Test`]; `None` where
/// it read none, or where they are in no language it knows.
fn made_of(conversation: &Conversation, model: &str) -> Option<(Spoken, (u16, [bool; 3]))> {
    let entries = &conversation.entries;
    let (at, words, reading) =
        entries.iter().enumerate().find_map(|(at, entry)| match (&entry.said, &entry.reading) {
            (Said::Wrote(words), Some(reading)) => Some((at, words, reading)),
            _ => None,
        })?;
    if reading.model != model {
        return None;
    }
    let then = &entries[at + 1..];
    let first = then.iter().find(|entry| entry.by == Speaker::Assistant).map(|entry| &entry.said);
    let asked_back = matches!(first, Some(Said::Replied(Reply::NotUnderstood | Reply::Choose(_))));
    let handed_over = then.iter().any(|entry| matches!(entry.said, Said::Asked(_)));
    Some((spoken(words)?, (reading.confidence, [!reading.accepted, asked_back, handed_over])))
}

/// What differs, by more than is of no importance and by more than chance.
fn differing(recent: &Sum, before: &Sum) -> Vec<Test> {
    let both = recent.shares.iter().zip(&before.shares);
    let tests = Test::ALL.iter().zip(both);
    tests.filter(|(_, (now, was))| is_other(**now, **was)).map(|(test, _)| *test).collect()
}

/// Whether two shares differ: by more than three points, and by more than chance by the test of two proportions with their
/// common variance (the square of z is the chi-square of one degree of freedom).
fn is_other(now: Share, was: Share) -> bool {
    let by = if now.falls(was, 0) { now.falls(was, LEAST_TENTHS) } else { was.falls(now, LEAST_TENTHS) };
    let [yes, of, before, all] = [now.yes, now.of, was.yes, was.of].map(f64::from);
    let common = (yes + before) / (of + all);
    let apart = yes / of - before / all;
    by && apart * apart > CHANCE * common * (1.0 - common) * (1.0 / of + 1.0 / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(yes: u32, of: u32) -> Share {
        Share { yes, of }
    }

    #[test]
    fn what_is_little_or_may_be_chance_is_no_warning() {
        assert!(!is_other(share(10, 100), share(10, 100)));
        // Twice as many, of few: z is 2.2.
        assert!(!is_other(share(20, 100), share(10, 100)));
        assert!(is_other(share(200, 1_000), share(100, 1_000)), "z is 6.3");
        assert!(is_other(share(100, 1_000), share(200, 1_000)), "less is other as well");
        // As certain as can be, and of no importance.
        assert!(!is_other(share(12_900, 100_000), share(10_000, 100_000)));
        assert!(!is_other(share(0, 100), share(0, 100)) && !is_other(share(100, 100), share(100, 100)));
        assert!(!is_other(share(0, 0), share(50, 100)), "of nobody nothing is said");
    }

    #[test]
    fn the_bound_is_where_it_is_said_to_be() {
        // Of 400 and 400: the variance of both together is p(1-p)/200, and 3.29 standard errors of .25 are .1007.
        let at = |yes| is_other(share(yes, 400), share(80, 400));
        let first = (80..200).find(|yes| at(*yes)).unwrap();
        let z = |yes: u32| {
            let (now, was) = (f64::from(yes) / 400.0, 0.2);
            let common = f64::midpoint(now, was);
            (now - was) / (common * (1.0 - common) / 200.0).sqrt()
        };
        assert!(z(first) > 3.29 && z(first - 1) <= 3.29);
    }
}
