//! One open session, as whoever it is theirs sees it: customers and the bank's own people alike.

use bank::sessions::OpenSession;
use leptos::prelude::*;

use super::you::browser;
use crate::{
    components::{Button, Fact, Facts, Look, Moment, Tag},
    context,
    words::Words,
};

/// The browser under a `heading`, since when and from where, and a button that ends it at the address `ends`. The one
/// that is `here` is ended by signing out.
pub(super) fn card(
    words: Words,
    session: &OpenSession,
    here: bool,
    heading: fn(String) -> AnyView,
    ends: &'static str,
) -> impl IntoView + use<> {
    let (since, seen, address) = (session.created_at, session.seen_at, session.address.clone());
    let name = browser::name(words, &session.agent);
    let of = format!("{name} · {}", words.moment(since, &context::calendar()));
    let end = (!here).then(|| {
        view! {
            <form method="post" action=ends role="none">
                <input type="hidden" name="key" value=session.key.to_string()/>
                <Button label=words.say("security-end") look=Look::Second of=of/>
            </form>
        }
    });
    view! {
        <section class="card">
            {heading(name)}
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
