//! Layouts: the files that designers keep, and whatever else could be in one.

use std::{collections::BTreeSet, fs, path::Path};

use experiments::layout::{self, Layout, Page};
use proptest::prelude::*;
use serde_json::Value;

const CONTROL: &str = include_str!("../../../layouts/home/control.json");

/// Every text that a layout may hold.
const VOCABULARY: &[&str] = &[
    "$schema",
    "../layout.schema.json",
    "page",
    "home",
    "account",
    "pay-start",
    "chat",
    "standard",
    "head",
    "main",
    "side",
    "large",
    "open",
    "folded",
    "kind",
    "unfinished",
    "latest",
    "coming",
    "details",
    "history",
    "months",
    "known",
    "planned",
    "questions",
    "ways",
    "keep",
    "density",
    "roomy",
    "dense",
    "lines",
];

/// What somebody might try besides.
const STRANGE: &[&str] = &[
    "html",
    "<script>",
    "class",
    "style",
    "href",
    "javascript:alert(1)",
    "https://example.org",
    "balance",
    "help",
    "",
    "Latest",
    "latest ",
    "ｌatest",
    "__proto__",
    "$ref",
    "hidden",
];

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../layouts"))
}

#[test]
fn every_file_is_a_layout_that_no_other_file_is() {
    let mut addresses = BTreeSet::new();
    for page in Page::ALL {
        let files = fs::read_dir(folder().join(page.word())).unwrap().map(|entry| entry.unwrap().path());
        let mut count = 0;
        for path in files {
            let text = fs::read_to_string(&path).unwrap();
            let layout = Layout::parse(&text).unwrap_or_else(|mistake| panic!("{}, {mistake}", path.display()));
            assert_eq!(layout.page(), page, "{}", path.display());
            assert!(addresses.insert(layout.address()), "{} is another file as well", path.display());
            count += 1;
        }
        assert!(count >= 3, "{count} layouts of {}", page.word());
    }
}

#[test]
fn the_schema_beside_them_is_that_of_the_types() {
    let kept: Value = serde_json::from_str(&fs::read_to_string(folder().join("layout.schema.json")).unwrap()).unwrap();
    assert_eq!(kept, layout::schema(), "`banyan layouts schema > layouts/layout.schema.json` writes it anew");
}

/// Every text in a value, names and values.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            found.push(name.clone());
            texts(value, found);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whatever the text is: it is refused where that can be said, or there is nothing strange in it.
fn refused_or_known(text: &str) -> Result<(), TestCaseError> {
    match Layout::parse(text) {
        Err(mistake) => {
            prop_assert!(mistake.line >= 1 && mistake.line <= text.lines().count().max(1) + 1);
            prop_assert!(!mistake.what.is_empty());
        }
        Ok(layout) => {
            let mut found = Vec::new();
            texts(&serde_json::from_str(text).unwrap(), &mut found);
            for word in found {
                prop_assert!(VOCABULARY.contains(&word.as_str()), "{word:?} is in {text}");
            }
            prop_assert_eq!(Layout::parse(&layout.canonical()).unwrap().address(), layout.address());
        }
    }
    Ok(())
}

/// A value made of words that are known and words that are not.
fn any_value() -> impl Strategy<Value = Value> {
    let word = || prop_oneof![9 => prop::sample::select(VOCABULARY), 1 => prop::sample::select(STRANGE)];
    let leaf = prop_oneof![
        word().prop_map(Value::from),
        (0_u8..9).prop_map(Value::from),
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..5)
                .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// Puts `value` in the place of the `index`th value of `whole`.
fn put(whole: &mut Value, index: &mut usize, value: &Value) {
    if *index == 0 {
        *whole = value.clone();
    }
    *index = index.wrapping_sub(1);
    match whole {
        Value::Array(values) => values.iter_mut().for_each(|inner| put(inner, index, value)),
        Value::Object(fields) => fields.values_mut().for_each(|inner| put(inner, index, value)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_at_all(text in any::<String>()) {
        refused_or_known(&text)?;
    }

    #[test]
    fn a_file_in_which_something_was_typed_over(
        at in 0..CONTROL.len(), length in 0_usize..20, word in prop_oneof![
            prop::sample::select(VOCABULARY), prop::sample::select(STRANGE), Just("}"), Just("]"), Just(","), Just("\""),
        ],
    ) {
        let end = (at + length).min(CONTROL.len());
        refused_or_known(&format!("{}{word}{}", &CONTROL[..at], &CONTROL[end..]))?;
    }

    #[test]
    fn a_file_in_which_one_value_is_another(mut index in 0_usize..30, value in any_value()) {
        let mut whole: Value = serde_json::from_str(CONTROL).unwrap();
        put(&mut whole, &mut index, &value);
        refused_or_known(&serde_json::to_string_pretty(&whole).unwrap())?;
    }

    #[test]
    fn every_order_can_be_said(order in Just(["unfinished", "latest", "coming"]).prop_shuffle(), cut in 0_usize..4) {
        let section = |kind: &&str| format!(r#"{{"kind":"{kind}"}}"#);
        let list = |kinds: &[&str]| kinds.iter().map(section).collect::<Vec<_>>().join(",");
        let text = format!(
            r#"{{"page":"home","standard":{{"main":[{}],"side":[{}]}},"large":{{"open":[{}],"folded":[]}}}}"#,
            list(&order[..cut]), list(&order[cut..]), list(&order)
        );
        prop_assert_eq!(Layout::parse(&text).unwrap().canonical(), text);
    }
}
