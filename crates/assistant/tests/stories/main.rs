//! Conversations, told in `stories/`: what is said, in both languages, and what is done.
//!
//! What the classifier would guess is given, so that a story fails for what the dialogue does and for nothing else, and all
//! of them run in a second; how good the guesses are is measured where the classifier is.

#[path = "../people/mod.rs"]
mod people;

use std::{fs, path::Path};

use assistant::{
    Guessed, Intent,
    dialogue::{Dialogue, Press, Said, step},
    entities::Person,
    understand,
};
use model::{AccountId, PaymentId};
use people::{account_key, payee_key, person};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct File {
    story: Vec<Story>,
}

#[derive(Deserialize)]
struct Story {
    name: String,
    /// How many of the accounts there are in it; all of them where nothing is said.
    accounts: Option<usize>,
    turns: Vec<Told>,
}

/// What is said or pressed, and what follows.
#[derive(Deserialize)]
struct Told {
    /// What is read back before it, where that is not what was kept.
    kept: Option<String>,
    en: Option<String>,
    zh: Option<String>,
    press: Option<String>,
    /// `pay-person 0.97, pay-later 0.02`; nothing where the classifier has no idea.
    #[serde(default)]
    guess: String,
    then: String,
    /// What follows in Chinese where that is something else: the name of a shop.
    then_zh: Option<String>,
}

fn guesses(told: &str) -> Vec<Guessed> {
    let one = |guess: &str| {
        let (intent, confidence) = guess.trim().split_once(' ').expect("a guess has a confidence");
        let intent = Intent::from_code(intent).unwrap_or_else(|| panic!("{intent} is no intent"));
        Guessed { intent, confidence: confidence.parse().expect("a confidence is a number") }
    };
    told.split(',').filter(|guess| !guess.trim().is_empty()).map(one).collect()
}

fn press(told: &str) -> Press {
    match told.split_once(' ') {
        Some(("account", key)) => Press::Account(account_id(key)),
        Some(("payee", key)) => Press::Payee(payee_id(key)),
        Some(("intent", code)) => Press::Intent(Intent::from_code(code).expect("it is an intent")),
        _ => serde_json::from_value(Value::String(told.to_owned())).expect("it is a button"),
    }
}

/// A turn in few words: `ask payee`, `prepare pay to=anna amount=20.00GBP`.
fn brief(value: &Value) -> String {
    match value {
        Value::String(text) => known(text),
        Value::Object(fields) => {
            // Sorted here, because how a map is ordered depends on what else is compiled.
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| key.as_str());
            let told =
                fields.into_iter().filter(|(key, value)| !(value.is_null() || key.as_str() == "again" && **value == 0));
            let told = told.map(|(key, value)| match value {
                Value::Object(inner) if inner.contains_key("money") => format!("{key}={}", money(value)),
                Value::Object(inner) if inner.contains_key("first") => {
                    format!("{key}={}..{}", brief(&inner["first"]), brief(&inner["last"]))
                }
                Value::Object(inner)
                    if inner.len() == 1 && (inner.contains_key("payee") || inner.contains_key("named")) =>
                {
                    format!("{key}={}", brief(inner.values().next().expect("it has one")))
                }
                Value::Object(_) => format!("{key} {}", brief(value)).trim_end().to_owned(),
                other => format!("{key}={}", brief(other)),
            });
            told.collect::<Vec<_>>().join(" ")
        }
        Value::Array(values) => values
            .iter()
            .map(|value| brief(value).replace("payee=", "").replace("account=", ""))
            .collect::<Vec<_>>()
            .join("|"),
        other => other.to_string(),
    }
}

fn money(heard: &Value) -> String {
    let minor = heard["money"]["minor"].as_i64().expect("it is whole");
    let currency = heard["money"]["currency"].as_str().expect("it is a code");
    let assumed = if heard["assumed"] == true { "?" } else { "" };
    format!("{}.{:02}{currency}{assumed}", minor / 100, minor % 100)
}

