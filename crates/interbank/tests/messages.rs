//! Messages between banks: what was said is what is read, and nothing else is.

use bank::{
    payments::NameCheck,
    rails::{Answer, BackReason, News, Rail, Route},
};
use interbank::{
    Exchanged, Heard, Manner, NotUnderstood, OtherSide, Payer, PaymentOrder, back, holder_of, initiation, read,
    read_initiation, sample, status,
};
use jiff::civil::{DateTime, date};
use model::{AbroadNumber, Currency, Money, PaymentId, Timestamp};
use proptest::prelude::*;

const NOW: Timestamp = Timestamp::from_micros(1_790_000_000_000_000);

fn at() -> DateTime {
    date(2026, 11, 27).at(9, 30, 0, 0)
}

fn payer() -> Payer {
    Payer { name: "Maya Okafor".to_owned(), account: "1234 5674".to_owned(), bank: "Banyan".to_owned() }
}

fn order(manner: Manner) -> PaymentOrder {
    PaymentOrder {
        id: PaymentId::new(77),
        route: Route { rail: Rail::Instant, arrives: date(2026, 11, 27) },
        amount: Money::new(2_550, Currency::Gbp),
        payee: "Ruth Adler".to_owned(),
        account: sample(0, manner).into(),
        exchanged: None,
        reference: "chairs".to_owned(),
    }
}

fn told(side: &mut OtherSide, order: &PaymentOrder) -> Heard {
    side.tell(&initiation(order, &payer(), at()), NOW).unwrap()
}

/// What `side` says so many seconds later.
fn says(side: &OtherSide, seconds: i64) -> Vec<News> {
    side.says(NOW.plus_seconds(seconds)).map(|message| read(&message.body).unwrap().news).collect()
}

fn orders() -> impl Strategy<Value = PaymentOrder> {
    let texts = ("[^\\p{C}]{1,70}", "[^\\p{C}]{0,35}");
    (texts, 1..100_000_000_i64, any::<bool>(), 0..=i64::MAX, 0..7_usize).prop_map(
        |((payee, reference), minor, instant, id, manner)| PaymentOrder {
            id: PaymentId::new(id),
            route: Route { rail: if instant { Rail::Instant } else { Rail::Ordinary }, arrives: date(2026, 11, 27) },
            amount: Money::new(minor, Currency::Gbp),
            payee,
            account: sample(1, Manner::ALL[manner].0).into(),
            exchanged: None,
            reference,
        },
    )
}

#[test]
fn a_message_is_written_as_its_standard_says() {
    let written = String::from_utf8(initiation(&order(Manner::Takes), &payer(), at())).unwrap();
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn><GrpHdr>\
        <MsgId>000000000002d</MsgId><CreDtTm>2026-11-27T09:30:00Z</CreDtTm><NbOfTxs>1</NbOfTxs>";
    assert!(written.starts_with(start), "{written}");
    let amount = "<Amt><InstdAmt Ccy=\"GBP\">25.50</InstdAmt></Amt><Cdtr><Nm>Ruth Adler</Nm></Cdtr>";
    assert!(written.contains(amount), "{written}");
}

/// A payment abroad of so much of `account`'s currency.
fn abroad(account: &str) -> PaymentOrder {
    let account: AbroadNumber = account.parse().unwrap();
    let rate = "9.294295".parse().unwrap();
    PaymentOrder {
        route: Route { rail: Rail::Abroad, arrives: date(2026, 11, 30) },
        amount: Money::new(123_450, account.currency()),
        account: account.into(),
        exchanged: Some(Exchanged { unit: Currency::Gbp, rate }),
        ..order(Manner::Takes)
    }
}

const ABROAD: [&str; 3] = ["EUR/DE89370400440532013000", "CNY/102100099996/6222021001", "USD/CHASUS33/000123456789"];

#[test]
fn abroad_the_bank_is_named_as_its_country_names_it_and_each_side_bears_its_costs() {
    let [german, chinese, american] =
        ABROAD.map(|account| String::from_utf8(initiation(&abroad(account), &payer(), at())).unwrap());
    let rate = "<XchgRateInf><UnitCcy>GBP</UnitCcy><XchgRate>9.294295</XchgRate></XchgRateInf><ChrgBr>SHAR</ChrgBr>";
    for (written, parts) in [
        (german, ["<InstdAmt Ccy=\"EUR\">1234.50</InstdAmt>", "<Id><IBAN>DE89370400440532013000</IBAN></Id>"]),
        (chinese, ["<Cd>CNAPS</Cd></ClrSysId><MmbId>102100099996</MmbId>", "<Othr><Id>6222021001</Id></Othr>"]),
        (american, ["<FinInstnId><BICFI>CHASUS33</BICFI></FinInstnId>", "<Othr><Id>000123456789</Id></Othr>"]),
    ] {
        assert!(written.contains(rate) && parts.iter().all(|part| written.contains(part)), "{written}");
    }
    for account in ABROAD {
        let order = abroad(account);
        let written = initiation(&order, &payer(), at());
        assert_eq!(read_initiation(&written), Ok(order));
    }
}

