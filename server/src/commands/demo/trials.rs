//! Layouts that the demonstration's bank has tried out: one whose time is over, and one that is just being shown.

use app::layouts::{Arrangements, CONTROL};
use bank::{
    IdMint, StorageError,
    layouts::{Arrangement, ArrangementHead, Launch, Report, Stage, Step, StopReason, VIEWS},
};
use demo::Trial;
use experiments::layout::{Layout, Page};
use model::{
    ArrangementId, ErrorCode, Language, StaffId, Timestamp,
    forms::{Audience, DeviceClass, Goal, Tenure},
};
use store::Ports;

use crate::state::World;

const DAY_S: i64 = 86_400;
/// How long before its first day it was decided, in days: what people did in them was counted as well.
const BEFORE: i64 = demo::BEFORE_DAYS;

/// One of them.
struct Tried {
    page: Page,
    name: &'static str,
    /// The arrangement of the program that says the same.
    says: &'static str,
    language: Option<Language>,
    languages: &'static [Language],
    share: u16,
    /// How many days ago it began, and for how many it was launched.
    began: i64,
    days: i64,
    each_day: u32,
    better: u64,
}

/// The one that is being shown is for a language that nobody of the demonstration reads: their pages stay as they are.
const TRIED: [Tried; 2] = [
    Tried {
        page: Page::Home,
        name: "days-ahead",
        says: "coming-first",
        language: None,
        languages: &[Language::En, Language::En, Language::Zh, Language::Es],
        share: 50,
        began: 40,
        days: 28,
        each_day: 120,
        better: 8,
    },
    Tried {
        page: Page::Account,
        name: "months-ahead",
        says: "months-first",
        language: Some(Language::Es),
        languages: &[Language::Es],
        share: 20,
        began: 3,
        days: 28,
        each_day: 80,
        better: 0,
    },
];

/// Keeps them, and what was counted of each.
pub(super) async fn fill(ports: &Ports, world: &World, ids: &IdMint, seed: u64) -> Result<(), StorageError> {
    let author = member(ports, "dora").await?;
    let other = member(ports, "wen").await?;
    let (Some(author), Some(other)) = (author, other) else { return Ok(()) };
    for tried in TRIED {
        let kept = tried.history(ArrangementId::new(ids.next()), (author, other), world.clock.now());
        let kept = kept.map_err(StorageError::new)?;
        ports.arrangements.keep(&kept).await?;
        let (exposures, events) = demo::counted(seed, &tried.trial(kept.key(), world.clock.now()));
        ports.experiments.keep_exposures(&exposures).await?;
        ports.experiments.keep_events(&events).await?;
    }
    Ok(())
}

async fn member(ports: &Ports, username: &str) -> Result<Option<StaffId>, StorageError> {
    Ok(ports.staff.by_username(username).await?.map(|member| member.id))
}

impl Tried {
    fn from(&self, now: Timestamp) -> Timestamp {
        now.plus_seconds(-self.began * DAY_S)
    }

    /// Everything that was done about it.
    fn history(
        &self,
        id: ArrangementId,
        (author, other): (StaffId, StaffId),
        now: Timestamp,
    ) -> Result<Arrangement, ErrorCode> {
        let layout = Arrangements::compiled().find(self.page, self.says).ok_or(ErrorCode::NotFound)?;
        let from = self.from(now);
        let until = from.plus_seconds(self.days * DAY_S);
        let begun_at = from.plus_seconds(-(BEFORE + 2) * DAY_S);
        let draft = self.draft((id, author), &layout, begun_at);
        let report = Report { sha256: draft.head.sha256.clone(), views: VIEWS, findings: vec![] };
        let launch = Launch {
            share: self.share,
            audience: Audience::Everybody,
            device: DeviceClass::Any,
            tenure: Tenure::Any,
            language: self.language,
            from,
            until,
            goal: Goal::Finished,
        };
        let hour = |hours: i64| begun_at.plus_seconds(hours * 3_600);
        let steps = [
            (Step::Submitted, Some(author), hour(1)),
            (Step::Reported(report), None, hour(1)),
            (Step::Remarked("It reads well in large text too.".to_owned()), Some(other), hour(20)),
            (Step::Approved, Some(other), hour(20)),
            (Step::Launched(launch), Some(author), from.plus_seconds(-BEFORE * DAY_S)),
        ];
        let over = (until <= now).then_some((Step::Stopped(StopReason::Over), None, until));
        steps.into_iter().chain(over).try_fold(draft, |so_far, (step, by, at)| so_far.next(step, by, at))
    }

    fn draft(&self, (id, author): (ArrangementId, StaffId), layout: &Layout, begun_at: Timestamp) -> Arrangement {
        let head = ArrangementHead {
            id,
            page: self.page.word().to_owned(),
            name: self.name.to_owned(),
            sha256: layout.address().to_string(),
            author,
            stage: Stage::Draft,
            begun_at,
            changed_at: begun_at,
            version: 0,
        };
        Arrangement { head, body: layout.canonical(), entries: vec![] }
    }

    fn trial(&self, experiment: String, now: Timestamp) -> Trial<'_> {
        Trial {
            experiment,
            control: CONTROL,
            variation: self.name,
            languages: self.languages,
            from: self.from(now),
            days: self.days.min(self.began),
            each_day: self.each_day,
            share: u64::from(self.share),
            better: self.better,
        }
    }
}
