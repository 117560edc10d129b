//! Cards as their holders use them, and as shops do.

use std::sync::atomic::Ordering;

use bank::{
    Error,
    accounts::Category,
    audit::Deed,
    cards::{
        self, Answer, Blockable, CardPaymentState, CardState, CardUse, Changed, PINS_A_DAY, Purchase, ReachChanged,
        Refused, UNBLOCK_WAIT_S,
    },
    policy::LIMIT_RAISE_WAIT_S,
    security::{self, Device, SecurityEvent},
    step_up::{self, Shown},
};
use model::{
    CardId, Currency, ErrorCode, Money,
    forms::{ApproveForm, CardReach, LimitForm, ReachForm, TroubleForm},
};

use crate::house::{ANNA, ANNA_CARD, ANNA_CURRENT, GOOD_CODE, House, TOM, TOM_CARD, house};

const WEEK_S: i64 = 7 * 86_400;

fn pounds(minor: i64) -> Money {
    Money::new(minor, Currency::Gbp)
}

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().unwrap().code,
        Error::Unavailable(error) => panic!("{error:?}"),
    }
}

fn device() -> Device {
    Device::default()
}

/// An answer that approves what is shown.
async fn answer(house: &House, shown: &Shown) -> ApproveForm {
    house.next_code();
    let challenge = step_up::ask(&house.bank, ANNA, shown).await.unwrap().id.to_string();
    ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() }
}

async fn known(house: &House, id: CardId) -> cards::Card {
    cards::card(&house.bank, ANNA, id).await.unwrap().card
}

fn purchase(reference: &str, minor: i64) -> Purchase {
    Purchase {
        reference: reference.to_owned(),
        card: ANNA_CARD,
        merchant: "Larkhill Hotel".to_owned(),
        way: CardUse::Shop,
        country: "GB".to_owned(),
        category: Category::Leisure,
        block: None,
        amount: pounds(minor),
    }
}

async fn present(house: &House, purchase: &Purchase) -> Result<Answer, ErrorCode> {
    cards::present(&house.bank, purchase).await.map_err(code_of)
}

async fn refused(house: &House, purchase: &Purchase) -> Refused {
    match present(house, purchase).await.unwrap() {
        Answer::Refused(why) => why,
        Answer::Allowed(_) => panic!("it was allowed"),
    }
}

async fn held_and_balance(house: &House) -> (i64, i64) {
    let account = house.bank.accounts.account(ANNA, ANNA_CURRENT).await.unwrap().unwrap();
    (account.held.minor, account.balance.minor)
}

async fn states(house: &House) -> Vec<CardPaymentState> {
    cards::payments(&house.bank, ANNA, ANNA_CARD).await.unwrap().into_iter().map(|payment| payment.state).collect()
}

fn told(house: &House) -> Vec<SecurityEvent> {
    house.memory.safety.lock().unwrap().events.iter().map(|(_, happened)| happened.event).collect()
}

#[tokio::test(start_paused = true)]
async fn a_card_is_locked_by_one_press_and_unlocked_with_a_code() {
    let house = house();
    cards::lock(&house.bank, ANNA, ANNA_CARD, &device()).await.unwrap();
    cards::lock(&house.bank, ANNA, ANNA_CARD, &device()).await.unwrap();
    assert_eq!((house.asked(), told(&house)), (0, vec![SecurityEvent::CardLocked]), "it is told once");
    assert_eq!(refused(&house, &purchase("a", 100)).await, Refused::Locked);

    let shown = cards::unlocking(&known(&house, ANNA_CARD).await);
    let wrong = ApproveForm { code: "000000".to_owned(), ..answer(&house, &shown).await };
    let denied = cards::unlock(&house.bank, ANNA, ANNA_CARD, &wrong, &device()).await.unwrap_err();
    assert_eq!(code_of(denied), ErrorCode::CodeRefused);
    let good = answer(&house, &shown).await;
    cards::unlock(&house.bank, ANNA, ANNA_CARD, &good, &device()).await.unwrap();
    assert!(matches!(present(&house, &purchase("b", 100)).await, Ok(Answer::Allowed(_))));
    let deeds: Vec<_> = house.noted().into_iter().map(|(_, deed, subject)| (deed, subject)).collect();
    assert!(deeds.starts_with(&[(Deed::CardLocked, ANNA_CARD.value()), (Deed::CardUnlocked, ANNA_CARD.value())]));
    let again = cards::unlock(&house.bank, ANNA, ANNA_CARD, &good, &device()).await.unwrap_err();
    assert_eq!(code_of(again), ErrorCode::CardOver);
}

