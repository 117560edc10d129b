//! What GrowthBook writes, as ours.

use std::collections::BTreeMap;

use experiments::assign::{
    Attribute, Attributes, Condition, Experiment, Identity, Namespace, Plan, Remembered, Rollout, Rule, Span, Standing,
    Visitor, WHOLE_BP, Wrong,
};
use serde_json::{Value, json};

/// Why a vector does not pass.
pub enum Verdict {
    /// This bank does without what it is about, for this reason.
    Without(String),
    /// Ours is something else.
    Failed(String),
}

/// What a field says that we do without.
type Field = (&'static str, &'static str);

/// Of what surrounds an experiment.
pub const CONTEXT: &[Field] = &[
    ("qaMode", "a preview is a link of its own, not a mode"),
    ("url", "nobody chooses a variation by an address"),
    ("forcedVariations", "a preview is a link of its own, not an assignment"),
    ("enabled", "the kill switch is that there is no plan"),
    ("savedGroups", "there are no lists of people"),
];

/// Of an experiment or a rule.
const RULE: &[Field] = &[
    ("force", "what has won is a rollout"),
    ("filters", "experiments exclude one another by namespaces"),
    ("parentConditions", "no experiment depends on another"),
    ("contextualVariations", "shares do not change by themselves"),
];

/// Operators that are refused when a condition is read, since what is known of a visitor is a handful of single words
/// and numbers.
const OPERATORS: &[Field] = &[
    ("$regex", "no patterns over words of closed lists"),
    ("$regexi", "no patterns over words of closed lists"),
    ("$regx", "what is not known is refused, not false"),
    ("$ini", "words of closed lists have one spelling"),
    ("$nini", "words of closed lists have one spelling"),
    ("$alli", "words of closed lists have one spelling"),
    ("$all", "nobody has lists of attributes"),
    ("$elemMatch", "nobody has lists of attributes"),
    ("$size", "nobody has lists of attributes"),
    ("$groups", "nobody has lists of attributes"),
    ("$type", "attributes have one type"),
    ("$inGroup", "there are no lists of people"),
    ("$notInGroup", "there are no lists of people"),
    ("$veq", "browsers' versions are not known"),
    ("$vne", "browsers' versions are not known"),
    ("$vgt", "browsers' versions are not known"),
    ("$vgte", "browsers' versions are not known"),
    ("$vlt", "browsers' versions are not known"),
    ("$vlte", "browsers' versions are not known"),
];

/// Refuses what has one of these fields.
pub fn refuse(value: &Value, fields: &[Field]) -> Result<(), Verdict> {
    match fields.iter().find(|(field, _)| value.get(field).is_some()) {
        Some((_, reason)) => Err(Verdict::Without((*reason).to_owned())),
        None => Ok(()),
    }
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A part of one, in basis points.
#[expect(clippy::cast_possible_truncation, reason = "the vectors' shares are a few times the whole at most")]
pub fn signed_basis_points(value: &Value) -> i32 {
    (value.as_f64().unwrap_or_default() * f64::from(WHOLE_BP)).round() as i32
}

/// The same, where it is not below nothing.
pub fn basis_points(value: &Value) -> u16 {
    u16::try_from(signed_basis_points(value)).unwrap_or_default()
}

fn span(value: &Value) -> Span {
    Span { start_bp: basis_points(&value[0]), end_bp: basis_points(&value[1]) }
}

pub fn spans(value: &Value) -> Vec<Span> {
    list(value).iter().map(span).collect()
}

pub fn namespace(value: &Value) -> Namespace {
    Namespace {
        name: text(&value[0]).to_owned(),
        span: Span { start_bp: basis_points(&value[1]), end_bp: basis_points(&value[2]) },
    }
}

/// What is known of a visitor, with what is inside of something else under a name with a point.
pub fn attributes(value: &Value) -> Result<Attributes, Verdict> {
    let mut known = Attributes::new();
    flatten(value, String::new(), &mut known)?;
    Ok(known)
}

fn flatten(value: &Value, name: String, known: &mut Attributes) -> Result<(), Verdict> {
    let attribute = match value {
        Value::Null => return Ok(()),
        Value::Object(inside) => {
            for (key, value) in inside {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(value, name, known)?;
            }
            return Ok(());
        }
        Value::Array(_) => return Err(Verdict::Without("nobody has lists of attributes".to_owned())),
        Value::Bool(flag) => Attribute::Flag(*flag),
        Value::Number(number) => Attribute::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => Attribute::Text(text.clone()),
    };
    known.insert(name, attribute);
    Ok(())
}

/// The attribute that `field` of an experiment names, as an id.
pub fn unit(attributes: &Value, experiment: &Value, field: &str) -> String {
    let name = experiment[field].as_str().unwrap_or(if field == "hashAttribute" { "id" } else { "" });
    match &attributes[name] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The same, for all rules of a feature.
pub fn unit_of_rules(attributes: &Value, feature: &Value) -> Result<String, Verdict> {
    let mut units = list(&feature["rules"]).iter().map(|rule| unit(attributes, rule, "hashAttribute"));
    let first = units.next().unwrap_or_default();
    if units.any(|unit| !unit.is_empty() && unit != first && !first.is_empty()) {
        return Err(Verdict::Without("there is one unit, the customer".to_owned()));
    }
    Ok(first)
}

pub fn identity<'a>(unit: &'a str, remembered: &'a [Remembered]) -> Identity<'a> {
    Identity { unit, remembered }
}

pub fn visitor<'a>(unit: &'a str, remembered: &'a [Remembered], attributes: &'a Attributes) -> Visitor<'a> {
    let standing = Standing::default();
    Visitor { customer: Some(identity(unit, remembered)), browser: None, attributes, standing }
}

