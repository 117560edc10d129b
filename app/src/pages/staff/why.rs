//! Asking why somebody wants to see what is a customer's. Until they have said so nothing is told.

use leptos::prelude::*;
use model::forms::{ReasonForm, ReasonKind};

use super::StaffFrame;
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, PageHeading, Sentences, TextField, Way},
    words::Words,
};

/// What is wanted, and where the reason is sent to.
pub(super) struct Wanted {
    /// The action that takes the reason.
    pub(super) action: &'static str,
    /// The field that says of what it is.
    pub(super) field: &'static str,
    /// What it says.
    pub(super) id: String,
    /// The way back.
    pub(super) back: Way,
}

/// The page that asks.
pub(super) fn page(words: Words, wanted: Wanted, (form, problems): (ReasonForm, Sentences)) -> AnyView {
    let title = words.say("staff-why-title");
    let Wanted { action, field, id, back } = wanted;
    view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back/>
            <p>{words.say("staff-why-text")}</p>
            <form method="post" action=action class="stack roomy">
                <input type="hidden" name=field value=id/>
                {reasons(words, form, &problems)}
                <div class="actions"><Button label=words.say("staff-why-button")/></div>
            </form>
        </StaffFrame>
    }
    .into_any()
}

/// The fields of a reason.
pub(super) fn reasons(words: Words, form: ReasonForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice = |kind: &ReasonKind| Choice {
        value: kind.code().to_owned(),
        label: words.reason(*kind).to_owned(),
        ..Choice::default()
    };
    let choices = ReasonKind::ALL.iter().map(choice).collect();
    view! {
        <Choices name="reason" label=words.say("staff-reason") choices=choices chosen=form.reason
            problem=problems.at("reason")/>
        <TextField name="note" label=words.say("staff-note") hint=words.say("staff-note-hint") value=form.note
            problem=problems.at("note")/>
    }
}
