//! Acting for a business, and payments that take two people: whoever makes one never approves it, and whatever happens to
//! it, the money is there once.

use bank::{
    Error,
    business::{self, Changed, Delegate, LAPSES_S, May, NEW_ACTING_S, TwoPeople},
    invitations::MOST,
    payments::{self, Made, Payment, PaymentState},
    policy::LIMIT_RAISE_WAIT_S,
    security::{self, Device, SecurityEvent},
    step_up,
    waits::{self, WaitReason},
};
use model::{
    AccountId, CustomerId, DelegateId, ErrorCode, PaymentId,
    forms::{
        ActForm, ActRole, AmountForm, ApproveForm, CoolingOff, CoolingOffForm, PayeeForm, RefusalForm, TwoPeopleForm,
        WhenForm,
    },
};
use proptest::prelude::*;

use crate::house::{ANNA, ANNA_BUSINESS, ANNA_CURRENT, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

/// Somebody else who may act for Anna's business.
const IVY: CustomerId = CustomerId::new(3);
const DAY_S: i64 = 24 * 60 * 60;

fn business() -> House {
    let house = house();
    house.open_business();
    house
}

fn form(name: &str, role: ActRole, most: &str) -> ActForm {
    ActForm {
        name: name.to_owned(),
        number: number(TOM_CURRENT).to_string(),
        role: role.code().to_owned(),
        most: most.to_owned(),
    }
}

fn answer(challenge: model::ChallengeId) -> ApproveForm {
    let (challenge, code) = (challenge.to_string(), GOOD_CODE.to_owned());
    ApproveForm { challenge, code, ..ApproveForm::default() }
}

/// Anna invites somebody who goes by this name and has Tom's account.
async fn invite(house: &House, form: &ActForm) -> Result<DelegateId, Error> {
    let acting = business::wanted(&house.bank, ANNA, ANNA_BUSINESS, form).await?;
    let account = business::account(&house.bank, ANNA, ANNA_BUSINESS).await?;
    let asked = step_up::ask(&house.bank, ANNA, &business::inviting(&account, &acting)).await?;
    house.next_code();
    business::invite(&house.bank, ANNA, (ANNA_BUSINESS, &acting), &answer(asked.id), &Device::default()).await
}

/// `who` acts for Anna's business, and has for as long as it takes until they approve.
async fn acts(house: &House, who: CustomerId, role: ActRole, most: Option<i64>) -> DelegateId {
    let account = house.bank.accounts.account(ANNA, ANNA_BUSINESS).await.unwrap().unwrap();
    let id = DelegateId::new(house.bank.ids.next());
    let now = house.bank.clock.now();
    let delegate = Delegate {
        id,
        account: ANNA_BUSINESS,
        business: account.holder,
        currency: account.balance.currency,
        owner: ANNA,
        owner_name: "Anna Whitfield".to_owned(),
        name: "Somebody".to_owned(),
        number: number(TOM_CURRENT),
        who: Some(who),
        role,
        most,
        asked_at: now,
        began_at: None,
        ended_at: None,
        power: None,
    };
    house.bank.business.keep(&delegate).await.unwrap();
    assert!(house.bank.business.begin(who, id, now.plus_seconds(-NEW_ACTING_S)).await.unwrap());
    id
}

/// Two people from so many pounds on.
async fn two_from(house: &House, pounds: &str) -> Result<Changed, Error> {
    let form = TwoPeopleForm { people: "two".to_owned(), from: pounds.to_owned() };
    business::change(&house.bank, ANNA, ANNA_BUSINESS, &form, &Device::default()).await
}

async fn drafted(house: &House, maker: CustomerId, pounds: &str) -> PaymentId {
    let id = payments::start(&house.bank, maker, Some(ANNA_BUSINESS), None).await.unwrap();
    let amount = AmountForm { from: ANNA_BUSINESS.to_string(), amount: pounds.to_owned() };
    payments::set_amount(&house.bank, maker, id, amount).await.unwrap();
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        reference: "flour".to_owned(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, maker, id, payee).await.unwrap();
    id
}

/// `maker` pays so many pounds to Tom from the account of the business.
async fn pay(house: &House, maker: CustomerId, pounds: &str) -> Result<Payment, Error> {
    let id = drafted(house, maker, pounds).await;
    let order = payments::review(&house.bank, maker, id).await?.order;
    house.next_code();
    let asked = payments::ask(&house.bank, maker, &order, "").await?;
    match payments::confirm(&house.bank, maker, id, &answer(asked.id)).await? {
        Made::Paid(payment) => Ok(payment),
        Made::Planned(_) => panic!("it is for today"),
    }
}

async fn approve(house: &House, who: CustomerId, id: PaymentId) -> Result<(), Error> {
    let made = business::one(&house.bank, who, id).await?;
    house.next_code();
    let asked = step_up::ask(&house.bank, who, &business::approving(&made)).await?;
    business::approve(&house.bank, who, id, &answer(asked.id)).await
}

async fn refuse(house: &House, who: CustomerId, id: PaymentId) -> Result<(), Error> {
    business::refuse(&house.bank, who, id, &RefusalForm { why: "Paid already".to_owned() }).await
}

/// What the program does by itself, twice, as two servers would.
async fn carry_out(house: &House) {
    let due = house.bank.waits.due(house.bank.clock.now(), 100).await.unwrap();
    for payment in due.iter().chain(&due) {
        waits::carry_out(&house.bank, payment).await.unwrap();
    }
}

async fn state(house: &House, maker: CustomerId, id: PaymentId) -> PaymentState {
    payments::receipt(&house.bank, maker, id).await.unwrap().payment.state
}

fn money(house: &House) -> (i64, i64, i64) {
    (house.balance(ANNA_BUSINESS), house.held(ANNA_BUSINESS), house.balance(TOM_CURRENT))
}

fn told(house: &House, who: CustomerId) -> Vec<SecurityEvent> {
    let notices = &house.memory.safety.lock().unwrap().notices;
    let mut told: Vec<_> = notices.iter().filter(|one| one.customer == who).map(|one| one.event).collect();
    told.dedup();
    told
}

fn code<T: std::fmt::Debug>(outcome: Result<T, Error>) -> ErrorCode {
    match outcome {
        Err(Error::Refused(code)) => code,
        Err(Error::Form(problems)) => problems.iter().next().unwrap().code,
        other => panic!("it is refused: {other:?}"),
    }
}

#[tokio::test]
async fn whoever_is_invited_acts_once_they_accept_and_until_either_ends_it() {
    for by_owner in [true, false] {
        let house = business();
        let id = invite(&house, &form("Tom Whitfield", ActRole::Both, "")).await.unwrap();
        assert!(business::accounts(&house.bank, TOM).await.unwrap().is_empty(), "they have not accepted");
        assert!(business::held(&house.bank, TOM).await.unwrap()[0].account.is_none(), "not even what is on it");
        assert_eq!(code(business::accept(&house.bank, IVY, id).await), ErrorCode::NotFound);
        business::accept(&house.bank, TOM, id).await.unwrap();
        let account = business::accounts(&house.bank, TOM).await.unwrap().remove(0);
        assert_eq!((account.id, account.in_the_name_of), (ANNA_BUSINESS, Some(ANNA)));
        assert_eq!(pay(&house, TOM, "10").await.unwrap().state, PaymentState::Settled);
        let device = Device::default();
        if by_owner {
            business::end(&house.bank, ANNA, (ANNA_BUSINESS, id), &device).await.unwrap();
        } else {
            business::leave(&house.bank, TOM, id).await.unwrap();
        }
        assert!(business::accounts(&house.bank, TOM).await.unwrap().is_empty());
        assert!(told(&house, ANNA).contains(&SecurityEvent::DelegateBegan));
        assert_eq!(told(&house, ANNA).last(), Some(&SecurityEvent::DelegateEnded));
        assert_eq!(money(&house), (199_000, 0, 21_000));
    }
}

#[tokio::test]
async fn an_invitation_tells_nobody_who_banks_here_and_there_is_room_for_a_few() {
    let house = business();
    for turn in 0..MOST {
        let name = if turn == 0 { "Tom Whitfield" } else { "Ivy Hart" };
        invite(&house, &form(name, ActRole::Prepare, "")).await.unwrap();
    }
    assert_eq!(code(invite(&house, &form("Ivy Hart", ActRole::Prepare, "")).await), ErrorCode::MandatesFull);
    let now = house.bank.clock.now();
    let people = business::people(&house.bank, ANNA, ANNA_BUSINESS).await.unwrap().delegates;
    assert!(people.iter().all(|one| one.standing(now) == people[0].standing(now)));
    assert_eq!(business::held(&house.bank, TOM).await.unwrap().len(), 1);
    for (who, account) in [(ANNA, ANNA_CURRENT), (TOM, ANNA_BUSINESS)] {
        let nothing = business::people(&house.bank, who, account).await;
        assert_eq!(code(nothing.map(|_| ())), ErrorCode::NotFound);
    }
    security::changed(&house.bank, ANNA, SecurityEvent::PasskeyAdded, None, &Device::default()).await.unwrap();
    assert_eq!(code(invite(&house, &form("Ivy Hart", ActRole::Both, "")).await), ErrorCode::MandateHeld);
}

#[tokio::test]
async fn who_prepares_pays_nothing_alone_and_another_lets_it_leave_once() {
    let house = business();
    acts(&house, TOM, ActRole::Prepare, None).await;
    let payment = pay(&house, TOM, "100").await.unwrap();
    assert_eq!((payment.state, money(&house)), (PaymentState::Submitted, (200_000, 10_000, 20_000)));
    assert_eq!(told(&house, ANNA).last(), Some(&SecurityEvent::SecondAsked));
    assert_eq!(told(&house, TOM).last(), Some(&SecurityEvent::SecondWaits));
    assert_eq!(code(approve(&house, TOM, payment.id).await), ErrorCode::SecondSelf);
    assert_eq!(code(approve(&house, IVY, payment.id).await), ErrorCode::NotFound, "it is not hers to see");
    let made = business::waiting(&house.bank, ANNA).await.unwrap().remove(0);
    assert_eq!(made.name, Some(payments::NameCheck::Match));
    assert_eq!(business::may(&house.bank, ANNA, &made).await.unwrap(), May::Approve);
    assert_eq!(business::may(&house.bank, TOM, &made).await.unwrap(), May::CallOff);
    approve(&house, ANNA, payment.id).await.unwrap();
    approve(&house, ANNA, payment.id).await.unwrap();
    carry_out(&house).await;
    assert_eq!(money(&house), (190_000, 0, 30_000), "pressed twice, paid once");
    assert_eq!(told(&house, TOM).last(), Some(&SecurityEvent::SecondApproved));
    assert!(business::waiting(&house.bank, ANNA).await.unwrap().is_empty());
}

#[tokio::test]
async fn where_two_people_are_wanted_the_owner_does_not_approve_what_they_have_made() {
    let house = business();
    assert_eq!(code(two_from(&house, "100").await), ErrorCode::NobodyApproves, "nobody else is there");
    acts(&house, TOM, ActRole::Approve, None).await;
    assert_eq!(two_from(&house, "100").await.unwrap(), Changed::Holds);
    assert_eq!(pay(&house, ANNA, "99.99").await.unwrap().state, PaymentState::Settled);
    let payment = pay(&house, ANNA, "100").await.unwrap();
    assert_eq!(payment.state, PaymentState::Submitted);
    assert_eq!(code(approve(&house, ANNA, payment.id).await), ErrorCode::SecondSelf);
    let (now, then) = (house.bank.clock.now(), (WaitReason::Agreed, house.bank.clock.now()));
    assert!(!house.bank.business.approve(ANNA, payment.id, (now, now), then).await.unwrap(), "nor past the page");
    approve(&house, TOM, payment.id).await.unwrap();
    assert_eq!(state(&house, ANNA, payment.id).await, PaymentState::Settled);
}

#[tokio::test]
async fn nobody_makes_or_approves_more_than_they_may() {
    let house = business();
    acts(&house, TOM, ActRole::Both, Some(5_000)).await;
    assert_eq!(code(pay(&house, TOM, "50.01").await), ErrorCode::OverOwnMost);
    assert_eq!(pay(&house, TOM, "50").await.unwrap().state, PaymentState::Settled);
    two_from(&house, "40").await.unwrap();
    assert_eq!(code(pay(&house, ANNA, "60").await), ErrorCode::NobodyApproves, "Tom may not either");
    assert_eq!(pay(&house, TOM, "45").await.unwrap().state, PaymentState::Submitted, "two people are wanted");
    let approver = acts(&house, IVY, ActRole::Approve, None).await;
    let payment = pay(&house, ANNA, "60").await.unwrap();
    assert_eq!(code(approve(&house, TOM, payment.id).await), ErrorCode::SecondNotTheirs);
    let own = payments::start(&house.bank, IVY, Some(ANNA_BUSINESS), None).await.unwrap();
    let amount = AmountForm { from: ANNA_BUSINESS.to_string(), amount: "10".to_owned() };
    let nothing = payments::set_amount(&house.bank, IVY, own, amount).await;
    assert_eq!(code(nothing), ErrorCode::FromAccountUnknown, "who only approves pays nothing");
    business::leave(&house.bank, IVY, approver).await.unwrap();
    assert_eq!(state(&house, ANNA, payment.id).await, PaymentState::Submitted, "it was not hers");
}

#[tokio::test]
async fn whoever_acts_plans_nothing_and_moves_nothing_to_themselves() {
    let house = business();
    acts(&house, TOM, ActRole::Both, None).await;
    let id = drafted(&house, TOM, "10").await;
    let when = WhenForm { every: "once".to_owned(), day: "2026-03-20".to_owned(), last: String::new() };
    payments::set_when(&house.bank, TOM, id, when).await.unwrap();
    assert_eq!(code(payments::review(&house.bank, TOM, id).await), ErrorCode::ActNotPlanned);
    let id = drafted(&house, TOM, "10").await;
    let own = PayeeForm { kind: "own".to_owned(), own: TOM_CURRENT.to_string(), ..PayeeForm::default() };
    payments::set_payee(&house.bank, TOM, id, own).await.unwrap();
    assert_eq!(code(payments::review(&house.bank, TOM, id).await), ErrorCode::ToAccountMissing);
}

#[tokio::test]
async fn less_caution_takes_an_answer_and_time() {
    let house = business();
    acts(&house, TOM, ActRole::Approve, None).await;
    two_from(&house, "100").await.unwrap();
    let off = TwoPeopleForm { people: "one".to_owned(), from: String::new() };
    let device = Device::default();
    let changed = business::change(&house.bank, ANNA, ANNA_BUSINESS, &off, &device).await.unwrap();
    assert_eq!(changed, Changed::Looser(None), "it is to be approved");
    let loosen = async || {
        let (account, rule) = business::rule(&house.bank, ANNA, ANNA_BUSINESS).await.unwrap();
        let shown = business::loosening(&account, rule, None, house.bank.clock.now());
        let asked = step_up::ask(&house.bank, ANNA, &shown).await.unwrap();
        house.next_code();
        business::loosen(&house.bank, ANNA, (ANNA_BUSINESS, None), &answer(asked.id), &device).await.unwrap()
    };
    loosen().await;
    house.wait(LIMIT_RAISE_WAIT_S - 1);
    assert_eq!(pay(&house, ANNA, "100").await.unwrap().state, PaymentState::Submitted);
    house.wait(1);
    assert_eq!(pay(&house, ANNA, "100").await.unwrap().state, PaymentState::Settled);
    two_from(&house, "100").await.unwrap();
    loosen().await;
    security::freeze(&house.bank, ANNA, None, &device).await.unwrap();
    house.wait(LIMIT_RAISE_WAIT_S);
    let TwoPeople { set, looser, .. } = house.bank.business.rule(ANNA_BUSINESS).await.unwrap();
    assert_eq!((set, looser), (Some(10_000), None), "a freeze keeps the caution");
}

#[tokio::test]
async fn a_looser_rule_is_taken_back_though_nobody_else_approves_any_more() {
    let house = business();
    let tom = acts(&house, TOM, ActRole::Approve, None).await;
    two_from(&house, "100").await.unwrap();
    let device = Device::default();
    let (account, rule) = business::rule(&house.bank, ANNA, ANNA_BUSINESS).await.unwrap();
    let shown = business::loosening(&account, rule, None, house.bank.clock.now());
    let asked = step_up::ask(&house.bank, ANNA, &shown).await.unwrap();
    house.next_code();
    business::loosen(&house.bank, ANNA, (ANNA_BUSINESS, None), &answer(asked.id), &device).await.unwrap();
    business::leave(&house.bank, TOM, tom).await.unwrap();
    assert_eq!(two_from(&house, "100").await.unwrap(), Changed::Holds);
    house.wait(LIMIT_RAISE_WAIT_S);
    let rule = house.bank.business.rule(ANNA_BUSINESS).await.unwrap();
    assert_eq!(rule.at(house.bank.clock.now()), Some(10_000), "it was taken back");
    assert_eq!(code(two_from(&house, "50").await), ErrorCode::NobodyApproves);
}

#[tokio::test]
async fn what_is_refused_called_off_or_left_alone_frees_its_money() {
    for how in 0..3 {
        let house = business();
        acts(&house, TOM, ActRole::Prepare, None).await;
        let payment = pay(&house, TOM, "100").await.unwrap();
        match how {
            0 => {
                let empty = business::refuse(&house.bank, ANNA, payment.id, &RefusalForm::default()).await;
                assert_eq!(code(empty), ErrorCode::RefusalMissing);
                assert_eq!(code(refuse(&house, TOM, payment.id).await), ErrorCode::SecondSelf);
                refuse(&house, ANNA, payment.id).await.unwrap();
                let made = business::one(&house.bank, TOM, payment.id).await.unwrap();
                assert_eq!(made.refused.map(|refused| refused.why).as_deref(), Some("Paid already"));
            }
            1 => waits::call_off(&house.bank, TOM, payment.id).await.unwrap(),
            _ => {
                house.wait(LAPSES_S - 1);
                carry_out(&house).await;
                assert_eq!(state(&house, TOM, payment.id).await, PaymentState::Submitted);
                house.wait(1);
                assert_eq!(code(approve(&house, ANNA, payment.id).await), ErrorCode::SecondOver, "too late");
                carry_out(&house).await;
            }
        }
        assert_eq!(state(&house, TOM, payment.id).await, PaymentState::Cancelled, "{how}");
        assert_eq!(money(&house), (200_000, 0, 20_000));
        let why = [SecurityEvent::SecondRefused, SecurityEvent::SecondWaits, SecurityEvent::SecondLapsed];
        assert_eq!(told(&house, TOM).last(), Some(&why[how]));
        assert_eq!(code(approve(&house, ANNA, payment.id).await), ErrorCode::SecondOver);
    }
}

#[tokio::test]
async fn what_is_approved_still_waits_as_long_as_it_would_have() {
    let house = business();
    let form = CoolingOffForm { wait: CoolingOff::Day.code().to_owned() };
    waits::set_own_wait(&house.bank, ANNA, &form, &Device::default()).await.unwrap();
    acts(&house, TOM, ActRole::Prepare, None).await;
    let payment = pay(&house, TOM, "100").await.unwrap();
    house.wait(DAY_S - 60);
    approve(&house, ANNA, payment.id).await.unwrap();
    let wait = payments::receipt(&house.bank, TOM, payment.id).await.unwrap().payment.wait.unwrap();
    assert_eq!((wait.reason, wait.until), (WaitReason::Own, payment.approved_at.plus_seconds(DAY_S)));
    assert_eq!(money(&house), (200_000, 10_000, 20_000));
    house.wait(60);
    carry_out(&house).await;
    assert_eq!(money(&house), (190_000, 0, 30_000));
}

#[tokio::test]
async fn a_freeze_of_anybody_concerned_or_the_end_of_their_role_calls_it_off() {
    for how in 0..5 {
        let house = business();
        let form = CoolingOffForm { wait: CoolingOff::Day.code().to_owned() };
        waits::set_own_wait(&house.bank, ANNA, &form, &Device::default()).await.unwrap();
        let maker = acts(&house, TOM, ActRole::Prepare, None).await;
        let approver = acts(&house, IVY, ActRole::Approve, None).await;
        let payment = pay(&house, TOM, "100").await.unwrap();
        approve(&house, IVY, payment.id).await.unwrap();
        let device = Device::default();
        match how {
            0 => security::freeze(&house.bank, TOM, None, &device).await.unwrap(),
            1 => security::freeze(&house.bank, ANNA, None, &device).await.unwrap(),
            2 => security::freeze(&house.bank, IVY, None, &device).await.unwrap(),
            3 => business::end(&house.bank, ANNA, (ANNA_BUSINESS, maker), &device).await.unwrap(),
            _ => business::leave(&house.bank, IVY, approver).await.unwrap(),
        }
        assert_eq!(state(&house, TOM, payment.id).await, PaymentState::Cancelled, "{how}");
        house.wait(2 * DAY_S);
        carry_out(&house).await;
        assert_eq!(money(&house), (200_000, 0, 20_000), "{how}");
    }
}

#[tokio::test]
async fn what_the_owner_has_planned_waits_for_another_on_its_day() {
    let house = business();
    acts(&house, TOM, ActRole::Approve, None).await;
    two_from(&house, "0").await.unwrap();
    let id = drafted(&house, ANNA, "10").await;
    let when = WhenForm { every: "once".to_owned(), day: "2026-03-03".to_owned(), last: String::new() };
    payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    house.next_code();
    let asked = payments::ask(&house.bank, ANNA, &order, "").await.unwrap();
    payments::confirm(&house.bank, ANNA, id, &answer(asked.id)).await.unwrap();
    house.wait(DAY_S);
    let schedule = house.bank.schedules.list(ANNA).await.unwrap().remove(0);
    bank::schedules::carry_out(&house.bank, schedule.clone()).await.unwrap();
    bank::schedules::carry_out(&house.bank, schedule).await.unwrap();
    assert_eq!(money(&house), (200_000, 1_000, 20_000));
    let made = business::waiting(&house.bank, TOM).await.unwrap().remove(0);
    approve(&house, TOM, made.payment.id).await.unwrap();
    assert_eq!(money(&house), (199_000, 0, 21_000));
}

#[tokio::test]
async fn somebody_new_approves_nothing_for_a_while() {
    let house = business();
    acts(&house, IVY, ActRole::Prepare, None).await;
    let id = invite(&house, &form("Tom Whitfield", ActRole::Both, "")).await.unwrap();
    business::accept(&house.bank, TOM, id).await.unwrap();
    let payment = pay(&house, IVY, "10").await.unwrap();
    assert!(!told(&house, TOM).contains(&SecurityEvent::SecondAsked), "he is not asked yet");
    house.wait(NEW_ACTING_S - 1);
    let made = business::one(&house.bank, TOM, payment.id).await.unwrap();
    let from = house.bank.clock.now().plus_seconds(1);
    assert_eq!(business::may(&house.bank, TOM, &made).await.unwrap(), May::Later(from));
    assert_eq!(code(approve(&house, TOM, payment.id).await), ErrorCode::SecondNotTheirs);
    house.wait(1);
    approve(&house, TOM, payment.id).await.unwrap();
    assert_eq!(state(&house, IVY, payment.id).await, PaymentState::Settled);
}

#[tokio::test]
async fn somebody_new_is_not_agreed_with_for_a_while_where_two_people_are_wanted() {
    let house = business();
    acts(&house, IVY, ActRole::Approve, None).await;
    two_from(&house, "100").await.unwrap();
    let id = invite(&house, &form("Tom Whitfield", ActRole::Prepare, "")).await.unwrap();
    business::accept(&house.bank, TOM, id).await.unwrap();
    let from = house.bank.clock.now().plus_seconds(NEW_ACTING_S);
    let (small, payment) = (pay(&house, TOM, "50").await.unwrap(), pay(&house, TOM, "100").await.unwrap());
    for who in [ANNA, IVY] {
        let made = business::one(&house.bank, who, payment.id).await.unwrap();
        assert_eq!(business::may(&house.bank, who, &made).await.unwrap(), May::Later(from));
        assert_eq!(code(approve(&house, who, payment.id).await), ErrorCode::SecondNotTheirs);
    }
    approve(&house, ANNA, small.id).await.unwrap();
    assert_eq!(state(&house, TOM, small.id).await, PaymentState::Settled, "she could pay that alone");
    house.wait(NEW_ACTING_S);
    approve(&house, IVY, payment.id).await.unwrap();
    assert_eq!(state(&house, TOM, payment.id).await, PaymentState::Settled);
}

/// What may happen to payments of a business.
#[derive(Debug, Clone)]
enum Step {
    Make(usize, u8),
    Approve(usize, usize),
    Refuse(usize, usize),
    CallOff(usize),
    Freeze(usize),
    End(usize),
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3_usize, 1..90_u8).prop_map(|(who, pounds)| Step::Make(who, pounds)),
        6 => (0..3_usize, 0..6_usize).prop_map(|(who, which)| Step::Approve(who, which)),
        1 => (0..3_usize, 0..6_usize).prop_map(|(who, which)| Step::Refuse(who, which)),
        1 => (0..6_usize).prop_map(Step::CallOff),
        1 => (1..3_usize).prop_map(Step::Freeze),
        1 => (0..2_usize).prop_map(Step::End),
        2 => prop_oneof![Just(60), Just(DAY_S), Just(LAPSES_S)].prop_map(Step::Wait),
    ]
}

