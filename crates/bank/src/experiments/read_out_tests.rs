//! What an experiment says so far, of counts that are made up.

use rand::{RngExt, SeedableRng, rngs::StdRng};

use super::*;

fn experiment() -> Experiment {
    let text = r#"{"key": "home-order", "variations": [{"key": "control"}, {"key": "dense"}]}"#;
    serde_json::from_str(text).unwrap()
}

fn slice(variation: &str, text: TextSize, exposed: u32, completed: u32) -> Slice {
    let seconds = i64::from(completed) * 60;
    let counts = Counts {
        exposed,
        started: completed,
        completed,
        seconds,
        // Half of them take 50 and half of them 70 seconds.
        seconds_squares: i64::from(completed) * 3_700,
        ..Counts::default()
    };
    let day = Date::constant(2026, 11, 27);
    Slice { variation: variation.to_owned(), day, text, language: Language::En, counts }
}

#[test]
fn who_completes_less_is_harmed_and_who_reads_large_is_read_alone() {
    let slices = [
        slice("control", TextSize::Standard, 10_000, 6_000),
        slice("dense", TextSize::Standard, 10_100, 6_060),
        slice("control", TextSize::Large, 5_000, 3_000),
        slice("dense", TextSize::Large, 4_900, 1_500),
    ];
    let all = ReadOut::of(&experiment(), slices.iter());
    assert_eq!(all.harm(), Some(("dense", Measure::Completed)));
    assert_eq!(all.arms[1].counts.exposed, 15_000);
    assert!(all.arms[0].judged.is_empty());
    let standard = ReadOut::of(&experiment(), slices.iter().filter(|slice| !slice.text.is_large()));
    assert_eq!(standard.harm(), None);
    assert_eq!(standard.people_missing(Measure::Completed), Some(0));
    assert_eq!(standard.finding(Measure::Completed), Finding::Alike);
    let (lift, reading) = standard.arms[1].judged[0].lift.unwrap();
    assert!(lift.abs() < 1e-9 && reading.interval.contains(0.0));
}

#[test]
fn a_broken_count_stops_nothing_and_is_told() {
    let slices =
        [slice("control", TextSize::Standard, 10_000, 6_000), slice("dense", TextSize::Standard, 8_000, 2_000)];
    let broken = ReadOut::of(&experiment(), slices.iter());
    assert!(broken.split_is_broken());
    assert_eq!((broken.harm(), broken.finding(Measure::Completed)), (None, Finding::Broken));
}

#[test]
fn it_is_said_in_which_direction_and_how_many_are_missing() {
    let of = |control: (u32, u32), dense: (u32, u32)| {
        let slices = [("control", control), ("dense", dense)]
            .map(|(name, (exposed, completed))| slice(name, TextSize::Standard, exposed, completed));
        ReadOut::of(&experiment(), slices.iter())
    };
    let few = of((200, 120), (200, 118));
    assert!(matches!(few.finding(Measure::Completed), Finding::TooFew(Some(1_000..10_000))));
    // Three of five come to the end: for as many of those, more have to be shown it.
    let (people, seconds) = (few.people_missing(Measure::Completed), few.people_missing(Measure::Seconds));
    assert!(seconds.is_some_and(|more| more > 100) && people > seconds, "{people:?} {seconds:?}");
    assert_eq!(few.finding(Measure::Erred), Finding::TooFew(None), "nobody saw an error");
    let more = of((20_000, 10_000), (20_000, 11_000)).finding(Measure::Completed);
    assert!(matches!(more, Finding::More(from, to) if 0.05 < from && from < 0.1 && 0.1 < to), "{more:?}");
    let less = of((20_000, 11_000), (20_000, 10_000)).finding(Measure::Completed);
    assert!(matches!(less, Finding::Less(from, to) if 0.0 < from && from < to && to < 0.15), "{less:?}");
}

