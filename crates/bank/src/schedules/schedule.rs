//! What is planned, and what becomes of it.

use jiff::civil::Date;
use model::{
    AccountId, CustomerId, Money, PayeeNumber, PaymentId, ScheduleId, Timestamp,
    forms::{Every, PaymentPurpose, Timing},
};

model::coded! {
    /// Whether what is planned happens.
    ScheduleState {
        /// It does, on its days.
        Active = "active",
        /// Not until its owner says so: the days until then are passed over.
        Paused = "paused",
        /// Never again.
        Ended = "ended",
    }
}

/// Payments that are planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Which: the number of the draft in which it was planned.
    pub id: ScheduleId,
    /// Who planned it.
    pub owner: CustomerId,
    /// The account it is paid from.
    pub from: AccountId,
    /// The account it is paid to.
    pub to: AccountId,
    /// The name of the payee, or of the person's own account.
    pub payee: String,
    /// The payee's account number.
    pub payee_number: PayeeNumber,
    /// How much each time.
    pub amount: Money,
    /// What the payee reads beside it.
    pub reference: String,
    /// On which days.
    pub timing: Timing,
    /// How many of them are done with, paid or passed over.
    pub done: i64,
    /// The payment that the next of them will be.
    pub next_payment: PaymentId,
    /// Since when the next of them could not be paid.
    pub waits_since: Option<Timestamp>,
    /// Before when it is not tried again.
    pub try_at: Timestamp,
    /// Whether it happens.
    pub state: ScheduleState,
    /// How often it was changed.
    pub version: i64,
    /// When it was planned, or its amount was approved last: its waits count from then.
    pub approved_at: Timestamp,
    /// What it is for, where that was asked.
    pub purpose: Option<PaymentPurpose>,
}

impl Schedule {
    /// The next day on which it is paid; `None` where that is never.
    #[must_use]
    pub fn next(&self) -> Option<Date> {
        if self.state == ScheduleState::Active { self.timing.day(self.done) } else { None }
    }

    /// Whether it is paid more than once.
    #[must_use]
    pub const fn repeats(&self) -> bool {
        !matches!(self.timing.every, Every::Once)
    }

    /// Whether its owner may pass the next day over: it repeats, and that day has not come.
    #[must_use]
    pub fn can_skip(&self, today: Date) -> bool {
        self.repeats() && self.next().is_some_and(|next| next > today)
    }

    /// The day that was passed over last, where it can still be paid after all: as it is yet to come, nothing else can
    /// have become of it.
    #[must_use]
    pub fn skipped(&self, today: Date) -> Option<Date> {
        if self.state != ScheduleState::Active || self.done == 0 {
            return None;
        }
        self.timing.day(self.done - 1).filter(|day| *day > today)
    }

    /// With one of its days done with, and `payment` as the next: ended where there is none left.
    #[must_use]
    pub fn advanced(self, payment: PaymentId) -> Self {
        let done = self.done + 1;
        self.at(done, payment)
    }

    /// With the day that was passed over last still to come.
    #[must_use]
    pub fn taken_back(self, payment: PaymentId) -> Self {
        let done = self.done - 1;
        self.at(done, payment)
    }

    /// With the first of its days after `today` as the next.
    #[must_use]
    pub fn resumed(self, today: Date, payment: PaymentId) -> Self {
        let mut done = self.done;
        while self.timing.day(done).is_some_and(|day| day <= today) {
            done += 1;
        }
        Self { state: ScheduleState::Active, ..self }.at(done, payment)
    }

    /// With nothing to be paid until it is resumed, or never again.
    #[must_use]
    pub const fn stopped(mut self, state: ScheduleState) -> Self {
        self.state = state;
        self.waits_since = None;
        self
    }

    fn at(self, done: i64, payment: PaymentId) -> Self {
        let state = if self.timing.day(done).is_some() { self.state } else { ScheduleState::Ended };
        Self { done, state, next_payment: payment, waits_since: None, try_at: Timestamp::EPOCH, ..self }
    }
}