async fn happens(house: &House, step: Step, made: &mut Vec<(CustomerId, PaymentId)>, roles: &[DelegateId]) {
    let people = [ANNA, TOM, IVY];
    let device = Device::default();
    match step {
        Step::Make(who, pounds) => {
            if business::accounts(&house.bank, people[who]).await.unwrap().is_empty() && who != 0 {
                return;
            }
            if let Ok(payment) = pay(house, people[who], &pounds.to_string()).await {
                made.push((people[who], payment.id));
            }
        }
        Step::Approve(who, which) => {
            if let Some((_, id)) = made.get(which) {
                drop(approve(house, people[who], *id).await);
            }
        }
        Step::Refuse(who, which) => {
            if let Some((_, id)) = made.get(which) {
                drop(refuse(house, people[who], *id).await);
            }
        }
        Step::CallOff(which) => {
            if let Some((maker, id)) = made.get(which) {
                waits::call_off(&house.bank, *maker, *id).await.unwrap();
            }
        }
        Step::Freeze(who) => security::freeze(&house.bank, people[who], None, &device).await.unwrap(),
        Step::End(which) => {
            business::end(&house.bank, ANNA, (ANNA_BUSINESS, roles[which]), &device).await.unwrap();
        }
        Step::Wait(seconds) => {
            house.wait(seconds);
            carry_out(house).await;
        }
    }
}

