//! Pictures beside words: strokes on a grid of 24, never without their word.

use leptos::prelude::*;

use super::{Example, Part};
use crate::words::Words;

/// The mark of the bank: a banyan, its crown and its roots. On a grid of 32.
pub const MARK: &str = "<path fill=\"currentColor\" d=\"M8.5 17A6.5 6.5 0 0 1 7 4.5a9.5 9.5 0 0 1 18 0A6.5 6.5 0 0 1 \
                        23.5 17z\"/><path stroke=\"currentColor\" stroke-width=\"4\" d=\"M16 16v13\"/><path \
                        stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linecap=\"round\" \
                        d=\"M8 16v9M11.5 16v12M20.5 16v12M24 16v9\"/>";

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// A bank card: the accounts.
    Accounts,
    /// An arrow to the right: paying.
    Pay,
    /// A person: you.
    You,
    /// A question mark in a circle: help.
    Help,
    /// A bubble of speech: talk to a person.
    Talk,
    /// Two arrows: between own accounts.
    Move,
    /// A receiver: call us.
    Phone,
    /// Lines: a list of what was.
    List,
    /// A small and a large A: the size of the text.
    Size,
    /// A globe: the language.
    Language,
    /// A door: sign out.
    Leave,
    /// An arrow to the left: back.
    Back,
    /// A tick: done.
    Done,
    /// An exclamation mark in a triangle: take care.
    Care,
    /// A printer.
    Print,
    /// A calendar: what is coming.
    Calendar,
    /// An open book: a lesson.
    Lesson,
    /// A key: a passkey.
    Key,
}

impl Picture {
    const fn strokes(self) -> &'static str {
        match self {
            Self::Accounts => {
                "<rect x=\"3\" y=\"5\" width=\"18\" height=\"14\" rx=\"2\"/><path d=\"M3 10h18M7 15h3\"/>"
            }
            Self::Pay => "<path d=\"M4 12h16M13 5l7 7-7 7\"/>",
            Self::You => "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21a8 8 0 0 1 16 0\"/>",
            Self::Help => {
                "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 \
                 16.8v.01\"/>"
            }
            Self::Talk => "<path d=\"M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12h5\"/>",
            Self::Move => "<path d=\"M4 8h16M16 4l4 4-4 4M20 16H4M8 12l-4 4 4 4\"/>",
            Self::Phone => {
                "<path d=\"M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 \
                 3-3z\"/>"
            }
            Self::List => "<path d=\"M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01\"/>",
            Self::Size => "<path d=\"M3 19 8 6l5 13M5 15h6M15 19l3-8 3 8M16 16h4\"/>",
            Self::Language => {
                "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 \
                 12.5 0 18\"/>"
            }
            Self::Leave => "<path d=\"M14 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8M10 12h11M17 8l4 4-4 4\"/>",
            Self::Back => "<path d=\"M20 12H4M11 5l-7 7 7 7\"/>",
            Self::Done => "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m8 12.5 3 3 5.5-6\"/>",
            Self::Care => "<path d=\"M12 4 2.5 20h19zM12 10v4.5M12 17.5v.01\"/>",
            Self::Lesson => "<path d=\"M12 6v14M12 6C9.5 4 6 4 3 5v13c3-1 6.5-1 9 2 2.5-3 6-3 9-2V5c-3-1-6.5-1-9 1\"/>",
            Self::Print => {
                "<path d=\"M7 8V3h10v5M7 17H5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 \
                 2h-2M7 14h10v7H7z\"/>"
            }
            Self::Key => "<circle cx=\"8\" cy=\"15\" r=\"4\"/><path d=\"M11 12 20 3M16 7l3 3M13.5 9.5l2 2\"/>",
            Self::Calendar => {
                "<rect x=\"3\" y=\"5\" width=\"18\" height=\"16\" rx=\"2\"/><path d=\"M3 10h18M8 3v4M16 3v4\"/>"
            }
        }
    }
}

/// A picture, in the size and colour of the words beside it.
#[component]
pub fn Icon(
    /// What it shows.
    of: Picture,
) -> impl IntoView {
    // Width and height are for a page whose style sheet has not come: the style sheet has its own.
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" inner_html=of.strokes()></svg>
    }
}

/// As the gallery shows it: every picture with its word.
pub(super) const PART: Part =
    Part { name: "part-icon", about: "part-icon-about", examples: &[Example::new("example-all", all)] };

/// The pictures, each with the word it stands beside.
const ALL: [(Picture, &str); 17] = [
    (Picture::Accounts, "place-accounts"),
    (Picture::Pay, "place-pay"),
    (Picture::You, "place-you"),
    (Picture::Help, "place-help"),
    (Picture::Talk, "talk"),
    (Picture::Move, "pay-between"),
    (Picture::Phone, "home-call"),
    (Picture::List, "home-see-latest"),
    (Picture::Size, "text-larger"),
    (Picture::Language, "preferences-language"),
    (Picture::Leave, "sign-out"),
    (Picture::Back, "back"),
    (Picture::Done, "receipt-title"),
    (Picture::Care, "review-close-title"),
    (Picture::Print, "receipt-print"),
    (Picture::Calendar, "months-title"),
    (Picture::Lesson, "home-practise"),
];

fn all(words: Words) -> AnyView {
    let lines = ALL.map(|(of, word)| view! { <li class="pictured"><Icon of=of/>{words.say(word)}</li> });
    view! { <ul class="stack">{lines.collect_view()}</ul> }.into_any()
}
