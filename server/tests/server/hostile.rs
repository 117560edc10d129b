//! What somebody sends who wants to break something: questions inside of answers, fields that are not asked for,
//! paths that lead out, messages with two ends.

use std::{fs, path::Path, time::Duration};

use axum::http::StatusCode;
use server::accept::{self, Limits};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::{
    browser::id,
    test_bank::{ANN, PASSWORD, TestBank},
};

/// Whatever has a meaning somewhere.
const MEANINGS: [&str; 14] = [
    "' or '1'='1",
    "'; drop table account; --",
    "\" or 1=1 --",
    "1); delete from session; --",
    "$1",
    "%' escape '\\",
    "{{7*7}}${7*7}<%= 7 %>",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "../../../../etc/passwd",
    "%00\u{0}\u{7f}",
    "\u{202e}txt.exe",
    "a\r\nset-cookie: x=y",
];

#[tokio::test]
async fn what_is_typed_is_never_a_question_to_the_database() {
    let settings = [("BANYAN_SIGN_INS_PER_MINUTE", "1000"), ("BANYAN_CHANGES_PER_MINUTE", "10000")];
    let bank = TestBank::with(&settings, |ports| ports).await;
    for odd in MEANINGS {
        let mut stranger = bank.browser();
        stranger.post("/do/sign-in", &[("username", odd), ("password", odd), ("next", odd)]).await;
        let page = stranger.post("/do/sign-in/code", &[("code", odd)]).await;
        assert!(page.location().starts_with("/sign-in"), "{odd}: {}", page.location());
        let mut ann = bank.signed_in(ANN).await;
        let start = ann.post("/do/pay/start", &[("from", odd), ("kind", odd)]).await.location().to_owned();
        let draft = start.split('/').nth(2).expect("a draft").to_owned();
        for (path, fields) in [
            ("/do/pay/amount", [("draft", draft.as_str()), ("from", odd), ("amount", odd)].as_slice()),
            (
                "/do/pay/payee",
                &[("draft", &draft), ("kind", "other"), ("name", odd), ("number", odd), ("reference", odd)],
            ),
            ("/do/pay/approve", &[("draft", &draft), ("challenge", odd), ("code", odd)]),
            ("/do/pay/delete", &[("draft", odd)]),
            ("/do/sessions/end", &[("key", odd)]),
            ("/do/preferences", &[("language", odd), ("text", odd), ("theme", odd), ("back", odd)]),
        ] {
            let page = ann.post(path, fields).await;
            assert!(
                page.status == StatusCode::SEE_OTHER || page.status == StatusCode::NOT_FOUND,
                "{path} {odd}: {}",
                page.status
            );
            assert!(page.headers.keys().all(|name| name != "x"), "{path} {odd}");
            assert!(!page.headers.get_all("set-cookie").iter().any(|cookie| cookie == "x=y"), "{path} {odd}");
        }
        let query =
            serde_urlencoded::to_string([("text", odd), ("min", odd), ("from", odd), ("older", odd), ("kind", odd)])
                .expect("a query");
        for path in [start, format!("/pay/{draft}/payee"), format!("/accounts/{}?{query}", id(11)), "/you".to_owned()] {
            let page = ann.get(&path).await;
            assert!(matches!(page.status.as_u16(), 200 | 303), "{path} {odd}: {}", page.status);
            assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "{path}: {odd}");
        }
    }
    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get("/accounts").await.text.contains("£1,000.00"), "everything is as it was");
}

#[tokio::test]
async fn a_field_too_many_changes_nothing() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (draft, challenge) = ann.prepare_payment("20").await;
    let code = bank.code(ANN);
    let number = model::AccountNumber::from_serial(12).expect("a number").to_string();
    let fields = [
        ("draft", draft.as_str()),
        ("challenge", &challenge),
        ("code", &code),
        ("amount", "900"),
        ("owner", "0000000000002"),
        ("customer", "0000000000002"),
        ("number", &number),
        ("form[amount]", "900"),
        ("role", "administrator"),
    ];
    let paid = ann.post("/do/pay/approve", &fields).await;
    if paid.status == StatusCode::SEE_OTHER {
        assert!(ann.get(paid.location()).await.text.contains("£20.00"));
    }
    let left = ann.get("/accounts").await.text;
    assert!(!left.contains("£100.00"), "what was not asked for is not paid: {left}");
    let fields = [("theme", "dark"), ("customer", "0000000000002"), ("status", "active"), ("name", "Somebody")];
    ann.post("/do/preferences", &fields).await;
    assert!(ann.get("/you").await.text.contains("Ann Miller"), "who she is, is not hers to say");
}

