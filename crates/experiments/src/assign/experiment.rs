//! Which of several arrangements somebody is shown.

use serde::Deserialize;

use super::{Attributes, Bucket, Condition, HashVersion, Namespace, Span, WHOLE_BP, bucket, choose, spans};

/// One of the arrangements that an experiment compares.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variation {
    /// Its name within the experiment, by which it is remembered.
    pub key: String,
    /// Its share, in basis points. Without any they are equal.
    #[serde(default)]
    pub weight_bp: Option<u16>,
}

/// A comparison of arrangements of one page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// Its name. It shuffles people as well, unless there is a `seed`.
    pub key: String,
    /// What shuffles people instead: the same as another experiment's, and they are the same people.
    #[serde(default)]
    pub seed: Option<String>,
    /// How ids are hashed.
    #[serde(default)]
    pub hash_version: HashVersion,
    /// What is compared; the first is the control.
    pub variations: Vec<Variation>,
    /// How many of those it is for take part, in basis points.
    #[serde(default = "everybody")]
    pub coverage_bp: u16,
    /// Where each variation stands in the population, instead of weights and coverage.
    #[serde(default)]
    pub spans: Option<Vec<Span>>,
    /// Its part of a population that it shares with others.
    #[serde(default)]
    pub namespace: Option<Namespace>,
    /// Whom it is for; without it, everybody.
    #[serde(default)]
    pub condition: Option<Condition>,
    /// Whether it runs.
    #[serde(default = "yes")]
    pub active: bool,
    /// Whether who has no account yet takes part, by their browser.
    #[serde(default)]
    pub strangers: bool,
    /// Whether people keep what they were shown when shares or audience change.
    #[serde(default = "yes")]
    pub sticky: bool,
    /// Raised when everybody is to be shuffled anew.
    #[serde(default)]
    pub bucket_version: u32,
    /// Whoever was in an earlier version than this is out of it.
    #[serde(default)]
    pub min_bucket_version: u32,
    /// Since when it runs, in seconds since 1970: whoever was signed in already sees it the next time they sign in.
    #[serde(default)]
    pub since_s: Option<i64>,
}

fn everybody() -> u16 {
    WHOLE_BP
}

fn yes() -> bool {
    true
}

/// Whom an assignment is remembered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The customer's, wherever they sign in.
    Customer,
    /// The browser's, before anybody signed in.
    Browser,
}

/// What somebody was shown before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The experiment's key.
    pub experiment: String,
    /// The experiment's bucket version at that time.
    pub bucket_version: u32,
    /// The variation's key.
    pub variation: String,
}

/// A unit, and what is remembered of it.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// The unit, in ASCII. An empty one takes no part.
    pub unit: &'a str,
    /// What it was shown before.
    pub remembered: &'a [Remembered],
}

/// Who asks for a page.
#[derive(Debug, Clone, Copy)]
pub struct Visitor<'a> {
    /// Who is signed in.
    pub customer: Option<Identity<'a>>,
    /// The browser.
    pub browser: Option<Identity<'a>>,
    /// What is known of them.
    pub attributes: &'a Attributes,
    /// Whether a page may look otherwise to them than it did.
    pub standing: Standing,
}

/// Whether a page may look otherwise to somebody than it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Since when they are signed in, in seconds since 1970, where that is known: nothing changes under their hands.
    pub signed_in_s: Option<i64>,
    /// Whether something changed for them not long ago: then nothing else does.
    pub rests: bool,
    /// Whether they take no part in comparisons.
    pub stays_out: bool,
}

impl Standing {
    /// Whether something new that runs since `since_s` may be shown.
    #[must_use]
    pub fn may_change(self, since_s: Option<i64>) -> bool {
        let here_before = since_s.zip(self.signed_in_s).is_some_and(|(since, signed_in)| signed_in < since);
        !self.rests && !here_before
    }
}

/// A place in an experiment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// The experiment's key.
    pub experiment: &'a str,
    /// Which variation, by its place in the list.
    pub variation: usize,
    /// Where in the population.
    pub bucket: Bucket,
    /// Whether by customer or by browser.
    pub whose: Whose,
    /// Whether it is so because it was so before.
    pub remembered: bool,
    /// What to remember from now on, if it is not remembered yet.
    pub remember: Option<Remembered>,
}

/// What is remembered of somebody and an experiment.
enum Before {
    /// Nothing that counts.
    Nothing,
    /// They were shown this variation.
    Shown(usize),
    /// They were in a version that is closed, and stay out.
    Closed,
}

