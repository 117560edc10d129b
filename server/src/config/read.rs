//! How each kind of setting is read. A refusal is what to write instead.

use std::{
    fmt, fs,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
};

use app::layouts::Running;
use assistant::classify::Model;
use bank::{Calendar, IdMint, accounts::TaxYear};
use experiments::assign::{Plans, Secret};
use lettre::{Address, message::Mailbox};

/// The shortest key that nobody guesses, in characters.
const KEY_SHORTEST: usize = 32;

use super::{PolicyFile, RatesAt, RatesFile};
use crate::{learnt, post::Way};

/// The address people type, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    /// The origin as browsers send it (RFC 6454 section 6.1): scheme, host, and the port where it is not the usual.
    pub origin: String,
    /// Whether it is reached over TLS.
    pub tls: bool,
    /// Whether it is this very machine.
    pub local: bool,
}

/// The address of a database, which may hold a password: it shows no more of itself than which kind it is of.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// All of it, for whoever opens the database.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:…", self.0.split(':').next().unwrap_or_default())
    }
}

/// The secret of [`app::layouts::Running`]: it shows nothing of itself.
#[derive(Clone)]
pub struct ExperimentsKey(Secret);

impl ExperimentsKey {
    /// The secret, for whoever assigns.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.0
    }
}

impl fmt::Debug for ExperimentsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ExperimentsKey(…)")
    }
}

/// What the checker is shown: it shows nothing of itself.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckerKey(String);

impl CheckerKey {
    /// The key, for whoever asks the checker.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CheckerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CheckerKey(…)")
    }
}

/// What the program that talks with people has learnt: millions of numbers, of which it shows the version.
#[derive(Clone)]
pub struct Learnt {
    /// All of it.
    pub model: Arc<Model>,
    /// Whether it stands in for the one that was named, whose encoder is not there.
    pub stands_in: bool,
}

impl fmt::Debug for Learnt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Learnt({})", self.model.version())
    }
}

/// When the ledger is looked over at start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerifyAtStart {
    /// Before anybody is served.
    Before,
    /// While people are served.
    Background,
    /// Not at all.
    Never,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people on a terminal, for machines elsewhere.
    Auto,
    /// For people.
    Pretty,
    /// One JSON object a line.
    Json,
}

type Read<T> = Result<T, String>;

pub(super) fn address(text: &str) -> Read<SocketAddr> {
    text.parse().map_err(|_| "write an address and a port, such as 127.0.0.1:3000".to_owned())
}

pub(super) fn loopback_or_unsaid(text: &str) -> Read<Option<SocketAddr>> {
    let advice = || "write an address of this machine and a port, such as 127.0.0.1:3100, or leave it out".to_owned();
    match text {
        "" => Ok(None),
        _ => text.parse().ok().filter(|address: &SocketAddr| address.ip().is_loopback()).map(Some).ok_or_else(advice),
    }
}

pub(super) fn mail(text: &str) -> Read<Option<Way>> {
    if text.is_empty() { Ok(None) } else { Way::read(text).map(Some).ok_or_else(|| Way::ADVICE.to_owned()) }
}

pub(super) fn mailbox(text: &str) -> Read<Option<Mailbox>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| "write a name and an address, such as Bank <notices@bank.example>".to_owned())
}

pub(super) fn domain_or_unsaid(text: &str) -> Read<Option<String>> {
    let fits = |text: &str| Address::new("0", text).is_ok();
    match text {
        "" => Ok(None),
        _ if fits(text) => Ok(Some(text.to_owned())),
        _ => Err("write the name of a host, such as sms.example".to_owned()),
    }
}

pub(super) fn address_or_off(text: &str) -> Read<Option<SocketAddr>> {
    if text == "off" {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| "write an address and a port, such as 127.0.0.1:9464, or off".to_owned())
}

pub(super) fn local_or_unsaid(text: &str) -> Read<Option<SocketAddr>> {
    if text.is_empty() {
        return Ok(None);
    }
    let address = text.parse().ok().filter(|address: &SocketAddr| address.ip().is_loopback());
    address.map(Some).ok_or_else(|| "write an address of this machine and a port, such as 127.0.0.1:3010".to_owned())
}

pub(super) fn checker_key(text: &str) -> Read<CheckerKey> {
    if text.is_empty() || text.len() >= KEY_SHORTEST && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(CheckerKey(text.to_owned()));
    }
    Err(format!("write at least {KEY_SHORTEST} characters, such as `openssl rand -hex 32` prints"))
}

pub(super) fn public_url(text: &str) -> Read<PublicUrl> {
    let advice = || "write http:// or https:// and a host, without a path, such as https://bank.example".to_owned();
    let (tls, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err(advice()),
    };
    let authority = rest.strip_suffix('/').unwrap_or(rest).to_ascii_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if authority.is_empty() || !authority.chars().all(allowed) {
        return Err(advice());
    }
    let (usual, scheme) = if tls { (":443", "https") } else { (":80", "http") };
    let authority = authority.strip_suffix(usual).unwrap_or(&authority);
    Ok(PublicUrl { origin: format!("{scheme}://{authority}"), tls, local: is_local(authority) })
}

fn is_local(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => authority.split(':').next().unwrap_or(authority),
    };
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

pub(super) fn database(text: &str) -> Read<DatabaseUrl> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|start| text.starts_with(start) && text.len() > start.len()) {
        Ok(DatabaseUrl(text.to_owned()))
    } else {
        Err("write sqlite:FILE or postgres://USER@HOST/NAME".to_owned())
    }
}

