//! What is shown where a page or an action cannot be: what happened, what became of the money, what to do.

use bank::Error;
use http::StatusCode;
use leptos::prelude::*;
use model::ErrorCode;

use crate::{
    addresses::STAFF,
    components::{Example, LinkButton, PageHeading, Part},
    context, outcome, pages,
    words::Words,
};

/// The words of one kind of trouble.
#[derive(Debug, Clone, Copy)]
struct Told {
    title: &'static str,
    happened: &'static str,
    money: &'static str,
    advice: &'static str,
}

impl Told {
    const NOT_FOUND: Self = Self {
        title: "trouble-not-found-title",
        happened: "trouble-not-found-happened",
        money: "trouble-not-found-money",
        advice: "trouble-not-found-advice",
    };
    const FORBIDDEN: Self = Self {
        title: "trouble-forbidden-title",
        happened: "trouble-forbidden-happened",
        money: "trouble-forbidden-money",
        advice: "trouble-forbidden-advice",
    };
    const CONFLICT: Self = Self {
        title: "trouble-conflict-title",
        happened: "trouble-conflict-happened",
        money: "trouble-conflict-money",
        advice: "trouble-conflict-advice",
    };
    const UNREADABLE: Self = Self {
        title: "trouble-unreadable-title",
        happened: "trouble-unreadable-happened",
        money: "trouble-unreadable-money",
        advice: "trouble-unreadable-advice",
    };
    const TOO_SLOW: Self = Self {
        title: "trouble-too-slow-title",
        happened: "trouble-too-slow-happened",
        money: "trouble-too-slow-money",
        advice: "trouble-too-slow-advice",
    };
    const TOO_MANY: Self = Self {
        title: "trouble-too-many-title",
        happened: "trouble-too-many-happened",
        money: "trouble-too-many-money",
        advice: "trouble-too-many-advice",
    };
    const FAULT: Self = Self {
        title: "trouble-fault-title",
        happened: "trouble-fault-happened",
        money: "trouble-fault-money",
        advice: "trouble-fault-advice",
    };
    const AWAY: Self = Self {
        title: "trouble-away-title",
        happened: "trouble-away-happened",
        money: "trouble-away-money",
        advice: "trouble-away-advice",
    };

    const fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            401 | 403 => Self::FORBIDDEN,
            404 | 405 => Self::NOT_FOUND,
            408 => Self::TOO_SLOW,
            409 => Self::CONFLICT,
            429 => Self::TOO_MANY,
            400..=499 => Self::UNREADABLE,
            502..=504 => Self::AWAY,
            _ => Self::FAULT,
        }
    }
}

/// A page about `error`, which also becomes the status of the answer. Somebody who has to sign in first is
/// already on the way there.
#[must_use]
pub fn of(error: &Error) -> AnyView {
    if matches!(error, Error::Refused(ErrorCode::SignedOut)) {
        return ().into_any();
    }
    outcome::log(error);
    let status = outcome::status_of(error).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    context::status(status);
    trouble(status)
}

/// The page of an address where there is nothing.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    context::status(StatusCode::NOT_FOUND);
    trouble(StatusCode::NOT_FOUND)
}

/// The page about `status`, for whatever answered with it.
#[must_use]
pub fn trouble(status: StatusCode) -> AnyView {
    told(Told::of(status), context::words())
}

fn told(told: Told, words: Words) -> AnyView {
    let title = words.say(told.title);
    let home = if context::is_staff() { STAFF } else { "/" };
    pages::for_anyone(title, move || {
        view! {
            <PageHeading title=title/>
            <p>{words.say(told.happened)}</p>
            <p><strong>{words.say(told.money)}</strong></p>
            <p>{words.say(told.advice)}</p>
            <div class="actions"><LinkButton href=home label=words.say("trouble-home")/></div>
        }
    })
}

/// As the gallery shows it: what nobody can be asked to bring about.
pub(crate) const PART: Part = Part {
    name: "part-trouble",
    about: "part-trouble-about",
    examples: &[
        Example::page(Told::FORBIDDEN.title, |words| told(Told::FORBIDDEN, words)),
        Example::page(Told::NOT_FOUND.title, |words| told(Told::NOT_FOUND, words)),
        Example::page(Told::TOO_SLOW.title, |words| told(Told::TOO_SLOW, words)),
        Example::page(Told::CONFLICT.title, |words| told(Told::CONFLICT, words)),
        Example::page(Told::UNREADABLE.title, |words| told(Told::UNREADABLE, words)),
        Example::page(Told::TOO_MANY.title, |words| told(Told::TOO_MANY, words)),
        Example::page(Told::FAULT.title, |words| told(Told::FAULT, words)),
        Example::page(Told::AWAY.title, |words| told(Told::AWAY, words)),
    ],
};
