//! Questions answered by a file: a photograph of a letter, a bill.

use leptos::prelude::*;

use super::{
    Example, Hint, Part,
    field::{described, field_class, wrong},
};
use crate::words::Words;

/// A question answered by a file. Its form needs `enctype="multipart/form-data"`.
#[component]
pub fn FileField(
    /// The name in the form; also the id that an error summary links to.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// Which kinds of files there may be, and how large they are.
    #[prop(into)]
    hint: String,
    /// The kinds, as the `accept` attribute writes them.
    accept: &'static str,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let invalid = problem.is_some();
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            <Hint id=format!("{name}-hint") text=hint/>
            {problem.map(|problem| wrong(name, problem))}
            <input
                id=name
                name=name
                type="file"
                class="file"
                accept=accept
                aria-describedby=described(name, true, invalid)
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-file-field",
    about: "part-file-field-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-wrong", refused)],
};

fn plain(words: Words) -> AnyView {
    view! {
        <FileField name="file-plain" label=words.say("example-file") hint=words.say("example-file-hint")
            accept="image/*,application/pdf"/>
    }
    .into_any()
}

fn refused(words: Words) -> AnyView {
    let problem = Some(words.say("example-file-wrong").to_owned());
    view! {
        <FileField name="file-wrong" label=words.say("example-file") hint=words.say("example-file-hint")
            accept="image/*,application/pdf" problem=problem/>
    }
    .into_any()
}
