//! One payment made for a business: all there is to know of it, and what one may do.

use bank::{
    Bank, Error,
    business::{self, MadeFor, May, approving},
    payments::{NameCheck, PaymentState},
    step_up as asking,
};
use leptos::prelude::*;
use model::{
    CustomerId, PaymentId,
    forms::{ApproveForm, RefusalForm},
};

use super::{BUSINESS, of};
use crate::{
    components::{
        Amount, Button, Call, Disclosure, ErrorSummary, Fact, Facts, Frame, Look, Notice, PageHeading, Place,
        Sentences, TextArea, Tone, Warning, aloud,
    },
    context,
    islands::PressOnce,
    outcome,
    pages::{
        self,
        pay::{abroad, why},
        step_up,
    },
    words::Words,
};

/// The page of one payment.
#[component]
pub fn MadeForPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: PaymentId = context::part("made")?;
    let made = business::one(&bank, person.id, id).await?;
    let may = business::may(&bank, person.id, &made).await?;
    let page = of(id);
    let approval = outcome::flash::<ApproveForm>(&page);
    let refusal = outcome::flash::<RefusalForm>(&page);
    let problems = refusal.as_ref().map(|flash| flash.problems.clone()).filter(|problems| problems.of("why").is_some());
    let problems = problems.or_else(|| approval.as_ref().map(|flash| flash.problems.clone())).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let challenge = approval.map(|flash| flash.form.challenge).unwrap_or_default();
    let act = match may {
        May::Approve if person.is_frozen(bank.clock.now()) => ().into_any(),
        May::Approve => {
            let written = refusal.map(|flash| flash.form.why).unwrap_or_default();
            let held = held(words, &bank, person.id, &made).await?;
            let approve = match held {
                Some(held) => held,
                None => approve(words, &bank, person.id, (&made, &challenge), &problems).await?,
            };
            view! { {approve}{refuse(words, id, written, &problems)} }.into_any()
        }
        May::CallOff => call_off(words, id).into_any(),
        May::Look | May::Later(_) => ().into_any(),
    };
    let title = words.say(title(&made));
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(BUSINESS.to_owned(), words.say("business-title").to_owned())/>
            {stands(words, &made, may)}
            {cautions(words, &made, may)}
            <section class="card">
                {facts(words, &made)}
                {aloud::section()}
            </section>
            {act}
        </Frame>
    }
    .into_any())
}

/// What has become of it.
fn title(made: &MadeFor) -> &'static str {
    match made.payment.state {
        PaymentState::Submitted if made.waits_until().is_some() => "second-title",
        PaymentState::Submitted => "second-title-approved",
        PaymentState::Settled => "second-title-paid",
        PaymentState::Cancelled if made.refused.is_some() => "second-title-refused",
        PaymentState::Cancelled => "second-title-off",
    }
}

/// How it stands, and what that means for the money.
fn stands(words: Words, made: &MadeFor, may: May) -> AnyView {
    let calendar = context::calendar();
    if let Some(until) = made.waits_until() {
        let until = words.with("second-until", &[("when", words.moment(until, &calendar).into())]);
        let what = match may {
            May::Approve => words.say("second-look").to_owned(),
            May::CallOff => words.say("second-yours").to_owned(),
            May::Later(from) => words.with("second-later", &[("when", words.moment(from, &calendar).into())]),
            May::Look => words.say("second-not-yours").to_owned(),
        };
        return view! { <Notice title=words.say("second-waits")><p>{what}</p><p>{until}</p></Notice> }.into_any();
    }
    if let Some(refused) = &made.refused {
        let title = words.with("second-refused-by", &[("name", (&refused.said.name).into())]);
        let why = refused.why.clone();
        return view! { <Notice title=title><p>{why}</p><p>{words.say("called-off")}</p></Notice> }.into_any();
    }
    match (made.payment.state, made.payment.wait) {
        (PaymentState::Submitted, Some(wait)) => {
            let leaves = words.with("waiting-until", &[("when", words.moment(wait.until, &calendar).into())]);
            view! { <p>{words.say(why(wait.reason))}</p><p>{leaves}</p> }.into_any()
        }
        (PaymentState::Cancelled, _) => view! { <p>{words.say("called-off")}</p> }.into_any(),
        _ => ().into_any(),
    }
}

