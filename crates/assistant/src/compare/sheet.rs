//! What came of everything that a model was asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    classify::{Model, OUT_OF_SCOPE, Outcome, Report, examples, outcomes},
    frozen,
    intent::{Intent, Kind},
    lane::{Lane, lanes},
    language::Spoken,
    numbers::wide,
};

/// How often something was so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// So often it was.
    pub yes: u32,
    /// Of so many.
    pub of: u32,
}

impl Share {
    /// The part of `all` for which `is` holds.
    fn of<'a, T: 'a>(all: impl IntoIterator<Item = &'a T>, is: impl Fn(&T) -> bool) -> Self {
        all.into_iter().fold(Self::default(), |sum, one| Self { yes: sum.yes + u32::from(is(one)), of: sum.of + 1 })
    }

    /// In tenths of a hundredth, rounded; 0 of nothing.
    #[must_use]
    pub fn thousandths(self) -> u32 {
        if self.of == 0 { 0 } else { (self.yes * 2_000 + self.of) / (self.of * 2) }
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { yes: self.yes + other.yes, of: self.of + other.of }
    }

    /// Whether this is less than `other` by more than `tenths` of a point (hundredth), exactly.
    #[must_use]
    pub fn falls(self, other: Self, tenths: u32) -> bool {
        let [yes, of, before, all] = [self.yes, self.of, other.yes, other.of].map(i128::from);
        of > 0 && all > 0 && (before * of - yes * all) * 1_000 > i128::from(tenths) * of * all
    }
}

/// What was found in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Of what is the bank's business: how often the likeliest was meant.
    pub right: Share,
    /// Of that: how often the model took it for something else.
    pub rejected: Share,
    /// Of what is not the bank's business: how often it was seen.
    pub found: Share,
    /// By how much confidence and truth differ, in ten-thousandths (the expected calibration error).
    pub ece: u32,
    /// How sure the model was of what is the bank's business, on average, in thousandths.
    pub confidence: u32,
    /// How often a scam was heard, by the rules or by the model.
    pub scam: Share,
    /// How often it was heard that somebody wants a person.
    pub person: Share,
    /// How often each intent was recognised, by its code.
    pub intents: BTreeMap<String, Share>,
}

/// What is known of a model before it answers anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What the model is called: [`Model::version`].
    pub model: String,
    /// How long its file is, in bytes.
    pub bytes: u32,
    /// What it was asked: [`frozen::name`].
    pub frozen: String,
    /// What came of it in English.
    pub english: Figures,
    /// And in Chinese.
    pub chinese: Figures,
}

impl Sheet {
    /// Asks `model`, whose file has so many `bytes`, everything.
    #[must_use]
    pub fn of(model: &Model, bytes: usize) -> Self {
        Self {
            model: model.version(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            frozen: frozen::name(),
            english: Figures::of(model, Spoken::English),
            chinese: Figures::of(model, Spoken::Chinese),
        }
    }

    /// The figures in `language`.
    #[must_use]
    pub const fn in_language(&self, language: Spoken) -> &Figures {
        match language {
            Spoken::English => &self.english,
            Spoken::Chinese => &self.chinese,
        }
    }

    /// How often each intent was recognised in both languages together: in each there are few.
    #[must_use]
    pub fn intents(&self) -> BTreeMap<&str, Share> {
        let mut both = BTreeMap::<&str, Share>::new();
        for (intent, share) in self.english.intents.iter().chain(&self.chinese.intents) {
            let sum = both.entry(intent).or_default();
            *sum = sum.and(*share);
        }
        both
    }
}

impl Figures {
    fn of(model: &Model, language: Spoken) -> Self {
        let all = outcomes(model, &examples(&frozen::asked(language), model.encoder()));
        let (outside, inside): (Vec<Outcome>, Vec<Outcome>) =
            all.into_iter().partition(|one| one.truth == OUT_OF_SCOPE);
        let mut by_intent = BTreeMap::<String, Share>::new();
        for one in &inside {
            let sum = by_intent.entry(one.truth.clone()).or_default();
            *sum = sum.and(Share { yes: u32::from(one.right), of: 1 });
        }
        let sure: f64 = inside.iter().map(|one| f64::from(one.confidence)).sum();
        Self {
            right: Share::of(&inside, |one| one.right),
            rejected: Share::of(&inside, |one| !one.accepted),
            found: Share::of(&outside, |one| !one.accepted),
            ece: whole(10_000.0 * Report::of(&inside).ece),
            confidence: whole(1_000.0 * sure / wide(inside.len().max(1))),
            scam: heard(model, language, Lane::Scam, |intent| intent == Intent::SuspiciousMessage),
            person: heard(model, language, Lane::Person, |intent| intent.kind() == Kind::Person),
            intents: by_intent,
        }
    }
}

/// How often `lane` is heard by its rules, or the model takes it for an intent that leads to the same.
fn heard(model: &Model, language: Spoken, lane: Lane, same: impl Fn(Intent) -> bool) -> Share {
    let lines: Vec<&str> = frozen::heard(language, lane).collect();
    Share::of(&lines, |line| {
        lanes(line).contains(&lane) || Intent::from_code(model.guess(line).label).is_some_and(&same)
    })
}

/// A figure as a whole number, rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "figures are from nought to ten thousand")]
fn whole(figure: f64) -> u32 {
    figure.round() as u32
}
