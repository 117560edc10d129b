//! What a payment is for is asked where the answer can keep somebody from harm, and nowhere else.

use bank::{Error, payments, step_up};
use model::{
    AccountId, ErrorCode, PaymentId,
    forms::{AmountForm, ApproveForm, PayeeForm, PaymentPurpose, PurposeForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM_CURRENT, house, number};

/// From how much on it is asked here, in pounds.
const FROM: i64 = 100;

fn asking() -> House {
    let mut house = house();
    house.bank.policy.purpose_from = FROM;
    house
}

fn refusal(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    }
}

fn to_tom() -> PayeeForm {
    PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    }
}

fn to_own(id: AccountId) -> PayeeForm {
    PayeeForm { kind: "own".to_owned(), own: id.to_string(), ..PayeeForm::default() }
}

async fn drafted(house: &House, typed: &str, payee: PayeeForm) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: typed.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    id
}

async fn choose(house: &House, id: PaymentId, purpose: PaymentPurpose) {
    let form = PurposeForm { purpose: purpose.code().to_owned() };
    payments::set_purpose(&house.bank, ANNA, id, form).await.unwrap();
}

/// What it is for, as the review shows it.
async fn shown(house: &House, id: PaymentId) -> Result<Option<PaymentPurpose>, ErrorCode> {
    payments::review(&house.bank, ANNA, id).await.map(|review| review.order.purpose).map_err(refusal)
}

/// Approves what the review shows, and presses.
async fn pay(house: &House, id: PaymentId) -> Result<(), ErrorCode> {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await.map_err(refusal)?.order;
    let challenge = step_up::ask(&house.bank, ANNA, &order.shown()).await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    payments::confirm(&house.bank, ANNA, id, &form).await.map(drop).map_err(refusal)
}

#[tokio::test(start_paused = true)]
async fn it_is_asked_of_much_money_to_somebody_new_and_of_nothing_else() {
    let house = asking();
    assert_eq!(shown(&house, drafted(&house, "99.99", to_tom()).await).await, Ok(None));
    assert_eq!(shown(&house, drafted(&house, "500", to_own(ANNA_SAVINGS)).await).await, Ok(None));
    let much = drafted(&house, "100", to_tom()).await;
    assert_eq!(shown(&house, much).await, Err(ErrorCode::PurposeMissing));
    choose(&house, much, PaymentPurpose::Family).await;
    assert_eq!(shown(&house, much).await, Ok(Some(PaymentPurpose::Family)));
    pay(&house, much).await.unwrap();

    let next = drafted(&house, "100", to_tom()).await;
    assert_eq!(shown(&house, next).await, Err(ErrorCode::PurposeMissing), "for a day they are new");
    house.wait(bank::policy::NEW_PAYEE_S);
    assert_eq!(shown(&house, next).await, Ok(None), "and then they are known");
}

#[tokio::test(start_paused = true)]
async fn money_that_is_to_be_kept_safe_stays() {
    let house = asking();
    let id = drafted(&house, "100", to_tom()).await;
    choose(&house, id, PaymentPurpose::Safety).await;
    assert!(payments::review(&house.bank, ANNA, id).await.unwrap().order.is_scam());
    assert_eq!(pay(&house, id).await, Err(ErrorCode::PurposeScam));
    assert_eq!(house.memory.transfers.load(std::sync::atomic::Ordering::Relaxed), 0);
}

#[tokio::test(start_paused = true)]
async fn what_was_said_of_one_person_is_not_said_of_another() {
    let house = asking();
    let id = drafted(&house, "100", PayeeForm { number: number(ANNA_SAVINGS).to_string(), ..to_tom() }).await;
    choose(&house, id, PaymentPurpose::Bill).await;
    payments::set_payee(&house.bank, ANNA, id, to_tom()).await.unwrap();
    assert_eq!(shown(&house, id).await, Err(ErrorCode::PurposeMissing));
    choose(&house, id, PaymentPurpose::Bill).await;
    payments::set_payee(&house.bank, ANNA, id, PayeeForm { reference: "May".to_owned(), ..to_tom() }).await.unwrap();
    assert_eq!(shown(&house, id).await, Ok(Some(PaymentPurpose::Bill)), "it is the same person");
}

#[tokio::test(start_paused = true)]
async fn an_approval_is_of_what_the_payment_was_for_as_well() {
    let house = asking();
    let id = drafted(&house, "100", to_tom()).await;
    choose(&house, id, PaymentPurpose::Bill).await;
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let challenge = step_up::ask(&house.bank, ANNA, &order.shown()).await.unwrap().id.to_string();
    choose(&house, id, PaymentPurpose::Goods).await;
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    let refused = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap_err();
    assert_eq!(refusal(refused), ErrorCode::ApprovalExpired);
}

#[tokio::test(start_paused = true)]
async fn who_chooses_nothing_is_asked_again() {
    let house = asking();
    let id = drafted(&house, "100", to_tom()).await;
    for typed in ["", "gift", &"x".repeat(5_000)] {
        let form = PurposeForm { purpose: typed.to_owned() };
        match payments::set_purpose(&house.bank, ANNA, id, form).await.unwrap_err() {
            Error::Form(problems) => assert_eq!(problems.of("purpose"), Some(ErrorCode::PurposeMissing)),
            other => panic!("{other:?}"),
        }
        assert_eq!(shown(&house, id).await, Err(ErrorCode::PurposeMissing));
    }
}
