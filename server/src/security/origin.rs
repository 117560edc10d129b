//! Whatever changes something must come from a page of ours (Fetch Metadata; RFC 6454).

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::place;

/// Refuses what would change something and does not come from a page of `origin`, exactly.
pub async fn check(State(origin): State<Arc<str>>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || comes_from(&origin, request.headers()) {
        return next.run(request).await;
    }
    tracing::warn!(path = place(request.extensions(), request.uri()), "a post from another origin was refused");
    StatusCode::FORBIDDEN.into_response()
}

/// Whether both headers, or the one that is there, say so. With neither nobody knows where it comes from.
fn comes_from(origin: &str, headers: &HeaderMap) -> bool {
    let one = |name: &str| {
        let mut values = headers.get_all(name).into_iter();
        let first = values.next().map(|value| value.to_str().unwrap_or_default());
        // A header that is there twice says two things.
        if values.next().is_some() { Some("") } else { first }
    };
    match (one("sec-fetch-site"), one(header::ORIGIN.as_str())) {
        (None, None) => false,
        (site, from) => site.is_none_or(|site| site == "same-origin") && from.is_none_or(|from| from == origin),
    }
}
