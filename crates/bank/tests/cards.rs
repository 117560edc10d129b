//! Whether a card pays, whatever has been done to it and whatever it is presented for.

use bank::{
    accounts::Category,
    calendar::day_number,
    cards::{
        Blockable, Card, CardKind, CardRules, CardState, CardUse, Counted, Purchase, Refused, UNBLOCK_WAIT_S,
        authorise, country_reach,
    },
    limits::Limit,
    policy::LIMIT_RAISE_WAIT_S,
};
use jiff::civil::date;
use model::{AccountId, CardId, Currency, CustomerId, Money, Timestamp, forms::CardReach};
use proptest::{prelude::*, sample::select};

const DAY: i64 = 20_000;
const NOW: Timestamp = Timestamp::from_micros(DAY * 86_400_000_000);

fn card() -> Card {
    Card {
        id: CardId::new(1),
        account: AccountId::new(2),
        currency: Currency::Gbp,
        holder: CustomerId::new(3),
        kind: CardKind::Debit,
        last_four: "4242".to_owned(),
        expires_on: date(2030, 1, 31),
        state: CardState::Active,
        since: Timestamp::EPOCH,
        replaces: None,
        rules: CardRules::new(50_000, 30_000, 20_000, CardReach::Everywhere),
        counted: Counted::default(),
        stamp: 0,
    }
}

fn purchase(minor: i64) -> Purchase {
    Purchase {
        reference: "a".to_owned(),
        card: CardId::new(1),
        merchant: "Press & Pour".to_owned(),
        way: CardUse::Shop,
        country: "GB".to_owned(),
        category: Category::EatingOut,
        block: None,
        amount: Money::new(minor, Currency::Gbp),
    }
}

/// One thing that a card is presented for.
fn purchases() -> impl Strategy<Value = Purchase> {
    let countries = select(vec!["GB", "FR", "SK", "US", "CN", "??"]);
    let blocks = prop::option::of(select(Blockable::ALL));
    (select(CardUse::ALL), countries, blocks, -5_i64..40_000).prop_map(|(way, country, block, minor)| Purchase {
        way,
        country: country.to_owned(),
        block,
        ..purchase(minor)
    })
}

/// Something that is done to a card.
#[derive(Debug, Clone)]
enum Deed {
    Wait(i64),
    Lower(CardUse, i64),
    Raise(CardUse, i64),
    Narrow(CardReach),
    Widen(CardReach),
    Block(Blockable),
    Unblock(Blockable),
    Calm,
    Present(Purchase),
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0_i64..60 * 3_600).prop_map(Deed::Wait),
        (select(CardUse::ALL), 0_i64..60_000).prop_map(|(way, to)| Deed::Lower(way, to)),
        (select(CardUse::ALL), 0_i64..60_000).prop_map(|(way, to)| Deed::Raise(way, to)),
        select(CardReach::ALL).prop_map(Deed::Narrow),
        select(CardReach::ALL).prop_map(Deed::Widen),
        select(Blockable::ALL).prop_map(Deed::Block),
        select(Blockable::ALL).prop_map(Deed::Unblock),
        Just(Deed::Calm),
        purchases().prop_map(Deed::Present),
        purchases().prop_map(Deed::Present),
        purchases().prop_map(Deed::Present),
    ]
}

/// The card once that was done, and what it paid.
fn done(card: &Card, deed: &Deed, now: &mut Timestamp) -> (Card, Option<Purchase>) {
    let rules = match deed {
        Deed::Wait(seconds) => {
            *now = now.plus_seconds(*seconds);
            None
        }
        Deed::Lower(way, to) => {
            let lowered = card.rules.of(*way).lowered(*to, *now);
            lowered.map(|limit| card.rules.clone().with(*way, limit))
        }
        Deed::Raise(way, to) => Some(card.rules.clone().with(*way, card.rules.of(*way).raised(*to, *now))),
        Deed::Narrow(to) => card.rules.narrowed(*to, *now),
        Deed::Widen(to) => Some(card.rules.widened(*to, *now)),
        Deed::Block(what) => Some(card.rules.blocking(*what)),
        Deed::Unblock(what) => card.rules.unblocking(*what, *now),
        Deed::Calm => card.rules.calmed(*now),
        Deed::Present(purchase) => {
            let day = now.micros() / 86_400_000_000;
            return match authorise(card, purchase, *now, day) {
                Ok(counted) => (Card { counted, ..card.clone() }, Some(purchase.clone())),
                Err(_) => (card.clone(), None),
            };
        }
    };
    (Card { rules: rules.unwrap_or_else(|| card.rules.clone()), ..card.clone() }, None)
}

