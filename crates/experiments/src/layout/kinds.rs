//! The pages that can be arranged, and the parts of each.

use std::fmt::Debug;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A page that can be arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Page {
    /// The first page after signing in.
    Home,
    /// One account.
    Account,
    /// Where a payment begins.
    PayStart,
    /// Where somebody talks with the bank by writing.
    Chat,
}

impl Page {
    /// Every one there is.
    pub const ALL: [Self; 4] = [Self::Home, Self::Account, Self::PayStart, Self::Chat];

    /// The word for it: in layouts, in plans, and the name of its folder.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Account => "account",
            Self::PayStart => "pay-start",
            Self::Chat => "chat",
        }
    }

    /// The page with this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.word() == word)
    }

    /// The words of its parts.
    #[must_use]
    pub fn kinds(self) -> Vec<&'static str> {
        fn words<K: Kind>() -> Vec<&'static str> {
            K::ALL.iter().map(|kind| kind.word()).collect()
        }
        match self {
            Self::Home => words::<HomeKind>(),
            Self::Account => words::<AccountKind>(),
            Self::PayStart => words::<PayStartKind>(),
            Self::Chat => words::<ChatKind>(),
        }
    }
}

/// The parts of one page. Each stands in it once.
pub trait Kind: Debug + Copy + Eq + Serialize + DeserializeOwned + JsonSchema + 'static {
    /// The page they are parts of.
    const PAGE: Page;
    /// Every one there is.
    const ALL: &'static [Self];

    /// The word for it, as a layout has it.
    fn word(self) -> &'static str;

    /// Whether it may be behind one press in large text.
    fn may_be_folded(self) -> bool {
        true
    }

    /// Whether it is short enough to stand in the head of the page, below what is always there.
    fn may_stand_in_head(self) -> bool {
        false
    }

    /// Whether a layout may say how many lines it has.
    fn has_lines(self) -> bool {
        false
    }
}

/// A part of the first page after signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum HomeKind {
    /// Payments that were begun and not sent. Never folded away.
    Unfinished,
    /// The latest lines of all accounts.
    Latest,
    /// What is expected in the next days, and what will be left.
    Coming,
}

impl Kind for HomeKind {
    const PAGE: Page = Page::Home;
    const ALL: &'static [Self] = &[Self::Unfinished, Self::Latest, Self::Coming];

    fn word(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Latest => "latest",
            Self::Coming => "coming",
        }
    }

    // Somebody who has typed half of a payment looks for it where it was.
    fn may_be_folded(self) -> bool {
        self != Self::Unfinished
    }

    fn has_lines(self) -> bool {
        self == Self::Latest
    }
}

/// A part of the page of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum AccountKind {
    /// In whose name it is, and its number. Alone in that it may stand in the head.
    Details,
    /// What came in and went out, with the form that looks for something in it. Never folded away.
    History,
    /// Money in and out, month by month.
    Months,
}

impl Kind for AccountKind {
    const PAGE: Page = Page::Account;
    const ALL: &'static [Self] = &[Self::Details, Self::History, Self::Months];

    fn word(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::History => "history",
            Self::Months => "months",
        }
    }

    // What was looked for is shown at once.
    fn may_be_folded(self) -> bool {
        self != Self::History
    }

    fn may_stand_in_head(self) -> bool {
        self == Self::Details
    }
}

/// A part of the page where a payment begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum PayStartKind {
    /// The people who were paid before.
    Known,
    /// Payments that were begun and not sent. Never folded away.
    Unfinished,
    /// The ways to planned payments, and to asking for money.
    Planned,
}

impl Kind for PayStartKind {
    const PAGE: Page = Page::PayStart;
    const ALL: &'static [Self] = &[Self::Known, Self::Unfinished, Self::Planned];

    fn word(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Unfinished => "unfinished",
            Self::Planned => "planned",
        }
    }

    fn may_be_folded(self) -> bool {
        self != Self::Unfinished
    }

    fn has_lines(self) -> bool {
        self == Self::Known
    }
}

/// A part of the page on which somebody talks with the bank by writing. What was said, what the program offers to be pressed
/// after it, the field to write in, and the way to a person are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum ChatKind {
    /// What many people begin with, to be pressed: while nothing was said yet.
    Questions,
    /// The other ways to be helped. Never folded away.
    Ways,
    /// Ending it, and keeping what was said: once something was.
    Keep,
}

impl Kind for ChatKind {
    const PAGE: Page = Page::Chat;
    const ALL: &'static [Self] = &[Self::Questions, Self::Ways, Self::Keep];

    fn word(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Ways => "ways",
            Self::Keep => "keep",
        }
    }

    // Whoever does not get on by writing sees at once that there is another way.
    fn may_be_folded(self) -> bool {
        self != Self::Ways
    }

    fn may_stand_in_head(self) -> bool {
        self == Self::Questions
    }

    fn has_lines(self) -> bool {
        self == Self::Questions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_written<K: Kind>() {
        for kind in K::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
        }
    }

    #[test]
    fn a_word_is_the_one_that_is_written() {
        as_written::<HomeKind>();
        as_written::<AccountKind>();
        as_written::<PayStartKind>();
        as_written::<ChatKind>();
        for page in Page::ALL {
            assert_eq!(serde_json::to_value(page).unwrap(), page.word());
            assert_eq!(Page::of(page.word()), Some(page));
            assert_eq!(page.kinds().len(), 3);
        }
    }
}
