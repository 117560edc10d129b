//! The headers of every answer: what a browser may do with it.

use app::{previews::PREVIEW, workshop::WORKSHOP};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// The nonce of the one inline script of an answer; handed on in the answer's extensions.
#[derive(Debug, Clone)]
pub struct Nonce(pub String);

const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains; preload");

/// What every answer says. `no-referrer` would break forms without script: `Origin` would be `null`.
const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    // What `frame-ancestors` says, for telephones that are too old to know it.
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(self), \
             geolocation=(), payment=()",
        ),
    ),
];

/// What of the headers depends on how the server runs.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Whether it is reached over TLS.
    pub tls: bool,
    /// While people develop: the port on which the build tells pages to load themselves anew.
    pub reload: Option<u16>,
}

/// What a page has to do with frames: nothing, but for previews and the one page that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frames {
    /// It has none, and stands in none.
    None,
    /// It has frames of pages of ours.
    Framing,
    /// It stands in a frame on a page of ours. Nothing can be sent from it.
    Framed,
}

impl Frames {
    fn of(path: &str) -> Self {
        if path.strip_prefix(PREVIEW).is_some_and(|rest| rest.starts_with('/')) {
            Self::Framed
        } else if path == "/staff/design/preview" || path == WORKSHOP {
            Self::Framing
        } else {
            Self::None
        }
    }
}

/// Puts the headers on every answer.
pub async fn add(State(rules): State<Rules>, request: Request, next: Next) -> Response {
    let frames = Frames::of(request.uri().path());
    let mut response = next.run(request).await;
    let nonce = response.extensions_mut().remove::<Nonce>();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    if frames == Frames::Framed {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, policy(nonce.as_ref(), rules.reload, frames));
    if rules.tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    keep_out_of_caches(headers);
    name_charset(headers);
    response
}

/// Every text is UTF-8, and says so: a browser that guesses could be made to guess wrong.
fn name_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return };
    let text = kind.starts_with("text/") || kind.ends_with("+xml") || kind.ends_with("/json");
    if text && !kind.contains("charset") {
        let kind = HeaderValue::from_str(&format!("{kind}; charset=utf-8")).expect("a header value and ASCII");
        headers.insert(header::CONTENT_TYPE, kind);
    }
}

/// No private page in any cache; what may be kept says so itself.
fn keep_out_of_caches(headers: &mut HeaderMap) {
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// What a page may load and do (CSP level 3). `worker-src` is for `/sw.js`, which says so where there is no connection:
/// without it, whatever script may run could become a worker as well.
fn policy(nonce: Option<&Nonce>, reload: Option<u16>, frames: Frames) -> HeaderValue {
    let nonce = nonce.map(|Nonce(nonce)| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    let reload = reload.map(|port| format!(" ws://localhost:{port}")).unwrap_or_default();
    let (forms, frames) = match frames {
        Frames::None => ("'self'", "frame-ancestors 'none'"),
        Frames::Framing => ("'self'", "frame-src 'self'; frame-ancestors 'none'"),
        Frames::Framed => ("'none'", "frame-ancestors 'self'"),
    };
    let policy = format!(
        "default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'{nonce}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'{reload}; manifest-src 'self'; worker-src 'self'; \
         form-action {forms}; base-uri 'none'; object-src 'none'; {frames}"
    );
    HeaderValue::from_str(&policy).expect("hexadecimal digits and the text above")
}