#[test]
fn half_of_an_exchange_is_not_understood() {
    let written = String::from_utf8(initiation(&abroad(ABROAD[1]), &payer(), at())).unwrap();
    for (from, to) in [
        ("<ChrgBr>SHAR</ChrgBr>", ""),
        ("SHAR", "DEBT"),
        ("<UnitCcy>GBP</UnitCcy>", ""),
        (">9.294295<", ">9,29<"),
        ("<MmbId>102100099996</MmbId>", "<MmbId>102100099997</MmbId>"),
        ("<Cd>CNAPS</Cd>", "<Cd>USABA</Cd>"),
        ("Ccy=\"CNY\"", "Ccy=\"USD\""),
        ("<Othr><Id>6222021001</Id></Othr>", ""),
        ("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>TRF</PmtMtd><PmtTpInf><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>"),
    ] {
        let altered = written.replace(from, to);
        assert_ne!(altered, written, "{from}");
        assert!(read_initiation(altered.as_bytes()).is_err(), "{from} → {to}");
    }
}

#[test]
fn answers_say_what_became_of_which_payment() {
    let (id, money) = (PaymentId::new(77), Money::new(2_550, Currency::Gbp));
    let says = |bytes: &[u8]| read(bytes).unwrap();
    let arrived = Answer { payment: id, news: News::Arrived, amount: None };
    assert_eq!(says(&status("M1", id, None, at())), arrived);
    for reason in BackReason::ALL {
        let refused = Answer { payment: id, news: News::Refused(*reason), amount: None };
        assert_eq!(says(&status("M2", id, Some(*reason), at())), refused);
        let returned = Answer { payment: id, news: News::Returned(*reason), amount: Some(money) };
        assert_eq!(says(&back("M3", "SETTLEMENT", id, money, *reason, at())), returned);
    }
}

#[test]
fn what_does_not_belong_is_not_understood() {
    let status = String::from_utf8(status("M1", PaymentId::new(77), Some(BackReason::Closed), at())).unwrap();
    for (from, to) in [
        ("<TxSts>RJCT</TxSts>", ""),
        ("<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxSts><TxSts>RJCT</TxSts>"),
        ("<TxSts>RJCT</TxSts>", "<TxSts>MAYBE</TxSts>"),
        ("<TxSts>RJCT</TxSts>", "<TxSts>ACCC</TxSts>"),
        ("<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxSts><More/>"),
        ("pain.002.001.10", "pain.002.001.03"),
        ("<MsgId>M1</MsgId>", "<MsgId></MsgId>"),
        ("000000000002d", "nobody knows"),
        ("<Document ", "<!DOCTYPE a [<!ENTITY b \"c\">]><Document "),
        ("M1", "&b;"),
        ("</Document>", "</Document><Document/>"),
    ] {
        let altered = status.replace(from, to);
        assert_ne!(altered, status, "{from}");
        assert!(read(altered.as_bytes()).is_err(), "{from} → {to}");
    }
    // Another reason than those that people are told apart is one all the same.
    let other = read(status.replace("AC04", "AM09").as_bytes()).unwrap();
    assert_eq!(other.news, News::Refused(BackReason::Unsaid));
    let deep = "<a>".repeat(100_000);
    assert_eq!(read(deep.as_bytes()), Err(NotUnderstood::NotADocument));
    let written = String::from_utf8(initiation(&order(Manner::Takes), &payer(), at())).unwrap();
    for amount in ["25.5", "025.50", "-25.50", "25,50", "0.00", " 25.50"] {
        let altered = written.replace(">25.50<", &format!(">{amount}<"));
        assert!(read_initiation(altered.as_bytes()).is_err(), "{amount}");
    }
}

#[test]
fn what_they_had_already_is_not_refused() {
    let status = String::from_utf8(status("M1", PaymentId::new(77), Some(BackReason::Closed), at())).unwrap();
    for code in ["AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"] {
        assert_eq!(read(status.replace("AC04", code).as_bytes()), Err(NotUnderstood::Duplicate), "{code}");
    }
}

