//! What runs on the pages.

use serde::Deserialize;

use super::{Assignment, Condition, Experiment, HashVersion, Remembered, Span, Visitor, bucket};
use crate::{Mistake, layout::Page};

/// An arrangement for a share of everybody, without a comparison: how one that has won is brought in step by step.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rollout {
    /// What it brings in.
    pub variation: String,
    /// What shuffles people.
    pub seed: String,
    /// How ids are hashed.
    #[serde(default)]
    pub hash_version: HashVersion,
    /// Who gets it; without it, everybody.
    #[serde(default)]
    pub span: Option<Span>,
    /// Whom it is for; without it, everybody.
    #[serde(default)]
    pub condition: Option<Condition>,
    /// Since when, in seconds since 1970: whoever was signed in already sees it the next time they sign in.
    #[serde(default)]
    pub since_s: Option<i64>,
}

/// A step of a [`Plan`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// A comparison.
    Experiment(Experiment),
    /// An arrangement brought in.
    Rollout(Rollout),
}

/// What runs on a page: the first rule that has a place for somebody decides.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The rules, the first before the others.
    pub rules: Vec<Rule>,
}

/// What runs, page by page; what is not named has nothing.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Plans {
    /// On the first page after signing in.
    #[serde(default)]
    pub home: Plan,
    /// On the page of one account.
    #[serde(default)]
    pub account: Plan,
    /// On the page where a payment begins.
    #[serde(default)]
    pub pay_start: Plan,
    /// Where somebody talks with the bank by writing.
    #[serde(default)]
    pub chat: Plan,
}

impl Plans {
    /// What runs on `page`.
    #[must_use]
    pub const fn of(&self, page: Page) -> &Plan {
        match page {
            Page::Home => &self.home,
            Page::Account => &self.account,
            Page::PayStart => &self.pay_start,
            Page::Chat => &self.chat,
        }
    }

    /// The same, to be changed.
    pub const fn of_mut(&mut self, page: Page) -> &mut Plan {
        match page {
            Page::Home => &mut self.home,
            Page::Account => &mut self.account,
            Page::PayStart => &mut self.pay_start,
            Page::Chat => &mut self.chat,
        }
    }

    /// Reads what somebody wrote who runs the bank. Whether it makes sense is asked of [`Plan::check`].
    ///
    /// # Errors
    /// The first place where it cannot be read.
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        serde_json::from_str(text).map_err(|error| Mistake::of(&error))
    }
}

/// What a plan shows somebody.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown<'a> {
    /// The page as it is.
    Control,
    /// What a rollout brings in.
    Rollout(&'a Rollout),
    /// What an experiment compares.
    Experiment(&'a Experiment, Assignment<'a>),
}

impl Plan {
    /// The name of every rule.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| match rule {
            Rule::Experiment(experiment) => experiment.key.as_str(),
            Rule::Rollout(rollout) => rollout.seed.as_str(),
        })
    }

    /// What `visitor` is shown.
    #[must_use]
    pub fn evaluate<'a>(&'a self, visitor: &Visitor<'_>) -> Shown<'a> {
        let mut shown = self.rules.iter().filter_map(|rule| match rule {
            Rule::Experiment(experiment) => {
                experiment.assign(visitor).map(|assignment| Shown::Experiment(experiment, assignment))
            }
            Rule::Rollout(rollout) => rollout.reaches(visitor).then_some(Shown::Rollout(rollout)),
        });
        shown.next().unwrap_or(Shown::Control)
    }
}

impl Rollout {
    /// Whether it has reached `visitor`. Who was shown the same by the experiment that it won, whose key is its seed,
    /// keeps it.
    #[must_use]
    pub fn reaches(&self, visitor: &Visitor<'_>) -> bool {
        let within = |span: &Span| {
            visitor
                .customer
                .filter(|customer| !customer.unit.is_empty())
                .is_some_and(|customer| span.contains(bucket(&self.seed, customer.unit, self.hash_version)))
        };
        let known = |was: &Remembered| was.experiment == self.seed && was.variation == self.variation;
        let keeps = visitor.customer.is_some_and(|customer| customer.remembered.iter().any(known));
        self.condition.as_ref().is_none_or(|condition| condition.holds(visitor.attributes))
            && (keeps || visitor.standing.may_change(self.since_s) && self.span.as_ref().is_none_or(within))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Attribute, Attributes, Identity, Standing};
    use super::*;

    #[test]
    fn the_first_rule_that_has_a_place_decides() {
        let plan: Plan = serde_json::from_str(
            r#"{"rules": [
                {"experiment": {"key": "large", "condition": {"mode": "large"}, "variations": [{"key": "a"}, {"key": "b"}]}},
                {"rollout": {"variation": "won", "seed": "won"}}
            ]}"#,
        )
        .unwrap();
        let standard = Attributes::new();
        let Shown::Rollout(rollout) = plan.evaluate(&maya(&standard)) else {
            panic!("the experiment is for others");
        };
        assert_eq!(rollout.variation, "won");
        let large = [("mode".to_owned(), Attribute::Text("large".to_owned()))].into();
        assert!(matches!(plan.evaluate(&maya(&large)), Shown::Experiment(..)));
        assert_eq!(Plan::default().evaluate(&maya(&large)), Shown::Control);
    }

    fn maya(attributes: &Attributes) -> Visitor<'_> {
        let customer = Some(Identity { unit: "maya", remembered: &[] });
        Visitor { customer, browser: None, attributes, standing: Standing::default() }
    }

    #[test]
    fn what_has_won_waits_for_who_rests_and_stays_with_who_had_it() {
        let rollout: Rollout = serde_json::from_str(
            r#"{"variation": "first", "seed": "home-order", "span": {"start_bp": 0, "end_bp": 10000}}"#,
        )
        .unwrap();
        let nothing = Attributes::new();
        let rests = Standing { rests: true, ..Standing::default() };
        assert!(rollout.reaches(&maya(&nothing)));
        assert!(!rollout.reaches(&Visitor { standing: rests, ..maya(&nothing) }));
        let was = |variation: &str| {
            [Remembered { experiment: "home-order".to_owned(), bucket_version: 0, variation: variation.to_owned() }]
        };
        let (first, control) = (was("first"), was("control"));
        let knows = |remembered| Visitor {
            customer: Some(Identity { unit: "maya", remembered }),
            standing: rests,
            ..maya(&nothing)
        };
        assert!(rollout.reaches(&knows(&first)) && !rollout.reaches(&knows(&control)));
    }

    #[test]
    fn a_mistake_has_its_line() {
        let said = Plans::parse("{\"home\": {\n  \"rules\": [{\"experimant\": {}}]}}").unwrap_err().to_string();
        assert!(said.starts_with("line 2, column 25: unknown variant `experimant`"), "{said}");
    }
}
