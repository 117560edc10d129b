//! One lesson: what it is about before it is begun, the part that is next, or the end.

use bank::{Error, practice::Lesson};
use leptos::prelude::*;

use super::{about, freeze, leaflet_address, named, overview::StartForm, payment, question, sign_in, title};
use crate::{
    components::{ErrorSummary, Frame, Icon, LinkButton, Look, PageHeading, Picture, Sentences, Way},
    context, pages,
    practice::LESSONS,
    words::Words,
};

/// A lesson.
#[component]
pub fn LessonPage() -> impl IntoView {
    pages::answer(lesson())
}

async fn lesson() -> Result<AnyView, Error> {
    let lesson = named()?;
    let (play, player, _) = context::player()?;
    let words = context::words();
    let Some(progress) = player.progress(lesson) else { return Ok(before(words, lesson)) };
    if progress.is_finished() {
        return Ok(after(words, lesson));
    }
    let part = progress.done;
    match (lesson, part) {
        (Lesson::SignIn, 0) | (Lesson::Scams, _) => Ok(question::view(words, lesson, part)),
        (Lesson::SignIn, _) => Ok(sign_in::view(words, part)),
        (Lesson::Payment, _) => Ok(payment::view(words, &player)),
        (Lesson::Freeze, _) => freeze::view(words, &play, &player, part).await,
    }
}

/// A part of a lesson: which it is, what is wrong with what was typed, and the part itself with its heading.
pub(super) fn sheet(words: Words, lesson: Lesson, part: u8, problems: &Sentences, content: AnyView) -> AnyView {
    let (parts, problems) = (lesson.parts(), problems.clone());
    let (said, back) = (words.say(title(lesson)), to_lessons(words));
    let heading = if parts > 1 {
        view! { <PageHeading title=said back=back step=(part + 1, parts)/> }.into_any()
    } else {
        view! { <PageHeading title=said back=back/> }.into_any()
    };
    view! {
        <Frame title=words.say(title(lesson)) narrow=true>
            <ErrorSummary problems=problems/>
            {heading}
            {content}
        </Frame>
    }
    .into_any()
}

fn to_lessons(words: Words) -> Way {
    (LESSONS.to_owned(), words.say("practice-to-lessons").to_owned())
}

fn before(words: Words, lesson: Lesson) -> AnyView {
    let content = view! {
        <p>{words.say(about(lesson))}</p>
        <p>{words.say("practice-safe")}</p>
        <div class="actions"><StartForm lesson=lesson label="lesson-start" look=Look::Main/></div>
    };
    whole(words, lesson, content.into_any())
}

/// The end of a lesson: what to remember from it.
fn after(words: Words, lesson: Lesson) -> AnyView {
    let [first, second] = remember(lesson).map(|key| words.say(key));
    let content = view! {
        <h2 class="done"><Icon of=Picture::Done/>{words.say("lesson-well-done")}</h2>
        <section class="card">
            <h3>{words.say("lesson-remember")}</h3>
            <p>{first}</p>
            <p>{second}</p>
        </section>
        <div class="actions">
            <LinkButton href=LESSONS label=words.say("lesson-next")/>
            <LinkButton href=leaflet_address(lesson) label=words.say("lesson-print") look=Look::Second
                picture=Picture::Print/>
            <StartForm lesson=lesson label="lesson-again" look=Look::Second/>
        </div>
    };
    whole(words, lesson, content.into_any())
}

/// What to remember of a lesson.
const fn remember(lesson: Lesson) -> [&'static str; 2] {
    match lesson {
        Lesson::SignIn => ["remember-sign-in-1", "remember-sign-in-2"],
        Lesson::Payment => ["remember-payment-1", "remember-payment-2"],
        Lesson::Scams => ["remember-scams-1", "remember-scams-2"],
        Lesson::Freeze => ["remember-freeze-1", "remember-freeze-2"],
    }
}

fn whole(words: Words, lesson: Lesson, content: AnyView) -> AnyView {
    view! {
        <Frame title=words.say(title(lesson)) narrow=true>
            <PageHeading title=words.say(title(lesson)) back=to_lessons(words)/>
            {content}
        </Frame>
    }
    .into_any()
}
