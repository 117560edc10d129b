//! The simulator of other banks over HTTP: `/payments` takes a `pain.001`, `/messages` gives what it has to say, `/names`
//! tells whose an account is. What it knows is gone when it stops.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    routing::{get, post},
};
use bank::{Clock, payments::NameCheck};
use interbank::{Heard, OtherSide};
use serde::Serialize;

use super::{NameQuestion, Said};

/// How many messages it says together.
const AT_ONCE: usize = 100;

#[derive(Clone)]
struct Shared {
    side: Arc<Mutex<OtherSide>>,
    clock: Arc<dyn Clock>,
}

impl Shared {
    fn side(&self) -> MutexGuard<'_, OtherSide> {
        self.side.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The simulator, with nothing known to it.
pub fn router(clock: Arc<dyn Clock>) -> Router {
    Router::new()
        .route("/payments", post(payment))
        .route("/messages", get(messages))
        .route("/messages/{number}/taken", post(taken))
        .route("/names", post(name))
        .with_state(Shared { side: Arc::default(), clock })
}

async fn payment(State(shared): State<Shared>, initiation: Bytes) -> StatusCode {
    match shared.side().tell(&initiation, shared.clock.now()) {
        Ok(Heard::All) => StatusCode::ACCEPTED,
        Ok(Heard::Nothing) => StatusCode::GATEWAY_TIMEOUT,
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

async fn messages(State(shared): State<Shared>) -> String {
    let side = shared.side();
    let said = side.says(shared.clock.now()).take(AT_ONCE);
    let said =
        said.map(|message| Said { number: message.number, body: String::from_utf8_lossy(&message.body).into_owned() });
    json(&said.collect::<Vec<_>>())
}

async fn taken(State(shared): State<Shared>, Path(number): Path<u64>) -> StatusCode {
    shared.side().taken(number);
    StatusCode::NO_CONTENT
}

async fn name(question: Bytes) -> Result<String, StatusCode> {
    let NameQuestion { iban, name } = serde_json::from_slice(&question).map_err(|_| StatusCode::BAD_REQUEST)?;
    match OtherSide::name(iban, &name) {
        NameCheck::Unavailable => Err(StatusCode::SERVICE_UNAVAILABLE),
        said => Ok(json(&said)),
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and numbers can always be written as JSON")
}
