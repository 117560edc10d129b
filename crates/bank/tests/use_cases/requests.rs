//! Asking for money: what a link leads to, who has paid, and when it can be paid no more.

use bank::{
    Error, payments,
    requests::{self, OPEN_S, PaymentRequest, Standing},
    step_up,
};
use model::{
    AccountId, ErrorCode, PaymentId, RequestId,
    forms::{AmountForm, ApproveForm, AskForm, PayeeForm},
};

use crate::house::{ANNA, ANNA_CURRENT, GOOD_CODE, House, TOM, TOM_CURRENT, house};

async fn ask(house: &House, amount: &str, people: &str) -> RequestId {
    let form = AskForm {
        to: TOM_CURRENT.to_string(),
        amount: amount.to_owned(),
        reference: "Dinner".to_owned(),
        people: people.to_owned(),
    };
    requests::ask(&house.bank, TOM, &form).await.unwrap()
}

async fn seen(house: &House, id: RequestId) -> PaymentRequest {
    requests::one(&house.bank, TOM, id).await.unwrap()
}

async fn standing(house: &House, id: RequestId) -> Standing {
    seen(house, id).await.standing(house.bank.clock.now())
}

async fn answer(house: &House, id: RequestId) -> Result<PaymentId, ErrorCode> {
    let token = seen(house, id).await.token;
    requests::answer(&house.bank, ANNA, &token).await.map_err(|error| match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    })
}

/// Approves what the review shows, and presses.
async fn pay(house: &House, id: PaymentId) {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let challenge = step_up::ask(&house.bank, ANNA, &order.shown()).await.unwrap().id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_link_leads_to_a_payment_that_is_filled_in_and_whoever_asked_sees_it_paid() {
    let house = house();
    let id = ask(&house, "25.50", "").await;
    let until = house.bank.clock.now().plus_seconds(OPEN_S);
    assert_eq!(standing(&house, id).await, Standing::Open(until));
    let draft = answer(&house, id).await.unwrap();
    let order = payments::review(&house.bank, ANNA, draft).await.unwrap().order;
    assert_eq!((order.amount.minor, order.to, order.reference.as_str()), (2_550, TOM_CURRENT, "Dinner"));
    assert_eq!(standing(&house, id).await, Standing::Open(until), "what is only begun is not paid");
    pay(&house, draft).await;
    assert_eq!(standing(&house, id).await, Standing::Paid);
    assert_eq!(seen(&house, id).await.paid[0].customer, ANNA);
    assert_eq!(answer(&house, id).await, Err(ErrorCode::NotFound), "it is not paid twice");
}

#[tokio::test(start_paused = true)]
async fn what_went_elsewhere_or_was_less_does_not_count() {
    let house = house();
    let id = ask(&house, "25.50", "").await;
    let less = answer(&house, id).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "25.49".to_owned() };
    payments::set_amount(&house.bank, ANNA, less, amount).await.unwrap();
    pay(&house, less).await;
    let elsewhere = answer(&house, id).await.unwrap();
    let own = PayeeForm { kind: "own".to_owned(), own: AccountId::new(12).to_string(), ..PayeeForm::default() };
    payments::set_payee(&house.bank, ANNA, elsewhere, own).await.unwrap();
    pay(&house, elsewhere).await;
    assert!(matches!(standing(&house, id).await, Standing::Open(_)));
}

#[tokio::test(start_paused = true)]
async fn several_are_asked_for_their_share_and_each_pays_once() {
    let house = house();
    let id = ask(&house, "100", "3").await;
    assert_eq!((seen(&house, id).await.each.minor, seen(&house, id).await.times), (3_333, 2));
    let draft = answer(&house, id).await.unwrap();
    pay(&house, draft).await;
    assert!(matches!(standing(&house, id).await, Standing::Open(_)), "one of two has paid");
    assert_eq!(answer(&house, id).await, Err(ErrorCode::NotFound), "and not for the other");
}

#[tokio::test(start_paused = true)]
async fn nobody_pays_what_was_called_off_lapsed_or_is_their_own() {
    let house = house();
    let token = seen(&house, ask(&house, "5", "").await).await.token;
    requests::answer(&house.bank, TOM, &token).await.unwrap_err();
    requests::asked(&house.bank, ANNA, "0123").await.unwrap_err();

    let off = ask(&house, "5", "").await;
    requests::call_off(&house.bank, ANNA, off).await.unwrap_err();
    requests::call_off(&house.bank, TOM, off).await.unwrap();
    assert_eq!(standing(&house, off).await, Standing::CalledOff);
    assert_eq!(answer(&house, off).await, Err(ErrorCode::NotFound));

    let late = ask(&house, "5", "").await;
    house.wait(OPEN_S);
    assert_eq!(standing(&house, late).await, Standing::Lapsed);
    assert_eq!(answer(&house, late).await, Err(ErrorCode::NotFound));
}

#[tokio::test(start_paused = true)]
async fn nobody_asks_for_money_into_somebody_else_s_account_nor_without_end() {
    let house = house();
    let form = AskForm { to: ANNA_CURRENT.to_string(), amount: "5".to_owned(), ..AskForm::default() };
    assert!(matches!(requests::ask(&house.bank, TOM, &form).await, Err(Error::Form(_))));
    for _ in 0..50 {
        ask(&house, "5", "").await;
    }
    let form = AskForm { to: TOM_CURRENT.to_string(), ..form };
    let refused = requests::ask(&house.bank, TOM, &form).await;
    assert!(matches!(refused, Err(Error::Refused(ErrorCode::RequestsFull))), "{refused:?}");
}
