//! From a request to a visit: the session, how the person reads, and the nonce of the answer.

use std::{net::IpAddr, sync::Arc};

use app::{
    context::{Practice, Visit, VisitParts},
    practice::{self, Side, town},
    previews::{LIVE, Preview, Previewed},
    reading::{self, Reads},
    session::{Kept, Opened, Session},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bank::{Bank, Rng, StorageError, customers::Customer, experiments::Trying};
use experiments::layout::{Layout, Page};
use model::{Contrast, CustomerId, DataUse, Language, Preferences, TextSize, Theme, Timestamp};

use crate::{
    accept::Peer,
    practice::Practice as PlayMoney,
    security::{
        headers::Nonce,
        rate::{self, Changing},
    },
    sessions,
    state::State as Shared,
};

/// How a browser says that its owner pays for every byte.
pub const SAVE_DATA: HeaderName = HeaderName::from_static("save-data");

/// Finds the session, lets the page do its work, and keeps what became of the session. What changes something is seen
/// through.
pub async fn with_session(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    if *request.method() == Method::POST {
        let under_way = shared.under_way.clone();
        under_way.see_through(in_session(shared, request, next, true)).await
    } else {
        in_session(shared, request, next, false).await
    }
}

async fn in_session(shared: Shared, request: Request, next: Next, posted: bool) -> Response {
    let path = request.uri().path();
    let keeper = shared.keeper_of(path);
    let (secret, session) = match keeper.open(path, request.headers(), posted).await {
        Ok(found) => found,
        Err(error) => return unavailable(&error),
    };
    let address = address_of(&request, shared.behind_proxy);
    let begins = posted && rate::begins_talk(path, &session);
    if begins && !shared.pace.allows_try(address) {
        return rate::too_many();
    }
    if posted && !shared.pace.allows_change(Changing::of(&session, address)) {
        return rate::too_many();
    }
    let origin = sessions::Origin {
        agent: text(request.headers(), &header::USER_AGENT),
        address: address.map(|address| address.to_string()).unwrap_or_default(),
    };
    let (parts, body) = request.into_parts();
    let visit = match visit(&shared, &parts, session.clone(), &origin).await {
        Ok(visit) => visit,
        Err(error) => return unavailable(&error),
    };
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    match keeper.settle(secret.as_ref(), &session, origin).await {
        Ok(None) => {}
        Ok(Some(cookie)) => {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Err(error) => response = unavailable(&error),
    }
    response.extensions_mut().insert(Nonce(visit.nonce.clone()));
    response.extensions_mut().insert(visit);
    response
}

fn unavailable(error: &StorageError) -> Response {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    tracing::error!(error = cause, "what every request needs did not answer");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

async fn visit(
    shared: &Shared,
    parts: &Parts,
    session: Session,
    origin: &sessions::Origin,
) -> Result<Visit, StorageError> {
    if let Some(visit) = previewed(shared, parts).await? {
        return Ok(visit);
    }
    let secure = shared.keeper.rules.secure;
    let stranger = || reads(&parts.headers, secure);
    let own = |customer: &Customer| Reads { preferences: customer.preferences, chosen: false };
    let Reads { preferences, chosen } = session.customer().map_or_else(stranger, own);
    let path = parts.uri.path();
    let (bank, practice) = bank_of(shared, path, session.customer(), preferences.language).await?;
    let in_bank = practice.as_ref().is_some_and(|practice| practice.in_bank);
    Ok(Visit::new(VisitParts {
        bank: Some(bank),
        practice,
        preview: None,
        path: if in_bank { practice::inner(path) } else { path }.to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        session,
        agent: origin.agent.clone(),
        address: origin.address.clone(),
        idle_s: shared.keeper_of(path).rules.idle_s,
        preferences,
        chosen,
        less_data: preferences.data == DataUse::Less || saves_data(&parts.headers),
        nonce: nonce(shared.rng.as_ref()),
        secure,
    }))
}

/// The bank that a request for `path` speaks to. This is the one place where that is decided, and the address decides
/// it: what is under `/practice` has the play bank and nothing else, what is not has the real one.
async fn bank_of(
    shared: &Shared,
    path: &str,
    customer: Option<&Customer>,
    language: Language,
) -> Result<(Bank, Option<Practice>), StorageError> {
    let side = practice::side(path);
    if side == Side::Real {
        return Ok((shared.bank.clone(), None));
    }
    let play = shared.practice.bank().await?;
    let player = match customer {
        Some(customer) => Some(PlayMoney::player(&play, customer.id, language).await?),
        None => None,
    };
    Ok((play.bank.clone(), Some(Practice { play, player, in_bank: side == Side::Bank })))
}

/// Whose town previews are shown in. No customer has this number.
const NOBODY: CustomerId = CustomerId::new(0);

/// How a preview is read, as its address says.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Read {
    language: String,
    text: String,
    theme: String,
    contrast: String,
    /// `yes` where what goes on for a while has begun.
    begun: String,
}

/// The visit to a page as an arrangement has it, where the address is a link that is good: on play money, as nobody,
/// and whatever session the browser has is not looked at.
async fn previewed(shared: &Shared, parts: &Parts) -> Result<Option<Visit>, StorageError> {
    let now = shared.keeper.clock.now();
    let Some(Previewed { page, name, sha256 }) = shared.site.previews.read(parts.uri.path(), now) else {
        return Ok(None);
    };
    let live = sha256 == LIVE;
    let Some(layout) = arranged(shared, page, (&name, &sha256)).await? else { return Ok(None) };
    let Read { language, text, theme, contrast, begun } =
        serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).unwrap_or_default();
    let preferences = Preferences {
        language: Language::from_code(&language).unwrap_or_default(),
        text: TextSize::from_code(&text).unwrap_or_default(),
        theme: Theme::from_code(&theme).unwrap_or_default(),
        contrast: Contrast::from_code(&contrast).unwrap_or_default(),
        ..Preferences::default()
    };
    let play = shared.practice.bank().await?;
    let player = PlayMoney::player(&play, NOBODY, preferences.language).await?;
    let person = Customer {
        id: NOBODY,
        name: String::new(),
        greeting: town(preferences.language).you,
        preferences,
        joined_at: Timestamp::EPOCH,
        freeze: None,
        trying: Trying::default(),
    };
    let person = practice::as_player(&player, person);
    let accounts = play.bank.accounts.list(person.id).await?;
    let path = match (page, accounts.first()) {
        (Page::Account, Some(account)) => format!("/accounts/{}", account.id),
        (Page::PayStart, _) => "/pay".to_owned(),
        (Page::Chat, _) => "/help/chat".to_owned(),
        _ => "/".to_owned(),
    };
    let opened = Opened { key: None, customer: Some(person), staff: None, lapsed: None, kept: Kept::default(), now };
    Ok(Some(Visit::new(VisitParts {
        bank: Some(play.bank),
        practice: None,
        preview: Some(Preview { name, layout: Arc::new(layout), begun: begun == "yes", live }),
        path,
        query: String::new(),
        session: Session::new(opened),
        agent: String::new(),
        address: String::new(),
        idle_s: shared.keeper.rules.idle_s,
        preferences,
        chosen: false,
        // Nothing in it is pressed, so nothing has to come to life.
        less_data: true,
        nonce: nonce(shared.rng.as_ref()),
        secure: shared.keeper.rules.secure,
    })))
}

/// The arrangement of `page` that is called `name`, of the program or of the studio, where it is the one that `sha256` is
/// the hash of. A link that is live shows what a designer's folder says now, and nothing where there is none.
async fn arranged(shared: &Shared, page: Page, (name, sha256): (&str, &str)) -> Result<Option<Layout>, StorageError> {
    let is_it = |layout: &Layout| layout.address().to_string() == sha256;
    let there = shared.site.arrangements().find(page, name);
    if sha256 == LIVE {
        return Ok(there.filter(|_| shared.workshop.is_some()));
    }
    if let Some(layout) = there.filter(is_it) {
        return Ok(Some(layout));
    }
    let arrangements = &shared.bank.arrangements;
    let Some(id) = arrangements.named(page.word(), name).await? else { return Ok(None) };
    Ok(arrangements.one(id).await?.and_then(|one| Layout::parse(&one.body).ok()).filter(is_it))
}

/// A visit that nobody looked a session up for: for words about what went wrong before anybody could.
pub fn anonymous(shared: &Shared, path: &str, headers: &HeaderMap) -> Visit {
    let now = shared.keeper.clock.now();
    let nobody = Opened { key: None, customer: None, staff: None, lapsed: None, kept: Kept::default(), now };
    let Reads { preferences, chosen } = reads(headers, shared.keeper.rules.secure);
    Visit::new(VisitParts {
        bank: Some(shared.bank.clone()),
        practice: None,
        preview: None,
        path: path.to_owned(),
        query: String::new(),
        session: Session::new(nobody),
        agent: String::new(),
        address: String::new(),
        idle_s: shared.keeper.rules.idle_s,
        preferences,
        chosen,
        less_data: preferences.data == DataUse::Less || saves_data(headers),
        nonce: nonce(shared.rng.as_ref()),
        secure: shared.keeper.rules.secure,
    })
}

/// How somebody reads who is not signed in.
fn reads(headers: &HeaderMap, secure: bool) -> Reads {
    let cookie = sessions::value(headers, reading::cookie_name(secure)).and_then(reading::from_cookie);
    cookie.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = accepted.map_or(Language::En, reading::accepted_language);
        Reads { preferences: Preferences { language, ..Preferences::default() }, chosen: false }
    })
}

