//! What is shown where there is no connection. A browser keeps it beforehand, so it says nothing about anybody.

use leptos::prelude::*;

use crate::{
    components::{BareFrame, Call, Card},
    context,
};

/// The page. Which of its two accounts of what happened is true is known only where it is shown: `public/sw.js` says.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let words = context::words();
    let title = words.say("offline-title");
    view! {
        <BareFrame title=title>
            <div class="stack roomy" data-offline="unsent">
                <h1>{title}</h1>
                <div class="unsent"><p>{words.say("offline-unsent")}</p></div>
                <div class="perhaps-sent">
                    <p>{words.say("offline-perhaps")}</p>
                    <p><strong>{words.say("offline-perhaps-money")}</strong></p>
                </div>
                <p>{words.say("offline-kept")}</p>
                <div class="actions"><a class="button" href="" data-again>{words.say("offline-again")}</a></div>
                <Card title=words.say("help-title")>
                    <Call/>
                    <p>{words.say("offline-call")}</p>
                </Card>
            </div>
        </BareFrame>
    }
}
