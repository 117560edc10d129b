//! Questions answered by pressing as many of a few cards as are true: checkboxes.

use leptos::prelude::*;

use super::{
    Choice, Example, Part,
    field::{described, field_class, wrong},
    radios,
};
use crate::words::Words;

/// A question to which several answers may be true.
#[component]
pub fn Checkboxes(
    /// The name in the form; also the id of the first choice, that an error summary links to.
    name: &'static str,
    /// Whether the form takes a list: then each is sent as one of several.
    #[prop(optional)]
    many: bool,
    /// The question.
    label: &'static str,
    /// The choices.
    choices: Vec<Choice>,
    /// The values of those that are chosen.
    #[prop(optional)]
    chosen: Vec<String>,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> impl IntoView {
    let sent = if many { format!("{name}[]") } else { name.to_owned() };
    let cards = choices.into_iter().enumerate().map(move |(at, choice)| {
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{at}") };
        let checked = chosen.contains(&choice.value);
        view! {
            <label class="choice">
                <input type="checkbox" id=id name=sent.clone() value=choice.value checked=checked class=choice.class/>
                <span>
                    <b>{choice.label}</b>
                    {(!choice.hint.is_empty()).then(|| view! { <small>{choice.hint}</small> })}
                </span>
            </label>
        }
    });
    let invalid = problem.is_some();
    view! {
        <fieldset class=field_class(invalid) aria-describedby=described(name, false, invalid)>
            <legend>{label}</legend>
            {problem.map(|problem| wrong(name, problem))}
            <div class="choices">{cards.collect_view()}</div>
        </fieldset>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-checkboxes",
    about: "part-checkboxes-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-chosen", chosen)],
};

fn plain(words: Words) -> AnyView {
    view! { <Checkboxes name="boxes-plain" label=words.say("payee-kind") choices=radios::two(words)/> }.into_any()
}

fn chosen(words: Words) -> AnyView {
    let chosen = vec!["other".to_owned(), "own".to_owned()];
    view! { <Checkboxes name="boxes-chosen" label=words.say("payee-title") choices=radios::two(words) chosen=chosen/> }
        .into_any()
}
