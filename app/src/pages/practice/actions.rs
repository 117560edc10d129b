//! What is done in practice: begin, answer, go on, freeze, put the play money back. All of it in the play bank: the
//! addresses under `/practice` are given no other.

use bank::{
    Error,
    practice::{self, Lesson},
};
use leptos::prelude::*;
use model::{
    ErrorCode,
    forms::{AnswerForm, Form, PretendCodeForm, PretendForm},
};

use super::{address, sign_in};
use crate::{
    context, outcome,
    practice::{LESSONS, shown_code, town},
};

/// Begins a lesson, for the first time or again.
#[server(prefix = "/practice/do", endpoint = "start")]
pub async fn start_lesson(#[server(default)] lesson: String) -> Result<(), ServerFnError> {
    let then = Lesson::from_code(&lesson).map_or(LESSONS.to_owned(), address);
    outcome::forget(&then);
    outcome::finished(start(&lesson).await, &then);
    Ok(())
}

async fn start(lesson: &str) -> Result<(), Error> {
    let (play, _, customer) = context::player()?;
    let lesson = Lesson::from_code(lesson).ok_or(ErrorCode::NotFound)?;
    practice::start(&play, customer, lesson, (context::preferences().language, town)).await
}

/// Takes the answer to the question of a lesson; the page says what is to be said of it.
#[server(prefix = "/practice/do", endpoint = "answer")]
pub async fn answer_question(
    #[server(default)] lesson: String,
    #[server(flatten)] form: AnswerForm,
) -> Result<(), ServerFnError> {
    let page = Lesson::from_code(&lesson).map_or(LESSONS.to_owned(), address);
    let then = format!("{page}?answer={}", form.choice);
    // Nothing is kept of an answer, so there is nothing to wait for; a server function is async all the same.
    let answered = std::future::ready(context::player().and_then(|_| Ok(form.check(&())?))).await;
    outcome::ended(answered.map(drop), &then, &page, &form);
    Ok(())
}

/// Goes on from a part that only wants to be read.
#[server(prefix = "/practice/do", endpoint = "next")]
pub async fn next_part(#[server(default)] lesson: String, #[server(default)] part: u8) -> Result<(), ServerFnError> {
    let then = Lesson::from_code(&lesson).map_or(LESSONS.to_owned(), address);
    outcome::finished(go_on(&lesson, part).await, &then);
    Ok(())
}

async fn go_on(lesson: &str, part: u8) -> Result<(), Error> {
    let (play, player, customer) = context::player()?;
    let lesson = Lesson::from_code(lesson).ok_or(ErrorCode::NotFound)?;
    // What asks for something to be done is not passed by reading on.
    if !matches!((lesson, part), (Lesson::SignIn, 0) | (Lesson::Scams, _) | (Lesson::Freeze, 2)) {
        return Ok(());
    }
    practice::did(&play, customer, &player, lesson, part).await
}

/// Compares the pretend name and password with the card.
#[server(prefix = "/practice/do", endpoint = "details")]
pub async fn pretend_details(#[server(flatten)] form: PretendForm) -> Result<(), ServerFnError> {
    let page = address(Lesson::SignIn);
    let result = match form.check(&sign_in::card(context::words())) {
        Ok(()) => done(Lesson::SignIn, 1).await,
        Err(problems) => context::player().and(Err(problems.into())),
    };
    outcome::ended(result, &page, &page, &form);
    Ok(())
}

/// Compares the pretend code with the one on the page.
#[server(prefix = "/practice/do", endpoint = "code")]
pub async fn pretend_code(#[server(flatten)] form: PretendCodeForm) -> Result<(), ServerFnError> {
    let page = address(Lesson::SignIn);
    let result = match form.check(&shown_code()) {
        Ok(()) => done(Lesson::SignIn, 2).await,
        Err(problems) => context::player().and(Err(problems.into())),
    };
    outcome::ended(result, &page, &page, &form);
    Ok(())
}

async fn done(lesson: Lesson, part: u8) -> Result<(), Error> {
    let (play, player, customer) = context::player()?;
    practice::did(&play, customer, &player, lesson, part).await
}

/// Freezes the play money.
#[server(prefix = "/practice/do", endpoint = "freeze")]
pub async fn freeze() -> Result<(), ServerFnError> {
    outcome::finished(stop_everything().await, &address(Lesson::Freeze));
    Ok(())
}

async fn stop_everything() -> Result<(), Error> {
    let (play, player, _) = context::player()?;
    practice::freeze(&play, &player).await?;
    done(Lesson::Freeze, 0).await
}

/// Signs a pretend device out.
#[server(prefix = "/practice/do", endpoint = "device")]
pub async fn end_device(#[server(default)] key: String) -> Result<(), ServerFnError> {
    let page = address(Lesson::Freeze);
    match end(&key).await {
        Ok(true) => outcome::done(&page),
        Ok(false) => outcome::done(&format!("{page}?own=1")),
        Err(error) => outcome::finished(Err(error), &page),
    }
    Ok(())
}

/// Whether it was the device of somebody else.
async fn end(key: &str) -> Result<bool, Error> {
    let (play, player, _) = context::player()?;
    let Ok(key) = key.parse() else { return Ok(true) };
    let stranger = practice::end_device(&play, &player, key, &town(player.language)).await?;
    if stranger {
        done(Lesson::Freeze, 1).await?;
    }
    Ok(stranger)
}

/// Opens what is frozen, for the code on the page.
#[server(prefix = "/practice/do", endpoint = "thaw")]
pub async fn thaw(#[server(flatten)] form: PretendCodeForm) -> Result<(), ServerFnError> {
    let page = address(Lesson::Freeze);
    outcome::ended(open_again(&form).await, &page, &page, &form);
    Ok(())
}

async fn open_again(form: &PretendCodeForm) -> Result<(), Error> {
    let (play, player, _) = context::player()?;
    form.check(&shown_code())?;
    practice::thaw(&play, &player).await?;
    done(Lesson::Freeze, 3).await
}

/// Puts the play money back to what it was at first.
#[server(prefix = "/practice/do", endpoint = "reset")]
pub async fn reset() -> Result<(), ServerFnError> {
    outcome::finished(fresh().await, &format!("{LESSONS}?fresh=1"));
    Ok(())
}

async fn fresh() -> Result<(), Error> {
    let (play, _, customer) = context::player()?;
    practice::reset(&play, customer, (context::preferences().language, town)).await
}
