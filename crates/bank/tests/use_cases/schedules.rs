//! Payments that are planned: each is made on its day, once, or its owner hears why not.

use std::sync::atomic::Ordering;

use bank::{
    Error,
    audit::Deed,
    payments::{self, Made},
    schedules::{self, Change, Schedule, ScheduleState},
    security::{Channel, SecurityEvent},
    step_up,
};
use jiff::civil::{Date, date};
use model::{
    Currency, ErrorCode, Money, PaymentId, Problems, ScheduleId,
    forms::{AmountForm, ApproveForm, PayeeForm, PlanAmountForm, PurposeForm, WhenForm},
};

use crate::house::{ANNA, ANNA_CURRENT, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

const DAY_S: i64 = 86_400;

/// £10 from Anna to Tom, as typed; the house begins on Monday, 2 March 2026.
async fn drafted(house: &House, typed: &str, when: WhenForm) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: typed.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    payments::set_purpose(&house.bank, ANNA, id, PurposeForm { purpose: "family".to_owned() }).await.unwrap();
    id
}

fn when(every: &str, day: &str, last: &str) -> WhenForm {
    WhenForm { every: every.to_owned(), day: day.to_owned(), last: last.to_owned() }
}

async fn answer(house: &House, id: PaymentId) -> ApproveForm {
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    let question = payments::ask(&house.bank, ANNA, &review.order, "").await.unwrap();
    ApproveForm { code: GOOD_CODE.to_owned(), challenge: question.id.to_string(), ..ApproveForm::default() }
}

/// Approved, with nothing paid.
async fn planned(house: &House, typed: &str, when: WhenForm) -> ScheduleId {
    house.next_code();
    let id = drafted(house, typed, when).await;
    let form = answer(house, id).await;
    let before = house.balance(ANNA_CURRENT);
    let first = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    let again = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    assert_eq!(first, again, "pressing twice plans once");
    assert_eq!(house.balance(ANNA_CURRENT), before);
    let Made::Planned(schedule) = first else { panic!("it is for another day") };
    schedule.id
}

async fn seen(house: &House, id: ScheduleId) -> Schedule {
    schedules::one(&house.bank, ANNA, id).await.unwrap()
}

async fn next(house: &House, id: ScheduleId) -> Option<Date> {
    seen(house, id).await.next()
}

/// What the program does by itself, twice, as two servers would.
async fn carry_out(house: &House) {
    let (now, bank) = (house.bank.clock.now(), &house.bank);
    for _ in 0..2 {
        let due = bank.schedules.due(bank.calendar.day(now), now, 100).await.unwrap();
        for schedule in due.iter().chain(&due) {
            schedules::carry_out(bank, schedule.clone()).await.unwrap();
        }
    }
}

async fn change(house: &House, id: ScheduleId, change: Change) {
    schedules::change(&house.bank, ANNA, id, change).await.unwrap();
}

/// What Anna was told by mail.
fn told(house: &House) -> Vec<SecurityEvent> {
    let safety = house.memory.safety.lock().unwrap();
    safety.notices.iter().filter(|notice| notice.channel == Channel::Email).map(|notice| notice.event).collect()
}

