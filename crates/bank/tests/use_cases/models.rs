//! Which model answers people: what is no worse, proposed by one and agreed to by another, and taken back by one.

use std::collections::BTreeMap;

use assistant::{
    compare::{Comparison, Figures, Share, Sheet},
    language::Spoken,
};
use bank::{
    Error,
    audit::Deed,
    conversations::{self, Conversation, Entry, Reading, Said, Speaker, Whose},
    models::{self, Candidate, Named, Serving, Stage, Trouble},
    ports::{Conversations, Models},
};
use model::{ConversationId, ErrorCode, Language, ModelId, StaffId, Timestamp, forms::SayForm};
use proptest::prelude::*;

use crate::{
    house::{House, TOM, house},
    suggested::small_model,
};

const OSCAR: StaffId = StaffId::new(902);
const WEN: StaffId = StaffId::new(905);

/// What a model called `name` comes to that is right so often of a thousand.
fn sheet(name: &str, right: u32) -> Sheet {
    let share = |yes| Share { yes, of: 1_000 };
    let figures = || Figures {
        right: share(right),
        rejected: share(10),
        found: share(800),
        ece: 200,
        confidence: 850,
        scam: share(1_000),
        person: share(1_000),
        intents: BTreeMap::new(),
    };
    Sheet { model: name.to_owned(), bytes: 1_000, frozen: "f".to_owned(), english: figures(), chinese: figures() }
}

/// Offers a model called `name`, compared with what is called `against`, both right so often.
async fn offered(house: &House, id: i64, [name, against]: [&str; 2], [right, was]: [u32; 2]) -> ModelId {
    let live = (!against.is_empty()).then(|| sheet(against, was));
    let comparison = Comparison { candidate: sheet(name, right), live };
    let new = Candidate::new(ModelId::new(id), format!("{id:064x}"), comparison, None, Timestamp::EPOCH);
    models::offer(house.memory.as_ref(), house.memory.as_ref(), &new).await.unwrap();
    new.id
}

async fn stage(house: &House, id: ModelId) -> Stage {
    house.bank.models.one(id).await.unwrap().unwrap().stage
}

async fn live(house: &House) -> Option<ModelId> {
    house.memory.standing().await.unwrap().map(|standing| standing.id)
}

async fn promoted(house: &House, id: ModelId) {
    models::propose(&house.bank, OSCAR, id).await.unwrap();
    models::decide(&house.bank, WEN, id, true).await.unwrap();
}

#[tokio::test]
async fn one_proposes_another_agrees_and_one_takes_it_back() {
    let house = house();
    let first = offered(&house, 1, ["first", ""], [900, 0]).await;
    assert!(matches!(models::decide(&house.bank, WEN, first, true).await, Err(Error::Refused(ErrorCode::ModelMoved))));
    models::propose(&house.bank, OSCAR, first).await.unwrap();
    for agrees in [true, false] {
        let own = models::decide(&house.bank, OSCAR, first, agrees).await;
        assert!(matches!(own, Err(Error::Refused(ErrorCode::SecondPerson))));
    }
    assert_eq!(live(&house).await, None);
    models::decide(&house.bank, WEN, first, true).await.unwrap();
    assert_eq!(live(&house).await, Some(first));

    let second = offered(&house, 2, ["second", "first"], [905, 900]).await;
    promoted(&house, second).await;
    assert_eq!(live(&house).await, Some(second));
    let again = models::roll_back(&house.bank, OSCAR, first).await;
    assert!(matches!(again, Err(Error::Refused(ErrorCode::ModelMoved))), "it does not answer");
    models::roll_back(&house.bank, OSCAR, second).await.unwrap();
    assert_eq!((live(&house).await, stage(&house, second).await), (Some(first), Stage::RolledBack));
    models::roll_back(&house.bank, WEN, first).await.unwrap();
    assert_eq!(live(&house).await, None, "the release's own answers");
    let deeds = [Deed::ModelOffered, Deed::StaffModelProposed, Deed::StaffModelPromoted, Deed::StaffModelRolledBack];
    for deed in deeds {
        assert_eq!(house.noted().iter().filter(|(_, what, _)| *what == deed).count(), 2, "{deed:?}");
    }
}

#[tokio::test]
async fn what_was_compared_with_another_than_answers_is_offered_anew() {
    let house = house();
    let both = [offered(&house, 1, ["one", ""], [900, 0]).await, offered(&house, 2, ["two", ""], [900, 0]).await];
    for id in both {
        models::propose(&house.bank, OSCAR, id).await.unwrap();
    }
    models::decide(&house.bank, WEN, both[0], true).await.unwrap();
    let late = models::decide(&house.bank, WEN, both[1], true).await;
    assert!(matches!(late, Err(Error::Refused(ErrorCode::ModelMoved))));
    models::decide(&house.bank, WEN, both[1], false).await.unwrap();
    assert_eq!(stage(&house, both[1]).await, Stage::Declined);
    let none = models::propose(&house.bank, OSCAR, ModelId::new(77)).await;
    assert!(matches!(none, Err(Error::Refused(ErrorCode::NotFound))));
}

