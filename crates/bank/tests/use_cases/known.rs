//! Paying somebody who was paid before.

use bank::{Error, payments, ports::Challenge};
use model::{
    CustomerId, ErrorCode, PaymentId,
    forms::{AmountForm, ApproveForm, NicknameForm, PayeeForm, PeopleForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

async fn paid(house: &House, who: CustomerId, payee: PayeeForm) -> PaymentId {
    let bank = &house.bank;
    let from = if who == ANNA { ANNA_CURRENT } else { TOM_CURRENT };
    let id = payments::start(bank, who, Some(from), None).await.unwrap();
    let amount = AmountForm { from: from.to_string(), amount: "5".to_owned() };
    payments::set_amount(bank, who, id, amount).await.unwrap();
    payments::set_payee(bank, who, id, payee).await.unwrap();
    approved(house, who, id).await;
    house.wait(60);
    id
}

async fn approved(house: &House, who: CustomerId, id: PaymentId) {
    let review = payments::review(&house.bank, who, id).await.unwrap();
    let Challenge { id: challenge, .. } = payments::ask(&house.bank, who, &review.order, "").await.unwrap();
    let answer = ApproveForm { code: GOOD_CODE.to_owned(), challenge: challenge.to_string(), ..ApproveForm::default() };
    payments::confirm(&house.bank, who, id, &answer).await.unwrap();
    house.next_code();
}

fn to(name: &str, account: model::AccountId, reference: &str) -> PayeeForm {
    PayeeForm {
        kind: "other".to_owned(),
        name: name.to_owned(),
        number: number(account).to_string(),
        reference: reference.to_owned(),
        ..PayeeForm::default()
    }
}

#[tokio::test]
async fn only_the_amount_is_left_to_say() {
    let house = house();
    paid(&house, ANNA, to("T Whitfield", TOM_CURRENT, "rent")).await;
    let own = PayeeForm { kind: "own".to_owned(), own: ANNA_SAVINGS.to_string(), ..PayeeForm::default() };
    let moved = paid(&house, ANNA, own).await;
    let last = paid(&house, ANNA, to("Tom Whitfield", TOM_CURRENT, "cake")).await;

    let known = payments::known_payees(&house.bank, ANNA, 6).await.unwrap();
    let told: Vec<_> = known.iter().map(|known| (known.payment, known.name.as_str())).collect();
    assert_eq!(told, [(last, "Tom Whitfield")], "each once, and nobody is their own payee");
    assert!(payments::known_payees(&house.bank, TOM, 6).await.unwrap().is_empty());

    let again = payments::start_again(&house.bank, ANNA, last).await.unwrap();
    let (draft, _) = payments::open(&house.bank, ANNA, again).await.unwrap().expect("a draft");
    assert_eq!((draft.amount.from, draft.amount.amount.as_str()), (ANNA_CURRENT.to_string(), ""));
    assert_eq!((draft.payee.name.as_str(), draft.payee.reference.as_str()), ("Tom Whitfield", "cake"));
    assert!(payments::unfinished(&house.bank, ANNA).await.unwrap().is_empty(), "nothing was typed yet");
    let twice = payments::start_again(&house.bank, ANNA, last).await.unwrap();
    assert_eq!(twice, again, "pressed twice it is one draft");

    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "7".to_owned() };
    payments::set_amount(&house.bank, ANNA, again, amount).await.unwrap();
    approved(&house, ANNA, again).await;
    assert_eq!(house.balance(TOM_CURRENT), 20_000 + 500 + 500 + 700);

    for (who, what) in [(TOM, last), (ANNA, moved), (ANNA, PaymentId::new(77))] {
        let refused = payments::start_again(&house.bank, who, what).await;
        assert!(matches!(refused, Err(Error::Refused(ErrorCode::NotFound))), "{who} {what}");
    }
}

#[tokio::test]
async fn a_draft_to_somebody_else_is_never_taken_for_it() {
    let house = house();
    let paid = paid(&house, ANNA, to("Tom Whitfield", TOM_CURRENT, "")).await;
    let begun = payments::start_again(&house.bank, ANNA, paid).await.unwrap();
    let other = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    assert_ne!(begun, other, "the window that shows Tom goes on showing Tom");
}

async fn names(house: &House, who: CustomerId) -> Vec<String> {
    payments::known_payees(&house.bank, who, 6).await.unwrap().into_iter().map(|payee| payee.name).collect()
}

async fn found(house: &House, who: CustomerId, q: &str) -> Result<usize, Error> {
    Ok(payments::everybody(&house.bank, who, &PeopleForm { q: q.to_owned() }).await?.found.len())
}

fn called(nickname: &str) -> NicknameForm {
    NicknameForm { nickname: nickname.to_owned() }
}

#[tokio::test]
async fn a_nickname_finds_a_payee_and_never_stands_for_their_name() {
    let house = house();
    let bank = &house.bank;
    let paid = paid(&house, ANNA, to("T Whitfield", TOM_CURRENT, "")).await;
    payments::set_nickname(bank, ANNA, paid, &called("  My  Tom ")).await.unwrap();
    let payee = payments::known_payee(bank, ANNA, paid).await.unwrap();
    assert_eq!((payee.name.as_str(), payee.nickname.as_str()), ("Tom Whitfield", "My Tom"));
    for (q, many) in [("", 1), ("ｍｙ", 1), ("whit my", 1), ("mum", 0)] {
        assert_eq!(found(&house, ANNA, q).await.unwrap(), many, "{q}");
    }
    assert!(matches!(found(&house, ANNA, &"x".repeat(61)).await, Err(Error::Form(_))));
    // What is paid again goes to the name that was checked.
    let again = payments::start_again(bank, ANNA, paid).await.unwrap();
    let (draft, _) = payments::open(bank, ANNA, again).await.unwrap().expect("a draft");
    assert_eq!(draft.payee.name, "Tom Whitfield");
    let refused = payments::set_nickname(bank, ANNA, paid, &called("Tom\u{202e}")).await;
    assert!(matches!(refused, Err(Error::Form(_))));
    payments::set_nickname(bank, ANNA, paid, &called(" ")).await.unwrap();
    assert_eq!(payments::known_payee(bank, ANNA, paid).await.unwrap().nickname, "");
}

#[tokio::test]
async fn whoever_is_taken_off_the_list_is_back_when_paid_again() {
    let house = house();
    let bank = &house.bank;
    let first = paid(&house, ANNA, to("Tom Whitfield", TOM_CURRENT, "")).await;
    payments::set_listed(bank, ANNA, first, false).await.unwrap();
    assert!(names(&house, ANNA).await.is_empty());
    let payee = payments::known_payee(bank, ANNA, first).await.unwrap();
    assert!(!payee.listed && payments::receipt(bank, ANNA, first).await.is_ok(), "the payment stays");
    payments::set_listed(bank, ANNA, first, true).await.unwrap();
    assert_eq!(names(&house, ANNA).await, ["Tom Whitfield"]);
    payments::set_listed(bank, ANNA, first, false).await.unwrap();
    house.wait(60);
    let second = paid(&house, ANNA, to("Tom Whitfield", TOM_CURRENT, "")).await;
    assert_eq!(payments::known_payees(bank, ANNA, 6).await.unwrap()[0].payment, second);
}

#[tokio::test]
async fn people_are_their_own_payers() {
    let house = house();
    let bank = &house.bank;
    let paid = paid(&house, ANNA, to("Tom Whitfield", TOM_CURRENT, "cake")).await;
    let begun = payments::start(bank, TOM, None, None).await.unwrap();
    let refused = [
        payments::known_payee(bank, TOM, paid).await.map(drop),
        payments::set_nickname(bank, TOM, paid, &called("Anna")).await,
        payments::set_favourite(bank, TOM, paid, true).await,
        payments::set_listed(bank, TOM, paid, false).await,
        payments::choose_again(bank, TOM, begun, paid).await,
    ];
    for refused in refused {
        assert!(matches!(refused, Err(Error::Refused(ErrorCode::NotFound))));
    }
    let begun = payments::start(bank, ANNA, None, None).await.unwrap();
    payments::choose_again(bank, ANNA, begun, paid).await.unwrap();
    let (draft, _) = payments::open(bank, ANNA, begun).await.unwrap().expect("a draft");
    assert_eq!((draft.payee.name.as_str(), draft.payee.reference.as_str()), ("Tom Whitfield", "cake"));
}
