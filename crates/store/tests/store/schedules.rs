//! What is planned is found by whoever planned it, comes up on its day, and is changed by one at a time.

use bank::{
    Clock,
    accounts::AccountKind,
    schedules::{Schedule, ScheduleState},
};
use jiff::civil::{Date, date};
use model::{
    AccountId, CustomerId, Money, PaymentId, ScheduleId, Timestamp,
    forms::{Every, PaymentPurpose, Timing},
};

use store::bulk::Batch;

use crate::{commands::GBP, on_both, world::World};

on_both!(
    it_is_kept_once_and_read_as_it_was,
    only_its_owner_sees_it_and_only_until_it_ends,
    it_comes_up_on_its_day_and_not_before_it_may_be_tried,
    of_two_who_change_it_one_does,
    what_is_coming_is_what_is_planned,
);

const FIRST: Date = date(2026, 10, 31);

fn planned(world: &World, owner: CustomerId, from: AccountId, first: Date) -> Schedule {
    Schedule {
        id: ScheduleId::new(world.ids.next()),
        owner,
        from,
        to: AccountId::new(99),
        payee: "Eve".to_owned(),
        payee_number: world.number().into(),
        amount: Money::new(1_250, GBP),
        reference: "rent".to_owned(),
        timing: Timing { first, every: Every::Month, last: Some(date(2027, 3, 31)) },
        done: 0,
        next_payment: PaymentId::new(world.ids.next()),
        waits_since: None,
        try_at: Timestamp::EPOCH,
        state: ScheduleState::Active,
        version: 0,
        approved_at: world.clock.now(),
        purpose: Some(PaymentPurpose::Bill),
    }
}

async fn it_is_kept_once_and_read_as_it_was(world: World) {
    let (ann, account) = world.person("Ann").await;
    let schedules = &world.ports.schedules;
    let schedule = planned(&world, ann, account, FIRST);
    assert!(schedules.keep(&schedule).await.expect("an answer"));
    let other = Schedule { amount: Money::new(1, GBP), ..schedule.clone() };
    assert!(!schedules.keep(&other).await.expect("an answer"));
    assert_eq!(schedules.one(ann, schedule.id).await.expect("an answer"), Some(schedule.clone()));
    assert_eq!(schedules.list(ann).await.expect("an answer"), [schedule]);
}

async fn only_its_owner_sees_it_and_only_until_it_ends(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let schedules = &world.ports.schedules;
    let schedule = planned(&world, ann, account, FIRST);
    schedules.keep(&schedule).await.expect("an answer");
    assert_eq!(schedules.one(eve, schedule.id).await.expect("an answer"), None);
    assert!(schedules.list(eve).await.expect("an answer").is_empty());
    let hers = Schedule { owner: eve, ..schedule.clone() }.stopped(ScheduleState::Ended);
    assert!(!schedules.update(&hers, 0).await.expect("an answer"), "what is not hers does not change");
    let ended = schedule.clone().stopped(ScheduleState::Ended);
    assert!(schedules.update(&ended, 0).await.expect("an answer"));
    assert!(schedules.list(ann).await.expect("an answer").is_empty());
    let seen = schedules.one(ann, schedule.id).await.expect("an answer").expect("it is still there");
    assert_eq!(seen, Schedule { version: 1, ..ended });
}

async fn it_comes_up_on_its_day_and_not_before_it_may_be_tried(world: World) {
    let (ann, account) = world.person("Ann").await;
    let schedules = &world.ports.schedules;
    let now = world.clock.now();
    let (early, late) = (planned(&world, ann, account, FIRST), planned(&world, ann, account, date(2026, 12, 1)));
    for schedule in [&late, &early] {
        schedules.keep(schedule).await.expect("an answer");
    }
    let due = async |day, at| {
        let due = schedules.due(day, at, 10).await.expect("an answer");
        due.into_iter().map(|schedule| schedule.id).collect::<Vec<_>>()
    };
    assert_eq!(due(date(2026, 10, 30), now).await, []);
    assert_eq!(due(FIRST, now).await, [early.id]);
    assert_eq!(due(date(2026, 12, 2), now).await, [early.id, late.id]);
    let waiting = Schedule { waits_since: Some(now), try_at: now.plus_seconds(60), ..early.clone() };
    assert!(schedules.update(&waiting, 0).await.expect("an answer"));
    assert_eq!(due(FIRST, now).await, []);
    assert_eq!(due(FIRST, now.plus_seconds(60)).await, [early.id]);
    let more =
        Schedule { version: 1, amount: Money::new(9_900, GBP), approved_at: now.plus_seconds(9), ..early.clone() };
    assert!(schedules.update(&more, 1).await.expect("an answer"));
    let seen = schedules.one(ann, early.id).await.expect("an answer").expect("it is there");
    assert_eq!(seen, Schedule { version: 2, ..more.clone() }, "another amount, approved at another time");
    let next = Schedule { version: 2, ..more }.advanced(PaymentId::new(world.ids.next()));
    assert!(schedules.update(&next, 2).await.expect("an answer"));
    assert_eq!(due(FIRST, now.plus_seconds(60)).await, [], "that day is done with");
    // 31 October, then the last of November.
    assert_eq!(due(date(2026, 11, 30), now).await, [early.id]);
    let paused = next.stopped(ScheduleState::Paused);
    assert!(schedules.update(&paused, 3).await.expect("an answer"));
    assert_eq!(due(date(2026, 11, 30), now).await, []);
}

async fn of_two_who_change_it_one_does(world: World) {
    let (ann, account) = world.person("Ann").await;
    let other = world.another_server(2).await;
    let schedule = planned(&world, ann, account, FIRST);
    world.ports.schedules.keep(&schedule).await.expect("an answer");
    let (here, there) = (world.ports.schedules.clone(), other.ports().schedules);
    let next = |payment| schedule.clone().advanced(PaymentId::new(payment));
    let (first, second) = (next(world.ids.next()), next(world.ids.next()));
    let (one, two) = tokio::join!(here.update(&first, 0), there.update(&second, 0));
    assert!(one.expect("an answer") ^ two.expect("an answer"));
    let seen = here.one(ann, schedule.id).await.expect("an answer").expect("it is there");
    assert_eq!((seen.done, seen.version), (1, 1));
    other.ports().ledger.close().await;
}

async fn what_is_coming_is_what_is_planned(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let schedule = planned(&world, ann, account, FIRST);
    world.ports.schedules.keep(&schedule).await.expect("an answer");
    let regular = world.ports.accounts.regular(ann).await.expect("an answer");
    assert_eq!(regular.len(), 1);
    assert_eq!((regular[0].amount.minor, regular[0].timing, regular[0].done), (-1_250, schedule.timing, 0));
    assert!(world.ports.accounts.regular(eve).await.expect("an answer").is_empty());
    // What leaves a joint account is coming for everybody whose account it is.
    let joint = AccountId::new(world.ids.next());
    let opened = world.new_account(joint, Some(world.number()), AccountKind::Joint, &[ann, eve]);
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    world.ports.schedules.keep(&planned(&world, ann, joint, FIRST)).await.expect("an answer");
    for holder in [ann, eve] {
        let regular = world.ports.accounts.regular(holder).await.expect("an answer");
        assert_eq!(regular.iter().filter(|one| one.account == joint).count(), 1);
    }
    let paused = schedule.stopped(ScheduleState::Paused);
    assert!(world.ports.schedules.update(&paused, 0).await.expect("an answer"));
    let regular = world.ports.accounts.regular(ann).await.expect("an answer");
    assert!(regular.iter().all(|one| one.account == joint), "what is paused is not coming");
}
