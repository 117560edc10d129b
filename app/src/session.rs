//! What one visitor's session holds while a request is answered. The server's session layer fills it before and
//! keeps what became of it after; nothing here speaks to the database.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bank::{
    cards::CardUse,
    customers::Customer,
    limits::LimitKind,
    ports::Ceremony,
    staff::{Found, StaffMember},
};
use model::{
    AccountId, CallBackId, CardId, ConversationId, CustomerId, Money, RecoveryId, ScheduleId, SessionKey, StaffId,
    Timestamp,
    forms::{Acting, CardReach, Invitation},
};
use serde::{Deserialize, Serialize};

use crate::outcome::KeptFlash;

/// What the pages keep in a session from one request to the next, as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Forms that were not right, waiting for their page to show them again.
    pub flashes: Vec<KeptFlash>,
    /// A sign-in whose first half has been sent.
    pub sign_in: Option<HalfSignedIn>,
    /// The calls that were asked for before anybody had signed in.
    pub calls: Vec<CallBackId>,
    /// The conversation that was begun before anybody had signed in.
    pub chat: Option<ConversationId>,
    /// What a passkey was asked, to sign in.
    pub passkey: Option<Asked>,
    /// What an authenticator was asked, to make a passkey. The person has approved of it.
    pub new_passkey: Option<Asked>,
    /// A change that the person has approved of, and not made yet.
    pub change: Option<ApprovedChange>,
    /// A limit that the person wants to raise, until they have approved it.
    pub limit: Option<WantedLimit>,
    /// How much the person wants something planned to be, until they have approved it.
    pub amount: Option<WantedAmount>,
    /// Whom the person wants to let look at accounts, until they have approved it.
    pub invitation: Option<WantedInvitation>,
    /// Who the person wants to act for a business, or how many payments are to take two people, until they have approved it.
    pub acting: Option<WantedActing>,
    /// What the person wants a card to pay more, until they have approved it.
    pub of_card: Option<WantedOfCard>,
    /// The card whose PIN the person may see, once and soon.
    pub pin: Option<(CustomerId, CardId, Timestamp)>,
    /// Somebody who is on their way back in.
    pub finding_back: Option<FindingBack>,
    /// The customers whom somebody of the bank has found last.
    pub found: Vec<Found>,
    /// The code that somebody of the bank is to hand over, until they have seen it.
    pub handed: Option<Handed>,
}

impl Kept {
    /// Whether there is nothing in it: most sessions hold nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.flashes.is_empty()
            && self.sign_in.is_none()
            && self.calls.is_empty()
            && self.chat.is_none()
            && self.passkey.is_none()
            && self.new_passkey.is_none()
            && self.change.is_none()
            && self.limit.is_none()
            && self.amount.is_none()
            && self.invitation.is_none()
            && self.acting.is_none()
            && self.of_card.is_none()
            && self.pin.is_none()
            && self.finding_back.is_none()
            && self.found.is_empty()
            && self.handed.is_none()
    }
}

/// A code to be handed over to a customer, for their way back in. It is shown once.
#[derive(Clone, Serialize, Deserialize)]
pub struct Handed {
    /// To whom.
    pub customer: CustomerId,
    /// The code.
    pub code: String,
}

impl std::fmt::Debug for Handed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handed").field("customer", &self.customer).finish_non_exhaustive()
    }
}

/// What changes.
#[derive(Clone, Serialize, Deserialize)]
pub enum Change {
    /// The password.
    Password,
    /// The authenticator app: the secret of the new one.
    App(Vec<u8>),
    /// The recovery codes: the new ones, which are shown only now.
    Codes(Vec<String>),
}

/// A change that was approved: it is to be made soon.
#[derive(Clone, Serialize, Deserialize)]
pub struct ApprovedChange {
    /// What changes.
    pub change: Change,
    /// Whose it is.
    pub owner: CustomerId,
    /// When it was approved.
    pub at: Timestamp,
}

