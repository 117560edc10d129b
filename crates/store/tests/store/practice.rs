//! Who plays, the towns of players, and how far their lessons have come.

use bank::{
    Clock,
    accounts::{AccountKind, AccountStatus},
    practice::{Lesson, PlayAccount, Player, Progress, Town},
};
use model::{AccountId, Currency, CustomerId, Language, Timestamp};

use crate::world::World;

/// Numbers of two people in the real bank: there is nobody with them here.
const ANN: CustomerId = CustomerId::new(9_001);
const BO: CustomerId = CustomerId::new(9_002);

async fn join(world: &World, customer: CustomerId, language: Language) -> Player {
    world.ports.practice.join(customer, language).await.expect("an answer");
    world.ports.practice.player(customer).await.expect("an answer").expect("they have joined")
}

fn town(world: &World, player: &Player) -> Town {
    let account = |place: i64, kind, own| PlayAccount {
        id: AccountId::new(1_000 + player.serial * 8 + place),
        number: (kind != AccountKind::Internal).then(|| world.number()),
        kind,
        name: format!("Account {place}"),
        own,
    };
    Town {
        player: player.id(),
        name: "You".to_owned(),
        language: Language::En,
        currency: Currency::Gbp,
        accounts: vec![
            account(0, AccountKind::Internal, false),
            account(1, AccountKind::Current, true),
            account(2, AccountKind::Business, false),
        ],
        at: world.clock.now(),
    }
}

async fn a_player_is_in_the_town_they_chose_last(world: World) {
    assert_eq!(world.ports.practice.player(ANN).await.expect("an answer"), None);
    let english = join(&world, ANN, Language::En).await;
    let other = join(&world, BO, Language::En).await;
    let chinese = join(&world, ANN, Language::Zh).await;
    let serials = [english.serial, other.serial, chinese.serial];
    assert!(serials.iter().all(|one| serials.iter().filter(|two| one == *two).count() == 1), "{serials:?}");
    assert_eq!(chinese.language, Language::Zh);
    assert_eq!(join(&world, ANN, Language::En).await, english, "they come back to the one they had");
    assert_eq!(join(&world, BO, Language::En).await, other);
    assert!(!english.ready);
    world.ports.practice.ready(english.id()).await.expect("an answer");
    assert!(join(&world, ANN, Language::En).await.ready && !join(&world, ANN, Language::Zh).await.ready);
}

async fn a_town_is_opened_once_and_belongs_to_its_player(world: World) {
    let player = join(&world, ANN, Language::En).await;
    let town = town(&world, &player);
    for _ in 0..2 {
        world.ports.practice.found(&town).await.expect("a founding can be done twice");
    }
    let accounts = world.ports.accounts.list(player.id()).await.expect("an answer");
    let [account] = accounts.as_slice() else { panic!("{accounts:?}") };
    assert_eq!((account.id, account.holder.as_str()), (town.accounts[1].id, "You"));
    assert!(world.ports.accounts.list(ANN).await.expect("an answer").is_empty(), "nobody real is here");
    let shop = town.accounts[2].number.expect("a number");
    let payee = world.ports.accounts.payee(shop).await.expect("an answer").expect("it can be paid");
    assert_eq!((payee.id, payee.holder.as_str()), (town.accounts[2].id, "Account 2"));
    world.verified().await;
}

async fn what_is_frozen_is_the_players_own(world: World) {
    let mut towns = Vec::new();
    for customer in [ANN, BO] {
        let player = join(&world, customer, Language::En).await;
        let town = town(&world, &player);
        world.ports.practice.found(&town).await.expect("an answer");
        towns.push((player, town));
    }
    let status = async |player: &Player| {
        world.ports.accounts.list(player.id()).await.expect("an answer").first().expect("an account").status
    };
    let [(ann, town), (bo, _)] = towns.as_slice() else { panic!("two towns") };
    world.ports.practice.set_status(ann.id(), AccountStatus::Frozen).await.expect("an answer");
    assert_eq!((status(ann).await, status(bo).await), (AccountStatus::Frozen, AccountStatus::Open));
    let shop = town.accounts[2].number.expect("a number");
    let payee = world.ports.accounts.payee(shop).await.expect("an answer").expect("it is there");
    assert_eq!(payee.status, AccountStatus::Open);
    world.ports.practice.set_status(ann.id(), AccountStatus::Open).await.expect("an answer");
    assert_eq!(status(ann).await, AccountStatus::Open);
}

async fn lessons_are_remembered_whatever_the_town(world: World) {
    join(&world, ANN, Language::En).await;
    let begun = Progress { lesson: Lesson::Scams, done: 1, started_at: world.clock.now(), finished_at: None };
    let finished = Progress { done: 4, finished_at: Some(Timestamp::EPOCH), ..begun };
    let other = Progress { lesson: Lesson::Payment, ..begun };
    for progress in [begun, other, finished] {
        world.ports.practice.keep(ANN, &progress).await.expect("an answer");
    }
    for language in [Language::Zh, Language::En] {
        let player = join(&world, ANN, language).await;
        assert_eq!(player.lessons.len(), 2);
        assert_eq!(player.progress(Lesson::Scams), Some(finished));
        assert_eq!(player.progress(Lesson::Payment), Some(other));
        assert_eq!(player.progress(Lesson::Freeze), None);
    }
    assert!(join(&world, BO, Language::En).await.lessons.is_empty(), "nobody else's");
}

async fn a_database_with_a_real_customer_is_not_for_play(world: World) {
    let player = join(&world, ANN, Language::En).await;
    world.ports.practice.found(&town(&world, &player)).await.expect("an answer");
    assert!(world.ports.practice.is_play_only().await.expect("an answer"));
    world.person("Real").await;
    assert!(!world.ports.practice.is_play_only().await.expect("an answer"));
}

async fn many_who_join_at_once_share_no_number(world: World) {
    let tries = (0..24).map(|nth| {
        let practice = world.ports.practice.clone();
        tokio::spawn(async move {
            let customer = CustomerId::new(10_000 + nth);
            for _ in 0..50 {
                practice.join(customer, Language::En).await.expect("an answer");
                if let Some(player) = practice.player(customer).await.expect("an answer") {
                    return player.serial;
                }
            }
            panic!("nobody waits that long");
        })
    });
    let mut serials = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        serials.push(one.await.expect("a client ends"));
    }
    serials.sort_unstable();
    assert_eq!(serials, (1..=24).collect::<Vec<_>>());
}

crate::on_both!(
    a_player_is_in_the_town_they_chose_last,
    a_town_is_opened_once_and_belongs_to_its_player,
    what_is_frozen_is_the_players_own,
    lessons_are_remembered_whatever_the_town,
    a_database_with_a_real_customer_is_not_for_play,
    many_who_join_at_once_share_no_number,
);
