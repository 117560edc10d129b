//! What one person is shown of a page, how they get back to the old one, and what is told of how they get on.

use std::sync::Arc;

use bank::{
    Bank, IdMint,
    customers::Customer,
    experiments::{Exposure, Failure, Journey, minute},
};
use experiments::{
    assign::{Attribute, Attributes, Experiment, Identity, Plan, Remembered, Rule, Shown, Standing, Visitor},
    layout::{Arrangement, Page},
};
use leptos::prelude::*;
use model::{Preferences, Timestamp, forms::DeviceClass};

use super::{Arranged, CONTROL, DEVICE, JOINED, LANGUAGE, MODE, Running, Snapshot};
use crate::{
    components::{Button, Look},
    context,
    words::Words,
};

const DAY_S: i64 = 86_400;

/// A page as somebody is shown it.
pub(crate) struct Placed<K> {
    /// Where its parts stand.
    pub(crate) layout: Arc<Arrangement<K>>,
    /// The way to the other arrangement of it, where there is one.
    pub(crate) other: Option<Other>,
}

/// The other arrangement of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// The page as it was.
    Old(Page),
    /// As it is tried out.
    New(Page),
}

/// Who looks at a page.
pub(super) struct Viewer<'a> {
    /// Who.
    pub(super) person: &'a Customer,
    /// How they read.
    pub(super) preferences: Preferences,
    /// On what.
    pub(super) device: DeviceClass,
    /// Since when they are signed in.
    pub(super) signed_in: Option<Timestamp>,
    /// When they look.
    pub(super) now: Timestamp,
    /// For how many days nothing else changes for them, after something did.
    pub(super) rest_days: i64,
}

impl Viewer<'_> {
    /// Whether they agreed to be in what is tried out on `page` by `plan`.
    fn takes_part(&self, plan: &Plan, page: Page) -> bool {
        let trying = self.person.trying;
        trying.lets_count(Journey::of(page)) && (trying.lets_be_chosen_narrowly() || !is_narrow(plan))
    }
}

/// Whether `plan` asks more of anybody than how they read.
fn is_narrow(plan: &Plan) -> bool {
    let condition = |rule: &Rule| match rule {
        Rule::Experiment(experiment) => {
            experiment.condition.as_ref().is_some_and(|asked| asked.asks(&[DEVICE, JOINED]))
        }
        Rule::Rollout(_) => false,
    };
    plan.rules.iter().any(condition)
}

/// The page as it is, for somebody of whom nothing is known.
pub(crate) fn control<K: Arranged>() -> Placed<K> {
    Placed { layout: context::site().running.snapshot().find(CONTROL), other: None }
}

/// How a page is arranged for this person. In practice it is as the lessons describe it.
pub(crate) async fn arrangement<K: Arranged>(person: &Customer) -> Placed<K> {
    // Whoever looks at what is being made takes no part in anything.
    let previewed = context::visit().preview.as_ref().and_then(|preview| {
        let layout = K::of(&preview.layout)?.clone();
        Some((layout, preview.layout.address().to_string()))
    });
    if let Some((layout, address)) = previewed {
        context::name_layout(&address);
        return Placed { layout: Arc::new(layout), other: None };
    }
    let site = context::site();
    let snapshot = site.running.snapshot();
    if context::is_play_bank() {
        return Placed { layout: snapshot.find::<K>(CONTROL), other: None };
    }
    // The number of a session says when it began.
    let signed_in = context::visitor().key().map(|key| IdMint::made_at(key.value()));
    let bank = context::bank();
    let (now, rest_days) = (bank.clock.now(), bank.policy.rest_days);
    let (preferences, device) = (context::preferences(), device(&context::visit().agent));
    let viewer = Viewer { person, preferences, device, signed_in, now, rest_days };
    place(&bank, &site.running, &snapshot, &viewer).await
}

async fn place<K: Arranged>(bank: &Bank, running: &Running, snapshot: &Snapshot, viewer: &Viewer<'_>) -> Placed<K> {
    let plan = snapshot.plans.of(K::PAGE);
    let Some(unit) = snapshot.unit(viewer.person.id).filter(|_| !plan.rules.is_empty()) else {
        return Placed { layout: snapshot.find(CONTROL), other: None };
    };
    let before =
        if viewer.takes_part(plan, K::PAGE) { running.memory().recall(bank, &unit).await } else { Ok(Arc::default()) };
    let before = match before {
        Ok(before) => before,
        Err(error) => {
            tracing::warn!(%error, "what was shown before is not known: the page is shown as it was");
            return Placed { layout: snapshot.find(CONTROL), other: None };
        }
    };
    let Decided { name, of, exposure } = decide(snapshot, viewer, (&unit, &before), K::PAGE);
    let old = viewer.person.trying.old_pages.has(K::PAGE);
    // Who keeps the page as it was is shown nothing, and takes no part.
    if let Some(exposure) = exposure
        && !old
    {
        running.memory().expose(exposure, viewer.now);
    }
    match (name == CONTROL, old) {
        (true, _) => Placed { layout: snapshot.find(CONTROL), other: None },
        (false, true) => Placed { layout: snapshot.find(CONTROL), other: Some(Other::New(K::PAGE)) },
        (false, false) => {
            let (experiment, bucket_version) = of.unwrap_or_default();
            try_to_show(snapshot, K::PAGE, (experiment, bucket_version), name)
        }
    }
}

