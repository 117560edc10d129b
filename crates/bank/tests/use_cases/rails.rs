//! Payments to other banks: checked and approved as any other, told until there is an answer, and back where there is no
//! other way.

use bank::{
    Error, Policy,
    payments::{self, Made, NameCheck, Payment, PaymentState},
    rails::{self, Answer, BackReason, Delivery, Message, News, Rail, Route, SendingState, Taken},
    schedules,
    security::{Channel, SecurityEvent},
    waits::{self, WaitReason},
};
use model::{
    Currency, ErrorCode, Iban, Money, PayeeCode, PaymentId,
    forms::{AmountForm, ApproveForm, CodeTextForm, PayeeForm, PayeeKind, WhenForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ELSEWHERE, GOOD_CODE, House, TOM_CURRENT, house, number};

fn iban() -> Iban {
    Iban::made("GB", "OTHR00000000000007").unwrap()
}

fn to_ruth() -> PayeeForm {
    PayeeForm {
        kind: "elsewhere".to_owned(),
        name: "Ruth Adler".to_owned(),
        iban: iban().to_string(),
        reference: "chairs".to_owned(),
        ..PayeeForm::default()
    }
}

async fn drafted(house: &House, pounds: &str, payee: PayeeForm) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: pounds.to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    id
}

/// What the page that asks for the code does, and the press.
async fn press(house: &House, id: PaymentId) -> Result<Made, Error> {
    house.next_code();
    let order = payments::review(&house.bank, ANNA, id).await?.order;
    let challenge = payments::ask(&house.bank, ANNA, &order, "").await?.id.to_string();
    let form = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    payments::confirm(&house.bank, ANNA, id, &form).await
}

async fn paid(house: &House, pounds: &str) -> Payment {
    let id = drafted(house, pounds, to_ruth()).await;
    match press(house, id).await.unwrap() {
        Made::Paid(payment) => payment,
        Made::Planned(schedule) => panic!("{schedule:?}"),
    }
}

async fn state(house: &House, id: PaymentId) -> SendingState {
    let receipt = payments::receipt(&house.bank, ANNA, id).await.unwrap();
    receipt.payment.sending.unwrap().state
}

async fn told(house: &House) {
    for payment in house.bank.sendings.due(house.bank.clock.now(), 10).await.unwrap() {
        rails::deliver(&house.bank, &payment).await.unwrap();
    }
}

async fn says(house: &House, payment: PaymentId, news: News) -> Taken {
    rails::take(&house.bank, Answer { payment, news, amount: None }).await.unwrap()
}

