//! Cards: whose they are, and that a purchase is decided, reserved and taken once.

use bank::{
    Bank, Clock, Error,
    accounts::Category,
    cards::{
        self, Answer, Blockable, Card, CardKind, CardPayment, CardPaymentState, CardRules, CardState, CardUse, Counted,
        Purchase, Refused,
    },
    security::Device,
};
use jiff::civil::date;
use model::{
    AccountId, CardId, CardPaymentId, CustomerId, ErrorCode, HoldId, Money,
    forms::{CardReach, LimitForm},
};
use store::bulk::Batch;

use crate::{commands::GBP, on_both, world::World};

on_both!(
    a_card_is_read_as_it_was_kept_and_by_nobody_else,
    whoever_is_slower_changes_nothing,
    another_takes_its_place_or_nothing_does,
    a_purchase_is_reserved_then_taken_and_said_twice_is_once,
    what_is_not_taken_is_free_again,
    a_day_is_spent_once_on_however_many_servers,
    what_the_database_was_filled_with_is_read,
);

/// £500 a day in shops.
const SHOP: i64 = 50_000;

fn card(world: &World, holder: CustomerId, account: AccountId) -> Card {
    Card {
        id: CardId::new(world.ids.next()),
        account,
        currency: GBP,
        holder,
        kind: CardKind::Debit,
        last_four: "0042".to_owned(),
        expires_on: date(2030, 5, 31),
        state: CardState::Active,
        since: world.clock.now(),
        replaces: None,
        rules: CardRules::new(SHOP, 30_000, 20_000, CardReach::Europe).blocking(Blockable::Gambling),
        counted: Counted::default(),
        stamp: world.ids.next(),
    }
}

fn purchase(card: CardId, reference: &str, minor: i64) -> Purchase {
    Purchase {
        reference: reference.to_owned(),
        card,
        merchant: "Café Ribadouro".to_owned(),
        way: CardUse::Shop,
        country: "PT".to_owned(),
        category: Category::EatingOut,
        block: None,
        amount: Money::new(minor, GBP),
    }
}

/// Ann, £1,000, and her card.
async fn anns_card(world: &World) -> (CustomerId, AccountId, Card) {
    let (ann, hers) = world.person("Ann").await;
    world.pay_in(hers, 100_000).await;
    let card = card(world, ann, hers);
    world.ports.cards.add(&card).await.expect("an answer");
    (ann, hers, card)
}

async fn a_card_is_read_as_it_was_kept_and_by_nobody_else(world: World) {
    let (ann, hers, card) = anns_card(&world).await;
    let (eve, _) = world.person("Eve").await;
    let port = &world.ports.cards;
    assert_eq!(port.card(ann, card.id).await.expect("an answer"), Some(card.clone()));
    assert_eq!(port.card(eve, card.id).await.expect("an answer"), None);
    assert_eq!(port.presented(card.id).await.expect("an answer"), Some(card.clone()));
    let second = Card { kind: CardKind::Virtual, ..self::card(&world, ann, hers) };
    port.add(&second).await.expect("an answer");
    assert_eq!(port.list(ann).await.expect("an answer"), [second, card]);
    assert!(port.list(eve).await.expect("an answer").is_empty());
}

async fn whoever_is_slower_changes_nothing(world: World) {
    let (ann, _, card) = anns_card(&world).await;
    let port = &world.ports.cards;
    let rules = card.rules.unblocking(Blockable::Gambling, world.clock.now()).expect("it is blocked");
    let locked = Card { state: CardState::Locked, rules, stamp: world.ids.next(), ..card.clone() };
    assert!(port.keep(&locked, card.stamp).await.expect("an answer"));
    let late = Card { state: CardState::Lost, stamp: world.ids.next(), ..card.clone() };
    assert!(!port.keep(&late, card.stamp).await.expect("an answer"), "it is not as it was seen");
    assert_eq!(port.card(ann, card.id).await.expect("an answer"), Some(locked));
}

async fn another_takes_its_place_or_nothing_does(world: World) {
    let (ann, hers, old) = anns_card(&world).await;
    let port = &world.ports.cards;
    let new = Card { state: CardState::Coming, replaces: Some(old.id), ..card(&world, ann, hers) };
    let over = Card { state: CardState::Stolen, stamp: world.ids.next(), ..old.clone() };
    assert!(!port.replace(&over, old.stamp + 1, &new).await.expect("an answer"), "somebody was faster");
    assert_eq!(port.list(ann).await.expect("an answer"), std::slice::from_ref(&old));
    assert!(port.replace(&over, old.stamp, &new).await.expect("an answer"));
    assert_eq!(port.list(ann).await.expect("an answer"), [new, over]);
}

fn refusal(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    }
}

async fn states(bank: &Bank, owner: CustomerId, card: CardId) -> Vec<(CardPaymentState, i64)> {
    let payments = cards::payments(bank, owner, card).await.expect("an answer");
    payments.into_iter().map(|payment| (payment.state, payment.amount.minor)).collect()
}

