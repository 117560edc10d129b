//! The design system, one part to a file.
//!
//! A part takes ready strings and gives HTML that is complete without a script. The look is in `style/`, by
//! kind; what a part needs to be usable (labels, targets, the order of things) is here, once. Each file ends with
//! its examples: the gallery shows them and the tests render them.

mod account;
pub mod aloud;
mod button;
mod card;
mod charts;
mod checkboxes;
mod date;
mod dialog;
mod disclosure;
mod empty;
mod errors;
mod example;
mod facts;
mod field;
mod file_field;
mod foot;
mod frame;
mod heading;
mod hint;
mod html;
mod icon;
mod lines;
mod link;
mod modes;
mod money;
mod notice;
mod pagination;
mod passkey;
mod places;
mod progress;
mod radios;
mod receipt;
mod select;
mod session_warning;
mod skip;
mod steps;
mod table;
mod tabs;
mod tag;
mod text_area;
mod text_field;
mod tokens;
mod warning;

pub use account::{AccountCards, AccountLine};
pub use button::{Button, LinkButton, Look};
pub use card::Card;
pub use charts::{Bar, Beside, Between, LinePoint, RingPart, balances, beside, intervals, months, shares};
pub use checkboxes::Checkboxes;
pub use date::{Day, Moment};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use empty::Empty;
pub use errors::{ErrorSummary, Sentences};
pub use example::{Example, Part};
pub use facts::{Fact, Facts};
pub use file_field::FileField;
pub use foot::Foot;
pub use frame::{BareFrame, Frame, OpenFrame, SignedOutFrame};
pub use heading::{PageHeading, Way};
pub use hint::Hint;
pub use html::Html;
pub use icon::{Icon, MARK, Picture};
pub use lines::{LineWords, day_heading, says_it};
pub use link::{Back, Call, Link};
pub use modes::ModeSwitch;
pub use money::{Amount, Moved};
pub use notice::{Notice, Tone};
pub use pagination::Pagination;
pub use passkey::{Ask, PasskeyForm};
pub use places::{Place, Places};
pub use progress::Progress;
pub use radios::{Choice, Choices, Sample};
pub use receipt::{PrintHead, Receipt};
pub use select::{Options, Select};
pub use session_warning::SessionWarning;
pub use skip::SkipLink;
pub use steps::Steps;
pub use table::{Cell, Column, Sorted, Table};
pub use tabs::{Tab, Tabs};
pub use tag::Tag;
pub use text_area::TextArea;
pub use text_field::{Kind, TextField};
pub use warning::Warning;

/// Every part there is, by what it is for: the key of what such parts have in common, and the parts.
pub const PARTS: &[(&str, &[Part])] = &[
    ("parts-base", &[tokens::COLOURS, tokens::TYPE]),
    ("parts-page", &[frame::PART, skip::PART, modes::PART, places::PART, heading::PART, receipt::PRINT]),
    ("parts-words", &[link::PART, button::PART, icon::PART, tag::PART, money::PART, date::PART]),
    (
        "parts-shown",
        &[
            card::PART,
            account::PART,
            lines::PART,
            table::PART,
            facts::PART,
            receipt::PART,
            charts::PARTS[0],
            charts::PARTS[1],
            charts::PARTS[2],
            charts::PARTS[3],
            charts::PARTS[4],
            progress::PART,
            empty::PART,
        ],
    ),
    (
        "parts-asked",
        &[
            text_field::PART,
            text_area::PART,
            text_field::AMOUNT,
            text_field::DATE,
            text_field::CODE,
            select::PART,
            radios::PART,
            checkboxes::PART,
            passkey::PART,
            file_field::PART,
            hint::PART,
            errors::PART,
        ],
    ),
    ("parts-told", &[notice::PART, warning::PART, dialog::PART, session_warning::PART, crate::pages::errors::PART]),
    ("parts-way", &[steps::PART, tabs::PART, pagination::PART, disclosure::PART]),
];

#[cfg(test)]
mod tests;