#[tokio::test(start_paused = true)]
async fn nobody_does_anything_to_somebody_elses_card() {
    let house = house();
    let lock = cards::lock(&house.bank, TOM, ANNA_CARD, &device()).await.unwrap_err();
    assert_eq!(code_of(lock), ErrorCode::NotFound);
    let trouble = TroubleForm { trouble: "lost".to_owned() };
    let lost = cards::report(&house.bank, TOM, ANNA_CARD, &trouble, &device()).await.unwrap_err();
    assert_eq!(code_of(lost), ErrorCode::NotFound);
    assert_eq!(code_of(cards::pin(&house.bank, TOM, ANNA_CARD).await.unwrap_err()), ErrorCode::NotFound);
    let block = cards::block(&house.bank, TOM, ANNA_CARD, Blockable::Games).await.unwrap_err();
    assert_eq!(code_of(block), ErrorCode::NotFound);
    let hers: Vec<_> = cards::list(&house.bank, ANNA).await.unwrap().iter().map(|view| view.card.id).collect();
    assert_eq!(hers, [ANNA_CARD]);
    assert!(cards::payments(&house.bank, TOM, ANNA_CARD).await.unwrap().is_empty());
    assert_eq!(known(&house, ANNA_CARD).await.state, CardState::Active);
}

#[tokio::test(start_paused = true)]
async fn less_is_paid_at_once_and_more_after_half_a_day() {
    let house = house();
    let shop = (ANNA_CARD, CardUse::Shop);
    let typed = |amount: &str| LimitForm { amount: amount.to_owned() };
    let change = async |amount| cards::change_limit(&house.bank, ANNA, shop, &typed(amount), &device()).await;
    assert_eq!(change("50").await.unwrap(), Changed::Lowered);
    assert_eq!(refused(&house, &purchase("a", 5_001)).await, Refused::OverDay);
    assert_eq!(change("0").await.unwrap(), Changed::Lowered);
    assert_eq!(refused(&house, &purchase("b", 1)).await, Refused::Off);
    assert_eq!(change("20000").await.map_err(code_of), Err(ErrorCode::LimitTooHigh));
    assert_eq!(change("80").await.unwrap(), Changed::Raise(pounds(8_000)));

    let shown = cards::raising(&known(&house, ANNA_CARD).await, CardUse::Shop, pounds(8_000), house.bank.clock.now());
    let form = answer(&house, &shown).await;
    let more = (ANNA_CARD, CardUse::Shop, pounds(9_000));
    let other = cards::raise(&house.bank, ANNA, more, &form, &device()).await.unwrap_err();
    assert_eq!(code_of(other), ErrorCode::StepUpExpired, "it is approved for exactly what was shown");
    let form = answer(&house, &shown).await;
    cards::raise(&house.bank, ANNA, (ANNA_CARD, CardUse::Shop, pounds(8_000)), &form, &device()).await.unwrap();
    assert_eq!(refused(&house, &purchase("c", 1)).await, Refused::Off);
    house.wait(LIMIT_RAISE_WAIT_S);
    assert!(matches!(present(&house, &purchase("d", 8_000)).await, Ok(Answer::Allowed(_))));
    assert_eq!(refused(&house, &purchase("e", 1)).await, Refused::OverDay, "the day is used up");
}

