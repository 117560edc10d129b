//! What a page or an action can reach: the bank, the person, their words, and the answer being written.

mod attempt;
mod head;

use std::sync::Arc;

use auth::Auth;
use bank::{
    Bank, Calendar, Error,
    customers::Customer,
    practice::{PlayBank, Player},
    security::Device,
    staff::{Duty, StaffMember},
};
use experiments::assign::Plans;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::{expect_context, provide_context, use_context};
use leptos_axum::ResponseOptions;
use model::{CustomerId, ErrorCode, Language, Preferences};
use serde::de::DeserializeOwned;

use crate::{
    addresses::{STAFF, is_for_staff},
    layouts::{Arrangements, Running},
    practice,
    previews::{Preview, Previews},
    reading::{self, Reads},
    session::Session,
    words::Words,
    workshop::Workshop,
};

pub use crate::addresses::{encoded, is_own_page};
pub use attempt::Attempt;
pub(crate) use attempt::attempt;
pub use head::Head;

/// How much of what a browser calls itself is kept, in characters.
const AGENT: usize = 200;

/// What every request shares: put together once, by the server.
#[derive(Clone)]
pub struct Site(Arc<SiteParts>);

/// The parts of a [`Site`].
pub struct SiteParts {
    /// Who is there.
    pub auth: Arc<Auth>,
    /// Where the style sheet and the script are.
    pub assets: Assets,
    /// Where this is the demonstration: who there is to be. Nobody, in a real bank.
    pub demo: Vec<DemoPerson>,
    /// Whether anybody may look at the gallery of the design system, at `/design`.
    pub design: bool,
    /// Whether every sentence is in disguise, so that a test sees which are not in `locales`.
    pub pseudo: bool,
    /// What the bank's file says of which arrangements of pages are tried out.
    pub plans: Plans,
    /// Which are at this moment, and on whom.
    pub running: Running,
    /// Signs links to arrangements that nobody is shown yet.
    pub previews: Previews,
    /// Whether a browser looks at what is handed in: without one nothing gets further.
    pub checks: bool,
    /// The folder that a designer works in, where this is a demonstration on their own machine.
    pub workshop: Option<Workshop>,
}

/// Somebody of the demonstration bank, as its sign-in page tells everybody.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    /// Their name.
    pub name: &'static str,
    /// What they sign in with.
    pub username: &'static str,
    /// And with what password.
    pub password: &'static str,
}

impl Site {
    /// A site of these parts.
    #[must_use]
    pub fn new(parts: SiteParts) -> Self {
        Self(Arc::new(parts))
    }

    /// The words of `language`.
    #[must_use]
    pub fn words(&self, language: Language) -> Words {
        if self.pseudo { Words::pseudo() } else { Words::of(language) }
    }

    /// The arrangements that there are before anything is written in the studio: those of the program, and in their
    /// places those of a designer's folder.
    #[must_use]
    pub fn arrangements(&self) -> Arrangements {
        self.workshop.as_ref().map_or_else(Arrangements::compiled, Workshop::arrangements)
    }
}

impl std::ops::Deref for Site {
    type Target = SiteParts;

    fn deref(&self) -> &SiteParts {
        &self.0
    }
}

/// The addresses of the built files, with the hash of their content in their names.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that loads the WebAssembly.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
    /// While people develop: the port on which the build tells pages to load themselves anew.
    pub reload: Option<u16>,
}

/// One request, as far as pages need to know it.
#[derive(Clone)]
pub struct Visit(Arc<VisitParts>);

/// The parts of a [`Visit`].
pub struct VisitParts {
    /// The bank that this request speaks to: the real one, or the play bank. Pages and actions reach no other. `None`
    /// where nothing is asked of any: an example of the gallery in a test.
    pub bank: Option<Bank>,
    /// Where this request is to practice: who plays.
    pub practice: Option<Practice>,
    /// Where this is a preview: what is shown, whoever looks.
    pub preview: Option<Preview>,
    /// The path that was asked for: `/accounts/0abc…`. In the play bank it is the path within it.
    pub path: String,
    /// The query after it, without its question mark; empty for none.
    pub query: String,
    /// The visitor's session.
    pub session: Session,
    /// The browser, as it calls itself.
    pub agent: String,
    /// The network address of the visitor, as far as it is known.
    pub address: String,
    /// How long the session may be left alone, in seconds.
    pub idle_s: i64,
    /// How they want to read.
    pub preferences: Preferences,
    /// Whether that was chosen in this browser while nobody was signed in.
    pub chosen: bool,
    /// The value that lets the one inline script of this answer run, and no other (CSP level 3, `nonce-`).
    pub nonce: String,
    /// Whether they want to spend little data: their browser says so (Save-Data), or they do.
    pub less_data: bool,
    /// Whether the answer may mark cookies `Secure`: not on plain HTTP, where they would be lost.
    pub secure: bool,
}

