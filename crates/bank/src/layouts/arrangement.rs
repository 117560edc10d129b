//! An arrangement, and what may follow on what.

use experiments::{
    assign::{Experiment, Variation},
    layout::{CONTROL, Page},
};
use model::{
    ArrangementId, ErrorCode, Language, StaffId, Timestamp,
    forms::{Audience, DeviceClass, Goal, Tenure},
};
use serde::{Deserialize, Serialize};

use crate::experiments::Journey;

/// The most entries of one arrangement. The last are kept for what is done to it: nothing is shown for ever because
/// there is too much talk about it.
const MOST_ENTRIES: usize = 200;
/// How many of them are kept for that.
const FOR_STAGES: usize = 100;
/// Everybody, where a share is so many of a hundred.
const WHOLE: u16 = 100;
/// One of a hundred, in basis points.
const BP: u16 = 100;
/// For how long somebody is a new customer, in days.
pub const NEW_DAYS: i64 = 30;
/// The length of a day, in seconds.
const DAY_S: i64 = 86_400;
/// In how many views a browser looks at a page: three languages, two sizes of text and two widths; and seven more, so that
/// each of these meets the dark, more contrast, the colours of the system, no scripts, and a conversation that has begun.
pub const VIEWS: u32 = 19;
/// The most that a report tells of.
pub const MOST_FINDINGS: usize = 40;

model::coded! {
    /// How far an arrangement has come.
    Stage {
        /// Its author still writes it.
        Draft = "draft",
        /// It is not changed any more, and waits for a browser to look at it.
        Submitted = "submitted",
        /// A browser has found nothing.
        Checked = "checked",
        /// Somebody else has agreed to it: it can be shown to customers.
        Approved = "approved",
        /// It is shown to customers.
        Live = "live",
        /// A browser or somebody has found something: a new one takes its place.
        Refused = "refused",
        /// Nobody needs it any more.
        Retired = "retired",
    }

    /// Why an arrangement is not shown any more.
    StopReason {
        /// Somebody wanted that.
        Wanted = "wanted",
        /// Its time was over.
        Over = "over",
        /// It did harm.
        Harm = "harm",
        /// Everybody is shown pages as they are.
        Halted = "halted",
    }
}

/// Something that a browser has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which rule, in the word of whatever checks it.
    pub rule: String,
    /// Where: the language, the size of the text and the width.
    pub place: String,
    /// What was found.
    pub what: String,
}

/// What a browser has seen of an arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The SHA-256 of what it looked at, as [`experiments::layout::Address`] writes it.
    pub sha256: String,
    /// How many views it looked at. A report on none is none.
    pub views: u32,
    /// What it found.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether it looked, and found nothing.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        self.views > 0 && self.findings.is_empty()
    }
}

/// To whom an arrangement is shown, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    /// To how many of a hundred, 1 to 99; the others see the page as it is.
    pub share: u16,
    /// By how they read.
    pub audience: Audience,
    /// By what they use. Launches of before there was a choice were for everybody.
    #[serde(default = "any_device")]
    pub device: DeviceClass,
    /// By how long they have been customers.
    #[serde(default = "any_tenure")]
    pub tenure: Tenure,
    /// In which language; in all, without one.
    pub language: Option<Language>,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// What it is tried out for.
    pub goal: Goal,
}

const fn any_device() -> DeviceClass {
    DeviceClass::Any
}

const fn any_tenure() -> Tenure {
    Tenure::Any
}

impl Launch {
    /// Whoever has become a customer since then is new to it. It is reckoned from its beginning and not from today, so
    /// that nobody's page changes because they have been here for a month; and by whole days (UTC), so that no choice of the
    /// moment draws a line between two who came on the same day.
    #[must_use]
    pub fn new_since(&self) -> Timestamp {
        let days = self.from.seconds_since(Timestamp::EPOCH).div_euclid(DAY_S) - NEW_DAYS;
        Timestamp::EPOCH.plus_seconds(days * DAY_S)
    }

