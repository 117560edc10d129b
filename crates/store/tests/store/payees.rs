//! The people who were paid, and what is said of them.

use bank::{
    Clock,
    accounts::AccountKind,
    payments::{Among, KnownPayee, Saying},
};
use model::{AccountId, CustomerId, PaymentId};
use store::bulk::Batch;

use crate::{on_both, world::World};

on_both!(
    the_last_payment_to_each_is_found,
    favourites_come_first_and_are_found_however_long_ago,
    who_is_taken_off_comes_back_when_asked_or_paid,
    what_is_said_is_its_owners,
);

const FEW: Among = Among { lines: 400, limit: 6, only: None, removed: false };

async fn known(world: &World, owner: CustomerId, among: Among) -> Vec<KnownPayee> {
    world.ports.payees.known(owner, among).await.expect("an answer")
}

async fn accounts(world: &World, owner: CustomerId, among: Among) -> Vec<AccountId> {
    known(world, owner, among).await.into_iter().map(|payee| payee.account).collect()
}

async fn say(world: &World, owner: CustomerId, of: (AccountId, PaymentId), saying: Saying) {
    world.ports.payees.say(owner, of.0, of.1, saying).await.expect("an answer");
}

/// Pays £1; the payment.
async fn paid(world: &World, owner: CustomerId, from: AccountId, to: AccountId) -> PaymentId {
    let command = world.payment(owner, from, to, 100);
    let id = PaymentId::new(command.outbox[0].subject);
    world.submit(command).await.expect("there is money");
    world.clock.forward(1_000);
    id
}

async fn the_last_payment_to_each_is_found(world: World) {
    let (ann, from) = world.person("Ann").await;
    let ((bob, to_bob), (_, to_cy)) = (world.person("Bob").await, world.person("Cy").await);
    let savings = AccountId::new(world.ids.next());
    let opened = world.new_account(savings, Some(world.number()), AccountKind::Savings, &[ann]);
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    world.pay_in(from, 10_000).await;
    let mut made = Vec::new();
    for to in [to_bob, to_cy, savings, to_bob] {
        made.push(paid(&world, ann, from, to).await);
    }
    let last = async |owner, limit| {
        let found = known(&world, owner, Among { limit, ..FEW }).await;
        found.into_iter().map(|payee| payee.payment).collect::<Vec<_>>()
    };
    assert_eq!(last(ann, 6).await, [made[3], made[1]], "each once, the latest first, and nobody pays themselves");
    assert_eq!(last(ann, 1).await, [made[3]]);
    assert!(last(bob, 6).await.is_empty(), "who was paid has paid nobody");
    let only = known(&world, ann, Among { only: Some(to_cy), ..FEW }).await;
    assert_eq!((only.len(), only[0].payment, only[0].amount.minor, only[0].listed), (1, made[1], 100, true));
    assert!(known(&world, ann, Among { only: Some(savings), ..FEW }).await.is_empty());
}

async fn favourites_come_first_and_are_found_however_long_ago(world: World) {
    let (ann, from) = world.person("Ann").await;
    let ((_, to_bob), (_, to_cy)) = (world.person("Bob").await, world.person("Cy").await);
    world.pay_in(from, 10_000).await;
    let bob = (to_bob, paid(&world, ann, from, to_bob).await);
    paid(&world, ann, from, to_cy).await;
    let lately = Among { lines: 1, ..FEW };
    assert_eq!(accounts(&world, ann, lately).await, [to_cy]);
    say(&world, ann, bob, Saying::Favourite(true)).await;
    say(&world, ann, bob, Saying::Nickname("老爸 O'Neil \\".to_owned())).await;
    assert_eq!(accounts(&world, ann, lately).await, [to_bob, to_cy]);
    assert_eq!(accounts(&world, ann, Among { limit: 1, ..lately }).await, [to_bob]);
    let first = known(&world, ann, lately).await.remove(0);
    assert_eq!((first.nickname.as_str(), first.favourite), ("老爸 O'Neil \\", true), "one does not undo the other");
    say(&world, ann, bob, Saying::Favourite(false)).await;
    say(&world, ann, bob, Saying::Nickname(String::new())).await;
    assert_eq!(accounts(&world, ann, FEW).await, [to_cy, to_bob]);
}

async fn who_is_taken_off_comes_back_when_asked_or_paid(world: World) {
    let (ann, from) = world.person("Ann").await;
    let ((_, to_bob), (_, to_cy)) = (world.person("Bob").await, world.person("Cy").await);
    world.pay_in(from, 10_000).await;
    let bob = (to_bob, paid(&world, ann, from, to_bob).await);
    let cy = (to_cy, paid(&world, ann, from, to_cy).await);
    for of in [bob, cy] {
        say(&world, ann, of, Saying::Removed(world.clock.now())).await;
    }
    assert!(accounts(&world, ann, FEW).await.is_empty());
    let all = known(&world, ann, Among { removed: true, ..FEW }).await;
    assert!(all.len() == 2 && all.iter().all(|payee| !payee.listed));
    say(&world, ann, cy, Saying::Listed).await;
    assert_eq!(accounts(&world, ann, FEW).await, [to_cy]);
    world.clock.forward(1_000);
    let again = paid(&world, ann, from, to_bob).await;
    let found = known(&world, ann, FEW).await;
    assert_eq!((found.len(), found[0].payment, found[0].listed), (2, again, true), "who is paid again is back");
}

async fn what_is_said_is_its_owners(world: World) {
    let ((ann, from_ann), (bob, from_bob)) = (world.person("Ann").await, world.person("Bob").await);
    let (_, to_cy) = world.person("Cy").await;
    for (who, from) in [(ann, from_ann), (bob, from_bob)] {
        world.pay_in(from, 10_000).await;
        let cy = (to_cy, paid(&world, who, from, to_cy).await);
        if who == ann {
            say(&world, ann, cy, Saying::Nickname("Mum".to_owned())).await;
            say(&world, ann, cy, Saying::Removed(world.clock.now())).await;
            // A payment of Ann's says nothing to Bob, whatever is asked with it.
            say(&world, bob, cy, Saying::Favourite(true)).await;
            assert!(known(&world, bob, FEW).await.is_empty());
            say(&world, bob, cy, Saying::Favourite(false)).await;
        }
    }
    let found = known(&world, bob, FEW).await;
    assert_eq!((found.len(), found[0].nickname.as_str(), found[0].listed), (1, "", true));
}
