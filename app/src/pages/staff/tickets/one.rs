//! One ticket as the bank's own people see it, behind a reason.

use std::collections::HashMap;

use bank::{
    Error,
    accounts::TransactionView,
    staff::{Duty, Role, StaffMember},
    tickets::{self, Author, Ticket, TicketLook, TicketState},
};
use leptos::prelude::*;
use model::{
    ErrorCode, Problems, StaffId, TicketId,
    forms::{CloseForm, CloseReason, HandForm, NoteForm, ReplyForm, TakeForm},
};

use super::super::queues;
use super::{TICKETS, address, due};
use crate::{
    components::{
        Button, Card, Choice, Choices, ErrorSummary, Fact, Facts, Link, Look, Options, PageHeading, Select, Sentences,
        TextArea,
    },
    context,
    islands::PressOnce,
    pages,
    pages::{
        help::tickets::{line, timeline},
        staff::{
            StaffFrame, customer,
            why::{self, Wanted},
        },
    },
    words::{Words, in_fours},
};

/// One ticket.
#[component]
pub fn StaffTicketPage() -> impl IntoView {
    pages::answer(ticket())
}

async fn ticket() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let id: TicketId = context::part("id")?;
    let way = (TICKETS.to_owned(), words.say("staff-tickets-back").to_owned());
    let Some(TicketLook { ticket, name, until }) = tickets::looking(&bank, member.id, id).await? else {
        let wanted = Wanted { action: "/do/staff/tickets/look", field: "ticket", id: id.to_string(), back: way };
        return Ok(why::page(words, wanted, customer::typed(words, &queues::waits(&address(id), "why"))));
    };
    let (names, colleagues) = (queues::names(&bank).await?, tickets::colleagues(&bank).await?);
    // Amounts are for those who see balances, as everywhere.
    let view = match ticket.about.filter(|_| member.role.may(Duty::Balances)) {
        Some(about) => {
            found(bank::accounts::transaction(&bank, ticket.head.customer, about.account, about.version).await)?
        }
        None => None,
    };
    let typed = Typed::of(id);
    let problems = Sentences::of(words, &typed.problems);
    let until = words.with("staff-until", &[("when", words.moment(until, &context::calendar()).into())]);
    let title = words.ticket_kind(ticket.head.kind);
    let said = timeline(words, ticket.entries.iter(), |by| who(by, &name, &names), |id| called(id, &names));
    let work = work(words, &ticket, &member, &colleagues, typed, &problems);
    Ok(view! {
        <StaffFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=way><p class="quiet">{until}</p></PageHeading>
            <div class="two">
                <div class="stack roomy">
                    {facts(words, &ticket, &name, &names, view.as_ref())}
                    <Card title=words.say("ticket-said")>{said}</Card>
                </div>
                <div class="stack roomy">{work}</div>
            </div>
        </StaffFrame>
    }
    .into_any())
}

