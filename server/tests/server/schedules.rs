//! A payment is planned, made on its day, and seen by whoever planned it; and stopped by nobody else.

use axum::http::StatusCode;
use bank::schedules;

use crate::{
    browser::id,
    test_bank::{ANN, BO, TestBank},
};

const DAY_S: i64 = 86_400;

/// What the program does by itself.
async fn carry_out(bank: &TestBank) {
    let now = bank.bank.clock.now();
    for schedule in bank.bank.schedules.due(bank.bank.calendar.day(now), now, 100).await.expect("an answer") {
        schedules::carry_out(&bank.bank, schedule).await.expect("the database is there");
    }
}

/// How many standing orders stand in the newest lines of Ann's account.
async fn paid(bank: &TestBank) -> usize {
    let page = bank.signed_in(ANN).await.get(&format!("/accounts/{}?kind=standing-order", id(11))).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text.matches("/transactions/").count()
}

#[tokio::test]
async fn what_is_planned_is_paid_on_its_day_and_not_after_it_was_stopped() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let schedule = ann.plan(&bank.code(ANN)).await;
    let page = format!("/pay/scheduled/{schedule}");
    assert!(ann.get("/pay/scheduled").await.text.contains("24 December 2026"));
    // Its draft has become this.
    assert_eq!(ann.get(&format!("/pay/{schedule}/approve")).await.location(), page);

    carry_out(&bank).await;
    assert_eq!(paid(&bank).await, 0);
    bank.clock.pass(40 * DAY_S);
    carry_out(&bank).await;
    carry_out(&bank).await;
    assert_eq!(paid(&bank).await, 1);

    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get(&page).await.text.contains("24 January 2027"));
    let mut bo = bank.signed_in(BO).await;
    let stop = [("schedule", schedule.as_str()), ("change", "stop")];
    assert_eq!(bo.post("/do/pay/scheduled", &stop).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ann.post("/do/pay/scheduled", &stop).await.location(), page);
    assert!(ann.get(&page).await.text.contains("Ended"));
    bank.clock.pass(40 * DAY_S);
    carry_out(&bank).await;
    assert_eq!(paid(&bank).await, 1);
}

#[tokio::test]
async fn a_day_that_cannot_be_is_asked_for_again_with_what_was_typed() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (draft, _) = ann.prepare_payment("5").await;
    let page = format!("/pay/{draft}/when");
    for (day, last, sentence) in [
        ("", "", "Choose a day."),
        ("2020-01-01", "", "Choose a day after today."),
        ("2036-01-01", "", "Choose a day within the next two years."),
        ("2026-12-24", "2026-12-01", "The last day must not be before the first."),
    ] {
        let fields = [("draft", draft.as_str()), ("every", "week"), ("day", day), ("last", last)];
        assert_eq!(ann.post("/do/pay/when", &fields).await.location(), page);
        let shown = ann.get(&page).await;
        assert!(shown.text.contains(sentence) && shown.text.contains(&format!("value=\"{day}\"")), "{day} {last}");
    }
}
