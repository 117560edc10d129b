//! The code that pays. What is shown is what is approved.

use bank::{
    Error,
    payments::{Draft, Review},
};
use leptos::prelude::*;
use model::{ErrorCode, PaymentId, Problems, forms::ApproveForm};

use super::{
    review::{Terms, caution, payee_name},
    steps::{self, STEPS, Step},
};
use crate::{
    components::{Amount, Button, ErrorSummary, Fact, Facts, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    outcome::{self, Flash},
    pages::{self, accounts::account_name},
    practice,
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
    let challenge = match again(form, &problems) {
        Some(challenge) => challenge,
        None => PaymentId::new(bank::payments::ask(&bank, person.id, &review.order).await?.id).to_string(),
    };
    let sentences = Sentences::of(words, &problems);
    let own = review.order.own;
    let title = words.say(if own { "approve-title-own" } else { "approve-title" });
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=sentences.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Review.of(draft.id)) step=(4, STEPS)/>
            {caution(words, &draft, &review)}
            {facts(words, &review)}
            {question(words, &draft, own, challenge, &sentences)}
            <p class="quiet">{words.say("approve-time")}</p>
        </Frame>
    }
    .into_any())
}

/// The question to answer after a wrong code: the same one again, which takes only so many answers.
fn again(form: ApproveForm, problems: &Problems) -> Option<String> {
    let again =
        matches!(problems.of("code"), Some(ErrorCode::CodeRefused | ErrorCode::CodeShape | ErrorCode::CodeMissing));
    (again && !form.challenge.is_empty()).then_some(form.challenge)
}

fn facts(words: Words, review: &Review) -> impl IntoView + use<> {
    let order = &review.order;
    let (amount, from) = (order.amount, account_name(words, &order.from));
    let (payee, number) = (payee_name(words, order), order.payee_number.to_string());
    let reference = (!order.reference.is_empty())
        .then(|| order.reference.clone())
        .map(|reference| view! { <Fact term=words.say("fact-reference")>{reference}</Fact> });
    let terms = Terms::of(order.own);
    view! {
        <Facts>
            <Fact term=words.say(terms.amount)><Amount of=amount large=true/></Fact>
            <Fact term=words.say(terms.to)>{payee}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say(terms.from)>{from}</Fact>
            {reference}
        </Facts>
    }
}

fn question(words: Words, draft: &Draft, own: bool, challenge: String, problems: &Sentences) -> impl IntoView + use<> {
    let (id, problem) = (draft.id, problems.at("code"));
    let pay = words.say(if own { "approve-pay-own" } else { "approve-pay" });
    view! {
        <PressOnce sending=words.say("approve-sending")>
            <form method="post" action="/do/pay/approve" class="stack roomy">
                <input type="hidden" name="draft" value=id.to_string()/>
                <input type="hidden" name="challenge" value=challenge/>
                <TextField name="code" label=words.say("approve-code") hint=practice::code_hint(words)
                    kind=Kind::Code problem=problem/>
                <div class="actions"><Button label=pay/></div>
            </form>
        </PressOnce>
    }
}
