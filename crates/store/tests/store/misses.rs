//! What the program learns from is kept of those who let it, and labelled by two.

use bank::{
    Clock, IdMint,
    misses::{Label, Miss, MissWhy},
    ports::{MissCounts, SweepBefore},
    staff::{Role, StaffMember, StaffStatus},
};
use model::{CustomerId, Language, MissId, StaffId};

use crate::{on_both, world::World};

on_both!(
    it_is_kept_of_those_who_let_it,
    one_says_what_was_meant_and_another_agrees,
    it_is_forgotten_in_time_and_when_it_is_let_no_more,
);

/// What the program calls `code`.
fn label(code: &str) -> Label {
    Label::from_code(code).expect("there is such a label")
}

fn missed(world: &World, customer: CustomerId, words: &str) -> Miss {
    let one = |code| if let Label::Intent(intent) = label(code) { Some((intent, 512)) } else { None };
    let guesses = ["card", "cash"].into_iter().filter_map(one).collect();
    Miss {
        id: MissId::new(world.ids.next()),
        customer,
        words: words.to_owned(),
        language: Language::Zh,
        why: MissWhy::NotThis,
        guesses,
        label: None,
    }
}

async fn member(world: &World) -> StaffId {
    let id = StaffId::new(world.ids.next());
    let (username, name, created_at) = (format!("s{id}"), "Priya Shah".to_owned(), world.clock.now());
    let new = StaffMember { id, username, name, role: Role::Agent, status: StaffStatus::Active, created_at };
    assert!(world.ports.staff.add(&new).await.expect("an answer"));
    id
}

async fn letting(world: &World, name: &str) -> CustomerId {
    let (customer, _) = world.person(name).await;
    world.ports.misses.let_learn(customer, true).await.expect("an answer");
    customer
}

async fn it_is_kept_of_those_who_let_it(world: World) {
    let (ann, priya) = (letting(&world, "Ann").await, member(&world).await);
    let (bob, _) = world.person("Bob").await;
    let port = &world.ports.misses;
    assert!(port.may_learn(ann).await.expect("an answer") && !port.may_learn(bob).await.expect("an answer"));
    let (first, again) = (missed(&world, ann, "It's \"gone\" \\ 没了"), missed(&world, ann, "It's \"gone\" \\ 没了"));
    let keep = async |miss: &Miss| port.keep(miss).await.expect("an answer");
    assert!(keep(&first).await && !keep(&again).await, "the same words wait already");
    assert!(!keep(&missed(&world, bob, "It's gone")).await);
    let second = missed(&world, ann, "another");
    assert!(keep(&second).await);
    let next = async |after| port.next(priya, after).await.expect("an answer");
    assert_eq!(next(None).await, Some(first.clone()));
    assert_eq!(next(Some(first.id)).await, Some(second.clone()));
    assert_eq!(next(Some(second.id)).await, None);
}

async fn one_says_what_was_meant_and_another_agrees(world: World) {
    let (ann, priya, oscar) = (letting(&world, "Ann").await, member(&world).await, member(&world).await);
    let port = &world.ports.misses;
    let miss = missed(&world, ann, "where is it");
    assert!(port.keep(&miss).await.expect("an answer"));
    let give = async |label, who| port.label(miss.id, label, who).await.expect("an answer");
    let agree = async |who| port.agree(miss.id, label("card"), who).await.expect("an answer");
    let refuse = async |who| port.refuse(miss.id, label("card"), who).await.expect("an answer");
    assert!(!agree(oscar).await, "there is nothing to agree to");
    assert!(
        give(label("card"), priya).await && !give(Label::OutOfScope, oscar).await,
        "the first who says it has said it"
    );
    assert!(!agree(priya).await && !refuse(priya).await, "nobody looks at their own");
    assert_eq!(port.next(priya, None).await.expect("an answer"), None);
    let labelled = Miss { label: Some(label("card")), ..miss.clone() };
    assert_eq!(port.next(oscar, None).await.expect("an answer"), Some(labelled.clone()));
    assert!(!port.remove(miss.id).await.expect("an answer"), "what somebody has said is not thrown away by another");
    assert!(!port.agree(miss.id, Label::OutOfScope, oscar).await.expect("an answer"), "it has another label");
    assert!(refuse(oscar).await);
    assert_eq!(port.next(priya, None).await.expect("an answer"), Some(miss.clone()));
    let counts = async || port.counts().await.expect("an answer");
    assert_eq!(counts().await, MissCounts { open: 1, labelled: 0, agreed: 0 });
    assert!(give(label("card"), oscar).await);
    assert_eq!(counts().await, MissCounts { open: 0, labelled: 1, agreed: 0 });
    assert!(agree(priya).await && !refuse(priya).await && !agree(priya).await);
    assert_eq!(counts().await, MissCounts { open: 0, labelled: 0, agreed: 1 });
    assert_eq!(port.agreed().await.expect("an answer"), [labelled]);
    assert_eq!(port.next(oscar, None).await.expect("an answer"), None);
    let useless = missed(&world, ann, "hm");
    assert!(port.keep(&useless).await.expect("an answer") && port.remove(useless.id).await.expect("an answer"));
}

async fn it_is_forgotten_in_time_and_when_it_is_let_no_more(world: World) {
    let (ann, bob, priya) = (letting(&world, "Ann").await, letting(&world, "Bob").await, member(&world).await);
    let port = &world.ports.misses;
    let (old, hers) = (missed(&world, ann, "old"), missed(&world, bob, "hers"));
    world.clock.forward(86_400 * 1_000_000);
    let new = missed(&world, ann, "new");
    for miss in [&old, &hers, &new] {
        assert!(port.keep(miss).await.expect("an answer"));
    }
    port.let_learn(bob, false).await.expect("an answer");
    assert!(!port.may_learn(bob).await.expect("an answer"));
    assert_eq!(port.counts().await.expect("an answer").open, 2);
    let before = SweepBefore { misses: IdMint::made_at(new.id.value()), ..SweepBefore::NOTHING };
    world.ports.upkeep.sweep(before, 50).await.expect("an answer");
    assert_eq!(port.next(priya, None).await.expect("an answer"), Some(new));
}
