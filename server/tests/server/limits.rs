//! One visitor cannot take what there is for all: forms have a size and a time, and a minute has so many of each.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::StatusCode,
};
use http_body_util::StreamBody;
use hyper::body::Frame;
use tokio::sync::mpsc;

use crate::{
    browser::Page,
    test_bank::{ANN, BO, TestBank},
};

fn assert_told(page: &Page, status: StatusCode, happened: &str) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.header("content-type").starts_with("text/html"), "{status}");
    assert!(page.text.contains("<h1>") && page.text.contains(happened), "{status}: {}", page.text);
    assert!(page.text.contains("no money has moved"), "{status}: {}", page.text);
    assert_eq!(page.header("cache-control"), "no-store", "{status}");
}

/// A form that arrives as `pieces` are sent, and ends when they do.
fn arriving(pieces: mpsc::Receiver<&'static str>) -> Body {
    let frames = futures::stream::unfold(pieces, async |mut pieces| {
        let piece = pieces.recv().await?;
        Some((Ok::<_, Infallible>(Frame::data(Bytes::from_static(piece.as_bytes()))), pieces))
    });
    Body::new(StreamBody::new(frames))
}

const OWN: [(&str, &str); 1] = [("origin", "http://localhost:3000")];

#[tokio::test]
async fn a_form_that_trickles_in_is_not_waited_for() {
    let bank = TestBank::with(&[("BANYAN_BODY_TIMEOUT_S", "1")], |ports| ports).await;
    let mut ann = bank.signed_in(ANN).await;
    let (piece, pieces) = mpsc::channel(1);
    tokio::spawn(async move {
        // Never silent for long, and never done.
        while piece.send("a").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let page = ann.send("POST", "/do/preferences", arriving(pieces), &OWN).await;
    assert_told(&page, StatusCode::REQUEST_TIMEOUT, "Only a part of it arrived.");

    let (piece, pieces) = mpsc::channel(2);
    for half in ["theme=", "dark"] {
        piece.send(half).await.expect("there is room");
    }
    drop(piece);
    let page = ann.send("POST", "/do/preferences", arriving(pieces), &OWN).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "one that comes in pieces is as good as another");
    assert!(ann.get("/you").await.text.contains("data-theme=\"dark\""));
}

#[tokio::test]
async fn a_form_has_a_size_whether_it_says_so_or_not() {
    let bank = TestBank::with(&[("BANYAN_BODY_LIMIT_BYTES", "100")], |ports| ports).await;
    let mut ann = bank.signed_in(ANN).await;
    let large = format!("theme={}", "a".repeat(100));
    let said = ann.send("POST", "/do/preferences", large, &OWN).await;
    assert_told(&said, StatusCode::PAYLOAD_TOO_LARGE, "incomplete");
    let (piece, pieces) = mpsc::channel(20);
    for _ in 0..20 {
        piece.send("theme=dark").await.expect("there is room");
    }
    let unsaid = ann.send("POST", "/do/preferences", arriving(pieces), &OWN).await;
    assert_told(&unsaid, StatusCode::PAYLOAD_TOO_LARGE, "incomplete");
    drop(piece);
}

#[tokio::test]
async fn an_address_has_so_many_requests_a_minute() {
    let bank = TestBank::with(&[("BANYAN_REQUESTS_PER_MINUTE", "3")], |ports| ports).await;
    let mut browser = bank.browser();
    for _ in 0..3 {
        assert_eq!(browser.get("/sign-in").await.status, StatusCode::OK);
    }
    let page = browser.get("/sign-in").await;
    assert_told(&page, StatusCode::TOO_MANY_REQUESTS, "A great deal came from you");
    assert_eq!((page.header("retry-after"), page.header("connection")), ("60", "close"));
    assert_eq!(browser.get("/pkg/plain.css").await.status, StatusCode::OK, "so that the page about it has its colours");
    let mut elsewhere = bank.browser();
    elsewhere.address = [192, 0, 2, 2].into();
    assert_eq!(elsewhere.get("/sign-in").await.status, StatusCode::OK);
    bank.clock.pass(60);
    assert_eq!(browser.get("/sign-in").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_person_has_so_many_changes_a_minute_wherever_they_are() {
    let bank = TestBank::with(&[("BANYAN_CHANGES_PER_MINUTE", "2")], |ports| ports).await;
    let (mut here, mut there, mut bo) =
        (bank.signed_in(ANN).await, bank.signed_in(ANN).await, bank.signed_in(BO).await);
    there.address = [192, 0, 2, 2].into();
    for ann in [&mut here, &mut there] {
        assert_eq!(ann.post("/do/preferences", &[("theme", "dark")]).await.status, StatusCode::SEE_OTHER);
    }
    for ann in [&mut here, &mut there] {
        let page = ann.post("/do/preferences", &[("theme", "light")]).await;
        assert_told(&page, StatusCode::TOO_MANY_REQUESTS, "A great deal came from you");
    }
    assert_eq!(bo.post("/do/preferences", &[("theme", "dark")]).await.status, StatusCode::SEE_OTHER);
    assert!(here.get("/you").await.text.contains("data-theme=\"dark\""), "reading goes on, and nothing was changed");

    let mut nobody = bank.browser();
    for status in [StatusCode::SEE_OTHER, StatusCode::SEE_OTHER, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(nobody.post("/do/preferences", &[("theme", "dark")]).await.status, status);
    }
}
