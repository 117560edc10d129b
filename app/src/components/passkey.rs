//! A form that a passkey fills in. It is only there where the browser can ask one: `passkeys.js` shows it.

use leptos::prelude::*;

use super::{Button, Example, Look, Part, Picture};
use crate::{context, words::Words};

/// What the passkey is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// To make itself: the options for the browser, JSON.
    Create(String),
    /// To approve something: the options for the browser, JSON.
    Approve(String),
    /// Who is there: the address that says what to ask.
    SignIn(&'static str),
    /// The same, by the button alone: there is no name field beside which a browser could offer it.
    Press(&'static str),
}

/// Sends what a passkey has signed to `action`, as the field `passkey`.
#[component]
pub fn PasskeyForm(
    /// What it is asked.
    ask: Ask,
    /// Where the answer goes.
    action: &'static str,
    /// What the button says.
    label: &'static str,
    /// How much the button asks for attention.
    #[prop(optional)]
    look: Look,
    /// The other fields.
    children: Children,
) -> impl IntoView {
    let words = context::words();
    // One button is no form to whoever hears the page; one that has a field is.
    let (kind, options, address, role) = match ask {
        Ask::Create(options) => ("create", Some(options), None, None),
        Ask::Approve(options) => ("approve", Some(options), None, Some("none")),
        Ask::SignIn(address) => ("sign-in", None, Some(address), Some("none")),
        Ask::Press(address) => ("press", None, Some(address), Some("none")),
    };
    view! {
        <form
            method="post"
            action=action
            class="stack"
            role=role
            hidden
            data-passkey=kind
            data-options=options
            data-ask=address
            data-waiting=words.say("passkey-waiting")
            data-cancelled=words.say("passkey-cancelled")
            data-late=words.say("passkey-late")
            data-unable=words.say("passkey-unable")
            data-known=words.say("error-passkey-known")
        >
            {children()}
            <input type="hidden" name="passkey"/>
            <div class="actions"><Button label=label look=look picture=Picture::Key/></div>
            <p class="echo" role="status"></p>
        </form>
    }
}

/// As the gallery shows it. Without a passkey nothing comes of a press.
pub(super) const PART: Part =
    Part { name: "part-passkey", about: "part-passkey-about", examples: &[Example::new("example-plain", plain)] };

fn plain(words: Words) -> AnyView {
    let ask = Ask::SignIn("/do/sign-in/passkey/ask");
    view! {
        <PasskeyForm ask=ask action="/do/sign-in/passkey" label=words.say("sign-in-passkey")>
            <input type="hidden" name="next" value="/"/>
        </PasskeyForm>
    }
    .into_any()
}