/// A visit to practice.
#[derive(Clone)]
pub struct Practice {
    /// The play bank.
    pub play: PlayBank,
    /// Who plays; `None` where nobody is signed in.
    pub player: Option<Player>,
    /// Whether the page is one of the bank's own, on play money, rather than one about the lessons.
    pub in_bank: bool,
}

impl Visit {
    /// A visit of these parts.
    #[must_use]
    pub fn new(parts: VisitParts) -> Self {
        Self(Arc::new(parts))
    }

    /// Who is signed in, as the bank of this request knows them.
    #[must_use]
    pub fn person(&self) -> Option<Customer> {
        let customer = self.session.customer()?.clone();
        let player = self.practice.as_ref().and_then(|practice| practice.player.as_ref());
        Some(match player {
            Some(player) => practice::as_player(player, customer),
            None => customer,
        })
    }
}

impl std::ops::Deref for Visit {
    type Target = VisitParts;

    fn deref(&self) -> &VisitParts {
        &self.0
    }
}

/// The bank that this request speaks to.
///
/// # Panics
/// In an example of the gallery, which speaks to none.
#[must_use]
pub fn bank() -> Bank {
    visit().bank.clone().expect("every request speaks to a bank")
}

/// The bank's calendar, to say when something was.
///
/// # Panics
/// As [`bank`].
#[must_use]
pub fn calendar() -> Calendar {
    bank().calendar
}

/// What finds out who is there.
#[must_use]
pub fn auth() -> Arc<Auth> {
    Arc::clone(&site().auth)
}

/// Everything the requests share.
#[must_use]
pub fn site() -> Site {
    expect_context()
}

/// This request.
#[must_use]
pub fn visit() -> Visit {
    expect_context()
}

/// The visitor's session.
#[must_use]
pub fn visitor() -> Session {
    visit().session.clone()
}

/// How the visitor wants to read.
#[must_use]
pub fn preferences() -> Preferences {
    visit().preferences
}

/// Where this request comes from.
#[must_use]
pub fn device() -> Device {
    let visit = visit();
    Device { agent: visit.agent.chars().take(AGENT).collect(), address: visit.address.clone() }
}

/// The words in the visitor's language.
#[must_use]
pub fn words() -> Words {
    // A part that is shown by itself, in a test, belongs to no site.
    let language = preferences().language;
    use_context::<Site>().map_or_else(|| Words::of(language), |site| site.words(language))
}

/// Who is signed in, as the bank of this request knows them. Where nobody is, the answer to a page becomes the way to
/// the sign-in and back to here; an action hands the refusal to [`crate::outcome::failed`], which keeps what was typed
/// as well.
///
/// # Errors
/// [`ErrorCode::SignedOut`].
pub fn person() -> Result<Customer, Error> {
    let visit = visit();
    if let Some(person) = visit.person() {
        return Ok(person);
    }
    if !practice::is_action(&visit.path) {
        redirect(&sign_in_address(&path_and_query()));
    }
    Err(ErrorCode::SignedOut.into())
}

/// As [`person`], for what does not change while everything of theirs is frozen.
///
/// # Errors
/// [`ErrorCode::SignedOut`], [`ErrorCode::Frozen`].
pub fn unfrozen() -> Result<Customer, Error> {
    let person = person()?;
    if person.is_frozen(visitor().now()) { Err(ErrorCode::Frozen.into()) } else { Ok(person) }
}

/// Who of the bank is signed in. Where nobody is, as with [`person`], to their own sign-in.
///
/// # Errors
/// [`ErrorCode::SignedOut`].
pub fn staff() -> Result<StaffMember, Error> {
    let visit = visit();
    if let Some(member) = visit.session.staff() {
        return Ok(member.clone());
    }
    if !practice::is_action(&visit.path) {
        redirect(&sign_in_address(&path_and_query()));
    }
    Err(ErrorCode::SignedOut.into())
}

/// The same, where they have this `duty`.
///
/// # Errors
/// [`ErrorCode::SignedOut`]; [`ErrorCode::Forbidden`] where they have not.
pub fn staff_with(duty: Duty) -> Result<StaffMember, Error> {
    let member = staff()?;
    if member.role.may(duty) { Ok(member) } else { Err(ErrorCode::Forbidden.into()) }
}

/// Whether this request is of the bank's own people.
#[must_use]
pub fn is_staff() -> bool {
    is_for_staff(&visit().path)
}

/// The visit to practice that this is, with who plays, and the number they have in the real bank.
///
/// # Errors
/// [`ErrorCode::SignedOut`]; [`ErrorCode::NotFound`] where it is no visit to practice.
pub fn player() -> Result<(PlayBank, Player, CustomerId), Error> {
    let visit = visit();
    person()?;
    let customer = visit.session.customer().map(|customer| customer.id).ok_or(ErrorCode::SignedOut)?;
    let practice = visit.practice.as_ref().ok_or(ErrorCode::NotFound)?;
    let player = practice.player.clone().ok_or(ErrorCode::NotFound)?;
    Ok((practice.play.clone(), player, customer))
}

