//! How often one address may ask, and try to sign in, and how often one person may change something. Passwords and
//! codes are guarded by counts of their own, in the database (`auth`); this keeps one machine from trying many names,
//! from keeping the hashing busy, and from asking for more pages than one server has to give.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use app::session::Session;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bank::Clock;
use model::{CustomerId, StaffId, Timestamp};

use super::network::network;
use crate::{config::Config, visit::address_of};

/// The time over which is counted, in seconds.
const WINDOW_S: i64 = 60;
/// How many are remembered. When there are more, those whose minute is over are forgotten first.
const REMEMBERED: usize = 100_000;

/// Where somebody proves who they are, or begins to: guessing is possible at these, and some are dear. And where
/// strangers may leave something.
const DOORS: [&str; 6] =
    ["/do/sign-in", "/do/recover/", "/do/feedback", "/do/help/", "/do/staff/sign-in", "/do/staff/enrol"];

/// What lies behind a door and tries nothing: a browser asks for it whenever the sign-in page is opened.
const NO_TRY: &str = "/do/sign-in/passkey/ask";

/// Neither does a conversation that has begun, in which people say one short thing after the other. How often anybody
/// changes anything is counted there as well.
const TALK: [&str; 2] = ["/do/help/chat/say", "/do/help/chat/press"];

/// Whether something is done at the `path` that only so many a minute may try.
#[must_use]
pub fn is_door(path: &str) -> bool {
    path != NO_TRY && !TALK.contains(&path) && DOORS.iter().any(|door| path.starts_with(door))
}

/// Whether a conversation begins with what is done at the `path` in `session`: a stranger's first word is a door.
#[must_use]
pub fn begins_talk(path: &str, session: &Session) -> bool {
    let is_stranger = session.customer().is_none() && session.staff().is_none();
    TALK.contains(&path) && is_stranger && session.read(|kept| kept.chat.is_none())
}

/// What is counted, for everybody.
pub struct Pace {
    clock: Arc<dyn Clock>,
    behind_proxy: bool,
    requests: Counts<IpAddr>,
    sign_ins: Counts<IpAddr>,
    changes: Counts<Changing>,
}

/// Who changes something: a person where one is signed in, otherwise an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Changing {
    /// Somebody who is signed in, wherever they are.
    Customer(CustomerId),
    /// Somebody of the bank, in the same way.
    Staff(StaffId),
    /// Nobody, from there.
    Address(IpAddr),
}

impl Changing {
    /// Who changes something in `session`, from `address`. Without an address there is no network: a test in the same
    /// process.
    #[must_use]
    pub fn of(session: &Session, address: Option<IpAddr>) -> Option<Self> {
        let customer = session.customer().map(|customer| Self::Customer(customer.id));
        let staff = session.staff().map(|member| Self::Staff(member.id));
        customer.or(staff).or_else(|| address.map(|address| Self::Address(network(address))))
    }
}

impl Pace {
    /// The limits that `config` sets, in the time of `clock`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, config: &Config) -> Self {
        Self {
            clock,
            behind_proxy: config.is_behind_proxy(),
            requests: Counts::new(config.requests_per_minute),
            sign_ins: Counts::new(config.sign_ins_per_minute),
            changes: Counts::new(config.changes_per_minute),
        }
    }

    /// Counts a request; whether its address is within the limits.
    fn allows(&self, request: &Request) -> bool {
        // Without an address there is no network: a test in the same process.
        let Some(address) = address_of(request, self.behind_proxy).map(network) else { return true };
        let now = self.clock.now();
        let tries = *request.method() == Method::POST && is_door(request.uri().path());
        let asks = self.requests.count(address, now);
        let verdict = if tries && asks == Verdict::Within { self.sign_ins.count(address, now) } else { asks };
        // One line a minute says as much as thousands, and does not fill the disk.
        if verdict == Verdict::FirstTooMany {
            tracing::warn!(tries, "too much from one address");
        }
        verdict == Verdict::Within
    }

    /// Counts a try from `address` at what only the session shows to be a door; whether it is within the limit.
    pub fn allows_try(&self, address: Option<IpAddr>) -> bool {
        address.is_none_or(|address| self.sign_ins.count(network(address), self.clock.now()) == Verdict::Within)
    }

    /// Counts a change by `who`; whether it is within the limit.
    pub fn allows_change(&self, who: Option<Changing>) -> bool {
        let verdict = who.map_or(Verdict::Within, |who| self.changes.count(who, self.clock.now()));
        if verdict == Verdict::FirstTooMany {
            let (customer, staff) = match who {
                Some(Changing::Customer(customer)) => (Some(customer.value()), None),
                Some(Changing::Staff(member)) => (None, Some(member.value())),
                Some(Changing::Address(_)) | None => (None, None),
            };
            tracing::warn!(customer, staff, "too many changes in a minute");
        }
        verdict == Verdict::Within
    }
}

