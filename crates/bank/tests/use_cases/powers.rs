//! Powers of attorney: two of the bank and twelve hours before anybody acts, and nothing once it is over.

use bank::{
    Error,
    accounts::Cursor,
    audit::Deed,
    business,
    mandates::{self, Sight, Standing},
    payments::{self, Made, Payment, PaymentState},
    powers::{self, BEGINS_AFTER_S, Stands},
    security::{self, Device, SecurityEvent},
    staff::{self, Role, StaffMember, StaffStatus},
};
use model::{
    CustomerId, ErrorCode, MandateId, PaymentId, PowerId, StaffId,
    forms::{AmountForm, ApproveForm, PayeeForm, PowerForm, PowerKind, ReasonForm},
};

use crate::house::{ANNA, ANNA_CURRENT, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

/// Who takes a document in, and who agrees.
const PRIYA: StaffId = StaffId::new(901);
const OSCAR: StaffId = StaffId::new(902);
const DAY_S: i64 = 24 * 60 * 60;

/// Two of the bank, who see Anna's file.
async fn staffed() -> House {
    let house = house();
    for (id, role) in [(PRIYA, Role::PaymentsOfficer), (OSCAR, Role::Administrator)] {
        let (username, name) = (format!("m{}", id.value()), "A. Member".to_owned());
        let (status, created_at) = (StaffStatus::Active, house.bank.clock.now());
        let new = StaffMember { id, username, name, role, status, created_at };
        staff::add(house.bank.staff.as_ref(), house.bank.audit.as_ref(), new).await.unwrap();
        look(&house, id).await;
    }
    house
}

async fn look(house: &House, member: StaffId) {
    let reason = ReasonForm { reason: "called".to_owned(), note: String::new() };
    staff::look(&house.bank, member, ANNA, &reason).await.unwrap();
}

fn form(name: &str, until: &str) -> PowerForm {
    PowerForm {
        name: name.to_owned(),
        number: number(TOM_CURRENT).to_string(),
        kind: PowerKind::Lasting.code().to_owned(),
        document: "7000-1234-5678".to_owned(),
        until: until.to_owned(),
    }
}

/// Priya takes in the document by which Tom is to act for Anna.
async fn asked(house: &House, until: &str) -> PowerId {
    powers::ask(&house.bank, PRIYA, ANNA, &form("Tom Whitfield", until)).await.unwrap()
}

/// Tom acts for Anna.
async fn acts(until: &str) -> (House, PowerId) {
    let house = staffed().await;
    let id = asked(&house, until).await;
    powers::agree(&house.bank, OSCAR, (ANNA, id)).await.unwrap();
    house.wait(BEGINS_AFTER_S);
    powers::accept(&house.bank, TOM, id).await.unwrap();
    (house, id)
}

/// Tom says that he pays so many pounds from Anna's account.
async fn amount(house: &House, pounds: &str) -> Result<PaymentId, Error> {
    let id = payments::start(&house.bank, TOM, Some(ANNA_CURRENT), None).await?;
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: pounds.to_owned() };
    payments::set_amount(&house.bank, TOM, id, amount).await?;
    Ok(id)
}

/// Tom pays so many pounds from Anna's account.
async fn pay(house: &House, pounds: &str) -> Result<Payment, Error> {
    let id = amount(house, pounds).await?;
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        reference: "rent".to_owned(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, TOM, id, payee).await?;
    let order = payments::review(&house.bank, TOM, id).await?.order;
    house.next_code();
    let asked = payments::ask(&house.bank, TOM, &order, "").await?;
    let (challenge, code) = (asked.id.to_string(), GOOD_CODE.to_owned());
    let form = ApproveForm { challenge, code, ..ApproveForm::default() };
    match payments::confirm(&house.bank, TOM, id, &form).await? {
        Made::Paid(payment) => Ok(payment),
        Made::Planned(_) => panic!("it is for today"),
    }
}

/// By what Tom looks, where he does.
async fn looks(house: &House) -> Option<MandateId> {
    let open = mandates::open(&house.bank, TOM).await.unwrap().pop()?;
    assert_eq!((open.standing, open.accounts.len()), (Standing::Running, 2), "both that are Anna's alone");
    Some(open.mandate.id)
}

