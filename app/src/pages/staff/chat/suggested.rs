//! What may answer what a customer has written: shown with why, put into the answer when it is pressed.

use bank::replies::{Suggested, Suggestion};
use leptos::prelude::*;

use crate::{
    components::{Button, Look},
    words::Words,
};

/// All that is suggested; nothing is seen where nothing is.
pub(super) fn suggestions(words: Words, suggested: Vec<Suggestion>) -> impl IntoView {
    let any = !suggested.is_empty();
    let title = any.then(|| view! { <h3>{words.say("suggested-title")}</h3> });
    let list = any.then(|| {
        let all = suggested.into_iter().map(|one| suggestion(words, one)).collect_view();
        view! { <ul class="stack">{all}</ul> }
    });
    // What a customer writes meanwhile brings its own.
    view! { <div data-chat-part="suggested" class="stack">{title}{list}</div> }
}

fn suggestion(words: Words, Suggestion { because, answer }: Suggestion) -> impl IntoView {
    let (kind, title, value) = match answer {
        Suggested::Ready(reply) => ("suggested-ready", reply.title, reply.id.to_string()),
        Suggested::Article(article) => ("suggested-article", article.title.to_owned(), article.slug.to_owned()),
    };
    let named = words.with(kind, &[("title", title.as_str().into())]);
    let because = words.with("suggested-because", &[("what", words.intent(because).into())]);
    view! {
        <li>
            <p><strong>{named}</strong><br/><span class="quiet">{because}</span></p>
            <div class="actions">
                <Button label=words.say("reply-insert") of=title look=Look::Second action="/do/staff/desk/fill"
                    says=("suggested", value)/>
            </div>
        </li>
    }
}
