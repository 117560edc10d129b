//! What the bank may learn from how somebody uses its pages: whether they let it, and everything that it would be.

use bank::{
    Error,
    experiments::{self, EventKind, Improve, Journey, LIST, Page, Trying},
    misses,
};
use leptos::prelude::*;

use super::{PRIVACY, learn};
use crate::{
    components::{Button, Card, Frame, Look, Notice, PageHeading, Place, Tag},
    context, outcome, pages,
    words::Words,
};

/// The page on which somebody chooses whether they help.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    pages::answer(privacy())
}

async fn privacy() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let may_learn = misses::may_learn(&bank, person.id).await?;
    let title = words.say("privacy-title");
    let (now, press, value, look) = match person.trying.improve {
        Improve::Off => ("privacy-is-off", "privacy-help", Improve::On, Look::Main),
        Improve::On => ("privacy-is-on", "privacy-stop", Improve::Off, Look::Second),
    };
    // Without a key nobody has a unit: nothing is kept that could be deleted.
    let can_run = context::site().running.snapshot().can_run();
    let deletes = if can_run { "privacy-deletes" } else { "privacy-nothing" };
    let days = words.with("privacy-days", &[("days", bank.policy.experiment_days.into())]);
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())>
                <p>{words.say("privacy-why")}</p>
                <p>{words.say("privacy-choice")}</p>
            </PageHeading>
            <Card title=words.say("privacy-now")>
                <p>{words.say(now)}</p>
                {choice(words, value, press, look)}
                <p class="quiet">{words.say(deletes)}</p>
            </Card>
            {person.trying.agreed_to_less().then(|| grown(words))}
            {kept(words, person.trying, days)}
            {learn::card(words, may_learn, bank.policy.miss_days)}
        </Frame>
    }
    .into_any())
}

/// A button that chooses. It says which list stands on the page: a page that was open while the list grew agrees to no more
/// than it showed.
fn choice(words: Words, improve: Improve, press: &'static str, look: Look) -> AnyView {
    view! {
        <form method="post" action="/do/you/improve" role="none">
            <input type="hidden" name="improve" value=improve.code()/>
            <input type="hidden" name="list" value=LIST/>
            <div class="actions"><Button label=words.say(press) look=look/></div>
        </form>
    }
    .into_any()
}

/// That the list has grown since somebody agreed to it: nothing more is counted of them until they agree to that too.
fn grown(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("privacy-more-title")>
            <p>{words.say("privacy-more")}</p>
            {choice(words, Improve::On, "privacy-more-agree", Look::Second)}
        </Notice>
    }
    .into_any()
}

/// What is counted, each with whether it is new to somebody who agreed to a shorter list.
fn listed(trying: Trying) -> impl Iterator<Item = (&'static str, bool)> {
    let events = Journey::ALL.iter().flat_map(|journey| journey.kinds().iter().map(move |kind| (*journey, *kind)));
    events.filter_map(move |(journey, kind)| Some((told(journey, kind)?, is_new(trying, trying.lets_count(journey)))))
}

/// Whether something came onto the list after somebody agreed to it.
fn is_new(trying: Trying, is_counted: bool) -> bool {
    trying.agreed_to_less() && !is_counted
}

fn marked(words: Words, is_new: bool) -> Option<AnyView> {
    is_new.then(|| view! { " " <Tag label=words.say("privacy-new")/> }.into_any())
}

fn kept(words: Words, trying: Trying, days: String) -> AnyView {
    let events = listed(trying).map(|(key, is_new)| view! { <li>{words.say(key)}{marked(words, is_new)}</li> });
    let events = events.collect_view();
    view! {
        <Card title=words.say("privacy-counted")>
            <ul class="told">
                <li>{words.say("privacy-shown")}</li>
                <li>{words.say("privacy-left")}</li>
                {events}
            </ul>
            <p>{words.say("privacy-with")}</p>
            <p>{words.say("privacy-when")}</p>
            <p>{words.say("privacy-chosen")}{marked(words, is_new(trying, trying.lets_be_chosen_narrowly()))}</p>
            <p>{words.say("privacy-before")}{marked(words, is_new(trying, trying.lets_count_before()))}</p>
        </Card>
        <Card title=words.say("privacy-never")>
            <p>{words.say("privacy-never-what")}</p>
            <p>{words.say("privacy-code")}</p>
            <p>{days}</p>
        </Card>
    }
    .into_any()
}

