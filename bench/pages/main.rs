//! The account page as one would write it with axum, maud and rusqlite alone: what our page is compared with.
//!
//! `maud-pages DATABASE ADDRESS [remember]` serves `/accounts/{id}` from a database of ours, for the sessions in it.
//! It says the same words with the same elements, in English only, without filters that filter or any other page.
//! With `remember` it works out the months of an account once for each of its versions.

mod data;
mod page;
mod words;

use std::cell::RefCell;
use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use bank::Clock;
use bench::people::SystemClock;
use jiff::tz::TimeZone;
use model::AccountId;

use data::{Database, Memory};

/// What every request needs.
struct Shared {
    database: PathBuf,
    zone: TimeZone,
    memory: Option<Memory>,
}

thread_local! {
    /// Each worker thread reads on a connection of its own, so none waits for another.
    static DATABASE: RefCell<Option<Database>> = const { RefCell::new(None) };
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = env::args().skip(1);
    let database = words.next().ok_or("which database?")?.into();
    let address = words.next().ok_or("which address?")?;
    let memory = words.next().map(|_| Memory::default());
    let shared = Arc::new(Shared { database, zone: TimeZone::get("Europe/London")?, memory });
    let router = Router::new().route("/accounts/{id}", get(account)).with_state(shared);
    axum::serve(tokio::net::TcpListener::bind(address).await?, router).await?;
    Ok(())
}

async fn account(State(shared): State<Arc<Shared>>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let Ok(id) = id.parse::<AccountId>() else { return StatusCode::NOT_FOUND.into_response() };
    let Some(secret) = secret(&headers) else { return StatusCode::UNAUTHORIZED.into_response() };
    match answer(&shared, id.value(), &secret) {
        Ok(Some(html)) => ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The page, where the session is valid and the account its owner's.
fn answer(shared: &Shared, account: i64, secret: &[u8; 16]) -> rusqlite::Result<Option<String>> {
    let now = SystemClock.now().micros();
    DATABASE.with_borrow_mut(|place| {
        let database = match place {
            Some(database) => database,
            empty => empty.insert(Database::open(&shared.database)?),
        };
        let Some(customer) = database.session(secret, now)? else { return Ok(None) };
        let Some(account) = database.account(customer, account)? else { return Ok(None) };
        let today = words::local(&shared.zone, now).date();
        let months = database.months(&account, today, &shared.zone, shared.memory.as_ref())?;
        let lines = database.lines(&account)?;
        let held = database.held(&account)?;
        let page =
            page::Page { account: &account, held: &held, lines: &lines, months: &months, today, zone: &shared.zone };
        Ok(Some(page.html()))
    })
}

/// The secret in the session's cookie.
fn secret(headers: &HeaderMap) -> Option<[u8; 16]> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let hex = cookies.split("; ").find_map(|cookie| cookie.strip_prefix("banyan-demo="))?;
    u128::from_str_radix(hex, 16).ok().map(u128::to_be_bytes)
}
