//! What is wrong with a form, said once at the top and once at each field.

use leptos::prelude::*;
use model::Problems;

use crate::{context, words::Words};

/// What is wrong, in sentences, by field.
#[derive(Debug, Clone, Default)]
pub struct Sentences(Vec<(String, &'static str)>);

impl Sentences {
    /// The sentences for `problems`.
    #[must_use]
    pub fn of(words: Words, problems: &Problems) -> Self {
        Self(problems.iter().map(|problem| (problem.field.clone(), words.error(problem.code))).collect())
    }

    /// What is wrong with `field`, if anything.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(known, _)| known == field).map(|(_, sentence)| *sentence)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Everything that is wrong, each with a link to its field. Takes the focus, so that it is heard first (WCAG 2.2
/// criterion 3.3.1; GOV.UK's error summary). Nothing at all where nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    problems: Sentences,
) -> impl IntoView {
    if problems.is_empty() {
        return ().into_any();
    }
    let title = context::words().say("errors-title");
    let lines = problems.0.into_iter().map(|(field, sentence)| {
        if field.is_empty() {
            view! { <li>{sentence}</li> }.into_any()
        } else {
            view! { <li><a href=format!("#{field}")>{sentence}</a></li> }.into_any()
        }
    });
    view! {
        <section class="errors" aria-labelledby="problems" role="alert">
            <h2 id="problems" tabindex="-1" autofocus>{title}</h2>
            <ul>{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
