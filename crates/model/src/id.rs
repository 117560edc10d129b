//! Ids: 63 bits, ordered by the time they were made, shown as thirteen letters and digits.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Crockford's base 32, lower case: no i, l, o or u, so that an id survives being read over the telephone.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 13 × 5 bits hold the 63 bits of an id.
const LENGTH: usize = 13;

/// The text was not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl std::error::Error for NotAnId {}

fn encode(value: i64) -> [u8; LENGTH] {
    let mut bits = value.cast_unsigned();
    let mut text = [b'0'; LENGTH];
    for slot in text.iter_mut().rev() {
        *slot = ALPHABET[(bits & 31) as usize];
        bits >>= 5;
    }
    text
}

fn decode(text: &str) -> Result<i64, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    let mut bits: u128 = 0;
    for byte in text.bytes() {
        let digit = ALPHABET.iter().position(|a| *a == byte).ok_or(NotAnId)?;
        bits = (bits << 5) | digit as u128;
    }
    i64::try_from(bits).map_err(|_| NotAnId)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// The id with this number, as the database keeps it. Never negative.
            #[must_use]
            pub const fn new(value: i64) -> Self {
                assert!(value >= 0, "ids are never negative");
                Self(value)
            }

            /// The number the database keeps.
            #[must_use]
            pub const fn value(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let letters = encode(self.0);
                f.write_str(std::str::from_utf8(&letters).unwrap_or_default())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                decode(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A person who banks here.
    CustomerId;
    /// Somebody of the bank.
    StaffId;
    /// An account of the ledger, a customer's or an internal one.
    AccountId;
    /// One movement of money between two accounts.
    TransferId;
    /// A payment, from its first draft to its receipt.
    PaymentId;
    /// Leave to look at accounts, given to somebody else.
    MandateId;
    /// Leave to act for the account of a business, given to somebody who is not its owner.
    DelegateId;
    /// A power of attorney.
    PowerId;
    /// Payments that are planned, each on its day.
    ScheduleId;
    /// Money set aside on an account.
    HoldId;
    /// What somebody told the bank was hard.
    FeedbackId;
    /// A passkey of somebody, as the list of them names it.
    PasskeyId;
    /// A question to approve something.
    ChallengeId;
    /// The public name of a session in the list of devices; never the secret in the cookie.
    SessionKey;
    /// A way back in that somebody has asked for.
    RecoveryId;
    /// Money that somebody asks for.
    RequestId;
    /// A call that somebody asked for; also the reference they quote.
    CallBackId;
    /// Something that a customer has written to the bank about; also the number they quote.
    TicketId;
    /// An arrangement of a page that somebody of the bank has written.
    ArrangementId;
    /// What somebody and the bank say to one another in one go.
    ConversationId;
    /// An answer that the bank's own people keep ready.
    ReplyId;
    /// A message that the program learns from.
    MissId;
    /// A model that was offered to answer people.
    ModelId;
    /// A card to pay with.
    CardId;
    /// Something that a card was presented for.
    CardPaymentId;
}