#[tokio::test(start_paused = true)]
async fn each_day_is_paid_once_and_none_early() {
    let house = house();
    let id = planned(&house, "10", when("week", "2026-03-04", "2026-03-18")).await;
    let mut paid = vec![];
    for day in 2..=30 {
        carry_out(&house).await;
        paid.push((day, (100_000 - house.balance(ANNA_CURRENT)) / 1_000));
        house.wait(DAY_S);
    }
    let expected = |day| match day {
        ..4 => 0,
        4..11 => 1,
        11..18 => 2,
        _ => 3,
    };
    assert!(paid.iter().all(|(day, times)| *times == expected(*day)), "{paid:?}");
    assert_eq!(seen(&house, id).await.state, ScheduleState::Ended);
    assert!(schedules::list(&house.bank, ANNA).await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_was_missed_while_the_bank_stood_still_is_made_up_for() {
    let house = house();
    planned(&house, "10", when("month", "2026-03-31", "")).await;
    house.wait(95 * DAY_S);
    for _ in 0..5 {
        carry_out(&house).await;
    }
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 3_000, "March, April and May");
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_goes_back_pays_nothing_again() {
    let house = house();
    let id = planned(&house, "10", when("month", "2026-03-03", "")).await;
    house.wait(DAY_S);
    carry_out(&house).await;
    house.wait(-30 * DAY_S);
    carry_out(&house).await;
    house.wait(31 * DAY_S);
    carry_out(&house).await;
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 1_000);
    assert_eq!(next(&house, id).await, Some(date(2026, 4, 3)));
}

#[tokio::test(start_paused = true)]
async fn a_payment_that_was_made_just_before_a_fall_is_not_made_again() {
    let house = house();
    let id = planned(&house, "10", when("once", "2026-03-03", "")).await;
    house.wait(DAY_S);
    let before = seen(&house, id).await;
    schedules::carry_out(&house.bank, before.clone()).await.unwrap();
    // The money has moved, and what is planned has not heard of it.
    house.memory.schedules.lock().unwrap().insert(id, before);
    carry_out(&house).await;
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 1_000);
    assert_eq!(seen(&house, id).await.state, ScheduleState::Ended);
}

#[tokio::test(start_paused = true)]
async fn a_day_is_passed_over_and_taken_back() {
    let house = house();
    let id = planned(&house, "10", when("week", "2026-03-04", "")).await;
    change(&house, id, Change::Skip).await;
    assert_eq!(next(&house, id).await, Some(date(2026, 3, 11)));
    change(&house, id, Change::TakeBack).await;
    assert_eq!(next(&house, id).await, Some(date(2026, 3, 4)));
    change(&house, id, Change::TakeBack).await;
    assert_eq!(next(&house, id).await, Some(date(2026, 3, 4)), "nothing is left to take back");
    house.wait(2 * DAY_S);
    carry_out(&house).await;
    change(&house, id, Change::TakeBack).await;
    carry_out(&house).await;
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 1_000, "what was paid is not paid again");
}

#[tokio::test(start_paused = true)]
async fn a_pause_passes_days_over_and_an_end_is_one() {
    let house = house();
    let id = planned(&house, "10", when("week", "2026-03-04", "")).await;
    change(&house, id, Change::Pause).await;
    assert_eq!(next(&house, id).await, None);
    house.wait(10 * DAY_S);
    carry_out(&house).await;
    change(&house, id, Change::Resume).await;
    assert_eq!(next(&house, id).await, Some(date(2026, 3, 18)));
    change(&house, id, Change::Stop).await;
    change(&house, id, Change::Resume).await;
    house.wait(60 * DAY_S);
    carry_out(&house).await;
    assert_eq!(house.balance(ANNA_CURRENT), 100_000);
    let deeds: Vec<Deed> = house.noted().into_iter().map(|(_, deed, _)| deed).collect();
    let expected = [Deed::ScheduleMade, Deed::SchedulePaused, Deed::ScheduleResumed, Deed::ScheduleStopped];
    assert!(expected.iter().all(|deed| deeds.contains(deed)), "{deeds:?}");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_paid_is_tried_all_day_and_then_passed_over_and_told() {
    let house = house();
    // £600 twice is more than she has.
    planned(&house, "600", when("once", "2026-03-03", "")).await;
    let id = planned(&house, "600", when("month", "2026-03-04", "")).await;
    house.wait(2 * DAY_S);
    carry_out(&house).await;
    carry_out(&house).await;
    assert_eq!(house.balance(ANNA_CURRENT), 40_000);
    assert_eq!(told(&house).iter().filter(|event| **event == SecurityEvent::ScheduleWaits).count(), 1);
    assert_eq!(next(&house, id).await, Some(date(2026, 3, 4)), "it is still to come");
    house.wait(DAY_S);
    carry_out(&house).await;
    assert_eq!(told(&house).last(), Some(&SecurityEvent::ScheduleMissed));
    assert_eq!((house.balance(ANNA_CURRENT), next(&house, id).await), (40_000, Some(date(2026, 4, 4))));
}

#[tokio::test(start_paused = true)]
async fn money_that_comes_later_in_the_day_is_enough() {
    let house = house();
    planned(&house, "600", when("once", "2026-03-03", "")).await;
    let id = planned(&house, "500", when("once", "2026-03-04", "")).await;
    for _ in 0..2 {
        house.wait(DAY_S);
        carry_out(&house).await;
    }
    assert_eq!(house.balance(ANNA_CURRENT), 40_000);
    house.give(TOM_CURRENT, ANNA_CURRENT, 10_000).await;
    house.wait(900);
    carry_out(&house).await;
    assert_eq!((house.balance(ANNA_CURRENT), seen(&house, id).await.state), (0, ScheduleState::Ended));
}

#[tokio::test(start_paused = true)]
async fn a_ledger_with_too_much_to_do_is_left_alone_and_nothing_is_missed() {
    let house = house();
    let id = planned(&house, "10", when("once", "2026-03-03", "")).await;
    house.wait(DAY_S);
    house.memory.busy.store(true, Ordering::Relaxed);
    let refused = schedules::carry_out(&house.bank, seen(&house, id).await).await;
    assert!(matches!(refused, Err(Error::Refused(ErrorCode::Busy))), "{refused:?}");
    assert_eq!(seen(&house, id).await.waits_since, None, "it says nothing about the payment");
    house.memory.busy.store(false, Ordering::Relaxed);
    carry_out(&house).await;
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 1_000);
}

