//! Everything that a layout can say.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

/// One arrangement of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Where an editor finds what can be written here.
    #[serde(rename = "$schema", default, deserialize_with = "said", skip_serializing)]
    #[schemars(with = "SchemaAddress")]
    schema: Option<SchemaAddress>,
    /// Which page this is an arrangement of.
    pub page: Page,
    /// In the standard text size.
    pub standard: Standard,
    /// In large text.
    pub large: Large,
}

/// The one place where the schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
enum SchemaAddress {
    #[serde(rename = "../layout.schema.json")]
    Beside,
}

/// A page that can be arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Page {
    /// The first page after signing in.
    Home,
}

/// A part of the page. Each stands in it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Kind {
    /// Payments that were begun and not sent. Never folded away.
    Unfinished,
    /// The latest lines of all accounts.
    Latest,
    /// What is expected in the next days, and what will be left.
    Coming,
}

impl Kind {
    /// Every one there is.
    pub const ALL: [Self; 3] = [Self::Unfinished, Self::Latest, Self::Coming];

    fn word(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Latest => "latest",
            Self::Coming => "coming",
        }
    }
}

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
#[serde(try_from = "AnySection")]
pub struct Section {
    /// Which part.
    pub kind: Kind,
    /// How close its lines are.
    #[serde(skip_serializing_if = "Density::is_usual")]
    pub density: Density,
    /// How many lines `latest` shows at most; without it, as many as the text size has room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// What can be typed where a part is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Section")]
struct AnySection {
    /// Which part: payments that were begun, the latest lines, or what is coming.
    kind: Kind,
    /// How close its lines are.
    #[serde(default)]
    density: Density,
    /// How many lines `latest` shows at most; without it, as many as the text size has room for.
    #[serde(default, deserialize_with = "said")]
    #[schemars(with = "Lines", skip_serializing_if = "Option::is_none")]
    lines: Option<Lines>,
}

impl TryFrom<AnySection> for Section {
    type Error = String;

    fn try_from(AnySection { kind, density, lines }: AnySection) -> Result<Self, String> {
        if lines.is_some() && kind != Kind::Latest {
            return Err(format!("only `latest` has a number of lines, `{}` has none", kind.word()));
        }
        Ok(Self { kind, density, lines })
    }
}

/// The page in the standard size: two columns where there is room, one below the other where there is none. The first
/// begins with the accounts and the main action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AnyStandard")]
pub struct Standard {
    /// Below the accounts.
    pub main: Vec<Section>,
    /// Beside them. With nothing in it there is one column.
    pub side: Vec<Section>,
}

/// What can be typed for the standard size.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Standard")]
struct AnyStandard {
    /// Below the accounts and the main action, in this order.
    #[schemars(length(max = 3))]
    main: Vec<Section>,
    /// Beside them, in this order. With nothing in it there is one column.
    #[schemars(length(max = 3))]
    side: Vec<Section>,
}

impl TryFrom<AnyStandard> for Standard {
    type Error = String;

    fn try_from(AnyStandard { main, side }: AnyStandard) -> Result<Self, String> {
        each_once(&main, &side)?;
        Ok(Self { main, side })
    }
}

/// The page in large text: one column, and a part of it behind one press. It begins with the balance and the main
/// action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AnyLarge")]
pub struct Large {
    /// What is seen at once.
    pub open: Vec<Section>,
    /// What is behind the press, among the other accounts.
    pub folded: Vec<Section>,
}

/// What can be typed for large text.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Large")]
struct AnyLarge {
    /// What is seen at once, below the balance and the main action, in this order.
    #[schemars(length(max = 3))]
    open: Vec<Section>,
    /// What is behind one press, in this order. Payments that were begun are never there.
    #[schemars(length(max = 3))]
    folded: Vec<Section>,
}

impl TryFrom<AnyLarge> for Large {
    type Error = String;

    fn try_from(AnyLarge { open, folded }: AnyLarge) -> Result<Self, String> {
        each_once(&open, &folded)?;
        // Somebody who has typed half of a payment looks for it where it was.
        if folded.iter().any(|section| section.kind == Kind::Unfinished) {
            return Err("`unfinished` is never folded away: put it among those that are open".to_owned());
        }
        Ok(Self { open, folded })
    }
}

/// Nothing of the page can be left out or shown twice.
fn each_once(one: &[Section], other: &[Section]) -> Result<(), String> {
    for kind in Kind::ALL {
        let times = one.iter().chain(other).filter(|section| section.kind == kind).count();
        match times {
            0 => return Err(format!("`{}` is missing: every part stands on the page once", kind.word())),
            1 => {}
            _ => return Err(format!("`{}` is there {times} times: every part stands on the page once", kind.word())),
        }
    }
    Ok(())
}

/// What is there is said: `null` is no way to leave it out.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
