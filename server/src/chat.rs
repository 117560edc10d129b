//! Telling a page at once that something was said in its conversation (Server-Sent Events, HTML standard section 9.2).
//!
//! An event says how much was said, and nothing of what: the page asks for that itself, where it may. Whichever server
//! somebody is connected to, what another has written is found by looking for what changed, twenty times a second and once
//! for everybody who listens here: both databases can do that alike, and where nobody listens nobody looks
//! ([ADR 31](../../docs/adr/0031-conversations.md)).

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use app::{
    context::Visit,
    pages::help::chat::{self, STREAM},
};
use axum::{
    Extension, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use bank::{Clock, Error, conversations, ports::Conversations, staff::Duty};
use futures::{StreamExt, stream};
use model::{ConversationId, ErrorCode};
use serde::Deserialize;
use tokio::{
    sync::broadcast::{Receiver, Sender, channel, error::RecvError},
    time::{Instant, sleep, timeout_at},
};

use crate::state::State as Shared;

/// The conversation that somebody of the bank looks at.
pub const STAFF_STREAM: &str = "/staff/desk/{id}/stream";

/// How often it is looked for what changed.
const PERIOD: Duration = Duration::from_millis(50);
/// How far back, in seconds: the clocks of two servers differ.
const BACK_S: i64 = 10;
/// How long one connection lasts at least, and by how much longer at most: a thousand that began together do not end
/// together. The browser comes back by itself and says what it heard last; whether it may still
/// listen is asked anew, and a server that ends need not wait for anybody.
const LASTS: Duration = Duration::from_secs(20);
const LONGER_MS: u64 = 10_000;
/// How soon the browser comes back where a line ended as it was to: what is said meanwhile waits as long.
const AGAIN: Duration = Duration::from_millis(50);
/// And where it broke: whatever breaks it is not to be asked twenty times a second.
const AFTER_A_BREAK: Duration = Duration::from_secs(3);
/// How long nothing is looked up after the database did not answer.
const AFTER_NO_ANSWER: Duration = Duration::from_secs(1);
/// How often a quiet line shows that it is there.
const QUIET: Duration = Duration::from_secs(10);
/// How many changes somebody may be behind before they look by themselves.
const BEHIND: usize = 1_024;

/// What keeps a stream out of memories on its way.
pub const UNKEPT: [(&str, &str); 2] = [("cache-control", "no-store"), ("x-accel-buffering", "no")];

/// The streams of both sides.
pub fn routes() -> Router<Shared> {
    Router::new().route(STREAM, get(of_owner)).route(STAFF_STREAM, get(of_staff))
}

/// Tells who listens in this server what changed, in whichever it was.
#[derive(Clone)]
pub struct Changes {
    port: Arc<dyn Conversations>,
    clock: Arc<dyn Clock>,
    changed: Sender<(ConversationId, i64)>,
    looking: Arc<AtomicBool>,
}

impl Changes {
    /// What changes in `port`.
    #[must_use]
    pub fn new(port: Arc<dyn Conversations>, clock: Arc<dyn Clock>) -> Self {
        Self { port, clock, changed: channel(BEHIND).0, looking: Arc::default() }
    }

    /// Everything that changes from now on.
    fn listen(&self) -> Receiver<(ConversationId, i64)> {
        let listening = self.changed.subscribe();
        if !self.looking.swap(true, Ordering::SeqCst) {
            tokio::spawn(self.clone().look());
        }
        listening
    }

    /// Looks for what changed for as long as anybody listens.
    async fn look(self) {
        let mut known = HashMap::new();
        loop {
            sleep(PERIOD).await;
            if self.changed.receiver_count() == 0 {
                self.looking.store(false, Ordering::SeqCst);
                // Somebody may have come at this moment, and have seen that it is looked.
                if self.changed.receiver_count() == 0 || self.looking.swap(true, Ordering::SeqCst) {
                    return;
                }
            }
            match self.port.changed(self.clock.now().plus_seconds(-BACK_S)).await {
                Ok(found) => {
                    for (id, version) in &found {
                        if known.get(id) != Some(version) {
                            // Nobody may be left to hear it.
                            let _ = self.changed.send((*id, *version));
                        }
                    }
                    known = found.into_iter().collect();
                }
                Err(error) => {
                    tracing::warn!(%error, "what changed in conversations was not looked up");
                    sleep(AFTER_NO_ANSWER).await;
                }
            }
        }
    }
}

/// What the address of a stream says.
#[derive(Deserialize)]
#[serde(default)]
struct Asked {
    /// How much the page shows; a browser that comes back says so itself.
    seen: i64,
    /// Which conversation it shows.
    of: String,
}

impl Default for Asked {
    fn default() -> Self {
        Self { seen: i64::MAX, of: String::new() }
    }
}

async fn of_owner(
    State(shared): State<Shared>,
    Extension(visit): Extension<Visit>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let Some(bank) = visit.bank.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let (whose, changes) = (chat::whose_in(&visit), shared.changes.listen());
    let id = match conversations::current(&bank, whose).await {
        Ok(Some(current)) => current.head.id,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return refused(&error),
    };
    // A page that shows another conversation has seen nothing of this one.
    let is_other = !asked.of.is_empty() && asked.of != id.to_string();
    let seen = if is_other { 0 } else { seen(&asked, &headers) };
    let version = move || {
        let bank = bank.clone();
        async move { conversations::of(&bank, whose, id).await.map(|now| now.head.version) }
    };
    told(id, seen, changes, version).await
}

async fn of_staff(
    State(shared): State<Shared>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let Some(member) = visit.session.staff().filter(|member| member.role.may(Duty::Tickets)).map(|member| member.id)
    else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let (Ok(id), Some(bank)) = (id.parse::<ConversationId>(), visit.bank.clone()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let changes = shared.changes.listen();
    let version = move || {
        let bank = bank.clone();
        async move {
            let look = conversations::looking(&bank, member, id).await?;
            look.map(|look| look.conversation.head.version).ok_or_else(|| ErrorCode::LookOver.into())
        }
    };
    told(id, seen(&asked, &headers), changes, version).await
}

/// How much somebody has heard: what their browser says that comes back, or else what their page shows.
fn seen(asked: &Asked, headers: &HeaderMap) -> i64 {
    let last = headers.get("last-event-id").and_then(|last| last.to_str().ok()).and_then(|last| last.parse().ok());
    last.unwrap_or(asked.seen)
}

fn refused(error: &Error) -> Response {
    app::outcome::log(error);
    app::outcome::status_of(error).unwrap_or(StatusCode::NOT_FOUND).into_response()
}

/// A stream of how much was said, from what is now on. `version` looks it up, where the visitor may know.
async fn told<F, V>(id: ConversationId, seen: i64, changes: Receiver<(ConversationId, i64)>, version: V) -> Response
where
    F: Future<Output = Result<i64, Error>> + Send + 'static,
    V: Fn() -> F + Send + Sync + 'static,
{
    // Looked up after it is listened: what is said in between is heard.
    let now = match version().await {
        Ok(now) => now,
        Err(error) => return refused(&error),
    };
    let ends = Instant::now() + LASTS + Duration::from_millis(id.value().unsigned_abs() % LONGER_MS);
    let state = (changes, seen, (now > seen).then_some(now), version);
    let events = stream::unfold(state, move |(mut changes, mut seen, mut next, version)| async move {
        loop {
            if let Some(now) = next.take().filter(|now| *now > seen) {
                seen = now;
                let event = Event::default().id(now.to_string()).data(now.to_string());
                return Some((Ok::<_, Infallible>(event), (changes, seen, None, version)));
            }
            next = match timeout_at(ends, changes.recv()).await {
                Ok(Ok((other, now))) => (other == id).then_some(now),
                Ok(Err(RecvError::Lagged(_))) => version().await.ok(),
                Ok(Err(RecvError::Closed)) | Err(_) => return None,
            };
        }
    });
    let says = |again| stream::once(std::future::ready(Ok(Event::default().retry(again))));
    let events = says(AFTER_A_BREAK).chain(events).chain(says(AGAIN));
    (UNKEPT, Sse::new(events).keep_alive(KeepAlive::new().interval(QUIET))).into_response()
}
