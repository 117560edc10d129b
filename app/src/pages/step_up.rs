//! The question that approves exactly what a page shows: with a passkey, where the person has one, or with a code.

use bank::ports::Challenge;
use leptos::prelude::*;

use crate::{
    components::{Ask, Button, Kind, Look, PasskeyForm, Sentences, TextField},
    islands::PressOnce,
    practice,
    words::Words,
};

/// What is asked, and where the answer goes.
pub(super) struct Question {
    /// The question, bound to what the page shows.
    pub(super) challenge: Challenge,
    /// Where the answer goes.
    pub(super) action: &'static str,
    /// The name and the value of a field that says what it is about.
    pub(super) about: Option<(&'static str, String)>,
    /// What the button with the code says.
    pub(super) label: &'static str,
    /// What the button with the passkey says.
    pub(super) passkey: &'static str,
    /// How much the buttons ask for attention.
    pub(super) look: Look,
    /// What is said while the answer is awaited.
    pub(super) sending: &'static str,
}

/// The question with its one or two ways to answer.
pub(super) fn question(words: Words, question: Question, problems: &Sentences) -> AnyView {
    let Question { challenge, action, about, label, passkey, look, sending } = question;
    let fields = move |about: Option<(&'static str, String)>, challenge: String| {
        view! {
            {about.map(|(name, value)| view! { <input type="hidden" name=name value=value/> })}
            <input type="hidden" name="challenge" value=challenge/>
        }
    };
    let id = challenge.id.to_string();
    let problem = problems.at("code");
    let (with_passkey, with_code) = (fields(about.clone(), id.clone()), fields(about, id));
    let passkey = challenge.ceremony.map(|ceremony| {
        view! {
            <PasskeyForm ask=Ask::Approve(ceremony.options) action=action label=passkey look=look>
                {with_passkey}
            </PasskeyForm>
        }
    });
    // Where both are there, the passkey is the one that is meant to be pressed.
    let look = if passkey.is_some() && look == Look::Main { Look::Second } else { look };
    view! {
        {passkey}
        <PressOnce sending=sending>
            <form method="post" action=action class="stack roomy">
                {with_code}
                <TextField name="code" label=words.say("approve-code") hint=practice::code_hint(words)
                    kind=Kind::Code problem=problem/>
                <div class="actions"><Button label=label look=look/></div>
            </form>
        </PressOnce>
    }
    .into_any()
}
