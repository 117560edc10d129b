//! What may answer what a customer has written, with why: for whoever answers to look at, and never sent by itself.

use assistant::{
    Intent, Kind, Understanding,
    entities::Person,
    knowledge::{self, Article},
    lane::Lane,
    language::Spoken,
    understand,
};
use model::{Currency, Language};

use super::ReadyReply;
use crate::{
    Bank,
    conversations::{Conversation, Said},
};

/// The most that is suggested: who has to choose among more would sooner write.
const MOST: usize = 3;
/// From which likelihood on a guess is shown. Whoever looks at it reads the message as well, so it is lower than where
/// the program answers alone.
const LIKELY: f32 = 0.25;

/// What may be an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What the message sounds like.
    pub because: Intent,
    /// The answer.
    pub answer: Suggested,
}

/// An answer that is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggested {
    /// One that is kept ready.
    Ready(ReadyReply),
    /// An article.
    Article(&'static Article),
}

/// What may answer the last that the owner of a conversation has written and nobody has answered, of those that are
/// kept `ready` for it and of the articles. Nothing where it is not understood.
#[must_use]
pub fn suggested(bank: &Bank, conversation: &Conversation, ready: &[ReadyReply]) -> Vec<Suggestion> {
    let Some((words, intents)) = unanswered(conversation).find_map(|words| understood(bank, words)) else {
        return Vec::new();
    };
    let language = conversation.head.language;
    let answers = intents.into_iter().flat_map(|because| {
        let kept = ready.iter().filter(move |reply| reply.about == Some(because)).cloned().map(Suggested::Ready);
        let article = spoken(language).and_then(|spoken| knowledge::about(because, words, spoken));
        kept.chain(article.map(Suggested::Article)).map(move |answer| Suggestion { because, answer })
    });
    let mut all: Vec<Suggestion> = Vec::new();
    for one in answers {
        // Two things that it sounds like may be answered by one article.
        if !all.iter().any(|known| known.answer == one.answer) {
            all.push(one);
        }
    }
    all.truncate(MOST);
    all
}

/// The article called `slug`, for somebody who reads `language`.
pub(super) fn article(slug: &str, language: Language) -> Option<&'static Article> {
    knowledge::article(slug, spoken(language)?)
}

/// The language of the articles for somebody who reads `language`: nobody is sent one that they cannot read.
const fn spoken(language: Language) -> Option<Spoken> {
    match language {
        Language::En => Some(Spoken::English),
        Language::Zh => Some(Spoken::Chinese),
        Language::Es => None,
    }
}

/// What the owner has written since a person said something, the last first.
fn unanswered(conversation: &Conversation) -> impl Iterator<Item = &str> {
    let said = conversation.entries.iter().rev().map(|entry| &entry.said);
    said.take_while(|said| !matches!(said, Said::Answered(_))).filter_map(|said| match said {
        Said::Wrote(words) => Some(words.as_str()),
        _ => None,
    })
}

/// What `words` sound like, the likeliest first; `None` where they sound like nothing that has an answer.
fn understood<'a>(bank: &Bank, words: &'a str) -> Option<(&'a str, Vec<Intent>)> {
    let today = bank.calendar.day(bank.clock.now());
    let stranger = Person { today, currency: Currency::Gbp, accounts: Vec::new(), payees: Vec::new() };
    let Understanding { lanes, guesses, in_scope, .. } =
        understand(words, bank.assistant.model().as_deref(), &stranger);
    let likely = guesses.into_iter().filter(|guess| in_scope && guess.confidence >= LIKELY).map(|guess| guess.intent);
    let mut intents = Vec::new();
    for intent in lanes.into_iter().filter_map(by_rule).chain(likely) {
        if intent.kind() != Kind::Talk && !intents.contains(&intent) {
            intents.push(intent);
        }
    }
    (!intents.is_empty()).then_some((words, intents))
}

/// What is heard by rules is not left to guesses.
const fn by_rule(lane: Lane) -> Option<Intent> {
    match lane {
        Lane::Scam => Some(Intent::SuspiciousMessage),
        Lane::Dispute => Some(Intent::DisputePayment),
        Lane::Complaint => Some(Intent::Complaint),
        Lane::Emergency | Lane::Person => None,
    }
}
