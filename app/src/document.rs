//! The HTML around every page, and the one way in which a page is rendered: whole, before the first byte is sent,
//! so that its status, cookies and redirects are right and no script is needed to complete it.

use std::{fmt::Write, sync::Arc};

use futures::StreamExt;
use http::{HeaderValue, Response, StatusCode, header};
use hydration_context::SsrSharedContext;
use leptos::{prelude::*, reactive::computed::ScopedFuture};
use leptos_axum::ResponseOptions;
use leptos_router::location::RequestUrl;
use model::{Preferences, Shortcuts};

use crate::{
    context::{Assets, Head, Site, Visit},
    practice,
    words::Words,
};

/// Loads the WebAssembly once the page has been painted and the browser is idle, and brings each island to life,
/// the outer before the inner. Leptos' own script would preload it on the way to the first paint.
const START: &str = include_str!("start.js");

/// Lets the browser ask passkeys, on the pages that have a form for one.
const PASSKEYS: &str = include_str!("passkeys.js");

/// Says how hard a password is to guess, on the page where a new one is typed.
const STRENGTH: &str = include_str!("strength.js");

/// Says in time that the session is about to end, on the pages of whoever is signed in.
const SESSION: &str = include_str!("session.js");

/// Renders `page` for `visit`.
pub async fn render<V: IntoView + 'static>(
    site: Site,
    visit: Visit,
    page: impl FnOnce() -> V + Send,
) -> Response<String> {
    let (head, options) = (Head::default(), ResponseOptions::default());
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let body = owner.with(|| {
        // The router only takes the path and the query from it.
        let address = format!("http://localhost{}?{}", visit.path, visit.query);
        provide_context(RequestUrl::new(&address));
        provide_context(head.clone());
        provide_context(options.clone());
        provide_context(site.clone());
        provide_context(visit.clone());
        ScopedFuture::new(page().into_view().to_html_stream_in_order().collect::<String>())
    });
    let body = body.await;
    owner.unset_with_forced_cleanup();
    let practice = visit.practice.as_ref();
    // One place for all pages, those of tomorrow too: what is in the play bank leads to the play bank.
    let body = if practice.is_some() { practice::lead(&body) } else { body };
    let preferences = head.reads().unwrap_or(visit.preferences);
    let words = site.words(preferences.language);
    let title = head.title(words, practice.is_some());
    let document = document(&title, &body, words, &visit, preferences, &site.assets, head.is_for_anybody());
    let mut response = Response::new(document);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    let mut options = options.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    *response.status_mut() = options.status.unwrap_or(StatusCode::OK);
    response.headers_mut().extend(std::mem::take(&mut options.headers));
    response
}

fn document(
    title: &str,
    body: &str,
    words: Words,
    visit: &Visit,
    preferences: Preferences,
    assets: &Assets,
    for_anybody: bool,
) -> String {
    let nonce = &visit.nonce;
    let practice = match &visit.practice {
        Some(practice) if practice.in_bank => " data-practice=\"bank\"",
        Some(_) => " data-practice=\"lessons\"",
        None => "",
    };
    let language = words.say("language-tag");
    let bank = escaped(words.say("bank-name"));
    let title = if title.is_empty() { bank } else { format!("{} – {bank}", escaped(title)) };
    let (text, theme, contrast) = (preferences.text.code(), preferences.theme.code(), preferences.contrast.code());
    let css = &assets.css;
    let who = if for_anybody { String::new() } else { who(visit) };
    let mut script = plain("/keep.js", nonce);
    if visit.preferences.shortcuts == Shortcuts::On && !for_anybody {
        script.push_str(&plain("/shortcuts.js", nonce));
    }
    if body.contains(" data-chat=") {
        script.push_str(&plain("/chat.js", nonce));
    }
    // Islands are not brought to life for who pays for every byte, and need not be where there is none.
    if body.contains("<leptos-island") && !visit.less_data {
        script.push_str(&start(assets, nonce));
    }
    for (mark, inline) in [("data-passkey=", PASSKEYS), ("data-strength=", STRENGTH), ("data-idle=", SESSION)] {
        if body.contains(mark) {
            write!(script, "<script type=\"module\" nonce=\"{nonce}\">{inline}</script>")
                .expect("writing to a string cannot fail");
        }
    }
    if let Some(port) = assets.reload {
        script.push_str(&reload(port, nonce));
    }
    // The body is most of it, and is written once.
    let mut document = String::with_capacity(body.len() + script.len() + 1_024);
    let written = write!(
        document,
        "<!DOCTYPE html>\n<html lang=\"{language}\" data-text=\"{text}\" data-theme=\"{theme}\" \
         data-contrast=\"{contrast}\"{practice}{who}><head>\
         <meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{css}\"></head><body>{body}{script}</body></html>\n"
    );
    written.expect("writing to a string cannot fail");
    document
}

/// One of the plain scripts in `public/`.
fn plain(address: &str, nonce: &str) -> String {
    format!("<script type=\"module\" src=\"{address}\" nonce=\"{nonce}\"></script>")
}

/// What tells the drafts of two people apart who use the same window: a part of an id, and nobody's whole id.
fn who(visit: &Visit) -> String {
    let Some(customer) = visit.session.customer() else { return String::new() };
    let id = customer.id.to_string();
    format!(" data-who=\"{}\"", &id[id.len() - 6..])
}

fn start(assets: &Assets, nonce: &str) -> String {
    let script = START.replace("PKG_JS", &assets.js).replace("PKG_WASM", &assets.wasm);
    format!("<script type=\"module\" nonce=\"{nonce}\">{script}</script>")
}

/// Loads the page anew when the build says that something has changed.
fn reload(port: u16, nonce: &str) -> String {
    format!(
        "<script nonce=\"{nonce}\">new WebSocket(`ws://${{location.hostname}}:{port}/live_reload`).onmessage=\
         ()=>location.reload()</script>"
    )
}

/// `text` as it may stand between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
