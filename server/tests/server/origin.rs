//! Nothing is changed from anywhere but a page of the bank.

use axum::http::StatusCode;

use crate::{
    figures,
    matrix::actions,
    test_bank::{ANN, TestBank},
};

#[tokio::test]
async fn every_action_is_refused_from_elsewhere() {
    let bank = TestBank::with(&[("BANYAN_PUBLIC_URL", "https://bank.example")], |ports| ports).await;
    let mut browser = bank.signed_in(ANN).await;
    let foreign: [&[(&str, &str)]; 12] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[("origin", "http://bank.example")],
        &[("origin", "https://www.bank.example")],
        &[("origin", "https://bank.example:8443")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://bank.example"), ("sec-fetch-site", "cross-site")],
        &[("origin", "https://bank.example"), ("origin", "https://bank.example")],
        &[("origin", "https://bank.example.evil.example")],
        &[("origin", "HTTPS://BANK.EXAMPLE")],
    ];
    let mut accepted = Vec::new();
    for action in actions() {
        for headers in foreign {
            let page = browser.send("POST", action, String::new(), headers).await;
            if page.status != StatusCode::FORBIDDEN {
                accepted.push(format!("{action} {headers:?}: {}", page.status));
            }
            assert!(page.text.contains("no money has moved"), "{action}");
        }
    }
    figures::at_most("access.origin_accepted", accepted.len(), 0);
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
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
