//! What is remembered of the arrangements that people are shown, and what is counted of how they get on.
//!
//! All of it is about units: nobody who has not the secret can tell which customer one is. Nothing here knows an amount,
//! an account or a payee, and of who does not want to help nothing is kept at all.

mod read_out;

use model::{CustomerId, Language, TextSize, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Bank, Error, Rng};

pub use experiments::layout::Page;
pub use read_out::{Arm, Before, Counts, Finding, Judged, Measure, ReadOut, Slice, harm, read_out};

model::coded! {
    /// Whether somebody helps to make the pages better, by letting the bank count how they get on with them.
    #[derive(Default)]
    Improve {
        /// Nothing is counted, and nothing is tried out on them.
        #[default]
        Off = "off",
        /// What [`EventKind`] says is counted.
        On = "on",
    }

    /// Something that somebody sets out to do.
    Journey {
        /// Paying somebody: now, on another day, or again and again.
        Payment = "payment",
        /// Talking with the bank by writing.
        Chat = "chat",
        /// Writing a message that the bank answers by a day.
        Ticket = "ticket",
        /// Changing a limit.
        Limit = "limit",
    }

    /// What is counted of a journey.
    EventKind {
        /// It was begun.
        Started = "started",
        /// It was brought to its end. With it, how many seconds it took.
        Completed = "completed",
        /// It was given up: what was typed was thrown away.
        Abandoned = "abandoned",
        /// A step of it was shown again with what was to be put right.
        ErrorShown = "error-shown",
        /// A person was asked for from one of its pages.
        HelpAsked = "help-asked",
    }
}

impl Journey {
    /// What is counted of it. Nothing tells when a page is left that keeps nothing: only a payment can be thrown away.
    #[must_use]
    pub const fn kinds(self) -> &'static [EventKind] {
        match self {
            Self::Payment => EventKind::ALL,
            Self::Chat | Self::Ticket | Self::Limit => {
                &[EventKind::Started, EventKind::Completed, EventKind::ErrorShown, EventKind::HelpAsked]
            }
        }
    }

    /// What stops an arrangement by itself. How somebody ends a conversation, and how they find a person in it, are what its
    /// arrangement moves: fewer who press a button that stands lower is no harm, and more who reach a person is none either.
    #[must_use]
    pub const fn guarded(self) -> &'static [Measure] {
        match self {
            Self::Chat => &[Measure::Erred],
            Self::Payment | Self::Ticket | Self::Limit => Measure::ALL,
        }
    }

    /// The one by which it is judged how `page` is arranged.
    #[must_use]
    pub const fn of(page: Page) -> Self {
        match page {
            Page::Home | Page::Account | Page::PayStart => Self::Payment,
            Page::Chat => Self::Chat,
        }
    }
}

/// The most seconds that are counted of one journey: whoever goes to lunch in between is not slow.
pub const LONGEST_S: i64 = 60 * 60;

/// The minute in which `at` is. A payment has its moment to the microsecond: what is kept of units is not to be found by
/// it.
#[must_use]
pub const fn minute(at: Timestamp) -> Timestamp {
    Timestamp::from_micros(at.micros() - at.micros().rem_euclid(60_000_000))
}

/// A number for an event by chance, which says nothing of when it happened, nor of what happened before it.
#[must_use]
pub fn event_id(rng: &dyn Rng) -> i64 {
    let mut bytes = [0; 8];
    rng.fill(&mut bytes);
    i64::from_be_bytes(bytes) & i64::MAX
}

/// The pages that somebody wants to keep as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OldPages(i64);

impl OldPages {
    /// As the database keeps it.
    #[must_use]
    pub const fn new(bits: i64) -> Self {
        Self(bits)
    }

    /// For the database.
    #[must_use]
    pub const fn bits(self) -> i64 {
        self.0
    }

    /// Whether `page` is one of them.
    #[must_use]
    pub const fn has(self, page: Page) -> bool {
        self.0 & Self::bit(page) != 0
    }

    /// The same with `page`, or without it.
    #[must_use]
    pub const fn with(self, page: Page, old: bool) -> Self {
        if old { Self(self.0 | Self::bit(page)) } else { Self(self.0 & !Self::bit(page)) }
    }

    // Each page has its bit for ever.
    const fn bit(page: Page) -> i64 {
        match page {
            Page::Home => 1,
            Page::Account => 2,
            Page::PayStart => 4,
            Page::Chat => 8,
        }
    }
}

/// The list of what is counted, as `/you/privacy` shows it now. Whatever makes it longer makes this one more: nobody agrees
/// to what was not on the list when they did.
pub const LIST: i64 = 2;
/// The list of before there were numbers.
const FIRST_LIST: i64 = 1;
/// Since which list more than payments is counted.
const LIST_OF_JOURNEYS: i64 = 2;
/// Since which list a page may be tried out on telephones alone, or on new customers: that somebody was shown it says that
/// much of them.
const LIST_OF_NARROW: i64 = 2;
/// Since which list counting begins when a launch is decided, and not with its first day.
const LIST_OF_BEFORE: i64 = 2;

/// What somebody has said about pages that are tried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trying {
    /// Whether they help.
    pub improve: Improve,
    /// The [`LIST`] that they agreed to, where they help.
    pub list: i64,
    /// What they keep as it was.
    pub old_pages: OldPages,
}

