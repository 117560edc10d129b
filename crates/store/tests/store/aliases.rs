//! By what people are found who want to be paid: one person by each, nobody who has not chosen it, and not by trying out.

use bank::{
    accounts::AccountKind,
    aliases::{Given, Holder},
    ledger::UNLIMITED,
};
use model::{AccountId, Alias, AliasWay, CustomerId};
use store::bulk::{Batch, NewAccount, NewContact};

use crate::{on_both, world::World};

on_both!(
    one_person_is_found_by_each_until_they_do_not_want_it,
    only_an_account_of_ones_own_is_paid_into,
    looks_are_counted_by_payer_and_day,
);

fn alias(typed: &str) -> Alias {
    Alias::from_typed(typed).expect("a number or an address")
}

/// Somebody the bank can reach.
async fn person(world: &World, name: &str, email: &str) -> (CustomerId, AccountId) {
    let (customer, account) = world.person(name).await;
    let contact = NewContact { customer, email: email.to_owned(), phone: "07700 900123".to_owned() };
    world.keep(Batch { contacts: vec![contact], ..Batch::default() }).await;
    (customer, account)
}

async fn give(world: &World, who: CustomerId, typed: &str, account: AccountId) -> bool {
    let at = bank::Clock::now(&*world.clock);
    world.ports.aliases.give(who, &alias(typed), account, at).await.expect("an answer")
}

async fn holder(world: &World, typed: &str) -> Option<Holder> {
    world.ports.aliases.holder(&alias(typed)).await.expect("an answer")
}

async fn one_person_is_found_by_each_until_they_do_not_want_it(world: World) {
    let (ann, hers) = person(&world, "Ann", "ann@example.org").await;
    let (bob, his) = person(&world, "Bob", "bob@example.org").await;
    assert!(holder(&world, "ann@example.org").await.is_none(), "she has not chosen it");
    assert!(give(&world, ann, "ann@example.org", hers).await);
    assert!(give(&world, ann, "07700 900123", hers).await);
    assert!(!give(&world, bob, "+44 7700 900123", his).await, "she is found by it");
    let found = holder(&world, "0044 7700 900123").await.expect("Ann");
    let account = world.ports.accounts.account(ann, hers).await.expect("an answer").expect("hers");
    assert_eq!((found.customer, found.name.as_str(), found.number), (ann, "Ann", account.number));
    assert_eq!(found.contact.email, "ann@example.org");
    let aliases = &world.ports.aliases;
    let given = |way, address: &str| Given { way, account: hers, address: address.to_owned() };
    assert_eq!(
        aliases.given(ann).await.expect("an answer"),
        [given(AliasWay::Phone, "+447700900123"), given(AliasWay::Email, "ann@example.org")]
    );
    assert!(aliases.given(bob).await.expect("an answer").is_empty());

    assert!(!aliases.take(bob, AliasWay::Phone).await.expect("an answer"), "it is not his");
    assert!(aliases.take(ann, AliasWay::Phone).await.expect("an answer"));
    assert!(!aliases.take(ann, AliasWay::Phone).await.expect("an answer"), "once");
    assert!(holder(&world, "07700 900123").await.is_none());
    assert!(give(&world, bob, "07700 900123", his).await, "it is free");
    // In the place of the old one.
    assert!(give(&world, ann, "ann@example.com", hers).await);
    assert!(holder(&world, "ann@example.org").await.is_none());
    assert!(holder(&world, "ann@example.com").await.is_some());
}

async fn only_an_account_of_ones_own_is_paid_into(world: World) {
    let (ann, hers) = person(&world, "Ann", "ann@example.org").await;
    let (bob, his) = person(&world, "Bob", "bob@example.org").await;
    let joint = AccountId::new(world.ids.next());
    let opened = NewAccount {
        min_balance: -UNLIMITED,
        ..world.new_account(joint, Some(world.number()), AccountKind::Joint, &[ann, bob])
    };
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    for other in [his, joint] {
        assert!(!give(&world, ann, "ann@example.org", other).await, "{other}");
    }
    assert!(holder(&world, "ann@example.org").await.is_none());
    assert!(give(&world, ann, "ann@example.org", hers).await);
}

async fn looks_are_counted_by_payer_and_day(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let at = bank::Clock::now(&*world.clock);
    let aliases = &world.ports.aliases;
    let (one, two, three) =
        tokio::join!(aliases.count(ann, 7, 2, at), aliases.count(ann, 7, 2, at), aliases.count(ann, 7, 2, at));
    let counted = [one, two, three].into_iter().filter(|counted| *counted.as_ref().expect("an answer")).count();
    assert_eq!(counted, 2, "side by side as well");
    assert!(!aliases.count(ann, 7, 2, at).await.expect("an answer"));
    assert!(aliases.count(ann, 8, 2, at).await.expect("an answer"), "another day");
    assert!(aliases.count(bob, 7, 2, at).await.expect("an answer"), "somebody else");
    let before = bank::ports::SweepBefore { ended: at.plus_seconds(1), ..bank::ports::SweepBefore::NOTHING };
    world.ports.upkeep.sweep(before, 10).await.expect("an answer");
    assert!(aliases.count(ann, 7, 2, at).await.expect("an answer"), "and forgotten after a while");
}
