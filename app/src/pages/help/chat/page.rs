//! The page: what was said, what stands now, and one field to write in.

use bank::{
    Error,
    conversations::{self, Conversation, ConversationState, Speaker},
};
use experiments::layout::ChatKind;
use leptos::prelude::*;
use model::forms::SayForm;
use serde::Deserialize;

use super::{
    CHAT, Log, STREAM, chat_address, example, log, newest,
    offers::offered,
    page_of,
    parts::{Around, around},
    whose,
};
use crate::{
    components::{
        Button, Call, Card, Checkboxes, Choice, ErrorSummary, Link, LinkButton, Look, Notice, OpenFrame, PageHeading,
        Picture, Place, Sentences, TextArea,
    },
    context,
    islands::PressOnce,
    layouts::{self, Placed},
    outcome,
    pages::{self, help::back_to},
    words::Words,
};

/// How much of it is shown at first: what was said last stands within reach.
const SHOWN: usize = 30;

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The page the person came from.
    from: String,
    /// Whether everything is shown: `yes`.
    all: String,
}

/// The page on which somebody talks with the bank.
#[component]
pub fn ChatPage() -> impl IntoView {
    pages::answer(chat())
}

async fn chat() -> Result<AnyView, Error> {
    let (bank, words) = (context::bank(), context::words());
    let Query { from, all } = context::query();
    let from = if context::is_own_page(&from) { from } else { String::new() };
    let whose = whose(&bank).await?;
    let current = match context::visit().preview.as_ref().filter(|preview| preview.begun) {
        Some(_) => Some(example::conversation(words.language(), context::visitor().now())),
        None => conversations::current(&bank, whose).await?,
    };
    if let Some(current) = current.as_ref().filter(|current| current.unread() > 0) {
        conversations::read(&bank, whose, current.head.id, current.head.version).await?;
    }
    let (form, problems) = match outcome::flash::<SayForm>(&chat_address(&from)) {
        Some(flash) => (flash.form, Sentences::of(words, &flash.problems)),
        None => (SayForm::default(), Sentences::default()),
    };
    // A name for what is written next: of what is sent twice, one is kept.
    let form = SayForm { key: conversations::new_key(&bank, whose), ..form };
    let arrived = current.as_ref().and_then(|current| current.arrived(Speaker::Owner)).map(str::to_owned);
    let title = words.say("chat-title");
    let said = match &current {
        Some(current) => said(words, current, all == "yes", &from),
        None => view! { <p>{words.say("chat-begin")}</p> }.into_any(),
    };
    let state = current.as_ref().map_or(ConversationState::Assistant, |current| current.head.state);
    let now = current.as_ref().and_then(|current| now(words, current, &from));
    let offered = current.as_ref().and_then(|current| offered(words, current, &from));
    let person =
        matches!(state, ConversationState::Assistant | ConversationState::Closed).then(|| person(words, from.clone()));
    let Placed { layout, other } = match context::visitor().customer() {
        Some(customer) => layouts::arrangement::<ChatKind>(customer).await,
        None => layouts::control(),
    };
    let Around { head, below, beside } = around(words, &layout, current.as_ref(), &from);
    let page = view! {
        <Card title=words.say("chat-said")>{said}</Card>
        <div class="stack roomy" data-chat-part="now">{now}{offered}</div>
        {head}
        {write(words, form, from.clone(), arrived, &problems)}
        {person}
        {below}
    };
    let wide = beside.is_some();
    let page = match beside {
        None => page.into_any(),
        Some(beside) => {
            view! { <div class="two"><div class="stack roomy">{page}</div><div class="stack roomy">{beside}</div></div> }
                .into_any()
        }
    };
    Ok(view! {
        <OpenFrame title=title place=Place::Help wide=wide>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back_to(words, &from)>
                <p class="quiet">{words.say("chat-program")}" "{words.say("chat-languages")}</p>
            </PageHeading>
            {page}
            {layouts::other(words, other)}
        </OpenFrame>
    }
    .into_any())
}

