//! A lesson on paper, in large print: to keep beside the computer, or to give to somebody.

use bank::{Error, practice::Lesson};
use leptos::prelude::*;

use super::{address, named, title};
use crate::{
    components::{Frame, Icon, PageHeading, Picture},
    context,
    islands::PrintButton,
    pages,
};

/// The leaflet of a lesson.
#[component]
pub fn LeafletPage() -> impl IntoView {
    pages::answer(std::future::ready(leaflet()))
}

fn leaflet() -> Result<AnyView, Error> {
    context::person()?;
    let (words, lesson) = (context::words(), named()?);
    let steps = steps(lesson).into_iter().map(|key| view! { <li>{words.say(key)}</li> }).collect_view();
    let heading = words.say(title(lesson));
    let back = (address(lesson), words.say("leaflet-back").to_owned());
    Ok(view! {
        <Frame title=words.with("leaflet-of", &[("lesson", heading.into())]) narrow=true>
            <PageHeading title=heading back=back/>
            <section class="card leaflet">
                <ol>{steps}</ol>
                <p><strong>{words.say("leaflet-never")}</strong></p>
                <p>{words.say("leaflet-help")}</p>
                <p class="call"><Icon of=Picture::Phone/>{words.say("help-phone")}</p>
            </section>
            <div class="actions"><PrintButton label=words.say("leaflet-print")/></div>
            <p class="quiet on-screen">{words.say("leaflet-how")}</p>
        </Frame>
    }
    .into_any())
}

/// The steps of a lesson, in plain words.
const fn steps(lesson: Lesson) -> [&'static str; 5] {
    match lesson {
        Lesson::SignIn => {
            ["leaflet-sign-in-1", "leaflet-sign-in-2", "leaflet-sign-in-3", "leaflet-sign-in-4", "leaflet-sign-in-5"]
        }
        Lesson::Payment => {
            ["leaflet-payment-1", "leaflet-payment-2", "leaflet-payment-3", "leaflet-payment-4", "leaflet-payment-5"]
        }
        Lesson::Scams => {
            ["leaflet-scams-1", "leaflet-scams-2", "leaflet-scams-3", "leaflet-scams-4", "leaflet-scams-5"]
        }
        Lesson::Freeze => {
            ["leaflet-freeze-1", "leaflet-freeze-2", "leaflet-freeze-3", "leaflet-freeze-4", "leaflet-freeze-5"]
        }
    }
}
