//! What units were shown of pages that are tried out, and what is counted of them.

use bank::{
    Clock,
    experiments::{
        Before, Counts, Event, EventKind, Exposure, Failure, Improve, Journey, LIST, Measure, OldPages, Page, Slice,
        Stop,
    },
};
use model::{Language, TextSize, Timestamp};

use crate::{on_both, world::World};

on_both!(
    what_was_shown_first_stays,
    people_are_counted_and_not_presses,
    what_the_same_people_did_before_is_kept_apart,
    every_journey_is_kept_by_itself,
    what_could_not_be_shown_is_counted,
    who_does_not_help_any_more_is_forgotten,
    what_somebody_keeps_as_it_was_comes_with_them,
    what_is_old_is_swept_and_what_did_harm_stays_stopped,
);

fn exposure(world: &World, unit: &str, variation: &str, text: TextSize) -> Exposure {
    Exposure {
        unit: unit.to_owned(),
        experiment: "home-order".to_owned(),
        bucket_version: 0,
        variation: variation.to_owned(),
        text,
        language: Language::Zh,
        shown_at: world.clock.now(),
    }
}

fn event(world: &World, unit: &str, kind: EventKind, seconds: Option<i64>) -> Event {
    let (id, told_at) = (world.ids.next(), world.clock.now());
    Event { id, unit: unit.to_owned(), journey: Journey::Payment, kind, seconds, told_at }
}

async fn slices(world: &World) -> Vec<Slice> {
    world.ports.experiments.slices("home-order", 0, Journey::Payment).await.expect("an answer")
}

async fn what_was_shown_first_stays(world: World) {
    let kept = &world.ports.experiments;
    let first = exposure(&world, "a", "control", TextSize::Standard);
    kept.keep_exposures(std::slice::from_ref(&first)).await.expect("an answer");
    world.clock.forward(1_000_000);
    let again = [exposure(&world, "a", "dense", TextSize::Large), exposure(&world, "b", "dense", TextSize::Large)];
    kept.keep_exposures(&again).await.expect("an answer");
    assert_eq!(kept.exposures("a").await.expect("an answer"), [first]);
    assert_eq!(kept.exposures("b").await.expect("an answer"), again[1..]);
    assert_eq!(kept.exposures("c").await.expect("an answer"), []);
    let anew = Exposure { bucket_version: 1, ..again[0].clone() };
    kept.keep_exposures(std::slice::from_ref(&anew)).await.expect("an answer");
    assert_eq!(kept.exposures("a").await.expect("an answer").len(), 2);
}

async fn people_are_counted_and_not_presses(world: World) {
    let kept = &world.ports.experiments;
    let before = event(&world, "a", EventKind::Completed, Some(1_000));
    world.clock.forward(1_000_000);
    let shown = [
        exposure(&world, "a", "control", TextSize::Standard),
        exposure(&world, "b", "control", TextSize::Standard),
        exposure(&world, "c", "dense", TextSize::Large),
    ];
    kept.keep_exposures(&shown).await.expect("an answer");
    let told = [
        before,
        event(&world, "a", EventKind::Started, None),
        event(&world, "a", EventKind::ErrorShown, None),
        event(&world, "a", EventKind::ErrorShown, None),
        event(&world, "a", EventKind::Completed, Some(40)),
        event(&world, "a", EventKind::Completed, Some(60)),
        event(&world, "b", EventKind::HelpAsked, None),
        event(&world, "stranger", EventKind::Completed, Some(5)),
    ];
    kept.keep_events(&told).await.expect("an answer");
    kept.keep_events(&told).await.expect("what is told twice is kept once");
    kept.leave("c", "home-order", world.clock.now()).await.expect("an answer");
    kept.leave("a", "another", world.clock.now()).await.expect("an answer");
    let counted = slices(&world).await;
    let control = Counts {
        exposed: 2,
        started: 1,
        completed: 1,
        erred: 1,
        helped: 1,
        left: 0,
        seconds: 50,
        seconds_squares: 2_500,
        completed_before: Before { did: 1, again: 1 },
        ..Counts::default()
    };
    assert_eq!(counted.len(), 2);
    assert_eq!((counted[0].variation.as_str(), counted[0].counts), ("control", control));
    assert_eq!((counted[0].text, counted[0].language), (TextSize::Standard, Language::Zh));
    let dense = Counts { exposed: 1, left: 1, ..Counts::default() };
    assert_eq!((counted[1].text, counted[1].counts), (TextSize::Large, dense));
    assert_eq!(kept.slices("home-order", 1, Journey::Payment).await.expect("an answer"), []);
}