fn said(words: Words, current: &Conversation, all: bool, from: &str) -> AnyView {
    let is_example = context::visit().preview.is_some();
    let shown: Vec<_> = current.shown().collect();
    let left_out = if all { 0 } else { shown.len().saturating_sub(SHOWN) };
    let earlier = (left_out > 0).then(|| {
        let all = format!("{CHAT}?all=yes&from={}", context::encoded(from));
        view! { <p><Link href=all label=words.say("chat-earlier")/></p> }
    });
    let who = |by| {
        words
            .say(match by {
                Speaker::Owner => "chat-by-you",
                Speaker::Assistant => "chat-by-program",
                Speaker::Staff(_) => "chat-by-bank",
            })
            .to_owned()
    };
    let shown = Log {
        id: current.head.id,
        label: "chat-said",
        entries: shown[left_out..].to_vec(),
        who: &who,
        name: &|_| String::new(),
        reader: Speaker::Owner,
        read: current.head.bank_read,
        sees_books: true,
        stream: (!is_example).then(|| format!("{STREAM}?of={}", current.head.id)),
        stays: current.head.customer.is_none(),
    };
    view! { {earlier}{log(words, &shown)} }.into_any()
}

/// How it stands, where it is not with the program.
fn now(words: Words, current: &Conversation, from: &str) -> Option<AnyView> {
    let href = newest(from);
    let look = view! {
        <div class="actions talk-look">
            <LinkButton href=href label=words.say("chat-look") look=Look::Second/>
        </div>
    };
    match current.head.state {
        ConversationState::Assistant => None,
        ConversationState::Waiting => {
            let until = current.head.due_at.map(|due| {
                let when = words.time(due, &context::calendar());
                view! { <p>{words.with("chat-asked-until", &[("when", when.into())])}</p> }
            });
            let late = current.head.is_overdue(context::visitor().now());
            let told =
                if late { view! { <p>{words.say("chat-asked-late")}</p><Call/> }.into_any() } else { until.into_any() };
            // A stranger's is found by their session alone, which lasts as long as this page is open.
            let stay = if current.head.customer.is_some() { "chat-asked-stay" } else { "chat-asked-open" };
            Some(
                view! {
                    <Notice title=words.say("chat-asked-title")>
                        {told}
                        <p>{words.say(stay)}</p>
                        {look}
                    </Notice>
                }
                .into_any(),
            )
        }
        ConversationState::Person => Some(
            view! {
                <Notice title=words.say("chat-here-title")><p>{words.say("chat-here-text")}</p>{look}</Notice>
            }
            .into_any(),
        ),
        ConversationState::Closed => Some(
            view! { <Notice title=words.say("chat-over-title")><p>{words.say("chat-over-text")}</p></Notice> }
                .into_any(),
        ),
    }
}

fn write(
    words: Words,
    form: SayForm,
    from: String,
    arrived: Option<String>,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let problem = problems.at("words");
    view! {
        <Card title=words.say("chat-words")>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/help/chat/say" class="stack roomy" aria-label=words.say("chat-words")
                    data-keep=words.say("kept-back") data-answered=arrived>
                    <input type="hidden" name="from" value=from/>
                    <input type="hidden" name="key" value=form.key/>
                    <TextArea name="words" label=words.say("chat-words") hint=words.say("chat-words-hint")
                        value=form.words problem=problem/>
                    <div class="actions"><Button label=words.say("chat-send")/></div>
                </form>
            </PressOnce>
            <p class="quiet">{words.say("chat-never")}</p>
        </Card>
    }
}

/// A person is one press away, whatever was said.
fn person(words: Words, from: String) -> impl IntoView + use<> {
    let tell = page_of(&from).map(|page| {
        let told = words.with("call-tell-what", &[("page", words.whereabouts(page).into())]);
        let choice = Choice {
            value: "yes".to_owned(),
            label: words.say("call-tell-yes").to_owned(),
            hint: format!("{told} {}", words.say("call-tell-only")),
            ..Choice::default()
        };
        view! {
            <input type="hidden" name="page" value=page.code()/>
            <Checkboxes name="tell" label=words.say("call-tell") choices=vec![choice] chosen=Vec::new()/>
        }
    });
    view! {
        <Card title=words.say("chat-person")>
            <p>{words.say("chat-person-text")}</p>
            <form method="post" action="/do/help/chat/person" class="stack" aria-label=words.say("chat-person")>
                <input type="hidden" name="from" value=from/>
                {tell}
                <div class="actions">
                    <Button label=words.say("chat-person") look=Look::Second picture=Picture::Talk/>
                </div>
            </form>
        </Card>
    }
}
