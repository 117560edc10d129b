//! Every sentence a person reads, in their language.
//!
//! Messages are Fluent (`locales/LANGUAGE/*.ftl`); numbers, days, plurals and lists are as ICU has them. Saying a
//! message without anything put in is one look-up, one with gaps is a join of strings.

mod catalogue;
mod dates;
mod days;
mod lists;
mod message;
mod numbers;
mod pseudo;
mod spoken;

use assistant::Intent;
use bank::{
    accounts::{AccountKind, Category},
    audit::Deed,
    conversations::{ErrandKind, HandOver},
    customers::CustomerStatus,
    experiments::{Journey, Measure},
    layouts::{Stage, StopReason},
    security::{Channel, SecurityEvent},
    staff::Role,
};
use catalogue::Catalogue;
pub use catalogue::Value;
use experiments::layout::Page;
use model::{
    ErrorCode, Language,
    forms::{
        Audience, CloseReason, DayPart, DeviceClass, Goal, HistoryKind, PowerKind, Reason, ReasonKind, ReplyVariable,
        Tenure, TicketKind, Whereabouts,
    },
};
pub use numbers::in_fours;

/// The words of one language. Copied freely: it is one reference.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    catalogue: &'static Catalogue,
    /// Whether they are for the ear.
    aloud: bool,
}