#[tokio::test(start_paused = true)]
async fn countries_are_fewer_at_once_and_more_after_half_a_day() {
    let house = house();
    let reach = async |code: &str| {
        let form = ReachForm { reach: code.to_owned() };
        cards::change_reach(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.map_err(code_of)
    };
    let there = |reference| Purchase { country: "FR".to_owned(), ..purchase(reference, 100) };
    assert_eq!(reach("home").await, Ok(ReachChanged::Narrowed));
    assert_eq!(refused(&house, &there("a")).await, Refused::Country);
    assert_eq!(reach("europe").await, Ok(ReachChanged::Widen(CardReach::Europe)));
    assert_eq!(reach("moon").await, Err(ErrorCode::ChoiceUnknown));
    let shown = cards::widening(&known(&house, ANNA_CARD).await, CardReach::Europe, house.bank.clock.now());
    let form = answer(&house, &shown).await;
    cards::widen(&house.bank, ANNA, (ANNA_CARD, CardReach::Europe), &form, &device()).await.unwrap();
    assert_eq!(refused(&house, &there("b")).await, Refused::Country);
    house.wait(LIMIT_RAISE_WAIT_S);
    assert!(matches!(present(&house, &there("c")).await, Ok(Answer::Allowed(_))));
}

#[tokio::test(start_paused = true)]
async fn what_is_blocked_is_refused_until_two_nights_after_its_end_was_asked_for() {
    let house = house();
    let bet = |reference| Purchase { block: Some(Blockable::Gambling), ..purchase(reference, 100) };
    assert!(matches!(present(&house, &bet("a")).await, Ok(Answer::Allowed(_))));
    cards::block(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling).await.unwrap();
    assert_eq!(refused(&house, &bet("b")).await, Refused::Blocked);
    let asked =
        async || cards::ask_to_unblock(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling, &device()).await.unwrap();
    let ends = asked().await.unwrap();
    assert_eq!(ends, house.bank.clock.now().plus_seconds(UNBLOCK_WAIT_S));
    house.wait(UNBLOCK_WAIT_S - 1);
    assert_eq!(asked().await, None, "asking again changes nothing");
    assert_eq!(refused(&house, &bet("c")).await, Refused::Blocked);
    cards::keep_block(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling).await.unwrap();
    house.wait(1);
    assert_eq!(refused(&house, &bet("d")).await, Refused::Blocked, "it was kept");
    asked().await.unwrap();
    house.wait(UNBLOCK_WAIT_S);
    assert!(matches!(present(&house, &bet("e")).await, Ok(Answer::Allowed(_))));
}

#[tokio::test(start_paused = true)]
async fn a_lost_card_never_pays_again_and_another_comes() {
    let house = house();
    let report = async |id, trouble: &str| {
        let form = TroubleForm { trouble: trouble.to_owned() };
        cards::report(&house.bank, ANNA, id, &form, &device()).await.map_err(code_of)
    };
    assert_eq!(report(ANNA_CARD, "").await.unwrap_err(), ErrorCode::TroubleMissing);
    let new = report(ANNA_CARD, "lost").await.unwrap().new.unwrap();
    assert_eq!((new.state, new.replaces, new.last_four.as_str()), (CardState::Coming, Some(ANNA_CARD), "1881"));
    assert_eq!(told(&house), [SecurityEvent::CardLost, SecurityEvent::CardOrdered]);
    assert_eq!(report(ANNA_CARD, "stolen").await.unwrap_err(), ErrorCode::CardOver, "it was said before");
    assert_eq!(refused(&house, &purchase("a", 100)).await, Refused::Over);
    assert_eq!(refused(&house, &Purchase { card: new.id, ..purchase("b", 100) }).await, Refused::Coming);
    let unlock = cards::lock(&house.bank, ANNA, ANNA_CARD, &device()).await.unwrap_err();
    assert_eq!(code_of(unlock), ErrorCode::CardOver);

    let form = answer(&house, &cards::activating(&new)).await;
    cards::activate(&house.bank, ANNA, new.id, &form, &device()).await.unwrap();
    assert!(matches!(present(&house, &Purchase { card: new.id, ..purchase("c", 100) }).await, Ok(Answer::Allowed(_))));
    assert_eq!(known(&house, ANNA_CARD).await.state, CardState::Lost, "what it was stays known");
}

#[tokio::test(start_paused = true)]
async fn a_broken_card_pays_until_the_other_has_arrived() {
    let house = house();
    let form = TroubleForm { trouble: "damaged".to_owned() };
    let new = cards::report(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap().new.unwrap();
    let again = cards::report(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap_err();
    assert_eq!(code_of(again), ErrorCode::CardOver, "one is on its way");
    assert!(matches!(present(&house, &purchase("a", 100)).await, Ok(Answer::Allowed(_))));
    let form = answer(&house, &cards::activating(&new)).await;
    cards::activate(&house.bank, ANNA, new.id, &form, &device()).await.unwrap();
    assert_eq!(refused(&house, &purchase("b", 100)).await, Refused::Over);
    assert_eq!(known(&house, ANNA_CARD).await.state, CardState::Replaced);
}

#[tokio::test(start_paused = true)]
async fn where_nobody_makes_cards_a_lost_one_is_over_all_the_same() {
    let mut house = house();
    house.bank.card_processor = None;
    let form = TroubleForm { trouble: "stolen".to_owned() };
    assert_eq!(cards::report(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap().new, None);
    assert_eq!(refused(&house, &purchase("a", 100)).await, Refused::Over);
    house.bank.card_processor = Some(house.memory.clone());
    let view = cards::card(&house.bank, ANNA, ANNA_CARD).await.unwrap();
    assert!(cards::can_report(&house.bank, ANNA, &view).await.unwrap(), "another can still be asked for");
    let new = cards::report(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap().new.unwrap();
    assert_eq!(new.replaces, Some(ANNA_CARD));
    assert!(!cards::can_report(&house.bank, ANNA, &view).await.unwrap());
    assert_eq!(told(&house), [SecurityEvent::CardLost, SecurityEvent::CardOrdered], "it is told once");
}

#[tokio::test(start_paused = true)]
async fn a_pin_is_told_after_a_code_and_three_times_a_day() {
    let house = house();
    for _ in 0..PINS_A_DAY {
        let form = answer(&house, &cards::showing_pin(&known(&house, ANNA_CARD).await)).await;
        cards::approve_pin(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap();
    }
    assert_eq!(cards::pin(&house.bank, ANNA, ANNA_CARD).await.unwrap().reveal(), "2468");
    let noted = house.noted().into_iter().filter(|(_, deed, _)| *deed == Deed::CardPinShown).count();
    assert_eq!(noted, usize::try_from(PINS_A_DAY).unwrap());
    let form = answer(&house, &cards::showing_pin(&known(&house, ANNA_CARD).await)).await;
    let once_more = cards::approve_pin(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap_err();
    assert_eq!(code_of(once_more), ErrorCode::PinEnough);
    house.wait(86_400);
    let form = answer(&house, &cards::showing_pin(&known(&house, ANNA_CARD).await)).await;
    cards::approve_pin(&house.bank, ANNA, ANNA_CARD, &form, &device()).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn money_is_set_aside_then_taken_and_the_rest_is_free() {
    let house = house();
    let Ok(Answer::Allowed(hold)) = present(&house, &purchase("a", 18_400)).await else { panic!("it pays") };
    assert_eq!(held_and_balance(&house).await, (18_400, 100_000));
    assert_eq!(present(&house, &purchase("a", 18_400)).await, Ok(Answer::Allowed(hold)), "said twice, it is one");
    assert_eq!(present(&house, &purchase("a", 18_401)).await, Err(ErrorCode::KeyReused));
    assert_eq!(held_and_balance(&house).await, (18_400, 100_000));
    let until = house.bank.clock.now().plus_seconds(WEEK_S);
    assert_eq!(states(&house).await, [CardPaymentState::Reserved(until)]);

    let more = cards::clear(&house.bank, "a", pounds(18_401)).await.unwrap_err();
    assert_eq!(code_of(more), ErrorCode::InsufficientFunds);
    let transfer = cards::clear(&house.bank, "a", pounds(18_000)).await.unwrap();
    assert_eq!(cards::clear(&house.bank, "a", pounds(18_000)).await.unwrap(), transfer);
    assert_eq!(held_and_balance(&house).await, (0, 82_000));
    assert_eq!(states(&house).await, [CardPaymentState::Paid]);
    assert_eq!(code_of(cards::release(&house.bank, "a").await.unwrap_err()), ErrorCode::NotFound, "it has left");
    assert_eq!(code_of(cards::clear(&house.bank, "b", pounds(1)).await.unwrap_err()), ErrorCode::NotFound);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_taken_is_free_again() {
    let house = house();
    present(&house, &purchase("a", 5_000)).await.unwrap();
    cards::release(&house.bank, "a").await.unwrap();
    cards::release(&house.bank, "a").await.unwrap();
    assert_eq!(
        (held_and_balance(&house).await, states(&house).await),
        ((0, 100_000), vec![CardPaymentState::Released])
    );
    assert_eq!(code_of(cards::clear(&house.bank, "a", pounds(5_000)).await.unwrap_err()), ErrorCode::NotFound);
}

#[tokio::test(start_paused = true)]
async fn what_the_account_does_not_hold_is_refused_and_stays_refused() {
    let house = house();
    house.give(ANNA_CURRENT, crate::house::TOM_CURRENT, 99_000).await;
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Account);
    house.give(crate::house::TOM_CURRENT, ANNA_CURRENT, 50_000).await;
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Account, "the shop was told no");
    assert_eq!(states(&house).await, [CardPaymentState::Refused(Refused::Account)]);
    let nobodys = Purchase { card: CardId::new(999), ..purchase("b", 1) };
    assert_eq!(present(&house, &nobodys).await, Err(ErrorCode::NotFound));
}

#[tokio::test(start_paused = true)]
async fn in_a_freeze_no_card_pays_and_nothing_that_waits_comes() {
    let house = house();
    cards::block(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling).await.unwrap();
    cards::ask_to_unblock(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling, &device()).await.unwrap();
    security::freeze(&house.bank, ANNA, None, &device()).await.unwrap();
    assert_eq!(refused(&house, &purchase("a", 100)).await, Refused::Frozen);
    assert!(house.noted().iter().any(|(_, deed, _)| *deed == Deed::CardRaiseCancelled));
    house.wait(UNBLOCK_WAIT_S);
    assert!(house.memory.safety.lock().unwrap().freezes.remove(&ANNA).is_some());
    let bet = Purchase { block: Some(Blockable::Gambling), ..purchase("b", 100) };
    assert_eq!(refused(&house, &bet).await, Refused::Blocked);
}

#[tokio::test(start_paused = true)]
async fn however_many_shops_ask_at_once_a_day_is_spent_once() {
    let house = house();
    let asking = (0..16).map(|nth| {
        let (bank, purchase) = (house.bank.clone(), purchase(&format!("shop-{nth}"), 5_000));
        tokio::spawn(async move { cards::present(&bank, &purchase).await.unwrap() })
    });
    let mut allowed = 0;
    for asked in asking.collect::<Vec<_>>() {
        allowed += usize::from(matches!(asked.await.unwrap(), Answer::Allowed(_)));
    }
    assert_eq!(allowed, 6, "£300 a day, £50 each");
    assert_eq!(held_and_balance(&house).await, (30_000, 100_000));
    let toms = Purchase { card: TOM_CARD, ..purchase("toms", 5_000) };
    assert!(matches!(present(&house, &toms).await, Ok(Answer::Allowed(_))), "another card has its own day");
}

#[tokio::test(start_paused = true)]
async fn a_lock_counts_although_the_shop_asked_before_it() {
    let house = house();
    house.memory.busy.store(true, Ordering::Relaxed);
    present(&house, &purchase("a", 5_000)).await.unwrap_err();
    cards::lock(&house.bank, ANNA, ANNA_CARD, &device()).await.unwrap();
    house.memory.busy.store(false, Ordering::Relaxed);
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Locked);
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Locked, "and stays refused");
    assert_eq!(held_and_balance(&house).await, (0, 100_000));
}

#[tokio::test(start_paused = true)]
async fn what_is_taken_back_before_it_was_set_aside_never_is() {
    let house = house();
    house.memory.busy.store(true, Ordering::Relaxed);
    present(&house, &purchase("a", 5_000)).await.unwrap_err();
    house.memory.busy.store(false, Ordering::Relaxed);
    cards::release(&house.bank, "a").await.unwrap();
    cards::release(&house.bank, "a").await.unwrap();
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Withdrawn);
    assert_eq!(held_and_balance(&house).await, (0, 100_000));
}

#[tokio::test(start_paused = true)]
async fn what_was_freed_is_not_promised_again() {
    let house = house();
    present(&house, &purchase("a", 5_000)).await.unwrap();
    cards::release(&house.bank, "a").await.unwrap();
    assert_eq!(refused(&house, &purchase("a", 5_000)).await, Refused::Withdrawn);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_a_purchase_is_refused_and_not_kept() {
    let house = house();
    let dollars = Money::new(5_000, Currency::Usd);
    for (wrong, why) in [
        (Purchase { amount: pounds(0), ..purchase("a", 1) }, Refused::Amount),
        (Purchase { amount: dollars, ..purchase("a", 1) }, Refused::Amount),
        (Purchase { country: "GBR".to_owned(), ..purchase("a", 1) }, Refused::Country),
    ] {
        assert_eq!(refused(&house, &wrong).await, why);
    }
    assert!(states(&house).await.is_empty());
}

async fn ordered(house: &House, id: CardId, trouble: &str) -> cards::Card {
    let form = TroubleForm { trouble: trouble.to_owned() };
    cards::report(&house.bank, ANNA, id, &form, &device()).await.unwrap().new.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_card_that_arrives_ends_all_before_it_and_is_no_wider() {
    let house = house();
    let second = ordered(&house, ANNA_CARD, "damaged").await;
    cards::block(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling).await.unwrap();
    let third = ordered(&house, second.id, "lost").await;
    let form = answer(&house, &cards::activating(&known(&house, third.id).await)).await;
    cards::activate(&house.bank, ANNA, third.id, &form, &device()).await.unwrap();
    let (first, third) = (known(&house, ANNA_CARD).await, known(&house, third.id).await);
    assert_eq!((first.state, third.state), (CardState::Replaced, CardState::Active));
    assert!(third.rules.block_of(Blockable::Gambling, house.bank.clock.now()).is_some());
}

#[tokio::test(start_paused = true)]
async fn in_a_freeze_nothing_broken_is_sent_anew_and_no_block_ends() {
    let house = house();
    cards::block(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling).await.unwrap();
    security::freeze(&house.bank, ANNA, None, &device()).await.unwrap();
    let broken = TroubleForm { trouble: "damaged".to_owned() };
    let sent = cards::report(&house.bank, ANNA, ANNA_CARD, &broken, &device()).await.unwrap_err();
    assert_eq!(code_of(sent), ErrorCode::Frozen);
    let ends = cards::ask_to_unblock(&house.bank, ANNA, ANNA_CARD, Blockable::Gambling, &device()).await.unwrap_err();
    assert_eq!(code_of(ends), ErrorCode::Frozen);
    assert!(ordered(&house, ANNA_CARD, "stolen").await.replaces.is_some(), "what is stolen is blocked all the same");
}
