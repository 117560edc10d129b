//! Asking to be called back: when, on which number, in which language, and what to tell whoever calls.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Language, Problems, text, time};

/// The most characters of the name somebody gives who is not signed in.
pub const CALLER_LENGTH: usize = 70;
/// How many days ahead a call can be asked for, today included.
pub const CALL_DAYS: i64 = 7;
/// The fewest digits of a telephone number, and the most (ITU-T E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// The most characters of a telephone number as people group it.
const PHONE_LENGTH: usize = 24;

crate::coded! {
    /// The part of a day in which a call is wanted.
    DayPart {
        /// From nine to noon.
        Morning = "morning",
        /// From noon to five.
        Afternoon = "afternoon",
        /// From five to eight.
        Evening = "evening",
    }

    /// Where somebody was when they wanted to talk to a person: a kind of page, and the step of a journey. It names
    /// no account, no payment and no amount.
    Whereabouts {
        /// The home page.
        Home = "home",
        /// The list of accounts.
        Accounts = "accounts",
        /// One account.
        Account = "account",
        /// One transaction.
        Transaction = "transaction",
        /// The statements of an account.
        Statement = "statement",
        /// Where a payment begins.
        Pay = "pay",
        /// A payment: how much, from where.
        PayAmount = "pay-amount",
        /// A payment: to whom.
        PayPayee = "pay-payee",
        /// A payment: the last look at it.
        PayReview = "pay-review",
        /// A payment: its approval.
        PayApprove = "pay-approve",
        /// The receipt of a payment.
        Receipt = "receipt",
        /// Signing in: the name.
        SignIn = "sign-in",
        /// Signing in: the code.
        SignInCode = "sign-in-code",
        /// The way back in for who cannot sign in.
        Recover = "recover",
        /// What is about the person.
        You = "you",
        /// How they read.
        Preferences = "preferences",
        /// Who is signed in as them, and how.
        Security = "security",
        /// Help.
        Help = "help",
        /// What they have written to the bank, and what became of it.
        Tickets = "tickets",
        /// Practising on play money.
        Practice = "practice",
    }
}

impl DayPart {
    /// The hours on the bank's clock between which it lies.
    #[must_use]
    pub const fn hours(self) -> (i8, i8) {
        match self {
            Self::Morning => (9, 12),
            Self::Afternoon => (12, 17),
            Self::Evening => (17, 20),
        }
    }
}

/// What was typed and chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallBackForm {
    /// What to call the person by; only of somebody who is not signed in.
    pub name: String,
    /// The number to call.
    pub phone: String,
    /// A [`Language`] code.
    pub language: String,
    /// The day, as a date field writes it.
    pub day: String,
    /// A [`DayPart`] code.
    pub part: String,
    /// A [`Whereabouts`] code: where the person came from. Empty where that is not known.
    pub page: String,
    /// `yes` where whoever calls may know the page.
    pub tell: String,
}

/// What the check needs to know besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallTimes {
    /// Today, in the bank's time zone.
    pub today: Date,
    /// The hour on the bank's clock.
    pub hour: i8,
    /// Whether the bank knows who is asking.
    pub known: bool,
}

impl CallTimes {
    /// The days that a call can be asked for: those of which some part is left.
    #[must_use]
    pub fn days(&self) -> Vec<Date> {
        let over = DayPart::ALL.iter().all(|part| self.is_over(self.today, *part));
        let first = i64::from(over);
        (first..first + CALL_DAYS).filter_map(|ahead| self.today.checked_add(ahead.days()).ok()).collect()
    }

    /// Whether that part of that day has passed.
    #[must_use]
    pub fn is_over(&self, day: Date, part: DayPart) -> bool {
        day == self.today && part.hours().1 <= self.hour
    }
}

/// A call that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallWish {
    /// What to call the person by; empty where the bank knows them.
    pub name: String,
    /// The number to call, as they group it.
    pub phone: String,
    /// The language to speak.
    pub language: Language,
    /// On which day.
    pub day: Date,
    /// When on that day.
    pub part: DayPart,
    /// Where the person was, if whoever calls may know.
    pub page: Option<Whereabouts>,
}

impl Form for CallBackForm {
    type Context = CallTimes;
    type Value = CallWish;

    fn check(&self, times: &CallTimes) -> Result<CallWish, Problems> {
        let mut problems = Problems::none();
        let name = if times.known { Some(String::new()) } else { problems.keep("name", self.caller()) };
        let phone = problems.keep("phone", phone(&self.phone));
        let language = Language::from_code(&self.language).ok_or(ErrorCode::ChoiceUnknown);
        let language = problems.keep("language", language);
        let day = time::parse_date(&self.day).filter(|day| times.days().contains(day));
        let day = problems.keep("day", day.ok_or(ErrorCode::ChoiceUnknown));
        let part = problems.keep("part", self.part(day, *times));
        match (name, phone, language, day, part) {
            (Some(name), Some(phone), Some(language), Some(day), Some(part)) => {
                Ok(CallWish { name, phone, language, day, part, page: self.told() })
            }
            _ => Err(problems),
        }
    }
}

impl CallBackForm {
    /// Where the person was, if they said that it may be passed on.
    fn told(&self) -> Option<Whereabouts> {
        if self.tell == "yes" { Whereabouts::from_code(&self.page) } else { None }
    }

    fn caller(&self) -> Result<String, ErrorCode> {
        let name = text::one_line(&self.name);
        if name.is_empty() {
            Err(ErrorCode::CallerNameMissing)
        } else if text::length(&name) > CALLER_LENGTH {
            Err(ErrorCode::PayeeNameLength)
        } else if text::turns_direction(&name) {
            Err(ErrorCode::TextNotAllowed)
        } else {
            Ok(name)
        }
    }

    fn part(&self, day: Option<Date>, times: CallTimes) -> Result<DayPart, ErrorCode> {
        if self.part.is_empty() {
            return Err(ErrorCode::CallPartMissing);
        }
        let part = DayPart::from_code(&self.part).ok_or(ErrorCode::ChoiceUnknown)?;
        let over = day.is_some_and(|day| times.is_over(day, part));
        if over { Err(ErrorCode::CallPartOver) } else { Ok(part) }
    }
}

/// A telephone number as typed: digits with the marks by which people group them, perhaps with a plus before them.
fn phone(typed: &str) -> Result<String, ErrorCode> {
    let line = text::one_line(&text::half_width(typed));
    if line.is_empty() {
        return Err(ErrorCode::PhoneMissing);
    }
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.' | '/');
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let shaped = line.strip_prefix('+').unwrap_or(&line).chars().all(grouped);
    if shaped && PHONE_DIGITS.contains(&digits) && line.len() <= PHONE_LENGTH {
        Ok(line)
    } else {
        Err(ErrorCode::PhoneShape)
    }
}