#[tokio::test]
async fn a_field_said_twice_is_not_taken() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let start = ann.post("/do/pay/start", &[("from", &id(11))]).await.location().to_owned();
    let draft = start.split('/').nth(2).expect("a draft").to_owned();
    let fields = [("draft", draft.as_str()), ("from", &id(11)), ("amount", "1"), ("amount", "900")];
    let page = ann.post("/do/pay/amount", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.location());
    assert!(!ann.get(&start).await.text.contains("value=\"900\""), "nothing of it is kept");
}

#[tokio::test]
async fn a_visitor_cannot_say_where_they_are() {
    let limit = ("BANYAN_SIGN_INS_PER_MINUTE", "1");
    let bank = TestBank::with(&[limit], |ports| ports).await;
    let mut browser = bank.browser();
    for (nth, status) in [(0, StatusCode::SEE_OTHER), (1, StatusCode::TOO_MANY_REQUESTS)] {
        let claimed = format!("198.51.100.{nth}");
        browser.headers = ["x-forwarded-for", "x-real-ip", "forwarded"].map(|name| (name, claimed.clone())).to_vec();
        assert_eq!(browser.post("/do/sign-in", &[]).await.status, status, "without a proxy nobody is believed");
    }
    let bank = TestBank::with(&[limit, ("BANYAN_BEHIND_PROXY", "true")], |ports| ports).await;
    for (nth, status) in [(0, StatusCode::SEE_OTHER), (1, StatusCode::TOO_MANY_REQUESTS)] {
        let mut browser = bank.browser();
        browser.headers.push(("x-forwarded-for", format!("198.51.100.{nth}, 203.0.113.9")));
        assert_eq!(browser.post("/do/sign-in", &[]).await.status, status, "what the proxy wrote last counts");
    }
    let mut other = bank.browser();
    other.headers.push(("x-forwarded-for", "203.0.113.9, 203.0.113.10".to_owned()));
    assert_eq!(other.post("/do/sign-in", &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn no_path_leads_out_of_the_site() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    for path in [
        "/pkg/../bank.db",
        "/pkg/..%2fbank.db",
        "/pkg/%2e%2e/bank.db",
        "/pkg/..%5cbank.db",
        "/pkg//etc/passwd",
        "/pkg/%2fetc%2fpasswd",
        "/pkg/....//bank.db",
        "/pkg/plain.css%00.html",
        "/../bank.db",
        "//etc/passwd",
        "/favicon.svg/../bank.db",
    ] {
        let page = browser.get(path).await;
        assert!(page.status.is_client_error() || page.status.is_redirection(), "{path}: {}", page.status);
        assert!(!page.text.contains("SQLite format") && !page.text.contains("root:"), "{path}");
    }
}

#[tokio::test]
async fn nothing_of_the_machine_is_told() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for path in [
        "/.git/config",
        "/.env",
        "/Cargo.toml",
        "/metrics",
        "/pkg",
        "/pkg/",
        "/debug",
        "/banyan.toml",
        "/server-status",
    ] {
        let page = ann.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        for name in ["server", "x-powered-by", "via"] {
            assert_eq!(page.header(name), "", "{path}");
        }
        for inside in ["axum", "leptos", "sqlx", "panicked", ".rs", "/tmp"] {
            assert!(!page.text.contains(inside), "{path}: {inside}");
        }
    }
}

/// What comes back for bytes on the wire.
async fn answered(bank: &TestBank, bytes: &str) -> String {
    let second = Duration::from_secs(1);
    let limits =
        Limits { connections: 4, per_address: None, header_timeout: second, write_timeout: second, finish: second };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = watch::channel(false);
    let served = tokio::spawn(accept::serve(listener, bank.router.clone(), limits, stopped));
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    stream.write_all(bytes.as_bytes()).await.expect("it reads");
    let mut answer = String::new();
    // Whoever sends nonsense may be told nothing.
    drop(tokio::time::timeout(second * 5, stream.read_to_string(&mut answer)).await);
    stop.send_replace(true);
    served.await.expect("no panic").expect("it served");
    answer
}

#[tokio::test]
async fn a_message_has_one_end() {
    let bank = TestBank::new().await;
    let head = "POST /do/preferences HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost:3000\r\n\
                content-type: application/x-www-form-urlencoded\r\n";
    let hidden = "GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n";
    for lengths in [
        "content-length: 10\r\ncontent-length: 12\r\n",
        "content-length: 10, 12\r\n",
        "content-length: -1\r\n",
        "content-length: +10\r\n",
        "content-length: 0x0a\r\n",
        "transfer-encoding: chunked, identity\r\n",
        "transfer-encoding: xchunked\r\n",
        "transfer-encoding : chunked\r\n",
    ] {
        let answer = answered(&bank, &format!("{head}{lengths}\r\ntheme=dark{hidden}")).await;
        assert!(!answer.contains("live\n"), "{lengths}: the hidden request was answered: {answer}");
        assert!(!answer.starts_with("HTTP/1.1 2") && !answer.starts_with("HTTP/1.1 3"), "{lengths}: {answer}");
    }
    // Where both are there, the chunks count, and what is behind the last one is the next request, not a part of this.
    let both = format!("{head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{hidden}");
    let answer = answered(&bank, &both).await;
    assert!(!answer.starts_with("HTTP/1.1 303") || answer.matches("HTTP/1.1").count() <= 2, "{answer}");
    let bare = answered(&bank, "GET /sign-in HTTP/1.1\nhost: localhost\n x: folded\n\n").await;
    assert!(!bare.contains("HTTP/1.1 200"), "{bare}");
}

/// Every Rust source of the program, without its tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut folders: Vec<_> =
        ["app/src", "server/src", "frontend/src", "crates"].map(|folder| root.join(folder)).to_vec();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the source").flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs" || end == "js") {
                found.push((path.display().to_string(), fs::read_to_string(&path).expect("a source")));
            }
        }
    }
    assert!(found.len() > 100, "the source is there");
    found
}

