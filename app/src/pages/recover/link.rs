//! Where the link in a mail leads: how far it has come, stopping it, and going on once its day is over.

use bank::{
    Error,
    recovery::{self, Ending, Stage},
};
use leptos::prelude::*;

use super::LOST;
use crate::{
    components::{Button, Call, LinkButton, Look, PageHeading, SignedOutFrame},
    context, pages,
    words::Words,
};

/// The page behind a link.
#[component]
pub fn LinkPage() -> impl IntoView {
    pages::answer(link())
}

async fn link() -> Result<AnyView, Error> {
    let (bank, words) = (context::bank(), context::words());
    let secret: String = context::part("link")?;
    let known = recovery::behind(&bank, &auth::recovery::link_hash(&secret)).await?;
    let stage = known.map(|known| known.stage(context::visitor().now()));
    Ok(match stage {
        Some(Stage::Waiting(opens)) => {
            let when = words.moment(opens, &context::calendar());
            let text = words.with("recover-waiting", &[("when", when.into())]);
            view! {
                <SignedOutFrame title=words.say("recover-waiting-title")>
                    <PageHeading title=words.say("recover-waiting-title")/>
                    <p>{text}</p>
                    <p>{words.say("recover-waiting-why")}</p>
                    {stop(words, secret, Look::Main)}
                </SignedOutFrame>
            }
            .into_any()
        }
        Some(Stage::Open(closes)) => {
            let when = words.moment(closes, &context::calendar());
            let text = words.with("recover-open", &[("when", when.into())]);
            let link = secret.clone();
            view! {
                <SignedOutFrame title=words.say("recover-open-title")>
                    <PageHeading title=words.say("recover-open-title")/>
                    <p>{text}</p>
                    <form method="post" action="/do/recover/open" role="none">
                        <input type="hidden" name="link" value=link/>
                        <div class="actions"><Button label=words.say("continue")/></div>
                    </form>
                    {stop(words, secret, Look::Danger)}
                </SignedOutFrame>
            }
            .into_any()
        }
        Some(Stage::Over(Ending::Cancelled)) => over(words, "recover-cancelled-title", "recover-cancelled"),
        Some(Stage::Over(Ending::Finished)) => over(words, "recover-finished-title", "recover-finished"),
        Some(Stage::Over(Ending::Lapsed)) | None => over(words, "recover-dead-title", "recover-dead"),
    })
}

/// Stopping it: what whoever did not ask is here for.
fn stop(words: Words, secret: String, look: Look) -> impl IntoView + use<> {
    view! {
        <h2>{words.say("recover-stop-title")}</h2>
        <p>{words.say("recover-stop-text")}</p>
        <form method="post" action="/do/recover/stop" role="none">
            <input type="hidden" name="link" value=secret/>
            <div class="actions"><Button label=words.say("recover-stop") look=look/></div>
        </form>
    }
}

/// What is said where nothing is under way behind the link any more.
fn over(words: Words, title: &'static str, text: &'static str) -> AnyView {
    view! {
        <SignedOutFrame title=words.say(title)>
            <PageHeading title=words.say(title)/>
            <p>{words.say(text)}</p>
            <Call/>
            <div class="actions">
                <LinkButton href="/sign-in" label=words.say("recover-sign-in")/>
                <LinkButton href=LOST label=words.say("recover-link") look=Look::Second/>
            </div>
        </SignedOutFrame>
    }
    .into_any()
}
