//! Payments in another currency: shown to the penny before, booked in both currencies, and back as it was said.

use bank::{
    Error, Policy,
    abroad::{Offer, Quote, Terms},
    payments::{self, Made, NameCheck, Payment, PaymentState},
    rails::{self, Answer, BackReason, News, Rail, SendingState, Taken},
    waits,
};
use model::{
    AccountId, Currency, ErrorCode, Money, PaymentId,
    forms::{AmountForm, ApproveForm, PayeeForm, WhenForm},
};

use crate::house::{
    ABROAD, ABROAD_EUROS, ANNA, ANNA_CURRENT, FEES, GOOD_CODE, House, POSITION_EUROS, POSITION_POUNDS, house,
};

const TERMS: Terms =
    Terms { margin_bp: 50, fee: 300, least: 100, most: 2_500_000, closes: 15, days: 2, good_s: 86_400, held_s: 600 };

/// A bank that offers so many euros for a pound.
fn offering(rate: &str) -> House {
    let house = house();
    offer(&house, rate);
    house
}

fn offer(house: &House, rate: &str) {
    let of = house.bank.clock.now();
    house.memory.others.lock().unwrap().offer = Some(Offer { rate: rate.parse().unwrap(), of, terms: TERMS });
}

fn to_ines() -> PayeeForm {
    let [kind, name, way, iban, currency] =
        ["abroad", "Inès Moreau", "iban", "FR14 2004 1010 0505 0001 3M02 606", "EUR"].map(str::to_owned);
    PayeeForm { kind, name, way, iban, currency, ..PayeeForm::default() }
}

async fn drafted(house: &House, pounds: &str, payee: PayeeForm) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: pounds.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    id
}

async fn quote(house: &House, id: PaymentId) -> Quote {
    *payments::review(&house.bank, ANNA, id).await.unwrap().order.quote().unwrap()
}

async fn question(house: &House, id: PaymentId) -> ApproveForm {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let challenge = payments::ask(&house.bank, ANNA, &order, "").await.unwrap().id.to_string();
    ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() }
}

async fn paid(house: &House, id: PaymentId) -> Payment {
    let form = question(house, id).await;
    match payments::confirm(&house.bank, ANNA, id, &form).await.unwrap() {
        Made::Paid(payment) => payment,
        Made::Planned(schedule) => panic!("{schedule:?}"),
    }
}

async fn seen(house: &House, id: PaymentId) -> Payment {
    payments::receipt(&house.bank, ANNA, id).await.unwrap().payment
}

async fn says(house: &House, payment: PaymentId, news: News, amount: Option<Money>) -> Taken {
    rails::take(&house.bank, Answer { payment, news, amount }).await.unwrap()
}

fn wrong(error: Error, field: &str) -> Option<ErrorCode> {
    match error {
        Error::Form(problems) => problems.of(field),
        other => panic!("{other:?}"),
    }
}

fn balances(house: &House) -> [i64; 6] {
    [ANNA_CURRENT, ABROAD, POSITION_POUNDS, FEES, POSITION_EUROS, ABROAD_EUROS].map(|id: AccountId| house.balance(id))
}

#[tokio::test(start_paused = true)]
async fn what_was_shown_is_what_leaves_and_what_arrives() {
    let house = offering("1.1432");
    let id = drafted(&house, "100", to_ines()).await;
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(review.name, NameCheck::Unavailable);
    let shown = *review.order.quote().unwrap();
    assert_eq!(shown.leaves(), Money::new(10_000, Currency::Gbp));
    assert_eq!(
        (shown.arrives, shown.exchanged.minor, shown.fee.minor),
        (Money::new(11_034, Currency::Eur), 9_700, 300)
    );
    let payment = paid(&house, id).await;
    assert_eq!((payment.state, payment.to, payment.amount), (PaymentState::Settled, ABROAD, shown.leaves()));
    assert_eq!(payment.exchange.unwrap().quote, shown);
    assert_eq!(payment.sending.unwrap().route.rail, Rail::Abroad);
    assert_eq!(balances(&house), [90_000, 0, 9_700, 300, -11_034, 11_034]);
    assert_eq!(says(&house, id, News::Arrived, None).await, Taken::Applied);
    let again = payments::start_again(&house.bank, ANNA, id).await.unwrap();
    let (draft, _) = payments::open(&house.bank, ANNA, again).await.unwrap().unwrap();
    assert_eq!(draft.payee, to_ines(), "whoever was paid is paid again");
}

#[tokio::test(start_paused = true)]
async fn who_says_what_arrives_is_told_what_leaves() {
    let house = offering("1.1432");
    let id = drafted(&house, "1", PayeeForm { arrives: "500".to_owned(), ..to_ines() }).await;
    let shown = quote(&house, id).await;
    assert_eq!((shown.arrives, shown.leaves()), (Money::new(50_000, Currency::Eur), Money::new(44_257, Currency::Gbp)));
    // Whoever then says what leaves means that.
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "100".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    assert_eq!(quote(&house, id).await.leaves().minor, 10_000);
    let dear = PayeeForm { arrives: "5,000".to_owned(), ..to_ines() };
    payments::set_payee(&house.bank, ANNA, id, dear).await.unwrap();
    let refused = payments::review(&house.bank, ANNA, id).await.unwrap_err();
    assert_eq!(wrong(refused, "amount"), Some(ErrorCode::InsufficientFunds));
}

