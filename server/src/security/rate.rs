//! How often one network address may try to sign in, or leave a message. Passwords are guarded by their own count; this keeps one
//! machine from trying many names, and from keeping the hashing busy.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bank::Clock;
use model::Timestamp;

use super::network::network;
use crate::visit::address_of;

/// The time over which tries are counted, in seconds.
const WINDOW_S: i64 = 60;
/// How many addresses are remembered. When there are more, those whose minute is over are forgotten first.
const ADDRESSES: usize = 100_000;

/// What a stranger may do: each time is a try.
const COUNTED: [&str; 2] = ["/do/sign-in", "/do/feedback"];

/// Counts the tries of each address.
pub struct Tries {
    clock: Arc<dyn Clock>,
    limit: u32,
    behind_proxy: bool,
    counted: Mutex<HashMap<IpAddr, Counted>>,
}

#[derive(Clone, Copy)]
struct Counted {
    since: Timestamp,
    tries: u32,
}

impl Tries {
    /// Allows `limit` tries a minute.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, limit: u32, behind_proxy: bool) -> Self {
        Self { clock, limit, behind_proxy, counted: Mutex::default() }
    }

    /// Counts a try of `address`; whether it is within the limit.
    fn allows(&self, address: IpAddr) -> bool {
        let now = self.clock.now();
        let over = |counted: &Counted| now.seconds_since(counted.since) >= WINDOW_S;
        let mut all = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= ADDRESSES {
            all.retain(|_, counted| !over(counted));
        }
        if all.len() >= ADDRESSES && !all.contains_key(&network(address)) {
            return false;
        }
        let counted = all.entry(network(address)).or_insert(Counted { since: now, tries: 0 });
        if over(counted) {
            *counted = Counted { since: now, tries: 0 };
        }
        counted.tries = counted.tries.saturating_add(1);
        counted.tries <= self.limit
    }
}

/// Refuses a try that is one too many (429, RFC 6585 section 4).
pub async fn limit(State(tries): State<Arc<Tries>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let counts = *request.method() == Method::POST && COUNTED.iter().any(|begin| path.starts_with(begin));
    if !counts || address_of(&request, tries.behind_proxy).is_none_or(|address| tries.allows(address)) {
        return next.run(request).await;
    }
    tracing::warn!("too many tries from one address");
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(WINDOW_S));
    response
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    struct Hand(AtomicI64);

    impl Clock for Hand {
        fn now(&self) -> Timestamp {
            Timestamp::from_micros(self.0.load(Ordering::Relaxed) * 1_000_000)
        }
    }

    #[test]
    fn the_limit_is_per_address_and_per_minute() {
        let hand = Arc::new(Hand(AtomicI64::new(1_000)));
        let tries = Tries::new(hand.clone(), 3, false);
        let (one, other): (IpAddr, IpAddr) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        assert_eq!([(); 5].map(|()| tries.allows(one)), [true, true, true, false, false]);
        assert!(tries.allows(other));
        hand.0.fetch_add(WINDOW_S, Ordering::Relaxed);
        assert!(tries.allows(one));
    }
}
