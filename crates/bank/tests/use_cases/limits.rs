//! Limits as their owner changes them: less at once, more after a step-up and half a day.

use bank::{
    Error,
    audit::Deed,
    limits::{self, Changed, LimitKind},
    payments,
    policy::LIMIT_RAISE_WAIT_S,
    security::{Device, SecurityEvent},
    step_up,
};
use model::{
    AccountId, Currency, ErrorCode, Money,
    forms::{AmountForm, ApproveForm, LimitForm, PayeeForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

const DAY: (AccountId, LimitKind) = (ANNA_CURRENT, LimitKind::Day);
const NEW: (AccountId, LimitKind) = (ANNA_CURRENT, LimitKind::NewPayee);

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

async fn change(house: &House, which: (AccountId, LimitKind), typed: &str) -> Result<Changed, ErrorCode> {
    let form = LimitForm { amount: typed.to_owned() };
    limits::change(&house.bank, ANNA, which, &form, &Device::default()).await.map_err(code_of)
}

/// What holds now.
async fn holds(house: &House, (account, kind): (AccountId, LimitKind)) -> i64 {
    let account = limits::one(&house.bank, ANNA, account).await.unwrap();
    account.limit(kind, house.bank.clock.now()).minor
}

/// Approves a raise to `shown`, and asks for one to `done`.
async fn raise(house: &House, (account, kind): (AccountId, LimitKind), shown: i64, done: i64) -> Result<(), ErrorCode> {
    house.next_code();
    let known = limits::one(&house.bank, ANNA, account).await.unwrap();
    let shown = limits::raising(&known, kind, pounds(shown), house.bank.clock.now());
    let challenge = step_up::ask(&house.bank, ANNA, &shown).await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    let which = (account, kind, pounds(done));
    limits::raise(&house.bank, ANNA, which, &form, &Device::default()).await.map(drop).map_err(code_of)
}

async fn review(house: &House, typed: &str) -> Result<payments::Review, ErrorCode> {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: typed.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.map_err(code_of)?;
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    payments::review(&house.bank, ANNA, id).await.map_err(code_of)
}

async fn pay(house: &House, typed: &str) -> Result<(), ErrorCode> {
    let order = review(house, typed).await?.order;
    house.next_code();
    let challenge = step_up::ask(&house.bank, ANNA, &order.shown()).await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    payments::confirm(&house.bank, ANNA, order.id, &form).await.map(drop).map_err(code_of)
}

#[tokio::test(start_paused = true)]
async fn less_holds_at_once_and_needs_no_approval() {
    let house = house();
    assert_eq!(change(&house, DAY, "100").await, Ok(Changed::Lowered));
    assert_eq!(holds(&house, DAY).await, 10_000);
    assert_eq!(house.asked(), 0);
    assert_eq!(house.noted(), [(Some(ANNA.value()), Deed::LimitLowered, ANNA_CURRENT.value())]);
    assert_eq!(review(&house, "100.01").await.unwrap_err(), ErrorCode::OverDailyLimit);
    assert!(review(&house, "100").await.is_ok());
    assert_eq!(change(&house, DAY, "0").await, Ok(Changed::Lowered), "nothing at all is a limit as well");
    assert_eq!(review(&house, "0.01").await.unwrap_err(), ErrorCode::OverDailyLimit);
}

#[tokio::test(start_paused = true)]
async fn more_holds_after_half_a_day_and_everybody_hears_of_it() {
    let house = house();
    assert_eq!(change(&house, DAY, "5000").await, Ok(Changed::Raise(pounds(500_000))));
    assert_eq!(holds(&house, DAY).await, 80_000, "what was only typed changes nothing");
    raise(&house, DAY, 500_000, 500_000).await.unwrap();
    let told: Vec<_> = house.memory.safety.lock().unwrap().notices.iter().map(|notice| notice.event).collect();
    assert_eq!(told, [SecurityEvent::LimitRaiseAsked; 3], "on their page, by mail and by short message");
    house.wait(LIMIT_RAISE_WAIT_S - 1);
    assert_eq!(holds(&house, DAY).await, 80_000);
    house.wait(1);
    assert_eq!(holds(&house, DAY).await, 500_000);
    limits::call_off(&house.bank, ANNA, DAY, &Device::default()).await.unwrap();
    assert_eq!(holds(&house, DAY).await, 500_000, "what holds is not called off any more");
}

#[tokio::test(start_paused = true)]
async fn a_raise_is_approved_for_exactly_what_was_shown() {
    let house = house();
    assert_eq!(raise(&house, DAY, 100_000, 500_000).await, Err(ErrorCode::StepUpExpired));
    assert_eq!(raise(&house, DAY, 80_000, 80_000).await, Err(ErrorCode::StepUpExpired), "that is no raise");
    assert_eq!(raise(&house, DAY, 9_000_000, 9_000_000).await, Err(ErrorCode::LimitTooHigh));
    assert_eq!(change(&house, DAY, "90000").await, Err(ErrorCode::LimitTooHigh));
    house.wait(LIMIT_RAISE_WAIT_S);
    assert_eq!(holds(&house, DAY).await, 80_000);
}

#[tokio::test(start_paused = true)]
async fn a_raise_that_waits_is_called_off_by_one_press_or_by_lowering() {
    let house = house();
    for lower in [false, true] {
        raise(&house, DAY, 500_000, 500_000).await.unwrap();
        if lower {
            assert_eq!(change(&house, DAY, "800").await, Ok(Changed::Lowered));
        } else {
            limits::call_off(&house.bank, ANNA, DAY, &Device::default()).await.unwrap();
            assert_eq!(house.noted().last().unwrap().1, Deed::LimitRaiseCancelled);
        }
        house.wait(LIMIT_RAISE_WAIT_S);
        assert_eq!(holds(&house, DAY).await, 80_000);
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_new_is_paid_while_a_raise_waits() {
    let house = house();
    raise(&house, (ANNA_SAVINGS, LimitKind::Payment), 70_000, 70_000).await.unwrap();
    let until = house.bank.clock.now().plus_seconds(LIMIT_RAISE_WAIT_S);
    assert_eq!(review(&house, "10").await.unwrap().held_until, Some(until));
    assert_eq!(pay(&house, "10").await, Err(ErrorCode::PayeeHeld));
    limits::call_off(&house.bank, ANNA, (ANNA_SAVINGS, LimitKind::Payment), &Device::default()).await.unwrap();
    assert_eq!(pay(&house, "10").await, Ok(()));
    raise(&house, DAY, 500_000, 500_000).await.unwrap();
    assert_eq!(pay(&house, "10").await, Ok(()), "who was paid before is not new");
}

#[tokio::test(start_paused = true)]
async fn somebody_new_is_paid_little_in_the_first_day() {
    let house = house();
    change(&house, NEW, "100").await.unwrap();
    assert_eq!(pay(&house, "100.01").await, Err(ErrorCode::OverNewPayeeLimit));
    assert_eq!(pay(&house, "60").await, Ok(()));
    assert_eq!(pay(&house, "40.01").await, Err(ErrorCode::OverNewPayeeLimit));
    assert_eq!(pay(&house, "40").await, Ok(()));
    house.wait(24 * 60 * 60);
    assert_eq!(pay(&house, "200").await, Ok(()), "after a day they are known");
}

#[tokio::test(start_paused = true)]
async fn somebody_elses_limits_are_not_there() {
    let house = house();
    let form = LimitForm { amount: "1".to_owned() };
    let which = (ANNA_CURRENT, LimitKind::Day);
    let changed = limits::change(&house.bank, TOM, which, &form, &Device::default()).await;
    assert_eq!(changed.map_err(code_of), Err(ErrorCode::NotFound));
    raise(&house, DAY, 500_000, 500_000).await.unwrap();
    limits::call_off(&house.bank, TOM, which, &Device::default()).await.unwrap();
    house.wait(LIMIT_RAISE_WAIT_S);
    assert_eq!(holds(&house, DAY).await, 500_000);
    house.close_account(ANNA_CURRENT);
    assert_eq!(change(&house, DAY, "1").await, Err(ErrorCode::NotFound));
}
