//! What is pressed.

use leptos::prelude::*;

use super::{Icon, Picture};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// The one main action of a page.
    #[default]
    Main,
    /// Any other action.
    Second,
    /// An action that takes something away.
    Danger,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Second => "button second",
            Self::Danger => "button danger",
        }
    }
}

/// Sends the form it stands in.
#[component]
pub fn Button(
    /// What happens.
    label: &'static str,
    /// How much it asks for attention.
    #[prop(optional)]
    look: Look,
    /// A picture before the words.
    #[prop(optional_no_strip, into)]
    picture: Option<Picture>,
) -> impl IntoView {
    view! {
        <button type="submit" class=look.class()>
            {picture.map(|of| view! { <Icon of=of/> })}
            {label}
        </button>
    }
}

/// A link that is as much of an action as a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What happens.
    #[prop(into)]
    label: String,
    /// How much it asks for attention.
    #[prop(optional)]
    look: Look,
    /// A picture before the words.
    #[prop(optional_no_strip, into)]
    picture: Option<Picture>,
) -> impl IntoView {
    view! {
        <a class=look.class() href=href>
            {picture.map(|of| view! { <Icon of=of/> })}
            {label}
        </a>
    }
}
