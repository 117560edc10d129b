//! A payment by a customer, from the first press to the receipt, however often each is pressed.

use std::sync::{Arc, atomic::Ordering};

use bank::{
    Error,
    accounts::Account,
    audit::Deed,
    payments::{self, Made, Payment, PaymentState},
    ports::Challenge,
};
use model::{
    AccountId, ErrorCode, PaymentId, Problems,
    forms::{AmountForm, ApproveForm, PayeeForm, PayeeKind},
};

use crate::house::{
    ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, LOCKED_CODE, TOM, TOM_CURRENT, TOM_EUROS, house, number,
};

fn to_tom(reference: &str) -> PayeeForm {
    PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        reference: reference.to_owned(),
        ..PayeeForm::default()
    }
}

fn to_own(id: AccountId) -> PayeeForm {
    PayeeForm { kind: "own".to_owned(), own: id.to_string(), ..PayeeForm::default() }
}

fn amount(typed: &str) -> AmountForm {
    AmountForm { from: ANNA_CURRENT.to_string(), amount: typed.to_owned() }
}

async fn drafted(house: &House, typed: &str, payee: PayeeForm) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    // An amount that is too much is refused at once, and again by the review, which some tests are about.
    let refused = payments::set_amount(&house.bank, ANNA, id, amount(typed)).await.err();
    assert!(refused.is_none_or(|error| problem(error).of("amount").is_some()));
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    id
}

/// What the page that asks for the code does.
async fn ask(house: &House, id: PaymentId) -> Challenge {
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    payments::ask(&house.bank, ANNA, &review.order, "").await.unwrap()
}

fn answer(challenge: &Challenge, code: &str) -> ApproveForm {
    ApproveForm { code: code.to_owned(), challenge: challenge.id.to_string(), ..ApproveForm::default() }
}

/// What was paid.
fn paid(made: Made) -> Payment {
    match made {
        Made::Paid(payment) => payment,
        Made::Planned(schedule) => panic!("{schedule:?}"),
    }
}

fn problem(error: Error) -> Problems {
    match error {
        Error::Form(problems) => problems,
        other => panic!("{other:?}"),
    }
}

fn refusal(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_payment_reaches_the_payee_and_gives_a_receipt() {
    let house = house();
    let id = drafted(&house, "25.50", to_tom("flowers")).await;
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(review.available_after.minor, 97_450);
    let question = ask(&house, id).await;
    let paid = paid(payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap());
    assert_eq!((paid.state, paid.amount.minor, paid.reference.as_str()), (PaymentState::Settled, 2_550, "flowers"));
    assert_eq!((house.balance(ANNA_CURRENT), house.balance(TOM_CURRENT)), (97_450, 22_550));
    let receipt = payments::receipt(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(receipt.payment, paid);
    assert_eq!((receipt.from.map(|from| from.id), receipt.to), (Some(ANNA_CURRENT), None));
    assert_eq!(refusal(payments::receipt(&house.bank, TOM, id).await.unwrap_err()), ErrorCode::NotFound);
}

#[tokio::test(start_paused = true)]
async fn pressing_twice_pays_once_and_gives_the_same_receipt() {
    let house = Arc::new(house());
    let id = drafted(&house, "100", to_tom("")).await;
    let question = ask(&house, id).await;
    let form = answer(&question, GOOD_CODE);
    let first = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    let again = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap();
    let without = payments::confirm(&house.bank, ANNA, id, &ApproveForm::default()).await.unwrap();
    assert_eq!((&first, &first), (&again, &without));
    assert_eq!(house.memory.transfers.load(Ordering::Relaxed), 1);
}

#[tokio::test(start_paused = true)]
async fn pressing_in_the_same_moment_pays_once() {
    let house = Arc::new(house());
    let id = drafted(&house, "100", to_tom("")).await;
    let question = ask(&house, id).await;
    let other = ask(&house, id).await;
    let press = |form: ApproveForm| {
        let house = house.clone();
        tokio::spawn(async move { payments::confirm(&house.bank, ANNA, id, &form).await })
    };
    // Twice from one page, and once from the same page open in a second tab.
    let presses = [&question, &question, &other].map(|question| press(answer(question, GOOD_CODE)));
    let mut receipts = vec![];
    for press in presses {
        receipts.push(press.await.unwrap().expect("each press gets the receipt"));
    }
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]));
    assert_eq!(house.memory.transfers.load(Ordering::Relaxed), 1);
    assert_eq!(house.balance(TOM_CURRENT), 30_000);
}

