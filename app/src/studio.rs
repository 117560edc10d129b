//! What was brought to customers in the studio, put beside the arrangements and plans that the server began with.

use bank::{
    Bank, Error,
    layouts::{self, Arrangement, Launch},
};
use experiments::{
    assign::{Experiment, Plans, Rule},
    layout::Layout,
};
use model::{
    Timestamp,
    forms::{Audience, DeviceClass, Tenure},
};
use serde_json::{Map, Value, json};

use crate::{
    context::Site,
    layouts::{Arrangements, DEVICE, JOINED, LANGUAGE, MODE},
};

/// Shows customers what was decided in the studio, from their next request to this server on. What cannot be shown is
/// logged, and the page stays as it is.
///
/// # Errors
/// [`Error::Unavailable`]; then everything stays as it was.
pub async fn refresh(bank: &Bank, site: &Site) -> Result<(), Error> {
    let _nobody_else = site.running.changing().await;
    let (arrangements, plans) = match layouts::is_halted(bank).await? {
        Some(_) => (site.arrangements(), Plans::default()),
        None => beside((site.arrangements(), &site.plans), &layouts::live(bank).await?, bank.clock.now()),
    };
    if !site.running.differs(&arrangements, &plans) {
        return Ok(());
    }
    if let Err(wrong) = site.running.swap(arrangements, plans) {
        tracing::error!(wrong, "what was decided in the studio cannot be shown");
    }
    Ok(())
}

/// The arrangements and plans that there are anyway, and before them what is live at `now`.
fn beside(
    (mut arrangements, plans): (Arrangements, &Plans),
    live: &[Arrangement],
    now: Timestamp,
) -> (Arrangements, Plans) {
    let mut plans = plans.clone();
    for one in live {
        let Some(rule) = rule(one, now) else { continue };
        let put = Layout::parse(&one.body)
            .map_err(|mistake| mistake.to_string())
            .and_then(|layout| Ok((layout.page(), arrangements.put(&one.head.name, layout)?)));
        match (put, rule) {
            (Ok((page, ())), Ok(rule)) => plans.of_mut(page).rules.insert(0, rule),
            (Err(wrong), _) => tracing::error!(wrong, "an arrangement that is live cannot be read"),
            (_, Err(wrong)) => tracing::error!(%wrong, "no rule can be made of what is live"),
        }
    }
    (arrangements, plans)
}

/// The rule that shows it to whom it was launched for; `None` where that is nobody any more. Before it begins the rule is
/// there and shows nobody anything: how people get on without it is counted by then.
fn rule(one: &Arrangement, now: Timestamp) -> Option<Result<Rule, serde_json::Error>> {
    let (launch, name) = (one.launch()?, &one.head.name);
    if let Some(since) = one.for_good_since() {
        let since_s = seconds(since);
        let rollout = json!({ "rollout": { "variation": name, "seed": one.key(), "since_s": since_s } });
        return Some(serde_json::from_value(rollout));
    }
    if launch.until <= now {
        return None;
    }
    // Nothing changes under anybody's hands: whoever is signed in sees it the next time.
    let (since_s, active, comparison) = (Some(seconds(launch.from)), launch.is_on(now), one.comparison()?.1);
    Some(
        serde_json::from_value(condition(launch)).map(|condition| {
            Rule::Experiment(Experiment { condition: Some(condition), since_s, active, ..comparison })
        }),
    )
}

/// Whom it was launched for.
fn condition(launch: &Launch) -> Value {
    let mut condition = Map::new();
    if launch.audience != Audience::Everybody {
        condition.insert(MODE.to_owned(), json!(launch.audience.code()));
    }
    if launch.device != DeviceClass::Any {
        condition.insert(DEVICE.to_owned(), json!(launch.device.code()));
    }
    if let Some(language) = launch.language {
        condition.insert(LANGUAGE.to_owned(), json!(language.code()));
    }
    let joined = match launch.tenure {
        Tenure::Any => None,
        Tenure::New => Some("$gte"),
        Tenure::Known => Some("$lt"),
    };
    condition.extend(joined.map(|how| (JOINED.to_owned(), json!({ how: seconds(launch.new_since()) }))));
    Value::Object(condition)
}

fn seconds(at: Timestamp) -> i64 {
    at.seconds_since(Timestamp::EPOCH)
}

#[cfg(test)]
mod tests {
    use bank::layouts::{ArrangementHead, Entry, Launch, Stage, Step};
    use experiments::{assign::Secret, layout::Page};
    use model::{ArrangementId, Language, Preferences, StaffId, TextSize, forms::Goal};

    use super::*;
    use crate::layouts::{Running, tests::share_of as shown_to};

