//! The mails and short messages of the demonstration, as whoever they are for would read them.

use bank::{Error, security::Sent, staff::Duty};
use leptos::prelude::*;
use model::ErrorCode;

use super::{StaffFrame, frame::is_demo};
use crate::{
    addresses::STAFF,
    components::{Empty, PageHeading},
    context, notices, pages,
    words::Words,
};

/// How many messages are shown.
const SHOWN: u32 = 50;

/// The page with what was sent last.
#[component]
pub fn OutboxPage() -> impl IntoView {
    pages::answer(outbox())
}

async fn outbox() -> Result<AnyView, Error> {
    // A real bank sends them, and shows them to nobody else.
    if !is_demo() {
        return Err(ErrorCode::NotFound.into());
    }
    context::staff_with(Duty::Outbox)?;
    let (bank, words) = (context::bank(), context::words());
    let sent = bank.security.sent(SHOWN).await?;
    let rows = sent.iter().map(|one| message(words, one)).collect_view();
    let none = sent.is_empty().then(|| view! { <Empty text=words.say("staff-outbox-none")/> });
    let title = words.say("staff-outbox");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <p>{words.say("staff-outbox-text")}</p>
            {none}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}

fn message(words: Words, sent: &Sent) -> impl IntoView + use<> {
    let calendar = context::calendar();
    let (channel, address) = (words.channel(sent.notice.channel), sent.notice.address.clone());
    let when = words.moment(sent.notice.at, &calendar);
    let due = (sent.notice.due_at > sent.notice.at).then(|| {
        let due = words.moment(sent.notice.due_at, &calendar);
        format!(" · {}", words.with("staff-outbox-due", &[("when", due.into())]))
    });
    let lang = Words::of(sent.language).say("language-tag");
    let text = notices::text(sent, &calendar);
    view! {
        <li><div><span>
            <small>{channel}" · "{address}" · "{when}{due}</small>
            <span lang=lang>{text}</span>
        </span></div></li>
    }
}
