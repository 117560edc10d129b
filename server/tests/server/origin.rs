//! Nothing is changed from anywhere but a page of the bank.

use axum::http::StatusCode;

use crate::test_bank::{ANN, TestBank};

/// Every action there is. One that is missing here is found by [`every_action_is_listed`].
const ACTIONS: [&str; 11] = [
    "/do/pay/amount",
    "/do/pay/approve",
    "/do/pay/delete",
    "/do/pay/payee",
    "/do/pay/start",
    "/do/preferences",
    "/do/sessions/end",
    "/do/sessions/end-others",
    "/do/sign-in",
    "/do/sign-in/code",
    "/do/sign-out",
];

#[tokio::test]
async fn every_action_is_refused_from_elsewhere() {
    let bank = TestBank::with(&[("BANYAN_PUBLIC_URL", "https://bank.example")], |ports| ports).await;
    let mut browser = bank.signed_in(ANN).await;
    let foreign: [&[(&str, &str)]; 9] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[("origin", "http://bank.example")],
        &[("origin", "https://www.bank.example")],
        &[("origin", "https://bank.example:8443")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://bank.example"), ("sec-fetch-site", "cross-site")],
    ];
    for action in ACTIONS {
        for headers in foreign {
            let page = browser.send("POST", action, String::new(), headers).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{action} {headers:?}");
            assert!(page.text.contains("no money has moved"), "{action}");
        }
    }
    assert_eq!(browser.get("/you").await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn from_a_page_of_the_bank_it_is_taken() {
    let bank = TestBank::with(&[("BANYAN_PUBLIC_URL", "https://bank.example")], |ports| ports).await;
    let mut browser = bank.signed_in(ANN).await;
    let own: [&[(&str, &str)]; 3] = [
        &[("origin", "https://bank.example")],
        &[("sec-fetch-site", "same-origin")],
        &[("origin", "https://bank.example"), ("sec-fetch-site", "same-origin")],
    ];
    for headers in own {
        let page = browser.send("POST", "/do/preferences", "theme=dark".to_owned(), headers).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{headers:?}");
    }
}

#[tokio::test]
async fn nothing_is_changed_by_going_to_an_address() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    for action in ACTIONS {
        assert_eq!(browser.get(action).await.status, StatusCode::METHOD_NOT_ALLOWED, "{action}");
    }
    assert_eq!(browser.get("/you").await.status, StatusCode::OK);
}

#[test]
fn every_action_is_listed() {
    let mut known: Vec<String> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    known.sort();
    assert_eq!(known, ACTIONS);
}