fn wrong(error: Error, field: &str) -> Option<ErrorCode> {
    match error {
        Error::Form(problems) => problems.of(field),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn money_leaves_with_what_is_told_and_arrives_when_that_is_said() {
    let house = house();
    let payment = paid(&house, "30").await;
    assert_eq!((payment.state, payment.to), (PaymentState::Settled, ELSEWHERE));
    let sending = payment.sending.unwrap();
    assert_eq!((sending.state, sending.route.rail), (SendingState::Ready, Rail::Instant));
    assert_eq!((house.balance(ANNA_CURRENT), house.balance(ELSEWHERE)), (97_000, 3_000));
    assert_eq!(rails::on_their_way(&house.bank, ANNA).await.unwrap(), std::slice::from_ref(&payment));
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Sent);
    told(&house).await;
    assert_eq!(house.memory.others.lock().unwrap().told, [payment.id], "it is not told again while an answer may come");
    for expected in [Taken::Applied, Taken::Known, Taken::Known] {
        assert_eq!(says(&house, payment.id, News::Arrived).await, expected);
    }
    assert_eq!(state(&house, payment.id).await, SendingState::Arrived);
    assert_eq!(says(&house, PaymentId::new(4), News::Arrived).await, Taken::Unknown);
    assert!(rails::on_their_way(&house.bank, ANNA).await.unwrap().is_empty());
    let known = payments::known_payees(&house.bank, ANNA, 5).await.unwrap();
    assert_eq!(known.first().and_then(|payee| payee.number.elsewhere()), Some(iban()));
}

#[tokio::test(start_paused = true)]
async fn what_comes_back_is_there_once_and_its_payer_is_told_once() {
    for arrives_first in [false, true] {
        let house = house();
        let payment = paid(&house, "30").await;
        told(&house).await;
        let news = if arrives_first {
            assert_eq!(says(&house, payment.id, News::Arrived).await, Taken::Applied);
            News::Returned(BackReason::Unwanted)
        } else {
            News::Refused(BackReason::Closed)
        };
        for expected in [Taken::Applied, Taken::Known, Taken::Known] {
            assert_eq!(says(&house, payment.id, news).await, expected);
        }
        assert_eq!((house.balance(ANNA_CURRENT), house.balance(ELSEWHERE)), (100_000, 0));
        let notices = house.memory.safety.lock().unwrap().notices.clone();
        let mails: Vec<_> = notices.iter().filter(|notice| notice.channel == Channel::Email).collect();
        assert_eq!(mails.len(), 1);
        assert_eq!((mails[0].customer, mails[0].event), (ANNA, SecurityEvent::PaymentCameBack));
    }
}

#[tokio::test(start_paused = true)]
async fn what_contradicts_is_not_applied() {
    let house = house();
    let payment = paid(&house, "30").await;
    assert_eq!(says(&house, payment.id, News::Arrived).await, Taken::Applied);
    assert_eq!(says(&house, payment.id, News::Refused(BackReason::Unsaid)).await, Taken::Contradicts);
    assert_eq!((state(&house, payment.id).await, house.balance(ANNA_CURRENT)), (SendingState::Arrived, 97_000));
    let less = Answer {
        payment: payment.id,
        news: News::Returned(BackReason::Unsaid),
        amount: Some(Money::new(2_999, Currency::Gbp)),
    };
    assert_eq!(
        rails::take(&house.bank, less).await.unwrap(),
        Taken::Contradicts,
        "a part of it is looked at by people"
    );
    let other = paid(&house, "20").await;
    assert_eq!(says(&house, other.id, News::Refused(BackReason::Unsaid)).await, Taken::Applied);
    assert_eq!(says(&house, other.id, News::Arrived).await, Taken::Contradicts);
    assert_eq!((state(&house, other.id).await, house.balance(ANNA_CURRENT)), (SendingState::Refused, 97_000));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_applied_is_kept_aside_as_it_was_said() {
    let house = house();
    let payment = paid(&house, "30").await;
    let message = |text: &str, answer| Message { number: 1, text: text.to_owned(), answer };
    let news = |payment, news| Ok(Answer { payment, news, amount: None });
    let arrived = message("<a/>", news(payment.id, News::Arrived));
    for _ in 0..2 {
        assert_eq!(rails::hear(&house.bank, &arrived).await.unwrap(), None);
    }
    for (text, answer, said) in [
        ("not \0 XML", Err("not a document".to_owned()), "not \u{fffd} XML"),
        ("<b/>", news(payment.id, News::Refused(BackReason::Closed)), "<b/>"),
        ("<c/>", news(PaymentId::new(4), News::Arrived), "<c/>"),
    ] {
        let aside = rails::hear(&house.bank, &message(text, answer)).await.unwrap().expect("it is kept");
        assert_eq!(aside.said, said);
        assert_eq!(house.memory.others.lock().unwrap().aside.last(), Some(&aside));
    }
    assert_eq!((state(&house, payment.id).await, house.balance(ANNA_CURRENT)), (SendingState::Arrived, 97_000));
}

#[tokio::test(start_paused = true)]
async fn a_silent_bank_leaves_it_in_doubt_and_it_is_told_again_until_there_is_an_answer() {
    let house = house();
    let payment = paid(&house, "30").await;
    house.memory.others.lock().unwrap().delivery = Delivery::NotSent;
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Ready, "it certainly has not left");
    house.wait(60);
    house.memory.others.lock().unwrap().delivery = Delivery::Unclear;
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Doubt);
    let before = house.memory.others.lock().unwrap().told.len();
    for _ in 0..60 {
        house.wait(60);
        told(&house).await;
    }
    assert_eq!(state(&house, payment.id).await, SendingState::Doubt);
    let times = house.memory.others.lock().unwrap().told.len() - before;
    assert!((5..15).contains(&times), "in an hour it was told {times} times more");
    house.memory.others.lock().unwrap().delivery = Delivery::Taken;
    assert_eq!(says(&house, payment.id, News::Arrived).await, Taken::Applied);
    assert_eq!((state(&house, payment.id).await, house.balance(ANNA_CURRENT)), (SendingState::Arrived, 97_000));
}