pub(super) fn database_or_unsaid(text: &str) -> Read<Option<DatabaseUrl>> {
    if text.is_empty() { Ok(None) } else { database(text).map(Some) }
}

pub(super) fn yes_or_no_or_unsaid(text: &str) -> Read<Option<bool>> {
    if text.is_empty() { Ok(None) } else { yes_or_no(text).map(Some) }
}

pub(super) fn yes_or_no(text: &str) -> Read<bool> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("write true or false".to_owned()),
    }
}

pub(super) fn time_zone(text: &str) -> Read<String> {
    match Calendar::in_zone(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("write the IANA name of a time zone, such as Europe/London or Asia/Shanghai".to_owned()),
    }
}

pub(super) fn tax_year(text: &str) -> Read<TaxYear> {
    text.parse().map_err(|_| "write a month and a day that every year has, such as 04-06 or 01-01".to_owned())
}

pub(super) fn node(text: &str) -> Read<u16> {
    let number = text.parse().ok().filter(|node| *node < IdMint::NODES);
    number.ok_or_else(|| format!("write a number from 0 to {}", IdMint::NODES - 1))
}

pub(super) fn seconds(text: &str) -> Read<i64> {
    let number = text.parse().ok().filter(|seconds| (1..=86_400).contains(seconds));
    number.ok_or_else(|| "write whole seconds, from 1 to 86400".to_owned())
}

pub(super) fn seconds_unsigned(text: &str) -> Read<u64> {
    seconds(text).map(i64::unsigned_abs)
}

pub(super) fn count<const MOST: u32>(text: &str) -> Read<u32> {
    let number = text.parse().ok().filter(|count| (1..=MOST).contains(count));
    number.ok_or_else(|| format!("write a whole number from 1 to {MOST}"))
}

pub(super) fn verify_at_start(text: &str) -> Read<VerifyAtStart> {
    match text {
        "before" => Ok(VerifyAtStart::Before),
        "background" => Ok(VerifyAtStart::Background),
        "never" => Ok(VerifyAtStart::Never),
        _ => Err("write before, background or never".to_owned()),
    }
}

pub(super) fn log_filter(text: &str) -> Read<String> {
    match tracing_subscriber::EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("write a level (error, warn, info, debug, trace), or pairs such as server=debug,info".to_owned()),
    }
}

pub(super) fn log_format(text: &str) -> Read<LogFormat> {
    match text {
        "auto" => Ok(LogFormat::Auto),
        "pretty" => Ok(LogFormat::Pretty),
        "json" => Ok(LogFormat::Json),
        _ => Err("write auto, pretty or json".to_owned()),
    }
}

pub(super) fn policy(text: &str) -> Read<PolicyFile> {
    if text.is_empty() {
        return Ok(PolicyFile::default());
    }
    let file = fs::read_to_string(text).map_err(|error| format!("name a file that can be read ({error})"))?;
    PolicyFile::read(&file).map_err(|wrong| format!("put right in that file: {wrong}"))
}

pub(super) fn rates(text: &str) -> Read<Option<RatesAt>> {
    if text.is_empty() {
        return Ok(None);
    }
    let at = RatesAt(PathBuf::from(text));
    let file = fs::read_to_string(&at.0).map_err(|error| format!("name a file that can be read ({error})"))?;
    RatesFile::read(&file).map_err(|wrong| format!("put right in that file: {wrong}"))?;
    Ok(Some(at))
}

pub(super) fn path(text: &str) -> Read<Option<PathBuf>> {
    if text.is_empty() {
        return Ok(None);
    }
    let path = PathBuf::from(text);
    if path.is_file() { Ok(Some(path)) } else { Err("write the path of a Leptos.toml that is there".to_owned()) }
}

pub(super) fn experiments(text: &str) -> Read<Plans> {
    if text.is_empty() {
        return Ok(Plans::default());
    }
    let file =
        fs::read_to_string(text).map_err(|error| format!("write the path of a file that can be read ({error})"))?;
    Running::plans(&file).map_err(|what| format!("put this right in the file, or set no file: {what}"))
}

pub(super) fn experiments_key(text: &str) -> Read<Option<ExperimentsKey>> {
    match text.len() {
        0 => Ok(None),
        KEY_SHORTEST.. => Ok(Some(ExperimentsKey(Secret::new(text.as_bytes())))),
        _ => Err(format!("write at least {KEY_SHORTEST} characters, such as `openssl rand -hex 32` prints")),
    }
}

pub(super) fn assistant_model(text: &str) -> Read<Option<Learnt>> {
    if text.is_empty() {
        return Ok(None);
    }
    fs::metadata(text).map_err(|error| format!("write the path of a file that can be read ({error})"))?;
    let learnt::Read { model, stands_in } = learnt::read(Path::new(text))
        .map_err(|what| format!("name a file that `banyan assistant train` has written ({what})"))?;
    Ok(Some(Learnt { model: Arc::new(model), stands_in }))
}

#[expect(clippy::unnecessary_wraps, reason = "every setting is read by a function that may refuse it")]
pub(super) fn folder(text: &str) -> Read<Option<PathBuf>> {
    // Whether it is there is seen when it is looked into: the bank works without it as well.
    Ok((!text.is_empty()).then(|| PathBuf::from(text)))
}
