//! One arrangement of one page: what a file is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AccountKind, ChatKind, HomeKind, Kind, Large, Page, PayStartKind, Standard, vocabulary::said};

/// One arrangement of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "page", rename_all = "kebab-case")]
pub enum Layout {
    /// Of the first page after signing in.
    Home(Arrangement<HomeKind>),
    /// Of one account.
    Account(Arrangement<AccountKind>),
    /// Of the page where a payment begins.
    PayStart(Arrangement<PayStartKind>),
    /// Of the page on which somebody talks with the bank by writing.
    Chat(Arrangement<ChatKind>),
}

impl Layout {
    /// Which page this is an arrangement of.
    #[must_use]
    pub const fn page(&self) -> Page {
        match self {
            Self::Home(_) => Page::Home,
            Self::Account(_) => Page::Account,
            Self::PayStart(_) => Page::PayStart,
            Self::Chat(_) => Page::Chat,
        }
    }
}

/// Where the parts of one page stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(bound = "K: Kind", deny_unknown_fields)]
#[schemars(bound = "K: Kind")]
pub struct Arrangement<K> {
    /// Where an editor finds what can be written here.
    #[serde(rename = "$schema", skip_serializing)]
    #[schemars(with = "SchemaAddress", default)]
    schema: Option<SchemaAddress>,
    /// In the standard text size.
    pub standard: Standard<K>,
    /// In large text.
    pub large: Large<K>,
}

/// The one place where the schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
enum SchemaAddress {
    #[serde(rename = "../layout.schema.json")]
    Beside,
}

/// A file, whose page is known: read in one piece, so that every mistake has its line.
#[derive(Deserialize)]
#[serde(bound = "K: Kind", deny_unknown_fields)]
pub(super) struct File<K> {
    #[serde(rename = "$schema", default, deserialize_with = "said")]
    schema: Option<SchemaAddress>,
    #[serde(rename = "page")]
    _page: Page,
    standard: Standard<K>,
    large: Large<K>,
}

impl<K> From<File<K>> for Arrangement<K> {
    fn from(File { schema, standard, large, .. }: File<K>) -> Self {
        Self { schema, standard, large }
    }
}
