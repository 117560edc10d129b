//! Who is signed in as this person, and how to end that.

use bank::{
    Error,
    sessions::{self, OpenSession},
};
use leptos::prelude::*;

use super::browser;
use crate::{
    components::{Button, Fact, Facts, Frame, Look, Moment, PageHeading, Place, Tag},
    context, pages,
    words::Words,
};

/// The page with every open session.
#[component]
pub fn SecurityPage() -> impl IntoView {
    pages::answer(security())
}

async fn security() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let here = context::visitor().key();
    let all = sessions::list(&bank, person.id).await?;
    let (here, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| Some(one.key) == here);
    let none = others.is_empty().then(|| view! { <p>{words.say("security-alone")}</p> });
    let end_all = (!others.is_empty()).then(|| {
        view! {
            <form method="post" action="/do/sessions/end-others" role="none">
                <Button label=words.say("security-end-others") look=Look::Danger/>
            </form>
        }
    });
    let title = words.say("security-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
            <p>{words.say("security-text")}</p>
            {here.iter().map(|one| card(words, one, true)).collect_view()}
            <h2>{words.say("security-others")}</h2>
            {none}
            {others.iter().map(|one| card(words, one, false)).collect_view()}
            {end_all}
        </Frame>
    }
    .into_any())
}

fn card(words: Words, session: &OpenSession, here: bool) -> impl IntoView + use<> {
    let (since, seen) = (session.created_at, session.seen_at);
    let address = session.address.clone();
    let end = (!here).then(|| {
        view! {
            <form method="post" action="/do/sessions/end" role="none">
                <input type="hidden" name="key" value=session.key.to_string()/>
                <Button label=words.say("security-end") look=Look::Second/>
            </form>
        }
    });
    let name = browser::name(words, &session.agent);
    // The others stand under a heading of their own.
    let heading = if here { view! { <h2>{name}</h2> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    view! {
        <section class="card">
            {heading}
            {here.then(|| view! { <p><Tag label=words.say("security-here")/></p> })}
            <Facts>
                <Fact term=words.say("security-since")><Moment of=since/></Fact>
                <Fact term=words.say("security-seen")><Moment of=seen/></Fact>
                <Fact term=words.say("security-address")>{address}</Fact>
            </Facts>
            {end}
        </section>
    }
}