proptest! {
    #[test]
    fn whatever_is_done_a_day_pays_no_more_than_the_most_it_was_allowed(all in prop::collection::vec(deeds(), 1..60)) {
        let (mut card, mut now) = (card(), NOW);
        let mut sums = std::collections::HashMap::new();
        for deed in &all {
            let before = card.clone();
            let (after, paid) = done(&card, deed, &mut now);
            card = after;
            let Some(paid) = paid else { continue };
            prop_assert!(paid.amount.minor > 0);
            prop_assert!(country_reach(&paid.country, before.currency) <= before.rules.reach(now));
            prop_assert!(paid.block.is_none_or(|what| before.rules.block_of(what, now).is_none()));
            let sum = sums.entry((now.micros() / 86_400_000_000, paid.way)).or_insert(0);
            *sum += paid.amount.minor;
            prop_assert!(*sum <= before.rules.of(paid.way).at(now), "{sum}");
        }
    }

    #[test]
    fn a_card_that_is_not_active_pays_for_nothing(purchase in purchases(), state in select(CardState::ALL)) {
        let paid = authorise(&Card { state, ..card() }, &purchase, NOW, DAY);
        prop_assert!(state == CardState::Active || paid.is_err());
    }

    #[test]
    fn a_card_whose_time_is_over_pays_for_nothing(purchase in purchases(), days in 1_i64..4_000) {
        let last = day_number(card().expires_on);
        let now = Timestamp::from_micros((last + days) * 86_400_000_000);
        prop_assert_eq!(authorise(&card(), &purchase, now, last + days), Err(Refused::Expired));
    }
}

#[test]
fn why_it_does_not_pay_is_said() {
    let refused = |card: &Card, purchase: &Purchase| authorise(card, purchase, NOW, DAY).unwrap_err();
    let with = |rules| Card { rules, ..card() };
    for (state, why) in [
        (CardState::Coming, Refused::Coming),
        (CardState::Locked, Refused::Locked),
        (CardState::Lost, Refused::Over),
        (CardState::Stolen, Refused::Over),
        (CardState::Replaced, Refused::Over),
    ] {
        assert_eq!(refused(&Card { state, ..card() }, &purchase(1)), why);
    }
    assert_eq!(refused(&card(), &purchase(0)), Refused::Amount);
    let euros = Purchase { amount: Money::new(1, Currency::Eur), ..purchase(1) };
    assert_eq!(refused(&card(), &euros), Refused::Amount);
    let near = with(card().rules.narrowed(CardReach::Europe, NOW).unwrap());
    assert_eq!(refused(&near, &Purchase { country: "US".to_owned(), ..purchase(1) }), Refused::Country);
    assert!(authorise(&near, &Purchase { country: "FR".to_owned(), ..purchase(1) }, NOW, DAY).is_ok());
    assert_eq!(refused(&card(), &purchase(50_001)), Refused::OverDay);
    let off = with(card().rules.with(CardUse::Shop, Limit::of(0)));
    assert_eq!(refused(&off, &purchase(1)), Refused::Off);
    assert!(authorise(&off, &Purchase { way: CardUse::Cash, ..purchase(1) }, NOW, DAY).is_ok());
    let bet = Purchase { block: Some(Blockable::Gambling), ..purchase(1) };
    assert_eq!(refused(&with(card().rules.blocking(Blockable::Gambling)), &bet), Refused::Blocked);
    assert!(authorise(&with(card().rules.blocking(Blockable::Crypto)), &bet, NOW, DAY).is_ok());
}

#[test]
fn a_block_holds_for_two_nights_after_its_end_was_asked_for() {
    let blocked = card().rules.blocking(Blockable::Gambling);
    let asked = blocked.unblocking(Blockable::Gambling, NOW).unwrap();
    let later = |seconds| NOW.plus_seconds(seconds);
    assert!(asked.block_of(Blockable::Gambling, later(UNBLOCK_WAIT_S - 1)).is_some());
    assert!(asked.block_of(Blockable::Gambling, later(UNBLOCK_WAIT_S)).is_none());
    assert_eq!(asked.unblocking(Blockable::Gambling, later(60)), None, "asking again does not begin it anew");
    let kept = asked.blocking(Blockable::Gambling);
    assert!(kept.block_of(Blockable::Gambling, later(UNBLOCK_WAIT_S)).is_some(), "it was kept");
    assert_eq!(asked.calmed(later(60)), Some(blocked), "a freeze keeps it as well");
    assert_eq!(asked.calmed(later(UNBLOCK_WAIT_S)), None, "what has ended does not come back");
}

#[test]
fn more_holds_after_the_wait_of_every_limit_and_less_at_once() {
    let wide = CardRules::new(1_000, 0, 0, CardReach::Home).widened(CardReach::Everywhere, NOW);
    let holds = NOW.plus_seconds(LIMIT_RAISE_WAIT_S);
    assert_eq!((wide.reach(NOW), wide.reach(holds)), (CardReach::Home, CardReach::Everywhere));
    assert_eq!(wide.reach_waiting(NOW), Some((CardReach::Everywhere, holds)));
    assert_eq!(wide.kept_narrow(NOW).unwrap().reach(holds), CardReach::Home);
    assert_eq!(wide.narrowed(CardReach::Europe, NOW), None, "that is wider than what holds");
    assert_eq!(wide.narrowed(CardReach::Europe, holds).unwrap().reach(holds), CardReach::Europe);
}

#[test]
fn what_is_kept_of_a_card_is_read_as_it_was() {
    let rules = card().rules.blocking(Blockable::Games).widened(CardReach::Everywhere, NOW);
    let rules = rules.clone().with(CardUse::Cash, rules.of(CardUse::Cash).raised(90_000, NOW));
    let counted = Counted::default().on(DAY).with(CardUse::Online, 17).with_pin_shown();
    let written = serde_json::to_string(&(&rules, counted)).unwrap();
    assert_eq!(serde_json::from_str::<(CardRules, Counted)>(&written).unwrap(), (rules, counted));
    assert_eq!(counted.on(DAY + 1), Counted::default().on(DAY + 1));
    assert_eq!(counted.on(DAY - 1), counted, "a day that has begun does not end again");
}