#[tokio::test(start_paused = true)]
async fn any_change_voids_what_was_asked() {
    let house = house();
    let id = drafted(&house, "10", to_tom("lunch")).await;
    let question = ask(&house, id).await;
    let changes = [("11", to_tom("lunch")), ("10", to_tom("dinner")), ("10", to_own(ANNA_SAVINGS))];
    for (typed, payee) in changes {
        payments::set_amount(&house.bank, ANNA, id, amount(typed)).await.unwrap();
        payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
        let refused = payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
        assert_eq!(refusal(refused), ErrorCode::ApprovalExpired, "{typed}");
    }
    assert_eq!(house.memory.transfers.load(Ordering::Relaxed), 0);
}

#[tokio::test(start_paused = true)]
async fn a_question_takes_five_wrong_answers_and_no_more() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    for _ in 0..5 {
        let wrong = payments::confirm(&house.bank, ANNA, id, &answer(&question, "000000")).await.unwrap_err();
        assert_eq!(problem(wrong).of("code"), Some(ErrorCode::CodeRefused));
    }
    let late = payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
    assert_eq!(refusal(late), ErrorCode::ApprovalExpired);
    let fresh = ask(&house, id).await;
    payments::confirm(&house.bank, ANNA, id, &answer(&fresh, GOOD_CODE)).await.expect("a new question may be answered");
}

#[tokio::test(start_paused = true)]
async fn what_is_no_code_at_all_costs_no_attempt() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    for _ in 0..6 {
        let wrong = payments::confirm(&house.bank, ANNA, id, &answer(&question, "12")).await.unwrap_err();
        assert_eq!(problem(wrong).of("code"), Some(ErrorCode::CodeShape));
    }
    payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_question_lapses_after_two_minutes() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    house.wait(120);
    let late = payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
    assert_eq!(refusal(late), ErrorCode::ApprovalExpired);
    assert_eq!(house.balance(ANNA_CURRENT), 100_000);
}

#[tokio::test(start_paused = true)]
async fn nobody_answers_another_s_question_or_pays_another_s_draft() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    let stranger = payments::confirm(&house.bank, TOM, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
    assert_eq!(refusal(stranger), ErrorCode::NotFound);
    assert_eq!(refusal(payments::review(&house.bank, TOM, id).await.unwrap_err()), ErrorCode::NotFound);
    let second = drafted(&house, "10", to_tom("")).await;
    let crossed = payments::confirm(&house.bank, ANNA, second, &answer(&question, GOOD_CODE)).await.unwrap_err();
    assert_eq!(refusal(crossed), ErrorCode::ApprovalExpired, "the question was about another payment");
    let none = ApproveForm { challenge: "not an id".to_owned(), ..answer(&question, GOOD_CODE) };
    assert_eq!(refusal(payments::confirm(&house.bank, ANNA, id, &none).await.unwrap_err()), ErrorCode::ApprovalExpired);
}

