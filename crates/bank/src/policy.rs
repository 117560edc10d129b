//! What this bank has set for everybody.

use model::{Currency, Money, forms::TicketKind};

use crate::{
    accounts::{AccountKind, TaxYear},
    cards::CardUse,
    conversations::HandOver,
    limits::LimitKind,
    security::SecurityEvent,
    waits::Waits,
};

/// How long a way back in waits after somebody has asked for it, in seconds: long enough for whoever did not ask to hear
/// of it and to stop it. No setting shortens it, and no row of the database says when it ends.
pub const RECOVERY_WAIT_S: i64 = 24 * 60 * 60;

/// For how long it stands open after that, in seconds.
pub const RECOVERY_OPEN_S: i64 = 7 * 24 * 60 * 60;

/// For how long after one of [`HOLDING`] nobody is paid who was never paid before, in seconds: a thief with a new way in
/// is in a hurry, and its owner hears of it in that time.
pub const PAYEE_HOLD_S: i64 = 12 * 60 * 60;

/// After what that is so: somebody has got a way in that they did not have.
pub const HOLDING: [SecurityEvent; 3] =
    [SecurityEvent::PasskeyAdded, SecurityEvent::AppChanged, SecurityEvent::RecoveryFinished];

/// How long a raised limit waits after it was asked for, in seconds; for as long nobody is paid who was never paid
/// before. Whoever talks somebody into a payment is in a hurry as well.
pub const LIMIT_RAISE_WAIT_S: i64 = 12 * 60 * 60;

/// For how long after they were paid for the first time somebody is new, in seconds.
pub const NEW_PAYEE_S: i64 = 24 * 60 * 60;

/// The most that reaches another bank at once, in whole pounds, euros or dollars. What is more takes the ordinary way.
pub const INSTANT_MOST: i64 = 2_000;

/// The hour on the bank's clock until which what takes the ordinary way leaves on the same day.
pub const ORDINARY_CLOSES: i8 = 16;

/// How many wrong tries a password survives over its whole life: then it opens nothing until it is another (NIST SP
/// 800-63B-4 section 3.2.2).
pub const PASSWORD_FAILURES: i64 = 100;

/// How long a customer waits for an answer to what they have written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerTime {
    /// So many hours, by day and by night.
    Hours(i64),
    /// Until [`OFFICE_CLOSES`] on the how-manieth working day after the one on which they wrote.
    WorkingDays(i64),
}

/// The hour on the bank's clock at which a working day ends.
pub const OFFICE_CLOSES: i8 = 17;

/// How long an answer to a ticket of this kind takes at most. Money that left without its owner's leave is given back by
/// the end of the next business day, and a complaint about a payment is answered within fifteen (Payment Services
/// Regulations 2017, regulations 76 and 101).
#[must_use]
pub const fn answer_time(kind: TicketKind) -> AnswerTime {
    match kind {
        TicketKind::Lost | TicketKind::Suspicious => AnswerTime::Hours(4),
        TicketKind::PaymentUnknown => AnswerTime::WorkingDays(1),
        TicketKind::PaymentWrong | TicketKind::Other => AnswerTime::WorkingDays(2),
        TicketKind::Complaint => AnswerTime::WorkingDays(15),
    }
}

/// How long somebody waits at most until a person says something in their conversation, in seconds.
#[must_use]
pub const fn chat_answer_s(why: Option<HandOver>) -> i64 {
    match why {
        Some(why) if why.is_urgent() => 60,
        Some(HandOver::Dispute) => 3 * 60,
        _ => 5 * 60,
    }
}