/// The name the stories have for an id.
fn known(text: &str) -> String {
    let account =
        person().accounts.iter().find(|account| account.id.to_string() == text).map(|account| account_key(account.id));
    let payees = person().payees;
    let payee = payees.iter().find(|payee| payee.payment.to_string() == text).map(|payee| payee_key(payee.payment));
    account.or(payee).unwrap_or(text).to_owned()
}

/// The account that the stories call so.
fn account_id(key: &str) -> AccountId {
    person().accounts.iter().map(|account| account.id).find(|id| account_key(*id) == key).expect("it is an account")
}

/// Whoever the stories call so.
fn payee_id(key: &str) -> PaymentId {
    person()
        .payees
        .iter()
        .map(|payee| payee.payment)
        .find(|id| payee_key(*id) == key)
        .expect("it is somebody who is paid")
}

fn whoever(accounts: Option<usize>) -> Person {
    let mut person = person();
    person.accounts.truncate(accounts.unwrap_or(usize::MAX));
    person
}

/// Tells a story; what was not as it is told.
fn tell(story: &Story, chinese: bool) -> Option<String> {
    let person = whoever(story.accounts);
    let mut dialogue = Dialogue::default();
    for (place, told) in story.turns.iter().enumerate() {
        dialogue = told.kept.as_deref().map_or(dialogue, Dialogue::from_json);
        let said = if chinese { told.zh.as_deref() } else { told.en.as_deref() };
        let (next, turns) = if let Some(button) = &told.press {
            step(&dialogue, &Said::Press(press(button)), &person)
        } else {
            let mut heard = understand(said.expect("it is said in both languages"), None, &person);
            heard.guesses = guesses(&told.guess);
            heard.in_scope = !heard.guesses.is_empty();
            step(&dialogue, &Said::Words(&heard), &person)
        };
        // Whatever is remembered survives being kept.
        dialogue = Dialogue::from_json(&next.to_json());
        assert_eq!(dialogue, next, "{}", story.name);
        let turns: Vec<String> =
            turns.iter().map(|turn| brief(&serde_json::to_value(turn).expect("a turn can be written"))).collect();
        let turns = turns.join("; ");
        let then = told.then_zh.as_ref().filter(|_| chinese).unwrap_or(&told.then);
        if turns != *then {
            let number = place + 1;
            return Some(format!("{}, {number}: {said:?}\n    is:  {turns}\n    not: {then}", story.name));
        }
    }
    None
}

/// Every story there is.
fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("stories");
    let mut stories = Vec::new();
    for entry in fs::read_dir(folder).expect("there are stories") {
        let path = entry.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("a story can be read");
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        stories.extend(file.story);
    }
    stories
}

#[test]
fn every_story_goes_as_it_is_told() {
    let stories = stories();
    let mut wrong = Vec::new();
    for story in &stories {
        wrong.extend(tell(story, false));
        wrong.extend(tell(story, true).map(|wrong| format!("in Chinese: {wrong}")));
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), stories.len() * 2, wrong.join("\n"));
    assert!(stories.len() >= 150, "{} stories", stories.len());
}

#[test]
fn every_intent_is_wanted_in_a_story() {
    let stories = stories();
    let told: Vec<&Told> = stories.iter().flat_map(|story| &story.turns).collect();
    let wanted = |intent: Intent| {
        told.iter().any(|told| {
            let first = guesses(&told.guess).first().is_some_and(|guess| guess.intent == intent);
            let pressed = told.press.as_deref().and_then(|press| press.strip_prefix("intent "));
            first || pressed == Some(intent.code())
        })
    };
    let missing: Vec<_> = Intent::ALL.iter().copied().filter(|intent| !wanted(*intent)).map(Intent::code).collect();
    assert!(missing.is_empty(), "in no story: {missing:?}");
}
