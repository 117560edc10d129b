//! Questions answered by pressing one of a few cards: radio buttons.

use leptos::prelude::*;
use model::ErrorCode;

use super::{
    Example, Part,
    field::{described, field_class, wrong},
};
use crate::words::Words;

/// What a choice looks like, shown within its card and not read out: the words are those of an example.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// The words.
    pub text: String,
    /// Their language (BCP 47), where it is another than that of the page.
    pub lang: Option<&'static str>,
    /// The size they are shown in.
    pub size: Option<&'static str>,
    /// The colours they are shown in.
    pub theme: Option<&'static str>,
    /// How far those stand apart.
    pub contrast: Option<&'static str>,
}

impl Sample {
    fn view(self) -> impl IntoView {
        let Self { text, lang, size, theme, contrast } = self;
        view! {
            <span class="sample" aria-hidden="true" lang=lang data-size=size data-theme=theme data-contrast=contrast>
                {text}
            </span>
        }
    }
}

/// One of several [`Choices`].
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// More about it.
    pub hint: String,
    /// What it looks like.
    pub sample: Option<Sample>,
    /// A name for the style sheet, where something on the page depends on this choice.
    pub class: Option<&'static str>,
}

/// A question answered by pressing one of a few cards.
#[component]
pub fn Choices(
    /// The name in the form; also the id of the first choice, that an error summary links to.
    name: &'static str,
    /// The question.
    label: &'static str,
    /// The choices.
    choices: Vec<Choice>,
    /// The value of the one that is chosen; empty for none.
    #[prop(into)]
    chosen: String,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let cards = choices.into_iter().enumerate().map(move |(at, choice)| {
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{at}") };
        let checked = choice.value == chosen;
        view! {
            <label class="choice">
                <input type="radio" id=id name=name value=choice.value checked=checked class=choice.class/>
                <span>
                    <b>{choice.label}</b>
                    {(!choice.hint.is_empty()).then(|| view! { <small>{choice.hint}</small> })}
                    {choice.sample.map(Sample::view)}
                </span>
            </label>
        }
    });
    let invalid = problem.is_some();
    view! {
        <fieldset
            class=field_class(invalid)
            role="radiogroup"
            aria-labelledby=format!("{name}-legend")
            aria-describedby=described(name, false, invalid)
            aria-invalid=invalid.then_some("true")
        >
            <legend id=format!("{name}-legend")>{label}</legend>
            {problem.map(|problem| wrong(name, problem))}
            <div class="choices">{cards.collect_view()}</div>
        </fieldset>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-radios",
    about: "part-radios-about",
    examples: &[
        Example::new("example-plain", plain),
        Example::new("example-chosen", chosen),
        Example::new("example-wrong", refused),
    ],
};

/// Two choices with their hints.
pub(super) fn two(words: Words) -> Vec<Choice> {
    let choice = |(value, label, hint): (&str, &'static str, &'static str)| Choice {
        value: value.to_owned(),
        label: words.say(label).to_owned(),
        hint: words.say(hint).to_owned(),
        ..Choice::default()
    };
    [("other", "payee-kind-other", "payee-kind-other-hint"), ("own", "payee-kind-own", "payee-kind-own-hint")]
        .map(choice)
        .into()
}

fn plain(words: Words) -> AnyView {
    view! { <Choices name="radios-plain" label=words.say("payee-kind") choices=two(words) chosen=""/> }.into_any()
}

fn chosen(words: Words) -> AnyView {
    view! { <Choices name="radios-chosen" label=words.say("payee-kind") choices=two(words) chosen="own"/> }.into_any()
}

fn refused(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::PayeeKindMissing).to_owned());
    view! { <Choices name="radios-wrong" label=words.say("payee-kind") choices=two(words) chosen="" problem=problem/> }
        .into_any()
}