impl Words {
    /// The words of `language`.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language, catalogue: Catalogue::of(language), aloud: false }
    }

    /// English in disguise, for finding sentences that are none of `locales`: see [`pseudo`].
    #[must_use]
    pub fn pseudo() -> Self {
        Self { language: Language::En, catalogue: Catalogue::pseudo(), aloud: false }
    }

    /// Which language they are of.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The message `key`, into which nothing is put. A key that is not there is said itself and logged: a page
    /// with one odd word is better than none, and a test finds it first.
    #[must_use]
    pub fn say(self, key: &'static str) -> &'static str {
        self.catalogue.plain(key).unwrap_or_else(|| {
            tracing::error!(key, language = self.language.code(), "there is no such plain message");
            key
        })
    }

    /// The message `key` with `values` put in.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.catalogue.filled(key, values).unwrap_or_else(|| {
            tracing::error!(key, language = self.language.code(), "there is no such message");
            key.to_owned()
        })
    }

    /// The sentence for an error: what happened, and what to do.
    #[must_use]
    pub fn error(self, code: ErrorCode) -> &'static str {
        self.coded("error-", code.code())
    }

    /// What happened to the safety of an account: "Signed in with a passkey".
    #[must_use]
    pub fn security_event(self, event: SecurityEvent) -> &'static str {
        self.coded("event-", event.code())
    }

    /// What was done, in the audit chain: "Signed in".
    #[must_use]
    pub fn deed(self, deed: Deed) -> &'static str {
        self.coded("deed-", deed.code())
    }

    /// What somebody of the bank is: "Auditor".
    #[must_use]
    pub fn role(self, role: Role) -> &'static str {
        self.coded("role-", role.code())
    }

    /// Why somebody of the bank looks at a customer: "The customer has called".
    #[must_use]
    pub fn reason(self, reason: ReasonKind) -> &'static str {
        self.coded("reason-", reason.code())
    }

    /// What kind of document gives a power of attorney: "A lasting power of attorney".
    #[must_use]
    pub fn power_kind(self, kind: PowerKind) -> &'static str {
        self.coded("power-kind-", kind.code())
    }

    /// Such a reason as the audit chain has it, and what was said about it.
    #[must_use]
    pub fn why(self, written: &str) -> String {
        match Reason::read(written) {
            Some(reason) if reason.note.is_empty() => self.reason(reason.kind).to_owned(),
            Some(reason) => {
                let values = [("reason", self.reason(reason.kind).into()), ("note", reason.note.into())];
                self.with("staff-audit-why", &values)
            }
            None => written.to_owned(),
        }
    }

    /// Whether somebody may bank.
    #[must_use]
    pub fn customer_status(self, status: CustomerStatus) -> &'static str {
        self.coded("customer-", status.code())
    }

    /// How somebody is told something: "Mail".
    #[must_use]
    pub fn channel(self, channel: Channel) -> &'static str {
        self.coded("channel-", channel.code())
    }

    /// What kind of movement it was: "Card payment".
    #[must_use]
    pub fn kind(self, kind: HistoryKind) -> &'static str {
        self.coded("kind-", kind.code())
    }

    /// What money was for: "Groceries".
    #[must_use]
    pub fn category(self, category: Category) -> &'static str {
        self.coded("category-", category.code())
    }

    /// What an account is for: "Current account".
    #[must_use]
    pub fn account_kind(self, kind: AccountKind) -> &'static str {
        self.coded("account-kind-", kind.code())
    }

    /// A part of a day with its hours: "Morning, 9 to 12".
    #[must_use]
    pub fn day_part(self, part: DayPart) -> &'static str {
        self.coded("call-part-", part.code())
    }

    /// A kind of page, and the step of a journey: "Paying: how much".
    #[must_use]
    pub fn whereabouts(self, page: Whereabouts) -> &'static str {
        self.coded("where-", page.code())
    }

    /// What somebody writes to the bank about: "A complaint".
    #[must_use]
    pub fn ticket_kind(self, kind: TicketKind) -> &'static str {
        self.coded("ticket-kind-", kind.code())
    }

    /// That the bank closed what they wrote, and why.
    #[must_use]
    pub fn close_reason(self, reason: CloseReason) -> &'static str {
        self.coded("ticket-closed-", reason.code())
    }

    /// Why a person was fetched: "A complaint".
    #[must_use]
    pub fn hand_over(self, why: HandOver) -> &'static str {
        self.coded("handover-", why.code())
    }

    /// What is filled in: "the name of whoever answers".
    #[must_use]
    pub fn reply_variable(self, variable: ReplyVariable) -> &'static str {
        self.coded("reply-variable-", variable.code())
    }

    /// What somebody may want: "How much is in my accounts".
    #[must_use]
    pub fn intent(self, intent: Intent) -> &'static str {
        self.coded("intent-", intent.code())
    }

    /// What there is to be done on a page: "Pay".
    #[must_use]
    pub fn errand(self, kind: ErrandKind) -> &'static str {
        self.coded("chat-go-", kind.code())
    }

    /// A mark from 1 to 5 in words: "Very well".
    #[must_use]
    pub fn ticket_score(self, mark: u8) -> &'static str {
        self.say(match mark {
            1 => "ticket-score-1",
            2 => "ticket-score-2",
            3 => "ticket-score-3",
            4 => "ticket-score-4",
            _ => "ticket-score-5",
        })
    }

    /// A page that can be arranged: "Home".
    #[must_use]
    pub fn arranged_page(self, page: Page) -> &'static str {
        self.coded("studio-page-", page.word())
    }

    /// A part of such a page, by its word: "Latest lines".
    #[must_use]
    pub fn arranged_part(self, part: &'static str) -> &'static str {
        self.coded("studio-part-", part)
    }

    /// Where such a part can stand, by its word: "First column".
    #[must_use]
    pub fn arranged_column(self, column: &'static str) -> &'static str {
        self.coded("studio-column-", column)
    }

    /// How far an arrangement has come: "Draft".
    #[must_use]
    pub fn stage(self, stage: Stage) -> &'static str {
        self.coded("stage-", stage.code())
    }

    /// Why it is not shown any more.
    #[must_use]
    pub fn stop_reason(self, reason: StopReason) -> &'static str {
        self.coded("stop-", reason.code())
    }

    /// Whom it is for.
    #[must_use]
    pub fn audience(self, audience: Audience) -> &'static str {
        self.coded("audience-", audience.code())
    }

    /// On what they have to look at it.
    #[must_use]
    pub fn device_class(self, device: DeviceClass) -> &'static str {
        self.coded("device-class-", device.code())
    }

    /// How long they have to be customers.
    #[must_use]
    pub fn tenure(self, tenure: Tenure) -> &'static str {
        self.coded("tenure-", tenure.code())
    }

    /// What is counted of it, on the journey by which a page is judged.
    #[must_use]
    pub fn measure(self, journey: Journey, measure: Measure) -> &'static str {
        let prefix =
            if names_a_journey(measure) { of_journey("measure-", "measure-chat-", journey) } else { "measure-" };
        self.coded(prefix, measure.code())
    }

    /// That there is more of a measure, or less, by at least `from` and at most `to` of a hundred.
    #[must_use]
    pub fn differs(self, journey: Journey, measure: Measure, is_more: bool, [from, to]: [String; 2]) -> String {
        let plain = if is_more { "readout-more-" } else { "readout-less-" };
        let of_chat = if is_more { "readout-more-chat-" } else { "readout-less-chat-" };
        let prefix = if names_a_journey(measure) { of_journey(plain, of_chat, journey) } else { plain };
        self.with(&format!("{prefix}{}", measure.code()), &[("from", from.into()), ("to", to.into())])
    }

    /// What it is tried out for.
    #[must_use]
    pub fn goal(self, journey: Journey, goal: Goal) -> &'static str {
        let names_it = matches!(goal, Goal::Finished | Goal::Quicker);
        self.coded(if names_it { of_journey("goal-", "goal-chat-", journey) } else { "goal-" }, goal.code())
    }

    /// The plain message whose key is `prefix` and `code`.
    fn coded(self, prefix: &str, code: &'static str) -> &'static str {
        // A key on the stack: this runs for every line of a history.
        let mut key = [0_u8; 48];
        let length = prefix.len() + code.len();
        let text = key.get_mut(..length).and_then(|key| {
            key[..prefix.len()].copy_from_slice(prefix.as_bytes());
            key[prefix.len()..].copy_from_slice(code.as_bytes());
            std::str::from_utf8(key).ok()
        });
        text.and_then(|key| self.catalogue.plain(key)).unwrap_or_else(|| {
            tracing::error!(prefix, code, language = self.language.code(), "there is no such plain message");
            code
        })
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

/// Whether its words speak of what people set out to do.
const fn names_a_journey(measure: Measure) -> bool {
    matches!(measure, Measure::Completed | Measure::Seconds)
}

/// Of payments the one, of conversations the other: a page is judged by no other journey.
const fn of_journey(of_payments: &'static str, of_chat: &'static str, journey: Journey) -> &'static str {
    match journey {
        Journey::Chat => of_chat,
        Journey::Payment | Journey::Ticket | Journey::Limit => of_payments,
    }
}

#[cfg(test)]
mod tests;
