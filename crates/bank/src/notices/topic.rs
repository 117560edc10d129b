//! What a notice is about, as far as somebody can choose how they are told of it.

use model::forms::{By, NoticeChoices};

use crate::security::SecurityEvent;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The safety of an account. It is told by every way, at any time: whoever could turn it off could do so in somebody
    /// else's name.
    Safety,
    /// What became of a payment.
    Payments,
    /// An answer to what somebody wrote.
    Messages,
}

impl Topic {
    /// What a notice of `event` is about.
    #[must_use]
    pub const fn of(event: SecurityEvent) -> Self {
        match event {
            SecurityEvent::ScheduleWaits
            | SecurityEvent::ScheduleMissed
            | SecurityEvent::PaymentNotMade
            | SecurityEvent::PaymentCameBack
            | SecurityEvent::SecondApproved
            | SecurityEvent::SecondRefused
            | SecurityEvent::SecondLapsed => Self::Payments,
            SecurityEvent::TicketNews => Self::Messages,
            _ => Self::Safety,
        }
    }

    /// By which ways somebody is told of it who has chosen so.
    #[must_use]
    pub const fn by(self, choices: NoticeChoices) -> By {
        match self {
            Self::Safety => By::Both,
            Self::Payments => choices.payments,
            Self::Messages => choices.messages,
        }
    }
}