async fn a_purchase_is_reserved_then_taken_and_said_twice_is_once(world: World) {
    let (ann, hers, card) = anns_card(&world).await;
    let (eve, _) = world.person("Eve").await;
    let bank = world.bank(world.ports.clone(), 3);
    let bought = purchase(card.id, "net-1", 18_400);
    let answer = cards::present(&bank, &bought).await.expect("an answer");
    assert!(matches!(answer, Answer::Allowed(_)));
    assert_eq!(cards::present(&bank, &bought).await.expect("an answer"), answer);
    assert_eq!(world.balance(ann, hers).await, (100_000, 18_400));
    let other = purchase(card.id, "net-1", 1);
    assert_eq!(refusal(cards::present(&bank, &other).await.expect_err("another amount")), ErrorCode::KeyReused);

    let taken = cards::clear(&bank, "net-1", Money::new(18_000, GBP)).await.expect("it is reserved");
    assert_eq!(cards::clear(&bank, "net-1", Money::new(18_000, GBP)).await.expect("it was taken"), taken);
    assert_eq!(world.balance(ann, hers).await, (82_000, 0));
    assert_eq!(states(&bank, ann, card.id).await, [(CardPaymentState::Paid, 18_000)]);
    assert!(states(&bank, eve, card.id).await.is_empty());
    assert_eq!(refusal(cards::release(&bank, "net-1").await.expect_err("it has left")), ErrorCode::NotFound);

    // The account through which it is settled is opened once.
    cards::present(&bank, &purchase(card.id, "net-2", 100)).await.expect("an answer");
    cards::clear(&bank, "net-2", Money::new(100, GBP)).await.expect("it is reserved");
    let settled = [bank.ids.next(), bank.ids.next()].map(AccountId::new);
    let mut found = Vec::new();
    for new in settled {
        found.push(bank.cards.settlement(GBP, new, world.clock.now()).await.expect("an answer"));
    }
    assert!(found[0] == found[1] && !settled.contains(&found[0]));
    world.verified().await;
}

async fn what_is_not_taken_is_free_again(world: World) {
    let (ann, hers, card) = anns_card(&world).await;
    let bank = world.bank(world.ports.clone(), 3);
    cards::present(&bank, &purchase(card.id, "a", 4_000)).await.expect("an answer");
    let until = world.clock.now().plus_seconds(7 * 86_400);
    assert_eq!(states(&bank, ann, card.id).await, [(CardPaymentState::Reserved(until), 4_000)]);
    cards::release(&bank, "a").await.expect("it is reserved");
    cards::release(&bank, "a").await.expect("said twice");
    assert_eq!(world.balance(ann, hers).await, (100_000, 0));
    assert_eq!(states(&bank, ann, card.id).await, [(CardPaymentState::Released, 4_000)]);

    let bet = Purchase { block: Some(Blockable::Gambling), ..purchase(card.id, "b", 100) };
    assert_eq!(cards::present(&bank, &bet).await.expect("an answer"), Answer::Refused(Refused::Blocked));
    // The account holds less than the card may pay.
    world.submit(world.transfer(hers, crate::world::CASH, 99_000)).await.expect("there is money");
    let much = purchase(card.id, "c", 30_000);
    assert_eq!(cards::present(&bank, &much).await.expect("an answer"), Answer::Refused(Refused::Account));
    assert_eq!(cards::present(&bank, &much).await.expect("an answer"), Answer::Refused(Refused::Account));
    let refused = |why| CardPaymentState::Refused(why);
    let [account, blocked, released] =
        [refused(Refused::Account), refused(Refused::Blocked), CardPaymentState::Released];
    assert_eq!(states(&bank, ann, card.id).await, [(account, 30_000), (blocked, 100), (released, 4_000)]);
    world.verified().await;
}

async fn a_day_is_spent_once_on_however_many_servers(world: World) {
    let (ann, hers, card) = anns_card(&world).await;
    let other = world.another_server(2).await;
    let banks = [world.bank(world.ports.clone(), 3), world.bank(other.ports(), 4)];
    let asking = (0..24).map(|nth| {
        let (bank, purchase) = (banks[nth % 2].clone(), purchase(card.id, &format!("shop-{}", nth / 2), 10_000));
        tokio::spawn(async move {
            // Each shop asks both servers.
            match cards::present(&bank, &purchase).await {
                Ok(answer) => Some(matches!(answer, Answer::Allowed(_))),
                Err(Error::Refused(ErrorCode::Busy | ErrorCode::InFlight)) => None,
                Err(error) => panic!("{error:?}"),
            }
        })
    });
    for asked in asking.collect::<Vec<_>>() {
        asked.await.expect("a shop ends");
    }
    assert_eq!(world.balance(ann, hers).await.1, SHOP, "as many as the day holds, and not one more");
    let typed = LimitForm { amount: "0".to_owned() };
    let device = Device::default();
    cards::change_limit(&banks[0], ann, (card.id, CardUse::Shop), &typed, &device).await.expect("less holds at once");
    let once_more = cards::present(&banks[1], &purchase(card.id, "late", 1)).await.expect("an answer");
    assert_eq!(once_more, Answer::Refused(Refused::Off));
    other.ports().ledger.close().await;
    world.verified().await;
}

async fn what_the_database_was_filled_with_is_read(world: World) {
    let (ann, hers) = world.person("Ann").await;
    let card = card(&world, ann, hers);
    let refused = CardPayment {
        id: CardPaymentId::new(world.ids.next()),
        purchase: Purchase { block: Some(Blockable::Games), ..purchase(card.id, "demo", 700) },
        hold: HoldId::new(world.ids.next()),
        at: world.clock.now(),
        state: CardPaymentState::Refused(Refused::Country),
        refused: Some(Refused::Country),
        transfer: None,
        amount: Money::new(700, GBP),
    };
    let batch = Batch { cards: vec![card.clone()], card_payments: vec![refused.clone()], ..Batch::default() };
    world.keep(batch).await;
    assert_eq!(world.ports.cards.list(ann).await.expect("an answer"), std::slice::from_ref(&card));
    assert_eq!(world.ports.cards.payments(ann, card.id, 10).await.expect("an answer"), std::slice::from_ref(&refused));
    assert_eq!(world.ports.cards.by_reference("demo").await.expect("an answer"), Some(refused));
}
