//! Who may look at accounts of somebody else: kept as it was given, and changed by those two alone.

use bank::{Clock, mandates::Mandate};
use model::MandateId;

use crate::{on_both, world::World};

on_both!(it_is_read_by_those_two_and_ended_once, looks_are_counted_by_account_and_day);

/// A mandate of Ann's, for Bob.
async fn given(world: &World) -> Mandate {
    let (owner, hers) = world.person("Ann").await;
    let (bob, his) = world.person("Bob").await;
    let account = world.ports.accounts.account(bob, his).await.expect("an answer").expect("his");
    let mandate = Mandate {
        id: MandateId::new(world.ids.next()),
        owner,
        owner_name: "Ann".to_owned(),
        name: "Bob".to_owned(),
        number: account.number,
        carer: Some(bob),
        accounts: vec![hers],
        last: jiff::civil::date(2026, 12, 31),
        asked_at: world.clock.now(),
        began_at: None,
        ended_at: None,
        power: None,
    };
    world.ports.mandates.keep(&mandate).await.expect("an answer");
    mandate
}

async fn it_is_read_by_those_two_and_ended_once(world: World) {
    let kept = given(&world).await;
    let (ann, bob, now) = (kept.owner, kept.carer.expect("Bob"), world.clock.now());
    let (eve, _) = world.person("Eve").await;
    let mandates = &world.ports.mandates;
    let holders = mandates.holders(kept.number).await.expect("an answer");
    assert_eq!(holders, [(bob, "Bob".to_owned())]);
    assert_eq!(mandates.given(ann).await.expect("an answer"), std::slice::from_ref(&kept));
    assert_eq!(mandates.held(bob).await.expect("an answer"), std::slice::from_ref(&kept));
    assert!(mandates.given(bob).await.expect("an answer").is_empty());
    assert!(mandates.held(ann).await.expect("an answer").is_empty());
    for other in [ann, eve] {
        assert!(!mandates.begin(other, kept.id, now).await.expect("an answer"), "it is Bob's to accept");
    }
    assert!(mandates.begin(bob, kept.id, now).await.expect("an answer"));
    assert!(!mandates.begin(bob, kept.id, now).await.expect("an answer"), "once");
    assert!(!mandates.end(eve, kept.id, now).await.expect("an answer"), "it is not hers to end");
    assert!(mandates.end(bob, kept.id, now).await.expect("an answer"));
    assert!(!mandates.end(ann, kept.id, now).await.expect("an answer"), "it is over");
    let over = Mandate { began_at: Some(now), ended_at: Some(now), ..kept };
    assert_eq!(mandates.given(ann).await.expect("an answer"), [over]);
}

async fn looks_are_counted_by_account_and_day(world: World) {
    let kept = given(&world).await;
    let (ann, bob, hers, now) = (kept.owner, kept.carer.expect("Bob"), kept.accounts[0], world.clock.now());
    let (_, other) = world.person("Eve").await;
    let mandates = &world.ports.mandates;
    let (day, next) = (jiff::civil::date(2026, 11, 22), jiff::civil::date(2026, 11, 23));
    let note = async |who, account, on, at| {
        let counted = mandates.note(who, (kept.id, account), on, at).await;
        counted.expect("an answer")
    };
    assert_eq!(note(bob, hers, day, now).await, 0, "it has not begun");
    assert!(mandates.begin(bob, kept.id, now).await.expect("an answer"));
    for (who, account) in [(ann, hers), (bob, other)] {
        assert_eq!(note(who, account, day, now).await, 0, "nothing to look at");
    }
    let later = now.plus_seconds(60);
    for (on, at, times) in [(day, now, 1), (day, later, 2), (next, later, 1)] {
        assert_eq!(note(bob, hers, on, at).await, times);
    }
    assert!(mandates.end(ann, kept.id, later).await.expect("an answer"));
    assert_eq!(note(bob, hers, next, later).await, 0, "it is over");
    let looks = mandates.looks(ann, kept.id).await.expect("an answer");
    let seen: Vec<_> = looks.iter().map(|look| (look.day, look.first_at, look.last_at, look.times)).collect();
    assert_eq!(seen, [(next, later, later, 1), (day, now, later, 2)]);
    assert!(mandates.looks(bob, kept.id).await.expect("an answer").is_empty());
}
