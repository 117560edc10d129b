//! The approval that pays. What is shown is what is approved.

use bank::{
    Error,
    payments::{Draft, Order, Review},
    ports::Challenge,
};
use leptos::prelude::*;
use model::{Problems, forms::ApproveForm};

use super::{
    abroad, elsewhere, purpose,
    review::{Terms, caution, later, payee_name},
    steps::{self, STEPS, Step},
    when,
};
use crate::{
    components::{Amount, ErrorSummary, Fact, Facts, Frame, Look, PageHeading, Place, Sentences},
    context,
    outcome::{self, Flash},
    pages::{self, accounts::account_name, step_up},
    words::Words,
};

/// The fourth step.
#[component]
pub fn ApprovePage() -> impl IntoView {
    pages::answer(approve())
}

async fn approve() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, _)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let page = Step::Approve.of(draft.id);
    let Flash { form, problems } = outcome::flash::<ApproveForm>(&page)
        .unwrap_or_else(|| Flash { form: ApproveForm::default(), problems: Problems::none() });
    let review = match bank::payments::review(&bank, person.id, draft.id).await {
        Ok(review) => review,
        Err(error) => return steps::put_right(&draft, error, &ApproveForm::default()).map(|()| ().into_any()),
    };
    if review.held_until.is_some() || review.order.is_scam() || person.is_frozen(context::visitor().now()) {
        context::redirect(&Step::Review.of(draft.id));
        return Ok(().into_any());
    }
    let challenge = bank::payments::ask(&bank, person.id, &review.order, &form.challenge).await?;
    let sentences = Sentences::of(words, &problems);
    let said = Said::of(&review.order);
    let title = words.say(said.title);
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=sentences.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Review.of(draft.id)) step=(4, STEPS)/>
            {caution(words, &draft, &review)}
            {facts(words, &review)}
            {question(words, &draft, &said, challenge, &sentences)}
            <p class="quiet">{words.say("approve-time")}</p>
        </Frame>
    }
    .into_any())
}

fn facts(words: Words, review: &Review) -> impl IntoView + use<> {
    let order = &review.order;
    let (amount, from) = (order.amount, account_name(words, &order.from));
    let (payee, number) = (payee_name(words, order), order.payee_number.to_string());
    let reference = (!order.reference.is_empty())
        .then(|| order.reference.clone())
        .map(|reference| view! { <Fact term=words.say("fact-reference")>{reference}</Fact> });
    let purpose = order.purpose.map(|purpose| {
        view! { <Fact term=words.say("fact-purpose")>{words.say(purpose::name(purpose))}</Fact> }
    });
    let days = order.timing.map(|timing| {
        let days = when::days(words, &timing);
        view! { <Fact term=words.say("fact-when")>{days}</Fact> }
    });
    let route = elsewhere::route_of(order).map(|route| {
        let (when, then) = elsewhere::arrives(words, route);
        view! { <Fact term=words.say("fact-when")>{when}<br/><span class="quiet">{words.say(then)}</span></Fact> }
    });
    let second = order.second.is_some().then(|| {
        let (when, then) = (words.say("review-second-when"), words.say("review-second-then"));
        view! { <Fact term=words.say("fact-when")>{when}<br/><span class="quiet">{then}</span></Fact> }
    });
    let wait = order.wait.filter(|_| order.second.is_none()).map(|ruling| {
        let later = later(words, ruling);
        view! { <Fact term=words.say("fact-when")>{later}</Fact> }
    });
    let terms = Terms::of(order.own);
    let is_now = order.timing.is_none() && order.wait.is_none() && route.is_none() && second.is_none();
    let now = is_now.then(|| {
        let then = words.say(terms.arrives);
        view! { <Fact term=words.say("fact-when")>{words.say("review-now")}<br/><span class="quiet">{then}</span></Fact> }
    });
    let exchanged = abroad::of_order(words, order);
    view! {
        <Facts>
            <Fact term=words.say(terms.amount)><Amount of=amount large=true/></Fact>
            {exchanged}
            <Fact term=words.say(terms.to)>{payee}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say(terms.from)>{from}</Fact>
            {now}
            {days}
            {second}
            {wait}
            {route}
            {reference}
            {purpose}
        </Facts>
    }
}

/// What the page and its buttons say: what is planned or waits is not paid now.
struct Said {
    title: &'static str,
    label: &'static str,
    passkey: &'static str,
    sending: &'static str,
}

impl Said {
    const fn of(order: &Order) -> Self {
        let later = order.wait.is_some() || order.second.is_some();
        let (title, label, passkey, sending) = match (order.timing.is_some(), later, order.own) {
            (true, ..) => ("approve-title-planned", "approve-planned", "approve-passkey-planned", "sending"),
            (false, true, _) => ("approve-title", "approve-planned", "approve-passkey-planned", "sending"),
            (false, false, true) => ("approve-title-own", "approve-pay-own", "approve-passkey-own", "approve-sending"),
            (false, false, false) => ("approve-title", "approve-pay", "approve-passkey", "approve-sending"),
        };
        Self { title, label, passkey, sending }
    }
}

fn question(words: Words, draft: &Draft, said: &Said, challenge: Challenge, problems: &Sentences) -> AnyView {
    let question = step_up::Question {
        challenge,
        action: "/do/pay/approve",
        about: Some(("draft", draft.id.to_string())),
        label: words.say(said.label),
        passkey: words.say(said.passkey),
        look: Look::Main,
        sending: words.say(said.sending),
    };
    step_up::question(words, question, problems)
}