/// Whether the browser asks for little data (the header field `Save-Data` of the Client Hints drafts).
fn saves_data(headers: &HeaderMap) -> bool {
    headers.get(SAVE_DATA).is_some_and(|value| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"on"))
}

fn nonce(rng: &dyn Rng) -> String {
    let mut bytes = [0; 16];
    rng.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}

fn text(headers: &HeaderMap, name: &HeaderName) -> String {
    headers
        .get(name)
        .map(HeaderValue::as_bytes)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .unwrap_or_default()
}

/// The address of the visitor. Behind a proxy it is the last one in `X-Forwarded-For`: the only one that the
/// proxy itself has written, the others are whatever the visitor claims.
pub fn address_of(request: &Request, behind_proxy: bool) -> Option<IpAddr> {
    // What comes past the proxy, or through one that says nothing, is counted against where it came from.
    let forwarded = if behind_proxy { forwarded_for(request) } else { None };
    forwarded.or_else(|| request.extensions().get::<Peer>().map(|peer| peer.0.ip()))
}

fn forwarded_for(request: &Request) -> Option<IpAddr> {
    let forwarded = request.headers().get_all("x-forwarded-for").into_iter().next_back()?.to_str().ok()?;
    forwarded.rsplit(',').next()?.trim().parse().ok()
}