#[tokio::test(start_paused = true)]
async fn nothing_leaves_while_everything_is_frozen() {
    let house = house();
    planned(&house, "10", when("once", "2026-03-03", "")).await;
    bank::security::freeze(&house.bank, ANNA, None, &bank::security::Device::default()).await.unwrap();
    house.wait(DAY_S);
    carry_out(&house).await;
    assert_eq!(house.balance(ANNA_CURRENT), 100_000);
}

/// What Anna answers where another amount is to be approved.
async fn approved(house: &House, id: ScheduleId, to: i64) -> (Money, ApproveForm) {
    house.next_code();
    let to = Money::new(to, Currency::Gbp);
    let shown = schedules::changing(&seen(house, id).await, to);
    let question = step_up::ask(&house.bank, ANNA, &shown).await.unwrap();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge: question.id.to_string(), ..ApproveForm::default() };
    (to, form)
}

async fn other_amount(house: &House, id: ScheduleId, typed: &str) -> Result<Option<Money>, Error> {
    schedules::other_amount(&house.bank, ANNA, id, &PlanAmountForm { amount: typed.to_owned() }).await
}

#[tokio::test(start_paused = true)]
async fn another_amount_counts_from_the_next_day_and_the_days_stay() {
    let house = house();
    let id = planned(&house, "10", when("month", "2026-03-31", "")).await;
    house.wait(30 * DAY_S);
    carry_out(&house).await;
    house.wait(2 * DAY_S);
    let before = seen(&house, id).await;
    assert_eq!(other_amount(&house, id, "25").await.unwrap(), Some(Money::new(2_500, Currency::Gbp)));
    assert_eq!(other_amount(&house, id, "10.00").await.unwrap(), None, "it is as much already");
    let (to, form) = approved(&house, id, 2_500).await;
    schedules::change_amount(&house.bank, ANNA, (id, to), &form).await.unwrap();
    let again = schedules::change_amount(&house.bank, ANNA, (id, to), &form).await;
    assert!(matches!(again, Err(Error::Refused(ErrorCode::StepUpExpired))), "{again:?}");
    let after = seen(&house, id).await;
    assert_eq!((after.timing, after.done, after.next()), (before.timing, before.done, Some(date(2026, 4, 30))));
    assert_eq!(after.approved_at, house.bank.clock.now());
    assert_eq!(told(&house).last(), Some(&SecurityEvent::ScheduleAmount));
    assert!(house.noted().iter().any(|(_, deed, _)| *deed == Deed::ScheduleAmount));
    for _ in 0..60 {
        house.wait(DAY_S);
        carry_out(&house).await;
    }
    assert_eq!(100_000 - house.balance(ANNA_CURRENT), 1_000 + 2 * 2_500, "31 March, 30 April, 31 May");
}