impl Experiment {
    /// A comparison of `variations` among everybody, the control first.
    #[must_use]
    pub fn between(key: String, variations: Vec<Variation>) -> Self {
        Self {
            key,
            seed: None,
            hash_version: HashVersion::default(),
            variations,
            coverage_bp: everybody(),
            spans: None,
            namespace: None,
            condition: None,
            active: true,
            strangers: false,
            sticky: true,
            bucket_version: 0,
            min_bucket_version: 0,
            since_s: None,
        }
    }

    /// The place of `visitor` in it, if they take part.
    #[must_use]
    pub fn assign(&self, visitor: &Visitor<'_>) -> Option<Assignment<'_>> {
        if !self.active || visitor.standing.stays_out || self.variations.len() < 2 {
            return None;
        }
        let (whose, identity) = self.identify(visitor)?;
        let before = self.before(visitor);
        // Who was shown something keeps it, though they would not be asked any more.
        if matches!(before, Before::Nothing) && !self.invites(identity.unit, visitor) {
            return None;
        }
        let bucket = bucket(self.seed.as_deref().unwrap_or(&self.key), identity.unit, self.hash_version);
        let variation = match before {
            Before::Closed => return None,
            Before::Shown(variation) => variation,
            Before::Nothing => choose(bucket, &self.spans())?,
        };
        let remember = (self.sticky && self.recall(identity) != Some(variation)).then(|| Remembered {
            experiment: self.key.clone(),
            bucket_version: self.bucket_version,
            variation: self.variations[variation].key.clone(),
        });
        let remembered = matches!(before, Before::Shown(_));
        Some(Assignment { experiment: &self.key, variation, bucket, whose, remembered, remember })
    }

    /// Who takes part: the customer, or else the browser where strangers may and what they are shown is remembered.
    fn identify<'a>(&self, visitor: &Visitor<'a>) -> Option<(Whose, Identity<'a>)> {
        let customer = visitor.customer.map(|identity| (Whose::Customer, identity));
        let browser =
            visitor.browser.filter(|_| self.strangers && self.sticky).map(|identity| (Whose::Browser, identity));
        [customer, browser].into_iter().flatten().find(|(_, identity)| !identity.unit.is_empty())
    }