#[tokio::test(start_paused = true)]
async fn without_an_answer_in_time_nobody_knows() {
    let house = house();
    let payment = paid(&house, "30").await;
    told(&house).await;
    house.wait(20);
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Doubt);
    assert_eq!(house.memory.others.lock().unwrap().told, [payment.id, payment.id]);
}

#[tokio::test(start_paused = true)]
async fn what_takes_days_is_not_in_doubt_before_its_day_is_over() {
    let house = house();
    let mut payment = paid(&house, "30").await;
    let now = house.bank.clock.now();
    let arrives = house.bank.calendar.day(now.plus_seconds(3 * 24 * 3_600));
    payment.sending.as_mut().unwrap().route = Route { rail: Rail::Ordinary, arrives };
    rails::deliver(&house.bank, &payment).await.unwrap();
    let until_over = house.bank.calendar.end_of(arrives).seconds_since(now);
    house.wait(until_over - 1);
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Sent);
    assert_eq!(house.memory.others.lock().unwrap().told, [payment.id], "it is not told again before");
    house.wait(1);
    told(&house).await;
    assert_eq!(state(&house, payment.id).await, SendingState::Doubt);
}

#[tokio::test(start_paused = true)]
async fn the_name_is_asked_once_and_what_was_said_is_part_of_what_is_approved() {
    let house = house();
    let id = drafted(&house, "30", to_ruth()).await;
    payments::set_payee(&house.bank, ANNA, id, PayeeForm { reference: "tables".into(), ..to_ruth() }).await.unwrap();
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!((review.name, house.memory.others.lock().unwrap().asked), (NameCheck::Match, 1));
    let question = payments::ask(&house.bank, ANNA, &review.order, "").await.unwrap();
    let close = |name: &str| NameCheck::Close(name.to_owned());
    for said in [close("Ruth Adlar"), NameCheck::Differs, NameCheck::Unavailable] {
        house.memory.others.lock().unwrap().name = said.clone();
        payments::set_payee(&house.bank, ANNA, id, PayeeForm { name: format!("R {said:?}"), ..to_ruth() })
            .await
            .unwrap();
        payments::set_payee(&house.bank, ANNA, id, to_ruth()).await.unwrap();
        let review = payments::review(&house.bank, ANNA, id).await.unwrap();
        assert_eq!((review.name, review.order.payee.as_str()), (said, "Ruth Adler"), "a name is never put right");
        let form = ApproveForm { code: GOOD_CODE.into(), challenge: question.id.to_string(), ..ApproveForm::default() };
        let refused = payments::confirm(&house.bank, ANNA, id, &form).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(ErrorCode::ApprovalExpired)), "{refused:?}");
    }
    assert!(matches!(press(&house, id).await, Ok(Made::Paid(_))), "its payer decides");
    // Whose name is close is part of it, too.
    let heard = async |name: &str| {
        house.memory.others.lock().unwrap().name = close(name);
        let id = drafted(&house, "20", to_ruth()).await;
        payments::review(&house.bank, ANNA, id).await.unwrap().order
    };
    let (one, other) = (heard("Ruth Adlar").await, heard("Ruth Adlor").await);
    let digest = |order: &payments::Order| order.shown().digest();
    assert_ne!(digest(&one), digest(&payments::Order { id: one.id, ..other }));
}

