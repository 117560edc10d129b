//! What is pressed.

use leptos::prelude::*;

use super::{Example, Icon, Part, Picture};
use crate::words::Words;

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
    /// To what, where another button of the page has the same words: heard, not seen.
    #[prop(optional_no_strip, into)]
    of: Option<String>,
    /// Where the form goes by it, where that is elsewhere than by its other buttons.
    #[prop(optional)]
    action: Option<&'static str>,
    /// What the form says by it alone: the name, and what under it.
    #[prop(optional)]
    says: Option<(&'static str, String)>,
) -> impl IntoView {
    let (name, value) = says.unzip();
    view! {
        <button type="submit" class=look.class() formaction=action name=name value=value>
            {picture.map(|of| view! { <Icon of=of/> })}
            {label}
            {of.map(heard)}
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
    /// To what, where another link of the page has the same words: heard, not seen.
    #[prop(optional_no_strip, into)]
    of: Option<String>,
) -> impl IntoView {
    view! {
        <a class=look.class() href=href>
            {picture.map(|of| view! { <Icon of=of/> })}
            {label}
            {of.map(heard)}
        </a>
    }
}

fn heard(of: String) -> impl IntoView {
    view! { <span class="unseen">" "{of}</span> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-button",
    about: "part-button-about",
    examples: &[
        Example::new("example-main", main),
        Example::new("example-second", second),
        Example::new("example-danger", danger),
        Example::new("example-picture", picture),
        Example::new("example-side-by-side", side_by_side),
    ],
};

fn main(words: Words) -> AnyView {
    view! { <div class="actions"><Button label=words.say("continue")/></div> }.into_any()
}

fn second(words: Words) -> AnyView {
    view! { <div class="actions"><LinkButton href="#main" label=words.say("filter-clear") look=Look::Second/></div> }
        .into_any()
}

fn danger(words: Words) -> AnyView {
    view! { <div class="actions"><Button label=words.say("draft-forget") look=Look::Danger/></div> }.into_any()
}

fn picture(words: Words) -> AnyView {
    view! {
        <div class="big">
            <Button label=words.say("pay-someone") picture=Picture::Pay/>
            <LinkButton href="#main" label=words.say("home-see-latest") picture=Picture::List look=Look::Second/>
        </div>
    }
    .into_any()
}

fn side_by_side(words: Words) -> AnyView {
    view! {
        <div class="actions even">
            <LinkButton href="#main" label=words.say("receipt-home")/>
            <Button label=words.say("receipt-another") look=Look::Second/>
        </div>
    }
    .into_any()
}
