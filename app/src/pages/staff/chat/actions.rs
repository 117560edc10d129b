//! What is done about a conversation: looking, taking, answering, noting, handing on, giving back and ending.

use bank::{Bank, Error, conversations, replies, staff::Duty};
use leptos::prelude::*;
use model::{
    ConversationId, StaffId,
    forms::{FillForm, Form, HandForm, NoteForm, ReasonForm, ReplyForm, TakeForm},
};

use super::super::queues;
use super::address;
use crate::{context, outcome};

/// The conversation a form names. A name that cannot be one is that of none: ids begin above zero.
fn named(id: &str) -> ConversationId {
    id.parse().unwrap_or(ConversationId::new(0))
}

/// Who does it, in which bank.
fn at_work() -> Result<(Bank, StaffId), Error> {
    Ok((context::bank(), context::staff_with(Duty::Tickets)?.id))
}

/// Ends an action on the page of the conversation, at what was said last; what was wrong waits there under `word`.
fn ended<F: Form>(result: Result<(), Error>, id: ConversationId, word: &str, form: &F) {
    outcome::ended(result, &format!("{}#newest", address(id)), &queues::waits(&address(id), word), form);
}

/// Opens a conversation, for a reason.
#[server(prefix = "/do", endpoint = "staff/desk/look")]
pub async fn look_at_chat(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(look(&form, id).await, id, "why", &form);
    Ok(())
}

async fn look(form: &ReasonForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::look(&bank, member, id, form).await
}

/// Takes it.
#[server(prefix = "/do", endpoint = "staff/desk/take")]
pub async fn take_chat(
    #[server(flatten)] form: TakeForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(take(&form, id).await, id, "take", &form);
    Ok(())
}

async fn take(form: &TakeForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::take(&bank, member, id, form).await
}

/// Answers.
#[server(prefix = "/do", endpoint = "staff/desk/answer")]
pub async fn answer_chat(
    #[server(flatten)] form: ReplyForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(answer(&form, id).await, id, "answer", &form);
    Ok(())
}

async fn answer(form: &ReplyForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::answer(&bank, member, id, form).await
}

/// Puts an answer that is kept ready behind what was typed. Nothing is sent.
#[server(prefix = "/do", endpoint = "staff/desk/fill")]
pub async fn fill_answer(
    #[server(flatten)] form: FillForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    let page = queues::waits(&address(id), "answer");
    match fill(&form, id).await {
        Ok(filled) => outcome::typed(&page, &filled),
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

async fn fill(form: &FillForm, id: ConversationId) -> Result<FillForm, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    replies::fill(&context::bank(), &member, id, form).await
}

/// Notes something for colleagues.
#[server(prefix = "/do", endpoint = "staff/desk/note")]
pub async fn note_chat(
    #[server(flatten)] form: NoteForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(note(&form, id).await, id, "note", &form);
    Ok(())
}

async fn note(form: &NoteForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::note(&bank, member, id, form).await
}

/// Hands it on.
#[server(prefix = "/do", endpoint = "staff/desk/hand")]
pub async fn hand_chat(
    #[server(flatten)] form: HandForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(hand(&form, id).await, id, "hand", &form);
    Ok(())
}

async fn hand(form: &HandForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::hand(&bank, member, id, form).await
}

/// Gives it back to the program.
#[server(prefix = "/do", endpoint = "staff/desk/back")]
pub async fn give_chat_back(
    #[server(flatten)] form: TakeForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(give_back(&form, id).await, id, "back", &form);
    Ok(())
}

async fn give_back(form: &TakeForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::give_back(&bank, member, id, form).await
}

/// Ends it.
#[server(prefix = "/do", endpoint = "staff/desk/end")]
pub async fn end_chat_by_staff(
    #[server(flatten)] form: TakeForm,
    #[server(default)] chat: String,
) -> Result<(), ServerFnError> {
    let id = named(&chat);
    ended(end(&form, id).await, id, "end", &form);
    Ok(())
}

async fn end(form: &TakeForm, id: ConversationId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    conversations::end(&bank, member, id, form).await
}
