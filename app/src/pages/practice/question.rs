//! A short story with three answers. Whatever is answered, the next page says kindly why; none of it is a test.

use bank::practice::Lesson;
use leptos::prelude::*;
use model::{Problems, forms::AnswerForm};
use serde::Deserialize;

use super::{address, lesson::sheet};
use crate::{
    components::{Button, Choice, Choices, LinkButton, Look, Notice, Sentences, Tone},
    context, outcome,
    words::Words,
};

/// The words of a question, and which answer is the good one.
struct Question {
    title: &'static str,
    text: &'static str,
    asked: &'static str,
    choices: [&'static str; 3],
    good: usize,
    /// What is said of the good answer, and of any other.
    said: [&'static str; 2],
}

/// Which web address is the bank's.
const ADDRESS: Question = Question {
    title: "address-title",
    text: "address-text",
    asked: "address-asked",
    choices: ["address-a", "address-b", "address-c"],
    good: 1,
    said: ["address-good", "address-other"],
};

/// Stories from each country: its own, under the same keys, with the good answer in the same place.
const STORIES: [Question; 4] = [
    Question {
        title: "story-1-title",
        text: "story-1-text",
        asked: "story-asked",
        choices: ["story-1-a", "story-1-b", "story-1-c"],
        good: 1,
        said: ["story-1-good", "story-1-other"],
    },
    Question {
        title: "story-2-title",
        text: "story-2-text",
        asked: "story-asked",
        choices: ["story-2-a", "story-2-b", "story-2-c"],
        good: 2,
        said: ["story-2-good", "story-2-other"],
    },
    Question {
        title: "story-3-title",
        text: "story-3-text",
        asked: "story-asked",
        choices: ["story-3-a", "story-3-b", "story-3-c"],
        good: 0,
        said: ["story-3-good", "story-3-other"],
    },
    Question {
        title: "story-4-title",
        text: "story-4-text",
        asked: "story-asked",
        choices: ["story-4-a", "story-4-b", "story-4-c"],
        good: 1,
        said: ["story-4-good", "story-4-other"],
    },
];

/// What the address may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The answer that was given.
    answer: String,
}

fn of(lesson: Lesson, part: u8) -> &'static Question {
    let story = STORIES.get(usize::from(part)).filter(|_| lesson == Lesson::Scams);
    story.unwrap_or(&ADDRESS)
}

/// The question of this part, or what is said of the answer.
pub(super) fn view(words: Words, lesson: Lesson, part: u8) -> AnyView {
    let question = of(lesson, part);
    let answer = AnswerForm { choice: context::query::<Query>().answer };
    match model::forms::Form::check(&answer, &()) {
        Ok(given) => said(words, lesson, part, given == question.good),
        Err(_) => ask(words, lesson, part, question),
    }
}

fn ask(words: Words, lesson: Lesson, part: u8, question: &Question) -> AnyView {
    let flash = outcome::flash::<AnswerForm>(&address(lesson));
    let (form, problems) =
        flash.map_or_else(|| (AnswerForm::default(), Problems::none()), |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let choices = ["a", "b", "c"].iter().zip(question.choices).map(|(value, key)| Choice {
        value: (*value).to_owned(),
        label: words.say(key).to_owned(),
        ..Choice::default()
    });
    let content = view! {
        <section class="card story">
            <h2>{words.say(question.title)}</h2>
            <p>{words.say(question.text)}</p>
        </section>
        <form method="post" action="/practice/do/answer" class="stack roomy">
            <input type="hidden" name="lesson" value=lesson.code()/>
            <Choices name="choice" label=words.say(question.asked) choices=choices.collect() chosen=form.choice
                problem=problems.at("choice")/>
            <div class="actions"><Button label=words.say("continue")/></div>
        </form>
    };
    sheet(words, lesson, part, &problems, content.into_any())
}

fn said(words: Words, lesson: Lesson, part: u8, good: bool) -> AnyView {
    let question = of(lesson, part);
    let [right, other] = question.said.map(|key| words.say(key));
    let again = (!good).then(|| {
        view! { <LinkButton href=address(lesson) label=words.say("answer-again") look=Look::Second/> }
    });
    let (title, tone, text) =
        if good { ("answer-good", Tone::Calm, right) } else { ("answer-other", Tone::Caution, other) };
    let content = view! {
        <Notice title=words.say(title) tone=tone><p>{text}</p></Notice>
        <div class="actions">
            <form method="post" action="/practice/do/next" role="none">
                <input type="hidden" name="lesson" value=lesson.code()/>
                <input type="hidden" name="part" value=part.to_string()/>
                <Button label=words.say("answer-go-on")/>
            </form>
            {again}
        </div>
    };
    sheet(words, lesson, part, &Sentences::default(), content.into_any())
}
