//! One conversation as the bank's own people see it, a customer's behind a reason.

use std::collections::HashMap;

use bank::{
    Error,
    conversations::{self, Conversation, ConversationHead, ConversationLook, ConversationState, Speaker},
    replies::{self, ReadyReply, Suggestion},
    staff::{Duty, StaffMember},
};
use leptos::prelude::*;
use model::{
    ConversationId, Problems, StaffId,
    forms::{FillForm, HandForm, NoteForm, TakeForm},
};

use super::super::queues;
use super::{CHATS, about, address, due, state, suggested::suggestions};
use crate::{
    components::{
        Button, Card, ErrorSummary, Fact, Facts, Link, Look, Options, PageHeading, Select, Sentences, TextArea,
    },
    context,
    islands::PressOnce,
    pages,
    pages::{
        help::chat::{Log, log},
        staff::{
            StaffFrame, customer,
            why::{self, Wanted},
        },
    },
    words::Words,
};

/// One conversation.
#[component]
pub fn StaffChatPage() -> impl IntoView {
    pages::answer(chat())
}

async fn chat() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let id: ConversationId = context::part("id")?;
    let way = (CHATS.to_owned(), words.say("staff-chats-back").to_owned());
    let Some(ConversationLook { conversation, name, until }) = conversations::looking(&bank, member.id, id).await?
    else {
        let wanted = Wanted { action: "/do/staff/desk/look", field: "chat", id: id.to_string(), back: way };
        return Ok(why::page(words, wanted, customer::typed(words, &queues::waits(&address(id), "why"))));
    };
    conversations::seen(&bank, member.id, id, conversation.head.version).await?;
    let (names, colleagues) = (queues::names(&bank).await?, conversations::colleagues(&bank).await?);
    let ready = replies::offered(&bank, &conversation.head).await?;
    let suggested = replies::suggested(&bank, &conversation, &ready);
    let typed = Typed::of(id);
    let problems = Sentences::of(words, &typed.problems);
    let until = until.map(|until| {
        let until = words.with("staff-until", &[("when", words.moment(until, &context::calendar()).into())]);
        view! { <p class="quiet">{until}</p> }
    });
    let arrived = conversation.arrived(Speaker::Staff(member.id));
    let title = about(words, &conversation.head);
    let said = said(words, &conversation, name.as_deref(), &names, &member);
    let work = work(words, (&conversation.head, arrived), &member, (&colleagues, &ready, suggested), typed, &problems);
    Ok(view! {
        <StaffFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=way>{until}</PageHeading>
            <div class="two">
                <div class="stack roomy">
                    <div data-chat-part="facts">{facts(words, &conversation.head, name, &names)}</div>
                    <Card title=words.say("chat-said")>{said}</Card>
                </div>
                <div class="stack roomy">{work}</div>
            </div>
        </StaffFrame>
    }
    .into_any())
}

fn said(
    words: Words,
    conversation: &Conversation,
    name: Option<&str>,
    names: &HashMap<StaffId, String>,
    member: &StaffMember,
) -> AnyView {
    let called = |id: StaffId| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    let who = |by| match by {
        Speaker::Owner => name.unwrap_or_else(|| words.say("staff-chat-by-them")).to_owned(),
        Speaker::Assistant => words.say("chat-by-program").to_owned(),
        Speaker::Staff(id) => called(id),
    };
    let shown = Log {
        id: conversation.head.id,
        label: "chat-said",
        entries: conversation.numbered().collect(),
        who: &who,
        name: &called,
        reader: Speaker::Staff(member.id),
        read: conversation.head.owner_read,
        // Amounts are for those who see balances, as everywhere.
        sees_books: member.role.may(Duty::Balances),
        stream: Some(format!("{}/stream", address(conversation.head.id))),
        stays: false,
    };
    log(words, &shown)
}

/// What was typed before and was not right, and what is wrong with it: of one form at a time.
struct Typed {
    answer: FillForm,
    note: NoteForm,
    hand: HandForm,
    problems: Problems,
}

impl Typed {
    fn of(id: ConversationId) -> Self {
        let mut problems = Problems::none();
        for word in ["take", "back", "end"] {
            let _: TakeForm = queues::typed(&address(id), word, &mut problems);
        }
        Self {
            answer: queues::typed(&address(id), "answer", &mut problems),
            note: queues::typed(&address(id), "note", &mut problems),
            hand: queues::typed(&address(id), "hand", &mut problems),
            problems,
        }
    }
}

fn facts(
    words: Words,
    head: &ConversationHead,
    name: Option<String>,
    names: &HashMap<StaffId, String>,
) -> impl IntoView + use<> {
    let (state, with) = (words.say(state(head.state)), queues::with(words, head.taken_by, names));
    let due = due(words, head, context::visitor().now());
    let file = head.customer.map(|customer| {
        let href = super::super::customer_address(customer);
        view! { <br/><Link href=href label=words.say("staff-ticket-file")/> }
    });
    let name = name.unwrap_or_else(|| words.say("staff-chat-stranger").to_owned());
    let page = head.page.map(|page| {
        view! { <Fact term=words.say("staff-chat-where")>{words.whereabouts(page)}</Fact> }
    });
    let why = head.why.map(|why| view! { <Fact term=words.say("staff-chat-why")>{words.hand_over(why)}</Fact> });
    let language = Words::of(head.language).say("language-name");
    view! {
        <Facts>
            <Fact term=words.say("staff-ticket-who")>{name}{file}</Fact>
            <Fact term=words.say("staff-chat-state")>{state}<br/>{due}<br/><span class="quiet">{with}</span></Fact>
            {why}
            {page}
            <Fact term=words.say("staff-ticket-language")>{language}</Fact>
        </Facts>
    }
}

