//! Whether the program runs, and whether it can serve.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, http::StatusCode, routing::get};
use bank::ports::Upkeep;
use tokio::time::timeout;

/// How long the database may take to answer the shortest question.
const PATIENCE: Duration = Duration::from_secs(1);

/// `/health/live` and `/health/ready`.
pub fn routes(upkeep: Arc<dyn Upkeep>) -> Router {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready)).with_state(upkeep)
}

async fn live() -> &'static str {
    "live\n"
}

async fn ready(State(upkeep): State<Arc<dyn Upkeep>>) -> (StatusCode, &'static str) {
    match timeout(PATIENCE, upkeep.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        Ok(Err(_)) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer in time\n"),
    }
}
