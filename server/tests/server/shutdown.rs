//! The end of the program: nobody new, and everybody who is there gets their answer.

use std::{sync::Arc, time::Duration};

use axum::{Router, http::StatusCode, routing::get};
use server::accept::{self, Limits};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
};

use crate::{
    stubs::Slow,
    test_bank::{ANN, TestBank},
};

const LIMITS: Limits = Limits {
    connections: 8,
    per_address: None,
    header_timeout: Duration::from_millis(300),
    write_timeout: Duration::from_secs(10),
    finish: Duration::from_secs(10),
};

/// Serves `router` on a port of its own.
async fn listen(
    router: Router,
    limits: Limits,
) -> (String, watch::Sender<bool>, tokio::task::JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let (stop, stopped) = watch::channel(false);
    let served = tokio::spawn(accept::serve(listener, router, limits, stopped));
    (address, stop, served)
}

#[tokio::test]
async fn a_payment_under_way_is_finished() {
    let begun = Arc::new(Notify::new());
    let told = begun.clone();
    let bank = TestBank::with(&[], |ports| {
        let ledger = Arc::new(Slow { ledger: ports.ledger.clone(), begun: told });
        store::Ports { ledger, ..ports }
    })
    .await;
    let mut browser = bank.signed_in(ANN).await;
    let (draft, challenge) = browser.prepare_payment("20").await;
    let (address, stop, served) = listen(bank.router.clone(), LIMITS).await;
    let body = format!("draft={draft}&challenge={challenge}&code={}", bank.code(ANN));
    let request = format!(
        "POST /do/pay/approve HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost:3000\r\ncookie: {}={}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        bank.cookie_name(),
        browser.cookies[bank.cookie_name()],
        body.len()
    );
    let mut stream = TcpStream::connect(&address).await.expect("it listens");
    stream.write_all(request.as_bytes()).await.expect("it reads");
    begun.notified().await;
    stop.send_replace(true);
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert!(answer.contains(&format!("location: /payments/{draft}")), "{answer}");
    served.await.expect("no panic").expect("it served");
    assert!(TcpStream::connect(&address).await.is_err(), "nobody new");
    assert_eq!(browser.get(&format!("/payments/{draft}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_sends_nothing_is_sent_away() {
    let bank = TestBank::new().await;
    let (address, stop, served) = listen(bank.router.clone(), Limits { connections: 1, ..LIMITS }).await;
    let mut silent = TcpStream::connect(&address).await.expect("it listens");
    silent.write_all(b"GET / HTTP/1.1\r\nhost: ").await.expect("it reads");
    // The only place is taken until the silent one is sent away.
    let answer = asked(&address, "/health/live").await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    stop.send_replace(true);
    served.await.expect("no panic").expect("it served");
}

/// What a visitor is answered who asks, and takes the answer.
async fn asked(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the system queues it");
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    let mut answer = String::new();
    let read = async {
        stream.write_all(request.as_bytes()).await?;
        stream.read_to_string(&mut answer).await
    };
    // One who is turned away is told nothing.
    drop(tokio::time::timeout(Duration::from_secs(5), read).await.expect("in time"));
    answer
}

#[tokio::test]
async fn whoever_takes_nothing_of_a_long_answer_is_sent_away() {
    // More than the system keeps for a connection.
    let long =
        Router::new().route("/long", get(|| async { vec![b' '; 32 << 20] })).route("/", get(|| async { "hello" }));
    let limits = Limits { connections: 1, write_timeout: Duration::from_millis(300), ..LIMITS };
    let (address, stop, served) = listen(long, limits).await;
    let mut idle = TcpStream::connect(&address).await.expect("it listens");
    idle.write_all(b"GET /long HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("it reads");
    assert!(asked(&address, "/").await.ends_with("hello"), "the only place is free again");
    let whole = asked(&address, "/long").await;
    assert!(whole.len() > 32 << 20, "whoever takes it gets all of it: {}", whole.len());
    drop(idle);
    stop.send_replace(true);
    served.await.expect("no panic").expect("it served");
}

#[tokio::test]
async fn one_address_has_so_many_connections_and_no_more() {
    let bank = TestBank::new().await;
    let patient = Duration::from_mins(1);
    let limits = Limits { per_address: Some(2), header_timeout: patient, ..LIMITS };
    let (address, stop, served) = listen(bank.router.clone(), limits).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(&address).await.expect("it listens");
        stream.write_all(b"GET / HTTP/1.1\r\nhost: ").await.expect("it reads");
        held.push(stream);
    }
    assert_eq!(asked(&address, "/health/live").await, "", "a third one is closed");
    drop(held.pop());
    let mut answer = String::new();
    for _ in 0..500 {
        answer = asked(&address, "/health/live").await;
        if !answer.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    drop(held);
    stop.send_replace(true);
    served.await.expect("no panic").expect("it served");
}
