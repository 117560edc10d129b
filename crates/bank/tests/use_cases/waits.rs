//! Payments that wait: until when they can be called off, and what becomes of the money whichever way it ends.

use std::sync::atomic::Ordering;

use bank::{
    Policy,
    limits::LimitKind,
    payments::{self, Made, Payment, PaymentState},
    schedules::Schedule,
    security::{self, Channel, Device, SecurityEvent},
    waits::{self, OwnWait, WaitReason},
};
use model::{
    PaymentId,
    forms::{AmountForm, ApproveForm, CoolingOff, CoolingOffForm, PayeeForm, PurposeForm, TrustedForm, WhenForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;

/// A house with the rules that a bank has where nobody has set others; Anna has £1,050.
fn careful() -> House {
    let mut house = house();
    house.bank.policy.waits = Policy::default().waits;
    house
}

async fn choose(house: &House, wait: CoolingOff) {
    let form = CoolingOffForm { wait: wait.code().to_owned() };
    waits::set_own_wait(&house.bank, ANNA, &form, &Device::default()).await.unwrap();
}

/// Pounds from Anna to Tom, whom she has never paid.
async fn drafted(house: &House, pounds: &str) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: pounds.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    id
}

/// Why it would wait, and how long, as the review shows it.
async fn shown(house: &House, id: PaymentId) -> Option<(WaitReason, i64)> {
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    order.wait.map(|ruling| (ruling.reason, ruling.seconds))
}

/// Approves what the review shows, and presses twice.
async fn approve(house: &House, id: PaymentId) -> Payment {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let challenge = payments::ask(&house.bank, ANNA, &order, "").await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    let first = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    let again = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    assert_eq!(first, again, "pressing twice is pressing once");
    let Made::Paid(payment) = first else { panic!("it is for today") };
    payment
}

/// Approves what is for another day.
async fn planned(house: &House, id: PaymentId) -> Schedule {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let challenge = payments::ask(&house.bank, ANNA, &order, "").await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    match payments::confirm(&house.bank, ANNA, id, &form).await.unwrap() {
        Made::Planned(schedule) => schedule,
        Made::Paid(_) => panic!("it is for another day"),
    }
}

async fn waiting(house: &House, pounds: &str) -> PaymentId {
    let id = drafted(house, pounds).await;
    let payment = approve(house, id).await;
    assert_eq!(payment.state, PaymentState::Submitted);
    id
}

async fn state(house: &House, id: PaymentId) -> PaymentState {
    payments::receipt(&house.bank, ANNA, id).await.unwrap().payment.state
}

/// What the program does by itself, twice, as two servers would.
async fn carry_out(house: &House) {
    let due = house.bank.waits.due(house.bank.clock.now(), 100).await.unwrap();
    for payment in due.iter().chain(&due) {
        waits::carry_out(&house.bank, payment).await.unwrap();
    }
}

/// What word was sent of, by mail, to whom.
fn told(house: &House) -> Vec<(String, SecurityEvent)> {
    let notices = std::mem::take(&mut house.memory.safety.lock().unwrap().notices);
    let by_mail = notices.into_iter().filter(|notice| notice.channel == Channel::Email);
    by_mail.map(|notice| (notice.address, notice.event)).collect()
}

fn money(house: &House) -> (i64, i64, i64) {
    (house.balance(ANNA_CURRENT), house.held(ANNA_CURRENT), house.balance(TOM_CURRENT))
}

#[tokio::test(start_paused = true)]
async fn what_would_take_most_of_what_somebody_has_waits_a_day() {
    let house = careful();
    assert_eq!(shown(&house, drafted(&house, "525").await).await, None, "half is left");
    assert_eq!(shown(&house, drafted(&house, "525.01").await).await, Some((WaitReason::Drain, DAY_S)));
    // What waits already is as good as gone, and many small payments are a large one.
    assert_eq!(shown(&house, drafted(&house, "400").await).await, None);
    waiting(&house, "550").await;
    assert_eq!(shown(&house, drafted(&house, "400").await).await, Some((WaitReason::Drain, DAY_S)));
}

#[tokio::test(start_paused = true)]
async fn nothing_waits_that_goes_to_an_own_account_or_to_somebody_known() {
    let house = careful();
    choose(&house, CoolingOff::Day).await;
    house.give(ANNA_CURRENT, ANNA_SAVINGS, 1).await;
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "600".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    let own = PayeeForm { kind: "own".to_owned(), own: ANNA_SAVINGS.to_string(), ..PayeeForm::default() };
    payments::set_payee(&house.bank, ANNA, id, own).await.unwrap();
    assert_eq!(shown(&house, id).await, None);

    let first = waiting(&house, "10").await;
    house.wait(DAY_S);
    carry_out(&house).await;
    assert_eq!(state(&house, first).await, PaymentState::Settled);
    assert!(shown(&house, drafted(&house, "10").await).await.is_some(), "for a day they are new");
    house.wait(DAY_S);
    assert_eq!(shown(&house, drafted(&house, "600").await).await, None);
}

#[tokio::test(start_paused = true)]
async fn an_investment_waits_longest_whatever_its_payer_wants() {
    let mut house = careful();
    house.bank.policy.purpose_from = 200;
    choose(&house, CoolingOff::FourHours).await;
    let id = drafted(&house, "200").await;
    for (purpose, waits) in [("investment", (WaitReason::Investment, DAY_S)), ("bill", (WaitReason::Own, 4 * HOUR_S))] {
        let form = PurposeForm { purpose: purpose.to_owned() };
        payments::set_purpose(&house.bank, ANNA, id, form).await.unwrap();
        assert_eq!(shown(&house, id).await, Some(waits), "{purpose}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_money_is_set_aside_and_leaves_once_when_the_wait_is_over() {
    let house = careful();
    choose(&house, CoolingOff::Hour).await;
    let before = money(&house);
    let id = waiting(&house, "10").await;
    assert_eq!(money(&house), (before.0, 1_000, before.2), "it is there, and cannot be spent");
    house.wait(HOUR_S - 1);
    carry_out(&house).await;
    assert_eq!(state(&house, id).await, PaymentState::Submitted, "not early");
    house.wait(1);
    carry_out(&house).await;
    assert_eq!(money(&house), (before.0 - 1_000, 0, before.2 + 1_000));
    let payment = payments::receipt(&house.bank, ANNA, id).await.unwrap().payment;
    assert_eq!(payment.state, PaymentState::Settled);
    assert!(payment.transfer.is_some() && payment.settled_at == Some(house.bank.clock.now()));
    waits::call_off(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(state(&house, id).await, PaymentState::Settled, "what has left does not come back");
}

#[tokio::test(start_paused = true)]
async fn while_it_waits_its_payer_calls_it_off_and_nobody_else() {
    let house = careful();
    choose(&house, CoolingOff::Hour).await;
    let before = money(&house);
    let id = waiting(&house, "10").await;
    waits::call_off(&house.bank, TOM, id).await.unwrap_err();
    assert_eq!(state(&house, id).await, PaymentState::Submitted);
    for _ in 0..2 {
        waits::call_off(&house.bank, ANNA, id).await.unwrap();
        assert_eq!((state(&house, id).await, money(&house)), (PaymentState::Cancelled, before));
    }
    house.wait(DAY_S);
    carry_out(&house).await;
    assert_eq!((state(&house, id).await, money(&house)), (PaymentState::Cancelled, before), "and stays so");
}

#[tokio::test(start_paused = true)]
async fn a_freeze_calls_off_everything_that_waits() {
    let house = careful();
    choose(&house, CoolingOff::Day).await;
    let before = money(&house);
    let (one, other) = (waiting(&house, "10").await, waiting(&house, "20").await);
    security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap();
    assert_eq!(money(&house), before);
    for id in [one, other] {
        assert_eq!(state(&house, id).await, PaymentState::Cancelled);
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_over_a_limit_of_the_day_is_paid_the_next_day() {
    let house = careful();
    choose(&house, CoolingOff::Hour).await;
    // £800 a day: the second one is too much today.
    let (first, second) = (waiting(&house, "450").await, waiting(&house, "450").await);
    house.wait(HOUR_S);
    carry_out(&house).await;
    let states = [state(&house, first).await, state(&house, second).await];
    assert!(states.contains(&PaymentState::Settled) && states.contains(&PaymentState::Submitted), "{states:?}");
    told(&house);
    for _ in 0..200 {
        house.wait(15 * 60);
        carry_out(&house).await;
    }
    let states = [state(&house, first).await, state(&house, second).await];
    assert_eq!(states, [PaymentState::Settled; 2], "the next day it is not");
    assert_eq!((told(&house), house.held(ANNA_CURRENT)), (vec![], 0));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_paid_for_a_day_is_called_off_and_its_payer_told() {
    let house = careful();
    choose(&house, CoolingOff::Hour).await;
    let before = money(&house);
    let id = waiting(&house, "450").await;
    house.memory.closed.store(true, Ordering::Relaxed);
    told(&house);
    for _ in 0..120 {
        house.wait(15 * 60);
        carry_out(&house).await;
    }
    assert_eq!((state(&house, id).await, money(&house)), (PaymentState::Cancelled, before));
    assert_eq!(told(&house), [(format!("{ANNA}@example.org"), SecurityEvent::PaymentNotMade)]);
}

#[tokio::test(start_paused = true)]
async fn its_payer_is_told_and_so_is_whom_they_trust() {
    let house = careful();
    choose(&house, CoolingOff::Day).await;
    let form = TrustedForm { name: "Ruth".to_owned(), email: "ruth@example.org".to_owned() };
    security::set_trusted(&house.bank, ANNA, &form, &Device::default()).await.unwrap();
    told(&house);
    waiting(&house, "10").await;
    let anna = (format!("{ANNA}@example.org"), SecurityEvent::PaymentWaits);
    assert_eq!(told(&house), [anna, ("ruth@example.org".to_owned(), SecurityEvent::TrustedWaits)]);
}

#[tokio::test(start_paused = true)]
async fn a_planned_payment_waits_from_the_moment_it_was_planned() {
    for (planned_ahead, state) in [("2026-03-03", PaymentState::Submitted), ("2026-03-09", PaymentState::Settled)] {
        let house = careful();
        choose(&house, CoolingOff::Day).await;
        let id = drafted(&house, "10").await;
        let when = WhenForm { every: "once".to_owned(), day: planned_ahead.to_owned(), last: String::new() };
        payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
        let schedule = planned(&house, id).await;
        // From noon of the second of March to the beginning of its day.
        let noon = house.bank.clock.now();
        let begins = house.bank.calendar.start_of(schedule.timing.first);
        house.wait(begins.seconds_since(noon));
        bank::schedules::carry_out(&house.bank, schedule.clone()).await.unwrap();
        let payment = payments::receipt(&house.bank, ANNA, schedule.next_payment).await.unwrap().payment;
        assert_eq!(payment.state, state, "{planned_ahead}");
        house.wait(DAY_S);
        carry_out(&house).await;
        assert_eq!(self::state(&house, schedule.next_payment).await, PaymentState::Settled);
    }
}

#[tokio::test(start_paused = true)]
async fn a_longer_wait_holds_at_once_and_a_shorter_one_half_a_day_later() {
    let house = careful();
    let now = |house: &House| house.bank.clock.now();
    choose(&house, CoolingOff::Day).await;
    choose(&house, CoolingOff::Hour).await;
    let own = waits::own_wait(&house.bank, ANNA).await.unwrap();
    assert_eq!(own.at(now(&house)), CoolingOff::Day);
    house.wait(12 * HOUR_S - 1);
    choose(&house, CoolingOff::Hour).await;
    assert_eq!(waits::own_wait(&house.bank, ANNA).await.unwrap(), own, "said twice is said once");
    assert_eq!(own.at(now(&house)), CoolingOff::Day);
    house.wait(1);
    assert_eq!(own.at(now(&house)), CoolingOff::Hour);
    choose(&house, CoolingOff::None).await;
    choose(&house, CoolingOff::Hour).await;
    let kept = OwnWait { set: CoolingOff::Hour, shorter: None };
    assert_eq!(waits::own_wait(&house.bank, ANNA).await.unwrap(), kept, "what holds takes back what is shorter");
}

#[tokio::test(start_paused = true)]
async fn an_investment_that_is_planned_waits_as_one_that_is_paid_at_once() {
    let mut house = careful();
    house.bank.policy.purpose_from = 200;
    let id = drafted(&house, "250").await;
    let form = PurposeForm { purpose: "investment".to_owned() };
    payments::set_purpose(&house.bank, ANNA, id, form).await.unwrap();
    let when = WhenForm { every: "once".to_owned(), day: "2026-03-03".to_owned(), last: String::new() };
    payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
    let schedule = planned(&house, id).await;
    house.wait(12 * HOUR_S);
    bank::schedules::carry_out(&house.bank, schedule.clone()).await.unwrap();
    let payment = payments::receipt(&house.bank, ANNA, schedule.next_payment).await.unwrap().payment;
    let wait = payment.wait.expect("it was planned half a day ago");
    assert_eq!((wait.reason, payment.state), (WaitReason::Investment, PaymentState::Submitted));
    assert_eq!(wait.until, schedule.approved_at.plus_seconds(DAY_S));
}

#[tokio::test(start_paused = true)]
async fn whoever_was_told_to_keep_money_safe_waits_whatever_they_say_next() {
    let mut house = careful();
    house.bank.policy.purpose_from = 200;
    let id = drafted(&house, "200").await;
    for purpose in ["safety", "family"] {
        let form = PurposeForm { purpose: purpose.to_owned() };
        payments::set_purpose(&house.bank, ANNA, id, form).await.unwrap();
    }
    assert_eq!(shown(&house, id).await, Some((WaitReason::Safety, DAY_S)));
}

#[tokio::test(start_paused = true)]
async fn a_freeze_calls_off_what_would_come_to_its_end_after_it() {
    let house = careful();
    choose(&house, CoolingOff::Day).await;
    choose(&house, CoolingOff::None).await;
    let id = drafted(&house, "10").await;
    let when = WhenForm { every: "once".to_owned(), day: "2026-03-09".to_owned(), last: String::new() };
    payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
    let schedule = planned(&house, id).await;
    let (limit, now) = ((ANNA_CURRENT, LimitKind::Day), house.bank.clock.now());
    assert!(house.bank.limits.raise(ANNA, limit, 90_000, now).await.unwrap());
    security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap();
    let own = waits::own_wait(&house.bank, ANNA).await.unwrap();
    assert_eq!(own, OwnWait { set: CoolingOff::Day, shorter: None });
    let seen = bank::schedules::one(&house.bank, ANNA, schedule.id).await.unwrap();
    assert_eq!(seen.next(), None, "nothing is planned any more to somebody who was never paid");
    let account = house.bank.accounts.account(ANNA, ANNA_CURRENT).await.unwrap().unwrap();
    assert_eq!(account.limits.day.waiting(now), None, "no limit is about to be raised");
    let form = CoolingOffForm { wait: "none".to_owned() };
    waits::set_own_wait(&house.bank, ANNA, &form, &Device::default()).await.unwrap_err();
}
