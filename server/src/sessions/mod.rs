//! Sessions: a secret in a cookie, and everything else in the database.
//!
//! Only the SHA-256 of the secret is kept, so whoever reads the database cannot become anybody. A session is
//! found with one query, which also says who the customer is *now*; ending one takes effect on the next request.

mod cookie;
mod shelf;

use std::sync::Arc;

use app::{
    pages::help::chat::{CHAT, STREAM},
    session::{Fate, Kept, Opened, Session},
};
use axum::http::{HeaderMap, HeaderValue};
use bank::{Clock, IdMint, Rng, StorageError, ports::NewSession};
use model::{CustomerId, SessionKey, Timestamp};
use sha2::{Digest, Sha256};

pub use cookie::{CUSTOMER, Name, STAFF, Secret, find, value};
pub use shelf::{Owner, Shelf};

/// A session in use is noted in the database at most this often, in seconds.
const TOUCH_S: i64 = 30;
/// How much of what a browser calls itself is kept, in characters.
const AGENT: usize = 200;

/// The rules by which sessions live.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How long one may be left alone, in seconds.
    pub idle_s: i64,
    /// How long one may last, in seconds.
    pub absolute_s: i64,
    /// What the cookie is called.
    pub cookie: Name,
    /// Whether it goes over TLS only.
    pub secure: bool,
}

/// Finds sessions and keeps them.
#[derive(Clone)]
pub struct Keeper {
    /// Whose they are, and where they are kept.
    pub shelf: Shelf,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where secrets come from.
    pub rng: Arc<dyn Rng>,
    /// Where public names come from.
    pub ids: Arc<IdMint>,
    /// By which rules.
    pub rules: Rules,
}

/// What is noted of where a session came from, for the list of devices.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The browser, as it calls itself.
    pub agent: String,
    /// The address.
    pub address: String,
}

/// Whether a page asks for this by itself, rather than whoever reads it (Fetch Metadata, section 2.1): nobody is there
/// only because their page looks for news. What tells news is never asked for otherwise, whatever a browser says.
fn is_by_itself(path: &str, headers: &HeaderMap) -> bool {
    path.ends_with("/stream") || headers.get("sec-fetch-dest").is_some_and(|what| what == "empty")
}

/// Whether a page is open on which a stranger waits for an answer. They have nothing but this session to find it by, and
/// nothing is seen with it but what they wrote.
fn is_waiting(path: &str, kept: &Kept, is_stranger: bool) -> bool {
    is_stranger && kept.chat.is_some() && [CHAT, STREAM].contains(&path)
}

impl Keeper {
    /// The session of a request for `path` with these headers. Only for a post (`posted`) is it looked up who a lapsed
    /// session belonged to: what they typed is worth keeping for them.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn open(
        &self,
        path: &str,
        headers: &HeaderMap,
        posted: bool,
    ) -> Result<(Option<Secret>, Session), StorageError> {
        let now = self.clock.now();
        let nobody = Opened { key: None, customer: None, staff: None, lapsed: None, kept: Kept::default(), now };
        let Some(secret) = find(headers, self.rules.cookie, self.rules.secure) else {
            return Ok((None, Session::new(nobody)));
        };
        let hash = secret.hash();
        let idle_since = now.plus_seconds(-self.rules.idle_s);
        if let Some((stored, staff)) = self.shelf.load(&hash, now, idle_since).await? {
            let (key, customer, kept) = (Some(stored.key), stored.customer, read(&stored.data));
            let is_stranger = customer.is_none() && staff.is_none();
            let is_there = posted || !is_by_itself(path, headers) || is_waiting(path, &kept, is_stranger);
            if is_there && now.seconds_since(stored.seen_at) >= TOUCH_S {
                self.touch(hash, now);
            }
            let opened = Opened { key, customer, staff, lapsed: None, kept, now };
            return Ok((Some(secret), Session::new(opened)));
        }
        let lapsed = if posted { self.lapsed(&hash).await? } else { None };
        Ok((None, Session::new(Opened { lapsed, ..nobody })))
    }

    /// Whose the session was before it lapsed, for as long as its row is there.
    async fn lapsed(&self, hash: &[u8; 32]) -> Result<Option<CustomerId>, StorageError> {
        let long_ago = Timestamp::from_micros(i64::MIN);
        let stored = self.shelf.load(hash, long_ago, long_ago).await?;
        Ok(stored.and_then(|(stored, _)| stored.customer).map(|customer| customer.id))
    }

    /// Notes the use beside the request, which need not wait for it.
    fn touch(&self, hash: [u8; 32], now: Timestamp) {
        let keeping = self.shelf.clone();
        tokio::spawn(async move {
            if let Err(error) = keeping.touch(&hash, now).await {
                tracing::warn!(%error, "the use of a session was not noted");
            }
        });
    }

    /// Keeps what became of `session`; gives the `Set-Cookie` header where the browser must learn of it.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn settle(
        &self,
        secret: Option<&Secret>,
        session: &Session,
        origin: Origin,
    ) -> Result<Option<HeaderValue>, StorageError> {
        let (kept, fate) = session.settled();
        match (fate, secret) {
            (Fate::Unchanged, _) => Ok(None),
            (Fate::Changed, Some(secret)) => {
                // One that was ended meanwhile stays ended.
                self.shelf.keep(&secret.hash(), &write(&kept)).await?;
                Ok(None)
            }
            (Fate::Changed, None) => self.begin(Owner::Nobody, &kept, origin).await.map(Some),
            (fate @ (Fate::SignedIn(_) | Fate::StaffSignedIn(_) | Fate::Renewed), old) => {
                let cookie = self.begin(Owner::after(fate), &kept, origin).await?;
                if let Some(old) = old {
                    self.shelf.delete(&old.hash()).await?;
                }
                Ok(Some(cookie))
            }
            (Fate::Ended, old) => {
                if let Some(old) = old {
                    self.shelf.delete(&old.hash()).await?;
                }
                Ok(Some(cookie::forget(self.rules.cookie, self.rules.secure)))
            }
        }
    }

    async fn begin(&self, owner: Owner, kept: &Kept, origin: Origin) -> Result<HeaderValue, StorageError> {
        let secret = Secret::new(self.rng.as_ref());
        let now = self.clock.now();
        let session = NewSession {
            secret_hash: secret.hash(),
            key: SessionKey::new(self.ids.next()),
            customer: owner.customer(),
            data: write(kept),
            created_at: now,
            expires_at: now.plus_seconds(self.rules.absolute_s),
            agent: origin.agent.chars().take(AGENT).collect(),
            address: origin.address,
        };
        self.shelf.save(owner, &session).await?;
        Ok(cookie::set(&secret, self.rules.cookie, self.rules.secure))
    }
}

fn read(data: &str) -> Kept {
    // Most sessions hold nothing.
    if data == "{}" {
        return Kept::default();
    }
    serde_json::from_str(data).unwrap_or_else(|error| {
        tracing::error!(%error, "what a session held could not be read; it goes on empty");
        Kept::default()
    })
}

fn write(kept: &Kept) -> String {
    if kept.is_empty() {
        return "{}".to_owned();
    }
    serde_json::to_string(kept).unwrap_or_else(|_| "{}".to_owned())
}

impl Secret {
    /// What the database knows of it.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.bytes()).into()
    }
}
