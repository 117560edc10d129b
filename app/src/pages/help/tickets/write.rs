//! Writing to the bank: what it is about, and what happened.

use bank::{Error, accounts::TransactionView, experiments::Journey};
use leptos::prelude::*;
use model::{
    Problems,
    forms::{MESSAGE_LENGTH, TicketForm, TicketKind},
};

use super::{said, write_address};
use crate::{
    components::{
        Button, Call, Card, Choice, Choices, ErrorSummary, Frame, Notice, PageHeading, Place, Sentences, TextArea,
    },
    context,
    islands::PressOnce,
    layouts, outcome, pages,
    words::Words,
};

/// The page on which somebody writes to the bank.
#[component]
pub fn WritePage() -> impl IntoView {
    pages::answer(write())
}

async fn write() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let asked: TicketForm = context::query();
    let about = asked.about();
    let line = match about {
        Some(line) => Some(bank::accounts::transaction(&bank, person.id, line.account, line.version).await?),
        None => None,
    };
    // Whatever else an address says is not filled in: only people write in people's names.
    let fresh = TicketForm { account: asked.account, line: asked.line, ..TicketForm::default() };
    let (form, problems) = outcome::flash::<TicketForm>(&write_address(about))
        .map_or((fresh, Problems::none()), |flash| (flash.form, flash.problems));
    layouts::arrive(&person, Journey::Ticket);
    let problems = Sentences::of(words, &problems);
    let title = words.say("write-title");
    Ok(view! {
        <Frame title=title place=Place::Help narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=pages::help::back(words)/>
            {line.map(|line| about_line(words, &line))}
            <p>{words.say("write-text")}</p>
            {asks(words, form, &problems)}
            <Notice title=words.say("write-urgent-title")><p>{words.say("write-urgent-text")}</p><Call/></Notice>
        </Frame>
    }
    .into_any())
}

fn about_line(words: Words, line: &TransactionView) -> impl IntoView + use<> {
    let facts = said::line(words, line);
    view! { <Card title=words.say("write-about-line")>{facts}</Card> }
}

fn asks(words: Words, form: TicketForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice = |kind: &TicketKind| Choice {
        value: kind.code().to_owned(),
        label: words.ticket_kind(*kind).to_owned(),
        ..Choice::default()
    };
    let kinds = TicketKind::ALL.iter().map(choice).collect();
    let (kind, words_problem) = (problems.at("kind"), problems.at("words"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/help/write" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="account" value=form.account/>
                <input type="hidden" name="line" value=form.line/>
                <Choices name="kind" label=words.say("write-kind") choices=kinds chosen=form.kind problem=kind/>
                <TextArea name="words" label=words.say("write-words") hint=hint(words) value=form.words
                    problem=words_problem/>
                <div class="actions"><Button label=words.say("write-send")/></div>
            </form>
        </PressOnce>
    }
}

/// What to write, what never to write, and how much there is room for.
pub(super) fn hint(words: Words) -> String {
    words.with("write-words-hint", &[("most", words.count(u64::try_from(MESSAGE_LENGTH).unwrap_or(u64::MAX)).into())])
}
