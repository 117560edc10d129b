//! What a browser may do with an answer.

use axum::http::StatusCode;

use crate::test_bank::{ANN, TestBank};

const TLS: &[(&str, &str)] = &[("BANYAN_PUBLIC_URL", "https://bank.example")];

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    for path in ["/sign-in", "/", "/nothing", "/pkg/banyan.0a1b2c.css", "/health/live"] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{path}: {policy}");
        assert!(policy.ends_with("base-uri 'none'; object-src 'none'; frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(page.header(name), value, "{path}");
        }
        assert!(page.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(page.header("strict-transport-security"), "", "not over plain HTTP: {path}");
    }
}

#[tokio::test]
async fn over_tls_browsers_stay_there() {
    let bank = TestBank::with(TLS, |ports| ports).await;
    let page = bank.browser().get("/sign-in").await;
    assert_eq!(page.header("strict-transport-security"), "max-age=63072000; includeSubDomains; preload");
}

#[tokio::test]
async fn no_page_is_kept_and_hashed_files_are_kept_for_ever() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    for path in ["/", "/you", "/nothing", "/health/ready"] {
        assert_eq!(browser.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    let hashed = browser.get("/pkg/banyan.0a1b2c.css").await;
    assert_eq!(hashed.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(hashed.header("set-cookie"), "");
    assert_eq!(browser.get("/pkg/plain.css").await.header("cache-control"), "no-cache");
    assert_eq!(browser.get("/favicon.svg").await.header("cache-control"), "public, max-age=3600");
    assert_eq!(browser.get("/pkg/../bank.db").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/pkg/missing.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_nonce_is_new_each_time_and_the_only_inline_script_has_it() {
    let bank = TestBank::new().await;
    let mut browser = bank.signed_in(ANN).await;
    let start = browser.post("/do/pay/start", &[]).await;
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let page = browser.get(start.location()).await;
        let policy = page.header("content-security-policy").to_owned();
        let nonce =
            policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce").to_owned();
        for script in page.text.split("<script").skip(1) {
            assert!(script.split('>').next().expect("a tag").contains(&nonce), "{script}");
        }
        assert!(!page.text.contains(" style=\""), "the nonce does not cover style attributes");
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
    assert!(!browser.get("/you").await.text.contains("<script"), "a page without islands has no script");
}

#[tokio::test]
async fn whether_it_lives_and_whether_it_can_serve() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    assert_eq!(browser.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(browser.get("/health/ready").await.text, "ready\n");
}
