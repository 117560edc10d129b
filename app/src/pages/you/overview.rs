//! What there is to set and to see about oneself.

use bank::Error;
use leptos::prelude::*;

use super::{PREFERENCES, SECURITY};
use crate::{
    components::{Card, Fact, Facts, Frame, Place},
    context, pages,
};

/// The page about the person.
#[component]
pub fn YouPage() -> impl IntoView {
    pages::answer(std::future::ready(you()))
}

fn you() -> Result<AnyView, Error> {
    let (person, words) = (context::person()?, context::words());
    let title = words.say("you-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <h1>{title}</h1>
            <Facts><Fact term=words.say("you-name")>{person.name}</Fact></Facts>
            <Card title=words.say("preferences-title")>
                <p>{words.say("preferences-about")}</p>
                <a class="alone" href=PREFERENCES>{words.say("preferences-open")}</a>
            </Card>
            <Card title=words.say("security-title")>
                <p>{words.say("security-about")}</p>
                <a class="alone" href=SECURITY>{words.say("security-open")}</a>
            </Card>
        </Frame>
    }
    .into_any())
}
