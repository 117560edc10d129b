//! One ticket as its customer sees it: where it stands, by when they hear, what was said, and what they can do.

use bank::{
    Error,
    tickets::{self, Author, Ticket, TicketState},
};
use leptos::prelude::*;
use model::{
    Problems, TicketId,
    forms::{Further, RatingForm, TicketMessageForm},
};

use super::{TICKETS, WRITE, address, rating, said, timeline, write};
use crate::{
    components::{
        Button, Call, Card, Choice, Choices, ErrorSummary, Fact, Facts, Frame, Link, LinkButton, Look, Moment, Notice,
        PageHeading, Place, Sentences, Tag, TextArea, Tone,
    },
    context,
    islands::PressOnce,
    outcome, pages,
    words::{Words, in_fours},
};

/// One ticket.
#[component]
pub fn TicketPage() -> impl IntoView {
    pages::answer(ticket())
}

async fn ticket() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: TicketId = context::part("id")?;
    let ticket = tickets::of(&bank, person.id, id).await?;
    let (message, wrong) = outcome::flash::<TicketMessageForm>(&address(id))
        .map_or_else(Default::default, |flash| (flash.form, flash.problems));
    let (mark, unrated): (RatingForm, Problems) =
        outcome::flash::<RatingForm>(&rating(id)).map_or_else(Default::default, |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, if wrong.is_empty() { &unrated } else { &wrong });
    let title = words.ticket_kind(ticket.head.kind);
    let open = ticket.head.state == TicketState::Open;
    let urgent = (open && ticket.head.kind.is_urgent()).then(|| urgent(words));
    let written = timeline(words, ticket.shown(), |by| who(words, by), |_| String::new());
    let rate = ticket.can_be_rated().then(|| rate(words, id, mark, &problems));
    let reachable = ticket.can_be_written_to(context::visitor().now(), bank.policy.ticket_reopen_days);
    let more = if reachable { more(words, &ticket, message, &problems) } else { over(words) };
    let settle = (ticket.head.state != TicketState::Closed).then(|| settle(words, id));
    Ok(view! {
        <Frame title=title place=Place::Help narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(TICKETS.to_owned(), words.say("tickets-title").to_owned())/>
            {urgent}
            {facts(words, &ticket)}
            <Card title=words.say("ticket-said")>{written}</Card>
            {rate}
            {more}
            {settle}
        </Frame>
    }
    .into_any())
}

/// Who did something: their customer need not know who of the bank.
fn who(words: Words, by: Author) -> String {
    words
        .say(match by {
            Author::Customer => "ticket-by-you",
            Author::Staff(_) => "ticket-by-bank",
        })
        .to_owned()
}

/// What to do before anybody has answered.
fn urgent(words: Words) -> impl IntoView {
    view! {
        <Notice title=words.say("ticket-urgent-title") tone=Tone::Caution>
            <p>{words.say("ticket-urgent-text")}</p>
            <div class="actions"><LinkButton href="/freeze" label=words.say("freeze-open")/></div>
            <Call/>
        </Notice>
    }
}

fn facts(words: Words, ticket: &Ticket) -> impl IntoView + use<> {
    let head = &ticket.head;
    let state = words.say(said::state(head.state));
    let late = head.is_overdue(context::visitor().now());
    let due = head.due_at.map(|due| {
        let late = late.then(|| view! { <br/><span>{words.say("ticket-late")}</span> });
        view! { <Fact term=words.say("ticket-due")><Moment of=due/>{late}</Fact> }
    });
    let about = ticket.about.map(|line| {
        let href = format!("/accounts/{}/transactions/{}", line.account, line.version);
        view! { <Fact term=words.say("ticket-about")><Link href=href label=words.say("ticket-about-line")/></Fact> }
    });
    let number = in_fours(head.id);
    view! {
        <Facts>
            <Fact term=words.say("ticket-state")><Tag label=state/></Fact>
            {due}
            {about}
            <Fact term=words.say("ticket-number")><span class="number">{number}</span></Fact>
        </Facts>
    }
}

/// Writing more. Of what is closed, whether it is to be open again.
fn more(words: Words, ticket: &Ticket, form: TicketMessageForm, problems: &Sentences) -> AnyView {
    let closed = ticket.head.state == TicketState::Closed;
    let choice = |further: &Further| Choice {
        value: further.code().to_owned(),
        label: words
            .say(match further {
                Further::Reopen => "ticket-further-reopen",
                Further::Thanks => "ticket-further-thanks",
            })
            .to_owned(),
        ..Choice::default()
    };
    let problem = problems.at("further");
    let further = closed.then(|| {
        let choices = Further::ALL.iter().map(choice).collect();
        view! {
            <Choices name="further" label=words.say("ticket-further") choices=choices chosen=form.further
                problem=problem/>
        }
    });
    let (id, seen, problem) = (ticket.head.id.to_string(), ticket.head.version.to_string(), problems.at("words"));
    view! {
        <Card title=words.say("ticket-more")>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/help/tickets/write" class="stack roomy" aria-label=words.say("ticket-more")
                    data-keep=words.say("kept-back") data-seen=seen>
                    <input type="hidden" name="ticket" value=id/>
                    <TextArea name="words" label=words.say("ticket-more-words") hint=write::hint(words)
                        value=form.words problem=problem/>
                    {further}
                    <div class="actions"><Button label=words.say("ticket-more-send")/></div>
                </form>
            </PressOnce>
        </Card>
    }
    .into_any()
}

/// It was closed too long ago to be written to.
fn over(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("ticket-over-title")>
            <p>{words.say("ticket-over-text")}</p>
            <Link href=WRITE label=words.say("write-title")/>
        </Notice>
    }
    .into_any()
}

fn settle(words: Words, id: TicketId) -> impl IntoView {
    view! {
        <Card title=words.say("ticket-settle-title")>
            <p>{words.say("ticket-settle-text")}</p>
            <form method="post" action="/do/help/tickets/settle" role="none">
                <input type="hidden" name="ticket" value=id.to_string()/>
                <div class="actions"><Button label=words.say("ticket-settle") look=Look::Second/></div>
            </form>
        </Card>
    }
}

fn rate(words: Words, id: TicketId, form: RatingForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice =
        |mark: u8| Choice { value: mark.to_string(), label: words.ticket_score(mark).to_owned(), ..Choice::default() };
    let marks = RatingForm::SCORES.rev().map(choice).collect();
    let (score, more) = (problems.at("score"), problems.at("more"));
    view! {
        <Card title=words.say("ticket-rate-title")>
            <p>{words.say("ticket-rate-text")}</p>
            <form method="post" action="/do/help/tickets/rate" class="stack roomy" aria-label=words.say("ticket-rate-title")
                data-keep=words.say("kept-back")>
                <input type="hidden" name="ticket" value=id.to_string()/>
                <Choices name="score" label=words.say("ticket-rate-score") choices=marks chosen=form.score
                    problem=score/>
                <TextArea name="more" label=words.say("ticket-rate-more") value=form.more problem=more/>
                <div class="actions"><Button label=words.say("ticket-rate-send") look=Look::Second/></div>
            </form>
        </Card>
    }
}
