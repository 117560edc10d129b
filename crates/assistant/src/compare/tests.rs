//! What is worse is refused, and what is not is not.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{
    classify::{MOST_BYTES, examples, train},
    data::Utterance,
    language::Spoken,
};

fn share(yes: u32, of: u32) -> Share {
    Share { yes, of }
}

fn figures() -> Figures {
    let intents = [("card", share(18, 20)), ("balance", share(6, 7)), ("fees", share(9, 10))];
    Figures {
        right: share(900, 1_000),
        rejected: share(10, 1_000),
        found: share(240, 300),
        ece: 250,
        confidence: 850,
        scam: share(101, 101),
        person: share(99, 100),
        intents: intents.map(|(intent, share)| (intent.to_owned(), share)).into(),
    }
}

fn sheet() -> Sheet {
    Sheet {
        model: "0123456789abcdef".to_owned(),
        bytes: 7_000_000,
        frozen: "f".repeat(16),
        english: figures(),
        chinese: figures(),
    }
}

/// Why a candidate is refused that differs from what answers as `change` says.
fn refused(change: impl FnOnce(&mut Sheet)) -> Vec<Refusal> {
    let mut candidate = sheet();
    change(&mut candidate);
    Comparison { candidate, live: Some(sheet()) }.refusals()
}

#[test]
fn what_is_the_same_may_answer_and_what_nothing_was_before_may_as_well() {
    assert_eq!(refused(|_| {}), []);
    assert_eq!(Comparison { candidate: sheet(), live: None }.refusals(), []);
}

#[test]
fn half_a_point_is_borne_and_more_is_not() {
    assert_eq!(refused(|new| new.chinese.right.yes -= 5), []);
    let worse = refused(|new| new.chinese.right.yes -= 6);
    assert_eq!(worse, [Refusal::Right(Spoken::Chinese, share(894, 1_000), share(900, 1_000))]);
    assert_eq!(worse[0].to_string(), "Chinese: 89.4 % are right, and 90.0 % before; it may be half a point less");
}

#[test]
fn nothing_is_won_by_rejecting_or_by_letting_everything_in() {
    assert_eq!(refused(|new| new.english.rejected.yes += 10), []);
    let now = share(21, 1_000);
    let refusal = Refusal::Rejected(Spoken::English, now, share(10, 1_000));
    assert_eq!(refused(|new| new.english.rejected = now), [refusal]);
    assert_eq!(refused(|new| new.english.found.yes -= 15), []);
    let found = share(224, 300);
    assert_eq!(refused(|new| new.english.found = found), [Refusal::Found(Spoken::English, found, share(240, 300))]);
}

#[test]
fn an_intent_is_judged_where_there_are_enough_of_it_in_both_languages() {
    // Of fourteen nothing is said, whatever becomes of them.
    let of = |intent: &'static str, yes, of| {
        move |new: &mut Sheet| new.english.intents.extend([(intent.to_owned(), share(yes, of))])
    };
    assert_eq!(refused(of("balance", 0, 7)), []);
    let fees = of("fees", 6, 10);
    assert_eq!(refused(fees), [], "three of twenty are fifteen points");
    let fees = of("fees", 5, 10);
    assert_eq!(refused(fees), [Refusal::Intent("fees".to_owned(), share(14, 20), share(18, 20))]);
}

#[test]
fn a_scam_or_a_wish_for_a_person_is_never_heard_less() {
    assert_eq!(refused(|new| new.english.person.yes = 100), []);
    let person = share(98, 100);
    assert_eq!(refused(|new| new.english.person = person), [Refusal::Person(Spoken::English, person)]);
    // More than it has to be, and less than it was.
    let scam = share(100, 101);
    assert_eq!(refused(|new| new.english.scam = scam), [Refusal::Scam(Spoken::English, scam)]);
    let candidate = Sheet { english: Figures { person, ..figures() }, ..sheet() };
    assert_eq!(Comparison { candidate, live: None }.refusals(), [Refusal::Person(Spoken::English, person)]);
}

#[test]
fn it_knows_how_sure_it_is_and_is_no_larger_than_it_may_be() {
    assert_eq!(refused(|new| new.chinese.ece = MOST_ECE), []);
    assert_eq!(refused(|new| new.chinese.ece = 301), [Refusal::Calibration(Spoken::Chinese, 301)]);
    let most = u32::try_from(MOST_BYTES).unwrap();
    assert_eq!(refused(|new| new.bytes = most), []);
    assert_eq!(refused(|new| new.bytes = most + 1), [Refusal::Large(most + 1)]);
}

#[test]
fn what_was_asked_something_else_says_nothing() {
    assert_eq!(refused(|new| new.frozen = "0".repeat(16)), [Refusal::AskedOther]);
}

fn little() -> (Vec<Utterance>, crate::classify::Model) {
    let said = [("i lost my card", "card"), ("my card is gone", "card"), ("how much do i have", "balance")];
    let said = said.map(|(text, label)| Utterance { text: text.to_owned(), label: label.to_owned() });
    let model = train(&examples(&said, None), &[], 1, None).unwrap();
    (said.into(), model)
}

#[test]
fn a_model_that_knows_next_to_nothing_is_refused_and_always_for_the_same() {
    let (said, model) = little();
    assert_eq!(said.len(), 3);
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (once, again) = (Sheet::of(&model, 1), alone.install(|| Sheet::of(&model, 1)));
    assert_eq!(once, again);
    assert!(once.english.right.of > 500 && once.english.found.of > 50 && once.english.scam.of > 100);
    // The rules hear it, whatever a model has learnt.
    assert_eq!(once.english.scam.yes, once.english.scam.of);
    let all: BTreeMap<_, _> = once.intents().into_iter().collect();
    assert!(all["card"].of > INTENT_LEAST && all["card"].yes > 0);
    let comparison = Comparison { candidate: once, live: Some(sheet()) };
    let refusals = comparison.refusals();
    assert!(refusals.contains(&Refusal::AskedOther), "{refusals:?}");
    assert!(refusals.iter().any(|refusal| matches!(refusal, Refusal::Right(Spoken::English, ..))), "{refusals:?}");
    let written = serde_json::to_string(&comparison).unwrap();
    assert_eq!(serde_json::from_str::<Comparison>(&written).unwrap(), comparison);
}

proptest! {
    #[test]
    fn falling_is_exact_and_never_both_ways(yes in 0_u32..500, more in 1_u32..500, was in 0_u32..500, other in 1_u32..500) {
        let (now, before) = (share(yes, yes + more), share(was, was + other));
        prop_assert!(!now.falls(now, 0));
        prop_assert!(!(now.falls(before, 0) && before.falls(now, 0)));
        prop_assert!(!now.falls(before, 1_000), "by more than everything");
        prop_assert!(now.thousandths() <= 1_000);
        let points = f64::from(before.yes) / f64::from(before.of) - f64::from(now.yes) / f64::from(now.of);
        if (points - 0.005).abs() > 1e-9 {
            prop_assert_eq!(now.falls(before, 5), points > 0.005);
        }
    }

    /// Whatever is made worse by more than is borne is refused, whatever is made better beside it.
    #[test]
    fn nothing_better_makes_up_for_what_is_worse(less in 6_u32..900, better in 0_u32..100) {
        let refusals = refused(|new| {
            new.english.right.yes -= less;
            new.chinese.right.yes += better;
            new.chinese.found.yes += better / 2;
        });
        prop_assert!(matches!(refusals[..], [Refusal::Right(Spoken::English, ..)]));
    }
}