#[tokio::test]
async fn what_is_worse_is_kept_with_why_and_is_never_promoted() {
    let house = house();
    let first = offered(&house, 1, ["first", ""], [900, 0]).await;
    promoted(&house, first).await;
    let worse = offered(&house, 2, ["worse", "first"], [894, 900]).await;
    assert_eq!(stage(&house, worse).await, Stage::Refused);
    assert_eq!(house.bank.models.one(worse).await.unwrap().unwrap().refusals().len(), 2, "in each language");
    for done in [models::propose(&house.bank, OSCAR, worse).await, models::decide(&house.bank, WEN, worse, true).await]
    {
        assert!(matches!(done, Err(Error::Refused(ErrorCode::ModelRefused))));
    }
    assert_eq!(live(&house).await, Some(first));
}

#[tokio::test]
async fn a_conversation_goes_on_with_the_model_that_answers_now() {
    let serving = Serving::of(None);
    let copy = serving.clone();
    assert!(copy.model().is_none() && copy.name().is_empty() && copy.trouble().is_none());
    serving.take(Named::of(small_model()));
    assert_eq!(copy.name().len(), 16);
    serving.keep(Trouble::Missing);
    assert!(copy.model().is_some() && copy.trouble() == Some(Trouble::Missing), "it goes on with what it has");
    serving.take_release();
    assert!(copy.model().is_none() && copy.trouble().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is offered and whatever is tried: what answers was never refused, two wanted it, and taking everything back
    /// ends where it began.
    #[test]
    fn what_answers_was_never_refused(tried in prop::collection::vec((880_u32..920, 0_u8..4, any::<bool>()), 1..20)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let house = house();
            for (nth, (right, how, other)) in (1..).zip(tried) {
                let known = match live(&house).await {
                    Some(id) => house.bank.models.one(id).await.unwrap(),
                    None => None,
                };
                let (name, was) = known.as_ref().map_or(("", 0), |one| (one.name(), one.comparison.candidate.english.right.yes));
                let own = format!("model-{nth}");
                let id = offered(&house, nth, [&own, name], [right, was]).await;
                let _ = models::propose(&house.bank, OSCAR, id).await;
                let _ = models::decide(&house.bank, if other { WEN } else { OSCAR }, id, how != 0).await;
                if how == 3 && let Some(now) = live(&house).await {
                    let _ = models::roll_back(&house.bank, WEN, now).await;
                }
                for one in models::all(&house.bank).await.unwrap() {
                    if matches!(one.stage, Stage::Promoted | Stage::RolledBack) {
                        assert!(one.refusals().is_empty());
                        assert!(one.proposed_by.is_some() && one.decided_by.is_some() && one.proposed_by != one.decided_by);
                    }
                }
            }
            let mut back = Vec::new();
            while let Some(now) = live(&house).await {
                back.push(now);
                models::roll_back(&house.bank, WEN, now).await.unwrap();
            }
            assert!(back.is_sorted_by(|later, earlier| later > earlier), "the last first: {back:?}");
        });
    }
}

/// So many strangers, of whom every `nth` comes with what the model takes for none of the bank's business, on a day so long
/// ago.
async fn strangers(house: &House, many: u32, nth: u32, days_ago: i64) {
    let at = house.bank.clock.now().plus_seconds(-days_ago * 86_400);
    for stranger in 0..many {
        let accepted = stranger % nth != 0;
        let reading = Reading { model: house.bank.assistant.name().to_string(), confidence: 700, accepted };
        let new = Conversation::new(ConversationId::new(house.bank.ids.next()), None, Language::En, at);
        let wrote = Said::Wrote("where is my card".to_owned());
        let entry = Entry { by: Speaker::Owner, said: wrote, at, key: None, about: None, reading: Some(reading) };
        house.memory.keep(&new.next(entry).unwrap()).await.unwrap();
    }
}

#[tokio::test]
async fn that_people_come_with_other_things_is_seen_of_twenty_and_of_no_fewer() {
    let mut house = house();
    house.bank.assistant = Serving::of(Some(small_model()));
    let english = async || models::drift(&house.bank).await.unwrap().rows[0].clone();
    strangers(&house, 19, 2, 1).await;
    strangers(&house, 400, 10, 20).await;
    let row = english().await;
    assert_eq!((row.language, row.recent, row.differs.len()), (Spoken::English, None, 0), "nineteen are too few");
    assert_eq!(row.before.map(|sum| (sum.shares[0], sum.confidence)), Some((Share { yes: 40, of: 400 }, 700)));
    strangers(&house, 181, 2, 1).await;
    let row = english().await;
    assert_eq!(row.recent.unwrap().shares[0], Share { yes: 101, of: 200 });
    assert_eq!(row.differs, [models::Test::Rejected]);
    // What another model made of people says nothing of this one.
    house.bank.assistant = Serving::of(None);
    assert_eq!(models::drift(&house.bank).await.unwrap().rows[0].recent, None);
}

#[tokio::test(start_paused = true)]
async fn what_a_model_made_of_words_stands_beside_them() {
    let mut house = house();
    house.bank.assistant = Serving::of(Some(small_model()));
    let form = SayForm { words: "where is my card".to_owned(), key: String::new() };
    let id = conversations::say(&house.bank, Whose::Customer(TOM), Language::En, &form).await.unwrap();
    let kept = conversations::of(&house.bank, Whose::Customer(TOM), id).await.unwrap();
    let readings: Vec<_> = kept.entries.iter().map(|entry| entry.reading.clone()).collect();
    let reading = readings[0].clone().unwrap();
    assert_eq!(reading.model, *house.bank.assistant.name());
    assert!(reading.confidence > 0 && readings[1..].iter().all(Option::is_none));
}
