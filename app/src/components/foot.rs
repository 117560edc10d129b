//! The foot of every page: somebody to call or to write with, and what a thief would ask for.

use leptos::prelude::*;

use super::{Call, Link, frame::this_page};
use crate::{
    context,
    pages::{
        accessibility::STATEMENT,
        help::chat::{CHAT, chat_address},
    },
};

/// The foot.
#[component]
pub fn Foot(
    /// Whether the page is of somebody who is signed in, who can freeze everything.
    signed_in: bool,
) -> impl IntoView {
    let words = context::words();
    // Where one talks already, nothing leads there.
    let chat = (context::path() != CHAT)
        .then(|| view! { <Link href=chat_address(&this_page()) label=words.say("chat-title")/> });
    view! {
        <footer class="foot">
            <div class="wide">
                <div>
                    <h2 id="help">{words.say("help-title")}</h2>
                    <Call/>
                    <p>{words.say("help-hours")}</p>
                    {chat}
                </div>
                <div>
                    <h2>{words.say("safe-title")}</h2>
                    <p>{words.say("safe-text")}</p>
                    <Link href=STATEMENT label=words.say("statement-link")/>
                    {signed_in.then(|| view! { <Link href="/freeze" label=words.say("freeze-open")/> })}
                </div>
            </div>
        </footer>
    }
}
