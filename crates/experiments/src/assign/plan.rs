//! What runs on the pages.

use serde::Deserialize;

use super::{Assignment, Condition, Experiment, HashVersion, Span, Visitor, bucket};
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
}

impl Plans {
    /// What runs on `page`.
    #[must_use]
    pub const fn of(&self, page: Page) -> &Plan {
        match page {
            Page::Home => &self.home,
            Page::Account => &self.account,
            Page::PayStart => &self.pay_start,
        }
    }

    /// The same, to be changed.
    pub const fn of_mut(&mut self, page: Page) -> &mut Plan {
        match page {
            Page::Home => &mut self.home,
            Page::Account => &mut self.account,
            Page::PayStart => &mut self.pay_start,
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
    /// Whether it has reached `visitor`.
    #[must_use]
    pub fn reaches(&self, visitor: &Visitor<'_>) -> bool {
        let within = |span: &Span| {
            visitor
                .customer
                .filter(|customer| !customer.unit.is_empty())
                .is_some_and(|customer| span.contains(bucket(&self.seed, customer.unit, self.hash_version)))
        };
        self.condition.as_ref().is_none_or(|condition| condition.holds(visitor.attributes))
            && self.span.as_ref().is_none_or(within)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Attribute, Attributes, Identity};
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
        Visitor { customer: Some(Identity { unit: "maya", remembered: &[] }), browser: None, attributes }
    }

    #[test]
    fn a_mistake_has_its_line() {
        let said = Plans::parse("{\"home\": {\n  \"rules\": [{\"experimant\": {}}]}}").unwrap_err().to_string();
        assert!(said.starts_with("line 2, column 25: unknown variant `experimant`"), "{said}");
    }
}
