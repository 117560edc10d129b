//! GrowthBook's vectors, group by group.

use std::collections::BTreeMap;

use bench::figure::{Figure, say};
use experiments::assign::{Bucket, HashVersion, Remembered, Shown, Visitor, Whose, bucket, choose, spans};
use serde_json::{Value, json};

use crate::{
    Outcome,
    adapt::{self, Verdict, basis_points, list, text},
};

/// Whole groups that have nothing to do with this bank, and why.
const WITHOUT: &[(&str, &str)] = &[
    ("getEqualWeights", "spans are made of equal shares at once: getBucketRange shows them"),
    ("getQueryStringOverride", "nobody chooses a variation by an address"),
    ("decrypt", "plans are files of the bank's own, and no secret"),
    ("urlRedirect", "a variation is another arrangement of a page, never another page"),
    ("contextualBandit", "shares do not change by themselves: a bandit's readings cannot be trusted by a bank"),
];

type Check = fn(&[Value]) -> Result<(), Verdict>;

const GROUPS: &[(&str, Check)] = &[
    ("hash", hash),
    ("getBucketRange", bucket_range),
    ("inNamespace", in_namespace),
    ("chooseVariation", choose_variation),
    ("run", run),
    ("feature", feature),
    ("stickyBucket", sticky_bucket),
    ("evalCondition", eval_condition),
];