    /// Whether somebody is shown it at `now`.
    #[must_use]
    pub fn is_on(&self, now: Timestamp) -> bool {
        self.from <= now && now < self.until
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Somebody said something about it.
    Remarked(String),
    /// Its author changes it no more.
    Submitted,
    /// A browser has looked at it.
    Reported(Report),
    /// Somebody else agreed to it.
    Approved,
    /// Somebody did not, and said why.
    Refused(String),
    /// It is shown to customers.
    Launched(Launch),
    /// It is shown to everybody, for good.
    Promoted,
    /// It is not shown any more.
    Stopped(StopReason),
    /// Nobody needs it any more.
    Retired,
}

/// Something that was done, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who; `None` for a program of the bank.
    pub by: Option<StaffId>,
    /// What.
    pub step: Step,
    /// When.
    pub at: Timestamp,
}

/// Where an arrangement stands, without what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrangementHead {
    /// Which one.
    pub id: ArrangementId,
    /// The word of the page it is for.
    pub page: String,
    /// What it is called, once for each page.
    pub name: String,
    /// The SHA-256 of what it says.
    pub sha256: String,
    /// Who has written it.
    pub author: StaffId,
    /// How far it has come.
    pub stage: Stage,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When something was done about it last.
    pub changed_at: Timestamp,
    /// How often it has changed.
    pub version: i64,
}

/// An arrangement, with everything that was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// Where it stands.
    pub head: ArrangementHead,
    /// What it says, in its canonical form.
    pub body: String,
    /// What was done, in its order.
    pub entries: Vec<Entry>,
}

impl Arrangement {
    /// The arrangement after `step`, which `by` does at `at`.
    ///
    /// # Errors
    /// [`ErrorCode::ArrangementStage`] where that does not follow; [`ErrorCode::SecondPerson`] where its author would
    /// agree to it, or bring it to everybody; [`ErrorCode::Forbidden`] where somebody else submits it; [`ErrorCode::ArrangementFull`].
    pub fn next(&self, step: Step, by: Option<StaffId>, at: Timestamp) -> Result<Self, ErrorCode> {
        let stage = self.stage_after(&step, by)?;
        let talk = matches!(step, Step::Remarked(_));
        if self.entries.len() >= if talk { MOST_ENTRIES - FOR_STAGES } else { MOST_ENTRIES } {
            // What is shown to customers can always be stopped.
            let ends = matches!(step, Step::Stopped(_) | Step::Refused(_) | Step::Retired);
            if !ends {
                return Err(ErrorCode::ArrangementFull);
            }
        }
        let head = ArrangementHead { stage, changed_at: at, version: self.head.version + 1, ..self.head.clone() };
        let entries = self.entries.iter().cloned().chain([Entry { by, step, at }]).collect();
        Ok(Self { head, body: self.body.clone(), entries })
    }

    fn stage_after(&self, step: &Step, by: Option<StaffId>) -> Result<Stage, ErrorCode> {
        let is_author = by == Some(self.head.author);
        Ok(match (step, self.head.stage) {
            (Step::Remarked(_), stage) => stage,
            (Step::Submitted, Stage::Draft) if !is_author => return Err(ErrorCode::Forbidden),
            (Step::Submitted, Stage::Draft) => Stage::Submitted,
            (Step::Reported(report), Stage::Submitted) if report.sha256 == self.head.sha256 => {
                if report.is_good() {
                    Stage::Checked
                } else {
                    Stage::Refused
                }
            }
            (Step::Approved, Stage::Checked) | (Step::Promoted, Stage::Live) if is_author || by.is_none() => {
                return Err(ErrorCode::SecondPerson);
            }
            // What was stopped was agreed to, and can be shown again.
            (Step::Approved, Stage::Checked) | (Step::Stopped(_), Stage::Live) => Stage::Approved,
            (Step::Refused(_), Stage::Submitted | Stage::Checked | Stage::Approved) => Stage::Refused,
            (Step::Launched(_), Stage::Approved) if self.was_found_good() && !self.did_harm() => Stage::Live,
            (Step::Promoted, Stage::Live) if !self.is_for_good() && !self.did_harm() => Stage::Live,
            (Step::Retired, Stage::Draft | Stage::Checked | Stage::Approved | Stage::Refused) => Stage::Retired,
            _ => return Err(ErrorCode::ArrangementStage),
        })
    }

