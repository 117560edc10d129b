//! As much of a browser as a test needs: it keeps cookies, sends forms from its own pages, and reads what comes.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use server::{accept::Peer, config::Config};
use tower::ServiceExt;

/// A browser.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// The origin of its pages.
    pub origin: String,
    /// What it keeps.
    pub cookies: BTreeMap<String, String>,
    /// What it sends with everything.
    pub headers: Vec<(&'static str, String)>,
    /// Where it is.
    pub address: IpAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole text.
    pub text: String,
}

impl Page {
    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The value of a header; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The value of the first field with this name.
    pub fn field(&self, name: &str) -> &str {
        let at = self.text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
        let tag = &self.text[at..at + self.text[at..].find('>').expect("the end of a tag")];
        tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

impl Browser {
    /// One that has not been anywhere.
    pub fn new(router: Router, config: &Config) -> Self {
        Self {
            router,
            origin: config.public_url.origin.clone(),
            cookies: BTreeMap::new(),
            headers: Vec::new(),
            address: IpAddr::from([192, 0, 2, 1]),
        }
    }

    /// Goes to an address.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, String::new(), &[]).await
    }

    /// Sends a form from a page of the bank.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let origin = self.origin.clone();
        self.send("POST", path, encoded(fields), &[("origin", &origin)]).await
    }

    /// Listens at an address; gives the status and what was heard up to the first event.
    pub async fn first_of(&self, path: &str, headers: &[(&str, &str)]) -> (StatusCode, String) {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().uri(path).header(header::COOKIE, pairs.join("; "));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).expect("a request");
        request.extensions_mut().insert(Peer(SocketAddr::new(self.address, 4_000)));
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let (status, mut body, mut heard) = (response.status(), response.into_body(), String::new());
        while !heard.contains("data:") {
            let Some(frame) = body.frame().await else { break };
            let piece = frame.expect("a whole piece").into_data().unwrap_or_default();
            heard.push_str(&String::from_utf8_lossy(&piece));
        }
        (status, heard)
    }

    /// Sends anything.
    pub async fn send(&mut self, method: &str, path: &str, body: impl Into<Body>, headers: &[(&str, &str)]) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::ACCEPT, "text/html");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let mut request = request.body(body.into()).expect("a request");
        request.extensions_mut().insert(Peer(SocketAddr::new(self.address, 4_000)));
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let bytes = body.collect().await.expect("a whole answer").to_bytes();
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("ASCII");
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Plans £5 a month from account 11 to Bo, from Christmas Eve on; gives the id of what is planned.
    pub async fn plan(&mut self, code: &str) -> String {
        let (draft, _) = self.prepare_payment("5").await;
        let when = [("draft", draft.as_str()), ("every", "month"), ("day", "2026-12-24")];
        assert_eq!(self.post("/do/pay/when", &when).await.location(), format!("/pay/{draft}/review"));
        let challenge = self.get(&format!("/pay/{draft}/approve")).await.field("challenge").to_owned();
        let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", code)];
        assert_eq!(self.post("/do/pay/approve", &fields).await.location(), format!("/pay/scheduled/{draft}?made=1"));
        draft
    }

    /// Fills a payment of `amount` from account 11 to Bo in, up to the page that asks for the code; gives the
    /// payment and the challenge.
    pub async fn prepare_payment(&mut self, amount: &str) -> (String, String) {
        let start = self.post("/do/pay/start", &[("from", &id(11))]).await;
        let draft = start.location().split('/').nth(2).expect("the draft in the address").to_owned();
        let number = model::AccountNumber::from_serial(12).expect("a number").to_string();
        self.post("/do/pay/amount", &[("draft", &draft), ("from", &id(11)), ("amount", amount)]).await;
        let payee = [("draft", draft.as_str()), ("kind", "other"), ("name", "薄文"), ("number", &number)];
        self.post("/do/pay/payee", &payee).await;
        let approve = self.get(&format!("/pay/{draft}/approve")).await;
        assert_eq!(approve.status, StatusCode::OK, "{} {}", approve.location(), approve.text);
        let challenge = approve.field("challenge").to_owned();
        (draft, challenge)
    }
}

/// The id of an account, as it stands in forms and addresses.
pub fn id(account: i64) -> String {
    model::AccountId::new(account).to_string()
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| {
        text.bytes().fold(String::new(), |text, byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => text + &char::from(byte).to_string(),
            _ => text + &format!("%{byte:02X}"),
        })
    };
    fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect::<Vec<_>>().join("&")
}