fn nowhere(words: &[&str]) {
    for (path, text) in sources() {
        for word in words {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn the_server_starts_no_program() {
    nowhere(&["process::Command", "Command::new(\"", "libc::exec"]);
}

#[test]
fn the_server_calls_nobody_but_the_other_banks_and_the_checker_it_is_told_of() {
    nowhere(&["reqwest", "hyper::client", "ureq", "lookup_host", "UdpSocket"]);
    let calling = sources().into_iter().filter(|(_, text)| text.contains("TcpStream::connect"));
    let mut calling: Vec<_> = calling.map(|(path, _)| path).collect();
    calling.sort();
    let told_of = ["server/src/jobs/checks.rs", "server/src/other_banks/http.rs"];
    assert!(
        calling.len() == told_of.len() && calling.iter().zip(told_of).all(|(path, told)| path.ends_with(told)),
        "{calling:?}"
    );
}

#[test]
fn the_browser_is_given_nothing_to_keep() {
    nowhere(&[
        "localStorage",
        "local_storage",
        "sessionStorage",
        "session_storage",
        "indexedDB",
        "document.cookie",
        "eval(",
    ]);
}

#[tokio::test]
async fn a_stranger_at_the_wrong_speed_is_no_reason_to_fall_over() {
    let bank = TestBank::new().await;
    let answer = answered(&bank, "GET /sign-in HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let long = format!("GET /{} HTTP/1.1\r\nhost: localhost\r\n\r\n", "a".repeat(200_000));
    assert!(!answered(&bank, &long).await.starts_with("HTTP/1.1 2"));
    let many = format!("GET / HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "x: y\r\n".repeat(5_000));
    assert!(!answered(&bank, &many).await.starts_with("HTTP/1.1 2"));
    let mut ann = bank.browser();
    ann.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    assert_eq!(ann.get("/sign-in/code").await.status, StatusCode::OK, "it goes on");
}
