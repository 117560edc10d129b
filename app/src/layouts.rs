//! Which arrangement of a page somebody is shown ([ADR 40](../../docs/adr/0040-layouts.md)).
//!
//! The arrangements are files in `layouts/`, compiled in; what runs is in a file of the bank's own, read at start. With
//! none, everybody is shown the control.

use std::sync::LazyLock;

use experiments::{
    assign::{Attribute, Attributes, Identity, Plans, Secret, Shown, Visitor, unit},
    layout::Layout,
};
use model::{CustomerId, Preferences};

use crate::context;

/// The files of the home page, the control first.
const HOME_FILES: &[(&str, &str)] = &[
    ("control", include_str!("../../layouts/home/control.json")),
    ("coming-first", include_str!("../../layouts/home/coming-first.json")),
    ("dense", include_str!("../../layouts/home/dense.json")),
];

static HOME: LazyLock<Vec<(&str, Layout)>> = LazyLock::new(|| {
    let read = |&(name, text)| (name, Layout::parse(text).expect("a test reads every file that is compiled in"));
    HOME_FILES.iter().map(read).collect()
});

/// What a plan may ask of whoever looks at a page.
const MODE: &str = "mode";
const LANGUAGE: &str = "language";

/// What is tried out in this bank, and on whom.
#[derive(Debug, Clone, Default)]
pub struct Running {
    plans: Plans,
    secret: Option<Secret>,
}

impl Running {
    /// The plans in a file.
    ///
    /// # Errors
    /// Where it cannot be read, asks for an arrangement that there is not, or for something that nobody knows of a
    /// visitor: in words.
    pub fn plans(text: &str) -> Result<Plans, String> {
        let plans = Plans::parse(text).map_err(|mistake| mistake.to_string())?;
        let names: Vec<&str> = HOME_FILES.iter().map(|(name, _)| *name).collect();
        plans.home.check(&names, &[MODE, LANGUAGE]).map_err(|what| format!("home: {what}"))?;
        Ok(plans)
    }

    /// These plans, for units that `secret` makes. Without a secret nothing runs.
    #[must_use]
    pub const fn new(plans: Plans, secret: Option<Secret>) -> Self {
        Self { plans, secret }
    }

    /// How the home page is arranged for this customer. The answer is the same on every server and every day, as long
    /// as plan, secret and preferences are.
    pub(crate) fn home(&self, customer: CustomerId, preferences: Preferences) -> &'static Layout {
        let control = &HOME[0].1;
        let Some(secret) = self.secret.as_ref().filter(|_| !self.plans.home.rules.is_empty()) else { return control };
        let unit = unit(secret, &customer.value().to_be_bytes());
        let mode = if preferences.text.is_large() { "large" } else { "standard" };
        let known = |name: &str, word: &str| (name.to_owned(), Attribute::Text(word.to_owned()));
        let attributes = Attributes::from([known(MODE, mode), known(LANGUAGE, preferences.language.code())]);
        let identity = Identity { unit: &unit, remembered: &[] };
        let visitor = Visitor { customer: Some(identity), browser: None, attributes: &attributes };
        let name = match self.plans.home.evaluate(&visitor) {
            Shown::Control => return control,
            Shown::Rollout(rollout) => rollout.variation.as_str(),
            Shown::Experiment(experiment, assignment) => experiment.variations[assignment.variation].key.as_str(),
        };
        HOME.iter().find(|(known, _)| *known == name).map_or(control, |(_, layout)| layout)
    }
}

/// How the home page is arranged for this customer. In practice it is as the lessons describe it.
pub(crate) fn home(customer: CustomerId) -> &'static Layout {
    if context::is_play_bank() { &HOME[0].1 } else { context::site().running.home(customer, context::preferences()) }
}

#[cfg(test)]
mod tests {
    use model::{Language, TextSize};

    use super::*;

    fn running(rules: &str) -> Running {
        let plans = Running::plans(&format!(r#"{{"home": {{"rules": [{rules}]}}}}"#)).unwrap();
        Running::new(plans, Some(Secret::new(b"a secret that is none")))
    }

    fn share_of(running: &Running, name: &str, preferences: Preferences) -> usize {
        let wanted = &HOME.iter().find(|(known, _)| *known == name).unwrap().1;
        (1..=1_000).filter(|id| running.home(CustomerId::new(*id), preferences) == wanted).count()
    }

    const HALVES: &str =
        r#"{"experiment": {"key": "home-order", "variations": [{"key": "control"}, {"key": "coming-first"}]}}"#;

    #[test]
    fn every_file_that_is_compiled_in_can_be_read() {
        assert_eq!(HOME.len(), HOME_FILES.len());
    }

    #[test]
    fn without_a_plan_or_a_secret_everybody_sees_the_control() {
        let nothing = Running::default();
        let unasked = Running::new(Running::plans(r#"{"home": {"rules": []}}"#).unwrap(), Some(Secret::new(b"a")));
        let without_secret = Running { secret: None, ..running(HALVES) };
        for running in [nothing, unasked, without_secret] {
            assert_eq!(share_of(&running, "control", Preferences::default()), 1_000);
        }
    }

    #[test]
    fn half_of_the_customers_see_it_and_always_the_same_half() {
        let one = running(HALVES);
        let shown = share_of(&one, "coming-first", Preferences::default());
        assert!((420..=580).contains(&shown), "{shown} of 1000");
        let again = running(HALVES);
        for id in (1..=200).map(CustomerId::new) {
            assert_eq!(one.home(id, Preferences::default()), again.home(id, Preferences::default()));
        }
    }

    #[test]
    fn who_reads_otherwise_is_left_out() {
        let large_only = running(&HALVES.replace(
            r#""key": "home-order""#,
            r#""key": "home-order", "condition": {"mode": "large", "language": {"$in": ["en", "es"]}}"#,
        ));
        let reader = |text, language| Preferences { text, language, ..Preferences::default() };
        assert_eq!(share_of(&large_only, "control", reader(TextSize::Standard, Language::En)), 1_000);
        assert_eq!(share_of(&large_only, "control", reader(TextSize::Large, Language::Zh)), 1_000);
        assert!(share_of(&large_only, "coming-first", reader(TextSize::Largest, Language::Es)) > 400);
    }

    #[test]
    fn a_plan_that_makes_no_sense_is_refused() {
        let refused = |text| Running::plans(text).unwrap_err();
        assert!(refused(r#"{"home": {"rules": [}"#).starts_with("line 1, column"));
        let unknown = r#"{"home": {"rules": [{"rollout": {"seed": "won", "variation": "loud"}}]}}"#;
        assert_eq!(refused(unknown), "home: `won`: there is no `loud`, there are: control, coming-first, dense");
    }
}