impl std::fmt::Debug for ApprovedChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApprovedChange").field("at", &self.at).finish_non_exhaustive()
    }
}

/// How much somebody wants something planned to be.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WantedAmount {
    /// Who.
    pub owner: CustomerId,
    /// What is planned.
    pub schedule: ScheduleId,
    /// How much it is to be.
    pub to: Money,
    /// When they said so.
    pub at: Timestamp,
}

/// A limit that somebody wants to raise.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WantedLimit {
    /// Who.
    pub owner: CustomerId,
    /// Of which account.
    pub account: AccountId,
    /// Which one.
    pub kind: LimitKind,
    /// To how much.
    pub to: Money,
    /// When they said so.
    pub at: Timestamp,
}

/// Whom somebody wants to let look at accounts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WantedInvitation {
    /// Whose accounts they are.
    pub owner: CustomerId,
    /// Who, at what, and until when.
    pub invitation: Invitation,
    /// When they said so.
    pub at: Timestamp,
}

/// What somebody wants for the account of their business.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Wish {
    /// That somebody acts for it.
    Person(Acting),
    /// That two people are wanted from so much on, or not at all.
    Rule(Option<Money>),
}

/// What somebody wants for the account of their business, and which it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WantedActing {
    /// Who.
    pub owner: CustomerId,
    /// Which account.
    pub account: AccountId,
    /// What.
    pub wish: Wish,
    /// When they said so.
    pub at: Timestamp,
}

/// What a card is to pay more.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum CardRaise {
    /// In one way, up to so much a day.
    Limit(CardUse, Money),
    /// In more countries.
    Reach(CardReach),
}

/// What somebody wants a card of theirs to pay more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WantedOfCard {
    /// Who.
    pub owner: CustomerId,
    /// Which card.
    pub card: CardId,
    /// What.
    pub raise: CardRaise,
    /// When they said so.
    pub at: Timestamp,
}

/// How far somebody has come on their way back in, in this session.
#[derive(Clone, Serialize, Deserialize)]
pub enum WayBack {
    /// They have the link.
    Link,
    /// And they have brought the proof again: the secret of a new app, where they need one.
    Proved(Vec<u8>),
    /// They are back.
    Done {
        /// New recovery codes, which are shown only now.
        codes: Vec<String>,
        /// Until when they pay nobody new.
        held_until: Timestamp,
    },
}

/// Somebody on their way back in.
#[derive(Clone, Serialize, Deserialize)]
pub struct FindingBack {
    /// Which way back.
    pub recovery: RecoveryId,
    /// Whose.
    pub customer: CustomerId,
    /// How far they have come.
    pub way: WayBack,
    /// When they came so far.
    pub at: Timestamp,
}

impl std::fmt::Debug for FindingBack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FindingBack").field("at", &self.at).finish_non_exhaustive()
    }
}

/// How long an approved change may wait to be made, and a step on the way back in for the next, in seconds.
const CHANGE_S: i64 = 10 * 60;
/// How long the PIN of a card may be looked at after that was approved, in seconds: until the next page has come.
const PIN_S: i64 = 60;

/// A question to a passkey, waiting for its one answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    /// What it was asked, and what the answer is checked against.
    pub ceremony: Ceremony,
    /// When.
    pub at: Timestamp,
}

impl Asked {
    /// Whether it may still be answered at `now`.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        now.seconds_since(self.at) < auth::passkeys::CEREMONY_S
    }
}

/// A sign-in between its two halves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HalfSignedIn {
    /// What the second half is checked against.
    pub pending: auth::sign_in::Pending,
    /// The user name as it was typed, to show it again where the sign-in fails.
    pub username: String,
    /// Where the person was going.
    pub next: String,
}

