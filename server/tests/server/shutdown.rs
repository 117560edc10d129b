//! The end of the program: nobody new, and everybody who is there gets their answer.

use std::{sync::Arc, time::Duration};

use axum::http::StatusCode;
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

const LIMITS: Limits =
    Limits { connections: 8, header_timeout: Duration::from_millis(300), finish: Duration::from_secs(10) };

/// The server of `bank`, on a port of its own.
async fn listen(
    bank: &TestBank,
    limits: Limits,
) -> (String, watch::Sender<bool>, tokio::task::JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let (stop, stopped) = watch::channel(false);
    let served = tokio::spawn(accept::serve(listener, bank.router.clone(), limits, stopped));
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
    let (address, stop, served) = listen(&bank, LIMITS).await;
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
    let (address, stop, served) = listen(&bank, Limits { connections: 1, ..LIMITS }).await;
    let mut silent = TcpStream::connect(&address).await.expect("it listens");
    silent.write_all(b"GET / HTTP/1.1\r\nhost: ").await.expect("it reads");
    // The only place is taken until the silent one is sent away.
    let mut patient = TcpStream::connect(&address).await.expect("the system queues it");
    let request = b"GET /health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    patient.write_all(request).await.expect("it reads");
    let mut answer = String::new();
    let read = tokio::time::timeout(Duration::from_secs(5), patient.read_to_string(&mut answer)).await;
    read.expect("in time").expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    stop.send_replace(true);
    served.await.expect("no panic").expect("it served");
}
