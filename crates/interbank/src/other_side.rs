//! A bank that is not one, to try the messages with: what it does follows from the last two digits of the payee's account,
//! so that a test or a demonstration can choose. It knows no clock: whoever asks says what time it is.

use std::collections::HashMap;

use bank::{
    payments::{NameCheck, check_name},
    rails::BackReason,
};
use jiff::civil::DateTime;
use model::{Iban, PayeeNumber, PaymentId, Timestamp};

use crate::{
    NotUnderstood,
    answers::{back, status},
    order::{PaymentOrder, read_initiation},
};

/// What it does with a payment: the last digit of the payee's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// It takes it and says at once that it arrived: 0 to 3, and anything that is no digit.
    Takes,
    /// It does not take it, because the account is closed: 4.
    Refuses,
    /// It takes it, and says so after [`LATE_S`]: 5.
    Late,
    /// It takes it, and says so twice: 6.
    Twice,
    /// It says nothing before it was told [`DEAF_TIMES`] times, as if no line had reached it: 7.
    Deaf,
    /// It takes it, and sends it back after [`BACK_S`]: 8.
    Returns,
    /// It takes it, and never says what has become of it: 9.
    Silent,
}

/// After how many seconds it says what it says late.
const LATE_S: i64 = 60;
/// After how many seconds it sends back what it sends back: a bank takes days for it.
const BACK_S: i64 = 90;
/// How often it does not hear what it does not hear.
const DEAF_TIMES: u32 = 2;
/// After how many seconds it says anything.
const SOON_S: i64 = 1;

/// Whose account it is: the last digit but one, 0 to 7. It does not say of whom the others are.
pub const HOLDERS: [&str; 8] = [
    "Ruth Adler",
    "Samuel Okoro",
    "Green Lane Nursery",
    "Inès Moreau",
    "王晓明",
    "Harbour Boats Ltd",
    "Leila Haddad",
    "Tomasz Nowak",
];

impl Manner {
    /// Every one of them, each with a last digit that has it and what it does.
    pub const ALL: [(Self, u8, &'static str); 7] = [
        (Self::Takes, 0, "takes it"),
        (Self::Refuses, 4, "does not take it"),
        (Self::Late, 5, "takes it and says so a minute later"),
        (Self::Twice, 6, "takes it and says so twice"),
        (Self::Deaf, 7, "does not answer before it is told the third time"),
        (Self::Returns, 8, "takes it and sends it back after a minute and a half"),
        (Self::Silent, 9, "takes it and never says so"),
    ];

    /// What is done with payments to `account`.
    #[must_use]
    pub fn of(account: impl Into<PayeeNumber>) -> Self {
        let last = match account.into() {
            PayeeNumber::Here(number) => digits(&number.to_string()).1,
            PayeeNumber::Elsewhere(iban) => digits(iban.electronic()).1,
            PayeeNumber::Abroad(number) => digits(number.account()).1,
        };
        match last {
            4 => Self::Refuses,
            5 => Self::Late,
            6 => Self::Twice,
            7 => Self::Deaf,
            8 => Self::Returns,
            9 => Self::Silent,
            _ => Self::Takes,
        }
    }
}

/// The last two digits; 0 for a letter.
fn digits(number: &str) -> (u8, u8) {
    let digit = |letter: Option<u8>| letter.filter(u8::is_ascii_digit).map_or(0, |letter| letter - b'0');
    let mut letters = number.bytes().rev();
    let last = digit(letters.next());
    (digit(letters.next()), last)
}

/// Whose account `iban` is; `None` where that is not said.
#[must_use]
pub fn holder_of(iban: Iban) -> Option<&'static str> {
    HOLDERS.get(usize::from(digits(iban.electronic()).0)).copied()
}

