//! Papers as files: statements, confirmations and conversations that people take with them.
//!
//! A file is sent while it is made. Who may not have it gets what its page would say: a stranger the way to the sign-in,
//! anybody else that there is nothing here.

use std::collections::BTreeSet;

use ::papers::pdf::Fonts;
use app::{
    context::{self, Visit},
    pages::{
        help::chat::{TRANSCRIPT, transcript},
        statements::NO_LETTERS,
    },
    papers::{self, File, Format, Made, Reader},
    practice,
};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use bank::{Error, accounts::Period};
use futures::{FutureExt, StreamExt, future::BoxFuture};
use model::{AccountId, ErrorCode, PaymentId};
use tokio::task::spawn_blocking;

use crate::state::State as Shared;

/// Where the files are, each behind the page that is about the same.
pub const STATEMENT: &str = "/accounts/{id}/statements/{period}/{format}";
/// What an account earned in a year of taxes.
pub const INTEREST: &str = "/accounts/{id}/interest/{year}/pdf";
/// The confirmation of a payment.
pub const CONFIRMATION: &str = "/payments/{id}/pdf";

/// The files, of the bank or of the play bank.
pub fn routes() -> Router<Shared> {
    Router::new().route(STATEMENT, get(statement)).route(INTEREST, get(interest)).route(CONFIRMATION, get(confirmation))
}

/// What was said with the bank. There is one help for the bank and the play bank.
pub fn transcript_route() -> Router<Shared> {
    Router::new().route(TRANSCRIPT, get(said))
}

async fn said(State(shared): State<Shared>, Extension(visit): Extension<Visit>) -> Response {
    let made = transcript(&shared.site, &visit).await.map(|transcript| {
        let pieces = futures::stream::once(std::future::ready(Ok(transcript.text.into_bytes()))).boxed();
        Made::File(File { name: transcript.name, content_type: "text/plain; charset=utf-8", pieces })
    });
    answer(&visit, "/help/chat", made)
}

async fn statement(
    State(shared): State<Shared>,
    Extension(visit): Extension<Visit>,
    Path((id, period, format)): Path<(String, String, String)>,
) -> Response {
    let (Ok(account), Ok(asked), Some(format)) =
        (id.parse::<AccountId>(), period.parse::<Period>(), Format::from_code(&format))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let page = format!("/accounts/{account}/statements/{asked}");
    let made = match Reader::of(&shared.site, &visit) {
        Ok(reader) => papers::statement(&reader, (account, asked), format, &|letters| fonts(&shared, letters)).await,
        Err(error) => Err(error),
    };
    answer(&visit, &page, made)
}

async fn interest(
    State(shared): State<Shared>,
    Extension(visit): Extension<Visit>,
    Path((id, year)): Path<(String, String)>,
) -> Response {
    let (Ok(account), Ok(Period::Year(first))) = (id.parse::<AccountId>(), year.parse()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let page = format!("/accounts/{account}/interest/{year}");
    let made = match Reader::of(&shared.site, &visit) {
        Ok(reader) => papers::interest(&reader, (account, first.year()), &|letters| fonts(&shared, letters)).await,
        Err(error) => Err(error),
    };
    answer(&visit, &page, made)
}

async fn confirmation(
    State(shared): State<Shared>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
) -> Response {
    let Ok(payment) = id.parse::<PaymentId>() else { return StatusCode::NOT_FOUND.into_response() };
    let page = format!("/payments/{payment}");
    let made = match Reader::of(&shared.site, &visit) {
        Ok(reader) => papers::confirmation(&reader, payment, &|letters| fonts(&shared, letters)).await,
        Err(error) => Err(error),
    };
    answer(&visit, &page, made)
}

/// Fonts are files: they are read where waiting for a disk keeps nobody.
fn fonts(shared: &Shared, letters: BTreeSet<char>) -> BoxFuture<'static, Option<Fonts>> {
    let files = shared.fonts.clone();
    let read = spawn_blocking(move || files.with(&letters.into_iter().collect::<String>()));
    async { read.await.ok().flatten() }.boxed()
}

/// What became of a file whose page is `page`.
fn answer(visit: &Visit, page: &str, made: Result<Made, Error>) -> Response {
    let in_play = visit.practice.as_ref().is_some_and(|practice| practice.in_bank);
    let page = if in_play { practice::outer(page) } else { page.to_owned() };
    match made {
        Ok(Made::File(file)) => sent(file),
        Ok(Made::NoLetters) => Redirect::to(&format!("{page}{NO_LETTERS}")).into_response(),
        Err(Error::Refused(ErrorCode::SignedOut)) => {
            Redirect::to(&format!("/sign-in?next={}", context::encoded(&page))).into_response()
        }
        Err(error) => {
            app::outcome::log(&error);
            app::outcome::status_of(&error).unwrap_or(StatusCode::NOT_FOUND).into_response()
        }
    }
}

/// A file on its way. What goes wrong on the way ends the connection, so that what has arrived does not look whole.
fn sent(file: File) -> Response {
    // What makes answers smaller asks once more after the end.
    let told = file.pieces.fuse().inspect(|piece| {
        if let Err(error) = piece {
            app::outcome::log(error);
        }
    });
    let body = Body::from_stream(told.map(|piece| piece.map_err(|_| Broken)));
    let name = format!("attachment; filename=\"{}\"", file.name);
    let name = HeaderValue::from_str(&name).expect("the name is of letters, digits, hyphens and dots");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.content_type)),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, body).into_response()
}

/// A file that could not be made to its end; why is in the log.
#[derive(Debug, thiserror::Error)]
#[error("the file could not be made to its end")]
struct Broken;
