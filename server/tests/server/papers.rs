//! Papers through the real routes: only for their owner, kept out of caches, and harmless to a spreadsheet.

use app::papers::Format;
use axum::http::StatusCode;
use bank::{
    Clock,
    accounts::Category,
    ledger::{Action, Actor, Command, Line, TransferOrder},
};
use model::{AccountId, Currency, Money, TransferId, forms::HistoryKind};

use crate::{
    browser::id,
    test_bank::{ANN, BO, TestBank},
};

/// A line on Ann's account, as somebody else has written it.
async fn paid(bank: &TestBank, minor: i64, party: &str, reference: &str) {
    booked(bank, HistoryKind::Card, minor, (party, reference)).await;
}

/// The same, of some kind.
async fn booked(bank: &TestBank, kind: HistoryKind, minor: i64, (party, reference): (&str, &str)) {
    let line = || Line { party: party.to_owned(), reference: reference.to_owned(), category: Category::Other };
    let (debit, credit) = if minor > 0 { (12, 11) } else { (11, 12) };
    let order = TransferOrder {
        id: TransferId::new(bank.bank.ids.next()),
        debit: AccountId::new(debit),
        credit: AccountId::new(credit),
        amount: Money::new(minor.abs(), Currency::Gbp),
        kind,
        debit_line: line(),
        credit_line: line(),
        original: None,
        limited: None,
        payment: None,
    };
    let at = bank.clock.now();
    let command = Command { key: None, actor: Actor::System, at, action: Action::Transfer(order), outbox: Vec::new() };
    bank.ports.ledger.submit(command).await.expect("there is money");
}

/// Every file of the statement of this month of an account.
fn files(account: i64) -> Vec<String> {
    let file = |format: &Format| format!("/accounts/{}/statements/2026-11/{}", id(account), format.code());
    Format::ALL.iter().map(file).collect()
}

#[tokio::test]
async fn every_file_is_for_its_owner_alone() {
    let bank = TestBank::new().await;
    paid(&bank, -2_500, "Green Grocer", "").await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    for file in files(11) {
        let own = ann.get(&file).await;
        assert_eq!(own.status, StatusCode::OK, "{file}");
        assert_eq!(own.header("cache-control"), "no-store");
        let name = own.header("content-disposition").to_owned();
        assert!(name.starts_with("attachment; filename=\"account-statement-2026-11"), "{name}");
        assert!(!name.to_lowercase().contains("ann") && !name.contains(&id(11)), "{name}");
        let other = bo.get(&file).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "{file}");
        assert!(!other.text.contains("Green Grocer"));
        let stranger = bank.browser().get(&file).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER);
        let page = file.rsplit_once('/').expect("a path").0.replace('/', "%2F");
        assert_eq!(stranger.location(), format!("/sign-in?next={page}"));
    }
}

#[tokio::test]
async fn a_file_that_is_made_smaller_on_the_way_arrives_whole() {
    let bank = TestBank::new().await;
    paid(&bank, -2_500, "Green Grocer", "").await;
    let mut ann = bank.signed_in(ANN).await;
    ann.headers.push(("accept-encoding", "gzip".to_owned()));
    for file in files(11) {
        let sent = ann.get(&file).await;
        assert_eq!((sent.status, sent.header("content-encoding")), (StatusCode::OK, "gzip"), "{file}");
        assert!(!sent.text.is_empty());
    }
}

