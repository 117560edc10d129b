//! What was begun is seen through, also where whoever asked for it has left.
//!
//! A browser that closes the line, and a request that takes too long, end the future that answers it, wherever that has
//! come to. A page may end so. What changes something may not: between the change and what follows on it (that its
//! owner is told, that sessions end, that nobody new is paid for a while) no outsider may put an end.

use std::{future::Future, panic::resume_unwind, sync::Arc};

use axum::{http::StatusCode, response::IntoResponse, response::Response};
use tokio::sync::watch;
use tracing::Instrument;

/// How many are under way. Every clone counts the same.
#[derive(Debug, Clone)]
pub struct UnderWay(Arc<watch::Sender<usize>>);

impl Default for UnderWay {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

/// Counted for as long as it is there.
struct Counted(UnderWay);

impl Counted {
    fn new(all: &UnderWay) -> Self {
        all.0.send_modify(|count| *count += 1);
        Self(all.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}

impl UnderWay {
    /// Answers with `answer`, which goes on to its end whatever becomes of this call.
    pub async fn see_through(&self, answer: impl Future<Output = Response> + Send + 'static) -> Response {
        let counted = Counted::new(self);
        let seen_through = async move {
            let _counted = counted;
            answer.await
        };
        match tokio::spawn(seen_through.in_current_span()).await {
            Ok(response) => response,
            // A panic goes on where it would have: to whoever makes a page of it.
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            },
        }
    }

    /// Returns once nothing is under way.
    pub async fn over(&self) {
        // There is a sender for as long as there is this: waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }
}
