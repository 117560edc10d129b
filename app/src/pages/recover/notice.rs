//! What somebody who is signed in is told while a way back in is under way: the thief is not, and the owner may be.

use bank::{
    Error,
    recovery::{self, Stage},
};
use leptos::prelude::*;

use crate::{
    components::{Button, Notice, Tone},
    context,
};

/// That a way back in is under way for the person, with one press to stop it. Nothing where none is.
pub(in crate::pages) async fn under_way() -> Result<Option<AnyView>, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some(known) = recovery::under_way(&bank, person.id).await? else { return Ok(None) };
    let moment = |at| words.moment(at, &context::calendar());
    let text = match known.stage(context::visitor().now()) {
        Stage::Waiting(opens) => words.with(
            "recover-notice-waiting",
            &[("since", moment(known.started_at).into()), ("when", moment(opens).into())],
        ),
        Stage::Open(_) => words.with("recover-notice-open", &[("since", moment(known.started_at).into())]),
        Stage::Over(_) => return Ok(None),
    };
    Ok(Some(
        view! {
            <Notice title=words.say("recover-notice-title") tone=Tone::Danger>
                <p>{text}</p>
                <form method="post" action="/do/recover/stop-mine" role="none">
                    <div class="actions"><Button label=words.say("recover-stop")/></div>
                </form>
            </Notice>
        }
        .into_any(),
    ))
}