#[tokio::test(start_paused = true)]
async fn what_was_shown_holds_for_some_minutes_and_no_longer() {
    let house = offering("1.1432");
    let id = drafted(&house, "100", to_ines()).await;
    let shown = quote(&house, id).await;
    offer(&house, "1.05");
    house.wait(599);
    assert_eq!(quote(&house, id).await, shown, "it is held");
    let form = question(&house, id).await;
    house.wait(1);
    let refused = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(ErrorCode::ApprovalExpired)), "{refused:?}");
    assert_eq!(balances(&house), [100_000, 0, 0, 0, 0, 0], "nothing is paid by an old figure");
    let now = quote(&house, id).await;
    assert!(now.rate < shown.rate && now.arrives.minor < shown.arrives.minor);
    assert_eq!(paid(&house, id).await.exchange.unwrap().quote, now);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_sent_is_said_beside_what_was_typed() {
    let house = offering("1.1432");
    let id = drafted(&house, "100", to_ines()).await;
    let refused = async |field: &str| wrong(payments::review(&house.bank, ANNA, id).await.unwrap_err(), field);
    let when = |day: &str| WhenForm {
        every: if day.is_empty() { "" } else { "once" }.to_owned(),
        day: day.to_owned(),
        ..WhenForm::default()
    };
    let tomorrow = house.bank.calendar.day(house.bank.clock.now()).tomorrow().unwrap().to_string();
    payments::set_when(&house.bank, ANNA, id, when(&tomorrow)).await.unwrap();
    assert_eq!(refused("every").await, Some(ErrorCode::AbroadPlanned));
    payments::set_when(&house.bank, ANNA, id, when("")).await.unwrap();
    house.memory.others.lock().unwrap().offer = None;
    assert_eq!(refused("currency").await, Some(ErrorCode::CurrencyNotOffered));
    offer(&house, "1.1432");
    house.wait(TERMS.good_s + 1);
    assert_eq!(refused("currency").await, Some(ErrorCode::AbroadClosed), "the rate is too old");
    offer(&house, "1.1432");
    for (typed, code) in [("3.50", ErrorCode::AbroadLeast), ("2", ErrorCode::AbroadLeast)] {
        let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: typed.to_owned() };
        payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
        assert_eq!(refused("amount").await, Some(code), "{typed}");
    }
    let pounds = PayeeForm { currency: "GBP".to_owned(), ..to_ines() };
    payments::set_payee(&house.bank, ANNA, id, pounds).await.unwrap();
    assert_eq!(refused("currency").await, Some(ErrorCode::CurrencySame));
}

#[tokio::test(start_paused = true)]
async fn what_was_refused_comes_back_whole_with_the_fee() {
    let house = offering("1.1432");
    let payment = paid(&house, drafted(&house, "100", to_ines()).await).await;
    for expected in [Taken::Applied, Taken::Known] {
        assert_eq!(says(&house, payment.id, News::Refused(BackReason::Closed), None).await, expected);
    }
    assert_eq!(balances(&house), [100_000, 0, 0, 0, 0, 0]);
    let seen = seen(&house, payment.id).await;
    assert_eq!((seen.sending.unwrap().state, seen.exchange.unwrap().back), (SendingState::Refused, None));
}

#[tokio::test(start_paused = true)]
async fn what_was_returned_comes_back_at_the_rate_of_the_day_without_the_fee() {
    for (rate, back) in [(Some("1.0000"), 11_034), (None, 9_700)] {
        let house = offering("1.1432");
        let payment = paid(&house, drafted(&house, "100", to_ines()).await).await;
        assert_eq!(says(&house, payment.id, News::Arrived, None).await, Taken::Applied);
        match rate {
            Some(rate) => offer(&house, rate),
            None => house.memory.others.lock().unwrap().offer = None,
        }
        let news = News::Returned(BackReason::Unwanted);
        assert_eq!(says(&house, payment.id, news, Some(payment.amount)).await, Taken::Contradicts, "other money");
        let arrived = Some(Money::new(11_034, Currency::Eur));
        for expected in [Taken::Applied, Taken::Known] {
            assert_eq!(says(&house, payment.id, news, arrived).await, expected);
        }
        assert_eq!(balances(&house), [90_000 + back, 0, 9_700 - back, 300, 0, 0]);
        let seen = seen(&house, payment.id).await;
        assert_eq!(seen.exchange.unwrap().back.unwrap().amount.minor, back);
    }
}

#[tokio::test(start_paused = true)]
async fn what_waits_leaves_at_the_rate_that_was_approved() {
    let mut house = offering("1.1432");
    house.bank.policy.waits = Policy::default().waits;
    let id = drafted(&house, "600", to_ines()).await;
    let payment = paid(&house, id).await;
    let shown = payment.exchange.unwrap().quote;
    let wait = payment.wait.expect("most of what she has goes to somebody new");
    assert_eq!(balances(&house), [100_000, 0, 0, 0, 0, 0]);
    offer(&house, "1.5");
    house.wait((wait.until.micros() - house.bank.clock.now().micros()) / 1_000_000);
    let due = house.bank.waits.due(house.bank.clock.now(), 10).await.unwrap();
    waits::carry_out(&house.bank, &due[0]).await.unwrap();
    let (sold, arrives) = (shown.exchanged.minor, shown.arrives.minor);
    assert_eq!(balances(&house), [40_000, 0, sold, 300, -arrives, arrives]);
}