impl Default for Trying {
    fn default() -> Self {
        Self { improve: Improve::default(), list: FIRST_LIST, old_pages: OldPages::default() }
    }
}

impl Trying {
    /// Whether they agreed to have `journey` counted.
    #[must_use]
    pub fn lets_count(self, journey: Journey) -> bool {
        let since = match journey {
            Journey::Payment => FIRST_LIST,
            Journey::Chat | Journey::Ticket | Journey::Limit => LIST_OF_JOURNEYS,
        };
        self.improve == Improve::On && self.list >= since
    }

    /// Whether they agreed to be counted before something is tried out, as soon as that is decided.
    #[must_use]
    pub fn lets_count_before(self) -> bool {
        self.improve == Improve::On && self.list >= LIST_OF_BEFORE
    }

    /// Whether they agreed to be in what is tried out only on some devices, or only on who is new or is not.
    #[must_use]
    pub fn lets_be_chosen_narrowly(self) -> bool {
        self.improve == Improve::On && self.list >= LIST_OF_NARROW
    }

    /// Whether the list has grown since they agreed to it.
    #[must_use]
    pub fn agreed_to_less(self) -> bool {
        self.improve == Improve::On && self.list < LIST
    }
}

/// That a unit was shown a variation: once for each experiment, the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// Who, in 32 hexadecimal digits.
    pub unit: String,
    /// Of which experiment.
    pub experiment: String,
    /// In which version of its shuffling.
    pub bucket_version: u32,
    /// What they were shown.
    pub variation: String,
    /// How large their text was.
    pub text: TextSize,
    /// In which language they read.
    pub language: Language,
    /// In which [`minute`].
    pub shown_at: Timestamp,
}

/// Something that happened on a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number, by chance: see [`event_id`].
    pub id: i64,
    /// Whose, in 32 hexadecimal digits.
    pub unit: String,
    /// On which journey.
    pub journey: Journey,
    /// What.
    pub kind: EventKind,
    /// How long the journey took, where that is kept.
    pub seconds: Option<i64>,
    /// In which [`minute`]. What is told after something was shown is never of an earlier one.
    pub told_at: Timestamp,
}

/// That an experiment was stopped because it did harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Which.
    pub experiment: String,
    /// In which version of its shuffling.
    pub bucket_version: u32,
    /// The variation that did harm.
    pub variation: String,
    /// By which measure.
    pub measure: Measure,
    /// When.
    pub stopped_at: Timestamp,
}

/// That a variation could not be shown, and who was to see it was shown the page as it was. It says of nobody that it was
/// them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// Of which experiment, or the seed of what has won one.
    pub experiment: String,
    /// In which version of its shuffling.
    pub bucket_version: u32,
    /// What could not be shown.
    pub variation: String,
}

/// Keeps whether `customer` helps, and by which [`LIST`], as the page showed it on which they pressed the button; who
/// helps by a longer one already stays with that. Where they do not help any more, whoever asks has everything forgotten
/// that was counted of them: which unit is theirs, and what is still to be written, is known outside of the bank.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn set_improve(bank: &Bank, customer: CustomerId, improve: Improve, list: i64) -> Result<(), Error> {
    // What no page of ours showed is no list.
    let list = if (FIRST_LIST..=LIST).contains(&list) { list } else { FIRST_LIST };
    Ok(bank.experiments.set_improve(customer, improve, list).await?)
}

/// Keeps that `customer` wants `page` as it was, or again as it is tried out. Whoever wants it as it was has left those
/// of `experiments` that they were in.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn set_old_page(
    bank: &Bank,
    customer: CustomerId,
    (unit, experiments): (Option<&str>, &[&str]),
    pages: OldPages,
) -> Result<(), Error> {
    bank.experiments.set_old_pages(customer, pages).await?;
    if let Some(unit) = unit {
        for experiment in experiments {
            bank.experiments.leave(unit, experiment, minute(bank.clock.now())).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same(u8);

    impl Rng for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn nobody_is_counted_beyond_the_list_that_they_agreed_to() {
        let counts = |improve, list| {
            let trying = Trying { improve, list, ..Trying::default() };
            let journeys = Journey::ALL.iter().filter(|journey| trying.lets_count(**journey)).count();
            (journeys, trying.lets_count_before(), trying.agreed_to_less())
        };
        assert_eq!(counts(Improve::On, LIST), (Journey::ALL.len(), true, false));
        assert_eq!(counts(Improve::On, 1), (1, false, true));
        assert_eq!(counts(Improve::Off, LIST), (0, false, false));
    }

    #[test]
    fn nothing_that_is_kept_says_in_which_second_it_was() {
        let at = |seconds| Timestamp::EPOCH.plus_seconds(seconds);
        assert_eq!(minute(Timestamp::from_micros(119_999_999)), at(60));
        assert_eq!((minute(at(120)), minute(at(-1))), (at(120), at(-60)));
        assert_eq!((event_id(&Same(0xff)), event_id(&Same(0))), (i64::MAX, 0), "chance alone makes it");
    }

    #[test]
    fn each_page_is_kept_by_itself() {
        let none = OldPages::default();
        for page in Page::ALL {
            let one = none.with(page, true);
            assert!(Page::ALL.iter().all(|other| one.has(*other) == (*other == page)));
            assert_eq!(one.with(page, false), none);
        }
    }
}
