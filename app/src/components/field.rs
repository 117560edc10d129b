//! Questions. Each has a label that is seen, perhaps a hint, and what is wrong with the answer beside it.

use leptos::prelude::*;

use crate::context;

/// What a text field is for: decides the keyboard and what the browser may fill in (WCAG 2.2 criterion 1.3.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any words.
    #[default]
    Text,
    /// An amount of money.
    Amount,
    /// An amount to look for, no larger than other fields.
    SmallAmount,
    /// Digits that are no number: an account number.
    Digits,
    /// Somebody's name who is not the person typing.
    Name,
    /// A day.
    Date,
    /// The name to sign in with.
    Username,
    /// The password.
    Password,
    /// A one-time code.
    Code,
}

impl Kind {
    const fn input(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Password => "password",
            _ => "text",
        }
    }

    const fn mode(self) -> Option<&'static str> {
        match self {
            Self::Amount | Self::SmallAmount => Some("decimal"),
            Self::Digits | Self::Code => Some("numeric"),
            _ => None,
        }
    }

    const fn autocomplete(self) -> Option<&'static str> {
        match self {
            Self::Username => Some("username"),
            Self::Password => Some("current-password"),
            Self::Code => Some("one-time-code"),
            Self::Date => None,
            _ => Some("off"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Code => "code",
            _ => "line",
        }
    }
}

/// A question answered by typing.
#[component]
pub fn TextField(
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
    /// What the field is for.
    #[prop(optional)]
    kind: Kind,
    /// What stands under the field, as an island that says back what was understood.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let invalid = problem.is_some();
    let described = described(name, hint.is_some(), invalid);
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {problem.map(|problem| wrong(name, problem))}
            <input
                id=name
                name=name
                type=kind.input()
                class=kind.class()
                inputmode=kind.mode()
                autocomplete=kind.autocomplete()
                spellcheck=if matches!(kind, Kind::Text) { "true" } else { "false" }
                value=value
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
            {children.map(|children| children())}
        </div>
    }
}

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
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let options = options.into_iter().map(move |(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    let invalid = problem.is_some();
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            {problem.map(|problem| wrong(name, problem))}
            <select
                id=name
                name=name
                aria-describedby=described(name, false, invalid)
                aria-invalid=invalid.then_some("true")
            >
                {options.collect_view()}
            </select>
        </div>
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

const fn field_class(invalid: bool) -> &'static str {
    if invalid { "field bad" } else { "field" }
}

fn wrong(name: &str, problem: String) -> impl IntoView + use<> {
    let label = context::words().say("errors-label");
    view! { <p class="wrong" id=format!("{name}-wrong")><span class="unseen">{label}</span>{problem}</p> }
}

/// The ids of what describes a field: the hint, then what is wrong.
fn described(name: &str, hint: bool, wrong: bool) -> Option<String> {
    match (hint, wrong) {
        (false, false) => None,
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-wrong")),
        (true, true) => Some(format!("{name}-hint {name}-wrong")),
    }
}