#[tokio::test(start_paused = true)]
async fn what_was_approved_is_that_amount_for_that_plan_as_it_was() {
    let house = house();
    let id = planned(&house, "10", when("month", "2026-03-31", "")).await;
    let (to, form) = approved(&house, id, 500).await;
    let other = schedules::change_amount(&house.bank, ANNA, (id, Money::new(501, Currency::Gbp)), &form).await;
    assert!(matches!(other, Err(Error::Refused(ErrorCode::StepUpExpired))), "{other:?}");
    let (_, form) = approved(&house, id, 500).await;
    change(&house, id, Change::Skip).await;
    let moved = schedules::change_amount(&house.bank, ANNA, (id, to), &form).await;
    assert!(matches!(moved, Err(Error::Refused(ErrorCode::StepUpExpired))), "{moved:?}");
    assert_eq!(seen(&house, id).await.amount.minor, 1_000);
}

#[tokio::test(start_paused = true)]
async fn more_to_somebody_new_is_planned_anew_and_less_is_not() {
    let house = house();
    let id = planned(&house, "10", when("month", "2026-03-31", "")).await;
    let more = other_amount(&house, id, "900").await;
    assert!(
        matches!(&more, Err(Error::Form(problems)) if *problems == Problems::one("amount", ErrorCode::RaiseToSomebodyNew)),
        "{more:?}"
    );
    assert_eq!(other_amount(&house, id, "5").await.unwrap(), Some(Money::new(500, Currency::Gbp)));
}

#[tokio::test(start_paused = true)]
async fn on_its_day_and_after_its_end_the_amount_stays() {
    let house = house();
    let id = planned(&house, "600", when("once", "2026-03-03", "")).await;
    house.wait(DAY_S);
    let today = other_amount(&house, id, "5").await;
    assert!(matches!(today, Err(Error::Refused(ErrorCode::InFlight))), "{today:?}");
    change(&house, id, Change::Stop).await;
    let ended = other_amount(&house, id, "5").await;
    assert!(matches!(ended, Err(Error::Refused(ErrorCode::NotFound))), "{ended:?}");
    let hers = schedules::other_amount(&house.bank, TOM, id, &PlanAmountForm::default()).await;
    assert!(matches!(hers, Err(Error::Refused(ErrorCode::NotFound))), "{hers:?}");
}

#[tokio::test(start_paused = true)]
async fn what_was_approved_is_those_days_and_no_others() {
    let house = house();
    let id = drafted(&house, "10", when("once", "2026-03-03", "")).await;
    for other in [when("", "", ""), when("once", "2026-03-04", ""), when("week", "2026-03-03", "")] {
        house.next_code();
        let form = answer(&house, id).await;
        payments::set_when(&house.bank, ANNA, id, other.clone()).await.unwrap();
        let refused = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(ErrorCode::ApprovalExpired)), "{other:?}: {refused:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn more_than_there_is_now_can_be_planned_and_not_paid() {
    let house = house();
    planned(&house, "600", when("once", "2026-03-03", "")).await;
    house.wait(DAY_S);
    carry_out(&house).await;
    // £400 is left.
    planned(&house, "500", when("once", "2026-03-20", "")).await;
    let id = drafted(&house, "500", when("once", "2026-03-20", "")).await;
    payments::set_when(&house.bank, ANNA, id, WhenForm::default()).await.unwrap();
    let Err(Error::Form(problems)) = payments::review(&house.bank, ANNA, id).await else {
        panic!("it is too much now")
    };
    assert_eq!(problems.of("amount"), Some(ErrorCode::InsufficientFunds));
}

#[tokio::test(start_paused = true)]
async fn nobody_sees_or_changes_what_somebody_else_has_planned() {
    let house = house();
    let id = planned(&house, "10", when("once", "2026-03-03", "")).await;
    for result in [
        schedules::one(&house.bank, TOM, id).await.map(drop),
        schedules::change(&house.bank, TOM, id, Change::Stop).await,
    ] {
        assert!(matches!(result, Err(Error::Refused(ErrorCode::NotFound))), "{result:?}");
    }
    assert!(schedules::list(&house.bank, TOM).await.unwrap().is_empty());
    assert_eq!(seen(&house, id).await.state, ScheduleState::Active);
}
