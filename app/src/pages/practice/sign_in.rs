//! A sign-in that is none: the same questions, answered from a card. Real details are never asked for, and what was
//! typed is compared and forgotten.

use bank::practice::Lesson;
use leptos::prelude::*;
use model::forms::{Pretend, PretendCodeForm, PretendForm};

use super::{address, lesson::sheet};
use crate::{
    components::{Button, Card, Fact, Facts, Kind, Notice, Sentences, TextField, Tone},
    outcome,
    practice::shown_code,
    words::Words,
};

/// The card from which the details are copied.
pub(super) fn card(words: Words) -> Pretend {
    Pretend { name: words.say("pretend-name").to_owned(), password: words.say("pretend-word").to_owned() }
}

/// The name and the password, or the code.
pub(super) fn view(words: Words, part: u8) -> AnyView {
    if part == 1 { details(words) } else { code(words) }
}

fn warning(words: Words) -> impl IntoView {
    view! {
        <Notice title=words.say("pretend-warning-title") tone=Tone::Caution>
            <p>{words.say("pretend-warning")}</p>
        </Notice>
    }
}

fn details(words: Words) -> AnyView {
    let problems = outcome::flash::<PretendForm>(&address(Lesson::SignIn)).map(|flash| flash.problems);
    let problems = Sentences::of(words, &problems.unwrap_or_default());
    let Pretend { name, password } = card(words);
    let content = view! {
        {warning(words)}
        <Card title=words.say("pretend-card")>
            <Facts>
                <Fact term=words.say("sign-in-username")>{name}</Fact>
                <Fact term=words.say("sign-in-password")>{password}</Fact>
            </Facts>
        </Card>
        <form method="post" action="/practice/do/details" class="stack roomy" autocomplete="off">
            <TextField name="pretend_name" label=words.say("pretend-name-label") problem=problems.at("pretend_name")/>
            <TextField name="pretend_word" label=words.say("pretend-word-label") hint=words.say("pretend-word-hint")
                problem=problems.at("pretend_word")/>
            <div class="actions"><Button label=words.say("continue")/></div>
        </form>
    };
    sheet(words, Lesson::SignIn, 1, &problems, content.into_any())
}

fn code(words: Words) -> AnyView {
    let problems = outcome::flash::<PretendCodeForm>(&address(Lesson::SignIn)).map(|flash| flash.problems);
    let problems = Sentences::of(words, &problems.unwrap_or_default());
    let content = view! {
        {warning(words)}
        {pretend_app(words)}
        {code_form(words, "/practice/do/code", "sign-in-button", &problems)}
    };
    sheet(words, Lesson::SignIn, 2, &problems, content.into_any())
}

/// What an app with codes looks like.
pub(super) fn pretend_app(words: Words) -> impl IntoView {
    view! {
        <section class="card app">
            <h2>{words.say("pretend-app")}</h2>
            <p class="balance">{shown_code()}</p>
        </section>
    }
}

/// Asks for the code that stands on the page.
pub(super) fn code_form(
    words: Words,
    action: &'static str,
    label: &'static str,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let problem = problems.at("pretend_code");
    view! {
        <form method="post" action=action class="stack roomy" autocomplete="off">
            <TextField name="pretend_code" label=words.say("pretend-code-label") kind=Kind::Digits problem=problem/>
            <div class="actions"><Button label=words.say(label)/></div>
        </form>
    }
}
