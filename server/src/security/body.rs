//! A form is whole before anybody looks at it: within a size, and within a time.

use std::time::Duration;

use axum::{
    body::{Body, HttpBody, to_bytes},
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::LengthLimitError;
use tokio::time::timeout;

use super::place;

/// What a form may cost.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The most bytes.
    pub limit: usize,
    /// How long all of them may take to arrive. However steadily they trickle in, it is the whole form that counts.
    pub patience: Duration,
}

/// Takes the form in, and hands it on whole. One that is too large (413) or too slow (408) is not waited for, and
/// nothing has been looked up or done for it.
pub async fn whole(State(rules): State<Rules>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    if usize::try_from(body.size_hint().lower()).map_or(true, |bytes| bytes > rules.limit) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match timeout(rules.patience, to_bytes(body, rules.limit)).await {
        Ok(Ok(form)) => next.run(Request::from_parts(parts, Body::from(form))).await,
        Ok(Err(error)) => unread(&error).into_response(),
        Err(_) => {
            tracing::info!(path = place(&parts.extensions, &parts.uri), "a form took too long to arrive");
            StatusCode::REQUEST_TIMEOUT.into_response()
        }
    }
}

/// Why a form did not arrive.
fn unread(error: &axum::Error) -> StatusCode {
    let too_large = std::error::Error::source(error).is_some_and(<dyn std::error::Error>::is::<LengthLimitError>);
    // Otherwise the visitor has gone away, or what they sent was no HTTP.
    if too_large { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST }
}
