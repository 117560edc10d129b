//! Our figures beside those of gbstats.

use experiments::stats::{Effect, Look, Moments, Paired, Reading, Sample, Scale, adjusted, power, sample_ratio};
use serde_json::Value;

/// What `make.py` has written.
pub const FIGURES: &str = include_str!("gbstats.json");

/// A figure of ours and the one it is compared with.
pub struct Pair {
    /// Which one.
    pub name: String,
    /// Ours.
    pub ours: f64,
    /// The other implementation's.
    pub theirs: f64,
}

impl Pair {
    /// How far ours is off, in parts of the other where that is above one.
    pub fn error(&self) -> f64 {
        (self.ours - self.theirs).abs() / self.theirs.abs().max(1.0)
    }
}

/// Every figure there is.
pub fn pairs() -> Vec<Pair> {
    let figures: Value = serde_json::from_str(FIGURES).expect("make.py writes JSON");
    let mut pairs = Vec::new();
    for (index, case) in cases(&figures, "proportions") {
        let sample = |side: &Value| Sample::proportion(count(&side[0]), count(&side[1]));
        readings(
            &mut pairs,
            &format!("proportions {index}"),
            case,
            (sample(&case["control"]), sample(&case["variation"])),
        );
    }
    for (index, case) in cases(&figures, "means") {
        let sample = |side: &Value| Sample::mean(&moments(side));
        readings(&mut pairs, &format!("means {index}"), case, (sample(&case["control"]), sample(&case["variation"])));
    }
    for (index, case) in cases(&figures, "adjusted") {
        let samples = adjusted(&paired(&case["control"]), &paired(&case["variation"]));
        readings(&mut pairs, &format!("adjusted {index}"), case, samples);
    }
    for (index, case) in cases(&figures, "ratios") {
        let people: Vec<u32> = list(&case["people"]).iter().map(count).collect();
        let weights: Vec<f64> = list(&case["weights"]).iter().map(number).collect();
        let ours = sample_ratio(&people, &weights);
        pairs.push(Pair { name: format!("ratios {index}"), ours, theirs: number(&case["p_value"]) });
    }
    for (index, case) in cases(&figures, "powers") {
        let inputs = &case["inputs"];
        let ours = power(number(&inputs[0]), number(&inputs[1]), count(&inputs[2]), number(&inputs[3]), Look::AtTheEnd);
        pairs.push(Pair { name: format!("powers {index}"), ours, theirs: number(&case["power"]) });
    }
    pairs
}

fn readings(pairs: &mut Vec<Pair>, name: &str, case: &Value, (control, variation): (Sample, Sample)) {
    for expected in list(&case["readings"]) {
        let (scale, alpha) = (expected["scale"].as_str().expect("a scale"), number(&expected["alpha"]));
        let typed = if scale == "relative" { Scale::Relative } else { Scale::Absolute };
        let effect = Effect::between(&control, &variation, typed).expect("the samples are large enough");
        let mut push = |what: &str, ours: f64, theirs: &Value| {
            pairs.push(Pair { name: format!("{name} {scale} {alpha} {what}"), ours, theirs: number(theirs) });
        };
        push("estimate", effect.estimate, &expected["estimate"]);
        push("deviation", effect.variance.sqrt(), &expected["deviation"]);
        let mut reading = |what: &str, ours: Reading| {
            push(&format!("{what}, from"), ours.interval.from, &expected[what][0]);
            push(&format!("{what}, to"), ours.interval.to, &expected[what][1]);
            push(&format!("{what}, p"), ours.p_value, &expected[what][2]);
        };
        reading("at_the_end", effect.at_the_end(alpha));
        reading("at_any_time", effect.at_any_time(alpha));
    }
}

fn cases<'a>(figures: &'a Value, group: &str) -> impl Iterator<Item = (usize, &'a Value)> {
    list(&figures[group]).iter().enumerate()
}

fn moments(side: &Value) -> Moments {
    Moments { people: count(&side["people"]), sum: number(&side["sum"]), sum_squares: number(&side["sum_squares"]) }
}

fn paired(side: &Value) -> Paired {
    Paired {
        before: moments(&side["before"]),
        within: moments(&side["within"]),
        sum_products: number(&side["sum_products"]),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn count(value: &Value) -> u32 {
    value.as_u64().and_then(|count| u32::try_from(count).ok()).expect("a count")
}
