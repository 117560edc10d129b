//! What is wrong with a form, said once at the top and once at each field.

use leptos::prelude::*;
use model::{ErrorCode, Problem, Problems};

use super::{Example, Kind, PageHeading, Part, SignedOutFrame, TextField};
use crate::{context, words::Words};

/// What is wrong, in sentences, by field.
#[derive(Debug, Clone, Default)]
pub struct Sentences(Vec<(String, String)>);

impl Sentences {
    /// The sentences for `problems`.
    #[must_use]
    pub fn of(words: Words, problems: &Problems) -> Self {
        Self::told(words, problems, |_| None)
    }

    /// The sentences for `problems`, where the page knows more about some of them than their codes say.
    #[must_use]
    pub fn told(words: Words, problems: &Problems, more: impl Fn(&Problem) -> Option<String>) -> Self {
        let sentence = |problem: &Problem| more(problem).unwrap_or_else(|| words.error(problem.code).to_owned());
        Self(problems.iter().map(|problem| (problem.field.clone(), sentence(problem))).collect())
    }

    /// What is wrong with `field`, if anything.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| known == field).map(|(_, sentence)| sentence.clone())
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
    context::mark_refused();
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

/// As the gallery shows it: a page, because it takes the focus of one.
pub(super) const PART: Part = Part {
    name: "part-error-summary",
    about: "part-error-summary-about",
    examples: &[Example::page("example-one", one), Example::page("example-many", many)],
};

fn refused(words: Words, problems: &Problems) -> AnyView {
    let problems = Sentences::of(words, problems);
    let (username, password) = (problems.at("username"), problems.at("password"));
    let title = words.say("sign-in-title");
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems/>
            <PageHeading title=title/>
            <div class="stack roomy">
                <TextField name="username" label=words.say("sign-in-username") kind=Kind::Username problem=username/>
                <TextField name="password" label=words.say("sign-in-password") kind=Kind::Password problem=password/>
            </div>
        </SignedOutFrame>
    }
    .into_any()
}

fn one(words: Words) -> AnyView {
    refused(words, &Problems::one("password", ErrorCode::PasswordMissing))
}

fn many(words: Words) -> AnyView {
    let mut problems = Problems::one("username", ErrorCode::UsernameMissing);
    problems.add("password", ErrorCode::PasswordMissing);
    refused(words, &problems)
}