/// Limits and periods. Amounts that differ by account are on the account itself.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// How long a challenge to approve a payment stays open, in seconds: time in which a person reads,
    /// looks at the app and types six digits.
    pub approval_s: i64,
    /// How many wrong codes a challenge survives.
    pub approval_attempts: i64,
    /// How long a session may be left alone, in seconds.
    pub session_idle_s: i64,
    /// How long a draft that nobody changes is kept, in days.
    pub draft_days: i64,
    /// How long what is told to the world is kept, in days.
    pub outbox_days: i64,
    /// How long what people say was hard is kept, in days.
    pub feedback_days: i64,
    /// How long a call that was asked for is kept, in days: long enough to answer for it.
    pub call_back_days: i64,
    /// For how long after it was closed a ticket can be written to, in days.
    pub ticket_reopen_days: i64,
    /// How long a ticket is kept after it was closed, in days: as long as complaints have to be (FCA Handbook, DISP 1.9.1).
    pub ticket_days: i64,
    /// How long what people were told is kept, in days: over a year, so that last winter can be looked up.
    pub notice_days: i64,
    /// How long what was shown and counted of pages that are tried out is kept, in days: longer than anybody rests
    /// between two changes.
    pub experiment_days: i64,
    /// How long a picture of a layout is kept, in days: of one that is looked at again a new one is taken.
    pub picture_days: i64,
    /// For how many days after a page has changed for somebody nothing else is tried out on them.
    pub rest_days: i64,
    /// How long a conversation is kept after something was said in it last, in days: it may have been a complaint.
    pub chat_days: i64,
    /// How long a message is kept that the program learns from, in days.
    pub miss_days: i64,
    /// How many transactions one page of history holds.
    pub history_page: u32,
    /// How many it holds where the text is large, so that what is below them stays within reach; and for who pays for
    /// every byte.
    pub large_history_page: u32,
    /// How many days ahead "what is coming" looks.
    pub coming_days: i64,
    /// When a year begins in which interest is added up for a tax office.
    pub tax_year: TaxYear,
    /// The most that customers may raise their limits to.
    pub most_limits: MostLimits,
    /// The most that customers may raise the limits of their cards to.
    pub most_card: MostCard,
    /// From how much on, in whole pounds, euros or dollars, somebody is asked what a payment to somebody new is for.
    pub purpose_from: i64,
    /// When payments to somebody new wait.
    pub waits: Waits,
}

/// The most that limits may be raised to, in whole pounds, euros or dollars, on accounts that are not of a business. What
/// an account was opened with is not touched by it.
#[derive(Debug, Clone, Copy)]
pub struct MostLimits {
    /// One payment.
    pub payment: i64,
    /// The payments of a day together.
    pub day: i64,
    /// The first 24 hours with somebody new.
    pub new_payee: i64,
    /// How many times as much it is on the account of a business.
    pub business: i64,
}

/// The most that a card may be let pay on a day, in whole pounds, euros or dollars.
#[derive(Debug, Clone, Copy)]
pub struct MostCard {
    /// In shops.
    pub shop: i64,
    /// Online.
    pub online: i64,
    /// From cash machines.
    pub cash: i64,
}

impl Policy {
    /// The most that a limit of such an account may be raised to.
    #[must_use]
    pub const fn most(&self, limit: LimitKind, account: AccountKind, currency: Currency) -> Money {
        let most = match limit {
            LimitKind::Payment => self.most_limits.payment,
            LimitKind::Day => self.most_limits.day,
            LimitKind::NewPayee => self.most_limits.new_payee,
        };
        let times = if matches!(account, AccountKind::Business) { self.most_limits.business } else { 1 };
        about(most * times, currency)
    }

    /// The most that a card may pay in such a way on a day.
    #[must_use]
    pub const fn most_of_card(&self, way: CardUse, currency: Currency) -> Money {
        let most = match way {
            CardUse::Shop => self.most_card.shop,
            CardUse::Online => self.most_card.online,
            CardUse::Cash => self.most_card.cash,
        };
        about(most, currency)
    }

    /// From how much on somebody is asked what a payment to somebody new is for.
    #[must_use]
    pub const fn purpose_from(&self, currency: Currency) -> Money {
        about(self.purpose_from, currency)
    }
}

/// About as much as so many whole pounds, euros or dollars, in round numbers of every currency.
pub(crate) const fn about(major: i64, currency: Currency) -> Money {
    let worth = match currency {
        Currency::Gbp | Currency::Eur | Currency::Usd => 1,
        Currency::Cny => 10,
        Currency::Jpy => 200,
    };
    Money::new(major * worth * currency.minor_per_major(), currency)
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            approval_s: 120,
            approval_attempts: 5,
            session_idle_s: 300,
            draft_days: 90,
            outbox_days: 30,
            feedback_days: 730,
            call_back_days: 30,
            ticket_reopen_days: 30,
            ticket_days: 3 * 366,
            notice_days: 400,
            experiment_days: 180,
            picture_days: 400,
            rest_days: 90,
            chat_days: 3 * 366,
            miss_days: 180,
            history_page: 50,
            large_history_page: 20,
            coming_days: 14,
            tax_year: TaxYear::UNITED_KINGDOM,
            most_limits: MostLimits { payment: 25_000, day: 50_000, new_payee: 10_000, business: 5 },
            most_card: MostCard { shop: 10_000, online: 5_000, cash: 1_000 },
            purpose_from: 200,
            waits: Waits {
                drain_percent: 50,
                drain_from: 500,
                drain_s: 24 * 60 * 60,
                investment_from: 200,
                investment_s: 24 * 60 * 60,
                large_from: 5_000,
                large_s: 4 * 60 * 60,
            },
        }
    }
}