/// Runs every vector and prints how many of those that apply come out as published.
pub fn measure(cases: &Value) -> Outcome {
    let (mut passed, mut failed) = (0, 0);
    let mut without: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (group, check) in GROUPS {
        let (mut passed_here, all) = (0, list(&cases[*group]));
        for case in all {
            let name = case[0].as_str().map_or_else(|| case.to_string(), ToOwned::to_owned);
            match check(list(case)) {
                Ok(()) => passed_here += 1,
                Err(Verdict::Without(reason)) => without.entry(reason).or_default().push(format!("{group}: {name}")),
                Err(Verdict::Failed(what)) => {
                    failed += 1;
                    say(&format!("{group}: {name}: {what}"));
                }
            }
        }
        say(&format!("{group}: {passed_here} of {} as published", all.len()));
        passed += passed_here;
    }
    for (group, reason) in WITHOUT {
        say(&format!("{group}: none of {}: {reason}", list(&cases[*group]).len()));
    }
    for (reason, names) in &without {
        say(&format!("not for us, {reason}: {}", names.join(" · ")));
    }
    if passed + failed == 0 {
        return Err("There is no vector in that file.".into());
    }
    let share = 100.0 * f64::from(passed) / f64::from(passed + failed);
    Figure::at_least("experiments.vectors_pct", share, "%", 100.0).print();
    Figure::aside("experiments.vectors", f64::from(passed + failed), "vectors").print();
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(ours: &T, theirs: &T) -> Result<(), Verdict> {
    if ours == theirs { Ok(()) } else { Err(Verdict::Failed(format!("{ours:?} here, {theirs:?} published"))) }
}

fn hash(case: &[Value]) -> Result<(), Verdict> {
    let version = case[2].as_u64().and_then(|number| u8::try_from(number).ok());
    let version = version.and_then(|number| HashVersion::try_from(number).ok());
    let ours = version.map(|version| bucket(text(&case[0]), text(&case[1]), version).bp());
    same(&ours, &if case[3].is_null() { None } else { Some(basis_points(&case[3])) })
}

fn bucket_range(case: &[Value]) -> Result<(), Verdict> {
    let [variations, coverage, weights] = list(&case[1]) else { return Err(Verdict::Failed("three inputs".into())) };
    let weights: Option<Vec<u16>> = weights.as_array().map(|weights| weights.iter().map(basis_points).collect());
    let variations = variations.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
    let ours = spans(variations, adapt::signed_basis_points(coverage), weights.as_deref());
    same(&ours, &adapt::spans(&case[2]))
}

fn in_namespace(case: &[Value]) -> Result<(), Verdict> {
    same(&adapt::namespace(&case[2]).contains(text(&case[1])), &(case[3] == Value::Bool(true)))
}

fn choose_variation(case: &[Value]) -> Result<(), Verdict> {
    let bucket = Bucket::new(basis_points(&case[1])).ok_or(Verdict::Failed("beyond everybody".into()))?;
    let ours = choose(bucket, &adapt::spans(&case[2]));
    same(&ours, &case[3].as_u64().and_then(|index| usize::try_from(index).ok()))
}

fn run(case: &[Value]) -> Result<(), Verdict> {
    let (context, experiment) = (&case[1], &case[2]);
    adapt::refuse(context, adapt::CONTEXT)?;
    let attributes = adapt::attributes(&context["attributes"])?;
    let unit = adapt::unit(&context["attributes"], experiment, "hashAttribute");
    let experiment = adapt::experiment(experiment, "", None)?;
    let assignment = experiment.assign(&adapt::visitor(&unit, &[], &attributes));
    let value = &case[2]["variations"][assignment.as_ref().map_or(0, |assignment| assignment.variation)];
    same(
        &(value, assignment.is_some(), assignment.is_some()),
        &(&case[3], case[4] == json!(true), case[5] == json!(true)),
    )
}

fn feature(case: &[Value]) -> Result<(), Verdict> {
    let (context, key, published) = (&case[1], text(&case[2]), &case[3]);
    adapt::refuse(context, adapt::CONTEXT)?;
    let feature = &context["features"][key];
    if feature.is_null() {
        return Err(Verdict::Without("a page that is not there has no plan".into()));
    }
    let attributes = adapt::attributes(&context["attributes"])?;
    let plan = adapt::plan(feature, key)?;
    let unit = adapt::unit_of_rules(&context["attributes"], feature)?;
    match plan.evaluate(&adapt::visitor(&unit, &[], &attributes)) {
        Shown::Control => {
            same(&(feature["defaultValue"].clone(), "defaultValue"), &(published["value"].clone(), source(published)))
        }
        Shown::Rollout(rollout) => {
            let rule: usize = rollout.variation.parse().map_err(|_| Verdict::Failed("no number of a rule".into()))?;
            same(&(feature["rules"][rule]["force"].clone(), "force"), &(published["value"].clone(), source(published)))
        }
        Shown::Experiment(experiment, assignment) => {
            let result = &published["experimentResult"];
            let bucket = result.get("bucket").map(basis_points);
            same(
                &(experiment.key.as_str(), "experiment"),
                &(text(&published["experiment"]["key"]), source(published)),
            )?;
            same(&(json!(assignment.variation), Some(assignment.bucket.bp())), &(result["variationId"].clone(), bucket))
        }
    }
}

fn source(published: &Value) -> &str {
    text(&published["source"])
}

fn sticky_bucket(case: &[Value]) -> Result<(), Verdict> {
    let (context, published) = (&case[1], &case[4]);
    let rule = &context["features"][text(&case[3])]["rules"][0];
    let attributes = adapt::attributes(&context["attributes"])?;
    let unit = adapt::unit(&context["attributes"], rule, "hashAttribute");
    let before = adapt::unit(&context["attributes"], rule, "fallbackAttribute");
    let mut documents = adapt::documents(&case[2], &context["attributes"]);
    let remembered = |name: &str, unit: &str| documents.get(&format!("{name}||{unit}")).cloned().unwrap_or_default();
    let names = [rule["hashAttribute"].as_str().unwrap_or("id"), text(&rule["fallbackAttribute"])];
    let (of_customer, of_browser) = (remembered(names[0], &unit), remembered(names[1], &before));
    let experiment = adapt::experiment(rule, text(&case[3]), None)?;
    let visitor = Visitor {
        browser: Some(adapt::identity(&before, &of_browser)),
        ..adapt::visitor(&unit, &of_customer, &attributes)
    };
    let assignment = experiment.assign(&visitor);
    let ours = assignment.as_ref().map(|assignment| {
        let name = names[usize::from(assignment.whose == Whose::Browser)];
        json!([assignment.variation, assignment.bucket.bp(), assignment.remembered, name])
    });
    let theirs = (!published.is_null()).then(|| {
        let bucket = basis_points(&published["bucket"]);
        json!([published["variationId"], bucket, published["stickyBucketUsed"], published["hashAttribute"]])
    });
    same(&ours, &theirs)?;
    if let Some(assignment) = assignment
        && let Some(remember) = assignment.remember
    {
        let (name, unit) = match assignment.whose {
            Whose::Customer => (names[0], &unit),
            Whose::Browser => (names[1], &before),
        };
        documents.entry(format!("{name}||{unit}")).or_default().push(remember);
    }
    same(&sorted(documents), &sorted(adapt::documents_by_name(&case[5])))
}

fn sorted(mut documents: BTreeMap<String, Vec<Remembered>>) -> BTreeMap<String, Vec<Remembered>> {
    for remembered in documents.values_mut() {
        remembered.sort_by_key(|was| was.bucket_version);
    }
    documents
}

fn eval_condition(case: &[Value]) -> Result<(), Verdict> {
    let condition = adapt::condition(&case[1])?;
    let attributes = adapt::attributes(&case[2])?;
    same(&condition.holds(&attributes), &(case[3] == Value::Bool(true)))
}
