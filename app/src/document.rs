//! The HTML around every page, and the one way in which a page is rendered: whole, before the first byte is sent,
//! so that its status, cookies and redirects are right and no script is needed to complete it.

use std::{
    any::Any,
    fmt::Write,
    panic::{AssertUnwindSafe, resume_unwind},
    sync::Arc,
};

use bank::experiments::Failure;
use futures::{FutureExt, StreamExt};
use http::{HeaderValue, Response, StatusCode, header};
use hydration_context::SsrSharedContext;
use leptos::{prelude::*, reactive::computed::ScopedFuture};
use leptos_axum::ResponseOptions;
use leptos_router::location::RequestUrl;
use model::{Preferences, Shortcuts};

use crate::{
    context::{Assets, Attempt, Head, Site, Visit},
    layouts::Running,
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

/// Renders `page` for `visit`. Where it is arranged otherwise than usually and falls over, the visitor gets it as it is, in
/// the same answer, and that is counted.
///
/// # Panics
/// Where the page falls over as it is.
pub async fn render<V: IntoView + 'static>(
    site: Site,
    visit: Visit,
    page: impl Fn() -> V + Send + Sync,
) -> Response<String> {
    let attempt = Attempt::default();
    let (provide, page) = (
        &|head: &Head, options: &ResponseOptions| {
            // The router only takes the path and the query from it.
            let address = format!("http://localhost{}?{}", visit.path, visit.query);
            provide_context(RequestUrl::new(&address));
            provide_context(head.clone());
            provide_context(options.clone());
            provide_context(site.clone());
            provide_context(visit.clone());
            provide_context(attempt.clone());
        },
        &page,
    );
    let Rendered { body, head, options } = tried_then_as_it_is(&site.running, &attempt, || body(provide, page)).await;
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

/// What a page fell over with.
type Panic = Box<dyn Any + Send>;

/// Renders a page `once`; and where the arrangement of it that was tried has fallen over, once more as it is.
async fn tried_then_as_it_is<T, F>(running: &Running, attempt: &Attempt, once: impl Fn() -> F + Send + Sync) -> T
where
    T: Send,
    F: Future<Output = Result<T, Panic>> + Send,
{
    let panic = match once().await {
        Ok(rendered) => return rendered,
        Err(panic) => panic,
    };
    let Some(failure) = attempt.fail() else { resume_unwind(panic) };
    drop(panic);
    // Where the page falls over as it is, that was no fault of the arrangement's.
    let rendered = once().await.unwrap_or_else(|panic| resume_unwind(panic));
    let Failure { experiment, variation, .. } = &failure;
    tracing::error!(experiment, variation, "an arrangement could not be shown: the page was shown as it is");
    running.memory().fail(failure);
    rendered
}

/// What came of rendering a page once.
struct Rendered {
    body: String,
    head: Head,
    options: ResponseOptions,
}

/// Renders a page once, with what `provide` has it know.
async fn body<V: IntoView + 'static>(
    provide: &(impl Fn(&Head, &ResponseOptions) + Send + Sync),
    page: &(impl Fn() -> V + Send + Sync),
) -> Result<Rendered, Panic> {
    let (head, options) = (Head::default(), ResponseOptions::default());
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let begin = || {
        provide(&head, &options);
        ScopedFuture::new(page().into_view().to_html_stream_in_order().collect::<String>())
    };
    // Nothing that fell over is used again: what it wrote is thrown away with it.
    let rendered = AssertUnwindSafe(async { owner.with(begin).await }).catch_unwind().await;
    owner.unset_with_forced_cleanup();
    Ok(Rendered { body: rendered?, head, options })
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
    if body.contains(" data-workshop=") {
        script.push_str(&plain("/workshop.js", nonce));
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

#[cfg(test)]
mod tests {
    use experiments::layout::{Density, HomeKind, Page, Section};
    use futures::executor::block_on;

    use super::*;
    use crate::layouts::{CONTROL, Placed, arranged, try_to_show};

    /// The home page as `name` has it, where a section of `density` fails deliberately.
    fn shown(running: &Running, name: &'static str, density: Density) -> Result<(String, Attempt), Panic> {
        let (attempt, snapshot) = (Attempt::default(), running.snapshot());
        let part = move |section: Section<HomeKind>| {
            assert_ne!(section.density, density, "deliberately");
            format!("[{:?}]", section.kind).into_any()
        };
        let page = || {
            let snapshot = Arc::clone(&snapshot);
            Suspend::new(async move {
                let Placed { layout, .. } = match name {
                    CONTROL => Placed { layout: snapshot.find::<HomeKind>(CONTROL), other: None },
                    _ => try_to_show(&snapshot, Page::Home, ("order", 3), name),
                };
                arranged(&layout.standard.main, part)
            })
        };
        let provide = |_: &Head, _: &ResponseOptions| provide_context(attempt.clone());
        let rendered =
            AssertUnwindSafe(tried_then_as_it_is(running, &attempt, || body(&provide, &page))).catch_unwind();
        Ok((block_on(rendered)?.body, attempt))
    }

    #[test]
    fn whoever_would_be_shown_what_falls_over_is_shown_the_page_as_it_is_and_that_is_counted() {
        let running = Running::default();
        let (page, _) = shown(&running, "dense", Density::Dense).expect("the control");
        assert!(page.contains("[Unfinished]") && page.contains("[Latest]"), "{page}");
        let (again, _) = shown(&running, "dense", Density::Dense).expect("the control");
        assert_eq!(again, page);
        let failure = Failure { experiment: "order".to_owned(), bucket_version: 3, variation: "dense".to_owned() };
        assert_eq!(running.memory().failures(), [(failure, 2)]);
    }

    #[test]
    fn what_does_not_fall_over_is_shown_and_counts_nothing() {
        let running = Running::default();
        let (page, attempt) = shown(&running, "coming-first", Density::Dense).expect("as it is arranged");
        assert!(page.starts_with("[Coming]"), "{page}");
        assert!(attempt.fail().is_some(), "it was shown");
        assert_eq!(running.memory().failures(), []);
    }

    #[test]
    fn a_page_that_falls_over_as_it_is_counts_against_no_arrangement() {
        let running = Running::default();
        assert!(shown(&running, CONTROL, Density::Roomy).is_err());
        assert_eq!(running.memory().failures(), []);
        assert!(shown(&running, "coming-first", Density::Roomy).is_err(), "and either way");
        assert_eq!(running.memory().failures(), []);
    }
}