/// Refuses what is one too many.
pub async fn limit(State(pace): State<Arc<Pace>>, request: Request, next: Next) -> Response {
    if pace.allows(&request) { next.run(request).await } else { too_many() }
}

/// Says that it was one too many, and when to come back (429, RFC 6585 section 4). The connection ends with it: what
/// else was asked for on it, one after the other and without waiting, is not looked at.
pub fn too_many() -> Response {
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(WINDOW_S));
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Whether something is within a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It is.
    Within,
    /// The first of a minute that is not.
    FirstTooMany,
    /// One more.
    TooMany,
}

/// Counts for each of many, a minute at a time.
struct Counts<K> {
    most: u32,
    counted: Mutex<HashMap<K, Counted>>,
}

#[derive(Clone, Copy)]
struct Counted {
    since: Timestamp,
    times: u32,
}

impl<K: Copy + Eq + Hash> Counts<K> {
    fn new(most: u32) -> Self {
        Self { most, counted: Mutex::default() }
    }

    /// Counts once more for `one`. Where too many are remembered, nobody new is let through: whoever can fill this up
    /// would otherwise be counted no more.
    fn count(&self, one: K, now: Timestamp) -> Verdict {
        let over = |counted: &Counted| now.seconds_since(counted.since) >= WINDOW_S;
        let mut all = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= REMEMBERED && !all.contains_key(&one) {
            all.retain(|_, counted| !over(counted));
            if all.len() >= REMEMBERED {
                return Verdict::TooMany;
            }
        }
        let counted = all.entry(one).or_insert(Counted { since: now, times: 0 });
        if over(counted) {
            *counted = Counted { since: now, times: 0 };
        }
        counted.times = counted.times.saturating_add(1);
        match counted.times.checked_sub(self.most) {
            None | Some(0) => Verdict::Within,
            Some(1) => Verdict::FirstTooMany,
            Some(_) => Verdict::TooMany,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Verdict::{FirstTooMany, TooMany, Within},
        *,
    };

    #[test]
    fn the_limit_is_for_each_and_for_a_minute() {
        let counts = Counts::new(2);
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        let (one, other): (IpAddr, IpAddr) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        let verdicts = [(); 5].map(|()| counts.count(one, at(0)));
        assert_eq!(verdicts, [Within, Within, FirstTooMany, TooMany, TooMany]);
        assert_eq!(counts.count(other, at(0)), Within);
        assert_eq!(counts.count(one, at(WINDOW_S - 1)), TooMany);
        assert_eq!(counts.count(one, at(WINDOW_S)), Within);
    }

    #[test]
    fn a_crowd_is_forgotten_with_its_minute_and_does_not_push_anybody_out() {
        let counts = Counts::new(1);
        for one in 0..REMEMBERED {
            assert_eq!(counts.count(one, Timestamp::EPOCH), Within);
        }
        assert_eq!(counts.count(REMEMBERED, Timestamp::EPOCH), TooMany, "there is no room");
        assert_eq!(counts.count(0, Timestamp::EPOCH), FirstTooMany, "and nobody was forgotten");
        assert_eq!(counts.count(REMEMBERED, Timestamp::EPOCH.plus_seconds(WINDOW_S)), Within);
        assert_eq!(counts.counted.lock().unwrap_or_else(PoisonError::into_inner).len(), 1);
    }
}
