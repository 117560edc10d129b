//! What people ask one another for: whose it is, and who has paid it.

use bank::{
    Clock,
    ledger::{Action, Command},
    payments::Payment,
    requests::PaymentRequest,
};
use model::{AccountId, CustomerId, Money, RequestId};

use crate::{commands::GBP, on_both, world::World};

on_both!(it_is_read_as_it_was_kept_and_by_nobody_else, whoever_paid_it_is_named_and_nobody_else);

fn request(world: &World, owner: CustomerId, account: AccountId, token: &str) -> PaymentRequest {
    PaymentRequest {
        id: RequestId::new(world.ids.next()),
        owner,
        account,
        each: Money::new(1_000, GBP),
        times: 2,
        reference: "Dinner".to_owned(),
        token: token.to_owned(),
        asked_at: world.clock.now(),
        ended_at: None,
        paid: Vec::new(),
    }
}

async fn it_is_read_as_it_was_kept_and_by_nobody_else(world: World) {
    let (ann, hers) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let requests = &world.ports.requests;
    let (first, second) = (request(&world, ann, hers, "a"), request(&world, ann, hers, "b"));
    for request in [&first, &second] {
        requests.keep(request).await.expect("an answer");
    }
    assert_eq!(requests.list(ann).await.expect("an answer"), [second.clone(), first.clone()]);
    assert!(requests.list(eve).await.expect("an answer").is_empty());
    assert_eq!(requests.one(ann, first.id).await.expect("an answer"), Some(first.clone()));
    assert_eq!(requests.one(eve, first.id).await.expect("an answer"), None);
    assert_eq!(requests.by_token("a").await.expect("an answer"), Some(first.clone()));
    assert_eq!(requests.by_token("A").await.expect("an answer"), None);
    let now = world.clock.now();
    requests.end(eve, first.id, now).await.expect("an answer");
    assert_eq!(requests.one(ann, first.id).await.expect("an answer"), Some(first.clone()), "it is not hers to end");
    requests.end(ann, first.id, now).await.expect("an answer");
    let ended = requests.one(ann, first.id).await.expect("an answer");
    assert_eq!(ended, Some(PaymentRequest { ended_at: Some(now), ..first }));
}

/// A payment of Bob's and what makes it.
fn paying(world: &World, bob: (CustomerId, AccountId), to: AccountId, minor: i64) -> (Payment, Command) {
    let command = world.payment(bob.0, bob.1, to, minor);
    let Action::Transfer(order) = &command.action else { panic!("a payment moves money") };
    (order.payment.as_deref().expect("a payment").clone(), command)
}

async fn whoever_paid_it_is_named_and_nobody_else(world: World) {
    let (ann, hers) = world.person("Ann").await;
    let bob = world.person("Bob").await;
    let (_, other) = world.person("Eve").await;
    world.pay_in(bob.1, 10_000).await;
    let requests = &world.ports.requests;
    let request = request(&world, ann, hers, "a");
    requests.keep(&request).await.expect("an answer");
    for (to, minor, counts) in [(other, 1_000, 0), (hers, 999, 0), (hers, 1_000, 1), (hers, 1_001, 2)] {
        let (payment, command) = paying(&world, bob, to, minor);
        requests.answer(request.id, payment.id).await.expect("an answer");
        requests.answer(request.id, payment.id).await.expect("an answer");
        world.submit(command).await.expect("there is money");
        let seen = requests.one(ann, request.id).await.expect("an answer").expect("it is there");
        assert_eq!(seen.paid.len(), counts, "{minor}");
        assert!(seen.paid.iter().all(|paid| paid.customer == bob.0 && paid.name == "Bob"));
    }
    // Paid without having been asked: nothing to do with it.
    world.submit(paying(&world, bob, hers, 1_000).1).await.expect("there is money");
    let seen = requests.one(ann, request.id).await.expect("an answer").expect("it is there");
    assert_eq!(seen.paid.len(), 2);
}
