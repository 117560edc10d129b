//! What a browser may do with an answer.

use axum::http::StatusCode;

use crate::test_bank::{ANN, PASSWORD, TestBank};

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
        assert!(policy.contains("; worker-src 'self'; "), "{path}: {policy}");
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
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
async fn the_nonce_is_new_each_time_and_every_script_has_it() {
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
    let plain = browser.get("/you").await.text;
    assert!(!plain.contains("/pkg/banyan.wasm"), "a page without islands loads no WebAssembly");
    assert_eq!(plain.matches("<script").count(), 2, "what keeps drafts, and what says that the session ends");
}

#[tokio::test]
async fn whether_it_lives_and_whether_it_can_serve() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    assert_eq!(browser.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(browser.get("/health/ready").await.text, "ready\n");
}

/// The policy to the letter: whoever loosens it has to do so here as well.
#[tokio::test]
async fn the_policy_is_what_was_decided() {
    let bank = TestBank::new().await;
    let page = bank.browser().get("/sign-in").await;
    let policy = page.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).map(|rest| rest[..32].to_owned()).expect("a nonce");
    assert!(nonce.bytes().all(|digit| digit.is_ascii_hexdigit()));
    assert_eq!(
        policy.replace(&nonce, "N"),
        "default-src 'none'; script-src 'self' 'nonce-N' 'wasm-unsafe-eval'; style-src 'self' 'nonce-N'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    );
    assert_eq!(
        page.header("permissions-policy"),
        "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(self), \
         geolocation=(), payment=()"
    );
}

#[tokio::test]
async fn every_cookie_is_the_hosts_own() {
    let bank = TestBank::with(TLS, |ports| ports).await;
    let mut browser = bank.browser();
    let half = browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    let whole = browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
    let chosen = browser.post("/do/preferences", &[("theme", "dark")]).await;
    let left = browser.post("/do/sign-out", &[]).await;
    let mut seen = 0;
    for page in [half, whole, chosen, left] {
        for cookie in page.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().expect("ASCII");
            let (pair, marks) = cookie.split_once("; ").expect("marks");
            assert!(pair.starts_with("__Host-"), "{cookie}");
            for mark in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
                assert!(marks.split("; ").any(|known| known == mark), "{mark}: {cookie}");
            }
            assert!(!marks.contains("Domain"), "{cookie}");
            seen += 1;
        }
    }
    assert!(seen >= 4, "the session begins, is renewed and ends, and how somebody reads is kept: {seen}");
}

#[tokio::test]
async fn no_other_origin_is_let_in() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for path in ["/", "/sign-in", "/pkg/plain.css", "/health/live"] {
        for origin in ["https://evil.example", "null", "http://localhost:3000"] {
            let page = ann.send("GET", path, "", &[("origin", origin)]).await;
            assert!(page.headers.keys().all(|name| !name.as_str().starts_with("access-control")), "{path} {origin}");
            let asked =
                ann.send("OPTIONS", path, "", &[("origin", origin), ("access-control-request-method", "POST")]).await;
            assert!(!asked.status.is_success(), "{path} {origin}: {}", asked.status);
            assert!(asked.headers.keys().all(|name| !name.as_str().starts_with("access-control")), "{path} {origin}");
        }
    }
}

#[tokio::test]
async fn every_answer_says_what_it_is() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/nothing", "text/html; charset=utf-8"),
        ("/health/live", "text/plain; charset=utf-8"),
        ("/pkg/plain.css", "text/css; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml; charset=utf-8"),
    ] {
        assert_eq!(ann.get(path).await.header("content-type"), kind, "{path}");
    }
}