/// An account in the United Kingdom of the `holder`th of [`HOLDERS`] with which this is done.
///
/// # Panics
/// Where `holder` is no digit.
#[must_use]
pub fn sample(holder: u8, manner: Manner) -> Iban {
    assert!(holder < 10, "one digit says whose account it is");
    let last = Manner::ALL.iter().find(|(known, ..)| *known == manner).map_or(0, |(_, digit, _)| *digit);
    Iban::made("GB", &format!("OTHR040400000001{holder}{last}")).expect("it has the length of its country")
}

/// What it has heard when it is told something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It has it, for the first time or again.
    All,
    /// It was not listening.
    Nothing,
}

/// Something it has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number: until it is taken it is said again.
    pub number: u64,
    /// When it is said first.
    pub due_at: Timestamp,
    /// What.
    pub body: Vec<u8>,
}

/// The bank.
#[derive(Debug, Default)]
pub struct OtherSide {
    /// The payments it was told of, and how often.
    told: HashMap<PaymentId, u32>,
    /// What it has to say, the oldest first.
    messages: Vec<Message>,
    said: u64,
}

impl OtherSide {
    /// Tells it of a payment, as a `pain.001`.
    ///
    /// # Errors
    /// Where it is none.
    pub fn tell(&mut self, initiation: &[u8], now: Timestamp) -> Result<Heard, NotUnderstood> {
        let order = read_initiation(initiation)?;
        let manner = Manner::of(order.account);
        let times = self.told.entry(order.id).or_default();
        *times = times.saturating_add(1);
        if manner == Manner::Deaf && *times <= DEAF_TIMES {
            return Ok(Heard::Nothing);
        }
        // Told again, it is the same payment.
        let first = if manner == Manner::Deaf { DEAF_TIMES + 1 } else { 1 };
        if *times == first {
            self.answer(&order, manner, now);
        }
        Ok(Heard::All)
    }

    fn answer(&mut self, order: &PaymentOrder, manner: Manner, now: Timestamp) {
        let arrives = |side: &mut Self, after: i64| {
            side.say(now.plus_seconds(after), |name, at| status(name, order.id, None, at));
        };
        match manner {
            Manner::Takes | Manner::Deaf => arrives(self, SOON_S),
            Manner::Late => arrives(self, LATE_S),
            Manner::Refuses => {
                let refused = Some(BackReason::Closed);
                self.say(now.plus_seconds(SOON_S), |name, at| status(name, order.id, refused, at));
            }
            Manner::Twice => {
                arrives(self, SOON_S);
                arrives(self, SOON_S);
            }
            Manner::Returns => {
                arrives(self, SOON_S);
                let (id, amount, why) = (order.id, order.amount, BackReason::Unwanted);
                self.say(now.plus_seconds(BACK_S), |name, at| back(name, SETTLEMENT, id, amount, why, at));
            }
            Manner::Silent => {}
        }
    }

    fn say(&mut self, due_at: Timestamp, write: impl FnOnce(&str, DateTime) -> Vec<u8>) {
        self.said += 1;
        let number = self.said;
        let body = write(&format!("OTHR-{number}"), in_utc(due_at));
        self.messages.push(Message { number, due_at, body });
    }

    /// What it says at `now`: everything that was not taken, the oldest first.
    pub fn says(&self, now: Timestamp) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(move |message| message.due_at <= now)
    }

    /// What it said under this number was taken.
    pub fn taken(&mut self, number: u64) {
        self.messages.retain(|message| message.number != number);
    }

    /// Whether the account `iban` is that of `typed`.
    #[must_use]
    pub fn name(iban: Iban, typed: &str) -> NameCheck {
        holder_of(iban).map_or(NameCheck::Unavailable, |holder| check_name(typed, holder))
    }
}

/// The number of the account over which the two banks settle.
const SETTLEMENT: &str = "SETTLEMENT";

/// A moment in Coordinated Universal Time.
#[must_use]
pub fn in_utc(moment: Timestamp) -> DateTime {
    let instant = jiff::Timestamp::from_microsecond(moment.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    jiff::tz::TimeZone::UTC.to_datetime(instant)
}