/// The arrangement that is called `name`; or the page as it is, where that one has just failed.
pub(crate) fn try_to_show<K: Arranged>(
    snapshot: &Snapshot,
    page: Page,
    (experiment, bucket_version): (&str, u32),
    name: &str,
) -> Placed<K> {
    let failure = Failure { experiment: experiment.to_owned(), bucket_version, variation: name.to_owned() };
    if context::attempt().may_show(failure) {
        Placed { layout: snapshot.find(name), other: Some(Other::Old(page)) }
    } else {
        Placed { layout: snapshot.find(CONTROL), other: None }
    }
}

/// What somebody is to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decided<'a> {
    /// The name of the arrangement.
    pub(super) name: &'a str,
    /// By which experiment, in which version; or by what has won one.
    of: Option<(&'a str, u32)>,
    /// What is to be kept of it, where that is new.
    pub(super) exposure: Option<Exposure>,
}

/// The name of the arrangement that `viewer` is shown of `page`, whose unit was shown `before`; and what is to be kept of
/// it, where that is new. The answer is the same on every server and every day, as long as plan, secret, preferences and
/// what was before are.
pub(super) fn decide<'a>(
    snapshot: &'a Snapshot,
    viewer: &Viewer<'_>,
    (unit, before): (&str, &[Exposure]),
    page: Page,
) -> Decided<'a> {
    let plan = snapshot.plans.of(page);
    let Viewer { person, preferences, device, signed_in, now, rest_days } = viewer;
    let remembered: Vec<Remembered> = before.iter().map(remembered).collect();
    let mode = if preferences.text.is_large() { "large" } else { "standard" };
    let known = |name: &str, word: &str| (name.to_owned(), Attribute::Text(word.to_owned()));
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^53")]
    let joined = Attribute::Number(person.joined_at.seconds_since(Timestamp::EPOCH) as f64);
    let attributes = Attributes::from([
        known(MODE, mode),
        known(LANGUAGE, preferences.language.code()),
        known(DEVICE, device.code()),
        (JOINED.to_owned(), joined),
    ]);
    let visitor = Visitor {
        customer: Some(Identity { unit, remembered: &remembered }),
        browser: None,
        attributes: &attributes,
        standing: Standing {
            signed_in_s: signed_in.map(|at| at.micros() / 1_000_000),
            rests: rests(before, *now, *rest_days),
            stays_out: !viewer.takes_part(plan, page),
        },
    };
    // Who was shown something keeps it; on a device that it is not for, the page is as it was.
    let is_elsewhere = |experiment: &Experiment| {
        experiment.condition.as_ref().is_some_and(|asked| asked.asks(&[DEVICE]) && !asked.holds(&attributes))
    };
    match plan.evaluate(&visitor) {
        Shown::Control => Decided { name: CONTROL, of: None, exposure: None },
        Shown::Experiment(experiment, _) if is_elsewhere(experiment) => {
            Decided { name: CONTROL, of: None, exposure: None }
        }
        Shown::Rollout(rollout) => Decided { name: &rollout.variation, of: Some((&rollout.seed, 0)), exposure: None },
        Shown::Experiment(experiment, assignment) => {
            let exposure = assignment.remember.map(|remember| Exposure {
                unit: unit.to_owned(),
                experiment: remember.experiment,
                bucket_version: remember.bucket_version,
                variation: remember.variation,
                text: preferences.text,
                language: preferences.language,
                shown_at: minute(*now),
            });
            let name = &experiment.variations[assignment.variation].key;
            Decided { name, of: Some((&experiment.key, experiment.bucket_version)), exposure }
        }
    }
}

/// What somebody holds in their hands, by what its browser says of itself: telephones call themselves mobile, larger things
/// do not, but for one tablet that asks for pages as telephones get them.
fn device(agent: &str) -> DeviceClass {
    if agent.contains("Mobi") && !agent.contains("iPad") { DeviceClass::Phone } else { DeviceClass::Computer }
}

fn remembered(one: &Exposure) -> Remembered {
    Remembered {
        experiment: one.experiment.clone(),
        bucket_version: one.bucket_version,
        variation: one.variation.clone(),
    }
}

/// Whether a page has changed for somebody so lately that nothing else does.
fn rests(before: &[Exposure], now: Timestamp, rest_days: i64) -> bool {
    before.iter().any(|one| one.variation != CONTROL && now.seconds_since(one.shown_at) < rest_days * DAY_S)
}

/// The way to the other arrangement of a page, at its end.
pub(crate) fn other(words: Words, other: Option<Other>) -> Option<AnyView> {
    let (page, old, about, press) = match other? {
        Other::Old(page) => (page, "1", "layout-new", "layout-use-old"),
        Other::New(page) => (page, "0", "layout-old", "layout-use-new"),
    };
    let back = context::path_and_query();
    Some(
        view! {
            <section class="stack">
                <p class="quiet">{words.say(about)}</p>
                <form method="post" action="/do/layout" role="none">
                    <input type="hidden" name="page" value=page.word()/>
                    <input type="hidden" name="old" value=old/>
                    <input type="hidden" name="back" value=back/>
                    <div class="actions"><Button label=words.say(press) look=Look::Second/></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_says_that_it_is_one() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1",
                DeviceClass::Phone,
            ),
            ("Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36", DeviceClass::Phone),
            ("Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0", DeviceClass::Phone),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1",
                DeviceClass::Computer,
            ),
            ("Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Safari/537.36", DeviceClass::Computer),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15", DeviceClass::Computer),
            ("", DeviceClass::Computer),
        ] {
            assert_eq!(device(agent), expected, "{agent}");
        }
    }
}
