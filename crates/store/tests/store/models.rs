//! Which model answers is decided by two, of what is no worse, and is taken back by one.

use std::collections::BTreeMap;

use assistant::compare::{Comparison, Figures, Share, Sheet};
use bank::{
    Clock,
    models::{Candidate, Learnt, Stage, Standing},
    staff::{Role, StaffMember, StaffStatus},
};
use model::{ModelId, StaffId};

use crate::{on_both, world::World};

on_both!(
    it_is_given_back_as_it_was_kept,
    one_proposes_and_another_agrees,
    what_was_refused_or_compared_with_another_never_answers,
    one_takes_it_back_and_the_one_before_answers,
    of_two_who_agree_at_once_one_is_first,
);

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
        intents: BTreeMap::from([("card".to_owned(), share(900))]),
    };
    let (english, chinese) = (figures(), figures());
    Sheet { model: name.to_owned(), bytes: 1_000, frozen: "f".to_owned(), english, chinese }
}

/// Offers a model that is right so often; what it is compared with is so of nine in ten.
async fn offered(world: &World, name: &str, against: &str, right: u32) -> Candidate {
    let live = (!against.is_empty()).then(|| sheet(against, 900));
    let comparison = Comparison { candidate: sheet(name, right), live };
    let learnt = Some(Learnt { utterances: 42_000, agreed: 310, labels: 78 });
    let (id, at) = (ModelId::new(world.ids.next()), world.clock.now());
    let new = Candidate::new(id, format!("{:064x}", id.value()), comparison, learnt, at);
    world.ports.models.offer(&new).await.expect("an answer");
    new
}

async fn member(world: &World) -> StaffId {
    let id = StaffId::new(world.ids.next());
    let (username, name, created_at) = (format!("s{id}"), "Wen Li".to_owned(), world.clock.now());
    let new = StaffMember { id, username, name, role: Role::Administrator, status: StaffStatus::Active, created_at };
    assert!(world.ports.staff.add(&new).await.expect("an answer"));
    id
}

async fn standing(world: &World) -> Option<ModelId> {
    world.ports.models.standing().await.expect("an answer").map(|standing| standing.id)
}

/// Proposes it and agrees to it, where `release` came with the program: whether that was done.
async fn promoted(world: &World, [oscar, wen]: [StaffId; 2], one: &Candidate, release: &str) -> bool {
    let (port, at) = (&world.ports.models, world.clock.now());
    let proposed = port.propose(one.id, oscar, at).await.expect("an answer");
    port.promote(one.id, wen, release, at).await.expect("an answer") && proposed
}

async fn it_is_given_back_as_it_was_kept(world: World) {
    let port = &world.ports.models;
    assert_eq!(port.standing().await.expect("an answer"), None);
    let (first, second) = (offered(&world, "one", "release", 900).await, offered(&world, "two", "", 10).await);
    assert_eq!((first.stage, second.stage), (Stage::Offered, Stage::Offered));
    assert_eq!(port.all(50).await.expect("an answer"), [second.clone(), first.clone()]);
    assert_eq!(port.all(1).await.expect("an answer"), [second]);
    assert_eq!(port.one(first.id).await.expect("an answer"), Some(first));
    assert_eq!(port.one(ModelId::new(1)).await.expect("an answer"), None);
}

async fn one_proposes_and_another_agrees(world: World) {
    let (oscar, wen, port) = (member(&world).await, member(&world).await, &world.ports.models);
    let (new, at) = (offered(&world, "one", "release", 900).await, world.clock.now());
    let agree = async |who| port.promote(new.id, who, "release", at).await.expect("an answer");
    assert!(!agree(wen).await, "nobody has proposed it");
    assert!(port.propose(new.id, oscar, at).await.expect("an answer"));
    assert!(!port.propose(new.id, wen, at).await.expect("an answer"), "somebody has");
    assert!(!agree(oscar).await && !port.decline(new.id, oscar, at).await.expect("an answer"), "one is not two");
    assert!(agree(wen).await && !agree(wen).await);
    let wanted = Standing { id: new.id, name: "one".to_owned(), sha256: new.sha256.clone() };
    assert_eq!(port.standing().await.expect("an answer"), Some(wanted));
    let kept = port.one(new.id).await.expect("an answer").expect("it is there");
    assert_eq!((kept.stage, kept.proposed_by, kept.decided_by), (Stage::Promoted, Some(oscar), Some(wen)));
    let other = offered(&world, "two", "one", 900).await;
    assert!(port.propose(other.id, oscar, at).await.expect("an answer"));
    assert!(port.decline(other.id, wen, at).await.expect("an answer"));
    assert!(!port.promote(other.id, wen, "release", at).await.expect("an answer"), "that is over");
    assert_eq!(standing(&world).await, Some(new.id));
}

async fn what_was_refused_or_compared_with_another_never_answers(world: World) {
    let both = [member(&world).await, member(&world).await];
    let worse = offered(&world, "worse", "release", 894).await;
    assert_eq!(worse.stage, Stage::Refused);
    assert!(!promoted(&world, both, &worse, "release").await);
    let other = offered(&world, "other", "another release", 900).await;
    assert!(!promoted(&world, both, &other, "release").await);
    let (first, late) = (offered(&world, "one", "", 900).await, offered(&world, "two", "", 900).await);
    assert!(promoted(&world, both, &first, "").await && !promoted(&world, both, &late, "").await);
    assert_eq!(standing(&world).await, Some(first.id));
}

async fn one_takes_it_back_and_the_one_before_answers(world: World) {
    let (both, port) = ([member(&world).await, member(&world).await], &world.ports.models);
    let (first, second) = (offered(&world, "one", "", 900).await, offered(&world, "two", "one", 900).await);
    assert!(promoted(&world, both, &first, "").await && promoted(&world, both, &second, "").await);
    let back = async |one: &Candidate| port.roll_back(one.id, both[0], world.clock.now()).await.expect("an answer");
    assert!(!back(&first).await, "it does not answer");
    assert!(back(&second).await && !back(&second).await);
    let kept = port.one(second.id).await.expect("an answer").expect("it is there");
    assert_eq!((kept.stage, kept.rolled_back_by), (Stage::RolledBack, Some(both[0])));
    assert_eq!(standing(&world).await, Some(first.id));
    // The same file once more, offered anew.
    let again = offered(&world, "two", "one", 900).await;
    assert!(promoted(&world, both, &again, "").await);
    assert!(back(&again).await && back(&first).await);
    assert_eq!(standing(&world).await, None);
}

async fn of_two_who_agree_at_once_one_is_first(world: World) {
    let (both, port) = ([member(&world).await, member(&world).await], &world.ports.models);
    let (one, two) = (offered(&world, "one", "", 900).await, offered(&world, "two", "", 900).await);
    let at = world.clock.now();
    for new in [&one, &two] {
        assert!(port.propose(new.id, both[0], at).await.expect("an answer"));
    }
    let agree = |id| port.promote(id, both[1], "", at);
    let (first, second) = tokio::join!(agree(one.id), agree(two.id));
    // Who is second sees that another answers by now, or is told that it was not kept.
    assert_eq!([first, second].iter().filter(|done| matches!(done, Ok(true))).count(), 1);
}
