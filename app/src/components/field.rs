//! What all questions share: a label that is seen, perhaps a hint, and what is wrong with the answer beside it.

use leptos::prelude::*;

use crate::context;

/// The class of a question, which says whether something is wrong with its answer.
pub(super) const fn field_class(invalid: bool) -> &'static str {
    if invalid { "field bad" } else { "field" }
}

/// What is wrong, as a sentence that describes the field.
pub(super) fn wrong(name: &str, problem: String) -> impl IntoView + use<> {
    let label = context::words().say("errors-label");
    view! { <p class="wrong" id=format!("{name}-wrong")><span class="unseen">{label}</span>{problem}</p> }
}

/// The ids of what describes a field: the hint, then what is wrong.
pub(super) fn described(name: &str, hint: bool, wrong: bool) -> Option<String> {
    match (hint, wrong) {
        (false, false) => None,
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-wrong")),
        (true, true) => Some(format!("{name}-hint {name}-wrong")),
    }
}
