//! How somebody reads, before and after signing in.

use axum::http::StatusCode;
use model::CustomerId;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, PASSWORD, TestBank},
};

#[tokio::test]
async fn the_browsers_language_is_spoken_until_somebody_chooses() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    browser.headers.push(("accept-language", "zh-CN,zh;q=0.9".to_owned()));
    let page = browser.get("/sign-in").await;
    assert!(page.text.contains("<html lang=\"zh-Hans\" data-text=\"standard\""), "{}", page.text);
    let chosen = browser.post("/do/preferences", &[("language", "en"), ("back", "/sign-in")]).await;
    assert_eq!((chosen.status, chosen.location()), (StatusCode::SEE_OTHER, "/sign-in"));
    let chosen = browser.post("/do/preferences", &[("text", "large"), ("back", "//evil.example")]).await;
    assert_eq!(chosen.location(), "/");
    assert!(browser.get("/sign-in").await.text.contains("<html lang=\"en-GB\" data-text=\"large\""));
    assert!(!browser.cookies.contains_key(bank.cookie_name()), "choosing needs no session");
}

#[tokio::test]
async fn the_account_remembers_for_every_browser() {
    let bank = TestBank::new().await;
    assert!(bank.signed_in(BO).await.get("/you").await.text.contains("lang=\"zh-Hans\""));
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/preferences", &[("language", "zh"), ("theme", "dark")]).await;
    let elsewhere = bank.signed_in(ANN).await.get("/you").await;
    assert!(
        elsewhere
            .text
            .contains("<html lang=\"zh-Hans\" data-text=\"standard\" data-theme=\"dark\" data-contrast=\"device\"")
    );
    let odd = ann.post("/do/preferences", &[("theme", "pink")]).await;
    assert_eq!(odd.location(), "/you/preferences");
    assert!(ann.get("/you/preferences").await.text.contains("请选择页面上给出的选项"));
}

#[tokio::test]
async fn what_is_chosen_before_signing_in_is_not_lost_by_it_and_holds_for_whoever_chose_it() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    browser.post("/do/preferences", &[("text", "large"), ("back", "/sign-in")]).await;
    sign_in(&bank, &mut browser, ("ann", ANN)).await;
    assert!(browser.get("/you").await.text.contains("<html lang=\"en-GB\" data-text=\"large\""));
    assert!(bank.signed_in(ANN).await.get("/you").await.text.contains("data-text=\"large\""), "everywhere from now on");
    // The next one at the same browser reads as they always do.
    browser.post("/do/sign-out", &[]).await;
    assert!(browser.get("/sign-in").await.text.contains("data-text=\"large\""));
    sign_in(&bank, &mut browser, ("bo", BO)).await;
    assert!(browser.get("/you").await.text.contains("<html lang=\"zh-Hans\" data-text=\"standard\""));
}

async fn sign_in(bank: &TestBank, browser: &mut Browser, (username, who): (&str, CustomerId)) {
    browser.post("/do/sign-in", &[("username", username), ("password", PASSWORD)]).await;
    assert_eq!(browser.post("/do/sign-in/code", &[("code", &bank.code(who))]).await.location(), "/");
}