/// What is counted, in words; nothing of what is not counted of a journey. A test sees to it that nothing else is without.
const fn told(journey: Journey, kind: EventKind) -> Option<&'static str> {
    Some(match (journey, kind) {
        (Journey::Payment, EventKind::Started) => "counted-payment-started",
        (Journey::Payment, EventKind::Completed) => "counted-payment-completed",
        (Journey::Payment, EventKind::Abandoned) => "counted-payment-abandoned",
        (Journey::Payment, EventKind::ErrorShown) => "counted-payment-error",
        (Journey::Payment, EventKind::HelpAsked) => "counted-payment-help",
        (Journey::Chat, EventKind::Started) => "counted-chat-started",
        (Journey::Chat, EventKind::Completed) => "counted-chat-completed",
        (Journey::Chat, EventKind::ErrorShown) => "counted-chat-error",
        (Journey::Chat, EventKind::HelpAsked) => "counted-chat-help",
        (Journey::Ticket, EventKind::Started) => "counted-ticket-started",
        (Journey::Ticket, EventKind::Completed) => "counted-ticket-completed",
        (Journey::Ticket, EventKind::ErrorShown) => "counted-ticket-error",
        (Journey::Ticket, EventKind::HelpAsked) => "counted-ticket-help",
        (Journey::Limit, EventKind::Started) => "counted-limit-started",
        (Journey::Limit, EventKind::Completed) => "counted-limit-completed",
        (Journey::Limit, EventKind::ErrorShown) => "counted-limit-error",
        (Journey::Limit, EventKind::HelpAsked) => "counted-limit-help",
        (Journey::Chat | Journey::Ticket | Journey::Limit, EventKind::Abandoned) => return None,
    })
}

/// Keeps whether somebody helps. What is not understood is no.
#[server(prefix = "/do", endpoint = "you/improve")]
pub async fn set_improve(
    /// Whether they do.
    #[server(default)]
    improve: String,
    /// The number of the list that stood on the page.
    #[server(default)]
    list: String,
) -> Result<(), ServerFnError> {
    let list = list.parse().unwrap_or_default();
    outcome::finished(choose(Improve::from_code(&improve).unwrap_or_default(), list).await, PRIVACY);
    Ok(())
}

async fn choose(improve: Improve, list: i64) -> Result<(), Error> {
    let (bank, person, running) = (context::bank(), context::person()?, context::site().running.clone());
    experiments::set_improve(&bank, person.id, improve, list).await?;
    match (improve, running.snapshot().unit(person.id)) {
        (Improve::Off, Some(unit)) => running.memory().forget(&bank, &unit).await?,
        (Improve::On, Some(unit)) => running.memory().welcome(&unit),
        (_, None) => {}
    }
    Ok(())
}

/// Keeps that somebody wants a page as it was, or as it is tried out, and shows it so.
#[server(prefix = "/do", endpoint = "layout")]
pub async fn set_old_page(
    /// Which page.
    #[server(default)]
    page: String,
    /// `1` where they want it as it was.
    #[server(default)]
    old: String,
    /// Where they were.
    #[server(default)]
    back: String,
) -> Result<(), ServerFnError> {
    let back = if context::is_own_page(&back) { back.as_str() } else { "/" };
    outcome::finished(arrange(&page, old == "1").await, back);
    Ok(())
}

async fn arrange(page: &str, old: bool) -> Result<(), Error> {
    let (bank, person, running) = (context::bank(), context::person()?, context::site().running.clone());
    let Some(page) = Page::of(page) else { return Ok(()) };
    let snapshot = running.snapshot();
    let unit = snapshot.unit(person.id).filter(|_| old && person.trying.lets_count(Journey::of(page)));
    let left: Vec<&str> = snapshot.experiments(page).map(|experiment| experiment.key.as_str()).collect();
    let pages = person.trying.old_pages.with(page, old);
    // Who leaves at once was there before.
    running.memory().keep(&bank).await;
    experiments::set_old_page(&bank, person.id, (unit.as_deref(), &left), pages).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_come_since_somebody_agreed_is_marked_and_nothing_else() {
        let new = |improve, list| {
            let trying = Trying { improve, list, ..Trying::default() };
            (listed(trying).filter(|(_, is_new)| *is_new).count(), is_new(trying, trying.lets_count_before()))
        };
        let all: usize = Journey::ALL.iter().map(|journey| journey.kinds().len()).sum();
        assert_eq!(
            new(Improve::On, 1),
            (all - Journey::Payment.kinds().len(), true),
            "three journeys, and the days before"
        );
        assert_eq!((new(Improve::On, LIST), new(Improve::Off, 1)), ((0, false), (0, false)));
    }

    #[test]
    fn whatever_is_counted_is_said_and_nothing_else() {
        for journey in Journey::ALL {
            for kind in EventKind::ALL {
                assert_eq!(told(*journey, *kind).is_some(), journey.kinds().contains(kind), "{journey:?}, {kind:?}");
            }
        }
    }
}