/// What must be so after every step.
async fn holds(house: &House, made: &[(CustomerId, PaymentId)]) {
    let (mut settled, mut held) = (0, 0);
    for (maker, id) in made {
        let payment = house.bank.payments.payment(*maker, *id).await.unwrap().unwrap();
        let kept = house.bank.business.made(*id).await.unwrap();
        let approved = kept.and_then(|made| made.approved);
        assert!(approved.as_ref().is_none_or(|said| said.who != *maker), "nobody approves what they have made");
        match payment.state {
            PaymentState::Submitted => held += payment.amount.minor,
            PaymentState::Settled => settled += payment.amount.minor,
            PaymentState::Cancelled => {}
        }
        let two = payment.amount.minor >= 4_000 || *maker == TOM;
        let paid = payment.state == PaymentState::Settled;
        assert!(!paid || !two || approved.is_some(), "what takes two people was not paid by one");
    }
    assert_eq!(money(house), (200_000 - settled, held, 20_000 + settled));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_money_is_there_once_and_two_people_are_two(
        steps in proptest::collection::vec(step(), 1..24),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let house = business();
            let roles =
                [acts(&house, TOM, ActRole::Prepare, None).await, acts(&house, IVY, ActRole::Both, None).await];
            two_from(&house, "40").await.unwrap();
            let mut made = Vec::new();
            for step in steps {
                happens(&house, step, &mut made, &roles).await;
                holds(&house, &made).await;
            }
            house.wait(2 * LAPSES_S);
            carry_out(&house).await;
            holds(&house, &made).await;
            assert_eq!(house.held(ANNA_BUSINESS), 0, "nothing is set aside for ever");
        });
    }
}

/// The account of the business is nobody's in a list of their own.
#[tokio::test]
async fn no_page_of_the_owner_is_opened_for_who_acts() {
    let house = business();
    acts(&house, TOM, ActRole::Both, None).await;
    let theirs: Vec<AccountId> = house.bank.accounts.list(TOM).await.unwrap().iter().map(|one| one.id).collect();
    assert!(!theirs.contains(&ANNA_BUSINESS));
    let nothing = bank::limits::one(&house.bank, TOM, ANNA_BUSINESS).await;
    assert_eq!(code(nothing), ErrorCode::NotFound);
}

#[tokio::test]
async fn the_receipt_of_whoever_acts_names_the_business_that_paid() {
    let house = business();
    acts(&house, TOM, ActRole::Both, None).await;
    let payment = pay(&house, TOM, "50").await.unwrap();
    assert_eq!(payment.state, PaymentState::Settled);
    let receipt = payments::receipt(&house.bank, TOM, payment.id).await.unwrap();
    assert_ne!(receipt.payer("Tom".to_owned()), "Tom", "it is the business that pays");
    assert_eq!(receipt.from.as_ref().map(|from| from.id), Some(ANNA_BUSINESS));
    assert!(!receipt.own());
}
