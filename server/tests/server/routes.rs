//! The list that the checks of every page and every action are made from.

use axum::http::StatusCode;
use server::router;

use crate::test_bank::{ANN, TestBank};

#[tokio::test]
async fn every_page_of_the_list_is_there() {
    // The gallery is a page as well, where it may be looked at; and what is sent, and what a designer saves, in the
    // demonstration.
    let settings = [("BANYAN_DESIGN", "true"), ("BANYAN_DEMO", "true"), ("BANYAN_DESIGN_FOLDER", "../layouts")];
    let bank = TestBank::with(&settings, |ports| ports).await;
    let mut browser = bank.signed_in(ANN).await;
    for path in router::pages() {
        // What stands for something that is there is found for each page by the checks that look at it.
        if !path.contains('{') {
            let status = browser.get(&path).await.status;
            assert!(status == StatusCode::OK || status == StatusCode::SEE_OTHER, "{path}: {status}");
        }
    }
}

#[tokio::test]
async fn every_action_of_the_list_is_taken() {
    let bank = TestBank::new().await;
    assert!(router::actions().contains(&"/do/pay/approve".to_owned()));
    for path in router::actions() {
        let status = bank.browser().post(&path, &[]).await.status;
        assert_ne!(status, StatusCode::NOT_FOUND, "{path}");
    }
}