/// What the session layer does with a session after the request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fate {
    /// Nothing changed.
    #[default]
    Unchanged,
    /// What is kept in it changed.
    Changed,
    /// A person has signed in: the same session goes on under a new secret, as theirs.
    SignedIn(CustomerId),
    /// Somebody on their way back in has proved who they are: what is kept goes on under a new secret, as nobody's.
    Renewed,
    /// Somebody of the bank has, in the same way.
    StaffSignedIn(StaffId),
    /// The person has signed out.
    Ended,
}

/// A session as it was when the request came in.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its public name; `None` where there is no session yet.
    pub key: Option<SessionKey>,
    /// Who is signed in.
    pub customer: Option<Customer>,
    /// Who of the bank is signed in. Never both: what is a session of the bank's own people, the address says.
    pub staff: Option<StaffMember>,
    /// Who was signed in, where the cookie is of a session that has lapsed.
    pub lapsed: Option<CustomerId>,
    /// What is kept in it.
    pub kept: Kept,
    /// When the request came in.
    pub now: Timestamp,
}

/// The session of one request. Every clone is the same session.
#[derive(Debug, Clone)]
pub struct Session(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    opened: Opened,
    now: Mutex<(Kept, Fate)>,
}

impl Session {
    /// The session of a request that came in with `opened`.
    #[must_use]
    pub fn new(opened: Opened) -> Self {
        let mut kept = opened.kept.clone();
        // What holds a secret is not kept for longer than it is good for.
        let over = |change: &mut ApprovedChange| opened.now.seconds_since(change.at) >= CHANGE_S;
        let late = |back: &mut FindingBack| opened.now.seconds_since(back.at) >= CHANGE_S;
        let forgot = kept.change.take_if(over).is_some() | kept.finding_back.take_if(late).is_some();
        let fate = if forgot { Fate::Changed } else { Fate::Unchanged };
        Self(Arc::new(Shared { opened, now: Mutex::new((kept, fate)) }))
    }

    /// Its public name; `None` where there is no session yet.
    #[must_use]
    pub fn key(&self) -> Option<SessionKey> {
        self.0.opened.key
    }

    /// Who is signed in.
    #[must_use]
    pub fn customer(&self) -> Option<&Customer> {
        self.0.opened.customer.as_ref()
    }

    /// Who of the bank is signed in.
    #[must_use]
    pub fn staff(&self) -> Option<&StaffMember> {
        self.0.opened.staff.as_ref()
    }

    /// Who was signed in, where the cookie is of a session that has lapsed.
    #[must_use]
    pub fn lapsed(&self) -> Option<CustomerId> {
        self.0.opened.lapsed
    }