/// What whoever approves it should look at twice.
fn cautions(words: Words, made: &MadeFor, may: May) -> Option<impl IntoView + use<>> {
    let name = match &made.name {
        Some(NameCheck::Close(holder)) => Some(words.with("second-name-close", &[("holder", holder.into())])),
        Some(NameCheck::Differs) => Some(words.say("second-name-differs").to_owned()),
        Some(NameCheck::Unavailable) => Some(words.say("second-name-unknown").to_owned()),
        Some(NameCheck::Match) | None => None,
    };
    let rule = made.then.map(|ruling| words.say(why(ruling.reason)));
    (may == May::Approve).then(|| {
        let name = name.map(|name| {
            view! { <Notice title=words.say("second-name-title") tone=Tone::Caution><p>{name}</p></Notice> }
        });
        let rule = rule.map(|rule| view! { <Notice title=words.say("review-waits-title")><p>{rule}</p></Notice> });
        view! {
            {name}
            {rule}
            <div class="stack"><Warning text=words.say("second-warning")/><Call/></div>
        }
    })
}

fn facts(words: Words, made: &MadeFor) -> impl IntoView + use<> {
    let payment = &made.payment;
    let calendar = context::calendar();
    let number = aloud::said(words, |words| words.digits(payment.payee_number));
    let (amount, payee, business) = (payment.amount, payment.payee.clone(), made.business.clone());
    let (maker, when) = (made.maker.clone(), words.moment(payment.approved_at, &calendar));
    let name = made.name.as_ref().map(|name| {
        let said = words.say(match name {
            NameCheck::Match => "second-name-match",
            NameCheck::Close(_) => "second-name-nearly",
            NameCheck::Differs => "second-name-other",
            NameCheck::Unavailable => "second-name-not",
        });
        view! { <Fact term=words.say("second-name")>{said}</Fact> }
    });
    let reference = (!payment.reference.is_empty()).then(|| {
        let reference = payment.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let approved = made.approved.as_ref().map(|said| {
        let (name, at) = (said.name.clone(), words.moment(said.at, &calendar));
        view! { <Fact term=words.say("second-approved-by")>{name}<br/><span class="quiet">{at}</span></Fact> }
    });
    let exchanged = abroad::of_payment(words, payment);
    view! {
        <Facts>
            <Fact term=words.say("fact-amount")><Amount of=amount large=true/></Fact>
            {exchanged}
            <Fact term=words.say("fact-to")>{payee}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say("fact-from")>{business}</Fact>
            {reference}
            {name}
            <Fact term=words.say("second-made-by")>{maker}<br/><span class="quiet">{when}</span></Fact>
            {approved}
        </Facts>
    }
}

/// Somebody new is not paid on the word of somebody whose way in has just changed.
async fn held(words: Words, bank: &Bank, who: CustomerId, made: &MadeFor) -> Result<Option<AnyView>, Error> {
    let Some(until) = business::held_until(bank, who, made).await? else { return Ok(None) };
    let text = words.with("review-held", &[("when", words.moment(until, &context::calendar()).into())]);
    let notice = view! {
        <Notice title=words.say("review-held-title") tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say("review-held-why")}</p>
        </Notice>
    };
    Ok(Some(notice.into_any()))
}

async fn approve(
    words: Words,
    bank: &Bank,
    who: CustomerId,
    (made, challenge): (&MadeFor, &str),
    problems: &Sentences,
) -> Result<AnyView, Error> {
    let question = step_up::Question {
        challenge: asking::ask_again(bank, who, &approving(made), challenge).await?,
        action: "/do/business/approve",
        about: Some(("payment", made.payment.id.to_string())),
        label: words.say("second-approve"),
        passkey: words.say("second-approve-passkey"),
        look: Look::Main,
        sending: words.say("approve-sending"),
    };
    Ok(step_up::question(words, question, problems))
}

fn refuse(words: Words, id: PaymentId, written: String, problems: &Sentences) -> impl IntoView + use<> {
    let wrong = problems.at("why");
    let open = wrong.is_some();
    view! {
        <Disclosure summary=words.say("second-refuse-title") open=open>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/business/refuse" class="stack roomy" data-keep=words.say("kept-back")
                    aria-label=words.say("second-refuse-title")>
                    <input type="hidden" name="payment" value=id.to_string()/>
                    <TextArea name="why" label=words.say("second-why") hint=words.say("second-why-hint") value=written
                        problem=wrong/>
                    <div class="actions"><Button label=words.say("second-refuse") look=Look::Second/></div>
                </form>
            </PressOnce>
        </Disclosure>
    }
}

fn call_off(words: Words, id: PaymentId) -> impl IntoView + use<> {
    view! {
        <form method="post" action="/do/business/call-off" role="none">
            <input type="hidden" name="payment" value=id.to_string()/>
            <Button label=words.say("waiting-call-off") look=Look::Second/>
        </form>
    }
}