#[tokio::test(start_paused = true)]
async fn what_is_wrong_is_said_beside_its_field() {
    let house = house();
    let wrong_number = PayeeForm { number: number(AccountId::new(99)).to_string(), ..to_tom("") };
    let wrong_name = PayeeForm { name: "Anna Bell".to_owned(), ..to_tom("") };
    let euros = PayeeForm { number: number(TOM_EUROS).to_string(), ..to_tom("") };
    let cases = [
        ("1000.01", to_tom(""), "amount", ErrorCode::InsufficientFunds),
        ("600.01", to_tom(""), "amount", ErrorCode::OverPaymentLimit),
        ("1", wrong_number, "number", ErrorCode::PayeeUnknown),
        ("1", wrong_name, "name", ErrorCode::PayeeNameDiffers),
        ("1", euros, "number", ErrorCode::CurrencyDiffers),
        ("1", to_own(ANNA_CURRENT), "own", ErrorCode::SameAccount),
        ("1", to_own(TOM_CURRENT), "own", ErrorCode::ToAccountMissing),
    ];
    for (typed, payee, field, code) in cases {
        let id = drafted(&house, typed, payee).await;
        let problems = problem(payments::review(&house.bank, ANNA, id).await.unwrap_err());
        assert_eq!(problems.of(field), Some(code), "{typed}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_ledger_decides_again_when_the_money_has_gone() {
    let house = house();
    let ids = [drafted(&house, "600", to_own(ANNA_SAVINGS)).await, drafted(&house, "600", to_own(ANNA_SAVINGS)).await];
    let first = ask(&house, ids[0]).await;
    let second = ask(&house, ids[1]).await;
    payments::confirm(&house.bank, ANNA, ids[0], &answer(&first, GOOD_CODE)).await.unwrap();
    let late = payments::confirm(&house.bank, ANNA, ids[1], &answer(&second, GOOD_CODE)).await.unwrap_err();
    assert_eq!(problem(late).of("amount"), Some(ErrorCode::InsufficientFunds));
    assert_eq!(house.balance(ANNA_CURRENT), 40_000);
}

#[tokio::test(start_paused = true)]
async fn a_day_has_a_limit_that_own_accounts_do_not_count_against() {
    let house = house();
    let pay = async |typed: &str, payee: PayeeForm| {
        let id = drafted(&house, typed, payee).await;
        let question = ask(&house, id).await;
        house.next_code();
        payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await
    };
    pay("100", to_own(ANNA_SAVINGS)).await.unwrap();
    pay("600", to_tom("")).await.unwrap();
    let id = drafted(&house, "200.01", to_tom("")).await;
    let problems = problem(payments::review(&house.bank, ANNA, id).await.unwrap_err());
    assert_eq!(problems.of("amount"), Some(ErrorCode::OverDailyLimit), "said before anybody is asked for a code");
    house.wait(86_400);
    pay("200.01", to_tom("")).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_payee_that_closes_in_between_gets_nothing() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    house.close_account(TOM_CURRENT);
    let late = payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
    assert_eq!(problem(late).of("number"), Some(ErrorCode::PayeeNotOpen));
}

#[tokio::test(start_paused = true)]
async fn a_draft_keeps_what_was_typed_right_or_wrong() {
    let house = house();
    let id = payments::start(&house.bank, ANNA, Some(ANNA_SAVINGS), None).await.unwrap();
    assert_eq!(refusal(payments::review(&house.bank, ANNA, id).await.unwrap_err()), ErrorCode::DraftIncomplete);
    assert!(payments::unfinished(&house.bank, ANNA).await.unwrap().is_empty(), "nothing was typed yet");
    let wrong = AmountForm { from: ANNA_SAVINGS.to_string(), amount: "ten pounds".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, wrong.clone()).await.unwrap_err();
    let (draft, accounts) = payments::open(&house.bank, ANNA, id).await.unwrap().unwrap();
    assert_eq!(draft.amount, wrong);
    assert_eq!(draft.amount_problems(&accounts, house.bank.clock.now()).of("amount"), Some(ErrorCode::AmountUnclear));
    assert!(draft.payee_problems().is_empty(), "what was not sent is not wrong yet");
    assert_eq!(payments::unfinished(&house.bank, ANNA).await.unwrap().len(), 1);

    let endless = AmountForm { from: ANNA_SAVINGS.to_string(), amount: "九".repeat(5_000) };
    payments::set_amount(&house.bank, ANNA, id, endless).await.unwrap_err();
    let (draft, _) = payments::open(&house.bank, ANNA, id).await.unwrap().unwrap();
    assert!(draft.amount.amount.chars().count() <= 200);
    payments::delete(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(refusal(payments::open(&house.bank, ANNA, id).await.unwrap_err()), ErrorCode::NotFound);
}

#[tokio::test(start_paused = true)]
async fn what_is_paid_leaves_no_draft_and_changes_no_more() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    let paid = paid(payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap());
    assert!(payments::open(&house.bank, ANNA, id).await.unwrap().is_none());
    payments::set_amount(&house.bank, ANNA, id, amount("500")).await.unwrap();
    payments::set_payee(&house.bank, ANNA, id, to_own(ANNA_SAVINGS)).await.unwrap();
    assert!(payments::open(&house.bank, ANNA, id).await.unwrap().is_none(), "it is not begun again");
    assert!(payments::unfinished(&house.bank, ANNA).await.unwrap().is_empty());
    assert_eq!(payments::receipt(&house.bank, ANNA, id).await.unwrap().payment, paid);
}

#[tokio::test(start_paused = true)]
async fn looking_at_a_payment_asks_nothing() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    for _ in 0..3 {
        payments::review(&house.bank, ANNA, id).await.unwrap();
    }
    assert_eq!(house.asked(), 0);
    ask(&house, id).await;
    assert_eq!(house.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn only_a_press_that_came_second_waits_for_the_first() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    let waited = async |form: ApproveForm| {
        let begun = tokio::time::Instant::now();
        payments::confirm(&house.bank, ANNA, id, &form).await.unwrap_err();
        begun.elapsed() > std::time::Duration::ZERO
    };
    assert!(!waited(answer(&question, "000000")).await);
    assert!(!waited(ApproveForm { challenge: String::new(), ..answer(&question, GOOD_CODE) }).await);
    // The code was good, and somebody has just used it; it was not looked at; the question was answered.
    house.use_code();
    assert!(waited(answer(&question, GOOD_CODE)).await);
    assert!(waited(answer(&question, LOCKED_CODE)).await);
    house.answer(question.id);
    house.next_code();
    assert!(waited(answer(&question, GOOD_CODE)).await);
}

#[tokio::test(start_paused = true)]
async fn an_approval_that_fails_is_told_to_the_audit_chain() {
    let house = house();
    let id = drafted(&house, "10", to_tom("")).await;
    let question = ask(&house, id).await;
    for code in ["12", "000000", LOCKED_CODE] {
        payments::confirm(&house.bank, ANNA, id, &answer(&question, code)).await.unwrap_err();
    }
    house.wait(120);
    payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap_err();
    let (anna, payment) = (Some(ANNA.value()), id.value());
    assert_eq!(house.noted(), [(anna, Deed::ApprovalRefused, payment), (anna, Deed::ApprovalExpired, payment)]);
    let fresh = ask(&house, id).await;
    payments::confirm(&house.bank, ANNA, id, &answer(&fresh, GOOD_CODE)).await.unwrap();
    payments::confirm(&house.bank, ANNA, id, &answer(&fresh, GOOD_CODE)).await.unwrap();
    assert_eq!(house.noted().len(), 2, "what is approved is told by the ledger");
}

#[tokio::test(start_paused = true)]
async fn a_receipt_knows_a_move_between_own_accounts() {
    let house = house();
    let id = drafted(&house, "10", to_own(ANNA_SAVINGS)).await;
    let question = ask(&house, id).await;
    payments::confirm(&house.bank, ANNA, id, &answer(&question, GOOD_CODE)).await.unwrap();
    let receipt = payments::receipt(&house.bank, ANNA, id).await.unwrap();
    assert!(receipt.own());
    assert_eq!(receipt.to.map(|to| to.id), Some(ANNA_SAVINGS));
}

#[tokio::test(start_paused = true)]
async fn the_account_to_pay_from_is_chosen_where_there_is_only_one() {
    let house = house();
    let from = async |owner, kind| {
        let id = payments::start(&house.bank, owner, None, kind).await.unwrap();
        payments::open(&house.bank, owner, id).await.unwrap().unwrap().0.amount.from
    };
    assert_eq!(from(ANNA, None).await, "");
    house.freeze_account(ANNA_SAVINGS);
    assert_eq!(from(ANNA, None).await, ANNA_CURRENT.to_string());
    assert_eq!(from(ANNA, Some(PayeeKind::Own)).await, ANNA_CURRENT.to_string(), "a frozen account can still be paid");
    assert_eq!(from(TOM, Some(PayeeKind::Other)).await, "");
}

#[tokio::test(start_paused = true)]
async fn money_moves_between_accounts_of_one_currency() {
    let house = house();
    let mine = |accounts: &[Account]| accounts.iter().map(|account| account.id).collect::<Vec<_>>();
    let annas = house.bank.accounts.list(ANNA).await.unwrap();
    let toms = house.bank.accounts.list(TOM).await.unwrap();
    assert!(payments::can_move(&annas) && !payments::can_move(&toms));
    let to: Vec<_> = payments::destinations(&annas, ANNA_CURRENT).into_iter().map(|to| to.id).collect();
    assert_eq!(to, [ANNA_SAVINGS]);
    assert!(payments::destinations(&toms, TOM_EUROS).is_empty());
    let sources: Vec<_> = payments::sources(&toms, Some(PayeeKind::Own)).into_iter().map(|from| from.id).collect();
    assert_eq!(sources, mine(&toms), "nobody is left without a choice");
}
