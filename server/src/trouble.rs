//! Every answer that is an error becomes a page a person can read, wherever in the program it arose.

use app::{context::Visit, document, pages::errors};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{security::headers::Nonce, state::State as Shared, visit};

/// When to try again, where the bank is away for a moment, in seconds.
const RETRY_S: u64 = 30;

/// Puts a page around every error that has none.
pub async fn pages(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let headers = reading_headers(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_page(&response) {
        return response;
    }
    let known = response.extensions().get::<Visit>().cloned();
    let visit = known.unwrap_or_else(|| visit::anonymous(&shared, &path, &headers));
    page(&shared, visit, status, response).await
}

/// What happened in a panic is in the log; the person reads that it was our mistake.
pub fn caught(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// The headers that say how somebody reads. The request itself is gone by the time they are needed.
fn reading_headers(headers: &HeaderMap) -> HeaderMap {
    let wanted = [header::COOKIE, header::ACCEPT_LANGUAGE, visit::SAVE_DATA];
    let found = wanted
        .into_iter()
        .flat_map(|name| headers.get_all(&name).iter().map(move |value| (name.clone(), value.clone())));
    found.collect()
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// The page about `status`, with those headers of the bare answer that still hold.
async fn page(shared: &Shared, visit: Visit, status: StatusCode, bare: Response) -> Response {
    let nonce = Nonce(visit.nonce.clone());
    let page = document::render(shared.site.clone(), visit, move || errors::trouble(status)).await;
    let mut response = page.map(Body::from);
    *response.status_mut() = status;
    for name in [header::SET_COOKIE, header::RETRY_AFTER, header::ALLOW, header::CONNECTION] {
        for value in bare.headers().get_all(&name) {
            response.headers_mut().append(name.clone(), value.clone());
        }
    }
    if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::CONFLICT) {
        response.headers_mut().entry(header::RETRY_AFTER).or_insert(HeaderValue::from(RETRY_S));
    }
    response.extensions_mut().insert(nonce);
    response
}