/// Tom does nothing for Anna, and sees nothing.
async fn does_nothing(house: &House) {
    assert!(business::accounts(&house.bank, TOM).await.unwrap().is_empty());
    assert_eq!(code(amount(house, "10").await), ErrorCode::FromAccountUnknown);
    assert_eq!(looks(house).await, None);
}

async fn stands(house: &House, id: PowerId) -> Stands {
    let all = powers::of_customer(&house.bank, ANNA).await.unwrap();
    let power = all.into_iter().find(|power| power.id == id).unwrap();
    power.stands(&house.bank.calendar, house.bank.clock.now())
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
async fn another_of_the_bank_agrees_and_the_attorney_accepts_twelve_hours_later() {
    let house = staffed().await;
    let bank = &house.bank;
    let id = asked(&house, "").await;
    assert_eq!(stands(&house, id).await, Stands::Asked);
    assert_eq!(code(powers::ask(bank, OSCAR, ANNA, &form("Tom Whitfield", "")).await), ErrorCode::PowerThere);
    assert!(told(&house, ANNA).is_empty() && powers::held(bank, TOM).await.unwrap().is_empty(), "it gives nothing yet");
    assert_eq!(code(powers::accept(bank, TOM, id).await), ErrorCode::NotFound);
    assert_eq!(code(powers::agree(bank, PRIYA, (ANNA, id)).await), ErrorCode::SecondPerson);
    assert_eq!(code(powers::agree(bank, OSCAR, (TOM, id)).await), ErrorCode::LookOver, "he does not see that file");
    assert_eq!(stands(&house, id).await, Stands::Asked);

    powers::agree(bank, OSCAR, (ANNA, id)).await.unwrap();
    assert_eq!(code(powers::agree(bank, OSCAR, (ANNA, id)).await), ErrorCode::NotFound, "once");
    let from = bank.clock.now().plus_seconds(12 * 60 * 60);
    assert_eq!(stands(&house, id).await, Stands::Agreed(from));
    assert_eq!(told(&house, ANNA), [SecurityEvent::PowerAgreed]);
    assert_eq!(told(&house, TOM), [SecurityEvent::PowerOffered]);
    house.wait(BEGINS_AFTER_S - 1);
    assert_eq!(code(powers::accept(bank, TOM, id).await), ErrorCode::NotFound);
    does_nothing(&house).await;
    house.wait(1);
    assert_eq!(code(powers::accept(bank, ANNA, id).await), ErrorCode::NotFound, "it is his to accept");
    powers::accept(bank, TOM, id).await.unwrap();
    powers::accept(bank, TOM, id).await.unwrap();
    assert_eq!(stands(&house, id).await, Stands::Running);
    assert_eq!(business::accounts(bank, TOM).await.unwrap().len(), 2, "pressed twice, begun once");
    assert_eq!(told(&house, ANNA), [SecurityEvent::PowerAgreed, SecurityEvent::PowerBegan]);
    let noted = house.noted();
    for (who, deed) in [
        (PRIYA.value(), Deed::StaffPowerAsked),
        (OSCAR.value(), Deed::StaffPowerAgreed),
        (TOM.value(), Deed::PowerBegan),
    ] {
        let row = (Some(who), deed, id.value());
        assert_eq!(noted.iter().filter(|noted| **noted == row).count(), 1, "{noted:?}");
    }
}

#[tokio::test]
async fn the_attorney_pays_alone_in_the_donors_name_and_looks_until_the_donor_ends_it() {
    let (house, id) = acts("").await;
    let bank = &house.bank;
    let accounts = business::accounts(bank, TOM).await.unwrap();
    assert!(accounts.iter().all(|account| account.in_the_name_of == Some(ANNA)));
    let payment = pay(&house, "10").await.unwrap();
    assert_eq!((payment.state, payment.customer), (PaymentState::Settled, TOM));
    assert_eq!((house.balance(ANNA_CURRENT), house.balance(TOM_CURRENT)), (99_000, 21_000));
    let receipt = payments::receipt(bank, TOM, payment.id).await.unwrap();
    assert_eq!(receipt.business.as_deref(), Some("Anna Whitfield"));
    let mandate = looks(&house).await.expect("he looks");
    let sight = mandates::account(bank, TOM, (mandate, ANNA_CURRENT), Cursor::Newest, 10).await.unwrap();
    assert!(matches!(sight, Sight::Open(looked) if looked.account.balance.minor == 99_000));

    mandates::end(bank, ANNA, mandate, &Device::default()).await.unwrap();
    assert_eq!(stands(&house, id).await, Stands::Over);
    does_nothing(&house).await;
    let sight = mandates::account(bank, TOM, (mandate, ANNA_CURRENT), Cursor::Newest, 10).await.unwrap();
    assert!(matches!(sight, Sight::Shut(..)));
    assert!(house.noted().contains(&(Some(ANNA.value()), Deed::PowerEnded, id.value())));
    assert_eq!(told(&house, ANNA).last(), Some(&SecurityEvent::PowerEnded));
    assert_eq!(told(&house, TOM).last(), Some(&SecurityEvent::PowerNoMore));
    assert_eq!(code(powers::accept(bank, TOM, id).await), ErrorCode::NotFound, "it does not begin again");
    assert_eq!(code(powers::end(bank, ANNA, id, &Device::default()).await), ErrorCode::NotFound);
}

#[tokio::test]
async fn the_attorney_ends_it_too_and_so_does_the_bank() {
    for by_bank in [true, false] {
        let (house, id) = acts("").await;
        if by_bank {
            assert_eq!(code(powers::take_back(&house.bank, PRIYA, (ANNA, id)).await), ErrorCode::LookOver);
            look(&house, PRIYA).await;
            powers::take_back(&house.bank, PRIYA, (ANNA, id)).await.unwrap();
        } else {
            let held = business::held(&house.bank, TOM).await.unwrap();
            business::leave(&house.bank, TOM, held[0].delegate.id).await.unwrap();
        }
        assert_eq!(stands(&house, id).await, Stands::Over);
        does_nothing(&house).await;
        assert_eq!(told(&house, ANNA).last(), Some(&SecurityEvent::PowerEnded));
        assert_eq!(told(&house, TOM).last(), Some(&SecurityEvent::PowerNoMore));
    }
}

#[tokio::test]
async fn what_was_agreed_to_is_ended_before_it_begins_and_nothing_begins_while_all_is_frozen() {
    let house = staffed().await;
    let bank = &house.bank;
    let id = asked(&house, "").await;
    powers::agree(bank, OSCAR, (ANNA, id)).await.unwrap();
    house.wait(BEGINS_AFTER_S);
    security::freeze(bank, ANNA, None, &Device::default()).await.unwrap();
    assert_eq!(code(powers::accept(bank, TOM, id).await), ErrorCode::Frozen);
    powers::end(bank, ANNA, id, &Device::default()).await.unwrap();
    assert_eq!(code(powers::accept(bank, TOM, id).await), ErrorCode::NotFound);
    does_nothing(&house).await;
}

#[tokio::test]
async fn with_its_last_day_it_is_over() {
    let (house, id) = acts("2026-03-05").await;
    let bank = &house.bank;
    powers::end_what_is_over(bank).await.unwrap();
    assert_eq!(pay(&house, "10").await.unwrap().state, PaymentState::Settled);
    assert!(looks(&house).await.is_some());
    house.wait(3 * DAY_S);
    assert_eq!(stands(&house, id).await, Stands::Over);
    assert_eq!(looks(&house).await, None, "whether or not it was ended");
    for _ in 0..2 {
        powers::end_what_is_over(bank).await.unwrap();
    }
    does_nothing(&house).await;
    let notices = &house.memory.safety.lock().unwrap().notices;
    let ended = notices.iter().filter(|one| one.customer == TOM && one.event == SecurityEvent::PowerNoMore);
    assert_eq!(ended.count(), 3, "once, by each way");
}

#[tokio::test]
async fn that_there_is_nobody_of_that_name_is_said_beside_it() {
    let house = staffed().await;
    let refused = powers::ask(&house.bank, PRIYA, ANNA, &form("Ivy Hart", "")).await.unwrap_err();
    let Error::Form(problems) = &refused else { panic!("it is said of the form: {refused:?}") };
    let said: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(said, [("name", ErrorCode::PowerNobody)]);
    assert!(powers::of_customer(&house.bank, ANNA).await.unwrap().is_empty());
}
