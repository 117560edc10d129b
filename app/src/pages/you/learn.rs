//! Whether the assistant may learn from what somebody writes to it.

use bank::{Error, misses};
use leptos::prelude::*;

use super::PRIVACY;
use crate::{
    components::{Button, Card, Look},
    context, outcome,
    words::Words,
};

/// What they have chosen, what it would be, and the button that chooses otherwise.
pub(super) fn card(words: Words, may: bool, days: i64) -> impl IntoView + use<> {
    let (now, press, value, look) = if may {
        ("learn-is-on", "learn-stop", "off", Look::Second)
    } else {
        ("learn-is-off", "learn-help", "on", Look::Main)
    };
    let days = words.with("learn-days", &[("days", days.into())]);
    view! {
        <Card title=words.say("learn-title")>
            <p>{words.say(now)}</p>
            <p>{words.say("learn-what")}</p>
            <p>{words.say("learn-who")}</p>
            <p>{days}</p>
            <form method="post" action="/do/you/learn" role="none">
                <input type="hidden" name="learn" value=value/>
                <div class="actions"><Button label=words.say(press) look=look/></div>
            </form>
            <p class="quiet">{words.say("learn-deletes")}</p>
        </Card>
    }
}

/// Keeps what they have chosen.
#[server(prefix = "/do", endpoint = "you/learn")]
pub async fn set_learn(#[server(default)] learn: String) -> Result<(), ServerFnError> {
    outcome::finished(choose(learn == "on").await, PRIVACY);
    Ok(())
}

async fn choose(may: bool) -> Result<(), Error> {
    misses::let_learn(&context::bank(), context::person()?.id, may).await
}
