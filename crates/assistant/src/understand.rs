//! One message, understood.

use crate::{
    classify::Model,
    entities::{self, Entity, Person},
    intent::Intent,
    lane::{Lane, lanes},
    language::{Spoken, spoken},
    redact::{Redacted, redact},
};

/// How many guesses are kept.
const GUESSES: usize = 5;

/// An intent and how likely it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guessed {
    /// What somebody may want.
    pub intent: Intent,
    /// How likely that is, from zero to one.
    pub confidence: f32,
}

/// What one message says.
#[derive(Debug, Clone, PartialEq)]
pub struct Understanding {
    /// Its language; `None` where it has no letters, and the one before stays.
    pub language: Option<Spoken>,
    /// The message without its secrets: what may be kept.
    pub redacted: Redacted,
    /// What is heard by rules, the most urgent first.
    pub lanes: Vec<Lane>,
    /// What it may be about, the likeliest first; nothing without a model.
    pub guesses: Vec<Guessed>,
    /// Whether the model takes it for the bank's business.
    pub in_scope: bool,
    /// What it names, in the order in which it stands there.
    pub entities: Vec<Entity>,
}

/// Reads one message of `person`. Without a model it is read by rules and grammar alone.
#[must_use]
pub fn understand(text: &str, model: Option<&Model>, person: &Person) -> Understanding {
    let redacted = redact(text);
    let (guesses, in_scope) = model.map_or((Vec::new(), false), |model| guesses(model, &redacted.text));
    Understanding {
        language: spoken(text),
        lanes: lanes(text),
        guesses,
        in_scope,
        entities: entities::find(&redacted.text, person),
        redacted,
    }
}

/// The likeliest intents of a message without its secrets, the likeliest first.
#[must_use]
pub fn guessed(model: &Model, text: &str) -> Vec<Guessed> {
    guesses(model, text).0
}

/// The likeliest intents, and whether they are likely enough. Labels that are no intent of ours are left out: anybody's
/// model may be asked.
fn guesses(model: &Model, text: &str) -> (Vec<Guessed>, bool) {
    let shares = model.shares(text);
    let in_scope = model.in_scope(&shares);
    let mut guesses: Vec<Guessed> = model
        .labels()
        .iter()
        .zip(shares)
        .filter_map(|(label, confidence)| Intent::from_code(label).map(|intent| Guessed { intent, confidence }))
        .collect();
    guesses.sort_by(|left, right| right.confidence.total_cmp(&left.confidence).then(left.intent.cmp(&right.intent)));
    guesses.truncate(GUESSES);
    (guesses, in_scope)
}
