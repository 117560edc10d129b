//! Watching the folder that a designer works in, and telling the pages that show it (Server-Sent Events, HTML standard
//! section 9.2).
//!
//! Everything in the folder is read, many times a second: a few dozen small files, on the designer's own machine. What is
//! read is what is judged, whichever way an editor saves, and whatever file system the folder is on
//! ([ADR 43](../../docs/adr/0043-design-mode.md)).

use std::{
    convert::Infallible,
    ffi::OsStr,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    time::Duration,
};

use app::{
    context::Site,
    studio,
    workshop::{CHANGES, ENDING, File, Workshop},
};
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use bank::Bank;
use experiments::layout::LONGEST_BYTES;
use futures::stream;
use tokio::{
    sync::watch,
    task::spawn_blocking,
    time::{Instant, timeout_at},
};

use crate::{chat::UNKEPT, state::State as Shared};

/// How long one connection lasts: a server that ends need not wait for anybody.
const LASTS: Duration = Duration::from_secs(25);
/// How soon the browser comes back after that.
const AGAIN: Duration = Duration::from_millis(50);

/// A folder that is watched. Every copy is of the same.
#[derive(Debug, Clone)]
pub struct Watched {
    /// What is in it.
    pub workshop: Workshop,
    /// How often that has changed.
    changed: watch::Sender<u64>,
}

impl Watched {
    /// This folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { workshop: Workshop::new(folder), changed: watch::Sender::new(0) }
    }

    /// Looks into the folder, and shows what is good in it, to customers too where they are shown it.
    pub async fn look(&self, bank: &Bank, site: &Site) {
        let folder = self.workshop.folder().to_path_buf();
        let files = match spawn_blocking(move || files(&folder)).await.map_err(io::Error::other).flatten() {
            Ok(files) => files,
            // It may be put back in a moment: what was in it is shown until then.
            Err(error) => return tracing::debug!(%error, "the folder of layouts is not there"),
        };
        if !self.workshop.look(files) {
            return;
        }
        if let Err(error) = studio::refresh(bank, site).await {
            tracing::warn!(%error, "what was saved is not shown to customers yet; it is tried again");
        }
        self.changed.send_modify(|times| *times += 1);
    }
}

/// Every file of a layout in the folders of `folder`.
fn files(folder: &Path) -> io::Result<Vec<File>> {
    let mut found = Vec::new();
    for inside in fs::read_dir(folder)? {
        let inside = inside?.path();
        let Some(page) = named(inside.file_name()).filter(|_| inside.is_dir()) else { continue };
        for path in fs::read_dir(&inside)? {
            let path = path?.path();
            let Some(name) = named(path.file_name()).filter(|name| name.ends_with(ENDING)) else { continue };
            found.push(File { folder: page.clone(), name, text: text(&path) });
        }
    }
    Ok(found)
}

/// The name, where it is not one of those that editors hide from people.
fn named(name: Option<&OsStr>) -> Option<String> {
    name.map(|name| name.to_string_lossy().into_owned()).filter(|name| !name.starts_with(['.', '#']))
}

fn text(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let most = LONGEST_BYTES as u64 + 1;
    let read = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| format!("it cannot be opened: {error}"))?;
    if bytes.len() > LONGEST_BYTES {
        return Err(format!("a layout has at most {LONGEST_BYTES} bytes"));
    }
    String::from_utf8(bytes).map_err(|_| "it is not text in UTF-8".to_owned())
}

/// Where pages are told.
pub fn routes() -> Router<Shared> {
    Router::new().route(CHANGES, get(changes))
}

/// Says at once that there is something to look at, and again whenever something has changed.
async fn changes(State(shared): State<Shared>) -> Response {
    let Some(Watched { changed, .. }) = &shared.workshop else { return StatusCode::NOT_FOUND.into_response() };
    let mut changed = changed.subscribe();
    changed.mark_changed();
    let ends = Instant::now() + LASTS;
    let events = stream::unfold(changed, move |mut changed| async move {
        timeout_at(ends, changed.changed()).await.ok()?.ok()?;
        let times = *changed.borrow_and_update();
        let event = Event::default().retry(AGAIN).data(times.to_string());
        Some((Ok::<_, Infallible>(event), changed))
    });
    (UNKEPT, Sse::new(events).keep_alive(KeepAlive::default())).into_response()
}