/// A condition; what it cannot say is known beforehand, so that a mistake of ours is not taken for it.
pub fn condition(value: &Value) -> Result<Condition, Verdict> {
    Condition::try_from(value.clone()).map_err(|wrong| {
        let reason = match &wrong {
            Wrong::Operator(operator) => {
                OPERATORS.iter().find(|(name, _)| name == operator).map(|(_, reason)| (*reason).to_owned())
            }
            Wrong::Value(_) => Some("nobody has lists or objects as attributes".to_owned()),
            Wrong::Shape(operator) if ["$in", "$nin"].contains(&operator.as_str()) => {
                Some("what is malformed is refused, not false".to_owned())
            }
            _ => None,
        };
        reason.map_or_else(|| Verdict::Failed(wrong.to_string()), Verdict::Without)
    })
}

/// An experiment, or a rule of a feature that is one.
pub fn experiment(value: &Value, key: &str, seed: Option<&str>) -> Result<Experiment, Verdict> {
    refuse(value, RULE)?;
    if list(&value["meta"]).iter().any(|meta| meta.get("passthrough").is_some()) {
        return Err(Verdict::Without("who is held out is outside of the coverage".to_owned()));
    }
    let weights = list(&value["weights"]);
    let variations = list(&value["variations"]).iter().enumerate().map(|(index, _)| {
        let named = value["meta"][index]["key"].as_str().map_or_else(|| index.to_string(), ToOwned::to_owned);
        json!({"key": named, "weight_bp": weights.get(index).map(basis_points)})
    });
    let ours = json!({
        "key": value["key"].as_str().unwrap_or(key),
        "seed": value["seed"].as_str().or(seed),
        "hash_version": value.get("hashVersion").unwrap_or(&json!(1)),
        "variations": variations.collect::<Vec<_>>(),
        "coverage_bp": value.get("coverage").map_or(WHOLE_BP, basis_points),
        "active": value.get("active").unwrap_or(&json!(true)),
        "strangers": value.get("fallbackAttribute").is_some(),
        "sticky": value["disableStickyBucketing"] != json!(true),
        "bucket_version": value.get("bucketVersion").unwrap_or(&json!(0)),
        "min_bucket_version": value.get("minBucketVersion").unwrap_or(&json!(0)),
    });
    let mut experiment: Experiment =
        serde_json::from_value(ours).map_err(|error| Verdict::Failed(format!("refused: {error}")))?;
    experiment.spans = value.get("ranges").map(spans);
    experiment.namespace = value.get("namespace").map(namespace);
    experiment.condition = value.get("condition").map(condition).transpose()?;
    Ok(experiment)
}

/// A feature's rules as a plan; a rollout is named by the number of its rule.
pub fn plan(feature: &Value, key: &str) -> Result<Plan, Verdict> {
    let rules = list(&feature["rules"]).iter().enumerate().map(|(index, rule)| {
        if rule.get("variations").is_some() {
            return experiment(rule, key, None).map(Rule::Experiment);
        }
        if rule.get("force").is_none() {
            refuse(rule, RULE)?;
            return Err(Verdict::Without("a rule that does nothing is refused".to_owned()));
        }
        rollout(rule, key, index).map(Rule::Rollout)
    });
    rules.collect::<Result<_, _>>().map(|rules| Plan { rules })
}

fn rollout(rule: &Value, key: &str, index: usize) -> Result<Rollout, Verdict> {
    refuse(rule, &RULE[1..])?;
    let version = rule["hashVersion"].as_u64().unwrap_or(1);
    let hash_version = u8::try_from(version).ok().and_then(|number| number.try_into().ok());
    let covered = rule.get("coverage").map(|coverage| Span { start_bp: 0, end_bp: basis_points(coverage) });
    Ok(Rollout {
        variation: index.to_string(),
        seed: rule["seed"].as_str().unwrap_or(key).to_owned(),
        hash_version: hash_version.ok_or_else(|| Verdict::Without("another hash version is refused".to_owned()))?,
        span: rule.get("range").map(span).or(covered),
        condition: rule.get("condition").map(condition).transpose()?,
        since_s: None,
    })
}

/// What is remembered, by attribute and value, of those who have the attributes.
pub fn documents(value: &Value, attributes: &Value) -> BTreeMap<String, Vec<Remembered>> {
    let own = list(value)
        .iter()
        .filter(|document| attributes[text(&document["attributeName"])] == document["attributeValue"]);
    own.map(document).collect()
}

/// The same of a map whose names are the attributes and values.
pub fn documents_by_name(value: &Value) -> BTreeMap<String, Vec<Remembered>> {
    value.as_object().into_iter().flat_map(|map| map.values()).map(document).collect()
}

fn document(value: &Value) -> (String, Vec<Remembered>) {
    let assignments = value["assignments"].as_object().into_iter().flatten().filter_map(|(name, variation)| {
        let (experiment, version) = name.rsplit_once("__")?;
        Some(Remembered {
            experiment: experiment.to_owned(),
            bucket_version: version.parse().ok()?,
            variation: text(variation).to_owned(),
        })
    });
    let name = format!("{}||{}", text(&value["attributeName"]), text(&value["attributeValue"]));
    (name, assignments.collect())
}
