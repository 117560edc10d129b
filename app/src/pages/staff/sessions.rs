//! Where they are signed in, and ending that.

use bank::{Error, sessions::OpenSession, staff};
use leptos::prelude::*;

use super::StaffFrame;
use crate::{
    addresses::STAFF,
    components::{Button, Look, PageHeading},
    context,
    pages::{self, session},
    words::Words,
};

/// The page with their sessions.
#[component]
pub fn StaffSessionsPage() -> impl IntoView {
    pages::answer(sessions())
}

async fn sessions() -> Result<AnyView, Error> {
    let (bank, member, words) = (context::bank(), context::staff()?, context::words());
    let here = context::visitor().key();
    let all = staff::open_sessions(&bank, member.id).await?;
    let others = all.iter().any(|one| Some(one.key) != here);
    let cards = all.iter().map(|one| card(words, one, Some(one.key) == here)).collect_view();
    let end_all = others.then(|| {
        view! {
            <form method="post" action="/do/staff/sessions/end-others" role="none">
                <Button label=words.say("security-end-others") look=Look::Danger/>
            </form>
        }
    });
    let title = words.say("staff-sessions");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <p>{words.say("staff-sessions-text")}</p>
            {cards}
            {end_all}
        </StaffFrame>
    }
    .into_any())
}

fn card(words: Words, session: &OpenSession, here: bool) -> impl IntoView + use<> {
    session::card(words, session, here, |name| view! { <h2>{name}</h2> }.into_any(), "/do/staff/sessions/end")
}
