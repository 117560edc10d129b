//! What people say was hard.

use bank::{Clock, feedback::Feedback, ports::SweepBefore};
use model::{FeedbackId, Language, Timestamp};

use crate::{on_both, world::World};

on_both!(it_is_kept_and_read_newest_first, it_is_forgotten_in_time);

fn told(world: &World, hard: &str) -> Feedback {
    Feedback {
        id: FeedbackId::new(world.ids.next()),
        hard: hard.to_owned(),
        place: "转账".to_owned(),
        reach: String::new(),
        language: Language::Zh,
        told_at: world.clock.now(),
    }
}

async fn it_is_kept_and_read_newest_first(world: World) {
    let feedback = &world.ports.feedback;
    let all = ["按钮\n太小", "It's \"pale\"", "三"].map(|hard| told(&world, hard));
    for one in &all {
        feedback.keep(one).await.expect("an answer");
    }
    assert_eq!(feedback.latest(2).await.expect("an answer"), [all[2].clone(), all[1].clone()]);
    assert_eq!(feedback.latest(9).await.expect("an answer").last(), Some(&all[0]));
}

async fn it_is_forgotten_in_time(world: World) {
    let feedback = &world.ports.feedback;
    feedback.keep(&told(&world, "old")).await.expect("an answer");
    world.clock.forward(10_000);
    let now = world.clock.now();
    feedback.keep(&told(&world, "new")).await.expect("an answer");
    let nothing = Timestamp::EPOCH;
    let before = SweepBefore {
        ended: nothing,
        drafts: nothing,
        outbox: nothing,
        feedback: now,
        call_backs: nothing,
        tickets: nothing,
        conversations: nothing,
    };
    world.ports.upkeep.sweep(before, 100).await.expect("an answer");
    let left = feedback.latest(9).await.expect("an answer");
    assert_eq!(left.iter().map(|told| told.hard.as_str()).collect::<Vec<_>>(), ["new"]);
}
