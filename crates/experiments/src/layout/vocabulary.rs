//! Everything that a layout can say.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

use super::Kind;

/// How close to one another lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Density {
    /// As everywhere else.
    #[default]
    Roomy,
    /// Closer, and still wide enough for a finger.
    Dense,
}

impl Density {
    /// The word for it, as style sheets know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Roomy => "roomy",
            Self::Dense => "dense",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// How many lines a part shows at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Lines(u8);

impl Lines {
    /// The fewest that say something.
    pub const FEWEST: u8 = 3;
    /// The most that the page has read.
    pub const MOST: u8 = 6;

    /// The number.
    #[must_use]
    pub const fn count(self) -> usize {
        self.0 as usize
    }
}

impl TryFrom<u8> for Lines {
    type Error = String;

    fn try_from(count: u8) -> Result<Self, String> {
        let (fewest, most) = (Self::FEWEST, Self::MOST);
        if (fewest..=most).contains(&count) {
            Ok(Self(count))
        } else {
            Err(format!("`lines` is from {fewest} to {most}, not {count}"))
        }
    }
}

impl From<Lines> for u8 {
    fn from(lines: Lines) -> Self {
        lines.0
    }
}

impl JsonSchema for Lines {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Lines".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": Self::FEWEST, "maximum": Self::MOST })
    }
}

/// A part in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AnySection<K>", bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Section")]
pub struct Section<K> {
    /// Which part.
    pub kind: K,
    /// How close its lines are.
    #[serde(skip_serializing_if = "Density::is_usual")]
    pub density: Density,
    /// How many lines it shows at most, where it can be said; without it, as many as the text size has room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// What can be typed where a part is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Section")]
struct AnySection<K> {
    /// Which part.
    kind: K,
    /// How close its lines are.
    #[serde(default)]
    density: Density,
    /// How many lines `latest`, `known` or `questions` shows at most; without it, as many as the text size has room for.
    #[serde(default, deserialize_with = "said")]
    #[schemars(with = "Lines", skip_serializing_if = "Option::is_none")]
    lines: Option<Lines>,
}

impl<K: Kind> TryFrom<AnySection<K>> for Section<K> {
    type Error = String;

    fn try_from(AnySection { kind, density, lines }: AnySection<K>) -> Result<Self, String> {
        if lines.is_some() && !kind.has_lines() {
            let having = |kind: &&K| kind.has_lines();
            return Err(match K::ALL.iter().find(having) {
                Some(other) => format!("only `{}` has a number of lines, `{}` has none", other.word(), kind.word()),
                None => format!("`{}` has no number of lines", kind.word()),
            });
        }
        Ok(Self { kind, density, lines })
    }
}

/// The page in the standard size: two columns where there is room, one below the other where there is none. Above them
/// is what is always there, with the main action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AnyStandard<K>", bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Standard")]
pub struct Standard<K> {
    /// In the head, before the main action.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Section<K>>,
    /// In the first column.
    pub main: Vec<Section<K>>,
    /// In the second. With nothing in it there is one column.
    pub side: Vec<Section<K>>,
}

/// What can be typed for the standard size.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Standard")]
struct AnyStandard<K> {
    /// In the head, before the main action: what is short enough.
    #[serde(default)]
    #[schemars(length(max = 3))]
    head: Vec<Section<K>>,
    /// In the first column, in this order.
    #[schemars(length(max = 3))]
    main: Vec<Section<K>>,
    /// In the second, in this order. With nothing in it there is one column.
    #[schemars(length(max = 3))]
    side: Vec<Section<K>>,
}

impl<K: Kind> TryFrom<AnyStandard<K>> for Standard<K> {
    type Error = String;

    fn try_from(AnyStandard { head, main, side }: AnyStandard<K>) -> Result<Self, String> {
        each_once(&[&head, &main, &side])?;
        fits_in_head(&head)?;
        Ok(Self { head, main, side })
    }
}

/// The page in large text: one column, and a part of it behind one press. It begins with what is always there, and the
/// main action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AnyLarge<K>", bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Large")]
pub struct Large<K> {
    /// In the head, before the main action.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Section<K>>,
    /// What is seen at once.
    pub open: Vec<Section<K>>,
    /// What is behind the press.
    pub folded: Vec<Section<K>>,
}

/// What can be typed for large text.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound = "K: Kind")]
#[schemars(bound = "K: Kind", rename = "{K}Large")]
struct AnyLarge<K> {
    /// In the head, before the main action: what is short enough.
    #[serde(default)]
    #[schemars(length(max = 3))]
    head: Vec<Section<K>>,
    /// What is seen at once, in this order.
    #[schemars(length(max = 3))]
    open: Vec<Section<K>>,
    /// What is behind one press, in this order. Payments that were begun are never there, nor an account's
    /// lines, nor the ways to be helped.
    #[schemars(length(max = 3))]
    folded: Vec<Section<K>>,
}

impl<K: Kind> TryFrom<AnyLarge<K>> for Large<K> {
    type Error = String;

    fn try_from(AnyLarge { head, open, folded }: AnyLarge<K>) -> Result<Self, String> {
        each_once(&[&head, &open, &folded])?;
        fits_in_head(&head)?;
        if let Some(section) = folded.iter().find(|section| !section.kind.may_be_folded()) {
            let word = section.kind.word();
            return Err(format!("`{word}` is never folded away: put it among those that are open"));
        }
        Ok(Self { head, open, folded })
    }
}

/// Nothing of the page can be left out or shown twice.
fn each_once<K: Kind>(places: &[&[Section<K>]]) -> Result<(), String> {
    for kind in K::ALL {
        let times = places.iter().flat_map(|place| place.iter()).filter(|section| section.kind == *kind).count();
        match times {
            0 => return Err(format!("`{}` is missing: every part stands on the page once", kind.word())),
            1 => {}
            _ => return Err(format!("`{}` is there {times} times: every part stands on the page once", kind.word())),
        }
    }
    Ok(())
}

/// The main action is not pushed off the screen.
fn fits_in_head<K: Kind>(head: &[Section<K>]) -> Result<(), String> {
    match head.iter().find(|section| !section.kind.may_stand_in_head()) {
        Some(section) => Err(format!("`{}` is too long for the head: put it below", section.kind.word())),
        None => Ok(()),
    }
}

/// What is there is said: `null` is no way to leave it out.
pub(super) fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