    /// What was shown before: to the customer, or else in the browser before they signed in.
    fn before(&self, visitor: &Visitor<'_>) -> Before {
        if !self.sticky {
            return Before::Nothing;
        }
        let identities = [visitor.customer, visitor.browser.filter(|_| self.strangers)];
        let mut known = identities.into_iter().flatten();
        let closed = |identity: &Identity<'_>| {
            let earlier = |was: &Remembered| was.experiment == self.key && was.bucket_version < self.min_bucket_version;
            identity.remembered.iter().any(earlier)
        };
        if known.clone().any(|identity| closed(&identity)) {
            return Before::Closed;
        }
        known.find_map(|identity| self.recall(identity)).map_or(Before::Nothing, Before::Shown)
    }

    /// What `identity` was shown in this version of the experiment.
    fn recall(&self, identity: Identity<'_>) -> Option<usize> {
        let was = identity
            .remembered
            .iter()
            .find(|was| was.experiment == self.key && was.bucket_version == self.bucket_version)?;
        self.variations.iter().position(|variation| variation.key == was.variation)
    }

    /// Whether it is for this unit and whom this is known of, and something new may be shown to them. Rest depends on
    /// what was before the experiment alone, and not on the variation: it leaves the split as it is.
    fn invites(&self, unit: &str, visitor: &Visitor<'_>) -> bool {
        visitor.standing.may_change(self.since_s)
            && self.namespace.as_ref().is_none_or(|namespace| namespace.contains(unit))
            && self.condition.as_ref().is_none_or(|condition| condition.holds(visitor.attributes))
    }

    /// The stretch of the population that each variation has.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        self.spans.clone().unwrap_or_else(|| {
            let weights: Option<Vec<u16>> = self.variations.iter().map(|variation| variation.weight_bp).collect();
            spans(self.variations.len(), i32::from(self.coverage_bp), weights.as_deref())
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOBODY: &[Remembered] = &[];

    fn experiment(json: &str) -> Experiment {
        serde_json::from_str(json).unwrap()
    }

    fn two_way(more: &str) -> Experiment {
        experiment(&format!(
            r#"{{"key": "home-order", "variations": [{{"key": "control"}}, {{"key": "first"}}]{more}}}"#
        ))
    }

    fn customer<'a>(unit: &'a str, remembered: &'a [Remembered], attributes: &'a Attributes) -> Visitor<'a> {
        let standing = Standing::default();
        Visitor { customer: Some(Identity { unit, remembered }), browser: None, attributes, standing }
    }

    fn was(variation: &str, bucket_version: u32) -> Remembered {
        Remembered { experiment: "home-order".to_owned(), bucket_version, variation: variation.to_owned() }
    }

    #[test]
    fn what_is_not_said_is_the_same_in_a_file_and_in_the_program() {
        let read = two_way("");
        assert_eq!(Experiment::between(read.key.clone(), read.variations.clone()), read);
    }

    #[test]
    fn a_misspelt_field_is_refused() {
        let misspelt = r#"{"key": "a", "variations": [], "coverage": 1}"#;
        assert!(serde_json::from_str::<Experiment>(misspelt).unwrap_err().to_string().contains("coverage"));
    }

    #[test]
    fn who_was_shown_something_keeps_it_when_the_share_goes_down() {
        let nothing = Attributes::new();
        let closed_to_new_people = two_way(r#", "coverage_bp": 0"#);
        assert_eq!(closed_to_new_people.assign(&customer("maya", NOBODY, &nothing)), None);
        let remembered = [was("first", 0)];
        let kept = closed_to_new_people.assign(&customer("maya", &remembered, &nothing)).unwrap();
        assert_eq!((kept.variation, kept.remembered, kept.remember), (1, true, None));
    }

    #[test]
    fn another_bucket_version_shuffles_anew_or_closes() {
        let (nothing, remembered) = (Attributes::new(), [was("first", 0)]);
        let visitor = customer("maya", &remembered, &nothing);
        let anew = two_way(r#", "bucket_version": 1"#);
        let anew = anew.assign(&visitor).unwrap();
        assert_eq!((anew.remembered, anew.remember.unwrap().bucket_version), (false, 1));
        assert_eq!(two_way(r#", "bucket_version": 1, "min_bucket_version": 1"#).assign(&visitor), None);
    }

    #[test]
    fn nothing_changes_under_anybodys_hands_nor_soon_after_something_else_did() {
        let (nothing, remembered) = (Attributes::new(), [was("first", 0)]);
        let experiment = two_way(r#", "since_s": 1000"#);
        let shown = |kept, signed_in_s, rests| {
            let standing = Standing { signed_in_s: Some(signed_in_s), rests, ..Standing::default() };
            experiment.assign(&Visitor { standing, ..customer("maya", kept, &nothing) }).is_some()
        };
        assert!(shown(NOBODY, 1000, false));
        assert!(!shown(NOBODY, 999, false) && !shown(NOBODY, 1000, true));
        assert!(shown(&remembered, 999, true), "what was shown stays");
        let stays_out = Standing { stays_out: true, ..Standing::default() };
        assert!(
            experiment.assign(&Visitor { standing: stays_out, ..customer("maya", &remembered, &nothing) }).is_none()
        );
    }

    #[test]
    fn what_the_browser_was_shown_is_carried_over_at_sign_in() {
        let (nothing, remembered) = (Attributes::new(), [was("first", 0)]);
        let visitor = Visitor {
            customer: Some(Identity { unit: "maya", remembered: NOBODY }),
            browser: Some(Identity { unit: "cookie", remembered: &remembered }),
            attributes: &nothing,
            standing: Standing::default(),
        };
        let experiment = two_way(r#", "strangers": true"#);
        let assignment = experiment.assign(&visitor).unwrap();
        assert_eq!((assignment.variation, assignment.whose), (1, Whose::Customer));
        assert_eq!(assignment.remember, Some(was("first", 0)));
    }

    proptest! {
        #[test]
        fn whoever_is_remembered_is_shown_the_same_again(unit in "[0-9a-f]{32}", coverage in 0_u16..=10_000) {
            let nothing = Attributes::new();
            let experiment = two_way(&format!(r#", "coverage_bp": {coverage}"#));
            if let Some(first) = experiment.assign(&customer(&unit, NOBODY, &nothing)) {
                let kept = [first.remember.unwrap()];
                let again = experiment.assign(&customer(&unit, &kept, &nothing)).unwrap();
                prop_assert_eq!((again.variation, again.remember), (first.variation, None));
            }
        }
    }
}