async fn what_the_same_people_did_before_is_kept_apart(world: World) {
    let kept = &world.ports.experiments;
    let told = |unit: &str, kind| event(&world, unit, kind, (kind == EventKind::Completed).then_some(9));
    let (completed, erred, helped) = (EventKind::Completed, EventKind::ErrorShown, EventKind::HelpAsked);
    // Before: a and b completed, a twice; b and c saw an error; d asked for a person, and all of it on a payment.
    let before = [
        told("a", completed),
        told("a", completed),
        told("b", completed),
        told("b", erred),
        told("c", erred),
        told("d", helped),
        Event { journey: Journey::Chat, ..told("e", completed) },
        told("stranger", completed),
    ];
    world.clock.forward(60_000_000);
    let shown = ["a", "b", "c", "d", "e"].map(|unit| exposure(&world, unit, "control", TextSize::Standard));
    // What happens in the very moment came of it.
    let after = [told("a", completed), told("c", completed), told("b", erred), told("e", helped)];
    kept.keep_exposures(&shown).await.expect("an answer");
    kept.keep_events(&before).await.expect("an answer");
    kept.keep_events(&after).await.expect("an answer");
    let counts = Counts {
        exposed: 5,
        completed: 2,
        erred: 1,
        helped: 1,
        seconds: 18,
        seconds_squares: 162,
        completed_before: Before { did: 2, again: 1 },
        erred_before: Before { did: 2, again: 1 },
        helped_before: Before { did: 1, again: 0 },
        ..Counts::default()
    };
    assert_eq!(slices(&world).await.iter().map(|slice| slice.counts).collect::<Vec<_>>(), [counts]);
}

async fn what_could_not_be_shown_is_counted(world: World) {
    let kept = &world.ports.experiments;
    let failure = |experiment: &str, bucket_version, variation: &str| Failure {
        experiment: experiment.to_owned(),
        bucket_version,
        variation: variation.to_owned(),
    };
    let first = [(failure("a", 0, "dense"), 2), (failure("a", 0, "beside"), 1), (failure("b", 0, "dense"), 7)];
    kept.keep_failures(&first).await.expect("an answer");
    kept.keep_failures(&[(failure("a", 0, "dense"), 3), (failure("a", 1, "dense"), 9)]).await.expect("an answer");
    for (experiment, version, times) in [("a", 0, 6), ("a", 1, 9), ("b", 0, 7), ("c", 0, 0)] {
        assert_eq!(kept.failures(experiment, version).await.expect("an answer"), times, "{experiment} {version}");
    }
}

async fn who_does_not_help_any_more_is_forgotten(world: World) {
    let kept = &world.ports.experiments;
    let shown = ["a", "b"].map(|unit| exposure(&world, unit, "control", TextSize::Standard));
    kept.keep_exposures(&shown).await.expect("an answer");
    let told = ["a", "b"].map(|unit| event(&world, unit, EventKind::Completed, Some(30)));
    kept.keep_events(&told).await.expect("an answer");
    kept.forget("a").await.expect("an answer");
    assert_eq!(kept.exposures("a").await.expect("an answer"), []);
    // Shown again, they begin anew: what they did before is gone.
    kept.keep_exposures(&shown[..1]).await.expect("an answer");
    let counts = slices(&world).await[0].counts;
    assert_eq!((counts.exposed, counts.completed), (2, 1));
}

async fn what_somebody_keeps_as_it_was_comes_with_them(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let (kept, customers) = (&world.ports.experiments, &world.ports.customers);
    let pages = OldPages::default().with(Page::Account, true);
    kept.set_improve(ann, Improve::On, LIST).await.expect("an answer");
    kept.set_old_pages(ann, pages).await.expect("an answer");
    let trying = async |id| customers.customer(id).await.expect("an answer").expect("they are there").trying;
    let said = trying(ann).await;
    assert_eq!((said.improve, said.list, said.old_pages), (Improve::On, LIST, pages));
    let nothing = trying(bob).await;
    assert_eq!((nothing.improve, nothing.old_pages), (Improve::Off, OldPages::default()));
    assert_eq!(nothing.list, 1, "a row of before there was a second list speaks of the first");
}

async fn every_journey_is_kept_by_itself(world: World) {
    let kept = &world.ports.experiments;
    kept.keep_exposures(&[exposure(&world, "a", "control", TextSize::Standard)]).await.expect("an answer");
    for journey in Journey::ALL {
        let started = Event { journey: *journey, ..event(&world, "a", EventKind::Started, None) };
        kept.keep_events(&[started]).await.expect("an answer");
    }
    for journey in Journey::ALL {
        let slices = kept.slices("home-order", 0, *journey).await.expect("an answer");
        assert_eq!(slices.iter().map(|slice| slice.counts.started).collect::<Vec<_>>(), [1], "{journey:?}");
    }
}

async fn what_is_old_is_swept_and_what_did_harm_stays_stopped(world: World) {
    let kept = &world.ports.experiments;
    let shown = ["a", "b", "c"].map(|unit| exposure(&world, unit, "control", TextSize::Standard));
    kept.keep_exposures(&shown).await.expect("an answer");
    kept.keep_events(&[event(&world, "a", EventKind::Started, None)]).await.expect("an answer");
    let now = world.clock.now();
    let sweep = async |before: Timestamp| kept.sweep(before, 2).await.expect("an answer");
    assert!(!sweep(now).await);
    assert_eq!(slices(&world).await[0].counts.exposed, 3);
    assert!(sweep(now.plus_seconds(1)).await && !sweep(now.plus_seconds(1)).await);
    assert_eq!(slices(&world).await, []);
    let stop = Stop {
        experiment: "home-order".to_owned(),
        bucket_version: 0,
        variation: "dense".to_owned(),
        measure: Measure::Completed,
        stopped_at: now,
    };
    kept.stop(&stop).await.expect("an answer");
    kept.stop(&Stop { measure: Measure::Seconds, ..stop.clone() }).await.expect("an answer");
    assert_eq!(kept.stops().await.expect("an answer"), [stop]);
}
