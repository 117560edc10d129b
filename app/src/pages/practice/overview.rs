//! What can be practised, and how far one has come.

use bank::{
    Error,
    practice::{Lesson, Player, Progress},
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{about, address, leaflet_address, title};
use crate::{
    components::{Button, Card, Frame, Icon, LinkButton, Look, Notice, PageHeading, Picture},
    context, pages,
    practice::BANK,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether the play money has just been put back.
    fresh: String,
}

/// The page with every lesson.
#[component]
pub fn LessonsPage() -> impl IntoView {
    pages::answer(std::future::ready(lessons()))
}

fn lessons() -> Result<AnyView, Error> {
    let (words, (_, player, _)) = (context::words(), context::player()?);
    let fresh = (context::query::<Query>().fresh == "1").then(|| {
        view! { <Notice title=words.say("practice-fresh-title")><p>{words.say("practice-fresh")}</p></Notice> }
    });
    // One main button a page: that of the lesson that comes next.
    let next =
        Lesson::ALL.iter().find(|lesson| !player.progress(**lesson).is_some_and(|progress| progress.is_finished()));
    let cards = Lesson::ALL.iter().map(|lesson| card(words, &player, *lesson, Some(lesson) == next)).collect_view();
    let heading = words.say("practice-title");
    Ok(view! {
        <Frame title=heading narrow=true>
            {fresh}
            <PageHeading title=heading/>
            <div class="stack">
                <p>{words.say("practice-about")}</p>
                <p>{words.say("practice-safe")}</p>
            </div>
            {cards}
            <Card title=words.say("practice-free-title")>
                <p>{words.say("practice-free")}</p>
                <div class="actions">
                    <LinkButton href=BANK label=words.say("practice-free-go") look=Look::Second picture=Picture::Accounts/>
                    <form method="post" action="/practice/do/reset" role="none">
                        <Button label=words.say("practice-reset") look=Look::Second/>
                    </form>
                </div>
            </Card>
        </Frame>
    }
    .into_any())
}

fn card(words: Words, player: &Player, lesson: Lesson, next: bool) -> impl IntoView + use<> {
    let progress = player.progress(lesson);
    let told = standing(words, progress);
    let main = main_action(words, lesson, progress, if next { Look::Main } else { Look::Second });
    view! {
        <section class="card">
            <h2>{words.say(title(lesson))}</h2>
            <p>{words.say(about(lesson))}</p>
            <p><strong>{told}</strong></p>
            <div class="actions">{main}</div>
            <a class="alone" href=leaflet_address(lesson)>
                <Icon of=Picture::Print/>
                <span>{words.say("lesson-print")}<span class="unseen">" "{words.say(title(lesson))}</span></span>
            </a>
        </section>
    }
}

/// How far somebody has come, in words.
fn standing(words: Words, progress: Option<Progress>) -> String {
    let Some(progress) = progress else { return words.say("lesson-new").to_owned() };
    let calendar = context::calendar();
    let day = progress.finished_at.map(|at| words.date(calendar.day(at)));
    match (progress.is_finished(), day) {
        (true, Some(day)) => words.with("lesson-finished", &[("day", day.into())]),
        _ if progress.lesson.parts() == 1 => words.say("lesson-begun").to_owned(),
        _ => {
            let (done, of) = (progress.done.into(), progress.lesson.parts().into());
            words.with("lesson-parts-done", &[("done", done), ("of", of)])
        }
    }
}

fn main_action(words: Words, lesson: Lesson, progress: Option<Progress>, look: Look) -> AnyView {
    let of = |key| words.with(key, &[("lesson", words.say(title(lesson)).into())]);
    match progress {
        Some(progress) if !progress.is_finished() => {
            view! { <LinkButton href=address(lesson) label=of("lesson-go-on") look=look/> }.into_any()
        }
        Some(_) => view! { <StartForm lesson=lesson label="lesson-again" look=Look::Second named=true/> }.into_any(),
        None => view! { <StartForm lesson=lesson label="lesson-start" look=look named=true/> }.into_any(),
    }
}

/// Begins a lesson, for the first time or again.
#[component]
pub(super) fn StartForm(
    /// Which.
    lesson: Lesson,
    /// What is on the button.
    label: &'static str,
    /// How much it asks for attention.
    look: Look,
    /// Whether the button says which, because others stand beside it.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let words = context::words();
    let of = named.then(|| words.say(title(lesson)).to_owned());
    view! {
        <form method="post" action="/practice/do/start" aria-label=words.say(title(lesson))>
            <input type="hidden" name="lesson" value=lesson.code()/>
            <Button label=words.say(label) look=look of=of/>
        </form>
    }
}