/// Whether the page shows play money.
#[must_use]
pub fn is_play_bank() -> bool {
    visit().practice.as_ref().is_some_and(|practice| practice.in_bank)
}

/// `path` as the browser knows it: a page of the play bank is under an address of its own.
#[must_use]
pub fn outer(path: &str) -> String {
    if is_play_bank() { practice::outer(path) } else { path.to_owned() }
}

/// Where to sign in and then go on to `next`.
#[must_use]
pub fn sign_in_address(next: &str) -> String {
    let next = &outer(next);
    if is_for_staff(next) {
        let plain = format!("{STAFF}/sign-in");
        return if next == STAFF { plain } else { format!("{plain}?next={}", encoded(next)) };
    }
    if next == "/" { "/sign-in".to_owned() } else { format!("/sign-in?next={}", encoded(next)) }
}

/// The path of this request.
#[must_use]
pub fn path() -> String {
    visit().path.clone()
}

/// The path of this request with its query.
#[must_use]
pub fn path_and_query() -> String {
    let visit = visit();
    let path = outer(&visit.path);
    if visit.query.is_empty() { path } else { format!("{path}?{}", visit.query) }
}

/// What stands in the query, as a form. Whatever cannot be read is as if it were not there: an address that was
/// cut short must still show its page.
#[must_use]
pub fn query<T: DeserializeOwned + Default>() -> T {
    serde_urlencoded::from_str(&visit().query).unwrap_or_default()
}

/// The part of the path that the route calls `name`, read as a `T`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where it cannot be one: nothing is at such an address.
pub fn part<T: std::str::FromStr>(name: &str) -> Result<T, Error> {
    let parts = leptos_router::hooks::use_params_map();
    let text = leptos::prelude::ReadUntracked::read_untracked(&parts).get(name);
    text.and_then(|text| text.parse().ok()).ok_or_else(|| ErrorCode::NotFound.into())
}

/// Sets the title of the page, before the name of the bank.
pub fn title(title: impl Into<String>) {
    if let Some(head) = use_context::<Head>() {
        head.change(|said| said.title = title.into());
    }
}

/// Says in the title of the page that something on it is to be put right: the title is what is read out first.
pub fn mark_refused() {
    if let Some(head) = use_context::<Head>() {
        head.change(|said| said.refused = true);
    }
}

/// Says that the page is the same for everybody: nothing in its document tells whose browser asked for it.
pub fn mark_for_anybody() {
    if let Some(head) = use_context::<Head>() {
        head.change(|said| said.for_anybody = true);
    }
}

/// Sets the status of the answer.
pub fn status(status: StatusCode) {
    response().set_status(status);
}

/// Adds a header to the answer.
pub fn header(name: HeaderName, value: HeaderValue) {
    response().append_header(name, value);
}

/// Says which layout the page has, by its hash: whoever looks at it for the bank can tell what they were shown.
pub(crate) fn name_layout(sha256: &str) {
    if let Ok(value) = HeaderValue::from_str(sha256) {
        response().insert_header(HeaderName::from_static("x-layout-sha256"), value);
    }
}

/// Sends the visitor to `path` with GET (303, RFC 9110 section 15.4.4). Only ever a path of this site.
pub fn redirect(path: &str) {
    let response = response();
    let path = HeaderValue::from_str(&outer(path)).unwrap_or(HeaderValue::from_static("/"));
    response.insert_header(header::LOCATION, path);
    response.set_status(StatusCode::SEE_OTHER);
}

fn response() -> ResponseOptions {
    expect_context()
}

/// Has the browser keep how somebody reads, for the pages before the sign-in.
pub fn remember_reading(reads: Reads) {
    if let Ok(cookie) = HeaderValue::from_str(&reading::cookie(reads, visit().secure)) {
        header(header::SET_COOKIE, cookie);
    }
}

/// Shows what follows on this page as somebody with these preferences would read it, whoever is looking.
pub fn read_as(preferences: Preferences) {
    let visit = visit();
    provide_context(Visit::new(VisitParts {
        bank: visit.bank.clone(),
        practice: visit.practice.clone(),
        preview: visit.preview.clone(),
        path: visit.path.clone(),
        query: visit.query.clone(),
        session: visit.session.clone(),
        agent: visit.agent.clone(),
        address: visit.address.clone(),
        idle_s: visit.idle_s,
        preferences,
        chosen: false,
        nonce: visit.nonce.clone(),
        less_data: visit.less_data,
        secure: visit.secure,
    }));
    if let Some(head) = use_context::<Head>() {
        head.change(|said| said.reads = Some(preferences));
    }
}
