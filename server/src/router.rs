//! Every address the server answers on, and the layers before each.

use std::{sync::Arc, time::Duration};

use app::{Screens, context::Visit, document, practice};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::provide_context;
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer,
};

use crate::{
    chat,
    config::Config,
    files, health, papers,
    security::{body, headers, origin, rate},
    site::BuiltSite,
    state::State as Shared,
    telemetry, trouble, visit, workshop,
};

/// The whole server.
pub fn router(config: &Config, shared: &Shared, built: &BuiltSite) -> Router {
    let rules = headers::Rules { tls: config.public_url.tls, reload: built.assets.reload };
    let outer =
        ServiceBuilder::new().layer(from_fn(telemetry::requests)).layer(from_fn_with_state(rules, headers::add));
    let answers = Router::new().merge(screens(config, shared)).merge(health::routes(Arc::clone(&shared.upkeep)));
    files::serve(answers, built).layer(outer)
}

/// The pages and the actions of their forms.
fn screens(config: &Config, shared: &Shared) -> Router {
    let form = body::Rules {
        limit: usize::try_from(config.body_limit_bytes).unwrap_or(usize::MAX),
        patience: Duration::from_secs(config.body_timeout_s),
    };
    let patience = Duration::from_secs(config.request_timeout_s);
    // From the outside in.
    let layers = ServiceBuilder::new()
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(shared.clone(), trouble::pages))
        .layer(CatchPanicLayer::custom(trouble::caught))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience))
        .layer(from_fn_with_state(Arc::from(config.public_url.origin.as_str()), origin::check))
        .layer(from_fn_with_state(Arc::clone(&shared.pace), rate::limit))
        .layer(from_fn_with_state(form, body::whole));
    // The same pages twice: of the real bank, and under an address of their own of the play bank. Which bank a request
    // is given is decided in `visit`.
    let (mut real, mut play) = (Router::new(), Router::new());
    for path in pages() {
        real = real.route(&path, get(page));
        if !practice::is_shared(&path) {
            play = play.route(&path, get(page));
        }
    }
    let real = real.route("/do/{*action}", post(action)).route("/practice/do/{*action}", post(action));
    let real =
        real.merge(papers::routes()).merge(papers::transcript_route()).merge(chat::routes()).merge(workshop::routes());
    // Money is all there is to do in the play bank.
    let play = play.route("/do/pay/{*action}", post(action)).merge(papers::routes());
    real.nest(practice::BANK, play)
        .fallback(get(page))
        .with_state(shared.clone())
        .layer(from_fn_with_state(shared.clone(), visit::with_session))
        .layer(layers)
}

/// The address of every page, as the route table has them: `/accounts/{id}`. In alphabetical order.
#[must_use]
pub fn pages() -> Vec<String> {
    let mut pages: Vec<String> =
        leptos_axum::generate_route_list(Screens).iter().map(|route| route.path().to_owned()).collect();
    pages.sort();
    pages
}

/// The address of every action, each of which is posted to: `/do/pay/approve`. In alphabetical order.
#[must_use]
pub fn actions() -> Vec<String> {
    let mut actions: Vec<String> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    actions.sort();
    actions
}

/// Renders the page at the address, or the one that says that there is none.
async fn page(State(shared): State<Shared>, Extension(visit): Extension<Visit>) -> Response {
    // What practice and the bank share is at one address only.
    if visit.practice.as_ref().is_some_and(|practice| practice.in_bank) && practice::is_shared(&visit.path) {
        return Redirect::to(&visit.path).into_response();
    }
    document::render(shared.site, visit, Screens).await.map(Body::from)
}

/// Carries an action out. It always ends in a redirect or a status of its own choosing.
async fn action(State(shared): State<Shared>, Extension(visit): Extension<Visit>, mut request: Request) -> Response {
    // A form sent without script asks for HTML, on which server functions would send it back to where it came
    // from, with the error in the address. Ours say themselves where to go.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let provide = move || {
        provide_context(shared.site.clone());
        provide_context(visit.clone());
    };
    let mut response = leptos_axum::handle_server_fns_with_context(provide, request).await.into_response();
    // Ours never fail: what fails is reading the form.
    if response.headers().contains_key("serverfnerror") {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    match response.status() {
        // There is no such action.
        StatusCode::BAD_REQUEST => StatusCode::NOT_FOUND.into_response(),
        status if status.is_redirection() => {
            *response.body_mut() = Body::empty();
            response.headers_mut().remove(header::CONTENT_TYPE);
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response
        }
        _ => response,
    }
}
