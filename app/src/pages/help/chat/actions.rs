//! What is done: saying something, asking for a person, and ending it.

use bank::{
    Error,
    conversations::{self, Pressed, Whose},
    experiments::{EventKind, Journey},
    payments,
};
use leptos::prelude::*;
use model::{
    ConversationId,
    forms::{SayForm, Whereabouts},
};

use super::{CHAT, chat_address, newest, whose};
use crate::{context, layouts, outcome, pages::pay};

/// Says something.
#[server(prefix = "/do", endpoint = "help/chat/say")]
pub async fn say_in_chat(
    /// What was typed.
    #[server(flatten)]
    form: SayForm,
    /// The page the person came from.
    #[server(default)]
    from: String,
) -> Result<(), ServerFnError> {
    outcome::ended(say(&form).await, &newest(&from), &chat_address(&from), &form);
    Ok(())
}

async fn say(form: &SayForm) -> Result<(), Error> {
    let bank = context::bank();
    let whose = whose(&bank).await?;
    let said = conversations::say(&bank, whose, context::preferences().language, form).await;
    remember(whose, layouts::counted(Journey::Chat, said)?);
    began();
    Ok(())
}

/// Presses something that the program has offered.
#[server(prefix = "/do", endpoint = "help/chat/press")]
pub async fn press_in_chat(
    /// The number of the entry that offered it.
    #[server(default)]
    said: String,
    /// The how-manieth of what it offered.
    #[server(default)]
    offer: String,
    /// The page the person came from.
    #[server(default)]
    from: String,
) -> Result<(), ServerFnError> {
    // What no page of ours offered does nothing.
    let pressed = said.parse().ok().zip(offer.parse().ok()).map(|(said, offer)| Pressed { said, offer });
    outcome::finished(press(pressed).await, &newest(&from));
    Ok(())
}

async fn press(pressed: Option<Pressed>) -> Result<(), Error> {
    let (bank, Some(pressed)) = (context::bank(), pressed) else { return Ok(()) };
    let whose = whose(&bank).await?;
    if let Some(id) = conversations::press(&bank, whose, context::preferences().language, pressed).await? {
        remember(whose, id);
        began();
    }
    Ok(())
}

/// Begins the payment that the program has prepared, with everything that was said of it. It is at no door of the help: who
/// pays often is not kept from signing in.
#[server(prefix = "/do", endpoint = "pay/prepared")]
pub async fn prepare_in_chat(
    /// The conversation in which it was prepared.
    #[server(default)]
    of: String,
    /// The number of the entry that prepared it.
    #[server(default)]
    said: String,
) -> Result<(), ServerFnError> {
    let of = of.parse().unwrap_or(ConversationId::new(0));
    match prepare((of, said.parse().unwrap_or(0))).await {
        Ok(page) => outcome::done(&page),
        Err(error) => outcome::finished(Err(error), CHAT),
    }
    Ok(())
}

/// The page that checks the payment; where none was prepared, the one on which any begins.
async fn prepare(said: (ConversationId, i64)) -> Result<String, Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let Some(prepared) = conversations::prepared(&bank, person.id, said).await? else { return Ok("/pay".to_owned()) };
    let begun = payments::start_prepared(&bank, person.id, &prepared).await?;
    layouts::tell(&person, Journey::Payment, EventKind::Started, None);
    Ok(pay::review_of(begun))
}

/// Asks for a person.
#[server(prefix = "/do", endpoint = "help/chat/person")]
pub async fn ask_in_chat(
    /// The word for the page the person came from.
    #[server(default)]
    page: String,
    /// Whether they want that to be told.
    #[server(default)]
    tell: String,
    /// The page the person came from.
    #[server(default)]
    from: String,
) -> Result<(), ServerFnError> {
    let page = Whereabouts::from_code(&page).filter(|_| tell == "yes");
    let asked = ask(page).await;
    if asked.is_ok() {
        began();
        told(EventKind::HelpAsked);
        // From a page of another journey, as where a call is asked for.
        layouts::help_asked(&from);
    }
    outcome::finished(asked, &newest(&from));
    Ok(())
}

async fn ask(page: Option<Whereabouts>) -> Result<(), Error> {
    let bank = context::bank();
    let whose = whose(&bank).await?;
    let id = conversations::ask_for_person(&bank, whose, context::preferences().language, page).await?;
    remember(whose, id);
    Ok(())
}

/// Ends it.
#[server(prefix = "/do", endpoint = "help/chat/end")]
pub async fn end_chat(
    /// The page the person came from.
    #[server(default)]
    from: String,
) -> Result<(), ServerFnError> {
    outcome::finished(end().await, &newest(&from));
    Ok(())
}

async fn end() -> Result<(), Error> {
    let bank = context::bank();
    // Where none was open, or somebody else has ended it, nothing has come to its end.
    if conversations::close(&bank, whose(&bank).await?).await? {
        told(EventKind::Completed);
    }
    Ok(())
}

/// Tells that somebody talks with the bank: it begins with the first that they say.
fn began() {
    if let Some(person) = context::visitor().customer() {
        layouts::arrive(person, Journey::Chat);
    }
}

fn told(kind: EventKind) {
    if let Some(person) = context::visitor().customer() {
        layouts::tell(person, Journey::Chat, kind, None);
    }
}

/// A session of somebody who is not signed in remembers which conversation is theirs.
fn remember(whose: Whose, id: ConversationId) {
    if let Whose::Visitor(known) = whose
        && known != Some(id)
    {
        context::visitor().change(|kept| kept.chat = Some(id));
    }
}
