//! Keeping an answer ready, and taking one away.

use bank::{Error, replies, staff::Duty};
use leptos::prelude::*;
use model::{ReplyId, forms::ReadyReplyForm};

use super::{NEW, REPLIES, address};
use crate::{context, outcome};

/// The one that a form names; a name that cannot be one is that of none.
fn named(id: &str) -> ReplyId {
    id.parse().unwrap_or(ReplyId::new(0))
}

/// Keeps a new one, or what one says from now on.
#[server(prefix = "/do", endpoint = "staff/replies/write")]
pub async fn write_reply(
    #[server(flatten)] form: ReadyReplyForm,
    #[server(default)] reply: String,
) -> Result<(), ServerFnError> {
    let known = (!reply.is_empty()).then(|| named(&reply));
    let page = known.map_or_else(|| NEW.to_owned(), address);
    outcome::ended(written(known, &form).await, REPLIES, &page, &form);
    Ok(())
}

async fn written(known: Option<ReplyId>, form: &ReadyReplyForm) -> Result<(), Error> {
    let member = context::staff_with(Duty::Replies)?;
    replies::write(&context::bank(), member.id, known, form).await
}

/// Takes one away.
#[server(prefix = "/do", endpoint = "staff/replies/remove")]
pub async fn remove_reply(#[server(default)] reply: String) -> Result<(), ServerFnError> {
    outcome::finished(removed(named(&reply)).await, REPLIES);
    Ok(())
}

async fn removed(reply: ReplyId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Replies)?;
    replies::remove(&context::bank(), member.id, reply).await
}
