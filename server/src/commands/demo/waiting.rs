//! What waits for the bank's own people in the demonstration: what two people have written, a conversation and a call.

use bank::{
    Calendar, IdMint, StorageError,
    conversations::{Conversation, Entry, HandOver, Said, Speaker},
    help::{CallBack, CallBackState},
    tickets::{self, Author, Step, Ticket, TicketHead, TicketState, due, first_role},
};
use jiff::ToSpan as _;
use model::{
    CallBackId, ConversationId, CustomerId, Language, TicketId, Timestamp,
    forms::{DayPart, TicketKind},
};
use store::Ports;

use crate::state::World;

/// Who wrote what, in which language, how long ago, in hours.
const WRITTEN: [(&str, TicketKind, Language, &str, i64); 2] = [
    ("chen", TicketKind::Suspicious, Language::Zh, "刚才有人打电话，说我的账户有问题，叫我转钱。", 5),
    (
        "maya",
        TicketKind::Other,
        Language::En,
        "I need a letter that says I have an account here. How do I get one?",
        20,
    ),
];

/// Fills it in. Nobody has answered yet, and one of them waits too long.
pub(super) async fn fill(ports: &Ports, world: &World, ids: &IdMint, calendar: &Calendar) -> Result<(), StorageError> {
    let now = world.clock.now();
    for (username, kind, language, words, hours) in WRITTEN {
        let Some(customer) = customer(ports, username).await? else { continue };
        let at = now.plus_seconds(-hours * 3_600);
        let head = TicketHead {
            id: TicketId::new(ids.next()),
            customer,
            kind,
            language,
            state: TicketState::Open,
            role: first_role(kind),
            taken_by: None,
            due_at: Some(due(kind, at, calendar)),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            version: 0,
        };
        let entries = vec![tickets::Entry { by: Author::Customer, step: Step::Wrote(words.to_owned()), at }];
        ports.tickets.keep(&Ticket { head, about: None, entries }).await?;
    }
    let Some(customer) = customer(ports, "tom").await? else { return Ok(()) };
    talk(ports, ConversationId::new(ids.next()), customer, now).await?;
    let call = CallBack {
        id: CallBackId::new(ids.next()),
        customer: Some(customer),
        name: String::new(),
        phone: "020 7946 0018".to_owned(),
        language: Language::En,
        day: calendar.day(now).saturating_add(1.day()),
        part: DayPart::Morning,
        page: None,
        state: CallBackState::Waiting,
        asked_at: now,
    };
    ports.call_backs.keep(&call).await
}

/// Somebody wants a person.
async fn talk(ports: &Ports, id: ConversationId, customer: CustomerId, now: Timestamp) -> Result<(), StorageError> {
    let mut conversation = Conversation::new(id, Some(customer), Language::En, now);
    let said =
        [Said::Wrote("My rent went out twice. Can I talk to a person?".to_owned()), Said::Asked(HandOver::Wanted)];
    for (by, said) in [Speaker::Owner, Speaker::Assistant].into_iter().zip(said) {
        let next = conversation.next(Entry { by, said, at: now, key: None, about: None, reading: None });
        conversation = next.expect("anything may follow on nothing, and a person may always be asked for");
    }
    ports.conversations.keep(&conversation).await.map(drop)
}

async fn customer(ports: &Ports, username: &str) -> Result<Option<CustomerId>, StorageError> {
    Ok(ports.desk.by_username(username).await?.map(|found| found.id))
}