#[test]
fn one_answer_is_about_one_payment() {
    let status = String::from_utf8(status("M1", PaymentId::new(77), Some(BackReason::Closed), at())).unwrap();
    let (this, other) = (PaymentId::new(77).to_string(), PaymentId::new(78).to_string());
    for name in ["OrgnlMsgId", "OrgnlPmtInfId", "OrgnlEndToEndId"] {
        let altered = status.replace(&format!("<{name}>{this}<"), &format!("<{name}>{other}<"));
        assert_ne!(altered, status, "{name}");
        assert!(matches!(read(altered.as_bytes()), Err(NotUnderstood::Content(_))), "{name}");
    }
}

#[test]
fn each_manner_is_as_it_says() {
    let side = |manner| {
        let mut side = OtherSide::default();
        let heard = told(&mut side, &order(manner));
        (side, heard)
    };
    let (takes, heard) = side(Manner::Takes);
    assert_eq!((heard, says(&takes, 0), says(&takes, 1)), (Heard::All, vec![], vec![News::Arrived]));
    assert_eq!(says(&side(Manner::Refuses).0, 1), [News::Refused(BackReason::Closed)]);
    let (late, _) = side(Manner::Late);
    assert_eq!((says(&late, 59), says(&late, 60)), (vec![], vec![News::Arrived]));
    assert_eq!(says(&side(Manner::Twice).0, 1), [News::Arrived, News::Arrived]);
    let (returns, _) = side(Manner::Returns);
    assert_eq!(says(&returns, 89), [News::Arrived]);
    assert_eq!(says(&returns, 90), [News::Arrived, News::Returned(BackReason::Unwanted)]);
    assert_eq!(says(&side(Manner::Silent).0, 1_000_000), []);
    let (mut deaf, heard) = side(Manner::Deaf);
    assert_eq!(heard, Heard::Nothing);
    assert_eq!((told(&mut deaf, &order(Manner::Deaf)), says(&deaf, 9)), (Heard::Nothing, vec![]));
    assert_eq!((told(&mut deaf, &order(Manner::Deaf)), says(&deaf, 9)), (Heard::All, vec![News::Arrived]));
}

#[test]
fn told_again_it_is_the_same_payment_and_what_is_taken_is_not_said_again() {
    let mut side = OtherSide::default();
    for _ in 0..5 {
        told(&mut side, &order(Manner::Takes));
    }
    assert_eq!(says(&side, 9), [News::Arrived]);
    let number = side.says(NOW.plus_seconds(9)).next().unwrap().number;
    side.taken(number);
    assert_eq!(says(&side, 9), []);
}

#[test]
fn it_says_whose_account_it_is_where_it_says_anything() {
    let (ruth, nobody) = (sample(0, Manner::Takes), sample(9, Manner::Takes));
    assert_eq!((holder_of(ruth), holder_of(nobody)), (Some("Ruth Adler"), None));
    assert_eq!(OtherSide::name(ruth, "ruth adler"), NameCheck::Match);
    assert_eq!(OtherSide::name(ruth, "R Adler"), NameCheck::Close("Ruth Adler".to_owned()));
    assert_eq!(OtherSide::name(ruth, "Tom Whitfield"), NameCheck::Differs);
    assert_eq!(OtherSide::name(nobody, "Ruth Adler"), NameCheck::Unavailable);
    for (manner, ..) in Manner::ALL {
        assert_eq!(Manner::of(sample(3, manner)), manner);
    }
}

proptest! {
    #[test]
    fn an_order_is_read_as_it_was_given(order in orders()) {
        prop_assume!(!order.payee.trim().is_empty() && order.reference.trim() == order.reference);
        let written = initiation(&order, &payer(), at());
        prop_assert_eq!(read_initiation(&written), Ok(order));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[<>/&;=\"a-z ]{0,200}") {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(read(text.as_bytes()).is_err() && read_initiation(text.as_bytes()).is_err());
    }

    #[test]
    fn a_slip_in_a_message_is_never_read_as_another_payment(place in 0..2_000_usize, byte in any::<u8>()) {
        let money = Money::new(2_550, Currency::Gbp);
        let mut bytes = back("M3", "SETTLEMENT", PaymentId::new(77), money, BackReason::Closed, at());
        let place = place % bytes.len();
        bytes[place] = byte;
        // The amount is said twice, and the payment looked up: what is left can only be another id or another reason.
        if let Ok(answer) = read(&bytes) {
            prop_assert_eq!(answer.amount, Some(money));
        }
    }
}
