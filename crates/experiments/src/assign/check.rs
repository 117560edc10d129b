//! Whether a plan makes sense, before anybody is shown anything by it.

use super::{Condition, Experiment, Plan, Rule, Span, WHOLE_BP};

/// The most rules a plan has: each is asked on every request.
const MOST_RULES: usize = 16;

impl Plan {
    /// Looks at everything that can be read and still means nothing.
    ///
    /// `variations` are the arrangements there are, the control first; `attributes` is what is known of a visitor.
    ///
    /// # Errors
    /// What is wrong, in words, with the name of its rule.
    pub fn check(&self, variations: &[&str], attributes: &[&str]) -> Result<(), String> {
        if self.rules.len() > MOST_RULES {
            return Err(format!("there are {} rules, and {MOST_RULES} at most", self.rules.len()));
        }
        let mut keys = Vec::new();
        for rule in &self.rules {
            let (name, checked, condition) = match rule {
                Rule::Experiment(experiment) => (&experiment.key, experiment.check(variations), &experiment.condition),
                Rule::Rollout(rollout) => {
                    let known = known(&rollout.variation, variations);
                    (&rollout.seed, known.and_then(|()| rollout.span.map_or(Ok(()), within)), &rollout.condition)
                }
            };
            let once = if keys.contains(&name) { Err("there is another of that name".to_owned()) } else { Ok(()) };
            let asked = asks_for_what_is_known(condition.as_ref(), attributes);
            checked.and(once).and(asked).map_err(|what| format!("`{name}`: {what}"))?;
            keys.push(name);
        }
        Ok(())
    }
}

impl Experiment {
    fn check(&self, variations: &[&str]) -> Result<(), String> {
        let keys: Vec<&str> = self.variations.iter().map(|variation| variation.key.as_str()).collect();
        keys.iter().try_for_each(|key| known(key, variations))?;
        if keys.len() < 2 || keys.first() != variations.first() {
            let control = variations.first().unwrap_or(&"control");
            return Err(format!("the first variation is `{control}`, and there is another"));
        }
        if keys.iter().enumerate().any(|(index, key)| keys[..index].contains(key)) {
            return Err("a variation is there twice".to_owned());
        }
        if let Some(spans) = &self.spans
            && (spans.len() != keys.len() || self.variations.iter().any(|variation| variation.weight_bp.is_some()))
        {
            return Err("`spans` are as many as the variations, and take the place of their weights".to_owned());
        }
        let weights = self.variations.iter().filter_map(|variation| variation.weight_bp);
        let (count, sum) = weights.fold((0, 0), |(count, sum), weight| (count + 1, sum + u32::from(weight)));
        if count != 0 && (count != keys.len() || sum != u32::from(WHOLE_BP)) {
            return Err(format!("weights are there for every variation, and {WHOLE_BP} together"));
        }
        if self.coverage_bp > WHOLE_BP {
            return Err(format!("`coverage_bp` is at most {WHOLE_BP}"));
        }
        self.namespace.iter().try_for_each(|namespace| within(namespace.span))?;
        let mut spans = self.spans();
        spans.iter().copied().try_for_each(within)?;
        spans.sort_by_key(|span| span.start_bp);
        let overlap = spans.windows(2).any(|pair| pair[0].end_bp > pair[1].start_bp);
        if overlap { Err("`spans` overlap".to_owned()) } else { Ok(()) }
    }
}

fn known(variation: &str, variations: &[&str]) -> Result<(), String> {
    if variations.contains(&variation) {
        Ok(())
    } else {
        Err(format!("there is no `{variation}`, there are: {}", variations.join(", ")))
    }
}

fn within(span: Span) -> Result<(), String> {
    if span.start_bp <= span.end_bp && span.end_bp <= WHOLE_BP {
        Ok(())
    } else {
        Err(format!("a span ends at {WHOLE_BP} at most, and not before it starts"))
    }
}

fn asks_for_what_is_known(condition: Option<&Condition>, attributes: &[&str]) -> Result<(), String> {
    match condition.and_then(|condition| condition.unknown(attributes)) {
        Some(unknown) => Err(format!("nobody has `{unknown}`, there are: {}", attributes.join(", "))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Plans;

    fn check(rules: &str) -> Result<(), String> {
        let plans = Plans::parse(&format!(r#"{{"home": {{"rules": [{rules}]}}}}"#)).unwrap();
        plans.home.check(&["control", "dense"], &["mode"])
    }

    const PAIR: &str = r#""variations": [{"key": "control"}, {"key": "dense"}]"#;

    #[test]
    fn what_makes_sense_is_taken() {
        assert_eq!(check(""), Ok(()));
        assert_eq!(
            check(&format!(r#"{{"experiment": {{"key": "a", "condition": {{"mode": "large"}}, {PAIR}}}}}"#)),
            Ok(())
        );
        let weighted = r#"[{"key": "control", "weight_bp": 9000}, {"key": "dense", "weight_bp": 1000}]"#;
        assert_eq!(check(&format!(r#"{{"experiment": {{"key": "a", "variations": {weighted}}}}}"#)), Ok(()));
        assert_eq!(check(r#"{"rollout": {"seed": "won", "variation": "dense"}}"#), Ok(()));
    }

    #[test]
    fn what_makes_none_is_named() {
        let wrong = [
            (r#""variations": [{"key": "control"}, {"key": "sparse"}]"#, "there is no `sparse`"),
            (r#""variations": [{"key": "dense"}, {"key": "control"}]"#, "the first variation is `control`"),
            (r#""variations": [{"key": "control"}]"#, "and there is another"),
            (r#""variations": [{"key": "control"}, {"key": "dense"}, {"key": "dense"}]"#, "twice"),
            (r#""variations": [{"key": "control", "weight_bp": 1}, {"key": "dense"}]"#, "10000 together"),
            (r#""coverage_bp": 10001, "variations": [{"key": "control"}, {"key": "dense"}]"#, "at most 10000"),
            (r#""condition": {"age": {"$gt": 60}}, "variations": [{"key": "control"}, {"key": "dense"}]"#, "`age`"),
            (
                r#""spans": [{"start_bp": 0, "end_bp": 9}], "variations": [{"key": "control"}, {"key": "dense"}]"#,
                "as many as the variations",
            ),
            (
                r#""spans": [{"start_bp": 0, "end_bp": 9}, {"start_bp": 8, "end_bp": 10}],
                    "variations": [{"key": "control"}, {"key": "dense"}]"#,
                "overlap",
            ),
        ];
        for (fields, expected) in wrong {
            let said = check(&format!(r#"{{"experiment": {{"key": "a", {fields}}}}}"#)).unwrap_err();
            assert!(said.starts_with("`a`: ") && said.contains(expected), "{said}");
        }
        let twice = format!(r#"{{"experiment": {{"key": "a", {PAIR}}}}}"#);
        assert!(check(&format!("{twice}, {twice}")).unwrap_err().contains("another of that name"));
    }
}