#[tokio::test]
async fn what_is_no_statement_is_not_found() {
    let bank = TestBank::new().await;
    paid(&bank, -2_500, "Green Grocer", "").await;
    let mut ann = bank.signed_in(ANN).await;
    for rest in ["2026-11/exe", "2026-10/csv", "2027/csv", "11-2026/csv", "2026-11/pdf/", "2026-11/../csv"] {
        let file = format!("/accounts/{}/statements/{rest}", id(11));
        assert_eq!(ann.get(&file).await.status, StatusCode::NOT_FOUND, "{file}");
    }
    for page in ["2026-10", "2025", "x"] {
        let page = format!("/accounts/{}/statements/{page}", id(11));
        assert_eq!(ann.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn the_spreadsheet_holds_no_formula_and_its_numbers_are_numbers() {
    let bank = TestBank::new().await;
    paid(&bank, -2_500, "=HYPERLINK(\"http://evil.example\")", "@SUM(1+1)").await;
    paid(&bank, 1_250, "Bo, & friends", "-2+3").await;
    let mut ann = bank.signed_in(ANN).await;
    let file = ann.get(&format!("/accounts/{}/statements/2026-11/csv", id(11))).await;
    let rows: Vec<&str> = file.text.split("\r\n").collect();
    assert_eq!(rows[0], "\u{feff}Day,Who,Kind,Reference,Paid in,Paid out,Balance,Currency");
    assert_eq!(
        rows[1],
        "2026-11-22,\"'=HYPERLINK(\"\"http://evil.example\"\")\",Card payment,'@SUM(1+1),,25.00,975.00,GBP"
    );
    assert_eq!(rows[2], "2026-11-22,\"Bo, & friends\",Card payment,'-2+3,12.50,,987.50,GBP");
    assert_eq!(rows[3..], [""]);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
}

#[tokio::test]
async fn a_statement_says_what_there_was_and_what_there_is() {
    let bank = TestBank::new().await;
    paid(&bank, -2_500, "Green Grocer", "Apples").await;
    paid(&bank, 1_250, "Bo", "").await;
    let mut ann = bank.signed_in(ANN).await;
    let list = ann.get(&format!("/accounts/{}/statements", id(11))).await;
    assert!(list.text.contains("November 2026, so far"), "{}", list.text);
    let page = ann.get(&format!("/accounts/{}/statements/2026-11", id(11))).await;
    assert_eq!(page.status, StatusCode::OK);
    for said in ["Ann Miller", "£1,000.00", "£12.50", "£25.00", "£987.50", "Green Grocer", "Apples", "£975.00"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let nothing = ann.get(&format!("/accounts/{}/statements", id(13))).await;
    assert!(nothing.text.contains("There is no statement yet."), "{}", nothing.text);
}

#[tokio::test]
async fn what_was_earned_is_certified_to_who_earned_it() {
    let bank = TestBank::new().await;
    paid(&bank, 40_000, "Bo", "").await;
    let mut ann = bank.signed_in(ANN).await;
    let list = format!("/accounts/{}/statements", id(11));
    assert!(!ann.get(&list).await.text.contains("Interest, for your taxes"), "it never earned any");
    booked(&bank, HistoryKind::Interest, 1_234, ("Banyan", "Interest for October")).await;
    booked(&bank, HistoryKind::Interest, -34, ("Banyan", "Too much interest")).await;
    let list = ann.get(&list).await;
    for said in ["Interest, for your taxes", "6 April 2026 to 22 November 2026, so far"] {
        assert!(list.text.contains(said), "{said}: {}", list.text);
    }
    let page = format!("/accounts/{}/interest/2026", id(11));
    let read = ann.get(&page).await;
    for said in ["Ann Miller", "£12.00", "Tax taken off", "£1,412.00", "This year is not over."] {
        assert!(read.text.contains(said), "{said}: {}", read.text);
    }
    let file = ann.get(&format!("{page}/pdf")).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"interest-2026.pdf\"");
    for other in ["2025", "2027", "+2026", "all", "2026-11"] {
        let other = format!("/accounts/{}/interest/{other}", id(11));
        assert_eq!(ann.get(&other).await.status, StatusCode::NOT_FOUND, "{other}");
        assert_eq!(ann.get(&format!("{other}/pdf")).await.status, StatusCode::NOT_FOUND, "{other}");
    }
    assert_eq!(bank.signed_in(BO).await.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bank.signed_in(BO).await.get(&format!("{page}/pdf")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_year_begins_on_the_day_that_the_bank_has_set() {
    let bank = TestBank::with(&[("BANYAN_TAX_YEAR", "01-01")], |ports| ports).await;
    booked(&bank, HistoryKind::Interest, 1_234, ("Banyan", "Interest")).await;
    let mut ann = bank.signed_in(ANN).await;
    let read = ann.get(&format!("/accounts/{}/interest/2026", id(11))).await;
    assert!(read.text.contains("Interest from 1 January 2026 to 22 November 2026"), "{}", read.text);
}

#[tokio::test]
async fn a_pdf_that_cannot_be_made_here_is_told_with_what_to_do_instead() {
    let folder = std::env::temp_dir();
    let nowhere = folder.join("banyan-no-such-fonts");
    let setting = ("BANYAN_FONTS", nowhere.to_str().expect("a name in ASCII"));
    let bank = TestBank::with(&[setting], |ports| ports).await;
    paid(&bank, -2_500, "Green Grocer", "").await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/accounts/{}/statements/2026-11", id(11));
    let sent = ann.get(&format!("{page}/large-pdf")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.location(), format!("{page}?letters=none"));
    let told = ann.get(sent.location()).await;
    assert!(told.text.contains("We cannot make this PDF here") && told.text.contains("Green Grocer"), "{}", told.text);
    assert_eq!(ann.get(&format!("{page}/csv")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_payment_is_confirmed_to_who_made_it() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (draft, challenge) = ann.prepare_payment("20").await;
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    ann.post("/do/pay/approve", &fields).await;
    let file = format!("/payments/{draft}/pdf");
    let own = ann.get(&file).await;
    assert_eq!((own.status, own.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert_eq!(own.header("content-disposition"), "attachment; filename=\"confirmation.pdf\"");
    assert_eq!(bank.signed_in(BO).await.get(&file).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bank.browser().get(&file).await.location(), format!("/sign-in?next=%2Fpayments%2F{draft}"));
}