#[tokio::test(start_paused = true)]
async fn a_name_that_cannot_be_shown_is_none() {
    let house = house();
    let long = "R".repeat(141);
    for (heard, said) in [
        ("Ruth\n  Adlar", NameCheck::Close("Ruth Adlar".to_owned())),
        ("Ruth \u{202e}Adlar", NameCheck::Unavailable),
        ("Ruth Adlar\u{ffff}", NameCheck::Unavailable),
        ("\u{1}", NameCheck::Unavailable),
        (long.as_str(), NameCheck::Unavailable),
    ] {
        house.memory.others.lock().unwrap().name = NameCheck::Close(heard.to_owned());
        let id = drafted(&house, "30", to_ruth()).await;
        assert_eq!(payments::review(&house.bank, ANNA, id).await.unwrap().name, said, "{heard:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn where_it_cannot_be_sent_it_is_said_beside_the_iban() {
    let mut house = house();
    let abroad = PayeeForm { iban: "DE89 3704 0044 0532 0130 00".to_owned(), ..to_ruth() };
    let id = drafted(&house, "30", abroad).await;
    let refused = payments::review(&house.bank, ANNA, id).await.unwrap_err();
    assert_eq!(wrong(refused, "iban"), Some(ErrorCode::IbanNotReached));
    let id = drafted(&house, "30", to_ruth()).await;
    house.bank.other_banks = None;
    let refused = payments::review(&house.bank, ANNA, id).await.unwrap_err();
    assert_eq!(wrong(refused, "iban"), Some(ErrorCode::ElsewhereClosed));
}

#[tokio::test(start_paused = true)]
async fn limits_hold_for_it_as_for_any_payment() {
    let house = house();
    paid(&house, "500").await;
    let second = drafted(&house, "400", to_ruth()).await;
    let refused = press(&house, second).await.unwrap_err();
    assert_eq!(wrong(refused, "amount"), Some(ErrorCode::OverDailyLimit));
    house.wait(2 * 24 * 3_600);
    let known = payments::review(&house.bank, ANNA, drafted(&house, "400", to_ruth()).await).await.unwrap().order;
    assert!(!known.to_somebody_new, "whoever was paid two days ago is not new");
}

#[tokio::test(start_paused = true)]
async fn it_waits_as_any_payment_and_takes_the_way_of_the_day_on_which_it_leaves() {
    let mut house = house();
    house.bank.policy.waits = Policy::default().waits;
    let id = drafted(&house, "590", to_ruth()).await;
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    assert_eq!(order.wait.map(|ruling| ruling.reason), Some(WaitReason::Drain));
    assert_eq!(order.elsewhere.unwrap().route, None, "when it arrives is not known yet");
    let Made::Paid(waiting) = press(&house, id).await.unwrap() else { panic!("it is for today") };
    assert_eq!((waiting.state, waiting.sending), (PaymentState::Submitted, None));
    told(&house).await;
    assert!(house.memory.others.lock().unwrap().told.is_empty());
    house.wait(24 * 3_600);
    waits::carry_out(&house.bank, &waiting).await.unwrap();
    let left = payments::receipt(&house.bank, ANNA, id).await.unwrap().payment;
    assert_eq!((left.state, left.sending.unwrap().state), (PaymentState::Settled, SendingState::Ready));
    told(&house).await;
    assert_eq!(house.memory.others.lock().unwrap().told, [id]);
}

#[tokio::test(start_paused = true)]
async fn what_waited_does_not_leave_where_nobody_could_be_told() {
    let mut house = house();
    house.bank.policy.waits = Policy::default().waits;
    let id = drafted(&house, "590", to_ruth()).await;
    let Made::Paid(waiting) = press(&house, id).await.unwrap() else { panic!("it is for today") };
    let others = house.bank.other_banks.take();
    house.wait(24 * 3_600);
    waits::carry_out(&house.bank, &waiting).await.unwrap();
    let kept = payments::receipt(&house.bank, ANNA, id).await.unwrap().payment;
    assert_eq!((kept.state, house.balance(ELSEWHERE)), (PaymentState::Submitted, 0));
    house.bank.other_banks = others;
    house.wait(3_600);
    waits::carry_out(&house.bank, &kept).await.unwrap();
    let left = payments::receipt(&house.bank, ANNA, id).await.unwrap().payment;
    assert_eq!((left.state, house.balance(ELSEWHERE)), (PaymentState::Settled, 59_000));
}

#[tokio::test(start_paused = true)]
async fn one_that_is_planned_leaves_on_its_day() {
    let house = house();
    let id = drafted(&house, "30", to_ruth()).await;
    let when = WhenForm { every: "once".to_owned(), day: "2026-03-10".to_owned(), ..WhenForm::default() };
    payments::set_when(&house.bank, ANNA, id, when).await.unwrap();
    let Made::Planned(schedule) = press(&house, id).await.unwrap() else { panic!("it is for another day") };
    house.wait(8 * 24 * 3_600);
    schedules::carry_out(&house.bank, schedule.clone()).await.unwrap();
    let payment = payments::receipt(&house.bank, ANNA, schedule.next_payment).await.unwrap().payment;
    assert_eq!(payment.sending.unwrap().route.arrives.to_string(), "2026-03-10");
    assert_eq!(house.balance(ELSEWHERE), 3_000);
}

#[tokio::test(start_paused = true)]
async fn paying_again_goes_to_the_same_iban() {
    let house = house();
    let first = paid(&house, "30").await;
    let again = payments::start_again(&house.bank, ANNA, first.id).await.unwrap();
    let (draft, _) = payments::open(&house.bank, ANNA, again).await.unwrap().unwrap();
    assert_eq!((draft.payee.kind.as_str(), draft.payee.iban), ("elsewhere", iban().to_string()));
    assert_eq!(payments::start_again(&house.bank, ANNA, first.id).await.unwrap(), again, "one is begun, not two");
    let other = drafted(
        &house,
        "5",
        PayeeForm { iban: Iban::made("GB", "OTHR00000000000008").unwrap().to_string(), ..to_ruth() },
    )
    .await;
    payments::choose_again(&house.bank, ANNA, other, first.id).await.unwrap();
    let order = payments::review(&house.bank, ANNA, other).await.unwrap().order;
    assert_eq!(order.payee_number.elsewhere(), Some(iban()));
}

/// What a code of a bill says fills in the form, which is sent and checked like one that was typed.
#[tokio::test]
async fn a_code_fills_in_a_form_and_skips_nothing() {
    let house = house();
    let id = drafted(&house, "5", to_ruth()).await;
    let code = format!("BCD\n002\n1\nSCT\nOTHRGB2L\nRuth Adler\n{}\nEUR77\n\n\nchairs", iban().electronic());
    for (text, wrong) in [
        ("BCD\n002".to_owned(), ErrorCode::CodeTextShape),
        (code.replace("GB2L", "DE2L"), ErrorCode::BicCountry),
        (String::new(), ErrorCode::CodeTextMissing),
    ] {
        let refused = payments::read_code(&house.bank, ANNA, id, &CodeTextForm { text }).await.unwrap_err();
        assert!(matches!(refused, Error::Form(problems) if problems.of("text") == Some(wrong)), "{wrong:?}");
    }
    let (before, _) = payments::open(&house.bank, ANNA, id).await.unwrap().unwrap();
    assert!(before.sent.payee && before.payee == to_ruth(), "what cannot be read changes nothing");

    let read = payments::read_code(&house.bank, ANNA, id, &CodeTextForm { text: code }).await.unwrap();
    assert_eq!(read, PayeeKind::Elsewhere);
    let (draft, _) = payments::open(&house.bank, ANNA, id).await.unwrap().unwrap();
    assert_eq!(draft.payee, PayeeForm { iban: iban().to_string(), ..to_ruth() });
    assert_eq!(draft.amount.amount, "5", "how much is the payer's to say");
    let early = payments::review(&house.bank, ANNA, id).await;
    assert!(matches!(early, Err(Error::Refused(ErrorCode::DraftIncomplete))), "it was not looked at yet");
    payments::set_payee(&house.bank, ANNA, id, draft.payee).await.unwrap();
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(review.order.payee_number.elsewhere(), Some(iban()));
}

#[tokio::test]
async fn the_code_of_an_account_here_fills_in_a_name_that_is_checked() {
    let house = house();
    let id = drafted(&house, "5", to_ruth()).await;
    let read = async |name: &str| {
        let text = PayeeCode::here(name, number(TOM_CURRENT));
        let kind = payments::read_code(&house.bank, ANNA, id, &CodeTextForm { text }).await.unwrap();
        assert_eq!(kind, PayeeKind::Other);
        let (draft, _) = payments::open(&house.bank, ANNA, id).await.unwrap().unwrap();
        payments::set_payee(&house.bank, ANNA, id, draft.payee).await.unwrap();
        payments::review(&house.bank, ANNA, id).await
    };
    // Whoever makes a code with another name on it gains nothing.
    let refused = read("Ruth Adler").await.unwrap_err();
    assert!(matches!(refused, Error::Form(problems) if problems.of("name") == Some(ErrorCode::PayeeNameDiffers)));
    assert_eq!(read("Tom Whitfield").await.unwrap().order.to, TOM_CURRENT);
}