    /// When the request came in.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.opened.now
    }

    /// Reads what is kept in it.
    pub fn read<T>(&self, read: impl FnOnce(&Kept) -> T) -> T {
        read(&self.lock().0)
    }

    /// Changes what is kept in it.
    pub fn change<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> T {
        let mut guard = self.lock();
        let (kept, fate) = &mut *guard;
        if *fate == Fate::Unchanged {
            *fate = Fate::Changed;
        }
        change(kept)
    }

    /// The change that whoever is signed in has approved of, as long as it may still be made.
    #[must_use]
    pub fn approved(&self) -> Option<Change> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |approved: &&ApprovedChange| approved.owner == who && now.seconds_since(approved.at) < CHANGE_S;
        self.read(|kept| kept.change.as_ref().filter(open).map(|approved| approved.change.clone()))
    }

    /// The limit that whoever is signed in wants to raise, as long as it may still be approved.
    #[must_use]
    pub fn wanted_limit(&self) -> Option<WantedLimit> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |wanted: &&WantedLimit| wanted.owner == who && now.seconds_since(wanted.at) < CHANGE_S;
        self.read(|kept| kept.limit.as_ref().filter(open).cloned())
    }

    /// How much whoever is signed in wants something planned to be, as long as it may still be approved.
    #[must_use]
    pub fn wanted_amount(&self) -> Option<WantedAmount> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |wanted: &&WantedAmount| wanted.owner == who && now.seconds_since(wanted.at) < CHANGE_S;
        self.read(|kept| kept.amount.as_ref().filter(open).cloned())
    }

    /// Whom whoever is signed in wants to let look, as long as it may still be approved.
    #[must_use]
    pub fn wanted_invitation(&self) -> Option<Invitation> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |wanted: &&WantedInvitation| wanted.owner == who && now.seconds_since(wanted.at) < CHANGE_S;
        self.read(|kept| kept.invitation.as_ref().filter(open).map(|wanted| wanted.invitation.clone()))
    }

    /// What whoever is signed in wants for this account of their business, as long as it may still be approved.
    #[must_use]
    pub fn wanted_acting(&self, account: AccountId) -> Option<Wish> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |wanted: &&WantedActing| {
            wanted.owner == who && wanted.account == account && now.seconds_since(wanted.at) < CHANGE_S
        };
        self.read(|kept| kept.acting.as_ref().filter(open).map(|wanted| wanted.wish.clone()))
    }

    /// What whoever is signed in wants a card to pay more, as long as it may still be approved.
    #[must_use]
    pub fn wanted_of_card(&self) -> Option<WantedOfCard> {
        let (now, who) = (self.now(), self.customer()?.id);
        let open = |wanted: &&WantedOfCard| wanted.owner == who && now.seconds_since(wanted.at) < CHANGE_S;
        self.read(|kept| kept.of_card.as_ref().filter(open).cloned())
    }

    /// `owner` may see the PIN of a card, once and soon.
    pub fn may_see_pin(&self, owner: CustomerId, card: CardId) {
        let now = self.now();
        self.change(|kept| kept.pin = Some((owner, card, now)));
    }

    /// Whether whoever is signed in may see the PIN of this card: with that they have.
    #[must_use]
    pub fn take_pin(&self, card: CardId) -> bool {
        let (now, who) = (self.now(), self.customer().map(|customer| customer.id));
        let Some((owner, of, at)) = self.read(|kept| kept.pin) else { return false };
        self.change(|kept| kept.pin = None);
        who == Some(owner) && of == card && now.seconds_since(at) < PIN_S
    }

    /// How far somebody has come on their way back in, in this session.
    #[must_use]
    pub fn finding_back(&self) -> Option<FindingBack> {
        self.read(|kept| kept.finding_back.clone())
    }

    /// Makes it the session of `customer`, under a new secret. What was kept for somebody else is forgotten.
    pub fn sign_in(&self, customer: CustomerId) {
        let mut guard = self.lock();
        let (kept, fate) = &mut *guard;
        kept.sign_in = None;
        kept.calls.clear();
        kept.passkey = None;
        kept.change = None;
        kept.limit = None;
        kept.amount = None;
        kept.invitation = None;
        kept.acting = None;
        kept.of_card = None;
        kept.pin = None;
        kept.finding_back = None;
        kept.new_passkey = None;
        kept.flashes.retain(|flash| flash.owner == Some(customer));
        *fate = Fate::SignedIn(customer);
    }

    /// Somebody on their way back in has proved who they are: what is kept for that goes on under a new secret, so that
    /// whoever knows the old one is left behind. Nobody is signed in, whoever was.
    pub fn renew(&self) {
        let mut guard = self.lock();
        let (kept, fate) = &mut *guard;
        *kept = Kept { finding_back: kept.finding_back.take(), ..Kept::default() };
        *fate = Fate::Renewed;
    }

    /// Makes it the session of `member` of the bank, under a new secret, with nothing in it.
    pub fn sign_in_staff(&self, member: StaffId) {
        *self.lock() = (Kept::default(), Fate::StaffSignedIn(member));
    }

    /// Ends it.
    pub fn end(&self) {
        *self.lock() = (Kept::default(), Fate::Ended);
    }

    /// What became of it, and what is to be kept.
    #[must_use]
    pub fn settled(&self) -> (Kept, Fate) {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, (Kept, Fate)> {
        self.0.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