#[test]
fn of_nobody_nothing_is_said() {
    let nobody = ReadOut::of(&experiment(), [].iter());
    assert_eq!((nobody.harm(), nobody.finding(Measure::Completed)), (None, Finding::TooFew(None)));
    assert!(nobody.arms[1].judged.iter().all(|judged| judged.lift.is_none() && judged.verdict == Verdict::Unclear));
}

/// `people` who do what they did before, seven times of eight; of a part of those who did not, `more` does it.
fn habits(dice: &mut StdRng, people: u32, more: f64) -> Counts {
    let mut counts = Counts { exposed: people, ..Counts::default() };
    for _ in 0..people {
        let before = dice.random_bool(0.5);
        let within = dice.random_bool(if before { 0.875 } else { 0.125 + more });
        counts.completed += u32::from(within);
        counts.completed_before.did += u32::from(before);
        counts.completed_before.again += u32::from(before && within);
    }
    counts
}

fn compared(control: Counts, dense: Counts) -> Judged {
    let of = |variation: &str, counts| Slice { counts, ..slice(variation, TextSize::Standard, 0, 0) };
    let slices = [of("control", control), of("dense", dense)];
    ReadOut::of(&experiment(), slices.iter()).arms[1].judged[0]
}

/// The same people, of whom nothing is known from before.
fn unknown(counts: Counts) -> Counts {
    Counts { completed_before: Before::default(), ..counts }
}

fn width(judged: &Judged) -> f64 {
    let interval = judged.difference.unwrap().1.interval;
    interval.to - interval.from
}

#[test]
fn what_people_did_before_makes_it_surer_and_explains_no_difference_away() {
    let mut dice = StdRng::seed_from_u64(1);
    for _ in 0..50 {
        let (control, dense) = (habits(&mut dice, 3_000, 0.0), habits(&mut dice, 3_000, 0.1));
        let (known, plain) = (compared(control, dense), compared(unknown(control), unknown(dense)));
        assert!(known.is_adjusted && !plain.is_adjusted);
        // Three quarters of what they do follow from before: of the spread, the square root of 1 - 9/16 is left.
        let left = width(&known) / width(&plain);
        assert!((0.6..0.75).contains(&left), "{left}");
        let (seen, reading) = known.difference.unwrap();
        assert!((0.0..0.1).contains(&seen) && reading.interval.contains(0.05), "{known:?}");
    }
}

#[test]
fn whoever_looks_every_day_is_told_of_no_difference_where_there_is_none() {
    const TESTS: u32 = 600;
    let (mut dice, mut told, mut told_plain) = (StdRng::seed_from_u64(7), 0, 0);
    for _ in 0..TESTS {
        let (mut control, mut dense, mut differs) = (Counts::default(), Counts::default(), [false; 2]);
        for _ in 0..20 {
            control = control.and(habits(&mut dice, 60, 0.0));
            dense = dense.and(habits(&mut dice, 60, 0.0));
            for (one, judged) in
                differs.iter_mut().zip([compared(control, dense), compared(unknown(control), unknown(dense))])
            {
                let misses = |(_, reading): (f64, Reading)| !reading.interval.contains(0.0);
                *one |= judged.lift.is_some_and(misses) || judged.difference.is_some_and(misses);
            }
        }
        told += u32::from(differs[0]);
        told_plain += u32::from(differs[1]);
    }
    assert!(told * 20 <= TESTS && told_plain * 20 <= TESTS, "{told} and {told_plain} of {TESTS}");
}

#[test]
fn of_too_few_from_before_and_of_seconds_the_plain_figures_are_taken() {
    let mut dice = StdRng::seed_from_u64(3);
    let (few, many) = (habits(&mut dice, 40, 0.0), habits(&mut dice, 400, 0.0));
    assert!(!compared(few, few).is_adjusted && compared(many, many).is_adjusted);
    let all = Before { did: 400, again: many.completed };
    let everybody_did = Counts { completed_before: all, ..many };
    assert!(!compared(everybody_did, everybody_did).is_adjusted, "what everybody did tells nothing");
    assert!(many.paired(Measure::Seconds).is_none());
}