/// A form of this page, called `label`: it says of which conversation, and how much of it was seen.
fn form(
    (action, label): (&'static str, &'static str),
    (head, arrived): (&ConversationHead, Option<&str>),
    fields: AnyView,
) -> impl IntoView + use<> {
    let (id, seen) = (head.id.to_string(), head.version.to_string());
    let (key, arrived) = (conversations::key_after(head.version), arrived.map(str::to_owned));
    let words = context::words();
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action=action class="stack" aria-label=words.say(label) data-keep=words.say("kept-back")
                data-answered=arrived>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="chat" value=id/>
                <input type="hidden" name="seen" value=seen/>
                {fields}
            </form>
        </PressOnce>
    }
}

/// Choosing an answer that is kept ready: it is put into the field below, where it can be changed before it is sent.
fn choose(words: Words, ready: &[ReadyReply], chosen: String, problems: &Sentences) -> impl IntoView + use<> {
    let known = ready.iter().map(|reply| (reply.id.to_string(), reply.title.clone()));
    let options: Options = std::iter::once((String::new(), String::new())).chain(known).collect();
    view! {
        <Select name="ready" label=words.say("reply-choose") options=options chosen=chosen problem=problems.at("ready")/>
        <div class="actions">
            <Button label=words.say("reply-insert") look=Look::Second action="/do/staff/desk/fill"/>
        </div>
    }
}

/// What can be done.
fn work(
    words: Words,
    (head, arrived): (&ConversationHead, Option<&str>),
    member: &StaffMember,
    (colleagues, ready, suggested): (&[StaffMember], &[ReadyReply], Vec<Suggestion>),
    typed: Typed,
    problems: &Sentences,
) -> AnyView {
    let with_person = matches!(head.state, ConversationState::Waiting | ConversationState::Person);
    let button = |action: &'static str, label: &'static str| {
        let button = view! { <Button label=words.say(label) look=Look::Second/> }.into_any();
        form((action, label), (head, arrived), button)
    };
    let take =
        (with_person && head.taken_by != Some(member.id)).then(|| button("/do/staff/desk/take", "staff-chat-take"));
    let answer = with_person.then(|| {
        let choose = (!ready.is_empty()).then(|| choose(words, ready, typed.answer.ready, problems));
        let fields = view! {
            {suggestions(words, suggested)}
            {choose}
            <TextArea name="answer" label=words.say("staff-ticket-answer") hint=words.say("staff-chat-answer-hint")
                value=typed.answer.answer problem=problems.at("answer")/>
            <div class="actions"><Button label=words.say("staff-ticket-answer-send")/></div>
        };
        let form = form(("/do/staff/desk/answer", "staff-ticket-answer-title"), (head, arrived), fields.into_any());
        view! { <Card title=words.say("staff-ticket-answer-title")>{form}</Card> }
    });
    let note = view! {
        <TextArea name="note" label=words.say("staff-ticket-note") hint=words.say("staff-ticket-note-hint")
            value=typed.note.note problem=problems.at("note")/>
        <div class="actions"><Button label=words.say("staff-ticket-note-send") look=Look::Second/></div>
    };
    let note = form(("/do/staff/desk/note", "staff-ticket-note-title"), (head, arrived), note.into_any());
    let hand = with_person.then(|| hand(words, (head, arrived), colleagues, typed.hand, problems));
    let back = with_person.then(|| button("/do/staff/desk/back", "staff-chat-back"));
    let end = head.is_open().then(|| button("/do/staff/desk/end", "staff-chat-end"));
    view! {
        {take}
        {answer}
        <Card title=words.say("staff-ticket-note-title")>{note}</Card>
        {hand}
        {back}
        {end}
    }
    .into_any()
}

fn hand(
    words: Words,
    (head, arrived): (&ConversationHead, Option<&str>),
    colleagues: &[StaffMember],
    typed: HandForm,
    problems: &Sentences,
) -> AnyView {
    let next = ("next".to_owned(), words.say("staff-chat-next").to_owned());
    let people = colleagues.iter().map(|one| (one.id.to_string(), one.name.clone()));
    let options: Options = [(String::new(), String::new()), next].into_iter().chain(people).collect();
    let fields = view! {
        <Select name="to" label=words.say("staff-ticket-hand") options=options chosen=typed.to
            problem=problems.at("to")/>
        <div class="actions"><Button label=words.say("staff-ticket-hand-send") look=Look::Second/></div>
    };
    let form = form(("/do/staff/desk/hand", "staff-ticket-hand-title"), (head, arrived), fields.into_any());
    view! { <Card title=words.say("staff-ticket-hand-title")>{form}</Card> }.into_any()
}