    const BODY: &str = include_str!("../../layouts/home/coming-first.json");
    const START: Timestamp = Timestamp::from_micros(1_772_452_800_000_000);

    fn live(share: u16, audience: Audience, language: Option<Language>, for_good: bool) -> Arrangement {
        let launch = Launch {
            share,
            audience,
            device: DeviceClass::Any,
            tenure: Tenure::Any,
            language,
            from: START,
            until: START.plus_seconds(60),
            goal: Goal::Finished,
        };
        let entry = |step| Entry { by: None, step, at: START };
        let mut entries = vec![entry(Step::Launched(launch))];
        let promoted = Entry { at: START.plus_seconds(60), ..entry(Step::Promoted) };
        entries.extend(for_good.then_some(promoted));
        let head = ArrangementHead {
            id: ArrangementId::new(9),
            page: "home".to_owned(),
            name: "mine".to_owned(),
            sha256: String::new(),
            author: StaffId::new(1),
            stage: Stage::Live,
            begun_at: START,
            changed_at: START,
            version: 4,
        };
        Arrangement { head, body: BODY.to_owned(), entries }
    }

    /// How many of a thousand readers see it, a moment after it began.
    fn share_of(one: Arrangement, preferences: Preferences, after_s: i64) -> usize {
        let running = Running::new(Plans::default(), Some(Secret::new(b"a secret that is none")));
        let (arrangements, plans) =
            beside((Arrangements::compiled(), &Plans::default()), &[one], START.plus_seconds(after_s));
        running.swap(arrangements, plans).expect("they fit together");
        shown_to(&running, "mine", preferences)
    }

    #[test]
    fn it_is_shown_to_whom_it_was_launched_for_and_as_long() {
        let usual = Preferences::default();
        let large = Preferences { text: TextSize::Large, language: Language::Zh, ..usual };
        let everybody = |share| live(share, Audience::Everybody, None, false);
        let shown = share_of(everybody(20), usual, 1);
        assert!((150..=250).contains(&shown), "{shown} of 1000");
        let nearly_all = 970..1_000;
        assert!(nearly_all.contains(&share_of(everybody(99), usual, 1)), "somebody sees the page as it is");
        assert_eq!(share_of(everybody(99), usual, -1), 0, "it has not begun");
        assert_eq!(share_of(everybody(99), usual, 60), 0, "it is over");
        let for_some = live(99, Audience::Large, Some(Language::Zh), false);
        assert_eq!(share_of(for_some.clone(), usual, 1), 0);
        assert!(nearly_all.contains(&share_of(for_some, large, 1)));
        assert_eq!(share_of(live(1, Audience::Large, None, true), usual, 9_999), 1_000, "for good is for everybody");
    }

    #[test]
    fn whom_it_is_for_is_said_in_the_words_that_plans_have() {
        let launch = live(50, Audience::Large, Some(Language::Zh), false).launch().expect("it is live").clone();
        assert_eq!(condition(&launch), json!({ "mode": "large", "language": "zh" }));
        let to = |device, tenure| {
            condition(&Launch { device, tenure, audience: Audience::Everybody, language: None, ..launch })
        };
        // By whole days: it began at noon.
        let month_before = (seconds(START) / 86_400 - 30) * 86_400;
        assert_eq!(to(DeviceClass::Any, Tenure::Any), json!({}));
        assert_eq!(
            to(DeviceClass::Phone, Tenure::New),
            json!({ "device": "phone", "joined": { "$gte": month_before } })
        );
        assert_eq!(
            to(DeviceClass::Computer, Tenure::Known),
            json!({ "device": "computer", "joined": { "$lt": month_before } })
        );
    }

    #[test]
    fn a_launch_is_always_a_comparison_and_for_good_begins_when_somebody_decides_that() {
        let rule = |for_good| {
            let one = live(99, Audience::Everybody, None, for_good);
            let (_, plans) = beside((Arrangements::compiled(), &Plans::default()), &[one], START);
            plans.of(Page::Home).rules[0].clone()
        };
        let since_s = START.seconds_since(Timestamp::EPOCH);
        assert!(matches!(rule(false), Rule::Experiment(experiment) if experiment.since_s == Some(since_s)));
        assert!(matches!(rule(true), Rule::Rollout(rollout) if rollout.since_s == Some(since_s + 60)));
    }

    #[test]
    fn what_cannot_be_read_is_not_shown_and_takes_nothing_with_it() {
        let broken = Arrangement { body: "{}".to_owned(), ..live(99, Audience::Everybody, None, true) };
        assert_eq!(share_of(broken, Preferences::default(), 1), 0);
    }
}