/// A line that is not the customer's any more is no fault of the page.
fn found(line: Result<TransactionView, Error>) -> Result<Option<TransactionView>, Error> {
    match line {
        Ok(line) => Ok(Some(line)),
        Err(Error::Refused(ErrorCode::NotFound)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn called(id: StaffId, names: &HashMap<StaffId, String>) -> String {
    names.get(&id).cloned().unwrap_or_else(|| id.to_string())
}

fn who(by: Author, customer: &str, names: &HashMap<StaffId, String>) -> String {
    match by {
        Author::Customer => customer.to_owned(),
        Author::Staff(id) => called(id, names),
    }
}

/// What was typed before and was not right, and what is wrong with it: of one form at a time.
struct Typed {
    answer: ReplyForm,
    note: NoteForm,
    hand: HandForm,
    close: CloseForm,
    problems: Problems,
}

impl Typed {
    fn of(id: TicketId) -> Self {
        let mut problems = Problems::none();
        let _: TakeForm = queues::typed(&address(id), "take", &mut problems);
        Self {
            answer: queues::typed(&address(id), "answer", &mut problems),
            note: queues::typed(&address(id), "note", &mut problems),
            hand: queues::typed(&address(id), "hand", &mut problems),
            close: queues::typed(&address(id), "close", &mut problems),
            problems,
        }
    }
}

fn facts(
    words: Words,
    ticket: &Ticket,
    name: &str,
    names: &HashMap<StaffId, String>,
    view: Option<&TransactionView>,
) -> impl IntoView + use<> {
    let head = &ticket.head;
    let state = words.say(match head.state {
        TicketState::Open => "staff-tickets-open",
        TicketState::Answered => "staff-tickets-answered",
        TicketState::Closed => "staff-tickets-closed",
    });
    let (due, with) = (due(words, head, context::visitor().now()), queues::with(words, head.taken_by, names));
    let (role, language) = (words.role(head.role), Words::of(head.language).say("language-name"));
    let (name, file, number) = (name.to_owned(), super::super::customer_address(head.customer), in_fours(head.id));
    let hidden = ticket.about.is_some() && view.is_none();
    let hidden = hidden.then(|| view! { <p>{words.say("staff-ticket-line-hidden")}</p> });
    let view = view.map(|view| line(words, view));
    let about = (view.is_some() || hidden.is_some())
        .then(|| view! { <Card title=words.say("ticket-about")>{view}{hidden}</Card> });
    view! {
        <Facts>
            <Fact term=words.say("staff-ticket-who")>
                {name}<br/><Link href=file label=words.say("staff-ticket-file")/>
            </Fact>
            <Fact term=words.say("ticket-state")>{state}<br/>{due}</Fact>
            <Fact term=words.say("staff-ticket-role")>{role}<br/><span class="quiet">{with}</span></Fact>
            <Fact term=words.say("staff-ticket-language")>{language}</Fact>
            <Fact term=words.say("ticket-number")><span class="number">{number}</span></Fact>
        </Facts>
        {about}
    }
}

/// A form of this page, called `label`: it says of which ticket, and which version of it was seen.
fn form(
    (action, label): (&'static str, &'static str),
    head: &tickets::TicketHead,
    fields: AnyView,
) -> impl IntoView + use<> {
    let (id, seen) = (head.id.to_string(), head.version.to_string());
    let words = context::words();
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action=action class="stack" aria-label=words.say(label) data-keep=words.say("kept-back")>
                <input type="hidden" name="ticket" value=id/>
                <input type="hidden" name="seen" value=seen/>
                {fields}
            </form>
        </PressOnce>
    }
}

/// What can be done.
fn work(
    words: Words,
    ticket: &Ticket,
    member: &StaffMember,
    colleagues: &[StaffMember],
    typed: Typed,
    problems: &Sentences,
) -> AnyView {
    let head = &ticket.head;
    let closed = head.state == TicketState::Closed;
    let take = (!closed && head.taken_by != Some(member.id)).then(|| {
        let button = view! { <Button label=words.say("staff-ticket-take") look=Look::Second/> }.into_any();
        form(("/do/staff/tickets/take", "staff-ticket-take"), head, button)
    });
    let answer = (!closed).then(|| {
        let fields = view! {
            <TextArea name="answer" label=words.say("staff-ticket-answer") hint=words.say("staff-ticket-answer-hint")
                value=typed.answer.answer problem=problems.at("answer")/>
            <div class="actions"><Button label=words.say("staff-ticket-answer-send")/></div>
        };
        let form = form(("/do/staff/tickets/answer", "staff-ticket-answer-title"), head, fields.into_any());
        view! { <Card title=words.say("staff-ticket-answer-title")>{form}</Card> }
    });
    let note = view! {
        <TextArea name="note" label=words.say("staff-ticket-note") hint=words.say("staff-ticket-note-hint")
            value=typed.note.note problem=problems.at("note")/>
        <div class="actions"><Button label=words.say("staff-ticket-note-send") look=Look::Second/></div>
    };
    let note = form(("/do/staff/tickets/note", "staff-ticket-note-title"), head, note.into_any());
    let hand = (!closed).then(|| hand(words, head, colleagues, typed.hand, problems));
    let close = (!closed).then(|| close(words, head, typed.close, problems));
    view! {
        {take}
        {answer}
        <Card title=words.say("staff-ticket-note-title")>{note}</Card>
        {hand}
        {close}
    }
    .into_any()
}

fn hand(
    words: Words,
    head: &tickets::TicketHead,
    colleagues: &[StaffMember],
    typed: HandForm,
    problems: &Sentences,
) -> AnyView {
    let roles = Role::ALL.iter().filter(|role| role.may(Duty::Tickets));
    let roles = roles.map(|role| (role.code().to_owned(), words.role(*role).to_owned()));
    let people = colleagues.iter().map(|one| (one.id.to_string(), one.name.clone()));
    let options: Options = std::iter::once((String::new(), String::new())).chain(roles).chain(people).collect();
    let fields = view! {
        <Select name="to" label=words.say("staff-ticket-hand") options=options chosen=typed.to
            problem=problems.at("to")/>
        <div class="actions"><Button label=words.say("staff-ticket-hand-send") look=Look::Second/></div>
    };
    let form = form(("/do/staff/tickets/hand", "staff-ticket-hand-title"), head, fields.into_any());
    view! { <Card title=words.say("staff-ticket-hand-title")>{form}</Card> }.into_any()
}

fn close(words: Words, head: &tickets::TicketHead, typed: CloseForm, problems: &Sentences) -> AnyView {
    let choice = |reason: &CloseReason| Choice {
        value: reason.code().to_owned(),
        label: words
            .say(match reason {
                CloseReason::Solved => "staff-close-solved",
                CloseReason::Explained => "staff-close-explained",
                CloseReason::Unanswered => "staff-close-unanswered",
                CloseReason::Elsewhere => "staff-close-elsewhere",
            })
            .to_owned(),
        ..Choice::default()
    };
    let choices = CloseReason::ALL.iter().map(choice).collect();
    let fields = view! {
        <Choices name="reason" label=words.say("staff-ticket-close") choices=choices chosen=typed.reason
            problem=problems.at("reason")/>
        <div class="actions"><Button label=words.say("staff-ticket-close-send") look=Look::Second/></div>
    };
    let form = form(("/do/staff/tickets/close", "staff-ticket-close-title"), head, fields.into_any());
    view! { <Card title=words.say("staff-ticket-close-title")>{form}</Card> }.into_any()
}