    /// The arrangement as its author has written it anew: only as long as it is a draft.
    ///
    /// # Errors
    /// [`ErrorCode::ArrangementStage`]; [`ErrorCode::Forbidden`] for anybody else.
    pub fn rewritten(
        &self,
        (name, body, sha256): (String, String, String),
        by: StaffId,
        at: Timestamp,
    ) -> Result<Self, ErrorCode> {
        if by != self.head.author {
            return Err(ErrorCode::Forbidden);
        }
        if self.head.stage != Stage::Draft {
            return Err(ErrorCode::ArrangementStage);
        }
        let version = self.head.version + 1;
        let head = ArrangementHead { name, sha256, changed_at: at, version, ..self.head.clone() };
        Ok(Self { head, body, entries: self.entries.clone() })
    }

    /// What a browser has seen of it last.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.entries.iter().rev().find_map(|entry| match &entry.step {
            Step::Reported(report) => Some(report),
            _ => None,
        })
    }

    /// Whether a browser has looked at exactly what it says, and found nothing.
    fn was_found_good(&self) -> bool {
        self.report().is_some_and(|report| report.is_good() && report.sha256 == self.head.sha256)
    }

    /// To whom it is shown; `None` where it is not.
    #[must_use]
    pub fn launch(&self) -> Option<&Launch> {
        if self.head.stage != Stage::Live {
            return None;
        }
        self.entries.iter().rev().find_map(|entry| match &entry.step {
            Step::Launched(launch) => Some(launch),
            _ => None,
        })
    }

    /// Since when it is shown to everybody, for good; `None` where it is not.
    #[must_use]
    pub fn for_good_since(&self) -> Option<Timestamp> {
        let last = self.entries.iter().rev().find(|entry| matches!(entry.step, Step::Launched(_) | Step::Promoted))?;
        (self.head.stage == Stage::Live && last.step == Step::Promoted).then_some(last.at)
    }

    /// Whether it is shown to everybody, for good.
    #[must_use]
    pub fn is_for_good(&self) -> bool {
        self.for_good_since().is_some()
    }

    /// Whether it was stopped because it did harm. Then it is not shown again as it is.
    #[must_use]
    pub fn did_harm(&self) -> bool {
        let last = self.entries.iter().rev().find(|entry| matches!(entry.step, Step::Stopped(_)));
        last.is_some_and(|entry| entry.step == Step::Stopped(StopReason::Harm))
    }

    /// What it was launched as so far.
    fn launches(&self) -> impl Iterator<Item = &Launch> {
        self.entries.iter().filter_map(|entry| match &entry.step {
            Step::Launched(launch) => Some(launch),
            _ => None,
        })
    }

    /// What shuffles people for the last launch. Each is an experiment of its own: whoever saw one is not for that reason
    /// in the next.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}-{}", self.head.id, self.launches().count())
    }

    /// The journey by which it is judged.
    #[must_use]
    pub fn journey(&self) -> Journey {
        Page::of(&self.head.page).map_or(Journey::Payment, Journey::of)
    }

    /// The last launch, and what was compared in it: the page as it is with this one.
    #[must_use]
    pub fn comparison(&self) -> Option<(&Launch, Experiment)> {
        let launch = self.launches().last()?;
        let variation = |name: &str, share: u16| Variation { key: name.to_owned(), weight_bp: Some(share * BP) };
        let variations = vec![variation(CONTROL, WHOLE - launch.share), variation(&self.head.name, launch.share)];
        Some((launch, Experiment::between(self.key(), variations)))
    }
}
