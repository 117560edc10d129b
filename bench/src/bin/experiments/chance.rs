//! Experiments in which nothing differs, and in which something does, thousands of times.

use bench::{
    figure::{Figure, say},
    stats::Dice,
};
use experiments::stats::{ALPHA, Effect, Look, Moments, Sample, Scale, people_needed, power};

/// How many experiments without a difference.
const TESTS: u32 = 10_000;
/// How many days each of them runs, with a look at the end of every one.
const DAYS: u32 = 28;
/// How many people each variation gets in a day.
const A_DAY: u32 = 100;

/// What is measured of a person.
#[derive(Clone, Copy)]
enum Measure {
    /// Whether they did something that so many do.
    Proportion(f64),
    /// How long they took, where most are quick and a few are not.
    Seconds(f64),
}

impl Measure {
    fn of(self, dice: &mut Dice) -> f64 {
        match self {
            Self::Proportion(rate) => f64::from(u8::from(part(dice) < rate)),
            Self::Seconds(mean) => -mean * (1.0 - part(dice)).ln(),
        }
    }

    fn sample(self, moments: &Moments) -> Sample {
        match self {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of people")]
            Self::Proportion(_) => Sample::proportion(moments.people, moments.sum as u32),
            Self::Seconds(_) => Sample::mean(moments),
        }
    }
}

/// A number from nothing up to one.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what an f64 holds")]
fn part(dice: &mut Dice) -> f64 {
    (dice.next() >> 11) as f64 / (1_u64 << 53) as f64
}

fn add(moments: &mut Moments, people: u32, mut measure: impl FnMut() -> f64) {
    for _ in 0..people {
        let value = measure();
        moments.people += 1;
        moments.sum += value;
        moments.sum_squares += value * value;
    }
}

const NOBODY: Moments = Moments { people: 0, sum: 0.0, sum_squares: 0.0 };

/// Prints how often a difference is seen where there is none, and how far the power is from what theory says.
pub fn measure() {
    let kinds = [
        ("half of them", Measure::Proportion(0.5), Scale::Relative),
        ("one in five", Measure::Proportion(0.2), Scale::Relative),
        ("one in twenty", Measure::Proportion(0.05), Scale::Relative),
        ("one in twenty", Measure::Proportion(0.05), Scale::Absolute),
        ("one in a hundred", Measure::Proportion(0.01), Scale::Relative),
        ("one in a hundred", Measure::Proportion(0.01), Scale::Absolute),
        ("seconds taken", Measure::Seconds(40.0), Scale::Relative),
    ];
    let (mut worst, mut naive) = (0.0_f64, 0.0_f64);
    for (seed, (name, kind, scale)) in (1..).zip(kinds) {
        let (any_time, at_the_end) = false_positives(kind, scale, &mut Dice::new(seed));
        say(&format!("{name}, {scale:?}: {any_time:.2} % said to differ; by a test for one look {at_the_end:.2} %"));
        (worst, naive) = (worst.max(any_time), naive.max(at_the_end));
    }
    Figure::at_most("experiments.null_fpr_pct", worst, "%", 5.0).print();
    Figure::aside("experiments.null_fpr_one_look_pct", naive, "%").print();
    let mut off = 0.0_f64;
    for (seed, look) in (11..).zip([Look::AtTheEnd, Look::AtAnyTime]) {
        let (seen, theory) = powered(look, &mut Dice::new(seed));
        say(&format!("power, {look:?}: {seen:.2} % seen, {theory:.2} % by theory"));
        off = off.max((seen - theory).abs());
    }
    Figure::at_most("experiments.power_max_gap_points", off, "points", 2.0).print();
}

/// In how many of a hundred experiments a look on any day says that something differs: by the sequence, and by a test
/// that is meant for one look.
fn false_positives(kind: Measure, scale: Scale, dice: &mut Dice) -> (f64, f64) {
    let (mut any_time, mut at_the_end) = (0_u32, 0_u32);
    for _ in 0..TESTS {
        let (mut control, mut variation) = (NOBODY, NOBODY);
        let (mut by_sequence, mut by_test) = (false, false);
        for _ in 0..DAYS {
            add(&mut control, A_DAY, || kind.of(dice));
            add(&mut variation, A_DAY, || kind.of(dice));
            if let Some(effect) = Effect::between(&kind.sample(&control), &kind.sample(&variation), scale) {
                by_sequence |= effect.at_any_time(ALPHA).p_value < ALPHA;
                by_test |= effect.at_the_end(ALPHA).p_value < ALPHA;
            }
        }
        any_time += u32::from(by_sequence);
        at_the_end += u32::from(by_test);
    }
    (hundredths(any_time), hundredths(at_the_end))
}

/// How often a difference of four points is seen with as many people as theory asks for, and what theory says.
fn powered(look: Look, dice: &mut Dice) -> (f64, f64) {
    let (control, variation) = (0.30, 0.34);
    let variance = f64::midpoint(control * (1.0 - control), variation * (1.0 - variation));
    let people = people_needed(variation - control, variance, ALPHA, 0.8, look).unwrap_or_default();
    let mut seen = 0_u32;
    for _ in 0..TESTS {
        let mut sample = |rate| {
            let mut moments = NOBODY;
            add(&mut moments, people, || Measure::Proportion(rate).of(dice));
            Measure::Proportion(rate).sample(&moments)
        };
        let (control, variation) = (sample(control), sample(variation));
        let reading = Effect::between(&control, &variation, Scale::Absolute).map(|effect| match look {
            Look::AtTheEnd => effect.at_the_end(ALPHA),
            Look::AtAnyTime => effect.at_any_time(ALPHA),
        });
        seen += u32::from(reading.is_some_and(|reading| !reading.interval.contains(0.0)));
    }
    (hundredths(seen), 100.0 * power(variation - control, variance, people, ALPHA, look))
}

fn hundredths(count: u32) -> f64 {
    100.0 * f64::from(count) / f64::from(TESTS)
}
