//! A question answered in several lines.

use leptos::prelude::*;
use model::ErrorCode;

use super::{
    Example, Hint, Part,
    field::{described, field_class, wrong},
};
use crate::words::Words;

/// A question answered in several lines.
#[component]
pub fn TextArea(
    /// The name in the form; also the id that an error summary links to.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// What is in the field.
    #[prop(optional, into)]
    value: String,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let invalid = problem.is_some();
    let described = described(name, hint.is_some(), invalid);
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <Hint id=format!("{name}-hint") text=hint/> })}
            {problem.map(|problem| wrong(name, problem))}
            <textarea
                id=name
                name=name
                rows="6"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            >
                {value}
            </textarea>
        </div>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-text-area",
    about: "part-text-area-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-wrong", empty)],
};

fn plain(words: Words) -> AnyView {
    view! { <TextArea name="area-plain" label=words.say("feedback-hard") hint=words.say("feedback-place-hint")/> }
        .into_any()
}

fn empty(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::FeedbackMissing).to_owned());
    view! { <TextArea name="area-wrong" label=words.say("feedback-hard") problem=problem/> }.into_any()
}
