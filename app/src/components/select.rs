//! Questions answered by one of a short list.

use leptos::prelude::*;
use model::{ErrorCode, forms::HistoryKind};

use super::{
    Example, Hint, Part,
    field::{described, field_class, wrong},
};
use crate::words::Words;

/// The choices of a [`Select`]: value and words.
pub type Options = Vec<(String, String)>;

/// A question answered by one of a short list.
#[component]
pub fn Select(
    /// The name in the form; also the id that an error summary links to.
    name: &'static str,
    /// The question.
    label: &'static str,
    /// The choices.
    options: Options,
    /// The value of the one that is chosen.
    #[prop(into)]
    chosen: String,
    /// A word of help below the question.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let options = options.into_iter().map(move |(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    let (has_hint, invalid) = (hint.is_some(), problem.is_some());
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <Hint id=format!("{name}-hint") text=hint/> })}
            {problem.map(|problem| wrong(name, problem))}
            <select
                id=name
                name=name
                aria-describedby=described(name, has_hint, invalid)
                aria-invalid=invalid.then_some("true")
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-select",
    about: "part-select-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-wrong", refused)],
};

fn kinds(words: Words) -> Options {
    let kind = |kind: &HistoryKind| (kind.code().to_owned(), words.kind(*kind).to_owned());
    HistoryKind::ALL.iter().map(kind).collect()
}

fn plain(words: Words) -> AnyView {
    view! { <Select name="select-plain" label=words.say("filter-kind") options=kinds(words) chosen="salary"/> }
        .into_any()
}

fn refused(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::ChoiceUnknown).to_owned());
    view! {
        <Select name="select-wrong" label=words.say("filter-kind") options=kinds(words) chosen="" problem=problem/>
    }
    .into_any()
}
