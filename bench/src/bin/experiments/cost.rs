//! What it costs to decide what somebody is shown.

use std::{hint::black_box, time::Instant};

use bench::{figure::Figure, stats::median};
use experiments::assign::{Attribute, Attributes, Identity, Plan, Remembered, Secret, Standing, Visitor, unit};

use crate::Outcome;

/// How many visitors are timed together.
const BATCH: u32 = 10_000;

/// A plan with an experiment for other people, two that exclude one another, and one that has won.
const PLAN: &str = r#"{"rules": [
    {"experiment": {"key": "large-order", "condition": {"mode": "large", "language": {"$in": ["zh", "en"]}},
        "variations": [{"key": "control"}, {"key": "timeline"}]}},
    {"experiment": {"key": "home-order", "namespace": {"name": "home", "span": {"start_bp": 0, "end_bp": 5000}},
        "variations": [{"key": "control"}, {"key": "actions"}, {"key": "timeline"}]}},
    {"experiment": {"key": "home-density", "namespace": {"name": "home", "span": {"start_bp": 5000, "end_bp": 10000}},
        "coverage_bp": 5000, "variations": [{"key": "control"}, {"key": "dense"}]}},
    {"rollout": {"variation": "won", "seed": "won", "span": {"start_bp": 0, "end_bp": 1000}}}
]}"#;

/// Prints what one evaluation takes, with the unit made of the customer's id each time.
pub fn measure() -> Outcome {
    let plan: Plan = serde_json::from_str(PLAN)?;
    let secret = Secret::new(b"not a secret: nobody is protected by it");
    let word = |name: &str, word: &str| (name.to_owned(), Attribute::Text(word.to_owned()));
    let attributes: Attributes = [word("mode", "standard"), word("language", "en"), word("device", "phone")].into();
    let earlier = |experiment: &str| Remembered {
        experiment: experiment.to_owned(),
        bucket_version: 0,
        variation: "control".to_owned(),
    };
    let remembered = ["help-order", "pay-start", "home-words", "chat-order"].map(earlier);
    let batches: Vec<f64> = (0..21)
        .map(|batch| {
            let start = Instant::now();
            for visitor in 0..BATCH {
                let unit = unit(&secret, &u64::from(batch * BATCH + visitor).to_be_bytes());
                let customer = Some(Identity { unit: &unit, remembered: &remembered });
                black_box(plan.evaluate(&Visitor {
                    customer,
                    browser: None,
                    attributes: &attributes,
                    standing: Standing::default(),
                }));
            }
            start.elapsed().as_secs_f64() * 1_000_000.0 / f64::from(BATCH)
        })
        .collect();
    Figure::at_most("experiments.evaluate_us", median(&batches), "µs", 20.0).print();
    Ok(())
}
